/*
 * A month as a calendar: a row a week, and in each day's cell how many sessions
 * there are. A day with one that was arranged, has passed and is not recorded
 * has a "!".
 *
 * A week begins on the day that the locale of times says, on Monday where it
 * says nothing.
 */
#ifndef TUI_MONTH_VIEW_H
#define TUI_MONTH_VIEW_H

#include "chiron/list.h"
#include "tui/desk.h"

enum { MONTH_DAYS_MAX = 31 };

struct month_view {
	const struct desk *desk;
	ch_date day;   /* that has the focus */
	ch_date first; /* of the month that was counted; CH_NO_DATE: none yet */
	int64_t counts[MONTH_DAYS_MAX];  /* by day of the month, from 0 */
	int64_t waiting[MONTH_DAYS_MAX]; /* of them arranged, passed and not recorded */
	int64_t total, total_waiting;
	struct ch_error err; /* why it could not be counted */
};

void month_view_init(struct month_view *view, const struct desk *desk);

/* Puts the focus on this day, which is not CH_NO_DATE. */
void month_view_go(struct month_view *view, ch_date day);

/* The scheme or the filter changed: it is counted again when it is drawn. */
void month_view_forget(struct month_view *view);

/* Rows that the whole month takes, headings among them. */
int month_view_height(const struct month_view *view);

/*
 * Draws the month of the focused day, or the weeks about it as far as there is room. It counts the sessions that
 * `query` lets through first, where it has not. With `focused` the cursor stands on the day.
 */
void month_view_draw(struct month_view *view, const struct ch_list_query *query, struct canvas *canvas,
		     struct rect area, bool focused);

/* "Mon 23 Nov, today: 4 sessions, 1 to be recorded" */
void month_view_status(const struct month_view *view, struct ch_buffer *out);

/* "November 2026" */
void month_view_name(const struct month_view *view, struct ch_buffer *out);

/* The first day of the week that has `day`. */
ch_date month_week_begin(ch_date day);

#endif
