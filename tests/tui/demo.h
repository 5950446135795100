/*
 * A small application of invented people, for the tests of the toolkit: a list
 * of any length whose names are as unruly as names are, a form, a second
 * screen, and what a program adds to both.
 */
#ifndef TESTS_TUI_DEMO_H
#define TESTS_TUI_DEMO_H

#include "tui/app.h"
#include "tui/widgets/form.h"
#include "tui/widgets/list.h"

struct demo {
	struct app app;
	int64_t rows;	       /* in the list, with ids from 1 */
	int64_t removed;       /* id of a row that is gone; 0: none */
	char needle[64];       /* the filter: names that have it */
	size_t fetches, fetched; /* calls of the source, and rows it gave */
	size_t saves, drafts, dropped, closed_forms;
	char saved[256]; /* the last saved "length pair" */
	bool broken;	 /* the source fails */
	bool key_waits;	 /* it gives up what it may give up for a key */
	enum list_pace pace;
	struct ch_buffer dump;
	char answer;	 /* to the last question; '-' before */
};

void demo_start(struct demo *demo, int64_t rows);
void demo_stop(struct demo *demo);

/* Handles the keys that these names name, parted by blanks: "j j Enter Ctrl-S". Draws after each at the last size. */
void demo_keys(struct demo *demo, struct canvas *canvas, const char *names);

/* Types the characters of `text`. */
void demo_type(struct demo *demo, struct canvas *canvas, const char *text);

/* Draws at this size; the dump lives until the next call. */
const char *demo_screen(struct demo *demo, struct canvas *canvas, int width, int height);

/* The row of the screen with this number, from 0, drawn at the last size; it lives until the next call. */
const char *demo_row(struct demo *demo, struct canvas *canvas, int number);

/* The list of the first screen. */
struct list *demo_list(struct demo *demo);

#endif
