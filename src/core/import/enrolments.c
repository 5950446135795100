/* A row of enrolments: the person's part in the programme is found or made, with their answers on being ready. */
#include <string.h>

#include "chiron/person.h"
#include "core/answer.h"
#include "core/custom_field.h"
#include "core/enrolment.h"
#include "core/import/pair_import.h"
#include "model/choices.h"
#include "model/custom_field.h"
#include "store/record.h"
#include "store/stmt.h"

/* The role of the row, else the one asked for, else the only one of the person's that the programme has. */
static enum ch_status settle_role(struct pair_import *pairs, struct pair_row *row, const struct ch_programme *programme,
				  struct ch_arena *arena, struct ch_error *err)
{
	int guide = ch_kind_guide_role(programme->kind), learner = ch_kind_learner_role(programme->kind);
	struct ch_person person;

	if (row->role == CH_NO_ROLE)
		row->role = pairs->options->role;
	if (row->role != CH_NO_ROLE)
		return CH_OK;
	TRY(record_get(pairs->change->db, ch_entity_of(CH_PERSON), row->person_id, arena, &person, err));
	bool guides = person.roles & 1 << guide, learns = person.roles & 1 << learner;

	if (guides != learns)
		row->role = guides ? guide : learner;
	else
		pair_issue(pairs, row, IMPORT_BAD_ROLE, true, "role", NULL,
			   ch_arena_printf(arena, _("does not say in which role %s takes part"), person.name),
			   _("give the role in a column of its own" CH_WAY ", or --role for all" CH_KEY));
	return CH_OK;
}

static enum ch_status find_cohort(struct pair_import *pairs, struct pair_row *row, const struct ch_programme *programme,
				  int64_t *cohort_id, struct ch_arena *arena, struct ch_error *err)
{
	struct stmt *q = stmt_ready(pairs->change->db, SQL_COHORT_NAMED);
	bool found = false;

	*cohort_id = 0;
	if (row->cohort == NULL)
		return CH_OK;
	stmt_bind_int(q, "programme_id", programme->programme_id);
	stmt_bind_text(q, "name", row->cohort);
	enum ch_status status = stmt_step(q, &found, err);
	*cohort_id = status == CH_OK && found ? stmt_id(q, "id") : 0;
	stmt_reset(q);
	if (status == CH_OK && !found)
		pair_issue(pairs, row, IMPORT_NOT_STORED, false, "cohort", row->cohort,
			   ch_arena_printf(arena, _("is no cohort of %s; it is left out"), programme->name),
			   _("correct the cell, or make the cohort first: `chiron cohort add`"));
	return status;
}

/* What the row gives goes over what is there; whether that changes anything. */
static enum ch_status give(const struct pair_row *row, int64_t cohort_id, struct ch_enrolment *enrolment, bool *differs,
			   struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_field *customs = ch_field_named(ch_entity_of(CH_ENROLMENT), "custom_values");
	struct ch_enrolment before = *enrolment;

	TRY(pair_row_give(&enrolment_row_entity, row, ch_entity_of(CH_ENROLMENT), enrolment, differs, arena, err));
	if (cohort_id != 0)
		enrolment->cohort_id = cohort_id;
	enrolment->custom_values = custom_values_over(before.custom_values, row->custom_values, arena);
	*differs |= enrolment->cohort_id != before.cohort_id || !ch_field_equal(customs, &before, enrolment);
	return CH_OK;
}

/*
 * An answer that is not the newest already is one more, given on a form. Where
 * the row says no state, the answers make it (R15).
 */
static enum ch_status answer(struct pair_import *pairs, struct pair_row *row, struct ch_enrolment *enrolment,
			     int question, int given, bool *differs, struct ch_error *err)
{
	struct ch_said said = {.how = CH_HOW_FORM, .on = pairs->change->today};
	struct ch_answer answer;
	int before = CH_UNSAID;

	if (given == CH_UNSAID)
		return CH_OK;
	if (enrolment->enrolment_id != 0)
		TRY(readiness_answered(pairs->change, enrolment, question, &before, err));
	if (given == before)
		return CH_OK;
	*differs = true;
	if (row->state == CH_NO_ENROLMENT_STATE)
		return enrolment_answer(pairs->change, enrolment, question, given == CH_YES, &said, err);
	ch_record_clear(ch_entity_of(CH_ANSWER), &answer);
	answer.subject = CH_ABOUT_ENROLMENT;
	answer.subject_id = enrolment->enrolment_id;
	answer.person_id = enrolment->person_id;
	answer.question = question;
	answer.value = given == CH_YES ? "yes" : "no";
	answer.answered_on = said.on;
	answer.how = (int)said.how;
	return answer_insert(pairs->change, &answer, err);
}

static enum ch_status answers(struct pair_import *pairs, struct pair_row *row, struct ch_enrolment *enrolment,
			      bool *differs, struct ch_error *err)
{
	if ((row->ready_aim != CH_UNSAID || row->ready_time != CH_UNSAID) && !readiness_is_asked(enrolment)) {
		pair_issue(pairs, row, IMPORT_NOT_STORED, false, "ready_aim", NULL,
			   _("says whether somebody is ready who is no mentee or coachee here; that is left out"),
			   NULL);
		return CH_OK;
	}
	TRY(answer(pairs, row, enrolment, CH_ASK_READY_AIM, row->ready_aim, differs, err));
	return answer(pairs, row, enrolment, CH_ASK_READY_TIME, row->ready_time, differs, err);
}

static enum ch_status make(struct pair_import *pairs, struct pair_row *row, const struct ch_programme *programme,
			   int64_t cohort_id, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	bool differs = false;

	ch_record_clear(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme->programme_id;
	enrolment.person_id = row->person_id;
	TRY(give(row, cohort_id, &enrolment, &differs, arena, err));
	enrolment.role = row->role;
	TRY(enrolment_insert(pairs->change, programme, &enrolment, err));
	TRY(answers(pairs, row, &enrolment, &differs, err));
	pairs->created++;
	row_map_set(&pairs->seen, enrolment.enrolment_id, row->row);
	return CH_OK;
}

static enum ch_status update(struct pair_import *pairs, struct pair_row *row, int64_t enrolment_id, int64_t cohort_id,
			     struct ch_arena *arena, struct ch_error *err)
{
	struct ch_enrolment enrolment, before;
	bool differs = false, answered = false, apply;

	TRY(record_get(pairs->change->db, ch_entity_of(CH_ENROLMENT), enrolment_id, arena, &enrolment, err));
	before = enrolment;
	TRY(give(row, cohort_id, &enrolment, &differs, arena, err));
	if (row_map_find(&pairs->seen, enrolment_id) == 0) {
		if (differs)
			TRY(pair_note_replaced(pairs, row, CH_ENROLMENT, &before, &enrolment, arena, err));
		if (differs)
			TRY(change_update(pairs->change, CH_ENROLMENT, &enrolment, err));
		TRY(answers(pairs, row, &enrolment, &answered, err));
	}
	pair_count_known(pairs, row, enrolment_id, differs || answered, &apply, arena);
	return CH_OK;
}

enum ch_status enrolment_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				    struct ch_error *err)
{
	struct ch_programme programme;
	int64_t enrolment_id, cohort_id;

	TRY(pair_find_programme(pairs, row, true, &programme, arena, err));
	if (!row->rejected)
		TRY(settle_role(pairs, row, &programme, arena, err));
	if (row->rejected)
		return CH_OK;
	TRY(find_cohort(pairs, row, &programme, &cohort_id, arena, err));
	TRY(enrolment_find(pairs->change, programme.programme_id, row->person_id, row->role, &enrolment_id, err));
	if (enrolment_id == 0)
		return make(pairs, row, &programme, cohort_id, arena, err);
	return update(pairs, row, enrolment_id, cohort_id, arena, err);
}
