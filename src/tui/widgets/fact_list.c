/* Rows are made for the width at hand when it is drawn; their ids are their numbers. */
#include "tui/widgets/fact_list.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list_rows.h"

/* A label takes so many cells, or so large a part of the row where that is more; a longer one goes on below. */
enum { LABEL_MOST = 18, LABEL_PART = 3, GUTTER = 4, GAP = 2, TEXT_LEAST = 14,
       LINEAR = 30000 /* read out, a fact is one row however long it is */ };

/* ---- As a source ---- */

static enum ch_status facts_fetch(void *data, const struct list_request *request, struct ch_arena *arena,
				  struct ch_grid *page, struct ch_error *err)
{
	const struct fact_list *facts = data;

	(void)arena;
	(void)err;
	*page = (struct ch_grid){.columns = facts->columns, .column_count = 2};
	list_rows_page(facts->rows, facts->row_count, request, page);
	return CH_OK;
}

static int64_t facts_count(void *data)
{
	return (int64_t)((const struct fact_list *)data)->row_count;
}

/* Neither column is ever dropped. */
static int facts_rank(void *data, size_t column)
{
	(void)data;
	(void)column;
	return 0;
}

static char facts_sign(void *data, const struct ch_row *row)
{
	(void)data;
	return row->sort_value[0];
}

/* The first row of a fact is named by the whole of it, up to a line feed; those below by what stands in them. */
static void facts_name(void *data, const struct ch_row *row, struct ch_buffer *out)
{
	const struct fact_list *facts = data;
	size_t at = (size_t)row->id - 1;
	const struct fact *fact;
	const char *label;

	if (facts->width == 0 || at >= facts->row_count || /* it was cleared since, or goes on here */
	    (at > 0 && facts->facts_of_rows[at] == facts->facts_of_rows[at - 1])) {
		ch_buffer_add(out, row->cells[1]);
		return;
	}
	fact = &facts->facts[facts->facts_of_rows[at]];
	label = fact->label + strspn(fact->label, " ");
	ch_buffer_printf(out, "%s%s%.*s", label, *label != '\0' && *fact->text != '\0' ? ": " : "",
			 (int)strcspn(fact->text, "\n"), fact->text);
}

static size_t facts_span(void *data, const struct ch_row *row, size_t *at)
{
	const struct fact_list *facts = data;
	size_t here = (size_t)row->id - 1, first = here, last = here;

	*at = 0;
	if (facts->width == 0 || here >= facts->row_count)
		return 1;
	while (first > 0 && facts->facts_of_rows[first - 1] == facts->facts_of_rows[here])
		first--;
	while (last + 1 < facts->row_count && facts->facts_of_rows[last + 1] == facts->facts_of_rows[here])
		last++;
	*at = here - first;
	return last - first + 1;
}

static const char *facts_empty(void *data)
{
	return ((const struct fact_list *)data)->empty;
}

/* ---- Facts ---- */

void fact_list_init(struct fact_list *facts, const char *title, const char *empty, bool signs, ch_date today)
{
	*facts = (struct fact_list){.arena = CH_ARENA_EMPTY, .row_arena = CH_ARENA_EMPTY, .empty = empty};
	facts->source = (struct list_source){
		.fetch = facts_fetch,
		.count = facts_count,
		.sign = signs ? facts_sign : NULL,
		.name = facts_name,
		.span = facts_span,
		.empty = facts_empty,
		.rank = facts_rank,
	};
	facts->columns[0] = (struct ch_column){.key = "label", .label = title, .type = CH_TYPE_PHONE};
	facts->columns[1] = (struct ch_column){.key = "text", .label = "", .type = CH_TYPE_PHONE};
	list_init(&facts->list, &facts->source, facts, today);
}

void fact_list_release(struct fact_list *facts)
{
	list_release(&facts->list);
	ch_arena_release(&facts->arena);
	ch_arena_release(&facts->row_arena);
}

void fact_list_clear(struct fact_list *facts)
{
	ch_arena_reset(&facts->arena);
	facts->facts = NULL;
	facts->count = facts->room = 0;
	facts->label_width = facts->label_word = facts->width = 0;
	facts->mark = 0;
}

/* With the blanks that it begins with. */
static int longest_word(const char *label)
{
	const char *word = label + strspn(label, " ");
	int indent = (int)(word - label), most = 0;

	while (*word != '\0') {
		size_t length = strcspn(word, " ");
		struct ch_buffer part = CH_BUFFER_EMPTY;

		ch_buffer_add_bytes(&part, word, length);
		int width = indent + ch_text_width(part.text);

		ch_buffer_release(&part);
		most = width > most ? width : most;
		word += length + strspn(word + length, " ");
	}
	return most;
}

void fact_list_add(struct fact_list *facts, char sign, const char *label, const char *text)
{
	int width = ch_text_width(label);

	if ((text == NULL || *text == '\0') && *label != '\0')
		return;
	facts->facts =
		ch_arena_room(&facts->arena, facts->facts, facts->count, &facts->room, sizeof(*facts->facts));
	text = text != NULL ? text : "";
	facts->facts[facts->count++] = (struct fact){
		.label = ch_arena_copy(&facts->arena, label),
		.text = ch_arena_copy(&facts->arena, text),
		.joined = ch_arena_printf(&facts->arena, "%s%s%s", label,
					  label[strspn(label, " ")] != '\0' && *text != '\0' ? ": " : "", text),
		.sign = sign,
		.mark = facts->mark};
	if (width > facts->label_width)
		facts->label_width = width;
	width = longest_word(label);
	if (width > facts->label_word)
		facts->label_word = width;
	facts->width = 0;
}

void fact_list_printf(struct fact_list *facts, char sign, const char *label, const char *format, ...)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	va_list args;

	va_start(args, format);
	ch_buffer_vprintf(&text, format, args);
	va_end(args);
	fact_list_add(facts, sign, label, text.text);
	ch_buffer_release(&text);
}

void fact_list_mark(struct fact_list *facts, int64_t mark)
{
	facts->mark = mark;
}

int64_t fact_list_focus(struct fact_list *facts)
{
	const struct ch_row *row = list_row(&facts->list);

	if (row == NULL || facts->width == 0 || row->id < 1 || (size_t)row->id > facts->row_count)
		return 0;
	return facts->facts[facts->facts_of_rows[row->id - 1]].mark;
}

void fact_list_go_to(struct fact_list *facts, int64_t mark)
{
	facts->sought = mark;
}

/* ---- Rows ---- */

/* Takes the next row of `*rest` away from it; its length in bytes. */
static size_t next_row(const char **rest, int width)
{
	size_t next, length = ch_text_break(*rest, width, &next);

	*rest = next > 0 ? *rest + next : "";
	return length;
}

/* Blanks that a label begins with stay before what goes on below. */
static int indent_of(const char *label)
{
	return (int)strspn(label, " ");
}

static const char *label_of(const struct fact_list *facts, const struct fact *fact)
{
	return facts->joined ? "" : fact->label;
}

static const char *text_of(const struct fact_list *facts, const struct fact *fact)
{
	return facts->joined ? fact->joined : fact->text;
}

static size_t rows_of(const struct fact_list *facts, const struct fact *fact)
{
	int indent = indent_of(label_of(facts, fact));
	const char *text = text_of(facts, fact), *label = label_of(facts, fact) + indent;
	size_t rows = 0;

	do {
		next_row(&text, facts->width);
		next_row(&label, facts->columns[0].width - indent);
		rows++;
	} while (*text != '\0' || *label != '\0');
	return rows;
}

static void add_rows(struct fact_list *facts, const struct fact *fact)
{
	struct ch_arena *arena = &facts->row_arena; /* copies: the rows outlive a clearing */
	int indent = indent_of(label_of(facts, fact));
	const char *text = text_of(facts, fact), *label = label_of(facts, fact) + indent;
	char sign = fact->sign;

	do {
		struct ch_row *row = &facts->rows[facts->row_count++];
		const char *here = label, *words = text;
		size_t length = next_row(&label, facts->columns[0].width - indent);

		facts->facts_of_rows[facts->row_count - 1] = (size_t)(fact - facts->facts);
		row->id = (int64_t)facts->row_count;
		row->cells = ch_arena_array(arena, 2, sizeof(*row->cells));
		row->cells[0] = length > 0 ? ch_arena_printf(arena, "%*s%.*s", indent, "", (int)length, here) : "";
		length = next_row(&text, facts->width);
		row->cells[1] = ch_arena_copy_bytes(arena, words, length);
		row->sort_value = ch_arena_printf(arena, "%c", sign);
		sign = ' ';
	} while (*text != '\0' || *label != '\0');
}

static void make_rows(struct fact_list *facts)
{
	size_t rows = 0;

	facts->width = facts->columns[1].width;
	for (size_t i = 0; i < facts->count; i++)
		rows += rows_of(facts, &facts->facts[i]);
	ch_arena_reset(&facts->row_arena);
	facts->rows = ch_arena_array(&facts->row_arena, rows, sizeof(*facts->rows));
	facts->facts_of_rows = ch_arena_array(&facts->row_arena, rows, sizeof(*facts->facts_of_rows));
	facts->row_count = 0;
	for (size_t i = 0; i < facts->count; i++)
		add_rows(facts, &facts->facts[i]);
}

/* In a narrow pane a word of a label beside a text that has room would be broken: one stands behind the other then. */
static bool is_joined(const struct fact_list *facts, int room)
{
	return facts->label_word > room - TEXT_LEAST && *facts->columns[0].label == '\0';
}

/* Cells of the label column: the widest label's, where that leaves the texts enough. */
static int label_cells(const struct fact_list *facts, int room)
{
	int title = ch_text_width(facts->columns[0].label), most = room / LABEL_PART, label = facts->label_width;

	most = most > LABEL_MOST ? most : LABEL_MOST;
	label = label < most ? label : most;
	label = label > title ? label : title;
	label = label < room - TEXT_LEAST ? label : room - TEXT_LEAST;
	return label > 1 ? label : 1;
}

static void go_to_sought(struct fact_list *facts)
{
	size_t row = 0;

	while (row < facts->row_count && facts->facts[facts->facts_of_rows[row]].mark != facts->sought)
		row++;
	if (row < facts->row_count)
		list_go_to(&facts->list, (int64_t)row + 1);
	facts->sought = 0;
}

void fact_list_draw(struct fact_list *facts, struct canvas *canvas, struct rect area, bool focused)
{
	int room = (canvas->linear ? LINEAR : area.width) - GUTTER - GAP, label;
	int64_t place = facts->list.loaded ? facts->list.before + (int64_t)facts->list.cursor + 1 : 1;

	facts->joined = is_joined(facts, room);
	label = facts->joined ? 1 : label_cells(facts, room);
	facts->columns[0].width = label;
	facts->columns[1].width = room - label > 1 ? room - label : 1;
	if (facts->columns[1].width != facts->width) {
		make_rows(facts);
		list_restart(&facts->list); /* the rows it holds are gone */
		list_go_to(&facts->list, place);
	}
	if (facts->sought != 0)
		go_to_sought(facts);
	list_draw(&facts->list, canvas, area, focused);
}
