/* What a row of people says of an enrolment in the programme that the import is for. */
#include "core/enrolment.h"
#include "core/import/column_meaning.h"
#include "core/import/people.h"
#include "core/import/value.h"
#include "model/choices.h"
#include "model/custom_field.h"
#include "store/stmt.h"

enum ch_status people_enrol(struct people_import *people, const struct person_row *row, int64_t person_id,
			    bool *enrolled, struct ch_error *err)
{
	const struct ch_programme *programme = &people->programme;
	int guide = ch_kind_guide_role(programme->kind), learner = ch_kind_learner_role(programme->kind);
	int roles = row->given.roles;
	bool made_guide = false, made_learner = false;

	if (roles & 1 << guide)
		TRY(enrolment_ensure(people->change, programme, person_id, guide, CH_ENROLMENT_APPLIED, &made_guide,
				     err));
	if (roles & 1 << learner)
		TRY(enrolment_ensure(people->change, programme, person_id, learner, CH_ENROLMENT_APPLIED, &made_learner,
				     err));
	if (!(roles & (1 << guide | 1 << learner)))
		people->not_enrolled++;
	*enrolled = made_guide || made_learner;
	people->enrolled += *enrolled;
	people->enrolled_as[0] += made_guide;
	people->enrolled_as[1] += made_learner;
	return CH_OK;
}

const char *people_enrolled_as(const struct ch_programme *programme, const int64_t as[2], struct ch_arena *arena)
{
	const char *guide = _(choices_role[ch_kind_guide_role(programme->kind)].label);
	const char *learner = _(choices_role[ch_kind_learner_role(programme->kind)].label);

	if (as[0] == 0 || as[1] == 0)
		return ch_arena_printf(arena, _("as %s"), as[0] > 0 ? guide : learner);
	return ch_arena_printf(arena, _("%lld as %s, %lld as %s"), (long long)as[0], guide, (long long)as[1], learner);
}

/* The cohort of that name in the programme; 0 where the row names none, or one that there is not, which is told. */
static enum ch_status find_cohort(struct people_import *people, const struct person_row *row, int64_t *id,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_COHORT_NAMED);
	struct ch_arena *arena = &people->change->arena;
	bool known = false;

	*id = 0;
	if (row->cohort == NULL || import_word_is(people->columns->lexicon, "not_given", row->cohort))
		return CH_OK;
	stmt_bind_int(q, "programme_id", people->programme.programme_id);
	stmt_bind_text(q, "name", row->cohort);
	enum ch_status status = stmt_step(q, &known, err);
	*id = status == CH_OK && known ? stmt_id(q, "id") : 0;
	stmt_reset(q);
	if (status == CH_OK && !known) {
		struct import_issue issue = {
			.row = row->row,
			.line = row->line,
			.column = import_columns_heading(people->columns, "cohort"),
			.field = "cohort",
			.value = row->cohort,
			.reason = IMPORT_NOT_STORED,
			.message = ch_arena_printf(arena, _("is no cohort of %s; it is left out"),
						   people->programme.name),
			.fix = _("correct the cell, or make the cohort first: `chiron cohort add`"),
		};
		import_issue_add(people->findings, &issue);
	}
	return status;
}

/* Nobody has applied on a day to come. */
static ch_date applied_by_now(struct people_import *people, const struct person_row *row)
{
	char iso[CH_DATE_SIZE];

	if (row->applied_on == CH_NO_DATE || row->applied_on <= people->change->today)
		return row->applied_on;
	struct import_issue issue = {
		.row = row->row,
		.line = row->line,
		.column = import_columns_heading(people->columns, "programme_applied_on"),
		.field = "programme_applied_on",
		.value = ch_date_iso(row->applied_on, iso),
		.reason = IMPORT_FUTURE_DATE,
		.message = _("lies ahead; it is left out"),
		.fix = _("correct the day"),
	};
	import_issue_add(people->findings, &issue);
	return CH_NO_DATE;
}

/* What the row says of an enrolment goes into it; places are a guide's. Who applied waits from the first day given. */
static enum ch_status detail_enrolment(struct people_import *people, const struct person_row *row, int64_t id,
				       int64_t cohort_id, ch_date applied_on, bool *given, struct ch_error *err)
{
	struct ch_arena *arena = &people->change->arena;
	struct ch_enrolment before, enrolment;
	bool is_guide;

	TRY(change_get(people->change, CH_ENROLMENT, id, &before, err));
	enrolment = before;
	is_guide = enrolment.role == ch_kind_guide_role(people->programme.kind);
	enrolment.custom_values = custom_values_over(before.custom_values, row->enrolment_values, arena);
	if (cohort_id != 0)
		enrolment.cohort_id = cohort_id;
	if (row->places != CH_UNKNOWN && is_guide)
		enrolment.capacity = row->places;
	if (applied_on != CH_NO_DATE && (before.applied_on == CH_NO_DATE || applied_on < before.applied_on))
		enrolment.applied_on = applied_on;
	*given |= enrolment.applied_on != before.applied_on || enrolment.cohort_id != before.cohort_id ||
		  enrolment.capacity != before.capacity ||
		  !ch_field_equal(ch_field_named(ch_entity_of(CH_ENROLMENT), "custom_values"), &enrolment, &before);
	return change_update(people->change, CH_ENROLMENT, &enrolment, err);
}

/* Cohort, places and values of the scheme's own fields, for whichever of the two roles the person is enrolled in. */
enum ch_status people_detail_enrolments(struct people_import *people, const struct person_row *row,
					int64_t person_id, bool *given, struct ch_error *err)
{
	const struct ch_programme *programme = &people->programme;
	int64_t cohort_id = 0, id;
	bool found = false;

	if (row->enrolment_values == NULL && row->cohort == NULL && row->places == CH_UNKNOWN &&
	    row->applied_on == CH_NO_DATE)
		return CH_OK;
	if (programme->programme_id != 0) {
		const int roles[] = {ch_kind_guide_role(programme->kind), ch_kind_learner_role(programme->kind)};

		const ch_date applied_on = applied_by_now(people, row);

		TRY(find_cohort(people, row, &cohort_id, err));
		for (size_t i = 0; i < 2; i++) {
			TRY(enrolment_find(people->change, programme->programme_id, person_id, roles[i], &id, err));
			if (id != 0)
				TRY(detail_enrolment(people, row, id, cohort_id, applied_on, given, err));
			found |= id != 0;
		}
	}
	people->not_of_programme += !found;
	return CH_OK;
}

/* What a learner answered at sign-up (R15): recorded where it is not what they said last. */
static enum ch_status answer(struct people_import *people, struct ch_enrolment *enrolment, int question, int yes,
			     bool *new, struct ch_error *err)
{
	struct ch_said said = {.how = CH_HOW_FORM, .on = CH_NO_DATE};
	int before;

	if (yes == CH_UNSAID)
		return CH_OK;
	TRY(readiness_answered(people->change, enrolment, question, &before, err));
	if (before == yes)
		return CH_OK;
	*new = true;
	return enrolment_answer(people->change, enrolment, question, yes == CH_YES, &said, err);
}

enum ch_status people_answer(struct people_import *people, const struct person_row *row, int64_t person_id,
				 bool *new, struct ch_error *err)
{
	const struct ch_programme *programme = &people->programme;
	struct ch_enrolment enrolment;
	int64_t id = 0;

	if (row->ready_aim == CH_UNSAID && row->ready_time == CH_UNSAID)
		return CH_OK;
	if (programme->programme_id != 0)
		TRY(enrolment_find(people->change, programme->programme_id, person_id,
				   ch_kind_learner_role(programme->kind), &id, err));
	if (id == 0) {
		people->not_asked++;
		return CH_OK;
	}
	TRY(change_get(people->change, CH_ENROLMENT, id, &enrolment, err));
	TRY(answer(people, &enrolment, CH_ASK_READY_AIM, row->ready_aim, new, err));
	TRY(answer(people, &enrolment, CH_ASK_READY_TIME, row->ready_time, new, err));
	people->answered += *new;
	return CH_OK;
}

enum ch_status people_enrol_row(struct people_import *people, const struct person_row *row, int64_t person_id,
				struct people_enrolled *done, struct ch_error *err)
{
	if (row->programme != NULL)
		return people_programmes_enrol(people, row, person_id, done, err);
	if (people->programme.programme_id != 0)
		TRY(people_enrol(people, row, person_id, &done->enrolled, err));
	TRY(people_detail_enrolments(people, row, person_id, &done->enrolled, err));
	return people_answer(people, row, person_id, &done->answered, err);
}
