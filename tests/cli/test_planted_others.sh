#!/bin/sh
# As test_planted.sh, for whoever else there is: a coordinator of these programmes alone (R83), a member of the matching
# committee, the learner's line manager (R61), and the mentor of the same learner's other pairing.
. "$(dirname "$0")/planted.sh"

formats='table json'
run '--as Grace' >limited
formats=table
typed >typed
reading_alone=yes
run '--as rae@example.org' >committee
run '--as max@example.org' >manager
run '--as hugh@example.org' >mentor

# r58_r59_nobody_else_is_told_the_pairs_wording
absent pairs- limited "a coordinator of the programme sees nothing of the pair's wording"
absent pairs- typed 'who types wording is not told it back'
for who in committee manager; do
	absent pairs- $who "the $who sees nothing of the pair's wording"
	absent own- $who "the $who sees nothing of what either answered"
done
grep -v '^== ' mentor | grep -v -e pairs-introduction -e pairs-achievement >others
absent pairs- others "the mentor sees nothing of what coach and coachee wrote"
absent own- mentor "the mentor sees nothing of what was answered in the coaching"
: >why
grep -q 'Hugh and Lena' limited && ok 'the coordinator sees their programmes' || bad 'their programmes are seen'
grep -q pairs-achievement mentor && ok 'the mentor sees what is theirs' || bad 'the mentor sees what is theirs'

# r61_no_command_tells_mentor_and_manager_of_each_other
absent Max mentor "the mentor is not told who the mentee's line manager is"
absent max@ mentor "nor the manager's address"
absent Hugh manager "the line manager is not told who the mentor is"
absent hugh@ manager "nor the mentor's address"
echo "1..$count"
