/*
 * Lists as coordinators get them, brought in without a single option, and what
 * a sensible person expects of each.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum {
	MENTOR = 1 << CH_ROLE_MENTOR,
	MENTEE = 1 << CH_ROLE_MENTEE,
	COACH = 1 << CH_ROLE_COACH,
	COACHEE = 1 << CH_ROLE_COACHEE
};

/* Brings the list in; every row is somebody new, but for `same` that stand there twice. */
static struct ch_import_result bring_in(struct scheme_fixture *f, const char *name, int64_t people, int64_t same)
{
	struct ch_import_options options = {
		.path = ch_arena_printf(&f->arena, "tests/fixtures/rosters/%s", name),
	};
	struct ch_import_result r;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.read, people + same);
	assert_int_equal(r.created, people);
	assert_int_equal(r.same, same);
	assert_int_equal(r.changed + r.rejected + r.skipped, 0);
	return r;
}

static struct ch_person find(struct scheme_fixture *f, const char *email)
{
	struct ch_person person;
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, email, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

/* How many issues there are of one reason. */
static size_t count(const struct ch_import_result *r, const char *reason)
{
	size_t found = 0;

	for (size_t i = 0; i < r->issue_count; i++)
		found += strcmp(r->issues[i].reason, reason) == 0;
	return found;
}

static size_t count_role(struct scheme_fixture *f, int role)
{
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE, .limit = 1000};
	struct ch_grid grid;
	struct ch_person person;
	size_t found = 0;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++) {
		GOOD(f, ch_person_get(&f->c, grid.rows[i].id, &f->arena, &person, &f->err));
		found += person.roles == role;
	}
	return found;
}

static void assert_mapping(const struct ch_import_result *r, const char *fields)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < r->mapping_count; i++)
		ch_buffer_printf(&out, "%s%s", i > 0 ? " " : "", r->mapping[i].field ? r->mapping[i].field : "-");
	assert_string_equal(out.text, fields);
	ch_buffer_release(&out);
}

/* One person is on the sheet twice, one person has no address, a dozen give "3-4" hours. */
static void the_volunteer_centre(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "volunteer-centre-uk.csv", 39, 1);

	assert_string_equal(r.format, "csv");
	assert_string_equal(r.encoding, "UTF-8");
	assert_string_equal(r.delimiter, "comma");
	assert_string_equal(r.date_order, "dmy");
	assert_mapping(&r, "first_name last_name email phone roles offers seeks languages location hours_per_month "
			   "capacity start_date - notes");
	assert_int_equal(count(&r, "bad_hours"), 12);
	assert_int_equal(r.issue_count, 12);
	assert_int_equal(count_role(f, MENTOR), 15);
	assert_int_equal(count_role(f, MENTEE), 24);
	struct ch_person alison = find(f, "alison.abbott@example.org");
	assert_string_equal(alison.phone, "07700 900200");
	assert_string_equal(alison.offers, "Gardening; Interview practice");
	assert_int_equal(alison.start_date, ch_date_from_iso("2026-03-05"));
}

/* Windows-1252, decimal commas, days first, names with von and zu, keys with leading zeros. */
static void the_german_company(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "firma-mentoring-de.csv", 500, 0);

	assert_string_equal(r.encoding, "Windows-1252");
	assert_string_equal(r.delimiter, "semicolon");
	assert_string_equal(r.date_order, "dmy");
	assert_mapping(&r, "own_key last_name first_name email phone department job_title location roles offers seeks "
			   "languages capacity hours_per_month start_date manager_email notes");
	assert_int_equal(r.issue_count, count(&r, "same_name") + count(&r, "near_name"));
	assert_int_equal(count(&r, "near_name"), 6); /* Rößler and Drößler, with the same first name */
	assert_int_equal(count_role(f, MENTOR), 125);
	assert_int_equal(count_role(f, MENTEE), 375);
	struct ch_person monika = find(f, "monika.zollner@example.com");
	assert_string_equal(monika.name, "Monika Zöllner");
	assert_string_equal(monika.department, "Einkauf");
	assert_string_equal(monika.seeks, "Projektsteuerung; Führung");
	assert_string_equal(monika.languages, "Deutsch; Türkisch");
	assert_int_equal(monika.hours_per_month, 90);
	assert_int_equal(monika.start_date, ch_date_from_iso("2026-08-16"));
	assert_string_equal(monika.manager_email, "leitung.einkauf@example.com");
	struct ch_person otto = find(f, "otto.zuconradi@example.com");
	assert_string_equal(otto.last_name, "zu Conradi");
	assert_string_equal(find(f, "carsten.esslinger@example.com").notes, "Budget 300 €");
}

/* Questions for headings, a time stamp that is no start date, one person twice, "1-2" hours. */
static void the_form(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "google-forms-signup.csv", 35, 1);

	assert_mapping(&r, "- email name department roles offers seeks capacity hours_per_month notes -");
	assert_int_equal(count(&r, "bad_hours"), 11);
	assert_int_equal(r.issue_count, 11);
	struct ch_person hilary = find(f, "hilary.chukwu@example.org");
	assert_int_equal(hilary.roles, MENTOR | MENTEE);
	assert_string_equal(hilary.offers, "Career planning; Work-life balance");
	assert_int_equal(hilary.start_date, CH_NO_DATE);
}

/* A title, a remark and a blank row above the headings; real dates; some phone numbers that are numbers. */
static void the_workbook(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "leadership-coaching.xlsx", 25, 0);

	assert_string_equal(r.format, "xlsx");
	assert_string_equal(r.sheet, "Participants");
	assert_null(r.encoding);
	assert_null(r.delimiter);
	assert_int_equal(r.header_row, 4);
	assert_mapping(&r, "name email phone roles department job_title seeks capacity start_date manager_email");
	/* Four numbers have lost their first zero, which only a person can put back. */
	assert_int_equal(count(&r, "phone_zero"), 4);
	assert_int_equal(r.issue_count, 4);
	assert_int_equal(count_role(f, COACH), 7);
	assert_int_equal(count_role(f, COACHEE), 18);
	struct ch_person catrin = find(f, "catrin.jessop@example.com");
	assert_string_equal(catrin.phone, "07700 900300");
	assert_int_equal(catrin.start_date, ch_date_from_iso("2026-02-28"));
	assert_int_equal(catrin.capacity, 5);
	assert_string_equal(catrin.manager_email, "manager.retail@example.com");
	assert_string_equal(find(f, "hilary.murgatroyd@example.com").phone, "7700900301");
	assert_string_equal(find(f, "wayne.vickers@example.com").name, "Dr Wayne Vickers");
}

/* UTF-16 with tabs, names in many scripts, a yes/no column for each role. */
static void the_alumni(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "university-alumni.txt", 120, 0);

	assert_string_equal(r.encoding, "UTF-16");
	assert_string_equal(r.delimiter, "tab");
	assert_mapping(&r, "own_key name - email - - organisation job_title location - roles roles offers languages -");
	assert_int_equal(r.issue_count, count(&r, "same_name") + count(&r, "near_name"));
	assert_int_equal(count_role(f, MENTOR) + count_role(f, MENTEE), 120);
	assert_string_equal(find(f, "zofia.kwiatkowska@example.net").name, "Zofia Kwiatkowska");
	assert_string_equal(find(f, "yuki@example.net").name, "Yuki 田中");
	assert_string_equal(find(f, "omar@example.net").name, "Omar الشامي");
	assert_string_equal(find(f, "aoife.nibhriain@example.net").name, "Aoife Ní Bhriain");
}

/* The role stands only among the categories; Mrs is a title, not a job. */
static void the_contacts(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "outlook-contacts.csv", 20, 0);

	assert_mapping(&r,
		       "- first_name - last_name - organisation department job_title phone phone email - roles notes");
	assert_int_equal(r.issue_count, 0);
	assert_int_equal(count_role(f, MENTOR), 10);
	assert_int_equal(count_role(f, MENTEE), 10);
	struct ch_person wayne = find(f, "wayne.entwistle@example.org");
	assert_string_equal(wayne.name, "Wayne Entwistle");
	assert_string_equal(wayne.job_title, "Surveyor");
	assert_string_equal(wayne.organisation, "Millbrook Housing");
	assert_string_equal(wayne.phone, "01632 960006");
}

/* Headings in two languages at once. */
static void the_welsh_workbook(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = bring_in(f, "mentora-cymru.ods", 30, 0);

	assert_string_equal(r.format, "ods");
	assert_mapping(&r, "first_name last_name email phone roles organisation offers seeks languages location "
			   "hours_per_month notes");
	assert_int_equal(r.issue_count, 0);
	assert_int_equal(count_role(f, MENTOR), 10);
	assert_int_equal(count_role(f, MENTEE), 20);
	struct ch_person aled = find(f, "aled.apdafydd@example.org");
	assert_string_equal(aled.last_name, "ap Dafydd");
	assert_string_equal(aled.phone, "07700 900700");
	assert_string_equal(aled.offers, "Arweinyddiaeth; Cyllid");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(the_volunteer_centre), WITH_SCHEME(the_german_company), WITH_SCHEME(the_form),
		WITH_SCHEME(the_workbook),	   WITH_SCHEME(the_alumni),	    WITH_SCHEME(the_contacts),
		WITH_SCHEME(the_welsh_workbook),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
