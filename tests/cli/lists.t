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
