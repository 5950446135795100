#include "tui/terminal/theme.h"

#include <string.h>

#include "chiron/text.h"

static const char *const meanings[CANVAS_COLOUR_COUNT] = {
	[CANVAS_URGENT >> CANVAS_COLOUR_SHIFT] = "urgent", [CANVAS_SOON >> CANVAS_COLOUR_SHIFT] = "soon",
	[CANVAS_GOOD >> CANVAS_COLOUR_SHIFT] = "good",	   [CANVAS_ACCENT >> CANVAS_COLOUR_SHIFT] = "accent",
	[CANVAS_MARKED >> CANVAS_COLOUR_SHIFT] = "marked", [CANVAS_QUIET >> CANVAS_COLOUR_SHIFT] = "quiet",
	[CANVAS_LINK >> CANVAS_COLOUR_SHIFT] = "link",
};

static const char *const colours[] = {"none", "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"};

static const struct {
	const char *word;
	unsigned attribute;
} attributes[] = {{"bold", CANVAS_BOLD},
		  {"dim", CANVAS_DIM},
		  {"underline", CANVAS_UNDERLINE},
		  {"reverse", CANVAS_REVERSE}};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Takes one word of a style; false where it is none. */
static bool take_word(const char *word, struct theme_style *style)
{
	for (size_t i = 0; i < COUNT(colours); i++)
		if (strcmp(colours[i], word) == 0) {
			style->colour = (int)i - 1;
			return true;
		}
	for (size_t i = 0; i < COUNT(attributes); i++)
		if (strcmp(attributes[i].word, word) == 0) {
			style->attributes |= attributes[i].attribute;
			return true;
		}
	return false;
}

static const char *nearest_word(const char *word)
{
	struct ch_nearest nearest = CH_NEAREST(word);

	for (size_t i = 0; i < COUNT(colours); i++)
		ch_nearest_try(&nearest, colours[i]);
	for (size_t i = 0; i < COUNT(attributes); i++)
		ch_nearest_try(&nearest, attributes[i].word);
	return nearest.word != NULL ? nearest.word : "none";
}

static void read_style(struct ch_preferences *preferences, const char *file, int number, const char *value,
		       struct theme_style *style)
{
	struct theme_style wanted = {.colour = -1};
	const char *at = value + strspn(value, " \t");

	while (*at != '\0') {
		size_t length = strcspn(at, " \t");
		const char *word = ch_arena_copy_bytes(&preferences->arena, at, length);

		if (!take_word(word, &wanted)) {
			ch_preferences_complain(preferences, file, number,
						_("\"%s\" is no colour or attribute; the nearest is %s"), word,
						nearest_word(word));
			return;
		}
		at += length;
		at += strspn(at, " \t");
	}
	*style = wanted;
}

static int meaning_of(const char *key)
{
	for (size_t i = 1; i < COUNT(meanings); i++)
		if (strcmp(meanings[i], key) == 0)
			return (int)i;
	return 0;
}

static const char *nearest_meaning(const char *key)
{
	struct ch_nearest nearest = CH_NEAREST(key);

	for (size_t i = 1; i < COUNT(meanings); i++)
		ch_nearest_try(&nearest, meanings[i]);
	return nearest.word != NULL ? nearest.word : "urgent";
}

void theme_read(struct theme *theme, struct ch_preferences *preferences)
{
	const char *file, *text = ch_theme_text(preferences, preferences->value[CH_PREFERENCE_THEME], &file);
	struct ch_config_line line;
	int number = 0;

	for (size_t i = 0; i < CANVAS_COLOUR_COUNT; i++)
		theme->styles[i] = (struct theme_style){.colour = -1};
	while (text != NULL && ch_config_next(&text, &number, &preferences->arena, &line)) {
		int meaning = line.key != NULL ? meaning_of(line.key) : 0;

		if (line.key == NULL)
			ch_preferences_complain(preferences, file, number,
						_("a line is \"meaning = colour attributes\", or a comment after #"));
		else if (meaning == 0)
			ch_preferences_complain(preferences, file, number,
						_("\"%s\" is no meaning; the nearest is %s"), line.key,
						nearest_meaning(line.key));
		else
			read_style(preferences, file, number, line.value, &theme->styles[meaning]);
	}
}
