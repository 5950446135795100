#!/bin/sh
# Every run of a programme proves what it found, to a checker that knows nothing of how (tests/support/check_proof):
# random schemes with places ample, even and scarce, none at all, many alike, weights, a cut-off, a pin and a forbid,
# whose people came in any order. And two terminals that accept the same proposals make each pair once.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON:-$top/build/chiron}
check=$top/tests/support/check_proof
work=$(mktemp -d) || exit 74
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 74

# people SEED SHUFFLED: the same people for the same seed, in another order where they are shuffled.
people() {
	awk -v seed="$1" -v shuffled="$2" '
	function some(most) { return int(rand() * (most + 1)) }
	function terms(word, most, of,   list, i, n) {
		n = some(most)
		for (i = 0; i < n; i++)
			list = list (i > 0 ? "; " : "") word some(of)
		return list
	}
	BEGIN {
		srand(seed)
		learners = seed % 5 == 0 ? some(1) : 5 + some(60)
		guides = seed % 7 == 0 ? some(1) : 3 + some(70)
		kinds = seed % 3 == 0 ? 2 : 12
		most_places = seed % 4
		for (g = 1; g <= guides; g++)
			row[++rows] = "Guide " g ",mentor," terms("Area ", 5, kinds) ",," \
				some(most_places + 1) - (seed % 4 == 0) "," terms("Language ", 2, 2) ",Town " \
				some(4) "," terms("Day ", 2, 4) "," some(8)
		for (l = 1; l <= learners; l++)
			row[++rows] = "Learner " l ",mentee,," terms("Area ", 4, kinds) ",," terms("Language ", 2, 2) \
				",Town " some(4) "," terms("Day ", 2, 4) "," some(8)
		gsub(/,-1,/, ",0,", row[1])
		print "Name,Role,Offers,Seeks,Places,Languages,Location,Meeting times,Grade"
		for (i = rows; shuffled && i > 1; i--) {
			k = 1 + some(i - 1); t = row[i]; row[i] = row[k]; row[k] = t
		}
		for (i = 1; i <= rows; i++) {
			gsub(/,-1,/, ",0,", row[i])
			print row[i]
		}
	}'
}

number=0
failures=0
result() {
	number=$((number + 1))
	if [ "$2" = yes ]; then
		echo "ok $number - $1"
	else
		failures=$((failures + 1))
		echo "not ok $number - $1: $2"
		[ ! -f said ] || head -n 20 said | sed 's/^/# /'
	fi
}

# scheme FILE PEOPLE: a programme with them in it.
scheme() {
	rm -f "$1"
	"$program" -d "$1" init Tried -q && "$program" -d "$1" scheme set --own-today 2026-11-23 -q &&
		"$program" -d "$1" programme add Spring -q --kind mentoring --purpose p --focus-areas f \
			--mentoring-models m --components c --matching-process x &&
		"$program" -d "$1" import people "$2" --programme Spring -q &&
		"$program" -d "$1" programme open Spring -q
}

# pairs FILE: who is proposed to whom, by name.
pairs() {
	"$program" -d "$1" match Spring --dry-run --format csv $options | cut -d, -f3,5,6 | grep '^Guide' | sort
}

proven=yes same=yes seed=0
while [ $seed -lt 10 ]; do
	seed=$((seed + 1))
	options="--weight location=$((seed * 7 % 40)) --weight expertise=$((seed * 13 % 60))"
	options="$options --cut-off $((seed % 4 * 5))"
	people $seed '' >plain.csv
	people $seed yes >shuffled.csv
	for file in plain shuffled; do
		scheme $file.db $file.csv >said 2>&1 || proven="seed $seed, the scheme"
		"$program" -d $file.db match Spring --dry-run $options --dimacs $file.min --proof $file.proof --yes -q \
			>said 2>&1 || proven="seed $seed, the run"
		"$check" $file.min $file.proof >>said 2>&1 || proven="seed $seed"
		pairs $file.db >$file.pairs 2>>said
	done
	cmp plain.pairs shuffled.pairs >>said 2>&1 || same="seed $seed"
	# Again after a pin and a forbid of what was proposed, kept.
	first=$(sed -n '/^Guide/{p;q}' plain.pairs)
	if [ -n "$first" ]; then
		guide=${first%%,*}
		learner=$(echo "$first" | cut -d, -f2)
		"$program" -d plain.db match Spring $options --forbid "$guide:$learner" --dimacs plain.min \
			--proof plain.proof --yes -q >said 2>&1 || proven="seed $seed, the forbid"
		"$check" plain.min plain.proof >>said 2>&1 || proven="seed $seed after a forbid"
		"$program" -d shuffled.db match Spring $options --pin "$guide:$learner" --dimacs plain.min \
			--proof plain.proof --yes -q >said 2>&1 || proven="seed $seed, the pin"
		"$check" plain.min plain.proof >>said 2>&1 || proven="seed $seed after a pin"
	fi
	[ "$proven$same" = yesyes ] || break
done
result "each run of a programme is proven" "$proven"
result "who came first makes no difference" "$same"

# Two terminals accept the same proposals at once.
people 2 '' >plain.csv
scheme two.db plain.csv >said 2>&1
"$program" -d two.db match Spring -q >said 2>&1
"$program" -d two.db enrolment ready --all --programme Spring -q >said 2>&1
ids=$("$program" -d two.db proposal list --format json | grep -o '"proposal_id":[0-9]*' | cut -d: -f2)
"$program" -d two.db proposal accept $ids >one.said 2>&1 &
"$program" -d two.db proposal accept $ids >other.said 2>&1
wait
said_made=$(cat one.said other.said | grep -c 'are pairing')
made=$("$program" -d two.db pairing list --format json | grep -o '"learner_id":[0-9]*' | sort | uniq -c | grep -c ' 1 ')
refused=$(cat one.said other.said | grep -c 'was accepted already')
if [ "$made" -gt 10 ] && [ "$made" = "$said_made" ] && [ "$refused" = "$made" ]; then
	result "each pair is made once" yes
else
	cat one.said other.said >said
	result "each pair is made once" "$made made, $said_made said, $refused refused"
fi
echo "1..$number"
[ $failures = 0 ]
