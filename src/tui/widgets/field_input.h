/*
 * An editor for one text: a line, or many lines that wrap.
 *
 * It works on grapheme clusters: the cursor never stands inside one. What
 * could steer a terminal is never taken in. The text is UTF-8 of at most
 * INPUT_BYTES_MAX bytes.
 */
#ifndef TUI_FIELD_INPUT_H
#define TUI_FIELD_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/buffer.h"
#include "tui/terminal/canvas.h"

enum { INPUT_BYTES_MAX = 65536, INPUT_UNDO_MAX = 24 };

enum input_result {
	INPUT_UNUSED,  /* the key means nothing to the editor, or could not move further */
	INPUT_MOVED,   /* only the cursor */
	INPUT_FULL,    /* no room for what was typed; nothing changed */
	INPUT_CHANGED, /* the text */
	INPUT_CUT      /* the text, but for the end of what was pasted, which had no room */
};

/* Kinds of edits: undo goes back to where the kind changed. */
enum input_edit { EDIT_NONE, EDIT_TYPE, EDIT_ERASE, EDIT_OTHER };

struct input_state {
	struct ch_buffer text;
	size_t cursor;
};

struct field_input {
	struct ch_buffer text;
	size_t cursor;	/* byte of `text`, at the edge of a cluster */
	size_t left;	/* first byte shown of a line longer than its room */
	bool lines;	/* many lines: Enter breaks the line */
	int columns;	/* cells a visual row had when last drawn */
	enum input_edit last_edit;
	struct input_state undo[INPUT_UNDO_MAX], redo[INPUT_UNDO_MAX]; /* texts before edits, after those undone */
	size_t undo_count, redo_count;
};

#define INPUT_EMPTY ((struct field_input){.text = CH_BUFFER_EMPTY, .columns = 60})

void input_release(struct field_input *input);

/* Replaces the text (NULL: ""), puts the cursor at its end and forgets what could be undone. */
void input_set(struct field_input *input, const char *text);

/* Typing, moving and erasing. Up and Down move between visual rows of many lines only. */
enum input_result input_key(struct field_input *input, uint32_t key);

/*
 * Inserts `text`; line breaks become blanks in a single line. Control characters are left out, and what has no room
 * at its end.
 */
enum input_result input_paste(struct field_input *input, const char *text);

/* Replaces `length` bytes before the cursor by `text`. */
enum input_result input_replace(struct field_input *input, size_t length, const char *text);

enum input_result input_clear(struct field_input *input);

/* Takes back the last run of typing or erasing; does it again. What is typed after undoing ends the latter. */
enum input_result input_undo(struct field_input *input);
enum input_result input_redo(struct field_input *input);

/* Visual rows that the text takes at `columns` cells a row: at least 1. */
int input_rows(const struct field_input *input, int columns);

/* Draws it into `area`, showing the part around the cursor; with `focused` puts the canvas's cursor there. */
void input_draw(struct field_input *input, struct canvas *canvas, struct rect area, unsigned style, bool focused);

#endif
