# Importing line by line: the form of the full screen as questions, what was found as numbered lines, mended there.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ printf 'Name,E-mail,Role,Std\nAnn Lee,ann@example.org,mentor,3-4\nBo Diaz,bo@example,mentee,3-4\n' >list.csv
$ printf '%s\n' people import list.csv '' '' '' yes 6 bo@example.org yes 10 'Hours a month' yes 7 4 '' yes bring back quit | chiron -d s.db --plain | sed 's/ *$//' | tail -n +12
There is nobody yet. a adds the first person, I brings in a spreadsheet of them.
\> import

Import a spreadsheet: 4 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Spreadsheet: list.csv
  = 3 of 4 columns known
  1 people, 2 pairings, 3 past sessions, 4 enrolments, 5 training and checks, 6 actions, 7 ratings and feedback
Each row is of [people]:
Programme:
  1 coach, 2 coachee, 3 mentor, 4 mentee
All of them as:
Saving looks at the file; nothing is written yet.
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes

Import people | a look ahead
1. File: list.csv: people
2. Read as: UTF-8, commas, headings in row 1
3. Not yet: Nothing is written so far: I brings them in.
4. Rows: 2 = 1 new + 1 to mend
5. To mend: 1 of 2 rows stay out. Enter on one mends it here; else they go to list-corrections.csv.
6. row 3: E-mail: "bo@example" has no dot after the @, as in example.org. Correct the cell.
7. Columns: 4, 1 of them left out. Enter changes one, or makes it a field.
8. Name: "Name":   Ann Lee | Bo Diaz
9. E-mail: "E-mail": ann@example.org | bo@example
10. Roles: "Role":   by its cells: mentor | mentee
11. (left out): "Std":    its heading is not known: 3-4 | 3-4
12. Decided: The text is UTF-8
13. Columns are separated by commas
14. Headings are in row 1
\> 6

Mend "E-mail": 1 question. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
- "bo@example" has no dot after the @, as in example.org
Read it as [bo@example]: bo@example.org
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Mended for this import; the file stays as it is

Import people | a look ahead (list reads it out)
3. Not yet: Nothing is written so far: I brings them in.
\> 10

Column "Std": 1 question. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
- 3-4 | 3-4
It is: Hours a month
  = Hours a month
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Taken; it is remembered for lists with these headings once you bring them in

Import people | a look ahead (list reads it out)
12. Hours a month: "Std":    as you said: 3-4 | 3-4
\> 7

Mend "Std": 2 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
- "3-4" is a range, not one number of hours; it is left out
Read it as [3-4]: 4
  1 all 2 rows that say so, 2 only row 2
In [all 2 rows that say so]:
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Mended for this import; the file stays as it is

Import people | a look ahead (list reads it out)
3. Not yet: Nothing is written so far: I brings them in.
\> bring
They are in: 2 new, 0 changed, 0 enrolled. u here takes it back, q goes on

Import people | done
1. File: list.csv: people
2. Read as: UTF-8, commas, headings in row 1
3. Done: This is import 1; u here takes it back.
4. Rows: 2 = 2 new
5. Mended in "Std": 3-4 is read as 4, in 2 rows
6. Mended in "E-mail": row 3
7. Columns: 4. Enter changes what one is.
8. Name: "Name":   Ann Lee | Bo Diaz
9. E-mail: "E-mail": ann@example.org | bo@example
10. Roles: "Role":   by its cells: mentor | mentee
11. Hours a month: "Std":    as you said: 3-4 | 3-4
12. Decided: The text is UTF-8
13. Columns are separated by commas
14. Headings are in row 1
\> back

People | 2 (list reads it out)
1. Bo Diaz; Role: mentee
\> quit
$ chiron -d s.db person list
No.  Name     Roles   E-mail           Department  Offers  Seeks  With  Last session
  2  Bo Diaz  mentee  bo@example.org
  1  Ann Lee  mentor  ann@example.org
$ printf '%s\n' 'past imports' 1 'take back' y back quit | chiron -d s.db --plain | sed 's/ *$//' | sed -n '/past imports/,$p'
\> past imports

Imports
1. list.csv; Kind: people; When: Mon 23 Nov 12:00; By: coordinator
\> 1

Imports | 1
1. File: list.csv
2. Kind: people
3. When: Mon 23 Nov 12:00
4. By: coordinator
5. Rows read: 2
6. new: 2
7. changed: 0
8. the same: 0
9. rejected: 0
10. skipped: 0
11. Hash of the file: 09b355c5b33ebcd956b151c0f2fdf6d1
12. u would take back: 2 it made, 0 it changed; 0 touched since would stay
13. Decided: The text is UTF-8
14. Columns are separated by commas
15. Headings are in row 1
16. Column "Name" is read as Name
17. Column "E-mail" is read as E-mail
18. Column "Role" is taken for Roles by its cells
19. Column "Std" is read as Hours a month, as asked for
20. What was decided of the columns is remembered for lists with these headings (no. 1)
Rows 1 to 20 of 22. next, previous: other rows
\> take back
Take import 1 back? 2 added are removed, 0 changed put back, 0 in use stay [y]es [n]o y
Taken back: 2 removed, 0 as they were, 0 changed since and left; History still has them: "erase somebody" there
12. Taken back: Mon 23 Nov 12:00
\> back

Imports (list reads it out)
1. taken back: list.csv; Kind: people; When: Mon 23 Nov 12:00; By: coordinator
\> quit
$ printf '%s\n' remembered '1 forget' quit | chiron -d s.db --plain | sed 's/ *$//' | sed -n '/remembered/,$p'
\> remembered

Remembered columns
1. people: Name | E-mail | Role | Std
2. "Std" is Hours a month
\> 1 forget
Forgotten: such headings mean what they say (u: undo)
Nothing is remembered. What you say of columns in an import will be, for lists with the same headings.
\> quit
$ printf 'An odd list\nKzl,Adr\nEva Ash,eva@example.org\n' >odd.csv
$ printf '%s\n' people import odd.csv :save 6 5 Name yes 7 '' yes bring quit | chiron -d s.db --plain | sed 's/ *$//' | sed -n '/^Import people/,$p'
Import people | a look ahead
1. File: odd.csv: people
2. Read as: UTF-8, commas
3. Refused: No row is known as the headings of people. Enter on the row below that holds them; where there is none, add one in your spreadsheet program: Name, E-mail, Role.
4. First rows: Enter on the one with the headings:
5. row 1: An odd list
6. row 2: Kzl | Adr
7. row 3: Eva Ash | eva@example.org
8. Decided: The text is UTF-8
9. Columns are separated by commas
\> 6
The headings are in that row
2. Read as: UTF-8, commas, headings in row 2
3. Refused: No column is known to say who the people are. Enter on one below says what it is.
4. Columns: 2, 2 of them left out. Enter changes one, or makes it a field.
5. (left out): "Kzl": its heading is not known: Eva Ash
6. (left out): "Adr": its heading is not known: eva@example.org
13. Headings are in row 2
Rows have other numbers now; list reads them out
\> 5

Column "Kzl": 1 question. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
- Eva Ash
It is: Name
  = Name
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Taken; it is remembered for lists with these headings once you bring them in

Import people | a look ahead (list reads it out)
6. Name: "Kzl": as you said: Eva Ash
\> 7

Column "Adr": 1 question. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
- eva@example.org
It is [E-mail]:
  = E-mail
Save? [yes]; no leaves it as a draft; a number goes back to that question: yes
Taken; it is remembered for lists with these headings once you bring them in

Import people | a look ahead (list reads it out)
7. E-mail: "Adr": as you said: eva@example.org
\> bring
They are in: 1 new, 0 changed, 0 enrolled. u here takes it back, q goes on

Import people | done
1. File: odd.csv: people
2. Read as: UTF-8, commas, headings in row 2
3. Done: This is import 2; u here takes it back.
4. Rows: 1 = 1 new
5. Columns: 2. Enter changes what one is.
6. Name: "Kzl": as you said: Eva Ash
7. E-mail: "Adr": as you said: eva@example.org
8. Decided: The text is UTF-8
9. Columns are separated by commas
10. Headings are in row 2
\> quit

# How a file is read is asked where that is to be changed: the look ahead leads back to all of it.
$ printf 'Name,E-mail,Role\nEve Rossi,eve@example.org,mentor\n' >new.csv
$ printf '%s\n' people import new.csv :save edit '' '' '' 1 '' '' comma '' no quit | chiron -d s.db --plain | sed 's/ *$//' | sed -n '/^> edit/,$p'
\> edit

Import a spreadsheet: 8 questions. Enter keeps what stands in brackets, ? helps, :save saves, :leave leaves.
Spreadsheet [new.csv]:
  = 3 of 3 columns known
  1 people, 2 pairings, 3 past sessions, 4 enrolments, 5 training and checks, 6 actions, 7 ratings and feedback
Each row is of [people]:
Programme:
  1 coach, 2 coachee, 3 mentor, 4 mentee
All of them as: 1
  = coach
Headings in row:
  = 1: Name, E-mail, Role
Encoding:
  = UTF-8, by comma
  1 comma, 2 semicolon, 3 tab, 4 bar |
Between cells: comma
  1 day first, 2 month first, 3 year first
Dates:
Saving looks at the file; nothing is written yet.
Save? [yes]; no leaves it as a draft; a number goes back to that question: no
Left; what you typed is kept as a draft

Import people | a look ahead (list reads it out)
1. File: new.csv: people
\> quit
