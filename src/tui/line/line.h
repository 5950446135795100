/*
 * The line mode: the same screens, forms and lists, one line at a time, for
 * screen readers, braille displays, and terminals that cannot place a cursor.
 *
 * It runs the application that the full screen runs. Instead of drawing, it
 * reads out: what a screen says around its list, then the rows with their
 * numbers, one a line; a form as one question after the other. What is typed is
 * the name of an action as the help has it ("add", "filter okafor"), a row's
 * number ("3", "3 edit"), or the key that the action has on the full screen.
 * Nothing moves the cursor, and nothing is said again that did not change.
 */
#ifndef TUI_LINE_H
#define TUI_LINE_H

#include <stdio.h>

#include "tui/app.h"

/* Between whom. */
struct line_talk {
	FILE *in, *out;
	bool echo;  /* what is read is written too: the input is no terminal that shows it */
	bool alone; /* what is on top is all there is, as one form: nobody is welcomed */
};

struct line {
	struct app *app;
	struct line_talk talk;
	struct ch_buffer answer; /* the line read last, without its end */
	struct ch_buffer rest;	 /* of a line, for what its first words opened: "filter okafor" */
	bool has_rest, ended;
	struct canvas canvas;
	const struct screen *shown; /* that was read out last */
	size_t depth;		    /* how many lay on the stack then */
	struct ch_buffer page;	    /* and what was read out of it */
	int64_t first;		    /* number of the first row of the page */
	int64_t at;		    /* the row that had the focus then, by its id */
	bool again;		    /* the page was asked for */
};

/*
 * Runs until app->quit, or the end of the input, Ctrl-C at a terminal or a signal to end, which end the application in
 * order: what was answered in a form is kept as its draft. The signal is known to ch_stop_signal() then.
 */
void line_run(struct app *app, struct line_talk talk);

/* ---- For what presents itself line by line (screen_ops.line) ---- */

/* Writes a line, made safe. */
void line_say(struct line *line, const char *format, ...) CH_PRINTF(2, 3);

/* The same without its end: what is typed stands behind it. Then reads a line into line->answer; false at the end. */
bool line_ask(struct line *line, const char *format, ...) CH_PRINTF(2, 3);

/* The answer is for what is asked next. */
void line_take_back(struct line *line);

/* Reads one more line without asking. */
bool line_read(struct line *line);

/* Handles a key as the full screen does. */
void line_key(struct line *line, uint32_t key);

/* Takes in what others changed meanwhile. */
void line_catch_up(struct line *line);

/* The number that the text is, from 1 to `most`; 0 where it is none. */
size_t line_number(const char *text, size_t most);

#endif
