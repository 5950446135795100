/*
 * A page as HTML. Text of data is made safe as for a terminal, escaped, and
 * isolated in <bdi> where its direction could disturb what stands beside it.
 */
#include <string.h>

#include "chiron/report.h"
#include "chiron/text.h"

enum { BAR_WIDTH = 200, BAR_HEIGHT = 12 };

static const char style[] =
	":root{color-scheme:light dark;--ink:#1b1b1b;--quiet:#595959;--paper:#fff;--line:#8a8a8a;--bar:#1f5f99}\n"
	"@media (prefers-color-scheme:dark){:root{--ink:#eee;--quiet:#bbb;--paper:#161616;--line:#777;--bar:#7ab8f0}}\n"
	"body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:70rem;"
	"margin:0 auto;padding:1rem}\n"
	"h1{line-height:1.2;margin-bottom:0}h2{margin:2rem 0 .5rem}h3{margin:1.5rem 0 .25rem}\n"
	".scope,.about,footer{color:var(--quiet)}.about{margin:.25rem 0 .75rem;max-width:50rem}\n"
	".wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;"
	"font-variant-numeric:tabular-nums}\n"
	"caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}\n"
	"th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line)}\n"
	"th.n,td.n{text-align:right}td.d{white-space:nowrap}tbody th{font-weight:400}rect{fill:var(--bar)}\n"
	"@page{size:A4;margin:1.3cm}\n"
	"@media "
	"print{:root{--ink:#000;--quiet:#444;--paper:#fff;--line:#888;--bar:#555}body{max-width:none;padding:0}\n"
	"h2,h3,caption{break-after:avoid}tr{break-inside:avoid}"
	"tbody tr:first-child{break-before:avoid}thead{display:table-header-group}"
	".wide{overflow:visible}body{font-size:10pt}table{font-size:8pt}"
	"th,td{padding:.1rem .4rem .1rem 0}}\n";

static void add_escaped(struct ch_buffer *out, const char *text)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;

	ch_text_add_safe(&safe, text);
	for (const char *c = safe.text; *c != '\0'; c++) {
		switch (*c) {
		case '&':
			ch_buffer_add(out, "&amp;");
			break;
		case '<':
			ch_buffer_add(out, "&lt;");
			break;
		case '>':
			ch_buffer_add(out, "&gt;");
			break;
		case '"':
			ch_buffer_add(out, "&quot;");
			break;
		default:
			ch_buffer_add_char(out, *c);
		}
	}
	ch_buffer_release(&safe);
}

/* A text of a report or page file, in which `words` are to be typed. */
static void add_words(struct ch_buffer *out, const char *open, const char *text, const char *close)
{
	struct ch_buffer part = CH_BUFFER_EMPTY;
	bool code = false;

	ch_buffer_add(out, open);
	for (;; text += strcspn(text, "`") + 1, code = !code) {
		ch_buffer_clear(&part);
		ch_buffer_add_bytes(&part, text, strcspn(text, "`"));
		add_escaped(out, part.text);
		if (text[strcspn(text, "`")] == '\0')
			break;
		ch_buffer_add(out, code ? "</code>" : "<code>");
	}
	ch_buffer_add(out, code ? "</code>" : "");
	ch_buffer_add(out, close);
	ch_buffer_release(&part);
}

static void add_element(struct ch_buffer *out, const char *open, const char *text, const char *close)
{
	ch_buffer_add(out, open);
	add_escaped(out, text);
	ch_buffer_add(out, close);
}

static bool is_figure(enum ch_type type)
{
	return type == CH_TYPE_ID || type == CH_TYPE_NUMBER || type == CH_TYPE_MINUTES || type == CH_TYPE_HOURS;
}

static const char *shown(const struct ch_page *page, const struct ch_grid *grid, size_t row, size_t column,
			 struct ch_arena *arena)
{
	return ch_cell_show(&grid->columns[column], grid->rows[row].cells[column], page->made_on, arena);
}

static bool is_day(enum ch_type type)
{
	return type == CH_TYPE_DATE || type == CH_TYPE_INSTANT;
}

/* ---- The chart: a bar in each row, and what it shows in words ---- */

static bool has_chart(const struct ch_grid *grid)
{
	return grid->chart_value != 0 && grid->row_count > 1;
}

static double figure_of(const struct ch_grid *grid, size_t row)
{
	return ch_cell_figure(grid->rows[row].cells[grid->chart_value]);
}

/* The row with the greatest figure, or with the smallest; the first of several. */
static size_t row_with(const struct ch_grid *grid, bool greatest)
{
	size_t found = 0;

	for (size_t row = 1; row < grid->row_count; row++)
		if (greatest ? figure_of(grid, row) > figure_of(grid, found)
			     : figure_of(grid, row) < figure_of(grid, found))
			found = row;
	return found;
}

/* "Sessions: the most 40 (July), the fewest 6 (March)." */
static void add_in_words(const struct ch_page *page, const struct ch_grid *grid, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t most = row_with(grid, true), least = row_with(grid, false);
	const char *label = _(grid->columns[grid->chart_value].label);
	const char *text = ch_arena_printf(
		&arena, _("%s: at most %s (%s), at least %s (%s). The bars repeat this column."), label,
		shown(page, grid, most, grid->chart_value, &arena), shown(page, grid, most, grid->chart_label, &arena),
		shown(page, grid, least, grid->chart_value, &arena),
		shown(page, grid, least, grid->chart_label, &arena));

	add_element(out, "<p class=\"about\">", text, "</p>\n");
	ch_arena_release(&arena);
}

/* Only repeats what stands in the row: a screen reader passes it over. */
static void add_bar(double figure, double most, struct ch_buffer *out)
{
	double width = most > 0 && figure > 0 ? figure / most * BAR_WIDTH : 0;

	ch_buffer_printf(out,
			 "<td aria-hidden=\"true\"><svg width=\"%d\" height=\"%d\"><rect width=\"%.1f\" "
			 "height=\"%d\"/></svg></td>",
			 BAR_WIDTH, BAR_HEIGHT, width, BAR_HEIGHT);
}

/* ---- The table ---- */

static void add_head(const struct ch_grid *grid, struct ch_buffer *out)
{
	ch_buffer_add(out, "<thead><tr>");
	for (size_t i = 0; i < grid->column_count; i++)
		add_element(out,
			    is_figure(grid->columns[i].type) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">",
			    _(grid->columns[i].label), "</th>");
	ch_buffer_add(out, has_chart(grid) ? "<td aria-hidden=\"true\"></td></tr></thead>\n<tbody>\n"
					   : "</tr></thead>\n<tbody>\n");
}

static void add_row(const struct ch_page *page, const struct ch_grid *grid, size_t row, double most,
		    struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_add(out, "<tr>");
	for (size_t i = 0; i < grid->column_count; i++) {
		const char *text = shown(page, grid, row, i, &arena);

		if (i == 0)
			add_element(out, "<th scope=\"row\"><bdi>", text, "</bdi></th>");
		else if (is_figure(grid->columns[i].type))
			add_element(out, "<td class=\"n\">", text, "</td>");
		else if (*text == '\0')
			ch_buffer_add(out, "<td></td>");
		else
			add_element(out, is_day(grid->columns[i].type) ? "<td class=\"d\"><bdi>" : "<td><bdi>", text,
				    "</bdi></td>");
	}
	if (has_chart(grid))
		add_bar(figure_of(grid, row), most, out);
	ch_buffer_add(out, "</tr>\n");
	ch_arena_release(&arena);
}

static void add_table(const struct ch_page *page, const struct ch_page_part *part, struct ch_buffer *out)
{
	const struct ch_grid *grid = &part->grid;
	double most = has_chart(grid) ? figure_of(grid, row_with(grid, true)) : 0;

	/* Reached by Tab, so that who has no mouse can scroll a wide table sideways (WCAG 2.1.1). */
	add_element(out, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"", _(part->info->title),
		    "\">");
	add_element(out, "<table><caption>", _(part->info->title), "</caption>");
	add_head(grid, out);
	for (size_t row = 0; row < grid->row_count; row++)
		add_row(page, grid, row, most, out);
	ch_buffer_add(out, "</tbody></table></div>\n");
}

/* A report of one column is sentences. */
static void add_sentences(const struct ch_page *page, const struct ch_grid *grid, struct ch_buffer *out)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	ch_buffer_add(out, "<ul>\n");
	for (size_t row = 0; row < grid->row_count; row++)
		add_element(out, "<li>", shown(page, grid, row, 0, &arena), "</li>\n");
	ch_buffer_add(out, "</ul>\n");
	ch_arena_release(&arena);
}

/* Alone its title is the page's; else its level is one below what stands above it (WCAG 2.2, 1.3.1). */
static void add_report(const struct ch_page *page, const struct ch_page_part *part, bool below_heading,
		       struct ch_buffer *out)
{
	if (page->info->page && below_heading)
		add_element(out, "<h3>", _(part->info->title), "</h3>\n");
	else if (page->info->page)
		add_element(out, "<h2>", _(part->info->title), "</h2>\n");
	add_words(out, "<p class=\"about\">", _(part->info->about), "</p>\n");
	if (part->grid.row_count == 0) {
		add_words(out, "<p>", ch_report_nothing(part->info), "</p>\n");
		return;
	}
	if (part->grid.column_count == 1) {
		add_sentences(page, &part->grid, out);
		return;
	}
	if (has_chart(&part->grid))
		add_in_words(page, &part->grid, out);
	add_table(page, part, out);
}

/* ---- The page ---- */

static void add_part(const struct ch_page *page, const struct ch_page_part *part, bool *below_heading,
		     struct ch_buffer *out)
{
	switch (part->kind) {
	case CH_PAGE_HEADING:
		*below_heading = true;
		add_element(out, "<h2>", _(part->text), "</h2>\n");
		break;
	case CH_PAGE_TEXT:
		add_words(out, "<p>", _(part->text), "</p>\n");
		break;
	case CH_PAGE_REPORT:
		add_report(page, part, *below_heading, out);
		break;
	}
}

void ch_page_add_html(const struct ch_page *page, struct ch_buffer *out)
{
	struct ch_buffer scope = CH_BUFFER_EMPTY;
	bool below_heading = false;
	char made[CH_DATE_WORDS_SIZE];

	ch_page_scope(page, &scope);
	ch_buffer_add(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
			   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
			   "style-src 'unsafe-inline'\">\n"
			   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	add_element(out, "<title>", _(page->info->title), " \xe2\x80\x93 ");
	add_element(out, "", page->scheme, "</title>\n");
	ch_buffer_printf(out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
	add_element(out, "<h1>", _(page->info->title), "</h1>\n");
	add_element(out, "<p class=\"scope\">", scope.text, "</p>\n");
	if (page->info->page)
		add_words(out, "<p>", _(page->info->about), "</p>\n");
	for (size_t i = 0; i < page->part_count; i++)
		add_part(page, &page->parts[i], &below_heading, out);
	ch_buffer_printf(out, "</main>\n<footer><p>%s %s</p></footer>\n</body>\n</html>\n", _("Made by chiron on"),
			 ch_date_words(page->made_on, CH_NO_DATE, made));
	ch_buffer_release(&scope);
}
