/* Completing a filter as it is typed: names of columns, then, behind the colon, the words a choice may be. */
#ifndef TUI_SCHEME_FILTER_H
#define TUI_SCHEME_FILTER_H

#include "chiron/list.h"
#include "tui/widgets/field_input.h"

/* Completes the word before the cursor to the first that begins with it, and again to the next one. */
void scheme_filter_complete(struct ch_context *c, enum ch_list_id list, struct field_input *input);

#endif
