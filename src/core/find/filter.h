/*
 * The filter language of chiron/list.h: from what a person types to terms.
 *
 *	chen -smith "ann lee"          plain words; a quoted one may hold blanks
 *	state:active,paused            either of these
 *	department:"social care"       texts: anywhere in the text, capitals and accents aside
 *	offers:coach                   lists: the start of a term
 *	last<-30d  last>30d  hours>=2  compared; a date, or a length counted from today
 *	due:-  -left:-                 not known; known
 */
#ifndef CORE_FILTER_H
#define CORE_FILTER_H

#include "store/list.h"

struct filter_context {
	const struct list_info *info;
	const struct ch_column *faces; /* one for each of its columns */
	ch_date today;
	bool own; /* the actor sees only what is theirs: columns of class coordinator are none for them */
	struct ch_arena *arena; /* where the values of the terms live */
};

/* CH_DATA names the word that does not parse and what is allowed there. `text` may be NULL. */
enum ch_status filter_parse(const struct filter_context *context, const char *text, struct list_filter *filter,
			    struct ch_error *err);

/* "a, b or c": the columns that may be filtered by, or, with `sorted`, sorted by. */
void filter_columns(const struct filter_context *context, bool sorted, struct ch_buffer *out);

#endif
