/*
 * A question in the last row. Esc, Enter and q mean no; nothing that cannot be
 * undone happens on one key: for that, a word has to be typed.
 */
#ifndef TUI_QUESTION_H
#define TUI_QUESTION_H

#include "chiron/status.h"
#include "tui/terminal/event.h"
#include "tui/widgets/field_input.h"

struct app;

enum { QUESTION_NO = 0 };

struct question {
	/* Told which of the letters it was, or QUESTION_NO. NULL: nothing is asked. */
	void (*answer)(struct app *app, void *data, char letter);
	void *data;
	struct ch_buffer text;
	const char *letters; /* "yn"; NULL where a word is to be typed */
	const char *word;
	struct field_input input;
};

/* Asks with letters, which the text names in brackets: "End the pairing? [y]es [n]o" */
void question_ask(struct app *app, const char *letters, void (*answer)(struct app *, void *, char), void *data,
		  const char *format, ...) CH_PRINTF(5, 6);

/* Asks for `word` to be typed, "yes" or a number: the answer is then 'y'. `word` outlives the question. */
void question_confirm(struct app *app, const char *word, void (*answer)(struct app *, void *, char), void *data,
		      const char *format, ...) CH_PRINTF(5, 6);

/* Answers no to what is asked, and to what that asks, so that nothing is left waiting for an answer. */
void question_end(struct app *app);

void question_event(struct app *app, const struct event *event);

/*
 * What of the question fits a row of `width` cells: all of it, or the last of its answers. The rest stands above it
 * (status.c), so that nothing is ever cut off.
 */
const char *question_tail(const struct question *question, int width);

/* Draws it into `row`: of a long one, and of one that wants a word, the answer alone: what is asked is the status. */
void question_draw(struct question *question, struct canvas *canvas, struct rect row);

#endif
