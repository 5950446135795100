/*
 * Lists of training and checks with a column for each: what a heading names, and a cell ticks or dates.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static struct ch_import_result import_file(struct scheme_fixture *f, enum ch_import_kind kind, const char *path)
{
	struct ch_import_options options = {.kind = kind, .path = path};
	struct ch_import_result result;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	return result;
}

static struct ch_import_result import_text(struct scheme_fixture *f, enum ch_import_kind kind, const char *text)
{
	return import_file(f, kind, temp_dir_write(f->dir, "list.csv", text));
}

static void add_people(struct scheme_fixture *f)
{
	import_text(f, CH_IMPORT_PEOPLE,
		    "Name,Email\nAnn Hughes,ann.hughes@example.org\nCath Moss,cath.moss@example.org\n"
		    "Dev Patel,dev.patel@example.org\n");
}

/* All there are, by number: "1 training Induction 2025-01-12 -; ..." */
static void assert_credentials(struct scheme_fixture *f, const char *expected)
{
	struct ch_buffer all = CH_BUFFER_EMPTY;
	struct ch_credential one;
	char day[CH_DATE_SIZE];
	int64_t count;

	GOOD(f, ch_scheme_count(&f->c, CH_CREDENTIAL, &count, &f->err));
	for (int64_t id = 1; id <= count; id++) {
		GOOD(f, ch_part_get(&f->c, CH_CREDENTIAL, id, &f->arena, &one, &f->err));
		ch_buffer_printf(&all, "%s%d%c %s", id > 1 ? "; " : "", (int)one.person_id, "?tqrc"[one.kind],
				 one.name);
		ch_buffer_printf(&all, " %s", one.awarded_on != CH_NO_DATE ? ch_date_iso(one.awarded_on, day) : "-");
		ch_buffer_printf(&all, " %s", one.expires_on != CH_NO_DATE ? ch_date_iso(one.expires_on, day) : "-");
	}
	assert_string_equal(all.text ? all.text : "", expected);
	ch_buffer_release(&all);
}

#define MATRIX                                                                                                         \
	"1t Induction 2025-01-12 -; 1t Safeguarding Level 1 2025-02-03 -; 1t Boundaries - -; "                         \
	"1t Mentoring Skills Day 2026-03-14 -; 1c DBS 2025-02-02 2028-02-02; 2t Induction - -; "                      \
	"3t Induction 2025-01-12 -; 3t Boundaries - -"

/* A course a column: dates and ticks come in, "N/A" and "no" say nothing, what is neither is told. */
static void a_course_a_column(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	int64_t count;

	add_people(f);
	struct ch_import_result r =
		import_file(f, CH_IMPORT_CREDENTIALS, "tests/fixtures/rosters/training-matrix.csv");
	assert_int_equal(r.created, 3);
	assert_credentials(f, MATRIX);
	assert_int_equal(r.issue_count, 2);
	assert_string_equal(r.issues[0].value, "booked 3 Dec");
	assert_string_equal(r.issues[0].column, "Mentoring Skills Day");
	assert_string_equal(r.issues[1].value, "pending");
	assert_string_equal(r.mapping[2].code, "training");
	assert_string_equal(r.mapping[2].certainty, "cells");
	struct ch_import_result again =
		import_file(f, CH_IMPORT_CREDENTIALS, "tests/fixtures/rosters/training-matrix.csv");
	assert_int_equal(again.same, 3);
	assert_credentials(f, MATRIX);
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_CREDENTIAL, &count, &f->err));
	assert_int_equal(count, 0);
}

/* Merged headings over "Completed" and "Expires". */
static void headings_in_two_rows(void **state)
{
	struct scheme_fixture *f = *state;

	add_people(f);
	struct ch_import_result r =
		import_file(f, CH_IMPORT_CREDENTIALS, "tests/fixtures/rosters/training-two-headings.xlsx");
	assert_int_equal(r.header_row, 3);
	assert_int_equal(r.created, 2);
	assert_int_equal(r.same, 1);
	assert_credentials(f, "1t Safeguarding 2025-02-03 2028-02-03; 1t First aid 2024-05-01 2027-05-01; "
			      "1t Mentor induction 2025-01-12 -; 2t Safeguarding 2023-02-03 2026-02-03; "
			      "2t Mentor induction 2025-01-12 -");
}

/* In a list of people a check with dates is recorded, by the name that a programme requires it by. */
static void r78_a_check_in_a_list_of_people(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_requirement requirement;

	ch_record_clear(ch_entity_of(CH_REQUIREMENT), &requirement);
	requirement.programme_id = scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	requirement.name = "DBS";
	GOOD(f, ch_part_add(&f->c, CH_REQUIREMENT, &requirement, &f->err));
	struct ch_import_result r = import_text(f, CH_IMPORT_PEOPLE,
						"Name,Email,DBS check,DBS expiry,Mentor?,DBS certificate number\n"
						"Ann Lee,ann@example.org,12/3/2024,12/3/2027,Y,001234567890\n"
						"Bo Vega,bo@example.org,applied,,yes,\n"
						"Cai Yu,cai@example.org,13/11/2022,,N,\n"
						"Dai Evans,dai@example.org,Y,,Y,\n");

	assert_int_equal(r.created, 4);
	assert_credentials(f, "1c DBS 2024-03-12 2027-03-12; 3c DBS 2022-11-13 -");
	assert_int_equal(r.issue_count, 2);
	assert_string_equal(r.issues[0].value, "applied");
	assert_string_equal(r.issues[1].reason, "no_date");
	assert_string_equal(r.mapping[5].code, "");
	/* A renewed one is another. */
	import_text(f, CH_IMPORT_PEOPLE, "Name,Email,DBS check\nCai Yu,cai@example.org,14/11/2025\n");
	assert_credentials(f, "1c DBS 2024-03-12 2027-03-12; 3c DBS 2022-11-13 -; 3c DBS 2025-11-14 -");
}

/* What is renewed is another one; a day that differs by little is asked about, and both are kept. */
static void a_day_that_was_corrected(void **state)
{
	struct scheme_fixture *f = *state;

	add_people(f);
	import_text(f, CH_IMPORT_PEOPLE, "Name,Email,DBS\nAnn Hughes,ann.hughes@example.org,2026-03-05\n");
	struct ch_import_result r = import_text(f, CH_IMPORT_PEOPLE,
						"Name,Email,DBS\nAnn Hughes,ann.hughes@example.org,2026-05-03\n");
	assert_credentials(f, "1c DBS 2026-03-05 -; 1c DBS 2026-05-03 -");
	assert_int_equal(r.issue_count, 1);
	assert_string_equal(r.issues[0].reason, "near_date");
	assert_non_null(strstr(r.issues[0].message, "is recorded already as given on 5 March 2026"));
	assert_non_null(strstr(r.issues[0].fix, "`chiron credential remove 1`"));
	r = import_text(f, CH_IMPORT_CREDENTIALS,
			"Email,Kind,What,Done\nann.hughes@example.org,check,DBS,2026-03-07\n");
	assert_int_equal(r.issue_count, 1);
	assert_string_equal(r.issues[0].reason, "near_date");
	r = import_text(f, CH_IMPORT_CREDENTIALS,
			"Email,Kind,What,Done\nann.hughes@example.org,check,DBS,2029-03-05\n");
	assert_int_equal(r.issue_count, 0);
}

/* A register of checks: their numbers beside the day on which they run out, under whatever a country calls them. */
static void r78_numbers_of_checks_beside_their_days(void **state)
{
	static const struct {
		const char *headings, *map, *name;
	} lists[] = {
		{"DBS number,DBS expires", NULL, "DBS"},
		{"DBS number,DBS expires", "DBS number=check", "DBS"},
		{"DBS certificate,DBS expiry date", NULL, "DBS"},
		{"DBS number,Expires", "DBS number=check", "DBS"},
		{"PVG no,PVG renewal", NULL, "PVG"},
		{"Disclosure no,Disclosure expires", NULL, "Disclosure"},
		{"Garda vetting,Garda vetting expires", NULL, "Garda vetting"},
		{"Garda vetting reference,Garda vetting renewal date", NULL, "Garda vetting"},
		{"Working with children number,Working with children expires", NULL, "Working with children"},
		{"WWCC,WWCC expiry", NULL, "WWCC"},
		{"Blue card,Expires", NULL, "Blue card"},
		{"Police check number,Police check expires", NULL, "Police check"},
	};
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;

	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		char *list = ch_arena_printf(&f->arena,
					     "Name,Email,%s\nAnn Lee,ann@example.org,001234567890,2028-03-12\n"
					     "Bo Vega,bo@example.org,001234567891,2027-12-05\n"
					     "Cai Yu,cai@example.org,,2027-10-01\nDi Roe,di@example.org,,\n",
					     lists[i].headings);
		char *expected = ch_arena_printf(&f->arena,
						 "1c %s - 2028-03-12; 2c %s - 2027-12-05; 3c %s - 2027-10-01",
						 lists[i].name, lists[i].name, lists[i].name);
		struct ch_import_options options = {.path = temp_dir_write(f->dir, "list.csv", list),
						    .maps = &lists[i].map,
						    .map_count = lists[i].map != NULL};
		struct ch_import_result r;

		GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
		assert_credentials(f, expected);
		assert_int_equal(r.issue_count, 0);
		GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
		scheme_sql(f, "DELETE FROM sqlite_sequence");
	}
}

/* Ticks alone do not prove a check: the column is left out at once. */
static void r78_a_check_without_dates_is_left_out(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = import_text(f, CH_IMPORT_PEOPLE, "Name,Email,DBS\nAnn Lee,ann@example.org,Y\n");

	assert_credentials(f, "");
	assert_int_equal(r.issue_count, 0);
	assert_non_null(strstr(r.mapping[2].why, "do not say when"));
}

/* A column that somebody says is training may hold dates as well. */
static void a_column_that_is_said_to_be_training(void **state)
{
	struct scheme_fixture *f = *state;
	const char *maps[] = {"Induction=training", "Boundaries=training"};
	struct ch_import_options options = {.maps = maps, .map_count = 2};
	struct ch_import_result r;

	options.path = temp_dir_write(f->dir, "list.csv",
				      "Name,Email,Induction,Boundaries\nAnn Lee,ann@example.org,14/02/2026,yes\n");
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_credentials(f, "1t Induction 2026-02-14 -; 1t Boundaries - -");
}

/* What a heading says of something else than its neighbour is not the neighbour's. */
static void what_stands_beside_is_of_what_its_heading_names(void **state)
{
	struct scheme_fixture *f = *state;

	add_people(f);
	import_text(f, CH_IMPORT_CREDENTIALS,
		    "Volunteer;Induction done;Induction date;Safeguarding expires;DBS No.;DBS issued\n"
		    "Ann Hughes;Y;12/01/2025;03/02/2028;001234567890;02/02/2025\n"
		    "Cath Moss;N;;;;\n"
		    "Dev Patel;Y;;;;13/02/2025\n");
	assert_credentials(f, "1t Induction 2025-01-12 -; 1t Safeguarding - 2028-02-03; 1c DBS 2025-02-02 -; "
			      "3t Induction - -; 3c DBS 2025-02-13 -");
}

/* "Course 1", "Date 1", "Course 2", "Date 2". */
static void courses_with_numbers(void **state)
{
	struct scheme_fixture *f = *state;

	add_people(f);
	import_text(f, CH_IMPORT_CREDENTIALS,
		    "Name,Course 1,Date 1,Course 2,Date 2\n"
		    "Ann Hughes,Induction,12/01/2025,Boundaries,13/02/2025\n"
		    "Dev Patel,Induction,14/01/2025,,\n");
	assert_credentials(f, "1t Induction 2025-01-12 -; 1t Boundaries 2025-02-13 -; 3t Induction 2025-01-14 -");
}

/* Yes and no in two languages; a month is a date that lacks its day, read as its first, and makes no ticks. */
static void answers_in_two_languages(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = import_text(f, CH_IMPORT_PEOPLE,
						"Name,E-bost / Email,Hyfforddiant / Training,Gwiriad DBS / DBS check\n"
						"Eleri ap Huw,eleri@example.org,Do / Yes,14.02.2025\n"
						"Mair Lloyd,mair@example.org,Naddo / No,03.2026\n");

	assert_credentials(f, "1t Hyfforddiant / Training - -; 1c Gwiriad DBS / DBS check 2025-02-14 -; "
			      "2c Gwiriad DBS / DBS check 2026-03-01 -");
	assert_int_equal(r.issue_count, 1);
	assert_non_null(strstr(r.issues[0].message, "is read as 2026-03-01, the first day of the month"));
}

/*
 * "Zertifikat vom" is the day of what "Zertifikat" names; who has none is passed over, and a day of nothing is no
 * credential.
 */
static void the_day_of_a_certificate_in_the_next_column(void **state)
{
	static const char *const lists[] = {
		"Name;E-Mail;Rolle;Zertifikat;Zertifikat vom;G\xfcltig bis\n"
		"Ann Hughes;ann.hughes@example.org;Coach;ICF ACC;01.03.2025;31.03.2028\n"
		"Cath Moss;cath.moss@example.org;Coach;;;\n"
		"Dev Patel;dev.patel@example.org;Coach;;05.04.2025;30.04.2028\n",
		"Name,Email,Certificate,Certificate date,Valid until\n"
		"Ann Hughes,ann.hughes@example.org,ICF ACC,2025-03-01,2028-03-31\n"
		"Cath Moss,cath.moss@example.org,-,,\nDev Patel,dev.patel@example.org,,2025-04-05,2028-04-30\n",
		"Name;E-Mail;Zertifikat;Erworben am;G\xfcltig bis\n"
		"Ann Hughes;ann.hughes@example.org;ICF ACC;01.03.2025;31.03.2028\n"
		"Cath Moss;cath.moss@example.org;;;\nDev Patel;dev.patel@example.org;;05.04.2025;30.04.2028\n",
	};
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;

	add_people(f);
	for (size_t i = 0; i < sizeof(lists) / sizeof(*lists); i++) {
		struct ch_import_options options = {.kind = CH_IMPORT_CREDENTIALS,
						    .path = temp_dir_write(f->dir, "list.csv", lists[i])};
		struct ch_import_result r;

		assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
		assert_credentials(f, "1t ICF ACC 2025-03-01 2028-03-31");
		assert_int_equal(r.created, 1);
		assert_int_equal(r.skipped, 1);
		assert_int_equal(r.rejected, 1);
		assert_non_null(strstr(r.issues[r.issue_count - 1].message, "does not say what training"));
		GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_course_a_column, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(headings_in_two_rows, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r78_a_check_in_a_list_of_people, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r78_a_check_without_dates_is_left_out, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(r78_numbers_of_checks_beside_their_days, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_day_that_was_corrected, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_stands_beside_is_of_what_its_heading_names, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(courses_with_numbers, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(answers_in_two_languages, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_day_of_a_certificate_in_the_next_column, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_column_that_is_said_to_be_training, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
