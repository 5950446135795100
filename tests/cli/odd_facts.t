# Facts are never refused; what is odd about them is said, with what mends it.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Ann Lee' -q --roles mentor --offers Confidence --capacity 2 --hours-per-month 3 && chiron -d s.db person add 'Bo Vega' -q --roles mentee --hours-per-month 2 && chiron -d s.db person add 'Cai Yu' -q --roles mentee --hours-per-month 2
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db pairing add 'Ann Lee' 'Bo Vega' --programme Spring --ready spoken -q && chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q && chiron -d s.db pairing start 1 -q

# An end as planned of a pair that never met, and one long before what they agreed on.
$ chiron -d s.db pairing close 1 --kind completed --initiator both --reason planned_end
Pairing 1, Ann Lee and Bo Vega: closing.
Pairing 1: no session of theirs is recorded; if they never met, it is never_started; if they did, log it first: `chiron log`. `chiron undo` takes the end back
$ chiron -d s.db undo -q && chiron -d s.db log 1 --minutes 700 --learning-kept-by-pair --no-actions yes && chiron -d s.db log 1 --date 2020-01-01 --learning-kept-by-pair --no-actions yes
Session 1 of about 12 logged for Ann Lee and Bo Vega (mentoring). Next due by 23 December. 700 minutes is unusually long: `chiron session set 1 --minutes` corrects it.
Session 1 of about 12 logged for Ann Lee and Bo Vega (mentoring). Next due by 23 December. That was before they began, on 23 November.
$ chiron -d s.db pairing close 1 --kind completed --initiator both --reason planned_end
Pairing 1, Ann Lee and Bo Vega: closing.
Pairing 1: they agreed to go on until 23 November 2027; if they stopped before that, choose "ended early"; if their goals are attained, "goals attained early". `chiron undo` takes the end back
$ chiron -d s.db log 1 --learning-kept-by-pair --no-actions yes --minutes 30 --date yesterday
Session 2 of about 12 logged for Ann Lee and Bo Vega (mentoring). That was before they began, on 23 November. Their pairing has ended.

# Who leaves while a pairing closes leaves it as it is; then nobody is paired with her by a slip.
$ chiron -d s.db person leave 'Ann Lee' --close
Ann Lee has left.
Pairings that had ended already: 1; their feedback is still to come
$ chiron -d s.db pairing add 'Ann Lee' 'Cai Yu' --programme Spring
chiron: Ann Lee left on 23 November. Choose somebody else; if they are back, `chiron person return 1` says so.
[65]

$ chiron -d s.db person add 'Dee Fox' -q --roles mentor --offers Confidence --capacity 2 --hours-per-month 3 && chiron -d s.db person add 'Eve Hale' -q --roles mentee --hours-per-month 2
# Another reason than the listed ones is said in words; who is not ready yet, why; nobody applied tomorrow.
$ chiron -d s.db pairing add 'Dee Fox' 'Cai Yu' --programme Spring --ready spoken -q
$ chiron -d s.db pairing close 2 --kind never_started --initiator both --reason other
Pairing 2, Dee Fox and Cai Yu: closed.
Pairing 2: the reason is other, and not said in words; say it in a few words, which only coordinators read. `chiron undo` takes the end back
$ chiron -d s.db undo -q && chiron -d s.db pairing close 2 --kind never_started --initiator both --reason other --note 'a long illness'
Pairing 2, Dee Fox and Cai Yu: closed.
$ chiron -d s.db pairing list --columns learner,closure_reason,closure_note state:closed
Mentee or coachee  Why it ended  In words
Cai Yu             other         a long illness
$ chiron -d s.db enrol 'Eve Hale' --programme Spring --applied-on 2026-12-24
chiron: Waiting since: 24 December 2026 is in the future (today is 23 November 2026). Give today or an earlier day.
[65]
$ chiron -d s.db enrol 'Eve Hale' --programme Spring -q && chiron -d s.db enrolment set 'Eve Hale' --programme Spring --state not_ready --not-ready-because 'exams until June'
Eve Hale in Spring as mentee: not ready.
$ chiron -d s.db enrolment list --columns person,state,not_ready_because 'Eve Hale'
Person    State      Not ready because
Eve Hale  not ready  exams until June
$ chiron -d s.db enrolment ready 'Eve Hale' --programme Spring --how spoken -q && chiron -d s.db enrolment list --columns person,state,not_ready_because 'Eve Hale'
Person    State  Not ready because
Eve Hale  ready
$ chiron -d s.db person leave 'Dee Fox' --on 2026-12-24
Dee Fox will leave on 24 December; pairings closed: 0, handed over: 0.

# Both come out and in again.
$ chiron -d s.db pairing list --format csv state:closed >pairs.csv && chiron -d s.db enrolment list --format csv >enrolled.csv
$ chiron -d s.db person list --format csv >people.csv && chiron -d t.db init Other -q && chiron -d t.db import people people.csv -q 2>/dev/null; chiron -d t.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d t.db programme open Spring -q
$ chiron -d t.db import pairings pairs.csv -q && chiron -d t.db pairing list --columns learner,closure_reason,closure_note state:closed
Mentee or coachee  Why it ended  In words
Cai Yu             other         a long illness

# A day without a year that is far from today is said back with it, and a certificate of another century is a slip.
$ chiron -d far.db init Riverside -q && chiron -d far.db scheme set --own-today 2026-11-23 -q && chiron -d far.db person add 'Bo Ash' --roles mentor -q
$ chiron -d far.db credential add DBS --person 'Bo Ash' --kind check --awarded-on '5 feb'
The credential 1, DBS, is added.
"5 feb" is 5 February 2026
$ chiron -d far.db credential add DBS --person 'Bo Ash' --kind check --awarded-on '5 nov'
The credential 2, DBS, is added.
$ chiron -d far.db credential add DBS --person 'Bo Ash' --kind check --awarded-on 1926-03-05
chiron: 5 March 1926 is more than 100 years ago. Look at the year: today is 23 November 2026.
[65]
$ chiron -d far.db credential add Mentoring --person 'Bo Ash' --kind training --awarded-on 1995-03-05
The credential 3, Mentoring, is added.
5 March 1995 is 31 years ago; if that is a slip, correct the day it was given
$ chiron -d far.db person leave 'Bo Ash' --on '5 dec 2025'
Bo Ash has left.
$ chiron -d far.db person leave 'Bo Ash' --on '5 feb'
Bo Ash has left.
"5 feb" is 5 February 2026
