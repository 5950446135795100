/* The groups lie in the order of their keys; rows that come one after the other are often of one group. */
#include "store/query_tally.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/status.h"

struct group {
	char *key, *word;
	int64_t rows, runs, sum, who;
};

struct tally {
	struct group *groups;
	size_t count, room;
	size_t latest;
};

static char *copy_of(const char *text)
{
	char *copy = strdup(text);

	if (copy == NULL)
		ch_abort("out of memory");
	return copy;
}

/* Where the key is, or would be. */
static size_t place_of(const struct tally *tally, const char *key, bool *found)
{
	size_t low = 0, high = tally->count;

	*found = false;
	while (low < high && !*found) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(tally->groups[middle].key, key);

		*found = order == 0;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return *found ? high : low;
}

static struct group *insert(struct tally *tally, size_t place, const char *key)
{
	if (tally->count == tally->room) {
		tally->room = tally->room > 0 ? 2 * tally->room : 16;
		tally->groups = realloc(tally->groups, tally->room * sizeof(*tally->groups));
		if (tally->groups == NULL)
			ch_abort("out of memory");
	}
	memmove(tally->groups + place + 1, tally->groups + place, (tally->count - place) * sizeof(*tally->groups));
	tally->count++;
	tally->groups[place] = (struct group){.key = copy_of(key)};
	return &tally->groups[place];
}

static struct group *group_of(struct tally *tally, const char *key)
{
	bool found;

	if (tally->latest < tally->count && strcmp(tally->groups[tally->latest].key, key) == 0)
		return &tally->groups[tally->latest];
	tally->latest = place_of(tally, key, &found);
	return found ? &tally->groups[tally->latest] : insert(tally, tally->latest, key);
}

static void add_row(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct tally *tally = sqlite3_aggregate_context(context, sizeof(*tally));
	const char *key = (const char *)sqlite3_value_text(values[0]);
	const char *word = (const char *)sqlite3_value_text(values[3]);
	int64_t who = sqlite3_value_int64(values[1]);

	(void)count;
	if (tally == NULL || key == NULL)
		return;
	struct group *group = group_of(tally, key);

	group->runs += group->rows == 0 || who != group->who;
	group->who = who;
	group->rows++;
	if (__builtin_add_overflow(group->sum, sqlite3_value_int64(values[2]), &group->sum)) {
		sqlite3_result_error(context, "integer overflow", -1); /* as SQLite's own sum() has it */
		return;
	}
	if (word != NULL && (group->word == NULL || strcmp(word, group->word) < 0)) {
		free(group->word);
		group->word = copy_of(word);
	}
}

static void add_json_text(struct ch_buffer *out, const char *text)
{
	if (text == NULL) {
		ch_buffer_add(out, "null");
		return;
	}
	ch_buffer_add(out, "\"");
	for (const char *at = text; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\' || (unsigned char)*at < ' ')
			ch_buffer_printf(out, "\\u%04x", (unsigned)(unsigned char)*at);
		else
			ch_buffer_add_bytes(out, at, 1);
	}
	ch_buffer_add(out, "\"");
}

static void answer(sqlite3_context *context)
{
	struct tally *tally = sqlite3_aggregate_context(context, 0);
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_add(&out, "[");
	for (size_t i = 0; tally != NULL && i < tally->count; i++) {
		struct group *group = &tally->groups[i];

		ch_buffer_add(&out, i > 0 ? ",[" : "[");
		add_json_text(&out, group->key);
		ch_buffer_printf(&out, ",%lld,%lld,%lld,", (long long)group->rows, (long long)group->runs,
				 (long long)group->sum);
		add_json_text(&out, group->word);
		ch_buffer_add(&out, "]");
		free(group->key);
		free(group->word);
	}
	ch_buffer_add(&out, "]");
	sqlite3_result_text(context, out.text, (int)out.length, SQLITE_TRANSIENT);
	if (tally != NULL)
		free(tally->groups);
	ch_buffer_release(&out);
}

int query_tally(sqlite3 *handle)
{
	return sqlite3_create_function_v2(handle, "tally", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
					  NULL, NULL, add_row, answer, NULL);
}
