/*
 * Writing what a screen shows to a file: asks for the name, then whether what
 * is there already is to be replaced, then writes it whole or not at all
 * (chiron/file_out.h) and says so.
 */
#ifndef TUI_FILE_WRITE_H
#define TUI_FILE_WRITE_H

#include <stdio.h>

#include "tui/app.h"
#include "tui/widgets/prompt.h"

struct file_write {
	const char *label; /* what is written to where; NULL: "Write to: "; not yet translated, as the next two */
	const char *hint;  /* what the name is to be, and what the keys do */
	const char *then;  /* said once it is written; NULL: nothing */

	/* Whether the name will do: the error says why not. NULL: any will. */
	enum ch_status (*allow)(void *data, const char *path, struct ch_error *err);

	/* Writes it; what goes wrong with `out` itself is found afterwards. */
	enum ch_status (*write)(struct app *app, void *data, const char *path, FILE *out, struct ch_error *err);

	void *data;
	struct prompt_spec prompt; /* the rest is filled in here */
	struct ch_buffer path;
};

/* Asks, with `suggested` as the name. `writing` is the screen's, and lives until that is closed. */
void file_write_ask(struct app *app, struct file_write *writing, const char *suggested);

void file_write_release(struct file_write *writing);

#endif
