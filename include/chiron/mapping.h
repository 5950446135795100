/*
 * What is remembered of the columns of imported lists.
 *
 * Where somebody said what a column is (or how its dates are read), that holds
 * for the next list of the same kind with the same headings, and is said when
 * it is used. It can be overruled, and forgotten.
 */
#ifndef CHIRON_MAPPING_H
#define CHIRON_MAPPING_H

#include "chiron/context.h"
#include "chiron/grid.h"

struct ch_mapping {
	int64_t mapping_id;
	int64_t row_version;
	const char *kind;	  /* of import: "people", "pairings", "sessions" */
	const char *headings;	  /* as they stood in the first list, for people: "Name | Wer bist du?" */
	const char *headings_key; /* a hash over their set */
	const char *columns;	  /* "Heading=field" in each line, "Heading=" for one that is left out; NULL: none */
	const char *date_order;	  /* "dmy", "mdy", "ymd"; NULL: not said */
	const char *remembered_at;
};

/* All of them, the newest first: number, kind, headings, columns, order of dates, since when. */
enum ch_status ch_mapping_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err);

/* CH_MISSING where there is none of that number. */
enum ch_status ch_mapping_forget(struct ch_context *c, int64_t mapping_id, struct ch_error *err);

#endif
