# Session logs as they are kept by hand: what became of a session in words of one's own, days without a year, and the
# line manager's name in the column of addresses. Today is 23 November 2026.
$ chiron -d s.db init Harbour -q
$ chiron -d s.db programme add Ways --kind mentoring -q
$ printf 'Name,Email,Role,Line manager email\nAnn Lee,ann@example.org,mentor,\nBob Ray,bob@example.org,mentee,Ann Lee\nCai Yu,cai@example.org,mentee,Nobody Known\n' >people.csv
$ chiron -d s.db import people people.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Name" is read as Name.
Column "Email" is read as E-mail.
Column "Role" is taken for Roles by its cells.
Column "Line manager email" is read as Manager's e-mail.
1 person has a line manager whose name is nobody's here, so that it is left open; an address would be kept until that manager comes in.

3 rows read: 3 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list --columns name,manager
Name     Line manager
Ann Lee
Bob Ray  Ann Lee
Cai Yu
$ printf 'Mentor,Mentee,Started\nAnn Lee,Bob Ray,Sept 2026\n' >pairs.csv
$ chiron -d s.db import pairings pairs.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Started" is read as Started on.

To look at; these rows came in:
pairs.csv row 2, column "Started": "Sept 2026" is read as 2026-09-01, the first day of the month.
pairs.csv row 2: is against rule R2, and comes in all the same: Ann Lee is above Bob Ray in the reporting line (R2); no area of expertise is recorded of Ann Lee (R10). R2: choose another mentor, or record why this pairing is right; R10: ask, and record what they offer, or choose another mentor or coach.

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ printf 'Mentor,Mentee,Date,Status,Attended\nAnn Lee,Bob Ray,05/10/2026,did not attend,\nAnn Lee,Bob Ray,06/10/2026,cancelled by mentee,\nAnn Lee,Bob Ray,07/10/2026,no show - mentor,\nAnn Lee,Bob Ray,08/10/2026,Mentee DNA,\nAnn Lee,Bob Ray,09/10/2026,Cancelled - ill,\nAnn Lee,Bob Ray,13/10/2026,,cancelled by Bob\nAnn Lee,Bob Ray,14/10/2026,,CNC\nAnn Lee,Bob Ray,15/10/2026,submitted,\nAnn Lee,Bob Ray,16/10,held,both\nAnn Lee,Bob Ray,Oct 2026,held,\nAnn Lee,Bob Ray,yesterday,held,\n' >log.csv
$ chiron -d s.db import sessions log.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Date" is read as Date.
Column "Status" is read as State.
In "Status": "did not attend" as no-show, "cancelled by mentee" as cancelled, "no show - mentor" as no-show, "Mentee DNA" as no-show.
Column "Attended" is read as Mentee or coachee came.
Dates in "Date" are read day first, as in 13/10/2026.
1 session says nothing of its record, so it is unfinished (R42); where the pairs keep theirs, import the file once more with --records-kept.

To look at; these rows came in:
log.csv row 10, column "Date": "16/10" has no year, and is read as 2026-10-16: the last one before today.

Not brought in:
log.csv row 9, column "Status": "submitted" is not one of arranged, held, cancelled or no-show, so nothing says whether the two met. Enter one of them, or leave the cell empty.
log.csv row 11, column "Date": "Oct 2026" is a month without a day, so nothing says on which day the two met. Write the day, or take the row out until there is one.
log.csv row 12, column "Date": "yesterday" is no date, so nothing says on which day the two met. Write the day, or take the row out until there is one.

11 rows read: 8 new, 0 changed, 0 same, 3 rejected, 0 skipped.
This is import 3; `chiron import undo 3` takes it back.
chiron: 3 of 11 rows did not come in.
[65]
$ chiron -d s.db session list --today 2026-11-23 --columns session_date,state,cancelled_by,guide_attendance,learner_attendance
Date        State      By whom            Mentor or coach came  Mentee or coachee came
Fri 16 Oct  held                          attended              attended
Wed 14 Oct  cancelled
Tue 13 Oct  cancelled  mentee or coachee
Fri 9 Oct   cancelled
Thu 8 Oct   no-show    mentee or coachee  attended              did not come
Wed 7 Oct   no-show    mentor or coach    did not come          attended
Tue 6 Oct   cancelled  mentee or coachee
Mon 5 Oct   no-show
# The sheet of a year: its name says which.
$ printf 'Mentor,Mentee,Date\nAnn Lee,Bob Ray,14/12\n' >'log 2025.csv'
$ chiron -d s.db import sessions 'log 2025.csv' --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Date" is read as Date.
1 session says nothing of its record, so it is unfinished (R42); where the pairs keep theirs, import the file once more with --records-kept.

To look at; these rows came in:
log 2025.csv row 2, column "Date": "14/12" has no year, and is read as 2025-12-14: the name of the list has the year.

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 4; `chiron import undo 4` takes it back.
# A list of pairs with the days they met beside each other: start and end are days, so they are the pairing's; an empty
# cell is no session, and two who have not met yet are no mistake.
$ printf 'Mentor,Mentee,Start,End,Session 1,Session 2,Session 3\nAnn Lee,Bob Ray,01/09/2026,01/03/2027,05/11/2026,,20/11/2026\nAnn Lee,Cai Yu,02/09/2026,02/03/2027,,-,\n' >met.csv
$ chiron -d s.db import pairings met.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Start" is read as Started on.
Column "End" is read as Closed on.
Column "Session 1" is left out: its heading is not known; --map 'Session 1=FIELD' brings it in.
Column "Session 2" is left out: its heading is not known; --map 'Session 2=FIELD' brings it in.
Column "Session 3" is left out: its heading is not known; --map 'Session 3=FIELD' brings it in.
2 of the columns left out are of dates: if the two met on them, bring the file in once more as past sessions (`chiron import sessions`).
Dates in "Start" are read day first, though none of them proves it; --date-order overrules.
Dates in "End" are read day first, though none of them proves it; --date-order overrules.

To look at; these rows came in:
met.csv row 2, column "End": "2027-03-01" lies ahead, so it is taken for the planned end.
met.csv row 3, column "End": "2027-03-02" lies ahead, so it is taken for the planned end.
met.csv row 3: is against rule R10, and comes in all the same: no area of expertise is recorded of Ann Lee. Ask, and record what they offer, or choose another mentor or coach: `chiron person set 1 --offers 'what they know'`.

2 rows read: 1 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 5; `chiron import undo 5` takes it back.
$ chiron -d s.db import sessions met.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Start" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
Column "End" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
Column "Session 1" is taken for Date by its cells.
Column "Session 2" is taken for Date by its cells.
Column "Session 3" is taken for Date by its cells.
Dates in "Session 1" are read day first, though none of them proves it; --date-order overrules.
Dates in "Session 3" are read day first, as in 20/11/2026.
1 row has no session yet, and is passed over.
2 sessions say nothing of their record, so it is unfinished (R42); where the pairs keep theirs, import the file once more with --records-kept.

2 rows read: 1 new, 0 changed, 0 same, 0 rejected, 1 skipped.
This is import 6; `chiron import undo 6` takes it back.
# Times of day are times of the session still; in a log, where each row is a session, an empty date is wrong.
$ printf 'Mentor,Mentee,Date,Start,End\nAnn Lee,Cai Yu,18/11/2026,17:30,18:45\nAnn Lee,Cai Yu,,17:30,18:00\n' >times.csv
$ chiron -d s.db import sessions times.csv --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Date" is read as Date.
Column "Start" is read as Start.
Column "End" is read as End.
Dates in "Date" are read day first, as in 18/11/2026.
1 session says nothing of its record, so it is unfinished (R42); where the pairs keep theirs, import the file once more with --records-kept.

Not brought in:
times.csv row 3, column "Date": has no date that can be read. Write it as 2026-03-05: year, month, day.

2 rows read: 1 new, 0 changed, 0 same, 1 rejected, 0 skipped.
This is import 7; `chiron import undo 7` takes it back.
chiron: 1 of 2 rows did not come in.
[65]
# The same in other words: since when, and until when, is no day on which they met; a first meeting beside a second is,
# and a day that is the only one of the row.
$ printf 'Coach;Coachee;Beginn;Geplantes Ende;Sitzung 1;Sitzung 2\nAnn Lee;Bob Ray;01.09.2026;01.03.2027;05.11.2026;20.11.2026\n' >beginn.csv
$ chiron -d s.db import sessions beginn.csv --today 2026-11-23 --dry-run | grep Column
Columns are separated by semicolons.
Column "Coach" is read as Mentor or coach.
Column "Coachee" is read as Mentee or coachee.
Column "Beginn" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
Column "Geplantes Ende" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
Column "Sitzung 1" is taken for Date by its cells.
Column "Sitzung 2" is taken for Date by its cells.
$ for since in Start Started Since seit Inicio Début Sinds Início Ers; do printf "Mentor,Mentee,$since,Day 1,Day 2\nAnn Lee,Bob Ray,01/09/2026,05/11/2026,20/11/2026\n" >since.csv; chiron -d s.db import sessions since.csv --today 2026-11-23 --dry-run | grep -a -e "$since" -e 'rows* read'; done
Column "Start" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Started" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Since" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "seit" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Inicio" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Début" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Sinds" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Início" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
Column "Ers" is left out: its days are of the pairing and not of a session; a list of pairings takes them (`chiron import pairings`).
1 row read: 0 new, 0 changed, 1 same, 0 rejected, 0 skipped.
$ printf 'Mentor,Mentee,Erstes Treffen,Zweites Treffen\nAnn Lee,Bob Ray,01/09/2026,05/11/2026\n' >first.csv
$ chiron -d s.db import sessions first.csv --today 2026-11-23 --dry-run | grep Column
Columns are separated by commas.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "Erstes Treffen" is taken for Date by its cells.
Column "Zweites Treffen" is taken for Date by its cells.
$ printf 'Mentor,Mentee,First met\nAnn Lee,Bob Ray,01/09/2026\n' >only.csv
$ chiron -d s.db import sessions only.csv --today 2026-11-23 --dry-run | grep Column
Columns are separated by commas.
Column "Mentor" is read as Mentor or coach.
Column "Mentee" is read as Mentee or coachee.
Column "First met" is taken for Date by its cells.
# Certificates in a list of people: the same file once more brings them in.
$ printf 'Name;E-Mail;Zertifikat\nIna Ott;ina@example.org;ICF ACC\n' >zertifikat.csv
$ chiron -d s.db import people zertifikat.csv --dry-run | grep Zertifikat
Column "Zertifikat" is left out: its heading is not known; --map 'Zertifikat=FIELD' brings it in, 'Zertifikat=custom' as a field of your own.
"Zertifikat" and what stands beside it come in from the same file once more, as training and checks (`chiron import credentials`).
