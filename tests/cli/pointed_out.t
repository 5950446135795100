# Rules that warn appear where the work happens, each once, with what mends it; nothing is refused for them.
$ chiron -d s.db init Centre -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ for kind in mentoring coaching; do chiron -d s.db programme add $kind --kind $kind -q; chiron -d s.db programme open $kind --override 'R20: a trial' -q; done
$ chiron -d s.db person add 'Ann Lee' --roles mentor --offers finance --capacity 2 --hours-per-month 2 --grade 4 -q; chiron -d s.db person add 'Ben Cho' --roles mentee --hours-per-month 2 --grade 8 -q
$ chiron -d s.db person add 'Col Ray' --roles coach --offers finance --capacity 2 --hours-per-month 2 -q; chiron -d s.db person add 'Dee Fox' --roles coachee --hours-per-month 2 -q
$ chiron -d s.db pairing add 'Ann Lee' 'Ben Cho' --programme mentoring --ready spoken -q; chiron -d s.db pairing add 'Col Ray' 'Dee Fox' --programme coaching --ready spoken -q
$ chiron -d s.db pairing agree 1 --agreed-by both --how spoken --usual-day varies --known-before no --planned-end-on 2027-03-01
The agreement of pairing 1, Ann Lee and Ben Cho, is recorded.
~ they agreed to end on 1 March 2027, before the 9 months that mentoring takes are over (R39): `chiron pairing agree 1 --planned-end-on 2027-08-23`
~ Ann Lee has grade 4, Ben Cho has 8 (R5): `chiron pairing agree 1 --experience peer`
~ their grades are 4 apart; speak of power (R35): `chiron pairing agree 1 --power-spoken yes`
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
