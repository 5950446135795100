#include "tui/widgets/month_view.h"

#include <inttypes.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DAYS = 7, CELL_MOST = 12, CELL_WIDE = 10 /* from here on a cell has its parts apart */ };

/* ---- The calendar ---- */

/* 1 Monday to 7 Sunday, as the locale has it. */
static int first_weekday(void)
{
#ifdef __GLIBC__
	const char *locale = setlocale(LC_TIME, NULL);
	bool from_sunday;
	int first;

	if (locale == NULL || strcmp(locale, "POSIX") == 0 || strncmp(locale, "C", strcspn(locale, ".")) == 0)
		return 1; /* a locale that says nothing of weeks */
	/* Counted, from 1, from the weekday of this day: 30 November 1997 was a Sunday, 1 December a Monday. */
	from_sunday = (uintptr_t)nl_langinfo(_NL_TIME_WEEK_1STDAY) == 19971130;
	first = *nl_langinfo(_NL_TIME_FIRST_WEEKDAY) - (from_sunday ? 1 : 0);
	return first >= 1 && first <= DAYS ? first : DAYS;
#else
	return 1;
#endif
}

ch_date month_week_begin(ch_date day)
{
	return day - (ch_date_weekday(day) - first_weekday() + DAYS) % DAYS;
}

static ch_date first_of(ch_date day)
{
	return day - ch_date_split(day).day + 1;
}

static int days_in(ch_date first)
{
	return ch_date_add(first, 1, CH_UNIT_MONTHS) - first;
}

static int weeks_in(ch_date first)
{
	return (first + days_in(first) - 1 - month_week_begin(first)) / DAYS + 1;
}

static const char *weekday_name(int weekday)
{
	static const char *const names[DAYS] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
						N_("Fri"), N_("Sat"), N_("Sun")};

	return _(names[weekday - 1]);
}

void month_view_name(const struct month_view *view, struct ch_buffer *out)
{
	static const char *const names[] = {N_("January"), N_("February"), N_("March"),	   N_("April"),
					    N_("May"),	   N_("June"),	   N_("July"),	   N_("August"),
					    N_("September"), N_("October"), N_("November"), N_("December")};
	struct ch_ymd day = ch_date_split(view->day);

	ch_buffer_printf(out, "%s %d", _(names[day.month - 1]), day.year);
}

/* ---- Counting ---- */

void month_view_init(struct month_view *view, const struct desk *desk)
{
	*view = (struct month_view){.desk = desk, .day = desk->today, .first = CH_NO_DATE};
}

void month_view_go(struct month_view *view, ch_date day)
{
	view->day = day;
}

void month_view_forget(struct month_view *view)
{
	view->first = CH_NO_DATE;
}

/* Counts what `more` lets through besides, by day, into `counts`. */
static int64_t count_days(struct month_view *view, const struct ch_list_query *query, const char *more,
			  int64_t counts[MONTH_DAYS_MAX])
{
	char from[CH_DATE_SIZE], to[CH_DATE_SIZE];
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_list_query wanted = *query;
	struct ch_grid grid = {.row_count = 0};
	int64_t total = 0;

	wanted.filter = ch_arena_printf(&arena, "%s %s session_date>=%s session_date<=%s",
					query->filter != NULL ? query->filter : "", more,
					ch_date_iso(view->first, from),
					ch_date_iso(view->first + days_in(view->first) - 1, to));
	memset(counts, 0, MONTH_DAYS_MAX * sizeof(*counts));
	enum ch_status status =
		ch_list_tally(view->desk->c, &wanted, "session_date", &arena, &grid, &view->err);
	for (size_t i = 0; status == CH_OK && i < grid.row_count; i++) {
		int64_t count = strtoll(grid.rows[i].cells[1], NULL, 10);
		ch_date day = ch_date_from_iso(grid.rows[i].cells[0]);

		if (day == CH_NO_DATE) /* between two days as text, and none: another program wrote it */
			continue;
		counts[day - view->first] = count;
		total += count;
	}
	ch_arena_release(&arena);
	return total;
}

static void count(struct month_view *view, const struct ch_list_query *query)
{
	if (view->first == first_of(view->day))
		return;
	view->first = first_of(view->day);
	view->err = CH_NO_ERROR;
	view->total = count_days(view, query, "", view->counts);
	view->total_waiting = count_days(view, query, "state:arranged session_date<today", view->waiting);
}

/* ---- Drawing ---- */

int month_view_height(const struct month_view *view)
{
	return 1 + weeks_in(first_of(view->day));
}

/* "> [23]  4!" where there is room, else ">23!4" or "[23]4", of more than nine a "+". */
static void draw_day(const struct month_view *view, struct canvas *canvas, struct rect cell, ch_date day, bool focused)
{
	bool here = day == view->day, today = day == view->desk->today;
	unsigned style = today ? CANVAS_BOLD | CANVAS_ACCENT : CANVAS_PLAIN;
	int64_t count = view->counts[day - view->first], waiting = view->waiting[day - view->first];
	char text[32], number[24] = "";

	if (count > 0)
		snprintf(number, sizeof(number), "%" PRId64, count);
	if (cell.width >= CELL_WIDE)
		snprintf(text, sizeof(text), " %c%2d%c%4s%s", today ? '[' : ' ', ch_date_split(day).day,
			 today ? ']' : ' ', number, waiting > 0 ? "!" : "");
	else
		snprintf(text, sizeof(text), "%2d%c%1s", ch_date_split(day).day,
			 waiting > 0 ? '!' : today ? ']' : ' ', count > 9 ? "+" : number);
	canvas_text(canvas, cell, 1, 0, style, text);
	if (today && cell.width < CELL_WIDE)
		canvas_text(canvas, cell, 0, 0, style, "[");
	if (!here)
		return;
	canvas_text(canvas, cell, 0, 0, CANVAS_BOLD, ">");
	if (focused)
		canvas_cursor(canvas, cell, 0, 0);
}

void month_view_draw(struct month_view *view, const struct ch_list_query *query, struct canvas *canvas,
		     struct rect area, bool focused)
{
	int width = area.width / DAYS < CELL_MOST ? area.width / DAYS : CELL_MOST;
	int weeks, week, top = 0;
	ch_date begin;

	count(view, query);
	canvas_fill(canvas, area, CANVAS_PLAIN);
	if (view->err.status != CH_OK) {
		canvas_wrap(canvas, area, 1, 0, CANVAS_URGENT, view->err.message);
		return;
	}
	begin = month_week_begin(view->first);
	weeks = weeks_in(view->first);
	week = (view->day - begin) / DAYS;
	if (week >= area.height - 1)
		top = week - area.height + 2;
	for (int i = 0; i < DAYS; i++)
		canvas_text(canvas, area, i * width + (width >= CELL_WIDE ? 2 : 1), 0, CANVAS_BOLD,
			    weekday_name(ch_date_weekday(begin + i)));
	for (int y = 1; y < area.height && top + y - 1 < weeks; y++)
		for (int i = 0; i < DAYS; i++) {
			ch_date day = begin + (top + y - 1) * DAYS + i;

			if (first_of(day) == view->first)
				draw_day(view, canvas, rect_part(area, i * width, y, width, 1), day, focused);
		}
	if (top > 0)
		canvas_text(canvas, area, area.width - 2, 1, CANVAS_QUIET, "^");
	if (top + area.height - 1 < weeks)
		canvas_text(canvas, area, area.width - 2, area.height - 1, CANVAS_QUIET, "v");
}

void month_view_status(const struct month_view *view, struct ch_buffer *out)
{
	size_t day = (size_t)(ch_date_split(view->day).day - 1);
	char shown[16];

	ch_buffer_add(out, ch_date_show(view->day, view->desk->today, shown));
	if (view->day == view->desk->today)
		ch_buffer_add(out, _(", today"));
	if (view->first != first_of(view->day))
		return;
	if (view->counts[day] == 0)
		ch_buffer_add(out, _(": no session"));
	else
		ch_buffer_printf(out, _n(": %" PRId64 " session", ": %" PRId64 " sessions", view->counts[day]),
				 view->counts[day]);
	if (view->waiting[day] > 0)
		ch_buffer_printf(out, _(", %" PRId64 " to be recorded"), view->waiting[day]);
}
