/* Which format, and the two plain ones: lines and CSV. */
#include <inttypes.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

#include "chiron/json.h"
#include "cli/output.h"

enum { BAR_CELLS = 20 };

/* Lines of text, each but the first after `lead`. */
static void add_text(struct cli *cli, const char *text, const char *lead, struct ch_buffer *out)
{
	char *rest = ch_arena_copy(&cli->arena, text);

	for (char *line = rest; line; line = rest) {
		rest = strchr(line, '\n');
		if (rest)
			*rest++ = '\0';
		ch_text_add_safe(out, line);
		ch_buffer_printf(out, "\n%s", rest ? lead : "");
	}
}

/* "Label: value"; further lines of the value are indented, so that a record stays one block. */
static void add_line(struct cli *cli, const char *label, const char *value, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s: ", _(label));
	add_text(cli, value, "    ", out);
}

static void add_lines(struct cli *cli, const struct ch_grid *grid, struct ch_buffer *out)
{
	for (size_t row = 0; row < grid->row_count; row++) {
		if (row)
			ch_buffer_add_char(out, '\n');
		for (size_t i = 0; i < grid->column_count; i++) {
			const char *cell = grid->rows[row].cells[i];

			if (cell)
				add_line(cli, grid->columns[i].label,
					 ch_cell_show(&grid->columns[i], cell, cli_today(cli), &cli->arena), out);
		}
	}
}

static void add_csv(struct cli *cli, const struct ch_grid *grid, bool with_heading, struct ch_buffer *out)
{
	ch_csv_add_grid(out, grid, with_heading, cli->width ? &cli->arena : NULL);
}

/* Bars of plain signs, on a terminal that says it has no others; files are UTF-8 anyway. */
static bool is_ascii(const struct cli *cli)
{
	locale_t locale = cli->width != 0 ? newlocale(LC_CTYPE_MASK, "", (locale_t)0) : (locale_t)0;
	bool ascii = locale != (locale_t)0 && strcmp(nl_langinfo_l(CODESET, locale), "UTF-8") != 0;

	if (locale != (locale_t)0)
		freelocale(locale);
	return ascii;
}

/* Below the rows, how they go through the months. */
static void add_series(struct cli *cli, const struct ch_grid *grid, struct ch_buffer *out)
{
	struct ch_buffer series = CH_BUFFER_EMPTY;

	ch_grid_add_series(grid, is_ascii(cli), cli_today(cli), &series);
	if (series.length > 0) {
		ch_buffer_add_char(out, '\n');
		ch_text_add_wrapped(out, series.text, cli->width != 0 && cli->width < 80 ? cli->width : 80);
	}
	ch_buffer_release(&series);
}

void cli_add_for_people(struct cli *cli, const struct ch_grid *grid, struct ch_buffer *out)
{
	const struct ch_grid with_bars =
		cli->format == CLI_TABLE ? ch_grid_with_bars(grid, BAR_CELLS, is_ascii(cli), &cli->arena) : *grid;
	struct ch_grid shown = ch_grid_for_people(&with_bars, &cli->arena);

	if (cli->format == CLI_LINES || !ch_grid_add_table(&shown, cli->width, cli_today(cli), out))
		add_lines(cli, &shown, out);
	if (cli->format == CLI_TABLE)
		add_series(cli, grid, out);
}

/* ---- Pages ------------------------------------------------------------------- */

/* What was put together so far goes out. */
static void flush_page(struct cli_pages *pages)
{
	cli_print(pages->cli, &pages->out);
	fflush(pages->cli->out);
	ch_buffer_clear(&pages->out);
}

static void add_json_page(struct cli_pages *pages, const struct ch_grid *grid)
{
	for (size_t row = 0; row < grid->row_count; row++) {
		ch_json_object_begin(&pages->json);
		cli_json_row(pages->cli, &pages->json, grid, row);
		ch_json_object_end(&pages->json);
	}
}

/* Of a list that has rows, for people. */
static void begin_for_people(struct cli_pages *pages, const struct ch_grid *first)
{
	struct cli *cli = pages->cli;
	const struct ch_grid with_bars =
		cli->format == CLI_TABLE ? ch_grid_with_bars(first, BAR_CELLS, is_ascii(cli), &cli->arena) : *first;
	struct ch_grid shown = ch_grid_for_people(&with_bars, &cli->arena);

	if (shown.column_count > CLI_COLUMNS_MOST)
		ch_abort("a list has too many columns");
	pages->table = cli->format != CLI_LINES &&
		       ch_grid_begin_table(&shown, cli->width, cli_today(cli), pages->widths, &pages->out);
	if (!pages->table)
		add_lines(cli, &shown, &pages->out);
	/* A report, which has it, comes whole. */
	if (cli->format == CLI_TABLE)
		add_series(cli, first, &pages->out);
}

void cli_pages_begin(struct cli_pages *pages, struct cli *cli, const struct ch_grid *first, const char *none)
{
	*pages = (struct cli_pages){.cli = cli, .out = CH_BUFFER_EMPTY, .rows = first->row_count};
	pages->json = CH_JSON_WRITER(&pages->out);
	if (cli->format == CLI_JSON) {
		ch_json_array_begin(&pages->json);
		add_json_page(pages, first);
	} else if (cli->format == CLI_CSV) {
		add_csv(cli, first, true, &pages->out);
	} else if (first->row_count == 0) {
		cli_say(cli, "%s", none);
	} else {
		begin_for_people(pages, first);
	}
	flush_page(pages);
}

void cli_pages_add(struct cli_pages *pages, const struct ch_grid *grid)
{
	struct cli *cli = pages->cli;

	if (cli->format == CLI_JSON) {
		add_json_page(pages, grid);
	} else if (cli->format == CLI_CSV) {
		add_csv(cli, grid, false, &pages->out);
	} else {
		struct ch_grid shown = ch_grid_for_people(grid, &cli->arena);

		if (pages->table)
			ch_grid_add_rows(&shown, pages->widths, cli->width == 0, cli_today(cli), &pages->out);
		else if (shown.row_count > 0)
			ch_buffer_add_char(&pages->out, '\n');
		if (!pages->table)
			add_lines(cli, &shown, &pages->out);
	}
	pages->rows += grid->row_count;
	flush_page(pages);
}

void cli_pages_end(struct cli_pages *pages, bool more)
{
	if (pages->cli->format == CLI_JSON) {
		ch_json_array_end(&pages->json);
		ch_buffer_add_char(&pages->out, '\n');
	}
	flush_page(pages);
	ch_buffer_release(&pages->out);
	if (more && !cli_is_for_programs(pages->cli))
		cli_note(pages->cli, _("There are more: leave out --limit, or make it greater."));
}

void cli_show_grid(struct cli *cli, const struct ch_grid *grid, const char *none)
{
	struct cli_pages pages;

	cli_pages_begin(&pages, cli, grid, none);
	cli_pages_end(&pages, grid->more);
}

void cli_show_object(struct cli *cli, const struct ch_grid *grid)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	if (cli->format != CLI_JSON) {
		cli_show_grid(cli, grid, "");
		return;
	}
	ch_json_object_begin(&json);
	cli_json_row(cli, &json, grid, 0);
	ch_json_object_end(&json);
	ch_buffer_add_char(&out, '\n');
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

/* ---- Records ------------------------------------------------------------------ */

const struct ch_entity *cli_widen(struct cli *cli, enum ch_entity_id entity_id, const void **record)
{
	struct ch_error ignored = CH_NO_ERROR;
	const struct ch_entity *wide;
	void *wide_record;

	if (ch_custom_widen(&cli->context, entity_id, *record, &cli->arena, &wide, &wide_record, &ignored) != CH_OK)
		return ch_entity_of(entity_id);
	*record = wide_record;
	return wide;
}

/* A record as a grid of one row, its cells canonical. */
static struct ch_grid record_grid(struct cli *cli, enum ch_entity_id entity_id, const void *record)
{
	const struct ch_entity *entity = cli_widen(cli, entity_id, &record);
	struct ch_column *columns = ch_arena_array(&cli->arena, entity->field_count, sizeof(*columns));
	const char **cells = ch_arena_array(&cli->arena, entity->field_count, sizeof(*cells));
	struct ch_row *row = ch_arena_alloc(&cli->arena, sizeof(*row));
	size_t count = 0;

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->flags & CH_FIELD_HIDDEN)
			continue;
		columns[count] = (struct ch_column){
			.key = field->key, .label = field->label, .type = field->type, .choices = field->choices};
		cells[count++] = ch_field_text(field, record, &cli->arena);
	}
	row->cells = cells;
	return (struct ch_grid){.columns = columns, .column_count = count, .rows = row, .row_count = 1};
}

/* Of a person whom the actor may not read, as their line manager, a number would tell nothing. */
static const char *name_of(struct cli *cli, enum ch_entity_id entity, int64_t id)
{
	const char *name = entity == CH_PERSON ? cli_name_known(cli, entity, id) : cli_name(cli, entity, id);

	return name != NULL ? name : "";
}

static void add_record_lines(struct cli *cli, enum ch_entity_id entity_id, const void *record, bool with_ids,
			     struct ch_buffer *out)
{
	const struct ch_entity *entity = cli_widen(cli, entity_id, &record);

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		const char *value;

		if (field->flags & CH_FIELD_HIDDEN || !ch_field_known(field, record) ||
		    (field->type == CH_TYPE_ID && !with_ids))
			continue;
		value = ch_field_show(field, record, cli_today(cli), &cli->arena);
		if (field->type == CH_TYPE_ID && field->refers_to)
			value = name_of(cli, field->refers_to,
					*(const int64_t *)(const void *)((const char *)record + field->offset));
		if (value[0])
			add_line(cli, field->label, value, out);
	}
}

static void add_part(struct cli *cli, const struct cli_part *part, struct ch_buffer *out)
{
	ch_buffer_add_char(out, '\n');
	if (part->title)
		ch_buffer_printf(out, "%s\n", part->title);
	if (part->text) {
		add_text(cli, part->text, "", out);
	} else if (part->record) {
		add_record_lines(cli, part->entity, part->record, false, out);
	} else {
		cli_add_for_people(cli, part->grid, out);
	}
}

static bool is_shown(const struct cli_part *part)
{
	return part->text || part->record || (part->grid && part->grid->row_count);
}

static void json_record(struct cli *cli, enum ch_entity_id entity, const void *record, const struct cli_part *parts,
			size_t part_count, struct ch_buffer *out)
{
	struct ch_json_writer json = CH_JSON_WRITER(out);

	ch_json_object_begin(&json);
	cli_json_fields(cli, &json, entity, record);
	for (size_t i = 0; i < part_count; i++) {
		if (!parts[i].key)
			continue;
		ch_json_key(&json, parts[i].key);
		if (parts[i].record) {
			ch_json_object_begin(&json);
			cli_json_fields(cli, &json, parts[i].entity, parts[i].record);
			ch_json_object_end(&json);
		} else if (parts[i].grid) {
			cli_json_grid(cli, &json, parts[i].grid);
		} else {
			ch_json_null(&json);
		}
	}
	ch_json_object_end(&json);
}

void cli_show_record(struct cli *cli, enum ch_entity_id entity, const void *record, const struct cli_part *parts,
		     size_t part_count)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_grid grid;

	if (cli->format == CLI_JSON) {
		json_record(cli, entity, record, parts, part_count, &out);
		ch_buffer_add_char(&out, '\n');
	} else if (cli->format == CLI_CSV) {
		grid = record_grid(cli, entity, record);
		add_csv(cli, &grid, true, &out);
	} else {
		add_record_lines(cli, entity, record, true, &out);
		for (size_t i = 0; i < part_count; i++) {
			if (is_shown(&parts[i]))
				add_part(cli, &parts[i], &out);
		}
	}
	cli_print(cli, &out);
	ch_buffer_release(&out);
}

void cli_done(struct cli *cli, enum ch_entity_id entity, const void *record, const char *format, ...)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_grid grid;
	va_list args;

	if (cli->format == CLI_JSON) {
		if (cli->several)
			ch_buffer_add(&out, cli->done ? ",\n" : "[");
		json_record(cli, entity, record, NULL, 0, &out);
		if (!cli->several)
			ch_buffer_add_char(&out, '\n');
	} else if (cli->format == CLI_CSV) {
		grid = record_grid(cli, entity, record);
		add_csv(cli, &grid, cli->done == 0, &out);
	}
	cli->done++;
	cli_print(cli, &out);
	ch_buffer_clear(&out);
	va_start(args, format);
	ch_buffer_vprintf(&out, format, args);
	va_end(args);
	cli_say(cli, "%s", out.text);
	ch_buffer_release(&out);
}
