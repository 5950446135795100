# Lists as a health service keeps them. Bands are grades in an order; none of them is lost in another.
$ chiron -d s.db init 'Northern Quality Network' -q
$ printf 'Name,Email,Role,Band\nAda Ray,ada@example.org,mentor,8a\nBea Loy,bea@example.org,mentor,Band 8c\nCy Orr,cy@example.org,mentee,6\nDi Ash,di@example.org,mentor,9\nEd Bly,ed@example.org,mentor,8\n' > bands.csv
$ chiron -d s.db import people bands.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Band" is taken for Grade by its cells.
In "Band" the bands 8a, 8b, 8c, 8d and 9 are the grades 8, 9, 10, 11 and 12, each above the one before; --map 'HEADING=custom' keeps the words instead, as a field of your own.

To look at; these rows came in:
bands.csv row 6, column "Band": "8" is one of the bands 8a to 8d, and does not say which; it is left out. Enter 8a, 8b, 8c or 8d, or leave the cell empty.

5 rows read: 5 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list --format csv --columns name,grade
name,grade
Di Ash,12
Ed Bly,
Bea Loy,10
Cy Orr,6
Ada Ray,8
# A letter behind the number is none of its company: what is no such band is not read as the number.
$ printf 'Name,Email,Grade\nFi Fox,fi@example.org,6a\nGus Hay,gus@example.org,5\n' > codes.csv
$ chiron -d s.db import people codes.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Grade" is taken for Grade by its cells.
Nothing in the list says who is a mentor and who a mentee; --role gives everybody one, and 'HEADING=roles' of --map says which column does.

To look at; these rows came in:
codes.csv row 2, column "Grade": "6a" is not a number; it is left out. Enter one number, or leave the cell empty.

2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.

# A register that names programmes in a column: who has a row is enrolled in what it names, in their roles.
$ chiron -d r.db init 'Northern Quality Network' -q
$ chiron -d r.db programme add 'NQN Induction' --kind mentoring -q; chiron -d r.db programme add 'Leadership Coaching' --kind coaching -q
$ printf 'Name,Email,Role,Which programme?\nAda Ray,ada@example.org,Mentor,NQN Induction\nBea Loy,bea@example.org,Both,nqn  induction\nCy Orr,cy@example.org,Coach,Leadership Coaching\nDi Ash,di@example.org,Mentee,NQN Inducton\nEd Bly,ed@example.org,Mentee,Nursing\nFi Fox,fi@example.org,Mentee,Nursing\nGus Hay,gus@example.org,Coachee,NQN Induction\nIda Joy,ida@example.org,"Coach, mentor",NQN Induction; Leadership Coaching\n' > register.csv
$ chiron -d r.db import people register.csv | tail -n +8
3 people are newly enrolled in NQN Induction, which the list names: 3 as mentor, 1 as mentee.
1 row names no role of NQN Induction, so nobody was enrolled by it; --role says one for all.
2 people are newly enrolled in Leadership Coaching, which the list names: as coach.

To look at; these rows came in:
register.csv row 5, column "Which programme?": "NQN Inducton" is no programme of this scheme, so nobody was enrolled by it. Did you mean NQN Induction? Correct the cell.
register.csv rows 6, 7, column "Which programme?": "Nursing" is no programme of this scheme, so nobody was enrolled by it. Add the programme (`chiron programme add`) and import the list once more, or correct the cell.

8 rows read: 8 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d r.db enrolment list --format csv --columns person,programme,role
person,programme,role
Ida Joy,NQN Induction,mentor
Ida Joy,Leadership Coaching,coach
Bea Loy,NQN Induction,mentor
Bea Loy,NQN Induction,mentee
Cy Orr,Leadership Coaching,coach
Ada Ray,NQN Induction,mentor
# What is much like a programme is taken for it where that is asked for; the others once their programme is there.
$ chiron -d r.db programme add Nursing --kind mentoring -q
$ chiron -d r.db import people register.csv --take-suggestions | tail -n +9
1 person is newly enrolled in NQN Induction, which the list names: as mentee.
1 row names no role of NQN Induction, so nobody was enrolled by it; --role says one for all.
2 people are newly enrolled in Nursing, which the list names: as mentee.
Nothing new in rows 2, 3, 4, 8, 9.

8 rows read: 0 new, 3 changed, 5 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.

# One column asks both sides: it goes by each row's role. When people are free, and when they joined.
$ chiron -d a.db init 'Northern Quality Network' -q
$ printf 'Name,Email,Role,What would you like help with / can help with,When free?,Joined\nAda Ray,ada@example.org,Mentor,Budgets; Interviews,Tue/Thu pm,01/04/2019\nBea Loy,bea@example.org,Mentee,Budgets,Mondays,14/09/2021\nCy Orr,cy@example.org,Both,Interviews,any,02/02/2020\nDi Ash,di@example.org,,Audit,Wed am,03/03/2020\n' > areas.csv
$ chiron -d a.db import people areas.csv | tail -n +7
Column "What would you like help with / can help with" is read as areas that mentors and coaches offer, and mentees and coachees seek.
Column "When free?" is read as Can meet.
Column "Joined" is taken for Available from by its cells.
Dates in "Joined" are read day first, as in 14/09/2021.

To look at; these rows came in:
areas.csv row 5, column "What would you like help with / can help with": "Audit" is offered or sought, and the row gives no role that would say which; it is left out. Give the role in a column of its own.

4 rows read: 4 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d a.db person list --format csv --columns name,offers,seeks,meeting_times
name,offers,seeks,meeting_times
Di Ash,,,Wed am
Bea Loy,,Budgets,Mondays
Cy Orr,Interviews,Interviews,any
Ada Ray,Budgets; Interviews,,Tue/Thu pm

# Pairs of last year with how they ended in a column of its own: how, who and why, as far as it is said.
$ chiron -d o.db init 'Northern Quality Network' -q; chiron -d o.db programme add 'NQN Induction' --kind mentoring -q
$ printf 'Mentor,Mentee,Start date,End date,Outcome\nAda Ray,Bea Loy,1/9/2025,1/3/2026,ended early\nCy Orr,Di Ash,2/9/2025,1/6/2026,left trust\nEd Bly,Fi Fox,3/9/2025,3/10/2025,never started\nGus Hay,Ida Joy,4/9/2025,30/6/2026,Completed\nMo Nye,Oz Poe,4/9/2025,30/3/2026,mentee left\nPa Quy,Ro Sen,4/9/2025,30/3/2026,Ended early - poor match\nTy Uma,Vi Wu,4/9/2025,30/3/2026,promoted\n' > out.csv
$ chiron -d o.db import pairings out.csv --new-people | tail -n +9
In "Outcome": "left trust" as ended early, "Completed" as completed as planned.
Dates in "Start date" are read day first, though none of them proves it; --date-order overrules.
Dates in "End date" are read day first, as in 30/6/2026.
14 people who were not here came in with their pairings: Ada Ray, Bea Loy, Cy Orr, Di Ash, Ed Bly, Fi Fox, Gus Hay, Ida Joy, Mo Nye, Oz Poe, Pa Quy, Ro Sen and 2 more.

To look at; these rows came in:
out.csv row 3, column "Outcome": "left trust" does not say which of the two it is true of; it is kept in words, as why it ended. "mentee left" or "mentor left", and the like, count in the reports.
out.csv row 8, column "Outcome": "promoted" says neither what state the pairing is in nor how it ended; it is left out. Enter active, paused or closed; or completed as planned, goals attained early, ended early or never started.

7 rows read: 7 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d o.db pairing list state:closed --format csv --columns guide,closure_kind,closure_reason,closure_note
guide,closure_kind,closure_reason,closure_note
Cy Orr,ended_early,other,left trust
Ed Bly,never_started,,
Gus Hay,completed,,
Ada Ray,ended_early,,
Mo Nye,ended_early,learner_left,
Pa Quy,ended_early,not_a_good_fit,
Ty Uma,,,
$ chiron -d o.db import pairings out.csv | tail -n 2
7 rows read: 0 new, 0 changed, 7 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.

# A field of its own that another scheme exported is not taken for one of ours that its heading is like.
$ chiron -d f.db init 'One' -q; chiron -d f.db field add Joined --kind date -q; printf 'Name,Email,Joined\nAda Ray,ada@example.org,2019-04-01\n' > f0.csv; chiron -d f.db import people f0.csv -q; chiron -d f.db export people > f.csv
$ chiron -d g.db init 'Two' -q; chiron -d g.db import people f.csv | grep joined; chiron -d g.db person list --format csv --columns name,start_date
Column "joined" is left out: the scheme that the list was exported from has it as a field of its own; --map 'HEADING=custom' makes it one here.
name,start_date
Ada Ray,
$ chiron -d h.db init 'Three' -q; chiron -d h.db import people f.csv --new-fields -q; chiron -d h.db person list --format csv --columns name,joined,start_date
name,joined,start_date
Ada Ray,2019-04-01,
$ chiron -d f.db import people f.csv | tail -n 2
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
