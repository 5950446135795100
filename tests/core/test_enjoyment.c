/* How sessions were enjoyed: asked where that is switched on, of each side, told of in fives (R48, R72, R79). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static int64_t started_pair(struct scheme_fixture *f, int64_t programme)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme, guide, learner);

	scheme_start(f, pairing);
	return pairing;
}

static int64_t programme_that_asks(struct scheme_fixture *f)
{
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	struct ch_settings settings;

	GOOD(f, ch_settings_get(&f->c, programme, &f->arena, &settings, &f->err));
	settings.enjoyment_ratings = CH_YES;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	return programme;
}

static void held_on(struct scheme_fixture *f, int64_t pairing, ch_date date)
{
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing;
	session.session_date = date;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
}

static enum ch_status say(struct scheme_fixture *f, int64_t pairing, ch_date on, int64_t guide, int64_t learner)
{
	const struct ch_enjoyed enjoyed = {.guide = guide, .learner = learner};

	return ch_session_enjoyed(&f->c, pairing, on, &enjoyed, &f->err);
}

static const ch_date no_day = CH_NO_DATE;

/* "5 4.0" of each row of the report, parted by blanks. */
static const char *outcomes(struct scheme_fixture *f)
{
	const struct ch_report_query query = {.name = "outcomes", .from = no_day, .to = no_day};
	struct ch_grid grid;
	const char *told = "";

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++)
		told = ch_arena_printf(&f->arena, "%s%s:%s:%s ", told, grid.rows[i].cells[grid.column_count - 3],
				       grid.rows[i].cells[grid.column_count - 2],
				       grid.rows[i].cells[grid.column_count - 1]);
	return told;
}

static void r48_enjoyment_is_off_until_a_programme_asks_for_it(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, scheme_programme(f, "Quiet", CH_KIND_MENTORING));
	const struct ch_enjoyed enjoyed = {.guide = 4, .learner = CH_UNKNOWN}, nothing = CH_NOT_ENJOYED;
	ch_date day = ch_date_of(2026, 11, 20);

	held_on(f, pairing, day);
	GOOD(f, ch_session_enjoyed_expect(&f->c, pairing, &nothing, &f->err));
	REFUSED(f, CH_DATA, ch_session_enjoyed_expect(&f->c, pairing, &enjoyed, &f->err));
	assert_non_null(strstr(f->err.message, "\"Quiet\" does not ask how sessions were enjoyed (R48)"));
	REFUSED(f, CH_DATA, say(f, pairing, day, 4, CH_UNKNOWN));
}

static void r48_each_side_says_it_once_of_a_session_that_was_held(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, programme_that_asks(f));
	ch_date day = ch_date_of(2026, 11, 20);

	REFUSED(f, CH_DATA, say(f, pairing, day, 4, CH_UNKNOWN));
	assert_non_null(strstr(f->err.message, "held no session on 20 November 2026"));
	held_on(f, pairing, day);
	REFUSED(f, CH_DATA, say(f, pairing, day, 6, CH_UNKNOWN));
	REFUSED(f, CH_DATA, say(f, pairing, day, CH_UNKNOWN, 0));
	GOOD(f, say(f, pairing, day, 4, 5));
	REFUSED(f, CH_DATA, say(f, pairing, day, CH_UNKNOWN, 1));
	assert_non_null(strstr(f->err.message, "recorded already"));
	held_on(f, pairing, day); /* another one on that day */
	GOOD(f, say(f, pairing, day, CH_UNKNOWN, 1));
}

static void r48_r79_neither_says_it_for_the_other_nor_reads_it(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f, programme_that_asks(f));
	const struct ch_enjoyed of_learner = {.guide = CH_UNKNOWN, .learner = 1};
	struct ch_feedback feedback;
	ch_date day = ch_date_of(2026, 11, 20);

	held_on(f, pairing, day);
	GOOD(f, say(f, pairing, day, CH_UNKNOWN, 1));
	f->c.actor.person_id = scheme_get_pairing(f, pairing).guide_id;
	REFUSED(f, CH_NOT_ALLOWED, ch_session_enjoyed_expect(&f->c, pairing, &of_learner, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, say(f, pairing, day, CH_UNKNOWN, 1));
	REFUSED(f, CH_NOT_ALLOWED, ch_feedback_get(&f->c, 1, &f->arena, &feedback, &f->err));
	GOOD(f, say(f, pairing, day, 5, CH_UNKNOWN));
	GOOD(f, ch_feedback_get(&f->c, 2, &f->arena, &feedback, &f->err));
	assert_int_equal(feedback.enjoyment, 5);
	f->c.actor.person_id = 0;
}

/*
 * Seven sessions of one pair, whose mentee says 1 each time, and one each of four others, who say 5: the batch of first
 * answers is 1, 5, 5, 5, 5, on average 4.2. Seven answers of one would have been a figure of theirs alone.
 */
static void r48_r72_enjoyment_is_told_of_five_people_and_never_of_one(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = programme_that_asks(f), often = started_pair(f, programme);

	for (int i = 1; i <= 7; i++) {
		held_on(f, often, ch_date_of(2026, 11, i));
		GOOD(f, say(f, often, ch_date_of(2026, 11, i), CH_UNKNOWN, 1));
	}
	for (int i = 1; i <= 4; i++) {
		int64_t other = started_pair(f, programme);

		assert_string_equal(outcomes(f), "");
		held_on(f, other, ch_date_of(2026, 11, 20));
		GOOD(f, say(f, other, ch_date_of(2026, 11, 20), CH_UNKNOWN, 5));
	}
	assert_string_equal(outcomes(f), "Enjoyed the session:5:4.2 ");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r48_enjoyment_is_off_until_a_programme_asks_for_it),
		TEST(r48_each_side_says_it_once_of_a_session_that_was_held),
		TEST(r48_r79_neither_says_it_for_the_other_nor_reads_it),
		TEST(r48_r72_enjoyment_is_told_of_five_people_and_never_of_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
