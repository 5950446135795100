# r83_a_committee_approves_many_at_once: what was decided at a meeting is one command; whoever is near stands aside (R17).
$ chiron init Riverside -q && chiron scheme set --own-today 2026-11-23 -q
$ chiron programme add Spring --kind mentoring -q && chiron programme add Leaders --kind mentoring -q
$ for n in 1 2 3; do chiron person add "Guide $n" --roles mentor --offers planning --capacity 1 -q; chiron person add "Learner $n" --roles mentee --seeks planning -q; done
$ chiron enrol --all --programme Spring -q; chiron match Spring -q
$ chiron person add 'May Ito' --email may@example.org -q && chiron person add 'Rae Fox' --email rae@example.org -q && chiron person set 'Learner 2' --manager 'Rae Fox' -q
$ chiron committee add 'May Ito' --programme Spring -q && chiron committee add 'Rae Fox' --programme Spring -q
$ chiron coordinator add 'Maria Bell' -q && chiron coordinator add 'Grace Owen' --programmes Spring -q && chiron coordinator add 'Hana Roy' --programmes Leaders -q
$ chiron --as 'Hana Roy' proposal approve 1 2 3 --by 'Rae Fox' --meeting 2026-11-20 | head -1
chiron: no person is found by "Rae Fox". You see and change what belongs to your programmes (R83); Maria Bell, who looks after the whole scheme, can do it, or give you more: `chiron coordinator set`.
$ chiron --as 'Grace Owen' proposal approve 1 2 3 --by 'Rae Fox' --meeting 2026-11-24
chiron: the meeting of 24 November is still to come: nothing was decided there yet. Give the day of a meeting that was held, or none.
chiron: Rae Fox stands aside from the proposal of Guide 2 and Learner 2: one of the two, or in the reporting line of either (R17). Another member of the committee decides it.
chiron: the meeting of 24 November is still to come: nothing was decided there yet. Give the day of a meeting that was held, or none.
chiron: none of the 3 could be done.
[65]
$ chiron --as 'Grace Owen' proposal approve 1 2 3 --by 'Rae Fox' --meeting 2026-11-20
Approved: Guide 1 and Learner 1.
chiron: Rae Fox stands aside from the proposal of Guide 2 and Learner 2: one of the two, or in the reporting line of either (R17). Another member of the committee decides it.
Approved: Guide 3 and Learner 3.
chiron: 1 of 3 could not be done; the others are done.
[65]
$ chiron --as 'Grace Owen' proposal approve 2 --by 'May Ito' --meeting 2026-11-20
Approved: Guide 2 and Learner 2.
$ chiron --as 'Grace Owen' proposal list
No.  Mentor or coach  Mentee or coachee  Programme  State     Score  Proposed on
  3  Guide 3          Learner 3          Spring     approved     40  Mon 23 Nov
  2  Guide 2          Learner 2          Spring     approved     40  Mon 23 Nov
  1  Guide 1          Learner 1          Spring     approved     40  Mon 23 Nov
$ chiron --as 'Grace Owen' proposal show 2 | grep Committee
    Committee: May Ito approved on 23 November, at the meeting of 20 November; Rae Fox stands aside (R17)
$ chiron --as 'May Ito' proposal show 1 | sed -n '3,5p;/Committee/p'
Mentor or coach: Guide 1
Mentee or coachee: Learner 1
State: approved
    Committee: Rae Fox approved on 23 November, at the meeting of 20 November; May Ito has not approved
$ chiron --as 'Rae Fox' proposal show 2
chiron: there is no proposal with the number 2.
[66]
$ chiron --as 'Guide 1' proposal show 1 | grep -c Committee
0
[1]
