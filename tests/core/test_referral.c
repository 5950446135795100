/* R62: nothing is passed on without a discussion and the learner's approval; every short-cut is tried. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/state.h"
#include "scheme_fixture.h"

static const enum ch_operation operations[] = {CH_OP_REFERRAL_DISCUSS, CH_OP_REFERRAL_ANSWER, CH_OP_REFERRAL_FORWARD,
					       CH_OP_REFERRAL_CLOSE};

static int64_t pair(struct scheme_fixture *f)
{
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << CH_ROLE_MENTOR, "Gardening", NULL, 1);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << CH_ROLE_MENTEE, NULL, "Gardening", CH_UNKNOWN);

	return scheme_pairing(f, scheme_programme(f, "Trying", CH_KIND_MENTORING), guide, learner);
}

static int64_t raised(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_referral referral;

	ch_record_start(ch_entity_of(CH_REFERRAL), &referral);
	referral.pairing_id = pairing;
	GOOD(f, ch_referral_raise(&f->c, &referral, "zzyzx", &f->err));
	return referral.referral_id;
}

static enum ch_status call(struct scheme_fixture *f, int64_t id, enum ch_operation operation, bool yes)
{
	switch (operation) {
	case CH_OP_REFERRAL_DISCUSS:
		return ch_referral_discuss(&f->c, id, CH_NO_DATE, "quuxville", "zzyzx", &f->err);
	case CH_OP_REFERRAL_ANSWER:
		return ch_referral_answer(&f->c, id, yes, CH_HOW_SPOKEN, CH_NO_DATE, &f->err);
	case CH_OP_REFERRAL_FORWARD:
		return ch_referral_forward(&f->c, id, &f->err);
	default:
		return ch_referral_close(&f->c, id, &f->err);
	}
}

/* A referral brought to that state by the way there is. */
static int64_t brought_to(struct scheme_fixture *f, int64_t pairing, int state)
{
	int64_t id = raised(f, pairing);

	if (state == CH_REFERRAL_IS_RAISED)
		return id;
	if (state != CH_REFERRAL_IS_CLOSED)
		GOOD(f, call(f, id, CH_OP_REFERRAL_DISCUSS, true));
	if (state == CH_REFERRAL_IS_APPROVED || state == CH_REFERRAL_IS_FORWARDED)
		GOOD(f, call(f, id, CH_OP_REFERRAL_ANSWER, true));
	if (state == CH_REFERRAL_IS_DECLINED)
		GOOD(f, call(f, id, CH_OP_REFERRAL_ANSWER, false));
	if (state == CH_REFERRAL_IS_FORWARDED)
		GOOD(f, call(f, id, CH_OP_REFERRAL_FORWARD, true));
	if (state == CH_REFERRAL_IS_CLOSED)
		GOOD(f, call(f, id, CH_OP_REFERRAL_CLOSE, true));
	return id;
}

static int state_of(struct scheme_fixture *f, int64_t id)
{
	struct ch_referral referral;

	GOOD(f, ch_referral_get(&f->c, id, &f->arena, &referral, &f->err));
	return referral.state;
}

/* All states x operations; with an override, too, which changes nothing. */
static void r62_every_short_cut_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f);

	for (int from = CH_REFERRAL_IS_RAISED; from <= CH_REFERRAL_IS_CLOSED; from++) {
		for (size_t i = 0; i < sizeof operations / sizeof operations[0]; i++) {
			int64_t id = brought_to(f, pairing, from);
			int to = ch_state_after(CH_REFERRAL, from, operations[i]);

			f->c.override_reason = "because I say so";
			f->c.override_rules = "R62";
			f->err = CH_NO_ERROR;
			bool yes = from != CH_REFERRAL_IS_APPROVED;
			enum ch_status status = call(f, id, operations[i], yes);
			f->c.override_reason = NULL;
			assert_int_equal(status == CH_OK, to != 0);
			assert_int_equal(state_of(f, id), to != 0 ? to : from);
			if (to != 0)
				continue;
			assert_string_equal(f->err.rule, "R62");
			assert_true(*f->err.fix != '\0');
		}
	}
}

static void r62_a_discussion_without_words_is_none(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = raised(f, pair(f));

	REFUSED(f, CH_DATA, ch_referral_discuss(&f->c, id, CH_NO_DATE, "a doctor", "  ", &f->err));
	REFUSED(f, CH_DATA, ch_referral_discuss(&f->c, id, CH_NO_DATE, NULL, "told", &f->err));
	REFUSED(f, CH_DATA,
		ch_referral_discuss(&f->c, id, ch_date_from_iso("2099-01-01"), "a doctor", "told", &f->err));
	assert_int_equal(state_of(f, id), CH_REFERRAL_IS_RAISED);
	scheme_sql(f, "UPDATE scheme SET notes = 'off'");
	REFUSED(f, CH_DATA, ch_referral_discuss(&f->c, id, CH_NO_DATE, "a doctor", "told", &f->err));
}

static void r62_the_answer_says_whose_and_how(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f), id = brought_to(f, pairing, CH_REFERRAL_IS_DISCUSSED);
	struct ch_referral referral;

	REFUSED(f, CH_DATA, ch_referral_answer(&f->c, id, true, CH_NO_HOW, CH_NO_DATE, &f->err));
	REFUSED(f, CH_DATA, ch_referral_answer(&f->c, id, true, CH_HOW_DESK, CH_NO_DATE, &f->err));
	REFUSED(f, CH_DATA, ch_referral_answer(&f->c, id, true, CH_HOW_PAPER, ch_date_of(2026, 11, 1), &f->err));
	f->c.actor.person_id = 2;
	GOOD(f, ch_referral_answer(&f->c, id, true, CH_NO_HOW, CH_NO_DATE, &f->err));
	GOOD(f, ch_referral_get(&f->c, id, &f->arena, &referral, &f->err));
	assert_int_equal(referral.how, CH_HOW_DESK);
	assert_int_equal(referral.recorded_by, 2);
}

static void r62_a_yes_is_withdrawn_and_falls_when_discussed_anew(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f), withdrawn = brought_to(f, pairing, CH_REFERRAL_IS_APPROVED);
	int64_t anew = brought_to(f, pairing, CH_REFERRAL_IS_APPROVED);

	GOOD(f, call(f, withdrawn, CH_OP_REFERRAL_ANSWER, false));
	REFUSED(f, CH_DATA, call(f, withdrawn, CH_OP_REFERRAL_FORWARD, true));
	GOOD(f, ch_referral_discuss(&f->c, anew, CH_NO_DATE, "somebody else", "told anew", &f->err));
	REFUSED(f, CH_DATA, call(f, anew, CH_OP_REFERRAL_FORWARD, true));
	assert_int_equal(state_of(f, anew), CH_REFERRAL_IS_DISCUSSED);
}

static void r62_no_step_is_undone(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = brought_to(f, pair(f), CH_REFERRAL_IS_DECLINED);
	struct ch_undone undone;

	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(state_of(f, id), CH_REFERRAL_IS_DECLINED);
}

/* Past every public function, as by whatever import: the file itself takes no such row. */
static void r62_the_file_refuses_it_too(void **state)
{
	static const char *const tried[] = {
		"UPDATE referral SET state = 'forwarded'",
		"UPDATE referral SET state = 'forwarded', forwarded_on = '2026-11-23'",
		"UPDATE referral SET state = 'approved', approved = 'yes', answered_on = '2026-11-23', how = 'paper',"
		" discussed_on = '2026-11-23'",
		"UPDATE referral SET forwarded_on = '2026-11-23'",
		"DELETE FROM referral",
		"INSERT INTO referral (row_version, pairing_id, spell_id, state, raised_on, discussed_on, approved,"
		" answered_on, how, forwarded_on) SELECT 1, pairing_id, spell_id, 'forwarded', raised_on, raised_on,"
		" 'yes', raised_on, 'paper', raised_on FROM referral",
	};
	struct scheme_fixture *f = *state;
	int64_t id = raised(f, pair(f));

	for (size_t i = 0; i < sizeof tried / sizeof tried[0]; i++)
		if (scheme_try_sql(f, tried[i]))
			fail_msg("the file took: %s", tried[i]);
	assert_int_equal(state_of(f, id), CH_REFERRAL_IS_RAISED);
}

static void r58_its_wording_is_the_pairs(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = brought_to(f, pair(f), CH_REFERRAL_IS_DISCUSSED);
	enum ch_text_state seen;
	const char *text;

	for (int kind = CH_TEXT_REFERRAL; kind <= CH_TEXT_DISCUSSION; kind++) {
		f->c.actor.person_id = 0;
		GOOD(f, ch_pair_text_read(&f->c, kind, id, &f->arena, &text, &seen, &f->err));
		assert_int_equal(seen, CH_TEXT_WITHHELD);
		f->c.actor.person_id = 1;
		GOOD(f, ch_pair_text_read(&f->c, kind, id, &f->arena, &text, &seen, &f->err));
		assert_string_equal(text, kind == CH_TEXT_REFERRAL_TO ? "quuxville" : "zzyzx");
	}
}

static void r63_what_is_out_of_the_remit_is_said(void **state)
{
	(void)state;
	assert_non_null(strstr(ch_referral_topics()[0], "counsellor"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r62_every_short_cut_is_refused),
		TEST(r62_a_discussion_without_words_is_none),
		TEST(r62_the_answer_says_whose_and_how),
		TEST(r62_a_yes_is_withdrawn_and_falls_when_discussed_anew),
		TEST(r62_no_step_is_undone),
		TEST(r62_the_file_refuses_it_too),
		TEST(r63_what_is_out_of_the_remit_is_said),
		TEST(r58_its_wording_is_the_pairs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
