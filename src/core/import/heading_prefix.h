/*
 * Headings behind the name of what they are of: "Contact: First Name", "CnBio_Last_Name", "Your details - E-mail".
 * Systems and forms write them. What stands before counts for nothing where it is of the person of the row, which is
 * known by several of the headings that share it; "Parent: E-mail" and "Mentor: First Name" are of somebody else.
 */
#ifndef CHIRON_CORE_IMPORT_HEADING_PREFIX_H
#define CHIRON_CORE_IMPORT_HEADING_PREFIX_H

#include "core/import/lexicon.h"

/* Of each heading what is to be looked up: itself, or its end. Lives in `arena` and as long as the headings. */
const char **import_headings_bare(const struct import_lexicon *lexicon, const char *const *headings, size_t count,
				  struct ch_arena *arena);

#endif
