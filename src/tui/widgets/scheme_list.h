/*
 * A list of the scheme: ch_list_fetch() behind a struct list.
 *
 * A spec says which columns show, in which order, which may be dropped, and
 * which need a wide window; it may make columns of its own from what the list
 * gives. Everything else a row has stays readable by scheme_list_cell(), so
 * that signs and names can be made from it.
 */
#ifndef TUI_SCHEME_LIST_H
#define TUI_SCHEME_LIST_H

#include "chiron/list.h"
#include "tui/desk.h"
#include "tui/widgets/file_write.h"
#include "tui/widgets/list.h"
#include "tui/widgets/pace.h"

struct scheme_list;

struct scheme_column {
	const char *key;   /* a column of the list; with `make`, a name of one's own */
	const char *label; /* translated where it is shown; NULL: the list's own */
	enum ch_type type; /* with `make`; 0: text */
	int width;	   /* cells it would like; 0: as the list has it */
	int rank;	   /* how little it matters: the highest go first, 0 never */
	int from;	   /* shown only in areas at least this wide; 0: in all */
	bool grouped;	   /* left blank where the row above says the same */

	/* Its cell, canonical for the type, in `arena` or static; NULL: not known. `row` is for scheme_list_cell(). */
	const char *(*make)(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena);
};

struct scheme_sort {
	const char *label; /* "name, Z to A" */
	const char *sort;  /* as ch_list_query has it */
};

struct scheme_list_spec {
	enum ch_list_id list;
	const struct scheme_column *columns;
	size_t column_count;
	const struct scheme_sort *sorts; /* the first is the one it begins with; none: the list's own order */
	size_t sort_count;
	const char *filter; /* in force beside what is typed: "state:open"; NULL: none */
	bool fixed;	    /* is not filtered by what is typed: a pane of few rows */
	enum ch_entity_id exported; /* what `w` writes to a file, narrowed by the filter alone; 0: nothing */

	char (*sign)(const struct scheme_list *list, const struct ch_row *row); /* NULL: no sign column */

	/* What the status row says of the row; NULL: its first cell. */
	void (*name)(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out);

	/* Why the list is empty, and the key that fills it; translated. */
	const char *(*empty)(const struct scheme_list *list);
};

enum {
	SCHEME_LIST_SHOWN_MAX = 16,
	SCHEME_LIST_COLUMNS_MAX = 96 /* those shown, and all of the list's */
};

struct scheme_list {
	struct list list;
	struct list_source source;
	const struct scheme_list_spec *spec;
	const struct desk *desk;
	void *data;		    /* the screen's own, for the spec's functions */
	struct ch_list_query query; /* what it is narrowed to; filter and sort are set here */
	struct ch_buffer filter;
	struct scheme_column shown[SCHEME_LIST_SHOWN_MAX]; /* the spec's, or those that were chosen */
	size_t shown_count;
	struct ch_column columns[SCHEME_LIST_COLUMNS_MAX];
	const char *hidden;	  /* key of the column that is not to be shown now; NULL: none */
	struct ch_arena own_arena;
	const struct ch_column *own; /* the list's, with fields of the scheme's own, as they were last read */
	size_t own_count;
	size_t list_column_count; /* those behind the ones shown: all of the list's, hidden */
	struct file_write writing;
	struct ch_buffer written; /* how much of the list was written to a file */
	struct prompt_history sort_choices, column_choices; /* the newest is in force */
	struct pace pace;

	/*
	 * Where the rows of an earlier filter began. One that only goes on typing finds none before: it is looked for
	 * from there on, and the long way to the first row is gone once for a word and not for each of its letters.
	 */
	struct {
		struct ch_buffer typed, value; /* that filter, as typed; the sort value of its first row */
		int64_t id;		       /* of that row; 0: it found none */
		bool known;		       /* and nothing was read again since */
		bool applies;		       /* to the filter in force */
	} begin;
};

/*
 * Prepares it; `narrow` (NULL: not at all) gives pairing_id, person_id and
 * programme_id. `data` and `spec` outlive it. It must not move in memory.
 */
void scheme_list_init(struct scheme_list *list, const struct scheme_list_spec *spec, const struct desk *desk,
		      const struct ch_list_query *narrow, void *data);
void scheme_list_release(struct scheme_list *list);

/* Reads which columns the list has now; what is shown stays as it is. */
void scheme_list_read_columns(struct scheme_list *list);

/* Shows these columns (at most SCHEME_LIST_SHOWN_MAX, copied) from the next reading on. */
void scheme_list_show_columns(struct scheme_list *list, const struct scheme_column *shown, size_t count);

/* Narrows it anew, as when J and K go to the next person, and reads it from the start. */
void scheme_list_narrow(struct scheme_list *list, const struct ch_list_query *narrow);

/* Draws it, with the columns that an area of this width shows. */
void scheme_list_draw(struct scheme_list *list, struct canvas *canvas, struct rect area, bool focused);

/* The canonical text of a cell, by the list's key ("left_on"); NULL: not known. */
const char *scheme_list_cell(const struct scheme_list *list, const struct ch_row *row, const char *key);

/* The same as a whole number; 0 where not known. */
int64_t scheme_list_number(const struct scheme_list *list, const struct ch_row *row, const char *key);

/* The focused row's record; 0 in an empty list. */
int64_t scheme_list_id(struct scheme_list *list);

/* For a screen's bindings: COMMAND_SORT, where screen->list is a scheme_list's. */
void scheme_list_ask_sort(struct app *app, struct screen *screen);
bool scheme_list_can_sort(const struct app *app, const struct screen *screen);

#endif
