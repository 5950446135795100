#!/bin/sh
# What a file shows to others is called by another file of the program; else it is its own, or nobody's.
. "$(dirname "$0")/lib.sh"

# Tests alone look in here from outside: at a table whole, or at a stage before the file that it reads is opened.
for_tests='ch_moves cli_argument_help import_bytes_begin import_issue_sentence limit_knows
	query_column_name tui_bindings'

# Lines "FILE: NAME TYPE ..." of nm, of all that the program is made of.
called_by_no_other() {
	awk -v for_tests="$for_tests" '
	BEGIN { n = split(for_tests, names, " "); for (i = 1; i <= n; i++) used[names[i]] = 1 }
	$3 == "U" { used[$2] = 1 }
	$3 == "T" && $2 != "main" { shown[$2] = $1 }
	END {
		for (name in shown)
			if (!(name in used))
				print shown[name] " " name "() is called by no other file: make it static, or remove it"
	}' | sort
}

symbols() {
	build=${BUILD:-build}
	nm -A -P "$build"/lib*.a "$build"/src/cli/main.o "$build"/src/gen/docs*.o 2>/dev/null |
		sed "s|^$build/||" | grep -v '^libsupport'
}

unused() {
	symbols | called_by_no_other
}

there_is_something_to_look_at() {
	[ "$(symbols | wc -l)" -gt 1000 ] || echo "${BUILD:-build}: nothing was built"
}

planted_symbols() {
	called_by_no_other <libbase.a
}

lint 'the program is built' there_is_something_to_look_at
lint 'what a file shows is called by another' unused
planted planted_symbols libbase.a 'libbase.a[a.o]: ch_a T 0 1\nlibbase.a[b.o]: ch_b U'
allowed planted_symbols libbase.a 'libbase.a[a.o]: ch_a T 0 1\nlibbase.a[b.o]: ch_a U\nlibbase.a[b.o]: own t 0 1'

lint_end
