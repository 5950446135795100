#!/bin/sh
# Every command is on the screen or says why not, is told of in the guide and is shown by the demonstration; every
# report is in the guide: read from docs/faces.md, which is made from the tables (src/gen/docs_faces.c).
. "$(dirname "$0")/lib.sh"

found_nowhere() {
	[ -f docs/faces.md ] || return 0
	awk -F ' *[|] *' '
	BEGIN {
		mend["on the screen"] = "src/tui/widgets/remedy.def says where, or why not"
		mend["in the guide"] = "docs/guide.md tells of it"
		mend["in the demonstration"] = "data/demo/steps.txt has a step"
	}
	/^\|/ && !headed { for (i = 2; i < NF; i++) column[i] = $i }
	{ headed = /^\|/ }
	/\*\*nowhere\*\*/ {
		for (i = 2; i < NF; i++)
			if ($i == "**nowhere**")
				print "docs/faces.md: " $2 " has nothing " column[i] ": " mend[column[i]]
	}' docs/faces.md
}

lint 'everything is found on the screen, in the guide and in the demonstration' found_nowhere
planted found_nowhere docs/faces.md \
	'| command | on the screen | in the guide |\n| `person add` | `a` in People | **nowhere** |'
allowed found_nowhere docs/faces.md '| `person add` | `a` in People | Pairs | 1 step |'

lint_end
