/*
 * A check or report of one's own that was right when it was added and is broken now, as after a table has changed: it
 * is told with file and line, and the rest still runs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static const char check_text[] = "\n"
				 "-- rule: -\n"
				 "-- severity: warn\n"
				 "-- subject: person\n"
				 "-- harm: 50\n"
				 "-- title: Odd\n"
				 "-- says: {who} is odd\n"
				 "-- why: So.\n"
				 "-- fix: ask\n"
				 "-- command: chiron person set {subject_id}\n"
				 "SELECT person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id,\n"
				 "\tname AS who\n"
				 "FROM person\n";

static const char report_text[] = "\n"
				  "-- title: Names\n"
				  "-- about: Who there is.\n"
				  "-- columns: name:text:Name\n"
				  "SELECT\n"
				  "\tname\n"
				  "FROM person\n";

static void add(struct scheme_fixture *f, const char *kind, const char *rest, const char *name)
{
	struct ch_own_file own;
	bool replaced;

	GOOD(f, ch_own_file_add(&f->c, ch_arena_printf(&f->arena, "%s.sql", name),
				ch_arena_printf(&f->arena, "-- %s: %s%s", kind, name, rest), &f->arena, &own,
				&replaced, &f->err));
}

/* As if the column were called something else by now. */
static void break_file(struct scheme_fixture *f, const char *name)
{
	scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE own_file SET text = replace(text, char(9) || 'name',"
						 " char(9) || 'nom') WHERE name = '%s'", name));
}

static const struct ch_finding *finding_of(const struct ch_findings *findings, const char *check)
{
	for (size_t i = 0; i < findings->count; i++)
		if (strcmp(findings->items[i].check->name, check) == 0)
			return &findings->items[i];
	return NULL;
}

static void a_broken_check_names_its_line_and_the_rest_runs(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_check_query query = {.all = true};
	struct ch_findings findings;

	scheme_person(f, "Ann", NULL, 0, NULL, NULL, CH_UNKNOWN);
	add(f, "check", check_text, "odd");
	add(f, "check", check_text, "even");
	break_file(f, "odd");
	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	const struct ch_finding *broken = finding_of(&findings, "own-check-broken");
	assert_non_null(broken);
	assert_non_null(strstr(broken->says, "odd"));
	assert_non_null(strstr(broken->says, ":12: "));
	assert_non_null(strstr(broken->says, "nom"));
	assert_non_null(finding_of(&findings, "even"));
}

static void a_broken_report_names_its_line_and_the_others_run(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_report_query query = {.name = "odd", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_report_info *infos;
	struct ch_grid grid;
	size_t count;

	add(f, "report", report_text, "odd");
	add(f, "report", report_text, "even");
	break_file(f, "odd");
	assert_int_not_equal(ch_report_run(&f->c, &query, &f->arena, &grid, &f->err), CH_OK);
	assert_non_null(strstr(f->err.message, ":6: "));
	assert_non_null(strstr(f->err.message, "nom"));
	f->err = CH_NO_ERROR;
	query.name = "even";
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	GOOD(f, ch_report_list(&f->c, &f->arena, &infos, &count, &f->err));
	assert_string_equal(infos[count - 1].name, "odd");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(a_broken_check_names_its_line_and_the_rest_runs),
		WITH_SCHEME(a_broken_report_names_its_line_and_the_others_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
