#!/bin/sh
# Every run proves what it found, to a checker that knows nothing of how (tests/support/check_proof): on some hundred
# bare instances with places ample, even and scarce, many ties, few or no possible pairs, empty sides, and stakes of
# all kinds. And a proof that was tampered with does not hold.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON:-$top/build/chiron}
check=$top/tests/support/check_proof
work=$(mktemp -d) || exit 74
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 74

# make_instance SEED SHUFFLED: the same instance for the same seed; its arcs in another order where it is shuffled.
make_instance() {
	awk -v seed="$1" -v shuffled="$2" '
	function some(most) { return int(rand() * (most + 1)) }
	BEGIN {
		srand(seed)
		n = seed % 7 == 0 ? some(2) : 5 + some(35)
		m = seed % 11 == 0 ? some(1) : 2 + some(20)
		kinds = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 83 : 1000000
		possible = seed % 5 == 0 ? 0.05 : seed % 5 == 1 ? 1 : 0.4
		most_places = 1 + seed % 4
		sink = n + m + 1
		for (l = 1; l <= n; l++) {
			for (g = n + 1; g <= n + m; g++)
				if (rand() < possible)
					arc[++arcs] = sprintf("%d %d 0 1 %d", l, g, -some(kinds))
			stake = seed % 4 == 0 ? some(kinds) - int(kinds / 2) : 1000000 * n + 1
			if (seed % 4 == 1)
				stake *= 9 * n + 1 + some(9)
			arc[++arcs] = sprintf("%d %d 0 1 %.0f", l, sink, stake)
		}
		for (g = n + 1; g <= n + m; g++)
			arc[++arcs] = g " " sink " 0 " some(most_places) " 0"
		printf "c seed %d\np min %d %d\n", seed, sink, arcs
		for (l = 1; l <= n; l++)
			print "n", l, 1
		print "n", sink, -n
		for (i = arcs; shuffled && i > 1; i--) {
			k = 1 + some(i - 1); t = arc[i]; arc[i] = arc[k]; arc[k] = t
		}
		for (i = 1; i <= arcs; i++)
			print "a", arc[i]
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
		echo "not ok $number - $1"
		[ ! -f said ] || sed 's/^/# /' said
	fi
}

all=yes same=yes seed=0
while [ $seed -lt 120 ]; do
	seed=$((seed + 1))
	make_instance $seed '' >plain.min
	make_instance $seed yes >shuffled.min
	for file in plain shuffled; do
		"$program" match --instance $file.min --proof $file.proof --yes >/dev/null 2>said || all="seed $seed"
		"$check" $file.min $file.proof >$file.said 2>>said || { cat $file.said >>said; all="seed $seed"; }
	done
	cmp plain.proof shuffled.proof >said 2>&1 || same="seed $seed"
	[ "$all$same" = yesyes ] || break
done
result "each proof holds" "$all"
result "the order of the arcs makes no difference" "$same"

rm -f said
make_instance 2 '' >plain.min
"$program" match --instance plain.min --proof good.proof --yes -q >/dev/null
# tampered NAME AWK: the checker refuses the proof changed by AWK.
tampered() {
	awk "$2" good.proof >bad.proof
	if [ -s good.proof ] && ! cmp -s good.proof bad.proof && ! "$check" plain.min bad.proof >/dev/null; then
		result "$1" yes
	else
		result "$1" no
	fi
}
tampered 'a gain too small is seen' '$1 == "l" && $4 > 0 && !done { $4--; done = 1 } 1'
tampered 'a gain too great is seen' '$1 == "l" && $4 > 0 && !done { $4++; done = 1 } 1'
tampered 'a price too great is seen' '$1 == "l" && $3 > 0 { taken = $3 } $1 == "g" && $2 == taken { $3++ } 1'
tampered 'a pair taken out is seen' '$1 == "l" && $3 > 0 && !done { $3 = 0; done = 1 } 1'
tampered 'two learners changed about are seen' \
	'$1 == "l" && $3 > 0 && k < 2 { k++; t = $3; if (k == 1) { a = t; $3 = 0 } else $3 = a } 1'
tampered 'a learner left out is seen' '$1 == "l" && !done { done = 1; next } 1'
echo "1..$number"
[ $failures = 0 ]
