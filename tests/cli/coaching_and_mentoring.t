# The same two people, once as coaching and once as mentoring: the same commands side by side, and what differs.
$ for k in coaching mentoring; do chiron -d $k.db init Centre -q; chiron -d $k.db scheme set --own-today 2026-11-23 -q; chiron -d $k.db person add 'Mo Manager' --email mo@example.org --roles coach,mentor --offers Planning --capacity 3 --grade 7 --hours-per-month 3 --origin external -q; chiron -d $k.db person add 'Rae Report' --email rae@example.org --roles coachee,mentee --seeks planning --grade 5 --hours-per-month 3 -q; done
$ for k in coaching mentoring; do chiron -d $k.db programme add Year --kind $k; done
The programme Year is made; its state is design.
The programme Year is made; its state is design.

# Coaching opens at once, mentoring needs its design (R20, R21).
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db programme open Year 2>&1)"; done
coaching: The programme Year is open.
mentoring: chiron: Year does not say yet: Strategic purpose, Focus areas, Mentoring models, Components, Matching process (R20). Fill in what is missing; a line for each will do.
$ chiron -d mentoring.db programme set Year -q --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d mentoring.db programme open Year -q
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db programme show Year --format json | grep -o '"planned_[a-z]*":[0-9a-z]*' | tr '\n' ' ')"; done
coaching: "planned_months":null "planned_sessions":6 
mentoring: "planned_months":12 "planned_sessions":null 

# A manager may coach their report, and is marked; to mentor them is refused (R2, R4).
$ for k in coaching mentoring; do chiron -d $k.db person set rae@example.org --manager mo@example.org -q; echo "$k: $(chiron -d $k.db pairing add mo@example.org rae@example.org --programme Year --ready spoken 2>&1)"; done
coaching: Pairing 1, Mo Manager and Rae Report: contracting.
mentoring: chiron: Mo Manager is above Rae Report in the reporting line (R2). Choose another mentor, or record why this pairing is right.
$ chiron -d coaching.db pairing show 1 | grep Manager
Mentor or coach: Mo Manager
Manager as coach: yes
$ chiron -d mentoring.db person set rae@example.org --manager '' -q; chiron -d mentoring.db pairing add mo@example.org rae@example.org --programme Year --ready spoken -q

# The words are those of the kind (R27).
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db enrolment list --format json | grep -o '"role":"[a-z]*"' | sort -u | tr '\n' ' ')"; done
coaching: "role":"coach" "role":"coachee" 
mentoring: "role":"mentee" "role":"mentor" 

# To begin, coaching needs a specific goal and an end; mentoring a theme will do, and may be open-ended (R38, R40, R55).
$ for k in coaching mentoring; do chiron -d $k.db pairing agree 1 --agreed-by both --how spoken --usual-day varies --planned-sessions '' --planned-end-on '' -q; echo "$k: $(chiron -d $k.db pairing start 1 2>&1)"; done
coaching: chiron: the agreement has neither a planned end nor a number of sessions (R38). Agree on an end or a number of sessions; it can be extended later.
mentoring: chiron: the agreement does not say: Planned end (R31). Fill in what is missing; "varies" is an answer, and an end may be a date, a number of sessions, or open.
$ for k in coaching mentoring; do chiron -d $k.db pairing agree 1 --agreed-by both --how spoken --planned-sessions 6 -q; echo "$k: $(chiron -d $k.db pairing start 1 2>&1)"; done
coaching: chiron: Mo Manager / Rae Report have set no goal yet (R55). Let the two set one; its wording is theirs alone.
mentoring: Pairing 1, Mo Manager and Rae Report: active.
$ echo 'Plan the week' | chiron -d coaching.db goal add 1 -q; chiron -d coaching.db pairing start 1
Pairing 1, Mo Manager and Rae Report: active.

# A session: coaching follows GROW, mentoring nothing; in coaching the record waits until earlier actions are reviewed (R44, R45, R51).
$ for k in coaching mentoring; do printf 'Try it @ 2026-11-21\n' | chiron -d $k.db log 1 --date 2026-11-16 --learning-kept-by-pair -q; printf 'Again @ 2026-11-30\n' | chiron -d $k.db log 1 --date 2026-11-23 --learning-kept-by-pair -q; echo "$k: $(chiron -d $k.db session show 2 | grep Complete)"; done
coaching: Complete: no
mentoring: Complete: yes
$ for k in coaching mentoring; do printf '# Goal\nx\n' | chiron -d $k.db log 1 --date 2026-11-20 --no-actions yes -q; echo "$k: $(chiron -d $k.db session show 3 | grep -c Framework.*grow)"; done
coaching: 1
mentoring: 0

# What is found of each.
$ for k in coaching mentoring; do echo "$k: $(chiron -d $k.db check --format csv | sed 1d | cut -d, -f2,3 | sort | tr '\n' ' ')"; done
coaching: R24,purpose-not-said R30,aims-not-told R33,too-soon R33,too-soon R35,power-not-spoken R36,comfort-check-due R41,conflict-not-declared R42,unfinished-record R43,actions-overdue R8,coach-without-qualification 
mentoring: R24,purpose-not-said R30,aims-not-told R33,too-soon R33,too-soon R36,comfort-check-due R41,conflict-not-declared R43,actions-overdue R55,mentoring-without-focus 
