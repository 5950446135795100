/* Words of a filter are looked up in names; one that begins a state or another choice is meant as that, it may be. */
#include <string.h>

#include "chiron/list.h"
#include "chiron/text.h"

enum { SHORTEST = 3 /* letters: fewer begin too much */ };

static bool begins(const char *word, const char *choice, struct ch_arena *arena)
{
	const char *key = ch_text_search_key(arena, word);

	return strncmp(ch_text_search_key(arena, choice), key, strlen(key)) == 0;
}

/* "state:contracting" for a column with a choice that the word begins; NULL: there is none. */
static const char *choice_begun(const struct ch_column *column, const char *word, struct ch_arena *arena)
{
	const struct ch_choice *choice = column->choices;

	for (; choice != NULL && choice->code != NULL; choice++)
		if (*choice->code != '\0' && (begins(word, choice->code, arena) ||
					      (choice->label != NULL && begins(word, _(choice->label), arena))))
			return ch_arena_printf(arena, "%s:%s", column->key, choice->code);
	return NULL;
}

/* Of the columns that are shown first of all. */
static const char *term_for(const struct ch_column *columns, size_t count, const char *word, struct ch_arena *arena)
{
	const char *term = NULL;

	for (int extra = 0; extra <= 1; extra++)
		for (size_t i = 0; term == NULL && i < count; i++)
			if (columns[i].extra == (extra == 1))
				term = choice_begun(&columns[i], word, arena);
	return term;
}

const char *ch_list_advice(struct ch_context *c, enum ch_list_id list, const char *filter, struct ch_arena *arena)
{
	const char *sort;
	size_t count;
	const struct ch_column *columns = ch_list_columns(c, list, arena, &count, &sort);

	if (strchr(filter, '"') != NULL)
		return NULL;
	for (const char *at = filter; *at != '\0';) {
		size_t length = strcspn(at, " ");
		const char *word = ch_arena_copy_bytes(arena, at, length), *term = NULL;

		if (length >= SHORTEST && *word != '-' && strpbrk(word, ":<>=,") == NULL)
			term = term_for(columns, count, word, arena);
		if (term != NULL)
			return ch_arena_printf(arena, "%.*s%s%s", (int)(at - filter), filter, term, at + length);
		at += length;
		at += strspn(at, " ");
	}
	return NULL;
}
