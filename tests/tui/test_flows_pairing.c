/*
 * What a coordinator does with a pairing over several screens: what three agree, what may be let out, a referral to
 * its end, a third extension, a score of the relationship.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"

static const struct binding undoing[] = {{.command = COMMAND_UNDO, .run = undo_run}};

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void open_pairing(struct scheme *s, int64_t id)
{
	scheme_show(s, "Pairs", pairs_open);
	s->app.bindings = undoing;
	s->app.binding_count = 1;
	s->app.handling = desk_handling;
	pairing_open(&s->app, id);
	scheme_dump(s, 80, 24);
}

/* Rosa coaches Chen, whose manager is Dara. */
static int64_t coaching(struct scheme *s)
{
	struct ch_programme programme;
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Spring";
	programme.kind = CH_KIND_COACHING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	GOOD(s, ch_person_get(&s->c, s->rosa, &s->arena, &person, &s->err));
	person.roles |= 1 << CH_ROLE_COACH;
	person.capacity = 9;
	person.origin = CH_ORIGIN_EXTERNAL;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &person, &s->err));
	person.roles |= 1 << CH_ROLE_COACHEE;
	person.manager_id = s->dara;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	s->programme = programme.programme_id;
	return scheme_pairing(s, s->rosa, s->chen);
}

static void r60_three_agree_one_after_the_other(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, coaching(s));
	scheme_keys(s, ": t h r e e Enter");
	SHOWS(s, "Agreed by three");
	HIDES(s, "at their own desk");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "! nobody's yes was given, nor what is agreed");
	scheme_keys(s, "x");
	SHOWS(s, "No choice begins so");
	scheme_keys(s, "Esc");
	HIDES(s, "No choice begins so"); /* it was about the form */
	scheme_keys(s, ": t h r e e Enter");
	form_type(form_of(s), "agreed", "guide");
	form_type(form_of(s), "how", "email");
	form_type(form_of(s), "on", "yesterday");
	scheme_keys(s, "Esc");
	SHOWS(s, "kept as a draft");
	scheme_keys(s, ": t h r e e Enter");
	SHOWS(s, "[x] Rosa Vega (coach)");
	SHOWS(s, "[ ] Dara Okafor (line manager)");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Recorded. Each one's yes: coach 22 November, coachee not yet");
	SHOWS(s, "Agreed by");
	scheme_keys(s, ": t h r e e Enter");
	SHOWS(s, "So far: coach 22");
	form_type(form_of(s), "agreed", "learner; manager");
	form_type(form_of(s), "how", "spoken");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "coachee 23 November, line");
	HIDES(s, "not yet,");
	scheme_keys(s, "u");
	SHOWS(s, "is not undone"); /* an answer stays as it was said */
}

/* Their names do not say which programme a pair is of. */
static void where_several_programmes_go_on_pairs_say_which(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	HIDES(s, "Programme ");
	SHOWS(s, "Held");
	coaching(s);
	app_changed(&s->app);
	SHOWS_AT(s, 80, 24, "Programme ");
	SHOWS_AT(s, 80, 24, "Spring ");
	SHOWS_AT(s, 80, 24, "Mentee or coachee"); /* in full: what was held gives way */
	SHOWS_AT(s, 86, 24, "Held");
}

/* Their training ran out between the match and the start: nothing is refused, and it is said. */
static void r8_a_coach_without_training_in_date_is_pointed_out_at_the_start(void **state)
{
	struct scheme *s = *state;
	struct ch_person person;
	int64_t pairing = coaching(s);

	GOOD(s, ch_person_get(&s->c, s->rosa, &s->arena, &person, &s->err));
	person.origin = CH_ORIGIN_INTERNAL;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	open_pairing(s, pairing);
	scheme_keys(s, "y");
	form_type(form_of(s), "agreed", "guide; learner");
	form_type(form_of(s), "planned_sessions", "6");
	scheme_keys(s, "Ctrl-S o");
	form_type(form_of(s), "text", "Speak up");
	scheme_keys(s, "Ctrl-S b");
	SHOWS_AT(s, 200, 60, "started: sessions are due from today on");
	SHOWS_AT(s, 200, 60, "no coaching training in date is recorded (R8)");
}

static void r60_a_coachee_says_only_their_own_yes(void **state)
{
	struct scheme *s = *state;
	int64_t pairing = coaching(s);

	scheme_act_as(s, s->chen);
	open_pairing(s, pairing);
	scheme_keys(s, ": t h r e e Enter");
	SHOWS(s, "[ ] Chen Okafor (coachee)");
	HIDES(s, "line manager");
	scheme_keys(s, "Space Ctrl-S");
	SHOWS(s, "coachee 23 November");
}

/* A coordinator records the yes to an achievement with what the mentee was told: it is asked for. */
static void r64_an_achievement_is_let_out_and_taken_back(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "T a");
	SHOWS(s, "Note an achievement that may be told");
	HIDES(s, "For ");
	scheme_type(s, "A job at the bakery");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is noted; Enter: they say yes");
	scheme_keys(s, "Enter");
	SHOWS(s, "The mentee says yes to letting it out");
	SHOWS(s, "Still needed: Told and said, How");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "What the mentee was told, and said");
	scheme_type(s, "zzyzx");
	form_type(form_of(s), "how", "spoken");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "it stands in the report achievements until D");
	SHOWS(s, "A job at the bakery");
	HIDES(s, "zzyzx");
	HIDES(s, "Enter:next step"); /* nothing goes to a line manager in mentoring (R61) */
	scheme_keys(s, "u");
	SHOWS(s, "is not undone");
	scheme_keys(s, "D");
	form_type(form_of(s), "how", "spoken");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Their no is recorded");
	HIDES(s, "A job at the bakery");
}

static void r60_an_item_goes_to_the_line_manager(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, coaching(s));
	scheme_keys(s, "T a");
	scheme_type(s, "Chairs the team meeting");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Dara Okafor");
	scheme_keys(s, "Enter");
	SHOWS(s, "The coachee says yes to letting it out");
	form_type(form_of(s), "words", "told whom it goes to");
	form_type(form_of(s), "how", "paper");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Their yes is recorded; Enter: it went to the line manager");
	scheme_keys(s, "Enter");
	SHOWS(s, "It went to the line manager? [y]es [n]o");
	scheme_keys(s, "y");
	SHOWS(s, "It is passed on");
	/* Of another one Enter means that one, not the one that is settled. */
	scheme_keys(s, "a");
	scheme_type(s, "Asks for feedback");
	scheme_keys(s, "Ctrl-S Enter");
	SHOWS(s, "The coachee says yes to letting it out");
}

/* What is needed is said in full, however short the labels of a form are. */
static void r60_what_the_line_manager_says_is_needed(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, coaching(s));
	scheme_keys(s, "M a");
	SHOWS(s, "\n  needed");
}

static void r62_a_referral_from_raised_to_closed(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "X a Ctrl-S");
	SHOWS(s, "It is raised; Enter records the talk");
	scheme_keys(s, "Enter");
	SHOWS(s, "It was talked over with the mentee");
	form_type(form_of(s), "to_whom", "the advice line");
	form_type(form_of(s), "said", "told, and nodded");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Enter: they say yes, D: no");
	scheme_keys(s, "Enter");
	SHOWS(s, "The mentee says yes to passing it on");
	SHOWS(s, "Still needed: How");
	form_type(form_of(s), "how", "spoken");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Their yes is recorded; Enter once it is passed on");
	scheme_keys(s, "Enter y");
	SHOWS(s, "It is passed on; C closes it");
	scheme_keys(s, "C y");
	SHOWS(s, "It is closed");
	scheme_keys(s, "j k");
	SHOWS(s, "1 of 1  Mon 23 Nov");
}

static void move_end(struct scheme *s, const char *day)
{
	scheme_keys(s, "y");
	form_type(form_of(s), "planned_end_on", day);
	scheme_keys(s, "Ctrl-S");
}

static void r70_a_third_extension_is_pointed_out_at_once(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	move_end(s, "2027-09-01");
	SHOWS(s, "They go on until 1 September 2027: extension 1");
	move_end(s, "2027-10-01");
	SHOWS(s, "extension 2");
	HIDES(s, "(R70)");
	move_end(s, "2027-11-01");
	move_end(s, "2027-12-01");
	SHOWS(s, "times (R70): ");
	scheme_keys(s, "u u");
	scheme_keys(s, "y Ctrl-S");
	SHOWS(s, "The agreement is recorded");
	HIDES(s, "(R70)"); /* no later than it was */
}

static void r74_a_score_of_the_relationship_is_asked_of_one_side(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "B a");
	SHOWS(s, "Which form?");
	scheme_keys(s, "p");
	SHOWS(s, "Whose? [1] Wen Patel (mentor), or [2] Chen Okafor (mentee)");
	scheme_keys(s, "2");
	scheme_type(s, "9");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "allowed is 1 to 5");
	scheme_keys(s, "Ctrl-U 4 Ctrl-S");
	SHOWS(s, "It is recorded; the other side never sees it");
	scheme_act_as(s, s->wen);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, "B");
	HIDES(s, "pulse");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(where_several_programmes_go_on_pairs_say_which),
		TEST(r8_a_coach_without_training_in_date_is_pointed_out_at_the_start),
		TEST(r60_three_agree_one_after_the_other),
		TEST(r60_what_the_line_manager_says_is_needed),
		TEST(r60_a_coachee_says_only_their_own_yes),
		TEST(r64_an_achievement_is_let_out_and_taken_back),
		TEST(r60_an_item_goes_to_the_line_manager),
		TEST(r62_a_referral_from_raised_to_closed),
		TEST(r70_a_third_extension_is_pointed_out_at_once),
		TEST(r74_a_score_of_the_relationship_is_asked_of_one_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
