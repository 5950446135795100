/* What goes out of a pairing: its referrals step by step, and what the coordinator is shown of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static void open_pairing(struct scheme *s)
{
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
}

static void r62_a_referral_goes_step_by_step(void **state)
{
	struct scheme *s = *state;

	open_pairing(s);
	scheme_keys(s, "X");
	SHOWS(s, "None. a raises what is outside the remit of the two.");
	SHOWS(s, "anything a counsellor or");
	/* What it is about is the pair's: a coordinator raises it, and is not asked. */
	scheme_keys(s, "a");
	HIDES(s, "About");
	scheme_keys(s, "F2");
	SHOWS(s, "raised");
	HIDES(s, "zzyzx");
	scheme_keys(s, "Enter F2");
	SHOWS(s, "This is needed");
	scheme_keys(s, "a Tab b F2");
	SHOWS(s, "discussed");
	SHOWS(s, "D:they say no");
	scheme_keys(s, "Enter F2");
	SHOWS(s, "Still needed: How");
	scheme_keys(s, "Esc");
}

static void it_fits_a_small_window(void **state)
{
	struct scheme *s = *state;

	open_pairing(s);
	scheme_keys(s, "X a F2");
	SHOWS_AT(s, 40, 10, "raised");
}

static void r61_introductions_are_offered_to_mentors_and_no_manager(void **state)
{
	struct scheme *s = *state;

	open_pairing(s);
	scheme_keys(s, "M");
	SHOWS(s, "what the line manager tells the coach"); /* R61: recorded only with a reason, as below */
	scheme_keys(s, "q i");
	SHOWS(s, "None. a records that the mentor opened a door to somebody.");
	/* That it was done is a coordinator's to record, what it was is the two's. */
	scheme_keys(s, "a F2");
	HIDES(s, "None. a records");
}

/* Between mentor and mentee there is no manager, but for a reason that is kept. */
static void r61_a_managers_word_in_mentoring_asks_for_a_reason(void **state)
{
	struct scheme *s = *state;
	const struct ch_list_query query = {.list = CH_LIST_OVERRIDES};
	struct ch_grid overrides;

	open_pairing(s);
	scheme_keys(s, "M a a Tab");
	scheme_type(s, "Delegating");
	scheme_keys(s, "F2");
	SHOWS(s, "(R61)");
	SHOWS(s, "> All the same");
	scheme_type(s, "she asked for it");
	scheme_keys(s, "F2");
	HIDES(s, "All the same");
	GOOD(s, ch_list_fetch(&s->c, &query, &s->arena, &overrides, &s->err));
	assert_int_equal(overrides.row_count, 1);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

static void r51_an_assessment_is_corrected_and_taken_away(void **state)
{
	struct scheme *s = *state;

	open_pairing(s);
	scheme_keys(s, ":");
	scheme_type(s, "assessments");
	scheme_keys(s, "Enter a");
	scheme_type(s, "Wheel of live");
	scheme_keys(s, "F2");
	SHOWS(s, "Wheel of live");
	scheme_keys(s, "e");
	SHOWS(s, "Correct the assessment");
	SHOWS(s, "23 Nov");
	HIDES(s, "Came of it");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Wheel of life");
	scheme_keys(s, "F2");
	SHOWS(s, "Wheel of life");
	SHOWS(s, "The assessment is corrected");
	scheme_keys(s, "d");
	SHOWS(s, "what came of it for good");
	scheme_keys(s, "n");
	SHOWS(s, "Wheel of life");
	scheme_keys(s, "d y");
	HIDES(s, "Wheel of life");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r61_a_managers_word_in_mentoring_asks_for_a_reason),
		cmocka_unit_test_setup_teardown(r51_an_assessment_is_corrected_and_taken_away, scheme_setup,
						scheme_teardown),
		WITH_SCHEME(r62_a_referral_goes_step_by_step),
		WITH_SCHEME(it_fits_a_small_window),
		WITH_SCHEME(r61_introductions_are_offered_to_mentors_and_no_manager),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
