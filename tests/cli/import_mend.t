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
Mended in "Hours a month": 3-4 is read as 4, in 3 rows.
Mended in "E-mail": row 2.

To look at; these rows came in:
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
