/*
 * Undo and redo: which step is next, whether it may be, and the keeping of its
 * state. How records are put back is revert.c's.
 */
#include "chiron/undo.h"

#include "core/journal/change.h"
#include "core/may.h"
#include "core/role_words.h"
#include "core/journal/revert.h"
#include "core/scheme_private.h"
#include "core/journal/step.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status step_get(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_step *step,
			       struct ch_error *err)
{
	return record_get(c->scheme->db, ch_entity_of(CH_STEP), step_id, arena, step, err);
}

/* The actor's next step to undo or redo; 0: there is none. */
static enum ch_status next_step(struct ch_context *c, bool redo, int64_t *step_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, redo ? SQL_LAST_UNDONE_STEP : SQL_NEWEST_STANDING_STEP);
	bool row = false;

	stmt_bind_id(q, "actor_id", ch_actor_key(&c->actor));
	enum ch_status status = stmt_step(q, &row, err);
	*step_id = status == CH_OK && row ? stmt_int(q, "step_id") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status nothing(bool redo, struct ch_error *err)
{
	if (!redo)
		return ch_fail(err, CH_MISSING, _("there is no change of yours to undo"));
	ch_fail(err, CH_MISSING, _("there is nothing to do again"));
	return ch_error_fix(err, _("what was undone can be done again until you make another change"));
}

static enum ch_status find_next(struct ch_context *c, bool redo, struct ch_arena *arena, struct ch_step *step,
				struct ch_error *err)
{
	int64_t step_id;

	TRY(next_step(c, redo, &step_id, err));
	return step_id == 0 ? nothing(redo, err) : step_get(c, step_id, arena, step, err);
}

static struct ch_undone in_words(struct ch_context *c, const struct ch_step *step, struct ch_arena *arena)
{
	return (struct ch_undone){.step = *step, .words = ch_step_words(step, ch_clock_today(&c->clock), arena)};
}

enum ch_status ch_step_get(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_undone *step,
			   struct ch_error *err)
{
	struct ch_step found;

	TRY(may(c, CH_OP_STEP_READ, CH_STEP, step_id, err));
	TRY(step_get(c, step_id, arena, &found, err));
	*step = in_words(c, &found, arena);
	return CH_OK;
}

enum ch_status ch_undo_next(struct ch_context *c, struct ch_arena *arena, struct ch_undone *next, struct ch_error *err)
{
	struct ch_step step;

	TRY(may(c, CH_OP_STEP_READ, CH_STEP, 0, err));
	TRY(find_next(c, false, arena, &step, err));
	*next = in_words(c, &step, arena);
	return CH_OK;
}

/* ---- Whether it may be undone at all ---- */

static enum ch_status refuse_final(const struct ch_undone *undone, struct ch_error *err)
{
	const struct ch_step *step = &undone->step;

	switch (step->final) {
	case CH_FINAL_ANSWER:
		ch_fail(err, CH_DATA, _("%s: that has what people answered or agreed to in it, and is not undone"),
			undone->words);
		return ch_error_fix(err, _("record what they say now, which then counts: the earlier answer stays"));
	case CH_FINAL_REMOVED:
		ch_fail(err, CH_DATA, _("%s: wording was removed for good with it"), undone->words);
		return ch_error_fix(err, _("record it anew where it did take place"));
	case CH_FINAL_IMPORT:
		ch_fail(err, CH_DATA, _("%s: an import is taken back as a whole, from the list of imports"),
			undone->words);
		return ch_error_fix(err,
				    _("`chiron import undo %lld`; what was taken back is imported again from its file"),
				    (long long)step->object_id);
	case CH_FINAL_ERASED:
		ch_fail(err, CH_DATA, _("%s: nothing brings back what was erased of somebody"), undone->words);
		return ch_error_fix(err, _("`chiron history` has your other changes, each undone by itself; what else "
					   "this one did is corrected by hand"));
	default:
		return CH_OK;
	}
}

static enum ch_status refuse_others(struct ch_context *c, const struct ch_undone *undone, struct ch_error *err)
{
	if (undone->step.actor_id == ch_actor_key(&c->actor))
		return CH_OK;
	ch_fail(err, CH_NOT_ALLOWED, _("%s: somebody else did that, and each undoes their own"), undone->words);
	return ch_error_fix(err, _("correct it by hand, or ask them to undo it"));
}

static enum ch_status refuse_undone(const struct ch_undone *undone, struct ch_error *err)
{
	if (undone->step.undone_by == CH_UNKNOWN)
		return CH_OK;
	ch_fail(err, CH_DATA, _("%s: that is undone already"), undone->words);
	return ch_error_fix(err, _("`chiron redo` does again what you undid last"));
}

/* What one may do to nothing any more one does not undo either. */
static enum ch_status may_still(struct ch_context *c, const struct ch_step *step, struct ch_error *err)
{
	enum ch_operation operation = ch_operation_named(step->operation);

	if (operation == CH_NO_OPERATION)
		return ch_fail(err, CH_DATA, _("this version does not know what \"%s\" did"), step->operation);
	return may(c, operation, ch_operation_info(operation)->entity, 0, err);
}

static enum ch_status refuse(struct ch_context *c, const struct ch_undone *undone, bool redo, struct ch_error *err)
{
	TRY(refuse_others(c, undone, err));
	if (!redo)
		TRY(refuse_undone(undone, err));
	TRY(refuse_final(undone, err));
	return may_still(c, &undone->step, err);
}

/* ---- Doing it ---- */

static enum ch_status keep_state(struct change *change, const struct ch_step *step, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_STEP_IS_UNDONE);

	stmt_bind_int(q, "step_id", step->step_id);
	stmt_bind_int(q, "undone_by", step->undone_by);
	stmt_bind_text(q, "undone_at", step->undone_at);
	return stmt_run(q, NULL, err);
}

static enum ch_status take(struct change *change, struct ch_undone *undone, bool redo, struct ch_arena *arena,
			   struct ch_error *err)
{
	change->object_id = undone->step.step_id;
	TRY(refuse(change->c, undone, redo, err));
	TRY(revert_step(change, &undone->step, redo, err));
	undone->step.undone_by = redo ? CH_UNKNOWN : change->c->scheme->step;
	undone->step.undone_at = redo ? NULL : ch_arena_copy(arena, change->now);
	undone->step.row_version++;
	return keep_state(change, &undone->step, err);
}

static enum ch_status undo_or_redo(struct ch_context *c, int64_t step_id, bool redo, struct ch_arena *arena,
				   struct ch_undone *undone, struct ch_error *err)
{
	struct change change;
	struct ch_step step;

	TRY(change_begin(&change, c, redo ? CH_OP_STEP_REDO : CH_OP_STEP_UNDO, CH_STEP, step_id, err));
	enum ch_status status = step_id == 0 ? find_next(c, redo, arena, &step, err)
					     : step_get(c, step_id, arena, &step, err);
	if (status == CH_OK) {
		*undone = in_words(c, &step, arena);
		status = take(&change, undone, redo, arena, err);
	}
	TRY(change_end(&change, status, err));
	role_words_take_up(c->scheme);
	return CH_OK;
}

enum ch_status ch_undo(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_undone *undone,
		       struct ch_error *err)
{
	return undo_or_redo(c, step_id, false, arena, undone, err);
}

enum ch_status ch_redo(struct ch_context *c, struct ch_arena *arena, struct ch_undone *redone, struct ch_error *err)
{
	return undo_or_redo(c, 0, true, arena, redone, err);
}
