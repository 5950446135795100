#include <stdio.h>

#include "chiron/person.h"
#include "core/check/override.h"
#include "core/id_list.h"
#include "core/pairing.h"
#include "model/due.h"
#include "store/record.h"
#include "store/stmt.h"

enum ch_status agreement_of_spell(struct change *change, int64_t spell_id, struct ch_agreement *agreement,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_AGREEMENT_OF_SPELL);
	bool row = false;

	ch_record_clear(ch_entity_of(CH_AGREEMENT), agreement);
	stmt_bind_int(q, "spell_id", spell_id);
	enum ch_status status = stmt_step(q, &row, err);
	int64_t id = status == CH_OK && row ? stmt_id(q, "agreement_id") : 0;
	stmt_reset(q);
	return id == 0 ? status : change_get(change, CH_AGREEMENT, id, agreement, err);
}

enum ch_status pairing_view_get(struct change *change, int64_t pairing_id, struct pairing_view *view,
				struct ch_error *err)
{
	struct ch_person guide, learner;

	TRY(change_get(change, CH_PAIRING, pairing_id, &view->pairing, err));
	TRY(change_get(change, CH_SPELL, view->pairing.spell_id, &view->spell, err));
	TRY(agreement_of_spell(change, view->spell.spell_id, &view->agreement, err));
	TRY(change_get(change, CH_PERSON, view->pairing.guide_id, &guide, err));
	TRY(change_get(change, CH_PERSON, view->pairing.learner_id, &learner, err));
	snprintf(view->names, sizeof view->names, _("%.90s and %.90s"), guide.name, learner.name);
	return CH_OK;
}

enum ch_status pairing_check_day(const struct change *change, const struct pairing_view *view, const char *field_key,
				 ch_date day, struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], limit[CH_DATE_WORDS_SIZE];

	if (day > change->today) {
		ch_fail_field(err, field_key, _("%s is in the future (today is %s)"),
			      ch_date_words(day, CH_NO_DATE, given),
			      ch_date_words(change->today, CH_NO_DATE, limit));
		return ch_error_fix(err, _("give today or an earlier day"));
	}
	if (day < view->spell.made_on) {
		ch_fail_field(err, field_key, _("%s is before %s were paired, on %s"),
			      ch_date_words(day, CH_NO_DATE, given),
			      view->names,
			      ch_date_words(view->spell.made_on, CH_NO_DATE, limit));
		return ch_error_fix(err, _("give that day or a later one"));
	}
	return CH_OK;
}

/* Coaching holds to account, and mentoring reminds; so does coaching where a programme has lowered that (R44, R45). */
static enum ch_status is_held_to_account(struct change *change, const struct ch_pairing *pairing, bool *held,
					 struct ch_error *err)
{
	bool lowered = false;

	*held = pairing->kind == CH_KIND_COACHING;
	for (size_t i = 0; *held && i < 2; i++) {
		TRY(override_lowered(change->db, pairing->programme_id, i == 0 ? "R44" : "R45", &lowered, err));
		*held = !lowered;
	}
	return CH_OK;
}

static enum ch_status refresh_record(struct change *change, const struct ch_pairing *pairing, int64_t session_id,
				     struct ch_error *err)
{
	struct ch_session session;
	bool held, row = false;

	TRY(is_held_to_account(change, pairing, &held, err));
	TRY(change_get(change, CH_SESSION, session_id, &session, err));
	struct stmt *q = stmt_ready(change->db, SQL_SESSION_ACTIONS);
	stmt_bind_int(q, "session_id", session_id);
	stmt_bind_int(q, "pairing_id", pairing->pairing_id);
	stmt_bind_date(q, "date", session.session_date);
	TRY(stmt_step(q, &row, err));
	int64_t agreed = stmt_int(q, "agreed"), unreviewed = stmt_int(q, "unreviewed");
	stmt_reset(q);
	session.actions_reviewed = unreviewed == 0 ? CH_YES : CH_NO;
	session.complete = session_is_complete(held, &session, agreed, unreviewed) ? CH_YES : CH_NO;
	return change_update(change, CH_SESSION, &session, err);
}

static enum ch_status refresh_records(struct change *change, const struct ch_pairing *pairing, struct ch_error *err)
{
	struct id_list unfinished = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_UNFINISHED_OF_PAIRING);

	stmt_bind_int(q, "pairing_id", pairing->pairing_id);
	enum ch_status status = id_list_read(&unfinished, q, "session_id", err);
	for (size_t i = 0; status == CH_OK && i < unfinished.count; i++)
		status = refresh_record(change, pairing, unfinished.ids[i], err);
	id_list_release(&unfinished);
	return status;
}

enum ch_status pairing_refresh(struct change *change, struct pairing_view *view, struct ch_error *err)
{
	struct ch_pairing *pairing = &view->pairing;
	bool row = false;

	TRY(refresh_records(change, pairing, err));
	struct stmt *q = stmt_ready(change->db, SQL_PAIRING_SUMMARY);
	stmt_bind_int(q, "pairing_id", pairing->pairing_id);
	stmt_bind_int(q, "spell_id", pairing->spell_id);
	TRY(stmt_step(q, &row, err));
	pairing->sessions_held = stmt_int(q, "sessions_held");
	pairing->last_session_on = stmt_date(q, "last_session_on");
	pairing->next_session_on = stmt_date(q, "next_session_on");
	pairing->open_actions = stmt_int(q, "open_actions");
	pairing->unfinished_records = stmt_int(q, "unfinished_records");
	ch_date last_of_spell = stmt_date(q, "last_of_spell");
	stmt_reset(q);
	pairing->next_due_on = due_next(pairing, &view->spell, view->agreement.interval, last_of_spell);
	return change_update(change, CH_PAIRING, pairing, err);
}
