/*
 * Of two letters each pair has a bit of its own, in 42 kinds of letters and 22 of the bytes of all others. The bit of
 * three letters is the top of a product with an odd number: 512 people have some two thousand such groups, which leaves
 * half of the 4096 bits empty, so that a word of six letters is looked for in vain in one run of sixteen, if it has no
 * pair that is missing.
 */
#include "store/word_map.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/buffer.h"
#include "store/db_private.h"
#include "store/stmt.h"

enum { RUN_PEOPLE = 512, KINDS = 64, BITS = KINDS * KINDS, SHIFT = 20 /* 2^(32 - SHIFT) is BITS */ };

/* After every name, and before. */
#define LAST_NAME "\U0010FFFF"

struct word_run {
	uint64_t pairs[BITS / 64], triples[BITS / 64];
	char *first; /* the name the run begins with: no other run has anybody of that name */
};

struct word_map {
	struct word_run *runs;
	size_t count, room;
	char *covered;	 /* the last name of the last run; NULL: there is none */
	bool whole;	 /* nobody comes after that */
	bool outdated;	 /* this connection has written people since */
	int64_t version; /* of the data as others leave it */
};

/* ---- Sets of groups of letters ---- */

static uint32_t kind_of(unsigned char letter)
{
	static const char marks[] = " @.-_'";
	const char *mark;

	if (letter >= 'a' && letter <= 'z')
		return letter - 'a';
	if (letter >= '0' && letter <= '9')
		return 26u + letter - '0';
	mark = strchr(marks, letter);
	return mark != NULL ? 36u + (uint32_t)(mark - marks) : 42u + letter % (KINDS - 42u);
}

static uint32_t pair_bit(const unsigned char *letters)
{
	return kind_of(letters[0]) * KINDS + kind_of(letters[1]);
}

static uint32_t triple_bit(const unsigned char *letters)
{
	return ((uint32_t)letters[0] << 16 | (uint32_t)letters[1] << 8 | letters[2]) * 2654435761u >> SHIFT;
}

static void set_bit(uint64_t *bits, uint32_t bit)
{
	bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool has_bit(const uint64_t *bits, uint32_t bit)
{
	return (bits[bit / 64] & UINT64_C(1) << bit % 64) != 0;
}

static void add_groups(struct word_run *run, const char *key)
{
	for (const unsigned char *at = (const unsigned char *)key; at[0] != '\0' && at[1] != '\0'; at++) {
		set_bit(run->pairs, pair_bit(at));
		if (at[2] != '\0')
			set_bit(run->triples, triple_bit(at));
	}
}

static bool may_have_word(const struct word_run *run, const char *word)
{
	for (const unsigned char *at = (const unsigned char *)word; at[0] != '\0' && at[1] != '\0'; at++)
		if (!has_bit(run->pairs, pair_bit(at)) || (at[2] != '\0' && !has_bit(run->triples, triple_bit(at))))
			return false;
	return true;
}

static bool may_have_choice(const struct word_run *run, const struct word_choice *choice)
{
	for (size_t i = 0; i < choice->count; i++)
		if (may_have_word(run, choice->words[i]))
			return true;
	return false;
}

/* What lies behind the runs may have anything. */
static bool may_have(const struct word_map *map, size_t run, const struct word_choice *choices, size_t count)
{
	for (size_t i = 0; run < map->count && i < count; i++)
		if (!may_have_choice(&map->runs[run], &choices[i]))
			return false;
	return true;
}

/* ---- Building ---- */

static char *copied(const char *text)
{
	char *copy = strdup(text);

	if (copy == NULL)
		ch_abort("out of memory");
	return copy;
}

static struct word_run *add_run(struct word_map *map, const char *first)
{
	if (map->count == map->room) {
		map->room = map->room > 0 ? 2 * map->room : 16;
		map->runs = realloc(map->runs, map->room * sizeof(*map->runs));
		if (map->runs == NULL)
			ch_abort("out of memory");
	}
	map->runs[map->count] = (struct word_run){.first = copied(first)};
	return &map->runs[map->count++];
}

static void set_covered(struct word_map *map, const char *name)
{
	free(map->covered);
	map->covered = copied(name);
}

static enum ch_status read_runs(struct word_map *map, struct stmt *q, struct ch_error *err)
{
	struct word_run *run = NULL;
	struct ch_buffer last = CH_BUFFER_EMPTY;
	enum ch_status status;
	size_t people = 0;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *name = stmt_text(q, "sort_name");

		if (run != NULL && ++people >= RUN_PEOPLE && strcmp(name, last.text) != 0) {
			set_covered(map, last.text);
			run = NULL;
		}
		if (run == NULL) {
			run = add_run(map, name);
			people = 0;
		}
		add_groups(run, stmt_text(q, "search_key"));
		ch_buffer_clear(&last);
		ch_buffer_add(&last, name);
	}
	if (status == CH_OK && run != NULL)
		set_covered(map, last.text);
	else if (run != NULL) /* it is not known where it ends */
		free(map->runs[--map->count].first);
	map->whole = status == CH_OK;
	ch_buffer_release(&last);
	return status;
}

static int64_t data_version(struct db *db)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct stmt *q = stmt_ready(db, SQL_DATA_VERSION);
	bool row = false;
	int64_t version = stmt_step(q, &row, &ignored) == CH_OK && row ? stmt_int(q, "data_version") : -1;

	stmt_reset(q);
	return version;
}

enum ch_status word_map_build(struct db *db, struct ch_error *err)
{
	if (!word_map_applies(db)) {
		word_map_free(db);
		db->words = calloc(1, sizeof(*db->words));
		if (db->words == NULL)
			ch_abort("out of memory");
		db->words->version = data_version(db);
	}
	struct word_map *map = db->words;

	if (map->whole)
		return CH_OK;
	struct stmt *q = stmt_ready(db, map->covered != NULL ? SQL_WORD_MAP_ROWS : SQL_WORD_MAP_FIRST_ROWS);

	if (map->covered != NULL)
		stmt_bind_text(q, "from", map->covered);
	enum ch_status status = read_runs(map, q, err);
	stmt_reset(q);
	return status;
}

bool word_map_applies(struct db *db)
{
	return db->words != NULL && !db->words->outdated && db->words->version == data_version(db);
}

void word_map_outdate(struct db *db)
{
	if (db->words != NULL)
		db->words->outdated = true;
}

void word_map_free(struct db *db)
{
	struct word_map *map = db->words;

	if (map == NULL)
		return;
	for (size_t i = 0; i < map->count; i++)
		free(map->runs[i].first);
	free(map->runs);
	free(map->covered);
	free(map);
	db->words = NULL;
}

/* ---- Looking ---- */

/* The name that is not before anybody of the run; that of the next one serves, which is after all of this. */
static const char *end_of(const struct word_map *map, size_t run)
{
	if (run + 1 < map->count)
		return map->runs[run + 1].first;
	return run + 1 == map->count && map->covered != NULL && !map->whole ? map->covered : LAST_NAME;
}

static const char *begin_of(const struct word_map *map, size_t run)
{
	if (run < map->count)
		return map->runs[run].first;
	return map->covered != NULL ? map->covered : "";
}

bool word_map_next(const struct db *db, const struct word_choice *choices, size_t count, bool down,
		   struct word_stretch *stretch)
{
	const struct word_map *map = db->words;
	size_t all = map->count + !map->whole; /* with what is not covered, as one more */
	size_t at = stretch->at, begin;

	while (at < all && !may_have(map, down ? all - 1 - at : at, choices, count))
		at++;
	if (at >= all)
		return false;
	begin = at;
	while (at < all && may_have(map, down ? all - 1 - at : at, choices, count))
		at++;
	stretch->at = at;
	stretch->from = begin_of(map, down ? all - at : begin);
	stretch->until = end_of(map, down ? all - 1 - begin : at - 1);
	return true;
}

static enum ch_status people_of_stretch(struct db *db, const struct word_stretch *stretch, const char *word,
					size_t most, int64_t *ids, size_t *found, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_WORD_MAP_PEOPLE);
	enum ch_status status;
	bool row = false;

	stmt_bind_text(q, "from", stretch->from);
	stmt_bind_text(q, "until", stretch->until);
	stmt_bind_text(q, "word", word);
	stmt_bind_int(q, "most", (int64_t)(most + 1 - *found));
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		if (*found < most)
			ids[*found] = stmt_id(q, "person_id");
		++*found;
	}
	stmt_reset(q);
	return status;
}

enum ch_status word_map_people(struct db *db, const struct word_choice *choice, size_t most, int64_t *ids,
			       size_t *found, struct ch_error *err)
{
	bool applies = word_map_applies(db);
	enum ch_status status = CH_OK;

	*found = 0;
	for (size_t i = 0; i < choice->count; i++) {
		const struct word_choice one = {.words = &choice->words[i], .count = 1};
		struct word_stretch stretch = {.from = "", .until = LAST_NAME};

		if (!applies)
			status = people_of_stretch(db, &stretch, choice->words[i], most, ids, found, err);
		while (applies && status == CH_OK && *found <= most && word_map_next(db, &one, 1, false, &stretch))
			status = people_of_stretch(db, &stretch, choice->words[i], most, ids, found, err);
		if (status != CH_OK || *found > most)
			return status;
	}
	return status;
}
