/* The programme's own first: they were chosen for its purpose. */
#include "chiron/goal.h"
#include "chiron/programme.h"

static const char *const usual[] = {
	/* The first three are the guidance's own words. */
	N_("Work/life balance"),
	N_("Self-confidence"),
	N_("Self-perception"),
	N_("Finding one's feet in a new role"),
	N_("Career and next steps"),
	N_("Working relationships"),
	N_("Networks and visibility"),
	N_("Leading others"),
	N_("Learning and qualifications"),
	N_("Resilience and wellbeing"),
};

enum { USUAL = sizeof(usual) / sizeof(usual[0]) };

enum ch_status ch_focus_areas(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
			      struct ch_terms *areas, struct ch_error *err)
{
	struct ch_programme programme = {.focus_areas = NULL};
	struct ch_terms own;
	const char **all;

	if (programme_id != 0 && ch_programme_get(c, programme_id, arena, &programme, err) != CH_OK)
		return err->status;
	own = ch_terms_split(arena, programme.focus_areas);
	all = ch_arena_array(arena, own.count + USUAL, sizeof(*all));
	for (size_t i = 0; i < own.count; i++)
		all[i] = own.terms[i];
	for (size_t i = 0; i < USUAL; i++)
		all[own.count + i] = _(usual[i]);
	/* Joining drops what the programme names, too. */
	*areas = ch_terms_split(arena, ch_terms_join(arena, all, own.count + USUAL));
	return CH_OK;
}
