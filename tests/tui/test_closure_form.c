/* The form that ends a pairing: what it begins with, and what it asks about. */
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

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

/* What the learner said at the comfort check stands in the form; a reason that no list has is asked for in words. */
static void an_end_begins_with_what_is_known_of_it(void **state)
{
	struct scheme *s = *state;
	struct ch_feedback comfort;
	struct ch_pairing pairing;
	struct ch_spell spell;

	ch_record_start(ch_entity_of(CH_FEEDBACK), &comfort);
	comfort.pairing_id = s->wen_chen;
	comfort.side = CH_SIDE_LEARNER;
	comfort.form = CH_FEEDBACK_COMFORT;
	comfort.fit = CH_FIT_NOT_A_FIT;
	GOOD(s, ch_feedback_record(&s->c, &comfort, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "C");
	assert_string_equal(form_value(form_of(s), "closure_kind"), "ended_early");
	assert_string_equal(form_value(form_of(s), "closure_initiator"), "learner");
	assert_string_equal(form_value(form_of(s), "closure_reason"), "not_a_good_fit");
	form_set(form_of(s), "closure_reason", "other");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "the reason is other, and not said in words");
	form_set(form_of(s), "closure_note", "She found one at work");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_pairing_get(&s->c, s->wen_chen, &s->arena, &pairing, &s->err));
	GOOD(s, ch_spell_get(&s->c, pairing.spell_id, &s->arena, &spell, &s->err));
	assert_string_equal(spell.closure_note, "She found one at work");
}

/* R36: at the end it is asked whether they want another; who wants none waits for none. */
static void whether_another_is_wanted_is_asked_at_the_end(void **state)
{
	struct scheme *s = *state;
	struct ch_list_query waits = {.list = CH_LIST_ENROLMENTS, .filter = "chen role:mentee"};
	struct ch_grid grid;

	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "C");
	SHOWS(s, "New mentor");
	form_type(form_of(s), "closure_kind", "ended_early");
	form_type(form_of(s), "closure_initiator", "learner");
	form_type(form_of(s), "closure_reason", "learner_no_time");
	form_type(form_of(s), "rematch", "no");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_list_fetch(&s->c, &waits, &s->arena, &grid, &s->err));
	assert_int_equal(grid.row_count, 1);
	struct ch_enrolment enrolment;
	GOOD(s, ch_enrolment_get(&s->c, grid.rows[0].id, &s->arena, &enrolment, &s->err));
	assert_int_equal(enrolment.state, CH_ENROLMENT_WITHDRAWN);
}

/* Of a person it is said with whom; the form that records it says who does not see it, and is not cut off there. */
static void what_is_due_is_said_with_whom(void **state)
{
	struct scheme *s = *state;
	const struct ch_closure early = {.on = CH_NO_DATE,
					 .kind = CH_CLOSURE_ENDED_EARLY,
					 .initiator = CH_BY_BOTH,
					 .reason = CH_BECAUSE_MUTUAL};

	GOOD(s, ch_pairing_close(&s->c, s->wen_chen, &early, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	person_open(&s->app, s->chen, NULL);
	SHOWS_AT(s, 200, 60, "with Wen Patel: at the end");
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "B Enter");
	SHOWS(s, ", at the end: kept from the other");
}

static struct ch_spell spell_of(struct scheme *s, int64_t pairing_id)
{
	struct ch_pairing pairing;
	struct ch_spell spell;

	GOOD(s, ch_pairing_get(&s->c, pairing_id, &s->arena, &pairing, &s->err));
	GOOD(s, ch_spell_get(&s->c, pairing.spell_id, &s->arena, &spell, &s->err));
	return spell;
}

/* One form for all; one that never began is closed as that, and one that is oddly early is asked about once. */
static void marked_pairings_are_closed_in_one_form(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	assert_true(list_mark(s->app.top->list, s->wen_chen, true));
	assert_true(list_mark(s->app.top->list, s->rosa_li, true));
	SHOWS(s, "C:close 2");
	scheme_keys(s, "C");
	SHOWS(s, "Close 2 marked pairings");
	SHOWS(s, "1 of the 2 never met: they are recorded as \"never started\"");
	form_type(form_of(s), "closure_kind", "completed");
	form_type(form_of(s), "closure_initiator", "coordinator");
	form_type(form_of(s), "closure_reason", "planned_end");
	form_type(form_of(s), "reason_if_not", "learner_lost_contact");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "odd ends among them: 1; the first, Wen Patel - Chen");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 ended: 1 as \"completed as planned\", 1 as \"never started\" (never met)");
	assert_int_equal(spell_of(s, s->wen_chen).closure_kind, CH_CLOSURE_COMPLETED);
	assert_int_equal(spell_of(s, s->rosa_li).closure_kind, CH_CLOSURE_NEVER_STARTED);
	assert_int_equal(spell_of(s, s->rosa_li).closure_reason, CH_BECAUSE_LEARNER_LOST);
	assert_int_equal(spell_of(s, s->wen_chen).closure_reason, CH_BECAUSE_PLANNED_END);
}

static void what_one_of_the_marked_refuses_is_said(void **state)
{
	struct scheme *s = *state;

	GOOD(s, ch_pairing_close(&s->c, s->rosa_li,
				 &(struct ch_closure){.on = CH_NO_DATE,
						      .initiator = CH_BY_BOTH,
						      .reason = CH_BECAUSE_MUTUAL},
				 &s->err));
	scheme_show(s, "Pairs", pairs_open);
	assert_true(list_mark(s->app.top->list, s->rosa_dara, true));
	assert_true(list_mark(s->app.top->list, s->rosa_li, true));
	scheme_keys(s, "C");
	form_type(form_of(s), "closure_kind", "ended_early");
	form_type(form_of(s), "closure_initiator", "both");
	form_type(form_of(s), "closure_reason", "mutual_agreement");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 ended as \"never started\" (never met), 1 not; the first, Rosa Vega - ");
	SHOWS(s, "is closed already");
}

/* Why it goes on with another is said in words, too, and a day that is not today. */
static void a_hand_over_takes_words_and_a_day(void **state)
{
	struct scheme *s = *state;
	struct ch_spell spell;

	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, ":");
	scheme_type(s, "hand over");
	scheme_keys(s, "Enter");
	SHOWS(s, "Hand over: Wen Patel - Chen Okafor");
	form_type(form_of(s), "guide", "Rosa Vega");
	form_type(form_of(s), "closure_initiator", "guide");
	form_type(form_of(s), "closure_reason", "other");
	form_type(form_of(s), "closure_note", "a long illness");
	form_type(form_of(s), "on", "2026-11-20");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "go on, on the terms agreed before");
	spell = spell_of(s, s->wen_chen);
	assert_string_equal(spell.closure_note, "a long illness");
	assert_int_equal(spell.closed_on, ch_date_from_iso("2026-11-20"));
}

/* Somebody of that name who is none of those offered: what is picked from the list still says who is meant. */
static void a_namesake_picked_from_the_list_is_the_one_meant(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Owen Davies", "owen@example.org", 1 << CH_ROLE_MENTOR);
	scheme_person(s, "Owen Davies", NULL, 1 << CH_ROLE_MENTEE);
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	scheme_dump(s, 80, 24);
	scheme_keys(s, ":");
	scheme_type(s, "hand over");
	scheme_keys(s, "Enter");
	scheme_type(s, "Owen");
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "Owen Davies");
	scheme_keys(s, "Enter");
	assert_string_equal(form_value(form_of(s), "guide"), "owen@example.org");
	HIDES(s, "several people");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marked_pairings_are_closed_in_one_form, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_one_of_the_marked_refuses_is_said, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_hand_over_takes_words_and_a_day, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_namesake_picked_from_the_list_is_the_one_meant, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(an_end_begins_with_what_is_known_of_it, scheme_setup, scheme_teardown),
cmocka_unit_test_setup_teardown(what_is_due_is_said_with_whom, scheme_setup, scheme_teardown),
cmocka_unit_test_setup_teardown(whether_another_is_wanted_is_asked_at_the_end, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
