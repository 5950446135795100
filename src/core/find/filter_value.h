/* The values of a filter's terms, by the type of the column. For filter*.c only. */
#ifndef CORE_FILTER_VALUE_H
#define CORE_FILTER_VALUE_H

#include "core/find/filter.h"

/*
 * Adds a value to the term, whose column, type and match are set: from `text`
 * as it was typed. The match may change to what the type means by it. CH_DATA
 * says what the column allows.
 */
enum ch_status filter_value(const struct filter_context *context, struct list_term *term,
			    const struct ch_column *column, const char *text, struct ch_error *err);

#endif
