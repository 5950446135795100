/*
 * What somebody said of the columns of a list, remembered for the next list
 * with the same headings, in whatever order they stand: which fields they are,
 * and how dates are read. It stands behind what is said anew, before what the
 * headings and cells tell.
 */
#ifndef CHIRON_CORE_IMPORT_MEMORY_H
#define CHIRON_CORE_IMPORT_MEMORY_H

#include "chiron/mapping.h"
#include "core/journal/change.h"
#include "core/import/column.h"

struct import_memory {
	const struct ch_mapping *mappings; /* of one kind of import */
	size_t count;
};

/* Reads what there is for the kind ("people"); it lives in `arena`. */
enum ch_status import_memory_read(struct ch_context *c, const char *kind, struct ch_arena *arena,
				  struct import_memory *memory, struct ch_error *err);

/* What is remembered of just these headings; NULL: nothing. `memory` may be NULL. */
const struct ch_mapping *import_memory_find(const struct import_memory *memory, const char *const *headings,
					    size_t count);

/*
 * Remembers what was said of the columns of a list that came in. With `rejected`, some of its rows are in a
 * corrections file, which is too short to find out by itself what the whole list told: then that is remembered too.
 */
enum ch_status import_memory_keep(struct change *change, const struct import_columns *columns,
				  const struct import_columns_options *options, bool rejected,
				  struct import_findings *findings, struct ch_error *err);

#endif
