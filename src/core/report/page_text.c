/* A page as text for people, and as JSON for programs. */
#include "chiron/json.h"
#include "chiron/report.h"
#include "chiron/text.h"

enum { BAR_CELLS = 20 };

/* ---- Text ---- */

struct text_page {
	const struct ch_page *page;
	int width;
	ch_page_draw *draw;
	void *context;
	struct ch_arena arena;
	struct ch_buffer *out;
};

static void add_underlined(struct ch_buffer *out, const char *text, char line)
{
	ch_buffer_printf(out, "%s\n", text);
	for (int i = ch_text_width(text); i > 0; i--)
		ch_buffer_add_char(out, line);
	ch_buffer_add_char(out, '\n');
}

/* A report of one column is sentences. */
static void add_sentences(struct text_page *text, const struct ch_grid *grid)
{
	struct ch_buffer safe = CH_BUFFER_EMPTY;

	for (size_t row = 0; row < grid->row_count; row++) {
		ch_buffer_clear(&safe);
		ch_text_add_safe(&safe, "- ");
		ch_text_add_safe(&safe, grid->rows[row].cells[0]);
		ch_text_add_wrapped(text->out, safe.text, text->width);
	}
	ch_buffer_release(&safe);
}

static void add_table(struct text_page *text, const struct ch_grid *grid)
{
	const struct ch_grid with_bars = ch_grid_with_bars(grid, BAR_CELLS, false, &text->arena);
	const struct ch_grid shown = ch_grid_for_people(&with_bars, &text->arena);
	struct ch_buffer series = CH_BUFFER_EMPTY;

	ch_grid_add_table(&shown, 0, text->page->made_on, text->out);
	ch_grid_add_series(grid, false, text->page->made_on, &series);
	if (series.length > 0) {
		ch_buffer_add_char(text->out, '\n');
		ch_text_add_wrapped(text->out, series.text, text->width);
	}
	ch_buffer_release(&series);
}

static void add_report(struct text_page *text, const struct ch_page_part *part)
{
	ch_buffer_printf(text->out, "%s\n", _(part->info->title));
	ch_text_add_wrapped(text->out, _(part->info->about), text->width);
	ch_buffer_add_char(text->out, '\n');
	if (part->grid.row_count == 0)
		ch_text_add_wrapped(text->out, ch_report_nothing(part->info), text->width);
	else if (part->grid.column_count == 1)
		add_sentences(text, &part->grid);
	else if (text->draw != NULL)
		text->draw(text->context, &part->grid, text->out);
	else
		add_table(text, &part->grid);
}

void ch_page_add_text(const struct ch_page *page, int width, ch_page_draw *draw, void *context, struct ch_buffer *out)
{
	struct text_page text = {
		.page = page, .width = width, .draw = draw, .context = context, .arena = CH_ARENA_EMPTY, .out = out};

	add_underlined(out, _(page->info->title), '=');
	ch_page_scope(page, out);
	ch_buffer_add(out, ".\n");
	for (size_t i = 0; i < page->part_count; i++) {
		const struct ch_page_part *part = &page->parts[i];

		ch_buffer_add_char(out, '\n');
		if (part->kind == CH_PAGE_HEADING)
			add_underlined(out, _(part->text), '-');
		else if (part->kind == CH_PAGE_TEXT)
			ch_text_add_wrapped(out, _(part->text), width);
		else
			add_report(&text, part);
	}
	ch_arena_release(&text.arena);
}

/* ---- JSON ---- */

static void add_rows(struct ch_json_writer *json, const struct ch_grid *grid, struct ch_arena *arena)
{
	ch_json_array_begin(json);
	for (size_t row = 0; row < grid->row_count; row++) {
		ch_json_object_begin(json);
		for (size_t i = 0; i < grid->column_count; i++) {
			ch_json_key(json, grid->columns[i].key);
			ch_cell_add_json(json, grid->columns[i].type, grid->rows[row].cells[i], arena);
		}
		ch_json_object_end(json);
	}
	ch_json_array_end(json);
}

void ch_page_add_json(const struct ch_page *page, struct ch_arena *arena, struct ch_buffer *out)
{
	struct ch_json_writer json = CH_JSON_WRITER(out);

	if (page->info->page)
		ch_json_object_begin(&json);
	for (size_t i = 0; i < page->part_count; i++) {
		const struct ch_page_part *part = &page->parts[i];

		if (part->kind != CH_PAGE_REPORT)
			continue;
		if (page->info->page)
			ch_json_key(&json, part->info->name);
		add_rows(&json, &part->grid, arena);
	}
	if (page->info->page)
		ch_json_object_end(&json);
	ch_buffer_add_char(out, '\n');
}
