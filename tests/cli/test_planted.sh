#!/bin/sh
# A phrase of its own is planted in every kind of the pair's wording and in every field of class own side (planted.sh).
# Then every command of the command table that reads is run in every format, and every other one once on a copy of the
# file, with its messages: a coordinator never sees the pair's, and neither of the two the other side's. Whoever else
# there is: test_planted_others.sh.
. "$(dirname "$0")/planted.sh"

# r58_r59_no_command_tells_the_pairs_wording and r79_no_command_tells_what_the_other_side_answered.
formats='table csv json'
run '' >coordinator
refused >>coordinator
formats='table json'
run '--as gwen@example.org' >guide
run '--as lena@example.org' >learner
absent pairs- coordinator "a coordinator sees nothing of the pair's wording"
absent pairs-introduction guide "the coach sees nothing of what the mentor and the mentee wrote"
absent pairs-achievement guide "nor of what the mentee achieved"
absent own-learner- guide "the guide sees nothing of the learner's answers"
absent own-guide- learner "the learner sees nothing of the guide's answers"
absent office- guide "the guide sees nothing of what coordinators write for themselves"
absent office- learner "nor does the learner"
grep -q office-not_ready coordinator && grep -q office-closure_note coordinator && ok 'coordinators do see it' ||
	{ : >why && bad 'coordinators do see it'; }
for phrase in pairs-learning pairs-tried pairs-brief; do
	grep -q $phrase guide && grep -q $phrase learner && ok "the two do see what is theirs: $phrase" ||
		{ echo "$phrase" >why && bad 'the two do see what is theirs'; }
done
grep -qE '(^|[^0-9.])70\.00' coordinator && { grep -nE '70\.00' coordinator >why; bad 'no score of a pair is told'; } ||
	ok 'no score of a pair is told'

# ---- What is one's own: r59_only_the_learners_export_has_wording ----
c --as lena@example.org export mine >mine 2>&1
for kind in $kinds; do
	grep -q "pairs-$kind" mine || { echo "pairs-$kind" >why && bad "the learner's own export has $kind"; }
done
ok "the learner's own export has every kind of wording"
absent own-guide- mine "the learner's own export has nothing of the guide's answers"
absent office- mine "nor of what coordinators write for themselves"
grep -q 'own-learner-' mine && ok "the learner's own export has their answers" || { : >why && bad 'own answers'; }
c --as gwen@example.org export mine >mine 2>&1
absent pairs- mine "a guide's own export has no wording of the pair"
absent own-learner- mine "a guide's own export has nothing of the learner's answers"
echo "1..$count"
