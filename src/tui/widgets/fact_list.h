/*
 * A list of what is known of one thing, a label and a text in each row, to
 * read and go through: long texts go on in rows of their own.
 *
 * It is a struct list, so moving and finding work as everywhere.
 */
#ifndef TUI_FACT_LIST_H
#define TUI_FACT_LIST_H

#include "tui/widgets/list.h"

struct fact {
	const char *label; /* translated; "": it belongs to what is above */
	const char *text;
	const char *joined; /* "label: text" */
	char sign; /* '!', '~', '+', '.' or ' ' */
	int64_t mark; /* fact_list_mark() */
};

struct fact_list {
	struct list list;
	struct list_source source;
	struct ch_arena arena;
	struct fact *facts;
	size_t count, room;
	struct ch_column columns[2];
	int label_width; /* of the widest label */
	int label_word;	 /* of the widest word of a label */
	bool joined;	 /* drawn so narrow that the label stands before the text in one column */
	int width;	 /* of the texts when last drawn; 0: rows must be made anew */
	struct ch_arena row_arena;
	struct ch_row *rows;
	size_t *facts_of_rows;
	int64_t mark; /* of what is added next */
	int64_t sought; /* fact_list_go_to(): the focus goes there when it is drawn next; 0: nowhere */
	size_t row_count;
	const char *empty; /* translated: what stands where nothing is known */
};

/* `title`, translated, is its heading; `signs`: it has a sign column. It must not move in memory. */
void fact_list_init(struct fact_list *facts, const char *title, const char *empty, bool signs, ch_date today);
void fact_list_release(struct fact_list *facts);

/* Forgets all; what is added next is shown. */
void fact_list_clear(struct fact_list *facts);

/* Adds one; the texts are copied. A text that is NULL or "" is passed over unless the label is. */
void fact_list_add(struct fact_list *facts, char sign, const char *label, const char *text);
void fact_list_printf(struct fact_list *facts, char sign, const char *label, const char *format, ...) CH_PRINTF(4, 5);

/* What the facts added from here on are about, in the caller's own numbers; 0: nothing that matters. */
void fact_list_mark(struct fact_list *facts, int64_t mark);

/* The mark of the focused fact; 0 where there is none. */
int64_t fact_list_focus(struct fact_list *facts);

/* The focus goes to the first fact with this mark when the list is drawn next, and stays where there is none. */
void fact_list_go_to(struct fact_list *facts, int64_t mark);

void fact_list_draw(struct fact_list *facts, struct canvas *canvas, struct rect area, bool focused);

#endif
