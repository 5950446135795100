#include "core/import/lexicon_build.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/lexicon.h"

enum { ARGUMENTS_MOST = 4, TABLE_FIRST = 64 };

/* An alias or a word before it has its place; the texts live in the arena. */
struct lexicon_entry {
	const char *key, *group;
	uint32_t group_at;
	uint32_t meaning;
	uint8_t language;
	bool phrase, plain;
	size_t order; /* in which it was read */
};

void lexicon_build_begin(struct lexicon_build *build, struct ch_arena *arena)
{
	*build = (struct lexicon_build){.arena = arena, .texts = CH_BUFFER_EMPTY};
	ch_buffer_add_char(&build->texts, '\0');
}

/* ---- Adding ------------------------------------------------------------------------ */

/* The table, with room for one more. */
static void *with_room(struct ch_arena *arena, void *table, size_t count, size_t size, size_t *capacity)
{
	if (count < *capacity)
		return table;
	*capacity = *capacity == 0 ? TABLE_FIRST : *capacity * 2;
	void *larger = ch_arena_array(arena, *capacity, size);
	if (count > 0)
		memcpy(larger, table, count * size);
	return larger;
}

/* Where the text is from now on; 0 for NULL. */
static uint32_t add_text(struct lexicon_build *build, const char *text)
{
	size_t at = build->texts.length;

	if (!text)
		return 0;
	ch_buffer_add_bytes(&build->texts, text, strlen(text) + 1);
	return (uint32_t)at;
}

static uint32_t add_meaning(struct lexicon_build *build, const struct import_meaning *meaning)
{
	struct lexicon_meaning kept = {.field = add_text(build, meaning->field),
				       .other = add_text(build, meaning->other),
				       .certainty = (uint8_t)meaning->certainty,
				       .test = (uint8_t)meaning->test};

	for (size_t i = 0; i < LEXICON_BESIDE_MOST; i++) {
		kept.beside[i].field = add_text(build, meaning->beside[i].field);
		kept.beside[i].neighbour = add_text(build, meaning->beside[i].neighbour);
	}
	build->meanings = with_room(build->arena, build->meanings, build->meaning_count, sizeof(*build->meanings),
				    &build->meaning_capacity);
	build->meanings[build->meaning_count] = kept;
	return (uint32_t)build->meaning_count++;
}

static void add_alias(struct lexicon_build *build, struct lexicon_entry alias)
{
	alias.order = build->alias_count;
	build->aliases =
		with_room(build->arena, build->aliases, build->alias_count, sizeof(alias), &build->alias_capacity);
	build->aliases[build->alias_count++] = alias;
}

/* The text with its accents, and without where it has any. */
static void add_text_as_alias(struct lexicon_build *build, struct lexicon_entry alias, const char *text)
{
	alias.key = import_exact_key(build->arena, text);
	if (*alias.key == '\0')
		return;
	const char *plain = import_key(build->arena, text);

	add_alias(build, alias);
	if (strcmp(plain, alias.key) == 0)
		return;
	alias.key = plain;
	alias.plain = true;
	add_alias(build, alias);
}

static void add_word(struct lexicon_build *build, struct lexicon_entry word)
{
	build->words = with_room(build->arena, build->words, build->word_count, sizeof(word), &build->word_capacity);
	build->words[build->word_count++] = word;
}

static void add_text_as_word(struct lexicon_build *build, struct lexicon_entry word, const char *text)
{
	const char *key = import_exact_key(build->arena, text);
	const char *plain = import_key(build->arena, text);

	word.key = *key != '\0' ? key : text;
	add_word(build, word);
	if (strcmp(key, plain) == 0)
		return;
	word.key = plain;
	word.plain = true;
	add_word(build, word);
}

void lexicon_build_heading(struct lexicon_build *build, const char *field, const char *text, int language)
{
	const struct import_meaning meaning = {.certainty = IMPORT_BY_NAME, .field = field};

	add_text_as_alias(
		build, (struct lexicon_entry){.meaning = add_meaning(build, &meaning), .language = (uint8_t)language},
		text);
}

/* ---- A line ------------------------------------------------------------------------- */

static bool read_test(const char *name, enum import_test *test)
{
	static const struct {
		const char *name;
		enum import_test test;
	} tests[] = {
		{.name = "role", .test = IMPORT_TEST_ROLE},	{.name = "yes", .test = IMPORT_TEST_YES},
		{.name = "email", .test = IMPORT_TEST_EMAIL},	{.name = "honorific", .test = IMPORT_TEST_HONORIFIC},
		{.name = "number", .test = IMPORT_TEST_NUMBER},
	};

	for (size_t i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (strcmp(name, tests[i].name) == 0)
			*test = tests[i].test;
	return *test != IMPORT_TEST_NONE;
}

/* "last_name/first_name": a field, and its neighbour. In place. */
static bool read_beside(char *pair, struct import_beside *beside)
{
	char *slash = strchr(pair, '/');

	if (!slash)
		return false;
	*slash = '\0';
	*beside = (struct import_beside){.field = pair, .neighbour = slash + 1};
	return true;
}

/* What the words before the colon say of the texts after it. */
struct said {
	struct import_meaning meaning;
	const char *group; /* of words; NULL: headings */
	bool phrase;
};

/* False where they say nothing. */
static bool read_kind(char *const *argument, size_t count, struct said *said)
{
	struct import_meaning *meaning = &said->meaning;
	bool good = false;

	*said = (struct said){.group = NULL};
	if (count < 2)
		return false;
	meaning->certainty = IMPORT_BY_NAME;
	meaning->field = argument[count - 1];
	if (strcmp(argument[0], "heading") == 0) {
		good = count == 2;
	} else if (strcmp(argument[0], "phrase") == 0) {
		good = count == 2;
		said->phrase = true;
		meaning->certainty = IMPORT_BY_PHRASE;
	} else if (strcmp(argument[0], "word") == 0) {
		good = count == 2;
		said->group = argument[1];
	} else if (strcmp(argument[0], "cells") == 0 && count == 4) {
		meaning->certainty = IMPORT_BY_CELLS;
		meaning->field = argument[2];
		meaning->other = argument[3];
		good = read_test(argument[1], &meaning->test);
	} else if (strcmp(argument[0], "beside") == 0 && count >= 3) {
		good = true;
		for (size_t i = 0; i + 2 < count && good; i++)
			good = read_beside(argument[i + 1], &meaning->beside[i]);
	}
	return good;
}

/* One line, KIND ARGUMENTS: text | text. It is taken apart in place. False where it is none. */
static bool read_line(struct lexicon_build *build, char *line, int language)
{
	char *texts = strchr(line, ':'), *rest = NULL, *more = NULL;
	char *argument[ARGUMENTS_MOST];
	struct lexicon_entry entry = {.language = (uint8_t)language};
	struct said said;
	size_t count = 0;

	if (!texts)
		return false;
	*texts++ = '\0';
	for (char *word = strtok_r(line, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest)) {
		if (count == ARGUMENTS_MOST)
			return false;
		argument[count++] = word;
	}
	if (!read_kind(argument, count, &said))
		return false;
	entry.phrase = said.phrase;
	entry.group = said.group;
	entry.group_at = add_text(build, said.group);
	entry.meaning = said.group ? 0 : add_meaning(build, &said.meaning);
	for (char *text = strtok_r(texts, "|", &more); text; text = strtok_r(NULL, "|", &more)) {
		const char *tidy = ch_text_tidy(build->arena, text);

		if (tidy && said.group)
			add_text_as_word(build, entry, tidy);
		else if (tidy)
			add_text_as_alias(build, entry, tidy);
	}
	return true;
}

size_t lexicon_build_lines(struct lexicon_build *build, const char *lines, size_t length, int language)
{
	char *at = ch_arena_copy_bytes(build->arena, lines, length);
	size_t number = 0, bad = 0;

	while (*at != '\0') {
		size_t bytes = strcspn(at, "\n");
		char *next = at + bytes + (at[bytes] != '\0');

		number++;
		at[bytes] = '\0';
		if (*at != '#' && at[strspn(at, " \t\r")] != '\0' && !read_line(build, at, language) && bad == 0)
			bad = number;
		at = next;
	}
	return bad;
}

/* ---- The table ------------------------------------------------------------------------ */

static int by_key(const void *a, const void *b)
{
	const struct lexicon_entry *one = a, *other = b;

	if (one->phrase != other->phrase)
		return one->phrase - other->phrase;
	int order = strcmp(one->key, other->key);

	return order != 0 ? order : (one->order > other->order) - (one->order < other->order);
}

static int by_word(const void *a, const void *b)
{
	const struct lexicon_entry *one = a, *other = b;
	int order = strcmp(one->key, other->key);

	return order != 0 ? order : strcmp(one->group, other->group);
}

static void sort(struct lexicon_entry *entries, size_t count, int (*compare)(const void *, const void *))
{
	if (count > 0)
		qsort(entries, count, sizeof(*entries), compare);
}

/* Where the key of an entry is: many languages have the same, which then stand side by side. */
static uint32_t place_key(struct lexicon_build *build, const struct lexicon_entry *entries, size_t i, uint32_t before)
{
	if (i > 0 && strcmp(entries[i].key, entries[i - 1].key) == 0)
		return before;
	return add_text(build, entries[i].key);
}

static void place_aliases(struct lexicon_build *build, struct lexicon_table *table)
{
	struct lexicon_alias *aliases = ch_arena_array(build->arena, build->alias_count, sizeof(*aliases));
	uint32_t key = 0;

	sort(build->aliases, build->alias_count, by_key);
	for (size_t i = 0; i < build->alias_count; i++) {
		const struct lexicon_entry *entry = &build->aliases[i];

		key = place_key(build, build->aliases, i, key);
		aliases[i] = (struct lexicon_alias){
			.key = key, .meaning = entry->meaning, .language = entry->language, .plain = entry->plain};
		table->heading_count += !entry->phrase;
	}
	table->aliases = aliases;
	table->alias_count = build->alias_count;
}

static void place_words(struct lexicon_build *build, struct lexicon_table *table)
{
	struct lexicon_word *words = ch_arena_array(build->arena, build->word_count, sizeof(*words));
	uint32_t key = 0;

	sort(build->words, build->word_count, by_word);
	for (size_t i = 0; i < build->word_count; i++) {
		const struct lexicon_entry *entry = &build->words[i];

		key = place_key(build, build->words, i, key);
		words[i] = (struct lexicon_word){.key = key, .group = entry->group_at, .plain = entry->plain};
		table->begins[(unsigned char)entry->key[0] + 1]++;
	}
	for (size_t c = 1; c < sizeof(table->begins) / sizeof(*table->begins); c++)
		table->begins[c] += table->begins[c - 1];
	table->words = words;
	table->word_count = build->word_count;
}

struct lexicon_table lexicon_build_end(struct lexicon_build *build)
{
	struct lexicon_table table = {.meanings = build->meanings, .meaning_count = build->meaning_count};

	place_aliases(build, &table);
	place_words(build, &table);
	table.text_bytes = build->texts.length;
	table.texts = ch_arena_copy_bytes(build->arena, build->texts.text, build->texts.length);
	ch_buffer_release(&build->texts);
	return table;
}
