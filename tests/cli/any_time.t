# Who can meet "any time", in whatever words, meets everybody whose times are known; of whom none is known, none is said.
$ chiron -d s.db init 'Riverside Mentoring' -q
$ chiron -d s.db programme add Spring -q --kind mentoring --planned-months 9 --purpose p --focus-areas f --mentoring-models m --components c --matching-process x && chiron -d s.db programme open Spring -q
$ chiron -d s.db person add 'Alison Abbott' -q --roles mentor --offers Confidence --capacity 1 --meeting-times 'Tuesday evenings'
$ chiron -d s.db person add 'Derek Dale' -q --roles mentor --offers Sewing --capacity 1 --meeting-times 'Fully flexible'
$ chiron -d s.db person add 'Bo Diaz' -q --roles mentee --seeks Confidence --meeting-times 'any'
$ chiron -d s.db person add 'Cai Yu' -q --roles mentee --seeks Sewing --meeting-times 'Monday lunch'
$ chiron -d s.db enrol --all --programme Spring -q && chiron -d s.db enrolment ready --all --programme Spring -q
$ chiron -d s.db match Spring --dry-run
   -  Alison Abbott and Bo Diaz, score 50 of 50
        Areas sought, 40 of 40: Alison Abbott offers all that is sought: Confidence
        Times, 10 of 10: Bo Diaz can meet at any time
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Bo Diaz: Derek Dale, score 10; would cost 90 points in all
        next best for Alison Abbott: Cai Yu, score 0; would cost 90 points in all
   -  Derek Dale and Cai Yu, score 50 of 50
        Areas sought, 40 of 40: Derek Dale offers all that is sought: Sewing
        Times, 10 of 10: Derek Dale can meet at any time
        Languages: not known of either
        Hours a month: not known of either
        Places: 0 of 1 left after this
        next best for Cai Yu: Alison Abbott, score 0; would cost 90 points in all
        next best for Derek Dale: Bo Diaz, score 10; would cost 90 points in all
Nothing to compare yet, so no points for: Field of work, Wishes, Area, Experience, Recommendation.
No two would both rather have each other.
2 proposed, 0 without a proposal, 0 places left. Score in all 100; the lowest 50 (Alison Abbott and Bo Diaz). Nothing was saved.
