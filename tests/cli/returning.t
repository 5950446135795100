# r84_who_comes_back: they apply again where they took part; twice enrolled nobody is, and what to do is said.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Up -q --kind coaching && chiron -d s.db programme open Up -q
$ chiron -d s.db person add 'Ann Lee' --roles coach -q && chiron -d s.db person add 'Flo Dee' --roles 'mentee; coachee' -q && chiron -d s.db enrol 'Ann Lee' --programme Up -q
$ chiron -d s.db person return 'Ann Lee'
chiron: Ann Lee has not left, so there is nothing to take back. `chiron enrol 1 --programme PROGRAMME` gives them a part in a programme.
[65]
$ chiron -d s.db person leave 'Ann Lee' -q && chiron -d s.db enrol 'Ann Lee' --programme Up
chiron: Ann Lee is enrolled in Up as coach already (no. 1): withdrawn. They have left; `chiron person return 1` takes them in again.
[65]
$ chiron -d s.db person return 'Ann Lee'
Ann Lee is back; programmes applied to again: 1.
$ chiron -d s.db enrolment list --columns person,role,state
Person   Role   State
Ann Lee  coach  applied
$ chiron -d s.db person show 'Ann Lee' | grep -c 'Left on'
0
[1]
$ chiron -d s.db undo
Undone: Ann Lee is back. `chiron redo` does it again.
$ chiron -d s.db redo
Done again: Ann Lee is back.

# What they had withdrawn from before they left, they do not apply to again.
$ chiron -d s.db programme add Over -q --kind coaching && chiron -d s.db programme open Over -q && chiron -d s.db enrol 'Ann Lee' --programme Over -q
$ chiron -d s.db enrolment set 2 --state withdrawn -q && chiron -d s.db person leave 'Ann Lee' -q && chiron -d s.db person return 'Ann Lee'
Ann Lee is back; programmes applied to again: 1.
$ chiron -d s.db enrolment list --columns programme,state
Programme  State
Up         applied
Over       withdrawn

# Who is known only as a mentee or coachee is made no coach by a slip.
$ chiron -d s.db enrol 'Flo Dee' --programme Up --role coach
chiron: Flo Dee is a coachee and mentee, not a coach. Enrol them as coachee, or give them that role first: `chiron person set 2 --roles 'coach; coachee; mentee'`.
[65]
$ chiron -d s.db person set 2 --roles 'mentee; coachee; coach' -q && chiron -d s.db enrol 'Flo Dee' --programme Up --role coach
Flo Dee is enrolled in Up as coach: applied.

# What changes nothing says so, and undo has nothing of it; what was recorded of checks is called that in the history.
$ chiron -d s.db person set 'Ann Lee' --roles coach
Nothing changed: Ann Lee was so already.
$ chiron -d s.db credential add DBS --person 'Ann Lee' --kind check --awarded-on 2026-01-10 -q && chiron -d s.db credential set 1 --awarded-on 2026-01-10
Nothing changed: the credential 1, DBS, was so already.
$ chiron -d s.db undo
Undone: training and checks of Ann Lee changed. `chiron redo` does it again.
