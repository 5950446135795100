/*
 * Every word typed must fit: best at the start of the label, then at the start
 * of one of its words, then within it, then as letters in order, then in the
 * help. Items that fit equally well keep their order; those that cannot be
 * chosen here come last.
 */
#include "tui/widgets/palette.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/line/line.h"
#include "tui/widgets/list.h"
#include "tui/widgets/palette_where.h"

enum {
	TAB_VALUE = COMMAND_COUNT, /* values above are numbered screens */
	ELSEWHERE_VALUE = -1, /* of an item that cannot be chosen */
	PALETTE_ROWS = 14,
	WORSE_ELSEWHERE = 500, /* than any fit of what can be done here */
	NO_FIT = 1000
};

struct palette {
	struct screen screen;
	const char *title;
	struct palette_item *items;
	size_t count;
	size_t *shown; /* indexes of the items that fit, best first */
	size_t shown_count, at, top;
	struct field_input input;
	void (*chosen)(struct app *app, void *data, int value);
	void *data;
	bool takes_row; /* a number goes to that row */
	bool is_choice; /* of things that have no keys */
	struct prompt_history *history; /* what was chosen before; NULL: not kept */
	size_t history_at;
};

static struct palette *palette_of(struct screen *screen)
{
	return (struct palette *)screen;
}

/* ---- What fits ---- */

static bool letters_in_order(const char *text, const char *word, size_t length)
{
	for (; *text != '\0' && length > 0; text++)
		if (*text == *word) {
			word++;
			length--;
		}
	return length == 0;
}

/* How badly a word fits: 0 best, NO_FIT not at all. All are search keys. */
static int fit_word(const char *label, const char *help, const char *word, size_t length)
{
	const char *place = label;
	int best = NO_FIT;

	for (; *place != '\0'; place++)
		if (strncmp(place, word, length) == 0) {
			int fit = place == label ? 0 : place[-1] == ' ' ? 1 : 2;

			best = fit < best ? fit : best;
		}
	if (best < NO_FIT)
		return best;
	if (letters_in_order(label, word, length))
		return 3;
	for (place = help; *place != '\0'; place++)
		if (strncmp(place, word, length) == 0)
			return 4;
	return NO_FIT;
}

static int fit_item(const struct palette_item *item, const char *query, struct ch_arena *arena)
{
	const char *label = ch_text_search_key(arena, item->label);
	const char *help = ch_text_search_key(arena, item->help != NULL ? item->help : "");
	int fit = 0;

	if (*query != '\0' && strcmp(query, item->keys) == 0)
		return 0;
	while (*query != '\0' && fit < NO_FIT) {
		size_t length = strcspn(query, " ");

		fit += fit_word(label, help, query, length);
		query += length;
		query += strspn(query, " ");
	}
	return fit;
}

/* The higher the later it was chosen; 0: never. */
static int recency(const struct palette *palette, const char *label)
{
	for (size_t i = palette->history != NULL ? palette->history->count : 0; i-- > 0;)
		if (strcmp(palette->history->lines[i].text, label) == 0)
			return (int)i + 1;
	return 0;
}

static void narrow(struct palette *palette)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *query = ch_text_search_key(&arena, palette->input.text.text);
	int *fits = ch_arena_array(&arena, palette->count, sizeof(*fits));

	palette->shown_count = palette->at = palette->top = 0;
	for (size_t i = 0; i < palette->count; i++) {
		size_t place = palette->shown_count;

		fits[i] = fit_item(&palette->items[i], query, &arena);
		if (fits[i] >= NO_FIT)
			continue;
		if (palette->items[i].why != NULL)
			fits[i] += WORSE_ELSEWHERE;
		else if (*query == '\0')
			fits[i] -= recency(palette, palette->items[i].label);
		for (; place > 0 && fits[palette->shown[place - 1]] > fits[i]; place--)
			palette->shown[place] = palette->shown[place - 1];
		palette->shown[place] = i;
		palette->shown_count++;
	}
	ch_arena_release(&arena);
}

/* The number typed, where nothing but a number is; else 0. */
static int64_t number_typed(const struct palette *palette)
{
	const char *text = palette->input.text.text;

	if (!palette->takes_row || *text == '\0' || strlen(text) > 15 || text[strspn(text, "0123456789")] != '\0')
		return 0;
	return strtoll(text, NULL, 10);
}

/* ---- Events ---- */

static void choose(struct app *app, struct palette *palette)
{
	void (*chosen)(struct app *, void *, int) = palette->chosen;
	void *data = palette->data;
	int64_t row = number_typed(palette);
	const struct palette_item *item =
		palette->shown_count > 0 ? &palette->items[palette->shown[palette->at]] : NULL;
	int value = item != NULL ? item->value : 0;

	if (row == 0 && item == NULL) {
		app_say(app, _("Nothing is called \"%s\"; Ctrl-U shows all again"), palette->input.text.text);
		return;
	}
	if (row == 0 && item->why != NULL) {
		app_say(app, "%s: %s", item->label, item->why);
		return;
	}
	if (row == 0 && palette->history != NULL)
		prompt_history_add(palette->history, item->label);
	app_pop(app);
	if (row > 0)
		list_go_to(app->top->list, row);
	else
		chosen(app, data, value);
}

static void complete(struct palette *palette)
{
	if (palette->shown_count == 0)
		return;
	input_set(&palette->input, palette->items[palette->shown[palette->at]].label);
	narrow(palette);
}

/* Up from the first item, and Down again: what was chosen before, in the line. */
static bool history_move(struct palette *palette, int step)
{
	const struct prompt_history *history = palette->history;

	if (history == NULL || palette->at > 0 || (step < 0 && palette->history_at == 0) ||
	    (step > 0 && palette->history_at >= history->count))
		return false;
	palette->history_at = step < 0 ? palette->history_at - 1 : palette->history_at + 1;
	input_set(&palette->input,
		  palette->history_at < history->count ? history->lines[palette->history_at].text : NULL);
	narrow(palette);
	return true;
}

static bool palette_key(struct palette *palette, struct app *app, uint32_t key)
{
	size_t last = palette->shown_count > 0 ? palette->shown_count - 1 : 0;

	switch (key) {
	case K_ESC:
		app_pop(app);
		return true;
	case K_ENTER:
		choose(app, palette);
		return true;
	case K_TAB:
		complete(palette);
		return true;
	case K_UP:
	case K_CTRL('P'):
		if (!history_move(palette, -1))
			palette->at = palette->at > 0 ? palette->at - 1 : last;
		return true;
	case K_DOWN:
	case K_CTRL('N'):
		if (!history_move(palette, 1))
			palette->at = palette->at < last ? palette->at + 1 : 0;
		return true;
	case K_PAGE_DOWN:
		palette->at = palette->at + 10 < last ? palette->at + 10 : last;
		return true;
	case K_PAGE_UP:
		palette->at = palette->at > 10 ? palette->at - 10 : 0;
		return true;
	case K_BACKSPACE:
		if (palette->input.text.length > 0)
			break;
		app_pop(app);
		return true;
	default:
		break;
	}
	if (input_key(&palette->input, key) == INPUT_CHANGED)
		narrow(palette);
	return key != K_F1; /* the help works here too */
}

static bool palette_event(struct screen *screen, struct app *app, const struct event *event)
{
	struct palette *palette = palette_of(screen);

	if (event->type == EVENT_KEY)
		return palette_key(palette, app, event->key);
	if (input_paste(&palette->input, event->text) >= INPUT_CHANGED)
		narrow(palette);
	return true;
}

/* ---- As a screen ---- */

static void palette_title(const struct screen *screen, struct ch_buffer *out)
{
	screen->below->ops->title(screen->below, out);
}

/* An item of a choice has no key: its label takes what it needs, and its note what is left. */
static void draw_choice(struct canvas *canvas, struct rect row, const struct palette_item *item, bool here)
{
	int cells = ch_text_width(item->label);

	canvas_fit(canvas, row, 2, 0, row.width - 2, CANVAS_LEFT, here ? CANVAS_BOLD : CANVAS_PLAIN, item->label);
	if (here)
		canvas_text(canvas, row, 0, 0, CANVAS_BOLD | CANVAS_ACCENT, ">");
	if (item->help != NULL && cells + 8 < row.width)
		canvas_fit(canvas, row, cells + 4, 0, row.width - cells - 4, CANVAS_LEFT, CANVAS_QUIET, item->help);
}

static void draw_item(struct canvas *canvas, struct rect row, const struct palette_item *item, bool here)
{
	int label = row.width < LAYOUT_NARROW ? row.width - 12 : 24;
	char only[160];

	if (here) {
		canvas_text(canvas, row, 0, 0, CANVAS_BOLD | CANVAS_ACCENT, ">");
	}
	canvas_fit(canvas, row, 2, 0, label, CANVAS_LEFT,
		   here ? CANVAS_BOLD : item->why != NULL ? CANVAS_QUIET : CANVAS_PLAIN, item->label);
	if (item->why != NULL && row.width >= LAYOUT_NARROW) {
		snprintf(only, sizeof(only), _("only %s"), item->why);
		canvas_fit(canvas, row, label + 3, 0, row.width - label - 3, CANVAS_LEFT, CANVAS_QUIET, only);
		return;
	}
	canvas_fit(canvas, row, label + 3, 0, 8, CANVAS_LEFT, CANVAS_ACCENT,
		   item->why != NULL ? _("not here") : item->keys);
	if (row.width >= LAYOUT_NARROW)
		canvas_fit(canvas, row, label + 12, 0, row.width - label - 12, CANVAS_LEFT, CANVAS_QUIET, item->help);
}

/* How many more there are below what the box shows, on its lower edge. */
static void draw_more(struct canvas *canvas, struct rect box, size_t more)
{
	char words[64];
	int cells;

	if (more == 0)
		return;
	snprintf(words, sizeof(words), _(" %zu more below "), more);
	cells = ch_text_width(words);
	canvas_text(canvas, rect_part(box, box.width - cells - 2, box.height - 1, cells, 1), 0, 0, CANVAS_QUIET, words);
}

static void palette_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct palette *palette = palette_of(screen);
	int rows = (int)palette->count + 3 < PALETTE_ROWS ? (int)palette->count + 3 : PALETTE_ROWS;
	size_t height;
	struct rect box, inside;

	(void)app;
	rows = rows < body.height ? rows : body.height;
	box = rect_part(body, 0, body.height - rows, body.width, rows);
	inside = canvas_box(canvas, box, CANVAS_QUIET, palette->title);
	height = inside.height > 2 ? (size_t)inside.height - 1 : 1;
	if (palette->at < palette->top)
		palette->top = palette->at;
	if (palette->at >= palette->top + height)
		palette->top = palette->at - height + 1;
	for (size_t y = 0; y < height && palette->top + y < palette->shown_count; y++)
		(palette->is_choice ? draw_choice : draw_item)(
			canvas, rect_part(inside, 0, (int)y + 1, inside.width, 1),
			&palette->items[palette->shown[palette->top + y]], palette->top + y == palette->at);
	if (palette->shown_count == 0 && number_typed(palette) == 0)
		canvas_wrap(canvas, rect_part(inside, 2, 1, inside.width - 2, inside.height), 0, 0, CANVAS_QUIET,
			    _("Nothing is called that. Ctrl-U shows all again"));
	if (palette->top + height < palette->shown_count)
		draw_more(canvas, box, palette->shown_count - palette->top - height);
	canvas_text(canvas, inside, 0, 0, CANVAS_BOLD, ":");
	input_draw(&palette->input, canvas, rect_part(inside, 1, 0, inside.width - 1, 1), CANVAS_PLAIN, true);
}

/* The choices with their numbers, once; then a number or a part of a name. */
static void palette_line(struct screen *screen, struct line *line)
{
	struct palette *palette = palette_of(screen);
	struct app *app = line->app;
	size_t number;

	if (!line->has_rest) {
		line_say(line, "%s:", palette->title);
		for (size_t i = 0; i < palette->shown_count; i++)
			line_say(line, "%zu. %s", i + 1, palette->items[palette->shown[i]].label);
	}
	if (!line_ask(line, "%s", _("A number, or a part of the name; an empty line goes back: ")))
		return;
	number = line_number(line->answer.text, palette->shown_count);
	if (line->answer.length == 0) {
		app_pop(app);
		return;
	}
	if (number > 0) {
		palette->at = number - 1;
	} else {
		input_set(&palette->input, line->answer.text);
		narrow(palette);
	}
	if (number > 0 || palette->shown_count > 0) {
		input_set(&palette->input, NULL); /* a number chosen is no row to go to */
		choose(app, palette);
	} else {
		line_say(line, _("Nothing is called \"%s\""), line->answer.text);
		input_set(&palette->input, NULL);
		narrow(palette);
	}
}

static void palette_status(const struct screen *screen, struct ch_buffer *out)
{
	const struct palette *palette = (const struct palette *)screen;
	int64_t row = number_typed(palette);

	if (row > 0)
		ch_buffer_printf(out, _("Enter goes to row %lld"), (long long)row);
	else if (palette->shown_count == 0)
		ch_buffer_add(out, _("Nothing has a name like that"));
	else if (palette->is_choice)
		ch_buffer_add(out, _("Down and Up, or a part of the name; Enter takes it, Esc goes back"));
	else
		ch_buffer_add(out, _("Type a part of the name, Enter runs it, Esc goes back"));
}

/* What lies below did not change by being covered. */
static void palette_changed(struct screen *screen, struct app *app)
{
	(void)screen;
	(void)app;
}

static void palette_close(struct screen *screen, struct app *app)
{
	struct palette *palette = palette_of(screen);

	(void)app;
	input_release(&palette->input);
	free(palette->items);
	free(palette->shown);
	free(palette);
}

static const struct screen_ops palette_screen = {
	.context = IN_FORM, /* letters are typed */
	.overlay = true,
	.title = palette_title,
	.draw = palette_draw,
	.line = palette_line,
	.event = palette_event,
	.status = palette_status,
	.changed = palette_changed,
	.close = palette_close,
};

static struct palette *palette_push(struct app *app, const char *title, const struct palette_item *items, size_t count,
				    void (*chosen)(struct app *, void *, int), void *data)
{
	struct palette *palette = calloc(1, sizeof(*palette));

	if (palette == NULL)
		ch_abort("out of memory");
	*palette = (struct palette){.screen = {.ops = &palette_screen},
				    .title = title,
				    .items = calloc(count + 1, sizeof(*items)),
				    .count = count,
				    .shown = calloc(count + 1, sizeof(*palette->shown)),
				    .input = INPUT_EMPTY,
				    .chosen = chosen,
				    .data = data};
	if (palette->items == NULL || palette->shown == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < count; i++)
		palette->items[i] = items[i];
	narrow(palette);
	app_push(app, &palette->screen);
	return palette;
}

void palette_choose(struct app *app, const char *title, const struct palette_item *items, size_t count,
		    void (*chosen)(struct app *app, void *data, int value), void *data)
{
	palette_push(app, title, items, count, chosen, data)->is_choice = true;
}

/* ---- Actions ---- */

static void run_chosen(struct app *app, void *data, int value)
{
	(void)data;
	app->key = K_NONE;
	if (value >= TAB_VALUE)
		app_go(app, (size_t)(value - TAB_VALUE));
	else
		app_run(app, (enum command)value);
}

/* With `own` only those of the screen, and of the others those that no key is the way to. */
static size_t add_offers(const struct app *app, bool own, struct palette_item *items)
{
	const struct screen *screen = app->top;
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(app, screen, offers), used = 0;

	for (size_t i = 0; i < count; i++) {
		enum command command = offers[i].binding->command;
		const struct binding *bindings = screen->ops->bindings;
		bool of_screen = bindings != NULL && offers[i].binding >= bindings &&
				 offers[i].binding < bindings + screen->ops->binding_count;

		items[used] = (struct palette_item){
			.label = offer_label(&offers[i]),
			.help = offer_help(&offers[i]),
			.value = (int)command,
		};
		command_key(app->keymap, command, screen->ops->context, items[used].keys);
		if ((!own || of_screen || *items[used].keys == '\0') && command != COMMAND_PALETTE &&
		    command != COMMAND_GO)
			used++;
	}
	return used;
}

static bool has_value(const struct palette_item *items, size_t count, int value)
{
	for (size_t i = 0; i < count; i++)
		if (items[i].value == value)
			return true;
	return false;
}

/* What can be done elsewhere only, and where; with what the command line alone does. */
static size_t add_elsewhere(struct palette_item *items, size_t count)
{
	size_t typed_count;
	const struct palette_typed *typed = palette_typed(&typed_count);

	for (enum command command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const char *where = palette_where(command);

		if (where == NULL || has_value(items, count, (int)command))
			continue;
		items[count++] = (struct palette_item){.label = _(command_info(command)->label),
						       .help = _(command_info(command)->help),
						       .value = ELSEWHERE_VALUE,
						       .why = _(where)};
	}
	for (size_t i = 0; i < typed_count; i++)
		items[count++] = (struct palette_item){
			.label = _(typed[i].label), .value = ELSEWHERE_VALUE, .why = _(typed[i].command)};
	return count;
}

void palette_open(struct app *app)
{
	struct palette_item items[APP_OFFERS_MAX + APP_TABS_MAX + COMMAND_COUNT + PALETTE_TYPED_MAX];
	size_t count = add_offers(app, false, items);
	struct palette *palette;
	bool takes_row = app->top->list != NULL;

	for (size_t i = 0; i < app->tab_count; i++) {
		items[count] = (struct palette_item){.label = _(app->tabs[i].label),
						     .help = _("Go to this screen"),
						     .value = TAB_VALUE + (int)i};
		key_to_name('1' + (uint32_t)i, items[count++].keys);
	}
	count = add_elsewhere(items, count);
	palette = palette_push(app, _("Do"), items, count, run_chosen, NULL);
	palette->takes_row = takes_row;
	palette->history = &app->commands;
	palette->history_at = app->commands.count;
	narrow(palette);
}

void palette_open_own(struct app *app)
{
	struct palette_item items[APP_OFFERS_MAX];
	size_t count = add_offers(app, true, items);

	palette_push(app, _("All actions"), items, count, run_chosen, NULL);
}
