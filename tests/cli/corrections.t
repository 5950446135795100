# What did not come in is in the corrections file as it was: a cell too many, an address that another has already.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ printf 'Name,Email,Role\nAnn Lee,ann@example.org,mentor\nBob Roe,bob@example.org,mentee,by telephone only\nCid Poe,cid@example,mentor\nTom Lee,ann@example.org,mentee\n' > list.csv
$ chiron -d s.db import people list.csv --corrections fix.csv -q
chiron: 2 of 4 rows did not come in.
[65]
$ tail -n +2 fix.csv
Bob Roe,bob@example.org,mentee,has 4 cells under 3 headings,Put a cell that has the delimiter in it into quotation marks,by telephone only
Cid Poe,cid@example,mentor,"Email: ""cid@example"" has no dot after the @, as in example.org",Correct the cell
Tom Lee,ann@example.org,mentee,"Name: ""Tom Lee"" has the address of Ann Lee in row 2, and one address is one person","if they are two, give this one an address of their own; else take this row out"

# Mended there, they come in; what was wrong with them is passed over.
$ sed -i -e 's/cid@example,/cid@example.org,/' -e 's/,by telephone only//' -e 's/Tom Lee,ann@example.org/Tom Lee,/' fix.csv
$ chiron -d s.db import people fix.csv -q; chiron -d s.db person list --format csv --columns name,roles,email
name,roles,email
Ann Lee,mentor,ann@example.org
Tom Lee,mentee,
Cid Poe,mentor,cid@example.org
Bob Roe,mentee,bob@example.org

# Of a list of which nothing came in nothing stays: no import to take back, nothing remembered of how it was read.
$ printf 'Name,Contact\nCid Poe,cid\n' > wrong.csv; chiron -d s.db import people wrong.csv --map 'Contact=email' | tail -n 2
chiron: 1 of 1 rows did not come in.
1 row read: 0 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was changed: no row came in.
$ chiron -d s.db import list --format csv | cut -d, -f1,3-
import_batch_id,file_name,kind,programme,imported_by,rows_read,rows_new,rows_changed,rows_same,rows_rejected,rows_skipped,undone_at,file_hash,decisions
2,fix.csv,people,,,3,3,0,0,0,0,,54d23ce5436d124288e1cd20414d2238,"The text is UTF-8, with a byte order mark
Columns are separated by commas
Headings are in row 1
These headings are known since 2026-11-23: what was said of them then is remembered (no. 1)
Column ""Name"" is read as Name
Column ""Email"" is read as E-mail
Column ""Role"" is read as Roles
Column ""Problem"" is left out: chiron wrote it
Column ""How to fix"" is left out: chiron wrote it
1,list.csv,people,,,4,1,0,0,2,1,,a6a8f3d7be8e856229294730b4c7d9e5,"The text is UTF-8
Columns are separated by commas
Headings are in row 1
Column ""Name"" is read as Name
Column ""Email"" is read as E-mail
Column ""Role"" is taken for Roles by its cells
What was decided of the columns is remembered for lists with these headings (no. 1)"
$ chiron -d s.db import people wrong.csv --dry-run | grep remembered
[1]
