/* R53, R59, R60, R61, R64: what goes out of a pair, and what comes in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/state.h"
#include "scheme_fixture.h"

static const char phrase[] = "zzyzx";

/* A pairing of that kind, the learner's line manager being person 3. */
static int64_t pair(struct scheme_fixture *f, int kind)
{
	int guides = kind == CH_KIND_COACHING ? CH_ROLE_COACH : CH_ROLE_MENTOR;
	int learners = kind == CH_KIND_COACHING ? CH_ROLE_COACHEE : CH_ROLE_MENTEE;
	int64_t guide = scheme_person(f, "Alison Abbott", NULL, 1 << guides, "Gardening", NULL, 2);
	int64_t learner = scheme_person(f, "Catrin Oldroyd", NULL, 1 << learners, NULL, "Gardening", CH_UNKNOWN);

	scheme_person(f, "Bo Diaz", NULL, 0, NULL, NULL, CH_UNKNOWN);
	scheme_sql(f, "UPDATE person SET manager_id = 3 WHERE person_id = 2; UPDATE person SET origin = 'external'");
	return scheme_pairing(f, scheme_programme(f, "Trying", kind), guide, learner);
}

static int64_t noted(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_release release;

	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	release.pairing_id = pairing;
	GOOD(f, ch_release_add(&f->c, &release, phrase, &f->err));
	return release.release_id;
}

static struct ch_release got(struct scheme_fixture *f, int64_t id)
{
	struct ch_release release;

	GOOD(f, ch_release_get(&f->c, id, &f->arena, &release, &f->err));
	return release;
}

static size_t told(struct scheme_fixture *f)
{
	const struct ch_report_query query = {.name = "achievements", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;

	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	return grid.row_count;
}

static void r64_an_achievement_is_told_only_with_a_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_MENTORING));
	const char *words;

	assert_int_equal(got(f, id).kind, CH_RELEASE_ACHIEVEMENT);
	assert_int_equal(told(f), 0);
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, true, CH_NO_HOW, CH_NO_DATE, "asked", &f->err));
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, NULL, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, "asked, and they agreed", &f->err));
	assert_int_equal(told(f), 1);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_string_equal(words, phrase);
	GOOD(f, ch_release_answer(&f->c, id, false, CH_HOW_SPOKEN, CH_NO_DATE, NULL, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_null(words);
	assert_false(scheme_try_sql(f, "INSERT INTO released_words VALUES (1, 'told all the same')"));
}

static enum ch_status answered(struct scheme_fixture *f, int64_t id, bool yes)
{
	return ch_release_answer(&f->c, id, yes, CH_HOW_PAPER, CH_NO_DATE, "asked", &f->err);
}

/* One brought to that state by the way there is; 0 where none leads: an achievement goes to no manager (R61). */
static int64_t brought_to(struct scheme_fixture *f, int64_t pairing, int state)
{
	int64_t id = noted(f, pairing);

	if (state == CH_RELEASE_IS_RELEASED && got(f, id).kind == CH_RELEASE_ACHIEVEMENT)
		return 0;
	if (state != CH_RELEASE_IS_NOTED)
		GOOD(f, answered(f, id, state != CH_RELEASE_IS_DECLINED));
	if (state == CH_RELEASE_IS_RELEASED)
		GOOD(f, ch_release_send(&f->c, id, &f->err));
	return id;
}

/* What the operation is asked to lead to; a send is asked for without a word of that. */
static bool is_in_table(const struct ch_release *release, enum ch_operation operation, int to)
{
	if (operation == CH_OP_RELEASE_SEND && release->kind == CH_RELEASE_ACHIEVEMENT)
		return false;
	return ch_state_allows(CH_RELEASE, release->state, operation, to);
}

static void try_release(struct scheme_fixture *f, int64_t id, enum ch_operation operation, int to)
{
	struct ch_release before = got(f, id);
	bool possible = is_in_table(&before, operation, to);

	f->c.override_reason = "because I say so";
	f->c.override_rules = "R60 R61 R64";
	enum ch_status status = operation == CH_OP_RELEASE_SEND
					? ch_release_send(&f->c, id, &f->err)
					: answered(f, id, to == CH_RELEASE_IS_APPROVED);
	f->c.override_reason = NULL;
	assert_int_equal(status == CH_OK, possible);
	assert_int_equal(got(f, id).state, possible ? to : before.state);
	if (possible)
		return;
	assert_true(strcmp(f->err.rule, "R60") == 0 || strcmp(f->err.rule, "R61") == 0 ||
		    strcmp(f->err.rule, "R64") == 0);
	assert_int_not_equal(strlen(f->err.fix), 0);
	f->err = CH_NO_ERROR;
}

/* All states x operations, of what is for the manager and of achievements; an override changes nothing. */
static void r60_r64_every_short_cut_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	static const struct {
		enum ch_operation operation;
		int to;
	} asked[] = {{CH_OP_RELEASE_ANSWER, CH_RELEASE_IS_APPROVED},
		     {CH_OP_RELEASE_ANSWER, CH_RELEASE_IS_DECLINED},
		     {CH_OP_RELEASE_SEND, CH_RELEASE_IS_RELEASED}};

	int64_t pairings[] = {pair(f, CH_KIND_COACHING), 0};
	scheme_sql(f, "UPDATE person SET roles = 'coach; coachee; mentor; mentee', capacity = 9");
	pairings[1] = scheme_pairing(f, scheme_programme(f, "Other", CH_KIND_MENTORING), 1,
				     scheme_person(f, "Dai Pugh", NULL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN));
	for (size_t kind = 0; kind < 2; kind++)
		for (int from = CH_RELEASE_IS_NOTED; from <= CH_RELEASE_IS_RELEASED; from++)
			for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
				int64_t id = brought_to(f, pairings[kind], from);

				if (id != 0)
					try_release(f, id, asked[i].operation, asked[i].to);
			}
}

/* In whatever way: no report tells what nobody said yes to, whatever is asked of it. */
static void r64_what_has_no_yes_is_in_no_report(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	struct ch_grid grid;

	brought_to(f, pairing, CH_RELEASE_IS_NOTED);
	brought_to(f, pairing, CH_RELEASE_IS_DECLINED);
	for (size_t i = 0; i < ch_report_count(); i++) {
		const struct ch_report_query query = {.name = ch_report_at(i)->name, .from = CH_NO_DATE,
						      .to = CH_NO_DATE};

		if (ch_report_at(i)->page)
			continue; /* it has its rows from the others */
		GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
		for (size_t row = 0; row < grid.row_count; row++)
			for (size_t cell = 0; cell < grid.column_count; cell++)
				if (grid.rows[row].cells[cell] != NULL)
					assert_null(strstr(grid.rows[row].cells[cell], phrase));
	}
}

static void r64_an_answer_is_not_undone(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_MENTORING));
	struct ch_undone undone;

	GOOD(f, ch_release_answer(&f->c, id, false, CH_HOW_PAPER, CH_NO_DATE, NULL, &f->err));
	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(got(f, id).approved, CH_NO);
}

static void r60_an_item_goes_to_the_manager_only_with_a_yes(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_COACHING));

	assert_int_equal(got(f, id).kind, CH_RELEASE_TO_MANAGER);
	assert_string_equal(got(f, id).recipient, "Bo Diaz");
	REFUSED(f, CH_DATA, ch_release_send(&f->c, id, &f->err));
	assert_false(scheme_try_sql(f, "UPDATE release SET state = 'released', released_on = noted_on"));
	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_EMAIL, CH_NO_DATE, "shown the words", &f->err));
	GOOD(f, ch_release_send(&f->c, id, &f->err));
	assert_int_equal(got(f, id).state, CH_RELEASE_IS_RELEASED);
	REFUSED(f, CH_DATA, ch_release_answer(&f->c, id, false, CH_HOW_EMAIL, CH_NO_DATE, NULL, &f->err));
}

/* In coaching the words are for the manager: in no report and on no screen of the coordinator's. */
static void r59_coaching_is_in_no_report(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_COACHING));
	enum ch_text_state seen;
	const char *words;

	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_EMAIL, CH_NO_DATE, "shown the words", &f->err));
	GOOD(f, ch_release_send(&f->c, id, &f->err));
	assert_int_equal(told(f), 0);
	GOOD(f, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	assert_null(words);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_RELEASE, id, &f->arena, &words, &seen, &f->err));
	assert_int_equal(seen, CH_TEXT_WITHHELD);
}

static enum ch_status managers_word(struct scheme_fixture *f, int64_t pairing)
{
	struct ch_manager_feedback feedback;

	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &feedback);
	feedback.pairing_id = pairing;
	return ch_manager_feedback_add(&f->c, &feedback, phrase, &f->err);
}

static void r60_the_manager_tells_the_coach(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING);
	enum ch_text_state seen;
	const char *text;

	GOOD(f, managers_word(f, pairing));
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_MANAGER_FEEDBACK, 1, &f->arena, &text, &seen, &f->err));
	assert_int_equal(seen, CH_TEXT_WITHHELD);
	f->c.actor.person_id = 1;
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_MANAGER_FEEDBACK, 1, &f->arena, &text, &seen, &f->err));
	assert_string_equal(text, phrase);
	f->c.actor.person_id = 0;
	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id = 2");
	assert_int_equal(managers_word(f, pairing), CH_DATA); /* R4: nothing is asked of a manager who coaches */
	assert_string_equal(f->err.rule, "R4");
}

static enum ch_status three_way(struct scheme_fixture *f, int64_t pairing)
{
	const struct ch_three_way given = {.manager = true, .how = CH_HOW_EMAIL, .on = CH_NO_DATE};

	return ch_pairing_three_way(&f->c, pairing, &given, NULL, &f->err);
}

static void is_barred(struct scheme_fixture *f, enum ch_status status)
{
	assert_int_equal(status, CH_DATA);
	assert_string_equal(f->err.rule, "R61");
	assert_int_not_equal(strlen(f->err.fix), 0);
	f->err = CH_NO_ERROR;
}

static void recommend(struct scheme_fixture *f, const char *words, const char *refusing_rule)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, 2, &f->arena, &enrolment, &f->err)); /* the learner's */
	enrolment.recommendation = words;
	enum ch_status status = ch_enrolment_set(&f->c, &enrolment, &f->err);
	assert_int_equal(status, refusing_rule == NULL ? CH_OK : CH_DATA);
	assert_string_equal(f->err.rule, refusing_rule == NULL ? "" : refusing_rule);
	f->err = CH_NO_ERROR;
}

/* From acceptance, through every state, until it is closed; before it and after it they are free to speak. */
static void r61_in_mentoring_the_manager_has_no_part(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	struct ch_release named;

	for (int is = CH_PAIRING_CONTRACTING; is < CH_PAIRING_CLOSED; is++) {
		scheme_sql(f, ch_arena_printf(&f->arena, "UPDATE pairing SET state = '%s'",
					      ch_field_named(ch_entity_of(CH_PAIRING), "state")->choices[is].code));
		is_barred(f, managers_word(f, pairing));
		is_barred(f, three_way(f, pairing));
		ch_record_start(ch_entity_of(CH_RELEASE), &named);
		named.pairing_id = pairing;
		named.recipient = "Bo Diaz";
		is_barred(f, ch_release_add(&f->c, &named, phrase, &f->err));
		recommend(f, "somebody who knows budgets", is == CH_PAIRING_CLOSING ? NULL : "R17");
		if (is != CH_PAIRING_CLOSING)
			recommend(f, NULL, NULL);
	}
	scheme_sql(f, "UPDATE pairing SET state = 'closed'");
	GOOD(f, managers_word(f, pairing));
	GOOD(f, three_way(f, pairing));
	recommend(f, "somebody else this time", NULL);
}

/* Of an achievement that may be told, too: it goes to no manager by the program. */
static void r61_an_achievement_goes_to_no_manager(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_MENTORING));

	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, "asked", &f->err));
	is_barred(f, ch_release_send(&f->c, id, &f->err));
}

/* What the coachee let out to the manager stays here once the coaching has become mentoring. */
static void r61_what_was_approved_in_coaching_is_not_passed_on_in_mentoring(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = noted(f, pair(f, CH_KIND_COACHING));

	GOOD(f, ch_release_answer(&f->c, id, true, CH_HOW_SPOKEN, CH_NO_DATE, "asked", &f->err));
	scheme_sql(f, "UPDATE pairing SET kind = 'mentoring'");
	is_barred(f, ch_release_send(&f->c, id, &f->err));
	assert_int_equal(got(f, id).state, CH_RELEASE_IS_APPROVED);
	scheme_sql(f, "UPDATE pairing SET kind = 'coaching'");
	GOOD(f, ch_release_send(&f->c, id, &f->err));
}

static void r61_an_override_is_kept_with_its_reason(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING), overrides;

	f->c.override_reason = "a joint plan that all three asked for";
	f->c.override_rules = "R61";
	GOOD(f, managers_word(f, pairing));
	f->c.override_reason = NULL;
	GOOD(f, ch_scheme_count(&f->c, CH_OVERRIDE, &overrides, &f->err));
	assert_int_equal(overrides, 1);
	is_barred(f, managers_word(f, pairing)); /* one reason is for one time */
}

static bool is_seen(struct scheme_fixture *f, enum ch_list_id list, const char *filter, const char *name)
{
	const struct ch_list_query query = {.list = list, .filter = filter};
	struct ch_grid grid;

	if (ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err) != CH_OK) {
		f->err = CH_NO_ERROR; /* narrowed by what is not theirs to know: refused */
		return false;
	}
	for (size_t row = 0; row < grid.row_count; row++)
		for (size_t i = 0; i < grid.column_count; i++)
			if (grid.rows[row].cells[i] != NULL && strstr(grid.rows[row].cells[i], name) != NULL)
				return true;
	return false;
}

/* At the mentor's own desk nothing names the manager, and at the manager's nothing names the mentor. */
static void r61_neither_is_shown_the_other(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_MENTORING);
	struct ch_pairing hidden;
	struct ch_person person;

	recommend(f, NULL, NULL);
	scheme_sql(f, "UPDATE person SET manager_email = 'bo@example.org' WHERE person_id = 2;"
		      "UPDATE enrolment SET recommendation = 'Bo Diaz asks for this' WHERE person_id = 2");
	f->c.actor.person_id = 1;
	GOOD(f, ch_person_get(&f->c, 2, &f->arena, &person, &f->err));
	assert_int_equal(person.manager_id, 0);
	assert_null(person.manager_email);
	REFUSED(f, CH_NOT_ALLOWED, ch_person_get(&f->c, 3, &f->arena, &person, &f->err));
	for (int list = 1; list < CH_LIST_COUNT; list++)
		assert_false(is_seen(f, (enum ch_list_id)list, NULL, "Bo Diaz"));
	assert_false(is_seen(f, CH_LIST_PEOPLE, "manager:Bo", "Catrin"));
	assert_false(is_seen(f, CH_LIST_PEOPLE, "manager_email:bo@example.org", "Catrin"));
	f->c.actor.person_id = 3;
	REFUSED(f, CH_NOT_ALLOWED, ch_pairing_get(&f->c, pairing, &f->arena, &hidden, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_person_get(&f->c, 1, &f->arena, &person, &f->err));
	for (int list = 1; list < CH_LIST_COUNT; list++)
		assert_false(is_seen(f, (enum ch_list_id)list, NULL, "Alison Abbott"));
	f->c.actor.person_id = 0;
	assert_true(is_seen(f, CH_LIST_PEOPLE, "manager_email:bo@example.org", "Catrin"));
}

/* What coaching brought of the manager is nothing that the mentor of today reads; it stays the mentee's. */
static void r61_a_coach_become_mentor_reads_no_more_of_the_manager(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t pairing = pair(f, CH_KIND_COACHING), id = noted(f, pairing);
	struct ch_manager_feedback said, read;
	struct ch_release release;
	const char *words;
	int64_t found;

	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &said);
	said.pairing_id = pairing;
	GOOD(f, ch_manager_feedback_add(&f->c, &said, phrase, &f->err));
	f->c.actor.person_id = 1;
	assert_true(is_seen(f, CH_LIST_RELEASES, NULL, "Bo Diaz"));
	scheme_sql(f, "UPDATE pairing SET kind = 'mentoring'");
	for (int list = 1; list < CH_LIST_COUNT; list++)
		assert_false(is_seen(f, (enum ch_list_id)list, NULL, "Bo Diaz"));
	assert_false(is_seen(f, CH_LIST_MANAGER_FEEDBACK, NULL, "Alison Abbott"));
	REFUSED(f, CH_NOT_ALLOWED, ch_release_get(&f->c, id, &f->arena, &release, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_release_words(&f->c, id, &f->arena, &words, &f->err));
	REFUSED(f, CH_NOT_ALLOWED,
		ch_manager_feedback_get(&f->c, said.manager_feedback_id, &f->arena, &read, &f->err));
	REFUSED(f, CH_MISSING, ch_find(&f->c, CH_RELEASE, "1", &found, &f->err));
	f->c.actor.person_id = 2;
	GOOD(f, ch_find(&f->c, CH_RELEASE, "1", &found, &f->err));
	assert_true(is_seen(f, CH_LIST_RELEASES, NULL, "Bo Diaz"));
	GOOD(f, ch_release_get(&f->c, id, &f->arena, &release, &f->err));
	f->c.actor.person_id = 0;
	assert_true(is_seen(f, CH_LIST_RELEASES, NULL, "Bo Diaz"));
}

static void r53_introductions_are_counted_and_never_tell_to_whom(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_report_query query = {.name = "introductions", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_introduction introduction;
	struct ch_grid grid;

	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	introduction.pairing_id = pair(f, CH_KIND_MENTORING);
	GOOD(f, ch_introduction_add(&f->c, &introduction, phrase, &f->err));
	GOOD(f, ch_introduction_settle(&f->c, introduction.introduction_id, CH_OUTCOME_LED_ON, &f->err));
	GOOD(f, ch_report_run(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[1], "1");
	assert_string_equal(grid.rows[0].cells[4], "1");
	introduction.introduced_on = ch_date_of(2099, 1, 1);
	REFUSED(f, CH_DATA, ch_introduction_add(&f->c, &introduction, NULL, &f->err));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r64_an_achievement_is_told_only_with_a_yes),
		TEST(r60_r64_every_short_cut_is_refused),
		TEST(r64_what_has_no_yes_is_in_no_report),
		TEST(r64_an_answer_is_not_undone),
		TEST(r60_an_item_goes_to_the_manager_only_with_a_yes),
		TEST(r59_coaching_is_in_no_report),
		TEST(r60_the_manager_tells_the_coach),
		TEST(r61_in_mentoring_the_manager_has_no_part),
		TEST(r61_an_achievement_goes_to_no_manager),
		TEST(r61_what_was_approved_in_coaching_is_not_passed_on_in_mentoring),
		TEST(r61_an_override_is_kept_with_its_reason),
		TEST(r61_neither_is_shown_the_other),
		TEST(r61_a_coach_become_mentor_reads_no_more_of_the_manager),
		TEST(r53_introductions_are_counted_and_never_tell_to_whom),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
