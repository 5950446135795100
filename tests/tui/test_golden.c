/*
 * Golden screens: every screen as text, at a usual, a small and a wide window,
 * without data, with everyday data and with extreme data. The files are
 * tests/tui/golden/SCREEN-DATA-WIDTHxHEIGHT.txt, read by whoever reviews a
 * change; `make accept` writes them again.
 *
 * A screen is a row of the table below.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens.h"

#define FOLDER "tests/tui/golden/"

enum { TEXT_MAX = 1 << 18 };

struct golden {
	const char *screen; /* in the name of its files */
	const char *tab;    /* its label */
	struct screen *(*open)(struct app *app);
	const char *keys; /* pressed then, by name: "Enter ?" */
};

static const struct golden screens[] = {
	{"today", "Today", today_open, ""},
	{"today-snooze", "Today", today_open, "z"},
	{"snoozed", "Today", today_open, "x s n o o z e d Enter"},
	{"people", "People", people_open, ""},
	{"people-last", "People", people_open, "G"},
	{"people-help", "People", people_open, "?"},
	{"people-palette", "People", people_open, ":"},
	{"people-filter", "People", people_open, "f o k a"},
	{"people-sort", "People", people_open, "s"},
	{"person", "People", people_open, "j Enter"},
	{"person-add", "People", people_open, "a"},
	{"pairs", "Pairs", pairs_open, ""},
	{"pairing", "Pairs", pairs_open, "Enter"},
	{"actions", "Actions", actions_open, ""},
	{"reports", "Reports", reports_open, ""},
	{"report", "Reports", reports_open, "Enter"},
	{"programmes", "Programmes", programmes_open, ""},
	/* These propose pairs, which the screens above do not show. */
	{"board", "Programmes", programmes_open, "m"},
	{"board-left-out", "Programmes", programmes_open, "m Tab"},
	{"board-others", "Programmes", programmes_open, "m O"},
	{"board-criteria", "Programmes", programmes_open, "m W"},
};

static const int sizes[][2] = {{80, 24}, {40, 10}, {140, 45}};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Extreme data ------------------------------------------------------------------- */

/* Names as long, wide, joined, marked and right to left as they come, and more of them than a page holds. */
static void make_extreme(struct scheme *s)
{
	static const char *const names[] = {
		"Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh, Hubert Blaine the Elder of Upper Slaughter",
		"\u738b\u5c0f\u660e\u9673\u5927\u6587\u674e\u56db\u5f20\u4e09\u738b\u4e94\u8d75\u516d\u5b59\u4e03",
		"\u05d0\u05d1\u05e8\u05d4\u05dd \u05d1\u05df \u05d9\u05e6\u05d7\u05e7 \u05d4\u05dc\u05d5\u05d9",
		"\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 Family \U0001f1ee\U0001f1f9",
		"Z\u0351\u036b\u0343a\u0300\u0301\u0302l\u0334g\u0335o\u0336 Marks",
		"X",
	};
	char name[256], email[64];

	for (int i = 0; i < 60; i++) {
		snprintf(name, sizeof(name), "%s %02d", names[(size_t)i % COUNT(names)], i);
		snprintf(email, sizeof(email), "extreme.%02d.with-a-long-mailbox-name@subdomain.example.org", i);
		scheme_person(s, name, email,
			      1 << (i % 2 == 0 ? CH_ROLE_MENTOR : CH_ROLE_MENTEE));
	}
}

static int setup_extreme(void **state)
{
	int result = scheme_setup(state);

	make_extreme(*state);
	return result;
}

/* ---- Comparing ---------------------------------------------------------------------- */

static void press(struct scheme *s, const char *keys)
{
	while (*keys != '\0') {
		size_t length = strcspn(keys, " ");
		struct event event = {.type = EVENT_KEY, .key = key_named(keys, length), .at = s->app.now + 2000};

		assert_int_not_equal(event.key, K_NONE);
		app_handle(&s->app, &event);
		scheme_dump(s, s->canvas.width, s->canvas.height);
		keys += length;
		keys += strspn(keys, " ");
	}
}

static bool is_accepting(void)
{
	const char *accept = getenv("ACCEPT");

	return accept != NULL && *accept != '\0';
}

static void write_golden(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		fail_msg("%s cannot be written", path);
}

/* How many rows differ, each shown; a file that is not there differs in all. */
static int compare(const char *path, const char *text)
{
	static char wanted[TEXT_MAX];
	const char *at = wanted;
	FILE *file = fopen(path, "r");
	size_t length = file != NULL ? fread(wanted, 1, sizeof(wanted) - 1, file) : 0;
	int differing = 0;

	if (file != NULL)
		fclose(file);
	wanted[length] = '\0';
	while (*text != '\0' || *at != '\0') {
		size_t here = strcspn(text, "\n"), there = strcspn(at, "\n");

		if (here != there || strncmp(text, at, here) != 0) {
			if (differing++ == 0)
				print_error("# %s differs; `make accept` takes what is drawn now\n", path);
			print_error("# -%.*s\n# +%.*s\n", (int)there, at, (int)here, text);
		}
		text += here + (text[here] == '\n');
		at += there + (at[there] == '\n');
	}
	return differing;
}

/* Draws the screen at a size, and compares it, or accepts it. */
static int check(struct scheme *s, const struct golden *golden, const char *data, const int size[2])
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	char path[256];
	int differing = 0;

	app_release(&s->app);
	app_init(&s->app);
	scheme_show(s, golden->tab, golden->open);
	scheme_dump(s, size[0], size[1]);
	press(s, golden->keys);
	ch_buffer_add(&text, scheme_dump(s, size[0], size[1]));
	ch_buffer_printf(&text, "-- cursor: row %d, column %d\n", s->canvas.cursor_y + 1, s->canvas.cursor_x + 1);
	snprintf(path, sizeof(path), FOLDER "%s-%s-%dx%d.txt", golden->screen, data, size[0], size[1]);
	if (is_accepting())
		write_golden(path, text.text);
	else
		differing = compare(path, text.text);
	ch_buffer_release(&text);
	return differing;
}

static void check_all(struct scheme *s, const char *data)
{
	int differing = 0;

	for (size_t i = 0; i < COUNT(screens); i++)
		for (size_t j = 0; j < COUNT(sizes); j++)
			differing += check(s, &screens[i], data, sizes[j]);
	assert_int_equal(differing, 0);
}

static void without_data(void **state)
{
	check_all(*state, "empty");
}

static void with_everyday_data(void **state)
{
	check_all(*state, "everyday");
}

static void with_extreme_data(void **state)
{
	check_all(*state, "extreme");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(without_data, scheme_setup_empty, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_everyday_data, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_extreme_data, setup_extreme, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
