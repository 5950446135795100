#!/bin/sh
# The top of the tree, the public headers, and the pages that lists drive.
. "$(dirname "$0")/lib.sh"

stray_at_the_top() {
	tree_files | awk -F / '
	!/^\./ && NF == 1 && !/^(Makefile|README\.md|LICENSE)$/ { print $0 ": does not belong at the top of the tree" }
	!/^\./ && NF > 1 && !/^(src|include|data|tests|docs)\// { print $0 ": its folder does not belong at the top" }'
}

# Names that a public header gives to functions, structs and enums. Declarations begin in the first column.
unprefixed_names() {
	files '^include/chiron/.*\.h$' | xargs -r awk '
	/^(struct|enum|union) [a-z_0-9]+ \{/ && $2 !~ /^ch_/ {
		printf "%s:%d: %s: public names begin with ch_\n", FILENAME, FNR, $2
	}
	/^[a-z_][a-z_0-9 *]*\(/ {
		name = $0
		sub(/\(.*/, "", name)
		sub(/.*[ *]/, "", name)
		if (name !~ /^ch_/)
			printf "%s:%d: %s(): public names begin with ch_\n", FILENAME, FNR, name
	}'
}

# A header is the manual: it opens with what it is for. And it can be included alone.
headers_without_manual() {
	files '^(src|include|tests)/.*\.h$' | while read -r file; do
		case $(head -c 2 "$file") in
		'/*') ;;
		*) echo "$file:1: a header opens with a comment that says what it is for" ;;
		esac
	done
}

headers_not_alone() {
	files '^(src|include)/.*\.h$' | while read -r file; do
		${CC:-cc} -std=c17 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -Iinclude -Isrc -I"${BUILD:-build}" \
			-Wall -Wextra -Wpedantic -Werror -fsyntax-only -x c - 2>&1 <<-END | grep -E 'error|warning' |
			#include "$file"
			extern int lint_not_empty;
		END
			sed "s|^|$file: not complete in itself: |"
	done
}

# docs/dependencies.md has a row for each package of src/gen/packages, and no other; the row begins "| `package` |".
dependencies_apart() {
	[ -f src/gen/packages ] || return 0
	awk '!/^#/ && NF == 2 { print $2, $1 }' src/gen/packages | sort >"$scratch/listed"
	awk -F '|' '/^\| `/ { gsub(/[` ]/, "", $2); gsub(/ /, "", $3); print $2, $3 }' docs/dependencies.md |
		sort >"$scratch/told"
	comm -23 "$scratch/listed" "$scratch/told" | sed 's|^|docs/dependencies.md: says nothing of |'
	comm -13 "$scratch/listed" "$scratch/told" | sed 's|^|src/gen/packages: does not list |'
}

# The pages that build/gen/docs prints from the program's own tables are those in docs/.
old_documents() {
	generator=${1:-${BUILD:-build}/gen/docs}
	[ -f src/gen/docs.c ] || return 0
	[ -x "$generator" ] || { echo "src/gen/docs.c: the generator was not built"; return 0; }
	"$generator" | while read -r name; do
		case $name in *.[1-8]) page=docs/$name ;; *) page=docs/$name.md ;; esac
		if ! "$generator" "$name" | cmp -s - "$page"; then
			echo "$page: is not what build/gen/docs prints; run make docs"
		fi
	done
}

# Two that were made side by side may have taken the same number; the first schema alone is in parts.
numbered_twice() {
	files '^(docs/decisions|data/schema)/[0-9]' | grep -v '/0001_scheme_' |
		sed 'h; s,.*/\([0-9]*\).*,\1,; G; s/\n/ /' | sort -k2.1,2.8 -k1,1 |
		awk '$1 == number && substr($2, 1, 4) == folder { print before ": and " $2 " have one number" }
			{ number = $1; folder = substr($2, 1, 4); before = $2 }'
}

# What the Makefile says of one object goes unheard once its source has moved.
rules_for_nothing() {
	sed -n 's,^$(B)/\(\(src\|tests\)/[a-z_/0-9]*\)\.o:.*,\1.c,p' Makefile 2>/dev/null | while read -r file; do
		[ -f "$file" ] || echo "Makefile: has a rule for $file, which is not there"
	done
}

# Whoever sets a variable of the environment finds in the manual what it does. Those of preferences are made of them.
variables_untold() {
	files '^src/.*\.c$' | xargs -r sed -n 's/.*\(getenv\|environment\)("\([A-Z_]*\)").*/\2/p' | sort -u |
		while read -r name; do
			grep -q "^.fB$name.fR" docs/man/chiron.1 || echo "docs/man/chiron.1: says nothing of $name"
		done
}

scratch=$(mktemp -d) || exit 74
trap 'rm -rf "$scratch"' EXIT

lint 'only what belongs there stands at the top' stray_at_the_top
planted stray_at_the_top notes.txt x
planted stray_at_the_top scripts/a.sh x
allowed stray_at_the_top README.md x LICENSE x Makefile x .ci/run x src/a.c x docs/a.md x

lint 'public names begin with ch_' unprefixed_names
planted unprefixed_names include/chiron/a.h 'int person_add(void);'
planted unprefixed_names include/chiron/a.h 'const char *name_of(int x);'
planted unprefixed_names include/chiron/a.h 'struct person {\n};'
allowed unprefixed_names include/chiron/a.h '#define N_(text) (text)\nconst char *ch_name(\n\tint x) CH_PRINTF(1, 2);'
allowed unprefixed_names include/chiron/b.h 'struct ch_a {\n\tint (*call)(void);\n};'

lint 'headers open with what they are for' headers_without_manual
planted headers_without_manual include/chiron/a.h '#ifndef A'
allowed headers_without_manual src/base/a.h '/* What a is for. */'

lint 'headers are complete in themselves' headers_not_alone
planted headers_not_alone src/base/a.h 'size_t ch_length(void);'
allowed headers_not_alone src/base/a.h '#include <stddef.h>\nsize_t ch_length(void);'

lint 'docs/dependencies.md names the packages that are installed' dependencies_apart
planted dependencies_apart docs/dependencies.md '| `a` | run |' src/gen/packages 'run a\ntest b'
planted dependencies_apart src/gen/packages 'run a' docs/dependencies.md '| `a` | run |\n| `b` | run |'
planted dependencies_apart src/gen/packages 'run a' docs/dependencies.md '| `a` | test |'
allowed dependencies_apart src/gen/packages '# x\nrun  a' docs/dependencies.md '| `a` | run | MIT |'

lint 'no number is given twice' numbered_twice
planted numbered_twice docs/decisions/0003-a.md x docs/decisions/0003-b.md x
planted numbered_twice data/schema/0003_a.sql x data/schema/0003_b.sql x
allowed numbered_twice docs/decisions/0003-a.md x data/schema/0003_a.sql x data/schema/0001_scheme_texts.sql x \
	data/schema/0001_scheme.sql x

lint 'the manual has every variable of the environment that is read' variables_untold
planted variables_untold docs/man/chiron.1 '\\fBTERM\\fR' src/a.c 'char *x = getenv("PAGER");'
allowed variables_untold src/a.c 'char *x = getenv("PAGER");' docs/man/chiron.1 '.TP\n\\fBPAGER\\fR'

lint 'the Makefile speaks of sources that are there' rules_for_nothing
planted rules_for_nothing Makefile '$(B)/src/a/b.o: CFLAGS += -O3' src/b.c x
allowed rules_for_nothing Makefile '$(B)/src/a/b.o: CFLAGS += -O3\n$(B)/tests/%.o: x' src/a/b.c x

lint 'generated pages are up to date' old_documents
planted_documents() {
	chmod +x src/gen/printer
	old_documents src/gen/printer
}
printer='#!/bin/sh\nif [ $# = 0 ]; then echo keys; else echo new; fi'
planted planted_documents docs/keys.md old src/gen/docs.c x src/gen/printer "$printer"
allowed planted_documents docs/keys.md new src/gen/docs.c x src/gen/printer "$printer"

lint_end
