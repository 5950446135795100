/* One pairing: what is shown to whom, and its way from state to state. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/widgets/form.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form_parts.h"

static struct ch_pairing pairing(struct scheme *s, int64_t id)
{
	struct ch_pairing found;

	GOOD(s, ch_pairing_get(&s->c, id, &s->arena, &found, &s->err));
	return found;
}

/* Opens it over the list, as one does. */
static void open_pairing(struct scheme *s, int64_t id)
{
	scheme_show(s, "Pairs", pairs_open);
	pairing_open(&s->app, id);
	scheme_dump(s, 80, 24);
}

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void the_coordinator_sees_facts_and_no_wording(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	SHOWS(s, "mentee Chen Okafor");
	SHOWS(s, "mentor Wen Patel");
	SHOWS(s, "active   2 sessions, last Mon 2 Nov   next due Wed 2 Dec");
	SHOWS(s, "~ Actions overdue: 1 action is overdue");
	SHOWS(s, "> ~ Mon 2 Nov       45m  video      unfinished");
	SHOWS(s, "Mon 2 Nov, session 2, 45m, video. Both came. Unfinished:");
	SHOWS(s, "What was learned is written down, apart from the coordinator's screens.");
	HIDES(s, "Compared two adverts");
	HIDES(s, "alumni");
	SHOWS_AT(s, 40, 10, "> ~ Mon 2 Nov       45m  video");
	SHOWS_AT(s, 145, 45, "! Sat 14 Nov   Chen Okafor");
	SHOWS_AT(s, 145, 45, "Planned end         1 Jun 2027");
	scheme_dump(s, 80, 24);
	scheme_keys(s, "Tab");
	SHOWS(s, "What it says is kept apart from the coordinator's screens");
	HIDES(s, "covering letter");
	SHOWS_AT(s, 40, 10, "> ! Sat 14 Nov   Chen Okafor");
	scheme_keys(s, "Tab");
	SHOWS(s, "To mend it: review them");
	SHOWS_AT(s, 40, 10, "Meet every          every month");
}

static void the_two_see_what_they_wrote(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->chen);
	open_pairing(s, s->wen_chen);
	SHOWS_AT(s, 145, 45, "video      Compared two adverts");
	SHOWS(s, "  Compared two adverts");
	HIDES(s, "Kept apart");
	scheme_keys(s, "Tab");
	SHOWS(s, "  Draft the covering letter");
	SHOWS(s, "> ! Sat 14 Nov   Draft the cov"); /* what it is, not whose, where there is room for one */
	SHOWS_AT(s, 40, 10, "> ! Sat 14 Nov   Draft the cov");
	SHOWS_AT(s, 145, 45, "Speak up in meetings");
	HIDES(s, "C:close the");
}

static void long_wide_and_right_to_left_names_stay_in_their_place(void **state)
{
	struct scheme *s = *state;
	int64_t guide, learner;

	GOOD(s, ch_find(&s->c, CH_PERSON, "maximiliana", &guide, &s->err));
	GOOD(s, ch_find(&s->c, CH_PERSON, "david@example.org", &learner, &s->err));
	open_pairing(s, scheme_pairing(s, guide, learner));
	SHOWS(s, "Maximiliana Wilh");
	SHOWS(s, "\xd7\x9b\xd7\x94\xd7\x9f");
	SHOWS_AT(s, 40, 10, "No session yet. L logs one");
	SHOWS_AT(s, 145, 45, "~ Agreement           not yet: y");
	scheme_keys(s, "L");
	scheme_type(s, "45");
	SHOWS_AT(s, 40, 10, "Log: 45");
}

static void from_contracting_to_active_with_the_form(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->rosa_li);
	SHOWS(s, "~ Agreement");
	scheme_keys(s, "b");
	SHOWS(s, "Refused: Rosa Vega - ");
	SHOWS(s, "Esc to mend it; or why it is right all the same, kept and listed");
	SHOWS(s, "(R28)");
	scheme_type(s, "they");
	SHOWS(s, "(R28)"); /* what is answered stays in view */
	scheme_keys(s, "Esc y");
	SHOWS(s, "= every month");
	SHOWS(s, "Said yes                      [ ] Rosa Vega"); /* with the terms, above the fold */
	SHOWS(s, "( ) by e-mail  (o) spoken");
	SHOWS(s, "Ctrl-S saves; starting will still need: a yes of Rosa Vega, a yes of ");
	HIDES(s, "Nothing else is needed");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The agreement is recorded; starting will still need: a yes of Rosa Vega");
	SHOWS_AT(s, 145, 45, "~ Yes still needed    Rosa Vega and");
	scheme_keys(s, "y");
	form_set(form_of(s), "agreed", "guide");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The agreement is recorded; starting will still need: a yes of \xe6\x9d\x8e");
	SHOWS_AT(s, 145, 45, "~ Yes still needed    \xe6\x9d\x8e");
	scheme_keys(s, "y");
	HIDES(s, "a yes of Rosa Vega");
	SHOWS_AT(s, 145, 45,
		 "Said yes                      [ ] Rosa Vega (yes Mon 23 Nov)  [ ] \xe6\x9d\x8e \xe4\xbc\x9f");
	form_set(form_of(s), "agreed", "learner");
	form_set(form_of(s), "usual_minutes", "90");
	form_set(form_of(s), "planned_end_on", "");
	form_set(form_of(s), "planned_sessions", "");
	SHOWS(s, "need: an end or a number of sessions");
	form_set(form_of(s), "planned_end_on", "no day");
	SHOWS(s, "is not understood yet");
	form_set(form_of(s), "planned_end_on", "in 9 months");
	HIDES(s, "will still need: a");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "b starts the pairing");
	scheme_keys(s, "y");
	HIDES(s, "a yes of");
	SHOWS_AT(s, 145, 45, "Yes again                     [ ] Rosa Vega (yes Mon 23 Nov)");
	scheme_keys(s, "Ctrl-S"); /* asks for no yes again, and loses none */
	SHOWS(s, "b starts the pairing");
	scheme_keys(s, "b");
	SHOWS(s, "started: sessions are due from today on");
	assert_int_equal(pairing(s, s->rosa_li).state, CH_PAIRING_ACTIVE);
	SHOWS(s, "p:pause");
	HIDES(s, "b:start");
}

static void a_typed_reason_overrides_a_rule(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->rosa_li);
	scheme_keys(s, "b");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "This is needed");
	scheme_type(s, "they have worked together for years");
	scheme_keys(s, "Enter");
	SHOWS(s, "A new line. Ctrl-S saves");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairing(s, s->rosa_li).state, CH_PAIRING_ACTIVE);
	SHOWS_AT(s, 145, 45, "There is no agreement yet (R28)");
}

/* One is waived with a reason, the other recorded: R65 on the screen. */
static void give_feedback_of_both(struct scheme *s)
{
	scheme_keys(s, "B");
	SHOWS(s, "Wen Patel            at the end        due           Mon 23 Nov");
	SHOWS(s, "follow-up         due           23 May 2027");
	scheme_keys(s, "g D");
	form_set(form_of(s), "because", "moved away");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "waived");
	scheme_keys(s, "j Enter");
	SHOWS(s, "Was helpful");
	form_set(form_of(s), "helpful", "5");
	form_set(form_of(s), "remarks", "Thank you");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "the other side never sees it");
	SHOWS(s, "Thank you");
	SHOWS_AT(s, 40, 10, "at the end");
	scheme_keys(s, "q");
}

/* The labels of the two sides begin alike: what is typed whole is what is chosen. */
static void who_ended_it_and_why_are_typed(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "C");
	form_focus_on(form_of(s), 1);
	scheme_type(s, "mentor");
	assert_string_equal(form_value(form_of(s), "closure_initiator"), "guide");
	scheme_keys(s, "Tab");
	scheme_type(s, "mentor's");
	assert_string_equal(form_value(form_of(s), "closure_reason"), "guide_no_time");
	scheme_keys(s, "Esc");
}

static void pause_close_and_a_new_spell(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "p Enter");
	SHOWS(s, "Chen Okafor: paused: nothing is due until it resumes");
	SHOWS(s, "p:resume");
	scheme_keys(s, "p");
	SHOWS(s, "active again: sessions are due from today on");
	scheme_keys(s, "C");
	assert_int_equal(pairing(s, s->wen_chen).state, CH_PAIRING_ACTIVE);
	SHOWS(s, "( ) mentee  ( ) mentor");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "This is needed");
	form_set(form_of(s), "closure_initiator", "learner");
	form_set(form_of(s), "closure_reason", "learner_left");
	form_set(form_of(s), "closure_kind", "completed");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "they agreed to go on until 1 June 2027");
	SHOWS(s, "Save again to keep it as it is");
	assert_int_equal(pairing(s, s->wen_chen).state, CH_PAIRING_ACTIVE);
	form_set(form_of(s), "closure_kind", "ended_early");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "have ended; B records");
	assert_int_equal(pairing(s, s->wen_chen).state, CH_PAIRING_CLOSING);
	HIDES(s, "y:agreement");
	give_feedback_of_both(s);
	assert_int_equal(pairing(s, s->wen_chen).state, CH_PAIRING_CLOSED);
	scheme_keys(s, "x");
	scheme_type(s, "re-open");
	scheme_keys(s, "Enter");
	SHOWS(s, "a new time together begins");
	SHOWS(s, "contracting, time together 2");
}

static void a_session_is_arranged_cancelled_or_logged(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_pairing(s, s->wen_chen);
	for (int i = 0; i < 2; i++) {
		scheme_keys(s, "r");
		scheme_type(s, i == 0 ? "fri" : "23 nov");
		scheme_keys(s, "Ctrl-S");
		SHOWS(s, "is arranged for");
	}
	SHOWS(s, ". Fri 27 Nov");
	scheme_keys(s, "g x");
	scheme_type(s, "cancel");
	scheme_keys(s, "Enter");
	form_set(form_of(s), "cancelled_by", "guide");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The session is cancelled");
	GOOD(s, ch_session_get(&s->c, 3, &s->arena, &session, &s->err));
	assert_int_equal(session.state, CH_SESSION_CANCELLED);
	SHOWS(s, "cancelled  Wen Patel");
	scheme_keys(s, "g j");
	SHOWS(s, "Enter logs it once it was held");
	scheme_keys(s, "Enter Ctrl-S");
	SHOWS(s, "Session 3 of about 9 logged");
	GOOD(s, ch_session_get(&s->c, 4, &s->arena, &session, &s->err));
	assert_int_equal(session.state, CH_SESSION_HELD);
}

static void actions_and_goals_are_added_and_settled(void **state)
{
	struct scheme *s = *state;
	int64_t goals;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "a Tab Tab");
	scheme_type(s, "4 dec");
	SHOWS(s, "= Fri 4 Dec");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(pairing(s, s->wen_chen).open_actions, 3);
	scheme_keys(s, "Tab t Ctrl-S");
	SHOWS(s, "The action is done");
	scheme_keys(s, ">");
	scheme_type(s, "11 dec");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The action is carried forward");
	assert_int_equal(pairing(s, s->wen_chen).open_actions, 2);
	scheme_keys(s, "o");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "This is needed"); /* without a word it is no goal */
	scheme_type(s, "Confidence");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_scheme_count(&s->c, CH_GOAL, &goals, &s->err));
	assert_int_equal(goals, 3);
}

/* What happened when it was tried is written where it is settled, and read by the two with what it goes on as. */
static void r44_what_happened_when_tried_is_theirs(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->chen);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, "Tab >");
	scheme_type(s, "11 dec");
	scheme_keys(s, "Tab");
	scheme_type(s, "Two replies, both kind");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The action is carried forward");
	scheme_keys(s, "j");
	SHOWS(s, "What happened when tried: Two replies, both kind");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, 0);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, "Tab j");
	HIDES(s, "Two replies");
}

/* The two rate their goals (goal attainment scaling), and nobody else is offered to. */
static void the_two_rate_their_goals(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, ": r a t e Space g o a l s Enter");
	SHOWS(s, "in an opened pair of your own that has a goal");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, s->wen);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, ": r a t e Space g o a l s Enter");
	SHOWS(s, "only the two of you are shown this");
	scheme_type(s, "++"); /* each goes to the next that begins so */
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It is kept");
	SHOWS_AT(s, 200, 60, ", rated +2");
	SHOWS_AT(s, 200, 60, "rated; 50 is as expected");
}

static const char *words_of_goal(struct scheme *s, int64_t goal_id)
{
	enum ch_text_state is;
	const char *text;

	GOOD(s, ch_pair_text_read(&s->c, CH_TEXT_GOAL, goal_id, &s->arena, &text, &is, &s->err));
	return text;
}

/* Usual focus areas are offered, the programme's own first; what is chosen is theirs to change. */
static void r55_usual_focus_areas_are_offered(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "o Ctrl-N");
	SHOWS(s, "Work/life balance");
	SHOWS(s, "Self-perception");
	scheme_keys(s, "Esc");
	scheme_type(s, "self-c");
	scheme_keys(s, "Ctrl-N Enter Ctrl-S");
	SHOWS(s, "It is set");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, s->chen);
	assert_string_equal(words_of_goal(s, 3), "Self-confidence");
}

static void r56_the_two_reword_and_settle_a_goal_and_nobody_else(void **state)
{
	struct scheme *s = *state;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "Tab Tab e");
	HIDES(s, "Change the words");
	SHOWS(s, "a goal is the pair's own");
	app_release(&s->app);
	app_init(&s->app);
	scheme_act_as(s, s->chen);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, "Tab Tab");
	SHOWS(s, "Speak up in meetings");
	scheme_keys(s, "e");
	SHOWS(s, "Change the words");
	scheme_type(s, " of the board");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "It reads so now; what it was before is kept");
	assert_string_equal(words_of_goal(s, 1), "Speak up in meetings of the board");
	scheme_keys(s, "t");
	SHOWS(s, "It is attained");
	scheme_keys(s, "d");
	SHOWS(s, "goal 1 is attained");
}

/* The objective is chosen among those of the programme, where it has any; what is out of the remit is said. */
static void r25_r63_the_agreement_has_the_objective_and_says_what_is_referred(void **state)
{
	struct scheme *s = *state;
	struct ch_objective objective;
	struct ch_agreement agreement;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "y");
	SHOWS(s, "what is for a counsellor, doctor or lawyer is referred");
	HIDES(s, "Objective");
	scheme_keys(s, "Esc");
	ch_record_start(ch_entity_of(CH_OBJECTIVE), &objective);
	objective.programme_id = s->programme;
	objective.name = "Keep new leaders";
	GOOD(s, ch_part_add(&s->c, CH_OBJECTIVE, &objective, &s->err));
	scheme_keys(s, "y");
	SHOWS(s, "Objective                     ( ) Keep new leaders");
	form_type(form_of(s), "objective_id", "1");
	scheme_keys(s, "Ctrl-S");
	GOOD(s, ch_agreement_draft(&s->c, s->wen_chen, &s->arena, &agreement, &s->err));
	assert_int_equal(agreement.objective_id, 1);
	SHOWS_AT(s, 145, 45, "Keep new leaders");
}

/* One contact answers the comfort check, the pulse and whether the mentee is still there. */
static void one_contact_answers_several(void **state)
{
	const struct ch_list_query received = {.list = CH_LIST_FEEDBACK, .filter = "state:received"};
	struct scheme *s = *state;
	struct ch_person person;
	int64_t count;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, ": c o n t a c t Enter");
	SHOWS(s, "With             ( ) mentor  ( ) mentee");
	form_type(form_of(s), "side", "learner");
	form_type(form_of(s), "fit", "comfortable");
	form_type(form_of(s), "quality", "9");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Relationship"); /* refused: nothing of it is kept */
	GOOD(s, ch_scheme_count(&s->c, CH_CHECKIN, &count, &s->err));
	assert_int_equal(count, 0);
	form_type(form_of(s), "quality", "4");
	form_type(form_of(s), "available", "yes");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The contact is recorded, with all that was asked");
	GOOD(s, ch_scheme_count(&s->c, CH_CHECKIN, &count, &s->err));
	assert_int_equal(count, 1);
	GOOD(s, ch_list_count(&s->c, &received, &count, &s->err));
	assert_int_equal(count, 2);
	GOOD(s, ch_person_get(&s->c, s->chen, &s->arena, &person, &s->err));
	assert_int_equal(person.confirmed_on, s->desk.today);
}

static void set_capacity(struct scheme *s, int64_t person_id, int64_t capacity)
{
	struct ch_person person;

	GOOD(s, ch_person_get(&s->c, person_id, &s->arena, &person, &s->err));
	person.capacity = capacity;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
}

/* Rosa has one place and one mentee: she is listed, and it is said that she is full. */
static void who_is_full_is_said_to_be_when_a_pairing_is_taken_on(void **state)
{
	struct scheme *s = *state;

	set_capacity(s, s->rosa, 1);
	open_pairing(s, s->wen_chen);
	scheme_keys(s, ": h a n d Space o v e r Enter");
	scheme_type(s, "ros");
	assert_non_null(strstr(scheme_row(s, "> Rosa Vega"), "full"));
}

static void give_role(struct scheme *s, int64_t person_id, int role)
{
	struct ch_person person;

	GOOD(s, ch_person_get(&s->c, person_id, &s->arena, &person, &s->err));
	person.roles |= 1 << role;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
}

/* Mentoring becomes coaching: what that asks is told, and overridden with a reason. */
static void r26_a_kind_is_changed_and_the_rules_of_the_new_one_are_told(void **state)
{
	struct scheme *s = *state;
	struct ch_programme programme;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, ": c h a n g e Space k i n d Enter");
	SHOWS(s, "No programme of the other kind is open: make and open one first (7, a)");
	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Stepping Up";
	programme.kind = CH_KIND_COACHING;
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	scheme_keys(s, ": c h a n g e Space k i n d Enter");
	SHOWS(s, "(o) Stepping Up");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Wen Patel is not a coach but a mentor");
	give_role(s, s->wen, CH_ROLE_COACH);
	give_role(s, s->chen, CH_ROLE_COACHEE);
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "have set no goal yet (R55)");
	assert_int_equal(pairing(s, s->wen_chen).kind, CH_KIND_MENTORING);
	scheme_type(s, "Wen finishes the course on Friday");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "go on in the other programme, with all that was");
	SHOWS(s, "coachee Chen Okafor");
	assert_int_equal(pairing(s, s->wen_chen).kind, CH_KIND_COACHING);
	assert_int_equal(pairing(s, s->wen_chen).sessions_held, 2);
}

static void a_session_is_corrected(void **state)
{
	struct scheme *s = *state;
	struct ch_session session;

	open_pairing(s, s->wen_chen);
	scheme_keys(s, "e");
	SHOWS(s, "Chen Okafor prepared");
	HIDES(s, "Learner");
	form_set(form_of(s), "minutes", "50");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "The session of Mon 2 Nov is corrected");
	GOOD(s, ch_session_get(&s->c, 2, &s->arena, &session, &s->err));
	assert_int_equal(session.minutes, 50);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

static int64_t coaching(struct scheme *s)
{
	int64_t coach = scheme_person(s, "Cora Vine", NULL, 1 << CH_ROLE_COACH);
	int64_t coachee = scheme_person(s, "Noor Hale", NULL, 1 << CH_ROLE_COACHEE);
	struct ch_programme programme;
	struct ch_pairing made;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Leading";
	programme.kind = CH_KIND_COACHING;
	s->c.override_reason = "a trial";
	s->c.override_rules = "R8 R10 R13 R14 R15 R20";
	GOOD(s, ch_programme_add(&s->c, &programme, &s->err));
	GOOD(s, ch_programme_open(&s->c, programme.programme_id, &s->err));
	ch_record_start(ch_entity_of(CH_PAIRING), &made);
	made.programme_id = programme.programme_id;
	made.guide_id = coach;
	made.learner_id = coachee;
	GOOD(s, ch_pairing_add(&s->c, &made, &s->err));
	s->c.override_reason = NULL;
	return made.pairing_id;
}

/* In the head and in the choices of forms: coach and coachee, mentor and mentee, never a word for both. */
static void r27_each_kind_has_its_own_words(void **state)
{
	struct scheme *s = *state;
	int64_t id = coaching(s);

	open_pairing(s, s->wen_chen);
	SHOWS(s, "mentee Chen Okafor");
	SHOWS(s, "mentor Wen Patel");
	scheme_keys(s, "C");
	SHOWS(s, "mentee");
	HIDES(s, "coach");
	scheme_keys(s, "Esc");
	pairing_open(&s->app, id);
	scheme_dump(s, 80, 24);
	SHOWS(s, "coachee Noor Hale");
	SHOWS(s, "coach Cora Vine");
	scheme_keys(s, "C");
	SHOWS(s, "coachee");
	HIDES(s, "mentee");
	HIDES(s, "mentor");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(the_coordinator_sees_facts_and_no_wording),
		WITH_SCHEME(r27_each_kind_has_its_own_words),
		WITH_SCHEME(the_two_see_what_they_wrote),
		WITH_SCHEME(long_wide_and_right_to_left_names_stay_in_their_place),
		WITH_SCHEME(from_contracting_to_active_with_the_form),
		WITH_SCHEME(a_typed_reason_overrides_a_rule),
		WITH_SCHEME(pause_close_and_a_new_spell),
		WITH_SCHEME(who_ended_it_and_why_are_typed),
		WITH_SCHEME(a_session_is_arranged_cancelled_or_logged),
		WITH_SCHEME(actions_and_goals_are_added_and_settled),
		WITH_SCHEME(r44_what_happened_when_tried_is_theirs),
		WITH_SCHEME(the_two_rate_their_goals),
		WITH_SCHEME(r55_usual_focus_areas_are_offered),
		WITH_SCHEME(r56_the_two_reword_and_settle_a_goal_and_nobody_else),
		WITH_SCHEME(r26_a_kind_is_changed_and_the_rules_of_the_new_one_are_told),
		WITH_SCHEME(r25_r63_the_agreement_has_the_objective_and_says_what_is_referred),
		WITH_SCHEME(one_contact_answers_several),
		WITH_SCHEME(who_is_full_is_said_to_be_when_a_pairing_is_taken_on),
		WITH_SCHEME(a_session_is_corrected),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
