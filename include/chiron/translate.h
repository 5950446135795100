/*
 * Other words in the program's own texts, wherever _() shows them (status.h).
 *
 * A scheme that calls its mentors "befrienders" (R27) shows that word in every
 * text that has the word "mentor", once, here, instead of each text having a
 * gap for it. So it is with the keys that a text names by KEY_(): they are those of
 * the person who reads. The words are those of the process, as its language is: one
 * scheme is open at a time. Only texts of the program go through _(), never
 * names or wording; where a form's label is data it says so (form_field.as_is).
 */
#ifndef CHIRON_TRANSLATE_H
#define CHIRON_TRANSLATE_H

#include <stddef.h>

#include "chiron/arena.h"

struct ch_instead {
	const char *word; /* of the program, in small letters, as in N_("mentor") */
	const char *by;   /* has no sign that a format or a terminal understands */
};

/*
 * From now on texts have `by` instead of each `word`, which is copied. Words are whole; one that begins with a capital
 * has one again; "a" before it becomes "an" where that is said. What is to be typed stays: what stands in backticks or
 * behind a quote, and parts of role:mentor, --role or coach-owned. count 0: no more words are others.
 */
void ch_translate_instead(const struct ch_instead *words, size_t count);

/*
 * Of a command of the screen, by its name ("ADD"), what whoever sits there presses for it; it has no sign that a format
 * understands. The result may be in `arena`.
 */
typedef const char *ch_key_of(const void *data, const char *command, struct ch_arena *arena);

/* From now on each KEY_() in a text is what `key_of` says of it, with `data`; NULL: the name of the command. */
void ch_translate_keys(ch_key_of *key_of, const void *data);

#endif
