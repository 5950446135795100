/* What needs attention: `chiron today` and `chiron check`. */
#include <inttypes.h>
#include <string.h>

#include "chiron/text.h"
#include "cli/output.h"

enum {
	COLUMNS = 14,
	TODAY_ROWS = 14, /* of a screen of 24: besides head, end, and what other kinds there are */
	TODAY_WIDTH = 80,
	TODAY_OTHERS = 150 /* bytes of other kinds' titles, after which they are only counted */
};

static const struct ch_column columns[COLUMNS] = {
	{.key = "severity", .label = N_("How grave"), .type = CH_TYPE_CHOICE, .choices = cli_severities},
	{.key = "rule", .label = N_("Rule"), .type = CH_TYPE_TEXT},
	{.key = "check", .label = N_("Check"), .type = CH_TYPE_TEXT, .extra = true},
	{.key = "who", .label = N_("Who"), .type = CH_TYPE_TEXT},
	{.key = "says", .label = N_("What"), .type = CH_TYPE_TEXT},
	{.key = "fix", .label = N_("What to do"), .type = CH_TYPE_TEXT, .extra = true},
	{.key = "command", .label = N_("Command"), .type = CH_TYPE_TEXT},
	{.key = "overridden", .label = N_("Accepted because"), .type = CH_TYPE_TEXT},
	{.key = "put_off", .label = N_("Put off"), .type = CH_TYPE_TEXT, .extra = true},
	{.key = "until", .label = N_("Until"), .type = CH_TYPE_DATE, .extra = true},
	{.key = "assigned_to", .label = N_("Assigned to"), .type = CH_TYPE_TEXT, .extra = true},
	{.key = "subject_id", .label = N_("No."), .type = CH_TYPE_ID, .extra = true},
	{.key = "pairing_id", .label = N_("Pairing"), .type = CH_TYPE_ID, .extra = true},
	{.key = "programme_id", .label = N_("Programme"), .type = CH_TYPE_ID, .extra = true},
};

static const char *id_text(struct cli *cli, int64_t id)
{
	return id ? ch_arena_printf(&cli->arena, "%" PRId64, id) : NULL;
}

static const char *date_text(struct cli *cli, ch_date date)
{
	char iso[CH_DATE_SIZE];

	return date != CH_NO_DATE ? ch_arena_copy(&cli->arena, ch_date_iso(date, iso)) : NULL;
}

static const char *put_off_code(const struct ch_finding *finding)
{
	static const char *const codes[] = {
		[CH_NOT_PUT_OFF] = NULL, [CH_SNOOZED] = "snoozed", [CH_ACKNOWLEDGED] = "acknowledged"};

	return codes[finding->put_off];
}

static const char *text_or_null(const char *text)
{
	return text && text[0] ? text : NULL;
}

static struct ch_grid make_grid(struct cli *cli, const struct ch_findings *findings)
{
	struct ch_row *rows = ch_arena_array(&cli->arena, findings->count, sizeof(*rows));

	for (size_t i = 0; i < findings->count; i++) {
		const struct ch_finding *finding = &findings->items[i];
		const char **cells = ch_arena_array(&cli->arena, COLUMNS, sizeof(*cells));
		const char *const values[COLUMNS] = {
			cli_severities[finding->severity].code,
			finding->check->rule,
			finding->check->name,
			finding->who,
			finding->says,
			finding->check->fix,
			finding->command,
			finding->overridden != NULL ? finding->overridden : finding->reason,
			put_off_code(finding),
			date_text(cli, finding->until),
			finding->assigned_to,
			id_text(cli, finding->subject_id),
			id_text(cli, finding->pairing_id),
			id_text(cli, finding->programme_id),
		};

		for (size_t at = 0; at < COLUMNS; at++)
			cells[at] = text_or_null(values[at]);
		rows[i] = (struct ch_row){.id = finding->subject_id, .cells = cells};
	}
	return (struct ch_grid){
		.columns = columns, .column_count = COLUMNS, .rows = rows, .row_count = findings->count};
}

/* "    snoozed until Fri 4 Dec", "    Lucy sees to it": lines of their own. */
static void add_put_off(struct cli *cli, const struct ch_finding *finding, struct ch_buffer *out)
{
	char shown[CH_DATE_WORDS_SIZE];

	if (finding->put_off != CH_NOT_PUT_OFF) {
		ch_date_words(finding->until, cli_today(cli), shown);
		ch_buffer_printf(out, finding->put_off == CH_SNOOZED ? _("    snoozed until %s")
								     : _("    acknowledged until %s"),
				 shown);
		if (finding->reason) {
			ch_buffer_add(out, ": ");
			ch_text_add_safe(out, finding->reason);
		}
		ch_buffer_add_char(out, '\n');
	}
	if (finding->assigned_to) {
		ch_buffer_add(out, "    ");
		ch_text_add_safe(out, finding->assigned_to);
		ch_buffer_add(out, _(" sees to it\n"));
	}
}

/*
 * Who and what; a sign says how grave it is. With `named`, also by which words it is snoozed. On a terminal it goes on
 * below where it is wide.
 */
static void add_what(const struct cli *cli, const struct ch_finding *finding, bool named, struct ch_buffer *out)
{
	static const char signs[] = {[CH_SEVERITY_ABSOLUTE] = '!', [CH_SEVERITY_REFUSE] = '!',
				     [CH_SEVERITY_WARN] = '~', [CH_SEVERITY_INFORM] = '.'};
	const char *who = text_or_null(finding->who);
	struct ch_buffer line = CH_BUFFER_EMPTY;

	if (who && strncmp(finding->says, who, strlen(who)) == 0)
		who = NULL;
	ch_buffer_printf(out, "%c ", finding->overridden ? '.' : signs[finding->severity]);
	if (who) {
		ch_text_add_safe(&line, who);
		ch_buffer_add(&line, ": ");
	}
	ch_text_add_safe(&line, finding->says);
	if (finding->check->rule[0])
		ch_buffer_printf(&line, " (%s)", finding->check->rule);
	if (named)
		ch_buffer_printf(&line, " [%s %" PRId64 "]", finding->check->name, finding->subject_id);
	ch_text_add_hanging(out, line.text, cli->width, 2);
	ch_buffer_release(&line);
}

/* The command that deals with it; where that is the coordinator's, what else one can do. */
static void add_command(const struct ch_finding *finding, struct ch_buffer *out)
{
	ch_buffer_add(out, "    ");
	if (text_or_null(finding->command))
		ch_text_add_safe(out, finding->command);
	else
		ch_buffer_add(out, _("the coordinator sees to it: tell them what you know"));
}

/* Two lines each: who and what, then the command that deals with it. */
static void show_for_people(struct cli *cli, const struct ch_findings *findings, bool named)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < findings->count; i++) {
		const struct ch_finding *finding = &findings->items[i];

		add_what(cli, finding, named, &out);
		add_put_off(cli, finding, &out);
		if (finding->overridden) {
			ch_buffer_add(&out, _("    accepted: "));
			ch_text_add_safe(&out, finding->overridden);
			ch_buffer_add_char(&out, '\n');
		} else {
			add_command(finding, &out);
			ch_buffer_add_char(&out, '\n');
		}
	}
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

/* How many of the check's findings stand from `at` on; 0 where one stands before it. */
static size_t kind_begins(const struct ch_findings *findings, size_t at)
{
	size_t count = 0;

	for (size_t i = 0; i < findings->count; i++) {
		if (findings->items[i].check != findings->items[at].check)
			continue;
		if (i < at)
			return 0;
		count++;
	}
	return count;
}

/* In how many rows of a terminal the lines stand. */
static size_t rows_of(const struct ch_buffer *lines, struct ch_arena *arena)
{
	size_t rows = 0;

	for (const char *at = lines->text; *at != '\0'; at += strcspn(at, "\n") + 1) {
		int width = ch_text_width(ch_arena_copy_bytes(arena, at, strcspn(at, "\n")));

		rows += width > 0 ? ((size_t)width + TODAY_WIDTH - 1) / TODAY_WIDTH : 1;
	}
	return rows;
}

/* The worst of a kind, the command that deals with it, and how many more there are. */
static void add_kind(const struct cli *cli, const struct ch_finding *worst, size_t alike, struct ch_buffer *out)
{
	add_what(cli, worst, false, out);
	add_command(worst, out);
	if (alike > 1)
		ch_buffer_printf(out, _("   and %zu more: chiron check --rule %s"), alike - 1, worst->check->name);
	ch_buffer_add_char(out, '\n');
}

/* One screen: as many kinds as it holds, the worst first; the others by their titles. */
static void show_worst(struct cli *cli, const struct ch_findings *findings)
{
	struct ch_buffer out = CH_BUFFER_EMPTY, kind = CH_BUFFER_EMPTY, others = CH_BUFFER_EMPTY;
	size_t rows = 0, left = 0;

	for (size_t i = 0; i < findings->count; i++) {
		size_t alike = kind_begins(findings, i);

		if (alike == 0)
			continue;
		ch_buffer_clear(&kind);
		add_kind(cli, &findings->items[i], alike, &kind);
		rows += rows_of(&kind, &cli->arena);
		if (rows <= TODAY_ROWS)
			ch_buffer_add(&out, kind.text);
		else if (others.length > TODAY_OTHERS)
			left++;
		else
			ch_buffer_printf(&others, "%s%s (%zu)", others.length > 0 ? ", " : _(". Also: "),
					 _(findings->items[i].check->title), alike);
	}
	if (left > 0)
		ch_buffer_printf(&others, _(", and %zu other kinds"), left);
	if (others.length > 0)
		ch_text_add_hanging(&out, others.text, cli->width, 0);
	cli_print(cli, &out);
	ch_buffer_release(&others);
	ch_buffer_release(&kind);
	ch_buffer_release(&out);
}

static void show(struct cli *cli, const struct ch_findings *findings, bool named, const char *none)
{
	struct ch_grid grid = make_grid(cli, findings);

	if (cli->format == CLI_TABLE && findings->count)
		show_for_people(cli, findings, named);
	else
		cli_show_grid(cli, &grid, none);
}

/* "118 pairings", of one kind of record. */
static enum ch_status add_count(struct cli *cli, enum ch_entity_id entity, struct ch_buffer *out, struct ch_error *err)
{
	int64_t count;

	if (ch_scheme_count(&cli->context, entity, &count, err) != CH_OK)
		return err->status;
	ch_buffer_printf(out, "%s%" PRId64 " %s", out->length ? ", " : "", count,
			 count == 1 ? ch_entity_of(entity)->name : ch_entity_of(entity)->plural);
	return CH_OK;
}

/* Who acts decides what may be counted: a guide at their own desk sees no totals. */
static void say_head(struct cli *cli)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_buffer counts = CH_BUFFER_EMPTY;
	char date[CH_DATE_WORDS_SIZE];

	if (cli->context.actor.person_id == 0 && add_count(cli, CH_PERSON, &counts, &ignored) == CH_OK &&
	    add_count(cli, CH_PAIRING, &counts, &ignored) == CH_OK &&
	    add_count(cli, CH_SESSION, &counts, &ignored) == CH_OK)
		cli_say(cli, "%s, %s: %s.\n", cli->settings.name,
			ch_date_words(cli_today(cli), CH_NO_DATE, date), counts.text);
	else
		cli_say(cli, "%s, %s.\n", cli->settings.name, ch_date_words(cli_today(cli), CH_NO_DATE, date));
	ch_buffer_release(&counts);
}

/* "3 snoozed, 2 acknowledged (--all shows them)." */
static void say_put_off(struct cli *cli, const struct ch_findings *findings, const char *where)
{
	if (findings->snoozed && findings->acknowledged)
		cli_say(cli, _("%zu snoozed, %zu acknowledged (%s)."), findings->snoozed, findings->acknowledged,
			where);
	else if (findings->snoozed)
		cli_say(cli, _("%zu snoozed (%s)."), findings->snoozed, where);
	else if (findings->acknowledged)
		cli_say(cli, _("%zu acknowledged (%s)."), findings->acknowledged, where);
}

enum ch_status cli_today_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_findings findings;

	if (ch_attention(&cli->context, &cli->arena, &findings, err) != CH_OK)
		return err->status;
	say_head(cli);
	bool folded = cli->format == CLI_TABLE && 2 * findings.count > TODAY_ROWS && !cli_args_has(args, "all");
	if (folded)
		show_worst(cli, &findings);
	else
		show(cli, &findings, false, _("Nothing needs attention."));
	if (findings.count)
		cli_say(cli, folded ? _("\n%zu to look at: `chiron today --all`, or `chiron check` for all findings.")
				    : _("\n%zu to look at; `chiron check` shows all findings."),
			findings.count);
	say_put_off(cli, &findings, _("`chiron finding list` shows them"));
	return CH_OK;
}

enum ch_status cli_check(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_check_query query = {.rule = cli_args_value(args, "rule"),
				       .severity = (enum ch_severity)cli_args_choice(args, "severity"),
				       .all = cli_args_has(args, "all")};
	struct ch_findings findings;
	size_t accepted = 0, open = 0;

	if (cli_which_option(cli, args, "programme", CH_PROGRAMME, &query.programme_id, err) != CH_OK)
		return err->status;
	if (ch_check_run(&cli->context, &query, &cli->arena, &findings, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < findings.count; i++) {
		accepted += findings.items[i].overridden != NULL;
		open += findings.items[i].overridden == NULL && findings.items[i].put_off == CH_NOT_PUT_OFF;
	}
	show(cli, &findings, query.all, _("Nothing was found."));
	if (accepted)
		cli_say(cli, _("\n%zu found, %zu of them accepted."), findings.count, accepted);
	else if (findings.count)
		cli_say(cli, _("\n%zu found."), findings.count);
	if (!query.all)
		say_put_off(cli, &findings, _("--all shows them"));
	return open > 0 ? CH_FOUND : CH_OK;
}
