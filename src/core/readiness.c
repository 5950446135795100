/*
 * Readiness (R15): the questions a learner answers before a pairing of theirs
 * is accepted, by whom and how they were answered, for one or for many at once.
 */
#include <string.h>

#include "chiron/person.h"
#include "chiron/state.h"
#include "core/answer.h"
#include "core/enrolment.h"
#include "core/id_list.h"
#include "model/choices.h"
#include "store/stmt.h"

static const int readiness[] = {CH_ASK_READY_AIM, CH_ASK_READY_TIME};

enum { READINESS = sizeof(readiness) / sizeof(readiness[0]) };

bool readiness_is_asked(const struct ch_enrolment *enrolment)
{
	return enrolment->role == CH_ROLE_COACHEE || enrolment->role == CH_ROLE_MENTEE;
}

enum ch_status readiness_answered(struct change *change, const struct ch_enrolment *enrolment, int question,
				  int *answer, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEWEST_ANSWER);
	bool row = false;

	stmt_bind_text(q, "subject", choices_subject[CH_ABOUT_ENROLMENT].code);
	stmt_bind_int(q, "subject_id", enrolment->enrolment_id);
	stmt_bind_text(q, "question", choices_question[question].code);
	stmt_bind_int(q, "person_id", enrolment->person_id);
	enum ch_status status = stmt_step(q, &row, err);
	*answer = status != CH_OK || !row ? CH_UNSAID : strcmp(stmt_text(q, "value"), "yes") == 0 ? CH_YES : CH_NO;
	stmt_reset(q);
	return status;
}

static enum ch_status answer(struct change *change, const struct ch_enrolment *enrolment, int question, bool yes,
			     const struct ch_said *said, struct ch_error *err)
{
	struct ch_answer given;

	ch_record_clear(ch_entity_of(CH_ANSWER), &given);
	given.subject = CH_ABOUT_ENROLMENT;
	given.subject_id = enrolment->enrolment_id;
	given.person_id = enrolment->person_id;
	given.question = question;
	given.value = yes ? "yes" : "no";
	given.answered_on = said->on == CH_NO_DATE ? change->today : said->on;
	given.how = said->how == CH_NO_HOW ? CH_HOW_SPOKEN : (int)said->how;
	return answer_insert(change, &given, err);
}

static enum ch_status refuse_no(const struct ch_enrolment *enrolment, const char *name, int question,
				struct ch_error *err)
{
	ch_fail_rule(err, "R15", _("%s answered no: %s"), name, _(choices_question[question].label));
	return ch_error_fix(err, _("if that has changed, record the new answer: `chiron enrolment answer %lld "
				   "--question %s --answer yes`"),
			    (long long)enrolment->enrolment_id, choices_question[question].code);
}

/* All are looked at before one is answered: of somebody refused nothing is written. */
enum ch_status readiness_confirm(struct change *change, const struct ch_enrolment *enrolment, const char *name,
				 const struct ch_said *said, struct ch_error *err)
{
	int given[READINESS];

	if (!readiness_is_asked(enrolment))
		return CH_OK;
	for (size_t i = 0; i < READINESS; i++) {
		TRY(readiness_answered(change, enrolment, readiness[i], &given[i], err));
		if (given[i] == CH_NO)
			return refuse_no(enrolment, name, readiness[i], err);
	}
	for (size_t i = 0; i < READINESS; i++)
		if (given[i] == CH_UNSAID)
			TRY(answer(change, enrolment, readiness[i], true, said, err));
	return CH_OK;
}

/* Whether the newest answers are all yes. */
static enum ch_status is_ready(struct change *change, const struct ch_enrolment *enrolment, bool *ready,
			       struct ch_error *err)
{
	*ready = true;
	for (size_t i = 0; i < READINESS; i++) {
		int given;

		TRY(readiness_answered(change, enrolment, readiness[i], &given, err));
		*ready = *ready && given == CH_YES;
	}
	return CH_OK;
}

static enum ch_status make_ready(struct change *change, int64_t enrolment_id, const struct ch_said *said,
				 struct ch_error *err)
{
	struct ch_enrolment enrolment;

	TRY(change_get(change, CH_ENROLMENT, enrolment_id, &enrolment, err));
	enrolment.state = CH_ENROLMENT_READY;
	return enrolment_set(change, &enrolment, said, err);
}

enum ch_status ch_enrolment_ready(struct ch_context *c, int64_t enrolment_id, const struct ch_said *said,
				  struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_ENROLMENT, enrolment_id, err));
	return change_end(&change, make_ready(&change, enrolment_id, said, err), err);
}

/* Who answered no to a question is not made ready with the others. */
static enum ch_status make_all_ready(struct change *change, const struct id_list *people, const struct ch_said *said,
				     int64_t *made_ready, int64_t *left, struct ch_error *err)
{
	for (size_t i = 0; i < people->count; i++) {
		enum ch_status status = make_ready(change, people->ids[i], said, err);

		if (status != CH_OK && strcmp(err->rule, "R15") != 0)
			return status;
		++*(status == CH_OK ? made_ready : left);
		*err = CH_NO_ERROR;
	}
	return CH_OK;
}

enum ch_status ch_enrolment_ready_all(struct ch_context *c, int64_t programme_id, const struct ch_said *said,
				      int64_t *made_ready, int64_t *left, struct ch_error *err)
{
	struct change change;
	struct id_list applied = ID_LIST_EMPTY;

	*made_ready = *left = 0;
	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_PROGRAMME, programme_id, err));
	struct stmt *q = stmt_ready(change.db, SQL_ENROLMENTS_IN_STATE);
	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_text(q, "state", choices_enrolment_state[CH_ENROLMENT_APPLIED].code);
	enum ch_status status = id_list_read(&applied, q, "enrolment_id", err);
	if (status == CH_OK)
		status = make_all_ready(&change, &applied, said, made_ready, left, err);
	id_list_release(&applied);
	return change_end(&change, status, err);
}

enum ch_status readiness_of_learner(struct change *change, const struct ch_programme *programme, int64_t person_id,
				    const struct ch_said *said, struct ch_error *err)
{
	int64_t id;

	TRY(enrolment_find(change, programme->programme_id, person_id, ch_kind_learner_role(programme->kind), &id,
			   err));
	return make_ready(change, id, said, err);
}

enum ch_status enrolment_answer(struct change *change, struct ch_enrolment *enrolment, int question, bool yes,
				const struct ch_said *said, struct ch_error *err)
{
	int state = enrolment->state, newest;
	bool ready;

	if (question != CH_ASK_READY_AIM && question != CH_ASK_READY_TIME) {
		ch_fail_field(err, "question", _("that is not asked of an enrolment"));
		return ch_error_fix(err, _("ask ready_aim or ready_time"));
	}
	TRY(answer(change, enrolment, question, yes, said, err));
	TRY(readiness_answered(change, enrolment, question, &newest, err)); /* that may be of a later day */
	TRY(is_ready(change, enrolment, &ready, err));
	if (!readiness_is_asked(enrolment))
		return CH_OK;
	if (newest == CH_NO && ch_state_allows(CH_ENROLMENT, state, CH_OP_ENROLMENT_SET, CH_ENROLMENT_NOT_READY))
		enrolment->state = CH_ENROLMENT_NOT_READY;
	else if (ready && (state == CH_ENROLMENT_APPLIED || state == CH_ENROLMENT_NOT_READY))
		enrolment->state = CH_ENROLMENT_READY;
	if (enrolment->state == CH_ENROLMENT_READY && state != CH_ENROLMENT_READY) {
		enrolment->ready_on = change->today;
		enrolment->not_ready_because = NULL;
	}
	return change_update(change, CH_ENROLMENT, enrolment, err);
}

enum ch_status ch_enrolment_answer(struct ch_context *c, int64_t enrolment_id, int question, bool yes,
				   const struct ch_said *said, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	struct change change;

	TRY(change_begin(&change, c, CH_OP_ENROLMENT_SET, CH_ENROLMENT, enrolment_id, err));
	enum ch_status status = change_get(&change, CH_ENROLMENT, enrolment_id, &enrolment, err);
	if (status == CH_OK)
		status = enrolment_answer(&change, &enrolment, question, yes, said, err);
	return change_end(&change, status, err);
}
