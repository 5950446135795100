/* The matching board: reasons and others of a pair, pins, forbids, weights, approvals, declines, who is left out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens.h"

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
	proposals_open(&p.s->app, p.programme);
	return p;
}

static int64_t count_of(struct spring *p, enum ch_list_id list, const char *filter)
{
	struct ch_list_query query = {.list = list, .filter = filter, .programme_id = p->programme};
	int64_t count = -1;

	GOOD(p->s, ch_list_count(&p->s->c, &query, &count, &p->s->err));
	return count;
}

static void pairs_stand_beside_their_reasons(void **state)
{
	struct spring p = board(state);

	SHOWS(p.s, "Spring | 2 proposed");
	SHOWS(p.s, "2 pairs proposed; 1 left out: Tab says who, and why");
	assert_non_null(strstr(scheme_row(p.s, "Cy Cedar   "), "Ann Ash"));
	SHOWS(p.s, "Areas sought, 40 of 40: Ann Ash offers all that is sought: cooking");
	SHOWS_AT(p.s, 140, 45, "│ Areas sought, 40 of 40: Ann Ash offers all that is sought:");
	SHOWS_AT(p.s, 40, 10, ">  Cy Cedar");
}

static void opening_it_again_proposes_nothing_new(void **state)
{
	struct spring p = board(state);
	int64_t before = count_of(&p, CH_LIST_PROPOSALS, NULL);

	scheme_keys(p.s, "q");
	proposals_open(&p.s->app, p.programme);
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
	SHOWS(p.s, "2, and 1 left out");
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

static void the_marked_are_declined_with_a_reason(void **state)
{
	struct spring p = board(state);

	scheme_keys(p.s, "* D");
	SHOWS(p.s, "Decline 2 proposals");
	scheme_keys(p.s, "Ctrl-S");
	assert_int_equal(count_of(&p, CH_LIST_PROPOSALS, "state:declined"), 0);
	scheme_keys(p.s, "Space Tab Space Ctrl-S");
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

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup_empty, scheme_teardown)
#define WITH_PEOPLE(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(pairs_stand_beside_their_reasons),
		WITH(opening_it_again_proposes_nothing_new),
		WITH(who_is_left_out_and_what_is_sought),
		WITH(a_pin_says_that_nothing_changes),
		WITH(a_forbid_says_what_it_costs_and_is_undone),
		WITH(another_guide_is_one_key_away_and_can_be_taken),
		WITH(a_weight_shows_its_effect_before_it_is_kept),
		WITH(the_marked_are_declined_with_a_reason),
		WITH(without_a_committee_approving_is_one_key),
		WITH_PEOPLE(a_named_member_of_the_committee_approves),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
