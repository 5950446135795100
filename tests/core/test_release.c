/* R53, R59, R60, R61, R64: what goes out of a pair, and what comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static const char phrase[] = "zzyzx";

/* A pairing of that kind, the learner's line manager being person 3. */
static int64_t pair(struct scheme_fixture *f, int kind)
{
	int guides = kind == CH_KIND_COACHING ? CH_ROLE_COACH : CH_ROLE_MENTOR;
	int learners = kind == CH_KIND_COACHING ? CH_ROLE_COACHEE : CH_ROLE_MENTEE;
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << guides, "Gardening", NULL, 2);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << learners, NULL, "Gardening", CH_UNKNOWN);

	scheme_person(f, "Bo Diaz", NULL, 0, NULL, NULL, CH_UNKNOWN);
	scheme_sql(f, "UPDATE person SET manager_id = 3 WHERE person_id = 2; UPDATE person SET origin = 'external'");
	return scheme_pairing(f, scheme_programme(f, "Trying", kind), guide, learner);
}

static int64_t noted(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_release release;

	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	release.pairing_id = pairing;
	GOOD(f, ch_release_add(&f->c, &release, phrase, &f->err));
	return release.release_id;
}

static struct ch_release got(struct scheme_fixture *f, int64_t id)
{
	struct ch_release release;

	GOOD(f, ch_release_get(&f->c, id, &f->arena, &release, &f->err));
	return release;
}

static size_t told(struct scheme_fixture *f)
{
	const struct ch_report_query query = {.name = "achievements", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	return grid.row_count;
}

static void r64_an_achievement_is_told_only_with_a_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_MENTORING));
	const char *words;

	assert_int_equal(got(f, id).kind, CH_RELEASE_ACHIEVEMENT);
	assert_int_equal(told(f), 0);
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, true, CH_NO_HOW, CH_NO_DATE, "asked", &f->err));
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, NULL, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, "asked, and they agreed", &f->err));
	assert_int_equal(told(f), 1);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_string_equal(words, phrase);
	GOOD(f, ch_release_answer(&f->c, id, false, CH_HOW_SPOKEN, CH_NO_DATE, NULL, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_null(words);
	assert_false(scheme_try_sql(f, "INSERT INTO released_words VALUES (1, 'told all the same')"));
}

static void r64_an_answer_is_not_undone(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_MENTORING));
	struct ch_undone undone;

	GOOD(f, ch_release_answer(&f->c, id, false, CH_HOW_PAPER, CH_NO_DATE, NULL, &f->err));
	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(got(f, id).approved, CH_NO);
}

static void r60_an_item_goes_to_the_manager_only_with_a_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_COACHING));

	assert_int_equal(got(f, id).kind, CH_RELEASE_TO_MANAGER);
	assert_string_equal(got(f, id).recipient, "Bo Diaz");
	REFUSED(f, CH_DATA, ch_release_send(&f->c, id, &f->err));
	assert_false(scheme_try_sql(f, "UPDATE release SET state = 'released', released_on = noted_on"));
	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_EMAIL, CH_NO_DATE, "shown the words", &f->err));
	GOOD(f, ch_release_send(&f->c, id, &f->err));
	assert_int_equal(got(f, id).state, CH_RELEASE_IS_RELEASED);
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, false, CH_HOW_EMAIL, CH_NO_DATE, NULL, &f->err));
}

/* In coaching the words are for the manager: in no report and on no screen of the coordinator's. */
static void r59_coaching_is_in_no_report(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_COACHING));
	enum ch_text_state seen;
	const char *words;

	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_EMAIL, CH_NO_DATE, "shown the words", &f->err));
	GOOD(f, ch_release_send(&f->c, id, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_null(words);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_RELEASE, id, &f->arena, &words, &seen, &f->err));
	assert_int_equal(seen, CH_TEXT_WITHHELD);
}

static enum ch_status managers_word(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_manager_feedback feedback;

	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	return ch_manager_feedback_add(&f->c, &feedback, phrase, &f->err);
}

static void r60_the_manager_tells_the_coach(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	enum ch_text_state seen;
	const char *text;

	GOOD(f, managers_word(f, pairing));
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_MANAGER_FEEDBACK, 1, &f->arena, &text, &seen, &f->err));
	assert_int_equal(seen, CH_TEXT_WITHHELD);
	f->c.actor.person_id = 1;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_MANAGER_FEEDBACK, 1, &f->arena, &text, &seen, &f->err));
	assert_string_equal(text, phrase);
	f->c.actor.person_id = 0;
	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id = 2");
	assert_int_equal(managers_word(f, pairing), CH_DATA); /* R4: nothing is asked of a manager who coaches */
	assert_string_equal(f->err.rule, "R4");
}

static void r61_in_mentoring_the_manager_has_no_part(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING), id = noted(f, pairing);
	struct ch_person learner;

	assert_int_equal(managers_word(f, pairing), CH_DATA);
	assert_string_equal(f->err.rule, "R61");
	f->err = CH_NO_ERROR;
	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, "asked", &f->err));
	assert_int_equal(ch_release_send(&f->c, id, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R61");
	f->err = CH_NO_ERROR;
	f->c.actor.person_id = 1; /* the mentor is not shown who the manager is */
	GOOD(f, ch_person_get(&f->c, 2, &f->arena, &learner, &f->err));
	assert_int_equal(learner.manager_id, 0);
	assert_null(learner.manager_email);
	f->c.actor.person_id = 0;
	f->c.override_reason = "a joint plan that all three asked for";
	f->c.override_rules = "R61";
	GOOD(f, managers_word(f, pairing));
}

static void r53_introductions_are_counted_and_never_tell_to_whom(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_report_query query = {.name = "introductions", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_introduction introduction;
	struct ch_grid grid;

	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	introduction.pairing_id = pair(f, CH_KIND_MENTORING);
	GOOD(f, ch_introduction_add(&f->c, &introduction, phrase, &f->err));
	GOOD(f, ch_introduction_settle(&f->c, introduction.introduction_id, CH_OUTCOME_LED_ON, &f->err));
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[1], "1");
	assert_string_equal(grid.rows[0].cells[4], "1");
	introduction.introduced_on = ch_date_of(2099, 1, 1);
	REFUSED(f, CH_DATA, ch_introduction_add(&f->c, &introduction, NULL, &f->err));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r64_an_achievement_is_told_only_with_a_yes),
		TEST(r64_an_answer_is_not_undone),
		TEST(r60_an_item_goes_to_the_manager_only_with_a_yes),
		TEST(r59_coaching_is_in_no_report),
		TEST(r60_the_manager_tells_the_coach),
		TEST(r61_in_mentoring_the_manager_has_no_part),
		TEST(r53_introductions_are_counted_and_never_tell_to_whom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
