# Cells mended on the way in.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,E-mail,Hours a month\nAnn Lee,ann@example,3-4\nBo Vega,bo@example.org,3-4\nCai Yu,cai@example.org,3-4\nDai Ek,"dai@example,org",2\n' >people.csv
$ chiron -d s.db import people people.csv --dry-run --mend '2:E-mail=ann@example.org' --mend-all 'Hours a month=3-4=4' --take-suggestions
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Where another value may be meant, it is taken, as asked for.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Hours a month" is read as Hours a month.
Nothing in the list says who is a mentor and who a mentee; --role gives everybody one, and 'HEADING=roles' of --map says which column does.
Mended in "Hours a month": 3-4 is read as 4, in 3 rows.
Mended in "E-mail": row 2.

To look at; these rows would come in:
people.csv row 5, column "E-mail": "dai@example,org" is read as dai@example.org, as suggested.

4 rows read: 4 new, 0 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db import people people.csv --mend 'E-mail=ann@example.org'
chiron: "E-mail=ann@example.org" is no mending. Write it as 'ROW:Heading=as it is meant', as '7:Hours=4'.
[64]
$ chiron -d s.db import people people.csv --mend-all 'E-mail=ann@example'
chiron: "E-mail=ann@example" is no mending. Write it as 'Heading=as it stands=as it is meant', as 'Hours=3-4=4'.
[64]
$ chiron -d s.db import people people.csv --mend '2:Phone=0770'
chiron: No column is headed "Phone" in row 1.
[64]
$ chiron -d s.db import people people.csv --mend '2:E-mail=ann@example.org' --take-suggestions | tail -n 5
people.csv rows 2, 3, 4, column "Hours a month": "3-4" is a range, not one number of hours; it is left out. Enter one number, or leave the cell empty.
people.csv row 5, column "E-mail": "dai@example,org" is read as dai@example.org, as suggested.

4 rows read: 4 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ head -n 2 people.csv
Name,E-mail,Hours a month
Ann Lee,ann@example,3-4
# What is said of columns is remembered for lists with the same headings.
$ printf 'Kzl,Adr,Farbe\nEva Ruiz,eva@example.org,red\n' >odd.csv
$ chiron -d s.db import people odd.csv | tail -n 3
chiron: odd.csv has no column with names or e-mails; row 1: Kzl, Adr, Farbe; row 2: Eva Ruiz, eva@example.org, red. If the headings are in another row: --header-row N; if this is the right file: --map 'Heading=name'.
$ chiron -d s.db import people odd.csv --header-row 1 --map Kzl=name --map Adr=email
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Kzl" is read as Name, as asked for.
Column "Adr" is read as E-mail, as asked for.
Column "Farbe" is left out: its heading is not known; --map 'Farbe=FIELD' brings it in, 'Farbe=custom' as a field of your own.
What was decided of the columns is remembered for lists with these headings (no. 1).

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ chiron -d s.db import people odd.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
These headings are known since 2026-11-23: what was said of them then is remembered (no. 1).
Column "Kzl" is read as Name, as remembered.
Column "Adr" is read as E-mail, as remembered.
Column "Farbe" is left out: its heading is not known; --map 'Farbe=FIELD' brings it in, 'Farbe=custom' as a field of your own.
4 people of the scheme are not in this file; they stay as they are (`chiron report not-in-file`).
Nothing new in row 2.

1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db import mappings
No.  Kind    Headings           Columns             Dates  Since
  1  people  Kzl | Adr | Farbe  Kzl=name Adr=email         Mon 23 Nov 12:00
$ chiron -d s.db import columns odd.csv
Heading  Field  By          Samples          Left out, because
Kzl      name   remembered  Eva Ruiz
Adr      email  remembered  eva@example.org
Farbe                       red              its heading is not known; --map 'HEADING=FIELD' brings it in, 'HEADING=custom' as a field of your own
$ chiron -d s.db import columns odd.csv --afresh
chiron: odd.csv has no column with names or e-mails; row 1: Kzl, Adr, Farbe; row 2: Eva Ruiz, eva@example.org, red. If the headings are in another row: --header-row N; if this is the right file: --map 'Heading=name'.
[65]
$ chiron -d s.db import columns odd.csv --kind cats
chiron: the rows of a list are people, pairings, sessions, enrolments, credentials, actions or feedback; "cats" was given.
[64]
$ chiron -d s.db import forget 1
What was remembered as no. 1 is forgotten. `chiron undo` brings it back.
$ chiron -d s.db import forget 1
chiron: there is no mapping with the number 1.
[66]
$ chiron -d s.db import forget all
chiron: "all" is no number of remembered columns. `chiron import mappings` shows them.
[64]
$ chiron -d s.db import mappings
Nothing is remembered: what you say of columns by --map will be, for lists with the same headings.
# What was looked at is what comes in.
$ chiron -d s.db import people people.csv --dry-run --seen 0123
chiron: people.csv has changed since it was looked at. Look at what it would bring in now, then import it.
[75]
# What taking it back would do.
$ chiron -d s.db import undo 2 --dry-run
Import 2 would be undone: 1 removed, 0 as before, 0 left.

# Somebody much like who is here already is them, or somebody new.
$ printf 'Name,Phone\nAnn Leee,0161 496 0001\nBo Vegaa,\n' >near.csv; chiron -d s.db import people near.csv --dry-run | grep near.csv
near.csv row 2, column "Name": "Ann Leee" is much like Ann Lee, person 1. They are two people unless you say otherwise; if they are one, --mend '2:person=1' says so.
near.csv row 3, column "Name": "Bo Vegaa" is much like Bo Vega, person 2. They are two people unless you say otherwise; if they are one, --mend '3:person=2' says so.
$ chiron -d s.db import people near.csv --mend 2:person=1 --mend 3:person=new | tail -n 6; chiron -d s.db person show 1 | head -n 4
Who was here already now has:
  Ann Lee: Name "Ann Leee" instead of "Ann Lee"
  Ann Lee: Phone "0161 496 0001"

2 rows read: 1 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 3; `chiron import undo 3` takes it back.
No.: 1
Name: Ann Leee
E-mail: ann@example.org
Phone: 0161 496 0001
$ chiron -d s.db import people near.csv --mend 2:person=77 | tail -n 4
chiron: 1 of 2 rows did not come in.
near.csv row 2, column "Name": "Ann Leee" is said to be person 77, and nobody has that number. Say the number that `chiron person list` shows.

2 rows read: 0 new, 0 changed, 1 same, 1 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
