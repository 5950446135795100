/* A row of actions: whose it is, since when, and what became of it. Its wording is the pair's, and stays out (R58). */
#include "chiron/action.h"

#include "core/import/column_meaning.h"
#include "core/import/pair_import.h"
#include "core/session.h"
#include "model/choices.h"
#include "store/record.h"
#include "store/stmt.h"

/*
 * The action that the row is: chiron's number; else one of the pairing's that is
 * as the row says in all that does not change. Rows to which another scheme
 * gave numbers of their own are actions of their own, however alike.
 */
static enum ch_status find(struct pair_import *pairs, const struct pair_row *row, int64_t pairing_id, int64_t *id,
			   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_action known;
	struct ch_error missing = CH_NO_ERROR;
	enum ch_status status;
	bool found = false;

	*id = 0;
	if (row->action_id != 0 &&
	    record_get(pairs->change->db, ch_entity_of(CH_ACTION), row->action_id, arena, &known, &missing) == CH_OK &&
	    known.pairing_id == pairing_id) {
		*id = row->action_id;
		return CH_OK;
	}
	struct stmt *q = stmt_ready(pairs->change->db, SQL_ACTIONS_SET_ON);
	stmt_bind_int(q, "pairing_id", pairing_id);
	stmt_bind_date(q, "set_on", row->set_on);
	stmt_bind_text(q, "owner", choices_side[row->owner].code);
	while ((status = stmt_step(q, &found, err)) == CH_OK && found) {
		int64_t one = stmt_id(q, "action_id");
		bool taken = row_map_find(&pairs->seen, one) != 0;

		if (*id == 0 && !taken && stmt_date(q, "due_on") == row->due_on)
			*id = one;
	}
	return status;
}

/* The session of that day, in which it was agreed; 0: between sessions, as a list says that numbers the sessions. */
static enum ch_status session_of(struct pair_import *pairs, const struct pair_row *row, int64_t pairing_id,
				 int64_t *session_id, struct ch_error *err)
{
	*session_id = 0;
	if (!row->of_session && import_columns_heading(pairs->columns, "session_id") != NULL)
		return CH_OK;
	struct stmt *q = stmt_ready(pairs->change->db, SQL_SESSIONS_ON_DAY);
	bool found = false;

	stmt_bind_int(q, "pairing_id", pairing_id);
	stmt_bind_date(q, "date", row->set_on);
	enum ch_status status = stmt_step(q, &found, err);
	*session_id = status == CH_OK && found ? stmt_id(q, "session_id") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status make(struct pair_import *pairs, struct pair_row *row, int64_t pairing_id, struct ch_arena *arena,
			   struct ch_error *err)
{
	struct ch_action action;
	bool differs = false;

	ch_record_clear(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = pairing_id;
	TRY(pair_row_give(&action_row_entity, row, ch_entity_of(CH_ACTION), &action, &differs, arena, err));
	TRY(session_spell_for(pairs->change, pairing_id, row->set_on, &action.spell_id, err));
	TRY(session_of(pairs, row, pairing_id, &action.session_id, err));
	TRY(change_insert(pairs->change, CH_ACTION, &action, err));
	pairs->created++;
	row_map_set(&pairs->seen, action.action_id, row->row);
	row_map_set(&pairs->touched, pairing_id, row->row);
	return CH_OK;
}

static enum ch_status update(struct pair_import *pairs, struct pair_row *row, int64_t id, struct ch_arena *arena,
			     struct ch_error *err)
{
	struct ch_action action, before;
	bool differs = false, apply;

	TRY(record_get(pairs->change->db, ch_entity_of(CH_ACTION), id, arena, &action, err));
	before = action;
	TRY(pair_row_give(&action_row_entity, row, ch_entity_of(CH_ACTION), &action, &differs, arena, err));
	pair_count_known(pairs, row, id, differs, &apply, arena);
	if (!apply)
		return CH_OK;
	row_map_set(&pairs->touched, action.pairing_id, row->row);
	TRY(pair_note_replaced(pairs, row, CH_ACTION, &before, &action, arena, err));
	return change_update(pairs->change, CH_ACTION, &action, err);
}

/* What a list takes for granted: it is the learner's (R57), agreed today, and open unless it says since when not. */
static void settle(struct pair_import *pairs, struct pair_row *row)
{
	ch_date today = pairs->change->today;
	char iso[CH_DATE_SIZE];

	if (row->owner == CH_NO_SIDE)
		row->owner = CH_SIDE_LEARNER;
	if (row->set_on == CH_NO_DATE)
		row->set_on = row->settled_on != CH_NO_DATE && row->settled_on < today ? row->settled_on : today;
	if (row->state == CH_NO_ACTION_STATE)
		row->state = row->settled_on != CH_NO_DATE ? CH_ACTION_DONE : CH_ACTION_OPEN;
	if (row->settled_on != CH_NO_DATE && row->settled_on > today)
		pair_issue(pairs, row, IMPORT_FUTURE_DATE, true, "settled_on", ch_date_iso(row->settled_on, iso),
			   _("is in the future, so nothing can have been settled then"), _("correct the date"));
}

enum ch_status action_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				 struct ch_error *err)
{
	int64_t pairing_id = 0, id;

	settle(pairs, row);
	if (!row->rejected)
		TRY(pair_find_pairing(pairs, row, row->set_on, &pairing_id, arena, err));
	if (row->rejected)
		return CH_OK;
	TRY(find(pairs, row, pairing_id, &id, arena, err));
	if (id == 0)
		return make(pairs, row, pairing_id, arena, err);
	return update(pairs, row, id, arena, err);
}
