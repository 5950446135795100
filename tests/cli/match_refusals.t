# What cannot be matched, and what cannot be asked of the matching: each has its answer, and nothing is half done.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d s.db programme add Coach -q --kind coaching --planned-sessions 6
$ chiron -d s.db programme open Spring Coach -q
$ chiron -d s.db match Spring
Nobody is waiting for a match.
Nothing to compare yet, so no points for: Areas sought, Field of work, Wishes, Area, Times, Experience, Recommendation.
0 proposed, 0 without a proposal, 0 places left.
$ printf 'Name,Role,Offers,Seeks,Places,Languages\nBo Vega,mentee,,CV writing,,English\nCai Yu,mentee,,IT basics,,Welsh\n' >people.csv
$ chiron -d s.db import people people.csv --programme Spring -q; chiron -d s.db enrolment ready --all --programme Spring -q
$ chiron -d s.db match Spring --dry-run
   !  Bo Vega: no mentor is enrolled in Spring
   !  Cai Yu: no mentor is enrolled in Spring
Nothing to compare yet, so no points for: Areas sought, Field of work, Wishes, Area, Times, Experience, Recommendation.
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
chiron: grade has no points in coaching: a coach is not chosen by anybody's position (R16). Leave it at 0.
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
  2  Ann Lee          Bo Vega            Spring     drafted     40  23 Nov Mon
$ chiron -d s.db proposal accept 2
chiron: the proposal of Ann Lee and Bo Vega is not approved yet: the committee of Spring approves with 2 members (R17). Record their approval: `chiron proposal approve`.
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
chiron: Bo Vega is paired in Spring already: a manager recommends only before that (R17). In mentoring the manager has no part in a pairing (R61).
[65]
$ chiron -d s.db wish add 'Cai Yu' 'Ann Lee' --programme Spring
Cai Yu wishes for Ann Lee, choice 1.
$ chiron -d s.db wish list
No.  Person   Wishes for  Programme  Asked by          Choice  Asked on
  1  Bo Vega  Ann Lee     Spring     the line manager          23 Nov Mon
  2  Cai Yu   Ann Lee     Spring     the person             1  23 Nov Mon
