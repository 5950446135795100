#include "tui/screens/screen_today_figures.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SESSIONS_MAX = 1000 /* arranged for a week; more are counted no further */ };

/* ---- Reading ----------------------------------------------------------------------------------- */

static const char *cell_of(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	return NULL;
}

static void read_week(struct today_figures *figures, const struct desk *desk, struct ch_arena *arena)
{
	char from[CH_DATE_SIZE], to[CH_DATE_SIZE];
	struct ch_list_query query = {.list = CH_LIST_SESSIONS, .sort = "session_date", .limit = SESSIONS_MAX};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	query.filter = ch_arena_printf(arena, "state:arranged date>=%s date<%s", ch_date_iso(desk->today, from),
				       ch_date_iso(desk->today + WEEK_DAYS, to));
	if (ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		ch_date date = ch_date_from_iso(cell_of(&grid, i, "session_date"));

		if (date >= desk->today && date < desk->today + WEEK_DAYS)
			figures->arranged[date - desk->today]++;
	}
}

void today_figures_read(struct today_figures *figures, const struct desk *desk)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;

	*figures = (struct today_figures){.all = {.has_people = false}};
	if (ch_figures_read(desk->c, &figures->all, &ignored) != CH_OK)
		figures->all.has_people = figures->all.has_enrolled = true; /* it is not known that nobody is there */
	read_week(figures, desk, &arena);
	ch_arena_release(&arena);
}

/* ---- Drawing ------------------------------------------------------------------------------------- */

/* A row of a label and a figure, which stands at the right of its column. */
static void draw_figure(struct canvas *canvas, struct rect row, const char *label, int64_t figure, unsigned style)
{
	char text[24];
	int at = row.width < 38 ? 20 : 24;

	snprintf(text, sizeof(text), "%" PRId64, figure);
	canvas_fit(canvas, row, 0, 0, at - 1, CANVAS_LEFT, CANVAS_PLAIN, label);
	canvas_fit(canvas, row, at, 0, 6, CANVAS_RIGHT, style, text);
}

static void draw_programme(const struct today_figures *figures, struct canvas *canvas, struct rect area, int *y)
{
	const struct {
		const char *label;
		int64_t figure;
		bool soon; /* something is to be seen to where it is not 0 */
	} rows[] = {
		{_("Pairings active"), figures->all.active, false},
		{_("  contracting"), figures->all.contracting, false},
		{_("  paused"), figures->all.paused, false},
		{_("Waiting for a match"), figures->all.waiting, true},
		{_("  to be found ready"), figures->all.applied, true},
		{_("Sessions this month"), figures->all.sessions_this_month, false},
		{_("  held in all"), figures->all.sessions, false},
		{_("  unfinished"), figures->all.unfinished, true},
		{_("Actions open"), figures->all.actions, false},
		{_("  overdue"), figures->all.actions_overdue, true},
	};

	canvas_text(canvas, area, 0, (*y)++, CANVAS_BOLD,
		    figures->all.programmes == 1 ? _("THE PROGRAMME") : _("ALL PROGRAMMES"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].figure > 0 || rows[i].label[0] != ' ')
			draw_figure(canvas, rect_part(area, 0, (*y)++, area.width, 1), rows[i].label, rows[i].figure,
				    rows[i].soon && rows[i].figure > 0 ? CANVAS_BOLD | CANVAS_SOON : CANVAS_BOLD);
}

int today_figures_line(const struct today_figures *figures, struct canvas *canvas, struct rect area)
{
	struct ch_buffer text = CH_BUFFER_EMPTY, applied = CH_BUFFER_EMPTY;
	int64_t arranged = 0;
	int rows;

	if (figures->all.applied > 0)
		ch_buffer_printf(&applied, _(", %" PRId64 " applied"), figures->all.applied);

	for (int day = 0; day < WEEK_DAYS; day++)
		arranged += figures->arranged[day];
	ch_buffer_printf(&text, _("Pairs: %" PRId64 " active, %" PRId64 " contracting, %" PRId64 " paused; %" PRId64
				  " waiting for a match%s.\n"
				  "Sessions: %" PRId64 " this month, %" PRId64 " unfinished, next 7 days %" PRId64
				  ". Actions overdue: %" PRId64 "."),
			 figures->all.active, figures->all.contracting, figures->all.paused, figures->all.waiting,
			 applied.text != NULL ? applied.text : "",
			 figures->all.sessions_this_month, figures->all.unfinished, arranged,
			 figures->all.actions_overdue);
	rows = canvas_wrap(canvas, rect_part(area, 1, 0, area.width - 2, area.height), 0, 0, CANVAS_QUIET, text.text);
	ch_buffer_release(&text);
	ch_buffer_release(&applied);
	return rows;
}

static void draw_week(const struct today_figures *figures, const struct desk *desk, struct canvas *canvas,
		      struct rect area, int *y)
{
	bool any = false;
	char shown[16];

	canvas_text(canvas, area, 0, (*y)++, CANVAS_BOLD, _("ARRANGED FOR 7 DAYS"));
	for (int day = 0; day < WEEK_DAYS; day++) {
		if (figures->arranged[day] == 0)
			continue;
		any = true;
		draw_figure(canvas, rect_part(area, 0, (*y)++, area.width, 1),
			    day == 0 ? _("today") : ch_date_show(desk->today + day, desk->today, shown),
			    figures->arranged[day], CANVAS_BOLD);
	}
	if (!any)
		canvas_wrap(canvas, rect_part(area, 0, 0, area.width, area.height), 0, (*y)++, CANVAS_PLAIN,
			    _("No session is arranged; " KEY_(ARRANGE) " on a pairing arranges one."));
}

void today_figures_draw(const struct today_figures *figures, const struct desk *desk, struct canvas *canvas,
			struct rect area)
{
	int y = 0;

	draw_programme(figures, canvas, area, &y);
	y++;
	draw_week(figures, desk, canvas, area, &y);
}
