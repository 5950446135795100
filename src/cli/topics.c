/* The topics of `chiron help`: what is a table elsewhere is printed from that table. */
#include <string.h>

#include "chiron/exchange.h"
#include "chiron/rule.h"
#include "cli/help.h"

/* ---- roles -------------------------------------------------------------------------- */

static void add_roles(struct ch_buffer *out)
{
	static const char *const scopes[] = {
		[CH_SCOPE_NONE] = "-", [CH_SCOPE_OWN] = N_("own"), [CH_SCOPE_ALL] = N_("all"),
		[CH_SCOPE_WHOLE] = N_("scheme's")};

	ch_buffer_add(out, _("Who may do what. \"own\": themselves, or the pairings they are one of the two of.\n"
			     "\"scheme's\": only a coordinator of the whole scheme, not limited to programmes.\n\n"));
	ch_buffer_printf(out, "%-42s %-12s %-14s %s\n", "", _("coordinator"), _("mentor, coach"), _("mentee, coachee"));
	for (int operation = CH_NO_OPERATION + 1; operation < CH_OPERATION_COUNT; operation++) {
		const struct ch_operation_info *info = ch_operation_info((enum ch_operation)operation);

		ch_buffer_printf(out, "%-42s %-12s %-14s %s\n", _(info->label),
				 _(scopes[info->scope[CH_ACTOR_COORDINATOR]]), _(scopes[info->scope[CH_ACTOR_GUIDE]]),
				 _(scopes[info->scope[CH_ACTOR_LEARNER]]));
	}
	ch_buffer_add(out, _("\nOn a local file whoever can open the file is the coordinator; --as WHO acts as\n"
			     "that person and is written to the audit log, but nothing keeps others from\n"
			     "doing the same. What the two of a pair write is shown to them alone: a\n"
			     "coordinator may write it for them, and never reads it.\n"));
}

/* ---- exports ------------------------------------------------------------------------ */

static void add_exports(struct ch_buffer *out)
{
	size_t count;
	const struct ch_stays_behind *stays = ch_export_stays(&count);

	ch_buffer_add(out, _("People, enrolments, credentials, pairings, sessions and actions go out by\n"
			     "`chiron export` and come in again by `chiron import`, in that order: in the\n"
			     "same scheme they change nothing. What stays behind, and why:\n\n"));
	for (size_t i = 0; i < count; i++) {
		ch_buffer_printf(out, "  %s\n", _(stays[i].what));
		ch_buffer_printf(out, "      %s\n", _(stays[i].why));
	}
	ch_buffer_add(out, _("\n`chiron backup` copies a scheme with all of it.\n"));
}

/* ---- filter ------------------------------------------------------------------------- */

enum { KEYS_CELLS = 67 }; /* of 79, beside the label */

static void add_columns(enum ch_list_id list, const char *label, struct ch_buffer *out)
{
	size_t count, start;
	const char *sort;
	const struct ch_column *columns = ch_list_columns(NULL, list, NULL, &count, &sort);

	ch_buffer_printf(out, "%-11s", label);
	start = out->length;
	for (size_t i = 0; i < count; i++) {
		if (out->length - start + strlen(columns[i].key) > KEYS_CELLS) {
			ch_buffer_printf(out, "\n%-11s", "");
			start = out->length;
		}
		ch_buffer_printf(out, " %s", columns[i].key);
	}
	ch_buffer_add_char(out, '\n');
}

static void add_filter(struct ch_buffer *out)
{
	static const struct {
		enum ch_list_id list;
		const char *label;
	} lists[] = {
		{CH_LIST_PEOPLE, N_("person")},	      {CH_LIST_PROGRAMMES, N_("programme")},
		{CH_LIST_ENROLMENTS, N_("enrolment")}, {CH_LIST_PROPOSALS, N_("proposal")},
		{CH_LIST_PAIRINGS, N_("pairing")},     {CH_LIST_SESSIONS, N_("session")},
		{CH_LIST_ACTIONS, N_("action")},       {CH_LIST_GOALS, N_("goal")},
		{CH_LIST_CHECKINS, N_("checkin")},     {CH_LIST_OVERRIDES, N_("override")},
		{CH_LIST_FEEDBACK, N_("feedback")},    {CH_LIST_REFERRALS, N_("referral")},
		{CH_LIST_RELEASES, N_("share")},     {CH_LIST_INTRODUCTIONS, N_("introduction")},
		{CH_LIST_ASSESSMENTS, N_("assessment")}, {CH_LIST_MANAGER_FEEDBACK, N_("manager")},
		{CH_LIST_IMPORTS, N_("import")},       {CH_LIST_AUDIT, N_("audit")},
		{CH_LIST_STEPS, N_("history")},	       {CH_LIST_HANDLINGS, N_("finding")},
	};

	ch_buffer_add(out, _("What may follow a list command. Each part must fit.\n\n"
			     "  okafor               a word of a name\n"
			     "  state:active         a field, and its value\n"
			     "  state:active,paused  either of two values\n"
			     "  last>14d             more than 14 days ago; due<7d: within 7 days to come\n"
			     "  minutes<30           less than\n"
			     "  location:\"Penny Hill\"  a value with blanks\n"
			     "  -state:closed        not\n"
			     "  email:-              not known\n\n"
			     "In a shell quote what has < or > in it: chiron pairing list 'last>14d'.\n\nFields\n\n"));
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		add_columns(lists[i].list, _(lists[i].label), out);
	ch_buffer_add(out, _("\nFields of the scheme's own (`chiron field list`) are looked for by the name\n"
			     "given there.\n"));
}

static void add_rules(struct ch_buffer *out)
{
	size_t count;
	const struct ch_rule *rules = ch_rule_all(&count);

	ch_buffer_add(out, _("What is refused, unless a reason overrides it (--override 'R13: why'). A programme may\n"
			     "lower each of them to a warning: `chiron programme setting PROGRAMME lowered_rules\n"
			     "'R8; R14'`, Ctrl-N in its settings on the screen.\n\n"));
	for (size_t i = 0; i < count; i++)
		if (ch_rule_can_be_lowered(&rules[i]))
			ch_buffer_printf(out, "  %-4s %s\n", rules[i].code, _(rules[i].text));
}

const struct cli_topic cli_topics[] = {
	{
		.name = "dates",
		.summary = N_("how dates, lengths and intervals are written"),
		.text = N_("Dates: 2026-11-23, today, yesterday, tomorrow, mon, next tue, last fri, -3d,\n"
			   "+2w, in 6 weeks, 3 days ago, 2 nov, 2 november 2026, 2/11/2026 (the day first),\n"
			   "2.11.2026. A day of the week or a day without a year is the nearest past one;\n"
			   "where a date lies ahead, as a due date, the next.\n\n"
			   "Periods, of reports: october, 2026-10, last month, q3, last quarter, this year.\n\n"
			   "Lengths: 45, 45m, 1h, 1h15, 1:15, 1.5h, 17:30-18:45.\n\n"
			   "Intervals: 2 weeks, monthly, fortnightly, every 10 days, 1 month, bi-monthly\n"
			   "(every two months). A month after 31 January is the last day of February.\n\n"
			   "--today DATE, else $CHIRON_TODAY, says what today is, for a what-if; a\n"
			   "demonstration has its own.\n"),
	},
	{.name = "exports", .summary = N_("what lists carry from one scheme to another, and what stays"),
	 .add = add_exports},
	{.name = "filter", .summary = N_("how lists are narrowed"), .add = add_filter},
	{
		.name = "input",
		.summary = N_("what is read from standard input"),
		.text = N_("What the two of a pair write is never an option: it would stay in the shell's\n"
			   "history. It is asked on a terminal; else it is read from standard input.\n\n"
			   "`log`, `session finish`: what was learned, up to an empty line or to the first\n"
			   "line that ends in \"@ DATE\"; from there on an action a line. An action is\n"
			   "\"OWNER: WORDING @ DATE\". OWNER is the name or first name of one of the two, a\n"
			   "role, as mentor, or me; without one it is the mentee's or coachee's. The date\n"
			   "may be left out, or end the wording: tomorrow, next fri, by 4 dec. The word none\n"
			   "instead of the first action says that none was agreed.\n\n"
			   "  Names her own next step\n\n"
			   "  draft CV @ next fri\n"
			   "  Alison: send the example @ 4 dec\n\n"
			   "`action add`, `goal add`, `session arrange`: the wording, up to an empty line.\n\n"
			   "In a loop that reads standard input itself give these commands </dev/null.\n"),
	},
	{.name = "kinds", .summary = N_("coaching and mentoring side by side: what differs"), .add = cli_topic_kinds},
	{
		.name = "output",
		.summary = N_("the formats, for people and programs"),
		.text = N_("--format table   columns, fitted to the terminal, never cut in a pipe\n"
			   "--format lines   label: value, a blank line between records; also with --plain\n"
			   "--format csv     field keys, then the records; guarded against formulas\n"
			   "--format json    an array of objects, or one object; what is not known is null\n\n"
			   "What was asked for goes to standard output, errors to standard error: a\n"
			   "sentence, and with json an object {\"error\": ...} with status, rule, field,\n"
			   "message and fix. A command that does the same to several records tries each,\n"
			   "and prints one element for each that was done.\n"),
	},
	{.name = "roles", .summary = N_("who may do what"), .add = add_roles},
	{.name = "rules", .summary = N_("what is refused, and may be lowered to a warning"), .add = add_rules},
	{
		.name = "status",
		.summary = N_("what the exit status says"),
		.text = N_("Exit status\n\n"
			   "   0  done\n"
			   "   1  check, verify: something was found\n"
			   "  64  the words of the command are wrong\n"
			   "  65  the data is bad, or a rule refuses it\n"
			   "  66  no such file or record\n"
			   "  69  something that is needed is missing\n"
			   "  70  a fault in chiron\n"
			   "  73  a file cannot be made\n"
			   "  74  reading or writing failed\n"
			   "  75  in use, or changed meanwhile: try again\n"
			   "  77  not permitted\n"
			   " 130  stopped by whoever ran it\n\n"
			   "A command that fails changes nothing, unless it says what it did.\n"),
	},
	{0},
};
