/*
 * What an import is to be: the file, how it is read, what columns mean, which
 * cells are mended. It owns the texts of its options, and only grows while its
 * screen is open.
 */
#ifndef TUI_IMPORT_PLAN_H
#define TUI_IMPORT_PLAN_H

#include "chiron/exchange.h"

struct import_plan {
	struct ch_import_options options;
	struct ch_arena arena;
	const char **maps;
	struct ch_import_mend *mends;
	int64_t *left_out;
	size_t map_room, mend_room, left_out_room;
};

void import_plan_init(struct import_plan *plan);
void import_plan_release(struct import_plan *plan);

/*
 * Takes the file and how it is read from `wanted`. Where its rows or columns may be others than before, what was said
 * of columns and cells is dropped.
 */
void import_plan_read(struct import_plan *plan, const struct ch_import_options *wanted);

/* Says what a column (from 0) is: a code of ch_import_fields(), "" to leave it out. */
void import_plan_map(struct import_plan *plan, size_t column, const char *code);

/* Mends a cell, or every cell that says the same; once more where it was mended before. Valid until the next. */
const struct ch_import_mend *import_plan_mend(struct import_plan *plan, const struct ch_import_mend *mend);

/* Whether anything was said of columns, cells or rows. */
bool import_plan_says(const struct import_plan *plan);

/* A row stays out; or whoever said no where the form asked for consent. */
void import_plan_leave_out(struct import_plan *plan, int64_t row);
void import_plan_leave_refused(struct import_plan *plan);

/*
 * Every cell is read as it stands again, and no row stays out; what was mended in an earlier import of the file is not
 * mended again.
 */
void import_plan_as_it_stands(struct import_plan *plan);

/* Another file now, whose rows may be others: what was said of single rows is dropped. */
void import_plan_forget_rows(struct import_plan *plan);

/* Where rows that stay out are to be written: a free name beside the file, else in the home folder; "": nowhere. */
const char *import_plan_corrections(struct import_plan *plan);

#endif
