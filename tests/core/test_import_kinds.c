/*
 * Importing enrolments, credentials and actions: who is meant, what is made of
 * a row, what is said of one that cannot be, and taking it back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

/* A mentoring programme, Ann who guides, Bo who learns, and Cai who may do both. */
struct cast {
	int64_t programme_id, ann, bo, cai;
};

static struct cast cast_of(struct scheme_fixture *f)
{
	struct cast cast = {.programme_id = scheme_programme(f, "Back to Work", CH_KIND_MENTORING)};

	cast.ann = scheme_person(f, "Ann Lee", "ann@example.org", MENTOR, "finance", NULL, 3);
	cast.bo = scheme_person(f, "Bo Vega", "bo@example.org", MENTEE, NULL, "finance", CH_UNKNOWN);
	cast.cai = scheme_person(f, "Cai Yu", NULL, MENTOR | MENTEE, NULL, "finance", CH_UNKNOWN);
	return cast;
}

static struct ch_import_result import_text(struct scheme_fixture *f, enum ch_import_kind kind, const char *text,
					   enum ch_status expected)
{
	struct ch_import_options options = {.kind = kind};
	struct ch_import_result result;

	options.path = temp_dir_write(f->dir, "list.csv", text);
	f->err = CH_NO_ERROR;
	enum ch_status status = ch_import(&f->c, &options, &f->arena, &result, &f->err);
	if (status != expected)
		print_error("%s\n", f->err.message);
	assert_int_equal(status, expected);
	f->err = CH_NO_ERROR;
	return result;
}

static void assert_counts(const struct ch_import_result *r, int64_t created, int64_t changed, int64_t same,
			  int64_t rejected)
{
	assert_int_equal(r->created, created);
	assert_int_equal(r->changed, changed);
	assert_int_equal(r->same, same);
	assert_int_equal(r->rejected, rejected);
	assert_int_equal(r->read, created + changed + same + rejected + r->skipped);
}

static bool says(const struct ch_import_result *r, int64_t row, const char *part)
{
	for (size_t i = 0; i < r->issue_count; i++)
		if (r->issues[i].row == row && strstr(r->issues[i].message, part) != NULL)
			return true;
	for (size_t i = 0; i < r->issue_count; i++)
		print_error("row %lld: %s\n", (long long)r->issues[i].row, r->issues[i].message);
	return false;
}

static struct ch_import_undone undo(struct scheme_fixture *f, int64_t batch)
{
	struct ch_import_undone undone;

	GOOD(f, ch_import_undo(&f->c, batch, &f->arena, &undone, &f->err));
	return undone;
}

static struct ch_enrolment enrolment(struct scheme_fixture *f, int64_t id)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, id, &f->arena, &enrolment, &f->err));
	return enrolment;
}

static void r15_enrolments_come_in_with_what_was_answered(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_ENROLMENTS,
			"Name,Email,Programme,Role,Date applied,Places,Clear aim,Has the time\n"
			"Ann Lee,ann@example.org,Back to Work,,2026-02-01,2,,\n"
			",bo@example.org,Back to Work,Mentee,2026-02-02,,yes,yes\n"
			"Cai Yu,,Back to Work,Mentorin,2026-02-03,1,,\n",
			CH_OK);
	assert_counts(&r, 3, 0, 0, 0);
	assert_int_equal(enrolment(f, 1).role, CH_ROLE_MENTOR);
	assert_int_equal(enrolment(f, 1).capacity, 2);
	assert_int_equal(enrolment(f, 1).applied_on, ch_date_from_iso("2026-02-01"));
	assert_int_equal(enrolment(f, 2).state, CH_ENROLMENT_READY);
	assert_int_equal(enrolment(f, 3).role, CH_ROLE_MENTOR);
	r = import_text(f, CH_IMPORT_ENROLMENTS, "Email,Role,State,Has the time\nbo@example.org,mentee,paused,no\n",
			CH_OK);
	assert_counts(&r, 0, 1, 0, 0);
	assert_int_equal(enrolment(f, 2).state, CH_ENROLMENT_PAUSED);
	assert_int_equal(enrolment(f, 2).applied_on, ch_date_from_iso("2026-02-02"));
	assert_int_equal(undo(f, r.batch).restored, 1);
	assert_int_equal(enrolment(f, 2).state, CH_ENROLMENT_READY);
	/* What a later import did to Bo's, and took back, is no touch. */
	struct ch_import_undone undone = undo(f, 1);
	assert_int_equal(undone.removed, 3);
	assert_int_equal(undone.kept.row_count, 0);
}

static void enrolments_that_cannot_be_are_rejected_one_by_one(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_ENROLMENTS,
			"Name,Email,Programme,Role,Cohort,Clear aim\n"
			"Cai Yu,,Back to Work,,,\n"
			"Dai Evans,,Back to Work,mentor,,\n"
			",bo@example.org,No Such,mentee,,\n"
			",bo@example.org,Back to Work,coach,,\n"
			",,Back to Work,mentor,,\n"
			",ann@example.org,Back to Work,mentor,Autumn,yes\n"
			",ann@example.org,Back to Work,mentor,,\n",
			CH_DATA);
	assert_counts(&r, 1, 0, 1, 5);
	assert_true(says(&r, 2, "does not say in which role Cai Yu takes part"));
	assert_true(says(&r, 3, "is nobody's name here"));
	assert_true(says(&r, 4, "is no programme of this scheme"));
	assert_true(says(&r, 5, "its roles are mentor and mentee, not coach"));
	assert_true(says(&r, 6, "says not whom it is about"));
	assert_true(says(&r, 7, "is no cohort of Back to Work"));
	assert_true(says(&r, 7, "says whether somebody is ready who is no mentee"));
}

static void credentials_come_in_one_in_each_row(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	cast_of(f);
	r = import_text(f, CH_IMPORT_CREDENTIALS,
			"Name,Email,Type,Course,Date,Expires\n"
			"Ann Lee,ann@example.org,check,DBS,01/03/2025,01/03/2026\n"
			"Ann Lee,ann@example.org,check,DBS,20/02/2026,\n"
			"Bo Vega,,,Safeguarding,15/01/2026,\n"
			"Bo Vega,,training,,15/01/2026,\n"
			"Bo Vega,,training,First aid,15/01/2026,15/01/2025\n",
			CH_DATA);
	assert_counts(&r, 3, 0, 0, 2);
	assert_true(says(&r, 4, "counts as training"));
	assert_true(says(&r, 5, "does not say what training"));
	assert_true(says(&r, 6, "would expire on 15 January 2025, before it was given"));
	r = import_text(f, CH_IMPORT_CREDENTIALS,
			"Name,Type,Course,Date,Provider\nAnn Lee,check,dbs,20/02/2026,Home Office\nBo "
			"Vega,training,Safeguarding,,\n",
			CH_OK);
	assert_counts(&r, 0, 1, 1, 0);
	assert_int_equal(undo(f, r.batch).restored, 1);
	struct ch_import_undone undone = undo(f, 1);
	assert_int_equal(undone.removed, 2);
	assert_string_equal(undone.kept.rows[0].cells[2], "DBS");
}

static void actions_come_in_without_their_wording(void **state)
{
	struct scheme_fixture *f = *state;
	struct cast cast = cast_of(f);
	struct ch_import_result r;
	int64_t pairing = scheme_pairing(f, cast.programme_id, cast.ann, cast.bo);

	scheme_start(f, pairing);
	r = import_text(f, CH_IMPORT_ACTIONS,
			"Mentor,Mentee,Action,Whose,Agreed on,Due,Done on\n"
			"Ann Lee,Bo Vega,secret words,,2026-01-05,2026-02-05,\n"
			"Ann Lee,Bo Vega,more secret words,guide,2026-01-05,2026-02-05,2026-01-20\n"
			"Ann Lee,Cai Yu,,,2026-01-05,,\n"
			"Ann Lee,Bo Vega,,,2026-01-05,,2099-01-01\n",
			CH_DATA);
	assert_counts(&r, 2, 0, 0, 2);
	assert_true(says(&r, 4, "names two people who are not paired"));
	assert_true(says(&r, 5, "is in the future"));
	assert_int_equal(scheme_get_pairing(f, pairing).open_actions, 1);
	assert_null(r.mapping[2].field);
	r = import_text(
		f, CH_IMPORT_ACTIONS,
		"Mentor,Mentee,Agreed on,Due,State,Done on\nAnn Lee,Bo Vega,2026-01-05,2026-02-05,done,2026-02-01\n",
		CH_OK);
	assert_counts(&r, 0, 1, 0, 0);
	assert_int_equal(scheme_get_pairing(f, pairing).open_actions, 0);
	assert_int_equal(undo(f, r.batch).restored, 1);
	assert_int_equal(undo(f, 1).removed, 2);
	assert_int_equal(scheme_get_pairing(f, pairing).open_actions, 0);
}

static void r80_enrolments_have_fields_of_the_schemes_own(void **state)
{
	static const char *const maps[] = {"Interviewed=custom:date"};
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_ENROLMENTS, .maps = maps, .map_count = 1};
	struct ch_import_result r;

	cast_of(f);
	options.path = temp_dir_write(f->dir, "list.csv", "Name,Role,Interviewed\nAnn Lee,mentor,2026-01-05\n");
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_non_null(strstr(enrolment(f, 1).custom_values, "2026-01-05"));
	r = import_text(f, CH_IMPORT_ENROLMENTS, "Name,Role,interviewed\nAnn Lee,mentor,2026-01-06\n", CH_OK);
	assert_counts(&r, 0, 1, 0, 0);
	undo(f, r.batch);
	assert_non_null(strstr(enrolment(f, 1).custom_values, "2026-01-05"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(r15_enrolments_come_in_with_what_was_answered, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(enrolments_that_cannot_be_are_rejected_one_by_one, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(credentials_come_in_one_in_each_row, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(actions_come_in_without_their_wording, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r80_enrolments_have_fields_of_the_schemes_own, scheme_setup,
						scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
