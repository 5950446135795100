# A list of names and nothing else comes in: a single column, below a title too, and one whose other columns are empty.
$ chiron -d s.db init Harbour -q
$ printf 'Our volunteers 2026\n\nName\nAnn Lee\nMentees\nBob Ray\n' >one.csv
$ chiron -d s.db import people one.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 3.
Column "Name" is read as Name.
Row 5 ("Mentees") gives the people below it their role; --role gives one to all.

2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ printf 'Name,E-mail,Phone,Department\nCy Fox,,,\nDi Gill,,,\nMentors,,,\nEd Holt,,,\n' >wide.csv
$ chiron -d s.db import people wide.csv | tail -n 4
Row 4 ("Mentors") gives the people below it their role; --role gives one to all.

3 rows read: 3 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ chiron -d s.db person list --columns name,roles
Name     Roles
Cy Fox
Di Gill
Ed Holt  mentor
Ann Lee
Bob Ray  mentee
# Where others have more, a row of one cell is asked about as before.
$ printf 'Name,E-mail,Phone,Role\nNorthern region,,,\nFay Ives,fay@example.org,,mentor\n' >more.csv
$ chiron -d s.db import people more.csv --dry-run 2>/dev/null | grep "^more.csv"
more.csv row 2: "Northern region" is all that the row holds: a person, or a heading within the list? If it is a person, give an e-mail or a role as well; else take the row out.
# A row of several cells is no list of names: the refusal stays.
$ printf 'Name\nAnn Lee,ann@example.org\n' >two.csv
$ chiron -d s.db import people two.csv --dry-run
chiron: two.csv has no column with names or e-mails; row 1: Name; row 2: Ann Lee, ann@example.org. If the headings are in another row: --header-row N; if this is the right file: --map 'Heading=name'.
[65]
# What an import made is counted by kind where it is taken back.
$ chiron -d s.db programme add Autumn --kind mentoring -q
$ printf 'Name,E-mail,Role,Training date\nIda Moss,ida@example.org,mentor,15.9.2019\nFlo Bly,flo@example.org,mentor,31.02.2020\n' >days.csv
$ chiron -d s.db import people days.csv --programme Autumn | grep -E '31.02|import 3'
days.csv row 3, column "Training date": "31.02.2020" is no date; it is left out. Write the day that is meant as the others are, as 15.9.2019.
This is import 3; `chiron import undo 3` takes it back.
$ chiron -d s.db import undo 3 --dry-run
Import 3 would be undone: 4 removed (2 people, 2 enrolments), 0 as before, 0 left.
# A personnel system's list: the day somebody joined the employer is not the day from which they are free.
$ printf 'Vorname,Nachname,E-Mail,Rolle,Intern/Extern,Max. Plätze,Eintrittsdatum,Wer ist Ihre direkte Führungskraft?\nUlla,Kern,ulla@example.org,Coach,extern,3,15.9.2019,Jan Wolf\nJan,Wolf,jan@example.org,Coach,intern,2,1.2.2018,\n' >hr.csv
$ chiron -d s.db import people hr.csv -q; chiron -d s.db person list roles:coach --columns name,origin,capacity,start_date,manager
Name       Coach from            Places  Available from  Line manager
Ulla Kern  external                   3                  Jan Wolf
Jan Wolf   of this organisation       2
# What people speak, under a short heading.
$ printf 'Name,Email,Speaks\nAnn Lee,ann@example.org,Arabic\n' >speaks.csv; chiron -d speaks.db init Croeso -q; chiron -d speaks.db import people speaks.csv --role mentee --dry-run | grep Speaks
Column "Speaks" is read as Languages.
