/* The scheme's own words for roles on the screens (R27), and that no name is taken for one of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/log_form.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_parts.h"

static struct form *form_of(struct scheme *s)
{
	return (struct form *)s->app.top;
}

static void call_them_befrienders(struct scheme *s)
{
	role_words_open(&s->app);
	form_type(form_of(s), "shown_mentor", "befriender");
	form_type(form_of(s), "shown_mentors", "befrienders");
	scheme_keys(s, "Ctrl-S");
}

static void r27_the_form_changes_the_words_of_every_screen(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "People", people_open);
	SHOWS_AT(s, 200, 60, "mentor");
	role_words_open(&s->app);
	form_type(form_of(s), "shown_mentor", "befriender");
	scheme_keys(s, "Ctrl-S");
	SHOWS(s, "one is called \"befriender\"; how several are called");
	scheme_keys(s, "Esc");
	call_them_befrienders(s);
	SHOWS(s, "screens and texts have these words now");
	SHOWS_AT(s, 200, 60, "befriender");
	HIDES(s, "mentor ");
}

static void r27_a_name_or_wording_that_looks_like_a_role_is_shown_as_it_is(void **state)
{
	struct scheme *s = *state;
	int64_t pairing, mentor = scheme_person(s, "Mentor", "mentor@example.org", 1 << CH_ROLE_MENTOR),
			 learner = scheme_person(s, "Ask mentor", "ask@example.org", 1 << CH_ROLE_MENTEE);

	pairing = scheme_pairing(s, mentor, learner);
	scheme_start(s, pairing);
	scheme_action(s, pairing, CH_SIDE_LEARNER, "2026-12-04", "Ring my mentor");
	scheme_show(s, "Pairs", pairs_open);
	call_them_befrienders(s);
	scheme_act_as(s, learner);
	log_form_open(&s->app, pairing, NULL);
	SHOWS_AT(s, 100, 60, "[x] Mentor  [x] Ask mentor");
	SHOWS_AT(s, 100, 60, "Ring my mentor");
	scheme_act_as(s, 0);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r27_the_form_changes_the_words_of_every_screen),
		WITH_SCHEME(r27_a_name_or_wording_that_looks_like_a_role_is_shown_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
