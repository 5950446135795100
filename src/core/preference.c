/* The table of preferences, and reading them: file first, environment over it. */
#include "chiron/preference.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/preference_file.h"

enum { ENVIRONMENT_SIZE = 64 };

static const struct ch_preference_info table[CH_PREFERENCE_COUNT] = {
#define PREFERENCE(id, key_, allowed_, initial_, label_, help_)                                                        \
	[CH_PREFERENCE_##id] = {                                                                                       \
		.key = key_, .allowed = allowed_, .initial = initial_, .label = label_, .help = help_},
#include "chiron/preference.def"
#undef PREFERENCE
};

const struct ch_preference_info *ch_preference_info(enum ch_preference preference)
{
	return &table[preference];
}

enum ch_status ch_preference_find(const char *key, enum ch_preference *preference, struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(key);

	for (int i = 0; i < CH_PREFERENCE_COUNT; i++) {
		if (strcmp(table[i].key, key) == 0) {
			*preference = (enum ch_preference)i;
			return CH_OK;
		}
		ch_nearest_try(&nearest, table[i].key);
	}
	ch_fail(err, CH_DATA, _("there is no preference \"%s\""), key);
	if (nearest.word != NULL)
		return ch_error_fix(err, _("the nearest is %s"), nearest.word);
	return ch_error_fix(err, _("`chiron config list` shows them"));
}

/* ---- What is allowed ------------------------------------------------------------ */

static enum ch_status check_number(const struct ch_preference_info *info, const char *value, struct ch_error *err)
{
	char *end, *rest;
	long least = strtol(info->allowed, &end, 10), most = strtol(end + 2, NULL, 10);
	long number = strtol(value, &rest, 10);

	if (rest != value && *rest == '\0' && number >= least && number <= most)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s is \"%s\""), info->key, value);
	return ch_error_fix(err, _("a number from %ld to %ld is wanted"), least, most);
}

static enum ch_status check_word(const struct ch_preference_info *info, const char *value, struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(value);
	char word[32];

	for (const char *at = info->allowed; *at != '\0'; at += strspn(at, " ")) {
		size_t length = strcspn(at, " ");

		snprintf(word, sizeof(word), "%.*s", (int)length, at);
		if (strcmp(word, value) == 0)
			return CH_OK;
		ch_nearest_try(&nearest, word);
		at += length;
	}
	ch_fail(err, CH_DATA, _("%s is \"%s\""), info->key, value);
	return ch_error_fix(err, _("one of these is wanted: %s"), info->allowed);
}

static enum ch_status check_theme(struct ch_preferences *preferences, const char *value, struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(value);
	const char *file;

	if (strchr(value, '/') == NULL && ch_theme_text(preferences, value, &file) != NULL)
		return CH_OK;
	for (size_t i = 0; ch_theme_name(i) != NULL; i++)
		ch_nearest_try(&nearest, ch_theme_name(i));
	ch_fail(err, CH_DATA, _("there is no theme \"%s\""), value);
	if (nearest.word != NULL)
		return ch_error_fix(err, _("the nearest is %s"), nearest.word);
	return ch_error_fix(err,
			    _("chiron's own: dark, light, high-contrast, colour-blind, mono; yours lie in %s/themes"),
			    preferences->folder);
}

static enum ch_status check(struct ch_preferences *preferences, enum ch_preference preference, const char *value,
			    struct ch_error *err)
{
	const struct ch_preference_info *info = &table[preference];

	if (strcmp(info->allowed, "THEME") == 0)
		return check_theme(preferences, value, err);
	return isdigit((unsigned char)*info->allowed) ? check_number(info, value, err) : check_word(info, value, err);
}

/* ---- Reading -------------------------------------------------------------------- */

void ch_preferences_complain(struct ch_preferences *preferences, const char *file, int number, const char *format, ...)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	va_list args;

	if (preferences->complaint_count == CH_COMPLAINTS_MAX)
		return;
	if (number > 0)
		ch_buffer_printf(&text, _("%s, line %d: "), file, number);
	else
		ch_buffer_printf(&text, "%s: ", file);
	va_start(args, format);
	ch_buffer_vprintf(&text, format, args);
	va_end(args);
	preferences->complaints[preferences->complaint_count++] = ch_arena_copy(&preferences->arena, text.text);
	ch_buffer_release(&text);
}

static void take(struct ch_preferences *preferences, enum ch_preference preference, const char *value,
		 const char *file, int number)
{
	struct ch_error err = CH_NO_ERROR;

	if (check(preferences, preference, value, &err) != CH_OK) {
		ch_preferences_complain(preferences, file, number, "%s; %s", err.message, err.fix);
		return;
	}
	preferences->value[preference] = ch_arena_copy(&preferences->arena, value);
	preferences->origin[preference] =
		number > 0 ? ch_arena_printf(&preferences->arena, "%s:%d", file, number) : file;
}

static void read_lines(struct ch_preferences *preferences, const char *text)
{
	struct ch_config_line line;
	int number = 0;

	while (ch_config_next(&text, &number, &preferences->arena, &line)) {
		enum ch_preference preference;
		struct ch_error err = CH_NO_ERROR;

		if (line.key == NULL)
			ch_preferences_complain(preferences, preferences->path, number,
						_("a line is \"name = value\", or a comment after #"));
		else if (ch_preference_find(line.key, &preference, &err) != CH_OK)
			ch_preferences_complain(preferences, preferences->path, number, "%s; %s", err.message,
						err.fix);
		else
			take(preferences, preference, line.value, preferences->path, number);
	}
}

static void read_environment(struct ch_preferences *preferences)
{
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++) {
		char name[ENVIRONMENT_SIZE];
		const char *value;

		snprintf(name, sizeof(name), "$CHIRON_%s", table[i].key);
		for (char *at = name; *at != '\0'; at++)
			*at = (char)toupper((unsigned char)*at);
		value = getenv(name + 1);
		if (value != NULL && *value != '\0')
			take(preferences, (enum ch_preference)i, value, ch_arena_copy(&preferences->arena, name), 0);
	}
}

void ch_preferences_read(struct ch_preferences *preferences, const char *path)
{
	const char *text;
	struct ch_error err = CH_NO_ERROR;

	*preferences = (struct ch_preferences){.arena = CH_ARENA_EMPTY};
	for (int i = 0; i < CH_PREFERENCE_COUNT; i++)
		preferences->value[i] = table[i].initial;
	preference_place(preferences, path);
	text = preference_read(preferences->path, path != NULL, &preferences->arena, &err);
	if (text == NULL && err.status != CH_OK)
		ch_preferences_complain(preferences, preferences->path, 0, "%s", err.message);
	if (text != NULL)
		read_lines(preferences, text);
	read_environment(preferences);
}

void ch_preferences_release(struct ch_preferences *preferences)
{
	ch_arena_release(&preferences->arena);
}

int ch_preference_number(const struct ch_preferences *preferences, enum ch_preference preference)
{
	return (int)strtol(preferences->value[preference], NULL, 10);
}

bool ch_preference_is(const struct ch_preferences *preferences, enum ch_preference preference, const char *word)
{
	return strcmp(preferences->value[preference], word) == 0;
}

enum ch_status ch_preference_check(const struct ch_preferences *preferences, enum ch_preference preference,
				   const char *value, struct ch_error *err)
{
	struct ch_preferences scratch = {.arena = CH_ARENA_EMPTY, .folder = preferences->folder};
	enum ch_status status = check(&scratch, preference, value, err);

	ch_arena_release(&scratch.arena);
	return status;
}

enum ch_status ch_preference_set(const struct ch_preferences *preferences, enum ch_preference preference,
				 const char *value, struct ch_error *err)
{
	if (ch_preference_check(preferences, preference, value, err) != CH_OK)
		return err->status;
	return preference_write(preferences->path, table[preference].key, value, err);
}
