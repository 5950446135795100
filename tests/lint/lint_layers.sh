#!/bin/sh
# The one rule of docs/architecture.md: includes point down only, each library
# is included where it belongs, and SQL stands in src/store and data alone.
. "$(dirname "$0")/lib.sh"

# Layers whose headers a layer may include. The faces see only include/chiron; main.c starts either face.
upward_includes() {
	files '^(src|include)/.*\.(c|h|def)$' | xargs -r awk '
	BEGIN {
		may["base"] = " base "
		may["model"] = " model base "
		may["store"] = " store model base "
		may["core"] = " core store model base "
		may["cli"] = " cli "
		may["tui"] = " tui "
		data_in = " base model store core "
	}
	FNR == 1 {
		split(FILENAME, part, "/")
		layer = part[1] == "include" ? "include" : part[2]
	}
	/^[ \t]*#[ \t]*include[ \t]*"/ {
		split($0, quoted, "\"")
		path = quoted[2]
		split(path, step, "/")
		first = index(path, "/") ? step[1] : layer
		if (path ~ /\.\./)
			why = "includes by a relative path"
		else if (first == "chiron" || layer == "gen" || first == layer)
			why = ""
		else if (path == "generated/data.h" && index(data_in, " " layer " "))
			why = ""
		else if (path == "generated/statements.h" && layer == "store")
			why = ""
		else if (FILENAME == "src/cli/main.c" && first == "tui")
			why = ""
		else if (layer in may && index(may[layer], " " first " "))
			why = ""
		else
			why = layer " may not include it"
		if (why)
			printf "%s:%d: \"%s\": %s\n", FILENAME, FNR, path, why
	}'
}

# header_only_in HEADER PLACE: HEADER is included only by files whose path matches PLACE.
header_only_in() {
	files '^(src|include)/' | grep -Ev "$2" | grep_files "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]$1[>\"]"
}

stray_libraries() {
	header_only_in 'sqlite3\.h' '^src/store/'
	header_only_in 'csv\.h' '^src/core/(import/csv_read|export/csv_write)\.c$'
	header_only_in 'zip\.h' '^src/core/import/workbook_zip\.c$'
	header_only_in 'expat\.h' '^src/core/import/workbook_xml\.c$'
	header_only_in 'xlsxwriter\.h' '^src/core/export/export_xlsx\.c$'
	header_only_in '(ncursesw/)?n?curses\.h' '^src/tui/terminal/curses(_input)?\.c$'
	header_only_in 'sodium\.h' '^src/store/hash\.c$'
	header_only_in 'utf8proc\.h' '^src/base/'
	header_only_in '(cmocka|vterm|glpk)\.h' '^tests/'
}

sql_words='SELECT [^"]*FROM |INSERT INTO |UPDATE [a-z_]+ SET |DELETE FROM |DROP TABLE |PRAGMA |BEGIN IMMEDIATE|'
sql_words=$sql_words'CREATE (TABLE|INDEX|VIEW|TRIGGER) '
sql_outside_store() {
	files '^(src|include)/.*\.(c|h|def)$' | grep -Ev '^src/(store|gen)/' |
		grep_files -e "\"[^\"]*\\<($sql_words)" -e '"(SELECT|WITH RECURSIVE) '
}

lint 'includes point down only' upward_includes
planted upward_includes src/base/a.c '#include "model/field.h"'
planted upward_includes src/model/a.c '#include "store/db.h"'
planted upward_includes src/store/a.c '#include "core/a.h"'
planted upward_includes src/core/a.c '#include "cli/a.h"'
planted upward_includes src/cli/a.c '#include "tui/a.h"'
planted upward_includes src/cli/a.c '#include "core/a.h"'
planted upward_includes src/tui/a.c '#include "base/a.h"'
planted upward_includes src/tui/a.c '#  include "generated/data.h"'
planted upward_includes src/core/a.c '#include "generated/statements.h"'
planted upward_includes src/core/a.c '#include "../store/a.h"'
planted upward_includes include/chiron/a.h '#include "model/a.h"'
allowed upward_includes src/core/a.c '#include <stdio.h>\n#include "chiron/a.h"\n#include "store/a.h"\n#include "b.h"'
allowed upward_includes src/tui/a.c '#include "chiron/a.h"\n#include "tui/b.h"\n#include "c.h"'
allowed upward_includes src/cli/main.c '#include "tui/app.h"'

lint 'each library is included where it belongs' stray_libraries
planted stray_libraries src/core/a.c '#include <sqlite3.h>'
planted stray_libraries src/core/a.c '#include <csv.h>'
planted stray_libraries src/core/import/workbook.c '#include <zip.h>'
planted stray_libraries src/core/import/workbook_ods.c '#include <expat.h>'
planted stray_libraries src/core/export/export.c '#include <xlsxwriter.h>'
planted stray_libraries src/tui/screen.c '#include <curses.h>'
planted stray_libraries src/tui/screen.c '#include <ncursesw/curses.h>'
planted stray_libraries src/store/a.c '#include <sodium.h>'
planted stray_libraries src/model/a.c '#include <utf8proc.h>'
planted stray_libraries include/chiron/a.h '# include <sqlite3.h>'
planted stray_libraries src/base/a.c '#include <cmocka.h>'
allowed stray_libraries src/store/a.c '#include <sqlite3.h>' src/core/import/csv_read.c '#include <csv.h>' \
	src/tui/terminal/curses.c '#include <curses.h>' src/store/hash.c '#include <sodium.h>' \
	src/base/a.c '#include <utf8proc.h>'

lint 'SQL stands only in src/store and data' sql_outside_store
planted sql_outside_store src/core/a.c 'x = "SELECT name FROM person";'
planted sql_outside_store src/cli/a.c 'x = "DELETE FROM person";'
planted sql_outside_store src/model/a.c 'x = " UPDATE person SET name = 1";'
planted sql_outside_store src/core/a.c 'x = "PRAGMA user_version";'
allowed sql_outside_store src/cli/a.c 'x = _("Select a person from the list"); y = "Update";'

lint_end
