/*
 * Golden screens: every screen as text, at a usual, a small and a wide window,
 * without data, with everyday data and with extreme data. The files are
 * tests/tui/golden/SCREEN-DATA-WIDTHxHEIGHT.txt, read by whoever reviews a
 * change; `make accept` writes them again.
 *
 * A screen is a row of the table in every_screen.h.
 */
#include <dirent.h>
#include <fnmatch.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "every_screen.h"
#include "scheme.h"

#define FOLDER "tests/tui/golden/"

enum { TEXT_MAX = 1 << 18 };

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
	int64_t ids[60];
	char name[256], email[80];

	for (int i = 0; i < 60; i++) {
		snprintf(name, sizeof(name), "%s %02d", names[(size_t)i % COUNT(names)], i);
		snprintf(email, sizeof(email), "extreme.%02d.with-a-long-mailbox-name@subdomain.example.org", i);
		ids[i] = scheme_person(s, name, email, 1 << (i % 2 == 0 ? CH_ROLE_MENTOR : CH_ROLE_MENTEE));
	}
	for (size_t i = 0; i < COUNT(names); i += 2) {
		int64_t pairing = scheme_pairing(s, ids[i], ids[i + 1]);

		scheme_start(s, pairing);
		scheme_session(s, pairing, "2026-11-20", 600);
		scheme_action(s, pairing, CH_SIDE_LEARNER, "2026-11-22",
			      "A long text, \u5f88\u957f\u7684\u6587, with all that there is to do in it");
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
	s->c.actor = (struct ch_actor){.name = "coordinator", .channel = "test"};
	scheme_show(s, golden->tab, golden->open);
	scheme_dump(s, size[0], size[1]);
	if (golden->over != NULL) {
		golden->over(&s->app);
		scheme_dump(s, size[0], size[1]);
	}
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

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; at != NULL && (at = strstr(at, word)) != NULL; at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool is_shown(const char *source)
{
	for (size_t i = 0; i < COUNT(screens); i++)
		if (has_word(screens[i].shows, source))
			return true;
	return false;
}

/* A source of the folder that has a screen or a form of its own is shown by a row of the table; how many there are. */
static int screens_of(const char *name)
{
	static char text[TEXT_MAX];
	DIR *folder = opendir(name);
	struct dirent *entry;
	char path[512];
	int count = 0;

	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		FILE *file;
		size_t length;

		if (fnmatch("*.c", entry->d_name, 0) != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", name, entry->d_name);
		file = fopen(path, "r");
		assert_non_null(file);
		length = fread(text, 1, sizeof(text) - 1, file);
		fclose(file);
		text[length] = '\0';
		if (strstr(text, "static const struct screen_ops ") == NULL && strstr(text, "form_new(&") == NULL &&
		    strstr(text, "record_form_open(app") == NULL)
			continue;
		count++;
		if (!is_shown(entry->d_name))
			fail_msg("%s has a screen or a form that no golden screen shows: add a row", path);
	}
	closedir(folder);
	return count;
}

static void every_screen_is_here(void **state)
{
	(void)state;
	assert_in_range(screens_of("src/tui/screens"), 40, 1000); /* it is there that they are */
	assert_in_range(screens_of("src/tui/widgets"), 3, 1000);
	screens_of("src/tui");
}

/* A file that no row draws any more would be read as if it were still so. */
static void no_file_is_left_over(void **state)
{
	static const char *const data[] = {"empty", "everyday", "extreme"};
	DIR *folder = opendir(FOLDER);
	struct dirent *entry;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder)) != NULL) {
		bool drawn = entry->d_name[0] == '.';
		char name[256];

		for (size_t i = 0; i < COUNT(screens) && !drawn; i++)
			for (size_t j = 0; j < COUNT(data) * COUNT(sizes) && !drawn; j++) {
				const int *size = sizes[j % COUNT(sizes)];

				snprintf(name, sizeof(name), "%s-%s-%dx%d.txt", screens[i].screen,
					 data[j / COUNT(sizes)], size[0], size[1]);
				drawn = strcmp(entry->d_name, name) == 0;
			}
		if (!drawn)
			fail_msg(FOLDER "%s is drawn by no row of the table: remove it", entry->d_name);
	}
	closedir(folder);
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
		cmocka_unit_test(every_screen_is_here),
		cmocka_unit_test(no_file_is_left_over),
		cmocka_unit_test_setup_teardown(without_data, scheme_setup_empty, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_everyday_data, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(with_extreme_data, setup_extreme, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
