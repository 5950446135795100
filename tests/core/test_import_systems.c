/*
 * Lists as forms, address books, ticket shops and personnel systems give them,
 * and as people make them by hand, without a single option; and what a
 * sensible person expects of each.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

/* Brings the list in: so many people are new, so many rows do not come in. */
static struct ch_import_result bring_in(struct scheme_fixture *f, const char *name, int64_t people, int64_t rejected)
{
	struct ch_import_options options = {
		.path = ch_arena_printf(&f->arena, "tests/fixtures/rosters/%s", name),
	};
	struct ch_import_result r;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.created, people);
	assert_int_equal(r.rejected, rejected);
	assert_int_equal(r.read, people + rejected + r.skipped);
	return r;
}

static struct ch_person find(struct scheme_fixture *f, const char *who)
{
	struct ch_person person;
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static void assert_mapping(const struct ch_import_result *r, const char *fields)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < r->mapping_count; i++)
		ch_buffer_printf(&out, "%s%s", i > 0 ? " " : "", r->mapping[i].code[0] ? r->mapping[i].code : "-");
	assert_string_equal(out.text, fields);
	ch_buffer_release(&out);
}

/* How many lines say something with these words in it. */
static size_t count_told(const struct ch_import_result *r, const char *words)
{
	size_t found = 0;

	for (size_t i = 0; i < r->notice_count; i++)
		found += strstr(r->notices[i], words) != NULL;
	return found;
}

/* Salesforce: its own id, columns that somebody added ("__c") of ones and noughts, and five lines about the report. */
static void a_report_of_a_system(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "salesforce-report.csv", 4, 0);

	assert_mapping(&r, "own_key - first_name last_name job_title organisation email phone phone location - "
			   "is_mentor is_mentee -");
	assert_int_equal(r.issue_count, 0);
	assert_int_equal(count_told(&r, "is about no person and is passed over"), 5);
	struct ch_person lam = find(f, "chiwai.lam@example.org");
	assert_int_equal(lam.roles, MENTOR | MENTEE);
	assert_string_equal(lam.job_title, "Trustee");
	assert_string_equal(find(f, "ben.null@example.org").name, "Ben Null");
	assert_string_equal(find(f, "ben.null@example.org").phone, "07700 900102");
}

/* Microsoft Forms without signing in: its own Name is empty and its Email "anonymous"; the questions have both. */
static void a_form_without_signing_in(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "microsoft-forms.xlsx", 3, 0);

	assert_mapping(&r, "own_key - - - - - name email roles offers seeks capacity hours_per_month start_date -");
	assert_int_equal(r.issue_count, 0);
	struct ch_person rhys = find(f, "rhys@example.org");
	assert_string_equal(rhys.name, "Rhys ap Gruffydd");
	assert_string_equal(rhys.offers, "Careers; Leadership");
	assert_int_equal(rhys.roles, MENTOR);
	assert_int_equal(rhys.start_date, ch_date_from_iso("2026-12-01"));
	assert_int_equal(find(f, "jm.nunez@example.org").hours_per_month, 180); /* "about 3" */
}

/* "Quel est votre nom ?" is the surname beside "Quel est votre prénom ?". */
static void a_french_form(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "google-forms-fr.csv", 3, 0);

	assert_mapping(&r, "- email last_name first_name department roles offers seeks capacity hours_per_month "
			   "start_date -");
	assert_int_equal(r.issue_count, 0);
	struct ch_person zoe = find(f, "zoe.lefevre@example.org");
	assert_string_equal(zoe.name, "Zoé Lefèvre");
	assert_int_equal(zoe.hours_per_month, 90);
	assert_int_equal(zoe.capacity, 2);
	assert_int_equal(find(f, "ines@example.org").roles, MENTOR | MENTEE);
}

/* A parent's address is not the young person's. */
static void young_people_and_their_parents(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "youth-mentoring.csv", 2, 0);

	assert_mapping(&r, "name - - department - - - - - - - -");
	assert_int_equal(count_told(&r, "it is about somebody else"), 3);
	struct ch_person kai = find(f, "Kai Brown");
	assert_null(kai.email);
	assert_null(kai.phone);
}

#define LIST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		LIST(a_report_of_a_system),
		LIST(a_form_without_signing_in),
		LIST(a_french_form),
		LIST(young_people_and_their_parents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
