/*
 * Every report and page of the demonstration says the same in every format: each cell that the core reads stands, in
 * its order, in the table, the lines, the CSV, the JSON and the HTML; and a page has its reports as they are alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "chiron/exchange.h"
#include "cli/cli.h"

struct world {
	char path[4096];
	struct ch_arena arena;
	struct ch_context c;
	size_t cells; /* compared */
};

/* What the command prints; lives in the arena. */
static const char *printed(struct world *w, const char *name, const char *format)
{
	char *argv[] = {(char *)"-d", w->path, (char *)"report", (char *)name, (char *)"--format", (char *)format};
	size_t length = 0;
	char *text = NULL;
	FILE *out = open_memstream(&text, &length), *in = fopen("/dev/null", "r");
	struct cli streams = {.in = in, .out = out, .err = out};
	bool html = strcmp(format, "html") == 0;

	if (html)
		argv[4] = (char *)"--html";
	assert_int_equal(cli_execute(&streams, html ? 5 : 6, argv), CH_OK);
	fclose(out);
	fclose(in);
	const char *kept = ch_arena_copy(&w->arena, text);

	free(text);
	return kept;
}

/* Goes behind the next place of `needle`. */
static const char *behind(const char *at, const char *needle, const char *name, const char *format)
{
	const char *found = strstr(at, needle);

	if (found == NULL)
		fail_msg("%s as %s: \"%s\" does not stand in what follows:\n%.600s", name, format, needle, at);
	return found + strlen(needle);
}

/* As the cell stands between tags. */
static const char *escaped(struct world *w, const char *text)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (; *text != '\0'; text++)
		if (*text == '&')
			ch_buffer_add(&out, "&amp;");
		else if (*text == '<')
			ch_buffer_add(&out, "&lt;");
		else if (*text == '>')
			ch_buffer_add(&out, "&gt;");
		else if (*text == '"')
			ch_buffer_add(&out, "&quot;");
		else
			ch_buffer_add_char(&out, *text);
	text = ch_arena_copy(&w->arena, out.text != NULL ? out.text : "");
	ch_buffer_release(&out);
	return text;
}

/* How far each format was read. */
struct reading {
	const char *table, *lines, *json, *html;
};

/* A list is an array there, and signs that it escapes are test_json.c's. */
static bool stands_in_json(const char *at, const struct ch_column *column, const char *cell)
{
	if (column->type == CH_TYPE_LIST || column->type == CH_TYPE_CHOICES || strpbrk(cell, "\"\\\n") != NULL)
		return true;
	if (column->type == CH_TYPE_YES)
		cell = strcmp(cell, "yes") == 0 ? "true" : "false";
	at += *at == '"';
	return strncmp(at, cell, strlen(cell)) == 0 && strchr("\",}", at[strlen(cell)]) != NULL;
}

static void compare_cell(struct world *w, const struct ch_page *page, const struct ch_grid *grid, size_t row,
			 size_t column, struct reading *at)
{
	const char *name = page->info->name, *cell = grid->rows[row].cells[column];
	const struct ch_column *info = &grid->columns[column];
	const char *shown = ch_cell_show(info, cell, page->made_on, &w->arena);

	if (cell == NULL || *shown == '\0')
		return;
	at->html = behind(at->html, ch_arena_printf(&w->arena, ">%s<", escaped(w, shown)), name, "html");
	if (at->json != NULL)
		at->json = behind(at->json, ch_arena_printf(&w->arena, "\"%s\":", info->key), name, "json");
	if (at->json != NULL && !stands_in_json(at->json, info, cell))
		fail_msg("%s as json: %s instead of %s", name, cell, at->json);
	if (at->lines != NULL)
		at->lines = behind(at->lines, ch_arena_printf(&w->arena, "%s: %s\n", info->label, shown), name,
				   "lines");
	if (at->table != NULL)
		at->table = behind(at->table, shown, name, "table");
	w->cells++;
}

static void compare_csv(struct world *w, const struct ch_page *page, const struct ch_grid *grid)
{
	struct ch_buffer wanted = CH_BUFFER_EMPTY;
	const char **keys = ch_arena_array(&w->arena, grid->column_count, sizeof(*keys));

	for (size_t i = 0; i < grid->column_count; i++)
		keys[i] = grid->columns[i].key;
	ch_csv_add_row(&wanted, keys, grid->column_count, ',', false);
	for (size_t row = 0; row < grid->row_count; row++)
		ch_csv_add_row(&wanted, grid->rows[row].cells, grid->column_count, ',', false);
	const char *got = printed(w, page->info->name, "csv");

	assert_string_equal(got, wanted.text);
	ch_buffer_release(&wanted);
}

static void compare(struct world *w, const char *name)
{
	struct ch_report_query query = {.name = name, .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_error err = CH_NO_ERROR;
	struct reading at = {0};
	struct ch_page page;

	for (size_t i = 0; i < ch_report_count(); i++)
		if (strcmp(ch_report_at(i)->name, name) == 0)
			ch_report_period(ch_report_at(i), ch_clock_today(&w->c.clock), &query);
	if (ch_page_run(&w->c, &query, &w->arena, &page, &err) != CH_OK)
		fail_msg("%s: %s", name, err.message);
	at.html = printed(w, name, "html");
	at.json = printed(w, name, "json");
	at.table = printed(w, name, "table");
	at.lines = page.info->page ? NULL : printed(w, name, "lines");
	for (size_t i = 0; i < page.part_count; i++) {
		const struct ch_grid *grid = &page.parts[i].grid;
		bool sentences = grid->column_count == 1;

		if (page.parts[i].kind != CH_PAGE_REPORT)
			continue;
		/* Sentences are broken into lines on a page, and have no labels. */
		struct reading plain = at, *reading = sentences ? &plain : &at;

		if (sentences)
			plain.table = plain.lines = NULL;
		/* What it tells stands beside its figures. */
		at.html = plain.html = behind(at.html, escaped(w, page.parts[i].info->about), name, "html");
		if (at.table != NULL)
			at.table = behind(at.table, page.parts[i].info->title, name, "table");
		for (size_t row = 0; row < grid->row_count; row++)
			for (size_t column = 0; column < grid->column_count; column++)
				compare_cell(w, &page, grid, row, column, reading);
		at.html = reading->html;
		at.json = reading->json;
		if (!page.info->page)
			compare_csv(w, &page, grid);
	}
}

static int set_up(void **state)
{
	static struct world w;
	struct ch_error err = CH_NO_ERROR;
	struct ch_scheme_settings settings;

	w.c = (struct ch_context){.actor = {.name = "coordinator", .channel = "test"}, .clock.fixed_today = CH_NO_DATE};
	if (cli_demo_make(NULL, w.path, sizeof(w.path), &err) != CH_OK ||
	    ch_scheme_open(w.path, &w.c.scheme, &err) != CH_OK ||
	    ch_scheme_settings_get(&w.c, &w.arena, &settings, &err) != CH_OK)
		fail_msg("%s", err.message);
	w.c.clock.fixed_today = settings.today;
	*state = &w;
	return 0;
}

static int tear_down(void **state)
{
	struct world *w = *state;

	ch_scheme_close(w->c.scheme);
	unlink(w->path);
	ch_arena_release(&w->arena);
	return 0;
}

static void every_figure_is_the_same_in_every_format(void **state)
{
	struct world *w = *state;

	printed(w, "board", "table"); /* whoever opens the scheme first gives up the feedback that is long overdue */
	for (size_t i = 0; i < ch_report_count(); i++)
		compare(w, ch_report_at(i)->name);
	assert_true(w->cells > 3000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_figure_is_the_same_in_every_format),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
