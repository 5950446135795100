/* The life of one proposal: made by hand, approved, accepted, declined, expired. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define MENTOR (1 << CH_ROLE_MENTOR)
#define MENTEE (1 << CH_ROLE_MENTEE)

struct trio {
	int64_t programme, guide, learner;
};

/* A mentor with that many places and a mentee who fit well, enrolled nowhere yet. */
static struct trio new_trio(struct scheme_fixture *f, int64_t places)
{
	return (struct trio){
		.programme = scheme_programme(f, "Trying", CH_KIND_MENTORING),
		.guide = scheme_person(f, "Alison Abbott", NULL, MENTOR, "Gardening; Cooking", NULL, places),
		.learner = scheme_person(f, "Catrin Oldroyd", NULL, MENTEE, NULL, "Gardening; Sewing", CH_UNKNOWN)};
}

static struct ch_proposal between(int64_t programme, int64_t guide, int64_t learner)
{
	struct ch_proposal proposal;

	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = programme;
	proposal.guide_id = guide;
	proposal.learner_id = learner;
	return proposal;
}

static int64_t add(struct scheme_fixture *f, const struct trio *t)
{
	struct ch_proposal proposal = between(t->programme, t->guide, t->learner);

	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	scheme_ready(f, t->programme, t->learner);
	return proposal.proposal_id;
}

static struct ch_proposal proposal_of(struct scheme_fixture *f, int64_t proposal_id)
{
	struct ch_proposal proposal;

	GOOD(f, ch_proposal_get(&f->c, proposal_id, &f->arena, &proposal, &f->err));
	return proposal;
}

static int64_t count(struct scheme_fixture *f, enum ch_entity_id entity)
{
	int64_t counted;

	GOOD(f, ch_scheme_count(&f->c, entity, &counted, &f->err));
	return counted;
}

static void edit_person(struct scheme_fixture *f, int64_t person_id, int64_t manager_id, const char *languages,
			const char *left_on)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &person, &f->err));
	person.manager_id = manager_id;
	person.languages = languages;
	person.left_on = left_on == NULL ? CH_NO_DATE : ch_date_from_iso(left_on);
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

/* ---- By hand -------------------------------------------------------------------- */

static void by_hand_with_score_reasons_and_places(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 2);
	struct ch_proposal proposal = proposal_of(f, add(f, &t));

	assert_int_equal(proposal.state, CH_PROPOSAL_DRAFTED);
	assert_int_equal(proposal.score, 20);
	assert_int_equal(proposal.proposed_on, ch_date_from_iso("2026-11-23"));
	assert_int_equal(proposal.expires_on, ch_date_from_iso("2026-12-14"));
	assert_string_equal(proposal.reasons, "Areas sought, 20 of 40: Alison Abbott offers 1 of 2 areas sought: "
					      "Gardening; not Sewing\n"
					      "Languages: not known of either\n"
					      "Hours a month: not known of either\n"
					      "Places: 1 of 2 left after this");
	/* The draft takes a place. */
	t.learner = scheme_person(f, "Dai Pugh", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	assert_non_null(strstr(proposal_of(f, add(f, &t)).reasons, "Places: 0 of 2 left after this"));
}

static void by_hand_the_rules_are_named(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t other = scheme_person(f, "Dai Pugh", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	struct ch_proposal oneself = between(t.programme, t.guide, t.guide);
	struct ch_proposal again = between(t.programme, t.guide, t.learner);
	struct ch_proposal full = between(t.programme, t.guide, other);

	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &oneself, &f->err));
	assert_string_equal(f->err.rule, "R1");
	edit_person(f, t.learner, t.guide, NULL, NULL);
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &again, &f->err));
	assert_string_equal(f->err.rule, "R2");
	assert_string_equal(f->err.message, "Alison Abbott is above Catrin Oldroyd in the reporting line");
	edit_person(f, t.learner, 0, NULL, NULL);
	add(f, &t);
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &again, &f->err));
	assert_string_equal(f->err.rule, "R1");
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &full, &f->err));
	assert_string_equal(f->err.rule, "R13");
	assert_int_equal(count(f, CH_PROPOSAL), 1);
	assert_int_equal(full.proposal_id, 0);
}

static void by_hand_a_typed_reason_overrides_what_may_be(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 0);
	struct ch_proposal oneself = between(t.programme, t.guide, t.guide);

	f->c.override_reason = "one more until Easter, agreed by phone";
	f->c.override_rules = "R13";
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &oneself, &f->err));
	struct ch_proposal made = proposal_of(f, add(f, &t));
	assert_non_null(strstr(made.reasons, "Places: 1 more taken after this than there are (0)"));
	assert_int_equal(count(f, CH_OVERRIDE), 1);
}

static void by_hand_languages_leavers_and_strangers(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	struct ch_proposal proposal = between(t.programme, t.guide, t.learner);
	struct ch_proposal nobody = between(t.programme, t.guide, 99);

	edit_person(f, t.guide, 0, "Welsh", NULL);
	edit_person(f, t.learner, 0, "English; Polish", NULL);
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &proposal, &f->err));
	assert_string_equal(f->err.message, "no language in common: Alison Abbott speaks Welsh, Catrin Oldroyd speaks "
					    "English, Polish");
	edit_person(f, t.learner, 0, NULL, "2026-11-23");
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &proposal, &f->err));
	assert_non_null(strstr(f->err.message, "Catrin Oldroyd left on 23 Nov"));
	REFUSED(f, CH_MISSING, ch_proposal_add(&f->c, &nobody, &f->err));
	edit_person(f, t.learner, 0, NULL, NULL);
	proposal.expires_on = ch_date_from_iso("2026-11-22");
	REFUSED(f, CH_DATA, ch_proposal_add(&f->c, &proposal, &f->err));
	assert_string_equal(f->err.field, "expires_on");
	assert_int_equal(count(f, CH_PROPOSAL), 0);
}

/* ---- Accepting ------------------------------------------------------------------ */

static void accepted_it_becomes_a_pairing(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing_id;

	GOOD(f, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_APPROVED);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing_id, &f->err));
	struct ch_pairing pairing = scheme_get_pairing(f, pairing_id);
	assert_int_equal(pairing.state, CH_PAIRING_CONTRACTING);
	assert_int_equal(pairing.guide_id, t.guide);
	assert_int_equal(pairing.learner_id, t.learner);
	assert_int_equal(pairing.proposal_id, proposal);
	struct ch_proposal accepted = proposal_of(f, proposal);
	assert_int_equal(accepted.state, CH_PROPOSAL_ACCEPTED);
	assert_int_equal(accepted.pairing_id, pairing_id);
	assert_int_equal(accepted.decided_on, ch_date_from_iso("2026-11-23"));
	assert_int_equal(count(f, CH_ENROLMENT), 2);
}

static void accepted_twice_nothing_happens(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 5);
	int64_t proposal = add(f, &t), first, second;

	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &first, &f->err));
	int64_t version = proposal_of(f, proposal).row_version;
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &second, &f->err));
	assert_string_equal(f->err.message, "the proposal of Alison Abbott and Catrin Oldroyd was accepted already and "
					    "became pairing 1");
	assert_string_equal(f->err.fix, "nothing is left to decide; see `chiron pairing show 1`");
	assert_int_equal(second, 0);
	REFUSED(f, CH_DATA, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	REFUSED(f, CH_DATA, ch_proposal_decline(&f->c, proposal, CH_BY_GUIDE, CH_DECLINE_NO_TIME, NULL, &f->err));
	assert_int_equal(count(f, CH_PAIRING), 1);
	assert_int_equal(proposal_of(f, proposal).row_version, version);
}

static void an_expired_one_is_refused_with_the_way_on(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing;

	scheme_today(f, "2026-12-15");
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_string_equal(f->err.message,
			    "the proposal of Alison Abbott and Catrin Oldroyd expired on 14 December: nobody answers "
			    "it now, because what the two are free for may have changed since");
	assert_string_equal(f->err.fix, "propose the two again, with `chiron match` or `chiron proposal add`");
	REFUSED(f, CH_DATA, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	assert_int_equal(count(f, CH_PAIRING), 0);
	scheme_today(f, "2026-12-14");
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
}

/* What became of people between proposal and acceptance counts, and a refusal leaves everything as it was. */
static void the_rules_are_tried_again_at_acceptance(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t other = scheme_person(f, "Dai Pugh", NULL, MENTEE, NULL, NULL, CH_UNKNOWN);
	int64_t proposal = add(f, &t), pairing;

	edit_person(f, t.guide, t.learner, NULL, NULL);
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_string_equal(f->err.rule, "R2");
	assert_int_equal(pairing, 0);
	edit_person(f, t.guide, 0, NULL, NULL);
	edit_person(f, t.learner, 0, NULL, "2026-11-20");
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	edit_person(f, t.learner, 0, NULL, NULL);

	/* The one place was given to somebody else, with a reason. */
	f->c.override_reason = "Dai was promised first";
	f->c.override_rules = "R13";
	scheme_pairing(f, t.programme, t.guide, other);
	f->c.override_reason = NULL;
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_string_equal(f->err.rule, "R13");
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_DRAFTED);
	assert_int_equal(proposal_of(f, proposal).row_version, 1);
	assert_int_equal(count(f, CH_PAIRING), 1);

	f->c.override_reason = "both places agreed by phone";
	f->c.override_rules = "R13";
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_int_equal(count(f, CH_PAIRING), 2);
}

static void in_design_it_is_proposed_but_not_accepted(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	struct ch_programme design;
	int64_t pairing;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &design);
	design.name = "Draft";
	design.kind = CH_KIND_MENTORING;
	GOOD(f, ch_programme_add(&f->c, &design, &f->err));
	t.programme = design.programme_id;
	int64_t proposal = add(f, &t);
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_string_equal(f->err.rule, "R20");
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_DRAFTED);
}

/* ---- Declining ------------------------------------------------------------------ */

static void declining_needs_a_reason_and_by_whom(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing;

	REFUSED(f, CH_DATA, ch_proposal_decline(&f->c, proposal, CH_NO_INITIATOR, CH_DECLINE_NO_TIME, NULL, &f->err));
	assert_string_equal(f->err.field, "declined_by");
	assert_non_null(strstr(f->err.fix, "mentor or coach, both or coordinator"));
	REFUSED(f, CH_DATA, ch_proposal_decline(&f->c, proposal, CH_BY_GUIDE, CH_NO_DECLINE_REASON, NULL, &f->err));
	assert_string_equal(f->err.field, "decline_reason");
	GOOD(f, ch_proposal_decline(&f->c, proposal, CH_BY_GUIDE, CH_DECLINE_NO_TIME, NULL, &f->err));
	struct ch_proposal declined = proposal_of(f, proposal);
	assert_int_equal(declined.state, CH_PROPOSAL_DECLINED);
	assert_int_equal(declined.declined_by, CH_BY_GUIDE);
	assert_int_equal(declined.decline_reason, CH_DECLINE_NO_TIME);
	assert_int_equal(declined.decided_on, ch_date_from_iso("2026-11-23"));
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_non_null(strstr(f->err.message, "is declined"));
	/* Its place is free again, and by hand the two may be proposed once more. */
	add(f, &t);
}

static void another_reason_is_said_in_words(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t);

	REFUSED(f, CH_DATA, ch_proposal_decline(&f->c, proposal, CH_BY_GUIDE, CH_DECLINE_OTHER, NULL, &f->err));
	assert_string_equal(f->err.field, "decline_note");
	GOOD(f, ch_proposal_decline(&f->c, proposal, CH_BY_GUIDE, CH_DECLINE_OTHER, "moves away", &f->err));
	assert_string_equal(proposal_of(f, proposal).decline_note, "moves away");
}

/* ---- Answering for oneself -------------------------------------------------------- */

static void act_as(struct scheme_fixture *f, int64_t person_id)
{
	f->c.actor = (struct ch_actor){.person_id = person_id, .name = "Somebody", .channel = "test"};
}

static int64_t seen_by(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_list_query query = {.list = CH_LIST_PROPOSALS};
	int64_t seen;

	act_as(f, person_id);
	GOOD(f, ch_list_count(&f->c, &query, &seen, &f->err));
	return seen;
}

static void each_of_the_two_answers_for_themself(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing;
	struct ch_proposal read;

	/* A draft is the coordinator's. */
	assert_int_equal(seen_by(f, t.guide), 0);
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_get(&f->c, proposal, &f->arena, &read, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_accept(&f->c, proposal, CH_NO_INITIATOR, &pairing, &f->err));
	act_as(f, 0);
	GOOD(f, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));

	assert_int_equal(seen_by(f, t.guide), 1);
	GOOD(f, ch_proposal_get(&f->c, proposal, &f->arena, &read, &f->err));
	assert_null(read.reasons);
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_accept(&f->c, proposal, CH_BY_LEARNER, &pairing, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_decline(&f->c, proposal, CH_BY_LEARNER, CH_DECLINE_NO_TIME,
			NULL, &f->err));
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_NO_INITIATOR, &pairing, &f->err));
	assert_int_equal(pairing, 0);
	act_as(f, t.learner);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_NO_INITIATOR, &pairing, &f->err));
	assert_int_not_equal(pairing, 0);
	act_as(f, 0);
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_CONTRACTING);
}

static void a_yes_is_kept_though_a_rule_keeps_the_pairing_waiting(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing;

	GOOD(f, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_GUIDE, &pairing, &f->err));
	edit_person(f, t.guide, t.learner, NULL, NULL);
	act_as(f, t.learner);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_NO_INITIATOR, &pairing, &f->err));
	assert_int_equal(pairing, 0);
	act_as(f, 0);
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_APPROVED);
	assert_int_not_equal(proposal_of(f, proposal).learner_accepted_on, CH_NO_DATE);
	assert_int_equal(count(f, CH_PAIRING), 0);
	REFUSED(f, CH_DATA, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_string_equal(f->err.rule, "R2");
	edit_person(f, t.guide, 0, NULL, NULL);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
}

static void r17_the_committee_decides_at_its_own_desk(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	int64_t proposal = add(f, &t), pairing;
	int64_t may = scheme_person(f, "May Ito", NULL, 0, NULL, NULL, CH_UNKNOWN);
	int64_t boss = scheme_person(f, "Rae Fox", NULL, 0, NULL, NULL, CH_UNKNOWN);
	struct ch_committee_member member = {.programme_id = t.programme};
	struct ch_proposal read;

	assert_int_equal(seen_by(f, may), 0);
	act_as(f, 0);
	edit_person(f, t.learner, boss, NULL, NULL);
	member.person_id = may;
	GOOD(f, ch_committee_add(&f->c, &member, &f->err));
	member.person_id = boss;
	GOOD(f, ch_committee_add(&f->c, &member, &f->err));

	/* Who is in the line of either neither sees nor decides it (R17). */
	assert_int_equal(seen_by(f, boss), 0);
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_get(&f->c, proposal, &f->arena, &read, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	assert_int_equal(seen_by(f, may), 1);
	GOOD(f, ch_proposal_get(&f->c, proposal, &f->arena, &read, &f->err));
	assert_non_null(read.reasons);
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_proposal_approve(&f->c, proposal, boss, CH_NO_DATE, &f->err));
	GOOD(f, ch_proposal_approve(&f->c, proposal, 0, CH_NO_DATE, &f->err));
	act_as(f, 0);
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_APPROVED);
}

/* Above or below, of the guide's line or the learner's; as many as the programme asks for; told to all but the two. */
static void r17_so_many_approve_and_who_is_near_stands_aside(void **state)
{
	struct scheme_fixture *f = *state;
	struct trio t = new_trio(f, 1);
	struct ch_committee_member member = {.programme_id = t.programme};
	int64_t proposal = add(f, &t), pairing, members[4];
	static const char *const names[] = {"Above Guide", "Below Learner", "May Ito", "Sol Day"};

	for (size_t i = 0; i < 4; i++) {
		member.person_id = members[i] = scheme_person(f, names[i], NULL, 0, NULL, NULL, CH_UNKNOWN);
		GOOD(f, ch_committee_add(&f->c, &member, &f->err));
	}
	edit_person(f, t.guide, members[0], NULL, NULL);
	edit_person(f, members[1], t.learner, NULL, NULL);
	scheme_sql(f, "UPDATE settings SET approvals = 2");
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(ch_proposal_approve(&f->c, proposal, members[i], CH_NO_DATE, &f->err), CH_DATA);
		assert_string_equal(f->err.rule, "R17");
		f->err = CH_NO_ERROR;
	}
	REFUSED(f, CH_DATA, ch_proposal_approve(&f->c, proposal, members[2], ch_date_of(2026, 11, 24), &f->err));
	GOOD(f, ch_proposal_approve(&f->c, proposal, members[2], ch_date_of(2026, 11, 23), &f->err));
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_DRAFTED);
	assert_int_equal(ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R17");
	f->err = CH_NO_ERROR;
	assert_non_null(strstr(proposal_of(f, proposal).reasons,
			       "Committee: May Ito approved on 23 November, at the meeting of 23 November; Sol Day has "
			       "not approved; Above Guide stands aside (R17); Below Learner stands aside (R17)"));
	GOOD(f, ch_proposal_approve(&f->c, proposal, members[3], CH_NO_DATE, &f->err));
	assert_int_equal(proposal_of(f, proposal).state, CH_PROPOSAL_APPROVED);
	assert_non_null(strstr(proposal_of(f, proposal).reasons, "Sol Day approved on 23 November; "));
	act_as(f, t.guide);
	assert_null(proposal_of(f, proposal).reasons);
	act_as(f, 0);
	GOOD(f, ch_proposal_accept(&f->c, proposal, CH_BY_BOTH, &pairing, &f->err));
	assert_non_null(strstr(proposal_of(f, proposal).reasons, "May Ito approved"));
}

#define scheme_test(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		scheme_test(by_hand_with_score_reasons_and_places),
		scheme_test(by_hand_the_rules_are_named),
		scheme_test(by_hand_a_typed_reason_overrides_what_may_be),
		scheme_test(by_hand_languages_leavers_and_strangers),
		scheme_test(accepted_it_becomes_a_pairing),
		scheme_test(accepted_twice_nothing_happens),
		scheme_test(an_expired_one_is_refused_with_the_way_on),
		scheme_test(the_rules_are_tried_again_at_acceptance),
		scheme_test(in_design_it_is_proposed_but_not_accepted),
		scheme_test(declining_needs_a_reason_and_by_whom),
		scheme_test(another_reason_is_said_in_words),
		scheme_test(each_of_the_two_answers_for_themself),
		scheme_test(a_yes_is_kept_though_a_rule_keeps_the_pairing_waiting),
		scheme_test(r17_the_committee_decides_at_its_own_desk),
		scheme_test(r17_so_many_approve_and_who_is_near_stands_aside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
