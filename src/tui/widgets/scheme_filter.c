#include "tui/widgets/scheme_filter.h"

#include <string.h>

/* The first of the words that begins with what was typed. */
struct completion {
	const char *typed;
	size_t length;
	const char *found; /* NULL: none yet */
};

static void consider(struct completion *completion, const char *word)
{
	if (completion->found == NULL && strlen(word) > completion->length &&
	    strncmp(word, completion->typed, completion->length) == 0)
		completion->found = word;
}

/* The words that the values of a column may be; NULL where they may be anything. */
static const struct ch_choice *values_of(const struct ch_column *column)
{
	static const struct ch_choice yes[] = {{"yes", NULL}, {"no", NULL}, {NULL, NULL}};

	return column->type == CH_TYPE_YES ? yes : column->choices;
}

static void consider_values(struct completion *completion, const struct ch_column *column)
{
	const struct ch_choice *values = values_of(column);

	for (; values != NULL && values->code != NULL; values++)
		consider(completion, values->code);
}

static bool has_key(const struct ch_column *column, const char *key, size_t length)
{
	return strlen(column->key) == length && strncmp(column->key, key, length) == 0;
}

void scheme_filter_complete(struct ch_context *c, enum ch_list_id list, struct field_input *input)
{
	const char *sort, *end = input->text.text + input->cursor, *word = end, *typed;
	size_t count;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_column *columns = ch_list_columns(c, list, &arena, &count, &sort);
	struct completion completion = {0};

	while (word > input->text.text && word[-1] != ' ' && word[-1] != '-')
		word--;
	for (typed = end; typed > word && typed[-1] != ':' && typed[-1] != ','; typed--)
		;
	completion.typed = typed;
	completion.length = (size_t)(end - typed);
	for (size_t i = 0; i < count; i++) {
		if (typed == word)
			consider(&completion, columns[i].key);
		else if (has_key(&columns[i], word, strcspn(word, ":")))
			consider_values(&completion, &columns[i]);
	}
	if (completion.found != NULL)
		input_replace(input, completion.length, completion.found);
	if (completion.found != NULL && typed == word)
		input_replace(input, 0, ":");
	ch_arena_release(&arena);
}
