/* The matching board: reasons and others of a pair, pins, forbids, weights, approvals, declines, who is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)

/* A programme of its own: Ann cooks, Bo sews, one place each; Cy and Di seek both, Ed what nobody offers. */
struct spring {
	struct scheme *s;
	int64_t programme, ann, bo, cy, di, ed;
};

static int64_t join(struct scheme *s, int64_t programme, const char *name, int roles, const char *offers,
		    const char *seeks)
{
	int64_t id = scheme_person(s, name, NULL, roles);
	struct ch_enrolment enrolment;
	struct ch_person person;

	GOOD(s, ch_person_get(&s->c, id, &s->arena, &person, &s->err));
	person.offers = offers;
	person.seeks = seeks;
	person.capacity = 1;
	GOOD(s, ch_person_set(&s->c, &person, &s->err));
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme;
	enrolment.person_id = id;
	enrolment.role = roles == MENTOR ? CH_ROLE_MENTOR : CH_ROLE_MENTEE;
	GOOD(s, ch_enrolment_add(&s->c, &enrolment, &s->err));
	return id;
}

static const struct binding undo = {.command = COMMAND_UNDO, .run = undo_run};

static struct spring board(void **state)
{
	struct spring p = {.s = *state};
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.name = "Spring";
	programme.kind = CH_KIND_MENTORING;
	GOOD(p.s, ch_programme_add(&p.s->c, &programme, &p.s->err));
	p.programme = programme.programme_id;
	p.ann = join(p.s, p.programme, "Ann Ash", MENTOR, "cooking", NULL);
	p.bo = join(p.s, p.programme, "Bo Birch", MENTOR, "sewing", NULL);
	p.cy = join(p.s, p.programme, "Cy Cedar", MENTEE, NULL, "cooking");
	p.di = join(p.s, p.programme, "Di Dogwood", MENTEE, NULL, "sewing; cooking");
	p.ed = join(p.s, p.programme, "Ed Elder", MENTEE, NULL, "flying");
	scheme_show(p.s, "Programmes", programmes_open);
	p.s->app.handling = desk_handling;
	p.s->app.bindings = &undo;
	p.s->app.binding_count = 1;
	desk_handling(&p.s->app, false); /* as by the key that proposes */
	proposals_open(&p.s->app, p.programme, true);
	desk_handling(&p.s->app, true);
	return p;
}

static int64_t count_of(struct spring *p, enum ch_list_id list, const char *filter)
{
	struct ch_list_query query = {.list = list, .filter = filter, .programme_id = p->programme};
	int64_t count = -1;

	GOOD(p->s, ch_list_count(&p->s->c, &query, &count, &p->s->err));
	return count;
}

/* Whoever comes from Today looks; what the key that proposes has done is told, and one key takes it back. */
static void looking_proposes_nothing(void **state)
{
	struct spring p = board(state);

	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:drafted"), 2);
	scheme_keys(p.s, "u");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:drafted"), 0);
	scheme_keys(p.s, "q");
	proposals_open(&p.s->app, p.programme, false);
	SHOWS(p.s, "No pair is proposed. m proposes pairs of those who wait");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, NULL), 0);
	scheme_keys(p.s, "m");
	SHOWS(p.s, "2 pairs proposed");
}

static void pairs_stand_beside_their_reasons(void **state)
{
	struct spring p = board(state);

	SHOWS(p.s, "Spring | 2 proposed");
	SHOWS(p.s, "2 pairs proposed; 1 left out: Tab says who, and why");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "Ann Ash"));
	SHOWS(p.s, "Areas sought, 40 of 40: Ann Ash offers all that is sought: cooking");
	SHOWS_AT(p.s, 140, 45, "│ Areas sought, 40 of 40: Ann Ash offers all that is sought:");
	SHOWS_AT(p.s, 40, 10, ">   Cy Cedar");
}

/* R78: whose mentor lacks a check that the programme requires is marked in the list, and told in its line. */
static void a_required_check_that_is_lacking_marks_the_row(void **state)
{
	struct spring p = board(state);

	SHOWS(p.s, ">   Cy Cedar");
	scheme_keys(p.s, "q");
	scheme_requires(p.s, p.programme, "DBS");
	proposals_open(&p.s->app, p.programme, false);
	SHOWS(p.s, "> ! Cy Cedar");
	SHOWS(p.s, "1 of 2  Cy Cedar with Ann Ash: Ann Ash has no DBS in date");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:drafted lacking:dbs"), 2);
}

static void opening_it_again_proposes_nothing_new(void **state)
{
	struct spring p = board(state);
	int64_t before = count_of(&p, CH_LIST_PROPOSALS, NULL);

	scheme_keys(p.s, "q");
	proposals_open(&p.s->app, p.programme, true);
	SHOWS(p.s, "Spring | 2 proposed");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, NULL), before);
}

static void who_is_left_out_and_what_is_sought(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "Tab");
	assert_non_null(strstr(scheme_row(p.s, "! Ed Elder"), "no mentor who suits has a place left"));
	scheme_keys(p.s, "Tab");
	SHOWS(p.s, "1 sought, nobody offers it");
	assert_non_null(strstr(scheme_row(p.s, "~ cooking"), "2 sought, 1 offered, only 1 free"));
	scheme_keys(p.s, "Tab");
	assert_non_null(strstr(scheme_row(p.s, "Proposed "), "2, and 1 left out"));
	SHOWS(p.s, "Nothing better exists");
	scheme_keys(p.s, "Tab");
	SHOWS(p.s, "[Pairs]");
}

static void a_pin_says_that_nothing_changes(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "P");
	SHOWS(p.s, "Cy Cedar is kept with Ann Ash: nothing else changes (u: undo)");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "pinned"));
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, "kind:pin"), 1);
	scheme_keys(p.s, "P");
	SHOWS(p.s, "Cy Cedar is not kept with Ann Ash any more: nothing else changes");
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, "kind:pin"), 0);
}

static void a_forbid_says_what_it_costs_and_is_undone(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "F");
	SHOWS(p.s, "Cy Cedar is kept from Ann Ash: ");
	SHOWS(p.s, "change, score -");
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, "kind:forbid"), 1);
	assert_null(strstr(scheme_row(p.s, "Ann Ash   "), "Cy Cedar"));
	scheme_keys(p.s, "u");
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, "kind:forbid"), 0);
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "Ann Ash"));
}

static void another_guide_is_one_key_away_and_can_be_taken(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "O");
	SHOWS(p.s, "Others for Cy Cedar and Ann Ash");
	assert_non_null(strstr(scheme_row(p.s, "+ Cy Cedar"), "proposed"));
	scheme_keys(p.s, "j");
	assert_non_null(strstr(scheme_row(p.s, "Bo Birch   "), "would cost"));
	SHOWS(p.s, "Areas sought, 0 of 40: Bo Birch");
	scheme_keys(p.s, "P");
	SHOWS(p.s, "Cy Cedar is kept with Bo Birch: ");
	scheme_keys(p.s, "q");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "Bo Birch"));
}

static int64_t points_of(struct spring *p, enum ch_criterion criterion)
{
	struct ch_weights weights;

	GOOD(p->s, ch_weights_get(&p->s->c, p->programme, &weights, &p->s->err));
	return weights.points[criterion];
}

static void a_weight_shows_its_effect_before_it_is_kept(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "W e Ctrl-U");
	scheme_type(p.s, "30");
	SHOWS(p.s, "the same pairs, score -15");
	scheme_keys(p.s, "Esc");
	assert_int_equal(points_of(&p, CH_CRITERION_EXPERTISE), 40);
	scheme_keys(p.s, "e Ctrl-U");
	scheme_type(p.s, "300");
	scheme_keys(p.s, "Enter");
	SHOWS(p.s, "100");
	assert_int_equal(points_of(&p, CH_CRITERION_EXPERTISE), 40);
	scheme_keys(p.s, "Ctrl-U");
	scheme_type(p.s, "30");
	scheme_keys(p.s, "Enter");
	SHOWS(p.s, "Areas sought counts 30: the same pairs, score -15 (u: undo)");
	assert_int_equal(points_of(&p, CH_CRITERION_EXPERTISE), 30);
	scheme_keys(p.s, "u");
	assert_int_equal(points_of(&p, CH_CRITERION_EXPERTISE), 40);
	scheme_keys(p.s, "q");
	SHOWS(p.s, "Areas sought, 40 of 40");
}

/* What counts was changed elsewhere: the scores on the board are of before, and that is said with the key. */
static void scores_of_before_are_said_to_be(void **state)
{
	struct spring p = board(state);
	struct ch_weights weights;

	HIDES(p.s, "m proposes anew");
	GOOD(p.s, ch_weights_get(&p.s->c, p.programme, &weights, &p.s->err));
	weights.points[CH_CRITERION_EXPERTISE] = 30;
	GOOD(p.s, ch_weights_keep(&p.s->c, p.programme, &weights, &p.s->err));
	app_changed(&p.s->app);
	SHOWS(p.s, "~ By what counts now their score is 30: m proposes anew");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "~40"));
	scheme_keys(p.s, "m");
	assert_null(strstr(scheme_row(p.s, "Cy Cedar   "), "~"));
	HIDES(p.s, "m proposes anew");
}

static void a_cut_off_shows_its_effect_before_it_is_kept(void **state)
{
	struct spring p = board(state);
	struct ch_settings settings;

	scheme_keys(p.s, "W G e Ctrl-U");
	scheme_type(p.s, "30");
	SHOWS(p.s, "1 fewer matched, 1 pair changes, score -20");
	scheme_keys(p.s, "Esc e Ctrl-U");
	scheme_type(p.s, "30");
	scheme_keys(p.s, "Enter");
	SHOWS(p.s, "The cut-off is 30: 1 fewer matched");
	GOOD(p.s, ch_settings_get(&p.s->c, p.programme, &p.s->arena, &settings, &p.s->err));
	assert_int_equal(settings.cut_off, 30);
	scheme_keys(p.s, "q");
	SHOWS(p.s, "Spring | 1 proposed");
}

static void one_side_accepts_then_the_other(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, ">");
	SHOWS(p.s, "[y] both [m]entor m[e]ntee [a]ll [n]o");
	scheme_keys(p.s, "m");
	SHOWS(p.s, "Ann Ash says yes; Cy Cedar is still to be asked");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "mentor yes"));
}

static void open_programme(struct spring *p)
{
	struct ch_programme programme;

	GOOD(p->s, ch_programme_get(&p->s->c, p->programme, &p->s->arena, &programme, &p->s->err));
	programme.purpose = programme.focus_areas = programme.mentoring_models = programme.components =
		programme.matching_process = "as agreed";
	GOOD(p->s, ch_programme_set(&p->s->c, &programme, &p->s->err));
	GOOD(p->s, ch_programme_open(&p->s->c, p->programme, &p->s->err));
}

/* Ed, who shares nothing with anybody, gets the place that is left. */
static void all_are_accepted_but_those_that_share_nothing(void **state)
{
	struct spring p = board(state);
	int64_t eve = join(p.s, p.programme, "Eve Elm", MENTOR, "singing", NULL);

	(void)eve;
	open_programme(&p);
	scheme_keys(p.s, "m");
	SHOWS(p.s, "Spring | 3 proposed");
	scheme_keys(p.s, "> a");
	SHOWS(p.s, "Ed Elder and Eve Elm share nothing that counts.");
	scheme_keys(p.s, "q"); /* leaves it, and makes none */
	HIDES(p.s, "share nothing that counts. [o]nly");
	SHOWS(p.s, "Spring | 3 proposed");
	scheme_keys(p.s, "> a Esc");
	SHOWS(p.s, "Spring | 3 proposed");
	scheme_keys(p.s, "> a");
	scheme_keys(p.s, "o");
	SHOWS(p.s, "Do all 2 of them know what they want, and have the time?");
	scheme_keys(p.s, "y");
	SHOWS(p.s, "2 pairs are made");
	SHOWS(p.s, "Spring | 1 proposed");
	scheme_keys(p.s, "> y y");
	SHOWS(p.s, "The pair is made");
}

static void stopped_while_pairs_are_made(void **state)
{
	struct spring p = board(state);
	int64_t drafted = count_of(&p, CH_LIST_PROPOSALS, "state:drafted");

	scheme_stop_work(p.s, true);
	scheme_keys(p.s, "> a");
	scheme_stop_work(p.s, false);
	SHOWS(p.s, "Stopped: 0 pairs are made, the others stay proposed");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:drafted"), drafted);
	assert_int_equal(count_of(&p, CH_LIST_PAIRINGS, NULL), 0);
}

static void stopped_while_proposing(void **state)
{
	struct spring p = board(state);
	int64_t drafted = count_of(&p, CH_LIST_PROPOSALS, "state:drafted");

	scheme_stop_work(p.s, true);
	scheme_keys(p.s, "m");
	scheme_stop_work(p.s, false);
	SHOWS(p.s, "stopped");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:drafted"), drafted);
	scheme_keys(p.s, "m");
	HIDES(p.s, "stopped");
}

static void wishes_rules_and_the_committee_are_one_key_away(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "R");
	SHOWS(p.s, "[Wishes]");
	SHOWS(p.s, "Nobody has named whom they would like");
	scheme_keys(p.s, "a");
	scheme_type(p.s, "Di Dog");
	scheme_keys(p.s, "Tab");
	scheme_type(p.s, "Ann Ash");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "The wish is recorded");
	assert_non_null(strstr(scheme_row(p.s, "Di Dogwood"), "Ann Ash"));
	assert_int_equal(count_of(&p, CH_LIST_WISHES, NULL), 1);
	scheme_keys(p.s, "Tab a Space Right Right");
	scheme_keys(p.s, "Tab");
	scheme_type(p.s, "Bo Birch");
	scheme_keys(p.s, "Tab");
	scheme_type(p.s, "Cy Cedar");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "It holds from the next proposal on");
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, "kind:avoid"), 1);
	scheme_keys(p.s, "d");
	assert_int_equal(count_of(&p, CH_LIST_PAIR_RULES, NULL), 0);
	scheme_keys(p.s, "Tab");
	SHOWS(p.s, "No committee: the coordinator's approval is enough");
}

static void act_as(struct spring *p, int64_t person_id)
{
	p->s->c.actor.person_id = person_id;
	app_push(&p->s->app, own_proposals_open(&p->s->app));
	SHOWS(p->s, "Proposals");
}

static void the_two_and_the_committee_answer_at_their_own_desks(void **state)
{
	struct spring p = board(state);
	struct ch_committee_member member = {.programme_id = p.programme, .person_id = p.ed};

	open_programme(&p);
	GOOD(p.s, ch_committee_add(&p.s->c, &member, &p.s->err));
	act_as(&p, p.ann);
	SHOWS(p.s, "Nothing is asked of you");
	act_as(&p, p.ed);
	SHOWS(p.s, "your approval");
	SHOWS(p.s, "Areas sought, 40 of 40");
	scheme_keys(p.s, "Y");
	SHOWS(p.s, "Approved: Cy Cedar with Ann Ash");
	act_as(&p, p.ann);
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "your yes or no"));
	HIDES(p.s, "Areas sought");
	scheme_keys(p.s, ">");
	SHOWS(p.s, "Ann Ash says yes; Cy Cedar is still to be asked");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "you said yes"));
	act_as(&p, p.cy);
	scheme_keys(p.s, "D");
	HIDES(p.s, "Declined by");
	scheme_keys(p.s, "Space Ctrl-S");
	SHOWS(p.s, "Declined: Cy Cedar with Ann Ash");
	p.s->c.actor.person_id = 0;
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:declined"), 1);
}

static void who_was_declined_is_left_out_and_not_counted(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "D Space Tab Space Ctrl-S");
	SHOWS(p.s, "Spring | 1 proposed");
	scheme_keys(p.s, "Tab");
	HIDES(p.s, "Nobody is left out");
	assert_non_null(strstr(scheme_row(p.s, "! Cy Cedar"), "the proposal with Ann Ash was declined on Mon 23 Nov"));
	scheme_keys(p.s, "Tab Tab");
	assert_non_null(strstr(scheme_row(p.s, "Proposed "), "1, and 2 left out"));
	assert_non_null(strstr(scheme_row(p.s, "Places left"), "1"));
}

/* Another process finds Cy ready, and takes Ann's place. */
static void the_board_says_what_is_true_now(void **state)
{
	struct spring p = board(state);
	struct ch_grid grid;
	struct ch_list_query query = {
		.list = CH_LIST_ENROLMENTS, .person_id = p.cy, .programme_id = p.programme};

	SHOWS(p.s, "Before acceptance: Cy Cedar is still to be found ready");
	GOOD(p.s, ch_list_fetch(&p.s->c, &query, &p.s->arena, &grid, &p.s->err));
	GOOD(p.s, ch_enrolment_ready(&p.s->c, grid.rows[0].id, &(struct ch_said){.on = CH_NO_DATE}, &p.s->err));
	HIDES(p.s, "Before acceptance");
	SHOWS(p.s, "Places: 0 of 1 left after this");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "cooking"));
}

static void a_declined_pair_is_made_by_hand_with_a_word(void **state)
{
	struct spring p = board(state);

	open_programme(&p);
	scheme_keys(p.s, "D Space Tab Space Ctrl-S");
	pairing_form_add(&p.s->app, NULL);
	scheme_keys(p.s, "Up Ctrl-U");
	scheme_type(p.s, "Spring");
	scheme_keys(p.s, "Tab");
	scheme_type(p.s, "Ann Ash");
	scheme_keys(p.s, "Tab");
	scheme_type(p.s, "Cy Cedar");
	scheme_keys(p.s, "Tab");
	SHOWS(p.s, "this pair was declined before, by Cy Cedar on 23");
	scheme_keys(p.s, "Space Ctrl-S");
	SHOWS(p.s, "are paired, though this pair was declined before, by Cy");
}

/* Who has a place stands before who has none, each says so, and Tab chooses nobody by chance. */
static void whom_a_name_may_mean_says_who_is_free(void **state)
{
	struct spring p = board(state);

	join(p.s, p.programme, "Abe Ash", MENTOR, "cooking", NULL);
	scheme_keys(p.s, "P"); /* Ann keeps Cy: her one place is taken */
	pairing_form_add(&p.s->app, NULL);
	scheme_keys(p.s, "Up Ctrl-U");
	scheme_type(p.s, "Spring");
	scheme_keys(p.s, "Tab Ctrl-N");
	assert_non_null(strstr(scheme_row(p.s, "> Abe Ash"), "1 of 1 free"));
	assert_non_null(strstr(scheme_row(p.s, "Ann Ash"), "full"));
	scheme_type(p.s, "Ash");
	scheme_keys(p.s, "Tab");
	SHOWS(p.s, "2 fit: Down and Enter take one");
	SHOWS(p.s, "| 2 of 4");
	scheme_keys(p.s, "Down Tab");
	assert_non_null(strstr(scheme_row(p.s, "Mentor or coach"), "Ann Ash"));
	SHOWS(p.s, "| 3 of 4");
	scheme_keys(p.s, "Ctrl-N");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar"), "applied"));
}

static void a_finding_of_today_leads_to_the_board(void **state)
{
	struct spring p = board(state);

	app_push(&p.s->app, today_open(&p.s->app));
	SHOWS(p.s, "Proposals waiting for a deci");
	scheme_keys(p.s, "G Enter");
	SHOWS(p.s, "Spring | 2 proposed");
}

static void the_marked_are_declined_with_a_reason(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "* D");
	SHOWS(p.s, "Decline 2 proposals");
	scheme_keys(p.s, "Ctrl-S");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:declined"), 0);
	/* Another reason is said in words. */
	scheme_keys(p.s, "Space Tab");
	for (int i = 0; i < 6; i++)
		scheme_keys(p.s, "Right");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "the reason is other, and not said in words");
	scheme_type(p.s, "both move away");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "Declined: 2 proposals. m proposes anew, without");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:declined"), 2);
	SHOWS(p.s, "No pair is proposed");
	scheme_keys(p.s, "u");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:declined"), 0);
}

static void without_a_committee_approving_is_one_key(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "Y");
	SHOWS(p.s, "Approved: Cy Cedar with Ann Ash.");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "approved"));
}

static void a_named_member_of_the_committee_approves(void **state)
{
	struct spring p = board(state);

	app_run(&p.s->app, COMMAND_COMMITTEE);
	SHOWS(p.s, "Add a member of the matching committee");
	scheme_type(p.s, "Wen Patel");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "Wen Patel is of the matching committee");
	scheme_keys(p.s, "Y");
	SHOWS(p.s, "Approve Cy Cedar with Ann Ash");
	SHOWS(p.s, "( ) Wen Patel");
	scheme_keys(p.s, "Space Ctrl-S");
	SHOWS(p.s, "Approved: Cy Cedar with Ann Ash.");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:approved"), 1);
}

/* All that are marked, with the day of the meeting, in one form, undone at once. Grace looks after Spring alone. */
static void r83_a_committee_approves_the_marked_at_its_meeting(void **state)
{
	struct spring p = board(state);
	struct ch_committee_member ed = {.programme_id = p.programme, .person_id = p.ed};
	struct ch_coordinator grace;
	bool found;

	ch_record_start(ch_entity_of(CH_COORDINATOR), &grace);
	grace.name = "Grace";
	GOOD(p.s, ch_coordinator_add(&p.s->c, &grace, "Spring", &p.s->err));
	GOOD(p.s, ch_coordinator_act(&p.s->c, "Grace", &p.s->arena, &found, &p.s->err));
	GOOD(p.s, ch_committee_add(&p.s->c, &ed, &p.s->err));
	scheme_keys(p.s, "* Y");
	SHOWS(p.s, "Approve 2 proposals");
	scheme_keys(p.s, "Space Tab");
	scheme_type(p.s, "tomorrow");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "is still to come: nothing was decided there yet");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:approved"), 0);
	scheme_keys(p.s, "Ctrl-U");
	scheme_type(p.s, "yesterday");
	scheme_keys(p.s, "Ctrl-S");
	SHOWS(p.s, "The approval of 2 proposals is recorded");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:approved"), 2);
	SHOWS_AT(p.s, 140, 45, "Committee: Ed Elder approved on");
	SHOWS(p.s, "at the meeting of");
	scheme_keys(p.s, "u");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:approved"), 0);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup_empty, scheme_teardown)
#define WITH_PEOPLE(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(looking_proposes_nothing),
		WITH(pairs_stand_beside_their_reasons),
		WITH(a_required_check_that_is_lacking_marks_the_row),
		WITH(opening_it_again_proposes_nothing_new),
		WITH(who_is_left_out_and_what_is_sought),
		WITH(a_pin_says_that_nothing_changes),
		WITH(a_forbid_says_what_it_costs_and_is_undone),
		WITH(another_guide_is_one_key_away_and_can_be_taken),
		WITH(a_weight_shows_its_effect_before_it_is_kept),
		WITH(scores_of_before_are_said_to_be),
		WITH(a_cut_off_shows_its_effect_before_it_is_kept),
		WITH(one_side_accepts_then_the_other),
		WITH(all_are_accepted_but_those_that_share_nothing),
		WITH(stopped_while_pairs_are_made),
		WITH(stopped_while_proposing),
		WITH(wishes_rules_and_the_committee_are_one_key_away),
		WITH(the_two_and_the_committee_answer_at_their_own_desks),
		WITH(a_finding_of_today_leads_to_the_board),
		WITH(the_marked_are_declined_with_a_reason),
		WITH(who_was_declined_is_left_out_and_not_counted),
		WITH(the_board_says_what_is_true_now),
		WITH(a_declined_pair_is_made_by_hand_with_a_word),
		WITH(whom_a_name_may_mean_says_who_is_free),
		WITH(without_a_committee_approving_is_one_key),
		WITH_PEOPLE(a_named_member_of_the_committee_approves),
		WITH(r83_a_committee_approves_the_marked_at_its_meeting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
