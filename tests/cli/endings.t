# Many at once: pairings that end, sessions that do not take place; and the words of a hand-over.
$ chiron -d s.db init 'Riverside' -q && chiron -d s.db scheme set --own-today 2026-03-02 -q && chiron -d s.db programme add Spring --kind mentoring --purpose skills --focus-areas career --mentoring-models one-to-one --components induction --matching-process committee -q && chiron -d s.db programme open Spring -q
$ for p in Ann Ben Cas; do chiron -d s.db person add "$p Guide" --roles mentor --offers listening --capacity 3 -q; done; for p in Dot Eve Fay; do chiron -d s.db person add "$p Learner" --roles mentee -q; done
$ chiron -d s.db pairing add 'Ann Guide' 'Dot Learner' --programme Spring --ready spoken -q; chiron -d s.db pairing add 'Ben Guide' 'Eve Learner' --programme Spring --ready spoken -q; chiron -d s.db pairing add 'Cas Guide' 'Fay Learner' --programme Spring --ready spoken -q
$ for p in Dot Eve; do chiron -d s.db log "$p Learner" --date 2026-03-02 --minutes 60 -q; chiron -d s.db session arrange "$p Learner" --date 2026-03-09 -q </dev/null; done
$ chiron -d s.db session cancel 'Dot Learner' 'Eve Learner' 'Nobody' --date 2026-03-09 --by coordinator
The session of Ann Guide and Dot Learner on 9 March is cancelled.
The session of Ben Guide and Eve Learner on 9 March is cancelled.
chiron: no pairing is found by "Nobody". Its number, "GUIDE / LEARNER", or one of the two finds a pairing.
chiron: 1 of 3 could not be done; the others are done.
[65]
$ chiron -d s.db session list state:cancelled --columns session_date,learner,cancelled_by
Date       Mentee or coachee  By whom
Mon 9 Mar  Eve Learner        coordinator
Mon 9 Mar  Dot Learner        coordinator
$ chiron -d s.db pairing hand-over 'Dot Learner' 'Ben Guide' --initiator guide --reason other --note 'a long illness' --on 2026-03-02 --today 2026-03-04
Pairing 4, Ben Guide and Dot Learner: contracting.
$ chiron -d s.db pairing list state:closing --columns learner,closure_reason,closure_note,closed_on
Mentee or coachee  Why it ended  In words        Ended on
Dot Learner        other         a long illness  Mon 2 Mar
$ chiron -d s.db pairing close --all --programme Spring --kind completed --initiator coordinator --reason scheme_closed --today 2026-03-05
Pairing 4, Ben Guide and Dot Learner: closed.
Pairing 2, Ben Guide and Eve Learner: closing.
Pairing 3, Cas Guide and Fay Learner: closed.
$ chiron -d s.db pairing list --columns guide,learner,state,closure_kind
Mentor or coach  Mentee or coachee  State    How it ended
Ann Guide        Dot Learner        closing  ended early
Ben Guide        Dot Learner        closed   never started
Ben Guide        Eve Learner        closing  completed as planned
Cas Guide        Fay Learner        closed   never started
$ chiron -d s.db undo; chiron -d s.db pairing list --count-by state
Undone: pairing of Ben Guide and Dot Learner closed, and 2 more. `chiron redo` does it again.
State        Number
closing           1
contracting       3
$ chiron -d s.db pairing close --all --kind completed --initiator coordinator --reason scheme_closed
chiron: --all needs --programme PROGRAMME. All of which programme?
[64]
