# What goes out of a pair, and what comes in. The planted phrase is the pair's: nobody else is shown it.
$ chiron -d s.db init 'Riverside' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db person add 'Bo Diaz' -q --email bo@example.org && chiron -d s.db person add 'Alison Abbott' -q --email alison@example.org --roles 'mentor; coach' --offers Confidence --capacity 2 --origin external
$ chiron -d s.db person add 'Catrin Oldroyd' -q --email catrin@example.org --roles mentee --manager-email bo@example.org && chiron -d s.db person add 'Dafydd Pugh' -q --email dafydd@example.org --roles coachee --manager-email bo@example.org
$ chiron -d s.db programme add Back -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Back -q
$ chiron -d s.db programme add Up -q --kind coaching && chiron -d s.db programme open Up -q
$ chiron -d s.db pairing add alison@example.org catrin@example.org --programme Back --ready spoken -q && chiron -d s.db pairing add alison@example.org dafydd@example.org --programme Up --ready spoken -q
$ printf 'zzyzx mentored\n' | chiron -d s.db share add catrin@example.org
Release 1 of Alison Abbott and Catrin Oldroyd (achievement): noted.
$ chiron -d s.db share add catrin@example.org </dev/null
chiron: what it says is missing (R64). Write it down; without it nobody knows later what was agreed to. A scheme that keeps no wording has none of it: `chiron scheme set --notes apart`.
[65]
$ printf 'zzyzx coached\n' | chiron -d s.db share add dafydd@example.org --as alison@example.org
Release 2 of Alison Abbott and Dafydd Pugh (to the line manager): noted.
$ chiron -d s.db share show 1
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
What: achievement
State: noted
Noted on: Mon 23 Nov

Wording
What the two write is kept apart from the coordinator's screens. Whoever holds this file could still read it.
$ chiron -d s.db share send 2
chiron: release 2 is noted: it is not possible to pass a release on now, because the mentee or coachee has not said yes to it (R60). That is possible while it is approved: first make it approved (`chiron share answer --approved yes`).
[65]
$ printf 'zzyzx told\n' | chiron -d s.db share answer 2 --approved yes --how email
Release 2 of Alison Abbott and Dafydd Pugh (to the line manager): approved.
$ chiron -d s.db share send 2
Release 2 of Alison Abbott and Dafydd Pugh (to the line manager): released.
$ chiron -d s.db share send 1
chiron: an achievement does not go to the line manager by chiron: with the mentee's yes it may be told (R61). `chiron report achievements` has those that may be told.
[65]
$ chiron -d s.db report achievements
Achievements that may be told
Nothing to report.
$ printf 'zzyzx manager\n' | chiron -d s.db manager add dafydd@example.org --stage start --how form
What the manager said is recorded for Alison Abbott and Dafydd Pugh; coach and coachee read it, and nothing goes back.
$ printf 'zzyzx manager\n' | chiron -d s.db manager add catrin@example.org --stage start --how form
chiron: Alison Abbott and Catrin Oldroyd are mentor and mentee: there is no feedback of the line manager while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
[65]
$ chiron -d s.db person show catrin@example.org --as alison@example.org | grep -c 'Bo Diaz\|bo@'
0
[1]
$ chiron -d s.db person show catrin@example.org --as catrin@example.org | grep -i manager
Manager's e-mail: bo@example.org
$ printf 'zzyzx door\n' | chiron -d s.db introduction add catrin@example.org
Introduction 1 of Alison Abbott and Catrin Oldroyd is recorded.
$ chiron -d s.db introduction settle 1 --outcome led_on
Introduction 1: it led on.
$ chiron -d s.db report introductions
Introductions
Programme  Introductions  Pairings  They met  It led on  Nothing came of it
Back                   1         1         0          1                   0
$ for list in share introduction manager referral; do chiron -d s.db $list list --format json; done | grep -c zzyzx
0
[1]
$ for record in 'share show 1' 'share show 2' 'introduction show 1' 'manager show 1' 'pairing show 1' 'pairing show 2' history 'audit list' check 'report month-end' 'report board' 'export pairings' 'person find zzyzx'; do chiron -d s.db $record --format json 2>&1; done | grep -c zzyzx
0
[1]
$ chiron -d s.db introduction show 1 --as catrin@example.org
No.: 1
Pairing: Alison Abbott and Catrin Oldroyd
Introduced on: Mon 23 Nov
What came of it: it led on

To whom
zzyzx door
$ printf 'Told it is for the board. zzyzx yes\n' | chiron -d s.db share answer 1 --approved yes --how spoken
Release 1 of Alison Abbott and Catrin Oldroyd (achievement): approved.
$ chiron -d s.db report achievements
Achievements that may be told
Programme  Mentee          Mentor         Noted on    Words
Back       Catrin Oldroyd  Alison Abbott  Mon 23 Nov  zzyzx mentored
$ chiron -d s.db share answer 1 --approved no --as catrin@example.org
Release 1 of Alison Abbott and Catrin Oldroyd (achievement): declined.
$ chiron -d s.db report achievements
Achievements that may be told
Nothing to report.
$ chiron -d s.db share list
No.  Mentor or coach  Mentee or coachee  What                 State     Noted on    For      Approved
  2  Alison Abbott    Dafydd Pugh        to the line manager  released  Mon 23 Nov  Bo Diaz  yes
  1  Alison Abbott    Catrin Oldroyd     achievement          declined  Mon 23 Nov           no

# r61_once_it_is_mentoring_nothing_goes_to_the_manager, though it was approved in coaching.
$ printf 'zzyzx later\n' | chiron -d s.db share add dafydd@example.org -q; printf 'zzyzx yes\n' | chiron -d s.db share answer 3 --approved yes --how email
Release 3 of Alison Abbott and Dafydd Pugh (to the line manager): approved.
$ chiron -d s.db person set dafydd@example.org --roles 'coachee; mentee' -q; chiron -d s.db pairing change-kind dafydd@example.org --programme Back
Pairing 2, Alison Abbott and Dafydd Pugh: contracting.
$ chiron -d s.db share send 3
chiron: Alison Abbott and Dafydd Pugh are mentor and mentee: there is no word to the line manager while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
[65]
$ printf 'zzyzx manager\n' | chiron -d s.db manager add dafydd@example.org --stage mid --how form
chiron: Alison Abbott and Dafydd Pugh are mentor and mentee: there is no feedback of the line manager while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
[65]
$ chiron -d s.db pairing three-way dafydd@example.org --agreed-by manager --how email
chiron: Alison Abbott and Dafydd Pugh are mentor and mentee: there is no three-way agreement while they are paired (R61). Leave it out; the manager may recommend before a match is made. If it is right all the same: --override 'R61: why'.
[65]
$ chiron -d s.db pairing close dafydd@example.org --kind never_started --initiator both --reason mutual_agreement -q; chiron -d s.db share send 3
Release 3 of Alison Abbott and Dafydd Pugh (to the line manager): released.
