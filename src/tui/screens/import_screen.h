/* The screen of an import, and reading its file for it. */
#ifndef TUI_IMPORT_SCREEN_H
#define TUI_IMPORT_SCREEN_H

#include "tui/screens/import_facts.h"
#include "tui/screens/import_rows.h"
#include "tui/screens/screens.h"

struct import_screen {
	struct screen screen;
	struct fact_list facts;
	struct import_plan plan;
	struct ch_arena arena; /* what the result and its groups live in */
	struct ch_import_result result;
	struct ch_import_group *groups;
	size_t group_count;
	struct ch_error err; /* why it was refused */
	const char *unfolded, *corrections;
	bool has_result;
	struct imports_undo undo;
	struct import_rows rows;
};

/* Shows the result once more, as when more of it is to be seen. */
void import_show(struct import_screen *import);

/*
 * Reads the file, and with `dry_run` false brings it in; rejected rows and a refused file are a result like any other.
 * Where it fails or is stopped, what was shown before stays.
 */
enum ch_status import_run(struct app *app, struct import_screen *import, bool dry_run, struct ch_error *err);

#endif
