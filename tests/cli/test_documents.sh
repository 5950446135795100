#!/bin/sh
# Every command that README.md and docs/guide.md show works as it stands, in the order in which they stand, in an
# empty folder with a roster sign-ups.csv. Commands are the lines indented by four blanks that begin with "chiron".
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
program=${CHIRON:-$top/build/chiron}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$program" "$work/bin/chiron"
PATH=$work/bin:$PATH
export PATH LC_ALL=C.UTF-8 TZ=UTC
unset CHIRON_DB CHIRON_TODAY XDG_DATA_HOME
count=0

# What a document calls alison@ and catrin@ are two of the roster.
try_document() {
	mkdir -p "$work/$1"
	cd "$work/$1" || exit 1
	HOME=$work/$1
	export HOME
	cp "$top/tests/fixtures/rosters/volunteer-centre-uk.csv" sign-ups.csv
	sed -n 's/^    \(\(echo [^|]*| \)\{0,1\}chiron .*\)/\1/p' "$top/$2" >commands
	while IFS= read -r command; do
		count=$((count + 1))
		output=$(eval "$command" </dev/null 2>&1)
		status=$?
		case $command in
		'chiron check'*) [ $status = 1 ] && status=0 ;; # it found something, as it says
		esac
		if [ $status = 0 ]; then
			echo "ok $count - $2: $command"
		else
			echo "not ok $count - $2: $command"
			printf '%s\n' "$output" | sed 's/^/# /'
		fi
	done <commands
}

try_document readme README.md
try_document guide docs/guide.md
[ $count -gt 20 ] || echo "not ok $((count = count + 1)) - the documents show commands"
echo "1..$count"
