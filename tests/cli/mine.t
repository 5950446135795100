# All that is theirs (R59): a mentee or coachee has the wording of their pairings in it; nobody has the other side's own.
$ chiron -d s.db init 'Riverside' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --phone '01632 960001' --roles coach --offers Confidence --capacity 2 --origin external --notes 'rings on Mondays' --source Library
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles coachee --notes 'a quiet start' --source Library
$ chiron -d s.db field add 'Bus pass' --of person --kind text --readers coordinator -q && chiron -d s.db person set 2 --field 'Bus pass=yes' -q
$ chiron -d s.db credential add 'First aid' --person 2 --kind training --awarded-on 2026-01-05 -q
$ chiron -d s.db programme add Up -q --kind coaching && chiron -d s.db programme open Up -q
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Up --ready spoken -q
$ echo 'Speak up in meetings' | chiron -d s.db goal add 1 --as catrin@example.org -q && chiron -d s.db goal rate 1 --level +1 --as catrin@example.org -q
$ chiron -d s.db pairing agree 1 --usual-day Mondays --usual-place library --interval '3 weeks' --usual-minutes 60 --starts-on 2026-10-01 --planned-sessions 6 --conflict-declared yes --aims-shared-on 2026-10-01 --agreed-by both --how spoken -q
$ chiron -d s.db pairing start 1 -q
$ printf 'Twice a week is enough\nto be heard\n\nCatrin: ask one question @ 2026-12-01\n' | chiron -d s.db log 1 --date 2026-11-20 --minutes 60 --as alison@example.org -q
$ chiron -d s.db feedback record 1 --side learner --form comfort --fit comfortable --remarks 'mine alone' -q
$ chiron -d s.db feedback record 1 --side guide --form pulse --quality 2 --remarks 'zzyzx guide' -q
$ chiron -d s.db --as catrin@example.org export mine
No.: 2
Name: Catrin Oldroyd
E-mail: catrin@example.org
Roles: coachee

== Enrolments ==

No.: 2
Programme: Up
Person: Catrin Oldroyd
Role: coachee
State: ready
Waiting since: 2026-11-23
Ready since: 2026-11-23

== Training and checks ==

No.: 1
Person: Catrin Oldroyd
Kind: training
What: First aid
Given on: 2026-01-05

== Answers ==

Question: knows why the two are working together
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Up

Question: knows the time it takes and can commit it
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Up

Question: has a clear idea of what they want
Answer: yes
Date: 2026-11-23
How: spoken
Programme: Up

== Pairings ==

No.: 1
Programme: Up
Kind: coaching
Mentor or coach: Alison Abbott
Mentee or coachee: Catrin Oldroyd
State: active
Manager as coach: no
Made on: 2026-11-23
Sessions: 1
Last session: 2026-11-20
Next due: 2026-12-11
Open actions: 1
Unfinished: 0

== What was agreed ==

No.: 1
Time together: 1
Made on: 2026-11-23
Started on: 2026-11-23
Meet every: every 3 weeks
Usual day and time: Mondays
Usual length: 1h
Usual place: library
Starts on: 2026-10-01
Planned sessions: 6
Extended: 0
Coordinator may read actions: no
No conflict of interest: yes
Aims told on: 2026-10-01

== Goals ==

No.: 1
Kind: goal
State: open
Set on: 2026-11-23
Attained: 1
Weight: 1
Goal: Speak up in meetings

== Sessions ==

No.: 1
Session: 1
State: held
Date: 2026-11-20
Length: 1h
Mentor or coach came: attended
Mentee or coachee came: attended
Learning: written
No actions agreed: no
Actions reviewed: yes
Complete: yes
Logged at: Mon 23 Nov 12:00
Learned: Twice a week is enough
    to be heard

== Actions ==

No.: 1
Session: 1
Owner: mentee or coachee
State: open
Set on: 2026-11-20
Due on: 2026-12-01
Action: ask one question

== Feedback ==

No.: 1
Of: mentee or coachee
Whose: Catrin Oldroyd
Form: comfort check
State: received
Settled on: 2026-11-23
Answered on: 2026-11-23
How: on a form
Comfortable: comfortable
Anything else: mine alone
$ chiron -d s.db --as alison@example.org export mine | grep -e zzyzx -e mine -e heard -e question -e Speak
Anything else: zzyzx guide
$ chiron -d s.db --as catrin@example.org export mine -o mine.json; grep -c -e zzyzx -e 960001 mine.json; grep -o '"learning":"Twice[^"]*"' mine.json
Written: mine.json
0
"learning":"Twice a week is enough\nto be heard"
$ chiron -d s.db --as catrin@example.org export mine -o mine.pdf; chiron -d s.db export mine
chiron: the name ends in .txt or .json; "mine.pdf" was given.
chiron: it is not said whose it is: a coordinator has no record of their own. Give the person's e-mail: `chiron --as EMAIL export mine`.
[64]

# One contact answers what is due of one side: comfort check, pulse, whether they are still there; all of it or nothing.
$ chiron -d s.db checkin add 1 --side learner --medium phone --fit comfortable --quality 9 --still-available
chiron: Relationship: 9 given; allowed is 1 to 5.
[65]
$ chiron -d s.db checkin list --format csv | wc -l
1
$ chiron -d s.db checkin add 1 --side learner --medium phone --fit comfortable --quality 4 --still-available
The check-in with Catrin Oldroyd is recorded.
$ chiron -d s.db feedback list state:received --format json | grep -o '"form":"[a-z]*"' | sort | uniq -c | tr -s ' '
 2 "form":"comfort"
 2 "form":"pulse"
$ chiron -d s.db person show catrin@example.org | grep Confirmed
Confirmed on: Mon 23 Nov
$ chiron -d s.db undo
chiron: check-in of 23 Nov with Alison Abbott and Catrin Oldroyd recorded: that has what people answered or agreed to in it, and is not undone. Record what they say now, which then counts: the earlier answer stays.
[65]

# r29_each_says_their_own_yes: nobody says the other's, and both see the days of both.
$ chiron -d s.db person add 'Lorna Pugh' -q --email lorna@example.org --roles coachee && chiron -d s.db pairing add alison@example.org lorna@example.org --programme Up --ready spoken -q
$ chiron -d s.db pairing agree 2 --as lorna@example.org --agreed-by guide
chiron: that is the other's own yes: you say only yours. Let them say it themselves, or tell the coordinator, who records how it was said.
[65]
$ chiron -d s.db pairing agree 2 --as alison@example.org --agreed-by learner --how email
chiron: you record only a yes that the other told you (spoken). Record it as spoken; a yes on a form, on paper or by e-mail goes to the coordinator, and at their own desk they say it themselves.
[65]
$ chiron -d s.db pairing agree 2 --as alison@example.org --agreed-by both -q && chiron -d s.db pairing show 2 --as lorna@example.org | grep -A1 'Alison Abbott: '
Alison Abbott: Mon 23 Nov, at their own desk
Lorna Pugh: Mon 23 Nov, spoken

# What only the coordinator can mend is no command for the coach: they tell the coordinator.
$ chiron -d s.db requirement add DBS --programme Up -q && chiron -d s.db today --as alison@example.org | grep -A1 'no DBS'
! Alison Abbott / Catrin Oldroyd: Alison Abbott has no DBS that is in date (R78)
    the coordinator sees to it: tell them what you know
! Alison Abbott / Lorna Pugh: Alison Abbott has no DBS that is in date (R78)
    the coordinator sees to it: tell them what you know
$ chiron -d s.db today | grep -A1 'no DBS'
! Alison Abbott / Catrin Oldroyd: Alison Abbott has no DBS that is in date (R78)
    chiron credential add 'DBS' --person 1 --kind check --awarded-on 'the day on the certificate'
! Alison Abbott / Lorna Pugh: Alison Abbott has no DBS that is in date (R78)
    chiron credential add 'DBS' --person 1 --kind check --awarded-on 'the day on the certificate'
