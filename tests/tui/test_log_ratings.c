/* What the session form asks only where the programme has switched it on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/log_form.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void open_form(struct scheme *s)
{
	scheme_show(s, "Pairs", pairs_open);
	log_form_open(&s->app, s->wen_chen, NULL);
}

static bool asks(struct scheme *s, const char *key)
{
	return form_entry_named(form_of(s), key) != NULL;
}

static struct ch_settings settings_of(struct scheme *s)
{
	struct ch_settings settings;

	GOOD(s, ch_settings_get(&s->c, s->programme, &s->arena, &settings, &s->err));
	return settings;
}

static struct ch_session session_of(struct scheme *s, int64_t id)
{
	struct ch_session session;

	GOOD(s, ch_session_get(&s->c, id, &s->arena, &session, &s->err));
	return session;
}

static void rate_places(struct scheme *s)
{
	struct ch_settings settings = settings_of(s);

	settings.place_ratings = CH_YES;
	GOOD(s, ch_settings_set(&s->c, &settings, &s->err));
}

static void r50_a_place_is_rated_only_where_the_programme_has_it_so(void **state)
{
	struct scheme *s = *state;

	open_form(s);
	assert_false(asks(s, "place"));
	assert_false(asks(s, "place_rating"));
	scheme_keys(s, "Ctrl-S");
	pairing_form_correct(&s->app, 3);
	assert_true(asks(s, "place"));
	assert_false(asks(s, "place_rating"));
	scheme_keys(s, "Esc");
	rate_places(s);
	log_form_open(&s->app, s->wen_chen, NULL);
	form_focus_on(form_of(s), form_of(s)->entry_count - 1);
	SHOWS_AT(s, 80, 60, "the place");
	form_type(form_of(s), "place", "The Foyer");
	form_type(form_of(s), "place_rating", "9");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 to 5");
	form_type(form_of(s), "place_rating", "2");
	scheme_keys(s, "Ctrl-S");
	assert_string_equal(session_of(s, 4).place, "The Foyer");
	assert_int_equal(session_of(s, 4).place_rating, 2);
	pairing_form_correct(&s->app, 3);
	assert_true(asks(s, "place_rating"));
}

static void r50_what_was_rated_before_can_be_corrected_where_nobody_is_asked(void **state)
{
	struct scheme *s = *state;
	struct ch_session session = session_of(s, 1);

	scheme_show(s, "Pairs", pairs_open);
	session.place_rating = 1;
	GOOD(s, ch_session_set(&s->c, &session, &s->err));
	pairing_form_correct(&s->app, 1);
	assert_true(asks(s, "place_rating"));
	form_type(form_of(s), "place_rating", "");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(session_of(s, 1).place_rating, CH_UNKNOWN);
}

static void ask_enjoyment(struct scheme *s)
{
	struct ch_settings settings = settings_of(s);

	settings.enjoyment_ratings = CH_YES;
	GOOD(s, ch_settings_set(&s->c, &settings, &s->err));
}

static struct ch_feedback feedback_of(struct scheme *s, int64_t id)
{
	struct ch_feedback feedback;

	GOOD(s, ch_feedback_get(&s->c, id, &s->arena, &feedback, &s->err));
	return feedback;
}

static void r48_the_coordinator_is_asked_how_both_enjoyed_it_where_that_is_switched_on(void **state)
{
	struct scheme *s = *state;

	open_form(s);
	assert_false(asks(s, "guide_enjoyed"));
	scheme_keys(s, "Esc");
	ask_enjoyment(s);
	log_form_open(&s->app, s->wen_chen, NULL);
	form_focus_on(form_of(s), form_of(s)->entry_count - 1);
	SHOWS_AT(s, 80, 60, "the other side is never shown this");
	SHOWS_AT(s, 80, 60, "Chen Okafor enjoyed it");
	form_type(form_of(s), "guide_enjoyed", "4");
	form_type(form_of(s), "learner_enjoyed", "7");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "1 to 5");
	form_type(form_of(s), "learner_enjoyed", "2");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "Session 3 of about 9 logged");
	assert_int_equal(feedback_of(s, 1).enjoyment, 4);
	assert_int_equal(feedback_of(s, 2).enjoyment, 2);
	assert_int_equal(feedback_of(s, 2).answered_on, s->desk.today);
}

static void r48_r79_at_their_own_desk_each_is_asked_of_themselves_alone(void **state)
{
	struct scheme *s = *state;

	ask_enjoyment(s);
	scheme_act_as(s, s->chen);
	open_form(s);
	assert_false(asks(s, "guide_enjoyed"));
	form_type(form_of(s), "learner_enjoyed", "5");
	scheme_keys(s, "Ctrl-S");
	assert_int_equal(feedback_of(s, 1).person_id, s->chen);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r50_a_place_is_rated_only_where_the_programme_has_it_so),
		WITH_SCHEME(r50_what_was_rated_before_can_be_corrected_where_nobody_is_asked),
		WITH_SCHEME(r48_the_coordinator_is_asked_how_both_enjoyed_it_where_that_is_switched_on),
		WITH_SCHEME(r48_r79_at_their_own_desk_each_is_asked_of_themselves_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
