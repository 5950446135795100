#!/bin/sh
# Every command is on the screen or says why not, is told of in the guide and is shown by the demonstration; every
# report is in the guide: read from docs/faces.md, which is made from the tables (src/gen/docs_faces.c).
. "$(dirname "$0")/lib.sh"

found_nowhere() {
	[ -f docs/faces.md ] || return 0
	sed -n 's|^. `\([^`]*\)` .*\*\*nowhere\*\*.*|docs/faces.md: "\1" has nothing in a column|p' docs/faces.md
}

lint 'everything is found on the screen, in the guide and in the demonstration' found_nowhere
planted found_nowhere docs/faces.md '| `person add` | `a` in People | **nowhere** | 1 step |'
allowed found_nowhere docs/faces.md '| `person add` | `a` in People | Pairs | 1 step |'

lint_end
