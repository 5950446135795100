/* Today: what needs somebody, the figures, and a scheme with nobody in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"

static void the_worst_stands_first_and_says_what_deals_with_it(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	SHOWS(s, "Today | Mon 23 Nov");
	SHOWS(s, "NEEDS YOU (4)");
	SHOWS(s, "> ~ Never started             Rosa Vega / Dara Okafor");
	SHOWS(s, "  ~ Actions overdue           Wen Patel / Chen Okafor");
	SHOWS(s, "1 of 4  made 5 October, 49 days ago, and no session yet");
	SHOWS(s, "  L, or `chiron log 2`");
	SHOWS_AT(s, 40, 10, "  L: ask both what stands in the way");
	SHOWS_AT(s, 40, 10, "  . Applications wa"); /* the foot gives way to the list, */
	SHOWS_AT(s, 40, 14, "  or `chiron log 2`");  /* where it must */
	SHOWS(s, "To mend it: ask both what stands in the way");
	SHOWS_AT(s, 40, 10, "> ~ Never started");
	SHOWS_AT(s, 145, 45, "  . Applications waiting");
	SHOWS_AT(s, 145, 45, "Pairings not started yet");
}

static void figures_are_counted(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	for (int i = 0; i < 2; i++) {
		ch_record_start(ch_entity_of(CH_SESSION), &session);
		session.pairing_id = i == 0 ? s->wen_chen : s->rosa_dara;
		session.session_date = ch_date_of(2026, 11, 26);
		GOOD(s, ch_session_arrange(&s->c, &session, NULL, &s->err));
	}
	scheme_show(s, "Today", today_open);
	SHOWS(s, "Pairs: 2 active, 1 contracting, 0 paused");
	SHOWS(s, "Sessions: 1 this month, 2 unfinished, next 7 days 2. Actions overdue: 1.");
	SHOWS_AT(s, 120, 40, "Pairings active          2");
	SHOWS_AT(s, 120, 40, "  contracting            1");
	SHOWS_AT(s, 120, 40, "Sessions this month      1");
	SHOWS_AT(s, 120, 40, "  held in all            2");
	SHOWS_AT(s, 120, 40, "  unfinished             2");
	SHOWS_AT(s, 120, 40, "Actions open             3");
	SHOWS_AT(s, 120, 40, "  overdue                1");
	SHOWS_AT(s, 120, 40, "Thu 26 Nov               2");
}

static void enter_opens_what_it_is_about_and_one_step_back_returns(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	scheme_keys(s, "j Enter");
	SHOWS(s, "mentee Chen Okafor");
	SHOWS(s, "Actions overdue: review them");
	SHOWS(s, "Enter:settle it");
	scheme_keys(s, "q");
	SHOWS(s, "> ~ Actions overdue");
}

/* What was done is told on coming back: that a finding is off the list, or what it says now. */
static void coming_back_today_says_what_was_done(void **state)
{
	struct scheme *s = *state;

	scheme_action(s, s->wen_chen, CH_SIDE_LEARNER, "2026-11-20", "Ring the library");
	scheme_show(s, "Today", today_open);
	scheme_keys(s, "j");
	SHOWS(s, "2 actions are overdue");
	scheme_keys(s, "Enter t Ctrl-S Esc");
	SHOWS(s, "Actions overdue, Wen Patel / Chen Okafor: now 1 action is");
	SHOWS(s, "> ~ Actions overdue");
	scheme_keys(s, "Enter t Ctrl-S Esc");
	SHOWS(s, "off the list: Actions overdue, Wen Patel / Chen Okafor");
	HIDES(s, "> ~ Actions overdue");
	scheme_keys(s, "Enter Esc");
	HIDES(s, "off the list");
}

/* Those who applied, by name; some are marked and found ready. */
static void applications_are_decided_from_today(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	scheme_keys(s, "G");
	SHOWS(s, "> . Applications waiting");
	scheme_keys(s, "Enter");
	SHOWS(s, "Autumn | enrolled");
	SHOWS(s, "applied");
	scheme_keys(s, "Space > y");
	SHOWS(s, "1 found ready");
	scheme_keys(s, "f");
	scheme_type(s, "nobody");
	scheme_keys(s, "Enter Esc");
	SHOWS(s, "The filter is as it was when this opened");
	scheme_keys(s, "Esc");
	SHOWS(s, "NEEDS YOU");
}

/* From the line that counts them to the pairs, to one of these, to the contact, until no word is due with either. */
static void contacts_that_are_due_are_made_from_today(void **state)
{
	static const struct app_tab tabs[] = {{"Today", today_open}, {"Pairs", pairs_open}};
	struct scheme *s = *state;

	scheme_contacts(s, s->programme, 30);
	scheme_show(s, "Today", today_open);
	s->app.tabs = tabs;
	s->app.tab_count = 2;
	scheme_keys(s, "G");
	SHOWS(s, ". Contacts due");
	scheme_keys(s, "Enter");
	SHOWS(s, "Wen Patel");
	SHOWS(s, "Rosa Vega");
	for (int side = CH_SIDE_GUIDE; side <= CH_SIDE_LEARNER; side++) {
		scheme_keys(s, "Enter : c o n t a c t Enter");
		form_type((struct form *)s->app.top, "side", side == CH_SIDE_GUIDE ? "guide" : "learner");
		scheme_keys(s, "Ctrl-S q");
	}
	HIDES(s, "Wen Patel");
	SHOWS(s, "Rosa Vega");
	scheme_contacts(s, s->programme, 0);
	scheme_keys(s, "Esc");
	HIDES(s, ". Contacts due");
}

/* What Today counts opens as a list of its own: the numbered one keeps the filter it has. */
static void a_list_from_today_leaves_the_numbered_one_as_it_was(void **state)
{
	static const struct app_tab tabs[] = {{"Today", today_open}, {"Pairs", pairs_open}};
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	s->app.tabs = tabs;
	s->app.tab_count = 2;
	scheme_keys(s, "2 f");
	scheme_type(s, "state:active,contracting");
	scheme_keys(s, "Enter 1 G k Enter");
	SHOWS(s, "Pairs | 1 of 3: state:contracting");
	SHOWS(s, "Pairings not started yet: record what each pair agreed");
	SHOWS(s, "Only these are shown; q goes back");
	scheme_keys(s, "j Esc");
	SHOWS(s, "> . Pairings not started yet");
	scheme_keys(s, "2");
	SHOWS(s, "Pairs | 3 of 3: state:active,contracting");
}

static void b_leads_to_the_feedback_of_the_pairing(void **state)
{
	struct scheme *s = *state;

	GOOD(s, ch_pairing_close(&s->c, s->wen_chen,
				 &(struct ch_closure){.on = CH_NO_DATE,
						      .kind = CH_CLOSURE_COMPLETED,
						      .initiator = CH_BY_BOTH,
						      .reason = CH_BECAUSE_PLANNED_END},
				 &s->err));
	scheme_show(s, "Today", today_open);
	for (int i = 0; i < 9 && strstr(scheme_dump(s, 80, 24), "Enter, or `chiron feedback") == NULL; i++)
		scheme_keys(s, "j");
	scheme_keys(s, "B");
	SHOWS(s, "Wen Patel - Chen Okafor | feedback");
	scheme_keys(s, "q");
	SHOWS(s, "NEEDS YOU");
}

static void what_is_dealt_with_is_gone_and_the_cursor_stays(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	scheme_keys(s, "L");
	SHOWS(s, "Rosa Vega - Dara Okafor: ");
	scheme_type(s, "60");
	scheme_keys(s, "Enter");
	SHOWS(s, "Session 1 of about 9 logged for Rosa Vega - Dara Okafor");
	HIDES(s, "Never started");
	SHOWS(s, "Unfinished record");
}

static void nothing_to_do_says_what_comes_next(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Ann Lee", "ann@example.org", 1 << CH_ROLE_MENTOR);
	scheme_show(s, "Today", today_open);
	SHOWS(s, "There is no programme yet: 7 Programmes, a makes one.");
	SHOWS_AT(s, 40, 10, "There is no programme yet");
}

/* One pairing, started today. */
static void all_is_well(void **state)
{
	struct scheme *s = *state;
	int64_t guide = scheme_person(s, "Ann Lee", "ann@example.org", 1 << CH_ROLE_COACH);
	int64_t learner = scheme_person(s, "Bo Diaz", "bo@example.org", 1 << CH_ROLE_COACHEE);
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Coaching";
	programme.kind = CH_KIND_COACHING;
	programme.planned_sessions = 6;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	s->programme = programme.programme_id;
	scheme_start(s, scheme_pairing(s, guide, learner));
	scheme_show(s, "Today", today_open);
	SHOWS(s, "All is well: nothing waits for you. L logs a");
	SHOWS_AT(s, 40, 10, "All is well");
	SHOWS_AT(s, 145, 45, "All is well: nothing waits for you. L logs a session.");
	scheme_action(s, 1, CH_SIDE_GUIDE, "2026-12-20", "A coach's own action, which the first screen leaves out");
	app_changed(&s->app);
	SHOWS(s, "Nothing is urgent. What can wait (1) is under :all");
	app_do(&s->app, COMMAND_FINDINGS);
	SHOWS(s, "ALL FINDINGS (4)");
	SHOWS(s, "The coach has taken on");
	app_do(&s->app, COMMAND_FINDINGS);
	SHOWS(s, "Nothing is urgent.");
}

static void add_own_check(struct scheme *s, const char *name)
{
	struct ch_own_file added;
	bool replaced;

	GOOD(s, ch_own_file_add(&s->c, ch_arena_printf(&s->arena, "%s.sql", name),
				ch_arena_printf(&s->arena,
						"-- check: %s\n-- rule: -\n-- severity: warn\n-- subject: person\n"
						"-- harm: 50\n-- title: %s\n-- says: {who} has none\n-- why: -\n"
						"-- fix: ask\n-- command: chiron person set {subject_id}\n"
						"SELECT person_id AS subject_id, NULL AS pairing_id, "
						"NULL AS programme_id, name AS who FROM person WHERE phone IS NULL\n",
						name, name),
				&s->arena, &added, &replaced, &s->err));
}

/* Two of the scheme's own that find the same: each finding is known by itself, marked and put off alone. */
static void what_own_checks_find_has_rows_of_its_own(void **state)
{
	struct scheme *s = *state;
	struct list *list;
	int64_t ids[64];
	size_t count = 0;

	add_own_check(s, "no-phone");
	add_own_check(s, "no-number");
	scheme_show(s, "Today", today_open);
	app_do(&s->app, COMMAND_FINDINGS);
	SHOWS(s, "no-number"); /* and further down the other one */
	list = s->app.top->list;
	list_go_first(list);
	for (int64_t i = 0; i < list->count && count < 64; i++, list_move(list, 1)) {
		ids[count] = list_row(list)->id;
		for (size_t at = 0; at < count; at++)
			assert_int_not_equal(ids[at], ids[count]);
		count++;
	}
	assert_int_equal(count, list->count);
}

static void first_use_says_how_to_begin(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Today", today_open);
	SHOWS(s, "1. I    import people from a spreadsheet");
	SHOWS(s, "2. a    add the first person by hand");
	SHOWS(s, "3. Q    leave, and look at `chiron demo`");
	SHOWS(s, " I:import  a:add a person");
	SHOWS_AT(s, 40, 10, "Nobody is in this scheme yet.");
	SHOWS_AT(s, 145, 45, "Three ways to begin:");
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)
#define WITH_EMPTY(test) cmocka_unit_test_setup_teardown(test, scheme_setup_empty, scheme_teardown)

/* ---- Reading that takes long ---- */

struct clock {
	int64_t now, step; /* milliseconds, and how many pass at each look */
	int looks_till_key; /* -1: nobody types */
};

static int64_t clock_now(void *data)
{
	struct clock *clock = data;

	return clock->now += clock->step;
}

static bool key_waits(void *data)
{
	struct clock *clock = data;

	return clock->looks_till_key >= 0 && clock->looks_till_key-- <= 0;
}

static void long_reading_keeps_nobody_waiting(void **state)
{
	struct scheme *s = *state;
	struct clock clock = {.step = 1000, .looks_till_key = -1};

	s->app.outside = (struct app_outside){.now = clock_now, .waiting = key_waits, .data = &clock};
	scheme_show(s, "Today", today_open);
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Reading what needs you."));
	assert_null(strstr(scheme_dump(s, 80, 24), "Nobody is in this scheme yet"));
	clock.looks_till_key = 3; /* a key comes while it is read */
	assert_true(app_settle(&s->app));
	assert_non_null(strstr(scheme_dump(s, 140, 45), "Reading what needs you."));
	clock.looks_till_key = -1; /* what is found is shown before all is read: each check here takes a slice */
	while (strstr(scheme_dump(s, 80, 24), "NEEDS YOU (") == NULL)
		assert_true(app_settle(&s->app));
	assert_non_null(strstr(scheme_dump(s, 80, 24), " checks are read"));
	while (app_settle(&s->app))
		assert_non_null(strstr(scheme_dump(s, 80, 24), "NEEDS YOU ("));
	assert_null(strstr(scheme_dump(s, 80, 24), " checks are read"));
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Never started"));
	app_changed(&s->app); /* what was there stays until all is read again */
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Never started"));
	while (app_settle(&s->app))
		assert_non_null(strstr(scheme_dump(s, 80, 24), "Never started"));
	clock.step = 0; /* fast again: read before it is drawn */
	app_changed(&s->app);
	assert_non_null(strstr(scheme_dump(s, 80, 24), "Never started"));
	assert_false(app_settle(&s->app));
}

/* A window of 200 columns has room for what each row's foot says, and for whom it was given to. */
static void a_wide_window_says_what_is_the_matter(void **state)
{
	struct scheme *s = *state;
	const char *row;

	scheme_show(s, "Today", today_open);
	SHOWS_AT(s, 200, 60, "Never started");
	row = scheme_row(s, "> ~ Never started");
	assert_non_null(strstr(row, "Rosa Vega / Dara Okafor"));
	assert_non_null(strstr(row, "and no session yet"));
	SHOWS(s, "Never started");
	assert_null(strstr(scheme_row(s, "> ~ Never started"), "and no session yet"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(the_worst_stands_first_and_says_what_deals_with_it),
		WITH_SCHEME(figures_are_counted),
		WITH_SCHEME(enter_opens_what_it_is_about_and_one_step_back_returns),
		WITH_SCHEME(contacts_that_are_due_are_made_from_today),
		WITH_SCHEME(coming_back_today_says_what_was_done),
		WITH_SCHEME(applications_are_decided_from_today),
		WITH_SCHEME(a_list_from_today_leaves_the_numbered_one_as_it_was),
		WITH_SCHEME(b_leads_to_the_feedback_of_the_pairing),
		WITH_SCHEME(what_is_dealt_with_is_gone_and_the_cursor_stays),
		WITH_SCHEME(long_reading_keeps_nobody_waiting),
		WITH_SCHEME(a_wide_window_says_what_is_the_matter),
		WITH_EMPTY(nothing_to_do_says_what_comes_next),
		WITH_EMPTY(all_is_well),
		WITH_SCHEME(what_own_checks_find_has_rows_of_its_own),
		WITH_EMPTY(first_use_says_how_to_begin),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
