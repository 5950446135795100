#include "tui/screens/board_told.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/report.h"

/* What the board has now, which need not be what would be proposed now: pairs were declined, made by hand, decided. */
struct board {
	struct ch_grid open, declined; /* proposals of the programme; the declined ones newest first */
	const struct ch_match_result *result;
};

static enum ch_status fetch(const struct desk *desk, int64_t programme_id, const char *filter, const char *sort,
			    struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err)
{
	struct ch_list_query query = {
		.list = CH_LIST_PROPOSALS, .filter = filter, .sort = sort, .programme_id = programme_id};

	return ch_list_fetch(desk->c, &query, arena, grid, err);
}

static enum ch_status read_board(const struct desk *desk, const struct ch_match_result *result, struct ch_arena *arena,
				 struct board *board, struct ch_error *err)
{
	*board = (struct board){.result = result};
	if (fetch(desk, result->programme_id, "state:drafted,approved", "score", arena, &board->open, err) != CH_OK)
		return err->status;
	return fetch(desk, result->programme_id, "state:declined", "-proposal_id", arena, &board->declined, err);
}

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	return NULL;
}

static int64_t number_of(const struct ch_grid *grid, size_t row, const char *key)
{
	const char *cell = cell_of(grid, row, key);

	return cell != NULL ? strtoll(cell, NULL, 10) : 0;
}

/* The first row of the learner; the count of rows where there is none. */
static size_t row_of(const struct ch_grid *grid, int64_t learner_id)
{
	size_t row = 0;

	while (row < grid->row_count && number_of(grid, row, "learner_id") != learner_id)
		row++;
	return row;
}

static bool is_proposed(const struct board *board, int64_t learner_id)
{
	return row_of(&board->open, learner_id) < board->open.row_count;
}

/* ", declined with Ann Lee on Sun 22 Nov": nothing where nothing was declined. */
static void add_declined(const struct board *board, int64_t learner_id, ch_date today, struct ch_buffer *out)
{
	size_t row = row_of(&board->declined, learner_id);
	const char *on;
	char day[16];

	if (row == board->declined.row_count)
		return;
	on = cell_of(&board->declined, row, "decided_on");
	ch_buffer_printf(out, _("the proposal with %s was declined on %s; "), cell_of(&board->declined, row, "guide"),
			 ch_date_show(on != NULL ? ch_date_from_iso(on) : CH_NO_DATE, today, day));
}

static void tell_left(struct fact_list *facts, const struct board *board, ch_date today)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < board->result->pair_count; i++) {
		const struct ch_match_pair *pair = &board->result->pairs[i];

		if (is_proposed(board, pair->learner_id))
			continue;
		ch_buffer_clear(&text);
		add_declined(board, pair->learner_id, today, &text);
		ch_buffer_printf(&text, _("%s could be theirs: " KEY_(MATCH) " proposes anew"), pair->guide_name);
		fact_list_add(facts, '!', pair->learner_name, text.text);
	}
	for (size_t i = 0; i < board->result->left_count; i++) {
		const struct ch_match_left *left = &board->result->left[i];
		bool ready = strcmp(left->reason_code, "not_ready") != 0;

		if (is_proposed(board, left->learner_id))
			continue;
		ch_buffer_clear(&text);
		add_declined(board, left->learner_id, today, &text);
		ch_buffer_add(&text, left->reason);
		fact_list_add(facts, ready ? '!' : '~', left->learner_name, text.text);
	}
	ch_buffer_release(&text);
}

void board_tell_left(struct fact_list *facts, const struct desk *desk, const struct ch_match_result *result)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct board board;

	if (read_board(desk, result, &arena, &board, &err) == CH_OK)
		tell_left(facts, &board, desk->today);
	else
		fact_list_add(facts, '!', "", err.message);
	ch_arena_release(&arena);
}

enum { AREA_TERM, AREA_SOUGHT, AREA_OFFERED, AREA_FREE, AREA_COLUMNS };

static int64_t figure(const struct ch_row *row, size_t column)
{
	return row->cells[column] != NULL ? strtoll(row->cells[column], NULL, 10) : 0;
}

static void tell_area(struct fact_list *facts, const struct ch_row *row)
{
	int64_t sought = figure(row, AREA_SOUGHT), offered = figure(row, AREA_OFFERED), places = figure(row, AREA_FREE);
	const char *term = row->cells[AREA_TERM] != NULL ? row->cells[AREA_TERM] : "";

	if (sought > 0 && offered == 0)
		fact_list_printf(facts, '!', term, _("%" PRId64 " sought, nobody offers it"), sought);
	else if (sought > 0 && places == 0)
		fact_list_printf(facts, '!', term, _("%" PRId64 " sought, %" PRId64 " offered, no place free"), sought,
				 offered);
	else if (sought > places)
		fact_list_printf(facts, '~', term, _("%" PRId64 " sought, %" PRId64 " offered, only %" PRId64 " free"),
				 sought, offered, places);
	else
		fact_list_printf(facts, sought > 0 ? '+' : '.', term,
				 _("%" PRId64 " sought, %" PRId64 " offered, %" PRId64 " free"), sought, offered,
				 places);
}

void board_tell_areas(struct fact_list *facts, const struct desk *desk, int64_t programme_id)
{
	struct ch_report_query query = {
		.name = "supply-and-demand", .programme_id = programme_id, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid = {0};

	if (ch_report_run(desk->c, &query, &arena, &grid, &err) != CH_OK)
		fact_list_add(facts, '!', "", err.message);
	for (size_t i = 0; i < grid.row_count; i++)
		tell_area(facts, &grid.rows[i]);
	ch_arena_release(&arena);
}

/* Figures of the board as it is. */
struct whole {
	size_t proposed, approved, left;
	int64_t score, places;
	bool is_best; /* the very pairs that would be proposed now */
};

static bool is_of_best(const struct board *board, size_t row)
{
	int64_t learner_id = number_of(&board->open, row, "learner_id");
	int64_t guide_id = number_of(&board->open, row, "guide_id");

	for (size_t i = 0; i < board->result->pair_count; i++)
		if (board->result->pairs[i].learner_id == learner_id)
			return board->result->pairs[i].guide_id == guide_id;
	return false;
}

static struct whole whole_of(const struct board *board)
{
	const struct ch_match_result *result = board->result;
	struct whole whole = {.proposed = board->open.row_count, .is_best = true};
	size_t drafted;

	for (size_t row = 0; row < board->open.row_count; row++) {
		const char *state = cell_of(&board->open, row, "state");
		bool approved = state != NULL && strcmp(state, "approved") == 0;

		whole.approved += approved;
		whole.is_best &= approved || is_of_best(board, row);
		whole.score += number_of(&board->open, row, "score");
	}
	for (size_t i = 0; i < result->pair_count; i++)
		whole.left += !is_proposed(board, result->pairs[i].learner_id);
	for (size_t i = 0; i < result->left_count; i++)
		whole.left += !is_proposed(board, result->left[i].learner_id);
	drafted = whole.proposed - whole.approved;
	whole.is_best &= drafted == result->pair_count;
	whole.places = result->places_left + (int64_t)result->pair_count - (int64_t)drafted;
	return whole;
}

static void tell_whole(struct fact_list *facts, const struct board *board)
{
	const struct ch_match_result *result = board->result;
	struct whole whole = whole_of(board);

	fact_list_printf(facts, ' ', _("Proposed"), _("%zu, and %zu left out"), whole.proposed, whole.left);
	if (whole.approved > 0)
		fact_list_printf(facts, ' ', _("Approved"), _("%zu of them"), whole.approved);
	fact_list_printf(facts, ' ', _("Places left"), "%" PRId64, whole.places > 0 ? whole.places : 0);
	fact_list_printf(facts, ' ', _("Score"), _("%" PRId64 ", of at most %" PRId64 " a pair"), whole.score,
			 result->most);
	if (whole.proposed > 0)
		fact_list_printf(facts, ' ', _("Lowest score"), _("%" PRId64 ": %s with %s"),
				 number_of(&board->open, 0, "score"), cell_of(&board->open, 0, "learner"),
				 cell_of(&board->open, 0, "guide"));
	if (!whole.is_best)
		fact_list_printf(facts, '~', _("Proposed anew"),
				 _("it would be %zu, and %zu left out, score %" PRId64 " "
				   "(" KEY_(MATCH) ")"), result->pair_count,
				 result->left_count, result->score);
	else if (result->optimal)
		fact_list_add(facts, ' ', _("Proof"), _("Nothing better exists: the solver's prices prove it."));
	for (size_t i = 0; i < result->note_count; i++)
		fact_list_add(facts, ' ', i == 0 ? _("To know") : "", result->notes[i]);
}

void board_tell_whole(struct fact_list *facts, const struct desk *desk, const struct ch_match_result *result)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct board board;

	if (read_board(desk, result, &arena, &board, &err) == CH_OK)
		tell_whole(facts, &board);
	else
		fact_list_add(facts, '!', "", err.message);
	ch_arena_release(&arena);
}

void board_draw_reasons(struct canvas *canvas, struct rect area, const char *reasons, const struct ch_match_pair *pair)
{
	struct ch_buffer others = CH_BUFFER_EMPTY;
	struct rect measured = area;
	int rows = 0, used;

	for (size_t i = 0; pair != NULL && i < pair->alternative_count; i++)
		ch_buffer_printf(&others, "%s%s", i > 0 ? "\n" : "", pair->alternatives[i].text);
	if (pair != NULL && pair->past != NULL)
		ch_buffer_printf(&others, "%s%s", others.length > 0 ? "\n" : "", pair->past);
	measured.height = 0;
	if (others.length > 0)
		rows = canvas_wrap(canvas, measured, 0, 0, CANVAS_PLAIN, others.text);
	rows = rows < area.height / 2 ? rows : area.height / 2;
	area.height -= rows;
	used = canvas_wrap(canvas, area, 0, 0, CANVAS_PLAIN, reasons != NULL ? reasons : "");
	used = used < area.height ? used : area.height;
	if (rows > 0)
		canvas_wrap(canvas, (struct rect){area.x, area.y + used, area.width, rows}, 0, 0, CANVAS_ACCENT,
			    others.text);
	ch_buffer_release(&others);
}
