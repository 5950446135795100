/* Which rows brought nothing new: the first of them by number, the others by how many. */
#ifndef CHIRON_CORE_IMPORT_SAME_H
#define CHIRON_CORE_IMPORT_SAME_H

#include "core/import/issue.h"

enum { IMPORT_SAME_SAID = 10 };

struct import_same {
	int64_t rows[IMPORT_SAME_SAID];
	int64_t again[IMPORT_SAME_SAID]; /* the earlier row of the file that says the same; 0: none, it was known */
	int64_t count;
};

void import_same_add(struct import_same *same, int64_t row, int64_t earlier);
void import_same_tell(const struct import_same *same, struct import_findings *findings);

#endif
