/*
 * Days that cannot be: what is given as a fact and lies ahead, an end before its beginning. Each is refused at the
 * field that it stands in, and the day that is still possible is taken. What is planned may lie ahead, and counts from
 * its day on.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static const char today[] = "2026-11-23", tomorrow[] = "2026-11-24";

static int64_t coaching_pair(struct scheme_fixture *f)
{
	int64_t guide = scheme_person(f, "Ada Lee", NULL, 1 << CH_ROLE_COACH, "finance", NULL, 5);
	int64_t learner = scheme_person(f, "Ben Cho", NULL, 1 << CH_ROLE_COACHEE, NULL, "finance", CH_UNKNOWN);

	return scheme_pairing(f, scheme_programme(f, "Up", CH_KIND_COACHING), guide, learner);
}

static void refused_at(struct scheme_fixture *f, const char *field, enum ch_status status)
{
	assert_int_equal(status, CH_DATA);
	assert_string_equal(f->err.field, field);
	assert_int_not_equal(strlen(f->err.fix), 0);
	f->err = CH_NO_ERROR;
}

static enum ch_status save_person(struct scheme_fixture *f, const char *key, const char *value)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, 1, &f->arena, &person, &f->err));
	GOOD(f, ch_field_set(ch_field_named(ch_entity_of(CH_PERSON), key), &person, value, CH_NO_DATE, &f->arena,
			     &f->err));
	return ch_person_set(&f->c, &person, &f->err);
}

static void of_a_person(void **state)
{
	struct scheme_fixture *f = *state;

	scheme_person(f, "Ada Lee", NULL, 1 << CH_ROLE_MENTOR, "finance", NULL, 5);
	refused_at(f, "confirmed_on", save_person(f, "confirmed_on", tomorrow));
	GOOD(f, save_person(f, "confirmed_on", today));
	GOOD(f, save_person(f, "start_date", "2026-05-05"));
	refused_at(f, "left_on", save_person(f, "left_on", "2026-05-04"));
	GOOD(f, save_person(f, "left_on", "2026-05-05"));
}

static void of_an_agreement(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = coaching_pair(f);
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, pairing, &f->arena, &agreement, &f->err));
	agreement.aims_shared_on = ch_date_from_iso(tomorrow);
	refused_at(f, "aims_shared_on", ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
	agreement.aims_shared_on = ch_date_from_iso(today);
	GOOD(f, ch_pairing_agree(&f->c, pairing, &agreement, NULL, &f->err));
}

/* The session may lie ahead; that it was cancelled does not. */
static void of_a_cancelled_session(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = coaching_pair(f);
	session.session_date = ch_date_from_iso("2026-12-01");
	session.cancelled_by = CH_BY_LEARNER;
	session.cancelled_on = ch_date_from_iso(tomorrow);
	refused_at(f, "cancelled_on", ch_session_cancel(&f->c, &session, false, &f->err));
	session.cancelled_on = ch_date_from_iso(today);
	GOOD(f, ch_session_cancel(&f->c, &session, false, &f->err));
}

/* What was called off lies ahead still, and is corrected as any other; what took place does not. */
static void of_a_session_that_is_corrected(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = coaching_pair(f);
	session.session_date = ch_date_from_iso("2026-12-01");
	session.cancelled_by = CH_BY_LEARNER;
	GOOD(f, ch_session_cancel(&f->c, &session, false, &f->err));
	GOOD(f, ch_session_get(&f->c, session.session_id, &f->arena, &session, &f->err));
	session.cancelled_by = CH_BY_GUIDE;
	GOOD(f, ch_session_set(&f->c, &session, &f->err));
	session.cancelled_on = ch_date_from_iso(tomorrow);
	refused_at(f, "cancelled_on", ch_session_set(&f->c, &session, &f->err));

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = 1;
	struct ch_session_logged logged;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	session.session_date = ch_date_from_iso(tomorrow);
	refused_at(f, "session_date", ch_session_set(&f->c, &session, &f->err));
}

/* When the two were paired is a fact, the first time and when they take up again; and one time follows the other. */
static void of_a_pairing(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_closure closure = {.on = ch_date_of(2026, 11, 20),
					   .kind = CH_CLOSURE_NEVER_STARTED,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_MUTUAL};
	int64_t id = coaching_pair(f);
	struct ch_pairing pairing, other = scheme_get_pairing(f, id);
	struct ch_spell spell;

	scheme_sql(f, "UPDATE pairing SET made_on = '2026-11-02'; UPDATE spell SET made_on = '2026-11-02'");
	GOOD(f, ch_pairing_close(&f->c, id, &closure, &f->err));
	refused_at(f, "made_on", ch_pairing_reopen(&f->c, id, ch_date_from_iso(tomorrow), &f->err));
	refused_at(f, "made_on", ch_pairing_reopen(&f->c, id, ch_date_of(2026, 11, 19), &f->err));
	GOOD(f, ch_pairing_reopen(&f->c, id, ch_date_of(2026, 11, 20), &f->err));
	pairing = scheme_get_pairing(f, id);
	GOOD(f, ch_spell_get(&f->c, pairing.spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.made_on, ch_date_of(2026, 11, 20));

	other.learner_id = scheme_person(f, "Cy Bo", NULL, 1 << CH_ROLE_COACHEE, NULL, "finance", CH_UNKNOWN);
	scheme_ready(f, other.programme_id, other.learner_id);
	other.made_on = ch_date_from_iso(tomorrow);
	refused_at(f, "made_on", ch_pairing_add(&f->c, &other, &f->err));
	other.made_on = ch_date_from_iso(today);
	GOOD(f, ch_pairing_add(&f->c, &other, &f->err));
}

static void of_a_report(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_report_query query = {
		.name = "measures", .from = ch_date_of(2026, 5, 2), .to = ch_date_of(2026, 5, 1)};
	struct ch_page page;
	struct ch_grid grid;

	assert_int_equal(ch_report_run(&f->c, &query, &f->arena, &grid, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "the period ends before it begins"));
	f->err = CH_NO_ERROR;
	assert_int_equal(ch_page_run(&f->c, &query, &f->arena, &page, &f->err), CH_DATA);
	f->err = CH_NO_ERROR;
	query.to = query.from;
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
}

/* In percent of the interval as in days: nobody is silent before they are quiet. */
static void of_settings_in_percent(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_settings settings;
	int64_t programme = scheme_programme(f, "Up", CH_KIND_COACHING);

	GOOD(f, ch_settings_get(&f->c, programme, &f->arena, &settings, &f->err));
	settings.quiet_percent = settings.silent_percent + 1;
	refused_at(f, "silent_percent", ch_settings_set(&f->c, &settings, &f->err));
	settings.quiet_percent = settings.silent_percent;
	GOOD(f, ch_settings_set(&f->c, &settings, &f->err));
}

static int64_t credential(struct scheme_fixture *f, int kind, const char *name, const char *awarded)
{
	struct ch_credential made;

	ch_record_start(ch_entity_of(CH_CREDENTIAL), &made);
	made.person_id = 1;
	made.kind = kind;
	made.name = name;
	made.awarded_on = ch_date_from_iso(awarded);
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &made, &f->err));
	return made.credential_id;
}

static bool is_found(struct scheme_fixture *f, const char *check)
{
	const struct ch_check_query query = {.rule = check};
	struct ch_findings findings;

	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	return findings.count > 0;
}

/* A course or a check that is booked is recorded, and lets nobody begin before its day. */
static void r8_r78_what_is_awarded_tomorrow_counts_from_then_on(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_requirement required;
	int64_t pairing = coaching_pair(f);

	ch_record_start(ch_entity_of(CH_REQUIREMENT), &required);
	required.programme_id = scheme_get_pairing(f, pairing).programme_id;
	required.name = "DBS";
	required.valid_months = 36;
	GOOD(f, ch_part_add(&f->c, CH_REQUIREMENT, &required, &f->err));
	scheme_sql(f, "UPDATE person SET origin = 'internal' WHERE person_id = 1");
	credential(f, CH_CREDENTIAL_TRAINING, "Coaching skills", tomorrow);
	credential(f, CH_CREDENTIAL_CHECK, "DBS", tomorrow);
	assert_true(is_found(f, "guide-without-training"));
	assert_true(is_found(f, "required-check-missing"));
	scheme_sql(f, "UPDATE person SET origin = 'external' WHERE person_id = 1");
	assert_true(is_found(f, "coach-without-qualification"));
	scheme_today(f, tomorrow);
	assert_false(is_found(f, "coach-without-qualification"));
	assert_false(is_found(f, "required-check-missing"));
	scheme_sql(f, "UPDATE person SET origin = 'internal' WHERE person_id = 1");
	assert_false(is_found(f, "guide-without-training"));
}

/* A year that was mistyped: 1926 is nobody's; one of 1995 may be, and is said back. */
static void a_certificate_of_long_ago_is_queried(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_credential check;
	struct ch_error doubt;

	coaching_pair(f);
	ch_record_start(ch_entity_of(CH_CREDENTIAL), &check);
	check.person_id = 1;
	check.kind = CH_CREDENTIAL_CHECK;
	check.name = "DBS";
	check.awarded_on = ch_date_from_iso("1926-03-05");
	refused_at(f, "awarded_on", ch_part_add(&f->c, CH_CREDENTIAL, &check, &f->err));
	check.awarded_on = ch_date_from_iso("1995-03-05");
	GOOD(f, ch_part_add(&f->c, CH_CREDENTIAL, &check, &f->err));
	ch_part_doubt(&f->c, CH_CREDENTIAL, &check, &doubt);
	assert_string_equal(doubt.message, "5 March 1995 is 31 years ago");
	check.awarded_on = ch_date_from_iso("1926-03-05");
	refused_at(f, "awarded_on", ch_part_set(&f->c, CH_CREDENTIAL, &check, &f->err));
	check.awarded_on = ch_date_from_iso("2024-03-05");
	ch_part_doubt(&f->c, CH_CREDENTIAL, &check, &doubt);
	assert_int_equal(doubt.status, CH_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

/* Typed, it is asked for its day; a list may have one without: then the finding stays, for years. */
static void r78_a_check_without_a_day_satisfies_no_requirement(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_requirement required;
	struct ch_credential check;
	int64_t pairing = coaching_pair(f);

	ch_record_start(ch_entity_of(CH_REQUIREMENT), &required);
	required.programme_id = scheme_get_pairing(f, pairing).programme_id;
	required.name = "DBS";
	GOOD(f, ch_part_add(&f->c, CH_REQUIREMENT, &required, &f->err));
	ch_record_start(ch_entity_of(CH_CREDENTIAL), &check);
	check.person_id = 1;
	check.kind = CH_CREDENTIAL_CHECK;
	check.name = "DBS";
	refused_at(f, "awarded_on", ch_part_add(&f->c, CH_CREDENTIAL, &check, &f->err));
	scheme_sql(f, "INSERT INTO credential (row_version, person_id, kind, name) VALUES (1, 1, 'check', 'DBS')");
	assert_true(is_found(f, "required-check-missing"));
	scheme_today(f, "2029-02-01");
	assert_true(is_found(f, "required-check-missing"));
	int64_t dated = credential(f, CH_CREDENTIAL_CHECK, "DBS", "2026-01-05");
	assert_false(is_found(f, "required-check-missing"));
	GOOD(f, ch_part_get(&f->c, CH_CREDENTIAL, dated, &f->arena, &check, &f->err));
	check.awarded_on = CH_NO_DATE;
	refused_at(f, "awarded_on", ch_part_set(&f->c, CH_CREDENTIAL, &check, &f->err));
	/* Training is otherwise: that somebody did the course is known. */
	scheme_sql(f, "UPDATE credential SET kind = 'training', awarded_on = NULL");
	assert_false(is_found(f, "required-check-missing"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(of_a_person),
		TEST(of_an_agreement),
		TEST(of_a_cancelled_session),
		TEST(of_a_session_that_is_corrected),
		TEST(of_a_pairing),
		TEST(of_a_report),
		TEST(of_settings_in_percent),
		TEST(r8_r78_what_is_awarded_tomorrow_counts_from_then_on),
		TEST(a_certificate_of_long_ago_is_queried),
		TEST(r78_a_check_without_a_day_satisfies_no_requirement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
