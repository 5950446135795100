/* R36, R84: a pairing goes on with another guide, all of it or nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/leave.h"
#include "scheme_fixture.h"

static const struct ch_closure no_fit = {
	.on = CH_NO_DATE, .initiator = CH_BY_COORDINATOR, .reason = CH_BECAUSE_NOT_A_FIT};

/* Alison (1) mentors Catrin (2), active; Derek (3) could, too. */
static int64_t pair(struct scheme_fixture *f)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);
	int64_t pairing = scheme_pairing(f, scheme_programme(f, "Trying", CH_KIND_MENTORING), guide, learner);

	scheme_person(f, "Derek Lunn", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	scheme_start(f, pairing);
	return pairing;
}

static void it_goes_on_on_the_same_terms(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t before = pair(f), after = 0;
	struct ch_agreement agreement;
	struct ch_spell spell;

	GOOD(f, ch_pairing_hand_over(&f->c, before, 3, &no_fit, &after, &f->err));
	assert_int_equal(scheme_get_pairing(f, before).state, CH_PAIRING_CLOSING);
	GOOD(f, ch_spell_get(&f->c, scheme_get_pairing(f, before).spell_id, &f->arena, &spell, &f->err));
	assert_int_equal(spell.closure_kind, CH_CLOSURE_ENDED_EARLY);
	assert_int_equal(spell.closure_reason, CH_BECAUSE_NOT_A_FIT);
	assert_int_equal(scheme_get_pairing(f, after).guide_id, 3);
	assert_int_equal(scheme_get_pairing(f, after).state, CH_PAIRING_CONTRACTING);
	GOOD(f, ch_agreement_draft(&f->c, after, &f->arena, &agreement, &f->err));
	assert_true(agreement.agreement_id != 0);
	assert_int_equal(ch_pairing_start(&f->c, after, CH_NO_DATE, &f->err), CH_DATA); /* the yeses are asked anew */
	assert_string_equal(f->err.rule, "R29");
	f->err = CH_NO_ERROR;
}

static void a_rule_that_refuses_leaves_all_as_it_was(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t before = pair(f), after = 0;

	scheme_sql(f, "UPDATE person SET manager_id = 3 WHERE person_id = 2");
	assert_int_equal(ch_pairing_hand_over(&f->c, before, 3, &no_fit, &after, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R2");
	f->err = CH_NO_ERROR;
	assert_int_equal(scheme_get_pairing(f, before).state, CH_PAIRING_ACTIVE);
	REFUSED(f, CH_DATA, ch_pairing_hand_over(&f->c, before, 1, &no_fit, &after, &f->err));
	REFUSED(f, CH_DATA,
		ch_pairing_hand_over(&f->c, before, 3, &(struct ch_closure){.on = CH_NO_DATE}, &after, &f->err));
	assert_int_equal(scheme_get_pairing(f, before).state, CH_PAIRING_ACTIVE);
}

/* It had ended before its guide leaves: it is neither closed again nor still open. */
static void r84_a_leavers_closing_pairing_stays_as_it_is(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t before = pair(f), after = 0;
	struct ch_leaving leaving = {.on = CH_NO_DATE, .close = true};
	struct ch_left left;

	GOOD(f, ch_pairing_hand_over(&f->c, before, 3, &no_fit, &after, &f->err));
	GOOD(f, ch_person_leave(&f->c, 1, &leaving, &left, &f->err));
	assert_int_equal(left.closed, 0);
	assert_int_equal(left.closing, 1);
	assert_int_equal(left.open, 0);
	assert_int_equal(left.withdrawn, 1);
	assert_int_equal(scheme_get_pairing(f, before).state, CH_PAIRING_CLOSING);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(it_goes_on_on_the_same_terms),
		TEST(a_rule_that_refuses_leaves_all_as_it_was),
		TEST(r84_a_leavers_closing_pairing_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
