# What cannot be matched, and what cannot be asked of the matching: each has its answer, and nothing is half done.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d s.db programme add Coach -q --kind coaching --planned-sessions 6
$ chiron -d s.db programme open Spring Coach -q
$ chiron -d s.db match Spring
Nobody is waiting for a match.
0 proposed, 0 without a proposal, 0 places left.
$ printf 'Name,Role,Offers,Seeks,Places,Languages\nBo Vega,mentee,,CV writing,,English\nCai Yu,mentee,,IT basics,,Welsh\n' >people.csv
$ chiron -d s.db import people people.csv --programme Spring -q; chiron -d s.db enrolment ready --all --programme Spring -q
$ chiron -d s.db match Spring --dry-run
   !  Bo Vega: no mentor is enrolled in Spring
   !  Cai Yu: no mentor is enrolled in Spring
0 proposed, 2 without a proposal, 0 places left. Nothing was saved.
$ printf 'Name,Role,Offers,Seeks,Places,Languages\nAnn Lee,mentor,CV writing,,0,English\n' >mentors.csv
$ chiron -d s.db import people mentors.csv --programme Spring -q
$ chiron -d s.db match Spring --dry-run
   !  Bo Vega: no mentor who suits has a place left: Ann Lee (score 40); one more place with Ann Lee would match one person more
   !  Cai Yu: no mentor passes the rules: 1 no language in common
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
0 proposed, 2 without a proposal, 0 places left. Nothing was saved.
$ chiron -d s.db person set 'Ann Lee' --capacity 1 -q
$ chiron -d s.db match Spring --dry-run --pin 'Ann Lee:Cai Yu'
chiron: Ann Lee and Cai Yu are pinned, but a rule is against it: no language in common. Remove the pin; a pair against a rule is made by hand, with a reason: `chiron pairing add`.
[65]
$ chiron -d s.db match Spring --dry-run --pin 'Ann Lee:Bo Vega' --forbid 'Ann Lee:Bo Vega'
chiron: Ann Lee and Bo Vega are pinned and forbidden at once. Leave out one of the two, or remove it: `chiron pair-rule list`.
[65]
$ chiron -d s.db person set 'Cai Yu' --languages 'Welsh; English' -q
$ chiron -d s.db match Spring --pin 'Ann Lee:Bo Vega' --pin 'Ann Lee:Cai Yu'
chiron: 2 people are pinned to Ann Lee, who has places left: 1 (R13). Remove a pin, or raise the places if Ann Lee agrees.
[65]
$ chiron -d s.db match Spring --pin 'Ann Lee'
chiron: --pin Ann Lee: two people are needed. Give the mentor or coach, a colon, and the mentee or coachee: 'Ann Lee:Bo Vega'.
[64]
$ chiron -d s.db match Spring --pin 'Bo Vega:Ann Lee'
chiron: Bo Vega is not among those of Spring who can be matched now as mentor. They need an enrolment that is applied or ready, and no pairing or approved proposal there.
[65]
$ chiron -d s.db pair-rule list
No pair is pinned, forbidden or to be avoided: `chiron pair-rule add`.
$ chiron -d s.db match Spring --dry-run --weight expertise=101
chiron: expertise: 101 points; 0 to 100 are allowed. 0 leaves the criterion out.
[65]
$ chiron -d s.db match Spring --dry-run --weight expertise
chiron: "expertise" is no weight: a criterion, "=" and whole points are needed. As in expertise=30; `chiron criterion list PROGRAMME` shows them.
[64]
$ chiron -d s.db match Spring --dry-run --weight charm=5
chiron: "charm" is no criterion that has points. Give one of expertise, qualification, field_of_work, wish, location, meeting_times, grade, recommended, other_department, newly_appointed.
[65]
$ chiron -d s.db criterion set Coach grade=5
chiron: grade has no points in coaching: a coach is not chosen by anybody's position (R16). Leave it at 0. If it is right all the same: --override 'R16: why'.
[65]
$ chiron -d s.db match Spring --dry-run --cut-off 1001
chiron: a cut-off of 1001; 0 to 1000 are allowed. 0 proposes every pair that the rules allow.
[65]
$ chiron -d s.db match Spring --dry-run --cut-off 41 | head -2
   !  Bo Vega: no score reaches the cut-off of 41: the best is Ann Lee with 40
   !  Cai Yu: no score reaches the cut-off of 41: the best is Ann Lee with 0
$ chiron -d s.db match Spring --dry-run --weight expertise=0 --weight location=0 --weight wish=0 | head -1
   -  Ann Lee and Bo Vega, score 0 of 0
$ chiron -d s.db match Spring --explain 'Nobody Here'
chiron: no person is found by "Nobody Here". A number, an e-mail address, or a part of a name finds a person.
[66]

# A pin is kept until it is taken back; the avoid list holds everywhere, and nobody reads its reason in an explanation.
$ chiron -d s.db match Spring --pin 'Ann Lee:Cai Yu'
   1  Ann Lee and Cai Yu, score 0 of 40, pinned
        Areas sought, 0 of 40: Ann Lee offers none of what is sought (IT basics)
        Languages: both speak English
        Hours a month: not known of either
        Places: 0 of 1 left after this
   !  Bo Vega: no mentor who suits has a place left: Ann Lee (score 40); one more place with Ann Lee would match one person more
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Share nothing that counts: Ann Lee and Cai Yu.
1 proposed, 1 without a proposal, 0 places left. Score in all 0; the lowest 0 (Ann Lee and Cai Yu).
$ chiron -d s.db pair-rule add 'Ann Lee' 'Cai Yu' --kind forbid --programme Spring
chiron: Ann Lee and Cai Yu are pinned already (no. 1). Take that back first: `chiron pair-rule remove 1`.
[65]
$ chiron -d s.db pair-rule remove 1
Pair rule 1 is taken back.
$ chiron -d s.db pair-rule add 'Cai Yu' 'Ann Lee' --kind avoid --reason 'a private matter'
Cai Yu and Ann Lee: to be avoided.
$ chiron -d s.db match Spring
   2  Ann Lee and Bo Vega, score 40 of 40
        Areas sought, 40 of 40: Ann Lee offers all that is sought: CV writing
        Languages: both speak English
        Hours a month: not known of either
        Places: 0 of 1 left after this
   !  Cai Yu: no mentor passes the rules: 1 on the avoid list
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Changes against the last proposal: Bo Vega: Ann Lee, before nobody; Cai Yu: nobody, before Ann Lee.
1 proposed, 1 without a proposal, 0 places left. Score in all 40; the lowest 40 (Ann Lee and Bo Vega).
$ chiron -d s.db proposal add 'Ann Lee' 'Cai Yu' --programme Spring
chiron: Ann Lee and Cai Yu: on the avoid list. Choose somebody else, or take that back: `chiron pair-rule list`.
[65]

# Proposing anew is the same round: being left out counts once all that was proposed is settled.
$ chiron -d s.db match Spring --dry-run --format json | grep -o '"waiting":[0-9]*'
"waiting":1

# The committee decides; who is in the line of either stands aside; a manager recommends only before.
$ chiron -d s.db person add 'May Ito' -q && chiron -d s.db person add 'Rae Fox' -q && chiron -d s.db person add 'Sol Day' -q
$ chiron -d s.db person set 'Bo Vega' --manager 'Rae Fox' -q
$ chiron -d s.db committee add 'May Ito' --programme Spring
May Ito is of the matching committee of Spring.
$ chiron -d s.db committee add 'Rae Fox' --programme Spring -q && chiron -d s.db committee add 'Sol Day' --programme Spring -q
$ chiron -d s.db programme setting Spring approvals 2 -q
$ chiron -d s.db proposal list state:drafted
No.  Mentor or coach  Mentee or coachee  Programme  State    Score  Proposed on
  2  Ann Lee          Bo Vega            Spring     drafted     40  Mon 23 Nov
$ chiron -d s.db proposal accept 2
chiron: the proposal of Ann Lee and Bo Vega is not approved yet: the committee of Spring approves with 2 members (R17). Record their approval: `chiron proposal approve`. If it is right all the same: --override 'R17: why'.
[65]
$ chiron -d s.db proposal approve 2
chiron: Spring has a matching committee: whose approval is it? (R17). Name the member: --by NAME; `chiron committee list` shows them.
[65]
$ chiron -d s.db proposal approve 2 --by 'Rae Fox'
chiron: Rae Fox stands aside from the proposal of Ann Lee and Bo Vega: one of the two, or in the reporting line of either (R17). Another member of the committee decides it.
[65]
$ chiron -d s.db proposal approve 2 --by 'Cai Yu'
chiron: Cai Yu is not of the matching committee of Spring (R17). `chiron committee add` names its members.
[65]
$ chiron -d s.db proposal approve 2 --by 'May Ito' --meeting 2026-11-20
The approval of Ann Lee and Bo Vega is recorded; it needs others, too.
$ chiron -d s.db proposal approve 2 --by 'May Ito'
chiron: May Ito has approved the proposal of Ann Lee and Bo Vega already.
[65]
$ chiron -d s.db proposal approve 2 --by 'Sol Day' --meeting 2026-11-20
Approved: Ann Lee and Bo Vega.
$ chiron -d s.db wish add 'Bo Vega' 'Ann Lee' --programme Spring --asked-by manager
Ann Lee is recommended for Bo Vega.
$ chiron -d s.db proposal accept 2 --by learner
Bo Vega accepts; Ann Lee is still to be asked.
$ chiron -d s.db proposal accept 2 --by guide
Ann Lee and Bo Vega are pairing 1; it is contracting.
$ chiron -d s.db proposal accept 2
chiron: the proposal of Ann Lee and Bo Vega was accepted already and became pairing 1. Nothing is left to decide; see `chiron pairing show 1`.
[65]
$ chiron -d s.db wish add 'Bo Vega' 'Ann Lee' --programme Spring --asked-by manager
chiron: Bo Vega is paired already (pairing 1): a manager recommends before that, not after (R17). Leave it out; in mentoring the manager has no part in a pairing (R61). If it is right all the same: --override 'R17: why'.
[65]

# The members of the committee and the two answer at their own desks; a draft is no business of the two yet, and who
# stands aside sees nothing of it.
$ chiron -d s.db person set 'Ann Lee' --capacity 2 -q; chiron -d s.db pair-rule remove 1 -q
$ chiron -d s.db match Spring -q && chiron -d s.db programme setting Spring approvals 1 -q
$ chiron -d s.db --as 'Ann Lee' proposal list
No.  Mentor or coach  Mentee or coachee  Programme  State     Score  Proposed on
  2  Ann Lee          Bo Vega            Spring     accepted         Mon 23 Nov
$ chiron -d s.db person set 'Cai Yu' --manager 'Rae Fox' -q
$ chiron -d s.db --as 'Rae Fox' proposal list state:drafted
No proposal fits that.
$ chiron -d s.db --as 'May Ito' proposal list state:drafted
No.  Mentor or coach  Mentee or coachee  Programme  State    Score  Proposed on
  3  Ann Lee          Cai Yu             Spring     drafted         Mon 23 Nov
$ chiron -d s.db --as 'May Ito' proposal approve 3
Approved: Ann Lee and Cai Yu.
$ chiron -d s.db --as 'May Ito' proposal approve 3 --by 'Sol Day'
chiron: no person is found by "Sol Day". A number, an e-mail address, or a part of a name finds a person.
[66]
$ chiron -d s.db --as 'Rae Fox' proposal approve 3
chiron: there is no proposal with the number 3.
[66]
$ chiron -d s.db --as 'Ann Lee' proposal list state:approved
No.  Mentor or coach  Mentee or coachee  Programme  State     Score  Proposed on
  3  Ann Lee          Cai Yu             Spring     approved         Mon 23 Nov
$ chiron -d s.db match Spring
Nobody is waiting for a match.
1 proposal is approved and waits to be accepted.
0 proposed, 0 without a proposal, 0 places left.
$ chiron -d s.db --as 'Ann Lee' proposal accept 3
Ann Lee accepts; Cai Yu is still to be asked.
$ chiron -d s.db --as 'Cai Yu' proposal decline 3 --reason other
chiron: the reason is other, and not said in words. Say it in a few words, or choose another reason.
[65]
$ chiron -d s.db --as 'Cai Yu' proposal decline 3 --reason other --note 'I know her from school'
Declined: Ann Lee and Cai Yu.
$ chiron -d s.db proposal show 3
No.: 3
Programme: Spring
Mentor or coach: Ann Lee
Mentee or coachee: Cai Yu
State: declined
Score: 0
Why: Areas sought, 0 of 40: Ann Lee offers none of what is sought (IT basics)
    Languages: both speak English
    Hours a month: not known of either
    Committee: May Ito approved on 23 November; Sol Day has not approved; Rae Fox stands aside (R17)
Proposed on: Mon 23 Nov
Expires on: Mon 14 Dec
Declined by: mentee or coachee
Declined because: other
In words: I know her from school
Decided on: Mon 23 Nov
Mentor or coach accepted: Mon 23 Nov
$ chiron -d s.db wish add 'Cai Yu' 'Ann Lee' --programme Spring
Cai Yu wishes for Ann Lee, choice 1.
$ chiron -d s.db wish list
No.  Person   Wishes for  Programme  Asked by          Choice  Asked on
  1  Bo Vega  Ann Lee     Spring     the line manager          Mon 23 Nov
  2  Cai Yu   Ann Lee     Spring     the person             1  Mon 23 Nov

# What earlier learners said of a guide is told the coordinator when they are proposed again, and kept with no proposal
# (R67); comfort checks are never used so.
$ chiron -d p.db init 'Riverside Mentoring' -q && chiron -d p.db scheme set --own-today 2026-11-23 -q
$ chiron -d p.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ printf 'Name,Role,Offers,Seeks,Places\nAnn Lee,mentor,CV writing,,3\nBo Vega,mentee,,CV writing,\nCai Yu,mentee,,CV writing,\nDi Fox,mentee,,CV writing,\n' >three.csv
$ chiron -d p.db import people three.csv --programme Spring -q && chiron -d p.db programme open Spring -q
$ for who in 'Bo Vega' 'Cai Yu'; do chiron -d p.db pairing add 'Ann Lee' "$who" --programme Spring --ready form -q; done
$ chiron -d p.db pairing agree --all --programme Spring --usual-day Mondays --agreed-by both --how email --planned-end-on 2027-09-01 --conflict-declared yes -q && echo listening | chiron -d p.db goal add 'Bo Vega' -q && echo listening | chiron -d p.db goal add 'Cai Yu' -q
$ chiron -d p.db pairing start --all --programme Spring -q
$ chiron -d p.db feedback record 'Bo Vega' --side learner --form comfort --fit comfortable -q
$ chiron -d p.db pairing close 'Bo Vega' --kind completed --initiator both --reason planned_end -q; chiron -d p.db pairing close 'Cai Yu' --kind completed --initiator both --reason planned_end -q
$ chiron -d p.db feedback record 'Bo Vega' --side learner --form end --helpful 2 -q && chiron -d p.db feedback record 'Cai Yu' --side learner --form end --helpful 1 -q
$ chiron -d p.db match Spring
   1  Ann Lee and Di Fox, score 40 of 40
        Before acceptance: Di Fox is still to be found ready (R15)
        Areas sought, 40 of 40: Ann Lee offers all that is sought: CV writing
        Languages: not known of either
        Hours a month: not known of either
        Places: 2 of 3 left after this
        earlier mentees or coachees on how helpful Ann Lee was: 1, 2 of 5, the last first (R67)
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
1 proposed, 0 without a proposal, 2 places left. Score in all 40; the lowest 40 (Ann Lee and Di Fox).
$ chiron -d p.db proposal show 1 | grep -c helpful
0
[1]
$ chiron -d p.db match Spring --dry-run --format json | grep -o '"past":"[^"]*"'
"past":"earlier mentees or coachees on how helpful Ann Lee was: 1, 2 of 5, the last first (R67)"

# Somebody who left between proposal and acceptance is not paired, and proposed to nobody any more.
$ chiron -d p.db person leave 'Ann Lee' -q
$ chiron -d p.db proposal accept 1 --ready spoken
chiron: Ann Lee left on 23 November. Choose somebody else; if they are back, `chiron person return 1` says so.
[65]
$ chiron -d p.db match Spring
   !  Di Fox: no mentor is enrolled in Spring
0 proposed, 1 without a proposal, 0 places left.

# A list of 10,000 terms is more than a cell can be; the rest of the row comes in.
$ seq -f 'Term %.0f' 10000 | paste -sd ';' | sed 's/^/Name,Role,Offers\nEve Ash,mentor,/' >terms.csv
$ chiron -d p.db import people terms.csv --programme Spring | grep -v '^Column'
The text is UTF-8.
Headings are in row 1.
1 person is newly enrolled in Spring: as mentor.

To look at; these rows came in:
terms.csv row 2, column "Offers": "Term 1;Term 2;Term 3;Term 4;Term 5;Term …" has more than 2000 characters; it is left out. Shorten the cell.

1 row read: 1 new, 0 changed, 0 same, 0 rejected, 0 skipped.
This is import 2; `chiron import undo 2` takes it back.
$ chiron -d p.db match Spring --explain 'Eve Ash'
Eve Ash and Di Fox, score 0: proposed
        Before acceptance: Di Fox is still to be found ready (R15)
        Before acceptance: what Eve Ash offers is still to be recorded (R10)
        Languages: not known of either
        Hours a month: not known of either

# An internal coach without training is proposed, and told what is missing before acceptance (R8).
$ chiron -d p.db programme add Coach -q --kind coaching --planned-sessions 6 && chiron -d p.db programme open Coach -q
$ chiron -d p.db person add 'Fay Ito' --roles coach --offers Delegation --origin internal -q; chiron -d p.db person add 'Gil Orr' --roles coachee --seeks Delegation -q
$ chiron -d p.db enrol 'Fay Ito' --programme Coach -q; chiron -d p.db enrol 'Gil Orr' --programme Coach -q
$ chiron -d p.db match Coach --accept all --ready spoken
   2  Fay Ito and Gil Orr, score 40 of 40
        Before acceptance: Gil Orr is still to be found ready (R15)
        Before acceptance: the coaching training of Fay Ito is still to be recorded (R8)
        Areas sought, 40 of 40: Fay Ito offers all that is sought: Delegation
        Languages: not known of either
        Hours a month: not known of either
        Places: not known, taken as 1; none left after this
Nothing to compare yet, so no points for: Qualification, Wishes, Area, Times, Recommendation.
No two would both rather have each other.
1 proposed, 0 without a proposal, 0 places left. Score in all 40; the lowest 40 (Fay Ito and Gil Orr).
chiron: Fay Ito coaches within the organisation, and no coaching training in date is recorded (R8). Record the training with its day, or choose another coach: `chiron credential add 'Coaching training' --person 6 --kind training --awarded-on 'the day on the certificate'`. If it is right all the same: --override 'R8: why'.
[65]
$ chiron -d p.db credential add 'Coaching training' --person 'Fay Ito' --kind training --awarded-on today -q
$ chiron -d p.db match Coach --accept all --ready spoken
   3  Fay Ito and Gil Orr, score 40 of 40
        Before acceptance: Gil Orr is still to be found ready (R15)
        Areas sought, 40 of 40: Fay Ito offers all that is sought: Delegation
        Languages: not known of either
        Hours a month: not known of either
        Places: not known, taken as 1; none left after this
Nothing to compare yet, so no points for: Qualification, Wishes, Area, Times, Recommendation.
No two would both rather have each other.
Nothing changes against the last proposal.
1 proposed, 0 without a proposal, 0 places left. Score in all 40; the lowest 40 (Fay Ito and Gil Orr).
Fay Ito and Gil Orr are pairing 3; it is contracting.

# r19_departments_apart: two of one department are no pair where the programme says so; by hand it takes a reason.
$ chiron -d apart.db init Works -q && chiron -d apart.db scheme set --own-today 2026-11-23 -q && chiron -d apart.db programme add Coaching -q --kind coaching && chiron -d apart.db programme open Coaching -q
$ printf 'Name,Email,Role,Department,Offers,Seeks,Origin\nIris Kahl,iris@example.org,coach,Sales,conflict,,external\nLea Winter,lea@example.org,coachee,sales,,conflict,\nMo Adler,mo@example.org,coachee,,,conflict,\n' >apart.csv
$ chiron -d apart.db import people apart.csv --programme Coaching -q && chiron -d apart.db programme setting Coaching departments_apart yes -q
$ chiron -d apart.db match Coaching --dry-run | grep -e Mo -e Lea
   -  Iris Kahl and Mo Adler, score 40 of 40
        Before acceptance: Mo Adler is still to be found ready (R15)
   !  Lea Winter: no coach passes the rules: 1 in the same department (R19)
1 proposed, 1 without a proposal, 0 places left. Score in all 40; the lowest 40 (Iris Kahl and Mo Adler). Nothing was saved.
$ chiron -d apart.db pairing add Iris Lea --programme Coaching --ready spoken
chiron: both are of Sales, and this programme keeps departments apart (R19). Choose somebody of another department, or record why this pairing is right. If it is right all the same: --override 'R19: why'.
[65]
$ chiron -d apart.db pairing add Iris Lea --programme Coaching --ready spoken --override 'R19: the only coach there is'
Pairing 1, Iris Kahl and Lea Winter: contracting.
~ Iris Kahl comes from outside, and no qualification or training is recorded (R8): `chiron credential add 'Coaching qualification' --person 1 --kind qualification`
$ chiron -d apart.db pairing add Iris Mo --programme Coaching --ready spoken -q

# r15_not_ready_while_paired: found not ready they have their coach still, and are not told as left out; the pairing is to be paused.
$ chiron -d apart.db enrolment set Lea --programme Coaching --state not_ready
Lea Winter in Coaching as coachee: not ready.
~ Lea Winter is not ready, and is in a live pairing with Iris Kahl, which goes on (R15): `chiron pairing show 1`
$ chiron -d apart.db match Coaching --dry-run | grep Lea
[1]
$ chiron -d apart.db check | grep 'not ready'
! Iris Kahl / Lea Winter: Lea Winter was found not ready in this programme (R15)
~ Lea Winter is not ready, and is in a live pairing with Iris Kahl, which goes on (R15)
$ chiron -d apart.db pairing close 1 --kind ended_early --initiator coordinator --reason made_by_mistake -q && chiron -d apart.db match Coaching --dry-run | grep Lea
   !  Lea Winter: not ready (R15)
$ chiron -d apart.db report endings
How many pairings ended, and how
No pairing was closed in the period.
$ chiron -d apart.db pairing show 1 | grep ended
How it ended: never started
Who ended it: coordinator
Why it ended: made by mistake
