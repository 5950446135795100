/* Field tables say "mentor or coach"; on the screens of a pairing each of the two is called by the role they have. */
#include <string.h>

#include "tui/screens/screen_pairing_parts.h"

static const char *role_word(int role)
{
	return _(ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices[role].label);
}

/* `text` with its first `word` replaced; NULL: by nothing else. */
static const char *replace(const char *text, const char *word, const char *by, struct ch_arena *arena)
{
	const char *place = strstr(text, word);

	if (place == NULL || by == NULL)
		return text;
	return ch_arena_printf(arena, "%.*s%s%s", (int)(place - text), text, by, place + strlen(word));
}

const char *pairing_role_words(const char *text, int kind, struct ch_arena *arena)
{
	const char *guide = kind != CH_NO_KIND ? role_word(ch_kind_guide_role(kind)) : NULL;
	const char *learner = kind != CH_NO_KIND ? role_word(ch_kind_learner_role(kind)) : NULL;

	text = replace(text, _("mentor or coach"), guide, arena);
	return replace(text, _("mentee or coachee"), learner, arena);
}

const struct ch_choice *pairing_role_choices(const struct ch_choice *choices, int kind, struct ch_arena *arena)
{
	struct ch_choice *copy;
	size_t count = 0;

	while (choices[count].code != NULL)
		count++;
	copy = ch_arena_array(arena, count + 1, sizeof(*copy));
	for (size_t i = 0; i < count; i++) {
		const char *label = i > 0 ? pairing_role_words(_(choices[i].label), kind, arena) : "";

		copy[i] = (struct ch_choice){.code = choices[i].code, .label = label};
	}
	return copy;
}
