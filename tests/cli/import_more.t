# Columns of enrolments, qualifications and training in a list of people; what is wrong with them costs the cell alone.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Leaders --kind coaching -q && chiron -d s.db cohort add 'Autumn 2026' --programme Leaders -q
$ printf 'Name,Email,Role,Line manager email,Cohort,Places in the programme,Coaching qualification,Level of qualification,Awarded by,Qualified on,Qualification expires,Training,Training date,Training expires\nAnn Lee,ann@example.org,coach,bo@example.org,autumn 2026,3,ILM coaching,5,Institute of Leadership,14/3/2024,14/3/2027,Safeguarding,1/9/2026,1/9/2027\nBo Ek,bo@example.org,coachee,,Autumn 2026,,,,,,,,,\n' >list.csv
$ chiron -d s.db import people list.csv --today 2026-11-23 --programme Leaders
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Line manager email" is read as Manager's e-mail.
Column "Cohort" is read as cohort in the programme.
Column "Places in the programme" is read as places in the programme.
Column "Coaching qualification" is read as qualification held.
Column "Level of qualification" is read as level of the qualification.
Column "Awarded by" is read as body that gave the qualification.
Column "Qualified on" is read as qualified on.
Column "Qualification expires" is read as qualification expires on.
Column "Training" is read as training done.
Column "Training date" is read as trained on.
Column "Training expires" is read as training expires on.
Dates in "Qualified on" are read day first, as in 14/3/2024.
Dates in "Qualification expires" are read day first, as in 14/3/2027.
Dates in "Training date" are read day first, though none of them proves it; --date-order overrules.
Dates in "Training expires" are read day first, though none of them proves it; --date-order overrules.
2 people are newly enrolled in Leaders: 1 as coach, 1 as coachee.

2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db enrolment list --format csv | cut -d, -f2,7,9-11,14
person,role,state,cohort,applied_on,capacity
Bo Ek,coachee,applied,Autumn 2026,2026-11-23,
Ann Lee,coach,applied,Autumn 2026,2026-11-23,3
# A list with checks, for a programme that requires none: said where it comes in.
$ printf 'Name,Role,DBS check\nCai Roe,coach,2026-03-01\n' > dbs.csv; chiron -d s.db import people dbs.csv --programme Leaders --dry-run | grep requires
Leaders requires no check; where nobody begins without it: `chiron requirement add 'DBS check' --programme 1`.
$ chiron -d s.db requirement add 'DBS' --programme Leaders -q; chiron -d s.db import people dbs.csv --programme Leaders --dry-run | grep requires; chiron -d s.db undo -q
"DBS check" is recorded as DBS, which a programme requires.
$ chiron -d s.db credential list --format csv | cut -d, -f2-8
person,kind,name,body,level,awarded_on,expires_on
Ann Lee,qualification,ILM coaching,Institute of Leadership,5,2024-03-14,2027-03-14
Ann Lee,training,Safeguarding,,,2026-09-01,2027-09-01
$ chiron -d s.db person show ann@example.org | grep -i manager
Line manager: Bo Ek
Manager's e-mail: bo@example.org
$ chiron -d s.db import people list.csv --today 2026-11-23 --programme Leaders | tail -2
2 rows read: 0 new, 0 changed, 2 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.

# A newer list says more of what is known, and taking it back leaves what was there.
$ printf 'Name,Email,Coaching qualification,Qualification expires\nAnn Lee,ann@example.org,ILM Coaching,14/3/2030\n' >newer.csv
$ chiron -d s.db import people newer.csv --today 2026-11-23 -q
$ chiron -d s.db credential list name:coaching --format csv | cut -d, -f4,8
name,expires_on
ILM coaching,2030-03-14
$ chiron -d s.db import undo 3
Import 3 is undone: 0 removed, 1 as before, 0 left.
$ chiron -d s.db credential list name:coaching --format csv | cut -d, -f4,8
name,expires_on
ILM coaching,2027-03-14

# What cannot be is said, each with its cell; the person comes in.
$ printf 'Name,Email,Role,Cohort,Places in the programme,Coaching qualification,Qualified on,Qualification expires,Training,Training date\nCy Fo,cy@example.org,coach,Spring,lots,EMCC,14/3/2026,1/3/2026,12/3/2026,soon\nDi Go,di@example.org,coach,,100,"ILM 5; EMCC",14/3/2025,,,1/2/2026\nEd Ho,ed@example.org,coachee,Autumn 2026,2,yes,,,yes,\n' >bad.csv
$ chiron -d s.db import people bad.csv --today 2026-11-23 --programme Leaders | sed -n '/^To look at/,$p'
To look at; these rows came in:
bad.csv row 2, column "Training date": "soon" is no date; it is left out. Write it as 2026-03-05: year, month, day.
bad.csv row 2, column "Places in the programme": "lots" is not a number; it is left out. Enter one number, or leave the cell empty.
bad.csv row 2, column "Cohort": "Spring" is no cohort of Leaders; it is left out. Correct the cell, or make the cohort first: `chiron cohort add`.
bad.csv row 2: "EMCC" would expire on 1 March 2026, before it was given on 14 March 2026. It was left out; correct the cell.
bad.csv row 3: has several names, so that the level, body or date may be any's; that is left out. Give each its own row or name it, or record it in chiron: `chiron credential add`.
bad.csv row 3: has a level, body or date, but does not say of what; that is left out. Give each its own row or name it, or record it in chiron: `chiron credential add`.
bad.csv row 3, column "Places in the programme": "100" is not between 0 and 99; it is left out. Enter one number, or leave the cell empty.

3 rows read: 3 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 4; `chiron import undo 4` takes it back.
$ chiron -d s.db credential list --format csv | cut -d, -f2-4,7,8
person,kind,name,awarded_on,expires_on
Cy Fo,training,Training,2026-03-12,
Di Go,qualification,ILM 5,,
Di Go,qualification,EMCC,,
Ed Ho,qualification,Coaching qualification,,
Ed Ho,training,Training,,
Ann Lee,qualification,ILM coaching,2024-03-14,2027-03-14
Ann Lee,training,Safeguarding,2026-09-01,2027-09-01

# Without a programme nobody is enrolled, so that the cohort is left out aloud; a date of training alone is of the training.
$ printf 'Name,Email,Cohort,Trained on\nFi In,fi@example.org,Autumn 2026,2026-05-04\n' >alone.csv
$ chiron -d s.db import people alone.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Cohort" is read as cohort in the programme.
Column "Trained on" is read as trained on.
1 row says something of an enrolment of somebody who is not enrolled in the programme, so that is left out; --programme and --role enrol them.

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 5; `chiron import undo 5` takes it back.
$ chiron -d s.db credential list person:Fi --format csv | cut -d, -f2-4,7
person,kind,name,awarded_on
Fi In,training,Training,2026-05-04

# A line manager who is named is somebody where one person has that name, wherever in the list.
$ chiron -d m.db init 'Riverside Mentoring' -q && chiron -d m.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,Email,Line manager\nAnn Lee,ann@example.org,Bo Ek\nBo Ek,bo@example.org,Cy Fo\nCy Fo,cy@example.org,Ann Lee\nDi Go,di@example.org,Nobody Here\nEd Ho,ed@example.org,Sam Twin\nSam Twin,sam@example.org,n/a\nSam Twin,sam.twin@example.org,Sam Twin\nFi In,fi@example.org,Fi In\n' >managers.csv
$ chiron -d m.db import people managers.csv | sed -n '/Line manager/p; /line manager/p; /rows* read/p'
Column "Line manager" is taken for line manager's name by its cells.
Column "Line manager" is taken for line manager's name by its cells.
1 person has a line manager whose name is nobody's here, so that it is left open; an address would be kept until that manager comes in.
managers.csv row 4: "Ann Lee" is below the person in the reporting line, which would go round in a circle. The line manager was left open; correct the cell.
managers.csv rows 6, 8: "Sam Twin" is the name of several people, so that the line manager is left open. Give the manager's address in a column "Line manager email".
managers.csv rows 6, 8: "Sam Twin" is the name of several people, so that the line manager is left open. Give the manager's address in a column "Line manager email".
managers.csv row 9: "Fi In" is the person themself: nobody is their own line manager. It was left out; correct the cell.
8 rows read: 8 new, 0 changed, 0 same, 0 rejected, 0 skipped.
$ chiron -d m.db person list --format csv | cut -d, -f2,13,14
name,manager,manager_email
Bo Ek,Cy Fo,cy@example.org
Cy Fo,,
Di Go,,
Ed Ho,,
Fi In,,
Ann Lee,Bo Ek,bo@example.org
Sam Twin,,
Sam Twin,,
$ chiron -d m.db import people managers.csv | tail -2 | head -1
8 rows read: 0 new, 0 changed, 8 same, 0 rejected, 0 skipped.
$ chiron -d m.db import undo 1
Import 1 is undone: 8 removed, 0 as before, 0 left.
Who came in with it is in no list any more, and still in the history: `chiron person erase` finds them there, too

# What a file would put in the place of what is known is said, value by value, before and after.

$ printf 'Name,E-mail,Skills,Phone\nAlison Abbott,alison@example.org,Gardening; Interview practice,\n' > rich.csv && chiron init Riverside -d rich.db -q && chiron -d rich.db import people rich.csv --role mentor -q
$ printf 'Name,E-mail,Skills,Phone\nAlison Abbott,alison@example.org,Gardening,01234 567890\n' > poor.csv && chiron -d rich.db import people poor.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Skills" is read as Offers.
Column "Phone" is read as Phone.

Who is here already would have:
  Alison Abbott: Phone "01234 567890"
  Alison Abbott: Offers "Gardening" instead of "Gardening; Interview practice"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d rich.db import people poor.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Skills" is read as Offers.
Column "Phone" is read as Phone.

Who was here already now has:
  Alison Abbott: Phone "01234 567890"
  Alison Abbott: Offers "Gardening" instead of "Gardening; Interview practice"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ chiron -d rich.db import people rich.csv --dry-run --format json | grep -o '"replaced":[^]]*]'
"replaced":[{"record":"Alison Abbott","field":"Offers","before":"Gardening","after":"Gardening; Interview practice","changed_here":null}]
