/* The coordinators: naming one, giving and taking programmes, and what one who is limited sees of the screens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static void open_coordinators(struct scheme *s)
{
	scheme_show(s, "Pairs", pairs_open);
	coordinators_open(&s->app);
	scheme_dump(s, 80, 24);
}

static void r83_a_coordinator_is_named_and_limited(void **state)
{
	struct scheme *s = *state;

	open_coordinators(s);
	SHOWS(s, "Nobody is named: whoever opens the file looks after the whole scheme.");
	scheme_keys(s, "a");
	scheme_type(s, "Grace Owen");
	scheme_keys(s, "Tab");
	scheme_type(s, "Nowhere");
	scheme_keys(s, "F2");
	SHOWS(s, "no programme is found by \"Nowhere\"");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Autumn");
	scheme_keys(s, "F2");
	assert_non_null(strstr(scheme_row(s, "Grace Owen  "), " Autumn"));
	scheme_keys(s, "e Tab Ctrl-U F2");
	assert_non_null(strstr(scheme_row(s, "Grace Owen  "), " all"));
	scheme_keys(s, "a");
	scheme_type(s, "Beth Owen");
	scheme_keys(s, "F2");
	assert_non_null(strstr(scheme_row(s, "Beth Owen"), "> ")); /* the new one has the focus */
	scheme_keys(s, "j");
	scheme_keys(s, "d");
	SHOWS(s, "Grace Owen is no coordinator any more; what they did stays");
	SHOWS(s, "a page for the next one");
}

static void it_fits_a_small_window(void **state)
{
	struct scheme *s = *state;

	open_coordinators(s);
	scheme_keys(s, "a G F2");
	SHOWS_AT(s, 40, 10, "G  ");
}

static void r83_screens_show_what_is_theirs(void **state)
{
	struct scheme *s = *state;
	struct ch_coordinator grace;
	struct ch_programme spring;
	bool found;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &spring);
	spring.name = "Spring";
	spring.kind = CH_KIND_COACHING;
	GOOD(s, ch_programme_add(&s->c, &spring, &s->err));
	ch_record_start(ch_entity_of(CH_COORDINATOR), &grace);
	grace.name = "Grace";
	GOOD(s, ch_coordinator_add(&s->c, &grace, "Spring", &s->err));
	GOOD(s, ch_coordinator_act(&s->c, "Grace", &s->arena, &found, &s->err));
	scheme_show(s, "Programmes", programmes_open);
	SHOWS(s, "Spring");
	HIDES(s, "Autumn");
	HIDES(s, "a:add"); /* a programme more is the whole scheme's */
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r83_a_coordinator_is_named_and_limited),
		WITH_SCHEME(it_fits_a_small_window),
		WITH_SCHEME(r83_screens_show_what_is_theirs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
