#!/bin/sh
# Every rule of the scheme is enforced somewhere, and a test that bears its number shows it: read from docs/rules.md,
# which is generated from what there is. What is still missing stands in tests/lint/rules_open, "R3 test" or
# "R3 enforcement" a line; a line there for what is no longer missing is a finding, too: the list can only shrink.
. "$(dirname "$0")/lib.sh"

# Lines "R3 enforcement", "R3 test" of what the table leaves open. The row is | rule | | | enforced by | shown by |.
open_in_table() {
	awk -F ' \\| ' '/^\| R[0-9]+ \|/ {
		sub(/^\| /, "", $1)
		sub(/ \|$/, "", $5)
		if ($4 == "-")
			print $1, "enforcement"
		if ($5 == "-")
			print $1, "test"
	}' docs/rules.md | sort
}

rules_not_shown() {
	[ -f docs/rules.md ] || return 0
	open_in_table >"$scratch/table"
	grep -v '^#' tests/lint/rules_open 2>/dev/null | sort >"$scratch/listed"
	comm -23 "$scratch/table" "$scratch/listed" | sed 's|^|docs/rules.md: nothing there for |'
	comm -13 "$scratch/table" "$scratch/listed" | sed 's|^|tests/lint/rules_open: take out what is there by now: |'
}

scratch=$(mktemp -d) || exit 74
trap 'rm -rf "$scratch"' EXIT

lint 'every rule is enforced, and a test shows it' rules_not_shown
planted rules_not_shown docs/rules.md '| R3 | W | Looked at again. | - | `r3_looks` |'
planted rules_not_shown docs/rules.md '| R3 | W | Looked at again. | check `line` | - |'
planted rules_not_shown tests/lint/rules_open 'R3 test' docs/rules.md '| R3 | W | Again. | check `line` | `r3_looks` |'
planted rules_not_shown docs/rules.md '| R3 | W | Again. | - | - |' tests/lint/rules_open 'R3 test'
allowed rules_not_shown docs/rules.md '| R3 | W | Again. | check `line` | - |' tests/lint/rules_open '# x\nR3 test'
allowed rules_not_shown docs/rules.md '| R3 | W | Again. | check `line` | `r3_looks` |'

lint_end
