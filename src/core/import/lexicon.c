/*
 * Headings and words are found by binary search for their key. Most cells of a
 * list are plain ASCII, whose key is made without a detour through Unicode.
 */
#include "core/import/lexicon.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/import_kind.h"
#include "core/import/lexicon_private.h"
#include "core/import/value.h"

#define WORD_BYTES_MOST 64
#define ROLES_MOST 60	/* bytes of a heading that only names roles */
#define PHRASE_LEAST 8 /* bytes of a key in which phrases are looked for */

/* ---- Keys ----------------------------------------------------------------------------- */

/* Bytes of the mark at `text` that a key leaves out: apostrophes, and zero-width characters. */
static size_t dropped(const char *text)
{
	static const char *const marks[] = {"\u2018", "\u2019", "\u200b", "\u200c", "\u200d",
					    "\ufeff", "\u00ad", "\u200e", "\u200f"};

	if ((unsigned char)*text < 0x80)
		return *text == '\'';
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Bytes of the mark at `text` that a key takes for a blank. */
static size_t blanked(const char *text)
{
	static const char *const marks[] = {"\u2013", "\u2014", "\u201c", "\u201d", "\u2026", "\u00a0",
					    "\u202f", "\u00ba", "\u00aa", "\u00bf", "\u00a1", "\u201e"};

	if ((unsigned char)*text < 0x80)
		return *text != '\0' && !isalnum((unsigned char)*text);
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Leaves letters and digits with single blanks between them. In place. */
static char *without_marks(char *text)
{
	char *out = text;
	size_t length;

	for (const char *at = text; *at != '\0';) {
		if ((length = dropped(at)) > 0) {
			at += length;
		} else if ((length = blanked(at)) > 0) {
			if (out > text && out[-1] != ' ')
				*out++ = ' ';
			at += length;
		} else {
			*out++ = *at++;
		}
	}
	while (out > text && out[-1] == ' ')
		out--;
	*out = '\0';
	return text;
}

static bool is_ascii(const char *text)
{
	while (*text != '\0' && (unsigned char)*text < 0x80)
		text++;
	return *text == '\0';
}

/* Writes the key into `key`, which has room for the text. */
static char *ascii_key(const char *text, char *key)
{
	char *out = key;

	for (; *text != '\0'; text++) {
		char c = *text;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			*out++ = c;
		else if (c >= 'A' && c <= 'Z')
			*out++ = (char)(c - 'A' + 'a');
		else if (c != '\'' && out > key && out[-1] != ' ')
			*out++ = ' ';
	}
	if (out > key && out[-1] == ' ')
		out--;
	*out = '\0';
	return key;
}

/* Full-width letters and digits as plain ones: headings are compared after NFKC. */
static char *narrowed(struct ch_arena *arena, const char *text)
{
	char *copy = ch_arena_copy(arena, text);

	import_narrow(copy);
	return copy;
}

char *import_key(struct ch_arena *arena, const char *text)
{
	if (is_ascii(text))
		return ascii_key(text, ch_arena_alloc(arena, strlen(text) + 1));
	return without_marks(ch_text_search_key(arena, narrowed(arena, text)));
}

char *import_exact_key(struct ch_arena *arena, const char *text)
{
	if (is_ascii(text))
		return ascii_key(text, ch_arena_alloc(arena, strlen(text) + 1));
	return without_marks(ch_text_fold(arena, narrowed(arena, text)));
}

/* ---- Headings -------------------------------------------------------------------------- */

/* Whether the meaning depends on nothing but the heading. */
static bool is_plain(const struct import_alias *alias)
{
	return !alias->meaning.test && !alias->meaning.beside[0].field;
}

/* Whether it means something in lists of this kind. */
static bool is_known(const struct import_lexicon *lexicon, const struct import_alias *alias)
{
	return import_kind_knows(lexicon->kind, alias->meaning.field);
}

/* Which of two meanings of one text counts: the smaller. One that looks further is better than a plain one. */
static int rank(const struct import_lexicon *lexicon, const struct import_alias *alias)
{
	int language = alias->language == lexicon->language ? LANGUAGE_ADDED + 1 :
		       alias->language == LANGUAGE_ADDED    ? LANGUAGE_ADDED :
							      alias->language + 1;

	return 2 * language + is_plain(alias);
}

/* Where the headings of that key begin in the table. */
static size_t find_run(const struct import_lexicon *lexicon, const char *key)
{
	size_t low = 0, high = lexicon->heading_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(lexicon->aliases[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct import_alias *find_key(const struct import_lexicon *lexicon, const char *key, bool plain)
{
	const struct import_alias *best = NULL;

	for (size_t i = find_run(lexicon, key);
	     i < lexicon->heading_count && strcmp(lexicon->aliases[i].key, key) == 0; i++) {
		const struct import_alias *alias = &lexicon->aliases[i];

		if ((plain || !alias->plain) && is_known(lexicon, alias) &&
		    (!best || rank(lexicon, alias) < rank(lexicon, best)))
			best = alias;
	}
	return best;
}

static const struct import_alias *find_whole(const struct import_lexicon *lexicon, const char *text,
					     struct ch_arena *arena)
{
	const struct import_alias *found = find_key(lexicon, import_exact_key(arena, text), false);

	if (found && (!lexicon->language || found->language == lexicon->language || found->language == LANGUAGE_ADDED))
		return found;
	/* In a Spanish list "Area" is "Área", typed in haste. */
	const struct import_alias *plain = find_key(lexicon, import_key(arena, text), true);

	return found && plain && plain->language != lexicon->language ? found : plain;
}

uint64_t lexicon_letters(const char *key)
{
	uint64_t letters = 0;

	for (; *key != '\0'; key++)
		letters |= UINT64_C(1) << ((unsigned char)*key & 63);
	return letters;
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

/* What is said of somebody else is theirs, whatever it is: "Parent's e-mail address". */
static bool is_of_other(const struct import_alias *alias)
{
	return strcmp(alias->meaning.field, "-other") == 0;
}

/* The longest phrase in the heading; of equally long ones that of the smaller rank. */
static const struct import_alias *find_phrase(const struct import_lexicon *lexicon, const char *key)
{
	const struct import_alias *best = NULL;
	uint64_t letters = lexicon_letters(key);
	size_t longest = 0;

	if (strlen(key) < PHRASE_LEAST)
		return NULL;
	for (size_t i = lexicon->heading_count; i < lexicon->alias_count; i++) {
		const struct import_alias *alias = &lexicon->aliases[i];

		if (alias->letters & ~letters)
			continue;
		if (is_of_other(alias) && has_phrase(key, alias->key))
			return alias;
		size_t length = strlen(alias->key);
		if (length < longest || !has_phrase(key, alias->key) || !is_known(lexicon, alias) ||
		    (length == longest && rank(lexicon, alias) >= rank(lexicon, best)))
			continue;
		best = alias;
		longest = length;
	}
	return best;
}

/* One of the parts of a heading in two languages; a plain meaning is better than another. */
static const struct import_alias *find_part(const struct import_lexicon *lexicon, const char *heading,
					    struct ch_arena *arena)
{
	const struct import_alias *best = NULL;
	char *part = ch_arena_copy(arena, heading);

	while (part) {
		char *end = strstr(part, " / ");

		if (!end)
			end = strstr(part, " | ");
		if (end)
			*end = '\0';
		const struct import_alias *found = find_whole(lexicon, part, arena);

		if (found && (!best || (is_plain(found) && !is_plain(best))))
			best = found;
		part = end ? end + 3 : NULL;
	}
	return best;
}

/* The heading whole, without its tail in brackets, or one part of a heading in two languages. */
static const struct import_alias *find_heading(const struct import_lexicon *lexicon, const char *heading,
					       struct ch_arena *arena)
{
	const struct import_alias *found = find_whole(lexicon, heading, arena);
	const char *bracket = strpbrk(heading, "([");

	if (!found && bracket && bracket > heading)
		found = find_whole(lexicon, ch_arena_copy_bytes(arena, heading, (size_t)(bracket - heading)), arena);
	if (!found && (strstr(heading, " / ") || strstr(heading, " | ")))
		found = find_part(lexicon, heading, arena);
	return found;
}

static const struct import_alias *find_alias(const struct import_lexicon *lexicon, const char *heading)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct import_alias *alias = NULL;

	if (*import_key(&arena, heading) != '\0')
		alias = find_heading(lexicon, heading, &arena);
	if (!alias)
		alias = find_phrase(lexicon, import_exact_key(&arena, heading));
	if (!alias)
		alias = find_phrase(lexicon, import_key(&arena, heading));
	ch_arena_release(&arena);
	return alias;
}

/* A heading of nothing but words for roles, in whatever language and spelling: "Mentor*in / Mentee", "Mentoré(e) ?". */
static struct import_meaning of_roles(const struct import_lexicon *lexicon, const char *heading)
{
	static const char *const flags[] = {[CH_ROLE_MENTOR] = "is_mentor",
					    [CH_ROLE_MENTEE] = "is_mentee",
					    [CH_ROLE_COACH] = "is_coach",
					    [CH_ROLE_COACHEE] = "is_coachee"};
	struct import_meaning meaning = {.certainty = IMPORT_BY_CELLS, .other = "-unknown"};
	int roles = 0;

	if (*heading != '\0' && strlen(heading) <= ROLES_MOST && import_kind_takes(lexicon->kind, "roles"))
		roles = import_roles(lexicon, heading, false);
	if (roles == 0)
		return (struct import_meaning){.certainty = IMPORT_NOT_FOUND};
	meaning.field = "roles";
	meaning.test = IMPORT_TEST_ROLE;
	for (size_t role = CH_NO_ROLE + 1; role < sizeof(flags) / sizeof(*flags); role++)
		if (roles == 1 << role) {
			meaning.field = flags[role];
			meaning.test = IMPORT_TEST_YES;
		}
	return meaning;
}

/* Without the mark that Salesforce puts behind a field that somebody made, "Mentor__c"; "Attendee #" is a number. */
static const char *without_suffix(const char *heading, struct ch_arena *arena)
{
	size_t length = strlen(heading);

	if (length > 3 && strcmp(heading + length - 3, "__c") == 0)
		return ch_arena_copy_bytes(arena, heading, length - 3);
	if (length > 2 && heading[length - 1] == '#')
		return ch_arena_printf(arena, "%.*s no", (int)length - 1, heading);
	return heading;
}

struct import_meaning import_lexicon_find(const struct import_lexicon *lexicon, const char *heading)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *bare = without_suffix(heading, &arena);
	const struct import_alias *alias = find_alias(lexicon, bare);
	struct import_meaning meaning = alias ? alias->meaning : of_roles(lexicon, bare);

	/* Of "Mentor*in / Mentee" a part alone is not all. */
	if (alias && strncmp(meaning.field, "is_", 3) == 0) {
		struct import_meaning both = of_roles(lexicon, bare);

		if (both.field && strcmp(both.field, "roles") == 0)
			meaning = both;
	}
	ch_arena_release(&arena);
	return meaning;
}

bool import_lexicon_has(const struct import_lexicon *lexicon, const char *text)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct import_alias *found = find_key(lexicon, import_key(&arena, text), true);

	ch_arena_release(&arena);
	return found && found->meaning.certainty == IMPORT_BY_NAME;
}

bool import_is_rating(const struct import_lexicon *lexicon, const char *heading)
{
	struct import_meaning meaning = import_lexicon_find(lexicon, heading);

	return meaning.field && strcmp(meaning.field, "-rating") == 0;
}

#define LANGUAGES_MOST 64

/* Counts the heading for each language that knows it. */
static void count_languages(const struct import_lexicon *lexicon, const char *heading, size_t *known)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key = import_exact_key(&arena, heading);
	bool counted[LANGUAGES_MOST] = {false};

	for (size_t i = find_run(lexicon, key);
	     i < lexicon->heading_count && strcmp(lexicon->aliases[i].key, key) == 0; i++) {
		int language = lexicon->aliases[i].language;

		if (language >= LANGUAGES_MOST || counted[language] || lexicon->aliases[i].plain)
			continue;
		known[language]++;
		counted[language] = true;
	}
	ch_arena_release(&arena);
}

void import_lexicon_prefer(struct import_lexicon *lexicon, const char *const *headings, size_t count)
{
	size_t known[LANGUAGES_MOST] = {0};

	for (size_t i = 0; i < count; i++)
		count_languages(lexicon, headings[i], known);
	lexicon->language = LANGUAGE_NONE;
	for (int language = LANGUAGE_FIRST; language < LANGUAGES_MOST; language++)
		if (known[language] >= 2 &&
		    (lexicon->language == LANGUAGE_NONE || known[language] > known[lexicon->language]))
			lexicon->language = language;
}

/* ---- Words ------------------------------------------------------------------------------- */

static struct import_words find_words(const struct import_lexicon *lexicon, const char *key, bool plain)
{
	struct import_words found = {.plain = plain};
	size_t low = lexicon->begins[(unsigned char)*key], high = lexicon->begins[(unsigned char)*key + 1];

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(lexicon->words[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	found.first = lexicon->words + low;
	while (low + found.count < lexicon->word_count && strcmp(found.first[found.count].key, key) == 0)
		found.count++;
	return found;
}

static bool has_exact(const struct import_words *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (!words->first[i].plain)
			return true;
	return false;
}

/* The same key with and without accents, which there are none of. */
static struct import_words find_ascii(const struct import_lexicon *lexicon, const char *cell)
{
	static const char blanks[] = " \t\r\n";
	char key[WORD_BYTES_MOST + 1];
	struct import_words found;

	if (*ascii_key(cell, key) == '\0') {
		/* Words of punctuation alone stand for themselves. */
		cell += strspn(cell, blanks);
		size_t length = strlen(cell);
		while (length > 0 && strchr(blanks, cell[length - 1]))
			length--;
		snprintf(key, sizeof key, "%.*s", (int)length, cell);
	}
	found = find_words(lexicon, key, false);
	found.plain = !has_exact(&found);
	return found;
}

static struct import_words find_other(const struct import_lexicon *lexicon, const char *cell)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_words found = {.count = 0};
	const char *tidy = ch_text_tidy(&arena, cell);

	if (tidy) {
		const char *key = import_exact_key(&arena, tidy);

		if (*key == '\0')
			key = tidy;
		found = find_words(lexicon, key, false);
		if (!has_exact(&found))
			found = find_words(lexicon, import_key(&arena, tidy), true);
	}
	ch_arena_release(&arena);
	return found;
}

struct import_words import_words_find(const struct import_lexicon *lexicon, const char *cell)
{
	struct import_words found = {.count = 0};

	/* Most cells are longer than any word, even with blanks around it. */
	if (strlen(cell) > WORD_BYTES_MOST)
		return found;
	return is_ascii(cell) ? find_ascii(lexicon, cell) : find_other(lexicon, cell);
}

bool import_words_have(const struct import_words *words, const char *group)
{
	for (size_t i = 0; i < words->count; i++)
		if ((words->plain || !words->first[i].plain) && strcmp(words->first[i].group, group) == 0)
			return true;
	return false;
}

bool import_words_have_any(const struct import_words *words, const char *group)
{
	size_t length = strlen(group);

	for (size_t i = 0; i < words->count; i++)
		if ((words->plain || !words->first[i].plain) && strncmp(words->first[i].group, group, length) == 0 &&
		    words->first[i].group[length] == '.')
			return true;
	return false;
}

int import_words_number(const struct import_words *words, const char *group)
{
	size_t length = strlen(group);

	for (size_t i = 0; i < words->count; i++) {
		const struct import_word *word = &words->first[i];

		if ((words->plain || !word->plain) && strncmp(word->group, group, length) == 0 &&
		    word->group[length] == '.')
			return atoi(word->group + length + 1);
	}
	return -1;
}

bool import_word_is(const struct import_lexicon *lexicon, const char *group, const char *cell)
{
	struct import_words words = import_words_find(lexicon, cell);

	return import_words_have(&words, group);
}

int import_word_number(const struct import_lexicon *lexicon, const char *group, const char *word)
{
	struct import_words words = import_words_find(lexicon, word);

	return import_words_number(&words, group);
}
