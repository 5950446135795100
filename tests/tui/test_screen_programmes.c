/* Programmes: adding one, opening it with what its design record lacks, enrolling, and making the proposed pairs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Programmes", programmes_open);
	return s;
}

static struct ch_programme programme_of(struct scheme *s, int64_t id)
{
	struct ch_programme programme;

	GOOD(s, ch_programme_get(&s->c, id, &s->arena, &programme, &s->err));
	return programme;
}

/* A mentoring programme without a design record; its id. */
static int64_t blank_programme(struct scheme *s)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Back to Work";
	programme.kind = CH_KIND_MENTORING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	return programme.programme_id;
}

static int64_t count_of(struct scheme *s, enum ch_list_id list, const char *filter, int64_t programme_id)
{
	struct ch_list_query query = {.list = list, .filter = filter, .programme_id = programme_id};
	int64_t count = -1;

	GOOD(s, ch_list_count(&s->c, &query, &count, &s->err));
	return count;
}

static void each_has_its_figures(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Programmes | 1");
	assert_non_null(strstr(scheme_row(s, "2 mentors, 4 mentees"), "> + Autumn"));
	assert_non_null(strstr(scheme_row(s, "2 mentors, 4 mentees"), "running"));
	SHOWS(s, "Live pairs");
	SHOWS(s, "1 of 1  Autumn: m proposes pairs");
}

static void the_first_one_is_added(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "There is no programme yet. a adds the first one.");
	scheme_keys(s, "a");
	SHOWS(s, "Add a programme | 1 of");
	scheme_type(s, "Back to Work");
	scheme_keys(s, "Tab");
	scheme_type(s, "m");
	SHOWS(s, "opening will still need: Strategic purpose, Focus areas");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Back to Work is added, in design. > opens it for pairings");
	assert_non_null(strstr(scheme_row(s, "0 mentors, 0 mentees"), "> ~ Back to Work"));
	scheme_keys(s, "e Ctrl-U");
	scheme_type(s, "On to Work");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "On to Work is saved");
}

static void opening_asks_for_what_is_blank(void **state)
{
	static const char *const parts[] = {"People find work again", "Confidence", "one to one", "a review"};
	struct scheme *s = *state;
	int64_t id = blank_programme(s);

	shown(state);
	scheme_keys(s, ">");
	SHOWS(s, "does not say yet: Strategic purpose");
	SHOWS(s, "Before it opens: Back to Work | 1 of 5");
	HIDES(s, "Nothing else is needed");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		scheme_type(s, parts[i]);
		scheme_keys(s, "Tab");
	}
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "This is needed");
	assert_int_equal(programme_of(s, id).state, CH_PROGRAMME_IS_DESIGN);
	assert_null(programme_of(s, id).purpose); /* nothing is saved by halves */
	scheme_type(s, "by the coordinator");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Back to Work is open.");
	assert_int_equal(programme_of(s, id).state, CH_PROGRAMME_IS_OPEN);
	assert_string_equal(programme_of(s, id).matching_process, "by the coordinator");
	scheme_keys(s, ">");
	SHOWS(s, "Back to Work is open already.");
}

static void only_what_is_blank_is_asked(void **state)
{
	struct scheme *s = *state;
	struct ch_programme programme = programme_of(s, blank_programme(s));

	programme.purpose = "People find work again";
	programme.components = "a review";
	GOOD(s, ch_programme_set(&s->c, &programme, &s->err));
	shown(state);
	scheme_keys(s, ">");
	SHOWS(s, "Before it opens: Back to Work | 1 of 3");
	HIDES(s, "Components:");
	scheme_keys(s, "Esc");
	SHOWS(s, "Programmes | 1");
	assert_int_equal(programme_of(s, programme.programme_id).state, CH_PROGRAMME_IS_DESIGN);
}

static void those_whose_roles_fit_are_enrolled(void **state)
{
	struct scheme *s = shown(state);
	int64_t before = count_of(s, CH_LIST_ENROLMENTS, NULL, s->programme);

	scheme_keys(s, "E");
	SHOWS(s, " enrolled. m proposes pairs");
	assert_true(count_of(s, CH_LIST_ENROLMENTS, NULL, s->programme) > before);
	scheme_keys(s, "E");
	SHOWS(s, "Everybody whose roles fit is enrolled already");
	scheme_keys(s, "x");
	scheme_type(s, "make ready");
	scheme_keys(s, "Enter");
	SHOWS(s, "Do all who applied to Autumn know what they want, and have the time?");
	scheme_keys(s, "y");
	SHOWS(s, " are ready now");
	assert_int_equal(count_of(s, CH_LIST_ENROLMENTS, "state:applied", s->programme), 0);
}

static void proposed_pairs_are_made(void **state)
{
	struct scheme *s = shown(state);
	int64_t pairs = count_of(s, CH_LIST_PAIRINGS, NULL, s->programme), proposed;

	scheme_keys(s, "E m");
	SHOWS(s, "pairs proposed;");
	proposed = count_of(s, CH_LIST_PROPOSALS, "state:drafted", s->programme);
	assert_true(proposed > 1);
	SHOWS(s, "Autumn | 2 proposed");
	SHOWS(s, "Places:"); /* a reason of the focused one */
	scheme_keys(s, "> n");
	assert_int_equal(count_of(s, CH_LIST_PAIRINGS, NULL, s->programme), pairs);
	scheme_keys(s, ">");
	SHOWS(s, "[y] both [m]entor m[e]ntee [a]ll [n]o");
	scheme_keys(s, "y");
	SHOWS(s, "Does the mentee or coachee know what they want, and have the time? [y]es [n]o");
	scheme_keys(s, "n");
	assert_int_equal(count_of(s, CH_LIST_PAIRINGS, NULL, s->programme), pairs);
	scheme_keys(s, "> y y");
	SHOWS(s, "The pair is made.");
	assert_int_equal(count_of(s, CH_LIST_PAIRINGS, NULL, s->programme), pairs + 1);
	scheme_keys(s, "m > a y");
	SHOWS(s, "No pair is proposed");
	assert_int_equal(count_of(s, CH_LIST_PAIRINGS, NULL, s->programme), pairs + proposed);
	scheme_keys(s, "q");
	SHOWS(s, "Programmes | 1");
}

static void closing_is_asked_first(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "C");
	SHOWS(s, "Close Autumn, with 3 live pairings?");
	scheme_keys(s, "Enter");
	assert_int_equal(programme_of(s, s->programme).state, CH_PROGRAMME_IS_RUNNING);
	scheme_keys(s, "C y");
	SHOWS(s, "Autumn is closing; its pairings are still to be closed");
	assert_int_equal(programme_of(s, s->programme).state, CH_PROGRAMME_IS_CLOSING);
	scheme_keys(s, "C y");
	SHOWS(s, "still has 3 live pairings");
}

static void one_in_design_closes_at_once(void **state)
{
	struct scheme *s = *state;
	int64_t id = blank_programme(s);

	shown(state);
	scheme_keys(s, "C y");
	SHOWS(s, "Back to Work is closed");
	assert_int_equal(programme_of(s, id).state, CH_PROGRAMME_IS_CLOSED);
	scheme_keys(s, "m");
	SHOWS(s, "Back to Work is closed: nobody is enrolled");
}

static void a_small_window_keeps_name_and_state(void **state)
{
	struct scheme *s = shown(state);

	scheme_dump(s, 40, 10);
	assert_non_null(strstr(scheme_row(s, "Autumn  "), "running"));
}

/* Why somebody is not ready is asked, not demanded, and stands in the list. */
static void who_is_not_ready_is_so_for_a_reason(void **state)
{
	struct scheme *s = *state;
	struct ch_enrolment enrolment;

	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.person_id = scheme_person(s, "Ada Early", NULL, 1 << CH_ROLE_MENTEE);
	enrolment.programme_id = s->programme;
	enrolment.role = CH_ROLE_MENTEE;
	GOOD(s, ch_enrolment_add(&s->c, &enrolment, &s->err));
	scheme_show(s, "Programmes", programmes_open);
	scheme_keys(s, "x");
	scheme_type(s, "enrolled");
	scheme_keys(s, "Enter");
	SHOWS(s, "Ada Early");
	scheme_keys(s, "G D");
	SHOWS(s, "Not ready because");
	list_move(s->app.top->below->list, -1); /* as when others change the rows below */
	scheme_type(s, "exams until June");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 found not ready");
	assert_non_null(strstr(scheme_dump(s, 140, 24), "exams until June"));
	GOOD(s, ch_enrolment_get(&s->c, enrolment.enrolment_id, &s->arena, &enrolment, &s->err));
	assert_int_equal(enrolment.state, CH_ENROLMENT_NOT_READY);
}

static void what_is_running_is_not_opened_again(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Programmes", programmes_open);
	scheme_keys(s, ">");
	SHOWS(s, "Autumn is running: it is not possible to open a programme now, because");
	SHOWS(s, "a in Programmes begins another one");
}

/* Enter leads to the people of it, `e` to what it is. */
static void enter_shows_who_is_in_it(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Enter:people");
	scheme_keys(s, "Enter");
	SHOWS(s, "Autumn | enrolled | 6");
	SHOWS(s, "Wen Patel");
	scheme_keys(s, "q e");
	SHOWS(s, "Edit a programme");
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

/* Two marked are put into a cohort by one form, and Enter on the cohort shows who is in it. */
static void marked_people_are_put_into_a_cohort(void **state)
{
	struct scheme *s = *state;
	struct ch_cohort cohort;

	ch_record_start(ch_entity_of(CH_COHORT), &cohort);
	cohort.programme_id = s->programme;
	cohort.name = "Autumn 2026";
	GOOD(s, ch_part_add(&s->c, CH_COHORT, &cohort, &s->err));
	shown(state);
	scheme_keys(s, "Enter Space Space e");
	SHOWS(s, "Edit enrolments, 2 marked");
	form_type((struct form *)s->app.top, "cohort_id", "Autumn 2026");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 changed");
	assert_int_equal(count_of(s, CH_LIST_ENROLMENTS, "cohort:\"Autumn 2026\"", s->programme), 2);
	scheme_keys(s, "q v");
	SHOWS(s, "Enter:people");
	scheme_keys(s, "Enter");
	SHOWS(s, "enrolled | 2 of ");
	scheme_keys(s, "q");
	SHOWS(s, "[Cohorts]");
}

/* In a file a day takes 10 cells, on the screen one of another year 11. */
static void a_day_of_another_year_is_shown_whole(void **state)
{
	struct scheme *s = *state;
	struct ch_programme programme;

	GOOD(s, ch_programme_get(&s->c, s->programme, &s->arena, &programme, &s->err));
	programme.starts_on = ch_date_from_iso("2025-11-28");
	programme.ends_on = ch_date_from_iso("2027-10-31");
	GOOD(s, ch_programme_set(&s->c, &programme, &s->err));
	scheme_show(s, "Programmes", programmes_open);
	SHOWS_AT(s, 200, 60, "28 Nov 2025  31 Oct 2027 \u2502");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marked_people_are_put_into_a_cohort, scheme_setup, scheme_teardown),
		WITH(each_has_its_figures, scheme_setup),
		WITH(the_first_one_is_added, scheme_setup_empty),
		WITH(opening_asks_for_what_is_blank, scheme_setup_empty),
		WITH(only_what_is_blank_is_asked, scheme_setup_empty),
		WITH(those_whose_roles_fit_are_enrolled, scheme_setup),
		WITH(proposed_pairs_are_made, scheme_setup),
		WITH(closing_is_asked_first, scheme_setup),
		WITH(enter_shows_who_is_in_it, scheme_setup),
		WITH(who_is_not_ready_is_so_for_a_reason, scheme_setup),
		WITH(what_is_running_is_not_opened_again, scheme_setup),
		WITH(one_in_design_closes_at_once, scheme_setup_empty),
		WITH(a_small_window_keeps_name_and_state, scheme_setup),
		WITH(a_day_of_another_year_is_shown_whole, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
