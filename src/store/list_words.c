/*
 * Two ways round reading everything for a word. A list in the order of people's
 * names is read only where the map says that the word may be. A list of what
 * belongs to pairings has another order, and so little of a map: if the word is
 * that of few people, what belongs to their pairings is found by these and then
 * sorted; if it is that of many, a page is soon full.
 */
#include "store/list_words.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "chiron/buffer.h"

enum { FEW_PEOPLE = 1000 /* whose pairings' sessions are sorted in the time in which the page fills for more */ };

static void read_words(const struct list_request *request, struct list_words *words)
{
	words->count = 0;
	for (size_t i = 0; i < request->filter->count; i++) {
		const struct list_term *term = &request->filter->terms[i];

		if (term->match != LIST_WORD || term->negated)
			continue;
		for (size_t j = 0; j < term->value_count; j++)
			words->words[words->count][j] = term->values[j].text;
		words->choices[words->count] =
			(struct word_choice){.words = words->words[words->count], .count = term->value_count};
		words->count++;
	}
}

bool list_searches_people(const struct list_info *info)
{
	return info->people != NULL && info->people[0] != NULL && info->texts == NULL;
}

bool list_words_of_names(const struct list_request *request, struct list_words *words)
{
	const struct list_info *info = request->info;
	const struct ch_list_query *query = request->query;

	if (!list_searches_people(info) || info->people[1] != NULL ||
	    strcmp(request->sort->sort, "person.sort_name") != 0)
		return false;
	if (request->own || query->person_id != 0 || query->pairing_id != 0) /* an index of its own finds these */
		return false;
	read_words(request, words);
	return words->count > 0;
}

/* Whether its rows are found by their pairing, whose two are searched. */
static bool belongs_to_pairing(const struct list_info *info)
{
	char condition[80];

	snprintf(condition, sizeof(condition), "%s.pairing_id = :pairing_id", info->tables[0].alias);
	return info->of_pairing != NULL && strcmp(info->of_pairing, condition) == 0 && list_searches_people(info) &&
	       info->people[1] != NULL;
}

enum ch_status list_narrow_to_few(struct db *db, struct list_request *request, struct ch_arena *arena,
				  struct ch_error *err)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;
	enum ch_status status = CH_OK;
	int64_t people[FEW_PEOPLE];
	struct list_words words;
	size_t found = FEW_PEOPLE + 1;

	if (!belongs_to_pairing(request->info) || request->own || request->query->person_id != 0 ||
	    request->query->pairing_id != 0)
		return CH_OK;
	read_words(request, &words);
	for (size_t i = 0; status == CH_OK && found > FEW_PEOPLE && i < words.count; i++)
		status = word_map_people(db, &words.choices[i], FEW_PEOPLE, people, &found, err);
	if (status != CH_OK || found > FEW_PEOPLE)
		return status;
	for (size_t i = 0; i < found; i++)
		ch_buffer_printf(&list, "%s%" PRId64, i > 0 ? "," : "", people[i]);
	request->people = ch_arena_copy(arena, list.text);
	ch_buffer_release(&list);
	return CH_OK;
}
