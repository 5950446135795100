/* Undo, redo and history: whose, in which order, what is said, and what stays. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_dump.h"

struct pair {
	int64_t guide, learner, pairing, programme;
};

static struct pair make_pair(struct scheme_fixture *f)
{
	struct pair p;

	p.programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	p.guide = scheme_person(f, "Ann Lee", "ann@example.org", 1 << CH_ROLE_MENTOR, NULL, NULL, 2);
	p.learner = scheme_person(f, "Bo Diaz", "bo@example.org", 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	p.pairing = scheme_pairing(f, p.programme, p.guide, p.learner);
	scheme_start(f, p.pairing);
	return p;
}

static void act_as(struct scheme_fixture *f, int64_t person_id)
{
	f->c.actor.person_id = person_id;
}

static int64_t log_words(struct scheme_fixture *f, int64_t pairing_id, const char *date, const char *learning)
{
	struct ch_session_record record = {.learning = learning};
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = pairing_id;
	session.session_date = ch_date_from_iso(date);
	session.minutes = 45;
	GOOD(f, ch_session_log(&f->c, &session, learning == NULL ? NULL : &record, &logged, &f->err));
	return logged.session_id;
}

static void set_phone(struct scheme_fixture *f, int64_t person_id, const char *phone)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &person, &f->err));
	person.phone = phone;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
}

static const char *undo(struct scheme_fixture *f)
{
	struct ch_undone undone;

	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	return undone.words;
}

static const char *redo(struct scheme_fixture *f)
{
	struct ch_undone redone;

	GOOD(f, ch_redo(&f->c, &f->arena, &redone, &f->err));
	return redone.words;
}

static int64_t last_step(struct scheme_fixture *f)
{
	return scheme_number(f, "SELECT max(step_id) FROM step");
}

static void refused(struct scheme_fixture *f, int64_t step_id, enum ch_status status, const char *says)
{
	struct ch_undone undone;
	const char *before = scheme_dump(f);

	REFUSED(f, status, ch_undo(&f->c, step_id, &f->arena, &undone, &f->err));
	if (strstr(f->err.message, says) == NULL)
		fail_msg("\"%s\" does not say \"%s\"", f->err.message, says);
	f->err = CH_NO_ERROR;
	scheme_is(f, before);
}

static const char *text_of(struct scheme_fixture *f, int64_t actor, int64_t session_id)
{
	enum ch_text_state text_state;
	const char *text;

	act_as(f, actor);
	GOOD(f, ch_pair_text_read(&f->c, CH_TEXT_LEARNING, session_id, &f->arena, &text, &text_state, &f->err));
	act_as(f, 0);
	return text;
}

static void a_session_goes_and_comes_back_with_its_words(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t session = log_words(f, p.pairing, "2026-11-12", "To ask sooner");
	const char *after = scheme_dump(f);

	assert_string_equal(undo(f), "session of 12 Nov with Ann Lee and Bo Diaz logged");
	assert_int_equal(scheme_get_pairing(f, p.pairing).sessions_held, 0);
	assert_null(text_of(f, p.guide, session));
	assert_null(text_of(f, p.learner, session));
	scheme_is_whole(f);
	assert_string_equal(redo(f), "session of 12 Nov with Ann Lee and Bo Diaz logged");
	scheme_is(f, after);
	assert_string_equal(text_of(f, p.learner, session), "To ask sooner");
	assert_null(text_of(f, 0, session));
}

static void words_of_an_undone_session_are_never_another_ones(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t undone = log_words(f, p.pairing, "2026-11-12", "A secret of ours"), other;

	undo(f);
	other = log_words(f, p.pairing, "2026-11-13", NULL);
	assert_int_not_equal(other, undone);
	assert_null(text_of(f, p.learner, other));
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM change WHERE before LIKE '%secret%'"
					  " OR after LIKE '%secret%'"), 0);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM audit_detail WHERE detail LIKE '%secret%'"), 0);
}

static void redo_ends_with_the_next_change_of_the_same_actor(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_undone redone;

	set_phone(f, p.guide, "1");
	set_phone(f, p.guide, "2");
	undo(f);
	undo(f);
	act_as(f, p.learner);
	log_words(f, p.pairing, "2026-11-12", NULL);
	act_as(f, 0);
	assert_string_equal(redo(f), "Ann Lee changed");
	set_phone(f, p.learner, "3");
	REFUSED(f, CH_MISSING, ch_redo(&f->c, &f->arena, &redone, &f->err));
}

static void it_goes_on_after_the_file_was_closed(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	const char *before = scheme_dump(f);

	set_phone(f, p.guide, "1");
	const char *after = scheme_dump(f);
	ch_scheme_close(f->c.scheme);
	GOOD(f, ch_scheme_open(f->path, &f->c.scheme, &f->err));
	undo(f);
	scheme_is(f, before);
	ch_scheme_close(f->c.scheme);
	GOOD(f, ch_scheme_open(f->path, &f->c.scheme, &f->err));
	redo(f);
	scheme_is(f, after);
}

static void each_undoes_their_own(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_undone undone;

	set_phone(f, p.guide, "1");
	int64_t coordinators = last_step(f);
	act_as(f, p.guide);
	log_words(f, p.pairing, "2026-11-12", NULL);
	int64_t guides = last_step(f);
	REFUSED(f, CH_NOT_ALLOWED, ch_undo(&f->c, coordinators, &f->arena, &undone, &f->err));
	f->err = CH_NO_ERROR;
	act_as(f, 0);
	refused(f, guides, CH_NOT_ALLOWED, "each undoes their own");
	assert_string_equal(undo(f), "Ann Lee changed");
	act_as(f, p.guide);
	assert_string_equal(undo(f), "session of 12 Nov with Ann Lee and Bo Diaz logged");
	REFUSED(f, CH_MISSING, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	act_as(f, 0);
}

static void what_others_changed_since_is_named(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t session = log_words(f, p.pairing, "2026-11-12", NULL), step = last_step(f);
	struct ch_session corrected;

	act_as(f, p.guide);
	GOOD(f, ch_session_get(&f->c, session, &f->arena, &corrected, &f->err));
	corrected.minutes = 90;
	GOOD(f, ch_session_set(&f->c, &corrected, &f->err));
	act_as(f, 0);
	refused(f, step, CH_DATA,
		"the session of 12 Nov with Ann Lee and Bo Diaz was changed since: Length, by Ann Lee");
}

/* What is only counted from it is no touch: a second session of the pair moves its numbers; they are counted anew. */
static void counted_figures_do_not_stand_in_the_way(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t first = log_words(f, p.pairing, "2026-11-02", NULL), step = last_step(f);
	struct ch_undone undone;
	struct ch_session left;

	act_as(f, p.guide);
	int64_t second = log_words(f, p.pairing, "2026-11-12", NULL);
	act_as(f, 0);
	assert_true(second > first);
	GOOD(f, ch_undo(&f->c, step, &f->arena, &undone, &f->err));
	assert_int_equal(scheme_get_pairing(f, p.pairing).sessions_held, 1);
	GOOD(f, ch_session_get(&f->c, second, &f->arena, &left, &f->err));
	assert_int_equal(left.number, 1);
	scheme_is_whole(f);
}

static void ones_own_later_change_is_undone_first(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_undone undone;

	set_phone(f, p.guide, "1");
	int64_t step = last_step(f);
	set_phone(f, p.guide, "2");
	REFUSED(f, CH_DATA, ch_undo(&f->c, step, &f->arena, &undone, &f->err));
	assert_non_null(strstr(f->err.message, "by you"));
	assert_non_null(strstr(f->err.fix, "first, which `chiron history` lists"));
	undo(f);
	GOOD(f, ch_undo(&f->c, step, &f->arena, &undone, &f->err));
}

static void what_depends_on_it_keeps_it(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t person = scheme_person(f, "Cai Yu", NULL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	int64_t step = last_step(f), programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	struct ch_enrolment enrolment;

	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme;
	enrolment.person_id = person;
	enrolment.role = CH_ROLE_MENTEE;
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
	refused(f, step, CH_DATA, "Cai Yu is needed by the enrolment of Cai Yu, by you");
}

static void words_added_since_keep_a_session(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t session = log_words(f, p.pairing, "2026-11-12", NULL), step = last_step(f);
	struct ch_session record;

	GOOD(f, ch_session_get(&f->c, session, &f->arena, &record, &f->err));
	act_as(f, p.learner);
	GOOD(f, ch_pair_text_write(&f->c, record.spell_id, CH_TEXT_LEARNING, session, "Mine", &f->err));
	act_as(f, 0);
	refused(f, step, CH_DATA, "written more");
	assert_string_equal(text_of(f, p.learner, session), "Mine");
	act_as(f, p.learner);
	assert_string_equal(undo(f), "wording of Ann Lee and Bo Diaz written");
	assert_null(text_of(f, p.learner, session));
	act_as(f, 0);
	undo(f);
}

static void answers_and_consent_stay(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_agreed both = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	struct ch_agreement agreement;

	GOOD(f, ch_agreement_draft(&f->c, p.pairing, &f->arena, &agreement, &f->err));
	agreement.share_action_wording = CH_YES;
	GOOD(f, ch_pairing_agree(&f->c, p.pairing, &agreement, &both, &f->err));
	refused(f, 0, CH_DATA, "what people answered or agreed to");
	int64_t agreed = scheme_number(f, "SELECT min(step_id) FROM step WHERE operation = 'pairing.agree'");
	refused(f, agreed, CH_DATA, "what people answered or agreed to");
}

static void what_was_removed_for_good_stays_removed(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t silent = log_words(f, p.pairing, "2026-11-02", NULL);
	int64_t told = log_words(f, p.pairing, "2026-11-12", "Words");

	GOOD(f, ch_session_remove(&f->c, told, &f->err));
	refused(f, 0, CH_DATA, "removed for good");
	GOOD(f, ch_session_remove(&f->c, silent, &f->err));
	const char *words = undo(f);
	assert_string_equal(words, "session of 2 Nov with Ann Lee and Bo Diaz removed");
	assert_int_equal(scheme_get_pairing(f, p.pairing).sessions_held, 1);
	scheme_is_whole(f);
}

static void an_import_is_taken_back_by_its_own(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/yes-no-columns.csv"};
	struct ch_import_result result;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	refused(f, 0, CH_DATA, "an import is taken back as a whole");
}

static void many_at_once_are_one_step(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	int64_t enrolled;

	for (int i = 0; i < 3; i++)
		scheme_person(f, "One More", NULL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	const char *before = scheme_dump(f);
	GOOD(f, ch_enrolment_add_all(&f->c, p.programme, &enrolled, &f->err));
	assert_string_equal(undo(f), "enrolment of 3 in Autumn added");
	scheme_is(f, before);
	ch_steps_join(f->c.scheme);
	set_phone(f, p.guide, "1");
	set_phone(f, p.learner, "2");
	ch_steps_part(f->c.scheme);
	assert_string_equal(undo(f), "Ann Lee changed, and 1 more");
	scheme_is(f, before);
}

/* An enrolment changed on the way to a pairing: it is the pairing that was made. */
static void a_joined_step_is_called_by_what_it_made(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	const char *before = scheme_dump(f);

	ch_steps_join(f->c.scheme);
	set_phone(f, p.guide, "1");
	log_words(f, p.pairing, "2026-11-12", NULL);
	set_phone(f, p.learner, "2");
	ch_steps_part(f->c.scheme);
	assert_string_equal(undo(f), "session of 12 Nov with Ann Lee and Bo Diaz logged");
	scheme_is(f, before);
}

static void an_end_is_not_undone_against_the_rules(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};

	GOOD(f, ch_pairing_close(&f->c, p.pairing, &closure, &f->err));
	int64_t step = last_step(f);
	scheme_pairing(f, p.programme, p.guide, p.learner);
	REFUSED(f, CH_DATA, ch_undo(&f->c, step, &f->arena, &(struct ch_undone){.words = NULL}, &f->err));
	assert_string_equal(f->err.rule, "R1");
	f->err = CH_NO_ERROR;
	undo(f);
	undo(f);
	assert_int_equal(scheme_get_pairing(f, p.pairing).state, CH_PAIRING_ACTIVE);
}

/* A form that was opened on the undone state cannot be saved over what was redone. */
static void versions_never_come_again(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_person held;

	set_phone(f, p.guide, "1");
	GOOD(f, ch_person_get(&f->c, p.guide, &f->arena, &held, &f->err));
	undo(f);
	REFUSED(f, CH_BUSY, ch_person_set(&f->c, &held, &f->err));
	int64_t added = scheme_person(f, "Cai Yu", NULL, 0, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_person_get(&f->c, added, &f->arena, &held, &f->err));
	undo(f);
	redo(f);
	REFUSED(f, CH_BUSY, ch_person_set(&f->c, &held, &f->err));
}

static void undoing_is_in_the_audit_log(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);

	set_phone(f, p.guide, "1");
	undo(f);
	redo(f);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM audit WHERE operation IN ('step.undo', 'step.redo')"
					  " AND object_id = (SELECT max(step_id) FROM step)"), 2);
	scheme_is_whole(f);
}

static void history_says_what_was_changed(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair p = make_pair(f);
	struct ch_grid grid;

	set_phone(f, p.guide, "1");
	set_phone(f, p.guide, "2");
	GOOD(f, ch_step_changes(&f->c, last_step(f), &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[0], "Ann Lee");
	assert_string_equal(grid.rows[0].cells[1], "Phone");
	assert_string_equal(grid.rows[0].cells[2], "1");
	assert_string_equal(grid.rows[0].cells[3], "2");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_session_goes_and_comes_back_with_its_words),
		TEST(words_of_an_undone_session_are_never_another_ones),
		TEST(redo_ends_with_the_next_change_of_the_same_actor),
		TEST(it_goes_on_after_the_file_was_closed),
		TEST(each_undoes_their_own),
		TEST(what_others_changed_since_is_named),
		TEST(counted_figures_do_not_stand_in_the_way),
		TEST(ones_own_later_change_is_undone_first),
		TEST(what_depends_on_it_keeps_it),
		TEST(words_added_since_keep_a_session),
		TEST(answers_and_consent_stay),
		TEST(what_was_removed_for_good_stays_removed),
		TEST(an_import_is_taken_back_by_its_own),
		TEST(many_at_once_are_one_step),
		TEST(a_joined_step_is_called_by_what_it_made),
		TEST(an_end_is_not_undone_against_the_rules),
		TEST(versions_never_come_again),
		TEST(undoing_is_in_the_audit_log),
		TEST(history_says_what_was_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
