#!/bin/sh
# The build-time generators: what they print compiles to what went in, and what is wrong in a file is told with its
# line.
set -u
build=${BUILD:-build}
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

# Compiles main.c with the generated $1.c and runs it.
compiled() {
	${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror -I"$work" -o "$work/main" \
		"$work/main.c" "$work/generated/$1.c" &&
		"$work/main"
}

mkdir "$work/generated" "$work/b"
{
	printf '"quotes" \\ back ??/ tab\t \001\0377\n\n'
	awk 'BEGIN { while (n++ < 9000) print "line", n, "of a file longer than a string literal may be in C" }'
	printf 'no end'
} >"$work/b/2.sql"
printf 'first\n' >"$work/1.sql"
: >"$work/b/3.sql"
cat >"$work/main.c" <<END
#include <stdio.h>
#include "generated/data.h"
int main(void)
{
	for (const struct embedded_file *file = files; file->name; file++) {
		fprintf(stderr, "%s %zu;", file->name, file->length);
		fwrite(file->text, 1, file->length, stdout);
	}
	return files[0].text[files[0].length] != 0 || none[0].name != NULL;
}
END
"$build/gen/embed" "$work/generated/data.h" "$work/generated/data.c" \
	files: "$work/b/3.sql" "$work/b/2.sql" "$work/1.sql" none:
check 'embedded files compile' 0 "$(compiled data >"$work/out" 2>"$work/names"; echo $?)"
check 'and are byte for byte what they were, by name' \
	"$(cat "$work/1.sql" "$work/b/2.sql" | cksum)" "$(cksum <"$work/out")"
size=$(wc -c <"$work/b/2.sql")
check 'with their names and lengths' "1.sql 6;2.sql $size;3.sql 0;" "$(cat "$work/names")"
check 'a file that is not there is told' 1 \
	"$("$build/gen/embed" "$work/x.h" "$work/x.c" files: "$work/absent" 2>"$work/out"; echo $?)"
check 'by name' 1 "$(grep -c absent "$work/out")"

cat >"$work/good.sql" <<'END'
-- Statements on persons.

-- name: person_by_email
-- scan: one row
-- Folded by the caller.
SELECT "name", '\?'
	-- the one comment inside
	FROM person WHERE email = :email;

-- name: person_2
DELETE FROM person WHERE x = ';';
END
cat >"$work/main.c" <<'END'
#include <stdio.h>
#include "generated/statements.h"
int main(void)
{
	for (int i = 0; i < SQL_STATEMENT_COUNT; i++)
		printf("%s:%d:%s:%s\n", statements[i].name, statements[i].line,
		       statements[i].scan_reason ? statements[i].scan_reason : "", statements[i].text);
	return statements[SQL_PERSON_BY_EMAIL].line != 3 || SQL_PERSON_2 != 1;
}
END
"$build/gen/sql" "$work/generated/statements.h" "$work/generated/statements.c" "$work/good.sql"
check 'statements compile' 0 "$(compiled statements >"$work/out"; echo $?)"
check 'and are what was written' \
	"person_by_email:3:one row:SELECT \"name\", '\\?'
	-- the one comment inside
	FROM person WHERE email = :email
person_2:10::DELETE FROM person WHERE x = ';'" "$(cat "$work/out")"

# What the generator says of a file with this text.
complaint() {
	printf '%b' "$1" >"$work/bad.sql"
	if "$build/gen/sql" "$work/x.h" "$work/x.c" "$work/bad.sql" 2>"$work/out"; then
		echo accepted
	else
		sed "s|^$work/||" "$work/out"
	fi
}

check 'a statement needs a name' 'bad.sql:2: a statement without "-- name: ..." above it: SELECT 1;' \
	"$(complaint '-- x\nSELECT 1;\n')"
check 'a name needs a statement' 'bad.sql:1: no statement follows the name a' "$(complaint '-- name: a\n')"
check 'a statement needs its semicolon' 'bad.sql:1: the statement does not end with a semicolon: a' \
	"$(complaint '-- name: a\nSELECT 1\n-- name: b\nSELECT 1;\n')"
check 'a block has one statement' 'bad.sql:3: text after the end of the statement: SELECT 2;' \
	"$(complaint '-- name: a\nSELECT 1;\nSELECT 2;\n')"
check 'names are unique' 'bad.sql:3: this name is given twice: a' \
	"$(complaint '-- name: a\nSELECT 1;\n-- name: a\nSELECT 2;\n')"
check 'names are plain' \
	"bad.sql:1: a name is lower-case letters, digits and '_', not: A-b" "$(complaint '-- name: A-b\n')"
check 'a name is there' 'bad.sql:1: "-- name:" without a name' "$(complaint '-- name:\n')"
check 'a scan has a reason' 'bad.sql:2: "-- scan:" without a reason' "$(complaint '-- name: a\n-- scan:\nSELECT 1;\n')"
check 'a scan stands above its statement' 'bad.sql:3: "-- scan:" belongs between the name and the statement' \
	"$(complaint '-- name: a\nSELECT 1\n-- scan: x\n;\n')"

echo "1..$number"
[ "$failures" = 0 ]
