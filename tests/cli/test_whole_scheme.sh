#!/bin/sh
# All that the demonstration scheme exports comes into a scheme that has nothing but programmes, and goes out of it the
# same: but for numbers, and for what follows from what stays (`chiron help exports`). In the scheme itself it changes
# nothing, in any format. What checks find in what travels, they find there, too.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON:?names the program}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 TZ=UTC HOME="$work"
cd "$work" || exit 1
count=0

say() {
	count=$((count + 1))
	if [ "$1" = "$2" ]; then
		echo "ok $count - $3"
	else
		echo "not ok $count - $3"
		printf '# expected: %s\n# found:    %s\n' "$2" "$1"
	fi
}

CHIRON=$program "$top/tests/support/demonstration" s.db
there() {
	"$program" -d t.db "$@" </dev/null >>made.txt 2>&1
}

"$program" -d t.db init 'Northside' >made.txt && there scheme set --own-today 2026-11-23
"$program" -d s.db programme list --sort programme_id --columns name,kind --format csv | sed 1d |
	while IFS=, read -r name kind; do there programme add "$name" --kind "$kind"; done
"$program" -d s.db cohort list --format csv | sed 1d |
	while IFS=, read -r _ name programme from _; do
		there cohort add "$name" --programme "$programme" --starts-on "$from"
	done
"$program" -d s.db objective list --format csv | sed 1d |
	while IFS=, read -r _ name programme _; do there objective add "$name" --programme "$programme"; done
"$program" -d s.db field list --format csv | sed 1d |
	while IFS=, read -r _ of name _ kind options _; do
		there field add "$name" --of "$of" --kind "$kind" ${options:+--options "$options"}
	done
sed 's/^/# /' made.txt | grep 'chiron:'

# The kinds as the program has them, in the order in which they come in.
kinds=$("$program" export --help | tr '\n' ' ' | sed -n 's/.*KIND  *\(people[a-z, ]*\) or \([a-z]*\);.*/\1 \2/p' |
	tr -d ,)
say "$(echo "$kinds" | wc -w)" 6 "the kinds are found"
same='s/^\([0-9]*\) rows* read: 0 new, 0 changed, \1 same, .*/all the same/p'
for kind in $kinds; do
	for ending in csv xlsx; do
		"$program" -d s.db export "$kind" -o "here.$ending" -q
		say "$("$program" -d s.db import "$kind" "here.$ending" | sed -n "$same")" "all the same" \
			"$kind come in from .$ending and change nothing"
		"$program" -d s.db export "$kind" -o "after.$ending" -q
		cmp -s "here.$ending" "after.$ending"
		say $? 0 "$kind go out as .$ending byte for byte as before"
		rm -f "after.$ending"
		mv "here.$ending" "$kind.$ending"
	done
	"$program" -d s.db export "$kind" -o "here-$kind.json" -q
	all='s/^\([0-9]*\) rows* read: \1 new, .*/all new/p'
	say "$("$program" -d t.db import "$kind" "$kind.xlsx" | sed -n "$all")" "all new" "$kind come in there"
done

# Numbers are others there; when to speak to the two follows from the check-ins, which stay; and sessions of two who
# began again are numbered from where they were.
numbers='[a-z]*_id\|carried_from\|session_id\|contact_due_on'
facts() {
	sed 's/},{/},\n{/g' "$1" | sed "s/\"\($numbers\)\":\(\"[^\"]*\"\|[0-9]*\|null\),\{0,1\}//g" |
		sed '/Bronwen Prosser.*Bethan Rowlands/s/"number":[0-9]*,//'
}
for kind in $kinds; do
	"$program" -d t.db export "$kind" -o "there-$kind.json" -q
	facts "here-$kind.json" >was.txt
	facts "there-$kind.json" >is.txt
	diff was.txt is.txt >differences.txt || cut -c1-300 differences.txt | sed 's/^/# /' | head -n 20
	say "$(wc -l <differences.txt)" 0 "$kind are there as they are here"
done

for check in actions-overdue agreed-too-short agreement-missing conflict-not-declared coach-origin-unknown \
	gone-silent never-started pause-over planned-sessions-held poor-place power-not-spoken purpose-not-confirmed \
	session-without-aim three-way-incomplete too-soon unfinished-record; do
	for scheme in s t; do
		"$program" -d $scheme.db check --rule $check --all --format json |
			sed 's/},{/},\n{/g' | sed -n 's/.*"who":\("[^"]*"\),"says":\("[^"]*"\).*/\1 \2/p' |
			sort >$scheme.txt
	done
	diff s.txt t.txt | sed 's/^/# /'
	cmp -s s.txt t.txt
	say $? 0 "$check finds there what it finds here"
done
"$program" -d t.db verify -q >verified.txt
say $? 0 "the other scheme is sound"
echo "1..$count"
