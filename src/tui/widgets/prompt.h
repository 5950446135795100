/*
 * A one-line prompt: `/` to find, `f` to filter as one types, the quick log.
 *
 * It lies in the status row, or in the first row of the body (`top`), and has
 * all keys until Enter or Esc. The spec is the caller's and outlives it.
 */
#ifndef TUI_PROMPT_H
#define TUI_PROMPT_H

#include "chiron/status.h"
#include "tui/terminal/event.h"
#include "tui/widgets/field_input.h"

struct app;

enum { PROMPT_HISTORY_MAX = 16 };

/* Lines entered before, oldest first; kept by whoever asks. All zeros is empty. */
struct prompt_history {
	struct ch_buffer lines[PROMPT_HISTORY_MAX];
	size_t count;
	struct ch_buffer path; /* of the file that keeps them over restarts; "": none does */
};

struct prompt_spec {
	const char *label; /* "Filter: " */
	const char *hint;  /* what the keys do, in the hint row */
	const char *help;  /* all that can be typed, under it from the help key to the next; NULL: `hint` */
	const char *typed; /* what to type, for the line mode, a sentence; NULL: the label says it */
	bool top;

	/* After every change of the text; NULL: none. */
	void (*changed)(struct app *app, void *data, const char *text);

	/* What the text so far means or finds, shown beside it; NULL: none. */
	void (*note)(void *data, const char *text, struct ch_buffer *out);

	/* Tab: completes the text, or goes on elsewhere with it (having closed the prompt). NULL: none. */
	void (*tab)(struct app *app, void *data, struct field_input *input);
	const char *tab_does; /* "completes it"; with `tab` */

	/* Enter. Refusing keeps the prompt open with its text and shows why. */
	enum ch_status (*done)(struct app *app, void *data, const char *text, struct ch_error *err);

	/* Esc; NULL: nothing to do. */
	void (*dropped)(struct app *app, void *data);

	/* It closes with a text that was not entered, by Esc or as the program ends; NULL: that is let go. */
	void (*keep)(struct app *app, void *data, const char *text);
};

struct prompt {
	const struct prompt_spec *spec; /* NULL: closed */
	void *data;
	struct prompt_history *history; /* NULL: none */
	size_t history_at;
	struct field_input input;
	bool suggested;	     /* nothing was typed yet: the first letter replaces the text */
	bool unsettled;	     /* `changed` did not get to its end, for a key that waited: that key runs it again */
	bool helped;	     /* the help key was the last one */
	struct ch_error err; /* why Enter was refused */
};

/* Opens it with `text` (NULL: "") in it. */
void prompt_open(struct app *app, const struct prompt_spec *spec, void *data, struct prompt_history *history,
		 const char *text);

/* The same with a text to take as it is or to type over: the first letter or paste replaces it. */
void prompt_suggest(struct app *app, const struct prompt_spec *spec, void *data, const char *text);

/* Closes it without telling anybody. */
void prompt_close(struct app *app);

/* The program ends: what is typed and not entered is kept, where it is to be. */
void prompt_end(struct app *app);

/* A key or paste while it is open. */
void prompt_event(struct app *app, const struct event *event);

/* Rows that what is said under the prompt takes at this width: why it is refused, what the text means, or the keys. */
int prompt_foot_rows(struct app *app, struct canvas *canvas, int width);

/* Draws it into `row`, and what is said under it into `foot`. */
void prompt_draw(struct app *app, struct canvas *canvas, struct rect row, struct rect foot);

/*
 * Keeps the lines in the file `name` of `folder` (NULL: nowhere), from which those of earlier days come now. The
 * folder is made when there is something to keep. A file that cannot be read or written is no error: it is a
 * convenience.
 */
void prompt_history_keep(struct prompt_history *history, const char *folder, const char *name);

/* Adds a line, unless it is empty or the newest already. */
void prompt_history_add(struct prompt_history *history, const char *text);

void prompt_history_release(struct prompt_history *history);

#endif
