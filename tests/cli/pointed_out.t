# Rules that warn appear where the work happens, each once, with what mends it; nothing is refused for them.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ for kind in mentoring coaching; do chiron -d s.db programme add $kind --kind $kind -q; chiron -d s.db programme open $kind --override 'R20: a trial' -q; done
$ chiron -d s.db person add 'Ann Lee' --roles mentor --offers finance --capacity 2 --hours-per-month 2 --grade 4 -q; chiron -d s.db person add 'Ben Cho' --roles mentee --hours-per-month 2 --grade 8 -q
$ chiron -d s.db person add 'Col Ray' --roles coach --offers finance --capacity 2 --hours-per-month 2 -q; chiron -d s.db person add 'Dee Fox' --roles coachee --hours-per-month 2 -q
$ chiron -d s.db pairing add 'Ann Lee' 'Ben Cho' --programme mentoring --ready spoken -q; chiron -d s.db pairing add 'Col Ray' 'Dee Fox' --programme coaching --ready spoken -q
$ chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies --known-before no --planned-end-on 2027-03-01
The agreement of pairing 1, Ann Lee and Ben Cho, is recorded.
~ their grades are 4 apart; speak of power (R35): `chiron pairing agree 1 --power-spoken yes`
~ Ann Lee has grade 4, Ben Cho has 8 (R5): `chiron pairing agree 1 --experience peer`
~ they agreed to end on 1 March 2027, before the 9 months that mentoring takes are over (R39): `chiron pairing agree 1 --planned-end-on 2027-08-23`
Tell both: what is for a counsellor, doctor or lawyer is referred, `chiron referral raise` (R63).
$ chiron -d s.db pairing agree 1 --experience reverse --power-spoken yes --planned-end-on 2027-08-23
The agreement of pairing 1, Ann Lee and Ben Cho, is recorded.
$ chiron -d s.db log 1 --date 2026-11-18 --learning-kept-by-pair --no-actions yes
Session 1 of about 9 logged for Ann Lee and Ben Cho (mentoring).
~ the two did not know each other, and met on 18 November without an introductory meeting before it (R34): `chiron log 1 --date 2026-11-18 --introduction yes`
$ chiron -d s.db log 1 --date 2026-11-20 --learning-kept-by-pair --no-actions yes
Session 2 of about 9 logged for Ann Lee and Ben Cho (mentoring).
~ 20 November came 2 days after the session before (R33): `chiron session show 2`
$ chiron -d s.db session arrange 1 --date 2026-12-18 --time 10:00 </dev/null
Ann Lee and Ben Cho meet on 18 December (session no. 3).
~ the session of 18 December has no aim yet (R47): `chiron session set 3 --aim yes`
$ echo 'Ring the bank' | chiron -d s.db action add 2 --owner guide
Action 1 for Col Ray.
~ an open action of 23 November is Col Ray's (R57): `chiron action show 1`
$ chiron -d s.db session arrange 1 --date 2026-12-20 --time 10:00 -q </dev/null
$ chiron -d s.db pairing agree --all --programme coaching --agreed-by both --how spoken --usual-day varies
The agreement of pairing 2, Col Ray and Dee Fox, is recorded.
Tell both: what is for a counsellor, doctor or lawyer is referred, `chiron referral raise` (R63).
# The same where two are paired, a pairing starts, a goal is attained, a training is recorded and a programme is planned.
$ chiron -d s.db person add 'Eve Fox' --roles mentor --offers finance --capacity 2 --hours-per-month 2 --grade 3 -q; chiron -d s.db person add 'Gil Ode' --roles mentee --hours-per-month 2 --grade 5 -q
$ chiron -d s.db pairing add 'Eve Fox' 'Gil Ode' --programme mentoring --ready spoken
Pairing 3, Eve Fox and Gil Ode: contracting.
~ Eve Fox has grade 3, Gil Ode has 5 (R5): `chiron pairing agree 3 --experience peer`
$ chiron -d s.db pairing agree 3 --agreed-by both --how spoken --usual-day varies --experience peer -q; chiron -d s.db pairing start 3
Pairing 3, Eve Fox and Gil Ode: active.
~ Eve Fox / Gil Ode have named no focus area yet (R55): `chiron goal add 3`
$ chiron -d s.db credential add 'First aid' --person 'Eve Fox' --kind training --awarded-on 2023-12-01 --expires-on 2026-12-01
The credential 1, First aid, is added.
~ the First aid of Eve Fox runs out on 1 December (R78): `chiron credential add 'First aid' --person 5 --kind training --awarded-on 'the day on the certificate'`
$ chiron -d s.db programme set mentoring --planned-months 4
The programme mentoring is changed; its state is running.
~ mentoring plans 4 months for a pairing, less than the 9 that mentoring takes (R39): `chiron programme set 1 --planned-months 9`
$ chiron -d s.db programme set mentoring --planned-months 4
Nothing changed: the programme mentoring was so already.
$ chiron -d s.db pairing agree 2 --planned-sessions 6 -q; echo 'Speak up' | chiron -d s.db goal add 2 --as 'Dee Fox' -q; chiron -d s.db pairing start 2 --override 'R8: trained elsewhere' -q; chiron -d s.db goal attain 1 --as 'Dee Fox'
Goal 1: attained.
~ Col Ray / Dee Fox have attained every goal they set (R68): `chiron pairing close 2 --kind goals_attained --initiator both --reason goals_attained`
# A rule that refuses, where the programme lowers it to a warning.
$ chiron -d s.db programme setting mentoring lowered_rules 'R13; R10' -q; chiron -d s.db person set 'Eve Fox' --capacity 1 --confirmed-on today -q; chiron -d s.db person add 'Ida Poe' --roles mentee --hours-per-month 2 --grade 1 -q
$ chiron -d s.db pairing add 'Eve Fox' 'Ida Poe' --programme mentoring --ready spoken
Pairing 4, Eve Fox and Ida Poe: contracting.
~ Eve Fox has 1 place, and this would take the number of pairings and proposals to 2 (R13): `chiron person show 5`
# A coach of whom it is not known where they come from, and whose certificate has run out, is told where they begin.
$ chiron -d s.db person add 'Una Ash' --roles coach --hours-per-month 2 --capacity 2 --offers finance -q; chiron -d s.db credential add 'ILM 7' --person 'Una Ash' --kind qualification --awarded-on 2020-01-01 --expires-on 2025-01-01 -q
$ chiron -d s.db person add 'Vic Orr' --roles coachee --hours-per-month 2 -q; chiron -d s.db pairing add 'Una Ash' 'Vic Orr' --programme coaching --ready spoken
Pairing 5, Una Ash and Vic Orr: contracting.
~ Una Ash has no qualification or training any more that is in date (R8): `chiron credential add 'Coaching qualification' --person 8 --kind qualification`

# r34_a_session_before_the_two_were_paired_is_pointed_out: logged or corrected to such a day; on the day they are entered nothing is said.
$ chiron -d s.db log 3 --date 2026-11-12 --introduction no --learning-kept-by-pair --no-actions yes
Session 1 of about 12 logged for Eve Fox and Gil Ode (mentoring). Next due by 12 December. That was before they began, on 23 November.
$ chiron -d s.db log 3 --date 2026-11-22 --learning-kept-by-pair --no-actions yes --today 2026-11-25
Session 2 of about 12 logged for Eve Fox and Gil Ode (mentoring). Next due by 22 December. That was before they began, on 23 November.
~ 22 November is before the two were paired, 23 November (R34): `chiron session show 6`
$ chiron -d s.db log 3 --date 2026-12-10 --learning-kept-by-pair --no-actions yes --today 2026-12-11 -q; chiron -d s.db session set 7 --date 2026-11-19 --today 2026-12-11
The session of Eve Fox and Gil Ode on 19 November is corrected.
~ 19 November is before the two were paired, 23 November (R34): `chiron session show 7`
