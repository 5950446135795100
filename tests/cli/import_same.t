# Two rows of one list that may be one person are asked about; the answer names the row.
$ chiron -d s.db init Harbour -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,Email,Phone,Role,Skills\nAnn Lee,ann@example.org,07700 900123,mentor,finance\nBob Ray,bob@example.org,,mentee,\nAnn Lee,ann@home.example,(07700) 900123,mentor,leadership\nCath Moor,,07700 900130,mentee,\nCath Moor,cath@example.org,,mentee,\nJon Smith,jon@example.org,07700 900150,mentor,\nJonathan Smith,js@example.org,07700 900150,mentor,\nDi Smith,di@example.org,07700 900150,mentor,\n' >roster.csv
$ chiron -d s.db import people roster.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Phone" is read as Phone.
Column "Role" is taken for Roles by its cells.
Column "Skills" is read as Offers.

To look at; these rows would come in:
roster.csv row 4, column "Name": "Ann Lee" has the name and the phone number of row 2. They are two people unless you say otherwise; if they are one, --mend '4:person=row 2' says so.
roster.csv row 6, column "Name": "Cath Moor" is also the name in row 5. They are two people unless you say otherwise; if they are one, --mend '6:person=row 5' says so.
roster.csv row 8, column "Name": "Jonathan Smith" has the phone number of Jon Smith in row 7. They are two people unless you say otherwise; if they are one, --mend '8:person=row 7' says so.

8 rows read: 8 new, 0 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
# By default they are two; said to be one, the earlier row counts, and what it does not say is filled in.
$ chiron -d s.db import people roster.csv --mend '4:person=row 2' --mend '5:person=row 6' --mend '8:person=row 7'
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Phone" is read as Phone.
Column "Role" is taken for Roles by its cells.
Column "Skills" is read as Offers.
Nothing new in row 8 (row 7 again).
Said who it is: rows 4, 6, 8.

To look at; these rows came in:
roster.csv row 4, column "Name": "Ann Lee" is the person of row 2, as you say; of that row count: E-mail.
roster.csv row 8, column "Name": "Jonathan Smith" is the person of row 7, as you say; of that row count: Name, E-mail.

Who was here already now has:
  Ann Lee: Offers "finance; leadership" instead of "finance"
  Cath Moor: E-mail "cath@example.org"

8 rows read: 5 new, 2 changed, 1 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list --columns name,email,phone,offers
Name       E-mail            Phone         Offers
Ann Lee    ann@example.org   07700 900123  finance; leadership
Cath Moor  cath@example.org  07700 900130
Bob Ray    bob@example.org
Di Smith   di@example.org    07700 900150
Jon Smith  jon@example.org   07700 900150
# What they were also known by leads to them from then on: the same list finds them again.
$ chiron -d s.db import people roster.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Phone" is read as Phone.
Column "Role" is taken for Roles by its cells.
Column "Skills" is read as Offers.
Nothing new in rows 2, 3, 4 (row 2 again), 5, 6 (row 5 again), 7, 8 (row 7 again), 9.
3 cells are read as they were mended on 23 November: who it is in rows 4, 6, 8; --afresh reads them as they stand.

To look at; these rows came in:
roster.csv row 8, column "Name": "Jonathan Smith" is the person of row 7, as was said before; of that row count: Name.

8 rows read: 0 new, 0 changed, 8 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db person list --columns name,email,phone,offers
Name       E-mail            Phone         Offers
Ann Lee    ann@example.org   07700 900123  finance; leadership
Cath Moor  cath@example.org  07700 900130
Bob Ray    bob@example.org
Di Smith   di@example.org    07700 900150
Jon Smith  jon@example.org   07700 900150
# So it does without what was remembered of its rows.
$ chiron -d s.db import people roster.csv --afresh | tail -n 3

8 rows read: 0 new, 0 changed, 8 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
# Taken back whole, the newest first.
$ chiron -d s.db import undo 3 -q
$ chiron -d s.db import undo 2 -q
$ chiron -d s.db import undo 1
Import 1 is undone: 5 removed, 0 as before, 0 left.
Who came in with it is in no list any more, and still in the history: `chiron person erase` finds them there, too
$ chiron -d s.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   7 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
$ chiron -d s.db import people roster.csv --dry-run -q
# What does not say who it is.
$ chiron -d s.db import people roster.csv --mend '4:person=Ann'
chiron: "Ann" does not say who row 4 is about. It may be the number of a person, as 4:person=12, another row, as 4:person=row 12, or "new".
[64]
$ chiron -d s.db import people roster.csv --mend '4:person=row 77' --afresh --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Phone" is read as Phone.
Column "Role" is taken for Roles by its cells.
Column "Skills" is read as Offers.
The mending of "person" in row 77 fits nothing: that row holds no data.

To look at; these rows would come in:
roster.csv row 4, column "Name": "Ann Lee" has the name and the phone number of row 2. They are two people unless you say otherwise; if they are one, --mend '4:person=row 2' says so.
roster.csv row 6, column "Name": "Cath Moor" is also the name in row 5. They are two people unless you say otherwise; if they are one, --mend '6:person=row 5' says so.
roster.csv row 8, column "Name": "Jonathan Smith" has the phone number of Jon Smith in row 7. They are two people unless you say otherwise; if they are one, --mend '8:person=row 7' says so.

8 rows read: 8 new, 0 changed, 0 same, 0 rejected, 0 skipped.
Nothing was written: this was a dry run.
# A household in one row is said, with the two rows that it may be; numbered columns add up; who is said to have left
# is asked about.
$ printf 'Name,Email,Role,Role 2,Skill 1,Skill 2,Active\nAnn Lee,ann@example.org,Mentor,Mentee,cv,budgets,yes\nAnn and Bob Holt,holt@example.org,Mentor,,,,no (moved)\n' >numbered.csv
$ chiron init -d n.db Harbour -q
$ chiron -d n.db import people numbered.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Role 2" is taken for Roles by its cells.
Column "Skill 1" is read as Offers.
Column "Skill 2" is read as Offers.
Column "Active" is left out: who leaves is recorded with the day; who is said to have left is asked about.

To look at; these rows came in:
numbered.csv row 3, column "Name": "Ann and Bob Holt" looks like two people, and comes in as one. Did you mean Ann Holt; Bob Holt? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.
numbered.csv row 3, column "Active": "no (moved)" says of Ann and Bob Holt: no longer taking part. If they are not wanted here, leave the row out: --leave-out 3.

2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d n.db person list --columns name,roles,offers
Name              Roles           Offers
Ann and Bob Holt  mentor
Ann Lee           mentor, mentee  cv; budgets
# Of one import all is shown: what was decided, too.
$ chiron -d n.db import show 1 | sed -n '/^Hash/s/ .*/ .../p; /^Decisions/,$p'
Hash: ...
Decisions: The text is UTF-8
    Columns are separated by commas
    Headings are in row 1
    Column "Name" is read as Name
    Column "Email" is read as E-mail
    Column "Role" is taken for Roles by its cells
    Column "Role 2" is taken for Roles by its cells
    Column "Skill 1" is read as Offers
    Column "Skill 2" is read as Offers
    Column "Active" is left out: who leaves is recorded with the day; who is said to have left is asked about

# Of training and actions, too, the result says what was replaced.
$ chiron -d c.db init Quay -q && chiron -d c.db programme add 'Back to Work' --kind mentoring -q
$ printf 'Name,E-mail,Role\nAnn Lee,ann@example.org,mentor\nBo Vega,bo@example.org,mentee\n' >two.csv && chiron -d c.db import people two.csv -q
$ printf 'E-mail,Kind,What,Given on,Body\nann@example.org,training,First aid,2026-03-02,Red Cross\n' >aid.csv && chiron -d c.db import credentials aid.csv -q
$ sed -i 's/Red Cross/St John/' aid.csv && chiron -d c.db import credentials aid.csv | tail -n 5
Who was here already now has:
  Ann Lee: Body "St John" instead of "Red Cross"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 3; `chiron import undo 3` takes it back.
$ printf 'Mentor email,Mentee email,Started\nann@example.org,bo@example.org,2026-03-02\n' >pair.csv && chiron -d c.db import pairings pair.csv -q
$ printf 'Mentor email,Mentee email,Agreed on,Due,State\nann@example.org,bo@example.org,2026-03-09,2026-03-20,open\n' >act.csv && chiron -d c.db import actions act.csv -q
$ chiron -d c.db export actions -o act-out.csv -q && sed -i '2s/2026-03-20/2026-03-27/' act-out.csv && chiron -d c.db import actions act-out.csv | tail -n 5
Who was here already now has:
  Ann Lee / Bo Vega: Due on "27 Mar 2026" instead of "20 Mar 2026"

1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 6; `chiron import undo 6` takes it back.
