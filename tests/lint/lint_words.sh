#!/bin/sh
# Words and blanks that do not belong in the tree. The lints themselves hold
# them as patterns and are left out.
. "$(dirname "$0")/lib.sh"

own='^tests/lint/'

open_ends() {
	files -v "$own" '^(src|include|tests|data|docs)/|^Makefile$|^README\.md$' |
		grep -Ev '\.(csv|xlsx|ods|txt)$' | grep_files '\<(TODO|FIXME|XXX|HACK)\>'
}

machine_paths() {
	files -v "$own" '.' | grep_files '(^|[^A-Za-z0-9_.>])/(home|root|work|mnt|farm|Users)/'
	files -v "$own" '^(src|include|tests|data)/' | grep_files '/usr/local|/opt/'
}

skipped_tests() {
	files -v "$own|^tests/support/run$" '^tests/' | grep_files '\<skip\(\)|# SKIP|exit 77\>'
}

sleeping_tests() {
	files -v "$own" '^tests/.*\.(c|h|sh|t)$' | grep_files '\<(sleep|usleep|nanosleep)\>[ (]' |
		grep -Ev ':[0-9]+:[[:space:]]*(/?\*|#)'
}

# What the program was seen to print, about one of something.
one_of_many() {
	things='rows|places|questions|values|sessions|pairings|actions|goals|proposals|findings|learners|guides'
	things="$things|days|weeks|months|hours|people (are|have|said|of)"
	files '^tests/(cli/.*\.t|tui/golden/.*\.txt)$|^README\.md$' |
		grep_files "(^|[^0-9,.:/ -] |[^0-9,.:/ -])\\<1 ($things)\\>"
}

# "file:line:text" of each text between quotes that is marked for translation or has a blank.
texts_in_quotes() {
	xargs -r awk '!/^[[:space:]]*\/?\*/ {
		for (rest = $0; match(rest, /"([^"\\]|\\.)*"/); rest = substr(rest, RSTART + RLENGTH)) {
			text = substr(rest, RSTART + 1, RLENGTH - 2)
			if (text ~ / / || substr(rest, 1, RSTART - 1) ~ /_\($/)
				printf "%s:%d: %s\n", FILENAME, FNR, text
		}
	}'
}

# What people read says mentor, coach, mentee or coachee; guide and learner are words of the code, and codes typed:
# behind "--side", "=" and the like, in backticks, beside what they stand for, and in the names of SQL and of what
# fills a text in.
codes_words() {
	typed='--[a-z-]+ (guide|learner)|`[^`]*`|[:={](guide|learner)|(guide|learner)s?[.:=;}_]|guide; learner'
	typed="$typed"'|(guide|learner) \(ment'
	words="(^|[^a-z_./-])([Gg]uide|[Ll]earner)(s|'s|s')?([^a-z_./-]|\$)"
	{
		files '^data/(checks|reports)/.*\.sql$' | grep_files '^-- (title|about|none|says|why|columns|    )'
		files '^(src/(base|model|core|cli|tui)|include/chiron)/.*\.(c|h|def)$' |
			grep -Ev '/match_(dimacs_read|file_write|instance)\.c$' | texts_in_quotes
	} | grep -Ev 'SELECT|FROM|JOIN|WHERE|CASE|THEN|GROUP BY' | sed -E "s/$typed//g" | grep -E ":.*$words" || true
}

# Which key does something is said by the table of keys, so that whoever changed it reads the right one: KEY_(ADD). Of
# questions, of typing a search and of dials the keys are their own.
literal_keys() {
	never='\\[nt]|%[-+.*0-9]*(zu|l*[a-z])|\[[a-z0-9]\][a-z]*'
	words='(adds|records|raises|makes|pairs|enrols|names|notes|brings|in [0-9]|on the)'
	here="(^|[ (])([b-zB-HJ-Z]([ ,;:)]|\$)|[aAI] $words)"
	{
		files '^src/tui/.*\.(c|h)$' | grep -Ev '/(list_find|help|keymap|theme|work)\.c$' | texts_in_quotes |
			grep -Ev 'Z to A|%d d( late)?$|: d, c or the arrows|Signs: <|\(o\) $'
		files '^src/core/.*\.c$' | texts_in_quotes | grep -E ':( ?|.*; |.*\()[de](,| [a-z]+s )'
	} | sed -E "s/$never/#/g" | grep -E "^[^:]*:[0-9]*:.*$here" || true
}

# Beside two names in a list of 80 columns there is room for so much.
long_titles() {
	files '^data/checks/.*\.sql$' | grep_files '^-- title: .{35}'
}

# Transcripts and data keep the blanks that programs print and people wrote.
trailing_blanks() {
	files -v '\.(t|csv|xlsx|ods|txt|po)$|^tests/fixtures/' '.' | grep_files '[[:blank:]]$'
}

unended_files() {
	files -v '^tests/fixtures/|\.(xlsx|ods|csv|txt)$' '.' | while read -r file; do
		[ ! -s "$file" ] || [ -z "$(tail -c 1 "$file")" ] || echo "$file: the last line does not end"
	done
}

lint 'nothing is left open in the sources' open_ends
planted open_ends src/base/a.c '/* TODO: later */'
planted open_ends tests/unit/test_a.c '// FIXME'
planted open_ends data/checks/a.sql '-- XXX'
planted open_ends Makefile '# HACK'
allowed open_ends src/base/a.c '/* methodology, hackathon, todos */'

lint 'no path of one machine' machine_paths
planted machine_paths src/a.c 'open("/home/ann/scheme")'
planted machine_paths docs/a.md 'See /root/notes.'
planted machine_paths tests/unit/test_a.c 'x = "/usr/local/lib/x"'
allowed machine_paths Makefile 'prefix = /usr/local' docs/a.md 'docs/home/x, ../work/x'

lint 'no test is skipped' skipped_tests
planted skipped_tests tests/unit/test_a.c '\tskip();'
planted skipped_tests tests/cli/test_a.sh 'echo "ok 1 # SKIP"'
allowed skipped_tests tests/unit/test_a.c '\tch_reader_skip(reader);'

lint 'no test sleeps' sleeping_tests
planted sleeping_tests tests/pty/test_a.c '\tusleep(1000);'
planted sleeping_tests tests/cli/a.t '$ sleep 1'
allowed sleeping_tests tests/pty/test_a.c '/*\n * Nothing here sleeps (ever).\n */'

lint 'one of something is not spoken of as many' one_of_many
planted one_of_many tests/cli/a.t '1 rows read: 1 new'
planted one_of_many tests/cli/a.t 'Spring has 1 places left'
allowed one_of_many tests/cli/a.t '1 row read: 1 new, 11 places left, 2.1 hours, 1,001 rows'

lint 'texts say mentor, coach, mentee and coachee' codes_words
planted codes_words data/checks/a.sql '-- title: The guide has left'
planted codes_words data/reports/a.sql '-- columns: learners:number:Learners'
planted codes_words data/reports/a.sql '-- about: Sessions of each\n--     guide, and their length'
planted codes_words src/cli/a.c '_("what the learner said")'
planted codes_words src/model/a.c '.label = N_("Guide")'
planted codes_words include/chiron/a.h 'X(GUIDE, "guide", N_("guide"))'
planted codes_words include/chiron/a.def 'N_("Most per guide")'
allowed codes_words data/checks/a.sql '-- says: {guide} has left\nSELECT 1 -- guides'
allowed codes_words src/cli/a.c '"--side learner" "see `--by guide`"'
allowed codes_words src/core/a.c '{"guide", 1}; x("SELECT guide FROM a");'

lint 'a text takes the key it names from the table of keys' literal_keys
planted literal_keys src/tui/screens/a.c '_("No cohort. a adds one")'
planted literal_keys src/tui/screens/a.c 'N_("The pair is made. In 3 Pairs, y records it")'
planted literal_keys src/tui/a.c '_("It is gone (u)")'
planted literal_keys src/tui/a.c '_("m proposes pairs of those who wait")'
planted literal_keys src/core/import/a.c '_("Read so" CH_KEY "; e, \\"Dates\\", overrules")'
allowed literal_keys src/tui/a.c '_("None. " KEY_(ADD) " adds one") _("Undo %s, of %d? [y]es [n]o")'

lint 'the title of a check fits beside two names' long_titles
planted long_titles data/checks/a.sql '-- title: A required check is missing or out of date'
allowed long_titles data/checks/a.sql '-- title: Required check missing or expired'

lint 'no trailing blanks' trailing_blanks
planted trailing_blanks src/a.c 'int a; '
planted trailing_blanks docs/a.md 'word\t'
allowed trailing_blanks tests/cli/a.t '$ x '

lint 'every file ends with a line feed' unended_files
planted_unended() {
	printf 'x' >src.c
	unended_files
}
planted planted_unended src.c x

lint_end
