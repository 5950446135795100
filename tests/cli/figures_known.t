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
