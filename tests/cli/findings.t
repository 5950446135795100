# Findings that are snoozed, assigned or acknowledged, and how they come back.
$ chiron -d s.db init 'Riverside Mentoring' -q; chiron -d s.db --today 2026-09-01 scheme set --own-today 2026-09-01 -q
$ chiron -d s.db programme add Autumn --kind coaching -q; chiron -d s.db programme open Autumn -q
$ chiron -d s.db person add 'Ann Lee' --roles coach --capacity 2 --offers Confidence -q; chiron -d s.db person add 'Bo Diaz' --roles coachee -q
$ chiron -d s.db pairing add 'Ann Lee' 'Bo Diaz' --programme Autumn --ready spoken -q
$ chiron -d s.db --today 2026-11-23 today
Riverside Mentoring, 23 November 2026: 2 people, 1 pairing, 0 sessions.

~ Ann Lee / Bo Diaz: made 1 September, 83 days ago, and no session yet (R33)
    chiron log 1
. Autumn: 1 new pairing has not started, for up to 83 days (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

2 to look at; `chiron check` shows all findings.
$ chiron -d s.db --today 2026-11-23 snooze 'Bo Diaz' --until 'in 2 weeks'
Never started (Ann Lee and Bo Diaz): snoozed until 7 December.
$ chiron -d s.db --today 2026-11-23 today
Riverside Mentoring, 23 November 2026: 2 people, 1 pairing, 0 sessions.

. Autumn: 1 new pairing has not started, for up to 83 days (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

1 to look at; `chiron check` shows all findings.
1 snoozed (`chiron finding list` shows them).
$ chiron -d s.db --today 2026-11-23 finding list
No.  Check          Of  Mentor or coach  Mentee or coachee  Snoozed until  Assigned to  Acknowledged until  Reason
  1  never-started   1  Ann Lee          Bo Diaz            Mon 7 Dec
$ chiron -d s.db --today 2026-12-06 today | tail -1
1 snoozed (`chiron finding list` shows them).
$ chiron -d s.db --today 2026-12-07 today
Riverside Mentoring, 7 December 2026: 2 people, 1 pairing, 0 sessions.

~ Ann Lee / Bo Diaz: made 1 September, 97 days ago, and no session yet (R33)
    chiron log 1
. Autumn: 1 new pairing has not started, for up to 97 days (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

2 to look at; `chiron check` shows all findings.
$ chiron -d s.db --today 2026-11-23 check
! Ann Lee / Bo Diaz have not recorded what they agreed (R28)
    chiron pairing agree 1 --agreed-by both --how spoken
! Ann Lee / Bo Diaz have set no goal yet (R55)
    chiron goal add 1
. Autumn: 1 new pairing has not started, for up to 83 days (R28)
    chiron pairing agree --all --programme 1 --agreed-by both
. Ann Lee: whether Ann Lee is of the organisation or from outside is not known (R8)
    chiron person set 1 --origin internal

4 found.
1 snoozed (--all shows them).
[1]
$ chiron -d s.db --today 2026-11-23 check --all
! Ann Lee / Bo Diaz have not recorded what they agreed (R28) [agreement-missing 1]
    chiron pairing agree 1 --agreed-by both --how spoken
! Ann Lee / Bo Diaz have set no goal yet (R55) [coaching-without-goal 1]
    chiron goal add 1
~ Ann Lee / Bo Diaz: made 1 September, 83 days ago, and no session yet (R33) [never-started 1]
    snoozed until 7 December
    chiron log 1
. Autumn: 1 new pairing has not started, for up to 83 days (R28) [pairings-not-started 1]
    chiron pairing agree --all --programme 1 --agreed-by both
. Ann Lee: whether Ann Lee is of the organisation or from outside is not known (R8) [coach-origin-unknown 1]
    chiron person set 1 --origin internal

5 found.
[1]
$ chiron -d s.db --today 2026-11-23 undo
Undone: finding about Ann Lee and Bo Diaz snoozed. `chiron redo` does it again.
$ chiron -d s.db --today 2026-11-23 assign 'Bo Diaz' --to 'Ann Lee'
Never started (Ann Lee and Bo Diaz): Ann Lee sees to it.
$ chiron -d s.db --today 2026-11-23 today
Riverside Mentoring, 23 November 2026: 2 people, 1 pairing, 0 sessions.

~ Ann Lee / Bo Diaz: made 1 September, 83 days ago, and no session yet (R33)
    Ann Lee sees to it
    chiron log 1
. Autumn: 1 new pairing has not started, for up to 83 days (R28)
    chiron pairing agree --all --programme 1 --agreed-by both

2 to look at; `chiron check` shows all findings.
$ chiron -d s.db --today 2026-11-23 acknowledge never-started 'Bo Diaz' --until '31 jan' --reason 'Bo is away until the new year'
Never started (Ann Lee and Bo Diaz): acknowledged until 31 January 2027.
$ chiron -d s.db --today 2026-11-23 check --rule never-started; echo "exit status $?"
Nothing was found.
1 acknowledged (--all shows them).
exit status 0
$ chiron -d s.db --today 2026-11-23 check --rule never-started --all --format json | grep -o '"put_off":"[a-z]*","until":"[0-9-]*","assigned_to":"[A-Za-z ]*"'
"put_off":"acknowledged","until":"2027-01-31","assigned_to":"Ann Lee"
$ chiron -d s.db --today 2026-11-23 release 'Bo Diaz'
Never started: back on the list, and nobody's.
$ chiron -d s.db --today 2026-11-23 acknowledge never-started 'Bo Diaz' --until today --reason 'x'
chiron: 23 November 2026 is not after today, 23 November 2026. Give a day to come: fri, in 2 weeks, 4 dec.
[65]
$ chiron -d s.db --today 2026-11-23 snooze never-started 'Bo Diaz' --until 'in 3 years'
chiron: 23 November 2029 is more than a year ahead. Give a day within a year: things are looked at again.
[65]
$ chiron -d s.db --today 2026-11-23 snooze never-startd 'Bo Diaz' --until fri
chiron: no check is called "never-startd". Name a check, as never-started, then what it is about; or only a pairing.
[66]
$ chiron -d s.db --today 2026-11-23 snooze never-started --until fri
chiron: after the check never-started comes what it is about, one pairing.
[64]
$ chiron -d s.db --today 2026-11-23 snooze gone-quiet 'Bo Diaz' --until fri
chiron: gone-quiet finds nothing about no. 1 now. `chiron check --all` shows all findings, each with its check and number.
[66]
$ chiron -d s.db --today 2026-11-23 --as 'Ann Lee' snooze never-started 1 --until fri
chiron: Ann Lee may not snooze a finding here. Ask the coordinator.
[77]
# Of somebody's several pairings the one that the list has something of is meant; where it has nothing, that is said.
$ chiron -d t.db init Two -q; chiron -d t.db programme add Autumn --kind coaching -q; chiron -d t.db programme open Autumn -q
$ chiron -d t.db person add 'Ann Lee' --roles coach --capacity 2 --offers Confidence -q; chiron -d t.db person add 'Bo Diaz' --roles coachee -q; chiron -d t.db person add 'Cy Fox' --roles coachee -q
$ chiron -d t.db --today 2026-09-01 pairing add 'Ann Lee' 'Bo Diaz' --programme Autumn --ready spoken -q; chiron -d t.db --today 2026-11-23 pairing add 'Ann Lee' 'Cy Fox' --programme Autumn --ready spoken -q
$ chiron -d t.db --today 2026-11-23 snooze 'Ann Lee' --until 'in 2 weeks'
Never started (Ann Lee and Bo Diaz): snoozed until 7 December.
$ chiron -d t.db --today 2026-11-23 snooze 'Ann Lee' --until 'in 2 weeks'
chiron: nothing about Ann Lee is on the list of today. Name a check and what it is about: `chiron check --all` shows them.
[66]

# A coordinator who is nobody of the people is given what there is to see to, by name; and has it no more once removed.
$ chiron -d s.db coordinator add 'Jo Colleague' -q && chiron -d s.db --today 2026-11-23 assign never-started 1 --to jo
Never started (Ann Lee and Bo Diaz): Jo Colleague sees to it.
$ chiron -d s.db --today 2026-11-23 finding list assigned:jo
No.  Check          Of  Mentor or coach  Mentee or coachee  Snoozed until  Assigned to   Acknowledged until  Reason
  3  never-started   1  Ann Lee          Bo Diaz                           Jo Colleague
$ chiron -d s.db --today 2026-11-23 assign never-started 1 --to nobody-here
chiron: no person is found by "nobody-here". Name a coordinator, as `chiron coordinator list` has them, or a person.
[66]
$ chiron -d s.db coordinator remove 'Jo Colleague' -q; chiron -d s.db --today 2026-11-23 finding list assigned:jo
No such finding fits that.
