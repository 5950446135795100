/* The coordinator's contacts with each side: their schedule, and one that answers several needs (R13, R36, R74). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

/* Of a programme that asks for all there is; it begins today, 23 November 2026. */
static int64_t started_pair(struct scheme_fixture *f)
{
	int64_t guide = scheme_person(f, "Ada Lee", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, scheme_programme(f, "Trying", CH_KIND_MENTORING), guide, learner);

	scheme_start(f, pairing);
	return pairing;
}

static void contact(struct scheme_fixture *f, int64_t pairing, int side, const struct ch_contact_answers *answers)
{
	struct ch_checkin checkin;

	ch_record_start(ch_entity_of(CH_CHECKIN), &checkin);
	checkin.pairing_id = pairing;
	checkin.side = side;
	GOOD(f, ch_checkin_add(&f->c, &checkin, answers, &f->err));
}

static struct ch_findings found(struct scheme_fixture *f, const char *check)
{
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &(struct ch_check_query){.rule = check}, &f->arena, &findings, &f->err));
	return findings;
}

/* Whom the coordinator is to speak with, on that day; "" for nobody. */
static const char *due_on(struct scheme_fixture *f, const char *day)
{
	scheme_today(f, day);
	struct ch_findings findings = found(f, "contact-due");

	assert_int_equal(found(f, "contacts-due").count, findings.count > 0);
	if (findings.count == 0)
		return "";
	const char *says = findings.items[0].says;

	return ch_arena_printf(&f->arena, "%.*s", (int)(strstr(says, " is due") - says), says);
}

static void r36_contacts_are_due_twice_in_the_first_month_then_monthly(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f);

	assert_string_equal(due_on(f, "2026-12-07"), "");
	assert_string_equal(due_on(f, "2026-12-08"), "a word with Ada Lee, Ben Cho"); /* 15 days */
	contact(f, pairing, CH_SIDE_GUIDE, NULL);
	assert_string_equal(due_on(f, "2026-12-09"), "a word with Ben Cho");
	contact(f, pairing, CH_SIDE_LEARNER, NULL);
	assert_string_equal(due_on(f, "2026-12-22"), "");
	assert_string_equal(due_on(f, "2026-12-23"), "a word with Ada Lee"); /* the second of the first month */
	contact(f, pairing, CH_SIDE_GUIDE, NULL);
	assert_string_equal(due_on(f, "2026-12-24"), "a word with Ben Cho");
	contact(f, pairing, CH_SIDE_LEARNER, NULL);
	assert_string_equal(due_on(f, "2027-01-21"), "");
	assert_string_equal(due_on(f, "2027-01-22"), "a word with Ada Lee"); /* monthly from here on */
	contact(f, pairing, CH_SIDE_GUIDE, NULL);
	contact(f, pairing, CH_SIDE_LEARNER, NULL);
	assert_string_equal(due_on(f, "2027-02-20"), "");
	assert_string_equal(due_on(f, "2027-02-21"), "a word with Ada Lee, Ben Cho");
}

static void r36_nothing_is_due_while_paused_or_where_none_is_asked_for(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = started_pair(f);
	struct ch_settings settings;

	GOOD(f, ch_pairing_pause(&f->c, pairing, CH_NO_DATE, CH_NO_DATE, &f->err));
	assert_string_equal(due_on(f, "2027-02-01"), "");
	GOOD(f, ch_pairing_resume(&f->c, pairing, CH_NO_DATE, &f->err));
	assert_string_equal(due_on(f, "2027-03-02"), ""); /* 30 days after they went on */
	assert_string_equal(due_on(f, "2027-03-03"), "a word with Ada Lee, Ben Cho");
	GOOD(f, ch_settings_get(&f->c, scheme_get_pairing(f, pairing).programme_id, &f->arena, &settings, &f->err));
	settings.contact_every_days = 60;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_string_equal(due_on(f, "2027-04-01"), "");
	assert_string_equal(due_on(f, "2027-04-02"), "a word with Ada Lee, Ben Cho");
	GOOD(f, ch_settings_get(&f->c, settings.programme_id, &f->arena, &settings, &f->err));
	settings.contact_every_days = 0;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
	assert_string_equal(due_on(f, "2027-04-02"), "");
}

/* The list of pairings has the day, for the coordinator and not for the two, and can be narrowed by it. */
static void r36_pairings_to_be_in_contact_with_are_listed(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .filter = "contact_due_on<=today"};
	struct ch_grid grid;
	int64_t pairing = started_pair(f);

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 0);
	scheme_today(f, "2026-12-08");
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_int_equal(grid.rows[0].id, pairing);
	f->c.actor.person_id = scheme_get_pairing(f, pairing).guide_id;
	REFUSED(f, CH_DATA, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(found(f, "contact-due").count, 0);
	f->c.actor.person_id = 0;
}

/* One talk is the contact, the comfort check and the word that there is room; undone, it is none of them. */
static void one_contact_answers_all_that_is_due_and_is_undone_whole(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_contact_answers of_learner = {.fit = CH_FIT_COMFORTABLE, .quality = CH_UNKNOWN};
	const struct ch_contact_answers of_guide = {.quality = CH_UNKNOWN, .available = true};
	int64_t pairing = started_pair(f);
	int64_t guide = scheme_get_pairing(f, pairing).guide_id;
	struct ch_undone undone;
	struct ch_person person;

	scheme_sql(f, "UPDATE settings SET comfort_days = 15");
	scheme_today(f, "2026-12-08");
	GOOD(f, ch_person_get(&f->c, guide, &f->arena, &person, &f->err));
	person.confirmed_on = ch_date_from_iso("2025-01-01");
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	assert_int_equal(found(f, "comfort-check-due").count, 1);
	assert_int_equal(found(f, "places-not-confirmed").count, 1);
	contact(f, pairing, CH_SIDE_LEARNER, &of_learner);
	contact(f, pairing, CH_SIDE_GUIDE, &of_guide);
	assert_int_equal(found(f, "comfort-check-due").count, 0);
	assert_int_equal(found(f, "places-not-confirmed").count, 0);
	assert_string_equal(due_on(f, "2026-12-08"), "");

	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(due_on(f, "2026-12-08"), "a word with Ada Lee");
	assert_int_equal(found(f, "places-not-confirmed").count, 1);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(due_on(f, "2026-12-08"), "a word with Ada Lee, Ben Cho");
	assert_int_equal(found(f, "comfort-check-due").count, 1);
	GOOD(f, ch_redo(&f->c, &f->arena, &undone, &f->err));
	assert_int_equal(found(f, "comfort-check-due").count, 0);
	assert_string_equal(due_on(f, "2026-12-08"), "a word with Ada Lee");
}

/* The pulse counts in outcomes, so it stays; with it the contact. */
static void a_contact_with_a_pulse_satisfies_both_sides_and_stays(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_contact_answers pulse = {.quality = 4};
	int64_t pairing = started_pair(f);
	struct ch_undone undone;

	scheme_sql(f, "UPDATE settings SET pulse_first_days = 15");
	scheme_today(f, "2026-12-08");
	contact(f, pairing, CH_SIDE_GUIDE, &pulse);
	assert_int_equal(found(f, "pulse-due").count, 1);
	contact(f, pairing, CH_SIDE_LEARNER, &pulse);
	assert_int_equal(found(f, "pulse-due").count, 0);
	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(found(f, "contact-due").count, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r36_contacts_are_due_twice_in_the_first_month_then_monthly),
		TEST(r36_nothing_is_due_while_paused_or_where_none_is_asked_for),
		TEST(r36_pairings_to_be_in_contact_with_are_listed),
		TEST(one_contact_answers_all_that_is_due_and_is_undone_whole),
		TEST(a_contact_with_a_pulse_satisfies_both_sides_and_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
