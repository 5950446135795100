#include "tui/screens/feedback_due.h"

void feedback_due_add(struct fact_list *facts, const struct desk *desk, int64_t pairing_id, int64_t person_id,
		      struct ch_arena *arena)
{
	const struct ch_list_query query = {
		.list = CH_LIST_FEEDBACK, .filter = "state:due", .pairing_id = pairing_id, .person_id = person_id};
	const struct ch_field *form = ch_field_named(ch_entity_of(CH_FEEDBACK), "form");
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_feedback feedback;
	struct ch_pairing pairing;
	struct ch_grid grid;
	char shown[16];

	if (ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		if (ch_feedback_get(desk->c, grid.rows[i].id, arena, &feedback, &ignored) != CH_OK ||
		    ch_pairing_get(desk->c, feedback.pairing_id, arena, &pairing, &ignored) != CH_OK)
			continue;
		/* On the page of a person it is said of which pairing, on that of a pairing of whom. */
		int64_t with = feedback.person_id == pairing.guide_id ? pairing.learner_id : pairing.guide_id;
		const char *who = desk_name(desk, CH_PERSON, person_id != 0 ? with : feedback.person_id, arena);

		fact_list_printf(facts, feedback.due_on <= desk->today ? '!' : '.', _("Feedback due"), "%s%s: %s, %s",
				 person_id != 0 ? _("with ") : "", who,
				 ch_field_show(form, &feedback, desk->today, arena),
				 ch_date_show(feedback.due_on, desk->today, shown));
	}
}
