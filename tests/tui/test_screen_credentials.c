/* Training and checks of everybody: what runs out first is on top; filtered, changed, written to a file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static void record(struct scheme *s, int64_t person_id, int kind, const char *name, const char *given,
		   const char *expires)
{
	struct ch_credential credential;

	ch_record_start(ch_entity_of(CH_CREDENTIAL), &credential);
	credential.person_id = person_id;
	credential.kind = kind;
	credential.name = name;
	credential.awarded_on = ch_date_from_iso(given);
	if (expires != NULL)
		credential.expires_on = ch_date_from_iso(expires);
	GOOD(s, ch_part_add(&s->c, CH_CREDENTIAL, &credential, &s->err));
}

/* By the key in the list of people. */
static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	record(s, s->wen, CH_CREDENTIAL_TRAINING, "Induction", "2024-02-01", NULL);
	record(s, s->rosa, CH_CREDENTIAL_CHECK, "DBS", "2023-12-10", "2026-12-10");
	record(s, s->wen, CH_CREDENTIAL_CHECK, "DBS", "2023-01-10", "2026-01-10");
	record(s, s->rosa, CH_CREDENTIAL_TRAINING, "First aid", "2026-02-01", "2029-02-01");
	scheme_show(s, "People", people_open);
	scheme_keys(s, "v");
	return s;
}

static void what_runs_out_first_is_on_top(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Training and checks | 4");
	SHOWS(s, "> ! Wen Patel");
	assert_non_null(strstr(scheme_row(s, "10 Dec"), "~ Rosa Vega"));
	assert_non_null(strstr(scheme_row(s, "First aid"), "+ Rosa Vega"));
	assert_non_null(strstr(scheme_row(s, "Induction"), ". Wen Patel"));
	scheme_keys(s, "Enter");
	SHOWS(s, "Wen Patel");
	scheme_keys(s, "q");
	SHOWS(s, "Training and checks | 4");
}

/* A day that is odd is pointed out here as in the form of one person. */
static void an_odd_day_is_pointed_out(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "e Tab Tab Tab Tab Ctrl-U");
	scheme_type(s, "2026-12-24");
	scheme_keys(s, "Tab Ctrl-U Ctrl-S");
	SHOWS(s, "It is saved, but ");
	SHOWS(s, "is a day to come");
}

static void it_is_filtered_and_changed(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "kind:check");
	scheme_keys(s, "Enter");
	SHOWS(s, "2 of 4");
	scheme_keys(s, "e");
	SHOWS(s, "2023-01-10");
	scheme_keys(s, "Tab Tab Tab Tab Tab Ctrl-U");
	scheme_type(s, "2027-01-10");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is saved");
	assert_non_null(strstr(scheme_row(s, "10 Jan"), "~ Wen Patel"));
}

/* As from Today: what it is stands there, so that the day is what is typed first. */
static void a_missing_check_begins_with_its_day(void **state)
{
	struct scheme *s = shown(state);

	parts_add_credential(&s->app, s->wen, "check", "DBS");
	scheme_type(s, "3 nov 2026");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is added");
	assert_true(strncmp(scheme_row(s, "3 Nov"), ">", 1) == 0); /* the new one, not the one that ran out */
	assert_non_null(strstr(scheme_row(s, "3 Nov"), "DBS"));
}

/* The red alarm is not cleared by a check without a day: the form asks for it, and nothing is written. */
static void r78_a_check_without_a_day_is_not_added(void **state)
{
	struct scheme *s = shown(state);

	parts_add_credential(&s->app, s->wen, "check", "Police check");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "a check needs its day");
	scheme_type(s, "3 nov 2026");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is added");
	assert_non_null(strstr(scheme_row(s, "3 Nov"), "Police check"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(an_odd_day_is_pointed_out, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_runs_out_first_is_on_top, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(it_is_filtered_and_changed, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_missing_check_begins_with_its_day, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r78_a_check_without_a_day_is_not_added, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
