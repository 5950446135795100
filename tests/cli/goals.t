# How far goals were attained: the two say it, they alone see it, and it is counted by fives.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles coach --offers Confidence --capacity 2 --hours-per-month 3 --origin external
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles coachee --seeks confidence --hours-per-month 2
$ chiron -d s.db programme add Spring -q --kind coaching && chiron -d s.db programme open Spring -q
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Spring --ready spoken -q
$ printf 'Speak up in meetings\n' | chiron -d s.db goal add 'Catrin Oldroyd' --as catrin@example.org -q; printf 'Say no\n' | chiron -d s.db goal add 'Catrin Oldroyd' --as catrin@example.org -q
$ chiron -d s.db goal rate 1 --level +1
chiron: coordinator may not rate how far a goal was attained here. What belongs to a pair is the pair's alone (R56, R58).
[77]
$ chiron -d s.db goal rate 1 --level +1 --as alison@example.org; chiron -d s.db goal rate 2 --level 0 --as catrin@example.org
Goal 1: attained +1, weight 1.
Goal 2: attained +0, weight 1.
$ chiron -d s.db goal rate 1 --level 3 --as alison@example.org; chiron -d s.db goal rate 1 --level much --as alison@example.org; chiron -d s.db goal rate 1 --level 1 --weight 0 --as alison@example.org
chiron: --level: 3 given; allowed is -2 to 2.
chiron: --level: "much" given; allowed is -2 to 2.
chiron: --weight: 0 given; allowed is 1 to 9.
[65]
$ chiron -d s.db pairing show 1 --as catrin@example.org | grep -A9 'Goals and'
Goals and focus areas
No.  Kind  State  Set on      Due on  Goal
  1  goal  open   Mon 23 Nov          Speak up in meetings (attained +1, weight 1)
  2  goal  open   Mon 23 Nov          Say no (attained +0, weight 1)

Goal attainment
T-score 56.20 of 2 rated; 50 is as expected
$ chiron -d s.db pairing show 1 | grep -A9 'Goals and'
Goals and focus areas
No.  Kind  State  Set on      Due on
  1  goal  open   Mon 23 Nov
  2  goal  open   Mon 23 Nov

What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ chiron -d s.db goal list --format csv
goal_id,guide,learner,programme,kind,state,set_on,due_on,settled_on,pairing_id
1,Alison Abbott,Catrin Oldroyd,Spring,goal,open,2026-11-23,,,1
2,Alison Abbott,Catrin Oldroyd,Spring,goal,open,2026-11-23,,,1
$ chiron -d s.db export pairings --format json | grep -c 'T-score'
0
[1]
$ chiron -d s.db report attainment
How far goals were attained
Nothing is shown yet: fewer than five people have answered, and of fewer than five, or what the programme sets, nothing is told.

# Usual focus areas of mentoring, the programme's own first (R55).
$ chiron -d s.db programme add Autumn -q --kind mentoring --focus-areas 'Returning to work; Self-confidence'
$ chiron -d s.db goal areas --programme Autumn
Focus area
Returning to work
Self-confidence
Work/life balance
Self-perception
Finding one's feet in a new role
Career and next steps
Working relationships
Networks and visibility
Leading others
Learning and qualifications
Resilience and wellbeing

# A session says which goal it worked towards; it is listed and exported, the words are not (R48).
$ chiron -d s.db log 1 -q --date 2026-11-20 --minutes 60 --learning-kept-by-pair --no-actions --goal 2
$ chiron -d s.db session list goal:2 --format json | grep -c '"goal_id":2'
1
$ chiron -d s.db export sessions --format json | grep -o -e '"goal_id":.' -e 'Say no'
"goal_id":2
$ chiron -d s.db export sessions -o sessions.csv -q; chiron -d s.db import sessions sessions.csv | grep -e goal -e ' read:'
Column "goal_id" is left out: chiron counts it itself.
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.

# A goal is what it says.
$ chiron -d s.db goal add 1 </dev/null
chiron: no wording was given: a goal, or a focus area, is what it says. Answer the question, or give it on standard input; nobody but the two is shown it.
[64]

# All as expected is 50.00; three goals that were all attained much better are 77.39: 50 + 60 / sqrt(0.7 * 3 + 0.3 * 9).
$ for goal in 1 2; do chiron -d s.db goal rate $goal --level 0 --as alison@example.org -q; done; chiron -d s.db pairing show 1 --as catrin@example.org | grep T-score
T-score 50.00 of 2 rated; 50 is as expected
$ printf 'Chair the March meeting\n' | chiron -d s.db goal add 1 --as catrin@example.org -q; for goal in 1 2 3; do chiron -d s.db goal rate $goal --level +2 --as catrin@example.org -q; done; chiron -d s.db pairing show 1 --as alison@example.org | grep T-score
T-score 77.39 of 3 rated; 50 is as expected
