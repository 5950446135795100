$ chiron init Riverside -q && chiron scheme set --own-today 2026-11-23 -q
$ chiron programme add 'Back to Work' --kind mentoring -q
$ chiron programme add Leaders --kind coaching -q
$ chiron person add 'Ann Lee' --email ann@example.org --roles mentor --offers planning --capacity 2 -q
$ chiron person add 'Bob Ray' --email bob@example.org --roles coach --offers planning --capacity 2 -q
$ chiron person add 'Cy Dunn' --email cy@example.org -q
$ chiron enrol 'Ann Lee' --programme 'Back to Work' -q && chiron enrol 'Bob Ray' --programme Leaders -q
# Nobody is named yet: whoever opens the file is the coordinator
$ chiron coordinator list
No coordinator is named; whoever opens the file sees all: `chiron coordinator add NAME`.
$ chiron coordinator add 'Maria Bell'
Maria Bell is a coordinator, for the whole scheme.
# Who alone looks after the whole scheme did what was done in nobody's name
$ chiron history | head -2
No.  When              Who         What                           State
  9  Mon 23 Nov 12:00  Maria Bell  coordinator Maria Bell added   done
$ chiron coordinator add 'Grace Owen' --programmes 'Back to Work'
Grace Owen is a coordinator, for Back to Work.
$ chiron coordinator add 'grace owen'
chiron: there is a coordinator grace owen already. Add what tells them apart, as "Ann Lee (Leaders)".
[65]
$ chiron coordinator add 'Sian Hill' --programmes 'Work; Nothing'
chiron: no programme is found by "Work". A number, or how its name begins, finds a programme.
[66]
$ chiron coordinator list
No.  Name        Programmes    Account
  2  Grace Owen  Back to Work
  1  Maria Bell  all
# What she sees
$ chiron --as 'Grace Owen' programme list
No.  Name          Kind       State   Starts on  Ends on  Mentors/coaches  Mentees/coachees  Live pairings
  1  Back to Work  mentoring  design                                    1                 0              0
$ chiron --as 'Grace Owen' person list --sort name
No.  Name     Roles   E-mail           Department  Offers    Seeks  With  Last session
  3  Cy Dunn          cy@example.org
  1  Ann Lee  mentor  ann@example.org              planning
$ chiron --as 'Grace Owen' person show bob@example.org
chiron: no person is found by "bob@example.org". You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[66]
$ chiron --as 'Grace Owen' programme show 2
chiron: there is no programme with the number 2. You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[66]
$ chiron --as 'Grace Owen' enrol 'Ann Lee' --programme Leaders
chiron: no programme is found by "Leaders". You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[66]
$ chiron --as 'Grace Owen' enrol 'Cy Dunn' --programme 'Back to Work' --role mentee
Cy Dunn is enrolled in Back to Work as mentee: applied.
$ chiron --as 'Grace Owen' history
No.  When              Who         What                        State
 11  Mon 23 Nov 12:00  Grace Owen  enrolment of Cy Dunn added  done
$ chiron --as 'Grace Owen' undo
Undone: enrolment of Cy Dunn added. `chiron redo` does it again.
$ chiron --as 'Grace Owen' undo
chiron: there is no change of yours to undo.
[66]
# What is the whole scheme's
$ chiron --as 'Grace Owen' programme add Third --kind coaching
chiron: Grace Owen may not add a programme: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ chiron --as 'Grace Owen' backup copy.db
chiron: Grace Owen may not back up the scheme: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ chiron --as 'Grace Owen' coordinator set 'Grace Owen' --programmes ''
chiron: Grace Owen may not change a coordinator: it concerns the whole scheme (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ chiron --as 'Grace Owen' coordinator list
No.  Name        Programmes    Account
  2  Grace Owen  Back to Work
  1  Maria Bell  all
# Somebody whom others have, too, does not leave by her hand alone; an address that is taken stays untold
$ chiron enrol 'Ann Lee' --programme Leaders --role coach -q
$ chiron --as 'Grace Owen' person leave 'Ann Lee'
chiron: Ann Lee takes part in a programme of another coordinator, too (R83). You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
$ chiron --as 'Grace Owen' person add 'Robert Ray' --email bob@example.org
chiron: there is another with the same e-mail address, name or number, which you do not see. You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
[77]
# Given more, and the whole scheme
$ chiron coordinator set 'Grace Owen' --programmes 'Back to Work; Leaders'
Grace Owen is a coordinator, for Back to Work; Leaders.
$ chiron --as 'Grace Owen' programme list --format csv
programme_id,name,kind,type,state,starts_on,ends_on,guides,learners,live_pairings,closed_pairings,purpose,focus_areas,interval,planned_months,planned_sessions
1,Back to Work,mentoring,standard,design,,,1,0,0,0,,,1 month,12,
2,Leaders,coaching,standard,design,,,2,0,0,0,,,1 month,,6
$ chiron undo
Undone: coordinator Grace Owen changed. `chiron redo` does it again.
$ chiron coordinator set 'Grace Owen' --programmes ''
Grace Owen is a coordinator, for the whole scheme.
$ chiron --as 'Grace Owen' history --limit 1
No.  When              Who          What                            State
 19  Mon 23 Nov 12:00  coordinator  coordinator Grace Owen changed  done
$ chiron --as 'Grace Owen' programme set Leaders --purpose 'Lead well'
The programme Leaders is changed; its state is design.
$ chiron history --limit 1
No.  When              Who         What                       State
 20  Mon 23 Nov 12:00  Grace Owen  programme Leaders changed  done
$ chiron coordinator set 'Grace Owen' --programmes 'Back to Work' -q
# Nobody locks themselves out
$ chiron coordinator set 'Grace Owen' --account "$(id -un)" 2>&1 | sed "s/\"$(id -un)\"/\"ME\"/"
chiron: "ME" is the account you work under: you would see these programmes alone, and could not give yourself more. Give the login of Grace Owen; without one they act with --as.
$ chiron coordinator remove 'Grace Owen'
Grace Owen is no coordinator any more.
$ chiron undo
Undone: coordinator Grace Owen removed. `chiron redo` does it again.
$ chiron coordinator list --format json
[{"coordinator_id":2,"name":"Grace Owen","programmes":"Back to Work","account":null,"limited":true},{"coordinator_id":1,"name":"Maria Bell","programmes":"all","account":null,"limited":false}]
