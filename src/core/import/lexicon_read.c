/* From lines of text to two sorted tables. */
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/import_kind.h"
#include "core/import/lexicon_private.h"
#include "core/import/pair_row.h"
#include "generated/data.h"

enum { ARGUMENTS_MOST = 4, TABLE_FIRST = 512 };

struct reading {
	struct import_lexicon *lexicon;
	struct ch_arena *arena;
	int language;
	size_t alias_capacity, word_capacity;
};

/* ---- Adding ------------------------------------------------------------------------ */

/* The table, with room for one more. */
static void *with_room(struct reading *reading, void *table, size_t count, size_t size, size_t *capacity)
{
	if (count < *capacity)
		return table;
	*capacity = *capacity == 0 ? TABLE_FIRST : *capacity * 2;
	void *larger = ch_arena_array(reading->arena, *capacity, size);
	if (count > 0)
		memcpy(larger, table, count * size);
	return larger;
}

static void add_alias(struct reading *reading, struct import_alias alias)
{
	struct import_lexicon *lexicon = reading->lexicon;

	alias.language = reading->language;
	alias.order = (int)lexicon->alias_count;
	alias.letters = lexicon_letters(alias.key);
	lexicon->aliases = with_room(reading, lexicon->aliases, lexicon->alias_count, sizeof alias,
				     &reading->alias_capacity);
	lexicon->aliases[lexicon->alias_count++] = alias;
}

static void add_text_as_alias(struct reading *reading, struct import_alias alias, const char *text)
{
	alias.key = import_exact_key(reading->arena, text);
	if (*alias.key == '\0')
		return;
	const char *plain = import_key(reading->arena, text);

	add_alias(reading, alias);
	if (strcmp(plain, alias.key) == 0)
		return;
	alias.key = plain;
	alias.plain = true;
	add_alias(reading, alias);
}

static void add_word(struct reading *reading, const char *group, const char *key, bool plain)
{
	struct import_lexicon *lexicon = reading->lexicon;

	lexicon->words = with_room(reading, lexicon->words, lexicon->word_count, sizeof *lexicon->words,
				   &reading->word_capacity);
	lexicon->words[lexicon->word_count++] =
		(struct import_word){.key = key, .group = group, .plain = plain};
}

static void add_text_as_word(struct reading *reading, const char *group, const char *text)
{
	const char *key = import_exact_key(reading->arena, text);
	const char *plain = import_key(reading->arena, text);

	add_word(reading, group, *key != '\0' ? key : text, false);
	if (strcmp(key, plain) != 0)
		add_word(reading, group, plain, true);
}

/* ---- A line ------------------------------------------------------------------------- */

static bool read_test(const char *name, enum import_test *test)
{
	static const struct {
		const char *name;
		enum import_test test;
	} tests[] = {
		{.name = "role", .test = IMPORT_TEST_ROLE},
		{.name = "yes", .test = IMPORT_TEST_YES},
		{.name = "email", .test = IMPORT_TEST_EMAIL},
		{.name = "honorific", .test = IMPORT_TEST_HONORIFIC},
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

/* What the words before the colon say of the texts after it; false where they say nothing. */
static bool read_kind(char *const *argument, size_t count, struct import_alias *alias, const char **group)
{
	struct import_meaning *meaning = &alias->meaning;
	bool good = false;

	*group = NULL;
	*alias = (struct import_alias){.key = NULL};
	if (count < 2)
		return false;
	meaning->certainty = IMPORT_BY_NAME;
	meaning->field = argument[count - 1];
	if (strcmp(argument[0], "heading") == 0) {
		good = count == 2;
	} else if (strcmp(argument[0], "phrase") == 0) {
		good = count == 2;
		alias->phrase = true;
		meaning->certainty = IMPORT_BY_PHRASE;
	} else if (strcmp(argument[0], "word") == 0) {
		good = count == 2;
		*group = argument[1];
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
static bool read_line(struct reading *reading, char *line)
{
	char *texts = strchr(line, ':'), *rest = NULL, *more = NULL;
	char *argument[ARGUMENTS_MOST];
	struct import_alias alias;
	const char *group;
	size_t count = 0;

	if (!texts)
		return false;
	*texts++ = '\0';
	for (char *word = strtok_r(line, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest)) {
		if (count == ARGUMENTS_MOST)
			return false;
		argument[count++] = word;
	}
	if (!read_kind(argument, count, &alias, &group))
		return false;
	for (char *text = strtok_r(texts, "|", &more); text; text = strtok_r(NULL, "|", &more)) {
		const char *tidy = ch_text_tidy(reading->arena, text);

		if (tidy && group)
			add_text_as_word(reading, group, tidy);
		else if (tidy)
			add_text_as_alias(reading, alias, tidy);
	}
	return true;
}

/* Reads all lines; the number of the first that is not understood, 0 where there is none. */
static size_t read_lines(struct reading *reading, const char *lines, size_t length)
{
	char *at = ch_arena_copy_bytes(reading->arena, lines, length);
	size_t number = 0, bad = 0;

	while (*at != '\0') {
		size_t bytes = strcspn(at, "\n");
		char *next = at + bytes + (at[bytes] != '\0');

		number++;
		at[bytes] = '\0';
		if (*at != '#' && at[strspn(at, " \t\r")] != '\0' && !read_line(reading, at) && bad == 0)
			bad = number;
		at = next;
	}
	return bad;
}

/* ---- All of it ------------------------------------------------------------------------ */

/* Every field that can be imported is known by its key and by its label, both of which are English. */
static void read_fields_of(struct reading *reading, const struct ch_entity *entity)
{
	struct import_alias alias = {.meaning = {.certainty = IMPORT_BY_NAME}};

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (entity->id == CH_PERSON &&
		    (field->type == CH_TYPE_ID || field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN)))
			continue;
		alias.meaning.field = field->key;
		add_text_as_alias(reading, alias, field->key);
		add_text_as_alias(reading, alias, _(field->label));
	}
}

static void read_fields(struct reading *reading)
{
	struct import_alias alias = {.meaning = {.certainty = IMPORT_BY_NAME}};

	read_fields_of(reading, ch_entity_of(CH_PERSON));
	read_fields_of(reading, &pairing_row_entity);
	read_fields_of(reading, &session_row_entity);
	read_fields_of(reading, &enrolment_row_entity);
	read_fields_of(reading, &credential_row_entity);
	read_fields_of(reading, &action_row_entity);
	alias.meaning.field = "person_id";
	add_text_as_alias(reading, alias, "person id");
	alias.meaning.field = "scheme_id";
	add_text_as_alias(reading, alias, "scheme id");
}

static void read_all(struct reading *reading, const char *added)
{
	reading->language = LANGUAGE_ADDED;
	if (added)
		read_lines(reading, added, strlen(added));
	reading->language = LANGUAGE_FIRST;
	for (const struct embedded_file *file = heading_files; file->name; file++, reading->language++) {
		if (strncmp(file->name, "en", 2) == 0)
			read_fields(reading);
		if (read_lines(reading, file->text, file->length) > 0)
			ch_abort("data/headings: a line that is not understood");
	}
}

static int by_key(const void *a, const void *b)
{
	const struct import_alias *one = a, *other = b;

	if (one->phrase != other->phrase)
		return one->phrase - other->phrase;
	int order = strcmp(one->key, other->key);

	return order != 0 ? order : one->order - other->order;
}

static int by_word(const void *a, const void *b)
{
	const struct import_word *one = a, *other = b;
	int order = strcmp(one->key, other->key);

	return order != 0 ? order : strcmp(one->group, other->group);
}

/* begins[c] is the number of words before the first that begins with c or what comes after it. */
static void index_words(struct import_lexicon *lexicon)
{
	memset(lexicon->begins, 0, sizeof(lexicon->begins));
	for (size_t i = 0; i < lexicon->word_count; i++)
		lexicon->begins[(unsigned char)lexicon->words[i].key[0] + 1]++;
	for (size_t c = 1; c < sizeof(lexicon->begins) / sizeof(*lexicon->begins); c++)
		lexicon->begins[c] += lexicon->begins[c - 1];
}

void import_lexicon_read(struct import_lexicon *lexicon, const char *added, struct ch_arena *arena)
{
	struct reading reading = {.lexicon = lexicon, .arena = arena};

	*lexicon = (struct import_lexicon){.kind = import_kind_of(CH_IMPORT_PEOPLE)};
	read_all(&reading, added);
	qsort(lexicon->aliases, lexicon->alias_count, sizeof(*lexicon->aliases), by_key);
	qsort(lexicon->words, lexicon->word_count, sizeof(*lexicon->words), by_word);
	index_words(lexicon);
	while (lexicon->heading_count < lexicon->alias_count && !lexicon->aliases[lexicon->heading_count].phrase)
		lexicon->heading_count++;
}

enum ch_status import_lexicon_check(const char *added, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_lexicon lexicon = {.aliases = NULL};
	struct reading reading = {.lexicon = &lexicon, .arena = &arena};
	size_t bad = added ? read_lines(&reading, added, strlen(added)) : 0;

	ch_arena_release(&arena);
	if (bad == 0)
		return CH_OK;
	ch_fail_field(err, "headings", _("line %zu of the headings is not understood"), bad);
	return ch_error_fix(err, "%s",
			    _("write it as \"heading FIELD: text | text\", as \"heading name: Wer bist du\""));
}
