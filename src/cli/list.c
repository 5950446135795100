/* `person list` and its like: one function, which list being said by the command table. */
#include <string.h>

#include "chiron/text.h"
#include "cli/output.h"

struct empty_list {
	const char *none;  /* there are no records at all */
	const char *match; /* the filter lets none through */
};

static const struct empty_list empty_lists[CH_LIST_COUNT] = {
	[CH_LIST_PEOPLE] = {N_("There is nobody yet: `chiron import people FILE` or `chiron person add NAME`."),
			    N_("Nobody fits that.")},
	[CH_LIST_PROGRAMMES] = {N_("There is no programme yet: `chiron programme add NAME --kind mentoring`."),
				N_("No programme fits that.")},
	[CH_LIST_ENROLMENTS] = {N_("Nobody is enrolled: `chiron enrol PERSON --programme PROGRAMME`."),
				N_("No enrolment fits that.")},
	[CH_LIST_PROPOSALS] = {N_("Nothing is proposed: `chiron match PROGRAMME`."), N_("No proposal fits that.")},
	[CH_LIST_PAIR_RULES] = {N_("No pair is pinned, forbidden or to be avoided: `chiron pair-rule add`."),
				N_("No pair rule fits that.")},
	[CH_LIST_WISHES] = {N_("No wish is recorded: `chiron wish add PERSON WISHED --programme PROGRAMME`."),
			    N_("No wish fits that.")},
	[CH_LIST_COMMITTEE] = {N_("No programme has a matching committee: `chiron committee add PERSON`."),
			       N_("No member fits that.")},
	[CH_LIST_PAIRINGS] = {N_("There is no pairing yet: `chiron match PROGRAMME` proposes some."),
			      N_("No pairing fits that.")},
	[CH_LIST_SESSIONS] = {N_("No session is recorded: `chiron log PAIRING`."), N_("No session fits that.")},
	[CH_LIST_ACTIONS] = {N_("No action was agreed: `chiron action add PAIRING`."), N_("No action fits that.")},
	[CH_LIST_GOALS] = {N_("No goal was set: `chiron goal add PAIRING`."), N_("No goal fits that.")},
	[CH_LIST_REFERRALS] = {N_("No referral was raised: `chiron referral raise PAIRING`."),
			       N_("No referral fits that.")},
	[CH_LIST_RELEASES] = {N_("Nothing was noted: `chiron share add PAIRING`."), N_("Nothing fits that.")},
	[CH_LIST_INTRODUCTIONS] = {N_("No introduction was made: `chiron introduction add PAIRING`."),
				   N_("No introduction fits that.")},
	[CH_LIST_ASSESSMENTS] = {N_("No assessment was taken: `chiron assessment add PAIRING --tool NAME`."),
				 N_("No assessment fits that.")},
	[CH_LIST_MANAGER_FEEDBACK] = {N_("No manager said anything yet: `chiron manager add PAIRING`."),
				      N_("None of it fits that.")},
	[CH_LIST_FEEDBACK] = {N_("No feedback was asked or recorded: a pairing that is closed asks both for it."),
			      N_("No feedback fits that.")},
	[CH_LIST_CHECKINS] = {N_("No check-in is recorded: `chiron checkin add PAIRING --side learner`."),
			      N_("No check-in fits that.")},
	[CH_LIST_OVERRIDES] = {N_("No rule was overridden."), N_("No override fits that.")},
	[CH_LIST_COHORTS] = {N_("There is no cohort: `chiron cohort add NAME --programme PROGRAMME`."),
			     N_("No cohort fits that.")},
	[CH_LIST_OBJECTIVES] = {N_("There is no objective: `chiron objective add NAME --programme PROGRAMME`."),
				N_("No objective fits that.")},
	[CH_LIST_REQUIREMENTS] = {N_("No check is required: `chiron requirement add NAME --programme PROGRAMME`."),
				  N_("No required check fits that.")},
	[CH_LIST_ELIGIBILITIES] = {N_("Anybody may take part: `chiron eligibility add --programme PROGRAMME`."),
				   N_("No eligibility rule fits that.")},
	[CH_LIST_CREDENTIALS] = {N_("No training or check is recorded: `chiron credential add NAME --person PERSON`."),
				 N_("No training or check fits that.")},
	[CH_LIST_CUSTOM_FIELDS] = {N_("The scheme has no fields of its own: `chiron field add NAME`."),
				   N_("No field fits that.")},
	[CH_LIST_IMPORTS] = {N_("Nothing was imported: `chiron import people FILE`."), N_("No import fits that.")},
	[CH_LIST_AUDIT] = {N_("Nothing was changed yet."), N_("No entry fits that.")},
	[CH_LIST_HANDLINGS] = {N_("No finding is snoozed, assigned or acknowledged."),
			       N_("No such finding fits that.")},
	[CH_LIST_COORDINATORS] = {N_("No coordinator is named; whoever opens the file sees all: "
				     "`chiron coordinator add NAME`."),
				  N_("No coordinator fits that.")},
	[CH_LIST_STEPS] = {N_("Nothing was changed yet."), N_("No change fits that.")},
};

enum { PAGE_ROWS = 1000 };

static enum ch_status read_query(struct cli *cli, const struct cli_args *args, struct ch_list_query *query,
				 struct ch_error *err)
{
	*query = (struct ch_list_query){
		.list = args->command->list,
		.filter = cli_args_joined(args, &cli->arena),
		.sort = cli_args_value(args, "sort"),
		.limit = (size_t)cli_args_number(args, "limit", 0),
	};
	if (cli_which_option(cli, args, "programme", CH_PROGRAMME, &query->programme_id, err) != CH_OK ||
	    cli_which_option(cli, args, "person", CH_PERSON, &query->person_id, err) != CH_OK ||
	    cli_which_option(cli, args, "pairing", CH_PAIRING, &query->pairing_id, err) != CH_OK)
		return err->status;
	return CH_OK;
}

/* Whom it was for is the record that it stands in. */
static bool is_told_of_override(const char *key)
{
	return strcmp(key, "made_on") == 0 || strcmp(key, "rule") == 0 || strcmp(key, "check_name") == 0 ||
	       strcmp(key, "reason") == 0;
}

void cli_overrides_of(struct cli *cli, const struct ch_list_query *narrow, struct ch_grid *grid)
{
	struct ch_list_query query = *narrow;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_column *columns;

	query.list = CH_LIST_OVERRIDES;
	*grid = (struct ch_grid){.row_count = 0};
	/* Nobody is refused, and no refusal logged, who only looks at what is theirs. */
	if (cli->context.actor.person_id != 0 ||
	    ch_list_fetch(&cli->context, &query, &cli->arena, grid, &ignored) != CH_OK)
		return;
	columns = ch_arena_array(&cli->arena, grid->column_count, sizeof(*columns));
	for (size_t i = 0; i < grid->column_count; i++) {
		columns[i] = grid->columns[i];
		columns[i].extra = !is_told_of_override(columns[i].key);
	}
	grid->columns = columns;
}

/* What is said of an empty list; where a word of the filter may mean a choice, the filter that looks there. */
static const char *none_of(struct cli *cli, const struct ch_list_query *query)
{
	const struct empty_list *empty = &empty_lists[query->list];
	bool narrowed = query->filter || query->programme_id || query->person_id || query->pairing_id;
	const char *advice = NULL;

	if (query->filter != NULL)
		advice = ch_list_advice(&cli->context, query->list, query->filter, &cli->arena);
	if (advice != NULL)
		return ch_arena_printf(&cli->arena, _("%s Words are looked up in names; try %s"), _(empty->match),
				       advice);
	return narrowed ? _(empty->match) : _(empty->none);
}

/* What the two wrote of an action or a goal is theirs to read (R58), and so stands in their own lists and no other. */
static void add_wording(struct cli *cli, const struct ch_list_query *query, struct ch_grid *grid)
{
	enum ch_text_kind kind = query->list == CH_LIST_GOALS ? CH_TEXT_GOAL : CH_TEXT_ACTION;
	struct ch_column *columns;
	bool found = false;

	columns = ch_arena_array(&cli->arena, grid->column_count + 1, sizeof(*columns));
	memcpy(columns, grid->columns, grid->column_count * sizeof(*columns));
	columns[grid->column_count] = (struct ch_column){.key = "wording", .label = N_("What"), .type = CH_TYPE_TEXT};
	for (size_t i = 0; i < grid->row_count; i++) {
		struct ch_error ignored = CH_NO_ERROR;
		enum ch_text_state state;
		const char **cells = ch_arena_array(&cli->arena, grid->column_count + 1, sizeof(*cells));

		memcpy(cells, grid->rows[i].cells, grid->column_count * sizeof(*cells));
		ch_pair_text_read(&cli->context, kind, grid->rows[i].id, &cli->arena, &cells[grid->column_count],
				  &state, &ignored);
		grid->rows[i].cells = cells;
		found = found || cells[grid->column_count] != NULL;
	}
	grid->columns = columns;
	grid->column_count += found;
}

/* What the two wrote is a column where any row has it, so these lists, which are short, are put together whole. */
static bool has_wording(const struct cli *cli, const struct ch_list_query *query)
{
	return cli->context.actor.person_id != 0 && (query->list == CH_LIST_ACTIONS || query->list == CH_LIST_GOALS);
}

/* ---- Columns that are asked for ---- */

static const struct ch_column *column_called(const struct ch_grid *grid, const char *name, struct ch_arena *arena)
{
	const char *wanted = ch_text_fold(arena, name);

	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, name) == 0 ||
		    strcmp(ch_text_fold(arena, _(grid->columns[i].label)), wanted) == 0)
			return &grid->columns[i];
	return NULL;
}

enum { KEYS_MOST = 440 /* bytes of them in a refusal, which holds 512 */ };

static enum ch_status refuse_column(const struct ch_grid *grid, const char *name, struct ch_error *err)
{
	struct ch_buffer keys = CH_BUFFER_EMPTY;
	size_t told = 0;

	for (; told < grid->column_count && keys.length + strlen(grid->columns[told].key) < KEYS_MOST; told++)
		ch_buffer_printf(&keys, "%s%s", told > 0 ? ", " : "", grid->columns[told].key);
	if (told < grid->column_count)
		ch_buffer_printf(&keys, _(" ... and %zu more"), grid->column_count - told);
	ch_fail(err, CH_USAGE, _("the list has no column \"%s\""), name);
	ch_error_fix(err, _("these there are: %s"), keys.text);
	ch_buffer_release(&keys);
	return err->status;
}

/* Leaves of the grid the columns named, by key or as headed, in that order; NULL leaves it as it is. */
static enum ch_status choose_columns(struct cli *cli, const char *names, struct ch_grid *grid, struct ch_error *err)
{
	size_t most = names == NULL ? 0 : strlen(names) / 2 + 1, count = 0;
	struct ch_column *columns = ch_arena_array(&cli->arena, most, sizeof(*columns));
	size_t *from = ch_arena_array(&cli->arena, most, sizeof(*from));
	char *more = NULL;

	if (names == NULL)
		return CH_OK;
	for (char *name = strtok_r(ch_arena_copy(&cli->arena, names), ",;", &more); name != NULL;
	     name = strtok_r(NULL, ",;", &more)) {
		const char *tidy = ch_text_tidy(&cli->arena, name);
		const struct ch_column *column = tidy == NULL ? NULL : column_called(grid, tidy, &cli->arena);

		if (column == NULL)
			return refuse_column(grid, tidy == NULL ? "" : tidy, err);
		columns[count] = *column;
		columns[count].extra = false;
		from[count++] = (size_t)(column - grid->columns);
	}
	if (count == 0)
		return refuse_column(grid, names, err);
	for (size_t row = 0; row < grid->row_count; row++) {
		const char **cells = ch_arena_array(&cli->arena, count, sizeof(*cells));

		for (size_t i = 0; i < count; i++)
			cells[i] = grid->rows[row].cells[from[i]];
		grid->rows[row].cells = cells;
	}
	grid->columns = columns;
	grid->column_count = count;
	return CH_OK;
}

/* Lets the query go on behind the last row of the page. */
static void go_on(struct ch_list_query *query, const struct ch_grid *grid, size_t wanted, size_t shown,
		  struct ch_buffer *from)
{
	const struct ch_row *last = &grid->rows[grid->row_count - 1];

	ch_buffer_clear(from);
	ch_buffer_add(from, last->sort_value);
	query->from_id = last->id;
	query->from_value = from->text;
	query->limit = wanted > 0 && wanted - shown < PAGE_ROWS ? wanted - shown : PAGE_ROWS;
}

/* Page by page, so that the first rows are there at once, and memory for no more than one page is needed. */
static enum ch_status show_pages(struct cli *cli, struct ch_list_query *query, const char *columns,
				 struct ch_error *err)
{
	size_t wanted = query->limit;
	struct ch_arena kept = cli->arena;
	struct ch_buffer from = CH_BUFFER_EMPTY;
	struct cli_pages pages = {.out = CH_BUFFER_EMPTY};
	struct ch_grid grid = {.more = true};

	query->limit = wanted > 0 && wanted < PAGE_ROWS ? wanted : PAGE_ROWS;
	cli->arena = CH_ARENA_EMPTY;
	/* Whoever reads may have seen enough (`| head`), or the disk is full, which is said at the end. */
	while (err->status == CH_OK && grid.more && (wanted == 0 || pages.rows < wanted) && !ferror(cli->out)) {
		bool first = query->from_id == 0;

		ch_arena_reset(&cli->arena);
		if (ch_list_fetch(&cli->context, query, &cli->arena, &grid, err) != CH_OK ||
		    choose_columns(cli, columns, &grid, err) != CH_OK)
			break;
		if (first)
			cli_pages_begin(&pages, cli, &grid, none_of(cli, query));
		else
			cli_pages_add(&pages, &grid);
		if (grid.row_count > 0)
			go_on(query, &grid, wanted, pages.rows, &from);
	}
	if (err->status == CH_OK)
		cli_pages_end(&pages, grid.more && !ferror(cli->out));
	else
		ch_buffer_release(&pages.out);
	ch_buffer_release(&from);
	ch_arena_release(&cli->arena);
	cli->arena = kept;
	return err->status;
}

/* What nobody gave in time is given up when the day has come, and not by a day that is supposed for this once. */
static void tell_supposed(struct cli *cli, const struct cli_args *args, const struct ch_list_query *query)
{
	if (query->list == CH_LIST_FEEDBACK && cli_args_has(args, "today") && !cli_is_for_programs(cli))
		cli_note(cli, "%s",
			 _("That day is only supposed (--today): what is due stays due here, though it may be given "
			   "up by then"));
}

enum ch_status cli_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	bool tally = cli_args_has(args, "count-by");
	struct ch_list_query query;
	struct ch_grid grid;

	if (read_query(cli, args, &query, err) != CH_OK)
		return err->status;
	tell_supposed(cli, args, &query);
	if (!tally && !has_wording(cli, &query))
		return show_pages(cli, &query, cli_args_value(args, "columns"), err);
	if (tally)
		ch_list_tally(&cli->context, &query, cli_args_value(args, "count-by"), &cli->arena, &grid, err);
	else if (ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) == CH_OK)
		add_wording(cli, &query, &grid);
	if (err->status == CH_OK && !tally)
		choose_columns(cli, cli_args_value(args, "columns"), &grid, err);
	if (err->status == CH_OK)
		cli_show_grid(cli, &grid, none_of(cli, &query));
	return err->status;
}

enum ch_status cli_find(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_list_query query;
	struct ch_grid grid;

	if (read_query(cli, args, &query, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	if (grid.row_count == 0 && !cli_is_for_programs(cli)) {
		ch_fail(err, CH_MISSING, _("nobody fits \"%s\""), query.filter);
		return ch_error_fix(err, _("`chiron person list` shows everybody"));
	}
	cli_show_grid(cli, &grid, "");
	return grid.row_count ? CH_OK : CH_MISSING;
}
