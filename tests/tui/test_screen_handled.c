/* Snoozing, assigning and acknowledging on Today, and the list of what is put off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/coordinator.h"
#include "scheme.h"
#include "tui/screens/screens.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	return s;
}

/* Types over what the prompt offers. */
static void answer(struct scheme *s, const char *text)
{
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, text);
	scheme_keys(s, "Enter");
}

static void a_snoozed_finding_leaves_the_list(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "> ~ Never started");
	scheme_keys(s, "z");
	SHOWS(s, "Snooze until: +1w");
	SHOWS(s, "= Mon 30 Nov");
	scheme_type(s, "4 dec"); /* the first letter takes the place of what is suggested */
	SHOWS(s, "Snooze until: 4 dec");
	scheme_keys(s, "Enter");
	SHOWS(s, "Never started: snoozed until Fri 4 Dec");
	SHOWS(s, "NEEDS YOU (3), 1 snoozed");
	HIDES(s, "> ~ Never started");
}

static void a_day_that_is_none_keeps_the_prompt(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "z");
	answer(s, "yesterday");
	SHOWS(s, "Snooze until: yesterday");
	SHOWS(s, "is not after today");
	scheme_keys(s, "Esc");
	SHOWS(s, "NEEDS YOU (4)");
}

/* Wen, who is a mentor of others, may be given it once she is a coordinator; before, it is refused with the reason. */
static void who_sees_to_it_is_shown(void **state)
{
	struct scheme *s = shown(state);
	struct ch_coordinator wen;

	scheme_keys(s, "A");
	answer(s, "wen");
	SHOWS(s, "Wen Patel is a mentor, and this is not on their own list");
	scheme_keys(s, "Esc");
	ch_record_start(ch_entity_of(CH_COORDINATOR), &wen);
	wen.name = "Wen Patel";
	GOOD(s, ch_coordinator_add(&s->c, &wen, "", &s->err));
	scheme_keys(s, "A");
	scheme_type(s, "wen");
	scheme_keys(s, "Tab");
	SHOWS(s, "Who sees to it: Wen Patel");
	scheme_keys(s, "Enter");
	SHOWS(s, "Never started: given to Wen Patel");
	SHOWS(s, "Wen Patel sees to it."); /* below; there is no room for a column */
	scheme_dump(s, 140, 45);
	assert_non_null(strstr(scheme_row(s, "> ~ Never started"), "Wen Patel"));
	scheme_dump(s, 80, 24);
	scheme_keys(s, "A");
	answer(s, "");
	SHOWS(s, "given to nobody in particular");
	assert_null(strstr(scheme_row(s, "> ~ Never started"), "Wen Patel"));
}

static void acknowledging_asks_until_when_and_why(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "x");
	scheme_type(s, "acknowledge");
	scheme_keys(s, "Enter");
	SHOWS(s, "Acknowledge until:");
	answer(s, "31 jan");
	SHOWS(s, "Why it is all right:");
	scheme_keys(s, "Enter");
	SHOWS(s, "why it is all right is not said");
	scheme_type(s, "away");
	scheme_keys(s, "Enter");
	SHOWS(s, "Never started: acknowledged until 31 Jan 2027");
	HIDES(s, "> ~ Never started");
}

static void what_is_put_off_is_listed_and_comes_back(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "z Enter x");
	scheme_type(s, "snoozed");
	scheme_keys(s, "Enter");
	SHOWS(s, "Snoozed and assigned");
	SHOWS(s, "Never started; snoozed until Mon 30 Nov");
	SHOWS_AT(s, 40, 10, "Never started");
	scheme_keys(s, "d");
	SHOWS(s, "Never started: back on the list, and nobody's");
	scheme_keys(s, "j");
	SHOWS(s, "No finding is snoozed, assigned or");
	scheme_keys(s, "q");
	SHOWS(s, "NEEDS YOU (4)");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_snoozed_finding_leaves_the_list),
		TEST(a_day_that_is_none_keeps_the_prompt),
		TEST(who_sees_to_it_is_shown),
		TEST(acknowledging_asks_until_when_and_why),
		TEST(what_is_put_off_is_listed_and_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
