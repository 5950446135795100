#!/bin/sh
# Out and in again, of every kind that comes in and every format that does: nothing changes, and what goes out the
# second time is the same byte for byte. JSON does not come in, and is the same before and after.
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

chiron() {
	"$program" -d s.db "$@"
}

# Awkward cells: what spreadsheets take for formulas and numbers, quotation marks, line ends, other scripts.
printf '%s\n' 'Name,E-mail,Phone,Role,Notes,Expertise' \
	'Ann Lee,ann@example.org,+44 7700 900123,mentor,=1+1,Budgets; Writing' \
	'"Evans, ""Dai""",dai@example.org,0770090,mentor,"two' 'lines",@home' \
	'Zoë Müller,zoe@example.org,'"''"'=x,mentee,-,' \
	'王伟,,00770,mentee,"a;b,c",' \
	'Bo Vega,bo@example.org,,mentee,_x000D_,' >people.csv
# Line managers: with an address, with none, with one that was another's, and one who never came.
printf '%s\n' 'Name,E-mail,Role,Line manager,Line manager email' 'Kim Above,kim@example.org,,,' \
	'Pat Mailless,,mentor,,' 'Mo Moved,mo@example.org,,,' 'Ray One,ray1@example.org,,,kim@example.org' \
	'Ray Two,ray2@example.org,,Pat Mailless,' 'Ray Three,ray3@example.org,,,mo@example.org' \
	'Ray Four,ray4@example.org,,,never@example.org' >managers.csv
printf '%s\n' 'Mentor email,Mentee email,Started,Ended,Meet every' \
	'ann@example.org,bo@example.org,2024-03-04,2024-09-30,' \
	'dai@example.org,zoe@example.org,2026-09-01,,2 weeks' >pairs.csv
printf '%s\n' 'Date,Mentor email,Mentee email,Duration,Mentee attended' \
	'2024-03-11,ann@example.org,bo@example.org,1h,yes' \
	'2024-04-08,ann@example.org,bo@example.org,45,no' '2026-09-08,dai@example.org,zoe@example.org,60,' >meetings.csv
{
	chiron init 'Riverside' && chiron scheme set --own-today 2026-11-23 &&
		chiron programme add 'Back to Work' --kind mentoring &&
		chiron import people "$top/tests/fixtures/rosters/volunteer-centre-uk.csv"
	chiron import people managers.csv && chiron person set mo@example.org --email moved@example.org
	chiron import people people.csv && chiron import pairings pairs.csv && chiron import sessions meetings.csv
	chiron cohort add 'Autumn; "26"' --programme 'Back to Work'
	chiron field add 'Interviewed' --kind date --of enrolment
	chiron enrol 'Zoë Müller' --programme 'Back to Work' --role mentee
	chiron enrolment answer 'Zoë Müller' --programme 'Back to Work' --question ready_aim --answer yes
	chiron enrolment answer 'Zoë Müller' --programme 'Back to Work' --question ready_time --answer no
	chiron enrolment set 'Zoë Müller' --programme 'Back to Work' --cohort 'Autumn; "26"'
	chiron enrolment set 'Zoë Müller' --programme 'Back to Work' --field 'Interviewed=2026-02-27'
	chiron enrolment set 'Ann Lee' --programme 'Back to Work' --capacity 0 --intake-reasons 'succession; balance'
	chiron enrolment set 'Ann Lee' --programme 'Back to Work' --notes "=1+1" --state paused
	for day in 2025-03-01 2026-03-01; do
		chiron credential add DBS --person 'Ann Lee' --kind check --awarded-on $day
	done
	chiron credential add '=ILM "5"' --person 'Zoë Müller' --kind qualification --body "'-ILM" --level 5
	echo 'Private words' | chiron action add 'Zoë Müller' --due 2026-12-04
	echo 'Private words' | chiron action add 'Zoë Müller' --due 2026-12-04 --owner guide
	chiron action done 1
	chiron field add 'Odd text' && chiron field add 'Balance' --kind number
	chiron field add 'First aid until' --kind date
	chiron field add 'T-shirt size' --kind choice --options 'S; M; =L' && chiron field add 'Drives' --kind yes_no
	chiron person set 'Ann Lee' --field 'Odd text==1+1' --field 'Balance=-5'
	chiron person set 'Ann Lee' --field 'T-shirt size==L' --field Drives=no
	chiron person set 'Bo Vega' --field "Odd text='-x" --field 'First aid until=2027-02-28' --field 'Balance=0'
	chiron person set 'Zoë Müller' --field 'Odd text=0770; 07' --field 'T-shirt size=M'
} >made.txt 2>&1 || sed 's/^/# /' made.txt

# The kinds as the program has them, people first: a new one is tried, or fails for want of records, by itself.
kinds=$(chiron export --help | tr '\n' ' ' | sed -n 's/.*KIND  *\(people[a-z, ]*\) or \([a-z]*\);.*/\1 \2/p' | tr -d ,)
[ "$(echo "$kinds" | wc -w)" -ge 6 ] || say "$kinds" "six kinds or more" "the kinds are found"
for kind in $kinds; do
	chiron import --help | grep -q "import $kind " || say "$kind" "a kind that comes in" "what goes out comes in"
done

same='s/^\([0-9]*\) rows* read: 0 new, 0 changed, \1 same, .*/all the same/p'
for kind in $kinds; do
	chiron export "$kind" -o "$kind.json" -q
	rows=$(tr "{" "\n" <"$kind.json" | grep -c _id)
	[ "$rows" -gt 0 ] || say "$rows" "some" "$kind are there"
	for ending in csv xlsx; do
		chiron export "$kind" -o "first-$kind.$ending" -q
		lines=$(chiron import "$kind" "first-$kind.$ending" | sed -n "$same")
		say "$lines" "all the same" "$kind come in from .$ending and change nothing"
		chiron export "$kind" -o "second-$kind.$ending" -q
		cmp -s "first-$kind.$ending" "second-$kind.$ending"
		say $? 0 "$kind go out as .$ending byte for byte as before"
	done
	chiron export "$kind" -o "again-$kind.json" -q
	cmp -s "$kind.json" "again-$kind.json"
	say $? 0 "$kind are the same as JSON"
done

# Into a scheme of its own, where numbers are others: what goes out is the same but for them and the address of another
# scheme. Fields of the scheme's own are made from their columns.
{
	"$program" -d t.db init 'Northside' && "$program" -d t.db scheme set --own-today 2026-11-23
	"$program" -d t.db programme add 'Back to Work' --kind mentoring
	"$program" -d t.db cohort add 'Autumn; "26"' --programme 'Back to Work'
	"$program" -d t.db field add 'Interviewed' --kind date --of enrolment
} >>made.txt 2>&1 || sed 's/^/# /' made.txt
numbers='[a-z]*_id\|carried_from\|session_id\|number\|begins\|live_pairings\|unfinished_records'
without_numbers() {
	sed 's/},{/},\n{/g' "$1" | sed "s/\"\($numbers\)\":\(\"[^\"]*\"\|[0-9]*\|null\),\{0,1\}//g" | sort
}
for kind in $kinds; do
	options=
	[ $kind = people ] && options=--new-fields
	"$program" -d t.db import $kind "first-$kind.csv" $options -q
	last=$("$program" -d t.db import $kind "first-$kind.csv" | sed -n "$same")
	say "$last" "all the same" "$kind come in from another scheme, and once more change nothing"
done
for kind in $kinds; do
	"$program" -d t.db export $kind -o "moved-$kind.json" -q
	without_numbers "$kind.json" >was.txt
	without_numbers "moved-$kind.json" >is.txt
	diff was.txt is.txt >differences.txt || sed 's/^/# /' differences.txt | head -n 20
	say "$(wc -l <differences.txt)" 0 "$kind are in the other scheme as they were"
done
echo "1..$count"
