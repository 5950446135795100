#include "chiron/goal.h"

#include <math.h>
#include <stdio.h>

#include "chiron/programme.h"
#include "core/goal.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/pairing.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"
#include "store/stmt.h"

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

/* ---- How far ---- */

static enum ch_status rate(struct change *change, int64_t goal_id, int64_t level, int64_t weight,
			   struct ch_error *err)
{
	struct pairing_view view;
	struct ch_goal goal;

	TRY(change_get(change, CH_GOAL, goal_id, &goal, err));
	TRY(pairing_view_get(change, goal.pairing_id, &view, err));
	if (view.pairing.state == CH_PAIRING_CLOSED || goal.spell_id != view.spell.spell_id) {
		ch_fail(err, CH_DATA, _("%s are closed: what they attained stands"), view.names);
		return ch_error_fix(err, _("goals of a re-opened pairing are set anew, and rated then"));
	}
	goal.attained = level;
	if (weight != CH_UNKNOWN)
		goal.weight = weight;
	if (goal.weight == CH_UNKNOWN)
		goal.weight = 1;
	return change_update(change, CH_GOAL, &goal, err);
}

enum ch_status ch_goal_rate(struct ch_context *c, int64_t goal_id, int64_t level, int64_t weight,
			    struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_GOAL_RATE, CH_GOAL, goal_id, err));
	return change_end(&change, rate(&change, goal_id, level, weight, err), err);
}

enum ch_status ch_goal_get(struct ch_context *c, int64_t goal_id, struct ch_arena *arena, struct ch_goal *goal,
			   struct ch_error *err)
{
	TRY(may(c, CH_OP_GOAL_READ, CH_GOAL, goal_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_GOAL), goal_id, arena, goal, err));
	may_redact(c, ch_entity_of(CH_GOAL), goal, true);
	return CH_OK;
}

enum ch_status goal_attained(struct db *db, int64_t spell_id, int64_t *hundredths, int64_t *rated,
			     struct ch_error *err)
{
	struct ch_goal_rating ratings[MOST_RATED];
	struct stmt *q = stmt_ready(db, SQL_GOALS_RATED);
	enum ch_status status;
	bool row = false;
	size_t count = 0;
	double t;

	stmt_bind_int(q, "spell_id", spell_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row && count < MOST_RATED)
		ratings[count++] = (struct ch_goal_rating){.level = (int)stmt_int(q, "attained"),
							   .weight = (int)stmt_int(q, "weight")};
	stmt_reset(q);
	*rated = (int64_t)count;
	*hundredths = ch_goal_attainment(ratings, count, &t) ? (int64_t)lround(t * 100) : CH_UNKNOWN;
	return status;
}

enum ch_status ch_goal_attained(struct ch_context *c, int64_t pairing_id, int64_t *hundredths, int64_t *rated,
				struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;

	*hundredths = CH_UNKNOWN;
	*rated = 0;
	TRY(may(c, CH_OP_GOAL_READ, CH_PAIRING, pairing_id, err));
	if (c->actor.person_id == 0)
		return CH_OK;
	enum ch_status status = record_get(c->scheme->db, ch_entity_of(CH_PAIRING), pairing_id, &arena, &pairing, err);
	if (status == CH_OK)
		status = goal_attained(c->scheme->db, pairing.spell_id, hundredths, rated, err);
	ch_arena_release(&arena);
	return status;
}
