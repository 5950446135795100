/* Rules that warn are said on the screen where the work happens, each with what to do and its key (ch_point_out()). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static const struct binding undoing[] = {{.command = COMMAND_UNDO, .run = undo_run}};

static void show_pairs(struct scheme *s)
{
	scheme_show(s, "Pairs", pairs_open);
	s->app.bindings = undoing;
	s->app.binding_count = 1;
	s->app.handling = desk_handling;
}

/* R33: sessions of 2 and 3 November. */
static void a_session_too_soon_is_pointed_out_when_it_is_logged(void **state)
{
	struct scheme *s = *state;

	show_pairs(s);
	scheme_keys(s, "L");
	scheme_type(s, "chen 45 video 3 nov");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 200, 60, "logged for Wen Patel - Chen Okafor");
	SHOWS_AT(s, 200, 60, "(u: undo)");
	SHOWS_AT(s, 200, 60,
		 "~ 3 November came 1 day after the session before (R33): leave more time, or correct the date if it "
		 "was entered wrongly: Enter on the session");
	SHOWS(s, "(R33)");
	scheme_keys(s, "u");
	HIDES(s, "(R33)");
}

static void nothing_is_said_of_a_session_that_is_as_usual(void **state)
{
	struct scheme *s = *state;

	show_pairs(s);
	scheme_keys(s, "L");
	scheme_type(s, "chen 45 video 20 nov");
	scheme_keys(s, "Enter");
	SHOWS(s, "logged for Wen Patel - Chen Okafor");
	HIDES(s, "~ 20 Nov");
}

/* R47: an aim is asked for when a session is arranged ahead. */
static void a_session_without_an_aim_is_pointed_out_when_it_is_arranged(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	show_pairs(s);
	scheme_keys(s, "Enter r");
	scheme_type(s, "4 dec");
	scheme_keys(s, "Ctrl-S");
	SHOWS_AT(s, 200, 60, "is arranged for Fri 4 Dec");
	SHOWS_AT(s, 200, 60, "~ the session of 4 December has no aim yet (R47)");
}

/* A rule that refuses, lowered in this programme: the pairing starts, and what it lacks is said (R31). */
static void what_is_lowered_is_pointed_out_when_a_pairing_starts(void **state)
{
	struct scheme *s = *state;
	struct ch_agreed agreed = {.guide = true, .learner = true, .how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	struct ch_agreement agreement;
	struct ch_settings settings;

	GOOD(s, ch_settings_get(&s->c, s->programme, &s->arena, &settings, &s->err));
	settings.lowered_rules = "R31";
	GOOD(s, ch_settings_set(&s->c, &settings, &s->err));
	GOOD(s, ch_agreement_draft(&s->c, s->rosa_li, &s->arena, &agreement, &s->err));
	agreement.usual_day = NULL;
	agreement.usual_place = NULL;
	GOOD(s, ch_pairing_agree(&s->c, s->rosa_li, &agreement, &agreed, &s->err));
	show_pairs(s);
	scheme_keys(s, "/");
	scheme_type(s, "state:contracting");
	scheme_keys(s, "Enter b");
	SHOWS_AT(s, 200, 60, "started: sessions are due from today on");
	SHOWS_AT(s, 200, 60, "(R31)");
	SHOWS_AT(s, 200, 60, "have named no focus area yet (R55)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_session_too_soon_is_pointed_out_when_it_is_logged, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(nothing_is_said_of_a_session_that_is_as_usual, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_session_without_an_aim_is_pointed_out_when_it_is_arranged,
						scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_is_lowered_is_pointed_out_when_a_pairing_starts, scheme_setup,
						scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
