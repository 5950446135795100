/* Which row of a list holds its headings. */
#ifndef CHIRON_CORE_IMPORT_HEADING_H
#define CHIRON_CORE_IMPORT_HEADING_H

#include "core/import/lexicon.h"
#include "core/import/row_source.h"

#define IMPORT_HEADING_ROWS 15 /* in which headings are looked for */

/* Whether the field says who a person is: name, first_name, last_name or email. NULL does not. */
bool import_field_names_person(const char *field);

/*
 * Whether the record may be the headings: two known ones, among them what says
 * whom a row is about (import_kind_is_named()), and no cell that is an address.
 */
bool import_record_is_headings(const struct import_lexicon *lexicon, const struct import_record *record);

/* How many cells of the record are not blank. */
size_t import_record_filled(const struct import_record *record);

/* Of a list of people: whether the only filled cell of the record heads names or addresses. */
bool import_record_is_one_heading(const struct import_lexicon *lexicon, const struct import_record *record);

/*
 * Whether the record below `groups`, which is headings, is the better row of headings, since `groups` only gathers its
 * columns: "Person" over "First name" and "Last name", "Mentor" over "Name". It fills cells that are blank above, and
 * more of it is known. Then *headings are what the columns are called, in `arena`: with the name of their group where
 * that says more, as "Mentor Name".
 */
bool import_record_is_grouped(const struct import_lexicon *lexicon, const struct import_record *groups,
			      const struct import_record *record, struct ch_arena *arena, const char ***headings);

#endif
