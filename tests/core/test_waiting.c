/*
 * Who waits is said by one view: figures, checks, reports, lists and the
 * matching have the same people, whatever becomes of them.
 */
#include "check_scheme.h"
#include "core/match/match.h"

enum { NAMES_MOST = 20 };

/* Names, each once, in order. */
struct names {
	const char *name[NAMES_MOST];
	size_t count;
};

static void add(struct names *names, const char *name)
{
	size_t at = 0;

	while (at < names->count && strcmp(names->name[at], name) < 0)
		at++;
	if (at < names->count && strcmp(names->name[at], name) == 0)
		return;
	assert_true(names->count < NAMES_MOST);
	memmove(names->name + at + 1, names->name + at, (names->count++ - at) * sizeof(*names->name));
	names->name[at] = name;
}

static void assert_names(struct check_scheme *scheme, const char *where, const struct names *names, const char *wanted)
{
	char *text = ch_arena_printf(&scheme->arena, "%s", "");

	for (size_t i = 0; i < names->count; i++)
		text = ch_arena_printf(&scheme->arena, "%s%s%s", text, i > 0 ? " " : "", names->name[i]);
	if (strcmp(text, wanted) != 0)
		fail_msg("%s has %s, not %s", where, text, wanted);
}

/* Those of whom a check finds something; their number, each programme for
 * itself, is returned. */
static size_t found(struct check_scheme *scheme, const char *check, struct names *names)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_findings findings;

	if (ch_check_run(&scheme->c, &(struct ch_check_query){.rule = check}, &scheme->arena, &findings, &err) != CH_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < findings.count; i++)
		add(names, findings.items[i].who);
	return findings.count;
}

/* The sum of what a check measures: those whom it names by programme. */
static int64_t measured(struct check_scheme *scheme, const char *check)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_findings findings;
	int64_t sum = 0;

	if (ch_check_run(&scheme->c, &(struct ch_check_query){.rule = check}, &scheme->arena, &findings, &err) != CH_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < findings.count; i++)
		sum += findings.items[i].measure;
	return sum;
}

static struct ch_grid run_report(struct check_scheme *scheme, const char *name)
{
	const struct ch_report_query query = all(name);
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_report_run(&scheme->c, &query, &scheme->arena, &grid, &err) != CH_OK)
		fail_msg("%s: %s", name, err.message);
	return grid;
}

static const char *cell(const struct ch_grid *grid, size_t row, const char *key)
{
	for (size_t i = 0; i < grid->column_count; i++)
		if (strcmp(grid->columns[i].key, key) == 0)
			return grid->rows[row].cells[i];
	fail_msg("no column %s", key);
	return NULL;
}

static size_t on_waiting_list(struct check_scheme *scheme, const char *state, struct names *names)
{
	const struct ch_grid grid = run_report(scheme, "waiting-list");
	size_t count = 0;

	for (size_t i = 0; i < grid.row_count; i++)
		if (strcmp(cell(&grid, i, "state"), state) == 0) {
			add(names, cell(&grid, i, "person"));
			count++;
		}
	return count;
}

static int64_t in_summary(struct check_scheme *scheme)
{
	const struct ch_grid grid = run_report(scheme, "programme-summary");
	int64_t sum = 0;

	for (size_t i = 0; i < grid.row_count; i++)
		sum += strtoll(cell(&grid, i, "waiting"), NULL, 10);
	return sum;
}

static void list_people(struct check_scheme *scheme, const char *filter, struct names *names)
{
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = filter};
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_list_fetch(&scheme->c, &query, &scheme->arena, &grid, &err) != CH_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < grid.row_count; i++)
		add(names, cell(&grid, i, "name"));
}

static void matched(struct check_scheme *scheme, struct names *names)
{
	for (int64_t programme = 1; programme <= 2; programme++) {
		struct ch_error err = CH_NO_ERROR;
		struct ch_matching *m;

		if (ch_matching_open(&scheme->c, programme, &m, &err) == CH_DATA)
			continue; /* it is closing */
		if (err.status != CH_OK)
			fail_msg("%s", err.message);
		for (size_t i = 0; i < m->learners.count; i++)
			add(names, ch_arena_copy(&scheme->arena, m->learners.people[i].name));
		ch_matching_close(m);
	}
}

/*
 * Who is ready and who applied, as learners and as guides. All who tell of them
 * do so alike, and in the same numbers; `both`: the learners together, as the
 * matching has them.
 */
static void assert_waiting(struct check_scheme *scheme, const char *ready, const char *applied, const char *guides,
			   const char *both)
{
	struct names by_check = {.count = 0}, by_list = {.count = 0}, by_filter = {.count = 0};
	struct names undecided = {.count = 0}, all_undecided = {.count = 0}, by_matching = {.count = 0};
	struct names applied_names = {.count = 0}, guide_names = {.count = 0};
	struct ch_error err = CH_NO_ERROR;
	struct ch_figures figures;
	size_t count = found(scheme, "waiting-for-a-match", &by_check);

	assert_names(scheme, "the check", &by_check, ready);
	assert_int_equal(on_waiting_list(scheme, "ready", &by_list), count);
	assert_names(scheme, "the waiting list", &by_list, ready);
	list_people(scheme, "waiting:yes", &by_filter);
	assert_names(scheme, "the list of people", &by_filter, ready);
	assert_int_equal(ch_figures_read(&scheme->c, &figures, &err), CH_OK);
	assert_int_equal(figures.waiting, count);
	assert_int_equal(measured(scheme, "learners-waiting"), count);
	assert_int_equal(in_summary(scheme), count);

	size_t learners = on_waiting_list(scheme, "applied", &applied_names);
	assert_names(scheme, "the waiting list of those who applied", &applied_names, applied);
	assert_int_equal(figures.applied, found(scheme, "waiting-for-readiness", &undecided));
	assert_int_equal(figures.applied, measured(scheme, "applications-waiting"));
	list_people(scheme, "undecided:yes", &all_undecided);
	for (size_t i = 0; i < all_undecided.count; i++)
		if (strstr(applied, all_undecided.name[i]) == NULL)
			add(&guide_names, all_undecided.name[i]);
	assert_names(scheme, "guides who applied", &guide_names, guides);
	assert_int_equal(undecided.count, all_undecided.count);
	assert_non_null(strstr(report(scheme, all("in-short")),
			       learners == 0 ? "\nPairs today"
					     : ch_arena_printf(&scheme->arena, "to be found ready: %zu.", learners)));
	assert_non_null(strstr(report(scheme, all("in-short")),
			       count == 0 ? "Nobody who is ready waits"
					  : ch_arena_printf(&scheme->arena, "waiting for a match today: %zu,", count)));
	matched(scheme, &by_matching);
	assert_names(scheme, "the matching", &by_matching, both);
}

/* Eve and Fay wait for a match, Gus and Hal to be found ready, Hal as a mentor.
 */
static const char four[] = PERSON(7, "Gus", "1") PERSON(8, "Hal", "1") READY(11, 1, 5, "mentee")
	READY(12, 2, 6, "coachee") ENROLMENT(13, 1, 7, "mentee", "applied", "2026-11-02")
		ENROLMENT(14, 1, 8, "mentor", "applied", "2026-11-03");

static void all_tell_of_the_same(void **state)
{
	struct check_scheme *scheme = *state;

	assert_waiting(scheme, "", "", "", "");
	run_sql(scheme, four);
	assert_waiting(scheme, "Eve Fay", "Gus", "Hal", "Eve Fay Gus");
}

static void who_left_or_will_waits_for_nobody(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, four);
	run_sql(scheme, "UPDATE person SET left_on = '2026-11-22' WHERE name IN ('Eve', 'Hal');"
			"UPDATE person SET left_on = '2026-11-24' WHERE name = 'Gus'");
	assert_waiting(scheme, "Fay", "", "", "Fay");
}

/* The matching says itself that somebody is away; they wait all the same. */
static void who_is_away_waits(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, four);
	run_sql(scheme, "UPDATE person SET availability = 'away' WHERE person_id IN (5, 8)");
	assert_waiting(scheme, "Eve Fay", "Gus", "Hal", "Eve Fay Gus");
}

static void each_programme_and_each_role_counts_for_itself(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, four);
	/* Eve waits in both, Fay mentors where she does not wait, Ada would be
   * mentored where she mentors. */
	run_sql(scheme, READY(15, 2, 5, "coachee") ENROLMENT(16, 1, 6, "mentor", "ready", "2026-11-01")
				PAIRING(3, 1, "mentoring", 6, 4, "active") READY(17, 1, 1, "mentee"));
	assert_waiting(scheme, "Ada Eve Fay", "Gus", "Hal", "Ada Eve Fay Gus");
	/* Paired in one programme, she waits in the other; a mentor who is paired was
   * found ready by it. */
	run_sql(scheme, PAIRING(4, 1, "mentoring", 8, 5, "contracting"));
	assert_waiting(scheme, "Ada Eve Fay", "Gus", "", "Ada Eve Fay Gus");
	run_sql(scheme, PAIRING(5, 2, "coaching", 3, 5, "paused"));
	assert_waiting(scheme, "Ada Fay", "Gus", "", "Ada Fay Gus");
}

static void an_ended_pairing_and_an_open_proposal_leave_them_waiting(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, four);
	run_sql(scheme, PAIRING(3, 1, "mentoring", 1, 5, "closing") PROPOSAL(1, 2, 3, 6, "drafted", "2026-12-01"));
	assert_waiting(scheme, "Eve Fay", "Gus", "Hal", "Eve Fay Gus");
	/* Approved, it is for the two to answer: nobody else is looked for meanwhile.
   */
	run_sql(scheme, "UPDATE proposal SET state = 'approved'");
	assert_waiting(scheme, "Eve Fay", "Gus", "Hal", "Eve Gus");
	run_sql(scheme, "UPDATE proposal SET expires_on = '2026-11-22'");
	assert_waiting(scheme, "Eve Fay", "Gus", "Hal", "Eve Fay Gus");
}

/* In a programme that is not open yet nobody waits; its matching can be tried.
 */
static void nobody_waits_where_nothing_is_matched(void **state)
{
	struct check_scheme *scheme = *state;

	run_sql(scheme, four);
	run_sql(scheme, "UPDATE programme SET state = 'design' WHERE programme_id = 1");
	assert_waiting(scheme, "Fay", "", "", "Eve Fay Gus");
	run_sql(scheme, "UPDATE programme SET state = 'closing'");
	assert_waiting(scheme, "", "", "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		check_scheme_test(all_tell_of_the_same),
		check_scheme_test(who_left_or_will_waits_for_nobody),
		check_scheme_test(who_is_away_waits),
		check_scheme_test(each_programme_and_each_role_counts_for_itself),
		check_scheme_test(an_ended_pairing_and_an_open_proposal_leave_them_waiting),
		check_scheme_test(nobody_waits_where_nothing_is_matched),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
