# Pairings and past sessions in from a spreadsheet.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add 'Back to Work' --kind mentoring -q
$ printf 'Name,E-mail,Role\nAnn Lee,ann@example.org,mentor\nBo Vega,bo@example.org,mentee\nCai Yu,,mentee\n' >people.csv
$ chiron -d s.db import people people.csv -q
$ printf 'Mentor,Mentor email,Mentee,Status,Start date,End date,Frequency,Notes\n,ann@example.org,bo@example.org,ended,2024-03-04,2024-09-30,,secret\n,ANN@example.org,"Yu, Cai",current,2026-09-01,2027-03-01,2 weeks,\nAnn Lee,,Dai Evans,current,2026-09-01,,,\n' >pairs.csv
$ chiron -d s.db import pairings pairs.csv --dry-run | tail -n 12
chiron: 1 of 3 rows did not come in.
Column "Frequency" is read as Meet every.
Column "Notes" is left out: what two people say to each other is theirs (R58).

To look at; these rows would come in:
pairs.csv row 3, column "End date": "2027-03-01" lies ahead, so it is taken for the planned end.
pairs.csv row 3: is against rule R10, and comes in all the same: no area of expertise is recorded of Ann Lee. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 1 --offers 'what they know'`.

These would not come in:
pairs.csv row 4, column "Mentee": "Dai Evans" is nobody's name here. Bring the people in first (`chiron import people`) or with the pairs (--new-people), or correct the cell.

3 rows read: 2 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db pairing list
There is no pairing yet: `chiron match PROGRAMME` proposes some.
$ chiron -d s.db import pairings pairs.csv --corrections wrong.csv -q
chiron: 1 of 3 rows did not come in.
[65]
$ chiron -d s.db pairing list
No.  Mentor or coach  Mentee or coachee  State   Sessions  Last session  Next due    Open actions
  1  Ann Lee          Bo Vega            closed         0                                       0
  2  Ann Lee          Cai Yu             active         0                Tue 15 Sep             0
$ chiron -d s.db import pairings pairs.csv | tail -n 1
chiron: 1 of 3 rows did not come in.
No row changed anything, so there is nothing to take back.
$ printf 'Date,Mentor,Mentee,Duration,Mentee attended,Notes\n2024-03-11,Ann Lee,Bo Vega,1h,yes,private words\n2024-04-08,Ann Lee,Bo Vega,45,no,\n2026-09-08,Ann Lee,Cai Yu,60,,\n2027-01-05,Ann Lee,Cai Yu,60,yes,\n2026-09-09,Cai Yu,Ann Lee,60,,\n' >sessions.csv
$ chiron -d s.db import sessions sessions.csv --format json | cut -c1-110
{"error":{"status":"data","rule":null,"field":null,"message":"1 of 5 rows did not come in","fix":null}}
{"batch":4,"outcome":"import","read":5,"new":4,"changed":0,"same":0,"rejected":1,"skipped":0,"decisions":{"for
$ chiron -d s.db session list --sort session_date
No.  Date         Mentor or coach  Mentee or coachee  State     Length  How  Complete
  1  11 Mar 2024  Ann Lee          Bo Vega            held          1h       no
  2  8 Apr 2024   Ann Lee          Bo Vega            no-show      45m
  3  Tue 8 Sep    Ann Lee          Cai Yu             held          1h       no
  4  5 Jan 2027   Ann Lee          Cai Yu             arranged      1h
$ chiron -d s.db import sessions sessions.csv | tail -n 2
chiron: 1 of 5 rows did not come in.
5 rows read: 0 new, 0 changed, 4 same, 1 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   7 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
$ strings s.db | grep -c 'secret\|private words'
0
[1]

# Out and in again: nothing changes; into another scheme, the same comes out.
$ chiron -d s.db export pairings -o p1.csv -q && chiron -d s.db export sessions -o x1.csv -q && chiron -d s.db export people -o e1.csv -q
$ chiron -d s.db import pairings p1.csv | tail -n 2
2 rows read: 0 new, 0 changed, 2 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db import sessions x1.csv | tail -n 2
4 rows read: 0 new, 0 changed, 4 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d t.db init 'Another' -q && chiron -d t.db scheme set --own-today 2026-11-23 -q && chiron -d t.db programme add 'Back to Work' --kind mentoring -q
$ chiron -d t.db import people e1.csv -q && chiron -d t.db import pairings p1.csv | tail -n 2 && chiron -d t.db import sessions x1.csv | tail -n 2
2 rows read: 2 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
4 rows read: 4 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 3; `chiron import undo 3` takes it back.
$ chiron -d t.db export pairings -o p2.csv -q && chiron -d t.db export sessions -o x2.csv -q
$ for f in p1 p2 x1 x2; do cut -d, -f2- $f.csv >$f.facts; done; cmp p1.facts p2.facts && cmp x1.facts x2.facts && echo the same
the same
$ chiron -d t.db verify -q && echo good
What          State  Detail
file          good   every page and every reference fits
audit log     good   7 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
good

# Undone: the sessions, then the pairings.
$ chiron -d s.db import list
No.  When              File          Read  New  Changed  Rejected  Undone
  7  Mon 23 Nov 12:00  x1.csv           4    0        0         0
  6  Mon 23 Nov 12:00  p1.csv           2    0        0         0
  5  Mon 23 Nov 12:00  sessions.csv     5    0        0         1
  4  Mon 23 Nov 12:00  sessions.csv     5    4        0         1
  3  Mon 23 Nov 12:00  pairs.csv        3    0        0         1
  2  Mon 23 Nov 12:00  pairs.csv        3    2        0         1
  1  Mon 23 Nov 12:00  people.csv       3    3        0         0
$ chiron -d s.db import undo 2
chiron: everything that import 2 brought was used or changed since, so nothing was undone. End the pairings and enrolments first, or correct people one by one.
[65]
$ chiron -d s.db import undo 4
Import 4 is undone: 4 removed, 0 as before, 0 left.
$ chiron -d s.db import undo 2
Import 2 is undone: 5 removed (3 enrolments, 2 pairings), 0 as before, 0 left.
$ chiron -d s.db pairing list
There is no pairing yet: `chiron match PROGRAMME` proposes some.
$ chiron -d s.db verify -q && echo good
What          State  Detail
file          good   every page and every reference fits
audit log     good   14 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
good
$ chiron -d s.db import pairings people.csv
chiron: people.csv has one person in each row: row 1: Name, E-mail, Role; row 2: Ann Lee, ann@example.org, mentor; row 3: Bo Vega, bo@example.org, mentee. Bring it in as people: `chiron import people FILE`; if the headings are in another row: --header-row N; if this is the right file: --map 'Heading=guide_email' --map 'Heading=learner_email'.
[65]
