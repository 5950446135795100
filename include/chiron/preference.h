/*
 * Preferences: what a person sets for themselves, and no scheme knows.
 *
 * They stand in the file `config` of $XDG_CONFIG_HOME/chiron (else
 * ~/.config/chiron), a line each: "mouse = off". Beside it lie `keys` and the
 * folder `themes`. A wrong line is left out, complained about by file, line and
 * the nearest right word, and nothing else suffers. The table is preference.def.
 */
#ifndef CHIRON_PREFERENCE_H
#define CHIRON_PREFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/status.h"

enum ch_preference {
#define PREFERENCE(id, key, allowed, initial, label, help) CH_PREFERENCE_##id,
#include "chiron/preference.def"
#undef PREFERENCE
	CH_PREFERENCE_COUNT
};

struct ch_preference_info {
	const char *key;     /* "escape_delay" */
	const char *allowed; /* "auto off", "1..1000" or "THEME" */
	const char *initial;
	const char *label, *help; /* not yet translated */
};

const struct ch_preference_info *ch_preference_info(enum ch_preference preference);

enum { CH_COMPLAINTS_MAX = 20 };

struct ch_preferences {
	struct ch_arena arena;
	const char *path;   /* of the file, which need not be there */
	const char *folder; /* that it, `keys` and `themes` lie in */
	const char *value[CH_PREFERENCE_COUNT];	 /* never NULL, and always allowed */
	const char *origin[CH_PREFERENCE_COUNT]; /* "FILE:3", "$CHIRON_MOUSE"; NULL: nobody's */
	const char *complaints[CH_COMPLAINTS_MAX]; /* sentences; what comes after the last is left out */
	size_t complaint_count;
};

/*
 * Reads the file, then the environment. `path` NULL: $CHIRON_CONFIG, else the usual one, which may be missing. It
 * always gives preferences that work; what was wrong is in the complaints. Ends with ch_preferences_release().
 */
void ch_preferences_read(struct ch_preferences *preferences, const char *path);
void ch_preferences_release(struct ch_preferences *preferences);

/* Adds a complaint about line `number` (0: about all of it) of a file: for those that read `keys` and themes. */
void ch_preferences_complain(struct ch_preferences *preferences, const char *file, int number, const char *format, ...)
	CH_PRINTF(4, 5);

/* As a number, a switch, or a word to compare. */
int ch_preference_number(const struct ch_preferences *preferences, enum ch_preference preference);
bool ch_preference_is(const struct ch_preferences *preferences, enum ch_preference preference, const char *word);

/* The preference with this key; CH_DATA names the nearest. */
enum ch_status ch_preference_find(const char *key, enum ch_preference *preference, struct ch_error *err);

/* Whether the value may be written: CH_DATA says what is allowed. */
enum ch_status ch_preference_check(const struct ch_preferences *preferences, enum ch_preference preference,
				   const char *value, struct ch_error *err);

/*
 * Writes the value into the file, made with its folder where they are missing: in the place of the line that had it,
 * else at the end; comments stay. CH_DATA where it is not allowed. The preferences read before are not changed.
 */
enum ch_status ch_preference_set(const struct ch_preferences *preferences, enum ch_preference preference,
				 const char *value, struct ch_error *err);

/* The text of a file of the folder ("keys"), NULL where it is not there or cannot be read. */
const char *ch_preferences_text(struct ch_preferences *preferences, const char *name);

/*
 * The text of a theme: the person's own of that name, else chiron's; NULL where there is neither. *file is what to call
 * it in a complaint.
 */
const char *ch_theme_text(struct ch_preferences *preferences, const char *name, const char **file);

/* The names of chiron's own themes, ended by NULL; index from 0. */
const char *ch_theme_name(size_t index);

/* One line "key = value" of a text: cut out, without blanks and comments ("#"); false at the end. Counts in *number. */
struct ch_config_line {
	const char *key, *value; /* both NULL where the line has no "=" and is no comment; `value` may be "" */
};
bool ch_config_next(const char **text, int *number, struct ch_arena *arena, struct ch_config_line *line);

#endif
