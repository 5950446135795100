/* The list of pairings: what it shows at which width, pairing two by hand, and starting many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/widgets/form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

static int64_t pairings_in(struct scheme *s)
{
	int64_t count;

	GOOD(s, ch_scheme_count(&s->c, CH_PAIRING, &count, &s->err));
	return count;
}

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void pairs_show_what_matters_at_every_width(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	SHOWS(s, "> + Wen Patel              Chen Okafor            active          2  Mon 2 Nov");
	SHOWS(s, "  ! Rosa Vega              Dara Okafor            active          0");
	SHOWS(s, "  . Rosa Vega              \xe6\x9d\x8e \xe4\xbc\x9f                  contracting     0");
	SHOWS(s, "1 of 3  Wen Patel - Chen Okafor: next due Wed 2 Dec, 2 unfinished");
	SHOWS_AT(s, 40, 10, "> + Wen Patel           Chen Okafor");
	SHOWS_AT(s, 145, 45, "> + Wen Patel");
	SHOWS_AT(s, 145, 45, "~ Actions overdue: 1 action is overdue");
	scheme_keys(s, "j");
	SHOWS_AT(s, 145, 45, "~ Never started: made 5 October");
	scheme_dump(s, 80, 24);
	scheme_keys(s, "k Enter");
	SHOWS(s, "mentee Chen Okafor");
	pairing_open(&s->app, s->rosa_li);
	SHOWS(s, "mentee \xe6\x9d\x8e \xe4\xbc\x9f");
}

/* R33: the signs follow the settings of the programme, as the checks do, and no numbers of the screen's own. */
static void the_signs_follow_the_settings_of_the_programme(void **state)
{
	struct scheme *s = *state;
	struct ch_settings settings;

	scheme_today(s, "2027-01-10"); /* they met 69 days ago */
	scheme_show(s, "Pairs", pairs_open);
	SHOWS(s, "! Wen Patel              Chen Okafor");
	GOOD(s, ch_settings_get(&s->c, s->programme, &s->arena, &settings, &s->err));
	settings.silent_days = 100;
	GOOD(s, ch_settings_set(&s->c, &settings, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	SHOWS(s, "~ Wen Patel              Chen Okafor");
}

/* R78: a check that the programme requires of the mentor is what stops a pair first. */
static void a_required_check_that_is_lacking_marks_the_pair(void **state)
{
	struct scheme *s = *state;

	scheme_requires(s, s->programme, "DBS");
	scheme_show(s, "Pairs", pairs_open);
	SHOWS(s, "> ! Wen Patel              Chen Okafor");
	SHOWS(s, "1 of 3  Wen Patel - Chen Okafor (a required check is lacking): next due Wed 2");
	SHOWS(s, "  ! Rosa Vega              \xe6\x9d\x8e \xe4\xbc\x9f                  contracting");
}

static void neighbours_are_reached_without_going_back(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "Enter J");
	SHOWS(s, "mentee Dara Okafor");
	scheme_keys(s, "J J");
	SHOWS(s, "This is the last of the list");
	scheme_keys(s, "q");
	SHOWS(s, "> . Rosa Vega");
}

static void two_are_paired_by_hand(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "a");
	assert_string_equal(form_value(form_of(s), "programme_id"), "Autumn");
	scheme_type(s, "wen");
	SHOWS(s, "> Wen Patel   ");
	scheme_keys(s, "Tab");
	scheme_type(s, "chen");
	scheme_keys(s, "Tab Ctrl-S");
	SHOWS(s, "another live pairing");
	SHOWS(s, "(R1)");
	HIDES(s, "All the same");
	form_set(form_of(s), "learner_id", "Dara Okafor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel - Dara Okafor are paired");
	SHOWS(s, "> . Wen Patel              Dara Okafor"); /* the cursor is on the new one */
	assert_int_equal(pairings_in(s), 4);
}

static void only_those_of_the_role_are_offered(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "a");
	scheme_type(s, "okafor");
	scheme_keys(s, "Ctrl-N");
	SHOWS(s, "Nothing fits what the field holds");
	scheme_keys(s, "Tab");
	scheme_type(s, "okafor");
	SHOWS(s, "> Chen Okafor");
	SHOWS(s, "Dara Okafor");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "wen");
	HIDES(s, "wen@example.org");
}

static void who_has_another_role_is_refused_under_the_field_that_holds_them(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "a");
	form_set(form_of(s), "guide_id", "Chen Okafor");
	form_set(form_of(s), "learner_id", "Dara Okafor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Chen Okafor is not a mentor but a mentee");
	SHOWS(s, "> Mentor or coach");
	form_set(form_of(s), "guide_id", "Rosa Vega");
	form_set(form_of(s), "learner_id", "Wen Patel");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel is not a mentee but a mentor");
	SHOWS(s, "> Mentee or coachee");
}

/* A coaching programme with one pair, which has not begun. */
static void open_coaching(struct scheme *s)
{
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	int64_t coach = scheme_person(s, "Zac Coach", NULL, 1 << CH_ROLE_COACH);
	struct ch_programme programme;
	struct ch_pairing pairing;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Winter";
	programme.kind = CH_KIND_COACHING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	s->c.override_reason = "a trial";
	s->c.learner_ready = &said;
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	pairing.programme_id = programme.programme_id;
	pairing.guide_id = coach;
	pairing.learner_id = scheme_person(s, "Zoe Coached", NULL, 1 << CH_ROLE_COACHEE);
	GOOD(s, ch_pairing_add(&s->c, &pairing, &s->err));
	s->c.override_reason = NULL;
	s->c.learner_ready = NULL;
}

/* From the list, too: the pair is opened for it, and where three do not agree it says so. */
static void what_is_of_an_opened_pair_is_found_from_the_list(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, ": h a n d Space o v e r Enter");
	SHOWS(s, "Hand over: ");
	scheme_keys(s, "Esc Esc");
	SHOWS(s, "Pairs");
	scheme_keys(s, ": t h r e e - w a y Enter");
	HIDES(s, "Agreed by three");
	SHOWS(s, "only in Pairs, on one that is coaching");
	scheme_keys(s, "Esc");
	open_coaching(s);
	app_changed(&s->app);
	scheme_keys(s, "g : t h r e e - w a y Enter");
	SHOWS(s, "Agreed by three");
}

static void a_rule_against_it_asks_for_a_reason(void **state)
{
	struct scheme *s = *state;
	struct ch_person dara, wen;

	GOOD(s, ch_person_get(&s->c, s->dara, &s->arena, &dara, &s->err));
	dara.manager_id = s->wen;
	GOOD(s, ch_person_set(&s->c, &dara, &s->err));
	GOOD(s, ch_person_get(&s->c, s->wen, &s->arena, &wen, &s->err));
	wen.availability = CH_AVAILABILITY_NOT_NOW;
	GOOD(s, ch_person_set(&s->c, &wen, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "a");
	form_set(form_of(s), "guide_id", "Wen Patel");
	form_set(form_of(s), "learner_id", "Dara Okafor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "(R2)");
	SHOWS(s, "(R13)"); /* the reason covers this as well */
	SHOWS(s, "> All the same");
	assert_int_equal(pairings_in(s), 3);
	scheme_type(s, "the two asked for it");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "are paired");
	assert_int_equal(pairings_in(s), 4);
}

/* A reason is against what was shown: when another is named meanwhile, what refuses them is shown first. */
static void a_reason_holds_for_what_was_shown(void **state)
{
	struct scheme *s = *state;
	struct ch_person dara;

	GOOD(s, ch_person_get(&s->c, s->dara, &s->arena, &dara, &s->err));
	dara.manager_id = s->wen;
	GOOD(s, ch_person_set(&s->c, &dara, &s->err));
	GOOD(s, ch_person_get(&s->c, s->li, &s->arena, &dara, &s->err));
	dara.manager_id = s->wen;
	GOOD(s, ch_person_set(&s->c, &dara, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "a");
	form_type(form_of(s), "guide_id", "Wen Patel");
	form_type(form_of(s), "learner_id", "Dara Okafor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "is above Dara Okafor");
	scheme_type(s, "the two asked for it");
	form_type(form_of(s), "learner_id", "li@example.org");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "(R2)");
	HIDES(s, "is above Dara Okafor");
	assert_int_equal(pairings_in(s), 3);
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairings_in(s), 4);
}

static void marked_pairings_start_together(void **state)
{
	struct scheme *s = *state;
	struct ch_agreement agreement;
	struct ch_agreed agreed = {.guide = true, .learner = true, .on = CH_NO_DATE};
	struct ch_pairing li;

	GOOD(s, ch_agreement_draft(&s->c, s->rosa_li, &s->arena, &agreement, &s->err));
	GOOD(s, ch_pairing_agree(&s->c, s->rosa_li, &agreement, &agreed, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "G Space g Space");
	SHOWS(s, "b:start 2");
	scheme_keys(s, "b");
	SHOWS(s, "1 started, 1 not; the first, Wen Patel - Chen Okafor:");
	GOOD(s, ch_pairing_get(&s->c, s->rosa_li, &s->arena, &li, &s->err));
	assert_int_equal(li.state, CH_PAIRING_ACTIVE);
	SHOWS(s, "b:start 1"); /* who was refused stays marked, to be mended */
	assert_true(list_is_marked(s->app.top->list, s->wen_chen));
}

static int64_t named(struct scheme *s, const char *name)
{
	int64_t id = 0;

	GOOD(s, ch_find(&s->c, CH_PERSON, name, &id, &s->err));
	return id;
}

/* Without a yes nothing starts: the form says so before, the refusal counts, and nobody's mark is lost. */
static void marked_pairings_that_cannot_start_stay_marked(void **state)
{
	struct scheme *s = *state;
	int64_t other = scheme_pairing(s, named(s, "maximiliana"), named(s, "david@example.org"));
	int64_t both[] = {s->rosa_li, other};

	scheme_show(s, "Pairs", pairs_open);
	for (size_t i = 0; i < 2; i++)
		assert_true(list_mark(s->app.top->list, both[i], true));
	scheme_keys(s, "y Ctrl-S");
	SHOWS(s, "2 agreements are recorded; starting will still need: a yes of the mentors or");
	scheme_keys(s, "b");
	SHOWS(s, "none of 2 started; the first, Rosa Vega - ");
	SHOWS(s, "no yes is recorded of Rosa");
	SHOWS(s, "b:start 2");
}

/* What was typed of one pairing, or of other marked ones, is none of these, and what each has of its own stays. */
static void an_agreement_of_several_changes_only_what_was_typed(void **state)
{
	struct scheme *s = *state;
	struct ch_agreement agreement, before;
	struct ch_agreed agreed = {.guide = true};
	int64_t both[] = {s->wen_chen, s->rosa_li};

	GOOD(s, ch_agreement_draft(&s->c, s->rosa_li, &s->arena, &agreement, &s->err));
	agreement.usual_place = "the library";
	GOOD(s, ch_pairing_agree(&s->c, s->rosa_li, &agreement, &agreed, &s->err));
	GOOD(s, ch_agreement_draft(&s->c, s->wen_chen, &s->arena, &before, &s->err));
	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "g");
	while (scheme_list_id(s->app.top->list->data) != s->wen_chen)
		scheme_keys(s, "j");
	scheme_keys(s, "y");
	form_set((struct form *)s->app.top, "usual_minutes", "125");
	scheme_keys(s, "Tab Esc");
	for (size_t i = 0; i < 2; i++)
		assert_true(list_mark(s->app.top->list, both[i], true));
	scheme_keys(s, "y");
	SHOWS(s, "Agreement of 2 marked pairings");
	assert_string_equal(form_value((struct form *)s->app.top, "usual_place"), "");
	assert_string_not_equal(form_value((struct form *)s->app.top, "usual_minutes"), "125");
	form_set((struct form *)s->app.top, "usual_day", "Monday");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 agreements are recorded");
	GOOD(s, ch_agreement_draft(&s->c, s->rosa_li, &s->arena, &agreement, &s->err));
	assert_string_equal(agreement.usual_place, "the library");
	assert_string_equal(agreement.usual_day, "Monday");
	GOOD(s, ch_agreement_draft(&s->c, s->wen_chen, &s->arena, &agreement, &s->err));
	assert_string_equal(agreement.usual_place, before.usual_place);
	assert_int_equal(agreement.usual_minutes, before.usual_minutes);
}

/* One form for all that are marked: each gets the agreement, and the yes of both sides. */
static void marked_pairings_agree_and_pause_together(void **state)
{
	struct scheme *s = *state;
	struct ch_agreement agreement;
	struct ch_spell spell;
	struct ch_pairing pairing;
	int64_t both[] = {s->wen_chen, s->rosa_li};

	scheme_show(s, "Pairs", pairs_open);
	for (size_t i = 0; i < 2; i++)
		assert_true(list_mark(s->app.top->list, both[i], true));
	SHOWS(s, "y:agreement 2");
	scheme_keys(s, "y");
	SHOWS(s, "Agreement of 2 marked pairings");
	SHOWS(s, "the mentors or coaches");
	form_set((struct form *)s->app.top, "agreed", "guide; learner");
	form_set((struct form *)s->app.top, "usual_minutes", "85");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "2 agreements are recorded");
	for (size_t i = 0; i < 2; i++) {
		GOOD(s, ch_agreement_draft(&s->c, both[i], &s->arena, &agreement, &s->err));
		assert_int_equal(agreement.usual_minutes, 85);
	}
	scheme_keys(s, "g");
	while (scheme_list_id(s->app.top->list->data) != s->wen_chen)
		scheme_keys(s, "j");
	scheme_keys(s, "p");
	scheme_type(s, "1 nov 2026");
	scheme_keys(s, "Enter");
	SHOWS(s, "that day is no day ahead");
	scheme_keys(s, "Esc p");
	scheme_type(s, "in 3 months");
	scheme_keys(s, "Enter");
	SHOWS(s, "1 paused, 1 not; the first, Rosa Vega - ");
	GOOD(s, ch_pairing_get(&s->c, s->wen_chen, &s->arena, &pairing, &s->err));
	assert_int_equal(pairing.state, CH_PAIRING_PAUSED);
	GOOD(s, ch_spell_get(&s->c, pairing.spell_id, &s->arena, &spell, &s->err));
	assert_int_equal(spell.pause_until, ch_date_add(ch_clock_today(&s->c.clock), 3, CH_UNIT_MONTHS));
}

static void an_empty_list_says_what_fills_it(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	SHOWS(s, "No pairings yet. a pairs two people");
	SHOWS_AT(s, 40, 10, "No pairings yet.");
	SHOWS_AT(s, 145, 45, "No pairings yet.");
}

static void the_two_see_theirs_and_make_none(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->chen);
	scheme_show(s, "My pairs", pairs_open);
	SHOWS(s, "1 of 1");
	HIDES(s, "Dara");
	HIDES(s, "a:pair two");
}

/* By the learner Dara comes before 李 伟, whose pairing is not begun yet; but hers is over. */
static void what_is_over_stands_last_among_ones_own(void **state)
{
	struct scheme *s = *state;
	const struct ch_closure closure = {.on = CH_NO_DATE,
					   .kind = CH_CLOSURE_NEVER_STARTED,
					   .initiator = CH_BY_BOTH,
					   .reason = CH_BECAUSE_MUTUAL};
	const char *list, *over, *to_come;

	GOOD(s, ch_pairing_close(&s->c, s->rosa_dara, &closure, &s->err));
	scheme_act_as(s, s->rosa);
	scheme_show(s, "My pairs", pairs_open);
	list = scheme_dump(s, 80, 24);
	over = strstr(list, "Dara Okafor");
	to_come = strstr(list, "contracting");
	assert_true(over != NULL && to_come != NULL && to_come < over);
	scheme_keys(s, "s");
	SHOWS(s, "> state, active first  (as it is now)");
	SHOWS(s, "  last session, longest ago first"); /* whole */
}

/* A letter that has a meaning here, but not for the state of this row, says so in the words of the state. */
static void what_the_state_does_not_allow_is_refused_in_its_words(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "b");
	SHOWS(s, "! the pairing of Wen Patel and Chen Okafor is active already.");
	scheme_keys(s, "X");
	SHOWS(s, "X does nothing here; \"referrals\" works in an opened pair");
	scheme_keys(s, "G p");
	SHOWS(s, "is contracting: it is not possible to");
	SHOWS(s, "because it has not begun. That is possible while it is");
	SHOWS(s, "first start a pairing (b on the pairing).");
	scheme_keys(s, "g Enter b");
	SHOWS(s, "! the pairing of Wen Patel and Chen Okafor is active already.");
	scheme_keys(s, "t");
	SHOWS(s, "! no action or goal is in focus. Tab goes to their panes.");
	scheme_keys(s, ": t h r e e - w a y");
	SHOWS(s, "only in Pairs, on one that is coaching");
	scheme_keys(s, "Esc");
	scheme_keys(s, "W");
	SHOWS(s, "W does nothing here; \"weigh\" works in what is proposed for a programme");
	GOOD(s, ch_pairing_close(&s->c, s->wen_chen,
				 &(struct ch_closure){.on = CH_NO_DATE,
						      .kind = CH_CLOSURE_COMPLETED,
						      .initiator = CH_BY_BOTH,
						      .reason = CH_BECAUSE_PLANNED_END},
				 &s->err));
	app_changed(&s->app);
	scheme_keys(s, "r");
	SHOWS(s, "is closing: it is not possible to");
	SHOWS(s, "first re-open a pairing (:re-open on the pairing)");
}

/* A file of pairs says that it has not what the two wrote. */
static void a_written_list_says_what_stays(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "w");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, "pairs.csv"));
	scheme_keys(s, "Enter");
	assert_non_null(strstr(s->app.message.text, "; what the two wrote and answered stays here"));
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

/* Contacts due are listed here: each is recorded from the list. */
static void a_contact_is_recorded_from_the_list(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	list_go_to_id(s->app.top->list, s->wen_chen);
	scheme_keys(s, "V");
	SHOWS(s, "A contact");
	scheme_keys(s, "Right Ctrl-S");
	SHOWS(s, "The contact");
	SHOWS(s, "Pairs | ");
}

/* In a narrow pane no label is broken in a word: it stands before its text. */
static void words_are_whole_in_a_narrow_window(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, s->wen_chen);
	SHOWS_AT(s, 60, 20, "Focus area: open");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(a_written_list_says_what_stays),
		cmocka_unit_test_setup_teardown(a_reason_holds_for_what_was_shown, scheme_setup, scheme_teardown),
		WITH_SCHEME(words_are_whole_in_a_narrow_window),
		WITH_SCHEME(pairs_show_what_matters_at_every_width),
		WITH_SCHEME(the_signs_follow_the_settings_of_the_programme),
		WITH_SCHEME(a_required_check_that_is_lacking_marks_the_pair),
		WITH_SCHEME(neighbours_are_reached_without_going_back),
		WITH_SCHEME(two_are_paired_by_hand),
		WITH_SCHEME(only_those_of_the_role_are_offered),
		WITH_SCHEME(who_has_another_role_is_refused_under_the_field_that_holds_them),
		WITH_SCHEME(what_is_of_an_opened_pair_is_found_from_the_list),
		WITH_SCHEME(a_rule_against_it_asks_for_a_reason),
		WITH_SCHEME(marked_pairings_start_together),
		WITH_SCHEME(marked_pairings_that_cannot_start_stay_marked),
		WITH_SCHEME(marked_pairings_agree_and_pause_together),
		WITH_SCHEME(an_agreement_of_several_changes_only_what_was_typed),
		WITH_SCHEME(what_the_state_does_not_allow_is_refused_in_its_words),
		WITH_SCHEME(a_contact_is_recorded_from_the_list),
		cmocka_unit_test_setup_teardown(an_empty_list_says_what_fills_it, scheme_setup_empty, scheme_teardown),
		WITH_SCHEME(the_two_see_theirs_and_make_none),
		WITH_SCHEME(what_is_over_stands_last_among_ones_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
