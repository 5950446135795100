# Cells that were mended are remembered: of the same file they are mended again, of another one that is offered.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,E-mail,Role,Hours a month\nAnn Lee,ann@example,mentor,3-4\nBo Vega,bo@example.org,mentee,3-4\nCai Yu,cai@example.org,mentee,2\nCai Yu,cy@example.org,mentee,2\n' >people.csv
$ chiron -d s.db import people people.csv --mend '2:E-mail=ann@example.org' --mend-all 'Hours a month=3-4=4' --mend '5:person=row 4' -q
$ chiron -d s.db import people people.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "E-mail" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Hours a month" is read as Hours a month.
Nothing new in rows 2, 3, 4, 5 (row 4 again).
4 cells are read as they were mended on 23 November: "E-mail" in row 2; "Hours a month" in rows 2, 3; who it is in row 5; --afresh reads them as they stand.

4 rows read: 0 new, 0 changed, 4 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
# Taken back and brought in again it is the same; the history says what was mended, and when.
$ chiron -d s.db import undo 2 -q; chiron -d s.db import undo 1 -q
$ chiron -d s.db import people people.csv | tail -n 2; chiron -d s.db import show 3 | grep mended
4 rows read: 3 new, 0 changed, 1 same, 0 rejected, 0 skipped.
This is import 3; `chiron import undo 3` takes it back.
    4 cells are read as they were mended on 23 November: "E-mail" in row 2; "Hours a month" in rows 2, 3; who it is in row 5
# What is said now counts instead.
$ chiron -d s.db import people people.csv --mend-all 'Hours a month=3-4=3' --dry-run | grep -E 'ended|instead'
Mended in "Hours a month": 3-4 is read as 3, in 2 rows.
2 cells are read as they were mended on 23 November: "E-mail" in row 2; who it is in row 5; --afresh reads them as they stand.
  Ann Lee: Hours a month "3" instead of "4"
  Bo Vega: Hours a month "3" instead of "4"
# The file was changed: nothing is mended without being asked for.
$ sed 's/Cai Yu,cai/Cei Yu,cei/' people.csv >later.csv
$ chiron -d s.db import people later.csv --dry-run | grep -E 'mended|"ann@example|range|read:'
chiron: 1 of 4 rows did not come in.
"E-mail" says in row 2 what was mended in another file on 23 November; --mend-alike mends it likewise.
"Hours a month" says in rows 2, 3 what was mended in another file on 23 November: 3-4 was read as 4; --mend-alike mends it likewise.
later.csv rows 2, 3, column "Hours a month": "3-4" is a range, not one number of hours; it is left out. Enter one number, or leave the cell empty.
later.csv row 2, column "E-mail": "ann@example" has no dot after the @, as in example.org. Correct the cell.
4 rows read: 1 new, 0 changed, 2 same, 1 rejected, 0 skipped.
$ chiron -d s.db import people later.csv --mend-alike --dry-run | grep -E 'mended|"ann@example|range|read:'
3 cells are read as they were mended on 23 November: "E-mail" in row 2; "Hours a month" in rows 2, 3; --afresh reads them as they stand.
4 rows read: 1 new, 0 changed, 3 same, 0 rejected, 0 skipped.
# Read as it stands once, it is so from then on.
$ chiron -d s.db import people people.csv --afresh -q
chiron: 1 of 4 rows did not come in.
[65]
$ chiron -d s.db import people people.csv --dry-run | grep -E 'mended|"ann@example|range|read:'
chiron: 1 of 4 rows did not come in.
people.csv rows 2, 3, column "Hours a month": "3-4" is a range, not one number of hours; it is left out. Enter one number, or leave the cell empty.
people.csv row 2, column "E-mail": "ann@example" has no dot after the @, as in example.org. Correct the cell.
4 rows read: 0 new, 0 changed, 3 same, 1 rejected, 0 skipped.
# They may hold what somebody is reached by: whoever is erased takes them all along.
$ chiron -d s.db import people people.csv --mend '2:E-mail=ann@example.org' -q; chiron -d s.db person erase 'Bo Vega' --dry-run | grep mended
what is remembered of cells mended in lists, of everybody        10  goes
$ chiron -d s.db person erase "Bo Vega" --yes -q; chiron -d s.db import people people.csv --dry-run | grep -E 'mended|"ann@example'
chiron: 2 of 4 rows did not come in.
people.csv row 2, column "E-mail": "ann@example" has no dot after the @, as in example.org. Correct the cell.
