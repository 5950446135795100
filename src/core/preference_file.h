/* The files of a person's preferences: where they are, reading and rewriting them. */
#ifndef CORE_PREFERENCE_FILE_H
#define CORE_PREFERENCE_FILE_H

#include "chiron/preference.h"

/* Fills in `path` and `folder`. `given` NULL: $CHIRON_CONFIG, else the usual place. */
void preference_place(struct ch_preferences *preferences, const char *given);

/*
 * The text of a file, cut after 256 KiB. NULL where it is not there: an error only when it is `wanted`; and where it
 * cannot be read: always one.
 */
const char *preference_read(const char *path, bool wanted, struct ch_arena *arena, struct ch_error *err);

/* Puts "key = value" in the place of the line with that key, else at the end, and the file in the place of the old. */
enum ch_status preference_write(const char *path, const char *key, const char *value, struct ch_error *err);

#endif
