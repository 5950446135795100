/*
 * The words of a release are the pair's; those of an approved achievement stand
 * once more in released_words, for those it may be told to. That table is no
 * record: it is not journalled, and a no empties it (data/schema).
 */
#include "chiron/release.h"

#include <stdio.h>

#include "chiron/person.h"
#include "chiron/state.h"
#include "chiron/text.h"
#include "core/consent.h"
#include "core/manager.h"
#include "core/may.h"
#include "core/pair_text.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"

/* ---- Noting ---- */

/* For the line manager by name, unless somebody else was named. */
static enum ch_status find_recipient(struct change *change, const struct ch_pairing *pairing,
				     struct ch_release *release, struct ch_error *err)
{
	struct ch_person learner, manager;

	if (release->kind != CH_RELEASE_TO_MANAGER || release->recipient != NULL)
		return CH_OK;
	TRY(change_get(change, CH_PERSON, pairing->learner_id, &learner, err));
	if (learner.manager_id == 0) {
		ch_fail_field(err, "recipient",
			      _("%s has no line manager on record, so it is not known whom it is for"), learner.name);
		return ch_error_fix(err, _("say whom, or record their line manager"));
	}
	TRY(change_get(change, CH_PERSON, learner.manager_id, &manager, err));
	release->recipient = manager.name;
	return CH_OK;
}

static enum ch_status demand_words(struct change *change, const char *words, const char *rule, const char *missing,
				   struct ch_error *err)
{
	if (words != NULL && ch_text_tidy_lines(&change->arena, words) != NULL)
		return CH_OK;
	ch_fail_rule(err, rule, "%s", missing);
	return ch_error_fix(err, _("write it down; without it nobody knows later what was agreed to. A scheme that "
				   "keeps no wording has none of it: `chiron scheme set --notes apart`"));
}

static enum ch_status add(struct change *change, struct ch_release *release, const char *words, struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, release->pairing_id, &view, err));
	release->release_id = 0;
	release->row_version = 0;
	release->spell_id = view.spell.spell_id;
	release->kind = view.pairing.kind == CH_KIND_COACHING ? CH_RELEASE_TO_MANAGER : CH_RELEASE_ACHIEVEMENT;
	release->state = CH_NO_RELEASE_STATE;
	if (release->kind == CH_RELEASE_ACHIEVEMENT && release->recipient != NULL)
		return manager_barred(change, &view, _("word to the line manager"), err) != CH_OK
			       ? err->status
			       : ch_fail_field(err, "recipient", _("an achievement is told to whom the mentee likes"));
	TRY(demand_words(change, words, view.pairing.kind == CH_KIND_COACHING ? "R60" : "R64",
			 _("what it says is missing"), err));
	if (release->noted_on == CH_NO_DATE)
		release->noted_on = change->today;
	TRY(consent_day(change, "noted_on", release->noted_on, view.pairing.made_on, err));
	TRY(find_recipient(change, &view.pairing, release, err));
	TRY(state_move(CH_RELEASE, &release->state, CH_OP_RELEASE_ADD, view.names, err));
	TRY(change_insert(change, CH_RELEASE, release, err));
	return pair_text_insert(change, release->spell_id, CH_TEXT_RELEASE, release->release_id, words, err);
}

enum ch_status ch_release_add(struct ch_context *c, struct ch_release *release, const char *words,
			      struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_RELEASE_ADD, CH_RELEASE, 0, CH_PAIRING, release->pairing_id, err));
	return change_end(&change, add(&change, release, words, err), err);
}

/* ---- The learner's answer ---- */

static enum ch_status move(struct change *change, struct ch_release *release, enum ch_operation operation, int to,
			   struct ch_error *err)
{
	char name[60];

	snprintf(name, sizeof name, _("release %lld"), (long long)release->release_id);
	if (state_move_to(CH_RELEASE, &release->state, operation, to, name, err) == CH_OK)
		return change_update(change, CH_RELEASE, release, err);
	if (release->kind == CH_RELEASE_ACHIEVEMENT)
		snprintf(err->rule, sizeof err->rule, "R64");
	return err->status;
}

static enum ch_status open_words(struct change *change, int64_t release_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_RELEASE_WORDS_OPEN);

	stmt_bind_int(q, "release_id", release_id);
	return stmt_run(q, NULL, err);
}

static enum ch_status answer(struct change *change, struct ch_release *release, int how, ch_date on, const char *told,
			     struct ch_error *err)
{
	bool yes = release->approved == CH_YES;
	struct ch_pairing pairing;

	TRY(change_get(change, CH_PAIRING, release->pairing_id, &pairing, err));
	TRY(consent_how(change, &pairing, &how, err));
	if (yes && change->c->actor.person_id != pairing.learner_id)
		TRY(demand_words(change, told, release->kind == CH_RELEASE_TO_MANAGER ? "R60" : "R64",
				 _("what the mentee or coachee was told and said is missing"), err));
	release->answered_on = on == CH_NO_DATE ? change->today : on;
	TRY(consent_day(change, "answered_on", release->answered_on, release->noted_on, err));
	release->how = how;
	release->recorded_by = change->c->actor.person_id;
	TRY(pair_text_insert(change, release->spell_id, CH_TEXT_CONSENT, release->release_id, told, err));
	TRY(move(change, release, CH_OP_RELEASE_ANSWER, yes ? CH_RELEASE_IS_APPROVED : CH_RELEASE_IS_DECLINED, err));
	return yes && release->kind == CH_RELEASE_ACHIEVEMENT ? open_words(change, release->release_id, err) : CH_OK;
}

enum ch_status ch_release_answer(struct ch_context *c, int64_t release_id, bool approved, int how, ch_date on,
				 const char *told, struct ch_error *err)
{
	struct ch_release release;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_RELEASE_ANSWER, CH_RELEASE, release_id, err));
	enum ch_status status = change_get(&change, CH_RELEASE, release_id, &release, err);
	release.approved = approved ? CH_YES : CH_NO;
	if (status == CH_OK)
		status = answer(&change, &release, how, on, told, err);
	return change_end(&change, status, err);
}

/* ---- Passing it on ---- */

static enum ch_status send(struct change *change, int64_t release_id, struct ch_error *err)
{
	struct ch_release release;
	struct pairing_view view;

	TRY(change_get(change, CH_RELEASE, release_id, &release, err));
	TRY(pairing_view_get(change, release.pairing_id, &view, err));
	if (release.kind == CH_RELEASE_ACHIEVEMENT) {
		ch_fail_rule(err, "R61", _("an achievement does not go to the line manager by chiron: with the "
					   "mentee's yes it may be told"));
		return ch_error_fix(err, _("`chiron report achievements` has those that may be told"));
	}
	TRY(manager_barred(change, &view, _("word to the line manager"), err)); /* coaching that became mentoring */
	release.released_on = change->today;
	return move(change, &release, CH_OP_RELEASE_SEND, CH_RELEASE_IS_RELEASED, err);
}

enum ch_status ch_release_send(struct ch_context *c, int64_t release_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_RELEASE_SEND, CH_RELEASE, release_id, err));
	return change_end(&change, send(&change, release_id, err), err);
}

enum ch_status ch_release_get(struct ch_context *c, int64_t release_id, struct ch_arena *arena,
			      struct ch_release *release, struct ch_error *err)
{
	TRY(may(c, CH_OP_RELEASE_READ, CH_RELEASE, release_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_RELEASE), release_id, arena, release, err);
}

enum ch_status ch_release_words(struct ch_context *c, int64_t release_id, struct ch_arena *arena, const char **words,
				struct ch_error *err)
{
	bool row = false;

	*words = NULL;
	TRY(may(c, CH_OP_RELEASE_READ, CH_RELEASE, release_id, err));
	struct stmt *q = stmt_ready(c->scheme->db, SQL_RELEASE_WORDS);
	stmt_bind_int(q, "release_id", release_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*words = stmt_copy(q, "words", arena);
	stmt_reset(q);
	return status;
}
