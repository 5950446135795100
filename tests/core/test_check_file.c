/*
 * Check and report files: the form of their headers, and what is said of one
 * that is wrong.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/check/check_file.h"
#include "core/check/check_template.h"
#include "core/report/report_file.h"

#define GOOD_TOP "-- check: too-soon\n-- rule: R33\n-- severity: refuse\n-- subject: session\n"
#define GOOD_TEXTS                                                                                                     \
	"-- harm: 9\n-- title: Too soon\n-- says: {days} {days?day|days}\n-- why: Because\n-- fix: wait\n"             \
	"-- command: chiron session show {subject_id}\n"

static enum ch_status parse(const char *text, struct check_file *check, struct ch_error *err)
{
	static struct ch_arena arena; /* texts of *check are read after this returns */

	return check_file_parse("too-soon.sql", text, &arena, check, err);
}

static void test_a_whole_header(void **state)
{
	struct check_file check;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(parse(GOOD_TOP
			       "-- gate: session.log pairing.start\n" GOOD_TEXTS
			       "--     until it is time\n-- key: L\n-- scan: few\n-- Any comment: more.\nSELECT 1\n",
			       &check, &err),
			 CH_OK);
	assert_string_equal(check.info.name, "too-soon");
	assert_string_equal(check.info.rule, "R33");
	assert_int_equal(check.info.severity, CH_SEVERITY_REFUSE);
	assert_int_equal(check.info.subject, CH_SESSION);
	assert_true(check.gates[CH_OP_SESSION_LOG] && check.gates[CH_OP_PAIRING_START]);
	assert_false(check.gates[CH_OP_PAIRING_ADD]);
	assert_string_equal(check.info.command, "chiron session show {subject_id} until it is time");
	assert_string_equal(check.info.key, "L");
	assert_int_equal(check.info.harm, 9);
	assert_string_equal(check.scan, "few");
	assert_string_equal(check.sql, "-- Any comment: more.\nSELECT 1\n");
}

static void refused(const char *text, const char *message)
{
	struct check_file check;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(parse(text, &check, &err), CH_DATA);
	assert_string_equal(err.message, message);
}

static void test_what_is_wrong_is_named_with_its_line(void **state)
{
	(void)state;
	refused("-- check: too-soon\n-- severty: warn\nSELECT 1",
		"too-soon.sql:2: \"severty\" is no key of a header; these are: check, rule, severity, subject, gate, "
		"occasion, harm, title, says, why, fix, command, key, screen, measure, scan, yields");
	refused("-- check: too-soon\n-- check: too-soon\nSELECT 1", "too-soon.sql:2: \"check\" is given twice");
	refused("-- check: too-soon\n-- rule:\nSELECT 1", "too-soon.sql:2: \"rule\" has no value");
	refused("-- check: too-late\nSELECT 1", "too-soon.sql:1: \"too-late\" is not the name of its file: "
		"call the file too-late.sql, or change this line");
	refused("-- check: too-soon\nSELECT 1",
		"too-soon.sql:2: the header has no \"rule\", \"severity\", \"subject\", \"harm\", \"title\", "
		"\"says\", \"why\", \"fix\", \"command\"");
	refused(GOOD_TOP "-- harm: 9\n-- title: Too soon\n-- why: Because\n-- fix: wait\nSELECT 1",
		"too-soon.sql:9: the header has no \"says\", \"command\"");
	refused("-- check: too-soon\n-- rule: 33\nSELECT 1",
		"too-soon.sql:2: \"33\" is no rule, as R2, nor \"-\" for none");
	refused("-- check: too-soon\n-- rule: R0\nSELECT 1",
		"too-soon.sql:2: \"R0\" is no rule, as R2, nor \"-\" for none");
	refused("-- check: too-soon\n-- rule: R2\n-- severity: high\nSELECT 1",
		"too-soon.sql:3: \"high\" is no severity; these are: absolute, refuse, warn, inform");
	refused("-- check: too-soon\n-- rule: R2\n-- severity: warn\n-- subject: people\nSELECT 1",
		"too-soon.sql:4: \"people\" is no entity, as pairing or person");
	refused("-- check: too-soon\n-- rule: R2\n-- severity: warn\n-- subject: person\n-- gate: person.add\nSELECT 1",
		"too-soon.sql:5: only what is absolute or refused has a gate");
	refused(GOOD_TOP "-- gate: pairing.add pairing.ad\nSELECT 1",
		"too-soon.sql:5: \"pairing.ad\" is no operation, as pairing.start");
	refused(GOOD_TOP "-- harm: 1x\nSELECT 1", "too-soon.sql:5: \"1x\" is no number from 0 to 99");
	refused(GOOD_TOP "-- harm: 100\nSELECT 1", "too-soon.sql:5: \"100\" is no number from 0 to 99");
	refused(GOOD_TOP GOOD_TEXTS "-- key: LL\nSELECT 1", "too-soon.sql:11: \"LL\" is not one key");
	refused(GOOD_TOP GOOD_TEXTS "\n", "too-soon.sql:11: there is no query below the header");
	refused(GOOD_TOP GOOD_TEXTS "SELECT 1\n-- scan: few\n",
		"too-soon.sql:12: \"scan\" belongs into the header, above the query and other comments");
}

/* As everybody who knows SQL ends one: it is put into another without it. */
static void a_semicolon_at_the_end_is_left_out(void **state)
{
	struct check_file check;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	if (parse(GOOD_TOP GOOD_TEXTS "SELECT 1;\n", &check, &err) != CH_OK)
		fail_msg("%s", err.message);
	assert_string_equal(check.sql, "SELECT 1");
}

static void test_broken_templates(void **state)
{
	static const char *const broken[] = {"{",
					     "}",
					     "{}",
					     "{days",
					     "{days:}",
					     "{days:weeks}",
					     "{days?day}",
					     "{days?|days}",
					     "{days:pairing.nothing}",
					     "{days:pairing.made_on}"};
	struct ch_error err;

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		const char *at = broken[i];
		struct check_slot slot;
		size_t plain;

		if (check_template_next(&at, &plain, &slot, &err) != CH_DATA)
			fail_msg("\"%s\" was taken for a template", broken[i]);
	}
}

static const char *value_of(void *context, const char *column)
{
	(void)context;
	if (strcmp(column, "one") == 0)
		return "1";
	if (strcmp(column, "many") == 0)
		return "12";
	if (strcmp(column, "due") == 0)
		return "2026-11-02";
	if (strcmp(column, "keys") == 0)
		return "usual_day, planned_end_on, unheard_of";
	return strcmp(column, "state") == 0 ? "not_ready" : NULL;
}

static void test_filling(void **state)
{
	static const struct {
		const char *text, *filled;
	} cases[] = {
		{"", ""},
		{"plain", "plain"},
		{"{many}", "12"},
		{"a {one} b {many} c", "a 1 b 12 c"},
		{"{one} {one?day|days}, {many} {many?day|days}", "1 day, 12 days"},
		{"by {due:date}", "by 2 November"},
		{"{keys:agreement}", "Usual day and time, Planned end, unheard_of"},
		{"{state:enrolment.state}", "not ready"},
		{"{many:enrolment.state}", "12"},
		{"{absent} {absent:date} {absent?a|b}", "- - -"},
	};
	struct ch_arena arena = CH_ARENA_EMPTY;
	ch_date today = ch_date_of(2026, 11, 23);

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(check_template_fill(cases[i].text, value_of, NULL, today, &arena), cases[i].filled);
	ch_arena_release(&arena);
}

static void test_the_files_of_the_program(void **state)
{
	(void)state;
	assert_true(ch_check_count() > 0 && ch_report_count() > 0);
	assert_null(ch_check_at(ch_check_count()));
	assert_null(ch_report_at(ch_report_count()));
	for (size_t i = 1; i < ch_check_count(); i++)
		assert_true(strcmp(ch_check_at(i - 1)->name, ch_check_at(i)->name) < 0);
}

static void report_refused(const char *text, const char *message)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct report_file report;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(report_file_parse("hours.sql", text, &arena, &report, &err), CH_DATA);
	assert_string_equal(err.message, message);
	ch_arena_release(&arena);
}

static void test_columns_of_reports(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct report_file report;
	struct ch_error err = CH_NO_ERROR;

	(void)state;
	assert_int_equal(report_file_parse("hours.sql",
					   "-- report: hours\n-- title: Hours\n-- about: All\n"
					   "-- columns: who:text:Who, state:pairing.state:How it stands,\n"
					   "--     days:number:Days\nSELECT 1",
					   &arena, &report, &err),
			 CH_OK);
	assert_int_equal(report.column_count, 3);
	assert_string_equal(report.columns[1].key, "state");
	assert_string_equal(report.columns[1].label, "How it stands");
	assert_int_equal(report.columns[1].type, CH_TYPE_CHOICE);
	assert_true(ch_choice_find(report.columns[1].choices, "contracting") > 0);
	assert_int_equal(report.columns[2].type, CH_TYPE_NUMBER);
	assert_null(report.scan);
	ch_arena_release(&arena);

#define REPORT "-- report: hours\n-- title: Hours\n-- about: All\n"
#define NO_CHART " is not LABEL FIGURE: two of the columns, the second of figures and not the first column"
	report_refused(REPORT "-- columns: who:text:Who, sessions:number:Sessions\n-- chart: who\nSELECT 1",
		       "hours.sql:5: \"who\"" NO_CHART);
	report_refused(REPORT "-- columns: who:text:Who, area:text:Area\n-- chart: who area\nSELECT 1",
		       "hours.sql:5: \"who area\"" NO_CHART);
	report_refused(REPORT "SELECT 1", "hours.sql:4: the header has no \"columns\"");
	report_refused(REPORT "-- columns: who\nSELECT 1", "hours.sql:4: \"who\" is not key:type:Label");
	report_refused(REPORT "-- columns: who:text:\nSELECT 1", "hours.sql:4: \"who:text:\" is not key:type:Label");
	report_refused(REPORT "-- columns: who:string:Who\nSELECT 1",
		       "hours.sql:4: \"string\" is no type, as text, number or date, nor a field, as pairing.state");
	report_refused(
		REPORT "-- columns: who:pairing.who:Who\nSELECT 1",
		"hours.sql:4: \"pairing.who\" is no type, as text, number or date, nor a field, as pairing.state");
}

/* Every rule that warns says when: at once, or that time alone brings it about. */
static void test_occasions(void **state)
{
	struct check_file check;
	struct ch_error err = CH_NO_ERROR;
	const struct check_file *files;
	size_t count, timed = 0;

	(void)state;
	assert_int_equal(parse(GOOD_TOP "-- occasion: session\n" GOOD_TEXTS "SELECT 1\n", &check, &err), CH_OK);
	assert_true(check.occasions[CH_AT_SESSION] && !check.occasions[CH_AT_START] && !check.timed);
	refused(GOOD_TOP "-- occasion: start\n" GOOD_TEXTS "SELECT 1\n",
		"too-soon.sql:5: \"start\" is no occasion for a session; these are: session, time");
	files = check_file_all(&count);
	for (size_t i = 0; i < count; i++) {
		bool said = false;

		for (int at = 0; at < CH_OCCASION_COUNT; at++)
			said |= files[i].occasions[at];
		timed += files[i].timed;
		if (files[i].info.severity == CH_SEVERITY_WARN && !said && !files[i].timed)
			fail_msg("%s warns and does not say on which occasion", files[i].info.name);
	}
	assert_true(timed > 0);
}

/* Without parsing them it must be known of each operation whether any check gates it. */
static void test_gated_operations(void **state)
{
	const struct check_file *files;
	size_t count, gated = 0;

	(void)state;
	for (int operation = CH_NO_OPERATION + 1; operation < CH_OPERATION_COUNT; operation++) {
		bool gates = check_file_any_gates(operation), parsed = false;

		files = check_file_all(&count);
		for (size_t i = 0; i < count; i++)
			parsed |= files[i].gates[operation];
		if (gates != parsed)
			fail_msg("%s", ch_operation_info(operation)->code);
		gated += gates;
	}
	assert_true(gated > 1 && gated < CH_OPERATION_COUNT - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_gated_operations),
		cmocka_unit_test(test_a_whole_header),
		cmocka_unit_test(test_occasions),
		cmocka_unit_test(test_what_is_wrong_is_named_with_its_line),
		cmocka_unit_test(a_semicolon_at_the_end_is_left_out), cmocka_unit_test(test_broken_templates),
		cmocka_unit_test(test_filling),
		cmocka_unit_test(test_the_files_of_the_program),
		cmocka_unit_test(test_columns_of_reports),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
