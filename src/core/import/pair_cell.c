#include "core/import/pair_cell.h"

#include <string.h>

#include "chiron/text.h"

enum side { NO_SIDE, GUIDE, LEARNER };

static enum side side_of(const struct import_lexicon *lexicon, const char *word)
{
	static const char *const guides[] = {"side.guide", "mentor", "coach"};
	static const char *const learners[] = {"side.learner", "mentee", "coachee"};

	for (size_t i = 0; i < sizeof guides / sizeof guides[0]; i++) {
		if (import_word_is(lexicon, guides[i], word))
			return GUIDE;
		if (import_word_is(lexicon, learners[i], word))
			return LEARNER;
	}
	return NO_SIDE;
}

/* Whose name the heading says comes first; NO_SIDE where it does not say both. */
static enum side first_of(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	enum side first = NO_SIDE;
	char *left = NULL;

	for (char *word = strtok_r(import_key(arena, heading), " ", &left); word != NULL;
	     word = strtok_r(NULL, " ", &left)) {
		enum side side = side_of(lexicon, word);

		if (side != NO_SIDE && first != NO_SIDE && side != first)
			return first;
		first = first == NO_SIDE ? side : first;
	}
	return NO_SIDE;
}

/* "Mentor: Lorna Hughes; Mentee: Tom Price". */
static void read_labels(const struct import_lexicon *lexicon, const char *cell, struct ch_arena *arena,
			struct pair_cell *out)
{
	char *left = NULL;

	for (char *part = strtok_r(ch_arena_copy(arena, cell), ";\n,|", &left); part != NULL;
	     part = strtok_r(NULL, ";\n,|", &left)) {
		char *colon = strchr(part, ':');

		if (colon == NULL)
			continue;
		enum side side = side_of(lexicon, ch_arena_copy_bytes(arena, part, (size_t)(colon - part)));
		if (side == GUIDE)
			out->guide = ch_text_tidy(arena, colon + 1);
		else if (side == LEARNER)
			out->learner = ch_text_tidy(arena, colon + 1);
	}
}

/* A mark that parts the two, once; an arrow goes from the guide to the learner. */
static const char *mark_in(const char *cell, size_t *length, bool *arrow)
{
	static const char *const arrows[] = {"->", "\u2192", "=>", "\u00bb", ">"};
	static const char *const marks[] = {" / ",    " & ",   " + ", " \u2013 ", " - ",
					    " with ", " and ", " | ", ";",	  "/", "|"};
	enum { ARROWS = sizeof arrows / sizeof arrows[0], MARKS = sizeof marks / sizeof marks[0] };

	for (size_t i = 0; i < ARROWS + MARKS; i++) {
		const char *mark = i < ARROWS ? arrows[i] : marks[i - ARROWS];
		const char *at = strstr(cell, mark);

		if (at == NULL)
			continue;
		*length = strlen(mark);
		*arrow = i < ARROWS;
		return strstr(at + *length, mark) == NULL ? at : NULL;
	}
	return NULL;
}

struct pair_cell pair_cell_read(const struct import_lexicon *lexicon, const char *heading, const char *cell,
				struct ch_arena *arena)
{
	enum side first = first_of(lexicon, heading, arena);
	struct pair_cell out = {.guide = NULL};
	bool arrow = false;
	size_t length;

	read_labels(lexicon, cell, arena, &out);
	if (out.guide != NULL && out.learner != NULL)
		return out;
	const char *mark = mark_in(cell, &length, &arrow);
	const char *before = mark == NULL ? NULL :
		ch_text_tidy(arena, ch_arena_copy_bytes(arena, cell, (size_t)(mark - cell)));
	const char *behind = mark == NULL ? NULL : ch_text_tidy(arena, mark + length);

	if (before == NULL || behind == NULL)
		return (struct pair_cell){.wrong = _("is not two names with a sign between them")};
	if (first == NO_SIDE && !arrow)
		return (struct pair_cell){.wrong = _("does not say which of the two is the mentor or coach")};
	if (first == LEARNER)
		return (struct pair_cell){.guide = behind, .learner = before};
	return (struct pair_cell){.guide = before, .learner = behind};
}
