#include "chiron/introduction.h"

#include "core/consent.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "store/record.h"

static enum ch_status add(struct change *change, struct ch_introduction *introduction, const char *to_whom,
			  struct ch_error *err)
{
	struct ch_pairing pairing;

	TRY(change_get(change, CH_PAIRING, introduction->pairing_id, &pairing, err));
	introduction->introduction_id = 0;
	introduction->row_version = 0;
	introduction->spell_id = pairing.spell_id;
	if (introduction->introduced_on == CH_NO_DATE)
		introduction->introduced_on = change->today;
	TRY(consent_day(change, "introduced_on", introduction->introduced_on, pairing.made_on, err));
	TRY(change_insert(change, CH_INTRODUCTION, introduction, err));
	return pair_text_insert(change, introduction->spell_id, CH_TEXT_INTRODUCTION, introduction->introduction_id,
				to_whom, err);
}

enum ch_status ch_introduction_add(struct ch_context *c, struct ch_introduction *introduction, const char *to_whom,
				   struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_INTRODUCTION_ADD, CH_INTRODUCTION, 0, CH_PAIRING,
			    introduction->pairing_id, err));
	return change_end(&change, add(&change, introduction, to_whom, err), err);
}

enum ch_status ch_introduction_settle(struct ch_context *c, int64_t introduction_id, enum ch_outcome outcome,
				      struct ch_error *err)
{
	struct ch_introduction introduction;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_INTRODUCTION_SET, CH_INTRODUCTION, introduction_id, err));
	enum ch_status status = change_get(&change, CH_INTRODUCTION, introduction_id, &introduction, err);
	introduction.outcome = (int)outcome;
	if (status == CH_OK)
		status = change_update(&change, CH_INTRODUCTION, &introduction, err);
	return change_end(&change, status, err);
}

enum ch_status ch_introduction_get(struct ch_context *c, int64_t introduction_id, struct ch_arena *arena,
				   struct ch_introduction *introduction, struct ch_error *err)
{
	TRY(may(c, CH_OP_INTRODUCTION_READ, CH_INTRODUCTION, introduction_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_INTRODUCTION), introduction_id, arena, introduction, err);
}
