# Assessments (R51): dated facts for everybody who may see the pairing; what came of them only for the two.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Coaching -q --kind coaching && chiron -d s.db programme open Coaching -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles coach --origin external --offers leading --capacity 2 --hours-per-month 4
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles coachee --seeks leading --hours-per-month 4
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Coaching --ready spoken -q
$ printf 'Strong in courage, low in patience\n' | chiron -d s.db assessment add 1 --tool 'Strengths profile' --taken-on 2026-11-20 --taken-by learner --stage start
Assessment 1 of Alison Abbott and Catrin Oldroyd is recorded.
$ chiron -d s.db assessment add 1 --tool 'Wheel of life' --taken-on 2026-11-24 </dev/null
chiron: an assessment cannot have been taken in the future. Give today or an earlier day.
[65]
$ chiron -d s.db assessment list
No.  Mentor or coach  Mentee or coachee  Taken on    Tool               Taken by           When
  1  Alison Abbott    Catrin Oldroyd     Fri 20 Nov  Strengths profile  mentee or coachee  at the start
$ chiron -d s.db assessment show 1
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
Tool: Strengths profile
Taken on: Fri 20 Nov
Taken by: mentee or coachee
When: at the start

Wording
What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ chiron -d s.db assessment show 1 --as catrin@example.org
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
Tool: Strengths profile
Taken on: Fri 20 Nov
Taken by: mentee or coachee
When: at the start

What came of it
Strong in courage, low in patience
$ chiron -d s.db assessment list --format csv
assessment_id,guide,learner,programme,taken_on,tool,taken_by,stage,pairing_id
1,Alison Abbott,Catrin Oldroyd,Coaching,2026-11-20,Strengths profile,learner,start,1
$ chiron -d s.db undo && chiron -d s.db assessment list
Undone: assessment of Alison Abbott and Catrin Oldroyd recorded. `chiron redo` does it again.
No assessment was taken: `chiron assessment add PAIRING --tool NAME`.
# What was recorded wrong is corrected; what was not taken is taken away, with what came of it.
$ chiron -d s.db redo -q && chiron -d s.db assessment set 1 --tool 'Values in action' --taken-by guide && chiron -d s.db assessment list --columns taken_on,tool,taken_by,stage
Assessment 1 of Alison Abbott and Catrin Oldroyd is corrected.
Taken on    Tool              Taken by         When
Fri 20 Nov  Values in action  mentor or coach  at the start
$ chiron -d s.db assessment set 1
chiron: nothing to change was given. `chiron assessment set --help` lists what can be.
[64]
$ chiron -d s.db assessment remove 1 </dev/null
chiron: Assessment 1 of Alison Abbott and Catrin Oldroyd, "Values in action", would be removed. Add --yes to do it all the same.
[64]
$ chiron -d s.db assessment remove 1 --yes; chiron -d s.db assessment list; chiron -d s.db undo
Assessment 1 of Alison Abbott and Catrin Oldroyd is removed.
No assessment was taken: `chiron assessment add PAIRING --tool NAME`.
chiron: assessment of Alison Abbott and Catrin Oldroyd removed: wording was removed for good with it. Record it anew where it did take place.
[65]
