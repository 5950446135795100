#include "tui/screens/board_told.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/report.h"

void board_tell_left(struct fact_list *facts, const struct ch_match_result *result)
{
	for (size_t i = 0; i < result->left_count; i++) {
		const struct ch_match_left *left = &result->left[i];
		bool ready = strcmp(left->reason_code, "not_ready") != 0;

		fact_list_add(facts, ready ? '!' : '~', left->learner_name, left->reason);
	}
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

void board_tell_whole(struct fact_list *facts, const struct ch_match_result *result)
{
	fact_list_printf(facts, ' ', _("Matched"), _("%zu, and %zu left out"), result->pair_count, result->left_count);
	fact_list_printf(facts, ' ', _("Places left"), "%" PRId64, result->places_left);
	fact_list_printf(facts, ' ', _("Score"), _("%" PRId64 ", of at most %" PRId64 " a pair"), result->score,
			 result->most);
	if (result->worst != NULL)
		fact_list_printf(facts, ' ', _("Lowest score"), _("%" PRId64 ": %s with %s"), result->worst->score,
				 result->worst->learner_name, result->worst->guide_name);
	if (result->optimal)
		fact_list_add(facts, ' ', _("Proof"), _("Nothing better exists: the solver's prices prove it."));
	for (size_t i = 0; i < result->note_count; i++)
		fact_list_add(facts, ' ', i == 0 ? _("To know") : "", result->notes[i]);
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
	used = canvas_wrap(canvas, area, 0, 0, CANVAS_PLAIN, reasons);
	used = used < area.height ? used : area.height;
	if (rows > 0)
		canvas_wrap(canvas, (struct rect){area.x, area.y + used, area.width, rows}, 0, 0, CANVAS_ACCENT,
			    others.text);
	ch_buffer_release(&others);
}
