/* Each row is drawn by one function; what gives way first in narrow windows is said in each. */
#include "tui/widgets/status.h"

#include <stdio.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/list.h"
#include "tui/widgets/list_window.h"

/*
 * The title; one too long keeps what stands behind its last bar, "| 2 of 13": that changes, and says how much there is.
 */
static void draw_title(struct canvas *canvas, struct rect row, int x, int width, enum canvas_align align,
		       const char *title)
{
	const char *bar = strrchr(title, '|'), *tail = bar != NULL && bar > title && bar[-1] == ' ' ? bar - 1 : NULL;
	int cells = tail != NULL ? ch_text_width(tail) : 0;
	struct ch_buffer head = CH_BUFFER_EMPTY;

	if (tail == NULL || cells >= width / 2 || ch_text_width(title) <= width) {
		canvas_fit(canvas, row, x, 0, width, align, CANVAS_BOLD, title);
		return;
	}
	ch_buffer_add_bytes(&head, title, (size_t)(tail - title));
	canvas_fit(canvas, row, x, 0, width - cells, align, CANVAS_BOLD, head.text);
	canvas_fit(canvas, row, x + width - cells, 0, cells, align, CANVAS_BOLD, tail);
	ch_buffer_release(&head);
}

/* The screen's own title stands at the right and goes first; the scheme's name is cut, and left out in one column. */
static void draw_header(struct app *app, struct canvas *canvas, struct rect row)
{
	struct ch_buffer title = CH_BUFFER_EMPTY, left = CH_BUFFER_EMPTY;
	int width;

	app->top->ops->title(app->top, &title);
	if (row.width < LAYOUT_NARROW) {
		draw_title(canvas, row, 1, row.width - 1, CANVAS_LEFT, title.text);
	} else {
		width = ch_text_width(title.text);
		width = width < row.width - 12 ? width : row.width - 12;
		ch_buffer_printf(&left, "chiron | %s", app->title != NULL ? app->title : "");
		canvas_fit(canvas, row, 1, 0, row.width - width - 4, CANVAS_LEFT, CANVAS_PLAIN, left.text);
		draw_title(canvas, row, row.width - width - 1, width, CANVAS_RIGHT, title.text);
	}
	ch_buffer_release(&title);
	ch_buffer_release(&left);
}

/* "[1 Today] 2 People  3 Pairs"; where the words do not fit, only the present one keeps its. */
static void draw_tabs(struct app *app, struct canvas *canvas, struct rect row)
{
	int x = 0, all = 0;

	if (row.height <= 0)
		return;
	for (size_t i = 0; i < app->tab_count; i++)
		all += ch_text_width(_(app->tabs[i].label)) + 4;
	for (size_t i = 0; i < app->tab_count; i++) {
		bool here = i == app->tab;
		bool word = here || all <= row.width;
		char text[96];

		snprintf(text, sizeof(text), "%c%zu%s%s%c", here ? '[' : ' ', i + 1, word ? " " : "",
			 word ? _(app->tabs[i].label) : "", here ? ']' : ' ');
		app_add_spot(app, rect_part(row, x, 0, ch_text_width(text), 1), '1' + (uint32_t)i);
		x += canvas_text(canvas, row, x, 0, here ? CANVAS_BOLD | CANVAS_ACCENT : CANVAS_PLAIN, text);
	}
}

/* Of a question, what stands in the rows of the status: all that does not fit the last row with its answers. */
static void add_question(const struct question *question, int width, struct ch_buffer *out)
{
	const char *text = question->text.text;

	if (question->word != NULL)
		ch_buffer_add(out, text);
	else
		ch_buffer_add_bytes(out, text, (size_t)(question_tail(question, width) - text));
}

/* A question, a message, or what the screen has to say: what is to be read to its end. "": none. */
static void whole_text(const struct app *app, int width, struct ch_buffer *out)
{
	if (app->question.answer != NULL)
		add_question(&app->question, width, out);
	if (out->length > 0)
		return;
	if (app->message.length > 0)
		ch_buffer_add(out, app->message.text);
	else if (app->top->ops->status != NULL)
		app->top->ops->status(app->top, out);
}

/* Rows of the status with a prompt in them: its own, and those of its foot that the row of hints does not hold. */
static int rows_of_prompt(struct app *app, struct canvas *canvas)
{
	int foot = prompt_foot_rows(app, canvas, canvas->width);

	return app->prompt.spec->top ? foot - 1 : foot;
}

int status_rows(struct app *app, struct canvas *canvas)
{
	struct rect nowhere = {.width = canvas->width - 2}; /* no height: measures, draws nothing */
	struct ch_buffer text = CH_BUFFER_EMPTY;
	int rows, most = canvas->height / 3;

	whole_text(app, nowhere.width, &text);
	if (app->question.answer == NULL && app->message.length == 0 && app->prompt.spec == NULL)
		most = LAYOUT_STATUS_MAX;
	rows = app->prompt.spec != NULL ? rows_of_prompt(app, canvas)
					: canvas_wrap(canvas, nowhere, 0, 0, CANVAS_PLAIN, text.text);
	ch_buffer_release(&text);
	return rows < 1 ? 1 : rows < most ? rows : most;
}

static void draw_status(struct app *app, struct canvas *canvas, struct rect area)
{
	unsigned style = app->question.answer != NULL ? CANVAS_BOLD
			 : app->message.length > 0    ? app->message_style
						      : CANVAS_PLAIN;
	struct ch_buffer text = CH_BUFFER_EMPTY;

	whole_text(app, area.width - 2, &text);
	if (text.length == 0 && app->top->ops->status == NULL && app->top->list != NULL)
		list_status(app->top->list, &text);
	if (area.height > 1)
		canvas_wrap(canvas, rect_part(area, 1, 0, area.width - 2, area.height), 0, 0, style, text.text);
	else
		canvas_fit(canvas, area, 1, 0, area.width - 1, CANVAS_LEFT, style, text.text);
	ch_buffer_release(&text);
}

/* What does no harm where nothing is listed, and helps nobody. */
static bool is_idle(const struct app *app, enum command command)
{
	const struct list *list = app->top->list;

	if (command != COMMAND_FILTER && command != COMMAND_COLUMNS && command != COMMAND_SORT)
		return false;
	return list != NULL && window_rows(list) == 0 && list->filter.length == 0;
}

/* Cells of "key:label", into `text`; 0 where the offer has no hint here. */
static int hint_text(const struct app *app, const struct offer *offer, char *text, size_t size)
{
	const struct command_info *info = command_info(offer->binding->command);
	size_t marks = app->top->list != NULL ? list_marked(app->top->list, NULL) : 0;
	char key[KEY_NAME_SIZE];

	if (!info->hint || is_idle(app, offer->binding->command) ||
	    *command_key(app->keymap, offer->binding->command, app->top->ops->context, key) == '\0')
		return 0;
	if (offer->binding->on_marks && marks > 0)
		snprintf(text, size, "%s:%s %zu", key, offer_label(offer), marks);
	else
		snprintf(text, size, "%s:%s", key, offer_label(offer));
	return ch_text_width(text);
}

/* The way out and the help: they stand at the end of every row of hints. */
static bool is_last(enum command command)
{
	return command == COMMAND_BACK || command == COMMAND_LEAVE || command == COMMAND_HELP;
}

/* Draws a hint, which is also a place to click; returns its cells. */
static int draw_hint(struct app *app, struct canvas *canvas, struct rect row, int x, const struct offer *offer,
		     const char *text)
{
	char key[KEY_NAME_SIZE];

	command_key(app->keymap, offer->binding->command, app->top->ops->context, key);
	app_add_spot(app, rect_part(row, x, 0, ch_text_width(text), 1), key_named(key, strlen(key)));
	return canvas_text(canvas, row, x, 0, CANVAS_PLAIN, text);
}

/* What is done to all that are marked stands before what is done to one. */
static void marked_first(const struct app *app, struct offer offers[], size_t count)
{
	size_t marks = app->top->list != NULL ? list_marked(app->top->list, NULL) : 0, to = 0;

	for (size_t i = 0; marks > 0 && i < count; i++) {
		struct offer offer = offers[i];

		if (!offer.binding->on_marks)
			continue;
		memmove(&offers[to + 1], &offers[to], (i - to) * sizeof(offer));
		offers[to++] = offer;
	}
}

static void draw_hints(struct app *app, struct canvas *canvas, struct rect row)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(app, app->top, offers);
	char text[128];
	int x = 1, last_width = 0;

	for (app->hint_count = 0; app->hint_count < count; app->hint_count++)
		app->hints[app->hint_count] = offers[app->hint_count].binding;
	marked_first(app, offers, count);
	for (size_t i = 0; i < count; i++)
		if (is_last(offers[i].binding->command))
			last_width += hint_text(app, &offers[i], text, sizeof(text)) + 2;
	for (size_t i = 0; i < count; i++) {
		int width = is_last(offers[i].binding->command) ? 0 : hint_text(app, &offers[i], text, sizeof(text));

		if (width == 0)
			continue;
		if (x + width + last_width > row.width) /* a shorter one may still fit, but order says more */
			break;
		draw_hint(app, canvas, row, x, &offers[i], text);
		x += width + 2;
	}
	for (size_t i = 0; i < count; i++)
		if (is_last(offers[i].binding->command) && hint_text(app, &offers[i], text, sizeof(text)) > 0)
			x += draw_hint(app, canvas, row, x, &offers[i], text) + 2;
}

bool status_hints_stand(const struct app *app)
{
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(app, app->top, offers), same = 0;

	while (same < count && same < app->hint_count && offers[same].binding == app->hints[same])
		same++;
	return same == count && count == app->hint_count;
}

void status_draw_step(struct app *app, struct canvas *canvas, const struct layout *layout)
{
	canvas_fill(canvas, layout->status, CANVAS_PLAIN);
	draw_status(app, canvas, layout->status);
}

/* Under the prompt lie the rest of the status and the hints; a prompt at the top leaves its place to the status. */
static void draw_prompt(struct app *app, struct canvas *canvas, const struct layout *layout)
{
	struct rect foot = layout->status;
	int rows;

	foot.height++;
	if (!app->prompt.spec->top) {
		prompt_draw(app, canvas, rect_part(foot, 0, 0, foot.width, 1),
			    rect_part(foot, 0, 1, foot.width, foot.height - 1));
		return;
	}
	rows = prompt_foot_rows(app, canvas, canvas->width);
	rows = rows < 1 ? 1 : rows < foot.height ? rows : foot.height;
	prompt_draw(app, canvas, rect_part(layout->body, 0, -1, layout->body.width, 1),
		    rect_part(foot, 0, foot.height - rows, foot.width, rows));
}

void status_draw(struct app *app, struct canvas *canvas, const struct layout *layout)
{
	const struct prompt *prompt = &app->prompt;

	draw_header(app, canvas, layout->header);
	draw_tabs(app, canvas, layout->tabs);
	canvas_line_across(canvas, layout->rule, 0, 0, layout->rule.height > 0 ? layout->rule.width : 0,
			   CANVAS_QUIET);
	draw_status(app, canvas, layout->status);
	if (prompt->spec != NULL)
		draw_prompt(app, canvas, layout);
	else
		draw_hints(app, canvas, layout->hints);
	if (app->question.answer != NULL)
		question_draw(&app->question, canvas, layout->hints);
}
