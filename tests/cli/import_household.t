# Two people in one cell: they come in as one unless somebody says otherwise, which one answer does. One address is one
# person, so it stays with the first; all else that the row says is of both.
$ chiron -d s.db init Harbour -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,E-mail,Phone,Role\nBob & Maureen Trick,tricks@example.org,01632 960114,mentor\nAnn Lee,ann@example.org,01632 960115,mentee\nMr & Mrs Kingdon,kingdons@example.org,01632 960117,mentee\n' >list.csv
$ chiron -d s.db import people list.csv --dry-run | tail -n 6
To look at; these rows would come in:
list.csv row 2, column "Name": "Bob & Maureen Trick" looks like two people, and comes in as one. Did you mean Bob Trick; Maureen Trick? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.
list.csv row 4, column "Name": "Mr & Mrs Kingdon" looks like two people, and comes in as one. Did you mean Mr Kingdon; Mrs Kingdon? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.

3 rows read: 3 new, 0 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db import people list.csv --mend '2:Name=Bob Trick; Maureen Trick' --mend '4:Name=Joe Kingdon; May Kingdon' | tail -n +9
2 rows are of two people each and count as two; an e-mail address stays with the first of them.

5 rows read: 5 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list --columns name,email,phone,roles
Name           E-mail                Phone         Roles
Joe Kingdon    kingdons@example.org  01632 960117  mentee
May Kingdon                          01632 960117  mentee
Ann Lee        ann@example.org       01632 960115  mentee
Bob Trick      tricks@example.org    01632 960114  mentor
Maureen Trick                        01632 960114  mentor
# The list comes in again without a change, and goes out and back.
$ chiron -d s.db import people list.csv | tail -n +8
Nothing new in rows 2, 3, 4.
2 cells are read as they were mended on 23 November: "Name" in rows 2, 4; --afresh reads them as they stand.
2 rows are of two people each and count as two; an e-mail address stays with the first of them.

5 rows read: 0 new, 0 changed, 5 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db export people -q --output out.csv; chiron -d s.db import people out.csv | tail -n 2
5 rows read: 0 new, 0 changed, 5 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
# A name of three, or of half, is no two people.
$ chiron -d s.db import people list.csv --mend '2:Name=A; B; C' --mend '4:Name=Joe Kingdon;' --dry-run | grep -E 'two people|read:'
list.csv row 2, column "Name": "A; B; C" looks like two people, and comes in as one. Give each of them a row of their own.
list.csv row 4, column "Name": "Joe Kingdon;" looks like two people, and comes in as one. Give each of them a row of their own.
3 rows read: 0 new, 2 changed, 1 same, 0 rejected, 0 skipped.
# Father and son of one name and one address: the way that keeps both is told first, and does.
$ chiron -d family.db init Family -q
$ printf 'Name,Email,Phone,Notes\nMohammed Ali,ali@example.net,07700 900620,son\nMohammed Ali,ali@example.net,07700 900620,father\n' >family.csv
$ chiron -d family.db import people family.csv --role mentee --dry-run | tail -n 5
These would be skipped, since an earlier row says otherwise:
family.csv row 3, column "Notes": "father" differs from row 2, which has the same address: the same person. The earlier row was taken; if they are two, give this one an address of their own, or none; --keep-last takes the last of such rows instead.

2 rows read: 1 new, 0 changed, 0 same, 0 rejected, 1 skipped.
Nothing was written: this was a dry run.
$ sed -i '3s/ali@example.net//' family.csv; chiron -d family.db import people family.csv --role mentee --dry-run | tail -n 5
To look at; these rows would come in:
family.csv row 3, column "Name": "Mohammed Ali" has the name and the phone number of row 2. They are two people unless you say otherwise; if they are one, --mend '3:person=row 2' says so.

2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
