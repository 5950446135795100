/*
 * Line managers that a list of people names instead of giving their address. A name is somebody only where one person
 * has it, so that it is looked for after the last row, when all are here; else it is told, and the manager left open.
 */
#ifndef CHIRON_CORE_IMPORT_MANAGER_NAMES_H
#define CHIRON_CORE_IMPORT_MANAGER_NAMES_H

#include "core/journal/change.h"
#include "core/import/issue.h"
#include "core/import/lexicon.h"
#include "model/vocabulary.h"

struct manager_name {
	int64_t person_id, row;
	uint32_t name; /* its number in the vocabulary: many have the same manager */
};

/* Owns its memory; manager_names_begin() to manager_names_release(). */
struct manager_names {
	struct change *change;
	const struct import_lexicon *lexicon;
	struct import_findings *findings;
	struct ch_arena arena;
	struct vocabulary names;
	const char **spelt; /* each as it was first written, by number */
	size_t spelt_count, spelt_capacity;
	struct manager_name *list;
	size_t count, capacity;
};

/* It must not move in memory. */
void manager_names_begin(struct manager_names *names, struct change *change, const struct import_lexicon *lexicon,
			 struct import_findings *findings);
void manager_names_release(struct manager_names *names);

void manager_names_note(struct manager_names *names, int64_t person_id, int64_t row, const char *name);

/* After all people are written. A manager that would close a loop is told, and left open. */
enum ch_status manager_names_resolve(struct manager_names *names, struct ch_error *err);

#endif
