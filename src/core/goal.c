#include "chiron/goal.h"

#include <stdio.h>

#include "chiron/programme.h"
#include "core/pair_text.h"
#include "core/pairing.h"
#include "core/state_change.h"

static enum ch_status add(struct change *change, struct ch_goal *goal, const char *text, struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, goal->pairing_id, &view, err));
	goal->goal_id = 0;
	goal->row_version = 0;
	goal->spell_id = view.spell.spell_id;
	goal->state = CH_GOAL_OPEN;
	if (goal->kind == CH_NO_GOAL_KIND)
		goal->kind = view.pairing.kind == CH_KIND_COACHING ? CH_GOAL_KIND_GOAL : CH_GOAL_KIND_FOCUS_AREA;
	if (goal->set_on == CH_NO_DATE)
		goal->set_on = change->today;
	TRY(change_insert(change, CH_GOAL, goal, err));
	return pair_text_insert(change, goal->spell_id, CH_TEXT_GOAL, goal->goal_id, text, err);
}

enum ch_status ch_goal_add(struct ch_context *c, struct ch_goal *goal, const char *text, struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_GOAL_ADD, CH_GOAL, 0, CH_PAIRING, goal->pairing_id, err));
	return change_end(&change, add(&change, goal, text, err), err);
}

enum ch_status ch_goal_settle(struct ch_context *c, int64_t goal_id, enum ch_goal_state state, struct ch_error *err)
{
	struct change change;
	struct ch_goal goal;
	char name[40];

	TRY(change_begin(&change, c, CH_OP_GOAL_SET, CH_GOAL, goal_id, err));
	enum ch_status status = change_get(&change, CH_GOAL, goal_id, &goal, err);
	snprintf(name, sizeof name, _("goal %lld"), (long long)goal_id);
	if (status == CH_OK)
		status = state_move_to(CH_GOAL, &goal.state, CH_OP_GOAL_SET, (int)state, name, err);
	if (status == CH_OK) {
		goal.settled_on = change.today;
		status = change_update(&change, CH_GOAL, &goal, err);
	}
	return change_end(&change, status, err);
}

enum ch_status ch_goal_word(struct ch_context *c, int64_t goal_id, const char *text, struct ch_error *err)
{
	struct change change;
	struct ch_goal goal;

	TRY(change_begin(&change, c, CH_OP_GOAL_SET, CH_GOAL, goal_id, err));
	enum ch_status status = change_get(&change, CH_GOAL, goal_id, &goal, err);
	if (status == CH_OK)
		status = pair_text_write(&change, goal.spell_id, CH_TEXT_GOAL, goal_id, text, err);
	return change_end(&change, status, err);
}
