# What did not come in is in the corrections file as it was: a cell too many, an address that another has already.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ printf 'Name,Email,Role\nAnn Lee,ann@example.org,mentor\nBob Roe,bob@example.org,mentee,by telephone only\nCid Poe,cid@example,mentor\nTom Lee,ann@example.org,mentee\n' > list.csv
$ chiron -d s.db import people list.csv --corrections fix.csv -q
chiron: 2 of 4 rows did not come in.
[65]
$ tail -n +2 fix.csv
Bob Roe,bob@example.org,mentee,has 4 cells under 3 headings,Put a cell that has the delimiter in it into quotation marks,by telephone only
Cid Poe,cid@example,mentor,"Email: ""cid@example"" has no dot after the @, as in example.org",Correct the cell
Tom Lee,ann@example.org,mentee,"Email: ""ann@example.org"" is also the address of Ann Lee in row 2, and one address is one person","if they are two, give this one an address of their own, or none; else take this row out"

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
chiron: its one row did not come in.
1 row read: 0 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was changed: no row came in.
$ chiron -d s.db import list --format csv | grep -c wrong.csv
0
[1]
$ chiron -d s.db import people wrong.csv --dry-run | grep remembered
[1]
