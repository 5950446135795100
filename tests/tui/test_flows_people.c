/* What a coordinator does to people over several screens: two made one, somebody leaves, somebody comes back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"

static const struct binding undoing[] = {{.command = COMMAND_UNDO, .run = undo_run}};

static void show_people(struct scheme *s)
{
	scheme_show(s, "People", people_open);
	s->app.bindings = undoing;
	s->app.binding_count = 1;
	s->app.handling = desk_handling;
}

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static struct ch_person person(struct scheme *s, int64_t id)
{
	struct ch_person found;

	GOOD(s, ch_person_get(&s->c, id, &s->arena, &found, &s->err));
	return found;
}

/* To the row of somebody: by the search that a person would type. */
static void go_to(struct scheme *s, const char *name)
{
	scheme_keys(s, "/");
	scheme_type(s, name);
	scheme_keys(s, "Enter");
}

static void two_marked_are_made_one_and_nobody_stays_marked(void **state)
{
	struct scheme *s = *state;
	int64_t twin = scheme_person(s, "Wen Patell", NULL, 1 << CH_ROLE_MENTOR);

	show_people(s);
	assert_true(list_mark(s->app.top->list, s->wen, true));
	assert_true(list_mark(s->app.top->list, twin, true));
	scheme_keys(s, "=");
	SHOWS(s, "One person?");
	SHOWS(s, "u takes it back");
	scheme_keys(s, "=");
	SHOWS(s, "are one (u: undo)");
	HIDES(s, "marked");
	HIDES(s, "e:edit 1");
	scheme_keys(s, "u");
	SHOWS(s, "made one");
	assert_int_equal(person(s, twin).person_id, twin);
}

/* Marks of other rows stay, that of one who is gone does not. */
static void a_mark_goes_with_its_row(void **state)
{
	struct scheme *s = *state;
	int64_t twin = scheme_person(s, "Wen Patell", NULL, 1 << CH_ROLE_MENTOR);
	const struct ch_merging merging = {.keep_id = s->wen, .other_id = twin};
	struct ch_merge_told told;

	show_people(s);
	assert_true(list_mark(s->app.top->list, s->rosa, true));
	assert_true(list_mark(s->app.top->list, twin, true));
	SHOWS(s, "e:edit 2");
	GOOD(s, ch_person_merge(&s->c, &merging, &s->arena, &told, &s->err));
	app_changed(&s->app);
	SHOWS(s, "1 marked");
	SHOWS(s, "e:edit 1");
}

/* The record that was open is gone: who it became is shown. */
static void an_opened_person_becomes_who_they_were_made_one_with(void **state)
{
	struct scheme *s = *state;
	int64_t twin = scheme_person(s, "Wen Patell", NULL, 1 << CH_ROLE_MENTOR);

	show_people(s);
	person_open(&s->app, twin, NULL);
	scheme_keys(s, "=");
	scheme_type(s, "Wen Patel");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "wen");
	SHOWS(s, "several people");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "1");
	scheme_keys(s, "Enter");
	SHOWS(s, "One person?");
	scheme_keys(s, "Tab =");
	SHOWS(s, "are one");
	HIDES(s, "there is no person");
	SHOWS(s, "Chen Okafor"); /* paired with */
}

/* What hinders is opened, where the key that the refusal names ends it; one step back leads to Today again. */
static void of_two_live_pairings_with_one_the_second_is_opened_to_be_closed(void **state)
{
	struct scheme *s = *state;
	int64_t twin = scheme_person(s, "Chen Okafor", NULL, 1 << CH_ROLE_MENTEE);

	scheme_pairing(s, s->wen, twin);
	scheme_show(s, "Today", today_open);
	go_to(s, "may be one");
	scheme_keys(s, "Enter");
	SHOWS(s, "both have a live pairing with Wen Patel");
	scheme_keys(s, "C");
	SHOWS(s, "Why it ended");
	scheme_keys(s, "Esc Esc");
	SHOWS(s, "Today |");
}

static void who_leaves_hands_over_and_is_offered_everybody_else(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	go_to(s, "Rosa");
	scheme_keys(s, "C");
	SHOWS(s, "Leaves: Rosa Vega");
	SHOWS(s, "Their pairings: handed over to");
	scheme_keys(s, "Tab Tab Ctrl-N");
	SHOWS(s, "Wen Patel");
	HIDES(s, "Rosa Vega  "); /* in the title alone */
	scheme_keys(s, "Esc");
	form_type(form_of(s), "left_on", "someday");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "someday");
	assert_int_equal(person(s, s->rosa).left_on, CH_NO_DATE);
	scheme_keys(s, "Esc");
	SHOWS(s, "kept as a draft");
	scheme_keys(s, "C");
	assert_string_equal(form_value(form_of(s), "left_on"), "someday");
	form_type(form_of(s), "left_on", "today");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! This is needed. Pairings that go to nobody else."); /* blank closes nothing */
	assert_int_equal(person(s, s->rosa).left_on, CH_NO_DATE);
	form_type(form_of(s), "rest", "close");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Rosa Vega has left; pairings closed: 2, handed over: 0 (u: undo)");
	assert_int_equal(person(s, s->rosa).left_on, ch_date_of(2026, 11, 23));
	scheme_keys(s, "u");
	assert_int_equal(person(s, s->rosa).left_on, CH_NO_DATE);
}

static int state_of(struct scheme *s, int64_t pairing_id)
{
	struct ch_pairing pairing;

	GOOD(s, ch_pairing_get(&s->c, pairing_id, &s->arena, &pairing, &s->err));
	return pairing.state;
}

/* One goes to somebody else, of the other it is still to be seen: that one is left as it is, and said to be. */
static void what_nobody_takes_on_stays_open_until_it_is_said_to_be_closed(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	go_to(s, "Rosa");
	scheme_keys(s, "C");
	SHOWS(s, "? asked below");
	form_type(form_of(s), "rest", "open");
	scheme_keys(s, "Tab");
	SHOWS(s, "stays open");
	HIDES(s, "? asked below");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Rosa Vega has left; pairings closed: 0, handed over: 0, still open: 2");
	assert_int_equal(state_of(s, s->rosa_dara), CH_PAIRING_ACTIVE);
	assert_int_equal(state_of(s, s->rosa_li), CH_PAIRING_CONTRACTING);
	/* What is left of it is done from their own screen, where the day and the reason stay as they were said. */
	scheme_keys(s, "Enter C");
	assert_string_equal(form_value(form_of(s), "left_on"), "2026-11-23");
	form_type(form_of(s), "rest", "close");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Rosa Vega has left; pairings closed: 2, handed over: 0");
	HIDES(s, "C:leaves");
}

static void where_all_are_taken_on_nothing_is_asked_of_the_others(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	go_to(s, "Rosa");
	scheme_keys(s, "C Tab Tab");
	scheme_type(s, "Wen Patel");
	scheme_keys(s, "Tab");
	scheme_type(s, "Wen Patel");
	SHOWS(s, "needed: Others");
	scheme_keys(s, "Tab");
	SHOWS(s, "Nothing else is needed");
}

/* Of who is guided, there is nothing to hand over: with whom is said, and the likely answer stands there. */
static void a_mentee_who_leaves_is_asked_with_the_likely_answer(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	go_to(s, "Dara");
	scheme_keys(s, "C Tab Tab");
	SHOWS(s, "those with Rosa Vega too");
	SHOWS(s, "(o) are closed");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Dara Okafor has left; pairings closed: 1");
	assert_int_equal(state_of(s, s->rosa_li), CH_PAIRING_CONTRACTING);
}

static void who_left_comes_back_from_the_list(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	go_to(s, "Rosa");
	scheme_keys(s, "C");
	form_type(form_of(s), "rest", "close");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Rosa Vega has left");
	scheme_keys(s, ": i s Space b a c k Enter");
	SHOWS(s, "Rosa Vega is back");
	assert_int_equal(person(s, s->rosa).left_on, CH_NO_DATE);
}

static void coaching(struct scheme *s)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Spring";
	programme.kind = CH_KIND_COACHING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
}

/* The role is theirs in the only programme there is; a mentee does not come as one into a coaching programme. */
static void an_enrolment_takes_the_role_that_the_programme_has(void **state)
{
	struct scheme *s = *state;

	show_people(s);
	person_open(&s->app, s->li, NULL);
	scheme_keys(s, "a");
	SHOWS(s, "Enrol a person: ");
	assert_string_equal(form_value(form_of(s), "role"), "mentee");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "already");
	scheme_keys(s, "Ctrl-X Esc Esc");
	coaching(s);
	person_open(&s->app, s->li, NULL);
	scheme_keys(s, "a");
	assert_string_equal(form_value(form_of(s), "role"), "");
	form_type(form_of(s), "programme_id", "Spring");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "it is not said as what");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(two_marked_are_made_one_and_nobody_stays_marked),
		TEST(a_mark_goes_with_its_row),
		TEST(an_opened_person_becomes_who_they_were_made_one_with),
		TEST(of_two_live_pairings_with_one_the_second_is_opened_to_be_closed),
		TEST(who_leaves_hands_over_and_is_offered_everybody_else),
		TEST(what_nobody_takes_on_stays_open_until_it_is_said_to_be_closed),
		TEST(where_all_are_taken_on_nothing_is_asked_of_the_others),
		TEST(a_mentee_who_leaves_is_asked_with_the_likely_answer),
		TEST(who_left_comes_back_from_the_list),
		TEST(an_enrolment_takes_the_role_that_the_programme_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
