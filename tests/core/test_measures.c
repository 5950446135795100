/* The measures of a programme against figures worked out by hand (R32, R39, R73). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)

/* A pairing whose spell is as given; texts are SQL: 'DAY' or NULL. */
static int64_t lived(struct scheme_fixture *f, int64_t programme, const char *started, const char *interval,
		     const char *planned_end, const char *closed, const char *kind)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, programme, guide, learner);

	scheme_start(f, pairing);
	scheme_sql(f, ch_arena_printf(&f->arena,
				      "UPDATE spell SET started_on = %s, closed_on = %s, closure_kind = %s"
				      " WHERE pairing_id = %d;"
				      "UPDATE agreement SET interval = %s, planned_end_on = %s WHERE spell_id ="
				      " (SELECT spell_id FROM pairing WHERE pairing_id = %d);"
				      "UPDATE pairing SET state = iif(%s IS NULL, 'active', 'closed')"
				      " WHERE pairing_id = %d;",
				      started, closed, kind, (int)pairing, interval, planned_end, (int)pairing, closed,
				      (int)pairing));
	return pairing;
}

static void held_on(struct scheme_fixture *f, int64_t pairing, const char *const *days)
{
	for (; *days != NULL; days++) {
		struct ch_session_logged logged;
		struct ch_session session;

		ch_record_start(ch_entity_of(CH_SESSION), &session);
		session.pairing_id = pairing;
		session.session_date = ch_date_from_iso(*days);
		GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	}
}

/* "Adherence 4 of 6 66.7; ..." of the rows with no cohort, or of those with one. */
static const char *measures(struct scheme_fixture *f, const char *from, bool cohorts)
{
	struct ch_report_query query = {.name = "measures",
					.from = from != NULL ? ch_date_from_iso(from) : CH_NO_DATE,
					.to = CH_NO_DATE};
	const char *all = "";
	struct ch_grid grid;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++) {
		const char **cell = grid.rows[i].cells;

		if ((cell[1] != NULL) == cohorts)
			all = ch_arena_printf(&f->arena, "%s%s %s of %s %s; ", all, cell[2], cell[3], cell[4], cell[5]);
	}
	return all;
}

/*
 * Today is 23 November 2026; all are mentoring.
 *
 *   A  started 31 Jan, monthly, runs. Due 28 Feb, 31 Mar, 30 Apr, 31 May, 30 Jun, 31 Jul, 31 Aug, 30 Sep, 31 Oct.
 *      Paused 15 Jul to 10 Sep, so those due 31 Jul, 31 Aug and 30 Sep do not count: 6 periods. Sessions on 28 Feb
 *      (1st), 1 Mar (2nd), 30 Apr (3rd), 2 and 30 Jun (both 5th); none in the 4th and the last: 4 of 6.
 *      9 months were over on 31 Oct: reached. 12 will be on 31 Jan 2027: not counted.
 *   B  23 Nov 2025 to 23 Aug 2026, 9 months to the day: reached 9; of 12, over today, not. Its plan was for today and
 *      it was ended early: premature.
 *   C  1 Nov 2025 to 31 Jul 2026, a day short of 9 months: neither 9 nor 12. Ended as planned.
 *   D  never started; counts only as that.
 *   E  10 Oct 2025, runs: both reached.
 *   F  1 Feb to 1 May 2026, its goals attained early: not premature; 9 months, over on 1 Nov, not reached.
 *
 *   9 months: A B E of A B C E F = 3 of 5; 12 months: E of B C E = 1 of 3; premature: B of B C F = 1 of 3; never
 *   started: D of B C D F = 1 of 4; match rate: all 6 have a pairing.
 */
static void r32_r39_r73_measures_are_those_worked_out_by_hand(void **state)
{
	static const char *const of_a[] = {"2026-02-28", "2026-03-01", "2026-04-30", "2026-06-02", "2026-06-30", NULL};
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);
	int64_t a;

	a = lived(f, programme, "'2026-01-31'", "'1 month'", "NULL", "NULL", "NULL");
	held_on(f, a, of_a);
	scheme_sql(f, "UPDATE spell SET paused_on = '2026-07-15', resumed_on = '2026-09-10' WHERE spell_id = 1");
	lived(f, programme, "'2025-11-23'", "NULL", "'2026-11-23'", "'2026-08-23'", "'ended_early'");
	lived(f, programme, "'2025-11-01'", "NULL", "'2026-07-31'", "'2026-07-31'", "'completed'");
	lived(f, programme, "NULL", "NULL", "NULL", "'2026-03-01'", "'never_started'");
	lived(f, programme, "'2025-10-10'", "NULL", "NULL", "NULL", "NULL");
	lived(f, programme, "'2026-02-01'", "NULL", "'2026-11-01'", "'2026-05-01'", "'goals_attained'");

	assert_string_equal(measures(f, NULL, false),
			    "Adherence 4 of 6 66.7; Premature closure 1 of 3 33.3; Never started 1 of 4 25.0; "
			    "Reached 9 months 3 of 5 60.0; Reached 12 months 1 of 3 33.3; Match rate 6 of 6 100.0; ");
	assert_string_equal(measures(f, NULL, true), "");
	/* From October on: of A's periods the last; 9 months of A and F; 12 of all three. */
	assert_string_equal(measures(f, "2026-10-01", false),
			    "Adherence 0 of 1 0.0; Reached 9 months 1 of 2 50.0; Reached 12 months 1 of 3 33.3; "
			    "Match rate 6 of 6 100.0; ");
}

/* However long a spell has lasted, of its periods those of the report are found, and none of them is left out. */
static void r73_periods_are_those_of_the_report_however_long_ago_it_began(void **state)
{
	static const struct {
		const char *started, *interval;
		int every;
		enum ch_unit unit;
	} cases[] = {
		{"2012-01-31", "1 month", 1, CH_UNIT_MONTHS},	{"2016-02-29", "3 months", 3, CH_UNIT_MONTHS},
		{"2008-07-01", "2 weeks", 2, CH_UNIT_WEEKS},	{"2010-12-31", "10 days", 10, CH_UNIT_DAYS},
		{"2019-05-05", "1 day", 1, CH_UNIT_DAYS},	{"2026-10-01", "1 week", 1, CH_UNIT_WEEKS},
		{"1990-08-31", "6 months", 6, CH_UNIT_MONTHS}, {"2012-08-31", "1 month", 1, CH_UNIT_MONTHS},
	};
	static const char *const begins[] = {"2026-11-23", "2026-10-31", "2026-08-31", "2026-03-01", "2024-02-29",
					     "2013-01-01"};
	const ch_date today = ch_date_from_iso("2026-11-23");
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);

	/* Without any session on record nothing would be known; one was cancelled, long before. */
	lived(f, programme, "'1980-01-01'", "'1 month'", "'1980-01-15'", "'1980-02-01'", "'completed'");
	assert_string_equal(strncmp(measures(f, "1980-01-01", false), "Adherence", 9) == 0 ? "known" : "not known",
			    "not known");
	scheme_sql(f, "INSERT INTO session (row_version, pairing_id, spell_id, number, state, session_date)"
		      " SELECT 1, pairing_id, spell_id, 0, 'cancelled', '1980-01-10' FROM spell");
	for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
		for (size_t j = 0; j < sizeof(cases) / sizeof(cases[0]); j++) {
			ch_date due, start = ch_date_from_iso(cases[j].started);
			char expected[40] = "";
			int64_t pairing;
			int periods = 0;

			for (int n = 1; (due = ch_date_add(start, n * cases[j].every, cases[j].unit)) <= today; n++)
				periods += due >= ch_date_from_iso(begins[i]);
			if (periods > 0)
				snprintf(expected, sizeof(expected), "Adherence 0 of %d 0.0; ", periods);
			scheme_sql(f, "UPDATE spell SET started_on = NULL");
			pairing = lived(f, programme, ch_arena_printf(&f->arena, "'%s'", cases[j].started),
					ch_arena_printf(&f->arena, "'%s'", cases[j].interval), "NULL", "NULL", "NULL");
			assert_true(pairing > 0);
			assert_int_equal(strncmp(measures(f, begins[i], false), expected, strlen(expected)), 0);
			assert_int_equal(strstr(measures(f, begins[i], false), "Adherence") != NULL, periods > 0);
		}
}

static void a_cohort_has_its_own_rows(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Trying", CH_KIND_MENTORING);

	lived(f, programme, "'2025-11-23'", "NULL", "NULL", "NULL", "NULL");
	lived(f, programme, "'2025-11-01'", "NULL", "'2026-07-31'", "'2026-07-31'", "'completed'");
	scheme_sql(f, "INSERT INTO cohort (cohort_id, row_version, programme_id, name) VALUES (1, 1, 1, 'Spring');"
		      "UPDATE enrolment SET cohort_id = 1 WHERE person_id = 2");
	assert_string_equal(measures(f, NULL, true),
			    "Reached 9 months 1 of 1 100.0; Reached 12 months 1 of 1 100.0; Match rate 1 of 1 100.0; ");
}

static const char *calculated(struct scheme_fixture *f, const char *expression)
{
	const char *text = ch_arena_printf(&f->arena,
					   "-- report: one\n-- title: One\n-- about: One.\n-- columns: x:text:X\n"
					   "SELECT %s AS x\n",
					   expression);
	struct ch_report_query query = {.name = "one", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_own_file own;
	struct ch_grid grid;
	bool replaced;

	GOOD(f, ch_own_file_add(&f->c, "one.sql", text, &f->arena, &own, &replaced, &f->err));
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	return grid.row_count > 0 ? grid.rows[0].cells[0] : "-"; /* what is not there is no row */
}

/* Reports and checks, a scheme's own too, count months as the program does: SQL has 31 January + 1 month as 3 March. */
static void r32_queries_count_months_as_the_program_does(void **state)
{
	static const char *const cases[][2] = {
		{"months_after('2026-01-31', 1)", "2026-02-28"},
		{"months_after('2028-01-31', 1)", "2028-02-29"},
		{"months_after('2026-11-30', 3)", "2027-02-28"},
		{"months_after('2028-02-29', 12)", "2029-02-28"},
		{"months_after('2026-03-31', -1)", "2026-02-28"},
		{"due_after('2026-01-31', '1 month', 2)", "2026-03-31"},
		{"due_after('2026-10-20', '2 weeks', 1)", "2026-11-03"}, /* the clocks change between */
		{"due_after('2026-10-20', 'sometimes', 1)", "-"},
		{"due_after('2026-10-20', NULL, 1)", "-"},
		{"months_after('2026-02-30', 1)", "-"},
		{"months_after('2026-02-28', 'x')", "-"},
		{"months_after('2026-02-28', 900000000000)", "-"},
		{"months_after('9999-12-31', 1)", "-"},
	};
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(calculated(f, cases[i][0]), cases[i][1]);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r32_r39_r73_measures_are_those_worked_out_by_hand),
		WITH_SCHEME(r73_periods_are_those_of_the_report_however_long_ago_it_began),
		WITH_SCHEME(a_cohort_has_its_own_rows),
		WITH_SCHEME(r32_queries_count_months_as_the_program_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
