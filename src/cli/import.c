/* `chiron import ...`: what was decided, what came in, and what did not and why. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/json.h"
#include "cli/import.h"
#include "cli/output.h"

enum { EXAMPLES = 5 };

/* ---- For programs ----------------------------------------------------------------------- */

static void text_member(struct ch_json_writer *json, const char *key, const char *value)
{
	ch_json_key(json, key);
	ch_json_string(json, value);
}

static void count_member(struct ch_json_writer *json, const char *key, int64_t value)
{
	ch_json_key(json, key);
	ch_json_int(json, value);
}

static void add_decisions(struct ch_json_writer *json, const struct ch_import_result *result)
{
	ch_json_key(json, "decisions");
	ch_json_object_begin(json);
	text_member(json, "format", result->format);
	text_member(json, "sheet", result->sheet);
	text_member(json, "encoding", result->encoding);
	text_member(json, "delimiter", result->delimiter);
	count_member(json, "header_row", result->header_row);
	text_member(json, "date_order", result->date_order);
	ch_json_key(json, "mapping");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->mapping_count; i++) {
		ch_json_object_begin(json);
		text_member(json, "heading", result->mapping[i].heading);
		text_member(json, "field", result->mapping[i].field);
		text_member(json, "certainty", result->mapping[i].certainty);
		ch_json_key(json, "samples");
		ch_json_array_begin(json);
		for (size_t s = 0; s < 3 && result->mapping[i].samples[s] != NULL; s++)
			ch_json_string(json, result->mapping[i].samples[s]);
		ch_json_array_end(json);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
	ch_json_object_end(json);
}

static void add_issues(struct ch_json_writer *json, const struct ch_import_result *result)
{
	ch_json_key(json, "issues");
	ch_json_array_begin(json);
	for (size_t i = 0; i < result->issue_count; i++) {
		const struct ch_import_issue *issue = &result->issues[i];

		ch_json_object_begin(json);
		count_member(json, "row", issue->row);
		count_member(json, "line", issue->line);
		text_member(json, "column", issue->column);
		text_member(json, "field", issue->field);
		text_member(json, "value", issue->value);
		if (issue->who != NULL)
			text_member(json, "who", issue->who);
		text_member(json, "reason", issue->reason);
		ch_json_key(json, "rejected");
		ch_json_bool(json, issue->rejected);
		text_member(json, "message", issue->message);
		text_member(json, "fix", issue->fix);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

/* What differs in people who were here before, of the first of them. */
static void add_replaced(struct ch_json_writer *json, const struct ch_import_result *result)
{
	const struct ch_grid *replaced = &result->replaced;

	ch_json_key(json, "replaced");
	ch_json_array_begin(json);
	for (size_t i = 0; i < replaced->row_count; i++) {
		ch_json_object_begin(json);
		for (size_t j = 0; j < replaced->column_count; j++)
			text_member(json, replaced->columns[j].key, replaced->rows[i].cells[j]);
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

static void show_json(struct cli *cli, const struct ch_import_result *result)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	ch_json_object_begin(&json);
	ch_json_key(&json, "batch");
	if (result->batch)
		ch_json_int(&json, result->batch);
	else
		ch_json_null(&json);
	text_member(&json, "outcome", result->refused ? "refuse" : "import");
	count_member(&json, "read", result->read);
	count_member(&json, "new", result->created);
	count_member(&json, "changed", result->changed);
	count_member(&json, "same", result->same);
	count_member(&json, "rejected", result->rejected);
	count_member(&json, "skipped", result->skipped);
	add_decisions(&json, result);
	add_issues(&json, result);
	ch_json_key(&json, "notices");
	ch_json_array_begin(&json);
	for (size_t i = 0; i < result->notice_count; i++)
		ch_json_string(&json, result->notices[i]);
	ch_json_array_end(&json);
	add_replaced(&json, result);
	text_member(&json, "corrections", result->corrections);
	text_member(&json, "hash", result->hash);
	ch_json_object_end(&json);
	ch_buffer_add_char(&out, '\n');
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

/* ---- For people ------------------------------------------------------------------------- */

static void say_group(struct cli *cli, const struct ch_import_result *result, const struct ch_import_group *group)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_import_group_sentence(&out, result->where, group);
	cli_say(cli, "%s", out.text);
	ch_buffer_release(&out);
}

/* The groups of one cause, from the first: a few of them in full. Returns how many they are. */
static size_t say_cause(struct cli *cli, const struct ch_import_result *result, const struct ch_import_group *groups,
			size_t count)
{
	size_t alike = 0, more = 0;

	for (; alike < count && groups[alike].cause == groups[0].cause; alike++) {
		if (alike < EXAMPLES)
			say_group(cli, result, &groups[alike]);
		else
			more += groups[alike].count;
	}
	if (more > 0 && result->corrections && groups[0].first->rejected)
		cli_say(cli, _("  and %zu more, all in %s"), more, result->corrections);
	else if (more > 0)
		cli_say(cli, _("  and %zu more; --format json lists them all"), more);
	return alike;
}

/* What became of the rows that an issue is of: they are told in this order. */
enum outcome { STAYED_OUT, HELD_BACK, CAME_IN };

static enum outcome outcome_of(const struct ch_import_issue *issue)
{
	return issue->rejected ? STAYED_OUT : issue->held_back ? HELD_BACK : CAME_IN;
}

static const char *heading_of(enum outcome outcome, bool dry_run)
{
	switch (outcome) {
	case STAYED_OUT:
		return dry_run ? _("\nThese would not come in:") : _("\nNot brought in:");
	case HELD_BACK:
		return dry_run ? _("\nThese would be skipped, since an earlier row says otherwise:")
			       : _("\nSkipped, since an earlier row says otherwise:");
	default:
		return dry_run ? _("\nTo look at; these rows would come in:")
			       : _("\nTo look at; these rows came in:");
	}
}

/* Of all groups those with that outcome. */
static void say_groups(struct cli *cli, const struct ch_import_result *result, const struct ch_import_group *groups,
		       size_t count, enum outcome outcome, bool dry_run)
{
	bool any = false, refused = false;

	for (size_t i = 0; i < count;) {
		if (outcome_of(groups[i].first) != outcome) {
			i++;
			continue;
		}
		if (!any)
			cli_say(cli, "%s", heading_of(outcome, dry_run || result->refused));
		any = true;
		refused = refused || strcmp(groups[i].first->reason, "consent_refused") == 0;
		i += say_cause(cli, result, &groups[i], count - i);
	}
	if (refused)
		cli_say(cli, "%s", dry_run ? _("  --leave-out refused leaves out whoever said no")
					   : _("  `import undo` takes them back; then --leave-out refused leaves them "
					       "out"));
}

static void say_issues(struct cli *cli, const struct ch_import_result *result, bool dry_run)
{
	struct ch_import_group *groups;
	size_t count = ch_import_groups(result, &cli->arena, &groups);

	say_groups(cli, result, groups, count, CAME_IN, dry_run);
	say_groups(cli, result, groups, count, HELD_BACK, dry_run);
	say_groups(cli, result, groups, count, STAYED_OUT, dry_run);
}

static void say_replaced(struct cli *cli, const struct ch_import_result *result, bool dry_run)
{
	enum { SHOWN = 12 };
	struct ch_buffer out = CH_BUFFER_EMPTY;

	if (result->replaced.row_count > 0)
		cli_say(cli, "\n%s",
			dry_run ? _("Who is here already would have:") : _("Who was here already now has:"));
	for (size_t i = 0; i < result->replaced.row_count && i < SHOWN; i++) {
		ch_buffer_clear(&out);
		ch_import_replaced_sentence(&out, &result->replaced.rows[i]);
		cli_say(cli, "  %s", out.text);
	}
	if (result->replaced.row_count > SHOWN)
		cli_say(cli, dry_run ? _("  ... and more; --format json has more of them")
				     : _("  ... and more; `chiron history` has the import with all of them"));
	ch_buffer_release(&out);
}

static void show_for_people(struct cli *cli, const char *file, const struct ch_import_result *result, bool dry_run)
{
	for (size_t i = 0; i < result->notice_count; i++)
		cli_say(cli, "%s.", result->notices[i]);
	say_issues(cli, result, dry_run);
	say_replaced(cli, result, dry_run);
	if (result->refused) {
		cli_say(cli, _("\n%s was not imported."), file);
		return;
	}
	cli_say(cli,
		_("\n%" PRId64 " %s read: %" PRId64 " new, %" PRId64 " changed, %" PRId64 " same, %" PRId64
		  " rejected, %" PRId64 " skipped."),
		result->read, _n("row", "rows", result->read), result->created, result->changed, result->same,
		result->rejected, result->skipped);
	if (result->corrections)
		cli_say(cli, _("The rows that did not come in are in %s: correct them there, and import that file."),
			result->corrections);
	if (dry_run)
		cli_say(cli, _("Nothing was written: this was a dry run."));
	else if (result->batch && result->created + result->changed + result->enrolled == 0)
		cli_say(cli, _("No row changed anything, so there is nothing to take back."));
	else if (result->batch)
		cli_say(cli, _("This is import %" PRId64 "; `chiron import undo %" PRId64 "` takes it back."),
			result->batch, result->batch);
	else if (result->read > 0 && result->created + result->changed + result->same == 0)
		cli_say(cli, _("Nothing was changed: no row came in."));
}

/* ---- The commands ------------------------------------------------------------------------- */

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Both kinds of --mend, in one list. */
static enum ch_status read_mends(struct cli *cli, const struct cli_args *args, struct ch_import_options *options,
				 struct ch_error *err)
{
	size_t one = 0, all = 0;
	const char *const *rows = cli_args_values(args, "mend", &cli->arena, &one);
	const char *const *everywhere = cli_args_values(args, "mend-all", &cli->arena, &all);
	struct ch_import_mend *mends = ch_arena_array(&cli->arena, one + all, sizeof(*mends));

	for (size_t i = 0; i < one + all; i++)
		if (ch_import_mend_read(i < one ? rows[i] : everywhere[i - one], i >= one, &cli->arena, &mends[i],
					err) != CH_OK)
			return err->status;
	options->mends = mends;
	options->mend_count = one + all;
	options->mended = cli_args_has(args, "mend-alike") ? CH_MENDED_ALIKE : CH_MENDED_OF_FILE;
	options->take_suggestions = cli_args_has(args, "take-suggestions");
	return CH_OK;
}

/* The rows that the option names. */
static enum ch_status read_rows(struct cli *cli, const char *key, const char *const *words, size_t count,
				const int64_t **rows, struct ch_error *err)
{
	int64_t *list = ch_arena_array(&cli->arena, count, sizeof(*list));
	char *rest = NULL;

	for (size_t i = 0; i < count; i++) {
		list[i] = strtoll(words[i], &rest, 10);
		if (rest == words[i] || *rest != '\0' || list[i] < 1) {
			ch_fail(err, CH_USAGE, _("\"%s\" is no number of a row"), words[i]);
			return ch_error_fix(err, _("--%s takes it as the spreadsheet counts: --%s 12"), key, key);
		}
	}
	*rows = list;
	return CH_OK;
}

static enum ch_status read_left_out(struct cli *cli, const struct cli_args *args, struct ch_import_options *options,
				    struct ch_error *err)
{
	size_t count = 0, rows = 0;
	const char *const *given = cli_args_values(args, "leave-out", &cli->arena, &count);
	const char **words = ch_arena_array(&cli->arena, count, sizeof(*words));

	for (size_t i = 0; i < count; i++) {
		if (strcmp(given[i], "refused") == 0)
			options->leave_out_refused = true;
		else
			words[rows++] = given[i];
	}
	options->left_out_count = rows;
	return read_rows(cli, "leave-out", words, rows, &options->left_out, err);
}

void cli_import_columns_options(struct cli *cli, const struct cli_args *args, struct ch_import_options *options)
{
	options->path = args->words[0];
	options->sheet = cli_args_value(args, "sheet");
	options->encoding = cli_args_value(args, "encoding");
	options->delimiter = cli_args_value(args, "delimiter");
	options->date_order = cli_args_value(args, "date-order");
	options->afresh = cli_args_has(args, "afresh");
	options->new_fields = cli_args_has(args, "new-fields");
	options->maps = cli_args_values(args, "map", &cli->arena, &options->map_count);
	options->header_row = cli_args_number(args, "header-row", options->header_row);
}

static enum ch_status read_options(struct cli *cli, const struct cli_args *args, enum ch_import_kind kind,
				   struct ch_import_options *options, struct ch_error *err)
{
	*options = (struct ch_import_options){
		.kind = kind,
		.seen_hash = cli_args_value(args, "seen"),
		.corrections = cli_args_value(args, "corrections"),
		.dry_run = cli_args_has(args, "dry-run"),
		.all_or_nothing = cli_args_has(args, "all-or-nothing"),
	};
	if (read_mends(cli, args, options, err) != CH_OK || read_left_out(cli, args, options, err) != CH_OK)
		return err->status;
	if (kind != CH_IMPORT_CREDENTIALS &&
	    cli_which_option(cli, args, "programme", CH_PROGRAMME, &options->programme_id, err) != CH_OK)
		return err->status;
	if (kind == CH_IMPORT_PEOPLE) {
		options->keep_last = cli_args_has(args, "keep-last");
		options->clear_empty = cli_args_has(args, "clear-empty");
	}
	if (kind == CH_IMPORT_PEOPLE || kind == CH_IMPORT_ENROLMENTS)
		options->role = cli_args_choice(args, "role");
	if (kind == CH_IMPORT_SESSIONS)
		options->records_kept = cli_args_has(args, "records-kept");
	if (kind == CH_IMPORT_PAIRINGS)
		options->new_people = cli_args_has(args, "new-people");
	cli_import_columns_options(cli, args, options);
	return CH_OK;
}

static enum ch_status import(struct cli *cli, const struct cli_args *args, enum ch_import_kind kind,
			     struct ch_error *err)
{
	struct ch_import_options options;
	struct ch_import_result result = {0};
	enum ch_status status;

	if (read_options(cli, args, kind, &options, err) != CH_OK)
		return err->status;
	status = ch_import(&cli->context, &options, &cli->arena, &result, err);
	if (status != CH_OK && status != CH_DATA)
		return status;
	if (cli->format == CLI_JSON)
		show_json(cli, &result);
	else if (status == CH_OK || !result.refused || result.issue_count)
		show_for_people(cli, base_name(options.path), &result, options.dry_run);
	return status;
}

enum ch_status cli_import_people(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_PEOPLE, err);
}

enum ch_status cli_import_pairings(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_PAIRINGS, err);
}

enum ch_status cli_import_sessions(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_SESSIONS, err);
}

enum ch_status cli_import_enrolments(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_ENROLMENTS, err);
}

enum ch_status cli_import_credentials(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_CREDENTIALS, err);
}

enum ch_status cli_import_actions(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_ACTIONS, err);
}

enum ch_status cli_import_feedback(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return import(cli, args, CH_IMPORT_FEEDBACK, err);
}
