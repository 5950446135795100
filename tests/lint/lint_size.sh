#!/bin/sh
# Files, functions and lines stay short enough to be read at once.
. "$(dirname "$0")/lib.sh"

written_files() {
	files '(\.(c|h|def|sh|sql)$|^Makefile$|^tests/support/(run|transcript)$|^src/gen/(configure|install-packages)$)'
}

long_files() {
	written_files | xargs -r awk '
	FNR == 601 { printf "%s:601: the file has over 600 lines; it is perhaps two things in one\n", FILENAME }'
}

# A function's body stands between a "{" and a "}" in the first column.
long_functions() {
	files '\.[ch]$' | xargs -r awk '
	FNR == 1 { start = 0 }
	/^[A-Za-z_].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
	/^\{/ { start = FNR }
	/^\}/ && start {
		if (FNR - start + 1 > 60)
			printf "%s:%d: %s() has %d lines; 60 are allowed\n", FILENAME, start, name, FNR - start + 1
		start = 0
	}'
}

# In columns: a tab goes to the next multiple of eight; the bytes that go on a UTF-8 character take none.
long_lines() {
	written_files | LC_ALL=C xargs -r awk '
	length($0) > 60 {
		columns = 0
		pieces = split($0, piece, "\t")
		for (i = 1; i <= pieces; i++) {
			gsub(/[\200-\277]/, "", piece[i])
			columns += length(piece[i])
			if (i < pieces)
				columns += 8 - columns % 8
		}
		if (columns > 120)
			printf "%s:%d: the line has %d columns; 120 are allowed\n", FILENAME, FNR, columns
	}'
}

repeat() {
	awk -v count="$1" -v text="$2" 'BEGIN { while (count-- > 0) printf "%s", text }'
}

lint 'no file has over 600 lines' long_files
planted long_files src/a.c "x$(repeat 600 '\nx')"
allowed long_files src/a.c "x$(repeat 599 '\nx')"

lint 'no function has over 60 lines' long_functions
planted long_functions src/a.c "static int a(void)\n{$(repeat 59 '\n\tx;')\n}"
allowed long_functions src/a.c "static int a(void)\n{$(repeat 58 '\n\tx;')\n}\nint t[] = {$(repeat 90 '\n\t1,')\n};"

lint 'no line has over 120 columns' long_lines
planted long_lines src/a.c "\t$(repeat 113 x)"
allowed long_lines src/a.c "\t$(repeat 112 x)\n$(repeat 120 'é')"

lint_end
