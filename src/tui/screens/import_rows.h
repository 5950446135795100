/* Leaving out rows that are asked about: one, those that say the same, or all who said no to a consent. */
#ifndef TUI_IMPORT_ROWS_H
#define TUI_IMPORT_ROWS_H

#include "tui/app.h"
#include "tui/screens/import_plan.h"

/* What is asked; the caller's until `done`, which is told once the plan says what stays out. */
struct import_rows {
	struct import_plan *plan;
	const struct ch_import_group *groups;
	size_t group_count, index;
	void (*done)(struct app *app, void *data);
	void *data;
};

/* Whether the group is of somebody who said no where the form asked for consent. */
bool import_rows_is_refusal(const struct ch_import_group *group);

/* Leaves out the rows of the group at `index`; of several who said no it asks whether all of them are meant. */
void import_rows_leave_out(struct app *app, struct import_rows *rows);

#endif
