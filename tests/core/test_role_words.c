/* What a scheme shows instead of mentor, mentee, coach and coachee (R27). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/action_line.h"
#include "chiron/undo.h"
#include "scheme_fixture.h"

static struct ch_scheme_settings settings_of(struct scheme_fixture *f)
{
	struct ch_scheme_settings settings;

	GOOD(f, ch_scheme_settings_get(&f->c, &f->arena, &settings, &f->err));
	return settings;
}

static void call_them_befrienders(struct scheme_fixture *f)
{
	struct ch_scheme_settings settings = settings_of(f);

	settings.shown_mentor = "befriender";
	settings.shown_mentors = "befrienders";
	settings.shown_mentee = "friend";
	settings.shown_mentees = "friends";
	GOOD(f, ch_scheme_settings_set(&f->c, &settings, &f->err));
}

static const struct ch_field *roles(void)
{
	return ch_field_named(ch_entity_of(CH_PERSON), "roles");
}

static const char *roles_shown(struct scheme_fixture *f, const struct ch_person *person)
{
	return ch_field_show(roles(), person, CH_NO_DATE, &f->arena);
}

static void r27_texts_have_the_schemes_words_and_files_the_programs(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.roles = 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACHEE;
	assert_non_null(strstr(roles_shown(f, &person), "mentor"));
	call_them_befrienders(f);
	assert_non_null(strstr(roles_shown(f, &person), "befriender"));
	assert_non_null(strstr(roles_shown(f, &person), "coachee"));
	assert_null(strstr(roles_shown(f, &person), "mentor"));
	assert_non_null(strstr(ch_field_text(roles(), &person, &f->arena), "mentor"));
	assert_string_equal(_(ch_field_named(ch_entity_of(CH_PAIRING), "guide_id")->label), "Befriender or coach");
}

static void r27_either_word_is_understood_where_one_is_typed(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_choice *role = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	struct ch_action_sides sides = {
		.guide = "Ann Lee", .learner = "Bo Diaz", .today = ch_date_of(2026, 11, 23), .wording = true};
	struct ch_new_action action;

	call_them_befrienders(f);
	assert_int_equal(ch_choice_find(role, "Befriender"), CH_ROLE_MENTOR);
	assert_int_equal(ch_choice_find(role, "mentor"), CH_ROLE_MENTOR);
	GOOD(f, ch_action_line_read("befriender: ring them", &sides, &f->arena, &action, &f->err));
	assert_int_equal(action.owner, CH_SIDE_GUIDE);
	GOOD(f, ch_action_line_read("mentee: ring them", &sides, &f->arena, &action, &f->err));
	assert_int_equal(action.owner, CH_SIDE_LEARNER);
}

static void r27_undo_and_closing_give_the_words_back(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_undone undone;
	struct ch_scheme *again;

	call_them_befrienders(f);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(_("mentor"), "mentor");
	GOOD(f, ch_redo(&f->c, &f->arena, &undone, &f->err));
	assert_string_equal(_("mentor"), "befriender");
	GOOD(f, ch_scheme_open(ch_scheme_path(f->c.scheme), &again, &f->err));
	assert_string_equal(_("mentees"), "friends");
	ch_scheme_close(again);
	assert_string_equal(_("mentor"), "mentor");
}

static void r27_words_that_are_none_or_could_be_mistaken_are_refused(void **state)
{
	static const struct {
		const char *mentor, *mentors, *coach, *coaches, *field;
	} wrong[] = {
		{"buddy", NULL, NULL, NULL, "shown_mentors"},	     {NULL, "buddies", NULL, NULL, "shown_mentor"},
		{"bud%dy", "buddies", NULL, NULL, "shown_mentor"},   {"buddy", "b`uddies", NULL, NULL, "shown_mentors"},
		{"--", "buddies", NULL, NULL, "shown_mentor"},	     {"coach", "coaches", NULL, NULL, "shown_mentor"},
		{"Mentee", "buddies", NULL, NULL, "shown_mentor"},
		{"life coach", "buddies", NULL, NULL, "shown_mentor"},
		{"buddy", "buddies", "Buddy", "pals", "shown_coach"}, {"buddy", "pals", "pal", "pals", "shown_coaches"},
		{"bud\tdy", "buddies", NULL, NULL, "shown_mentor"},
		{"one who goes along with somebody", "buddies", NULL, NULL, "shown_mentor"},
	};
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct ch_scheme_settings settings = settings_of(f);

		settings.shown_mentor = wrong[i].mentor;
		settings.shown_mentors = wrong[i].mentors;
		settings.shown_coach = wrong[i].coach;
		settings.shown_coaches = wrong[i].coaches;
		REFUSED(f, CH_DATA, ch_scheme_settings_set(&f->c, &settings, &f->err));
		assert_string_equal(f->err.field, wrong[i].field);
		assert_string_equal(_("mentor"), "mentor");
	}
	assert_null(settings_of(f).shown_mentor);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r27_texts_have_the_schemes_words_and_files_the_programs),
		TEST(r27_either_word_is_understood_where_one_is_typed),
		TEST(r27_undo_and_closing_give_the_words_back),
		TEST(r27_words_that_are_none_or_could_be_mistaken_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
