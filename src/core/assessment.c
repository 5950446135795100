#include "chiron/assessment.h"

#include "chiron/pairing.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "store/record.h"

/* The day that is given, else today. */
static enum ch_status settle_day(const struct change *change, struct ch_assessment *assessment, struct ch_error *err)
{
	if (assessment->taken_on == CH_NO_DATE)
		assessment->taken_on = change->today;
	if (assessment->taken_on <= change->today)
		return CH_OK;
	ch_fail_field(err, "taken_on", _("an assessment cannot have been taken in the future"));
	return ch_error_fix(err, _("give today or an earlier day"));
}

static enum ch_status add(struct change *change, struct ch_assessment *assessment, const char *result,
			  struct ch_error *err)
{
	struct ch_pairing pairing;

	TRY(change_get(change, CH_PAIRING, assessment->pairing_id, &pairing, err));
	assessment->assessment_id = 0;
	assessment->row_version = 0;
	assessment->spell_id = pairing.spell_id;
	TRY(settle_day(change, assessment, err));
	TRY(change_insert(change, CH_ASSESSMENT, assessment, err));
	return pair_text_insert(change, assessment->spell_id, CH_TEXT_ASSESSMENT, assessment->assessment_id, result,
				err);
}

enum ch_status ch_assessment_add(struct ch_context *c, struct ch_assessment *assessment, const char *result,
				 struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_ASSESSMENT_ADD, CH_ASSESSMENT, 0, CH_PAIRING, assessment->pairing_id,
			    err));
	return change_end(&change, add(&change, assessment, result, err), err);
}

enum ch_status ch_assessment_get(struct ch_context *c, int64_t assessment_id, struct ch_arena *arena,
				 struct ch_assessment *assessment, struct ch_error *err)
{
	TRY(may(c, CH_OP_ASSESSMENT_READ, CH_ASSESSMENT, assessment_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_ASSESSMENT), assessment_id, arena, assessment, err);
}

enum ch_status ch_assessment_set(struct ch_context *c, struct ch_assessment *assessment, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ASSESSMENT_SET, CH_ASSESSMENT, assessment->assessment_id, err));
	enum ch_status status = settle_day(&change, assessment, err);
	if (status == CH_OK)
		status = change_update(&change, CH_ASSESSMENT, assessment, err);
	return change_end(&change, status, err);
}

enum ch_status ch_assessment_remove(struct ch_context *c, int64_t assessment_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ASSESSMENT_REMOVE, CH_ASSESSMENT, assessment_id, err));
	enum ch_status status = pair_text_remove(&change, CH_TEXT_ASSESSMENT, assessment_id, err);
	if (status == CH_OK)
		status = change_delete(&change, CH_ASSESSMENT, assessment_id, err);
	return change_end(&change, status, err);
}
