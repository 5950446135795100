/* The weights of the criteria in a programme: the defaults of its kind, and where it departs from them. */
#include "chiron/criterion.h"

#include <string.h>

#include "chiron/programme.h"
#include "core/check/override.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

static void default_weights(struct ch_weights *weights, int kind)
{
	for (int i = 0; i < CH_CRITERION_COUNT; i++)
		weights->points[i] = i < CH_CRITERION_FIRST_SOFT ? 0 : ch_criterion_default((enum ch_criterion)i, kind);
}

enum ch_status ch_weights_get(struct ch_context *c, int64_t programme_id, struct ch_weights *weights,
			      struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_programme programme;
	struct stmt *q;
	bool row = false;

	TRY(may(c, CH_OP_PROGRAMME_READ, CH_PROGRAMME, programme_id, err));
	enum ch_status status =
		record_get(c->scheme->db, ch_entity_of(CH_PROGRAMME), programme_id, &arena, &programme, err);
	int kind = programme.kind;
	ch_arena_release(&arena);
	if (status != CH_OK)
		return status;
	default_weights(weights, kind);
	q = stmt_ready(c->scheme->db, SQL_MATCH_WEIGHTS);
	stmt_bind_int(q, "programme_id", programme_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		enum ch_criterion criterion = ch_criterion_named(stmt_text(q, "criterion"));
		if (criterion != CH_NO_CRITERION)
			weights->points[criterion] = stmt_int(q, "points");
	}
	stmt_reset(q);
	return status;
}

/* The stored weight of each criterion; match_weight_id 0: none. */
static enum ch_status read_stored(struct change *change, int64_t programme_id, struct ch_match_weight *stored,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_MATCH_WEIGHTS);
	int64_t ids[CH_CRITERION_COUNT] = {0};
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "programme_id", programme_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		enum ch_criterion criterion = ch_criterion_named(stmt_text(q, "criterion"));
		if (criterion != CH_NO_CRITERION)
			ids[criterion] = stmt_id(q, "match_weight_id");
	}
	stmt_reset(q);
	for (int i = CH_CRITERION_FIRST_SOFT; status == CH_OK && i < CH_CRITERION_COUNT; i++) {
		ch_record_clear(ch_entity_of(CH_MATCH_WEIGHT), &stored[i]);
		if (ids[i] != 0)
			status = change_get(change, CH_MATCH_WEIGHT, ids[i], &stored[i], err);
	}
	return status;
}

/* Points for position in coaching are refused, unless the programme lowered R16 or a reason is given against it. */
static enum ch_status judge(struct change *change, const struct ch_programme *programme, enum ch_criterion criterion,
			    int64_t points, struct ch_error *err)
{
	const char *code = ch_criterion_info(criterion)->code;
	struct ch_weights scratch;
	bool excused;
	enum ch_status status = ch_weights_set(&scratch, programme->kind, code, points, err);

	if (status == CH_OK || strcmp(err->rule, "R16") != 0)
		return status;
	struct ch_error refusal = *err;
	*err = CH_NO_ERROR;
	TRY(override_excuses(change, "R16", "position-in-coaching", 0, programme->programme_id, &excused, err));
	if (excused)
		return CH_OK;
	*err = refusal;
	ch_error_overridable(err, "R16");
	return status;
}

static enum ch_status keep_one(struct change *change, const struct ch_programme *programme, enum ch_criterion criterion,
			       struct ch_match_weight *stored, int64_t points, struct ch_error *err)
{
	TRY(judge(change, programme, criterion, points, err));
	if (points == ch_criterion_default(criterion, programme->kind))
		return stored->match_weight_id == 0
			       ? CH_OK
			       : change_delete(change, CH_MATCH_WEIGHT, stored->match_weight_id, err);
	stored->points = points;
	if (stored->match_weight_id != 0)
		return change_update(change, CH_MATCH_WEIGHT, stored, err);
	stored->programme_id = programme->programme_id;
	stored->criterion = ch_criterion_info(criterion)->code;
	return change_insert(change, CH_MATCH_WEIGHT, stored, err);
}

static enum ch_status keep(struct change *change, int64_t programme_id, const struct ch_weights *weights,
			   struct ch_error *err)
{
	struct ch_match_weight stored[CH_CRITERION_COUNT];
	struct ch_programme programme;

	TRY(change_get(change, CH_PROGRAMME, programme_id, &programme, err));
	TRY(read_stored(change, programme_id, stored, err));
	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++)
		TRY(keep_one(change, &programme, (enum ch_criterion)i, &stored[i], weights->points[i], err));
	return CH_OK;
}

enum ch_status ch_weights_keep(struct ch_context *c, int64_t programme_id, const struct ch_weights *weights,
			       struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_WEIGHT_SET, CH_PROGRAMME, programme_id, err));
	return change_end(&change, keep(&change, programme_id, weights, err), err);
}
