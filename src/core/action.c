#include "core/action.h"

#include <stdio.h>

#include "chiron/action_line.h"
#include "chiron/state.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"
#include "store/stmt.h"

enum ch_status action_insert(struct change *change, const struct pairing_view *view, struct ch_action *action,
			     const char *text, struct ch_error *err)
{
	action->action_id = 0;
	action->row_version = 0;
	action->pairing_id = view->pairing.pairing_id;
	action->spell_id = view->spell.spell_id;
	action->state = CH_ACTION_OPEN;
	if (action->owner == CH_NO_SIDE)
		action->owner = CH_SIDE_LEARNER;
	if (action->set_on == CH_NO_DATE)
		action->set_on = change->today;
	TRY(change_insert(change, CH_ACTION, action, err));
	return pair_text_insert(change, view->spell.spell_id, CH_TEXT_ACTION, action->action_id, text, err);
}

enum ch_status ch_action_add(struct ch_context *c, struct ch_action *action, const char *text, struct ch_error *err)
{
	struct change change;
	struct pairing_view view;

	TRY(change_begin_on(&change, c, CH_OP_ACTION_ADD, CH_ACTION, 0, CH_PAIRING, action->pairing_id, err));
	enum ch_status status = pairing_view_get(&change, action->pairing_id, &view, err);
	if (status == CH_OK)
		status = ch_state_live_check(view.pairing.state, CH_OP_ACTION_ADD, view.names, err);
	if (status == CH_OK && text != NULL && action->due_on == CH_NO_DATE)
		text = ch_action_text_day(text, change.today, &change.arena, &action->due_on);
	if (status == CH_OK)
		status = action_insert(&change, &view, action, text, err);
	if (status == CH_OK)
		status = pairing_refresh(&change, &view, err);
	return change_end(&change, status, err);
}

static enum ch_status carry(struct change *change, const struct pairing_view *view, const struct ch_action *from,
			    ch_date due_on, int64_t *next, struct ch_error *err)
{
	struct ch_action action;

	ch_record_clear(ch_entity_of(CH_ACTION), &action);
	action.owner = from->owner;
	action.carried_from = from->action_id;
	action.due_on = due_on;
	TRY(action_insert(change, view, &action, NULL, err));
	*next = action.action_id;
	return pair_text_carry(change, view->spell.spell_id, CH_TEXT_ACTION, from->action_id, action.action_id, err);
}

static enum ch_status settle(struct change *change, struct ch_action *action, enum ch_action_state state,
			     ch_date due_on, int64_t *next, struct ch_error *err)
{
	struct pairing_view view;
	char name[40];

	snprintf(name, sizeof name, _("action %lld"), (long long)action->action_id);
	TRY(state_move_to(CH_ACTION, &action->state, CH_OP_ACTION_SET, (int)state, name, err));
	TRY(pairing_view_get(change, action->pairing_id, &view, err));
	action->settled_on = change->today;
	TRY(change_update(change, CH_ACTION, action, err));
	if (state == CH_ACTION_CARRIED)
		TRY(carry(change, &view, action, due_on, next, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_action_settle(struct ch_context *c, int64_t action_id, enum ch_action_state state, ch_date due_on,
				int64_t *next, struct ch_error *err)
{
	struct change change;
	struct ch_action action;
	int64_t successor = 0;

	TRY(change_begin(&change, c, CH_OP_ACTION_SET, CH_ACTION, action_id, err));
	enum ch_status status = change_get(&change, CH_ACTION, action_id, &action, err);
	if (status == CH_OK)
		status = settle(&change, &action, state, due_on, &successor, err);
	status = change_end(&change, status, err);
	if (next != NULL)
		*next = status == CH_OK ? successor : 0;
	return status;
}

enum ch_status action_drop_of_erased(struct change *change, int64_t person_id, struct ch_error *err)
{
	struct id_list open = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_OPEN_ACTIONS_OF_PERSON);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = id_list_read(&open, q, "action_id", err);
	for (size_t i = 0; status == CH_OK && i < open.count; i++) {
		struct ch_action action;
		status = change_get(change, CH_ACTION, open.ids[i], &action, err);
		if (status == CH_OK)
			status = settle(change, &action, CH_ACTION_DROPPED, CH_NO_DATE, NULL, err);
	}
	id_list_release(&open);
	return status;
}

enum ch_status ch_action_tried(struct ch_context *c, int64_t action_id, const char *text, struct ch_error *err)
{
	struct change change;
	struct ch_action action;

	TRY(change_begin(&change, c, CH_OP_ACTION_SET, CH_ACTION, action_id, err));
	enum ch_status status = change_get(&change, CH_ACTION, action_id, &action, err);
	if (status == CH_OK)
		status = pair_text_write(&change, action.spell_id, CH_TEXT_TRIED, action_id, text, err);
	return change_end(&change, status, err);
}

enum ch_status ch_action_get(struct ch_context *c, int64_t action_id, struct ch_arena *arena, struct ch_action *action,
			     struct ch_error *err)
{
	TRY(may(c, CH_OP_ACTION_READ, CH_ACTION, action_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_ACTION), action_id, arena, action, err);
}
