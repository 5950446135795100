# Rows as a whole: who said no to a consent, who is skipped, who is left out.
$ chiron -d s.db init Harbour -q
$ printf 'Name,E-mail,I agree that the scheme keeps my details,Hours a month\nEva Hart,eva@example.org,No,2\nFlo Bly,flo@example.org,Yes,2-3\nGil Cae,gil@example.org,no,2\nHal Doe,flo@example.org,,2\nIra Eve,no address,yes,2\n' >sign-ups.csv
$ chiron -d s.db import people sign-ups.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "I agree that the scheme keeps my details" is left out: consent is not brought in from a list.
Column "Hours a month" is read as Hours a month.
Nothing in the list says who is a mentor and who a mentee; --role gives everybody one, and 'HEADING=roles' of --map says which column does.
To "I agree that the scheme keeps my details" 2 said yes, 2 said no, 1 said nothing.

To look at; these rows would come in:
sign-ups.csv row 2, column "I agree that the scheme keeps my details": "No" is the answer of Eva Hart. Ask them before you keep what they wrote, or leave the row out.
sign-ups.csv row 4, column "I agree that the scheme keeps my details": "no" is the answer of Gil Cae. Ask them before you keep what they wrote, or leave the row out.
sign-ups.csv row 3, column "Hours a month": "2-3" is a range, not one number of hours; it is left out. Enter one number, or leave the cell empty.
  --leave-out refused leaves out whoever said no

These would be skipped, since an earlier row says otherwise:
sign-ups.csv row 5, column "E-mail": "flo@example.org" is also the address of Flo Bly in row 3, and one address is one person. If they are two, give this one an address of their own, or none; else take this row out.

These would not come in:
sign-ups.csv row 6, column "E-mail": "no address" has no @. Correct the cell.

5 rows read: 3 new, 0 changed, 0 same, 1 rejected, 1 skipped.
Nothing was written: this was a dry run.
chiron: 1 of 5 rows did not come in.
[65]
$ chiron -d s.db import people sign-ups.csv --leave-out refused --leave-out 3 --leave-out 6 --leave-out 77
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "I agree that the scheme keeps my details" is left out: consent is not brought in from a list.
Column "Hours a month" is read as Hours a month.
To "I agree that the scheme keeps my details" 2 said yes, 2 said no, 1 said nothing.
Rows 3, 6 stay out, as you say.
2 rows stay out, as you say, since they said no.
Row 77, which was to stay out, holds no data.

5 rows read: 1 new, 0 changed, 0 same, 0 rejected, 4 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list
No.  Name     Roles  E-mail           Department  Offers  Seeks  With  Last session
  1  Hal Doe         flo@example.org
$ chiron -d s.db import people sign-ups.csv --leave-out x
chiron: "x" is no number of a row. --leave-out takes it as the spreadsheet counts: --leave-out 12.
[64]
