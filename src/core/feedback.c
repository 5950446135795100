#include "chiron/feedback.h"

#include <stdio.h>
#include <string.h>

#include "chiron/enrolment.h"
#include "core/enrolment.h"
#include "core/feedback.h"
#include "core/goal.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/state_change.h"
#include "store/record.h"

enum { FOLLOW_UP_MONTHS = 6 }; /* R75 */

/* ---- Asking ---- */

/* Why nothing is asked of somebody who left; NULL where they can be asked. */
static const char *excuse_of(const struct ch_person *person, ch_date today)
{
	if (!ch_person_is_out_of_reach(person, today))
		return NULL;
	return person->left_because == CH_LEFT_DIED ? _("they have died") : _("they cannot be reached any more");
}

static enum ch_status ask(struct change *change, const struct pairing_view *view, int form, int side, ch_date due_on,
			  struct ch_error *err)
{
	struct ch_feedback feedback;
	struct ch_person person;

	ch_record_clear(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = view->pairing.pairing_id;
	feedback.spell_id = view->spell.spell_id;
	feedback.side = side;
	feedback.person_id = side == CH_SIDE_GUIDE ? view->pairing.guide_id : view->pairing.learner_id;
	feedback.form = form;
	feedback.state = CH_FEEDBACK_IS_DUE;
	feedback.due_on = due_on;
	TRY(change_get(change, CH_PERSON, feedback.person_id, &person, err));
	feedback.waived_because = excuse_of(&person, change->today);
	/* Whoever is ill or on leave is not asked how it was; what is due later may find them back. */
	if (feedback.waived_because == NULL && person.availability == CH_AVAILABILITY_AWAY && due_on <= change->today)
		feedback.waived_because = _("they were away");
	if (feedback.waived_because != NULL) {
		feedback.state = CH_FEEDBACK_IS_WAIVED;
		feedback.settled_on = change->today;
	}
	return change_insert(change, CH_FEEDBACK, &feedback, err);
}

enum ch_status feedback_ask(struct change *change, const struct pairing_view *view, struct ch_error *err)
{
	ch_date later = ch_date_add(view->spell.closed_on, FOLLOW_UP_MONTHS, CH_UNIT_MONTHS);

	TRY(ask(change, view, CH_FEEDBACK_END, CH_SIDE_GUIDE, change->today, err));
	TRY(ask(change, view, CH_FEEDBACK_END, CH_SIDE_LEARNER, change->today, err));
	return ask(change, view, CH_FEEDBACK_FOLLOW_UP, CH_SIDE_LEARNER, later, err);
}

/* ---- Settling ---- */

static const char *name_of(struct change *change, const struct ch_feedback *feedback)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	const struct ch_choice *forms = ch_field_named(entity, "form")->choices;
	const struct ch_choice *sides = ch_field_named(entity, "side")->choices;

	return ch_arena_printf(&change->arena, _("the feedback of the %s (%s)"), _(sides[feedback->side].label),
			       _(forms[feedback->form].label));
}

static enum ch_status count_of(struct change *change, enum statement_id statement, int64_t spell_id, int64_t *count,
			       struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, statement);
	bool row = false;

	if (stmt_has_parameter(q, "spell_id"))
		stmt_bind_int(q, "spell_id", spell_id);
	enum ch_status status = stmt_step(q, &row, err);
	*count = status == CH_OK && row ? stmt_int(q, "count") : 0;
	stmt_reset(q);
	return status;
}

/* A pairing in closing that waits for nobody's form is closed. */
static enum ch_status close_when_settled(struct change *change, const struct ch_feedback *feedback,
					 enum ch_operation operation, struct ch_error *err)
{
	struct pairing_view view;
	int64_t awaited;

	TRY(pairing_view_get(change, feedback->pairing_id, &view, err));
	if (view.pairing.state != CH_PAIRING_CLOSING || view.spell.spell_id != feedback->spell_id)
		return CH_OK;
	TRY(count_of(change, SQL_END_FEEDBACK_AWAITED, view.spell.spell_id, &awaited, err));
	if (awaited > 0)
		return CH_OK;
	TRY(state_move(CH_PAIRING, &view.pairing.state, operation, view.names, err));
	return pairing_refresh(change, &view, err);
}

static enum ch_status settle(struct change *change, struct ch_feedback *feedback, enum ch_operation operation,
			     struct ch_error *err)
{
	TRY(state_move(CH_FEEDBACK, &feedback->state, operation, name_of(change, feedback), err));
	feedback->settled_on = change->today;
	TRY(change_update(change, CH_FEEDBACK, feedback, err));
	return close_when_settled(change, feedback, operation, err);
}

/* Waives each that the bound statement names; *waived, unless NULL, is how many. */
static enum ch_status waive_each(struct change *change, struct stmt *q, const char *because, int64_t *waived,
				 struct ch_error *err)
{
	struct id_list due = ID_LIST_EMPTY;

	enum ch_status status = id_list_read(&due, q, "feedback_id", err);
	for (size_t i = 0; status == CH_OK && i < due.count; i++) {
		struct ch_feedback feedback;
		status = change_get(change, CH_FEEDBACK, due.ids[i], &feedback, err);
		feedback.waived_because = because;
		if (status == CH_OK)
			status = settle(change, &feedback, CH_OP_FEEDBACK_WAIVE, err);
	}
	if (waived != NULL)
		*waived = (int64_t)due.count;
	id_list_release(&due);
	return status;
}

enum ch_status feedback_call_off(struct change *change, int64_t spell_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_FEEDBACK_DUE_OF_SPELL);

	stmt_bind_int(q, "spell_id", spell_id);
	return waive_each(change, q, _("the pairing was re-opened"), NULL, err);
}

enum ch_status feedback_excuse(struct change *change, const struct ch_person *person, int64_t *waived,
			       struct ch_error *err)
{
	const char *because = excuse_of(person, change->today);
	struct stmt *q;

	*waived = 0;
	if (because == NULL)
		return CH_OK;
	q = stmt_ready(change->db, SQL_FEEDBACK_DUE_OF_PERSON);
	stmt_bind_int(q, "person_id", person->person_id);
	return waive_each(change, q, because, waived, err);
}

enum ch_status feedback_drop_of_erased(struct change *change, int64_t person_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_FEEDBACK_DUE_OF_PAIRINGS);

	stmt_bind_int(q, "person_id", person_id);
	return waive_each(change, q, _("they were erased"), NULL, err);
}

/* ---- Recording ---- */

static bool is_answer(const struct ch_field *field)
{
	return field->access == CH_CLASS_OWN_SIDE;
}

static bool is_asked(const struct ch_feedback *feedback, const char *key)
{
	for (const char *const *at = ch_feedback_questions(feedback->form, feedback->side); *at != NULL; at++)
		if (strcmp(*at, key) == 0)
			return true;
	return false;
}

static void list_questions(const struct ch_feedback *feedback, struct ch_buffer *out)
{
	for (const char *const *at = ch_feedback_questions(feedback->form, feedback->side); *at != NULL; at++)
		ch_buffer_printf(out, "%s%s", out->length > 0 ? ", " : "",
				 _(ch_field_named(ch_entity_of(CH_FEEDBACK), *at)->label));
}

static enum ch_status check_answers(struct change *change, const struct ch_feedback *feedback, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	struct ch_buffer asked = CH_BUFFER_EMPTY;
	enum ch_status status = CH_OK;
	size_t given = 0;

	for (size_t i = 0; i < entity->field_count && status == CH_OK; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!is_answer(field) || !ch_field_known(field, feedback))
			continue;
		given++;
		if (!is_asked(feedback, field->key))
			status = ch_fail_field(err, field->key, _("%s does not ask \"%s\""),
					       name_of(change, feedback), _(field->label));
	}
	if (status == CH_OK && given == 0)
		status = ch_fail_field(err, ch_feedback_questions(feedback->form, feedback->side)[0],
				       _("no answer is given, for %s"), name_of(change, feedback));
	if (status != CH_OK) {
		list_questions(feedback, &asked);
		ch_error_fix(err, _("it asks: %s"), asked.text);
	}
	ch_buffer_release(&asked);
	return status;
}

static enum ch_status check_said(const struct change *change, struct ch_feedback *feedback, struct ch_error *err)
{
	int64_t me = change->c->actor.person_id;

	if (me != 0 && me != feedback->person_id) {
		ch_fail_rule(err, "R79", _("each side answers for itself"));
		err->status = CH_NOT_ALLOWED;
		return ch_error_fix(err, _("let them answer at their own desk, or the coordinator record it"));
	}
	if (feedback->answered_on == CH_NO_DATE)
		feedback->answered_on = change->today;
	if (feedback->answered_on > change->today) {
		ch_fail_field(err, "answered_on", _("an answer cannot have been given in the future"));
		return ch_error_fix(err, _("give today or an earlier day"));
	}
	return CH_OK;
}

/* The row of that spell, side and form: the one that is due, or the only one there is. 0: none. */
static enum ch_status find_asked(struct change *change, const struct ch_feedback *feedback, int64_t *id,
				 struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	struct stmt *q = stmt_ready(change->db, SQL_FEEDBACK_ASKED);
	bool row = false;

	stmt_bind_int(q, "spell_id", feedback->spell_id);
	stmt_bind_text(q, "side", ch_field_named(entity, "side")->choices[feedback->side].code);
	stmt_bind_text(q, "form", ch_field_named(entity, "form")->choices[feedback->form].code);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, "feedback_id") : 0;
	stmt_reset(q);
	return status;
}

static bool is_repeated(int form)
{
	return form == CH_FEEDBACK_COMFORT || form == CH_FEEDBACK_PULSE || form == CH_FEEDBACK_MID ||
	       form == CH_FEEDBACK_SESSION;
}

/* Makes *feedback the record to be saved: what was asked, with the answers; or one nobody asked for. */
static enum ch_status place(struct change *change, struct ch_feedback *feedback, struct ch_error *err)
{
	struct ch_feedback asked;
	int64_t id;

	feedback->feedback_id = 0;
	feedback->row_version = 0;
	feedback->state = CH_NO_FEEDBACK_STATE;
	feedback->due_on = CH_NO_DATE;
	feedback->waived_because = NULL;
	TRY(find_asked(change, feedback, &id, err));
	if (id == 0 || is_repeated(feedback->form))
		return CH_OK;
	TRY(change_get(change, CH_FEEDBACK, id, &asked, err));
	feedback->feedback_id = asked.feedback_id;
	feedback->row_version = asked.row_version;
	feedback->state = asked.state;
	feedback->due_on = asked.due_on;
	feedback->waived_because = asked.waived_because;
	return CH_OK;
}

static enum ch_status refuse_early(struct change *change, const struct pairing_view *view,
				   const struct ch_feedback *feedback, struct ch_error *err)
{
	bool late_form = feedback->form == CH_FEEDBACK_END || feedback->form == CH_FEEDBACK_FOLLOW_UP;

	if (feedback->feedback_id != 0 || !late_form || view->pairing.state == CH_PAIRING_CLOSED)
		return CH_OK;
	ch_fail_rule(err, "R65", _("%s is asked when %s are closing"), name_of(change, feedback), view->names);
	return ch_error_fix(err, _("close the pairing first: `chiron pairing close`"));
}

/* In whose figures the answers count for good, wherever the two go on. */
static enum ch_status place_in_figures(struct change *change, const struct ch_pairing *pairing,
				       struct ch_feedback *feedback, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	int64_t enrolment_id;

	feedback->programme_id = pairing->programme_id;
	feedback->cohort_id = 0;
	TRY(enrolment_find(change, pairing->programme_id, pairing->learner_id, ch_kind_learner_role(pairing->kind),
			   &enrolment_id, err));
	if (enrolment_id == 0)
		return CH_OK;
	TRY(change_get(change, CH_ENROLMENT, enrolment_id, &enrolment, err));
	feedback->cohort_id = enrolment.cohort_id;
	return CH_OK;
}

static enum ch_status record(struct change *change, struct ch_feedback *feedback, struct ch_error *err)
{
	struct pairing_view view;
	int64_t last;

	TRY(pairing_view_get(change, feedback->pairing_id, &view, err));
	feedback->spell_id = view.spell.spell_id;
	feedback->person_id = feedback->side == CH_SIDE_GUIDE ? view.pairing.guide_id : view.pairing.learner_id;
	TRY(ch_record_validate(ch_entity_of(CH_FEEDBACK), feedback, err));
	TRY(check_said(change, feedback, err));
	TRY(check_answers(change, feedback, err));
	if (feedback->form == CH_FEEDBACK_SESSION)
		TRY(feedback_check_session(change, &view, feedback, err));
	TRY(place(change, feedback, err));
	TRY(refuse_early(change, &view, feedback, err));
	TRY(state_move(CH_FEEDBACK, &feedback->state, CH_OP_FEEDBACK_RECORD, name_of(change, feedback), err));
	TRY(place_in_figures(change, &view.pairing, feedback, err));
	TRY(count_of(change, SQL_FEEDBACK_LAST_NUMBER, 0, &last, err));
	feedback->recorded_number = last + 1;
	if (feedback->form == CH_FEEDBACK_END && feedback->side == CH_SIDE_LEARNER)
		TRY(goal_attained(change->db, feedback->spell_id, &feedback->attainment, &last, err));
	feedback->recorded_by = change->c->actor.person_id;
	if (feedback->recorded_by != 0)
		feedback->how = CH_HOW_DESK;
	feedback->settled_on = change->today;
	if (feedback->feedback_id == 0)
		TRY(change_insert(change, CH_FEEDBACK, feedback, err));
	else
		TRY(change_update(change, CH_FEEDBACK, feedback, err));
	change->object_id = feedback->feedback_id;
	return close_when_settled(change, feedback, CH_OP_FEEDBACK_RECORD, err);
}

/* The one that was received of that spell, side and form, on that day where it is answered often. */
static enum ch_status find_answered(struct change *change, const struct ch_feedback *feedback, int64_t spell_id,
				    int64_t *id, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	struct stmt *q = stmt_ready(change->db, SQL_FEEDBACK_ANSWERED);
	bool row = false;

	stmt_bind_int(q, "spell_id", spell_id);
	stmt_bind_text(q, "side", ch_field_named(entity, "side")->choices[feedback->side].code);
	stmt_bind_text(q, "form", ch_field_named(entity, "form")->choices[feedback->form].code);
	stmt_bind_date(q, "on", is_repeated(feedback->form) ? feedback->answered_on : CH_NO_DATE);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, "feedback_id") : 0;
	stmt_reset(q);
	return status;
}

enum ch_status feedback_take(struct change *change, struct ch_feedback *feedback, int64_t *known_id,
			     struct ch_error *err)
{
	struct pairing_view view;

	TRY(pairing_view_get(change, feedback->pairing_id, &view, err));
	TRY(find_answered(change, feedback, view.spell.spell_id, known_id, err));
	if (*known_id != 0)
		return CH_OK;
	int64_t object_id = change->object_id;
	enum ch_status status = record(change, feedback, err);
	change->object_id = object_id; /* what the other change is about */
	return status;
}

enum ch_status ch_feedback_record(struct ch_context *c, struct ch_feedback *feedback, struct ch_error *err)
{
	struct change change;

	TRY(change_begin_on(&change, c, CH_OP_FEEDBACK_RECORD, CH_FEEDBACK, 0, CH_PAIRING, feedback->pairing_id, err));
	return change_end(&change, record(&change, feedback, err), err);
}

/* ---- What does not come ---- */

static enum ch_status waive(struct change *change, int64_t feedback_id, const char *because, struct ch_error *err)
{
	struct ch_feedback feedback;

	TRY(change_get(change, CH_FEEDBACK, feedback_id, &feedback, err));
	if (because == NULL || *because == '\0') {
		ch_fail_field(err, "waived_because", _("%s is waived without a reason"), name_of(change, &feedback));
		return ch_error_fix(err, _("say why it will not come; the reason is kept (R65)"));
	}
	feedback.waived_because = because;
	return settle(change, &feedback, CH_OP_FEEDBACK_WAIVE, err);
}

enum ch_status ch_feedback_waive(struct ch_context *c, int64_t feedback_id, const char *because, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_FEEDBACK_WAIVE, CH_FEEDBACK, feedback_id, err));
	return change_end(&change, waive(&change, feedback_id, because, err), err);
}

static enum ch_status find_lapsed(struct ch_context *c, struct id_list *lapsed, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_FEEDBACK_LAPSED);

	stmt_bind_date(q, "today", ch_clock_today(&c->clock));
	return id_list_read(lapsed, q, "feedback_id", err);
}

static enum ch_status lapse_all(struct ch_context *c, const struct id_list *lapsed, struct ch_error *err)
{
	struct ch_feedback feedback;
	struct change change;
	enum ch_status status = CH_OK;

	TRY(change_begin(&change, c, CH_OP_FEEDBACK_LAPSE, CH_FEEDBACK, lapsed->ids[0], err));
	for (size_t i = 0; status == CH_OK && i < lapsed->count; i++) {
		status = change_get(&change, CH_FEEDBACK, lapsed->ids[i], &feedback, err);
		if (status == CH_OK)
			status = settle(&change, &feedback, CH_OP_FEEDBACK_LAPSE, err);
	}
	return change_end(&change, status, err);
}

enum ch_status ch_feedback_lapse(struct ch_context *c, int64_t *lapsed, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;

	*lapsed = 0;
	if (c->actor.person_id != 0 || db_read_only(c->scheme->db))
		return CH_OK;
	enum ch_status status = find_lapsed(c, &ids, err);
	if (status == CH_OK && ids.count > 0)
		status = lapse_all(c, &ids, err);
	if (status == CH_OK)
		*lapsed = (int64_t)ids.count;
	id_list_release(&ids);
	return status;
}

enum ch_status ch_feedback_get(struct ch_context *c, int64_t feedback_id, struct ch_arena *arena,
			       struct ch_feedback *feedback, struct ch_error *err)
{
	TRY(may(c, CH_OP_FEEDBACK_READ, CH_FEEDBACK, feedback_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_FEEDBACK), feedback_id, arena, feedback, err));
	may_redact(c, ch_entity_of(CH_FEEDBACK), feedback, true);
	return CH_OK;
}
