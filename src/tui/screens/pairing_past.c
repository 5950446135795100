#include "tui/screens/pairing_past.h"

#include <inttypes.h>

#include "chiron/checkin.h"

enum { SHOWN = 3 };

static void add_one(struct fact_list *facts, const struct desk *desk, const struct ch_pairing *pairing,
		    const struct ch_checkin *checkin, struct ch_arena *arena)
{
	const struct ch_field *medium = ch_field_named(ch_entity_of(CH_CHECKIN), "medium");
	int64_t person_id = checkin->side == CH_SIDE_GUIDE ? pairing->guide_id : pairing->learner_id;
	const char *how = ch_field_show(medium, checkin, desk->today, arena);
	bool noted = checkin->notes != NULL && *checkin->notes != '\0';
	char shown[16];

	fact_list_printf(facts, ' ', _("Contact"), "%s, %s%s%s%s%s",
			 ch_date_show(checkin->checkin_on, desk->today, shown),
			 desk_name(desk, CH_PERSON, person_id, arena), *how != '\0' ? ", " : "", how,
			 noted ? ": " : "", noted ? checkin->notes : "");
}

void contacts_past_add(struct fact_list *facts, const struct desk *desk, const struct ch_pairing *pairing,
		       struct ch_arena *arena)
{
	struct ch_list_query query = {
		.list = CH_LIST_CHECKINS, .pairing_id = pairing->pairing_id, .limit = SHOWN};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_checkin checkin;
	struct ch_grid grid;
	int64_t count = 0;

	if (!desk_is_coordinator(desk) || ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++)
		if (ch_checkin_get(desk->c, grid.rows[i].id, arena, &checkin, &ignored) == CH_OK)
			add_one(facts, desk, pairing, &checkin, arena);
	query.limit = 0;
	if (ch_list_count(desk->c, &query, &count, &ignored) == CH_OK && count > SHOWN)
		fact_list_printf(facts, ' ', _("Contact"), _("and %" PRId64 " before these"), count - SHOWN);
}
