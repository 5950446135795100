/* The open actions: order, signs, wording for the pair only, settling them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Actions", actions_open);
	return s;
}

static int state_of(struct scheme *s, int64_t action_id)
{
	struct ch_action action;

	GOOD(s, ch_action_get(&s->c, action_id, &s->arena, &action, &s->err));
	return action.state;
}

static void the_overdue_come_first(void **state)
{
	struct scheme *s = shown(state);
	const char *dump;

	SHOWS(s, "Actions | 3 open");
	assert_non_null(strstr(scheme_row(s, "Sat 14 Nov"), "> ! Overdue    Sat 14 Nov   9 d late    Chen Okafor"));
	assert_non_null(strstr(scheme_row(s, "Thu 26 Nov"), "  ~ This week  Thu 26 Nov   in 3 d      Wen Patel"));
	assert_non_null(strstr(scheme_row(s, "Sun 20 Dec"), "    Later      Sun 20 Dec   in 27 d     Dara Okafor"));
	dump = s->dump.text;
	assert_true(strstr(dump, "14 Nov") < strstr(dump, "26 Nov") && strstr(dump, "26 Nov") < strstr(dump, "20 Dec"));
	HIDES(s, "Read the advert"); /* done */
}

static void the_wording_is_the_pairs_own(void **state)
{
	struct scheme *s = shown(state);

	HIDES(s, "covering letter");
	HIDES(s, "alumni");
	SHOWS(s, "1 of 3  Chen Okafor, 9 d late (the wording is the pair's own)");
	scheme_keys(s, "G");
	SHOWS(s, "3 of 3  Dara Okafor, in 27 d");
	HIDES(s, "the pair's own"); /* there is none */
	HIDES(s, "  What");
}

static void the_pair_reads_it(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	shown(state);
	SHOWS(s, "Actions | 2 open");
	SHOWS(s, "Draft the covering");
	HIDES(s, "Dara Okafor");
	SHOWS(s, "9 d late: Draft the covering letter");
}

static void what_is_done_leaves_the_list(void **state)
{
	struct scheme *s = shown(state);
	int64_t late = list_row(s->app.top->list)->id;

	scheme_keys(s, "t");
	SHOWS(s, "The action is done");
	SHOWS(s, "Actions | 2 open");
	assert_int_equal(state_of(s, late), CH_ACTION_DONE);
}

static void marked_ones_go_together(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "Space Space");
	SHOWS(s, "d:drop 2");
	scheme_keys(s, "d");
	SHOWS(s, "2 actions are dropped");
	SHOWS(s, "Actions | 1 open");
	SHOWS(s, "Dara Okafor");
}

/* What one of them refuses does not stop the others. */
static void marked_ones_are_settled_each_by_itself(void **state)
{
	struct scheme *s = shown(state);
	const int64_t *ids;
	int64_t taken, left;

	scheme_keys(s, "Space Space");
	assert_int_equal(list_marked(s->app.top->list, &ids), 2);
	taken = ids[0];
	left = ids[1];
	GOOD(s, ch_action_settle(&s->c, taken, CH_ACTION_DONE, CH_NO_DATE, NULL, &s->err));
	scheme_keys(s, "d");
	SHOWS(s, "1 actions are dropped, 1 not; the first, action");
	assert_int_equal(state_of(s, taken), CH_ACTION_DONE);
	assert_int_equal(state_of(s, left), CH_ACTION_DROPPED);
}

static void carrying_asks_for_the_date(void **state)
{
	struct scheme *s = shown(state);
	int64_t late = list_row(s->app.top->list)->id;

	scheme_keys(s, ">");
	SHOWS(s, "New date: +1w");
	SHOWS(s, "= Mon 30 Nov");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "nonsense");
	SHOWS(s, "fri, 2 weeks, next month and 4 dec all work");
	scheme_keys(s, "Enter");
	SHOWS(s, "! ");
	assert_int_equal(state_of(s, late), CH_ACTION_OPEN);
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "4 dec");
	scheme_keys(s, "Enter");
	SHOWS(s, "The action is carried forward to Fri 4 Dec");
	SHOWS(s, "Actions | 3 open");
	assert_int_equal(state_of(s, late), CH_ACTION_CARRIED);
	assert_non_null(strstr(scheme_row(s, "Fri 4 Dec "), "Chen Okafor"));
}

static void enter_opens_the_pairing(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "Enter");
	SHOWS(s, "Wen Patel - Chen Okafor");
	scheme_keys(s, "q");
	SHOWS(s, "Actions | 3 open");
}

static void none_is_open(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "No action is open. They are set when a session is logged: L.");
	scheme_keys(s, "t");
	SHOWS(s, "! \"done\" is not possible");
}

static void a_small_window_keeps_the_state(void **state)
{
	struct scheme *s = shown(state);

	scheme_dump(s, 40, 10);
	assert_non_null(strstr(scheme_row(s, "9 d late"), "> ! 9 d late    Chen Okafor"));
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(the_overdue_come_first, scheme_setup),
		WITH(the_wording_is_the_pairs_own, scheme_setup),
		WITH(the_pair_reads_it, scheme_setup),
		WITH(what_is_done_leaves_the_list, scheme_setup),
		WITH(marked_ones_go_together, scheme_setup),
		WITH(marked_ones_are_settled_each_by_itself, scheme_setup),
		WITH(carrying_asks_for_the_date, scheme_setup),
		WITH(enter_opens_the_pairing, scheme_setup),
		WITH(none_is_open, scheme_setup_empty),
		WITH(a_small_window_keeps_the_state, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
