# Sourced by the tests of planted phrases, test_planted*.sh: a scheme with a phrase of its own in every kind of the
# pair's wording and in every field of class own side; every command of the command table, to be run on it; and what
# looks for the phrases. They are thousands of commands, judged by what they print: the plain program runs them.
# Kinds are read from include/chiron/pair_text.h, fields from docs/fields.md and commands from docs/cli.md, which are
# generated: a new one that nothing plants here fails, a new command is run. Screens: tests/tui/test_planted.c.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON_PLAIN:-${CHIRON:-$top/build/chiron}}
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
# 1 is coaching, 2 mentoring of the same learner: some wording exists in one of them only.
c init Riverside -q
c person add Max --email max@example.org -q
c person add Gwen --email gwen@example.org --roles coach --offers planning --capacity 3 --hours-per-month 3 \
	--origin external -q
c person add Hugh --email hugh@example.org --roles mentor --offers planning --capacity 3 --hours-per-month 3 -q
c person add Lena --email lena@example.org --roles 'coachee; mentee' --seeks planning --hours-per-month 3 \
	--manager-email max@example.org -q
c programme add Spring --kind coaching -q && c programme open Spring -q
c programme add Autumn --kind mentoring --purpose p --focus-areas f --mentoring-models m --components c \
	--matching-process x -q && c programme open Autumn -q
c pairing add gwen@example.org lena@example.org --programme Spring --ready spoken -q
c pairing add hugh@example.org lena@example.org --programme Autumn --ready spoken -q
c pairing agree 1 --agreed-by both --how spoken --usual-day varies -q
echo 'pairs-goal' | c --as lena@example.org goal add 1 -q
c --as lena@example.org goal rate 1 --level +2 --weight 7 -q
echo 'pairs-brief' | c brief write 1 -q
echo 'pairs-three_way' | c pairing three-way 1 --agreed-by all --how paper --words -q
echo 'pairs-manager_feedback' | c manager add 1 --stage start -q
echo 'pairs-assessment' | c assessment add 1 --tool 'Wheel of life' --taken-by learner -q
c pairing start 1 -q
echo 'pairs-topics' | c --as gwen@example.org session arrange 1 --date tomorrow -q
printf 'pairs-learning\n\n# Goal\npairs-section\n\npairs-action @ 2026-12-01\n' |
	c --as gwen@example.org log 1 --date today -q
echo 'pairs-between' | c action add 1 -q
echo 'pairs-tried' | c action tried 1 -q
echo 'pairs-referral' | c --as gwen@example.org referral raise 1 -q
printf 'pairs-referral_to\n\npairs-discussion\n' | c referral discuss 1 -q
echo 'pairs-release' | c share add 1 -q
echo 'pairs-consent' | c share answer 1 --approved yes --how email -q
echo 'pairs-introduction' | c introduction add 2 -q
echo 'pairs-achievement' | c share add 2 -q
c feedback record 1 --side learner --form comfort --fit not_a_good_fit -q
c pairing close 1 --kind completed --initiator both --reason planned_end --note office-closure_note -q

# What coordinators write about the two, for coordinators alone.
c person set lena@example.org --notes office-notes -q
c programme add Winter --kind mentoring -q
c enrol lena@example.org --programme Winter --role mentee --notes office-enrolment -q
c enrolment set lena@example.org --programme Winter --state not_ready --not-ready-because office-not_ready -q

# Wording in a list of sessions is left out as it comes in, wherever it stands.
printf 'Mentor email,Mentee email,Date,Minutes,Notes,Action points\n%s,2026-11-20,45,listed-notes,listed-actions\n' \
	'hugh@example.org,lena@example.org' >sessions.csv
c import sessions sessions.csv --programme Autumn >imported 2>&1

# The texts of the forms, by side: each field of class own side that holds words.
words=$(awk '/^## Feedback \(/ { in_it = 1; next } /^## / { in_it = 0 }
	in_it && /\| own side \|/ && /several lines/ { gsub("`", "", $2); print $2 }' "$top/docs/fields.md")
[ -n "$words" ] || echo 'Bail out! docs/fields.md names no words of feedback'
# Whether the guide was helpful is asked of the learner alone.
asked() { echo "$words" | if [ "$1" = guide ]; then grep -vx helpful_words; else cat; fi; }
for side in guide learner; do
	set --
	for field in $(asked $side); do
		set -- "$@" "--$(echo "$field" | tr _ -)" "own-$side-$field"
	done
	c feedback record 1 --side $side --form end --aided-learning 4 "$@" -q
done

# Who else there is: of the committee, and a coordinator of these programmes.
c person add Rae --email rae@example.org -q
c committee add Rae --programme Spring -q && c committee add Rae --programme Autumn -q
c coordinator add Maria -q && c coordinator add Grace --programmes 'Spring; Autumn' -q

# What is planted is there: else what follows proves nothing.
kinds=$(sed -n 's/^\tX([A-Z_]*, "\([a-z_]*\)", .*/\1/p' "$top/include/chiron/pair_text.h")
[ "$(echo "$kinds" | wc -l)" -gt 10 ] || echo 'Bail out! pair_text.h names no kinds of text'
for phrase in office-closure_note office-notes office-enrolment office-not_ready \
	pairs-section pairs-between pairs-achievement $(for kind in $kinds; do echo "pairs-$kind"; done) $(
	for side in guide learner; do for field in $(asked $side); do echo "own-$side-$field"; done; done
); do
	grep -q -- "$phrase" s.db || { echo "$phrase is not in the file" >why && bad "$phrase is planted"; }
done
ok 'every phrase is in the file'
grep -q '1 session' imported && ! grep -q -- listed- s.db imported && ok 'wording of a list of sessions is left out' ||
	{ cp imported why && bad 'wording of a list of sessions is left out'; }

# Other entities' fields of these classes, that hold words, have a way to be planted above.
awk '/^## / { entity = $2 }
	/\| (own side|pair) \|/ && /several lines|text/ {
	gsub("`", "", $2); print entity, $2 }' "$top/docs/fields.md" |
	grep -v '^Feedback ' | grep -v '^Answer value$' >why
if [ -s why ]; then bad 'every field of class own side or pair is planted'; else ok 'every field is planted'; fi

# ---- Reading ----
# The commands of the table, each argument 1: what reads goes to `reads`, all else, to be run once, to `writes`.
sed -n 's/^### chiron //p' "$top/docs/cli.md" | sed 's/[][]//g' | awk '
	/^(init|demo|completion|config|backup|help) ?/ { next }
	{
		line = ""; n = split($0, part, " ")
		for (i = 1; i <= n; i++) {
			word = part[i]
			if (word == "FILTER") continue
			if (word == "KIND") word = "pairings"
			if (word ~ /^[A-Z]/) word = word == "FILE" ? "none.csv" : word == "GUIDE" ? "2" : "1"
			line = line (i > 1 ? " " : "") word
		}
		reads = line ~ /(^| )(list|show|find|areas|today|check|report|history|verify|advise|mappings)( |$)/
		print line > (reads ? "reads" : "writes")
	}'
[ "$(wc -l <reads)" -gt 45 ] && [ "$(wc -l <writes)" -gt 70 ] || echo 'Bail out! docs/cli.md names no commands'
{
	for report in $(c report --format csv | sed 1d | cut -d, -f1); do echo "report $report"; done
	for entity in people pairings sessions actions; do echo "export $entity"; done
	for list in person session action goal feedback referral share audit history; do
		for phrase in pairs own-guide own-learner; do
			[ $list = history ] && echo "history $phrase" || echo "$list list $phrase"
		done
	done
	for kind in 2 3 4; do
		printf '%s\n' "action show $kind" "feedback show $kind" "session show $kind" "pairing show $kind"
	done
	printf '%s\n' 'share show 2' 'check --all' 'history --step 20' 'undo --list' \
		'pairing show 1 --today 2027-06-01'
} >>reads
printf '%s\n' 'goal rate 1 --level 9' 'referral forward 1' 'session log 1 --date tomorrow' \
	'pairing close 2 --kind completed --initiator both --reason planned_end' 'session remove 1 --yes' \
	'person leave 2 --close --yes' 'import undo 1 --yes' 'scheme set --notes off' >>writes

# run WHO WORDS...: what each command prints, errors too, in every format.
run() {
	who=$1
	while read -r line; do
		for format in $formats; do
			echo "== $who: $line ($format)"
			eval "c $who $line --format $format" </dev/null 2>&1
		done
	done <reads
	[ -n "${reading_alone:-}" ] || while read -r line; do
		cp s.db copy.db
		echo "== $who: $line"
		"$program" -d copy.db --today 2026-11-23 $who $line </dev/null 2>&1
	done <writes
	eval "c $who export people -o out.$$.csv" >/dev/null 2>&1 && cat out.$$.csv && rm -f out.$$.csv
}

# Wording that is refused is not told back: by a coordinator who may not, too early, with a day that is none.
refused() {
	echo '== refused'
	echo pairs-refused | c goal word 1 2>&1
	echo pairs-refused | c share add 99 2>&1
	echo pairs-refused | c referral raise 2 --on 2026-99-99 2>&1
	echo pairs-refused | c introduction add 1 2>&1
	echo pairs-refused | c manager add 2 --stage start 2>&1
	echo pairs-refused | c pairing three-way 2 --agreed-by all --how paper --words 2>&1
	printf 'pairs-refused\n\npairs-refused @ 2026-12-32\n' | c log 1 --date 2031-01-01 2>&1
}

# Wording given to every command of the table that changes anything, whether or not it takes any: a coordinator who
# typed it is not told it back, neither done nor refused.
typed() {
	while read -r line; do
		cp s.db copy.db
		for more in '' '--date 2031-01-01'; do
			echo "== typed: $line $more"
			printf 'pairs-typed\n\npairs-typed @ 2026-12-32\n' |
				"$program" -d copy.db --today 2026-11-23 $line $more 2>&1
		done
	done <writes
}

# absent PHRASE FILE WHAT: fails with the commands whose output has it.
absent() {
	awk -v phrase="$1" '/^== / { head = $0; next }
		index($0, phrase) { if (!seen[head]++) print head; print "   " $0 }' "$2" >why
	if [ -s why ]; then bad "$3"; else ok "$3"; fi
}

