/*
 * What needs somebody, as a list: the findings of ch_attention(), worst first.
 * A row keeps its id while its finding stands, so that the cursor stays on it.
 */
#ifndef TUI_SCREEN_TODAY_LIST_H
#define TUI_SCREEN_TODAY_LIST_H

#include "tui/desk.h"
#include "tui/widgets/list.h"

struct today_list {
	struct list list;
	const struct desk *desk;
	struct ch_arena arena;
	struct ch_attention *reading; /* that is under way; NULL: none is */
	struct ch_attention *shown;   /* whose findings are shown: the one under way, while there was none before */
	bool whole;		      /* all is read */
	bool all;		      /* every finding, not the worst of each pairing; set before it is read */
	struct ch_findings findings;
	struct ch_row *rows;
	struct ch_column columns[4];
	int *title_cells, *who_cells; /* how wide they are of each row */
	int shared;		      /* the width that the columns were shared for; 0: to be shared anew */
	int assigned_cells; /* of the longest that says who sees to it; 0: nothing is assigned */
	struct {
		int64_t id; /* of the row that was left for where it is mended; 0: none was */
		struct ch_buffer about, says;
	} left;
	struct ch_error err; /* why it could not be read */
	const char *empty;   /* translated: what stands there when nothing needs anybody */
};

/* It must not move in memory. Nothing is read yet. */
void today_list_init(struct today_list *today, const struct desk *desk);
void today_list_release(struct today_list *today);

/* What is shown is to be read anew. It stays until that is done. */
void today_list_restart(struct today_list *today);

/*
 * Goes on reading what needs attention, check by check, until all is read (true), it was stopped (ch_context.work),
 * or, after any check, `enough` says so. What was read is kept. Where nothing was there before, it is shown as it
 * comes.
 */
bool today_list_read(struct today_list *today, bool (*enough)(void *data), void *data);

/* How many checks of how many were run, while it is read; 0 of 0 otherwise. */
void today_list_progress(const struct today_list *today, size_t *checks, size_t *run);

/* The focused finding; NULL in an empty list. */
const struct ch_finding *today_list_focused(struct today_list *today);

/* Those that are marked or, where none is, the focused one, in `arena`; how many. Not for an empty list. */
size_t today_list_chosen(struct today_list *today, struct ch_arena *arena, const struct ch_finding ***chosen);

/*
 * The focused finding is left, for where it is mended. Once all is read again, what became of it is appended to *out:
 * that it is off the list, or what it says now; false where it says the same, or nothing was left.
 */
void today_list_leave(struct today_list *today);
bool today_list_returned(struct today_list *today, struct ch_buffer *out);

/* Draws it; in a narrow place without what it says and who sees to it, which the foot of the focused one says. */
void today_list_draw(struct today_list *today, struct canvas *canvas, struct rect area);

#endif
