/*
 * Lists within a list, as people make them by hand: a title ("Mentors"), a
 * sheet or a row between two people that says what those below are, and a
 * second list below the first, or beside it, with headings of its own.
 */
#ifndef CHIRON_CORE_IMPORT_SECTION_H
#define CHIRON_CORE_IMPORT_SECTION_H

#include "core/import/column.h"

/* Notes a row above the headings: its only cell may say what everybody below is. */
void import_section_above(struct import_columns *columns, const struct import_record *record);

/*
 * After the columns are settled: whether sections say roles at all, which they
 * do in a list of people without a column of roles, unless a role was given for
 * all; and what the title, or else the name of the sheet, says. A second list
 * beside the first is told.
 */
void import_sections_begin(struct import_columns *columns, bool role_given, struct import_findings *findings);

/* Whether a row between the others says that those below it have left: "LEFT 2025". */
bool import_section_is_of_leavers(const struct import_columns *columns, const char *title);

/* Takes up the role that a row about no person names; whether it did, which it says. */
bool import_section_enter(struct import_columns *columns, const struct import_record *record, const char *cell,
			  struct import_findings *findings);

/* Whether the row is the headings of another list, where reading has to end; it was told then, as a rejected row. */
bool import_section_is_other_list(struct import_columns *columns, const struct import_record *record,
				  struct ch_arena *arena, struct import_findings *findings);

#endif
