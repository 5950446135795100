#include "core/import/session_said.h"

#include <string.h>

#include "chiron/text.h"
#include "core/import/value.h"

static bool is_any_of(const struct import_lexicon *lexicon, const char *word, const char *const *groups)
{
	while (*groups != NULL && !import_word_is(lexicon, *groups, word))
		groups++;
	return *groups != NULL;
}

static bool begins_name(const char *word, const char *name, struct ch_arena *arena)
{
	const char *key = name == NULL ? "" : import_key(arena, name);

	return *key != '\0' && strncmp(key, word, strlen(word)) == 0 && strchr(" ", key[strlen(word)]) != NULL;
}

/* Whom a word stands for; NULL: nobody. */
static const char *side_of(const struct import_lexicon *lexicon, const char *word, const char *guide,
			   const char *learner, struct ch_arena *arena)
{
	static const char *const learners[] = {"side.learner", "mentee", "coachee", NULL};
	static const char *const guides[] = {"side.guide", "mentor", "coach", NULL};

	if (is_any_of(lexicon, word, learners) || begins_name(word, learner, arena))
		return "learner";
	if (is_any_of(lexicon, word, guides) || begins_name(word, guide, arena))
		return "guide";
	return import_word_is(lexicon, "both", word) ? "both" : NULL;
}

static struct session_said read_whole(const struct import_lexicon *lexicon, const char *text, const char *guide,
				      const char *learner, struct ch_arena *arena)
{
	struct ch_buffer rest = CH_BUFFER_EMPTY;
	struct session_said said = {NULL, NULL};
	char *left = NULL;

	for (char *word = strtok_r(import_key(arena, text), " ", &left); word != NULL;
	     word = strtok_r(NULL, " ", &left)) {
		const char *side = side_of(lexicon, word, guide, learner, arena);

		if (side != NULL)
			said.by = said.by != NULL && strcmp(said.by, side) != 0 ? "both" : side;
		else if (!import_word_is(lexicon, "by", word))
			ch_buffer_printf(&rest, "%s%s", rest.length > 0 ? " " : "", word);
	}
	if (rest.length > 0 && import_word_is(lexicon, "state.cancelled", rest.text))
		said.state = "cancelled";
	else if (rest.length > 0 && import_word_is(lexicon, "state.no_show", rest.text))
		said.state = "no_show";
	else if (rest.length > 0)
		said.by = NULL;
	ch_buffer_release(&rest);
	return said;
}

struct session_said session_said_read(const struct import_lexicon *lexicon, const char *cell, const char *guide,
				      const char *learner, struct ch_arena *arena)
{
	struct session_said said = read_whole(lexicon, cell, guide, learner, arena);
	size_t before = import_before_remark(cell);

	if (said.state != NULL || said.by != NULL || before == 0)
		return said;
	said = read_whole(lexicon, ch_arena_copy_bytes(arena, cell, before), guide, learner, arena);
	return said.state != NULL ? said : (struct session_said){NULL, NULL};
}
