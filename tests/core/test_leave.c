/*
 * R84: who leaves takes part no longer, from their day on and once their last
 * pairing has ended, however that comes about.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/leave.h"
#include "scheme_fixture.h"

enum { ADA = 1, BEN, CAL };

static const struct ch_closure early = {
	.on = CH_NO_DATE, .kind = CH_CLOSURE_ENDED_EARLY, .kind_if_met = true, .initiator = CH_BY_COORDINATOR,
	.reason = CH_BECAUSE_GUIDE_LEFT};

/* Ada mentors Ben in pairing 1; with Cal she may have another. */
static int64_t three(struct scheme_fixture *f)
{
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);

	scheme_person(f, "Ada Lee", NULL, 1 << CH_ROLE_MENTOR, "finance", NULL, 5);
	scheme_person(f, "Ben Cho", NULL, 1 << CH_ROLE_MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_person(f, "Cal Poe", NULL, 1 << CH_ROLE_MENTEE, NULL, "finance", CH_UNKNOWN);
	scheme_start(f, scheme_pairing(f, programme, ADA, BEN));
	return programme;
}

static struct ch_left leave(struct scheme_fixture *f, int64_t person_id, const char *on)
{
	const struct ch_leaving leaving = {.on = on != NULL ? ch_date_from_iso(on) : CH_NO_DATE};
	struct ch_left left;

	GOOD(f, ch_person_leave(&f->c, person_id, &leaving, &left, &f->err));
	return left;
}

static const char *standing(struct scheme_fixture *f, int64_t person_id)
{
	const struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .person_id = person_id};
	struct ch_enrolment enrolment;
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	GOOD(f, ch_enrolment_get(&f->c, grid.rows[0].id, &f->arena, &enrolment, &f->err));
	return ch_field_text(ch_field_named(ch_entity_of(CH_ENROLMENT), "state"), &enrolment, &f->arena);
}

/* What the list of enrolments says of them. */
static size_t listed(struct scheme_fixture *f, const char *filter)
{
	const struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .filter = filter};
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	return grid.row_count;
}

static size_t found(struct scheme_fixture *f, const char *check)
{
	const struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count;
}

static void a_guide_is_withdrawn_when_the_last_pairing_closes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t second = scheme_pairing(f, three(f), ADA, CAL);
	struct ch_undone undone;

	assert_int_equal(leave(f, ADA, NULL).open, 2);
	assert_string_equal(standing(f, ADA), "ready");
	GOOD(f, ch_pairing_close(&f->c, second, &early, &f->err));
	assert_string_equal(standing(f, ADA), "ready");
	GOOD(f, ch_pairing_close(&f->c, 1, &early, &f->err));
	assert_string_equal(standing(f, ADA), "withdrawn");
	assert_string_equal(standing(f, BEN), "ready");
	assert_int_equal(found(f, "left-still-enrolled"), 0);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(standing(f, ADA), "ready");
}

static void a_learner_is_withdrawn_though_another_match_was_wished_for(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_closure closure = early;

	three(f);
	leave(f, BEN, NULL);
	closure.rematch = CH_YES;
	GOOD(f, ch_pairing_close(&f->c, 1, &closure, &f->err));
	assert_string_equal(standing(f, BEN), "withdrawn");
	assert_string_equal(standing(f, ADA), "ready");
}

static void who_leaves_on_a_later_day_is_withdrawn_when_the_pairing_closes_after_it(void **state)
{
	struct scheme_fixture *f = *state;

	three(f);
	leave(f, ADA, "2026-12-01");
	GOOD(f, ch_pairing_close(&f->c, 1, &early, &f->err));
	assert_string_equal(standing(f, ADA), "ready");
	GOOD(f, ch_pairing_reopen(&f->c, 1, CH_NO_DATE, &f->err));
	scheme_today(f, "2026-12-02");
	GOOD(f, ch_pairing_close(&f->c, 1, &early, &f->err));
	assert_string_equal(standing(f, ADA), "withdrawn");
}

/* The day comes, and nobody does anything. */
static void r84_who_was_to_leave_is_told_from_that_day_on(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_person person;

	three(f);
	scheme_ready(f, 1, CAL);
	leave(f, CAL, "2026-12-01");
	scheme_today(f, "2026-11-30");
	assert_int_equal(found(f, "left-still-enrolled"), 0);
	assert_int_equal(listed(f, "standing:left"), 0);
	scheme_today(f, "2026-12-05");
	assert_int_equal(listed(f, "standing:left"), 1);
	assert_int_equal(found(f, "left-still-enrolled"), 1);
	/* What it says to do keeps the day that they left on. */
	assert_int_equal(leave(f, CAL, NULL).withdrawn, 1);
	GOOD(f, ch_person_get(&f->c, CAL, &f->arena, &person, &f->err));
	assert_int_equal(person.left_on, ch_date_from_iso("2026-12-01"));
	assert_string_equal(standing(f, CAL), "withdrawn");
	assert_int_equal(found(f, "left-still-enrolled"), 0);
	/* While a pairing is open, that is what is told of. */
	leave(f, BEN, NULL);
	assert_int_equal(found(f, "left-still-enrolled"), 0);
	assert_int_equal(found(f, "somebody-left"), 1);
}

static struct ch_pairing between(int64_t guide_id, int64_t learner_id, const char *made_on)
{
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = 1;
	pairing.guide_id = guide_id;
	pairing.learner_id = learner_id;
	pairing.made_on = ch_date_from_iso(made_on);
	return pairing;
}

static void who_has_left_is_paired_no_more(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_pairing pairing = between(ADA, CAL, "2026-11-23");

	three(f);
	scheme_ready(f, 1, CAL);
	leave(f, CAL, "2026-11-20");
	assert_int_equal(ch_pairing_add(&f->c, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "Cal Poe left on 20 November");
	assert_string_equal(f->err.field, "learner_id");
	assert_non_null(strstr(f->err.fix, "chiron person return 3"));
	leave(f, ADA, NULL);
	GOOD(f, ch_person_return(&f->c, CAL, &(int64_t){0}, (f->err = CH_NO_ERROR, &f->err)));
	assert_int_equal(ch_pairing_add(&f->c, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "Ada Lee left on 23 November");
	assert_string_equal(f->err.field, "guide_id");
	f->err = CH_NO_ERROR;
	/* Nor does a pairing of theirs go on again. */
	GOOD(f, ch_pairing_close(&f->c, 1, &early, &f->err));
	REFUSED(f, CH_DATA, ch_pairing_reopen(&f->c, 1, CH_NO_DATE, &f->err));
}

/* What was so before they left is entered as it was, and then closed. */
static void a_pairing_of_before_they_left_is_entered(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_pairing pairing = between(ADA, CAL, "2026-11-19");

	three(f);
	scheme_ready(f, 1, CAL);
	leave(f, CAL, "2026-11-20");
	GOOD(f, ch_pairing_add(&f->c, &pairing, &f->err));
	assert_int_equal(found(f, "somebody-left"), 1);
}

/* Who is known to leave can be paired until then, and it is said. */
static void r84_of_two_one_is_known_to_leave(void **state)
{
	struct scheme_fixture *f = *state;

	three(f);
	assert_int_equal(found(f, "somebody-leaves"), 0);
	leave(f, ADA, "2026-12-01");
	assert_int_equal(found(f, "somebody-leaves"), 1);
	scheme_today(f, "2026-12-01");
	assert_int_equal(found(f, "somebody-leaves"), 0);
	assert_int_equal(found(f, "somebody-left"), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_guide_is_withdrawn_when_the_last_pairing_closes),
		TEST(a_learner_is_withdrawn_though_another_match_was_wished_for),
		TEST(who_leaves_on_a_later_day_is_withdrawn_when_the_pairing_closes_after_it),
		TEST(r84_who_was_to_leave_is_told_from_that_day_on),
		TEST(who_has_left_is_paired_no_more),
		TEST(a_pairing_of_before_they_left_is_entered),
		TEST(r84_of_two_one_is_known_to_leave),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
