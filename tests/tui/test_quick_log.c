/* One line for a session: what its words mean, and whose it is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "chiron/quick_log.h"
#include "tui/screens/screens.h"

/* 23 November 2026, a Monday */
static ch_date today(void)
{
	return ch_date_of(2026, 11, 23);
}

static void lines_are_taken_apart(void **state)
{
	static const struct {
		const char *text;
		bool known;
		const char *who;
		int minutes, starts_at, medium;
		const char *on;
	} lines[] = {
		{"okafor 45 video yesterday", false, "okafor", 45, -1, CH_MEDIUM_VIDEO, "2026-11-22"},
		{"wen okafor 1h15", false, "wen okafor", 75, -1, 0, ""},
		{"okafor 2 nov 45", false, "okafor", 45, -1, 0, "2026-11-02"},
		{"okafor 45 2 nov", false, "okafor", 45, -1, 0, "2026-11-02"},
		{"okafor 2 nov 2025 30 min", false, "okafor", 30, -1, 0, "2025-11-02"},
		{"okafor last fri in person 17:30-18:45", false, "okafor", 75, 1050, CH_MEDIUM_IN_PERSON, "2026-11-20"},
		{"okafor 45 call -3d", false, "okafor", 45, -1, CH_MEDIUM_PHONE, "2026-11-20"},
		{"  okafor  ", false, "okafor", 0, -1, 0, ""},
		{"sun li 45 sun", false, "sun li", 45, -1, 0, "2026-11-22"}, /* the name comes first */
		{"#12 45", false, "#12", 45, -1, 0, ""},
		/* However many words: what is behind them is not lost. */
		{"a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g 45 yesterday", false,
		 "a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g", 45, -1, 0, "2026-11-22"},
		{"45 vid", true, "", 45, -1, CH_MEDIUM_VIDEO, ""},
		{"yesterday", true, "", 0, -1, 0, "2026-11-22"},
		{"dara 45", true, "dara", 45, -1, 0, ""},
		{"45 may", true, "may", 45, -1, 0, ""}, /* no day of May, so somebody's name */
		{"Tom Walker Liam 45 phone", true, "Tom Walker Liam", 45, -1, CH_MEDIUM_PHONE, ""},
		{"liam tom 45", false, "liam tom", 45, -1, 0, ""},
		{"50 face to face yesterday", true, "", 50, -1, CH_MEDIUM_IN_PERSON, "2026-11-22"},
		{"okafor f2f 50", false, "okafor", 50, -1, CH_MEDIUM_IN_PERSON, ""},
		{"okafor 50 Face-to-Face", false, "okafor", 50, -1, CH_MEDIUM_IN_PERSON, ""},
		{"okafor Teams 50", false, "okafor", 50, -1, CH_MEDIUM_VIDEO, ""},
		{"okafor 50 zoom call", false, "okafor", 50, -1, CH_MEDIUM_VIDEO, ""},
		{"okafor telephone 50", false, "okafor", 50, -1, CH_MEDIUM_PHONE, ""},
		{"okafor 50 no actions", false, "okafor", 50, -1, 0, ""},
		{"", true, "", 0, -1, 0, ""},
	};
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct ch_error err = CH_NO_ERROR;
		struct ch_quick_log line;
		char on[CH_DATE_SIZE];

		if (ch_quick_log_parse(lines[i].text, today(), lines[i].known, &arena, &line, &err) != CH_OK)
			fail_msg("\"%s\": %s", lines[i].text, err.message);
		ch_date_iso(line.on, on);
		if (strcmp(line.who, lines[i].who) != 0 || line.minutes != lines[i].minutes ||
		    line.starts_at != lines[i].starts_at || line.medium != lines[i].medium ||
		    strcmp(on, lines[i].on) != 0)
			fail_msg("\"%s\": who \"%s\", %d minutes from %d, medium %d, on %s", lines[i].text, line.who,
				 line.minutes, line.starts_at, line.medium, on);
	}
	ch_arena_release(&arena);
}

static void what_contradicts_itself_is_refused(void **state)
{
	static const char *const lines[] = {"okafor 45 60", "okafor mon tue", "okafor video phone",
					    "okafor 45 tomorrow", "okafor 45 video 31 feb", "okafor 30 february"};
	static const char *const because[] = {"length",	 "day", "way to meet",
					      "to come", "\"31 feb\" is no day", "\"30 february\" is no day"};
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct ch_error err = CH_NO_ERROR;
		struct ch_quick_log line;

		assert_int_equal(ch_quick_log_parse(lines[i], today(), false, &arena, &line, &err), CH_DATA);
		assert_non_null(strstr(err.message, because[i]));
	}
	ch_arena_release(&arena);
}

static void words_find_the_pair(void **state)
{
	struct scheme *s = *state;
	const char *names;
	int64_t id = 0;

	GOOD(s, ch_quick_log_find(&s->c, "chen", &s->arena, &id, &names, &s->err));
	assert_int_equal(id, s->wen_chen);
	assert_string_equal(names, "Wen Patel - Chen Okafor");
	GOOD(s, ch_quick_log_find(&s->c, "dara rosa", &s->arena, &id, &names, &s->err));
	assert_int_equal(id, s->rosa_dara);
	GOOD(s, ch_quick_log_find(&s->c, "#3", &s->arena, &id, &names, &s->err));
	assert_int_equal(id, s->rosa_li);
	assert_int_equal(ch_quick_log_find(&s->c, "okafor", &s->arena, &id, &names, &s->err), CH_DATA);
	assert_non_null(strstr(s->err.message, "Wen Patel - Chen Okafor"));
	assert_non_null(strstr(s->err.message, "Rosa Vega - Dara Okafor"));
	assert_int_equal(ch_quick_log_find(&s->c, "state:active\"-x,", &s->arena, &id, &names, &s->err), CH_MISSING);
}

static int64_t sessions_held(struct scheme *s, int64_t pairing_id)
{
	struct ch_pairing pairing;

	GOOD(s, ch_pairing_get(&s->c, pairing_id, &s->arena, &pairing, &s->err));
	return pairing.sessions_held;
}

static void two_keys_and_a_line_log_a_session(void **state)
{
	struct scheme *s = *state;
	const struct ch_list_query none_agreed = {
		.list = CH_LIST_SESSIONS, .filter = "no_actions:yes session_date:yesterday", .pairing_id = s->wen_chen};
	int64_t count = 0;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "G L");
	scheme_type(s, "45 video yesterday");
	SHOWS(s, "Rosa Vega - \xe6\x9d\x8e \xe4\xbc\x9f: 45 minutes, video, Sun 22 Nov");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "chen 45 video yesterday no actions");
	SHOWS(s, "Wen Patel - Chen Okafor: 45 minutes, video, Sun 22 Nov, no actions");
	scheme_keys(s, "Enter");
	SHOWS(s, "Session 3 of about 9 logged for Wen Patel - Chen Okafor, next due Tue 22 Dec");
	assert_int_equal(sessions_held(s, s->wen_chen), 3);
	assert_int_equal(sessions_held(s, s->rosa_li), 0);
	GOOD(s, ch_list_count(&s->c, &none_agreed, &count, &s->err));
	assert_int_equal(count, 1);
}

/* What a line means, and why it is refused, is read to its end also where that takes several rows. */
static void what_is_said_of_a_line_is_not_cut(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_open(&s->app, 0);
	scheme_type(s, "okafor 45");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 40, 10, "Wen Patel - Chen");
	SHOWS_AT(s, 40, 10, "word of the other name.");
	scheme_keys(s, "Ctrl-U Esc");
	log_open(&s->app, 0);
	SHOWS_AT(s, 40, 10, "Tab: the form");
}

/* The help key says all that the line takes, in the place of what its words mean, until the next key. */
static void the_help_key_says_what_the_line_takes(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_open(&s->app, 0);
	scheme_type(s, "chen 45");
	SHOWS(s, "Wen Patel - Chen Okafor: 45 minutes");
	scheme_keys(s, "F1");
	SHOWS(s, "17:30-18:45");
	SHOWS_AT(s, 40, 10, "2 nov.");
	SHOWS(s, "Log: chen 45");
	scheme_type(s, " ");
	SHOWS(s, "Wen Patel - Chen Okafor: 45 minutes");
}

static void a_line_that_fits_several_is_kept(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_open(&s->app, 0);
	scheme_type(s, "okafor 45");
	SHOWS(s, "\"okafor\" may be Wen Patel - Chen Okafor");
	scheme_keys(s, "Enter");
	SHOWS(s, "Log: okafor 45");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "45");
	scheme_keys(s, "Enter");
	SHOWS(s, "whose session it was is not said");
	scheme_keys(s, "Esc");
	HIDES(s, "Log: ");
	assert_int_equal(sessions_held(s, s->wen_chen), 2);
}

/* A whole name is nobody else's, though another's begins with it. */
static void a_whole_name_is_whose_it_is(void **state)
{
	struct scheme *s = *state;
	int64_t short_name = scheme_person(s, "Mair Lewis", NULL, 1 << CH_ROLE_MENTEE);
	int64_t long_name = scheme_person(s, "Mair Lewis-Jones", NULL, 1 << CH_ROLE_MENTEE);

	scheme_pairing(s, s->wen, long_name);
	scheme_pairing(s, s->wen, short_name);
	scheme_show(s, "Pairs", pairs_open);
	log_open(&s->app, 0);
	scheme_type(s, "mair lewis 45");
	SHOWS(s, "Wen Patel - Mair Lewis: 45 minutes");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "mair lewis wen patel 45");
	SHOWS(s, "Wen Patel - Mair Lewis: 45 minutes");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "Wen Patel / Mair Lewis 45");
	SHOWS(s, "Wen Patel - Mair Lewis: 45 minutes");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "mair lew 45");
	SHOWS(s, "\"mair lew\" may be Wen Patel - Mair Lewis");
}

/* What is half typed is there again, for the pair it was typed for; what was logged is not. */
static void a_line_that_was_left_is_there_again(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "g L");
	scheme_type(s, "45 vid");
	scheme_keys(s, "Esc j L");
	HIDES(s, "Log: 45");
	scheme_keys(s, "Esc k L");
	SHOWS(s, "Log: 45 vid");
	scheme_type(s, "eo");
	scheme_keys(s, "Enter L");
	HIDES(s, "Log: 45");
	scheme_type(s, "half");
	app_release(&s->app); /* as when the connection drops */
	app_init(&s->app);
	s->app.data = &s->desk;
	scheme_show(s, "Pairs", pairs_open);
	scheme_keys(s, "g L");
	SHOWS(s, "Log: half");
}

static void a_day_before_they_began_is_said_to_be(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Pairs", pairs_open);
	log_open(&s->app, s->wen_chen);
	scheme_type(s, "45 1 may 2025");
	scheme_keys(s, "Tab");
	SHOWS(s, "Ctrl-S saves; that day is before they began, on ");
	scheme_keys(s, "Ctrl-S");
	SHOWS_AT(s, 200, 60, "before they began on ");
}

static void a_guide_with_one_pairing_need_not_name_it(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	scheme_show(s, "My pairs", pairs_open);
	log_open(&s->app, 0);
	scheme_type(s, "50");
	SHOWS(s, "Wen Patel - Chen Okafor: 50 minutes, today");
	scheme_keys(s, "Enter");
	assert_int_equal(sessions_held(s, s->wen_chen), 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_taken_apart),
		cmocka_unit_test(what_contradicts_itself_is_refused),
		cmocka_unit_test_setup_teardown(words_find_the_pair, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(two_keys_and_a_line_log_a_session, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(the_help_key_says_what_the_line_takes, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_line_that_fits_several_is_kept, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_whole_name_is_whose_it_is, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(what_is_said_of_a_line_is_not_cut, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_line_that_was_left_is_there_again, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_day_before_they_began_is_said_to_be, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_guide_with_one_pairing_need_not_name_it, scheme_setup,
						scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
