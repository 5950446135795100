# r33_a_total_of_sessions_comes_in_without_sessions_made_up: who has met is not called never started, by check, end or report.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf 'Mentor,Mentee,Date matched,Sessions so far,Last met\nAnn Lee,Bo Vega,1/6/2026,6,5/11/2026\nCy Moor,Di Ash,1/6/2026,about 8,\nEd Fox,Fi Gray,1/6/2026,,20/9/2026\nGus Hay,Ida Joy,1/6/2026,0,\nKit Orr,Lou Pym,1/6/2026,2,24/12/2026\n' > pairs.csv
$ chiron -d s.db import pairings pairs.csv --new-people | tail -n +8
Column "Last met" is read as Last met.
Dates in "Date matched" are read day first, though none of them proves it; --date-order overrules.
Dates in "Last met" are read day first, as in 20/9/2026.
10 people who were not here came in with their pairings: Ann Lee, Bo Vega, Cy Moor, Di Ash, Ed Fox, Fi Gray, Gus Hay, Ida Joy, Kit Orr, Lou Pym.

To look at; these rows came in:
pairs.csv row 2: is against rule R10, and comes in all the same: no area of expertise is recorded of Ann Lee. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 1 --offers 'what they know'`.
pairs.csv row 3: is against rule R10, and comes in all the same: no area of expertise is recorded of Cy Moor. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 3 --offers 'what they know'`.
pairs.csv row 4: is against rule R10, and comes in all the same: no area of expertise is recorded of Ed Fox. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 5 --offers 'what they know'`.
pairs.csv row 5: is against rule R10, and comes in all the same: no area of expertise is recorded of Gus Hay (R10); of Ida Joy it is not known: what they want, whether they can give the time (R15). R10: ask, and record what they offer, or choose another mentor or coach; R15: ask, and record it with how they said it; many can be recorded at once.
pairs.csv row 6: is against rule R10, and comes in all the same: no area of expertise is recorded of Kit Orr. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 9 --offers 'what they know'`.
pairs.csv row 6, column "Last met": "2026-12-24" lies ahead; it is left out. Correct the day.

5 rows read: 5 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db pairing list --columns guide,state,made_on,sessions_held,sessions_so_far,so_far_on,last_met_on
Mentor or coach  State        Made on    Sessions  Sessions so far  Counted on  Last met
Cy Moor          active       Mon 1 Jun         0                8  Mon 23 Nov
Ed Fox           active       Mon 1 Jun         0                               Sun 20 Sep
Gus Hay          contracting  Mon 1 Jun         0                0  Mon 23 Nov
Kit Orr          active       Mon 1 Jun         0                2  Mon 23 Nov
Ann Lee          active       Mon 1 Jun         0                6  Mon 23 Nov  Thu 5 Nov
$ chiron -d s.db check | grep -E 'no session|Never|due by' 
~ Gus Hay / Ida Joy: made 1 June, 175 days ago, and no session yet (R33)
~ Ed Fox / Fi Gray: no session for 64 days; the last was 20 September (R33)
$ chiron -d s.db report in-short | grep -E 'Pairs today|Sessions|Held'
Pairs today: 4 meeting, 1 not begun yet, 0 paused.
Sessions held in the period: 0, together 0h.
Held before sessions were recorded here, by what was told: 16, of 3 pairs.
$ chiron -d s.db import pairings pairs.csv | tail -n 2
5 rows read: 0 new, 0 changed, 5 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.

# It goes by the day: later the silence is told. Recorded sessions of before the day count once.
$ chiron -d s.db check --today 2027-01-20 --rule R33 | grep '^~'
~ Gus Hay / Ida Joy: made 1 June 2026, 233 days ago, and no session yet (R33)
~ Ed Fox / Fi Gray: no session for 122 days; the last was 20 September 2026 (R33)
~ Ann Lee / Bo Vega: no session for 76 days; the last was 5 November 2026 (R33)
~ Cy Moor / Di Ash: no session for 58 days; the last that is known of was by 23 November 2026 (R33)
~ Kit Orr / Lou Pym: no session for 58 days; the last that is known of was by 23 November 2026 (R33)
$ chiron -d s.db log 1 --date 2026-11-05 --minutes 60 -q; chiron -d s.db log 1 --date 2026-11-22 --minutes 60 -q; chiron -d s.db report in-short | grep -E 'Sessions|Held'
Sessions held in the period: 2, together 2h.
Held before sessions were recorded here, by what was told: 14, of 3 pairs.

# Not closed as never started; what was said is corrected, and undone, as all else.
$ chiron -d s.db pairing close 2 --kind never_started --initiator both --reason mutual_agreement
chiron: Cy Moor and Di Ash have met, so the pairing did start. Close it as completed, as goals attained early or as ended early.
[65]
$ chiron -d s.db pairing close 3 --kind ended_early --initiator both --reason mutual_agreement --on 2026-09-01
chiron: Ed Fox and Fi Gray met on 20 September 2026, after the end that is given, 1 September 2026. Give the day of the last session or a later one, or correct the session.
[65]
$ chiron -d s.db pairing so-far 4 --sessions-so-far 3 --last-met-on 2026-12-01
chiron: Last met: 1 December 2026 is in the future (today is 23 November 2026). Give today or an earlier day.
[65]
$ chiron -d s.db pairing so-far 4 --sessions-so-far 3 --last-met-on '12 nov'
Pairing 4, Gus Hay and Ida Joy: contracting.
$ chiron -d s.db pairing list Gus --columns guide,sessions_so_far,so_far_on,last_met_on,next_due_on
Mentor or coach  Sessions so far  Counted on  Last met    Next due
Gus Hay                        3  Mon 23 Nov  Thu 12 Nov
$ chiron -d s.db undo -q; chiron -d s.db pairing list Gus --columns guide,sessions_so_far,so_far_on,last_met_on,next_due_on
Mentor or coach  Sessions so far  Counted on  Last met  Next due
Gus Hay                        0  Mon 23 Nov
$ chiron -d s.db pairing so-far 3 --last-met-on '' -q; chiron -d s.db pairing show 3 | grep -E 'so far|met|of:'
[1]

# It goes out and comes in again elsewhere.
$ chiron -d s.db export pairings > out.csv; chiron -d t.db init Elsewhere -q; chiron -d t.db programme add Spring --kind mentoring -q; chiron -d t.db import pairings out.csv --new-people -q; chiron -d t.db pairing list --columns guide,sessions_so_far,so_far_on,last_met_on
Mentor or coach  Sessions so far  Counted on  Last met
Cy Moor                        8  Mon 23 Nov
Ed Fox
Gus Hay                        0  Mon 23 Nov
Kit Orr                        2  Mon 23 Nov
Ann Lee                        6  Mon 23 Nov  Thu 5 Nov

# A day without its year, of what has been: the last one before today.
$ chiron -d u.db init Short -q && chiron -d u.db programme add Spring --kind mentoring -q && printf 'Mentor,Mentee,Date matched,Sessions so far,Last met\nNan Lee,Bob Vega,1/6/2026,6,5 Nov\n' > short.csv && chiron -d u.db import pairings short.csv --new-people | grep 'Last met": "'
short.csv row 2, column "Last met": "5 Nov" has no year, and is read as 2026-11-05: the last one before today.
$ chiron -d u.db pairing list --columns guide,last_met_on
Mentor or coach  Last met
Nan Lee          Thu 5 Nov
