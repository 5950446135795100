# From people who wait to pairings.
$ chiron -d s.db init 'Riverside Mentoring' -q && chiron -d s.db scheme set --own-today 2026-11-23 -q
$ chiron -d s.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ printf 'Name,Email,Role,Offers,Seeks,Places\nAnn Lee,ann@example.org,mentor,CV writing;Confidence,,1\nMay Ito,may@example.org,mentor,IT basics,,1\nBo Vega,bo@example.org,mentee,,cv writing,\nCai Yu,cai@example.org,mentee,,IT basics,\nDai Pugh,dai@example.org,mentee,,Confidence,\n' >people.csv
$ chiron -d s.db import people people.csv -q
$ chiron -d s.db programme open Spring -q
$ chiron -d s.db enrol --programme Spring
chiron: `chiron enrol` needs PERSON, or --all --programme PROGRAMME. As in: chiron enrol 'Catrin Oldroyd' --programme 'Back to Work'.
[64]
$ chiron -d s.db enrol --all --programme Spring
5 enrolled in Spring.
$ chiron -d s.db enrol --all --programme Spring --format json
{"enrolled":0}
$ chiron -d s.db enrol 'Ann Lee' --programme Spring --role mentor
chiron: Ann Lee is enrolled in Spring as mentor already (no. 1): applied.
[65]
$ chiron -d s.db enrol 'Ann Lee' --programme Spring --role coach
chiron: Spring is a mentoring programme: its roles are mentor and mentee, not coach.
[65]
$ chiron -d s.db enrolment ready --all --programme Spring
Of each mentee or coachee who applied to Spring and said no to nothing is kept: knows what they want, knows the time it takes, can give it: yes. `chiron undo` takes it back.
5 made ready in Spring.
$ chiron -d s.db enrolment list role:mentee
No.  Person    Programme  Role    Standing  Waiting since  Pairings
  5  Dai Pugh  Spring     mentee  ready     Mon 23 Nov            0
  3  Bo Vega   Spring     mentee  ready     Mon 23 Nov            0
  4  Cai Yu    Spring     mentee  ready     Mon 23 Nov            0
$ chiron -d s.db match Spring --dry-run --accept all
chiron: --dry-run and --accept were given: one or the other.
[64]
$ chiron -d s.db match Spring --dry-run
   -  Ann Lee and Dai Pugh, score 40 of 40
        Areas sought, 40 of 40: Ann Lee offers all that is sought: Confidence
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Dai Pugh: May Ito, score 0; would cost 40 points in all
        next best for Ann Lee: Bo Vega, score 40; would cost nothing in all
   -  May Ito and Cai Yu, score 40 of 40
        Areas sought, 40 of 40: May Ito offers all that is sought: IT basics
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Cai Yu: Ann Lee, score 0; would cost 80 points in all
        next best for May Ito: Dai Pugh, score 0; would cost 40 points in all
   !  Bo Vega: no mentor who suits has a place left: Ann Lee (score 40), May Ito (score 0); one more place with any of them would match one person more
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
2 proposed, 1 without a proposal, 0 places left. Score in all 80; the lowest 40 (Ann Lee and Dai Pugh). Nothing was saved.
$ chiron -d s.db match Spring --dry-run --format json | sed 's/"seconds":{[^}]*},//'
{"programme":1,"matched":2,"unmatched":1,"score":80,"optimal":true,"places_left":0,"approved":0,"pairs":[{"proposal_id":null,"guide_id":1,"learner_id":5,"guide":"Ann Lee","learner":"Dai Pugh","score":40,"pinned":false,"share_nothing":false,"reasons":[{"criterion":"expertise","points":40,"of":40,"text":"Ann Lee offers all that is sought: Confidence"},{"criterion":"languages","points":0,"of":0,"text":"not known of either"},{"criterion":"hours","points":0,"of":0,"text":"not known of either"},{"criterion":"places","points":0,"of":0,"text":"0 of 1 left after this"}],"alternatives":[{"for":"learner","guide_id":2,"learner_id":5,"score":0,"fewer_matched":0,"score_lost":40,"text":"next best for Dai Pugh: May Ito, score 0; would cost 40 points in all"},{"for":"guide","guide_id":1,"learner_id":3,"score":40,"fewer_matched":0,"score_lost":0,"text":"next best for Ann Lee: Bo Vega, score 40; would cost nothing in all"}]},{"proposal_id":null,"guide_id":2,"learner_id":4,"guide":"May Ito","learner":"Cai Yu","score":40,"pinned":false,"share_nothing":false,"reasons":[{"criterion":"expertise","points":40,"of":40,"text":"May Ito offers all that is sought: IT basics"},{"criterion":"languages","points":0,"of":0,"text":"not known of either"},{"criterion":"hours","points":0,"of":0,"text":"not known of either"},{"criterion":"places","points":0,"of":0,"text":"0 of 1 left after this"}],"alternatives":[{"for":"learner","guide_id":1,"learner_id":4,"score":0,"fewer_matched":0,"score_lost":80,"text":"next best for Cai Yu: Ann Lee, score 0; would cost 80 points in all"},{"for":"guide","guide_id":2,"learner_id":5,"score":0,"fewer_matched":0,"score_lost":40,"text":"next best for May Ito: Dai Pugh, score 0; would cost 40 points in all"}]}],"unmatched_people":[{"person_id":3,"name":"Bo Vega","reason":"places_full","text":"no mentor who suits has a place left: Ann Lee (score 40), May Ito (score 0); one more place with any of them would match one person more","waiting":1}],"notes":["Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.","No two would both rather have each other."]}
$ chiron -d s.db match Spring --dry-run --format csv
proposal_id,guide_id,guide,learner_id,learner,score,reasons
,1,Ann Lee,5,Dai Pugh,40,"Areas sought, 40 of 40: Ann Lee offers all that is sought: Confidence
Languages: not known of either
Hours a month: not known of either
Places: 0 of 1 left after this"
,2,May Ito,4,Cai Yu,40,"Areas sought, 40 of 40: May Ito offers all that is sought: IT basics
Languages: not known of either
Hours a month: not known of either
Places: 0 of 1 left after this"
$ chiron -d s.db proposal list
Nothing is proposed: `chiron match PROGRAMME`.
$ chiron -d s.db match Spring
   1  Ann Lee and Dai Pugh, score 40 of 40
        Areas sought, 40 of 40: Ann Lee offers all that is sought: Confidence
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Dai Pugh: May Ito, score 0; would cost 40 points in all
        next best for Ann Lee: Bo Vega, score 40; would cost nothing in all
   2  May Ito and Cai Yu, score 40 of 40
        Areas sought, 40 of 40: May Ito offers all that is sought: IT basics
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Cai Yu: Ann Lee, score 0; would cost 80 points in all
        next best for May Ito: Dai Pugh, score 0; would cost 40 points in all
   !  Bo Vega: no mentor who suits has a place left: Ann Lee (score 40), May Ito (score 0); one more place with any of them would match one person more
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
2 proposed, 1 without a proposal, 0 places left. Score in all 80; the lowest 40 (Ann Lee and Dai Pugh).
$ chiron -d s.db proposal list --format lines state:drafted
No.: 2
Mentor or coach: May Ito
Mentee or coachee: Cai Yu
Programme: Spring
State: drafted
Score: 40
Proposed on: Mon 23 Nov

No.: 1
Mentor or coach: Ann Lee
Mentee or coachee: Dai Pugh
Programme: Spring
State: drafted
Score: 40
Proposed on: Mon 23 Nov
$ chiron -d s.db proposal approve 1
Approved: Ann Lee and Dai Pugh.
$ chiron -d s.db proposal decline 1
chiron: `chiron proposal decline` needs --reason WORD. Why.
[64]
$ chiron -d s.db proposal decline 1 --by learner --reason no_time
Declined: Ann Lee and Dai Pugh.
$ chiron -d s.db proposal accept 1 2
chiron: the proposal of Ann Lee and Dai Pugh is declined: it is not possible to accept a proposal now, because what was declined or has run out is accepted no more. `chiron proposal add` proposes the two anew; `chiron undo` takes back what was just done by mistake.
May Ito and Cai Yu are pairing 1; it is contracting.
chiron: 1 of 2 could not be done; the others are done.
[65]
$ chiron -d s.db match Spring --accept 99
chiron: there is no proposal with the number 99.
[66]
$ chiron -d s.db proposal add 'Ann Lee' 'Dai Pugh' --programme Spring
Proposal 3: Ann Lee and Dai Pugh, score 40.
        Areas sought, 40 of 40: Ann Lee offers all that is sought: Confidence
        Languages: not known of either
        Hours a month: not known of either
        Against it: declined before in this programme
        Places: 0 of 1 left after this
$ chiron -d s.db match Spring --accept all
   4  Ann Lee and Bo Vega, score 40 of 40
        Areas sought, 40 of 40: Ann Lee offers all that is sought: cv writing
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
   !  Dai Pugh: no mentor who suits has a place left: May Ito (score 0); one more place with May Ito would match one person more
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Changes against the last proposal: Dai Pugh: nobody, before Ann Lee; Bo Vega: Ann Lee, before nobody.
1 proposed, 1 without a proposal, 0 places left. Score in all 40; the lowest 40 (Ann Lee and Bo Vega).
Ann Lee and Bo Vega are pairing 2; it is contracting.
$ chiron -d s.db match Spring --accept all --format json
[]
$ chiron -d s.db pairing list
No.  Mentor or coach  Mentee or coachee  State        Sessions  Last session  Next due  Open actions
  2  Ann Lee          Bo Vega            contracting         0                                     0
  1  May Ito          Cai Yu             contracting         0                                     0
$ chiron -d s.db pairing agree --all --programme Spring --usual-day Mondays --agreed-by both --how email --planned-end-on 2027-09-01 --conflict-declared yes
The agreement of pairing 2, Ann Lee and Bo Vega, is recorded.
The agreement of pairing 1, May Ito and Cai Yu, is recorded.
Tell both: what is for a counsellor, doctor or lawyer is referred, `chiron referral raise` (R63).
$ chiron -d s.db pairing start --all --programme Spring
Pairing 2, Ann Lee and Bo Vega: active.
Pairing 1, May Ito and Cai Yu: active.

# An override takes a reason, and is listed.
$ chiron -d s.db pairing add 'Ann Lee' 'Cai Yu' --programme Spring
chiron: Ann Lee has 1 place, and this would take the number of pairings and proposals to 2 (R13). Choose a mentor or coach with a free place, raise this one's places if they agree, or record why: `chiron person show 1`. If it is right all the same: --override 'R13: why'.
[65]
$ chiron -d s.db pairing add 'Ann Lee' 'Cai Yu' --programme Spring --override 'R13: Ann asked for a second'
Pairing 3, Ann Lee and Cai Yu: contracting.
~ Cai Yu has another live pairing in this programme, 1, with May Ito (R19): `chiron pairing show 1`
$ chiron -d s.db override list --format csv
override_id,made_on,rule,check_name,guide,learner,programme,reason,made_by,pairing_id
1,2026-11-23,R13,guide-over-capacity,Ann Lee,Cai Yu,Spring,Ann asked for a second,coordinator,3

# What was approved before is accepted with the rest; pairs that share nothing are left proposed unless asked for.
$ chiron -d t.db init 'Riverside Mentoring' -q && chiron -d t.db scheme set --own-today 2026-11-23 -q
$ chiron -d t.db programme add Spring -q --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c --matching-process x
$ chiron -d t.db import people people.csv --programme Spring -q && chiron -d t.db programme open Spring -q
$ chiron -d t.db person set 'Ann Lee' --capacity 2 -q
$ chiron -d t.db match Spring -q && chiron -d t.db proposal approve 1 2 -q
$ chiron -d t.db match Spring
   4  May Ito and Cai Yu, score 40 of 40
        Before acceptance: Cai Yu is still to be found ready (R15)
        Areas sought, 40 of 40: May Ito offers all that is sought: IT basics
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Nothing changes against the last proposal.
2 proposals are approved and wait to be accepted.
1 proposed, 0 without a proposal, 0 places left. Score in all 40; the lowest 40 (May Ito and Cai Yu).
$ chiron -d t.db enrolment ready --all --programme Spring -q
$ chiron -d t.db person add 'Eli Fox' --seeks Sewing --roles mentee -q && chiron -d t.db enrol 'Eli Fox' --programme Spring -q
$ chiron -d t.db person set 'May Ito' --capacity 2 -q
$ chiron -d t.db match Spring --accept all --ready spoken
   5  May Ito and Eli Fox, score 0 of 40
        Before acceptance: Eli Fox is still to be found ready (R15)
        Areas sought, 0 of 40: May Ito offers none of what is sought (Sewing)
        Languages: not known of either
        Hours a month: not known of either
        Places: 1 of 2 left after this
   6  May Ito and Cai Yu, score 40 of 40
        Areas sought, 40 of 40: May Ito offers all that is sought: IT basics
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 2 left after this
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Share nothing that counts: May Ito and Eli Fox.
Changes against the last proposal: Eli Fox: May Ito, before nobody.
2 proposals are approved and wait to be accepted.
2 proposed, 0 without a proposal, 0 places left. Score in all 40; the lowest 0 (May Ito and Eli Fox).
1 pair that shares nothing is left proposed: `--accept every` takes it, too
May Ito and Cai Yu are pairing 1; it is contracting.
Ann Lee and Bo Vega are pairing 2; it is contracting.
Ann Lee and Dai Pugh are pairing 3; it is contracting.
$ chiron -d t.db match Spring --accept every --ready spoken
   7  May Ito and Eli Fox, score 0 of 40
        Before acceptance: Eli Fox is still to be found ready (R15)
        Areas sought, 0 of 40: May Ito offers none of what is sought (Sewing)
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 2 left after this
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Times, Experience, Recommendation.
No two would both rather have each other.
Share nothing that counts: May Ito and Eli Fox.
Nothing changes against the last proposal.
1 proposed, 0 without a proposal, 0 places left. Score in all 0; the lowest 0 (May Ito and Eli Fox).
May Ito and Eli Fox are pairing 4; it is contracting.
