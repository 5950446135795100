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
	SHOWS(s, "it is not said how the learner gave this answer");
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
	HIDES(s, "the line manager");
	scheme_keys(s, "i");
	SHOWS(s, "None. a records that the mentor opened a door to somebody.");
	/* That it was done is a coordinator's to record, what it was is the two's. */
	scheme_keys(s, "a F2");
	HIDES(s, "None. a records");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r62_a_referral_goes_step_by_step),
		WITH_SCHEME(it_fits_a_small_window),
		WITH_SCHEME(r61_introductions_are_offered_to_mentors_and_no_manager),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
