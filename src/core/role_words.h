/* The words that a scheme shows instead of coach, coachee, mentor and mentee (R27). */
#ifndef CORE_ROLE_WORDS_H
#define CORE_ROLE_WORDS_H

#include "chiron/scheme.h"

/*
 * Refused, naming the field: a word without its plural or the other way round, one with signs that no word has, one
 * that has a role's own word in it, and one that two roles would share.
 */
enum ch_status role_words_check(const struct ch_scheme_settings *settings, struct ch_error *err);

/* From now on the texts of the program have the scheme's words; what cannot be read leaves them as they were. */
void role_words_take_up(struct ch_scheme *scheme);

#endif
