#include "scheme_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/scheme_private.h"
#include "store/db_private.h"

int scheme_setup(void **state)
{
	struct scheme_fixture *f = calloc(1, sizeof *f);
	void *dir = NULL;

	assert_non_null(f);
	assert_int_equal(temp_dir_setup(&dir), 0);
	f->dir = dir;
	f->arena = CH_ARENA_EMPTY;
	f->c.clock.fixed_today = ch_date_from_iso("2026-11-23");
	f->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	snprintf(f->path, sizeof f->path, "%s", temp_dir_file(f->dir, "scheme.db"));
	GOOD(f, ch_scheme_create(f->path, "Test scheme", CH_NOTES_APART, &f->c.clock, &f->err));
	GOOD(f, ch_scheme_open(f->path, &f->c.scheme, &f->err));
	*state = f;
	return 0;
}

int scheme_teardown(void **state)
{
	struct scheme_fixture *f = *state;
	void *dir = f->dir;

	ch_scheme_close(f->c.scheme);
	ch_arena_release(&f->arena);
	temp_dir_teardown(&dir);
	free(f);
	return 0;
}

void scheme_good(struct scheme_fixture *f, enum ch_status status, const char *file, int line)
{
	if (status != CH_OK)
		print_error("%s (%s) field %s rule %s: %s\n", ch_status_name(status), f->err.fix, f->err.field,
			    f->err.rule,
			    f->err.message);
	_assert_int_equal((LargestIntegralType)status, CH_OK, file, line);
}

void scheme_refused(struct scheme_fixture *f, enum ch_status wanted, enum ch_status status, const char *file, int line)
{
	if (status != wanted)
		print_error("%s: %s\n", ch_status_name(status), f->err.message);
	_assert_int_equal((LargestIntegralType)status, (LargestIntegralType)wanted, file, line);
}

void scheme_today(struct scheme_fixture *f, const char *iso)
{
	f->c.clock.fixed_today = ch_date_from_iso(iso);
}

void scheme_sql(struct scheme_fixture *f, const char *sql)
{
	GOOD(f, db_exec(f->c.scheme->db, sql, &f->err));
}

bool scheme_try_sql(struct scheme_fixture *f, const char *sql)
{
	struct ch_error ignored = CH_NO_ERROR;

	return db_exec(f->c.scheme->db, sql, &ignored) == CH_OK;
}

int64_t scheme_person(struct scheme_fixture *f, const char *name, const char *email, int roles, const char *offers,
		      const char *seeks, int64_t capacity)
{
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.name = name;
	person.email = email;
	person.roles = roles;
	person.offers = offers;
	person.seeks = seeks;
	person.capacity = capacity;
	GOOD(f, ch_person_add(&f->c, &person, &f->err));
	return person.person_id;
}

int64_t scheme_programme(struct scheme_fixture *f, const char *name, int kind)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = name;
	programme.kind = kind;
	programme.purpose = "to try things";
	programme.focus_areas = "Confidence";
	programme.mentoring_models = "one to one";
	programme.components = "induction";
	programme.matching_process = "by the coordinator";
	programme.planned_months = 9;
	programme.planned_sessions = kind == CH_KIND_COACHING ? 6 : CH_UNKNOWN;
	GOOD(f, ch_programme_add(&f->c, &programme, &f->err));
	GOOD(f, ch_programme_open(&f->c, programme.programme_id, &f->err));
	return programme.programme_id;
}

void scheme_ready(struct scheme_fixture *f, int64_t programme_id, int64_t learner_id)
{
	const struct ch_list_query query = {
		.list = CH_LIST_ENROLMENTS, .filter = "role:mentee,coachee", .person_id = learner_id,
		.programme_id = programme_id};
	struct ch_programme programme;
	struct ch_enrolment enrolment;
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	if (grid.row_count > 0) {
		GOOD(f, ch_enrolment_ready(&f->c, grid.rows[0].id, &(struct ch_said){.on = CH_NO_DATE}, &f->err));
		return;
	}
	GOOD(f, ch_programme_get(&f->c, programme_id, &f->arena, &programme, &f->err));
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme_id;
	enrolment.person_id = learner_id;
	enrolment.role = ch_kind_learner_role(programme.kind);
	enrolment.state = CH_ENROLMENT_READY;
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
}

int64_t scheme_pairing(struct scheme_fixture *f, int64_t programme_id, int64_t guide_id, int64_t learner_id)
{
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme_id;
	pairing.guide_id = guide_id;
	pairing.learner_id = learner_id;
	scheme_sql(f, "UPDATE person SET offers = 'listening' WHERE offers IS NULL");
	f->c.learner_ready = &(struct ch_said){.on = CH_NO_DATE};
	GOOD(f, ch_pairing_add(&f->c, &pairing, &f->err));
	f->c.learner_ready = NULL;
	return pairing.pairing_id;
}

void scheme_start(struct scheme_fixture *f, int64_t pairing_id)
{
	struct ch_agreement agreement;
	struct ch_agreed agreed = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	struct ch_goal goal;

	GOOD(f, ch_agreement_draft(&f->c, pairing_id, &f->arena, &agreement, &f->err));
	agreement.aims_shared_on = ch_clock_today(&f->c.clock);
	GOOD(f, ch_pairing_agree(&f->c, pairing_id, &agreement, &agreed, &f->err));
	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	goal.pairing_id = pairing_id;
	GOOD(f, ch_goal_add(&f->c, &goal, "Speak up in meetings", &f->err));
	GOOD(f, ch_pairing_start(&f->c, pairing_id, CH_NO_DATE, &f->err));
}

struct ch_pairing scheme_get_pairing(struct scheme_fixture *f, int64_t pairing_id)
{
	struct ch_pairing pairing;

	GOOD(f, ch_pairing_get(&f->c, pairing_id, &f->arena, &pairing, &f->err));
	return pairing;
}
