/* What was learned before, for the record of the next session (R46). */
#include "chiron/list.h"
#include "chiron/pair_text.h"
#include "chiron/session.h"
#include "core/journal/change.h"

enum { LOOKED_BACK = 5 /* sessions; beyond them nothing is worth repeating */ };

static void on_one_line(char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '\n')
			*text = ' ';
}

enum ch_status ch_learning_last(struct ch_context *c, int64_t pairing_id, int64_t session_id, struct ch_arena *arena,
				const char **text, ch_date *on, struct ch_error *err)
{
	const struct ch_list_query query = {.list = CH_LIST_SESSIONS,
					    .filter = "state:held learning:written",
					    .pairing_id = pairing_id,
					    .limit = LOOKED_BACK + 1};
	enum ch_text_state state;
	struct ch_session session;
	struct ch_grid grid;

	*text = NULL;
	*on = CH_NO_DATE;
	TRY(ch_list_fetch(c, &query, arena, &grid, err));
	for (size_t i = 0; i < grid.row_count && *text == NULL; i++) {
		if (grid.rows[i].id == session_id)
			continue;
		TRY(ch_pair_text_read(c, CH_TEXT_LEARNING, grid.rows[i].id, arena, text, &state, err));
		if (*text == NULL)
			continue;
		TRY(ch_session_get(c, grid.rows[i].id, arena, &session, err));
		char *line = ch_arena_copy(arena, *text);
		on_one_line(line);
		*text = line;
		*on = session.session_date;
	}
	return CH_OK;
}
