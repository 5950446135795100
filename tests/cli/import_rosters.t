# Five rosters as organisations keep them, each brought in without an option, and everybody who came by them. Each has
# what only it has. Today is 23 November 2026.
#
# A volunteer centre: a sheet for each year, headings in two rows of which some span both, a legend of colours,
# two telephones, leavers below a row of their own, a total, checks by the month they end.
$ chiron -d a.db init Harbour -q
$ chiron -d a.db import people "$FIXTURES/rosters/volunteers-by-year.xlsx" --today 2026-11-23
Sheet "2026" is read, the newest of those named by a year.
Sheet "2024" looks like another list and is not read; --sheet reads it.
Sheet "2025" looks like another list and is not read; --sheet reads it.
Sheet "Legend" is not read: it has no headings of a list.
Headings are in row 5.
Column "First" is read as First name.
Column "Surname" is read as Last name.
Column "Mobile" is read as Phone.
Column "Home tel" is read as Phone.
Column "Email" is read as E-mail.
Column "DBS Number" is left out: what counts of a check is its day, and not its number; --map 'HEADING=custom' keeps it as a field of your own.
Column "DBS Expiry" is read as check expires on.
Column "Interests" is left out: its heading is not known; --map 'Interests=FIELD' brings it in, 'Interests=custom' as a field of your own.
Column "Availability" is taken for Can meet by its cells.
Column "Status" is left out: who leaves is recorded with the day; who is said to have left is asked about.
Dates in "DBS Expiry" are read day first, though none of them proves it; --date-order overrules.
Row 11 ("LEFT 2025") is about no person; whoever stands below it comes in like the others, and --leave-out keeps them out by their rows.
Row 14 ("Total volunteers") is about no person and is passed over.
Row 15 ("Updated by Jean 14/9") is about no person and is passed over.
Nothing in the list says who is a mentor and who a mentee; --role gives everybody one, and 'HEADING=roles' of --map says which column does.

To look at; these rows came in:
volunteers-by-year.xlsx, sheet "2026" row 6, column "DBS Expiry": "12/2027" is read as 2027-12-31, the last day of the month.
volunteers-by-year.xlsx, sheet "2026" row 7, column "DBS Expiry": "Mar 2026" is read as 2026-03-31, the last day of the month.
volunteers-by-year.xlsx, sheet "2026" row 6, column "Mobile": "7700900101" may have lost its first 0 in a spreadsheet; it is kept as it is. Add the 0, with the column formatted as text.
volunteers-by-year.xlsx, sheet "2026" row 8, column "First": "Pat & Jim" looks like two people, and comes in as one. Did you mean Pat; Jim? Mended to two names with a semicolon between, the row is of both; the e-mail address stays with the first.
volunteers-by-year.xlsx, sheet "2026" row 12, column "Status": "left May 25" says of Gladys Ince: no longer taking part. If they are not wanted here, leave the row out: --leave-out 12.

6 rows read: 6 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d a.db person list --columns name,email,phone,meeting_times
Name                  E-mail                     Phone         Can meet
Terry Blackwood       terryb@example.org         07700 900102  evenings
Pat & Jim Farrell     farrells@example.org       07700 900103  weekends
Gladys Ince           gladys@example.org         07700 900106
Maureen O'Dowd        maureen.odowd@example.org  7700900101    weekday mornings
Sr. Bernadette Quinn                             01632 960104  any
Dev Sharma            dev.sharma@example.org     07700900105   Tues pm
$ chiron -d a.db credential list --today 2026-11-23
No.  Person                Kind              What  Given on  Expires on
  2  Terry Blackwood       background check  DBS             31 Mar 2026
  3  Pat & Jim Farrell     background check  DBS             1 May 2027
  1  Maureen O'Dowd        background check  DBS             31 Dec 2027
  4  Sr. Bernadette Quinn  background check  DBS             Tue 1 Sep
# A health trust: names in capitals with their titles behind the comma, coaches by Y and N, managers by name and by
# address, totals and the source below.
$ chiron -d b.db init Harbour -q
$ chiron -d b.db import people "$FIXTURES/rosters/trust-coaches.csv" --today 2026-11-23
The text is UTF-8, with a byte order mark.
Columns are separated by commas.
Headings are in row 1.
6 columns are left out, since their headings are not known: "Staff Group", "Ext.", "ILM Level", "Supervision date", "Coachees at present", "Coaching log returned"; --map 'HEADING=FIELD' brings one in, 'HEADING=custom' as a field of your own.
Column "Assignment No" is read as the list's own key.
Column "Employee Name" is taken for name, last name first by its cells.
Column "AfC Band" is taken for Grade by its cells.
Column "Directorate" is read as Department.
Column "Base" is read as Area.
Column "Work Email" is read as E-mail.
Column "Line Manager" is taken for line manager's name by its cells.
Column "Coach Y/N" is taken for coach by its cells.
Column "Max coachees" is read as Places.
In "AfC Band" the bands 8a, 8b, 8c, 8d and 9 are the grades 8, 9, 10, 11 and 12, each above the one before; --map 'HEADING=custom' keeps the words instead, as a field of your own.
Row 9 ("Total") is about no person and is passed over.
Row 10 ("Source: ESR 01/11/2026") is about no person and is passed over.

To look at; these rows came in:
trust-coaches.csv row 4, column "AfC Band": "Consultant" is not a number; it is left out. Enter one number, or leave the cell empty.

6 rows read: 6 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d b.db person list --columns name,roles,department,location,capacity,manager
Name                 Roles  Department  Area        Places  Line manager
Jo CLARKE            coach  Surgery     City             1
Mrs. Rhian DAVIES    coach  Medicine    Royal Site       3  Mr. Owain HUGHES
Mr. Owain HUGHES     coach  Medicine    Royal Site       2
Gwen JONES                  Medicine    Royal Site          Mrs. Rhian DAVIES
Dr Nisha PATEL              Surgery     City                Jo CLARKE
Anneke van der BERG  coach  Therapies   City                Jo CLARKE
# A German sponsorship scheme: semicolons in Windows-1252, "Name" beside "Vorname", sponsor or child, and a certificate
# by the day until which it holds.
$ chiron -d c.db init Harbour -q
$ chiron -d c.db import people "$FIXTURES/rosters/patenprojekt-de.csv" --today 2026-11-23
The text is not UTF-8 and is read as Windows-1252, as Excel saves CSV in western Europe; if accents look wrong, --encoding says which it is, or save the list as "CSV UTF-8".
Columns are separated by semicolons.
Headings are in row 2.
Column "Lfd. Nr." is left out: chiron has no use for it.
Column "Anrede" is left out: chiron has no use for it.
Column "Name" is read as Last name.
Column "Vorname" is read as First name.
Column "Straße, PLZ Ort" is left out: its heading is not known; --map 'Straße, PLZ Ort=FIELD' brings it in, 'Straße, PLZ Ort=custom' as a field of your own.
Column "Tel. privat" is read as Phone.
Column "E-Mail" is read as E-mail.
Column "Pate/Kind" is read as Roles.
Column "erw. Führungszeugnis bis" is read as check expires on.
Column "Zeit/Woche" is left out: its heading is not known; --map 'Zeit/Woche=FIELD' brings it in, 'Zeit/Woche=custom' as a field of your own.
Column "Bemerkungen" is read as Notes.
Dates in "erw. Führungszeugnis bis" are read day first, as in 30.06.2027.
Row 9 ("Summe") is about no person and is passed over.

To look at; these rows came in:
patenprojekt-de.csv row 3, column "erw. Führungszeugnis bis": "12/2027" is read as 2027-12-31, the last day of the month.
patenprojekt-de.csv row 6, column "erw. Führungszeugnis bis": "liegt vor" is no date; it is left out. Write the day that is meant as the others are, as 30.06.2027.
patenprojekt-de.csv row 7, column "erw. Führungszeugnis bis": "abgelaufen" is no date; it is left out. Write the day that is meant as the others are, as 30.06.2027.
patenprojekt-de.csv row 8: "Uwe Schmidt" is also the name in row 7. They are two people unless you say otherwise; if they are one, --mend '8:person=row 7' says so.

Not brought in:
patenprojekt-de.csv row 6, column "E-Mail": "j.weiss(at)beispiel.example" has no @. Did you mean j.weiss@beispiel.example? Correct the cell.

6 rows read: 5 new, 0 changed, 0 same, 1 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
chiron: 1 of 6 rows did not come in.
[65]
$ chiron -d c.db person list --columns name,roles,email,phone,notes
Name                       Roles   E-mail                     Phone         Notes
Käthe Müller-Lüdenscheidt  mentor  kaethe@beispiel.example    030/901820-1  mag Hunde
Uwe Schmidt                mentor                                           pausiert
Uwe Schmidt                mentor  uwe@beispiel.example       030 9018204
Karl von der Heide         mentor  karl.vdh@beispiel.example  0171-3920001
Elif Yilmaz                mentee                                           Mutter: 0171 3920002
$ chiron -d c.db credential list --today 2026-11-23
No.  Person                     Kind              What                      Given on  Expires on
  1  Käthe Müller-Lüdenscheidt  background check  erw. Führungszeugnis bis            31 Dec 2027
  3  Uwe Schmidt                background check  erw. Führungszeugnis bis            30 Jun 2027
  2  Karl von der Heide         background check  erw. Führungszeugnis bis            1 Mar 2028
# A Dutch one: what goes before the last name in a column of its own, a day behind "d.d.".
$ chiron -d d.db init Harbour -q
$ chiron -d d.db import people "$FIXTURES/rosters/maatjes-nl.csv" --today 2026-11-23
The text is UTF-8.
Columns are separated by semicolons.
Headings are in row 1.
Column "Nr" is left out: chiron has no use for it.
Column "Voorl." is left out: its heading is not known; --map 'Voorl.=FIELD' brings it in, 'Voorl.=custom' as a field of your own.
Column "Roepnaam" is read as First name.
Column "Tussenv." is read as part of Last name.
Column "Achternaam" is read as Last name.
Column "M/V" is left out: its heading is not known; --map 'M/V=FIELD' brings it in, 'M/V=custom' as a field of your own.
Column "Mobiel" is read as Phone.
Column "E-mailadres" is read as E-mail.
Column "Maatje/deelnemer" is taken for Roles by its cells.
Column "Gekoppeld aan" is left out: its heading is not known; --map 'Gekoppeld aan=FIELD' brings it in, 'Gekoppeld aan=custom' as a field of your own.
Column "VOG d.d." is read as background check.
Column "Beschikbaar" is read as Can meet.
Column "Opm." is read as Notes.
Dates in "VOG d.d." are read day first, though none of them proves it; --date-order overrules.

To look at; these rows came in:
maatjes-nl.csv row 4, column "VOG d.d.": "aangevraagd" says neither when, nor yes or no; it is left out. Write the day it was given as 2026-03-05: year, month, day; or leave the cell empty.
maatjes-nl.csv row 5, column "Maatje/deelnemer": "maatje (stopt per 1-1)" is no role; it is left out. Enter mentor, mentee, coach or coachee, or several of them.

4 rows read: 4 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
$ chiron -d d.db person list --columns name,roles,phone,meeting_times
Name              Roles   Phone           Can meet
Kees 't Hart
Anneke de Wit     mentor  +31 6 10101012  di ochtend
Fatima el Amrani  mentee  0610101011
Jan van der Meer  mentor  06-10101010     ma/wo-avond
$ chiron -d d.db credential list --today 2026-11-23
No.  Person            Kind              What  Given on     Expires on
  2  Kees 't Hart      background check  VOG   3 Sep 2024
  1  Jan van der Meer  background check  VOG   12 Mar 2025
# A Spanish one: two last names and the first behind a comma, who is active, a decimal comma.
$ chiron -d e.db init Harbour -q
$ chiron -d e.db import people "$FIXTURES/rosters/mentoria-es.csv" --today 2026-11-23
The text is UTF-8.
Columns are separated by commas.
Headings are in row 2.
Column "Nº" is left out: chiron has no use for it.
Column "Apellidos y nombre" is read as name, last name first.
Column "DNI" is read as the list's own key.
Column "Correo-e" is read as E-mail.
Column "Móvil" is read as Phone.
Column "Mentor/a o mentorado/a" is read as Roles.
Column "Sector" is read as Department.
Column "Fecha alta" is read as Available from.
Column "Horas/mes" is read as Hours a month.
Column "Activo/a" is left out: who leaves is recorded with the day; who is said to have left is asked about.
Dates in "Fecha alta" are read day first, as in 14/09/2026.
Row 7 ("TOTAL") is about no person and is passed over.

To look at; these rows came in:
mentoria-es.csv row 4, column "Fecha alta": "9/2026" is read as 2026-09-01, the first day of the month.
mentoria-es.csv row 6, column "Activo/a": "No (baja)" says of Jordi Vidal i Puig: no longer taking part. If they are not wanted here, leave the row out: --leave-out 6.

Not brought in:
mentoria-es.csv row 6, column "Correo-e": "jordi@ejemplo" has no dot after the @, as in example.org. Correct the cell.

4 rows read: 3 new, 0 changed, 0 same, 1 rejected, 0 skipped.
This is import 1; `chiron import undo 1` takes it back.
chiron: 1 of 4 rows did not come in.
[65]
$ chiron -d e.db person list --columns name,roles,email,department,hours_per_month,start_date --today 2026-11-23
Name                     Roles   E-mail                    Department  Hours a month  Available from
Ángel Fernández          mentor  angel.f@ejemplo.example   Salud                 2.5  Tue 1 Sep
María José García López  mentor  mjgarcia@ejemplo.example  Banca                   4  Mon 14 Sep
Inés Ruiz de la Torre    mentee
