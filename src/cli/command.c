#include "cli/command.h"

#include <assert.h>

#include "chiron/check.h"
#include "chiron/goal.h"
#include "chiron/pairing.h"

/* Words that an option takes and no field holds. Their places are those of the enums named. */
const struct ch_choice cli_severities[] = {
	{.code = "", .label = ""},
#define X(name, code_text, label_text) {.code = code_text, .label = label_text},
	CH_SEVERITIES(X)
#undef X
	{.code = NULL},
};

/* enum ch_initiator, without the coordinator */
static const struct ch_choice sides_or_both[] = {
	{.code = "", .label = ""},
	{.code = "learner", .label = N_("mentee or coachee")},
	{.code = "guide", .label = N_("mentor or coach")},
	{.code = "both", .label = N_("both")},
	{.code = NULL},
};
static_assert(CH_BY_LEARNER == 1 && CH_BY_GUIDE == 2 && CH_BY_BOTH == 3, "sides_or_both has the order of ch_initiator");

static const struct ch_choice export_kinds[] = {
	{.code = "", .label = ""},
	{.code = "people", .label = N_("people")},
	{.code = "enrolments", .label = N_("enrolments")},
	{.code = "credentials", .label = N_("training and checks")},
	{.code = "pairings", .label = N_("pairings")},
	{.code = "sessions", .label = N_("sessions")},
	{.code = "actions", .label = N_("actions")},
	{.code = "mine", .label = N_("all that is yours")},
	{.code = NULL},
};

/* What an enrolment is asked (R15): the last of enum ch_question, in its order. */
static const struct ch_choice readiness[] = {{"", ""},
					     {"ready_aim", ""},
					     {"ready_time", ""},
					     {NULL, NULL}};

/* enum cli_three */
static const struct ch_choice cli_three[] = {{"", ""},
				      {"guide", N_("coach")},
				      {"learner", N_("coachee")},
				      {"manager", N_("line manager")},
				      {"all", N_("all three")},
				      {0}};

/* enum ch_yes */
static const struct ch_choice yes_or_no[] = {{"", ""}, {"no", N_("no")}, {"yes", N_("yes")}, {0}};

static const struct ch_choice shells[] = {{"", ""}, {"bash", "bash"}, {0}};

#define ARGUMENTS(...)                                                                                                 \
	(const struct cli_argument[])                                                                                  \
	{                                                                                                              \
		__VA_ARGS__,                                                                                           \
		{                                                                                                      \
			0                                                                                              \
		}                                                                                                      \
	}
#define OPTIONS(...)                                                                                                   \
	(const struct cli_option[])                                                                                    \
	{                                                                                                              \
		__VA_ARGS__,                                                                                           \
		{                                                                                                      \
			0                                                                                              \
		}                                                                                                      \
	}

/* Parts that several commands share. */
#define FILTER                                                                                                         \
	{.name = "FILTER",	\
	 .flags = CLI_OPTIONAL | CLI_REPEATED | CLI_MAY_BE_BLANK,	\
	 .help = N_("words and field:value; see `chiron help filter`")}
#define NAME {.name = "NAME", .flags = CLI_OPTIONAL | CLI_REPEATED, .help = N_("its name; --name does the same")}
#define THEIR_PROGRAMMES                                                                                               \
	{.key = "programmes", .value = "PROGRAMMES",                                                                   \
	 .help = N_("what they look after, parted by ; and '' for the whole scheme")}
#define ONE(what, of) {.name = what, .entity = of}
#define SEVERAL(what, of) {.name = what, .entity = of, .flags = CLI_REPEATED}
#define ANY(what, of) {.name = what, .entity = of, .flags = CLI_OPTIONAL | CLI_REPEATED}

#define FINDING                                                                                                        \
	{.name = "FINDING", .flags = CLI_REPEATED,                                                                     \
	 .help = N_("a pairing, for what `chiron today` says of it; or a check and what it is about")}

#define SORT {.key = "sort", .value = "KEY", .help = N_("order by this column; -KEY for the other way round")}
#define COUNT_BY                                                                                                       \
	{.key = "count-by", .value = "FIELD", .help = N_("only how many there are for each value of this field")}
#define LIMIT                                                                                                          \
	{.key = "limit", .type = CH_TYPE_NUMBER, .min = 1, .max = 1000000, .help = N_("show no more than so many")}
#define COLUMNS                                                                                                        \
	{.key = "columns", .value = "KEYS",                                                                            \
	 .help = N_("these columns, in this order, as name,t_shirt_size; of all there are, your own too")}
#define AS_LIST SORT, LIMIT, COUNT_BY, COLUMNS /* what every list can do */
#define OF_PROGRAMME {.key = "programme", .entity = CH_PROGRAMME, .help = N_("only of this programme")}
#define OF_PERSON {.key = "person", .entity = CH_PERSON, .help = N_("only those this person has a part in")}
#define OF_PAIRING {.key = "pairing", .entity = CH_PAIRING, .help = N_("only of this pairing")}
#define IN_PROGRAMME(of, key_of)                                                                                       \
	{.key = "programme", .entity = of, .field = key_of, .flags = CLI_REQUIRED, .help = N_("in which programme")}
#define ALL_OF {.key = "all", .help = N_("all there are; with --programme")}
/* All of a programme, or those of them that a filter lets through. */
#define EVERY(which)                                                                                                   \
	{.key = "programme", .entity = CH_PROGRAMME, .help = N_("of which programme; with --all")},                    \
		{.key = "all", .help = which},                                                                         \
	{                                                                                                              \
		.key = "filter", .value = "FILTER", .help = N_("with --all: only those that fit, as cohort:autumn")    \
	}
#define ON {.key = "on", .type = CH_TYPE_DATE, .help = N_("when; else today")}

#define CUSTOM_OF(of)                                                                                                  \
	{.key = "field", .entity = of, .field = "custom_values", .value = "NAME=VALUE", .flags = CLI_REPEATED,         \
	 .help = N_("a field of the scheme's own: `chiron field list`")}

#define HOW                                                                                                            \
	{.key = "how", .entity = CH_ANSWER, .field = "how", .flags = CLI_SELECTS,                                      \
	 .help = N_("how they said so; else spoken")}
#define READY_TOO                                                                                                      \
	{.key = "ready", .entity = CH_ANSWER, .field = "how", .flags = CLI_SELECTS,                                    \
	 .help = N_("the mentee or coachee is ready: how they said so")}

#define COLUMN_OPTIONS                                                                                                 \
	{.key = "map", .value = "HEADING=FIELD", .flags = CLI_REPEATED,                                                \
	 .help = N_("read the column with this heading as this field")},                                               \
		{.key = "new-fields",                                                                                  \
		 .help = N_("of people: a column that fits nothing becomes a field of the scheme's own")},            \
		{.key = "afresh",	\
		 .help = N_("do not use what is remembered of such headings and of mended cells")},	\
		{.key = "sheet", .value = "SHEET", .help = N_("of a workbook: its name or number; else found out")},   \
		{.key = "header-row", .type = CH_TYPE_NUMBER, .min = 1, .max = 1000000,	\
	 .help = N_("the row with the headings")},	\
		{.key = "encoding", .value = "NAME",                                                                   \
		 .help = N_("of a text: utf-8, utf-16, windows-1252, macintosh, ...; else found out")},                \
		{.key = "delimiter", .value = "CHARACTER", .help = N_("what parts the cells: , ; tab |")},             \
		{.key = "date-order", .value = "ORDER", .help = N_("dmy, mdy or ymd")}

#define IMPORT_OPTIONS                                                                                                 \
	{.key = "dry-run", .help = N_("show what would come in, and write nothing")},                                  \
		COLUMN_OPTIONS,                                                                                        \
		{.key = "mend", .value = "ROW:HEADING=VALUE", .flags = CLI_REPEATED,                                   \
		 .help = N_("read the cell in this row as this; the file stays as it is")},                            \
		{.key = "mend-all", .value = "HEADING=WAS=VALUE", .flags = CLI_REPEATED,                               \
		 .help = N_("the same in every row where the cell says WAS")},                                         \
		{.key = "mend-alike",                                                                                  \
		 .help = N_("mend cells that say what was mended in another file as they were mended there")},         \
		{.key = "leave-out", .value = "ROW", .flags = CLI_REPEATED,                                            \
		 .help = N_("this row stays out; `refused`: whoever said no where the form asked for consent")},       \
		{.key = "take-suggestions", .help = N_("where it is asked \"Did you mean ...?\", yes")},               \
		{.key = "seen", .value = "HASH",                                                                       \
		 .help = N_("refuse the file where it is not the one that was looked at")},                            \
		{.key = "all-or-nothing", .help = N_("bring nothing in where one row is rejected")},                   \
		{.key = "corrections", .value = "FILE", .flags = CLI_FILE,                                             \
		 .help = N_("where rejected rows are written, to be corrected")}

/* R48 */
#define ENJOYED(of_side, whose)                                                                                        \
	{.key = of_side, .entity = CH_FEEDBACK, .field = "enjoyment", .flags = CLI_SELECTS, .help = whose}

#define LOG_OPTIONS                                                                                                    \
	OPTIONS({.key = "date", .entity = CH_SESSION, .field = "session_date"},                                        \
		{.key = "late", .entity = CH_ACTION, .field = "owner", .flags = CLI_SELECTS,                           \
		 .help = N_("who came late")},                                                                         \
		{.key = "learning", .entity = CH_SESSION, .field = "learning",                                         \
		 .help = N_("kept_by_pair where the two keep what was learned; never the wording itself")},            \
		{.key = "learning-kept-by-pair", .help = N_("the same, shorter")},                                     \
		ENJOYED("guide-enjoyed", N_("how the mentor or coach enjoyed it")),                                    \
		ENJOYED("learner-enjoyed", N_("how the mentee or coachee enjoyed it")))
#define LOG_LINE                                                                                                       \
	{.name = "PAIRING", .entity = CH_PAIRING, .flags = CLI_OPTIONAL | CLI_REPEATED,                                \
	 .help = N_("one of its people; behind the name how long, when and how, as catrin 45 video yesterday")}
#define LOG_MORE												       \
	N_("What is not given is asked, line by line, by the form of the screens. What you answered and left, or\n"    \
	   "were cut off from, is kept as a draft and there again the next time. Without a terminal standard\n"	       \
	   "input is read: first what was learned, up to an empty line or to the first line that ends in\n"	       \
	   "\"@ DATE\"; from there on an action a line, as \"Catrin: draft CV @ next fri\". A line \"# Goal\"\n"       \
	   "begins what stands under that heading of the session's framework.")

const struct cli_command cli_commands[] = {
#define COMMAND(name, ...) {.run = cli_##name, __VA_ARGS__},
#include "cli/command.def"
#undef COMMAND
	{0},
};
