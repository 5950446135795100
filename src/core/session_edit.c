/*
 * Correcting a session's facts, and finishing a record that was left unfinished.
 */
#include "core/fact_day.h"
#include "core/framework.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/pair_text.h"
#include "core/session.h"
#include "core/journal/step.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status correct(struct change *change, struct ch_session *session, struct ch_error *err)
{
	struct ch_session before;
	struct pairing_view view;

	TRY(change_get(change, CH_SESSION, session->session_id, &before, err));
	TRY(pairing_view_get(change, before.pairing_id, &view, err));
	session->pairing_id = before.pairing_id;
	session->spell_id = before.spell_id;
	session->state = before.state;
	session->number = before.number;
	if (before.state != CH_SESSION_ARRANGED && before.state != CH_SESSION_CANCELLED)
		TRY(session_refuse_future(change, session->session_date, err));
	if (session->cancelled_on != before.cancelled_on)
		TRY(fact_day_check(change, CH_SESSION, "cancelled_on", session->cancelled_on, err));
	TRY(session_check_goal(change, session, err));
	TRY(framework_expect(change->c, "framework", session->framework, before.framework, err));
	TRY(change_update(change, CH_SESSION, session, err));
	if (session->state == CH_SESSION_HELD)
		TRY(session_renumber(change, session->spell_id, session, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_session_set(struct ch_context *c, struct ch_session *session, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_SESSION_SET, CH_SESSION, session->session_id, err));
	return change_end(&change, correct(&change, session, err), err);
}

/* What was agreed in it was agreed all the same: the actions stay, as between sessions. */
static enum ch_status release_actions(struct change *change, int64_t session_id, struct ch_error *err)
{
	struct id_list actions = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_ACTIONS_OF_SESSION);

	stmt_bind_int(q, "session_id", session_id);
	enum ch_status status = id_list_read(&actions, q, "action_id", err);
	for (size_t i = 0; status == CH_OK && i < actions.count; i++) {
		struct ch_action action;
		status = change_get(change, CH_ACTION, actions.ids[i], &action, err);
		if (status != CH_OK)
			break;
		action.session_id = 0;
		status = change_update(change, CH_ACTION, &action, err);
	}
	id_list_release(&actions);
	return status;
}

/* The two find it said that a coordinator took a session of theirs away, whose words are gone. */
static enum ch_status note_taken(struct change *change, const struct ch_session *session, struct ch_error *err)
{
	const struct ch_actor *actor = &change->c->actor;
	struct ch_spell spell;

	if (actor->person_id != 0)
		return CH_OK;
	TRY(change_get(change, CH_SPELL, session->spell_id, &spell, err));
	spell.taken_session_on = session->session_date;
	spell.taken_on = change->today;
	spell.taken_by = actor->coordinator_id != 0 && actor->name != NULL ? actor->name : _("the coordinator");
	return change_update(change, CH_SPELL, &spell, err);
}

static enum ch_status remove_session(struct change *change, int64_t session_id, struct ch_error *err)
{
	struct ch_session session, none = {.session_id = 0};
	struct pairing_view view;

	TRY(change_get(change, CH_SESSION, session_id, &session, err));
	TRY(pairing_view_get(change, session.pairing_id, &view, err));
	TRY(release_actions(change, session_id, err));
	TRY(pair_text_remove(change, CH_TEXT_TOPICS, session_id, err));
	TRY(pair_text_remove(change, CH_TEXT_LEARNING, session_id, err));
	TRY(change_delete(change, CH_SESSION, session_id, err));
	TRY(note_taken(change, &session, err));
	TRY(session_renumber(change, session.spell_id, &none, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_session_remove(struct ch_context *c, int64_t session_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_SESSION_REMOVE, CH_SESSION, session_id, err));
	return change_end(&change, remove_session(&change, session_id, err), err);
}

static enum ch_status finish(struct change *change, int64_t session_id, const struct ch_session_record *record,
			     bool no_actions, bool kept_by_pair, struct ch_error *err)
{
	struct ch_session session;
	struct pairing_view view;

	TRY(change_get(change, CH_SESSION, session_id, &session, err));
	TRY(pairing_view_get(change, session.pairing_id, &view, err));
	if (session.state != CH_SESSION_HELD) {
		ch_fail(err, CH_DATA, _("only a session that was held has a record to finish"));
		return ch_error_fix(err, _("log it first: `chiron log`"));
	}
	if (kept_by_pair && session.learning == CH_NO_LEARNING)
		session.learning = CH_LEARNING_KEPT_BY_PAIR;
	if (no_actions)
		session.no_actions = CH_YES;
	const char *before = session.framework;
	session_note_record(&session, record, &change->arena);
	TRY(framework_expect(change->c, "framework", session.framework, before, err));
	TRY(change_update(change, CH_SESSION, &session, err));
	TRY(session_add_record(change, &view, &session, record, err));
	return pairing_refresh(change, &view, err);
}

enum ch_status ch_session_finish(struct ch_context *c, int64_t session_id, const struct ch_session_record *record,
				 bool no_actions, bool kept_by_pair, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_SESSION_LOG, CH_SESSION, session_id, err));
	return change_end(&change, finish(&change, session_id, record, no_actions, kept_by_pair, err), err);
}

enum ch_status ch_session_get(struct ch_context *c, int64_t session_id, struct ch_arena *arena,
			      struct ch_session *session, struct ch_error *err)
{
	TRY(may(c, CH_OP_SESSION_READ, CH_SESSION, session_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_SESSION), session_id, arena, session, err);
}
