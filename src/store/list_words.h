/* How lists use the map of words (word_map.h). For list.c only. */
#ifndef STORE_LIST_WORDS_H
#define STORE_LIST_WORDS_H

#include "store/list.h"
#include "store/word_map.h"

/* The plain words of a filter that must be there. */
struct list_words {
	struct word_choice choices[LIST_MOST_TERMS];
	const char *words[LIST_MOST_TERMS][LIST_MOST_VALUES];
	size_t count;
};

/* Whether words of the list are looked up among people alone, whatever its order. */
bool list_searches_people(const struct list_info *info);

/*
 * Whether the list goes by people's names, and its filter has words that are looked up in them: then these are read,
 * and the list is to be read stretch by stretch, if the map applies.
 */
bool list_words_of_names(const struct list_request *request, struct list_words *words);

/*
 * Where the list is one of what belongs to pairings, and few people have one of the words of its filter: narrows
 * *request to the pairings of these, into the arena. The filter itself stays as it is.
 */
enum ch_status list_narrow_to_few(struct db *db, struct list_request *request, struct ch_arena *arena,
				  struct ch_error *err);

#endif
