#!/bin/sh
# A phrase is planted in every field of class own side and in every kind of the pair's wording. Then everything that
# reads is run in every format: a coordinator never sees the pair's, and neither of the two the other side's.
# Fields are read from docs/fields.md, which is generated: a new one that nothing plants here fails.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON:-$top/build/chiron}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
HOME=$work
export HOME LC_ALL=C.UTF-8 TZ=UTC
unset CHIRON_DB CHIRON_TODAY XDG_DATA_HOME
count=0

c() { "$program" -d s.db --today 2026-11-23 "$@"; }
ok() { count=$((count + 1)) && echo "ok $count - $1"; }
bad() { count=$((count + 1)) && echo "not ok $count - $1" && sed 's/^/# /' "$work/why"; }

# ---- Planting ----
c init Riverside -q
c person add Gwen --email gwen@example.org --roles coach --offers planning --capacity 3 \
	--hours-per-month 3 --origin external -q
c person add Lena --email lena@example.org --roles coachee --seeks planning --hours-per-month 3 -q
c programme add Spring --kind coaching -q && c programme open Spring -q
c pairing add gwen@example.org lena@example.org --programme Spring --ready spoken -q
c pairing agree 1 --agreed-by both --how spoken --usual-day varies -q
echo 'pairs-goal' | c --as lena@example.org goal add 1 -q
c --as lena@example.org goal rate 1 --level +2 --weight 7 -q
c pairing start 1 -q
echo 'pairs-topics' | c --as gwen@example.org session arrange 1 --date tomorrow -q
printf 'pairs-learning\n\n# Goal\npairs-section\n\npairs-action @ 2026-12-01\n' |
	c --as gwen@example.org log 1 --date today -q
echo 'pairs-between' | c action add 1 -q
c pairing close 1 --kind completed --initiator both --reason planned_end -q

# The texts of the forms, by side: each field of class own side that holds words.
words=$(awk '/^## Feedback \(/ { in_it = 1; next } /^## / { in_it = 0 }
	in_it && /\| own side \|/ && /several lines/ { gsub("`", "", $2); print $2 }' "$top/docs/fields.md")
[ -n "$words" ] || echo 'Bail out! docs/fields.md names no words of feedback'
for side in guide learner; do
	set --
	for field in $words; do
		set -- "$@" "--$(echo "$field" | tr _ -)" "own-$side-$field"
	done
	c feedback record 1 --side $side --form end --helpful 4 "$@" -q
done

# What is planted is there: else what follows proves nothing.
for phrase in pairs-goal pairs-topics pairs-learning pairs-section pairs-action pairs-between $(
	for side in guide learner; do for field in $words; do echo "own-$side-$field"; done; done
); do
	grep -q -- "$phrase" s.db || { echo "$phrase is not in the file" >why && bad "$phrase is planted"; }
done
ok 'every phrase is in the file'

# Other entities' fields of these classes, that hold words, have a way to be planted above.
awk '/^## / { entity = $2 }
	/\| (own side|pair) \|/ && /several lines|text/ {
	gsub("`", "", $2); print entity, $2 }' "$top/docs/fields.md" |
	grep -v '^Feedback ' | grep -v '^Answer value$' >why
if [ -s why ]; then bad 'every field of class own side or pair is planted'; else ok 'every field is planted'; fi

# ---- Reading ----
# Everything that lists, shows, reports, exports or checks; one command a line.
{
	for list in person programme enrolment proposal pairing session action goal checkin feedback override cohort \
		objective requirement eligibility credential import finding draft own wish pair-rule committee \
		criterion; do
		echo "$list list"
	done
	for entity in person programme pairing session action import; do echo "$entity show 1"; done
	for report in $(c report --format csv | sed 1d | cut -d, -f1); do echo "report $report"; done
	for entity in people pairings sessions actions; do echo "export $entity"; done
	for phrase in pairs own-guide own-learner; do
		echo "person list $phrase"
		echo "session list $phrase"
		echo "action list $phrase"
		echo "person show $phrase"
	done
	printf '%s\n' today check 'check --all' history 'history 1' verify 'scheme show' advise undo redo
	echo 'session log 1 --date tomorrow'
	echo 'goal attain 1'
	echo 'goal rate 1 --level 9'
} >commands

# run WHO WORDS...: what each command prints, errors too, in every format.
run() {
	who=$1
	while read -r line; do
		for format in table csv json; do
			echo "== $who: $line ($format)"
			eval "c $who $line --format $format" </dev/null 2>&1
		done
	done <commands
	eval "c $who export people -o out.$$.csv" >/dev/null 2>&1 && cat out.$$.csv && rm -f out.$$.csv
}

# found PHRASE FILE WHAT: fails with the commands whose output has it.
absent() {
	awk -v phrase="$1" '/^== / { head = $0; next }
		index($0, phrase) { if (!seen[head]++) print head; print "   " $0 }' "$2" >why
	if [ -s why ]; then bad "$3"; else ok "$3"; fi
}

run '' >coordinator
run '--as gwen@example.org' >guide
run '--as lena@example.org' >learner
absent pairs- coordinator "a coordinator sees nothing of the pair's wording"
absent own-learner- guide "the guide sees nothing of the learner's answers"
absent own-guide- learner "the learner sees nothing of the guide's answers"
grep -q 'pairs-learning' guide && grep -q 'pairs-learning' learner && ok 'the two do see what is theirs' ||
	{ : >why && bad 'the two do see what is theirs'; }
grep -qE '(^|[^0-9.])70\.00' coordinator && { grep -nE '70\.00' coordinator >why; bad 'no score of a pair is told'; } ||
	ok 'no score of a pair is told'
echo "1..$count"
