/*
 * A list that knows nothing of its data.
 *
 * It asks its source for pages by key, holds the page shown and one either
 * side, and keeps the cursor on its row, known by id, when the data is read
 * again. A million rows cost what fifty do.
 *
 * The source gives grids (chiron/grid.h): columns once and for all, rows in
 * list order, no two rows with the same id. A page that is shorter than asked
 * for says that the list ends there.
 *
 * Columns share the width: those that matter least are dropped when it is
 * scarce, texts grow when it is ample. Column 0 of the area is for the focus
 * ">", where the cursor stands, then the mark "*", then the sign.
 */
#ifndef TUI_LIST_H
#define TUI_LIST_H

#include "chiron/grid.h"
#include "tui/app.h"

enum list_end {
	LIST_FIRST, /* the first rows */
	LIST_LAST,  /* the last rows */
	LIST_AFTER, /* those that follow `from` */
	LIST_BEFORE /* those that end just before `from` */
};

struct list_request {
	enum list_end end;
	const struct ch_row *from; /* a row the source gave before; it may be gone from the data since */
	size_t count;		   /* rows wanted, at least 1 */
};

/* What a source may take its time for. Counting and placing may give up in any case, with -1. */
enum list_pace {
	LIST_WHOLE,  /* rows are fetched; counting gives up soon */
	LIST_TYPING, /* a filter is being typed: fetching gives up (CH_STOPPED) when a key waits, or after a moment */
	LIST_IDLE    /* nothing else is to be done: fetching and counting go on until a key waits */
};

struct list_source {
	enum ch_status (*fetch)(void *data, const struct list_request *request, struct ch_arena *arena,
				struct ch_grid *page, struct ch_error *err);

	/* Rows in all; -1: not known. NULL: never known. */
	int64_t (*count)(void *data);

	/* Rows in all without the filter; -1: not known. NULL: never known. */
	int64_t (*whole)(void *data);

	/* Rows before this one; -1: not known. NULL: never known. */
	int64_t (*place)(void *data, const struct ch_row *row);

	/* With nothing else to do: makes filtering quick, until a key waits; whether it is. NULL: it is. */
	bool (*prepare)(void *data);

	/* How the calls that follow are to be taken. NULL: nothing here takes long. */
	void (*pace)(void *data, enum list_pace pace);

	/*
	 * The next row after `from` (backward: before; NULL: from that end of the list) that has what `text` says,
	 * which is in the language of filters; *found NULL: there is none. NULL: the list looks at its cells itself.
	 */
	enum ch_status (*find)(void *data, const char *text, const struct ch_row *from, bool backward,
			       struct ch_arena *arena, const struct ch_row **found, struct ch_error *err);

	/* The sign of a row: '!', '~', '+', '.' or ' '. NULL: the list has no sign column. */
	char (*sign)(void *data, const struct ch_row *row);

	/* What the status row says of the focused row. NULL: its first cell. */
	void (*name)(void *data, const struct ch_row *row, struct ch_buffer *out);

	/* Why the list is empty, and the key that fills it; translated. */
	const char *(*empty)(void *data);

	/* How little a column matters: the highest are dropped first, 0 never. NULL: the later, the less. */
	int (*rank)(void *data, size_t column);

	/* Whether a cell is left blank where the row above it says the same: the rows are in groups. NULL: none is. */
	bool (*grouped)(void *data, size_t column);

	/* Whether the row goes on with what the one above it began: the focus passes over it. NULL: none does. */
	bool (*goes_on)(void *data, const struct ch_row *row);

	/*
	 * How many rows in a row are one thing, a long text for instance, and which of them this one is, from 0: the
	 * focus goes from thing to thing. NULL: each row is one.
	 */
	size_t (*span)(void *data, const struct ch_row *row, size_t *at);

	/*
	 * Lets through only what fits `filter` ("": everything) from the next fetch on; refuses what does not parse.
	 * NULL: no filter.
	 */
	enum ch_status (*filter)(void *data, const char *filter, struct ch_error *err);

	/* Asks which columns are shown, and in which order. NULL: that is not to be chosen. */
	void (*ask_columns)(struct app *app, void *data);

	/* Asks where to, and writes what the list shows to a file. NULL: that is not for a file. */
	void (*ask_write)(struct app *app, void *data);

	/* Where a filter lets nothing through: another that may be meant, in `arena`, or NULL. NULL: never. */
	const char *(*advise)(void *data, const char *filter, struct ch_arena *arena);

	/* Completes the filter being typed. NULL: Tab does nothing. */
	void (*complete)(void *data, struct field_input *input);
};

struct list_chunk {
	struct ch_arena arena;
	struct ch_grid grid;
};

enum { LIST_CHUNKS = 3, LIST_COLUMNS_MAX = 32, LIST_MARKS_MAX = 10000, LIST_SEEN_MAX = 256 };

/* The rows held before others changed the scheme, and which of them they changed. */
struct list_seen {
	int64_t ids[LIST_SEEN_MAX];
	uint64_t sums[LIST_SEEN_MAX]; /* of the cells; 0: gone or unchanged, once they were compared */
	size_t count;
	bool compared;
};

struct list {
	const struct list_source *source;
	void *data;
	ch_date today; /* for dates in cells */

	/* The rows held: those of the chunks, one after the other. `top` and `cursor` count from the first of them. */
	struct list_chunk chunks[LIST_CHUNKS];
	size_t chunk_count;
	size_t top, cursor;
	bool at_first, at_last;	 /* no row before the first held, after the last held */
	bool upward;		 /* the cursor was last moved up: that is where rows are fetched ahead */
	bool prepared;		 /* source->prepare() has nothing more to do for the rows as they are */
	int64_t before;		 /* rows of the list before the first held; -1: not known */
	int64_t count;		 /* rows in all; -1: not known */
	int64_t whole;		 /* rows without the filter, as last counted; -1: not known */
	bool whole_asked;	 /* since the data was read last */
	int64_t kept_count;	 /* the same, for when the window begins elsewhere in the same rows; -1: it does not */
	size_t height;		 /* rows shown when last drawn */
	struct rect area;	 /* where they were */
	struct {
		struct rect area; /* with the heading */
		int widths[LIST_COLUMNS_MAX];
		int64_t first_id; /* of the first row shown */
		int focus;	  /* rows from there to the focus */
		int64_t count;	  /* of the list */
	} drawn;
	bool loaded;
	bool unsettled;	     /* the rows shown are not those of the filter: these are looked for in idle time */
	struct ch_error err; /* why the last fetch failed */

	bool unmarked;	/* one of several lists of a screen, whose rows are not those that marks are for */
	int64_t *marks; /* ids, sorted */
	size_t mark_count, mark_room;
	int64_t *shown; /* of the marks those that the filter shows, sorted; with room for all */
	size_t shown_count;
	bool shown_known;  /* `shown` is of the rows and marks as they are */
	bool marks_doubted; /* rows were read anew: some marks may be of rows that are gone */
	bool unmarked_met; /* while the rows are gone through */

	struct list_seen seen;

	struct ch_buffer wanted;   /* what `n` looks for */
	struct ch_buffer filter;   /* that is in force */
	struct ch_buffer begun;	   /* the filter it began with: what one step back from another leads to */
	struct ch_buffer restored; /* the filter to go back to when typing one is given up */
	struct prompt_history filters; /* what was looked for and filtered by: one language */
};

void list_init(struct list *list, const struct list_source *source, void *data, ch_date today);
void list_release(struct list *list);

/* What the list's own commands do; for screens whose `list` it is. */
const struct binding *list_bindings(size_t *count);

/* Whether a row has the focus: `offered` of what is done with one. */
bool list_has_row(const struct app *app, const struct screen *screen);

/* Reads the data again: the cursor stays on its row, or where that was. */
void list_reload(struct list *list);

/* Reads it from the first row on, as when it is of something else now. */
void list_restart(struct list *list);

/* The focused row; NULL in an empty list. Valid until the next event. */
const struct ch_row *list_row(struct list *list);

/* Moves the cursor by `rows` (negative: up), as far as there are rows. */
void list_move(struct list *list, int64_t rows);
void list_go_first(struct list *list);

/* To the row shown `y` rows below the first shown, where there is one; false where the cursor is there already. */
bool list_click(struct list *list, int y);

/* To the row with this number, from 1, or the last. */
void list_go_to(struct list *list, int64_t number);

/*
 * To the row with this id, where the source finds rows by id alone; where the list has none, false, and to the first.
 */
bool list_go_to_id(struct list *list, int64_t id);

/* To the first row that sorts not before `value`, or the last of all. The list is sorted upward, and not by id. */
void list_go_to_value(struct list *list, const char *value);

/*
 * With nothing else to do, until a key waits: fetches the rows that the next page needs, counts what was not counted
 * yet, then prepares. Whether more is known, which is to be drawn.
 */
bool list_settle(struct list *list);

/* Before others' changes are read, and after: the rows they changed have a "^" until list_forget_changes(). */
void list_remember(struct list *list);
void list_compare(struct list *list);
bool list_forget_changes(struct list *list); /* whether there were any */
bool list_is_changed(const struct list *list, int64_t id);

/* Sets the filter; refused (as the source says) it changes nothing. */
enum ch_status list_set_filter(struct list *list, const char *filter, struct ch_error *err);

/* The same for a list that is opened as a part of all: one step back then closes it, and shows no more of it. */
enum ch_status list_begin_filtered(struct list *list, const char *filter, struct ch_error *err);

/* Puts a screen with such a list on the stack: not the numbered one, which keeps the filter and the focus it has. */
void list_push_filtered(struct app *app, struct screen *screen, const char *filter);

/*
 * The ids of the marked rows that are shown, sorted, valid until the next event. NULL: only their number is wanted,
 * which of a long list may be that of all marked ones until list_settle(). Rows that a filter hides which was typed
 * since stay marked, and nothing is done to them meanwhile: list_hidden_marks() counts those known to be hidden.
 */
size_t list_marked(struct list *list, const int64_t **ids);
size_t list_hidden_marks(const struct list *list);
bool list_is_marked(const struct list *list, int64_t id);

/* Takes the marks off the rows that are shown. */
void list_unmark(struct list *list);

/* Marks or unmarks a row; false where there are LIST_MARKS_MAX already. */
bool list_mark(struct list *list, int64_t id, bool marked);

/* Draws it; with `focused` the cursor stands on its row. */
void list_draw(struct list *list, struct canvas *canvas, struct rect area, bool focused);

/*
 * Draws what moving the cursor changed since the list was drawn; false where that was not over all of `area` with the
 * focus, or where more rows were counted since.
 */
bool list_draw_step(struct list *list, struct canvas *canvas, struct rect area);

/*
 * The names (not yet translated) of the panes of a screen that shows one at a time, in one row, the shown one marked;
 * from where they do not all fit, the shown one leads.
 */
void list_draw_panes(struct canvas *canvas, struct rect area, const char *const titles[], size_t count, size_t shown);

/*
 * The line above a pane: its title, and how many rows `list` has (NULL, or none: not said); bold where it has the
 * focus.
 */
void list_draw_title(const struct list *list, const char *title, struct canvas *canvas, struct rect area, bool focused);

/* Where the filter lets nothing through: another, in `arena`, that may be meant; NULL: none. */
const char *list_advice(const struct list *list, struct ch_arena *arena);

/* Rows in all without the filter; -1: not known. */
int64_t list_whole(struct list *list);

/* What a header says of it: "Pairs | 60", and with a filter "Pairs | 2 of 60: state:active". */
void list_title(struct list *list, const char *name, struct ch_buffer *out);

/* "3 of 118  Chen Okafor" */
void list_status(struct list *list, struct ch_buffer *out);

#endif
