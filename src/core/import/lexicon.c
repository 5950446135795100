/*
 * Headings and words are found by binary search for their key. Most cells of a
 * list are plain ASCII, whose key is made without a detour through Unicode.
 */
#include "core/import/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/import_kind.h"
#include "core/import/value.h"

#define WORD_BYTES_MOST 64
#define HEADING_MOST 2000 /* bytes: no question is longer, though a cell may be */
#define ROLES_MOST 60	/* bytes of a heading that only names roles */
#define TABLES 2	/* a lexicon has: its own, and what is known */
#define PHRASE_LEAST 8 /* bytes of a key in which phrases are looked for */

/* ---- Headings -------------------------------------------------------------------------- */

/* One of a table; alias NULL: none. */
struct found {
	const struct lexicon_table *table;
	const struct lexicon_alias *alias;
};

/* A heading, as it stands and as the keys by which it is looked for. */
struct wanted {
	const char *exact, *plain;
};

static const char *key_of(const struct lexicon_table *table, size_t alias)
{
	return table->texts + table->aliases[alias].key;
}

static const struct lexicon_meaning *meaning_of(struct found found)
{
	return &found.table->meanings[found.alias->meaning];
}

static const char *text_at(const struct lexicon_table *table, uint32_t text)
{
	return text > 0 ? table->texts + text : NULL;
}

static const char *field_of(struct found found)
{
	return found.table->texts + meaning_of(found)->field;
}

static struct import_meaning told(struct found found)
{
	const struct lexicon_meaning *kept = meaning_of(found);
	struct import_meaning meaning = {.certainty = kept->certainty,
					 .field = text_at(found.table, kept->field),
					 .test = kept->test,
					 .other = text_at(found.table, kept->other)};

	for (size_t i = 0; i < LEXICON_BESIDE_MOST; i++) {
		meaning.beside[i].field = text_at(found.table, kept->beside[i].field);
		meaning.beside[i].neighbour = text_at(found.table, kept->beside[i].neighbour);
	}
	return meaning;
}

/* Whether the meaning depends on nothing but the heading. */
static bool is_plain(struct found found)
{
	const struct lexicon_meaning *meaning = meaning_of(found);

	return !meaning->test && !meaning->beside[0].field;
}

/* Whether it means something in lists of this kind. */
static bool is_known(const struct import_lexicon *lexicon, struct found found)
{
	return import_kind_knows(lexicon->kind, field_of(found));
}

/* Which of two meanings of one text counts: the smaller. One that looks further is better than a plain one. */
static int rank(const struct import_lexicon *lexicon, struct found found)
{
	int language = found.alias->language;

	if (language != LANGUAGE_ADDED)
		language = language == lexicon->language ? LANGUAGE_ADDED + 1 : language + 1;
	return 2 * language + is_plain(found);
}

/* The first of the aliases from `low` to before `high` whose key is not smaller; of a key only so many bytes count. */
static size_t first_not_before(const struct lexicon_table *table, size_t low, size_t high, const char *key,
			       size_t length)
{
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strncmp(key_of(table, middle), key, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The headings of that key in the table. */
static struct run {
	size_t first, end;
} find_run(const struct lexicon_table *table, const char *key)
{
	size_t first = first_not_before(table, 0, table->heading_count, key, strlen(key) + 1), end = first;

	while (end < table->heading_count && strcmp(key_of(table, end), key) == 0)
		end++;
	return (struct run){.first = first, .end = end};
}

/* The better of what was found and what the table has under the key; of two that are as good the first. */
static struct found better_of(const struct import_lexicon *lexicon, struct found best,
			      const struct lexicon_table *table, const char *key, bool plain)
{
	struct run run = find_run(table, key);

	for (size_t i = run.first; i < run.end; i++) {
		struct found found = {.table = table, .alias = &table->aliases[i]};

		if ((plain || !found.alias->plain) && is_known(lexicon, found) &&
		    (!best.alias || rank(lexicon, found) < rank(lexicon, best)))
			best = found;
	}
	return best;
}

static struct found find_key(const struct import_lexicon *lexicon, const char *key, bool plain)
{
	struct found best = better_of(lexicon, (struct found){.alias = NULL}, &lexicon->own, key, plain);

	return better_of(lexicon, best, &lexicon_known, key, plain);
}

static struct found find_whole(const struct import_lexicon *lexicon, struct wanted wanted)
{
	struct found found = find_key(lexicon, wanted.exact, false);

	if (found.alias && (!lexicon->language || found.alias->language == lexicon->language ||
			    found.alias->language == LANGUAGE_ADDED))
		return found;
	/* In a Spanish list "Area" is "Área", typed in haste. */
	struct found plain = find_key(lexicon, wanted.plain, true);

	return found.alias && plain.alias && plain.alias->language != lexicon->language ? found : plain;
}

/* What is said of somebody else is theirs, whatever it is: "Parent's e-mail address". */
static bool is_of_other(struct found found)
{
	return strcmp(field_of(found), "-other") == 0;
}

/* Whether the whole words of `phrase`, and how many bytes, stand at the start of `text`. */
static bool begins_with(const char *text, const char *phrase, size_t *length)
{
	*length = strlen(phrase);
	return strncmp(text, phrase, *length) == 0 && (text[*length] == '\0' || text[*length] == ' ');
}

/* The longest phrase in a heading so far; of equally long ones that of the smaller rank, then of the smaller key. */
struct longest {
	struct found found;
	size_t length;
	bool offers, seeks; /* a phrase of either was among them */
};

static bool is_longer(const struct import_lexicon *lexicon, const struct longest *best, struct found found,
		      size_t length)
{
	if (length != best->length)
		return length > best->length;
	int first = rank(lexicon, found), other = rank(lexicon, best->found);

	return first != other ? first < other :
				found.table == best->found.table && found.alias < best->found.alias;
}

/* Looks among the table's phrases for those that begin where the words do; true where one of them ends the search. */
static bool look_at_words(const struct import_lexicon *lexicon, const struct lexicon_table *table, const char *words,
			  struct longest *best)
{
	size_t first = strcspn(words, " "), length;

	for (size_t i = first_not_before(table, table->heading_count, table->alias_count, words, first);
	     i < table->alias_count && strncmp(key_of(table, i), words, first) == 0; i++) {
		struct found found = {.table = table, .alias = &table->aliases[i]};

		if (!begins_with(words, key_of(table, i), &length))
			continue;
		if (is_of_other(found)) {
			*best = (struct longest){.found = found, .length = length};
			return true;
		}
		if (!is_known(lexicon, found))
			continue;
		best->offers = best->offers || strcmp(field_of(found), "offers") == 0;
		best->seeks = best->seeks || strcmp(field_of(found), "seeks") == 0;
		if (!best->found.alias || is_longer(lexicon, best, found, length)) {
			best->found = found;
			best->length = length;
		}
	}
	return false;
}

static struct found find_phrase(const struct import_lexicon *lexicon, const char *key)
{
	const struct lexicon_table *tables[] = {&lexicon->own, &lexicon_known};
	struct longest best = {.length = 0};

	if (strlen(key) < PHRASE_LEAST)
		return best.found;
	for (const char *words = key; *words != '\0'; words += strcspn(words, " "), words += *words == ' ')
		for (size_t i = 0; i < sizeof(tables) / sizeof(*tables); i++)
			if (look_at_words(lexicon, tables[i], words, &best))
				return best.found;
	/* "What would you like help with, or can help with?" is asked of both sides. */
	return best.offers && best.seeks ? find_key(lexicon, "areas offered or sought", false) : best.found;
}

static struct wanted wanted_of(const char *heading, struct ch_arena *arena)
{
	char *key = ch_arena_alloc(arena, strlen(heading) + 1);

	if (import_ascii_key(heading, key))
		return (struct wanted){.exact = key, .plain = key};
	return (struct wanted){.exact = import_exact_key(arena, heading), .plain = import_key(arena, heading)};
}

/* One of the parts of a heading in two languages; a plain meaning is better than another. */
static struct found find_part(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	struct found best = {.alias = NULL};
	char *part = ch_arena_copy(arena, heading);

	while (part) {
		char *end = strstr(part, " / ");

		if (!end)
			end = strstr(part, " | ");
		if (end)
			*end = '\0';
		struct found found = find_whole(lexicon, wanted_of(part, arena));

		if (found.alias && (!best.alias || (is_plain(found) && !is_plain(best))))
			best = found;
		part = end ? end + 3 : NULL;
	}
	return best;
}

/* "Your department" is "department", "Vos besoins" is "besoins". */
static struct found find_owned(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	char *key = import_exact_key(arena, heading), *blank = strchr(key, ' ');

	if (blank == NULL)
		return (struct found){.alias = NULL};
	*blank = '\0';
	return import_word_is(lexicon, "your", key) ? find_whole(lexicon, wanted_of(blank + 1, arena)) :
						      (struct found){.alias = NULL};
}

/* The heading whole, without its tail in brackets or whose it is, or one part of a heading in two languages. */
static struct found find_heading(const struct import_lexicon *lexicon, const char *heading, struct wanted wanted,
				 struct ch_arena *arena)
{
	struct found found = find_whole(lexicon, wanted);
	const char *bracket = strpbrk(heading, "([");

	if (!found.alias && bracket && bracket > heading) {
		const char *start = ch_arena_copy_bytes(arena, heading, (size_t)(bracket - heading));

		found = find_whole(lexicon, wanted_of(start, arena));
	}
	if (!found.alias && (strstr(heading, " / ") || strstr(heading, " | ")))
		found = find_part(lexicon, heading, arena);
	return found.alias ? found : find_owned(lexicon, heading, arena);
}

static struct found find_alias(const struct import_lexicon *lexicon, const char *heading)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct wanted wanted = wanted_of(heading, &arena);
	struct found found = {.alias = NULL};

	if (*wanted.plain != '\0')
		found = find_heading(lexicon, heading, wanted, &arena);
	if (!found.alias)
		found = find_phrase(lexicon, wanted.exact);
	if (!found.alias && strcmp(wanted.exact, wanted.plain) != 0)
		found = find_phrase(lexicon, wanted.plain);
	ch_arena_release(&arena);
	return found;
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

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* "StartDate" as a system calls it is "Start Date", "HRDept" is "HR Dept"; NULL: there is nothing to part. */
static const char *parted(const char *heading, struct ch_arena *arena)
{
	char *words = ch_arena_alloc(arena, 2 * strlen(heading) + 1), *out = words;
	bool any = false;

	for (const char *at = heading; *at != '\0'; at++) {
		bool begins = at > heading && is_upper(*at) &&
			(is_lower(at[-1]) || (is_upper(at[-1]) && is_lower(at[1])));

		if (begins)
			*out++ = ' ';
		any = any || begins;
		*out++ = *at;
	}
	*out = '\0';
	return any && strchr(heading, ' ') == NULL ? words : NULL;
}

/* "Mentee 1", "Mentee 2" of a list of pairs, "Role 2", "Skill 3" of a list of people. */
static struct found find_numbered(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	size_t length = strlen(heading);

	while (length > 0 && strchr("0123456789# ", heading[length - 1]) != NULL)
		length--;
	if (heading[length] == '\0' || length == 0)
		return (struct found){.alias = NULL};
	struct found found = find_alias(lexicon, ch_arena_copy_bytes(arena, heading, length));

	const char *field = found.alias ? told(found).field : NULL;
	bool several = field != NULL && import_kind_repeats(lexicon->kind, field);

	return several ? found : (struct found){.alias = NULL};
}

struct import_meaning import_lexicon_find(const struct import_lexicon *lexicon, const char *heading)
{
	if (strnlen(heading, HEADING_MOST + 1) > HEADING_MOST)
		return (struct import_meaning){.certainty = IMPORT_NOT_FOUND};
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *bare = without_suffix(heading, &arena);
	struct found found = find_alias(lexicon, bare);
	const char *words = found.alias ? NULL : parted(bare, &arena);

	if (words != NULL)
		found = find_alias(lexicon, words);
	if (!found.alias)
		found = find_numbered(lexicon, bare, &arena);
	struct import_meaning meaning = found.alias ? told(found) : of_roles(lexicon, bare);

	/* Of "Mentor*in / Mentee" a part alone is not all. */
	if (found.alias && strncmp(meaning.field, "is_", 3) == 0) {
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
	struct found found = find_key(lexicon, import_key(&arena, text), true);

	ch_arena_release(&arena);
	return found.alias && meaning_of(found)->certainty == IMPORT_BY_NAME;
}

bool import_is_rating(const struct import_lexicon *lexicon, const char *heading)
{
	struct import_meaning meaning = import_lexicon_find(lexicon, heading);

	return meaning.field && strcmp(meaning.field, "-rating") == 0;
}

#define LANGUAGES_MOST 64

/* Counts the heading for each language in which the table knows it, but once. */
static void count_languages(const struct lexicon_table *table, const char *key, size_t *known, bool *counted)
{
	struct run run = find_run(table, key);

	for (size_t i = run.first; i < run.end; i++) {
		int language = table->aliases[i].language;

		if (language >= LANGUAGES_MOST || counted[language] || table->aliases[i].plain)
			continue;
		known[language]++;
		counted[language] = true;
	}
}

void import_lexicon_prefer(struct import_lexicon *lexicon, const char *const *headings, size_t count)
{
	size_t known[LANGUAGES_MOST] = {0};

	for (size_t i = 0; i < count; i++) {
		struct ch_arena arena = CH_ARENA_EMPTY;
		const char *key = import_exact_key(&arena, headings[i]);
		bool counted[LANGUAGES_MOST] = {false};

		count_languages(&lexicon->own, key, known, counted);
		count_languages(&lexicon_known, key, known, counted);
		ch_arena_release(&arena);
	}
	lexicon->language = LANGUAGE_NONE;
	for (int language = LANGUAGE_FIRST; language < LANGUAGES_MOST; language++)
		if (known[language] >= 2 &&
		    (lexicon->language == LANGUAGE_NONE || known[language] > known[lexicon->language]))
			lexicon->language = language;
}

/* ---- Words ------------------------------------------------------------------------------- */

static void find_in(const struct lexicon_table *table, const char *key, struct import_words *found, size_t of)
{
	size_t low = table->begins[(unsigned char)*key], high = table->begins[(unsigned char)*key + 1], end = high;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(table->texts + table->words[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	found->of[of].texts = table->texts;
	found->of[of].first = table->words + low;
	while (low < end && strcmp(table->texts + table->words[low].key, key) == 0) {
		found->of[of].count++;
		low++;
	}
}

static struct import_words find_words(const struct import_lexicon *lexicon, const char *key, bool plain)
{
	struct import_words found = {.plain = plain};

	find_in(&lexicon->own, key, &found, 0);
	find_in(&lexicon_known, key, &found, 1);
	return found;
}

static bool has_exact(const struct import_words *words)
{
	for (size_t of = 0; of < TABLES; of++)
		for (size_t i = 0; i < words->of[of].count; i++)
			if (!words->of[of].first[i].plain)
				return true;
	return false;
}

/* The same key with and without accents, which there are none of. */
static struct import_words find_ascii(const struct import_lexicon *lexicon, const char *cell, char *key)
{
	static const char blanks[] = " \t\r\n";
	struct import_words found;

	if (*key == '\0') {
		/* Words of punctuation alone stand for themselves. */
		cell += strspn(cell, blanks);
		size_t length = strlen(cell);
		while (length > 0 && strchr(blanks, cell[length - 1]))
			length--;
		memcpy(key, cell, length);
		key[length] = '\0';
	}
	found = find_words(lexicon, key, false);
	found.plain = !has_exact(&found);
	return found;
}

static struct import_words find_other(const struct import_lexicon *lexicon, const char *cell)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_words found = {.plain = false};
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
	char key[WORD_BYTES_MOST + 1];

	/* Most cells are longer than any word, even with blanks around it, or begin as none does. */
	if (strlen(cell) > WORD_BYTES_MOST || !lexicon_starts_may_have(&lexicon->starts, cell))
		return (struct import_words){.plain = false};
	return import_ascii_key(cell, key) ? find_ascii(lexicon, cell, key) : find_other(lexicon, cell);
}

/* Where the group ends, with that character, in the group of the first word that is of it; NULL: there is none. */
static const char *find_group(const struct import_words *words, const char *group, char after)
{
	for (size_t of = 0; of < TABLES; of++)
		for (size_t i = 0; i < words->of[of].count; i++) {
			const struct lexicon_word *word = &words->of[of].first[i];
			const char *its = words->of[of].texts + word->group;
			size_t length = strlen(group);

			if ((words->plain || !word->plain) && strncmp(its, group, length) == 0 && its[length] == after)
				return its + length;
		}
	return NULL;
}

bool import_words_have(const struct import_words *words, const char *group)
{
	return find_group(words, group, '\0') != NULL;
}

bool import_words_have_any(const struct import_words *words, const char *group)
{
	return find_group(words, group, '.') != NULL;
}

int import_words_number(const struct import_words *words, const char *group)
{
	const char *number = find_group(words, group, '.');

	return number ? atoi(number + 1) : -1;
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
