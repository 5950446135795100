/*
 * Choices by what people call them. Codes, labels and their translations are
 * compared folded, with "_" and "-" as blanks: "Ended early" is ended_early.
 * Screens call the two sides by their roles, and so may whoever types one:
 * "mentee" is the learner where there is no mentee of its own. What a scheme
 * shows instead of these words (R27) is understood, too.
 */
#include <string.h>

#include "chiron/field.h"
#include "chiron/text.h"

static const char *key_of(const char *text, struct ch_arena *arena)
{
	char *plain = ch_arena_copy(arena, text);

	for (char *c = plain; *c != '\0'; c++) {
		if (*c == '_' || *c == '-')
			*c = ' ';
	}
	return ch_text_fold(arena, plain);
}

/*
 * The key with the words for roles replaced by those for the sides: "mentee's lack of time", and the label
 * "mentee or coachee's lack of time", are both "learner's lack of time".
 */
static const char *by_side(const char *key, struct ch_arena *arena)
{
	const struct {
		const char *role, *side;
	} words[] = {{"mentee or coachee", "learner"}, {"mentor or coach", "guide"},
		     {key_of(_("mentee or coachee"), arena), "learner"},
		     {key_of(_("mentor or coach"), arena), "guide"},
		     {"coachee", "learner"}, {"mentee", "learner"}, {"coach", "guide"}, {"mentor", "guide"},
		     {key_of(_("coachee"), arena), "learner"}, {key_of(_("mentee"), arena), "learner"},
		     {key_of(_("coach"), arena), "guide"}, {key_of(_("mentor"), arena), "guide"}};
	struct ch_buffer sides = CH_BUFFER_EMPTY;
	const char *copy;

	for (const char *at = key; *at != '\0';) {
		size_t word = 0, count = sizeof(words) / sizeof(words[0]);

		while (word < count && ((at > key && at[-1] != ' ') ||
					strncmp(at, words[word].role, strlen(words[word].role)) != 0))
			word++;
		if (word < count) {
			ch_buffer_add(&sides, words[word].side);
			at += strlen(words[word].role);
		} else {
			ch_buffer_add_char(&sides, *at++);
		}
	}
	copy = ch_arena_copy(arena, sides.text);
	ch_buffer_release(&sides);
	return copy;
}

enum match { MATCH_NONE, MATCH_START, MATCH_WHOLE };

static enum match match_name(const char *name, const char *key, bool sides, struct ch_arena *arena)
{
	const char *name_key = sides ? by_side(key_of(name, arena), arena) : key_of(name, arena);

	if (strcmp(name_key, key) == 0)
		return MATCH_WHOLE;
	return strncmp(name_key, key, strlen(key)) == 0 ? MATCH_START : MATCH_NONE;
}

/* The best match among all names of a choice; with `sides`, words for roles are those for the sides in them, too. */
static enum match match_choice(const struct ch_choice *choice, const char *key, bool sides,
				struct ch_arena *arena)
{
	const char *names[] = {choice->code, choice->label, _(choice->label)};
	enum match best = MATCH_NONE;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		enum match match = match_name(names[i], key, sides, arena);

		best = match > best ? match : best;
	}
	return best;
}

static int find_by_name(const struct ch_choice *choices, const char *key, bool sides, struct ch_arena *arena)
{
	int found = -1, starts = 0;

	if (*key == '\0')
		return 0;
	for (int i = 1; choices[i].code; i++) {
		enum match match = match_choice(&choices[i], key, sides, arena);

		if (match == MATCH_WHOLE)
			return i;
		if (match == MATCH_START) {
			found = i;
			starts++;
		}
	}
	return starts == 1 ? found : -1;
}

int ch_choice_find(const struct ch_choice *choices, const char *text)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key;
	int found;

	/* Files hold codes: no folding for those. */
	for (int i = 0; choices[i].code; i++) {
		if (strcmp(choices[i].code, text) == 0)
			return i;
	}
	key = key_of(text, &arena);
	found = find_by_name(choices, key, false, &arena);
	if (found < 0)
		found = find_by_name(choices, by_side(key, &arena), true, &arena);
	ch_arena_release(&arena);
	return found;
}

void ch_choice_list(const struct ch_choice *choices, struct ch_buffer *out)
{
	for (int i = 1; choices[i].code; i++) {
		if (i > 1)
			ch_buffer_add(out, choices[i + 1].code ? ", " : _(" or "));
		ch_buffer_add(out, *choices[i].label != '\0' ? _(choices[i].label) : choices[i].code);
	}
}
