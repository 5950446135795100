# Lists as real people have them: a form whose questions are its headings, answered twice by some; an extract of a
# personnel system in German. Today is 23 November 2026.
$ chiron -d s.db init Harbour -q
$ chiron -d s.db programme add Ways --kind mentoring -q
$ printf 'Timestamp,Email Address,What is your name?,Which of these are you hoping to be?,If you are a mentor: what could you help somebody with? (tick all that apply),If you want a mentor: what would you most like help with?,How many hours a month can you give?,When can you usually meet?,Do you agree to our privacy notice?\n2026/10/01 9:12:33 am GMT+1,ann@example.org,Ann Lee,A mentor,"CV writing, Public speaking",,2,Tuesday lunchtimes,I agree\n2026/10/01 12:40:02 pm GMT+1,bob@example.org,Bob Ray,A mentee,,Confidence; Moving into management,2,Anytime,I agree\n2026/10/02 8:01:00 am GMT+1,cai@example.org,Cai Yu,Both,Excel,Public speaking,3 hours,,I agree\n2026/10/03 7:55:41 pm GMT+1,Ann@Example.org,Ann Lee,A mentor,"CV writing, Public speaking, Interview skills",,3,Thursday lunchtimes,I agree\n2026/10/05 11:15:09 am GMT+1,dee@example.org,Dee Orr,Not sure yet,,,,,I do not agree\n' >form.csv
$ chiron -d s.db import people form.csv --dry-run
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Timestamp" is left out: the form made it.
Column "Email Address" is read as E-mail.
Column "What is your name?" is read as Name.
Column "Which of these are you hoping to be?" is taken for Roles by its cells.
Column "If you are a mentor: what could you help somebody with? (tick all that apply)" is taken for Offers by its words.
Column "If you want a mentor: what would you most like help with?" is taken for Seeks by its words.
Column "How many hours a month can you give?" is taken for Hours a month by its words.
Column "When can you usually meet?" is taken for Can meet by its words.
Column "Do you agree to our privacy notice?" is left out: consent is not brought in from a list.
To "Do you agree to our privacy notice?" 4 said yes, 1 said no.

To look at; these rows would come in:
form.csv row 6, column "Which of these are you hoping to be?": "Not sure yet" is no role; it is left out. Enter mentor, mentee, coach or coachee, or several of them.
form.csv row 6, column "Do you agree to our privacy notice?": "I do not agree" is the answer of Dee Orr. Ask them before you keep what they wrote, or leave the row out.
  --leave-out refused leaves out whoever said no

These would be skipped, since an earlier row says otherwise:
form.csv row 5, column "If you are a mentor: what could you help somebody with? (tick all that apply)": "CV writing; Public speaking; Interview s…" differs from row 2, which has the same address: the same person. The earlier row was taken; if they are two, give this one an address of their own, or none; --keep-last takes the last of such rows instead.

5 rows read: 4 new, 0 changed, 0 same, 0 rejected, 1 skipped.
Nothing was written: this was a dry run.
$ chiron -d s.db import people form.csv --keep-last
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Timestamp" is left out: the form made it.
Column "Email Address" is read as E-mail.
Column "What is your name?" is read as Name.
Column "Which of these are you hoping to be?" is taken for Roles by its cells.
Column "If you are a mentor: what could you help somebody with? (tick all that apply)" is taken for Offers by its words.
Column "If you want a mentor: what would you most like help with?" is taken for Seeks by its words.
Column "How many hours a month can you give?" is taken for Hours a month by its words.
Column "When can you usually meet?" is taken for Can meet by its words.
Column "Do you agree to our privacy notice?" is left out: consent is not brought in from a list.
1 row counts instead of an earlier one of the same person, as you say.
To "Do you agree to our privacy notice?" 4 said yes, 1 said no.

To look at; these rows came in:
form.csv row 6, column "Which of these are you hoping to be?": "Not sure yet" is no role; it is left out. Enter mentor, mentee, coach or coachee, or several of them.
form.csv row 6, column "Do you agree to our privacy notice?": "I do not agree" is the answer of Dee Orr. Ask them before you keep what they wrote, or leave the row out.
  `import undo` takes them back; then --leave-out refused leaves them out

Who was here already now has:
  Ann Lee: Offers "CV writing; Public speaking; Interview s…" instead of "CV writing; Public speaking"
  Ann Lee: Can meet "Thursday lunchtimes" instead of "Tuesday lunchtimes"
  Ann Lee: Hours a month "3" instead of "2"

5 rows read: 4 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db person list --columns name,roles,offers,seeks,hours_per_month,meeting_times
Name     Roles           Offers                                         Seeks                               Hours a month  Can meet
Ann Lee  mentor          CV writing; Public speaking; Interview skills                                                  3  Thursday lunchtimes
Dee Orr
Bob Ray  mentee                                                         Confidence; Moving into management              2  Anytime
Cai Yu   mentor, mentee  Excel                                          Public speaking                                 3
$ printf 'Pers.-Nr.;Anrede;Nachname;Vorname;Dienstl. E-Mail;Organisationseinheit;Funktion;Vorgesetzte/r (Name);Teilnahme Mentoring;Kst.\n100233;Frau;Öztürk;Aylin;aylin@uni.example;FB 04 Physik;Professorin;;Mentorin;4711\n100567;Herr;von der Heide;Jörg;joerg@uni.example;FB 04 Physik;Wiss. Mitarbeiter;Öztürk, Aylin;Mentee;4711\n100902;Divers;Schmidt;Kim;kim@uni.example;Verwaltung;Dezernatsleitung;;Mentor*in;0815\n101004;Herr;Krüger;Lars;lars@uni.example;Bibliothek;Fachreferent;;beides;0900\n101010;Frau;Weiß;Maria;;Bibliothek;Bibliothekarin;Krüger, Lars;"Interesse, noch offen";0900\n' >hr.csv
$ chiron -d s.db import people hr.csv
The text is UTF-8.
Columns are separated by semicolons.
Headings are in row 1.
Column "Pers.-Nr." is read as the list's own key.
Column "Anrede" is left out: chiron has no use for it.
Column "Nachname" is read as Last name.
Column "Vorname" is read as First name.
Column "Dienstl. E-Mail" is taken for E-mail by its cells.
Column "Organisationseinheit" is read as Department.
Column "Funktion" is taken for Job title by its cells.
Column "Vorgesetzte/r (Name)" is taken for line manager's name by its cells.
Column "Teilnahme Mentoring" is taken for Roles by its cells.
Column "Kst." is left out: its heading is not known; --map 'Kst.=FIELD' brings it in, 'Kst.=custom' as a field of your own.

To look at; these rows came in:
hr.csv row 6, column "Teilnahme Mentoring": "Interesse, noch offen" is no role; it is left out. Enter mentor, mentee, coach or coachee, or several of them.

5 rows read: 5 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ chiron -d s.db person list --columns name,roles,department,manager
Name                Roles           Department    Line manager
Lars Krüger         mentor, mentee  Bibliothek
Ann Lee             mentor
Dee Orr
Aylin Öztürk        mentor          FB 04 Physik
Bob Ray             mentee
Kim Schmidt         mentor          Verwaltung
Jörg von der Heide  mentee          FB 04 Physik  Aylin Öztürk
Maria Weiß                          Bibliothek    Lars Krüger
Cai Yu              mentor, mentee
# Why a pairing ended in words of one's own is kept in words where none of the reasons fits; of several reasons to join
# those that are known are taken.
$ printf 'Mentor,Mentee,Status,Reason\nAnn Lee,Bob Ray,closed,fell out\nCai Yu,Bob Ray,active,fell out\n' >pairs.csv
$ chiron -d s.db import pairings pairs.csv | grep Reason
Column "Reason" is read as Why it ended.
pairs.csv row 2, column "Reason": "fell out" is none of the reasons that reports count; it is kept in words, as why it ended. "not a good fit", "goals attained", "lack of time" and the like count.
pairs.csv row 3, column "Reason": "fell out" is not one of reached planned end, goals attained, mutual agreement, mentee or coachee no longer benefiting, mentor or coach no longer benefiting, mentee or coachee's lack of time, mentor or coach's lack of time, mentee or coachee moved, left or on leave, mentor or coach moved, left or on leave, lost contact with the mentee or coachee, lost contact with the mentor or coach, not a good fit, conflict of interest or reporting line, safeguarding, scheme closed, made by mistake or other; it is left out. Enter one of them, or leave the cell empty.
$ printf 'Name,Role,Reasons to join\nBob Ray,mentee,succession planning; wants a change\n' >joined.csv
$ chiron -d s.db import enrolments joined.csv | grep 'wants a change' | cut -c1-100
joined.csv row 2, column "Reasons to join": "succession planning; wants a change" has "wants a chang
$ chiron -d s.db pairing list --columns learner,state,closure_reason,closure_note
Mentee or coachee  State   Why it ended  In words
Bob Ray            closed                fell out
Bob Ray            active
$ chiron -d s.db enrolment list --columns person,intake_reasons
Person   Reasons to join
Ann Lee
Bob Ray  succession planning
Cai Yu

# More columns than are read: what parts the cells is said with an option here.
$ printf 'a;%.0s' $(seq 5000) > wide.csv && chiron -d s.db import people wide.csv
chiron: wide.csv has no headings that can be read: row 1 has more than 4,096 cells, and no more columns are read. Delete the columns beyond what you need, or say what parts the cells: --delimiter.
[65]
