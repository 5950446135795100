/*
 * Items that fit equally well (palette_fit.h) keep their order, actions before
 * people, pairs and programmes; actions that cannot be chosen here, and reports, come last.
 */
#include "tui/widgets/palette.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/line/line.h"
#include "tui/widgets/list.h"
#include "tui/widgets/palette_find.h"
#include "tui/widgets/palette_fit.h"
#include "tui/widgets/palette_push.h"
#include "tui/widgets/split.h"

enum {
	PALETTE_ROWS = 14, /* or, of a high window, two thirds */
	WORST_FOUND = 3,       /* how badly what was found by its name can fit */
	WORSE_ELSEWHERE = 500, /* than any fit of what can be done here; so is a report */
};

struct palette {
	struct screen screen;
	const char *title;
	struct palette_item *items;
	size_t count;
	struct palette_find *find; /* its items follow those of `items`; NULL: nobody is looked for */
	size_t *shown; /* indexes of the items that fit, best first */
	int best;      /* how well the first of them fits */
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

/* The higher the later it was chosen; 0: never. */
static int recency(const struct palette *palette, const char *label)
{
	for (size_t i = palette->history != NULL ? palette->history->count : 0; i-- > 0;)
		if (strcmp(palette->history->lines[i].text, label) == 0)
			return (int)i + 1;
	return 0;
}

static const struct palette_item *item_of(const struct palette *palette, size_t index)
{
	return index < palette->count ? &palette->items[index] : &palette->find->items[index - palette->count];
}

static const struct palette_item *item_shown(const struct palette *palette, size_t place)
{
	return item_of(palette, palette->shown[place]);
}

static int fit_of(const struct palette *palette, const struct palette_item *item, const char *query,
		  struct ch_arena *arena)
{
	int fit = palette_fit(item, query, arena);

	if (palette->count == 0 && !palette_begins(item, query, arena))
		return PALETTE_NO_FIT;
	if (item->entity != CH_NO_ENTITY)
		return fit < WORST_FOUND ? fit : WORST_FOUND;
	if (fit < PALETTE_NO_FIT && (item->why != NULL || item->when_typed))
		return fit + WORSE_ELSEWHERE;
	return *query == '\0' ? fit - recency(palette, item->label) : fit;
}

/* Puts what fits in its order. */
static void arrange(struct palette *palette)
{
	size_t count = palette->count + (palette->find != NULL ? palette->find->count : 0);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *query = ch_text_search_key(&arena, palette->input.text.text);
	int *fits = ch_arena_array(&arena, count, sizeof(*fits));

	palette->shown_count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t place = palette->shown_count;

		fits[i] = fit_of(palette, item_of(palette, i), query, &arena);
		if (fits[i] >= PALETTE_NO_FIT)
			continue;
		for (; place > 0 && fits[palette->shown[place - 1]] > fits[i]; place--)
			palette->shown[place] = palette->shown[place - 1];
		palette->shown[place] = i;
		palette->shown_count++;
	}
	palette->best = palette->shown_count > 0 ? fits[palette->shown[0]] : PALETTE_NO_FIT;
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

/* The text changed. */
static void narrow(struct palette *palette)
{
	palette->at = palette->top = 0;
	if (palette->find != NULL) {
		palette_find_begin(palette->find, number_typed(palette) > 0 ? "" : palette->input.text.text);
		palette_find_go_on(palette->find, LIST_TYPING);
	}
	arrange(palette);
}

/* More was found: the focus stays on its item, unless it is the best as ever. */
static void take_found(struct palette *palette)
{
	size_t focused = palette->at > 0 ? palette->shown[palette->at] : SIZE_MAX;

	arrange(palette);
	for (size_t i = 0; i < palette->shown_count; i++)
		if (palette->shown[i] == focused)
			palette->at = i;
}

/* ---- Events ---- */

/* Enter takes the best: where names are not all looked for yet, and one could be better, that is waited for. */
static void find_the_rest(struct palette *palette)
{
	if (palette->find == NULL || palette->at > 0 || palette->best <= 0 || palette_find_is_done(palette->find))
		return;
	palette_find_go_on(palette->find, LIST_WHOLE);
	take_found(palette);
}

static void go_to_found(struct app *app, const struct palette_item *item, const struct palette_find *find)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *words = ch_arena_copy(&arena, find->words);
	enum ch_entity_id entity = item->entity;
	int64_t id = item->id;

	app_pop(app);
	app->open_found(app, entity, id, words);
	ch_arena_release(&arena);
}

static void run_item(struct app *app, struct palette *palette, const struct palette_item *item)
{
	void (*chosen)(struct app *, void *, int) = palette->chosen;
	void *data = palette->data;
	int value = item->value;

	if (palette->history != NULL)
		prompt_history_add(palette->history, item->label);
	app_pop(app);
	chosen(app, data, value);
}

static void choose(struct app *app, struct palette *palette)
{
	int64_t row = number_typed(palette);
	const struct palette_item *item;

	if (row > 0) {
		app_pop(app);
		list_go_to(app->top->list, row);
		return;
	}
	find_the_rest(palette);
	item = palette->shown_count > 0 ? item_shown(palette, palette->at) : NULL;
	if (item == NULL)
		app_say(app, _("Nothing is called \"%s\"; Ctrl-U shows all again"), palette->input.text.text);
	else if (item->why != NULL)
		app_say(app, "%s: %s", item->label, item->why);
	else if (item->entity != CH_NO_ENTITY)
		go_to_found(app, item, palette->find);
	else
		run_item(app, palette, item);
}

static void complete(struct palette *palette)
{
	if (palette->shown_count == 0)
		return;
	input_set(&palette->input, item_shown(palette, palette->at)->label);
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
	int label = row.width < LAYOUT_NARROW ? row.width - 12 : row.width < SPLIT_WIDTH ? 24 : 44;
	char only[160];

	if ((item->entity == CH_PAIRING || item->when_typed) && row.width >= LAYOUT_NARROW && row.width < SPLIT_WIDTH)
		label += 18; /* two names, or a title */

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
	canvas_fit(canvas, row, label + 3, 0, 9, CANVAS_LEFT, CANVAS_ACCENT,
		   item->why != NULL ? _("not here") : item->kind != NULL ? item->kind : item->keys);
	if (row.width >= LAYOUT_NARROW)
		canvas_fit(canvas, row, label + 13, 0, row.width - label - 13, CANVAS_LEFT, CANVAS_QUIET, item->help);
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
	int most = body.height * 2 / 3 > PALETTE_ROWS ? body.height * 2 / 3 : PALETTE_ROWS;
	int rows = (int)palette->count + 3 < most ? (int)palette->count + 3 : most;
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
			item_shown(palette, palette->top + y), palette->top + y == palette->at);
	if (palette->shown_count == 0 && number_typed(palette) == 0)
		canvas_wrap(canvas, rect_part(inside, 2, 1, inside.width - 2, inside.height), 0, 0, CANVAS_QUIET,
			    _("Nothing is called that. Ctrl-U shows all again"));
	if (palette->top + height < palette->shown_count)
		draw_more(canvas, box, palette->shown_count - palette->top - height);
	canvas_text(canvas, inside, 0, 0, CANVAS_BOLD, ":");
	input_draw(&palette->input, canvas, rect_part(inside, 1, 0, inside.width - 1, 1), CANVAS_PLAIN, true);
}

static void say_shown(struct line *line, const struct palette *palette)
{
	for (size_t i = 0; i < palette->shown_count; i++) {
		const struct palette_item *item = item_shown(palette, i);

		if (item->entity != CH_NO_ENTITY)
			line_say(line, "%zu. %s: %s, %s", i + 1, item->kind, item->label, item->help);
		else
			line_say(line, "%zu. %s", i + 1, item->label);
	}
}

/* The choices with their numbers, once; then a number or a part of a name. */
static void palette_line(struct screen *screen, struct line *line)
{
	struct palette *palette = palette_of(screen);
	struct app *app = line->app;
	size_t number;

	if (!line->has_rest) {
		line_say(line, "%s:", palette->title);
		say_shown(line, palette);
	}
	if (!line_ask(line, "%s", _("A number, or a part of the name; an empty line goes back: ")))
		return;
	number = line_number(line->answer.text, palette->shown_count);
	if (line->answer.length == 0 || (palette->count == 0 && strcmp(line->answer.text, "back") == 0)) {
		app_pop(app);
		return;
	}
	if (number > 0) {
		palette->at = number - 1;
	} else {
		input_set(&palette->input, line->answer.text);
		narrow(palette);
		if (palette->find != NULL && palette->shown_count > 1)
			return; /* said anew */
	}
	if (number > 0 || palette->shown_count > 0) {
		input_set(&palette->input, NULL); /* a number chosen is no row to go to */
		choose(app, palette);
	} else if (palette->count == 0) { /* something else is wanted than one of those found */
		app_pop(app);
		line_take_back(line);
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
	else if (palette->find != NULL && !palette_find_is_done(palette->find))
		ch_buffer_add(out, _("People and pairs are looked for; Enter waits for them"));
	else if (palette->shown_count == 0)
		ch_buffer_add(out, _("Nothing has a name like that"));
	else if (palette->is_choice)
		ch_buffer_add(out, _("Down and Up, or a part of the name; Enter takes it, Esc goes back"));
	else if (palette->find != NULL)
		ch_buffer_add(out, _("Part of an action's name, or of a person's or pair's; Enter goes there"));
	else
		ch_buffer_add(out, _("Type a part of the name, Enter runs it, Esc goes back"));
}

/* What lies below did not change by being covered; names may have. */
static void palette_changed(struct screen *screen, struct app *app)
{
	struct palette *palette = palette_of(screen);

	(void)app;
	if (palette->find != NULL && palette->find->count > 0)
		narrow(palette);
}

static bool palette_settle(struct screen *screen, struct app *app)
{
	struct palette *palette = palette_of(screen);

	(void)app;
	if (palette->find == NULL || !palette_find_go_on(palette->find, LIST_IDLE))
		return false;
	take_found(palette);
	return true;
}

static void palette_close(struct screen *screen, struct app *app)
{
	struct palette *palette = palette_of(screen);

	(void)app;
	input_release(&palette->input);
	if (palette->find != NULL)
		palette_find_release(palette->find);
	free(palette->find);
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
	.settle = palette_settle,
	.close = palette_close,
};

/* Where there is a scheme, and a way to what is found in it. */
static void find_names(const struct app *app, struct palette *palette)
{
	if (app->open_found == NULL || desk_of(app)->c->scheme == NULL)
		return;
	palette->find = calloc(1, sizeof(*palette->find));
	if (palette->find == NULL)
		ch_abort("out of memory");
	palette_find_init(palette->find, desk_of(app));
}

static struct palette *new_palette(struct app *app, enum palette_use use, const char *title,
				   const struct palette_item *items, size_t count,
				   void (*chosen)(struct app *, void *, int), void *data)
{
	struct palette *palette = calloc(1, sizeof(*palette));

	if (palette == NULL)
		ch_abort("out of memory");
	*palette = (struct palette){.screen = {.ops = &palette_screen},
				    .title = title,
				    .items = calloc(count + 1, sizeof(*items)),
				    .count = count,
				    .shown = calloc(count + PALETTE_FOUND_MAX, sizeof(*palette->shown)),
				    .input = INPUT_EMPTY,
				    .chosen = chosen,
				    .data = data,
				    .is_choice = use == PALETTE_CHOICE,
				    .takes_row = use == PALETTE_EVERYTHING && app->top->list != NULL};
	if (palette->items == NULL || palette->shown == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < count; i++)
		palette->items[i] = items[i];
	if (use == PALETTE_EVERYTHING) {
		palette->history = &app->commands;
		palette->history_at = app->commands.count;
	}
	if (use == PALETTE_EVERYTHING || use == PALETTE_NAMES)
		find_names(app, palette);
	narrow(palette);
	app_push(app, &palette->screen);
	return palette;
}

void palette_push(struct app *app, enum palette_use use, const char *title, const struct palette_item *items,
		  size_t count, void (*chosen)(struct app *, void *, int), void *data)
{
	new_palette(app, use, title, items, count, chosen, data);
}

bool palette_go_to_name(struct app *app, const char *text)
{
	struct palette *palette = new_palette(app, PALETTE_NAMES, _("Found"), NULL, 0, NULL, NULL);
	size_t found;

	input_set(&palette->input, text);
	narrow(palette);
	found = palette->shown_count;
	if (found == 0)
		app_pop(app);
	else if (found == 1)
		choose(app, palette);
	return found > 0;
}

void palette_choose(struct app *app, const char *title, const struct palette_item *items, size_t count,
		    void (*chosen)(struct app *app, void *data, int value), void *data)
{
	palette_push(app, PALETTE_CHOICE, title, items, count, chosen, data);
}
