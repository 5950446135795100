#!/bin/sh
# The transcript runner and the runner of tests, tried on small files.
set -u
support=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 74
trap 'rm -rf "$work"' EXIT
number=0
failures=0

check() {
	number=$((number + 1))
	if [ "$2" = "$3" ]; then
		printf 'ok %d - %s\n' "$number" "$1"
	else
		printf 'not ok %d - %s\n# expected: %s\n# given: %s\n' "$number" "$1" "$2" "$3"
		failures=$((failures + 1))
	fi
}

# What the runner of transcripts says of the text: one letter for each command, y or n.
verdicts() {
	printf '%b' "$1" >"$work/a.t"
	"$support/transcript" "$work/a.t" | sed -n 's/^ok .*/y/p; s/^not ok .*/n/p' | tr -d '\n'
}

check 'output that is equal matches' y "$(verdicts '$ echo a\na\n')"
check 'other output does not' n "$(verdicts '$ echo a\nb\n')"
check 'output too short does not' n "$(verdicts '$ echo a\na\nb\n')"
check 'output too long does not' n "$(verdicts '$ printf "a\\\\nb\\\\n"\na\n')"
check 'errors are output' y "$(verdicts '$ echo a >&2\na\n')"
check 'an exit status matches' y "$(verdicts '$ exit 65\n[65]\n')"
check 'another exit status does not' n "$(verdicts '$ exit 65\n[64]\n')"
check 'an exit status that is not told does not' n "$(verdicts '$ exit 65\n')"
check 'an exit status that is expected in vain does not' n "$(verdicts '$ true\n[65]\n')"
check 'dots stand for any lines' yy "$(verdicts '$ seq 9\n1\n...\n9\n$ seq 9\n...\n5\n...\n')"
check 'dots stand for no line too' y "$(verdicts '$ echo a\n...\na\n...\n')"
check 'dots do not hide what must follow' n "$(verdicts '$ seq 9\n...\n5\n')"
check 'dots do not hide an exit status' ny "$(verdicts '$ echo a; exit 3\n...\n$ echo a; exit 3\n...\n[3]\n')"
check 'a backslash keeps output from meaning something' yyy \
	"$(verdicts '$ echo "$ x"\n\\$ x\n$ echo ...\n\\...\n$ echo "[6]"\n\\[6]\n')"
check 'printed dots are not any lines' n "$(verdicts '$ echo a\n\\...\n')"
check 'commands go on' y "$(verdicts '$ cat <<END\n> a\n> END\na\n')"
check 'comments and blank lines are left alone' yy "$(verdicts '# one\n\n$ echo a\na\n\n# two\n$ echo b\nb\n\n')"
check 'commands share a folder and nothing else' yyy \
	"$(verdicts '$ x=1; echo b >f; cd /\n$ echo "$x" $(cat f)\n b\n$ ls\nf\n')"
check 'the environment is known' y \
	"$(CHIRON_DB=x verdicts '$ echo "${CHIRON_DB-no} $TZ $LC_ALL"; ls "$HOME"\nno UTC C.UTF-8\n')"

printf '# one\n\n$ echo a\nb\n\n$ seq 3\n...\n3\n$ echo "[1]"; exit 4\n# end\n' >"$work/b.t"
"$support/transcript" --accept "$work/b.t" >"$work/out"
check 'accepting rewrites what differs, and only that' \
	"$(printf '# one\n\n$ echo a\na\n\n$ seq 3\n...\n3\n$ echo "[1]"; exit 4\n\\[1]\n[4]\n# end\n')" \
	"$(cat "$work/b.t")"
cp "$work/b.t" "$work/c.t"
"$support/transcript" --accept "$work/b.t" >"$work/out"
check 'accepting twice changes nothing' "$(cat "$work/c.t")" "$(cat "$work/b.t")"

# The last line of the runner, for a test that does this.
counted() {
	printf '#!/bin/sh\n%b\n' "$1" >"$work/test"
	chmod +x "$work/test"
	TEST_SECONDS=${2:-60} "$support/run" -o "$work/results" "$work/test" | tail -n 1
}

check 'cases are counted' '2 passed, 0 failed' "$(counted 'echo 1..2; echo ok 1 - a; echo ok 2')"
check 'failures are counted' '1 passed, 1 failed' "$(counted 'echo 1..2; echo ok 1 - a; echo not ok 2; exit 1')"
check 'a test that says nothing has failed' '0 passed, 1 failed' "$(counted 'exit 0')"
check 'a test that crashes has failed' '1 passed, 2 failed' "$(counted 'echo 1..3; echo ok 1; kill -SEGV $$')"
check 'a test that fails after its last case has failed' '1 passed, 1 failed' \
	"$(counted 'echo 1..1; echo ok 1; exit 23')"
check 'a skipped case has failed' '0 passed, 1 failed' "$(counted 'echo 1..1; echo "ok 1 # SK""IP"')"
check 'a test without a case is no success' '0 passed, 0 failed' "$(counted 'echo 1..0')"
check 'a test that does not end is ended' '0 passed, 1 failed' "$(counted 'exec tail -f /dev/null' 1)"

# What the runner prints behind the line of a test that does this, but for the last line.
recalled() {
	counted "$1" >"$work/out"
	"$support/run" -o "$work/results" "$work/test" | sed -n '/FAILED: /,$p' | sed '$d' | grep -o 'FAILED: \||.*'
}

check 'what failed is named once more at the end' "$(printf 'FAILED: \n| not ok 2 - b\n| # why')" \
	"$(recalled 'echo 1..3; echo ok 1; echo not ok 2 - b; echo "# why"; echo ok 3; exit 1')"
check 'so is what was cut short' 'FAILED: ' "$(recalled 'echo 1..2; echo ok 1; exit 1')"
check 'nothing is where all passed' '' "$(recalled 'echo 1..1; echo ok 1')"

counted 'exit 0' >"$work/out"
"$support/run" -o "$work/results" "$work/test" >"$work/out"
check 'a failure is the exit status' 1 $?
counted 'echo 1..1; echo ok 1' >"$work/out"
"$support/run" -o "$work/results" "$work/test" >"$work/out"
check 'so is success' 0 $?
"$support/run" -o "$work/results" >"$work/out"
check 'no test at all is no success' 1 $?

echo "1..$number"
[ "$failures" = 0 ]
