#include "tui/screens/overrides_told.h"

#include <string.h>

#include "chiron/check.h"

/* "Internal coach without training (R8)": a number alone says nothing to who does not know the rules. */
static const char *rule_words(const char *rule, const char *check, struct ch_arena *arena)
{
	for (size_t i = 0; i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, check) == 0)
			return ch_arena_printf(arena, "%s (%s)", _(ch_check_at(i)->title), rule);
	return rule;
}

void overrides_told_add(struct fact_list *facts, const struct desk *desk, int64_t pairing_id, int64_t programme_id,
			struct ch_arena *arena)
{
	const struct ch_list_query query = {
		.list = CH_LIST_OVERRIDES,
		.filter = pairing_id == 0 ? "pairing_id:-" : NULL,
		.pairing_id = pairing_id,
		.programme_id = pairing_id == 0 ? programme_id : 0,
	};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid;

	if (!desk_may(desk, CH_OP_OVERRIDE_READ) ||
	    ch_list_fetch(desk->c, &query, arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *rule = "", *check = "", *day = "", *reason = "", *by = "";

		for (size_t j = 0; j < grid.column_count; j++) {
			const char *shown = ch_cell_show(&grid.columns[j], grid.rows[i].cells[j], desk->today, arena);

			if (strcmp(grid.columns[j].key, "rule") == 0)
				rule = shown;
			else if (strcmp(grid.columns[j].key, "check_name") == 0)
				check = shown;
			else if (strcmp(grid.columns[j].key, "made_by") == 0)
				by = shown;
			else if (strcmp(grid.columns[j].key, "made_on") == 0)
				day = shown;
			else if (strcmp(grid.columns[j].key, "reason") == 0)
				reason = shown;
		}
		fact_list_printf(facts, '~', _("Overridden"), "%s, %s%s%s: %s",
				 rule_words(rule, check, arena), day, *by != '\0' ? ", " : "", by, reason);
	}
}
