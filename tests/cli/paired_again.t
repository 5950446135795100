# Who waits no longer is proposed to nobody, and a second coach at once is said where it happens.
$ chiron -d s.db init Works -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Coaching -q --kind coaching && chiron -d s.db programme open Coaching -q
$ printf 'Name,Email,Role,Offers,Seeks,Origin,Line manager email\nIris Kahl,iris@example.org,coach,conflict,,external,\nJan Otte,jan@example.org,coach,conflict,,external,\nMia Boss,mia@example.org,coach,conflict,,external,\nGünther Ahl,g@example.org,coachee,,conflict,,mia@example.org\nLea Winter,lea@example.org,coachee,,conflict,,\n' >l.csv
$ chiron -d s.db import people l.csv --programme Coaching -q
$ chiron -d s.db enrolment ready --all --programme Coaching --how spoken -q
$ chiron -d s.db proposal add Iris Günther --programme Coaching -q && chiron -d s.db proposal add Jan Günther --programme Coaching -q
$ chiron -d s.db proposal accept 1
Iris Kahl and Günther Ahl are pairing 1; it is contracting.
~ Iris Kahl comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 1 --kind qualification`
$ chiron -d s.db proposal list --columns proposal_id,guide,state
No.  Mentor or coach  State
  2  Jan Otte         superseded
  1  Iris Kahl        accepted
$ chiron -d s.db proposal accept 2
chiron: the proposal of Jan Otte and Günther Ahl is superseded: it is not possible to accept a proposal now, because what was declined or has run out is accepted no more. `chiron proposal add` proposes the two anew; `chiron undo` takes back what was just done by mistake.
[65]
$ chiron -d s.db pairing add Jan Günther --programme Coaching
Pairing 2, Jan Otte and Günther Ahl: contracting.
~ Günther Ahl has another live pairing in this programme, 1, with Iris Kahl (R19): `chiron pairing show 1`
~ Jan Otte comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 2 --kind qualification`
$ chiron -d s.db check --rule learner-paired-again
~ Jan Otte / Günther Ahl: Günther Ahl has another live pairing in this programme, 1, with Iris Kahl (R19)
    chiron pairing show 1

1 found.
[1]

# Who is found not ready is proposed to nobody, and paired with nobody unless there is a reason.
$ chiron -d s.db proposal add Iris Lea --programme Coaching -q
$ chiron -d s.db enrolment set 5 --state not_ready -q
$ chiron -d s.db proposal accept 3
chiron: the proposal of Iris Kahl and Lea Winter is superseded: it is not possible to accept a proposal now, because what was declined or has run out is accepted no more. `chiron proposal add` proposes the two anew; `chiron undo` takes back what was just done by mistake.
[65]
$ chiron -d s.db pairing add Iris Lea --programme Coaching
chiron: Lea Winter was found not ready in this programme (R15). Ask whether that has changed, and say so first: `chiron enrolment set 5 --state ready`. If it is right all the same: --override 'R15: why'.
[65]

# Their own line manager as coach: said at once.
$ chiron -d s.db pairing close 1 2 --kind ended_early --initiator coordinator --reason guide_no_time -q
$ chiron -d s.db pairing add Mia Günther --programme Coaching
Pairing 3, Mia Boss and Günther Ahl: contracting.
~ one is above the other in the reporting line; speak of power (R35): `chiron pairing agree 3 --power-spoken yes`
~ Mia Boss comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 3 --kind qualification`
