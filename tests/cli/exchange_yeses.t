# Who agreed to what, when and how, comes in with the pairings and goes out with them: the yes of the two, and in
# coaching that of the three.
$ chiron -d s.db init 'Riverside' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add 'Back to Work' --kind mentoring -q && chiron -d s.db programme add 'Stepping Up' --kind coaching -q
$ printf '%s\n' 'Name,E-mail,Role,Line manager email' 'Ann Lee,ann@example.org,mentor,' 'Bo Vega,bo@example.org,mentee,' 'Cy Dale,cy@example.org,coach,' 'Di Ford,di@example.org,coachee,ed@example.org' 'Ed Holt,ed@example.org,,' >people.csv
$ chiron -d s.db import people people.csv -q
$ printf '%s\n' 'Programme,Coach email,Coachee email,Started,Planned sessions,Coach signed,Coachee signed,guide_agreed_how,learner_agreed_how,guide_three_way_on,learner_three_way_on,Manager signed,manager_three_way_how' 'Stepping Up,cy@example.org,di@example.org,2026-09-01,6,2026-09-01,2026-09-02,paper,email,2026-09-03,2026-09-04,2026-09-05,paper' 'Back to Work,ann@example.org,bo@example.org,2026-09-01,,,2026-09-02,,,,,2026-09-05,' >pairs.csv
$ chiron -d s.db import pairings pairs.csv -q
$ chiron -d s.db pairing list --columns learner,guide_agreed_on,guide_agreed_how,learner_agreed_on,learner_agreed_how
Mentee or coachee  Mentor/coach agreed  How mentor/coach agreed  Mentee/coachee agreed  How mentee/coachee agreed
Di Ford            Tue 1 Sep            on paper                 Wed 2 Sep              by e-mail
Bo Vega                                                          Wed 2 Sep              on a form
$ chiron -d s.db pairing list --columns learner,three_way_on,guide_three_way_on,learner_three_way_on,manager_three_way_on,manager_three_way_how
Mentee or coachee  Agreed by three  Coach agreed, of three  Coachee agreed, of three  Line manager agreed  How line manager agreed
Di Ford            Sat 5 Sep        Thu 3 Sep               Fri 4 Sep                 Sat 5 Sep            on paper
Bo Vega
$ chiron -d s.db import pairings pairs.csv | tail -n 8
Column "manager_three_way_how" is read as How the line manager agreed, as one of three.
Nothing new in rows 2, 3.

To look at; these rows came in:
pairs.csv row 3, column "Manager signed": "2026-09-05" is of an agreement of three, which mentoring has not (R61); it is left out.

2 rows read: 0 new, 0 changed, 2 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.

# What was agreed anew is one more yes, and an earlier one changes nothing.
$ printf '%s\n' 'Programme,Mentor email,Mentee email,Mentee signed,How' 'Back to Work,ann@example.org,bo@example.org,2026-10-02,' >anew.csv
$ chiron -d s.db import pairings anew.csv | tail -n 2
1 row read: 0 new, 1 changed, 0 same, 0 rejected, 0 skipped.
This is import 4; `chiron import undo 4` takes it back.
$ chiron -d s.db pairing list --columns learner,learner_agreed_on learner:bo
Mentee or coachee  Mentee/coachee agreed
Bo Vega            Fri 2 Oct
$ chiron -d s.db import pairings pairs.csv | grep -A3 'To look at'
To look at; these rows came in:
pairs.csv row 3, column "Coachee signed": "2026-09-02" is before the day that is recorded here, which stays.
pairs.csv row 3, column "Manager signed": "2026-09-05" is of an agreement of three, which mentoring has not (R61); it is left out.
$ printf '%s\n' 'Programme,Mentor email,Mentee email,Mentee signed' 'Back to Work,ann@example.org,bo@example.org,2027-10-02' >ahead.csv
$ chiron -d s.db import pairings ahead.csv
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Programme" is read as Programme.
Column "Mentor email" is read as E-mail of the mentor or coach.
Column "Mentee email" is read as E-mail of the mentee or coachee.
Column "Mentee signed" is read as Mentee or coachee agreed on.

Not brought in:
ahead.csv row 2, column "Mentee signed": "2027-10-02" is in the future, so nobody can have agreed then. Correct the date.

1 row read: 0 new, 0 changed, 0 same, 1 rejected, 0 skipped.
Nothing was changed: no row came in.
chiron: its one row did not come in.
[65]

# Into another scheme, and the same out of it.
$ chiron -d s.db export pairings -o first.csv -q && chiron -d s.db export people -o people-out.csv -q
$ chiron -d t.db init 'Northside' -q && chiron -d t.db scheme set --own-today 2026-11-23 -q
$ chiron -d t.db programme add 'Back to Work' --kind mentoring -q && chiron -d t.db programme add 'Stepping Up' --kind coaching -q
$ chiron -d t.db import people people-out.csv -q && chiron -d t.db import pairings first.csv -q
$ chiron -d t.db export pairings -o second.csv -q && for f in first second; do cut -d, -f2- $f.csv >$f.facts; done && cmp first.facts second.facts && echo the same
the same
$ chiron -d t.db verify -q | tail -n 1
kept columns  good   equal to a recount

# They go with the pairings when the import is undone; one that was given since stays, and so do the two.
$ chiron -d t.db import undo 2
Import 2 is undone: 6 removed (4 enrolments, 2 pairings), 0 as before, 0 left.
$ chiron -d t.db export pairings --raw | wc -l
1
$ chiron -d s.db import undo 4
Import 4 is undone: 1 removed, 0 as before, 0 left.
$ chiron -d s.db pairing list --columns learner,learner_agreed_on learner:bo
Mentee or coachee  Mentee/coachee agreed
Bo Vega            Wed 2 Sep
