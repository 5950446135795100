# r65_of_who_has_died_nothing_more_is_asked: neither feedback nor a follow-up, in no report, check or list to ring.
$ chiron -d s.db init Riverside -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db person add 'Robert Nkosi' -q --roles mentor --offers Gardening --capacity 2 --phone '01632 960001'
$ for n in 'Emma Pickles' 'Bo Vega'; do chiron -d s.db person add "$n" -q --roles mentee --seeks Gardening --phone '01632 960002'; done
$ for n in 'Emma Pickles' 'Bo Vega'; do chiron -d s.db pairing add 'Robert Nkosi' "$n" --programme Spring --ready spoken -q; done; for i in 1 2; do chiron -d s.db pairing agree $i --agreed-by both --how spoken --usual-day varies -q; chiron -d s.db pairing start $i -q; done
$ for i in 1 2; do chiron -d s.db log $i --date 2026-11-10 --minutes 60 -q; done
$ chiron -d s.db pairing close 1 --kind ended_early --initiator both --reason mutual_agreement -q

# One had ended already, one ends with this; the other side is asked as ever.
$ chiron -d s.db person leave 'Robert Nkosi' --because died --close
Robert Nkosi has left; pairings closed: 1, handed over: 0.
Feedback that was due of them is asked no more: 1
$ chiron -d s.db feedback list --columns person,form,state,waived_because
Whose         Form        State   Waived because
Robert Nkosi  at the end  waived  they have died
Emma Pickles  at the end  due
Robert Nkosi  at the end  waived  they have died
Bo Vega       at the end  due
Emma Pickles  follow-up   due
Bo Vega       follow-up   due
$ chiron -d s.db report feedback-due
Feedback and follow-ups to come
Due          Form        Of            About the pairing with  Programme  Phone         E-mail
Mon 23 Nov   at the end  Bo Vega       Robert Nkosi            Spring     01632 960002
Mon 23 Nov   at the end  Emma Pickles  Robert Nkosi            Spring     01632 960002
23 May 2027  follow-up   Bo Vega       Robert Nkosi            Spring     01632 960002
23 May 2027  follow-up   Emma Pickles  Robert Nkosi            Spring     01632 960002
$ chiron -d s.db report response-rate --format csv
programme,form,side,asked,received,waived,not_received,awaited,rate
Spring,end,guide,2,0,2,0,0,
Spring,end,learner,2,0,0,0,2,
$ chiron -d s.db report in-short
In short
In short
Taking part today: mentors and coaches 0, mentees and coachees 2.
Ready and waiting for a match today: 2, the longest since 23 Nov 2026.
Pairs today: 0 meeting, 0 not begun yet, 0 paused.
Sessions held in the period: 2, together 2h.
Pairs that ended in the period: 2; 0 at their planned end or goal, 2 early, 0 never begun.
Feedback that was due in the period: 4; 0 received, 2 still awaited, 2 waived.
What people answered is shown of groups of 5 and more; counts of pairs, sessions and endings tell of however few.
$ chiron -d s.db check --rule R65
~ Robert Nkosi / Emma Pickles: Emma Pickles has not given feedback since 23 November; given up after 21 December (R65)
    chiron feedback record 1 --form end --side learner
~ Robert Nkosi / Bo Vega: Bo Vega has not given feedback since 23 November; given up after 21 December (R65)
    chiron feedback record 2 --form end --side learner

2 found.
[1]
$ chiron -d s.db person show 'Robert Nkosi' | grep Left
Left on: Mon 23 Nov
Left because: has died

# Undone, all is as it was. Said later, of somebody who has left, it is the same; the other's answer closes the pairing.
$ chiron -d s.db undo -q && chiron -d s.db feedback list --columns person,form,state,waived_because
Whose         Form        State  Waived because
Robert Nkosi  at the end  due
Emma Pickles  at the end  due
Emma Pickles  follow-up   due
$ chiron -d s.db person leave 'Robert Nkosi' --close -q && chiron -d s.db feedback list 'Robert' --columns person,form,state,waived_because
Whose         Form        State  Waived because
Robert Nkosi  at the end  due
Robert Nkosi  at the end  due
$ chiron -d s.db person set 'Robert Nkosi' --left-because out_of_reach -q && chiron -d s.db feedback list 'Robert' --columns person,form,state,waived_because
Whose         Form        State   Waived because
Robert Nkosi  at the end  waived  they cannot be reached any more
Robert Nkosi  at the end  waived  they cannot be reached any more
$ chiron -d s.db feedback record 1 --side learner --form end --helpful 5 -q; chiron -d s.db pairing list --columns learner,state
Mentee or coachee  State
Emma Pickles       closed
Bo Vega            closing

# r13_who_is_away_is_waited_for: ill or on leave, and nothing of why; of who is away when it is handed over no feedback is asked.
$ chiron -d away.db init Riverside -q && chiron -d away.db scheme set --own-today 2026-11-23 -q
$ chiron -d away.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d away.db programme open Spring -q
$ for n in 'Robert Nkosi' 'Ann Lee'; do chiron -d away.db person add "$n" -q --roles mentor --offers Gardening --capacity 2; done; chiron -d away.db person add 'Emma Pickles' -q --roles mentee --seeks Gardening
$ chiron -d away.db pairing add 'Robert Nkosi' 'Emma Pickles' --programme Spring --ready spoken -q; chiron -d away.db pairing agree 1 --agreed-by both --how spoken --usual-day varies -q; chiron -d away.db pairing start 1 -q
$ chiron -d away.db person set 'Robert Nkosi' --availability away -q; chiron -d away.db check --rule R13
~ Robert Nkosi / Emma Pickles: Robert Nkosi is away, nobody knows until when (R13)
    chiron pairing pause 1

1 found.
[1]
$ chiron -d away.db person set 'Robert Nkosi' --back-on 'in 1 week' -q; chiron -d away.db check --rule R13
Nothing was found.
$ chiron -d away.db check --rule R13 --today 2026-11-30
~ Robert Nkosi meant to be back on 30 November, and is still recorded as away (R13)
    chiron person set 1 --availability available

1 found.
[1]
$ chiron -d away.db pairing hand-over 1 'Ann Lee' --initiator coordinator --reason guide_left -q; chiron -d away.db feedback list --columns person,form,state,waived_because
Whose         Form        State   Waived because
Robert Nkosi  at the end  waived  they were away
Emma Pickles  at the end  due
Emma Pickles  follow-up   due

# r36_who_goes_on_with_another_is_told_among_the_endings: one pair was handed over, and counts once as ended.
$ chiron -d away.db report in-short | grep ended; chiron -d away.db report endings --format csv | tr -d '\r'
Pairs that ended in the period: 1; 0 at their planned end or goal, 1 early, 0 never begun. Of those, gone on with another mentor or coach: 1.
programme,ended,completed,attained,early,never,gone_on,sessions
Spring,1,0,0,1,0,1,

# r84_who_leaves_is_proposed_to_nobody: what was drafted or approved is withdrawn and said so; it comes back by undo alone.
$ chiron -d p.db init Riverside -q && chiron -d p.db scheme set --own-today 2026-11-23 -q
$ chiron -d p.db programme add Spring -q --kind mentoring --interval '1 month' --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d p.db programme open Spring -q
$ for n in 'Ann Lee' 'Cy Moor'; do chiron -d p.db person add "$n" -q --roles mentor --offers Gardening --capacity 2; done; for n in 'Emma Pickles' 'Bo Vega'; do chiron -d p.db person add "$n" -q --roles mentee --seeks Gardening; done; chiron -d p.db enrol --all --programme Spring -q
$ chiron -d p.db proposal add 'Ann Lee' 'Emma Pickles' --programme Spring -q && chiron -d p.db proposal add 'Ann Lee' 'Bo Vega' --programme Spring -q && chiron -d p.db proposal approve 1 -q
$ chiron -d p.db person leave 'Ann Lee'
Ann Lee has left.
2 proposals withdrawn
$ chiron -d p.db proposal list --columns guide,learner,state
Mentor or coach  Mentee or coachee  State
Ann Lee          Bo Vega            superseded
Ann Lee          Emma Pickles       superseded
$ chiron -d p.db proposal approve 2
chiron: Ann Lee left on 23 November. Choose somebody else; if they are back, `chiron person return 1` says so.
[65]
$ chiron -d p.db undo -q && chiron -d p.db proposal list --columns guide,learner,state
Mentor or coach  Mentee or coachee  State
Ann Lee          Bo Vega            drafted
Ann Lee          Emma Pickles       approved
# Whose last day is told ahead leaves then; a learner likewise.
$ chiron -d p.db person leave 'Emma Pickles' --on 2026-12-01
Emma Pickles will leave on 1 December; pairings closed: 0, handed over: 0.
$ chiron -d p.db person leave 'Emma Pickles'
Emma Pickles has left.
1 proposal withdrawn
# Left by a field, a proposal stays, and is neither approved nor accepted.
$ chiron -d p.db person set 'Bo Vega' --left-on 2026-11-20 -q
$ chiron -d p.db proposal approve 2
chiron: Bo Vega left on 20 November. Choose somebody else; if they are back, `chiron person return 4` says so.
[65]

# Nor are they paired by hand, on either side, but for a pairing that was made before they left; of who is to leave it is told.
$ chiron -d p.db pairing add 'Cy Moor' 'Bo Vega' --programme Spring --ready spoken
chiron: Bo Vega left on 20 November. Choose somebody else; if they are back, `chiron person return 4` says so.
[65]
$ chiron -d p.db person return 'Bo Vega' -q; chiron -d p.db person leave 'Cy Moor' --on 2026-12-01 -q; chiron -d p.db pairing add 'Cy Moor' 'Bo Vega' --programme Spring --ready spoken
Pairing 1, Cy Moor and Bo Vega: contracting.
~ Cy Moor leaves on 1 December (R84): `chiron match 1`
$ chiron -d p.db person leave 'Cy Moor' --on 2026-12-01 --close
chiron: Cy Moor leaves on 1 December, and Cy Moor and Bo Vega are closed or handed over on a day that has come. Leave the pairing open: Today names it on that day; or hand it over today, `chiron pairing hand-over 1`.
[65]
$ chiron -d p.db check --rule left-still-enrolled --today 2026-12-01
Nothing was found.
$ chiron -d p.db check --rule somebody-left --today 2026-12-01
~ Cy Moor / Bo Vega: Cy Moor left on 1 December (R84)
    chiron pairing close 1 --kind never_started --initiator coordinator --reason guide_left

1 found.
[1]
$ chiron -d p.db scheme set --own-today 2026-12-01 -q; chiron -d p.db pairing close 1 --kind never_started --initiator coordinator --reason guide_left -q; chiron -d p.db enrolment list --columns person,state
Person        State
Ann Lee       applied
Cy Moor       withdrawn
Emma Pickles  withdrawn
Bo Vega       ready
