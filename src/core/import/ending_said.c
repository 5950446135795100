#include "core/import/ending_said.h"

#include <stddef.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/value.h"
#include "model/choices.h"

/* The choice that the text is: by its words, its label or its code; NULL: none. */
static const char *choice_of(const struct import_lexicon *lexicon, const struct ch_choice *choices, const char *group,
			     const char *text, struct ch_arena *arena)
{
	const char *key = import_key(arena, text);

	for (const struct ch_choice *choice = choices + 1; choice->code != NULL; choice++)
		if (import_word_is(lexicon, ch_arena_printf(arena, "%s.%s", group, choice->code), text) ||
		    strcmp(key, import_key(arena, _(choice->label))) == 0 || strcmp(text, choice->code) == 0)
			return choice->code;
	return NULL;
}

/* How what ended for that reason ended. */
static const char *kind_of_reason(const char *reason)
{
	if (strcmp(reason, "planned_end") == 0)
		return "completed";
	return strcmp(reason, "goals_attained") == 0 ? "goals_attained" : "ended_early";
}

static struct ending_said read_whole(const struct import_lexicon *lexicon, const char *text, struct ch_arena *arena)
{
	struct ending_said said = {
		.kind = choice_of(lexicon, choices_closure_kind, "closure_kind", text, arena),
	};

	if (said.kind != NULL)
		return said;
	said.reason = choice_of(lexicon, choices_closure_reason, "closure_reason", text, arena);
	if (said.reason == NULL && import_word_is(lexicon, "ended_by_one", text)) {
		said.reason = "other";
		said.in_words = true;
	}
	if (said.reason != NULL)
		said.kind = kind_of_reason(said.reason);
	return said;
}

struct ending_said ending_said_read(const struct import_lexicon *lexicon, const char *cell, struct ch_arena *arena)
{
	struct ending_said said = read_whole(lexicon, cell, arena);
	size_t before = import_before_remark(cell);

	if (said.kind != NULL || before == 0)
		return said;
	said = read_whole(lexicon, ch_arena_copy_bytes(arena, cell, before), arena);
	if (said.kind == NULL)
		return said;
	/* "Ended early - lack of time": how, then why; what is not known of why is kept in words. */
	const char *rest = cell + before + strspn(cell + before, " ");

	rest += strncmp(rest, "\u2013", strlen("\u2013")) == 0 ? strlen("\u2013") : strspn(rest, "-:,;(");
	char *why = ch_text_tidy(arena, rest);
	size_t length = why != NULL ? strlen(why) : 0;

	if (length > 0 && why[length - 1] == ')')
		why[length - 1] = '\0';
	if (length == 0 || said.reason != NULL)
		return said;
	struct ending_said more = read_whole(lexicon, why, arena);

	said.reason = more.reason != NULL ? more.reason : "other";
	said.in_words = more.reason == NULL || more.in_words;
	return said;
}
