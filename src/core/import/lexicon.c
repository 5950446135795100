/*
 * The files hold a few hundred short texts, which are searched from end to end:
 * a roster has a handful of columns, and words are looked up once per cell.
 */
#include "core/import/lexicon.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "generated/data.h"

#define WORD_BYTES_MOST 64

enum alias_kind { ALIAS_HEADING, ALIAS_PHRASE };

struct import_alias {
	enum alias_kind kind;
	const char *key;
	const char *field, *other;
	enum import_test test;
};

struct import_word {
	const char *group;
	const char *key; /* for words of punctuation only, as "-": the word itself */
};

/* What reading appends to: first counting, then filling. */
struct reading {
	struct import_lexicon *lexicon;
	struct ch_arena *arena;
	bool counting;
};

/* Bytes of the mark at `text` that a key leaves out: apostrophes, and zero-width characters. */
static size_t dropped(const char *text)
{
	static const char *const marks[] = {"'",	    "\u2018", "\u2019", "\u200b", "\u200c",
					    "\u200d", "\ufeff", "\u00ad", "\u200e", "\u200f"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Bytes of the mark at `text` that a key takes for a blank. */
static size_t blanked(const char *text)
{
	static const char *const marks[] = {"\u2013", "\u2014", "\u201c", "\u201d", "\u2026", "\u00a0", "\u202f",
					    "\uff1a", "\uff1f"};

	if ((unsigned char)*text < 0x80)
		return *text != '\0' && !isalnum((unsigned char)*text);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

char *import_key(struct ch_arena *arena, const char *text)
{
	char *folded = ch_text_search_key(arena, text);
	char *out = folded;
	size_t length;

	for (const char *at = folded; *at != '\0';) {
		if ((length = dropped(at)) > 0) {
			at += length;
		} else if ((length = blanked(at)) > 0) {
			if (out > folded && out[-1] != ' ')
				*out++ = ' ';
			at += length;
		} else {
			*out++ = *at++;
		}
	}
	while (out > folded && out[-1] == ' ')
		out--;
	*out = '\0';
	return folded;
}

static void add_alias(struct reading *reading, struct import_alias alias)
{
	struct import_lexicon *lexicon = reading->lexicon;

	if (!reading->counting)
		lexicon->aliases[lexicon->alias_count] = alias;
	lexicon->alias_count++;
}

static void add_word(struct reading *reading, const char *group, const char *text)
{
	struct import_lexicon *lexicon = reading->lexicon;

	if (!reading->counting) {
		const char *key = import_key(reading->arena, text);

		lexicon->words[lexicon->word_count] = (struct import_word){
			.group = group,
			.key = *key != '\0' ? key : text,
		};
	}
	lexicon->word_count++;
}

static enum import_test test_named(const char *name)
{
	static const struct {
		const char *name;
		enum import_test test;
	} tests[] = {
		{.name = "role", .test = IMPORT_TEST_ROLE},
		{.name = "yes", .test = IMPORT_TEST_YES},
		{.name = "email", .test = IMPORT_TEST_EMAIL},
		{.name = "honorific", .test = IMPORT_TEST_HONORIFIC},
	};

	for (size_t i = 0; i < sizeof(tests) / sizeof(*tests); i++)
		if (strcmp(name, tests[i].name) == 0)
			return tests[i].test;
	ch_abort("data/headings: unknown test");
}

/*
 * The next word of a line, ended with a NUL in place; aborts where there is
 * none, since the files are part of the program.
 */
static const char *next_argument(char **line)
{
	char *word = strtok_r(NULL, " ", line);

	if (!word)
		ch_abort("data/headings: an argument is missing");
	return word;
}

/* One line, KIND ARGUMENTS: text | text. It is taken apart in place. */
static void read_line(struct reading *reading, char *line)
{
	char *texts = strchr(line, ':');
	char *rest = NULL, *more = NULL;

	if (!texts)
		ch_abort("data/headings: a line without a colon");
	*texts++ = '\0';
	const char *kind = strtok_r(line, " ", &rest);
	struct import_alias alias = {.kind = ALIAS_HEADING};

	if (kind && strcmp(kind, "phrase") == 0)
		alias.kind = ALIAS_PHRASE;
	if (kind && strcmp(kind, "cells") == 0)
		alias.test = test_named(next_argument(&rest));
	alias.field = next_argument(&rest);
	if (alias.test)
		alias.other = next_argument(&rest);
	for (char *text = strtok_r(texts, "|", &more); text; text = strtok_r(NULL, "|", &more)) {
		const char *tidy = ch_text_tidy(reading->arena, text);

		if (!tidy)
			continue;
		if (kind && strcmp(kind, "word") == 0) {
			add_word(reading, alias.field, tidy);
			continue;
		}
		alias.key = import_key(reading->arena, tidy);
		add_alias(reading, alias);
	}
}

static void read_file(struct reading *reading, const struct embedded_file *file)
{
	char *text = ch_arena_copy_bytes(reading->arena, file->text, file->length);
	char *more = NULL;

	for (char *line = strtok_r(text, "\n", &more); line; line = strtok_r(NULL, "\n", &more))
		if (*line != '#' && line[strspn(line, " \t")] != '\0')
			read_line(reading, line);
}

/* Every field that can be imported is known by its key and by its label. */
static void read_fields(struct reading *reading)
{
	const struct ch_entity *person = ch_entity_of(CH_PERSON);

	for (size_t i = 0; i < person->field_count; i++) {
		const struct ch_field *field = &person->fields[i];
		struct import_alias alias = {.kind = ALIAS_HEADING, .field = field->key};

		if (field->type == CH_TYPE_ID || field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN))
			continue;
		alias.key = import_key(reading->arena, field->key);
		add_alias(reading, alias);
		alias.key = import_key(reading->arena, _(field->label));
		add_alias(reading, alias);
	}
	add_alias(reading, (struct import_alias){.field = "person_id", .key = "person id"});
	add_alias(reading, (struct import_alias){.field = "scheme_id", .key = "scheme id"});
}

static void read_all(struct reading *reading)
{
	reading->lexicon->alias_count = 0;
	reading->lexicon->word_count = 0;
	read_fields(reading);
	for (const struct embedded_file *file = heading_files; file->name; file++)
		read_file(reading, file);
}

void import_lexicon_read(struct import_lexicon *lexicon, struct ch_arena *arena)
{
	struct reading reading = {.lexicon = lexicon, .arena = arena, .counting = true};

	*lexicon = (struct import_lexicon){.aliases = NULL};
	read_all(&reading);
	lexicon->aliases = ch_arena_array(arena, lexicon->alias_count, sizeof(*lexicon->aliases));
	lexicon->words = ch_arena_array(arena, lexicon->word_count, sizeof(*lexicon->words));
	reading.counting = false;
	read_all(&reading);
}

static struct import_meaning meaning_of(const struct import_alias *alias, enum import_certainty certainty)
{
	return (struct import_meaning){
		.certainty = alias->test ? IMPORT_BY_CELLS : certainty,
		.field = alias->field,
		.test = alias->test,
		.other = alias->other,
	};
}

static const struct import_alias *find_whole(const struct import_lexicon *lexicon, const char *key)
{
	for (size_t i = 0; i < lexicon->alias_count; i++)
		if (lexicon->aliases[i].kind == ALIAS_HEADING && strcmp(lexicon->aliases[i].key, key) == 0)
			return &lexicon->aliases[i];
	return NULL;
}

/* Whether the words of `phrase` stand in `key`, as whole words. */
static bool has_phrase(const char *key, const char *phrase)
{
	size_t length = strlen(phrase);

	for (const char *at = strstr(key, phrase); at; at = strstr(at + 1, phrase))
		if ((at == key || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
			return true;
	return false;
}

static const struct import_alias *find_phrase(const struct import_lexicon *lexicon, const char *key)
{
	const struct import_alias *best = NULL;

	for (size_t i = 0; i < lexicon->alias_count; i++) {
		const struct import_alias *alias = &lexicon->aliases[i];

		if (alias->kind == ALIAS_PHRASE && has_phrase(key, alias->key) &&
		    (!best || strlen(alias->key) > strlen(best->key)))
			best = alias;
	}
	return best;
}

/* The heading whole, without its tail in brackets, or one part of a heading in two languages. */
static const struct import_alias *find_heading(const struct import_lexicon *lexicon, const char *heading,
					       struct ch_arena *arena)
{
	const struct import_alias *found = find_whole(lexicon, import_key(arena, heading));
	const char *bracket = strpbrk(heading, "([");
	char *copy = ch_arena_copy(arena, heading);

	if (!found && bracket && bracket > heading)
		found = find_whole(lexicon, import_key(arena, ch_arena_copy_bytes(arena, heading,
										  (size_t)(bracket - heading))));
	for (char *part = copy; !found && part;) {
		char *end = strstr(part, " / ");

		if (!end)
			end = strstr(part, " | ");
		if (end)
			*end = '\0';
		if (end || part != copy)
			found = find_whole(lexicon, import_key(arena, part));
		part = end ? end + 3 : NULL;
	}
	return found;
}

struct import_meaning import_lexicon_find(const struct import_lexicon *lexicon, const char *heading)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_meaning meaning = {.certainty = IMPORT_NOT_FOUND};
	const char *key = import_key(&arena, heading);
	const struct import_alias *alias = NULL;

	if (*key != '\0')
		alias = find_heading(lexicon, heading, &arena);
	if (alias) {
		meaning = meaning_of(alias, IMPORT_BY_NAME);
	} else if (*key != '\0') {
		alias = find_phrase(lexicon, key);
		if (alias)
			meaning = meaning_of(alias, IMPORT_BY_PHRASE);
	}
	ch_arena_release(&arena);
	return meaning;
}

bool import_word_is(const struct import_lexicon *lexicon, const char *group, const char *cell)
{
	/* Most cells are longer than any word, even with blanks around it. */
	if (strlen(cell) > WORD_BYTES_MOST)
		return false;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *tidy = ch_text_tidy(&arena, cell);
	bool found = false;

	if (tidy) {
		const char *key = import_key(&arena, tidy);

		if (*key == '\0')
			key = tidy;
		for (size_t i = 0; i < lexicon->word_count && !found; i++)
			found = strcmp(lexicon->words[i].group, group) == 0 &&
				strcmp(lexicon->words[i].key, key) == 0;
	}
	ch_arena_release(&arena);
	return found;
}

int import_word_number(const struct import_lexicon *lexicon, const char *group, const char *word)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key = import_key(&arena, word);
	size_t length = strlen(group);
	int number = -1;

	for (size_t i = 0; i < lexicon->word_count && number < 0; i++) {
		const struct import_word *w = &lexicon->words[i];

		if (strncmp(w->group, group, length) == 0 && w->group[length] == '.' && strcmp(w->key, key) == 0)
			number = atoi(w->group + length + 1);
	}
	ch_arena_release(&arena);
	return number;
}
