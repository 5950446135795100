#!/bin/sh
# A refusal names a way out: every command that the core or a check names has its row in src/tui/widgets/remedy.def,
# which says what it is on the screen; and every row there begins a command that docs/cli.md lists.
. "$(dirname "$0")/lib.sh"

# The words behind "`chiron " in the texts of the core, and those of the commands of checks, one a line, without what
# stands behind them in capitals or %.
commands_named() {
	files '^src/(base|core|model|store)/.*\.c$' | while read -r file; do
		sed -z 's/"[[:space:]]*\n[[:space:]]*"//g' "$file" | grep -v '^[[:space:]]*/\?\*' |
			grep -o '`chiron [a-z][a-z -]*' | sed "s|^\`chiron |$file:|; s| *\$||"
	done
	files '^data/checks/.*\.sql$' | while read -r file; do
		sed -n "s|^-- command: chiron \([a-z][a-z -]*\).*|$file:\1|p" "$file" | sed 's| *$||'
	done
}

typed_of_remedies() {
	sed -n 's/^\(REMEDY\|SCREEN\|SHELL\)("\([^"]*\)".*/\2/p' src/tui/widgets/remedy.def 2>/dev/null
}

begins_one_of() {
	while read -r line; do
		case "${line#*:} " in "$1 "*) return 0 ;; esac
	done
	return 1
}

refusals_without_remedy() {
	typed_of_remedies >"$scratch/typed"
	commands_named | sort -u | while IFS=: read -r file words; do
		found=
		while read -r typed; do
			case "$words " in "$typed "*) found=yes ;; esac
		done <"$scratch/typed"
		[ -n "$found" ] || printf '%s: `chiron %s` has no row in src/tui/widgets/remedy.def\n' "$file" "$words"
	done
}

remedies_of_no_command() {
	[ -f docs/cli.md ] || return 0
	sed -n 's/^### chiron //p' docs/cli.md >"$scratch/commands"
	# `chiron help TOPIC` is on no page of its own.
	[ ! -f src/cli/topics.c ] ||
		sed -n 's/.*{\.name = "\([a-z]*\)".*/help \1/p' src/cli/topics.c >>"$scratch/commands"
	typed_of_remedies | sed 's/ --.*//' | while read -r typed; do
		begins_one_of "$typed" <"$scratch/commands" ||
			printf 'src/tui/widgets/remedy.def: no command begins with `chiron %s`\n' "$typed"
	done
}

scratch=$(mktemp -d) || exit 74
trap 'rm -rf "$scratch"' EXIT

lint 'every command that a refusal names is known to the screen' refusals_without_remedy
planted refusals_without_remedy src/core/x.c '_("mend it: `chiron mend %lld`")' \
	src/tui/widgets/remedy.def 'SHELL("mender")'
planted refusals_without_remedy src/core/x.c '_("mend it: `chiron "\n\t"mend %lld`")'
allowed refusals_without_remedy src/core/x.c '_("mend it: `chiron mend it %lld`")' \
	src/tui/widgets/remedy.def 'SHELL("mend")'

lint 'every remedy is a command' remedies_of_no_command
planted remedies_of_no_command src/tui/widgets/remedy.def 'SHELL("mend")' docs/cli.md '### chiron mendings'
allowed remedies_of_no_command src/tui/widgets/remedy.def 'SHELL("mend it --all")' docs/cli.md '### chiron mend it NOW'

lint_end
