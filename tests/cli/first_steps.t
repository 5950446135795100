# From nothing to a first programme, by hand.
$ chiron -d s.db init 'Riverside Mentoring'
The scheme Riverside Mentoring is made, in s.db. Next: `chiron import people FILE`, or `chiron programme add NAME`.
$ chiron -d s.db init Again
chiron: s.db is there already. Open it with -d, or choose another name.
[73]
$ chiron -d no/folder/s.db init
chiron: no/folder/s.db cannot be made: No such file or directory.
[73]
$ chiron init --format json 'At home' | sed -E 's/"scheme_id":"[0-9a-f-]+"/"scheme_id":"..."/; s/"created_at":"[^"]*"/"created_at":"..."/'
{"scheme_row":1,"scheme_id":"...","name":"At home","notes":"apart","today":null,"headings":null,"backup_place":null,"keep_months":null,"shown_mentor":null,"shown_mentors":null,"shown_mentee":null,"shown_mentees":null,"shown_coach":null,"shown_coaches":null,"shown_coachee":null,"shown_coachees":null,"created_at":"..."}
$ ls -l "$HOME/.local/share/chiron/scheme.db" | cut -c1-10
-rw-------
$ chiron -d x.db init x --notes maybe
chiron: --notes is off or apart; "maybe" was given.
[64]
$ chiron -d s.db person list
There is nobody yet: `chiron import people FILE` or `chiron person add NAME`.
$ chiron -d s.db programme list
There is no programme yet: `chiron programme add NAME --kind mentoring`.
$ chiron -d s.db today --today 2026-11-23
Riverside Mentoring, 23 November 2026: 0 people, 0 pairings, 0 sessions.

Nothing needs attention.
$ chiron -d s.db scheme set
chiron: nothing to change was given. `chiron scheme set --help` lists what can be.
[64]
$ chiron -d s.db scheme set --own-today 2026-11-23
The settings of Riverside Mentoring are saved.
$ chiron -d s.db scheme show | grep -v -E '^(Scheme id|Made|File)'
No.: 1
Name: Riverside Mentoring
Wording of the pairs: kept apart from the coordinator's screens
Today: Mon 23 Nov
$ chiron -d s.db today
Riverside Mentoring, 23 November 2026: 0 people, 0 pairings, 0 sessions.

Nothing needs attention.
$ chiron -d s.db programme add 'Back to Work' --kind mentoring --planned-months 9
The programme Back to Work is made; its state is design.
$ chiron -d s.db programme open 'Back to Work'
chiron: Back to Work does not say yet: Strategic purpose, Focus areas, Mentoring models, Components, Matching process (R20). Fill in what is missing; a line for each will do: `chiron programme set 1 --focus-areas 'what they work on'`. If it is right all the same: --override 'R20: why'.
[65]
$ chiron -d s.db programme set 'Back to Work' --purpose 'Help people return to work' --focus-areas 'Finding work; Confidence' --mentoring-models 'One to one' --components 'Readiness call' --matching-process 'By the coordinator'
The programme Back to Work is changed; its state is design.
$ chiron -d s.db programme open 'Back to Work'
The programme Back to Work is open.
Back to Work requires no check of its mentors, as DBS or references; where they need one before a pairing begins: `chiron requirement add DBS --programme 1`.
$ chiron -d s.db programme set 'Back to Work'
chiron: nothing to change was given. `chiron programme set --help` lists what can be.
[64]
$ chiron -d s.db programme set 'Back to Work' --usual-minutes 3
chiron: Usual length: 3 given; allowed is 5m to 8h.
[65]
$ chiron -d s.db programme list
No.  Name          Kind       State  Starts on  Ends on  Mentors/coaches  Mentees/coachees  Live pairings
  1  Back to Work  mentoring  open                                     0                 0              0
$ chiron -d s.db programme show 'Back to Work' --format lines | head -n 6
No.: 1
Name: Back to Work
Kind: mentoring
Type: standard
State: open
Strategic purpose: Help people return to work
$ chiron -d s.db verify
What          State  Detail
file          good   every page and every reference fits
audit log     good   4 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
The file is whole.
$ chiron -d s.db backup copy.db
The scheme is copied to copy.db, and the copy is verified.
$ chiron -d s.db backup copy.db
chiron: copy.db is there already. Choose another name.
[73]
$ chiron -d copy.db programme list
No.  Name          Kind       State  Starts on  Ends on  Mentors/coaches  Mentees/coachees  Live pairings
  1  Back to Work  mentoring  open                                     0                 0              0
$ chiron -d s.db audit list --limit 2
No.  When              Who  Through  What            Of         Record
  5  Mon 23 Nov 12:00       cli      scheme.backup   scheme          1
  4  Mon 23 Nov 12:00       cli      programme.open  programme       1
There are more: leave out --limit, or make it greater.
