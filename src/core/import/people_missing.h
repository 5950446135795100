/*
 * Who is in the scheme but not in the file. Nobody is deactivated for that: it
 * is said, and kept for the report `not-in-file`.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_MISSING_H
#define CHIRON_CORE_IMPORT_PEOPLE_MISSING_H

#include "core/import/people.h"

/*
 * After the last row. Of an import into a programme only its people are
 * expected; of a file of which each row gives a role only people with one of
 * those roles, or with none yet; of a file that names nobody who was here,
 * nobody is.
 */
enum ch_status people_missing_note(struct people_import *people, struct ch_error *err);

#endif
