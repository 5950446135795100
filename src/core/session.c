/*
 * Sessions: arranging, logging, what did not take place, and correcting. Facts
 * are never refused for a rule; what is missing makes an unfinished record.
 */
#include "chiron/session.h"

#include "chiron/goal.h"
#include "chiron/programme.h"
#include "chiron/state.h"
#include "chiron/text.h"
#include "core/action.h"
#include "core/fact_day.h"
#include "core/framework.h"
#include "core/id_list.h"
#include "core/pair_text.h"
#include "core/session.h"
#include "core/state_change.h"
#include "model/due.h"
#include "store/stmt.h"

enum ch_status session_refuse_future(const struct change *change, ch_date date, struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], today[CH_DATE_WORDS_SIZE];

	if (date <= change->today)
		return CH_OK;
	ch_fail_field(err, "session_date", _("%s is in the future (today is %s): it cannot have taken place"),
		      ch_date_words(date, CH_NO_DATE, given), ch_date_words(change->today, CH_NO_DATE, today));
	return ch_error_fix(err, _("arrange it instead: `chiron session arrange`"));
}

enum ch_status session_spell_for(struct change *change, int64_t pairing_id, ch_date date, int64_t *spell_id,
				 struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_SPELL_AT);
	bool row = false;

	stmt_bind_int(q, "pairing_id", pairing_id);
	stmt_bind_date(q, "date", date);
	TRY(stmt_step(q, &row, err));
	if (!row) {
		q = stmt_ready(change->db, SQL_FIRST_SPELL);
		stmt_bind_int(q, "pairing_id", pairing_id);
		TRY(stmt_step(q, &row, err));
	}
	*spell_id = row ? stmt_id(q, "spell_id") : 0;
	stmt_reset(q);
	return CH_OK;
}

enum ch_status session_check_goal(struct change *change, const struct ch_session *session, struct ch_error *err)
{
	struct ch_goal goal;

	if (session->goal_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_GOAL, session->goal_id, &goal, err));
	if (goal.pairing_id == session->pairing_id)
		return CH_OK;
	ch_fail_field(err, "goal_id", _("goal %lld is another pair's"), (long long)session->goal_id);
	return ch_error_fix(err, _("give one of this pair: `chiron goal list --pairing %lld`"),
			    (long long)session->pairing_id);
}

static enum ch_status arranged_on(struct change *change, int64_t spell_id, ch_date date, int64_t *session_id,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_ARRANGED_ON);
	bool row = false;

	stmt_bind_int(q, "spell_id", spell_id);
	stmt_bind_date(q, "date", date);
	enum ch_status status = stmt_step(q, &row, err);
	*session_id = status == CH_OK && row ? stmt_id(q, "session_id") : 0;
	stmt_reset(q);
	return status;
}

/* What is known of an arranged session stands where the record of the held one says nothing. */
static enum ch_status take_over_arranged(struct change *change, struct ch_session *session, struct ch_error *err)
{
	struct ch_session arranged;
	const struct ch_entity *entity = ch_entity_of(CH_SESSION);

	TRY(change_get(change, CH_SESSION, session->session_id, &arranged, err));
	if (arranged.pairing_id != session->pairing_id) /* whose gate was passed */
		return ch_fail(err, CH_DATA, _("session %lld is another pair's"), (long long)session->session_id);
	session->row_version = arranged.row_version;
	session->spell_id = arranged.spell_id;
	session->state = arranged.state;
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!(field->flags & CH_FIELD_KEPT) && !ch_field_known(field, session) && ch_field_known(field,
			&arranged))
			TRY(ch_field_set(field, session, ch_field_text(field, &arranged, &change->arena), change->today,
					 &change->arena, err));
	}
	return CH_OK;
}

/* Finds or begins the row that the meeting is recorded in: its spell, its state before. */
static enum ch_status place(struct change *change, struct ch_session *session, struct ch_error *err)
{
	if (session->session_date == CH_NO_DATE && session->session_id == 0)
		session->session_date = change->today;
	session->state = 0;
	session->row_version = 0;
	if (session->session_id == 0) {
		TRY(session_spell_for(change, session->pairing_id, session->session_date, &session->spell_id, err));
		TRY(arranged_on(change, session->spell_id, session->session_date, &session->session_id, err));
	}
	return session->session_id == 0 ? CH_OK : take_over_arranged(change, session, err);
}

static enum ch_status save(struct change *change, struct ch_session *session, struct ch_error *err)
{
	session->logged_at = change->now;
	if (session->session_id == 0)
		return change_insert(change, CH_SESSION, session, err);
	return change_update(change, CH_SESSION, session, err);
}

/* Numbers follow the dates, also when a session is logged late. */
enum ch_status session_renumber(struct change *change, int64_t spell_id, struct ch_session *logged,
				struct ch_error *err)
{
	struct id_list held = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_HELD_OF_SPELL);

	stmt_bind_int(q, "spell_id", spell_id);
	enum ch_status status = id_list_read(&held, q, "session_id", err);
	for (size_t i = 0; status == CH_OK && i < held.count; i++) {
		struct ch_session other, *session = held.ids[i] == logged->session_id ? logged : &other;
		if (session == &other)
			status = change_get(change, CH_SESSION, held.ids[i], session, err);
		if (status == CH_OK && session->number != (int64_t)i + 1) {
			session->number = (int64_t)i + 1;
			status = change_update(change, CH_SESSION, session, err);
		}
	}
	id_list_release(&held);
	return status;
}

enum ch_status session_count_anew(struct change *change, int64_t pairing_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_SPELLS_OF_PAIRING);
	struct id_list spells = ID_LIST_EMPTY;
	struct ch_session none = {.session_id = 0};
	struct pairing_view view;

	stmt_bind_int(q, "pairing_id", pairing_id);
	enum ch_status status = id_list_read(&spells, q, "spell_id", err);
	for (size_t i = 0; status == CH_OK && i < spells.count; i++)
		status = session_renumber(change, spells.ids[i], &none, err);
	id_list_release(&spells);
	if (status == CH_OK)
		status = pairing_view_get(change, pairing_id, &view, err);
	return status == CH_OK ? pairing_refresh(change, &view, err) : status;
}

/* Under headings: what stood there before is replaced heading by heading, so that nothing else is lost. */
static enum ch_status add_sections(struct change *change, const struct ch_session *session,
				   const struct ch_session_record *record, struct ch_error *err)
{
	const char *topics;

	if (record->section_count == 0)
		return CH_OK;
	TRY(pair_text_newest(change, CH_TEXT_TOPICS, session->session_id, &topics, err));
	return pair_text_insert(
		change, session->spell_id, CH_TEXT_TOPICS, session->session_id,
		framework_sections_put(topics, record->sections, record->section_count, &change->arena), err);
}

enum ch_status session_add_record(struct change *change, const struct pairing_view *view, struct ch_session *session,
				 const struct ch_session_record *record, struct ch_error *err)
{
	if (record == NULL)
		return CH_OK;
	TRY(pair_text_insert(change, session->spell_id, CH_TEXT_TOPICS, session->session_id, record->topics, err));
	TRY(add_sections(change, session, record, err));
	TRY(pair_text_insert(change, session->spell_id, CH_TEXT_LEARNING, session->session_id, record->learning, err));
	for (size_t i = 0; i < record->action_count; i++) {
		struct ch_action action;
		ch_record_clear(ch_entity_of(CH_ACTION), &action);
		action.session_id = session->session_id;
		action.owner = record->actions[i].owner;
		action.due_on = record->actions[i].due_on;
		action.set_on = session->session_date;
		TRY(action_insert(change, view, &action, record->actions[i].text, err));
	}
	return CH_OK;
}

static bool has_words(const char *text, struct ch_arena *arena)
{
	return text != NULL && ch_text_tidy_lines(arena, text) != NULL;
}

void session_note_record(struct ch_session *session, const struct ch_session_record *record, struct ch_arena *arena)
{
	if (record != NULL && has_words(record->learning, arena))
		session->learning = CH_LEARNING_WRITTEN;
	if (record != NULL && record->framework != NULL)
		session->framework = record->framework;
	if (record != NULL && record->action_count > 0)
		session->no_actions = CH_NO;
}

/* The facts nobody gave: both came, for the usual length. */
static enum ch_status fill_facts(struct change *change, const struct pairing_view *view, struct ch_session *session,
				 struct ch_error *err)
{
	struct ch_programme programme;

	if (session->minutes == CH_UNKNOWN && view->agreement.agreement_id != 0)
		session->minutes = view->agreement.usual_minutes;
	if (session->minutes == CH_UNKNOWN) {
		TRY(change_get(change, CH_PROGRAMME, view->pairing.programme_id, &programme, err));
		session->minutes = programme.usual_minutes;
	}
	if (session->guide_attendance == CH_NO_ATTENDANCE)
		session->guide_attendance = CH_ATTENDED;
	if (session->learner_attendance == CH_NO_ATTENDANCE)
		session->learner_attendance = CH_ATTENDED;
	session->cancelled_by = CH_NO_INITIATOR;
	session->cancelled_on = CH_NO_DATE;
	return CH_OK;
}

static enum ch_status log_held(struct change *change, struct pairing_view *view, struct ch_session *session,
			       const struct ch_session_record *record, struct ch_error *err)
{
	if (session->guide_attendance == CH_ABSENT || session->learner_attendance == CH_ABSENT) {
		ch_fail_field(err, session->guide_attendance == CH_ABSENT ? "guide_attendance" : "learner_attendance",
			      _("a session to which one of the two did not come was not held"));
		return ch_error_fix(err, _("record it as a no-show: `chiron session cancel --no-show`"));
	}
	TRY(place(change, session, err));
	TRY(session_refuse_future(change, session->session_date, err));
	TRY(state_move(CH_SESSION, &session->state, CH_OP_SESSION_LOG, _("the session"), err));
	TRY(fill_facts(change, view, session, err));
	TRY(session_check_goal(change, session, err));
	session_note_record(session, record, &change->arena);
	TRY(framework_expect(change->c, "framework", session->framework, NULL, err));
	session->complete = CH_NO;
	TRY(save(change, session, err));
	TRY(session_add_record(change, view, session, record, err));
	TRY(session_renumber(change, session->spell_id, session, err));
	TRY(pairing_refresh(change, view, err));
	return change_get(change, CH_SESSION, session->session_id, session, err);
}

/* Logging the same meeting twice is no error, but somebody should be told. */
static enum ch_status other_on_day(struct change *change, const struct ch_session *session, int64_t *other,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_OTHER_ON_DAY);
	bool row = false;

	stmt_bind_int(q, "pairing_id", session->pairing_id);
	stmt_bind_date(q, "date", session->session_date);
	stmt_bind_int(q, "session_id", session->session_id);
	enum ch_status status = stmt_step(q, &row, err);
	*other = status == CH_OK && row ? stmt_id(q, "session_id") : 0;
	stmt_reset(q);
	return status;
}

static void report(const struct pairing_view *view, const struct ch_session *session, int64_t to_review,
		   int64_t same_day, struct ch_session_logged *logged)
{
	ch_date began_on = ch_pairing_began_on(&view->spell, &view->agreement), closed_on = view->spell.closed_on;
	bool early = began_on != CH_NO_DATE && session->session_date < began_on;
	bool late = closed_on != CH_NO_DATE && session->session_date > closed_on;

	*logged = (struct ch_session_logged){.session_id = session->session_id,
					     .number = session->number,
					     .about = due_about(&view->spell, &view->agreement),
					     .last_planned = view->agreement.planned_sessions > 0 &&
							     view->pairing.sessions_held >=
								     view->agreement.planned_sessions,
					     .next_due_on = view->pairing.next_due_on,
					     .to_review = to_review,
					     .same_day = same_day,
					     .before_start = early ? began_on : CH_NO_DATE,
					     .after_end = late ? closed_on : CH_NO_DATE,
					     .ended = ch_pairing_has_ended(view->pairing.state),
					     .unusually_long = ch_session_is_long(session->minutes),
					     .complete = session->complete == CH_YES};
}

static enum ch_status unreviewed(struct change *change, const struct ch_session *session, int64_t *count,
				 struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_SESSION_ACTIONS);
	bool row = false;

	stmt_bind_int(q, "session_id", session->session_id);
	stmt_bind_int(q, "pairing_id", session->pairing_id);
	stmt_bind_date(q, "date", session->session_date);
	enum ch_status status = stmt_step(q, &row, err);
	*count = status == CH_OK ? stmt_int(q, "unreviewed") : 0;
	stmt_reset(q);
	return status;
}

/* The record goes back to the caller without what lives in the change's arena. */
static void give_back(struct ch_session *to, const struct ch_session *from)
{
	const char *place = to->place, *techniques = to->techniques, *framework = to->framework;

	*to = *from;
	to->place = place;
	to->techniques = techniques;
	to->framework = framework;
	to->logged_at = NULL;
}

enum ch_status ch_session_log(struct ch_context *c, struct ch_session *session, const struct ch_session_record *record,
			      struct ch_session_logged *logged, struct ch_error *err)
{
	struct change change;
	struct pairing_view view;
	struct ch_session made = *session;
	int64_t to_review = 0, same_day = 0;

	TRY(change_begin_on(&change, c, CH_OP_SESSION_LOG, CH_SESSION, 0, CH_PAIRING, session->pairing_id, err));
	enum ch_status status = pairing_view_get(&change, session->pairing_id, &view, err);
	if (status == CH_OK)
		status = log_held(&change, &view, &made, record, err);
	if (status == CH_OK)
		status = unreviewed(&change, &made, &to_review, err);
	if (status == CH_OK)
		status = other_on_day(&change, &made, &same_day, err);
	if (status == CH_OK)
		report(&view, &made, to_review, same_day, logged);
	change.object_id = made.session_id;
	status = change_end(&change, status, err);
	if (status == CH_OK)
		give_back(session, &made);
	return status;
}

static enum ch_status record_absence(struct change *change, struct pairing_view *view, struct ch_session *session,
				     bool no_show, struct ch_error *err)
{
	TRY(place(change, session, err));
	if (no_show)
		TRY(session_refuse_future(change, session->session_date, err));
	TRY(state_move_to(CH_SESSION, &session->state, CH_OP_SESSION_CANCEL,
			  no_show ? CH_SESSION_NO_SHOW : CH_SESSION_CANCELLED, _("the session"), err));
	if (session->cancelled_by == CH_NO_INITIATOR) {
		ch_fail_field(err, "cancelled_by", no_show ? _("who did not come is not said")
			      : _("who cancelled is not said"));
		return ch_error_fix(err, _("say mentee or coachee, mentor or coach, both or coordinator"));
	}
	if (no_show) {
		int by = session->cancelled_by;
		session->guide_attendance = by == CH_BY_GUIDE || by == CH_BY_BOTH ? CH_ABSENT : CH_ATTENDED;
		session->learner_attendance = by == CH_BY_LEARNER || by == CH_BY_BOTH ? CH_ABSENT : CH_ATTENDED;
	} else if (session->cancelled_on != CH_NO_DATE) {
		TRY(fact_day_check(change, CH_SESSION, "cancelled_on", session->cancelled_on, err));
	} else {
		session->cancelled_on = change->today < session->session_date ? change->today : session->session_date;
	}
	TRY(save(change, session, err));
	return pairing_refresh(change, view, err);
}

enum ch_status ch_session_cancel(struct ch_context *c, struct ch_session *session, bool no_show, struct ch_error *err)
{
	struct change change;
	struct pairing_view view;
	struct ch_session made = *session;

	TRY(change_begin_on(&change, c, CH_OP_SESSION_CANCEL, CH_SESSION, 0, CH_PAIRING, session->pairing_id, err));
	enum ch_status status = pairing_view_get(&change, session->pairing_id, &view, err);
	if (status == CH_OK)
		status = record_absence(&change, &view, &made, no_show, err);
	change.object_id = made.session_id;
	status = change_end(&change, status, err);
	if (status == CH_OK)
		give_back(session, &made);
	return status;
}

static enum ch_status arrange(struct change *change, struct pairing_view *view, struct ch_session *session,
			      const char *aim, struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE];

	TRY(ch_state_live_check(view->pairing.state, CH_OP_SESSION_ARRANGE, view->names, err));
	if (session->session_date != CH_NO_DATE && session->session_date < change->today) {
		ch_fail_field(err, "session_date", _("%s is past: it cannot be arranged any more"),
			      ch_date_words(session->session_date, CH_NO_DATE, given));
		return ch_error_fix(err, _("if it took place, log it: `chiron log`"));
	}
	session->session_id = 0;
	session->row_version = 0;
	session->spell_id = view->spell.spell_id;
	session->state = CH_SESSION_ARRANGED;
	session->number = 0;
	session->guide_attendance = session->learner_attendance = CH_NO_ATTENDANCE;
	if (aim != NULL)
		session->aim = CH_YES;
	TRY(session_check_goal(change, session, err));
	TRY(change_insert(change, CH_SESSION, session, err));
	if (aim != NULL)
		TRY(ch_pair_text_write(change->c, session->spell_id, CH_TEXT_TOPICS, session->session_id, aim, err));
	return pairing_refresh(change, view, err);
}

enum ch_status ch_session_arrange(struct ch_context *c, struct ch_session *session, const char *aim,
				  struct ch_error *err)
{
	struct change change;
	struct pairing_view view;

	TRY(change_begin_on(&change, c, CH_OP_SESSION_ARRANGE, CH_SESSION, 0, CH_PAIRING, session->pairing_id, err));
	enum ch_status status = pairing_view_get(&change, session->pairing_id, &view, err);
	if (status == CH_OK)
		status = arrange(&change, &view, session, aim, err);
	return change_end(&change, status, err);
}
