# Dates at the edges, and what cannot be: each refused with what was given, what is allowed and how to mend it.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2028-03-01 -q
$ chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles mentor --offers Confidence --capacity 2 --hours-per-month 3 && chiron -d s.db person add 'Catrin Oldroyd' -q --roles mentee --hours-per-month 2

# A programme that ends before it starts, an interval of less than nothing, a share above what it may be.
$ chiron -d s.db programme add Spring --kind mentoring --starts-on 2028-05-01 --ends-on 2028-04-30
chiron: the programme would end on 30 April 2028, before it starts on 1 May 2028. Give an end on or after the start, or leave it blank.
[65]
$ chiron -d s.db programme add Spring --kind mentoring --interval '-2 weeks'; chiron -d s.db programme add Spring --kind mentoring --interval '0 months'
chiron: Meet every: "-2 weeks" is not an interval: write it as 2 weeks, monthly or every 10 days.
chiron: Meet every: "0 months" given; an interval is 1 to 366 days, weeks or months.
[65]
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db programme setting Spring quiet_percent 20; chiron -d s.db programme setting Spring silent_percent 4000; chiron -d s.db programme setting Spring minimum_group 4
chiron: Quiet, in % of interval: 20 given; allowed is 100 to 1000.
chiron: Silent, in % of interval: 4000 given; allowed is 100 to 1000.
chiron: Smallest group: 4 given; allowed is 5 to 1000.
[65]

# A leap day, the end of a month, the night when the clocks change.
$ chiron -d s.db pairing add alison@example.org 'Catrin Oldroyd' --programme Spring --ready spoken -q --today 2027-12-31
$ chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies --starts-on 2027-12-31 --planned-end-on 2028-12-31 -q --today 2027-12-31 && chiron -d s.db pairing start 1 --on 2027-12-31 -q --today 2027-12-31
$ chiron -d s.db log 1 --date 2027-12-31 --learning-kept-by-pair --no-actions yes -q; chiron -d s.db log 1 --date 2028-01-31 --learning-kept-by-pair --no-actions yes
Session 2 of about 12 logged for Alison Abbott and Catrin Oldroyd (mentoring). The next was due by 29 February.
$ chiron -d s.db log 1 --date 2028-02-29 --learning-kept-by-pair --no-actions yes
Session 3 of about 12 logged for Alison Abbott and Catrin Oldroyd (mentoring). Next due by 29 March.
$ chiron -d s.db log 1 --date 2027-02-29; chiron -d s.db log 1 --date 2028-02-30; chiron -d s.db log 1 --date 2028-04-31
chiron: Date: "2027-02-29" is no day: that month ends on 28 February 2027.
chiron: Date: "2028-02-30" is no day: that month ends on 29 February 2028.
chiron: Date: "2028-04-31" is no day: that month ends on 30 April 2028.
[65]
$ chiron -d s.db session arrange 1 --date 2028-03-26 --time 02:30 </dev/null; chiron -d s.db session arrange 1 --date 2028-04-01 --time 25:00 </dev/null
Alison Abbott and Catrin Oldroyd meet on 26 March (session no. 4).
~ the session of 26 March has no aim yet (R47): `chiron session set 4 --aim yes`
chiron: Start: 25:00 given; allowed is a time of day, 00:00 to 23:59, as 17:30 or 5:30pm.
[65]

# An end before the last session, or before the start; a start, or an answer, still to come.
$ chiron -d s.db pairing agree 1 --planned-end-on 2027-12-30
chiron: the planned end, 30 December 2027, is before the start, 31 December 2027. Give an end after the start, or a number of sessions instead.
[65]
$ chiron -d s.db programme add SPRING --kind mentoring; chiron -d s.db programme set Spring --name SPRING -q && chiron -d s.db programme set SPRING --name Spring -q
chiron: there is a programme "SPRING" already. Choose another name.
$ chiron -d s.db programme set Spring --ends-on 2028-02-28
chiron: the programme would end on 28 February, and a pair met in it on 29 February. Give the day of the last session or a later one, or leave it blank.
[65]
$ chiron -d s.db pairing close 1 --kind completed --initiator both --reason planned_end --on 2028-02-28
chiron: Alison Abbott and Catrin Oldroyd met on 29 February 2028, after the end that is given, 28 February 2028. Give the day of the last session or a later one, or correct the session.
[65]
$ chiron -d s.db pairing close 1 --kind completed --initiator both --reason planned_end --on 2027-12-30
chiron: 30 December 2027 is before Alison Abbott and Catrin Oldroyd were paired, on 31 December 2027. Give that day or a later one.
[65]
$ chiron -d s.db pairing close 1 --kind completed --initiator both --reason planned_end --on 2028-03-02
chiron: 2 March 2028 is in the future (today is 1 March 2028). Give today or an earlier day.
[65]
$ chiron -d s.db pairing agree 1 --planned-end-on 2027-12-30
chiron: the planned end, 30 December 2027, is before the start, 31 December 2027. Give an end after the start, or a number of sessions instead.
[65]
$ chiron -d s.db log 1 --date tomorrow; chiron -d s.db log 1 --minutes 0; chiron -d s.db log 1 --minutes 1441; chiron -d s.db log 1 --minutes -5
chiron: 2 March 2028 is in the future (today is 1 March 2028): it cannot have taken place. Arrange it instead: `chiron session arrange`.
chiron: Length: "0" given; a length of time is 1 minute to 24 hours.
chiron: Length: "1441" given; a length of time is 1 minute to 24 hours.
chiron: Length: "-5" is not a length of time: write it as 45, 1h15, 1.5h or 17:30-18:45.
[65]
$ chiron -d s.db person set alison@example.org --capacity -1; chiron -d s.db person set alison@example.org --hours-per-month 800
chiron: Places: -1 given; allowed is 0 to 99.
chiron: Hours a month: 800 given; allowed is 0 to 744 hours, as 2, 1.5 or 1h30.
[65]

# What is told as a fact does not lie ahead; a period, a stay and an order of settings that run backwards.
$ chiron -d s.db person set alison@example.org --confirmed-on tomorrow; chiron -d s.db person set alison@example.org --start-date 2028-02-01 --left-on 2028-01-31
chiron: Confirmed on: 2 March 2028 is in the future (today is 1 March 2028). Give today or an earlier day.
chiron: Alison Abbott would have left on 31 January 2028, before they joined on 1 February 2028. Correct one of the two days, or leave it blank.
[65]
$ chiron -d s.db pairing agree 1 --aims-shared-on 2028-03-02; chiron -d s.db session cancel 1 --date 2028-03-26 --by learner --told-on 2028-03-02
chiron: Aims told on: 2 March 2028 is in the future (today is 1 March 2028). Give today or an earlier day.
chiron: Told on: 2 March 2028 is in the future (today is 1 March 2028). Give today or an earlier day.
[65]
$ chiron -d s.db report measures --from 2028-02-01 --to 2028-01-31; chiron -d s.db programme setting Spring quiet_percent 900
chiron: the period ends before it begins: from 1 February 2028, to 31 January 2028. From is the first day, to the last.
chiron: a pairing would be silent after 200% of the interval, quiet after 900%. Give at least as many percent as quiet_percent has.
[65]

# A check of one's own that is broken is told with its file and line, and the others run.
$ printf -- '-- check: odd\n-- rule: -\n-- severity: warn\n-- subject: person\n-- harm: 50\n-- title: Odd\n-- says: {who} is odd\n-- why: So.\n-- fix: ask\n-- command: chiron person set {subject_id}\nSELECT person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id, name AS who\nFROM person\nWHERE nme IS NULL\n' >odd.sql; chiron -d s.db own add odd.sql
chiron: odd.sql:13: the query is not understood: no such column: nme. The tables and their columns are in docs/schema.md.
[65]
$ printf -- '-- check: odd\n-- severity: very\n' >odd.sql; chiron -d s.db own add odd.sql
chiron: odd.sql:3: there is no query below the header.
[65]
$ printf -- '-- report: odd\n-- title: Odd\n-- about: Who.\n-- columns: name:text:Name\nSELECT\n\tnme\nFROM person\n' >odd.sql; chiron -d s.db own add odd.sql
chiron: odd.sql:6: the query is not understood: no such column: nme. The tables and their columns are in docs/schema.md.
[65]
$ chiron -d s.db check --format csv | sed 1d | cut -d, -f3 | sort -u
aims-not-told
comfort-check-due
conflict-not-declared
contact-due
contacts-due
mentoring-without-focus
purpose-not-said
session-without-aim

# An override is against the rules that it names, and against no other; no reason overrides what is absolute.
$ chiron -d s.db person add 'Una Vale' -q --roles mentee --hours-per-month 2 --manager alison@example.org; chiron -d s.db person set alison@example.org --capacity 1 -q
$ chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken
chiron: Alison Abbott is above Una Vale in the reporting line (R2); Alison Abbott has 1 place, and this would take the number of pairings and proposals to 2 (R13). R2: choose another mentor, or record why this pairing is right; R13: choose a mentor or coach with a free place, raise this one's places if they agree, or record why. If it is right all the same: --override 'R2 R13: why'.
[65]
$ chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken --override 'she asked for it'; chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken --override 'R13 R1: she asked for it'; chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken --override 'R13:'
chiron: --override: "she asked for it" names no rule that it is against. Name each, then say why: --override 'R13: a third place until Easter'.
chiron: --override: no reason overrides R1: A pairing has one mentor or coach and one mentee or coachee, and nobody is paired with themself.
chiron: Alison Abbott is above Una Vale in the reporting line (R2). Choose another mentor, or record why this pairing is right. If it is right all the same: --override 'R13 R2: why'.
[65]
$ chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken --override 'R13: both asked for it'
chiron: Alison Abbott is above Una Vale in the reporting line (R2). Choose another mentor, or record why this pairing is right. If it is right all the same: --override 'R13 R2: why'.
[65]
$ chiron -d s.db pairing add alison@example.org 'Una Vale' --programme Spring --ready spoken --override 'r2, r13: only until the summer'
Pairing 2, Alison Abbott and Una Vale: contracting.
~ one is above the other in the reporting line; speak of power (R35): `chiron pairing agree 2 --power-spoken yes`
$ chiron -d s.db override list --format csv | cut -d, -f3,8
rule,reason
R2,only until the summer
R13,only until the summer
