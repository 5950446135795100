# The turns that a pairing takes, each from end to end by command: without e-mail, begun many at once, re-matched without
# fault, extended, never started, re-opened, asked again after six months, and a mentor who leaves.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-01-05 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --planned-months 9 --interval '1 month' --usual-minutes 60 --usual-place 'the library' --usual-purpose next_level --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ for g in 'Alison Abbott' 'Derek Dale' 'Eve Hand'; do chiron -d s.db person add "$g" -q --roles mentor --offers Confidence --capacity 2 --hours-per-month 3 --phone '01632 960001'; done
$ for l in 'Bo Diaz' 'Cai Yu' 'Dot Fox'; do chiron -d s.db person add "$l" -q --roles mentee --seeks Confidence --hours-per-month 2 --phone '01632 960002' --contact-preference phone; done

# Readiness: answers of several at once, a no that stands, and approval of the rest in one go (R15).
$ chiron -d s.db enrol --all --programme Spring
6 enrolled in Spring.
$ chiron -d s.db enrolment answer 'Bo Diaz' 'Cai Yu' --programme Spring --question ready_aim --answer yes --how paper
Bo Diaz in Spring as mentee: applied.
Cai Yu in Spring as mentee: applied.
# What a pairing is asked is no question of an enrolment.
$ chiron -d s.db enrolment answer 'Dot Fox' --programme Spring --question three_way --answer no
chiron: --question is ready_aim or ready_time; "three_way" was given.
[64]
$ chiron -d s.db enrolment answer 'Dot Fox' --programme Spring --question ready_time --answer no
Dot Fox in Spring as mentee: not ready.
$ chiron -d s.db enrolment ready --all --programme Spring
Of each mentee or coachee who applied to Spring and said no to nothing is kept: knows what they want, knows the time it takes, can give it: yes. `chiron undo` takes it back.
5 made ready in Spring.
$ chiron -d s.db enrolment ready 'Dot Fox' --programme Spring
chiron: Dot Fox answered no: knows the time it takes and can commit it (R15). If that has changed, record the new answer: `chiron enrolment answer 6 --question ready_time --answer yes`.
[65]
$ chiron -d s.db enrolment answer 'Dot Fox' --programme Spring --question ready_time --answer yes; chiron -d s.db enrolment ready 'Dot Fox' --programme Spring
Dot Fox in Spring as mentee: not ready.
Dot Fox in Spring as mentee: ready.

# Pairs are made, agree and start together (R28); nobody has an e-mail address (r81_by_telephone_alone).
$ chiron -d s.db pairing add 'Alison Abbott' 'Bo Diaz' --programme Spring && chiron -d s.db pairing add 'Alison Abbott' 'Cai Yu' --programme Spring && chiron -d s.db pairing add 'Derek Dale' 'Dot Fox' --programme Spring
Pairing 1, Alison Abbott and Bo Diaz: contracting.
Pairing 2, Alison Abbott and Cai Yu: contracting.
Pairing 3, Derek Dale and Dot Fox: contracting.
$ for l in 'Bo Diaz' 'Cai Yu' 'Dot Fox'; do chiron -d s.db pairing agree "$l" --usual-day varies --starts-on 2026-01-05 --planned-end-on 2026-10-05 --conflict-declared yes --aims-shared-on 2026-01-05 --agreed-by both --how spoken -q; echo Confidence | chiron -d s.db goal add "$l" -q; done
$ chiron -d s.db pairing start --all --programme Spring
Pairing 1, Alison Abbott and Bo Diaz: active.
Pairing 3, Derek Dale and Dot Fox: active.
Pairing 2, Alison Abbott and Cai Yu: active.
$ chiron -d s.db report call-list --format csv --today 2026-01-20
name,phone,preference,programme,other,last_session_on,next_due_on,contact_due_on
Alison Abbott,01632 960001,,Spring,Bo Diaz,,2026-02-05,2026-01-20
Alison Abbott,01632 960001,,Spring,Cai Yu,,2026-02-05,2026-01-20
Derek Dale,01632 960001,,Spring,Dot Fox,,2026-02-05,2026-01-20
Bo Diaz,01632 960002,phone,Spring,Alison Abbott,,2026-02-05,2026-01-20
Dot Fox,01632 960002,phone,Spring,Derek Dale,,2026-02-05,2026-01-20
Eve Hand,01632 960001,,Spring,,,,
Cai Yu,01632 960002,phone,Spring,Alison Abbott,,2026-02-05,2026-01-20

# The first month: one contact answers comfort check and contact; "not a good fit" is nobody's fault (R36).
$ chiron -d s.db pairing list 'contact_due_on<=today' --today 2026-01-20 --format csv | cut -d, -f2,3,11
guide,learner,contact_due_on
Alison Abbott,Bo Diaz,2026-01-20
Derek Dale,Dot Fox,2026-01-20
Alison Abbott,Cai Yu,2026-01-20
$ chiron -d s.db checkin add 'Bo Diaz' --side learner --medium phone --fit comfortable --today 2026-01-20
The check-in with Bo Diaz is recorded.
$ chiron -d s.db checkin add 'Dot Fox' --side learner --medium phone --fit not_a_good_fit --today 2026-01-20
The check-in with Dot Fox is recorded.
$ chiron -d s.db check --rule re-match-wanted --today 2026-01-20
~ Derek Dale / Dot Fox: one of the two says it is not a good fit; a new match is nobody's fault (R36)
    chiron pairing close 3 --kind never_started --initiator coordinator --reason not_a_good_fit

1 found.
[1]
$ chiron -d s.db pairing close 'Dot Fox' --kind ended_early --initiator coordinator --reason not_a_good_fit --today 2026-01-21
Pairing 3, Derek Dale and Dot Fox: closing.
Pairing 3: no session of theirs is recorded; if they never met, it is never_started; if they did, log it first: `chiron log`. `chiron undo` takes the end back
$ chiron -d s.db check --rule re-match-waiting --today 2026-01-22
~ Derek Dale / Dot Fox: Dot Fox waits for a new match since 21 January: not a good fit (R36)
    chiron match 1

1 found.
[1]
$ chiron -d s.db report waiting-list --today 2026-01-22 --format csv
programme,person,state,since,days,seeks,proposals
Spring,Dot Fox,ready,2026-01-21,1,Confidence,0
$ chiron -d s.db match Spring --dry-run --today 2026-01-22 --format csv
proposal_id,guide_id,guide,learner_id,learner,score,reasons
,3,Eve Hand,6,Dot Fox,40,"Areas sought, 40 of 40: Eve Hand offers all that is sought: Confidence
Languages: not known of either
Places: 1 of 2 left after this"
$ chiron -d s.db pairing add 'Eve Hand' 'Dot Fox' --programme Spring --today 2026-01-23
Pairing 4, Eve Hand and Dot Fox: contracting.
$ chiron -d s.db check --rule re-match-waiting --today 2026-01-23
Nothing was found.
$ chiron -d s.db report re-matches --today 2026-01-23 --format csv
programme,ended,matched,days,waiting
Spring,1,1,2,0

# At the end it is asked whether another match is wanted: who wants none waits for none, who wants one waits whatever the reason was.
$ chiron -d s.db pairing close 'Eve Hand' --kind never_started --initiator learner --reason learner_no_time --another-match no --today 2026-01-23
Pairing 4, Eve Hand and Dot Fox: closed.
$ chiron -d s.db enrolment list 'Dot Fox' --columns person,standing
Person   Standing
Dot Fox  withdrawn
$ chiron -d s.db match Spring --dry-run --today 2026-01-23
Nobody is waiting for a match.
0 proposed, 0 without a proposal, 4 places left. Nothing was saved.
$ chiron -d s.db pairing reopen 'Eve Hand' --today 2026-01-23; chiron -d s.db enrolment list 'Dot Fox' --columns person,standing
Pairing 4, Eve Hand and Dot Fox: contracting.
Person   Standing
Dot Fox  matched
$ chiron -d s.db undo -q; chiron -d s.db undo; chiron -d s.db pairing close 'Eve Hand' --kind never_started --initiator learner --reason learner_no_time --another-match yes --today 2026-01-23
Undone: pairing of Eve Hand and Dot Fox closed. `chiron redo` does it again.
Pairing 4, Eve Hand and Dot Fox: closed.
$ chiron -d s.db check --rule re-match-waiting --today 2026-01-23
~ Eve Hand / Dot Fox: Dot Fox waits for a new match since 23 January: wanted when the pairing ended (R36)
    chiron match 1

1 found.
[1]
$ chiron -d s.db enrolment list 'Dot Fox' --columns person,standing; chiron -d s.db undo
Person   Standing
Dot Fox  ready
Undone: pairing of Eve Hand and Dot Fox closed. `chiron redo` does it again.

# What does not come at the end is waived for all at once, with a reason that is kept (R65).
$ chiron -d s.db feedback waive --all --programme Spring --because 'they had met once' --today 2026-01-24
The feedback of Derek Dale is waived.
The feedback of Dot Fox is waived.
$ chiron -d s.db pairing list state:closed --format csv | cut -d, -f1-3,6
pairing_id,guide,learner,state
3,Derek Dale,Dot Fox,closed

# Never started: it is closed at once, asks for nothing, and the place is free.
$ chiron -d s.db pairing close 'Eve Hand' --kind never_started --initiator learner --reason learner_no_time --today 2026-02-01
Pairing 4, Eve Hand and Dot Fox: closed.
$ chiron -d s.db feedback list state:due --format csv | wc -l
2

# Extension: the planned end moves, each time is counted, the third is pointed out (R70).
$ for end in 2026-12-05 2027-02-05 2027-04-05; do chiron -d s.db pairing agree 'Bo Diaz' --planned-end-on $end -q --today 2026-10-01; done; chiron -d s.db check --rule R70 --today 2026-10-01
~ Alison Abbott / Bo Diaz: extended 3 times (R70)
    chiron pairing close 1 --kind completed --initiator both --reason mutual_agreement

1 found.
[1]

# A mentor leaves: one pairing is handed over, the other closes, all in one (R84); a mentor who is full is refused.
$ chiron -d s.db person set 'Eve Hand' --capacity 0 -q; chiron -d s.db person leave 'Alison Abbott' --hand-over 'Bo Diaz=Eve Hand' --close --today 2026-10-10
chiron: Eve Hand has 0 places, and this would take the number of pairings and proposals to 1 (R13). Choose a mentor or coach with a free place, raise this one's places if they agree, or record why: `chiron person show 3`. If it is right all the same: --override 'R13: why'.
[65]
$ chiron -d s.db person leave 'Alison Abbott' --hand-over 'Bo Diaz=Derek Dale' --close --today 2026-10-10
Alison Abbott has left; pairings closed: 1, handed over: 1.
$ chiron -d s.db pairing list --format csv --today 2026-10-10 | cut -d, -f1-3,6
pairing_id,guide,learner,state
1,Alison Abbott,Bo Diaz,closing
5,Derek Dale,Bo Diaz,contracting
3,Derek Dale,Dot Fox,closed
4,Eve Hand,Dot Fox,closed
2,Alison Abbott,Cai Yu,closing

# Whom the mentor left waits for a new match at once, while feedback is still awaited.
$ chiron -d s.db check --rule re-match-waiting --today 2026-10-11
~ Alison Abbott / Cai Yu: Cai Yu waits for a new match since 10 October: the other side could not go on (R36)
    chiron match 1

1 found.
[1]
$ chiron -d s.db report waiting-list --today 2026-10-11 --format csv
programme,person,state,since,days,seeks,proposals
Spring,Dot Fox,ready,2026-02-01,252,Confidence,0
Spring,Cai Yu,ready,2026-10-10,1,Confidence,0

# The end, and a year later: what was asked, what lapsed, and the follow-up six months after (R75).
$ chiron -d s.db feedback record 2 --side learner --form end --helpful 4 --how spoken --today 2026-10-20
The feedback of Cai Yu is recorded; the other side never sees it.
$ CHIRON_TODAY=2027-04-10 chiron -d s.db report feedback-due --format csv
due_on,form,person,other,programme,phone,email
2027-04-10,follow_up,Bo Diaz,Alison Abbott,Spring,01632 960002,
2027-04-10,follow_up,Cai Yu,Alison Abbott,Spring,01632 960002,
$ chiron -d s.db feedback record 2 --side learner --form follow_up --helpful 5 --how spoken --today 2027-04-11
The feedback of Cai Yu is recorded; the other side never sees it.
$ chiron -d s.db report feedback-due --today 2027-04-12 --format csv
due_on,form,person,other,programme,phone,email
2027-04-10,follow_up,Bo Diaz,Alison Abbott,Spring,01632 960002,

# Re-opened as a new spell: the history of the first stays (R1, R2, R13 are tried anew).
$ chiron -d s.db person set 'Derek Dale' --capacity 3 -q; chiron -d s.db pairing reopen 3 --today 2027-04-12
Pairing 3, Derek Dale and Dot Fox: contracting.
$ chiron -d s.db pairing show 3 --today 2027-04-12 --format json | grep -oE '"(state|spell_id)":[^,]*' | head -n 2
"state":"contracting"
"spell_id":7
$ chiron -d s.db undo && chiron -d s.db pairing list state:closed --format csv | cut -d, -f1-3,6
Undone: pairing of Derek Dale and Dot Fox re-opened. `chiron redo` does it again.
pairing_id,guide,learner,state
1,Alison Abbott,Bo Diaz,closed
3,Derek Dale,Dot Fox,closed
4,Eve Hand,Dot Fox,closed
2,Alison Abbott,Cai Yu,closed

# Who came to the end of the time together waits no longer, and takes part again when it is re-opened.
$ chiron -d s.db log 'Bo Diaz' --date 2027-04-11 --minutes 60 -q --today 2027-04-12; chiron -d s.db pairing close 5 --kind completed --initiator both --reason planned_end --today 2027-04-12
Pairing 5, Derek Dale and Bo Diaz: closing.
$ chiron -d s.db enrolment list 'role:mentee' --today 2027-04-12 --format csv --columns person,state
person,state
Bo Diaz,completed
Dot Fox,ready
Cai Yu,ready
$ chiron -d s.db report waiting-list --today 2027-04-12 --format csv
programme,person,state,since,days,seeks,proposals
Spring,Dot Fox,ready,2026-02-01,435,Confidence,0
Spring,Cai Yu,ready,2026-10-10,184,Confidence,0
$ chiron -d s.db feedback waive --all --programme Spring --because 'spoken of by telephone' --today 2027-04-13 -q; chiron -d s.db pairing reopen 5 --today 2027-04-13; chiron -d s.db enrolment list 'role:mentee' --today 2027-04-13 --format csv --columns person,state
Pairing 5, Derek Dale and Bo Diaz: contracting.
person,state
Bo Diaz,ready
Dot Fox,ready
Cai Yu,ready
$ chiron -d s.db verify -q
What          State  Detail
file          good   every page and every reference fits
audit log     good   63 rows, consistent in themselves; nothing outside the file to compare with
kept columns  good   equal to a recount
