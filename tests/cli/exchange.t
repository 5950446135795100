# In from a spreadsheet, and out again.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,E-mail,Role,Colour\nAnn Lee,ann@example.org,mentor,red\nBo Vega,bo@example,mentee,blue\nCai Yu,cai@example.org,mentee,\n' >people.csv
$ chiron -d s.db import people people.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Colour" is left out: its heading is not known; --map 'Colour=FIELD' brings it in, 'Colour=custom' as a field of your own.

These would not come in:
people.csv row 3, column "E-mail": "bo@example" has no dot after the @, as in example.org. Correct the cell.

3 rows read: 2 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was written: this was a dry run.
chiron: 1 of 3 rows did not come in.
[65]
$ chiron -d s.db person list
There is nobody yet: `chiron import people FILE` or `chiron person add NAME`.
$ chiron -d s.db import people people.csv --corrections wrong.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Colour" is left out: its heading is not known; --map 'Colour=FIELD' brings it in, 'Colour=custom' as a field of your own.
What was decided of the columns is remembered for lists with these headings (no. 1).

Not brought in:
people.csv row 3, column "E-mail": "bo@example" has no dot after the @, as in example.org. Correct the cell.

3 rows read: 2 new, 0 changed, 0 same, 1 rejected, 0 skipped.
The rows that did not come in are in wrong.csv: correct them there, and import that file.
This is import 1; `chiron import undo 1` takes it back.
chiron: 1 of 3 rows did not come in.
[65]
$ chiron -d s.db import people people.csv --format json
{"batch":2,"outcome":"import","read":3,"new":0,"changed":0,"same":2,"rejected":1,"skipped":0,"decisions":{"format":"csv","sheet":null,"encoding":"UTF-8","delimiter":"comma","header_row":1,"date_order":null,"mapping":[{"heading":"Name","field":"name","certainty":"heading","samples":["Ann Lee","Bo Vega","Cai Yu"]},{"heading":"E-mail","field":"email","certainty":"heading","samples":["ann@example.org","bo@example","cai@example.org"]},{"heading":"Role","field":"roles","certainty":"remembered","samples":["mentor","mentee","mentee"]},{"heading":"Colour","field":null,"certainty":null,"samples":["red","blue"]}]},"issues":[{"row":3,"line":3,"column":"E-mail","field":"email","value":"bo@example","reason":"bad_email","rejected":true,"message":"has no dot after the @, as in example.org","fix":"Correct the cell"}],"notices":["The text is UTF-8","Columns are separated by commas","Headings are in row 1","These headings are known since 2026-11-23: what was said of them then is remembered (no. 1)","Column \"Name\" is read as Name","Column \"E-mail\" is read as E-mail","Column \"Role\" is read as Roles, as remembered","Column \"Colour\" is left out: its heading is not known; --map 'Colour=FIELD' brings it in, 'Colour=custom' as a field of your own","Nothing new in rows 2, 4"],"replaced":[],"corrections":null,"hash":"a890469e9f90bd0f8a6b9252c3fc9e3c"}
{"error":{"status":"data","rule":null,"field":null,"message":"1 of 3 rows did not come in","fix":null}}
[65]
$ chiron -d s.db import people nothing.csv
chiron: There is no file nothing.csv. Check the name and the folder.
[66]
$ chiron -d s.db import list
No.  When              File        Read  New  Changed  Rejected  Undone
  2  Mon 23 Nov 12:00  people.csv     3    0        0         1
  1  Mon 23 Nov 12:00  people.csv     3    2        0         1
$ chiron -d s.db import show 1 | head -n 3
No.: 1
When: Mon 23 Nov 12:00
File: people.csv
$ chiron -d s.db import show 77
chiron: there is no import with the number 77.
[66]
$ chiron -d s.db import undo 1
Import 1 is undone: 2 removed, 0 as before, 0 left.
Who came in with it is in no list any more, and still in the history: `chiron person erase` finds them there, too
$ chiron -d s.db import undo 1
chiron: import 1 was undone already, Mon 23 Nov 12:00.
[65]
$ chiron -d s.db person add 'Dai Evans' --email dai@example.org -q
$ chiron -d s.db export people -o out.csv && head -n 1 out.csv | cut -d, -f2-5
Written: out.csv
person_id,name,first_name,last_name
$ chiron -d s.db export people -o out.csv
chiron: out.csv is there already and would be replaced. Add --yes to do it all the same.
[64]
$ chiron -d s.db export people -o out.csv --yes
Written: out.csv
$ ls | grep -v journal
out.csv
people.csv
s.db
wrong.csv
$ chiron -d s.db export people -o out.xlsx && head -c 2 out.xlsx && rm out.xlsx
Written: out.xlsx
PK
$ chiron -d s.db export people --format xlsx | head -c 2
PK
$ chiron -d s.db export people --format json -o out.xlsx
{"error":{"status":"usage","rule":null,"field":null,"message":"the name \"out.xlsx\" asks for another format than --format","fix":null}}
[64]
$ chiron -d s.db person list --format xlsx
chiron: only an export can be xlsx; this is table, lines, csv or json.
[64]
$ chiron -d s.db export people -o out.ods
chiron: the name of an export ends in .csv, .json or .xlsx; "out.ods" was given.
[64]
$ chiron -d s.db export people -o no/folder/out.csv
chiron: no/folder/out.csv cannot be made: No such file or directory.
[73]
$ chiron -d s.db export cats
chiron: KIND is people, enrolments, credentials, pairings, sessions, actions or mine; "cats" was given.
[64]
$ chiron -d s.db export people --format json | cut -d, -f2-4
"person_id":3,"name":"Dai Evans","first_name":null
$ chiron -d s.db import people out.csv | tail -n 2
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db import heading 'Wer bist du?' name
Columns headed "Wer bist du?" are read as name from now on.
$ chiron -d s.db import heading Farbe colour
chiron: "colour" is no field of a person, a pairing or a session. `chiron export people` shows the fields in its first row.
[65]
$ printf 'Wer bist du?;E-Mail;Rolle\nEva Ruiz;eva@example.org;Mentorin\n' >gruppe.csv
$ chiron -d s.db import people gruppe.csv
The text is UTF-8.
Columns are separated by semicolons.
Headings are in row 1.
Column "Wer bist du?" is read as Name.
Column "E-Mail" is read as E-mail.
Column "Rolle" is taken for Roles by its cells.

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 4; `chiron import undo 4` takes it back.
$ chiron -d s.db import people $FIXTURES/rosters/leadership-coaching.xlsx --sheet Notes
chiron: leadership-coaching.xlsx, sheet "Notes", has no column with names or e-mails; row 1: Coach places are the number of. If the headings are in another row: --header-row N; if this is the right file: --map 'Heading=name'.
[65]
$ chiron -d s.db import people $FIXTURES/rosters/leadership-coaching.xlsx --sheet Staff
chiron: leadership-coaching.xlsx has no sheet "Staff". Its sheets are Participants, Notes.
[64]
$ chiron -d s.db import people $FIXTURES/rosters/leadership-coaching.xlsx --dry-run | head -n 3
Sheet "Participants" is read.
Sheet "Notes" is not read: it has no headings of a list.
Headings are in row 4.
