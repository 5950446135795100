/*
 * Somebody new of the same name as somebody else, or of one much like it, may
 * be the same person: a question of an import, and no more.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_NAMESAKE_H
#define CHIRON_CORE_IMPORT_PEOPLE_NAMESAKE_H

#include "core/import/people.h"

/*
 * Asks it of the `person` whom the row has just made, unless a mend says that they are new. Of whom was here before
 * the import the answer may be that they are the same (ch_import_mend).
 */
enum ch_status people_namesake_tell(struct people_import *people, const struct person_row *row,
				    const struct ch_person *person, struct ch_arena *arena, struct ch_error *err);

#endif
