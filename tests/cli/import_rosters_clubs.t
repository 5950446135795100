# Four rosters as small organisations keep them, each brought in without an option, and everybody who came by them.
#
# A parish: titles above, roles as rows between, telephones alone, a household, whom somebody is to be kept apart from,
# a total. A person is no household: it is asked about. Nobody is kept apart by an import: it is said how to.
$ chiron -d a.db init 'St Brannoc' -q
$ chiron -d a.db import people "$FIXTURES/rosters/befriending-parish.csv" --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 4.
Column "Who" is read as Name.
Column "Visitor or visited?" is left out: its heading is not known; --map 'Visitor or visited?=FIELD' brings it in, 'Visitor or visited?=custom' as a field of your own.
Column "House / street" is left out: chiron has no use for it.
Column "Postcode" is left out: chiron has no use for it.
Column "Telephone (eve.)" is read as Phone.
Column "Email (if any)" is read as E-mail.
Column "Car?" is left out: its heading is not known; --map 'Car?=FIELD' brings it in, 'Car?=custom' as a field of your own.
Column "DBS seen" is read as background check.
Column "Days they can do" is taken for Can meet by its words.
Column "Anyone to keep apart from" is left out: whom somebody is not to be paired with is asked about, and kept as no field.
Column "Remarks" is read as Notes.
Dates in "DBS seen" are read day first, though none of them proves it; --date-order overrules.
Row 5 ("BEFRIENDERS") gives the people below it their role; --role gives one to all.
Row 12 ("BEFRIENDED") gives the people below it their role; --role gives one to all.
Row 17 ("Total visitors: 6") is about no person and is passed over.

To look at; these rows came in:
befriending-parish.csv row 7, column "DBS seen": "May 2023" is read as 2023-05-01, the first day of the month.
befriending-parish.csv row 8, column "Who": "Bob & Maureen Trick" looks like two people, and comes in as one. Did you mean Bob Trick; Maureen Trick? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.
befriending-parish.csv row 15, column "Who": "Mr & Mrs Kingdon" looks like two people, and comes in as one. Did you mean Mr Kingdon; Mrs Kingdon? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.
befriending-parish.csv row 9, column "DBS seen": "applied for" says neither when, nor yes or no; it is left out. Write the day it was given as 2026-03-05: year, month, day; or leave the cell empty.
befriending-parish.csv row 14, column "Telephone (eve.)": "1271960116" may have lost its first 0 in a spreadsheet; it is kept as it is. Add the 0, with the column formatted as text.
befriending-parish.csv row 14, column "Who": "Gubb, Walter" is read as Walter Gubb, last name first.
befriending-parish.csv row 7, column "Anyone to keep apart from": "Mrs Pascoe" is whom Col. Hugh Fenn-Astley (Rtd) is not to be paired with: nothing keeps them apart yet. Whoever is meant is not known; this keeps them apart from each of them: `chiron pair-rule add "Col. Hugh Fenn-Astley (Rtd)" NAME --kind avoid`.
befriending-parish.csv row 10, column "Anyone to keep apart from": "Col. Fenn-Astley" is whom Ivy Pascoe is not to be paired with: nothing keeps them apart yet. If Col. Hugh Fenn-Astley (Rtd) is meant, this keeps them apart: `chiron pair-rule add "Ivy Pascoe" "Col. Hugh Fenn-Astley (Rtd)" --kind avoid`.
befriending-parish.csv row 16, column "Anyone to keep apart from": "Bob Trick" is whom Peggy Heal is not to be paired with: nothing keeps them apart yet. If Bob & Maureen Trick is meant, this keeps them apart: `chiron pair-rule add "Peggy Heal" "Bob & Maureen Trick" --kind avoid`.

Not brought in:
befriending-parish.csv row 16, column "Email (if any)": "peggy.heal@example,org" has a comma where a dot belongs. Did you mean peggy.heal@example.org? Correct the cell.

9 rows read: 8 new, 0 changed, 0 same, 1 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
chiron: 1 of 9 rows did not come in.
[65]
$ chiron -d a.db person list --columns name,email,roles,meeting_times,notes
Name                         E-mail                             Roles   Can meet        Notes
Col. Hugh Fenn-Astley (Rtd)  hugh@fenn-astley.example           mentor  any
Walter Gubb                                                     mentee  mornings        hard of hearing
Mr & Mrs Kingdon             kingdons@example.org               mentee                  both frail
Sr. Mary-Agnes                                                  mentor  Mon-Fri
Ivy Pascoe                   ivy.pascoe@example.org             mentor  Sat
Mrs Dilys Treharne           dilys.treharne@btinternet.example  mentor  Tue & Thu a.m.  v. reliable
Bob & Maureen Trick          thetricks@btinternet.example       mentor  Weds            come as a pair
Miss E. Yelland                                                 mentee                  housebound – key with warden
$ chiron -d a.db pair-rule add "Ivy Pascoe" "Col. Hugh Fenn-Astley (Rtd)" --kind avoid
Ivy Pascoe and Col. Hugh Fenn-Astley (Rtd): to be avoided.
$ chiron -d a.db import people "$FIXTURES/rosters/befriending-parish.csv" | grep -E "apart yet|read:"
chiron: 1 of 9 rows did not come in.
befriending-parish.csv row 7, column "Anyone to keep apart from": "Mrs Pascoe" is whom Col. Hugh Fenn-Astley (Rtd) is not to be paired with: nothing keeps them apart yet. Whoever is meant is not known; this keeps them apart from each of them: `chiron pair-rule add "Col. Hugh Fenn-Astley (Rtd)" NAME --kind avoid`.
befriending-parish.csv row 16, column "Anyone to keep apart from": "Bob Trick" is whom Peggy Heal is not to be paired with: nothing keeps them apart yet. If Bob & Maureen Trick is meant, this keeps them apart: `chiron pair-rule add "Peggy Heal" "Bob & Maureen Trick" --kind avoid`.
9 rows read: 0 new, 0 changed, 8 same, 1 rejected, 0 skipped.
# A club: roles by its own words, the address of a parent beside that of the athlete, two of one family at one number,
# a row twice, a remark below.
$ chiron -d b.db init Harriers -q
$ chiron -d b.db import people "$FIXTURES/rosters/buddies-club.csv" --today 2026-11-23
The text is UTF-8.
Columns are separated by semicolons.
Headings are in row 2.
Column "First" is read as First name.
Column "Last" is read as Last name.
Column "DOB" is left out: chiron has no use for it.
Column "Club no." is left out: its heading is not known; --map 'Club no.=FIELD' brings it in, 'Club no.=custom' as a field of your own.
Column "Buddy / Newbie" is read as Roles.
Column "Squad" is left out: its heading is not known; --map 'Squad=FIELD' brings it in, 'Squad=custom' as a field of your own.
Column "Parent e-mail" is left out: it is about somebody else than the person of the row.
Column "Athlete e-mail" is taken for E-mail by its cells.
Column "Mobile" is read as Phone.
Column "PB 1500m" is left out: its heading is not known; --map 'PB 1500m=FIELD' brings it in, 'PB 1500m=custom' as a field of your own.
Column "Best events" is left out: its heading is not known; --map 'Best events=FIELD' brings it in, 'Best events=custom' as a field of your own.
Column "Wants to get better at" is read as Seeks.
Column "Can buddy how many" is taken for Places by its words.
Column "Joined" is taken for Available from by its cells.
Dates in "Joined" are read day first, though none of them proves it; --date-order overrules.
Row 11 ("Coaches: Dave (Tue), Lin (Thu)") is about no person and is passed over.
Nothing new in row 9 (row 3 again).

To look at; these rows came in:
buddies-club.csv rows 3, 9, column "Joined": "Sept 2021" is read as 2021-09-01, the first day of the month.
buddies-club.csv row 4, column "Mobile": "7700900302" may have lost its first 0 in a spreadsheet; it is kept as it is. Add the 0, with the column formatted as text.
buddies-club.csv row 8, column "Joined": "2022" is a year without a day; it is left out. Write it as 2026-03-05: year, month, day.

7 rows read: 6 new, 0 changed, 1 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d b.db person list --columns name,email,roles,seeks,capacity,start_date
Name             E-mail                   Roles           Seeks                       Places  Available from
Zara Ahmed-Khan  zara@example.org         mentee          long jump technique                 Sat 5 Sep
Aoife Brennan    aoife.b@example.org      mentor                                           2  1 Sep 2021
Kofi Mensah      kofi.mensah@example.org  mentor          pacing                           1  1 Sep 2020
Finn O'Dowd                               mentee          starts                              Sat 12 Sep
Tess O'Dowd                               mentee          starts; nerves on race day          Sat 12 Sep
Luca Rossi       luca.rossi@example.org   mentor, mentee  sprint starts                    1
# An accelerator in the US: month first, a form that was sent twice, whom not to be matched with, a word that is no role.
$ chiron -d c.db init Launch -q
$ chiron -d c.db import people "$FIXTURES/rosters/accelerator-us.csv" --today 2026-11-23 --mend-all 'I am a=Founder=mentee'
The text is UTF-8.
Columns are separated by commas.
Headings are in row 1.
Column "Timestamp" is left out: the form made it.
Column "Full Name" is read as Name.
Column "Email" is read as E-mail.
Column "Cell" is read as Phone.
Column "I am a" is read as Roles.
Column "Company / Startup" is read as Organisation.
Column "Title" is taken for Job title by its cells.
Column "LinkedIn" is left out: its heading is not known; --map 'LinkedIn=FIELD' brings it in, 'LinkedIn=custom' as a field of your own.
Column "Stage" is left out: its heading is not known; --map 'Stage=FIELD' brings it in, 'Stage=custom' as a field of your own.
Column "Expertise (choose all that apply)" is read as Offers.
Column "Where do you need help?" is taken for Seeks by its words.
Column "Hours/mo" is read as Hours a month.
Column "How many startups can you take on?" is taken for Places by its words.
Column "Available starting" is read as Available from.
Column "Time zone" is left out: its heading is not known; --map 'Time zone=FIELD' brings it in, 'Time zone=custom' as a field of your own.
Column "Is there anybody you should NOT be matched with?" is left out: whom somebody is not to be paired with is asked about, and kept as no field.
Column "NDA signed?" is left out: its heading is not known; --map 'NDA signed?=FIELD' brings it in, 'NDA signed?=custom' as a field of your own.
Column "Notes (internal)" is read as Notes.
Dates in "Available starting" are read month first, as in 10/15/2026.
Mended in "I am a": Founder is read as mentee, in 3 rows.

To look at; these rows came in:
accelerator-us.csv row 3, column "Hours/mo": "2-4" is a range, not one number of hours; it is left out. Enter one number, or leave the cell empty.
accelerator-us.csv row 7, column "Email": "tbecker@gmial.com" has a domain that looks like a slip; it is kept as it is. Did you mean tbecker@gmail.com?
accelerator-us.csv row 7, column "How many startups can you take on?": "unlimited" is not a number; it is left out. Enter one number, or leave the cell empty.
accelerator-us.csv rows 2, 9, column "Is there anybody you should NOT be matched with?": "Jake Olsen (portfolio conflict)" is whom Priya Raman is not to be paired with: nothing keeps them apart yet. If Jake Olsen is meant, this keeps them apart: `chiron pair-rule add "Priya Raman" "Jake Olsen" --kind avoid`.
accelerator-us.csv row 6, column "Is there anybody you should NOT be matched with?": "anyone from AgroMax" is whom Sofía Ortega is not to be paired with: nothing keeps them apart yet. Whoever is meant is not known; this keeps them apart from each of them: `chiron pair-rule add "Sofía Ortega" NAME --kind avoid`.
accelerator-us.csv row 8, column "Is there anybody you should NOT be matched with?": "Tom Becker" is whom Ann-Marie St. John is not to be paired with: nothing keeps them apart yet. If Tom Becker is meant, this keeps them apart: `chiron pair-rule add "Ann-Marie St. John" "Tom Becker" --kind avoid`.

Skipped, since an earlier row says otherwise:
accelerator-us.csv row 9, column "Expertise (choose all that apply)": "Fundraising; Go-to-market; Pricing" differs from row 2, which has the same address: the same person. The earlier row was taken; if they are two, give this one an address of their own, or none; --keep-last takes the last of such rows instead.

8 rows read: 7 new, 0 changed, 0 same, 0 rejected, 1 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d c.db person list --columns name,phone,roles,offers,seeks,capacity,start_date
Name                Phone                  Roles           Offers                     Seeks                 Places  Available from
Tom Becker          (628) 555-0137         mentor          Legal; IP                                                Sat 31 Oct
Ann-Marie St. John  (415) 555-0138         mentor, mentee  Operations                 Fundraising                1  Mon 2 Nov
Marcus Webb Jr.     415.555.0133           mentor          Finance; Hiring                                       2  Thu 15 Oct
Dana Liu            4155550135             mentee                                     Hiring                        Mon 28 Sep
Jake Olsen          +1 415 555 0134        mentee                                     Fundraising; pricing          Mon 28 Sep
Sofía Ortega        1-415-555-0136 ext. 4  mentee          Product                    Go-to-market                  Mon 5 Oct
Priya Raman         (415) 555-0132         mentor          Fundraising; Go-to-market                             3  Thu 1 Oct
# A sheet with headings in Welsh and French, and cells in both and in Breton.
$ chiron -d d.db init Tandem -q
$ chiron -d d.db import people "$FIXTURES/rosters/cofrestru-cy-fr.csv" --today 2026-11-23
The text is UTF-8.
Columns are separated by semicolons.
Headings are in row 1.
Column "Enw / Nom" is read as Name.
Column "Cyfeiriad e-bost / Courriel" is read as E-mail.
Column "Ffôn / Téléphone" is read as Phone.
Column "Rôl / Rôle" is taken for Roles by its cells.
Column "Ieithoedd / Langues" is read as Languages.
Column "Gallaf helpu gyda / J'offre" is read as Offers.
Column "Hoffwn gael help gyda / Je cherche" is read as Seeks.
Column "Oriau y mis / Heures par mois" is read as Hours a month.
Column "Dyddiad dechrau / Date de début" is read as Available from.
Column "Sefydliad / Organisme" is read as Organisation.
Column "Dyddiau / Jours" is taken for Can meet by its cells.
Column "Nodiadau / Remarques" is read as Notes.
Dates in "Dyddiad dechrau / Date de début" are read day first, as in 15/10/2026.

To look at; these rows came in:
cofrestru-cy-fr.csv row 6, column "Dyddiad dechrau / Date de début": "dim syniad" is no date; it is left out. Write the day that is meant as the others are, as 15/10/2026.

6 rows read: 6 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d d.db person list --columns name,roles,offers,seeks,hours_per_month,start_date,meeting_times
Name               Roles           Offers              Seeks              Hours a month  Available from  Can meet
Siân Évrard-Jones  mentor, mentee  cyfieithu           rheoli prosiect                4  Thu 15 Oct      dydd Mawrth
Loïc Le Gall       mentee                              trouver un stage             2.5  Thu 1 Oct       lundi; mardi
Yann Kervella      mentor          chercher un emploi                                 2  Tue 3 Nov       jeudi soir
Dafydd Morris      mentee                              hyder wrth siarad              1
Élodie Prigent     mentor, mentee  graphisme           gallois                        3  Mon 9 Nov       mercredi
Gwenllïan ap Rhys  mentor          ysgrifennu CV                                      3  Thu 1 Oct       dydd Llun
