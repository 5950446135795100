# r15_who_was_referred_waits_from_that_day: a list of people says when each applied or was referred, in any language.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ printf 'Name,Email,Role,Date referred\nBo Vega,bo@example.org,mentee,14/9/2026\nDi Ash,di@example.org,mentee,24/12/2026\nAnn Lee,ann@example.org,mentor,1/6/2026\n' > people.csv
$ chiron -d s.db import people people.csv --programme Spring | tail -n +9
3 people are newly enrolled in Spring: 1 as mentor, 2 as mentee.

To look at; these rows came in:
people.csv row 3, column "Date referred": "2026-12-24" lies ahead; it is left out. Correct the day.

3 rows read: 3 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d s.db enrolment list --programme Spring --columns person,role,applied_on
Person   Role    Waiting since
Di Ash   mentee  Mon 23 Nov
Ann Lee  mentor  Mon 1 Jun
Bo Vega  mentee  Mon 14 Sep
$ chiron -d s.db import people people.csv --programme Spring | tail -n 2
3 rows read: 0 new, 0 changed, 3 same, 0 rejected, 0 skipped.
No row changed anything, so there is nothing to take back.
$ chiron -d s.db report waiting-list
Waiting list today
Programme  Person   State    Since       Days  Seeks  Open proposals
Spring     Bo Vega  applied  Mon 14 Sep    70                      0
Spring     Di Ash   applied  Mon 23 Nov     0                      0
$ printf 'Nom,Courriel,Rôle,Date de candidature\nEd Fox,ed@example.org,mentoré,02/10/2026\n' > fr.csv; chiron -d s.db import people fr.csv --programme Spring -q; chiron -d s.db enrolment list --programme Spring 'Ed Fox' --columns person,applied_on
Person  Waiting since
Ed Fox  Fri 2 Oct
# What is asked of an earlier day stays where it is earlier.
$ printf 'Name,Email,Role,Date of referral\nBo Vega,bo@example.org,mentee,20/10/2026\n' > later.csv; chiron -d s.db import people later.csv --programme Spring -q; chiron -d s.db enrolment list --programme Spring 'Bo Vega' --columns person,applied_on
Person   Waiting since
Bo Vega  Mon 14 Sep
