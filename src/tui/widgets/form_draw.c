/*
 * Wide: label, field, and the meaning beside it. Narrow: the label and the
 * meaning in a row of their own above the field. Whole fields scroll.
 */
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_parts.h"

enum { LABEL_X = 2, LABEL_MOST = 28, LINES_MOST = 8, LINES_LEAST = 2, FIELD_LEAST = 12,
       FIELD_MOST = 40, HELP_MOST = 3 };

/* Where the parts of every field stand. */
struct form_measure {
	bool narrow;
	int field_x, field_width;     /* of a field of one line that has its meaning beside it */
	int meaning_x, meaning_width; /* 0: no room beside it */
	int lines_width;	      /* of many lines, of choices, of what needs no meaning */
};

static struct form_measure measure_form(const struct form *form, int width)
{
	struct form_measure measure = {.narrow = width < LAYOUT_NARROW};
	int label = 0, needed = ch_text_width(_("needed")), room;

	for (size_t i = 0; i < form->entry_count; i++) {
		int cells = ch_text_width(form_field_label(&form->entries[i].field));

		label = cells > label ? cells : label;
		/* "needed" of many lines stands there, too. */
		if (form->entries[i].input.lines && form->entries[i].field.required && label < needed)
			label = needed;
	}
	label = label < LABEL_MOST ? label : LABEL_MOST;
	measure.field_x = measure.narrow ? LABEL_X + 2 : LABEL_X + label + 2;
	room = width - measure.field_x - 1;
	measure.lines_width = room;
	measure.field_width = measure.narrow ? room : room * 6 / 10;
	if (measure.field_width > FIELD_MOST)
		measure.field_width = FIELD_MOST;
	measure.meaning_x = measure.field_x + measure.field_width + 2;
	measure.meaning_width = measure.narrow ? 0 : width - measure.meaning_x - 1;
	return measure;
}

/* What the text of a date or a length means. */
static void plain_meaning(const struct form *form, const struct form_entry *entry, struct ch_buffer *out)
{
	struct ch_error err;
	ch_date date;
	int minutes, start;
	char shown[16];

	if (entry->field.type == CH_TYPE_DATE) {
		if (ch_date_parse(entry->input.text.text, form->today, entry->field.ahead, &date, &err) == CH_OK)
			ch_buffer_printf(out, "= %s", ch_date_show(date, form->today, shown));
		else
			ch_buffer_add(out, _("? no date yet"));
	} else if (entry->field.type == CH_TYPE_MINUTES) {
		if (ch_minutes_parse(entry->input.text.text, &minutes, &start, &err) != CH_OK)
			ch_buffer_add(out, _("? no length yet"));
		else if (start >= 0)
			ch_buffer_printf(out, _("= %d minutes from %d:%02d"), minutes, start / 60, start % 60);
		else
			ch_buffer_printf(out, _("= %d minutes"), minutes);
	}
}

/*
 * Whom a name means is looked up in all of the scheme: once for each text, and not while the list of those who fit
 * is open, which says more.
 */
static void name_meaning(const struct form *form, size_t index, struct form_entry *entry, struct ch_buffer *out)
{
	if (form->ops->meaning == NULL || entry->field.answers || (index == form->focus && form->popup.open))
		return;
	if (!entry->is_asked || strcmp(entry->asked.text, entry->input.text.text) != 0) {
		ch_buffer_clear(&entry->meaning);
		form->ops->meaning(form, form->data, index, &entry->meaning);
		ch_buffer_clear(&entry->asked);
		ch_buffer_add(&entry->asked, entry->input.text.text);
		entry->is_asked = true;
	}
	ch_buffer_add(out, entry->meaning.text);
}

void form_meaning(const struct form *form, size_t index, struct ch_buffer *out)
{
	struct form_entry *entry = &form->entries[index];

	if (entry->input.text.length == 0 && (entry->field.required || !form->ops->tells_blank)) {
		if (entry->field.required)
			ch_buffer_add(out, _("needed"));
	} else if (entry->field.type == CH_TYPE_ID) {
		name_meaning(form, index, entry, out);
	} else {
		if (form->ops->meaning != NULL && !entry->field.answers)
			form->ops->meaning(form, form->data, index, out);
		if (out->length == 0 && entry->input.text.length > 0)
			plain_meaning(form, entry, out);
	}
}

void form_forget_meanings(struct form *form)
{
	for (size_t i = 0; i < form->entry_count; i++)
		form->entries[i].is_asked = false;
}

/* "needed" of many lines stands at their label, where that of one line stands, too: under them it would be adrift. */
static bool is_needed(const struct form_entry *entry)
{
	return entry->field.required && entry->input.text.length == 0;
}

/* What many lines mean stands under them, in rows of its own. */
static int meaning_below(const struct form *form, size_t index, struct canvas *canvas, struct rect area)
{
	struct ch_buffer meaning = CH_BUFFER_EMPTY;
	int rows;

	if (!form->entries[index].input.lines || is_needed(&form->entries[index]))
		return 0;
	form_meaning(form, index, &meaning);
	rows = meaning.length > 0 ? canvas_wrap(canvas, area, 0, 0, CANVAS_QUIET, meaning.text) : 0;
	ch_buffer_release(&meaning);
	return rows;
}

/* Cells that the choices of a field may take: beside them nothing needs saying. */
static int choice_width(const struct form_measure *measure)
{
	return measure->lines_width;
}

static int input_height(const struct form_entry *entry, const struct form_measure *measure, int room)
{
	int rows;

	if (choice_list(&entry->field) != NULL)
		return choice_rows(entry, choice_width(measure));
	if (!entry->input.lines)
		return 1;
	rows = input_rows(&entry->input, measure->lines_width - 1);
	rows = rows < LINES_LEAST ? LINES_LEAST : rows > LINES_MOST ? LINES_MOST : rows;
	return rows < room ? rows : room;
}

static int error_height(const struct form_entry *entry, struct canvas *canvas, const struct form_measure *measure)
{
	struct rect nowhere = {.width = measure->lines_width}; /* no height: measures, draws nothing */

	return canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, entry->error.text);
}

static int entry_height(const struct form *form, size_t index, struct canvas *canvas,
			const struct form_measure *measure, int room)
{
	const struct form_entry *entry = &form->entries[index];
	struct rect nowhere = {.width = measure->lines_width};

	return (entry->field.heading != NULL ? 1 : 0) + (measure->narrow ? 1 : 0) +
	       input_height(entry, measure, room) + meaning_below(form, index, canvas, nowhere) +
	       error_height(entry, canvas, measure);
}

static void draw_heading(struct canvas *canvas, struct rect area, const char *heading)
{
	int cells;

	canvas_line_across(canvas, area, LABEL_X, 0, area.width - LABEL_X - 1, CANVAS_QUIET);
	cells = ch_text_width(heading) + 2;
	if (cells < area.width - 8) {
		struct rect words = rect_part(area, area.width - cells - 4, 0, cells, 1);

		canvas_fill(canvas, words, CANVAS_PLAIN);
		canvas_text(canvas, words, 1, 0, CANVAS_BOLD, heading);
	}
}

/* Cells of the meaning that stands behind the label: what the label leaves, and half of the row at least. */
static int narrow_meaning(const struct ch_buffer *meaning, const char *label, int width)
{
	int cells = ch_text_width(meaning->text), most = width - LABEL_X - ch_text_width(label) - 3;

	most = most > width / 2 - 3 ? most : width / 2 - 3;
	return cells < most ? cells : most;
}

/* Cells that the field gives up to a meaning too long for its place: those that what is typed leaves free. */
static int given_up(const struct form_entry *entry, const struct ch_buffer *meaning, const struct form_measure *measure)
{
	int lacking = ch_text_width(meaning->text) - measure->meaning_width;
	int typed = ch_text_width(entry->input.text.text) + 1;
	int free = measure->field_width - (typed > FIELD_LEAST ? typed : FIELD_LEAST);

	if (lacking <= 0 || free <= 0)
		return 0;
	return lacking < free ? lacking : free;
}

/* Draws the label, the field and what belongs to it; returns where the field itself is. */
static struct rect draw_entry(struct form *form, size_t index, struct canvas *canvas, struct rect area,
			      const struct form_measure *measure)
{
	struct form_entry *entry = &form->entries[index];
	bool focused = index == form->focus, chosen = choice_list(&entry->field) != NULL;
	bool lines = entry->input.lines;
	struct ch_buffer meaning = CH_BUFFER_EMPTY;
	const char *label = form_field_label(&entry->field);
	struct rect field;
	int y = 0, height, behind, less;

	if (entry->field.heading != NULL)
		draw_heading(canvas, rect_part(area, 0, y++, area.width, 1), _(entry->field.heading));
	if (focused)
		canvas_text(canvas, area, 0, y, CANVAS_BOLD | CANVAS_ACCENT, ">");
	if (!lines || is_needed(entry))
		form_meaning(form, index, &meaning);
	behind = measure->narrow ? narrow_meaning(&meaning, label, area.width) : 0;
	less = measure->narrow || chosen || lines ? 0 : given_up(entry, &meaning, measure);
	canvas_fit(canvas, area, LABEL_X, y,
		   measure->narrow ? area.width - LABEL_X - 3 - behind : measure->field_x - LABEL_X - 1, CANVAS_LEFT,
		   focused ? CANVAS_BOLD : CANVAS_PLAIN, label);
	if (lines && !measure->narrow)
		canvas_fit(canvas, area, LABEL_X, y + 1, measure->field_x - LABEL_X - 1, CANVAS_LEFT, CANVAS_QUIET,
			   meaning.text);
	else if (measure->narrow)
		canvas_fit(canvas, area, area.width - 1 - behind, y++, behind, CANVAS_RIGHT, CANVAS_QUIET,
			   meaning.text);
	else if (!chosen)
		canvas_fit(canvas, area, measure->meaning_x - less, y, measure->meaning_width + less, CANVAS_LEFT,
			   CANVAS_QUIET, meaning.text);
	height = input_height(entry, measure, area.height - y);
	field = rect_part(area, measure->field_x, y,
			  chosen || lines || meaning.length == 0 ? measure->lines_width
								   : measure->field_width - less,
			  height);
	if (chosen)
		choice_draw(entry, canvas, field, focused);
	else
		input_draw(&entry->input, canvas, field, focused ? CANVAS_UNDERLINE : CANVAS_PLAIN, focused);
	y += height;
	y += meaning_below(form, index, canvas,
			   rect_part(area, measure->field_x, y, measure->lines_width, area.height));
	canvas_wrap(canvas, rect_part(area, measure->field_x, y, measure->lines_width, area.height), 0, 0,
		    CANVAS_URGENT, entry->error.text);
	ch_buffer_release(&meaning);
	return field;
}

/* Scrolls so that the focused field is shown whole. */
static void scroll_to_focus(struct form *form, struct canvas *canvas, struct rect area,
			    const struct form_measure *measure)
{
	int rows = 0;
	size_t first = form->focus;

	while (first > 0 && rows + entry_height(form, first, canvas, measure, area.height) <= area.height)
		rows += entry_height(form, first--, canvas, measure, area.height);
	if (rows + entry_height(form, first, canvas, measure, area.height) > area.height && first < form->focus)
		first++;
	if (form->first < first)
		form->first = first;
	if (form->first > form->focus)
		form->first = form->focus;
	/* No rows stay empty at the bottom while there are fields above. */
	for (rows = 0, first = form->entry_count; first > 0; first--) {
		rows += entry_height(form, first - 1, canvas, measure, area.height);
		if (rows > area.height)
			break;
	}
	if (form->first > first)
		form->first = first;
}

static const char *help_of(const struct form_entry *entry)
{
	return form_field_help(&entry->field);
}

/* Rows that all fields take. */
static int all_rows(const struct form *form, struct canvas *canvas, const struct form_measure *measure, int room)
{
	int rows = 0;

	for (size_t i = 0; i < form->entry_count && rows < room; i++)
		rows += entry_height(form, i, canvas, measure, room);
	return rows;
}

/*
 * What the focused field is for stands in the last rows: in more than one where it is long, there is room, and nothing
 * is refused, which wants to be read first.
 */
static int help_rows(const struct form *form, struct canvas *canvas, struct rect body,
		     const struct form_measure *measure)
{
	const struct form_entry *entry = &form->entries[form->focus];
	struct rect nowhere = {.width = body.width - LABEL_X - 1}; /* no height: measures, draws nothing */
	int rows = canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, help_of(entry)), most = body.height / 2;

	if (entry->error.length > 0)
		most = body.height - all_rows(form, canvas, measure, body.height);
	most = most > 1 ? most : 1;
	most = most < HELP_MOST ? most : HELP_MOST;
	rows = rows < most ? rows : most;
	return rows < 1 ? 1 : rows;
}

void form_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct form *form = (struct form *)screen;
	struct form_measure measure = measure_form(form, body.width);
	int help = help_rows(form, canvas, body, &measure), y = 0;
	struct rect area = rect_part(body, 0, 0, body.width, body.height - help), field = area;

	(void)app;
	scroll_to_focus(form, canvas, area, &measure);
	for (size_t i = form->first; i < form->entry_count && y < area.height; i++) {
		struct rect place = draw_entry(form, i, canvas, rect_part(area, 0, y, area.width, area.height),
					       &measure);

		if (i == form->focus)
			field = place;
		form->last = i;
		y += entry_height(form, i, canvas, &measure, area.height);
	}
	canvas_wrap(canvas, rect_part(body, LABEL_X, body.height - help, body.width - LABEL_X - 1, help), 0, 0,
		    CANVAS_QUIET, help_of(form_focused(form)));
	if (form->popup.open)
		popup_draw(form, canvas, body, field);
}
