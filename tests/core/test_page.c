/*
 * Pages: the form of their files, what they put together, and their HTML: its colours, and its structure, which those
 * who hear a page find their way by (WCAG 2.2).
 */
#include "check_scheme.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "core/report/page_file.h"

static void refused(const char *text, const char *message)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct page_file page;

	assert_int_equal(page_file_parse("board.txt", text, &arena, &page, &err), CH_DATA);
	assert_string_equal(err.message, message);
	ch_arena_release(&arena);
}

#define HEAD "page: board\ntitle: For the board\nabout: All of it\n"

static void test_what_a_file_is_told(void **state)
{
	(void)state;
	refused("", "board.txt:1: the header has no \"page\"");
	refused("page: board\nabout: All\n\n# One\n", "board.txt:1: the header has no \"title\"");
	refused("page: bored\ntitle: For\nabout: All\n# One\n", "board.txt:1: \"bored\" is not the name of its file: "
		"call the file bored.txt, or change this line");
	refused(HEAD "title: Again\n", "board.txt:4: \"title\" is given twice");
	refused("page: board\ntitle:\n", "board.txt:2: \"title\" has no value");
	refused(HEAD, "board.txt:1: there is nothing below the header");
	refused(HEAD "\n#\n", "board.txt:5: there is nothing after the mark of a heading or report");
	refused(HEAD "report:\n", "board.txt:4: there is nothing after the mark of a heading or report");
}

static void test_parts(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct page_file page;

	(void)state;
	assert_int_equal(page_file_parse("board.txt",
					 HEAD "\n# How it went \nWell,\nas always.\n\nAnd so on.\nreport: hours\n",
					 &arena, &page, &err),
			 CH_OK);
	assert_int_equal(page.part_count, 4);
	assert_string_equal(page.parts[0].text, "How it went");
	assert_string_equal(page.parts[1].text, "Well, as always.");
	assert_int_equal(page.parts[2].kind, CH_PAGE_TEXT);
	assert_int_equal(page.parts[3].kind, CH_PAGE_REPORT);
	assert_string_equal(page.parts[3].text, "hours");
	ch_arena_release(&arena);
}

/* Of the pages that are part of the program each runs, and names only reports that there are. */
static void test_every_page_runs(void **state)
{
	struct check_scheme *scheme = *state;
	size_t pages = 0;

	for (size_t i = 0; i < ch_report_count(); i++) {
		struct ch_report_query query = {.name = ch_report_at(i)->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
		struct ch_error err = CH_NO_ERROR;
		struct ch_page page;

		if (ch_page_run(&scheme->c, &query, &scheme->arena, &page, &err) != CH_OK)
			fail_msg("%s: %s", query.name, err.message);
		assert_string_equal(page.info->name, query.name);
		assert_int_equal(page.info->page, page.part_count > 1);
		pages += page.info->page;
	}
	assert_true(pages >= 2);
}

static const char *html_of(struct check_scheme *scheme, struct ch_report_query query)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_page page;

	assert_int_equal(ch_page_run(&scheme->c, &query, &scheme->arena, &page, &err), CH_OK);
	ch_page_add_html(&page, &out);
	const char *html = ch_arena_copy(&scheme->arena, out.text);

	ch_buffer_release(&out);
	return html;
}

static void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("there is no %s in\n%s", part, text);
}

static void test_html_has_headers_and_says_its_chart(void **state)
{
	const char *html = html_of(
		*state, (struct ch_report_query){
				.name = "hours", .programme_id = 1, .from = ch_date_of(2026, 1, 1), .to = CH_NO_DATE});

	assert_has(html, "<html lang=\"en\">");
	assert_has(html, ", programme Mentoring, from 1 January 2026 to 23 November 2026</p>");
	assert_has(html, "<th scope=\"col\">Mentor or coach</th>");
	assert_has(html, "<tr><th scope=\"row\"><bdi>Ada</bdi></th><td class=\"n\">1</td><td class=\"n\">2</td>");
	html = html_of(*state, (struct ch_report_query){.name = "hours", .from = CH_NO_DATE, .to = CH_NO_DATE});
	assert_has(html, "Length: at most 2h (Ada), at least 1h (Cyd). The bars repeat this column.</p>");
	assert_has(html, "<td aria-hidden=\"true\"><svg");
	assert_null(strstr(html, "<script"));
	assert_null(strstr(html, "://"));
}

/* Markup and control characters of data are text on the page. */
static void test_html_escapes(void **state)
{
	run_sql(*state, "UPDATE person SET name = '<b>A&\"' || char(27) || '[2J' WHERE person_id = 1");
	const char *html =
		html_of(*state, (struct ch_report_query){.name = "hours", .from = CH_NO_DATE, .to = CH_NO_DATE});

	assert_has(html, "<bdi>&lt;b&gt;A&amp;&quot;\\x1b[2J</bdi>");
	assert_null(strchr(html, 27));
}

/* ---- Colours ---- */

/* Relative luminance of "#1b1b1b" or "#fff" (WCAG 2.2). */
static double luminance(const char *hex)
{
	static const double weights[] = {0.2126, 0.7152, 0.0722};
	size_t digits = 0;
	double sum = 0;

	assert_int_equal(*hex, '#');
	while (isxdigit((unsigned char)hex[1 + digits]))
		digits++;
	assert_true(digits == 3 || digits == 6);
	for (size_t i = 0; i < 3; i++) {
		char pair[3] = {hex[1 + i * digits / 3], hex[1 + i * digits / 3 + (digits == 6)]};
		double part = (double)strtol(pair, NULL, 16) / 255;

		sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static double contrast(const char *one, const char *other)
{
	double a = luminance(one), b = luminance(other);

	return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

/* Where the colour of that name is set behind `set`. */
static const char *colour(const char *set, const char *name)
{
	const char *found = strstr(set, name);

	assert_non_null(found);
	return found + strlen(name);
}

/* In light, in dark and in print: words have 4.5 at least, the bars and the lines of tables 3 (1.4.3, 1.4.11). */
static void test_colours_stand_out(void **state)
{
	static const struct {
		const char *name;
		double least;
	} inks[] = {{"--ink:", 7}, {"--quiet:", 4.5}, {"--bar:", 3}, {"--line:", 3}};
	const char *html =
		html_of(*state, (struct ch_report_query){.name = "hours", .from = CH_NO_DATE, .to = CH_NO_DATE});
	const char *end = strstr(html, "</style>");
	size_t sets = 0;

	for (const char *set = strstr(html, ":root{"); set != NULL && set < end;
	     set = strstr(set + 1, ":root{"), sets++)
		for (size_t i = 0; i < sizeof(inks) / sizeof(inks[0]); i++) {
			double got = contrast(colour(set, inks[i].name), colour(set, "--paper:"));

			if (got < inks[i].least)
				fail_msg("%s of set %zu: %.2f, and %.1f is needed", inks[i].name, sets + 1, got,
					 inks[i].least);
		}
	assert_int_equal(sets, 3);
	for (const char *at = strstr(html, "<style>"); at < end; at++) /* no colour but of these sets */
		assert_false(strncmp(at, "color:", 6) == 0 && at[-1] != '-' && strncmp(at + 6, "var(", 4) != 0);
	assert_true(fabs(contrast("#000", "#ffffff") - 21) < 0.001);
	assert_true(fabs(contrast("#767676", "#fff") - 4.54) < 0.01);
}

/* ---- Structure ---- */

static size_t count_of(const char *from, const char *to, const char *part)
{
	size_t count = 0;

	for (const char *at = strstr(from, part); at != NULL && at < to; at = strstr(at + 1, part))
		count++;
	return count;
}

/* Every table has its name, its headers, and as many cells in each row as there are headers. */
static void check_tables(const char *html, const char *name)
{
	for (const char *table = strstr(html, "<table>"); table != NULL; table = strstr(table + 1, "<table>")) {
		const char *end = strstr(table, "</table>"), *body = strstr(table, "<tbody>");
		size_t rows = count_of(body, end, "<tr>");

		assert_int_equal(strncmp(table, "<table><caption>", 16), 0);
		if (count_of(table, body, "scope=\"col\"") * rows !=
		    count_of(body, end, "</td>") + count_of(body, end, "</th>") - count_of(body, end, "<svg"))
			fail_msg("%s: a row has more or fewer cells than its table has headers: %.300s", name, table);
		assert_int_equal(count_of(body, end, "scope=\"row\""), rows);
		assert_int_equal(count_of(body, end, "<svg"), count_of(body, end, "<td aria-hidden=\"true\"><svg"));
	}
}

/* Headings go down by one level at most, and nothing is fetched from elsewhere. */
static void test_every_page_is_found_through_by_ear(void **state)
{
	for (size_t i = 0; i < ch_report_count(); i++) {
		struct ch_report_query query = {.name = ch_report_at(i)->name, .from = CH_NO_DATE, .to = CH_NO_DATE};
		const char *html = html_of(*state, query), *end = html + strlen(html);
		int level = 0;

		assert_has(html, "<html lang=\"en\">");
		assert_has(html, "<main>");
		assert_int_equal(count_of(html, end, "<h1>"), 1);
		for (const char *at = strstr(html, "<h"); at != NULL; at = strstr(at + 1, "<h"))
			if (isdigit((unsigned char)at[2]) && at[3] == '>') {
				if (at[2] - '0' > level + 1)
					fail_msg("%s: a heading of level %c after one of %d", query.name, at[2], level);
				level = at[2] - '0';
			}
		check_tables(html, query.name);
		assert_int_equal(count_of(html, end, "src=") + count_of(html, end, "href="), 0);
		assert_int_equal(count_of(html, end, "url("), 0);
		assert_null(strstr(html, "://"));
	}
}

/* ---- As a report ---- */

static void test_a_page_is_no_list_of_rows(void **state)
{
	struct check_scheme *scheme = *state;
	struct ch_report_query query = {.name = "board", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;
	struct ch_page page;

	assert_int_equal(ch_report_run(&scheme->c, &query, &scheme->arena, &grid, &err), CH_USAGE);
	query.name = "bord";
	assert_int_equal(ch_page_run(&scheme->c, &query, &scheme->arena, &page, &err), CH_MISSING);
	assert_string_equal(err.message, "there is no report \"bord\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_a_file_is_told), cmocka_unit_test(test_parts),
		check_scheme_test(test_every_page_runs),    check_scheme_test(test_html_has_headers_and_says_its_chart),
		check_scheme_test(test_html_escapes),	    check_scheme_test(test_colours_stand_out),
		check_scheme_test(test_every_page_is_found_through_by_ear),
		check_scheme_test(test_a_page_is_no_list_of_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
