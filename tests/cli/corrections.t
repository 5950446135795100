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
