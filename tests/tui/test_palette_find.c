/* `:` finds people, pairs and programmes by name, from any screen, as far as the actor may see them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Sessions", sessions_open);
	return s;
}

static void look_for(struct scheme *s, const char *text)
{
	scheme_keys(s, ":");
	scheme_type(s, text);
}

static void two_keys_find_a_person(void **state)
{
	struct scheme *s = shown(state);

	look_for(s, "wen pat");
	SHOWS(s, "> Wen Patel                person    mentor, wen@example.org");
	scheme_keys(s, "Enter");
	SHOWS(s, " Person ");
	SHOWS(s, "Wen Patel");
	look_for(s, "okafor, chen"); /* from their screen to another's, as lists sort them, and back */
	SHOWS(s, "> Chen Okafor");
	scheme_keys(s, "Enter");
	SHOWS(s, "Chen Okafor");
	scheme_keys(s, "q");
	SHOWS(s, "Wen Patel");
	scheme_keys(s, "q");
	SHOWS(s, "Sessions");
}

static void pairs_and_programmes_are_found(void **state)
{
	struct scheme *s = shown(state);

	look_for(s, "rosa dara");
	SHOWS(s, "> Rosa Vega - Dara Okafor                    pair      active, Autumn");
	scheme_keys(s, "Enter");
	SHOWS(s, "Rosa Vega - Dara Okafor | pairing 2");
	look_for(s, "autumn");
	SHOWS(s, "> Autumn                   programme mentoring, running");
	scheme_keys(s, "Enter");
	SHOWS(s, "Programmes");
	SHOWS(s, "> + Autumn");
	SHOWS(s, "with \"autumn\"");
}

/* What can be done by a name typed stays first: nobody's name takes it away. */
static void actions_come_first(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Columns Redraw", NULL, 1 << CH_ROLE_MENTEE);
	shown(state);
	look_for(s, "columns");
	SHOWS(s, "> columns ");
	SHOWS(s, "  Columns Redraw           person    mentee");
	scheme_keys(s, "Down Enter");
	SHOWS(s, "Columns Redraw");
}

/* But not what merely has the letters somewhere, nor what cannot be done here. */
static void a_name_comes_before_what_fits_less(void **state)
{
	struct scheme *s = *state;

	scheme_person(s, "Agreemen Tolg", NULL, 1 << CH_ROLE_MENTEE);
	shown(state);
	look_for(s, "agreemen");
	SHOWS(s, "> Agreemen Tolg ");
	SHOWS(s, "agreement                only in Pairs");
}

static void one_letter_finds_nobody(void **state)
{
	struct scheme *s = shown(state);

	look_for(s, "w");
	HIDES(s, "person ");
	scheme_type(s, "e");
	SHOWS(s, "person ");
	scheme_keys(s, "Ctrl-U");
	HIDES(s, "person ");
}

/* Only 40 of a kind are named; the list has the others. */
static void all_of_a_common_name_are_in_the_list(void **state)
{
	struct scheme *s = *state;
	char name[32];

	for (int i = 0; i < 45; i++) {
		snprintf(name, sizeof(name), "Jo Smith %02d", i);
		scheme_person(s, name, NULL, 1 << CH_ROLE_MENTEE);
	}
	shown(state);
	look_for(s, "smith jo");
	SHOWS(s, "> Jo Smith 00 ");
	scheme_keys(s, "Up"); /* to the last */
	SHOWS(s, "  Jo Smith 39 ");
	SHOWS(s, "> all people found         person    In their list");
	scheme_keys(s, "Enter");
	SHOWS(s, "People | 45 of");
	scheme_keys(s, "q");
	SHOWS(s, "Sessions");
}

static void a_mentor_finds_only_theirs(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	shown(state);
	look_for(s, "okafor");
	SHOWS(s, "Chen Okafor ");
	SHOWS(s, "Wen Patel - Chen Okafor");
	HIDES(s, "Dara");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "rosa");
	SHOWS(s, "Nothing is called that");
}

/* While keys wait nothing is looked for; Enter waits for what comes of it. */
static bool key_waits(void *data)
{
	(void)data;
	return true;
}

static void typing_ahead_finds_the_same(void **state)
{
	struct scheme *s = shown(state);

	s->desk.app = &s->app;
	s->app.outside.waiting = key_waits;
	look_for(s, "wen pat");
	SHOWS(s, "People and pairs are looked for");
	HIDES(s, "Wen Patel                person");
	s->app.outside.waiting = NULL;
	while (app_settle(&s->app))
		;
	SHOWS(s, "> Wen Patel                person");
	scheme_keys(s, "Esc");
	s->app.outside.waiting = key_waits;
	look_for(s, "dara okaf");
	scheme_keys(s, "Enter");
	SHOWS(s, " Person ");
	SHOWS(s, "Dara Okafor");
}

/* Names are nobody's business but the scheme's: what was typed is not kept with the actions chosen. */
static void whose_name_was_typed_is_not_kept(void **state)
{
	struct scheme *s = shown(state);

	look_for(s, "wen pat");
	scheme_keys(s, "Enter");
	for (size_t i = 0; i < s->app.commands.count; i++)
		assert_null(strstr(s->app.commands.lines[i].text, "Wen"));
	assert_int_equal(s->app.commands.count, 0);
}

/* Each as somebody types it who has not read the manual, and what must be among the answers. */
static void the_words_of_the_field_find_what_they_mean(void **state)
{
	static const char *const words[][2] = {
		{"extend", "agreement"},
		{"pulse", "feedback"},
		{"follow-up", "feedback"},
		{"survey", "feedback"},
		{"rematch", "hand over"},
		{"consent", "let out"},
		{"success story", "let out"},
		{"merge", "same person"},
		{"dismiss", "acknowledge"},
		{"holiday", "pause"},
		{"scaling", "rate goals"},
		{"override", "Exceptions made"},
		{"certificate", "Who finished well"},
		{"month-end", "Month-end report "},
		{"board", "For the board"},
		{"standards", "Evidence for the standards"},
		{"evidence", "Evidence for the standards"},
		{"supply", "Supply and demand"},
		{"hand over", "For the next coordinator"},
		{"successor", "For the next coordinator"},
	};
	struct scheme *s = shown(state);

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		look_for(s, words[i][0]);
		SHOWS(s, words[i][1]);
		scheme_keys(s, "Esc");
	}
	look_for(s, "supply");
	scheme_keys(s, "Enter");
	SHOWS(s, "Supply and demand");
	scheme_keys(s, "q");
	SHOWS(s, "Sessions");
	scheme_keys(s, ":");
	HIDES(s, "Supply and demand"); /* before a word is typed, actions alone */
}

static void a_mentor_finds_no_report(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	shown(state);
	look_for(s, "supply");
	HIDES(s, "Supply and demand");
}

int main(void)
{
#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)
	const struct CMUnitTest tests[] = {
		WITH(two_keys_find_a_person),
		WITH(pairs_and_programmes_are_found),
		WITH(actions_come_first),
		WITH(a_name_comes_before_what_fits_less),
		WITH(one_letter_finds_nobody),
		WITH(all_of_a_common_name_are_in_the_list),
		WITH(a_mentor_finds_only_theirs),
		WITH(typing_ahead_finds_the_same),
		WITH(whose_name_was_typed_is_not_kept),
		WITH(the_words_of_the_field_find_what_they_mean),
		WITH(a_mentor_finds_no_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
