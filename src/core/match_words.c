/*
 * Matching in words, for a coordinator to read out to the two.
 */
#include "core/match.h"

#include "model/choices.h"

static void add_areas(const struct match_person *guide, const struct match_person *learner, struct ch_arena *arena,
		      struct ch_buffer *out)
{
	const struct pair_terms *sought = &learner->seeks, *offered = &guide->offers;
	size_t shared = pair_terms_shared(sought, offered);

	if (sought->count == 0)
		ch_buffer_printf(out, _("what %s seeks is not known\n"), learner->name);
	if (offered->count == 0)
		ch_buffer_printf(out, _("what %s offers is not known\n"), guide->name);
	if (sought->count == 0 || offered->count == 0)
		return;
	if (shared == 0)
		ch_buffer_printf(out, _("none of the areas sought (%zu) is offered\n"), sought->count);
	else
		ch_buffer_printf(out, shared == 1 ? _("%zu of %zu areas sought is offered: %s\n")
						  : _("%zu of %zu areas sought are offered: %s\n"),
				 shared, sought->count, pair_terms_common(sought, offered, true, arena));
	if (shared < sought->count)
		ch_buffer_printf(out, _("not offered: %s\n"), pair_terms_common(sought, offered, false, arena));
}

static void add_languages(const struct match_person *guide, const struct match_person *learner, struct ch_arena *arena,
			  struct ch_buffer *out)
{
	bool of_guide = guide->languages.count > 0, of_learner = learner->languages.count > 0;

	if (of_guide && of_learner)
		ch_buffer_printf(out, _("language in common: %s\n"),
				 pair_terms_common(&learner->languages, &guide->languages, true, arena));
	else if (of_guide || of_learner)
		ch_buffer_printf(out, _("languages of %s are not known\n"), of_guide ? learner->name : guide->name);
	else
		ch_buffer_printf(out, _("languages of %s and %s are not known\n"), guide->name, learner->name);
}

static void add_places(const struct match_places *places, int64_t left, struct ch_buffer *out)
{
	if (!places->known)
		ch_buffer_add(out, left < 0 ? _("places: not known")
					    : _("places: not known, taken as 1; none left after this"));
	else if (left < 0)
		ch_buffer_printf(out, _("places: %lld more taken after this than there are (%lld)"), (long long)-left,
				 (long long)places->total);
	else
		ch_buffer_printf(out, places->of_programme ? _("places in this programme: %lld of %lld left after this")
							   : _("places: %lld of %lld left after this"),
				 (long long)left, (long long)places->total);
}

const char *match_reasons(const struct match_person *guide, const struct match_person *learner, int64_t left,
			  struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	add_areas(guide, learner, arena, &out);
	add_languages(guide, learner, arena, &out);
	add_places(&guide->places, left, &out);
	const char *reasons = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return reasons;
}

const char *match_obstacles(const char *guide_word, const size_t removed[MATCH_OBSTACLES], struct ch_arena *arena)
{
	static const char *const labels[MATCH_OBSTACLES] = {
		[MATCH_ONESELF] = N_("the same person (R1)"),
		[MATCH_PAIRED] = N_("paired with them already (R1)"),
		[MATCH_LINE] = N_("in the reporting line (R2)"),
		[MATCH_LANGUAGE] = N_("no language in common"),
		[MATCH_DECLINED] = N_("declined before in this programme"),
	};
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_printf(&out, _("no %s passes the rules: "), guide_word);
	size_t start = out.length;
	for (int obstacle = MATCH_POSSIBLE + 1; obstacle < MATCH_OBSTACLES; obstacle++)
		if (removed[obstacle] > 0)
			ch_buffer_printf(&out, "%s%zu %s", out.length > start ? ", " : "", removed[obstacle],
					 _(labels[obstacle]));
	const char *words = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return words;
}

const char *match_full(const char *guide_word, const struct match_person *const *suitable, size_t count,
		       struct ch_arena *arena)
{
	enum { NAMED = 3 };
	struct ch_buffer out = CH_BUFFER_EMPTY;

	ch_buffer_printf(&out, _("no %s who suits has a place left: "), guide_word);
	for (size_t i = 0; i < count && i < NAMED; i++)
		ch_buffer_printf(&out, "%s%s", i > 0 ? ", " : "", suitable[i]->name);
	if (count > NAMED)
		ch_buffer_printf(&out, _(" and %zu more"), count - NAMED);
	const char *words = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return words;
}
