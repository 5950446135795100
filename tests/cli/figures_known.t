# What is not known is no nought in a figure: lengths of sessions; and who applied is not passed over.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Year --kind mentoring -q; chiron -d s.db programme open Year --override 'R20: a trial' -q
$ for n in 'Ann Lee' 'Cy Dale'; do chiron -d s.db person add "$n" --roles mentor --offers finance --capacity 2 --hours-per-month 2 -q; done; for n in 'Ben Cho' 'Di Ford' 'Ed Holt' 'Flo Gray'; do chiron -d s.db person add "$n" --roles mentee --hours-per-month 2 -q; done
$ chiron -d s.db enrol 'Ed Holt' 'Flo Gray' --programme Year -q; chiron -d s.db report in-short | sed -n '/Ready\|ready/p'
Nobody who is ready waits for a match today; applied, and still to be found ready: 2.
$ chiron -d s.db enrolment ready 'Ed Holt' --programme Year --how spoken -q; chiron -d s.db report in-short | sed -n '/Ready\|ready/p'
Ready and waiting for a match today: 1, the longest since 23 Nov 2026; applied, and still to be found ready: 1.
$ chiron -d s.db pairing add 'Ann Lee' 'Ben Cho' --programme Year --ready spoken -q; chiron -d s.db pairing add 'Cy Dale' 'Di Ford' --programme Year --ready spoken -q
$ printf '%s\n' 'Mentor,Mentee,Date,Minutes' 'Ann Lee,Ben Cho,2026-09-07,' 'Ann Lee,Ben Cho,2026-11-09,' >sessions.csv; chiron -d s.db import sessions sessions.csv -q; chiron -d s.db report in-short | grep Sessions
Sessions held in the period: 2; their length is not known.
$ printf '%s\n' 'Mentor,Mentee,Date,Minutes' 'Cy Dale,Di Ford,2026-11-10,90' >more.csv; chiron -d s.db import sessions more.csv -q; chiron -d s.db report in-short | grep Sessions
Sessions held in the period: 3, together 1h30; the length of 2 is not known.
$ chiron -d s.db report sessions-by-month --format csv
month,sessions,minutes,pairings
2026-09,1,,1
2026-10,0,0,0
2026-11,2,90,2
$ chiron -d s.db report programme-summary --format csv | cut -d, -f1,12,13
programme,sessions,minutes
Year,3,90
# A pair that is closing is in nobody's way: who is left of it waits.
$ chiron -d s.db pairing close 2 --kind ended_early --initiator guide --reason guide_no_time -q; chiron -d s.db enrolment ready 'Di Ford' --programme Year --how spoken -q; chiron -d s.db report in-short | grep Ready
Ready and waiting for a match today: 2, the longest since 23 Nov 2026; applied, and still to be found ready: 1.

# r10_whoever_was_found_ready_when_they_were_paired_did_not_wait_no_days: how long they waited is not known.
$ chiron -d m.db init Match -q && chiron -d m.db scheme set --own-today 2026-11-23 -q && chiron -d m.db programme add Year -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d m.db programme open Year -q
$ chiron -d m.db person add 'Ann Lee' -q --roles mentor --offers Art --capacity 5; for n in 'Ben Cho' 'Di Ford'; do chiron -d m.db person add "$n" -q --roles mentee --seeks Art; done
$ chiron -d m.db enrol 'Di Ford' --programme Year -q --today 2026-11-02; chiron -d m.db enrolment ready 'Di Ford' --programme Year --how spoken -q --today 2026-11-13
$ for n in 'Ben Cho' 'Di Ford'; do chiron -d m.db pairing add 'Ann Lee' "$n" --programme Year --ready spoken -q; done
$ chiron -d m.db report days-to-match --format csv | tr -d '\r'
programme,matches,average,shortest,longest,unknown
Year,2,10.0,10,10,1
