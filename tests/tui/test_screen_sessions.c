/* The sessions of all pairings: an agenda by day, and a month; whose they are, and small and wide windows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>

#include <stdio.h>
#include <string.h>

#include "scheme.h"
#include "tui/widgets/form.h"
#include "tui/widgets/month_view.h"
#include "tui/screens/screens.h"

static void arrange(struct scheme *s, int64_t pairing_id, const char *iso, int64_t starts_at)
{
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	session.session_date = ch_date_from_iso(iso);
	session.starts_at = starts_at;
	GOOD(s, ch_session_arrange(&s->c, &session, NULL, &s->err));
}

/* Two of tomorrow, the later one arranged first; one of next month; and one of last week, never recorded. */
static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	arrange(s, s->wen_chen, "2026-11-24", 17 * 60);
	arrange(s, s->rosa_dara, "2026-11-24", 9 * 60 + 30);
	arrange(s, s->rosa_dara, "2026-12-08", 600);
	scheme_today(s, "2026-11-16");
	arrange(s, s->rosa_dara, "2026-11-18", 600);
	scheme_today(s, "2026-11-23");
	scheme_show(s, "Sessions", sessions_open);
	return s;
}

static void the_agenda_begins_at_today(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Day            At  Mentee or coachee");
	assert_non_null(strstr(scheme_row(s, "Tomorrow"), "> . Tomorrow    09:30  Dara Okafor"));
	assert_non_null(strstr(scheme_row(s, "17:00"), "  .             17:00  Chen Okafor")); /* the day once */
	assert_non_null(strstr(scheme_row(s, "Wed 18 Nov"), "! Wed 18 Nov  10:00  Dara Okafor"));
	assert_non_null(strstr(scheme_row(s, "Wed 18 Nov"), "to record"));
	SHOWS(s, "Tue 24 Nov, Rosa Vega - Dara Okafor: arranged");
	scheme_keys(s, "G");
	assert_non_null(strstr(scheme_row(s, "> "), "Tue 8 Dec"));
}

static void the_place_among_all_is_said(void **state)
{
	struct scheme *s = shown(state);
	const char *row = scheme_row(s, ": arranged");
	int64_t all = s->app.top->list->count;
	char wanted[64];

	snprintf(wanted, sizeof wanted, " %d of %d  Tomorrow, Tue 24 Nov", (int)all - 2, (int)all);
	assert_non_null(strstr(row, wanted));
}

static void tab_shows_the_month_of_the_same_day(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "Tab");
	SHOWS(s, "Sessions | November 2026");
	SHOWS(s, "   Mon        Tue        Wed        Thu        Fri        Sat        Sun");
	assert_non_null(strstr(scheme_row(s, "[23]"), "   [23]     >  24    2    25         26  "));
	assert_non_null(strstr(scheme_row(s, "  18 "), "18    1!")); /* one that passed and was not recorded */
	SHOWS(s, "Tue 24 Nov: 2 sessions");
	SHOWS(s, "Tomorrow"); /* the agenda below */
}

/* Another program may have written it: it is told of by `chiron verify`, and is of no day of the month. */
static void a_day_that_is_none_is_counted_nowhere(void **state)
{
	struct scheme *s = *state;
	sqlite3 *file = NULL;

	arrange(s, s->wen_chen, "2026-11-24", 17 * 60);
	arrange(s, s->rosa_dara, "2026-11-25", 17 * 60);
	assert_int_equal(sqlite3_open(s->path, &file), SQLITE_OK);
	assert_int_equal(sqlite3_exec(file, "UPDATE session SET session_date = '2026-11-2x'"
				      " WHERE session_date = '2026-11-25'", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(file);
	scheme_show(s, "Sessions", sessions_open);
	scheme_keys(s, "Tab");
	SHOWS(s, "Sessions | November 2026, 2"); /* that of 2 November is the other */
	SHOWS(s, "24    1    25         26");
	scheme_keys(s, "Tab G Tab"); /* from the session itself */
	SHOWS(s, "Sessions | November 2026, 2");
}

static void the_month_goes_by_day_week_and_month(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "Tab Left");
	SHOWS(s, "Mon 23 Nov, today: no session");
	scheme_keys(s, "Enter");
	SHOWS(s, "No session on Mon 23 Nov");
	scheme_keys(s, "Right k k j");
	SHOWS(s, "Tue 17 Nov: no session");
	scheme_keys(s, "J");
	SHOWS(s, "Wed 18 Nov: 1 session, 1 to be recorded");
	scheme_keys(s, "PgDn");
	SHOWS(s, "Sessions | December 2026, 1");
	scheme_keys(s, "g");
	SHOWS(s, "Tue 1 Dec: no session");
	scheme_keys(s, "j Enter");
	SHOWS(s, "Tue 8 Dec, Rosa Vega - Dara Okafor: arranged"); /* the agenda, on that day */
	scheme_keys(s, "Enter");
	SHOWS(s, "Dara Okafor");
	scheme_keys(s, "q Tab");
	SHOWS(s, "Sessions | December 2026, 1");
}

static void a_filter_holds_for_both(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f");
	scheme_type(s, "dara state:arranged");
	scheme_keys(s, "Enter Tab");
	SHOWS(s, "Sessions | November 2026, 2");
}

static void a_guide_sees_their_own(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, 0);
	arrange(s, s->wen_chen, "2026-11-24", 17 * 60);
	arrange(s, s->rosa_dara, "2026-11-24", 9 * 60 + 30);
	scheme_act_as(s, s->rosa);
	scheme_show(s, "Sessions", sessions_open);
	SHOWS(s, "Sessions | 1");
	SHOWS(s, "Dara Okafor");
	HIDES(s, "Chen Okafor");
	scheme_keys(s, "Tab");
	SHOWS(s, "Tue 24 Nov: 1 session");
}

static void small_and_wide_windows(void **state)
{
	struct scheme *s = shown(state);

	SHOWS_AT(s, 40, 10, "> . Tomorrow    Dara Okafor");
	SHOWS_AT(s, 160, 45, "Rosa Vega");
	SHOWS_AT(s, 160, 45, "Open actions"); /* the pairing beside the list */
	scheme_keys(s, "Tab");
	SHOWS_AT(s, 40, 10, "23] >24 2");
	SHOWS_AT(s, 40, 10, "18!1");
}

static void there_may_be_none(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Sessions", sessions_open);
	SHOWS(s, "No session yet. L logs one that was held; r in 3 Pairs arranges one");
	scheme_keys(s, "Tab Right PgUp Enter");
	SHOWS(s, "No session on Sat 24 Oct");
}

static void a_week_begins_on_monday_where_the_locale_is_silent(void **state)
{
	(void)state;
	assert_int_equal(month_week_begin(ch_date_from_iso("2026-11-23")), ch_date_from_iso("2026-11-23"));
	assert_int_equal(month_week_begin(ch_date_from_iso("2026-11-29")), ch_date_from_iso("2026-11-23"));
}

static int state_of(struct scheme *s, int64_t session_id)
{
	struct ch_session session;

	GOOD(s, ch_session_get(&s->c, session_id, &s->arena, &session, &s->err));
	return session.state;
}

static void cancel_marked(struct scheme *s)
{
	scheme_keys(s, ":");
	scheme_type(s, "cancel");
	scheme_keys(s, "Enter");
	SHOWS(s, "Cancel 2 marked sessions");
	scheme_keys(s, "c Ctrl-S");
}

/* A day on which nobody meets: all of it in one form, and one step to undo; one that was held stays as it was. */
static void marked_sessions_are_cancelled_in_one_form(void **state)
{
	struct scheme *s = shown(state);
	struct list *list = s->app.top->list;
	const int64_t *ids;
	int64_t first, second, held;

	scheme_keys(s, "Space Space");
	assert_int_equal(list_marked(list, &ids), 2);
	first = ids[0];
	second = ids[1];
	cancel_marked(s);
	SHOWS(s, "2 cancelled");
	assert_int_equal(state_of(s, first), CH_SESSION_CANCELLED);
	assert_int_equal(state_of(s, second), CH_SESSION_CANCELLED);
	list_unmark(list);
	held = scheme_session(s, s->wen_chen, "2026-11-10", 60);
	app_changed(&s->app);
	scheme_keys(s, "G Space");
	assert_true(list_mark(list, held, true));
	cancel_marked(s);
	SHOWS(s, "1 cancelled, 1 not");
	assert_int_equal(state_of(s, held), CH_SESSION_HELD);
}

static int64_t sessions_of(struct scheme *s, int64_t pairing_id)
{
	const struct ch_list_query query = {.list = CH_LIST_SESSIONS, .pairing_id = pairing_id};
	int64_t count;

	GOOD(s, ch_list_count(&s->c, &query, &count, &s->err));
	return count;
}

/* Somebody else takes the same session away while it is asked about: the one beside it is not meant. */
static void what_is_asked_about_stays_what_it_was(void **state)
{
	struct scheme *s = shown(state);
	struct event tick = {.type = EVENT_TICK};
	int64_t id, all = sessions_of(s, 0);

	scheme_keys(s, "g");
	id = list_row(s->app.top->list)->id;
	scheme_keys(s, "d");
	SHOWS(s, "Take the session away");
	GOOD(s, ch_session_remove(&s->c, id, &s->err));
	app_handle(&s->app, &tick);
	scheme_keys(s, "y");
	assert_int_equal(sessions_of(s, 0), all - 1);
	assert_int_not_equal(list_row(s->app.top->list)->id, id); /* and then it is seen that it is gone */
}

/* An aim of blanks is none; it was refused once the session was arranged, and saving again arranged another. */
static void a_blank_aim_is_none(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "r");
	scheme_type(s, "fri");
	form_type((struct form *)s->app.top, "topics", "  \n ");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "is arranged for");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marked_sessions_are_cancelled_in_one_form, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(what_is_asked_about_stays_what_it_was, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_blank_aim_is_none, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_agenda_begins_at_today, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_place_among_all_is_said, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(tab_shows_the_month_of_the_same_day, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_day_that_is_none_is_counted_nowhere, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_month_goes_by_day_week_and_month, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_filter_holds_for_both, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_guide_sees_their_own, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(small_and_wide_windows, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(there_may_be_none, scheme_setup_empty, scheme_teardown),
		cmocka_unit_test(a_week_begins_on_monday_where_the_locale_is_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
