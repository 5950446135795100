/* What is done to all that are marked: people, enrolments, findings; and no key acts on one of them in silence. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "every_screen.h"
#include "scheme.h"
#include "tui/widgets/form.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static const struct binding undoing[] = {{.command = COMMAND_UNDO, .run = undo_run}};

/* As the program does, which main.c sets up. */
static void show(struct scheme *s, const char *label, struct screen *(*open)(struct app *app))
{
	scheme_show(s, label, open);
	s->app.bindings = undoing;
	s->app.binding_count = 1;
	s->app.handling = desk_handling;
}

static void mark(struct scheme *s, int64_t one, int64_t other)
{
	assert_true(list_mark(s->app.top->list, one, true));
	assert_true(list_mark(s->app.top->list, other, true));
}

static struct ch_person person(struct scheme *s, int64_t id)
{
	struct ch_person found;

	GOOD(s, ch_person_get(&s->c, id, &s->arena, &found, &s->err));
	return found;
}

static void set_department(struct scheme *s, int64_t id, const char *department)
{
	struct ch_person one = person(s, id);

	one.department = department;
	GOOD(s, ch_person_set(&s->c, &one, &s->err));
}

static void marked_people_are_edited_in_one_form(void **state)
{
	struct scheme *s = *state;

	set_department(s, s->wen, "Finance");
	set_department(s, s->chen, "Stores");
	show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	SHOWS(s, "e:edit 2");
	scheme_keys(s, "e");
	SHOWS(s, "Edit people, 2 marked");
	HIDES(s, "wen@"); /* whose address it is, is each one's own */
	assert_null(form_entry_named(form_of(s), "name"));
	assert_string_equal(form_value(form_of(s), "department"), "");
	assert_non_null(strstr(scheme_row(s, "Department"), "they differ"));
	form_type(form_of(s), "location", "Leeds");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 changed");
	assert_string_equal(person(s, s->wen).location, "Leeds");
	assert_string_equal(person(s, s->chen).location, "Leeds");
	assert_string_equal(person(s, s->wen).department, "Finance");
	assert_string_equal(person(s, s->chen).department, "Stores");
	scheme_keys(s, "u");
	assert_string_equal(person(s, s->wen).location, "North");
	assert_string_equal(person(s, s->chen).location, "North");
}

/* A blank typed into what they lack is nothing: no change is claimed that undo would then look for. */
static void what_they_have_already_is_no_change(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	scheme_keys(s, "e");
	form_type(form_of(s), "notes", " ");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Nothing would change");
	HIDES(s, "2 changed");
}

static void what_one_of_them_refuses_does_not_stop_the_others(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	scheme_keys(s, "e");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Nothing is typed that would change them");
	form_type(form_of(s), "hours_per_month", "many");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Edit people, 2 marked");
	form_type(form_of(s), "hours_per_month", "");
	form_type(form_of(s), "manager_id", "Chen Okafor"); /* nobody is their own manager */
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 changed, 1 not; the first, Chen Okafor: ");
	assert_int_equal(person(s, s->wen).manager_id, s->chen);
}

static void a_draft_of_marked_people_is_theirs_and_opens_again(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	scheme_keys(s, "e");
	form_type(form_of(s), "location", "Leeds");
	scheme_keys(s, "Tab Esc");
	list_unmark(s->app.top->list);
	mark(s, s->wen, s->rosa);
	scheme_keys(s, "e");
	assert_string_equal(form_value(form_of(s), "location"), "");
	scheme_keys(s, "Esc");
	drafts_open(&s->app);
	scheme_keys(s, "Enter");
	SHOWS(s, "Edit people, 2 marked");
	assert_string_equal(form_value(form_of(s), "location"), "Leeds");
	scheme_keys(s, "Ctrl-S");
	assert_string_equal(person(s, s->chen).location, "Leeds");
	assert_null(person(s, s->rosa).location);
}

static struct ch_enrolment enrolment(struct scheme *s, int64_t programme_id, int64_t person_id)
{
	struct ch_list_query query = {
		.list = CH_LIST_ENROLMENTS, .programme_id = programme_id, .person_id = person_id, .limit = 2};
	struct ch_enrolment found;
	struct ch_grid grid;

	GOOD(s, ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err));
	assert_int_equal(grid.row_count, 1);
	GOOD(s, ch_enrolment_get(&s->c, grid.rows[0].id, &s->arena, &found, &s->err));
	return found;
}

static int64_t another_programme(struct scheme *s)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Spring";
	programme.kind = CH_KIND_MENTORING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	return programme.programme_id;
}

static void marked_people_are_enrolled_each_in_their_role(void **state)
{
	struct scheme *s = *state;
	int64_t spring = another_programme(s);

	scheme_show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	SHOWS(s, "E:enrol 2");
	scheme_keys(s, "E");
	SHOWS(s, "Enrol people, 2 marked");
	form_type(form_of(s), "programme_id", "Spring");
	form_type(form_of(s), "state", "ready");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 enrolled");
	assert_int_equal(enrolment(s, spring, s->wen).role, CH_ROLE_MENTOR);
	assert_int_equal(enrolment(s, spring, s->chen).role, CH_ROLE_MENTEE);
	assert_int_equal(enrolment(s, spring, s->wen).state, CH_ENROLMENT_READY);
}

/* Who is both has no role of their own there: it is asked once for all of these, and nobody is left out. */
static void the_role_of_who_may_be_either_is_asked_once(void **state)
{
	struct scheme *s = *state;
	int64_t spring = another_programme(s);
	struct ch_person chen = person(s, s->chen);

	chen.roles |= 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE;
	GOOD(s, ch_person_set(&s->c, &chen, &s->err));
	scheme_show(s, "People", people_open);
	mark(s, s->wen, s->chen);
	scheme_keys(s, "E");
	SHOWS(s, "Role of who may be either");
	form_type(form_of(s), "programme_id", "Spring");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "This is needed");
	form_type(form_of(s), "role", "mentee");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 enrolled");
	assert_int_equal(enrolment(s, spring, s->wen).role, CH_ROLE_MENTOR);
	assert_int_equal(enrolment(s, spring, s->chen).role, CH_ROLE_MENTEE);
}

static void marked_enrolments_are_edited_in_one_form(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Programmes", programmes_open);
	enrolments_open(&s->app, s->programme, "");
	mark(s, enrolment(s, s->programme, s->wen).enrolment_id, enrolment(s, s->programme, s->chen).enrolment_id);
	scheme_keys(s, "e");
	SHOWS(s, "Edit enrolments, 2 marked");
	form_type(form_of(s), "notes", "Met at the fair");
	scheme_keys(s, "Ctrl-S");
	assert_string_equal(enrolment(s, s->programme, s->wen).notes, "Met at the fair");
	assert_string_equal(enrolment(s, s->programme, s->chen).notes, "Met at the fair");
}

static void r15_nobody_is_found_ready_unasked(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Programmes", programmes_open);
	enrolments_open(&s->app, s->programme, "state:applied role:mentee");
	scheme_keys(s, "* >");
	SHOWS(s, "Does the mentee or coachee know what they want, and have the time? [y]es [n]o");
	scheme_keys(s, "n");
	SHOWS(s, "applied");
	scheme_keys(s, "> y");
	SHOWS(s, "found ready");
}

static void marked_findings_are_put_off_together(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Sal Staff", "sal@example.org", 0); /* no part in a pair: of the staff */
	show(s, "Today", today_open);
	SHOWS(s, "NEEDS YOU (4)");
	scheme_keys(s, "Space Space");
	SHOWS(s, "z:snooze 2");
	scheme_keys(s, "A");
	scheme_type(s, "Sal Staff");
	scheme_keys(s, "Enter");
	SHOWS(s, "2 given to Sal Staff");
	scheme_keys(s, "g Space Space z Enter");
	SHOWS(s, "2 snoozed until Mon 30 Nov");
	SHOWS(s, "NEEDS YOU (2)");
	scheme_keys(s, "u");
	SHOWS(s, "NEEDS YOU (4)");
}

/* Those of all keys that concern no row, or only go to where one is seen. */
static bool concerns_no_row(enum command command)
{
	static const enum command all[] = {
		COMMAND_OPEN,	   COMMAND_SORT,  COMMAND_IMPORT, COMMAND_FIELDS,    COMMAND_HANDLED,
		COMMAND_FINDINGS,  COMMAND_WEIGH, COMMAND_MATCH,  COMMAND_COMMITTEE, COMMAND_WISHES,
		COMMAND_PANE_NEXT, COMMAND_PANE_PREVIOUS, COMMAND_PARTS, /* everybody's */
		/* of a month, where days are in focus and nothing is marked */
		COMMAND_DOWN, COMMAND_UP, COMMAND_NEXT, COMMAND_PREVIOUS, COMMAND_PAGE_DOWN, COMMAND_PAGE_UP,
		COMMAND_FIRST, COMMAND_LAST,
	};

	for (size_t i = 0; i < COUNT(all); i++)
		if (all[i] == command)
			return true;
	return false;
}

/* On each screen that has rows to mark: what is done is done to all that are marked, or says that it is not. */
static void no_key_acts_on_one_of_the_marked_in_silence(void **state)
{
	struct scheme *s = *state;
	size_t with_marks = 0;

	for (size_t i = 0; i < COUNT(screens); i++) {
		const struct screen_ops *ops;
		bool marks = false;

		app_release(&s->app);
		app_init(&s->app);
		scheme_show(s, screens[i].tab, screens[i].open);
		if (screens[i].over != NULL)
			screens[i].over(&s->app);
		if (*screens[i].keys != '\0')
			scheme_keys(s, screens[i].keys);
		s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
		ops = s->app.top->ops;
		for (size_t at = 0; at < ops->binding_count; at++)
			marks |= ops->bindings[at].on_marks;
		with_marks += marks;
		for (size_t at = 0; marks && at < ops->binding_count; at++) {
			const struct binding *binding = &ops->bindings[at];
			bool adds = binding->command == COMMAND_ADD && !binding->alone;

			if (!binding->on_marks && !binding->alone && !adds && !concerns_no_row(binding->command))
				fail_msg("%s: %s acts on one of the marked, and does not say so", screens[i].screen,
					 command_info(binding->command)->label);
		}
	}
	assert_true(with_marks > 4);
}

static void what_is_about_the_focused_alone_says_so(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	mark(s, s->wen_chen, s->rosa_dara);
	scheme_keys(s, "B");
	SHOWS(s, "The marked (2) stay as they are: this is about the focused one alone");
}

/* Where nothing is done with many, nothing is marked. */
static void rows_that_nothing_is_done_with_are_not_marked(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Programmes", programmes_open);
	scheme_keys(s, "Space");
	SHOWS(s, "Space does nothing here");
	assert_int_equal(list_marked(s->app.top->list, NULL), 0);
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(marked_people_are_edited_in_one_form, scheme_setup),
		WITH(what_they_have_already_is_no_change, scheme_setup),
		WITH(what_one_of_them_refuses_does_not_stop_the_others, scheme_setup),
		WITH(a_draft_of_marked_people_is_theirs_and_opens_again, scheme_setup),
		WITH(marked_people_are_enrolled_each_in_their_role, scheme_setup),
		WITH(the_role_of_who_may_be_either_is_asked_once, scheme_setup),
		WITH(marked_enrolments_are_edited_in_one_form, scheme_setup),
		WITH(r15_nobody_is_found_ready_unasked, scheme_setup),
		WITH(marked_findings_are_put_off_together, scheme_setup),
		WITH(no_key_acts_on_one_of_the_marked_in_silence, scheme_setup),
		WITH(what_is_about_the_focused_alone_says_so, scheme_setup),
		WITH(rows_that_nothing_is_done_with_are_not_marked, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
