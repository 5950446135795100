/*
 * Templates: the texts of a check that are filled from a row of its query.
 *
 *     {days}                    the column as it is; "-" where it is NULL
 *     {due:date}                an ISO date as screens show it
 *     {missing:agreement}       keys of that entity's fields, joined by ", ": their labels
 *     {role:enrolment.role}     a code of that choice field: its label
 *     {days?day|days}           the first text where the column is 1, else the second
 *
 * Everything that is language stands in the template, so that it can be
 * translated; queries give only values, keys and codes.
 */
#ifndef CORE_CHECK_TEMPLATE_H
#define CORE_CHECK_TEMPLATE_H

#include "chiron/arena.h"
#include "chiron/date.h"
#include "chiron/field.h"

enum check_slot_kind { CHECK_SLOT_PLAIN, CHECK_SLOT_DATE, CHECK_SLOT_LABELS, CHECK_SLOT_CHOICE, CHECK_SLOT_PLURAL };

/* One pair of braces. */
struct check_slot {
	enum check_slot_kind kind;
	char column[32];
	const struct ch_entity *entity;	 /* CHECK_SLOT_LABELS */
	const struct ch_choice *choices; /* CHECK_SLOT_CHOICE */
	char one[40], many[40];		 /* CHECK_SLOT_PLURAL */
};

/*
 * Reads the slot at the next brace at or after *at and moves *at behind it.
 * CH_FOUND: there is one in *slot, and *plain bytes of text before it; CH_OK:
 * there is none left; CH_DATA: it is none of the forms above.
 */
enum ch_status check_template_next(const char **at, size_t *plain, struct check_slot *slot, struct ch_error *err);

/* The value of a column, or NULL. */
typedef const char *check_template_value(void *context, const char *column);

/* The filled template, in the arena. Its slots have been read without failure before. */
char *check_template_fill(const char *text, check_template_value *value, void *context, ch_date today,
			  struct ch_arena *arena);

#endif
