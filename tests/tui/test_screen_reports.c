/* The reports: their list, one of them, a row of it in full, and that they follow the scheme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "scheme.h"
#include "tui/screens/screens.h"

static struct scheme *shown(void **state)
{
	struct scheme *s = *state;

	scheme_show(s, "Reports", reports_open);
	return s;
}

/* The list of the reports with the focus on the one with this title. */
static struct scheme *shown_at(void **state, const char *title)
{
	struct scheme *s = shown(state);

	for (size_t i = 0; strcmp(ch_report_at((size_t)list_row(s->app.top->list)->id - 1)->title, title) != 0; i++) {
		assert_true(i < ch_report_count());
		scheme_keys(s, "j");
	}
	return s;
}

static struct scheme *shown_report(void **state, const char *title)
{
	struct scheme *s = shown_at(state, title);

	scheme_keys(s, "Enter");
	return s;
}

static void every_report_is_listed(void **state)
{
	struct scheme *s = shown(state);

	SHOWS(s, "Reports | ");
	for (size_t i = 0; i < ch_report_count(); i++)
		SHOWS_AT(s, 80, 70, ch_report_at(i)->title);
	scheme_dump(s, 80, 24);
	assert_non_null(strstr(scheme_row(s, ">  For the board (page)"), "  The scheme in figures"));
	shown_at(state, "Action log");
	assert_non_null(strstr(scheme_row(s, ">  Action log"), "  Every action set in the period"));
	SHOWS(s, "What it says is the pair's alone."); /* in full below */
	SHOWS(s, "  Action log\n"); /* and named in the status row */
}

/* By words of the title or of what it is about, in any order; going through what is left stays within it. */
static void reports_are_filtered(void **state)
{
	struct scheme *s = shown(state);

	scheme_keys(s, "f B o a r d");
	SHOWS(s, "For the board (page)");
	HIDES(s, "Action log");
	scheme_keys(s, "Enter G g Enter");
	SHOWS(s, "For the board");
	scheme_keys(s, "q Esc f h a n d - o v");
	SHOWS(s, "For the next coordinator (page)"); /* as `chiron report` and the guide call it */
	scheme_keys(s, "Esc f z z z");
	SHOWS(s, "Nothing fits \"zzz\"");
	scheme_keys(s, "Esc");
	scheme_dump(s, 80, 70);
	SHOWS(s, "Action log");
}

/* What chiron has is written to a file, which under another name is one of one's own. */
static void a_report_is_copied_and_added_as_ones_own(void **state)
{
	static const char path[] = "our-action.sql";
	struct scheme *s = shown_at(state, "Action log");

	remove(path);
	scheme_keys(s, "w");
	SHOWS(s, "our-action-log.sql");
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	SHOWS(s, "Written: our-action.sql. ");
	scheme_keys(s, "a");
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	SHOWS(s, "our-action is added");
	remove(path);
}

/* A page is several reports: no spreadsheet is offered for it, and whoever asks for one is told where it is. */
static void a_page_is_offered_as_no_spreadsheet(void **state)
{
	struct scheme *s = shown_report(state, "For the board");

	scheme_keys(s, "w");
	SHOWS(s, ".html for a browser, .txt for a letter, .json for programs");
	HIDES(s, ".csv");
	scheme_type(s, "board.csv");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 160, 40, "it is several reports, which CSV has no room for: open one of them in 6 Reports, and w");
}

static void a_report_shows_its_rows(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");
	const char *row;

	SHOWS(s, "Activity of each pairing\n");
	SHOWS(s, "Every pairing that is not closed");
	SHOWS(s, "programmes, from the beginning until today.");
	SHOWS(s, "1 of 3  Autumn, ");
	scheme_dump(s, 200, 60);
	row = scheme_row(s, "Chen Okafor   ");
	assert_non_null(strstr(row, "Wen Patel"));
	assert_non_null(strstr(row, "active"));   /* a choice by its label */
	assert_non_null(strstr(row, "1h45"));     /* minutes as a length */
	assert_non_null(strstr(row, "Mon 2 Nov")); /* a date with its day */
	scheme_keys(s, "q");
	SHOWS(s, "Reports | ");
}

static void the_group_gives_way_to_the_names(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");

	SHOWS_AT(s, 200, 60, "   Programme ");
	scheme_dump(s, 40, 10);
	assert_non_null(strstr(scheme_row(s, "   Mentor or coach"), "Mentee"));
	assert_null(strstr(s->dump.text, "Programme"));
	SHOWS_AT(s, 40, 10, "Chen Okafor");
	SHOWS_AT(s, 40, 10, "Enter:whole row");
}

static void words_are_found(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");

	scheme_keys(s, "g /");
	scheme_type(s, "chen");
	scheme_keys(s, "Enter");
	assert_non_null(strstr(scheme_row(s, ">  "), "Chen Okafor"));
	scheme_keys(s, "/");
	scheme_type(s, "nobody at all");
	scheme_keys(s, "Enter");
	SHOWS(s, "No row has \"nobody at all\"");
	scheme_keys(s, "Space");
	SHOWS(s, "Space does nothing here"); /* there is nothing to mark rows for */
}

static void a_row_is_shown_in_full(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");

	scheme_keys(s, "/");
	scheme_type(s, "chen");
	scheme_keys(s, "Enter Enter");
	SHOWS_AT(s, 40, 10, "Activity of each pairing | ");
	SHOWS_AT(s, 40, 10, "Mentee or coachee  Chen Okafor");
	scheme_dump(s, 80, 24);
	assert_non_null(strstr(scheme_row(s, "   Length "), "1h45"));
	assert_non_null(strstr(scheme_row(s, "   What it tells "), "Every pairing"));
	scheme_keys(s, "J J J J");
	SHOWS(s, "This is the last row of the report");
	SHOWS(s, "Activity of each pairing | 3 of 3");
	scheme_keys(s, "K K");
	SHOWS(s, "Activity of each pairing | 1 of 3");
	scheme_keys(s, "K");
	SHOWS(s, "This is the first row of the report");
	scheme_keys(s, "q j k");
	SHOWS(s, "1 of 3  Autumn, ");
}

static void it_follows_the_scheme(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");

	scheme_keys(s, "/");
	scheme_type(s, "chen");
	scheme_keys(s, "Enter");
	scheme_session(s, s->wen_chen, "2026-11-20", 30);
	app_changed(&s->app);
	scheme_dump(s, 200, 60);
	assert_non_null(strstr(scheme_row(s, ">  "), "2h15"));
	scheme_keys(s, "Enter");
	scheme_session(s, s->wen_chen, "2026-11-21", 30);
	app_changed(&s->app);
	scheme_dump(s, 80, 24);
	assert_non_null(strstr(scheme_row(s, "   Length "), "2h45"));
}

static void rows_come_and_go(void **state)
{
	struct scheme *s = shown_report(state, "Time given by each mentor and coach");

	SHOWS(s, "1 of 1  Wen Patel");
	scheme_session(s, s->rosa_dara, "2026-11-20", 300);
	app_changed(&s->app);
	scheme_dump(s, 80, 24);
	assert_non_null(strstr(scheme_row(s, ">  "), "Rosa Vega")); /* the most first; the cursor keeps its place */
	SHOWS(s, "1 of 2  Rosa Vega");
}

static void there_is_nothing_to_report(void **state)
{
	struct scheme *s = shown_report(state, "Activity of each pairing");

	SHOWS(s, "   Nothing to report. This fills by itself as the scheme is used.");
	SHOWS(s, "   Every pairing that is not closed"); /* below */
	HIDES(s, "Enter:");
	SHOWS_AT(s, 40, 10, "   Nothing to report. This fills by");
	SHOWS_AT(s, 40, 10, "   Every pairing that is not closed");
	scheme_keys(s, "Enter");
	SHOWS(s, "! \"whole row\" is not possible");
}

static void every_report_opens(void **state)
{
	struct scheme *s = shown(state);

	for (size_t i = 0; i < ch_report_count(); i++) {
		const char *title = ch_report_at(i)->title;

		scheme_dump(s, 80, 24);
		scheme_keys(s, "Enter");
		assert_non_null(strstr(scheme_row(s, title), "chiron | "));
		HIDES(s, "could not be read");
		SHOWS_AT(s, 40, 10, title);
		SHOWS_AT(s, 200, 60, "Here:");
		HIDES(s, "could not be read");
		scheme_dump(s, 80, 24);
		scheme_keys(s, "q j");
	}
}

static void a_small_window_tells_in_the_status_row(void **state)
{
	struct scheme *s = shown_at(state, "Action log");

	scheme_dump(s, 40, 10);
	assert_string_equal(scheme_row(s, ">  "), ">  Action log");
	assert_non_null(strstr(scheme_row(s, "Every action set"), " of "));
}

static void a_page_lists_its_parts(void **state)
{
	struct scheme *s = shown_report(state, "Month-end report");

	SHOWS(s, ">    In short"); /* the first part that can be read */
	assert_non_null(strstr(scheme_row(s, "     Attendance "), " 1  "));
	scheme_keys(s, "/");
	scheme_type(s, "attendance");
	scheme_keys(s, "Enter Enter");
	SHOWS(s, "Chen Okafor");
	scheme_keys(s, "q");
	SHOWS(s, ">    Attendance");
}

static void what_is_reported_on_is_chosen(void **state)
{
	struct scheme *s = shown_report(state, "Month-end report");

	scheme_keys(s, "f Ctrl-U");
	scheme_type(s, "from:2026-12-01 to:2026-11-01");
	scheme_keys(s, "Enter");
	SHOWS(s, "the period ends before it begins");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "programme:autumn since:monday");
	scheme_keys(s, "Enter");
	SHOWS(s, "\"since\" is none of");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, "programme:autumn from:\"1 nov\" to:\"5 nov\"");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 200, 60, "Here: programme Autumn, from Sun 1 Nov until Thu 5 Nov.");
	assert_non_null(strstr(scheme_row(s, "     Attendance "), " 1  "));
	scheme_keys(s, "f Ctrl-U");
	scheme_type(s, "from:1 oct to:31 oct programme:autumn");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 200, 60, "Here: programme Autumn, from Thu 1 Oct until Sat 31 Oct.");
	scheme_keys(s, "f Ctrl-U");
	scheme_type(s, "last month");
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 200, 60, "Here: all programmes, from Thu 1 Oct until Sat 31 Oct.");
	scheme_keys(s, "f Ctrl-U");
	scheme_type(s, "to:2026-01-31");
	scheme_keys(s, "Enter");
	assert_non_null(strstr(scheme_row(s, "     Attendance "), " 0  "));
}

/* Writes the report that is shown to a file of that name, which then holds `text`. */
static void write_as(struct scheme *s, const char *name, const char *text)
{
	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, name));
	scheme_keys(s, "Enter");
	char *written = temp_dir_read(s->dir, name, NULL);
	assert_non_null(strstr(written, text));
	free(written);
}

static void a_report_is_written_to_a_file(void **state)
{
	struct scheme *s = shown_report(state, "Attendance");
	char *html;

	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, "attendance.doc");
	scheme_keys(s, "Enter");
	SHOWS(s, "the name ends in .html");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, "a.html"));
	scheme_keys(s, "Enter");
	SHOWS_AT(s, 200, 60, "a.html");
	html = temp_dir_read(s->dir, "a.html", NULL);
	assert_non_null(strstr(html, "<bdi>Chen Okafor</bdi>"));
	free(html);
	scheme_keys(s, "w Ctrl-U");
	scheme_type(s, temp_dir_file(s->dir, "a.csv"));
	scheme_keys(s, "Enter");
	html = temp_dir_read(s->dir, "a.csv", NULL);
	assert_non_null(strstr(html, "Chen Okafor"));
	assert_null(strstr(html, "<bdi>"));
	free(html);
	write_as(s, "a.txt", "Chen Okafor");
	write_as(s, "a.json", "\":\"Chen Okafor\"");
	temp_dir_write(s->dir, "a.html", "mine");
	for (int i = 0; i < 2; i++) { /* Enter means no; the word means yes */
		scheme_keys(s, "w Ctrl-U");
		scheme_type(s, temp_dir_file(s->dir, "a.html"));
		scheme_keys(s, "Enter");
		SHOWS_AT(s, 200, 60, "is there already. Replace it?");
		scheme_type(s, i == 0 ? "" : "yes");
		scheme_keys(s, "Enter");
		html = temp_dir_read(s->dir, "a.html", NULL);
		assert_int_equal(strcmp(html, "mine") == 0, i == 0);
		free(html);
	}
}

static void the_scheme_has_reports_of_its_own(void **state)
{
	struct scheme *s = shown(state);
	const char *path = temp_dir_write(s->dir, "roles.sql",
					  "-- report: roles\n-- title: People by role\n-- about: How many.\n"
					  "-- columns: roles:text:Roles, people:number:People\n"
					  "SELECT roles, count(*) FROM person GROUP BY roles\n");

	scheme_keys(s, "a");
	scheme_type(s, "nowhere.sql");
	scheme_keys(s, "Enter");
	SHOWS(s, "nowhere.sql cannot be read");
	scheme_keys(s, "Ctrl-U");
	scheme_type(s, path);
	scheme_keys(s, "Enter");
	SHOWS(s, "roles is added");
	scheme_keys(s, "G");
	SHOWS(s, ">  People by role (your own)");
	scheme_keys(s, "Enter");
	SHOWS(s, "   Roles ");
	SHOWS(s, "mentee");
	scheme_keys(s, "q d");
	SHOWS(s, "roles is removed");
	HIDES(s, "People by role");
	scheme_keys(s, "G d");
	SHOWS(s, "it comes with chiron: only what you added is removed");
}

static void a_guide_is_refused(void **state)
{
	struct scheme *s = *state;

	scheme_act_as(s, s->wen);
	shown(state);
	scheme_keys(s, "Enter");
	SHOWS(s, "! This list could not be read: ");
	HIDES(s, "Chen Okafor");
}

/* ---- A report that takes long ---- */

static int64_t slow_clock(void *data)
{
	return *(int64_t *)data += 200; /* milliseconds at each look */
}

static bool next_is_escape(void *data, struct event *event)
{
	if (*(int64_t *)data < 1000)
		return false;
	*event = (struct event){.type = EVENT_KEY, .key = K_ESC};
	return true;
}

static void draw_work(void *data)
{
	(void)data;
}

static void a_long_report_can_be_stopped(void **state)
{
	struct scheme *s = shown(state);
	int64_t now = 0;

	s->app.outside = (struct app_outside){
		.next = next_is_escape, .draw = draw_work, .now = slow_clock, .data = &now};
	while (strcmp(ch_report_at((size_t)list_row(s->app.top->list)->id - 1)->name, "month-end") != 0)
		scheme_keys(s, "j");
	scheme_keys(s, "Enter");
	s->app.outside = (struct app_outside){.next = NULL};
	SHOWS(s, "stopped; nothing was changed");
	assert_true(now >= 1000); /* and not before that key */
	scheme_keys(s, "q Enter");
	SHOWS(s, "Sessions by month"); /* it can be read again */
}

static void months_are_a_sparkline_too(void **state)
{
	struct scheme *s = shown_report(state, "Sessions by month");

	SHOWS(s, "Sessions: █ █");
	SHOWS(s, " from 1 (2026-09) to 1 (2026-11), at most 1 (2026-09), at least\n");
}

/* A check of one's own stands with the reports, where it is removed; Today leads there from one that does not run. */
static void a_check_of_ones_own_is_mended_or_removed_here(void **state)
{
	struct scheme *s = *state;
	struct ch_own_file added;
	bool replaced;

	GOOD(s, ch_own_file_add(&s->c, "silly.sql",
				"-- check: silly\n-- rule: R81\n-- severity: warn\n-- subject: person\n-- harm: 1\n"
				"-- title: Silly\n-- says: {who} is silly\n-- why: Silly.\n-- fix: laugh\n"
				"-- command: chiron person show {subject_id}\n"
				"SELECT person_id AS subject_id, NULL AS pairing_id, NULL AS programme_id,\n"
				"	name AS who FROM person WHERE json_extract(name, '$.a') IS NOT NULL\n",
				&s->arena, &added, &replaced, &s->err));
	scheme_show(s, "Today", today_open);
	scheme_dump(s, 80, 24);
	scheme_keys(s, "/");
	scheme_type(s, "does not run");
	scheme_keys(s, "Enter Enter");
	SHOWS(s, ">  Silly (your check)");
	SHOWS(s, "What it finds stands in Today. Silly.");
	scheme_keys(s, "Enter");
	SHOWS(s, "w copies it to a file");
	scheme_keys(s, "d");
	SHOWS(s, "silly is removed");
	HIDES(s, "(your check)");
}

/* What a report says in sentences is not cut where there is room. */
static void sentences_take_the_whole_row(void **state)
{
	struct scheme *s = shown_report(state, "In short");

	SHOWS(s, ">  Taking part today: mentors and coaches 2, mentees and coachees 4.");
}

#define WITH(test, setup) cmocka_unit_test_setup_teardown(test, setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(every_report_is_listed, scheme_setup),
		WITH(reports_are_filtered, scheme_setup),
		WITH(a_report_is_copied_and_added_as_ones_own, scheme_setup),
		WITH(a_page_is_offered_as_no_spreadsheet, scheme_setup),
		WITH(a_report_shows_its_rows, scheme_setup),
		WITH(the_group_gives_way_to_the_names, scheme_setup),
		WITH(words_are_found, scheme_setup),
		WITH(a_row_is_shown_in_full, scheme_setup),
		WITH(it_follows_the_scheme, scheme_setup),
		WITH(rows_come_and_go, scheme_setup),
		WITH(there_is_nothing_to_report, scheme_setup_empty),
		WITH(every_report_opens, scheme_setup),
		WITH(every_report_opens, scheme_setup_empty),
		WITH(a_small_window_tells_in_the_status_row, scheme_setup),
		WITH(a_page_lists_its_parts, scheme_setup),
		WITH(what_is_reported_on_is_chosen, scheme_setup),
		WITH(a_report_is_written_to_a_file, scheme_setup),
		WITH(the_scheme_has_reports_of_its_own, scheme_setup),
		WITH(a_long_report_can_be_stopped, scheme_setup),
		WITH(a_guide_is_refused, scheme_setup),
		WITH(months_are_a_sparkline_too, scheme_setup),
		WITH(a_check_of_ones_own_is_mended_or_removed_here, scheme_setup),
		WITH(sentences_take_the_whole_row, scheme_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
