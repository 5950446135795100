/* The two small forms over an import's screen: what a column is, and what a cell is meant to say. */
#ifndef TUI_IMPORT_EDIT_H
#define TUI_IMPORT_EDIT_H

#include "chiron/exchange.h"
#include "tui/app.h"

/* Told what was chosen, which lives only that long. Refusing keeps the form open, as in struct form_ops. */
struct import_edit {
	/* A code of ch_import_fields(); "" leaves the column out. */
	enum ch_status (*column)(struct app *app, void *data, size_t column, const char *code, struct ch_error *err);

	/* Some mends at once. */
	enum ch_status (*mend)(struct app *app, void *data, const struct ch_import_mend *mends, size_t count,
			       struct ch_error *err);
	void *data;
};

void import_edit_column(struct app *app, const struct import_edit *edit, enum ch_import_kind kind, size_t index,
			const struct ch_import_mapping *column);

/* Of groups[index], which has a column; what they point to outlives the form. */
void import_edit_mend(struct app *app, const struct import_edit *edit, enum ch_import_kind kind,
		      const struct ch_import_group *groups, size_t group_count, size_t index);

#endif
