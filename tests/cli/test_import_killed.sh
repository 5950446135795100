#!/bin/sh
# An import that is killed leaves nothing of itself: killed when its first page is kept for going back, and when pages
# of it stand in the scheme's file already. The next command finds the scheme as it was.
set -u
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

size() {
	stat -c %s "$1" 2>/dev/null || echo 0
}

awk 'BEGIN {
	print "First name,Last name,Email,Role,Expertise"
	for (i = 0; i < 40000; i++)
		printf "Ann%d,Lee%d,p%d@example.org,mentor,Budgets; Writing\n", i, i, i
}' >roster.csv
printf 'Name,Email\nBo Vega,bo@example.org\n' >one.csv

# Starts the import, and kills it once the file is at least so large.
kill_when() {
	"$program" -d s.db import people roster.csv --corrections wrong.csv >/dev/null 2>&1 &
	import=$!
	while [ "$(size "$1")" -lt "$2" ] && kill -0 "$import" 2>/dev/null; do :; done
	kill -KILL "$import" 2>/dev/null
	wait "$import" 2>/dev/null
	say $? 137 "the import was killed when $1 had grown to $2 bytes"
	say "$("$program" -d s.db person list --format csv | tail -n +2 | wc -l)" 1 "nobody of it is there"
	"$program" -d s.db verify -q >/dev/null 2>&1
	say $? 0 "the file is whole"
	say "$("$program" -d s.db import list | grep -c roster.csv)" 0 "it is not among the imports"
	say "$(ls | grep -v '^s.db-journal$')" "$(printf 'one.csv\nroster.csv\ns.db')" "it left no other file"
}

"$program" -d s.db init -q && "$program" -d s.db import people one.csv -q || echo "not ok 1 - the scheme is made"
before=$(size s.db)
kill_when s.db-journal 1
kill_when s.db $((before + 1000000))
"$program" -d s.db import people roster.csv -q
say $? 0 "the same import comes in afterwards"
say "$("$program" -d s.db person list lee39999 --format csv | tail -n +2 | wc -l)" 1 "with its last row"
echo "1..$count"
