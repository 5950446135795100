# Two people in one cell of a list of pairs, and people known by their telephones.
$ chiron -d s.db init Harbour -q
$ chiron -d s.db programme add Ways --kind mentoring -q
$ printf 'Name,Email,Phone,Role,Skills\nAnn Lee,ann@example.org,07700 900123,mentor,cv\nBob Ray,bob@example.org,07700 900124,mentee,\nCy Moor,,07700 900131,mentee,\nDee Moor,,07700 900131,mentee,\nEd Gow,ed@example.org,07700 900150,mentor,cv\nEd Gow,ed.gow@example.org,07700 900151,mentor,cv\n' >people.csv
$ chiron -d s.db import people people.csv -q
$ printf 'Pair,Started\nAnn Lee -> Bob Ray,03/02/2025\nMentor: Ann Lee; Mentee: Cy Moor,14/02/2025\nAnn Lee / Dee Moor,03/02/2025\njust Ann,03/02/2025\n' >pairs.csv
$ chiron -d s.db import pairings pairs.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Pair" is read as The two in one cell.
Column "Started" is read as Started on.
Dates in "Started" are read day first, as in 14/02/2025.

Not brought in:
pairs.csv row 4, column "Pair": "Ann Lee / Dee Moor" does not say which of the two is the mentor or coach. Write it as Mentor's name -> Mentee's name, or head the column "Mentor / Mentee", or give each a column of their own.
pairs.csv row 5, column "Pair": "just Ann" is not two names with a sign between them. Write it as Mentor's name -> Mentee's name, or head the column "Mentor / Mentee", or give each a column of their own.

4 rows read: 2 new, 0 changed, 0 same, 2 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
chiron: 2 of 4 rows did not come in.
[65]
# The heading says who comes first.
$ printf 'Mentee / Mentor,Started\n"Moor, Dee / Lee, Ann",01/02/2025\n' >turned.csv
$ chiron -d s.db import pairings turned.csv --today 2026-11-23 -q
# Of two called alike the telephone decides; of two with one telephone nothing.
$ printf 'Mentor,Mentor phone,Mentee,Mentee phone,Start date\nEd Gow,(07700) 900151,Bob R.,07700900124,14/9/2026\n,07700 900123,Ray,07700 900124,1 Oct 2026\nEd Gow,,Cy M.,07700 900131,14/9/2026\n' >phones.csv
$ chiron -d s.db import pairings phones.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentor phone" is read as Phone of the mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Mentee phone" is read as Phone of the mentee or coachee.
Column "Start date" is read as Started on.
Dates in "Start date" are read day first, as in 14/9/2026.

Not brought in:
phones.csv row 3, column "Mentee": "Ray" is nobody's name here. Did you mean Bob Ray? Bring the people in first (`chiron import people`) or with the pairs (--new-people), or correct the cell.
phones.csv row 4, column "Mentee": "Cy M." is nobody's name here. Bring the people in first (`chiron import people`) or with the pairs (--new-people), or correct the cell.
phones.csv row 4, column "Mentor": "Ed Gow" is the name of several people: person 5, person 6. Write that number in place of the name, or say who is meant in a column of its own, by their e-mail or phone.

3 rows read: 1 new, 0 changed, 0 same, 2 rejected, 0 skipped.
This is import 4; `chiron import undo 4` takes it back.
chiron: 2 of 3 rows did not come in.
[65]
$ chiron -d s.db pairing list --columns guide,learner,started_on --today 2026-11-23
Mentor or coach  Mentee or coachee  Started on
Ann Lee          Cy Moor            14 Feb 2025
Ann Lee          Dee Moor           1 Feb 2025
Ann Lee          Bob Ray            3 Feb 2025
Ed Gow           Bob Ray            Mon 14 Sep
# What a later list says otherwise of pairs and enrolments that are here is said, too.
$ sed 's,03/02/2025,10/02/2025,; 3,$d' pairs.csv >later.csv
$ chiron -d s.db import pairings later.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Pair" is read as The two in one cell.
Column "Started" is read as Started on.
Dates in "Started" are read day first, though none of them proves it; --date-order overrules.

Who was here already now has:
  Ann Lee / Bob Ray: Started on "10 Feb 2025" instead of "3 Feb 2025"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 5; `chiron import undo 5` takes it back.
$ printf 'Name,Email,Programme,Role,Seeks\nBob Ray,bob@example.org,Ways,mentee,cv\n' >enrolled.csv
$ chiron -d s.db import enrolments enrolled.csv -q
$ sed s/,cv/,budgets/ enrolled.csv >later.csv
$ chiron -d s.db import enrolments later.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Person.
Column "Email" is read as E-mail.
Column "Programme" is read as Programme.
Column "Role" is read as Role.
Column "Seeks" is read as Seeks.

Who was here already now has:
  Bob Ray: Seeks "budgets" instead of "cv"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 7; `chiron import undo 7` takes it back.
# Two people on one side of a pair are no new person.
$ printf 'Mentor,Mentee,Start date\nUna Fay / Vic Gil,Wes Hay,1/9/2026\n' >three.csv
$ chiron -d s.db import pairings three.csv --new-people --today 2026-11-23 | tail -n 5
chiron: its one row did not come in.
Not brought in:
three.csv row 2, column "Mentor": "Una Fay / Vic Gil" looks like two people, and a pair has one on each side. Give each of them a row of their own.

1 row read: 0 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was changed: no row came in.
# Of two who have one name the number says who is meant; a number that nobody has is nobody.
$ chiron -d twins.db init Twins -q; chiron -d twins.db programme add Ways --kind mentoring -q
$ printf 'Name,Email,Role\nOmar Ibrahim,,mentee\nAnn Lee,ann@example.org,mentor\n' >people.csv; chiron -d twins.db import people people.csv --programme Ways -q
$ chiron -d twins.db person add 'Omar Ibrahim' --roles mentee -q
$ printf 'Mentor,Mentee\nAnn Lee,Omar Ibrahim\n' >pairs.csv; chiron -d twins.db import pairings pairs.csv --programme Ways --dry-run | grep several
chiron: its one row did not come in.
pairs.csv row 2, column "Mentee": "Omar Ibrahim" is the name of several people: person 1, person 3. Write that number in place of the name, or say who is meant in a column of its own, by their e-mail or phone.
$ printf 'Mentor,Mentee\nAnn Lee,Person 3\nAnn Lee,person 31\n' >pairs.csv; chiron -d twins.db import pairings pairs.csv --programme Ways --new-people | grep -E 'person 31|read:'
chiron: 1 of 2 rows did not come in.
pairs.csv row 3, column "Mentee": "person 31" is nobody's name here. Bring the people in first (`chiron import people`), or correct the cell.
2 rows read: 1 new, 0 changed, 0 same, 1 rejected, 0 skipped.
$ chiron -d twins.db pairing show 1 | grep -i omar
Mentee or coachee: Omar Ibrahim
