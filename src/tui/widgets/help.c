/* A text to read: lines made once for a width, a cursor that moves among them. */
#include "tui/widgets/help.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/arena.h"
#include "chiron/text.h"

enum { KEYS_CELLS = 15, LABEL_CELLS = 14, KEYS_SIZE = 64, LINES_MAX = 3 * APP_OFFERS_MAX };

struct help {
	struct screen screen;
	struct ch_arena arena;
	const char *lines[LINES_MAX];
	size_t line_count, at, top, height;
	int width; /* that the lines are made for; 0: not made yet */
	struct ch_buffer wanted; /* what `n` looks for */
	struct prompt_history searches;
};

static struct help *help_of(struct screen *screen)
{
	return (struct help *)screen;
}

/* ---- Lines ---- */

static void add_line(struct help *help, const char *line)
{
	if (help->line_count < LINES_MAX)
		help->lines[help->line_count++] = line;
}

/* Adds `text` behind so many blanks, in as many lines as it takes. */
static void add_wrapped(struct help *help, int indent, const char *text)
{
	do {
		size_t next, length = ch_text_break(text, help->width - indent - 1, &next);

		add_line(help, ch_arena_printf(&help->arena, "%*s%.*s", indent, "", (int)length, text));
		text += next;
	} while (*text != '\0');
}

static bool is_narrow(const struct help *help)
{
	return help->width < LAYOUT_NARROW;
}

/* Appends `text` and blanks up to `cells`, and at least two. */
static void add_padded(struct ch_buffer *out, const char *text, int cells)
{
	int width = ch_text_width(text);

	ch_buffer_add(out, text);
	do
		ch_buffer_add_char(out, ' ');
	while (++width < cells);
}

static void add_offer(struct help *help, const struct keymap *keymap, const struct offer *offer, unsigned context)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;
	char keys[KEYS_SIZE];

	command_keys(keymap, offer->binding->command, context, keys, sizeof(keys));
	ch_buffer_add(&line, "  ");
	add_padded(&line, keys, KEYS_CELLS);
	if (is_narrow(help)) { /* what it does goes in a line of its own */
		ch_buffer_add(&line, offer_label(offer));
		add_line(help, ch_arena_copy(&help->arena, line.text));
		add_wrapped(help, 4, offer_help(offer));
	} else {
		add_padded(&line, offer_label(offer), LABEL_CELLS);
		ch_buffer_add(&line, offer_help(offer));
		add_line(help, ch_arena_copy(&help->arena, line.text));
	}
	ch_buffer_release(&line);
}

/* The screen's own words, a paragraph each. */
static void add_text(struct help *help, const struct screen *about)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	const char *rest;

	about->ops->help(about, &text);
	for (rest = text.text; *rest != '\0'; rest += strspn(rest, "\n")) {
		size_t length = strcspn(rest, "\n");

		add_wrapped(help, 2, ch_arena_copy_bytes(&help->arena, rest, length));
		rest += length;
	}
	add_line(help, "");
	ch_buffer_release(&text);
}

static void make_lines(struct help *help, const struct app *app)
{
	const struct screen *about = help->screen.below;
	struct offer offers[APP_OFFERS_MAX];
	size_t count = app_offers(app, about, offers);

	ch_arena_reset(&help->arena);
	help->line_count = 0;
	if (about->ops->help != NULL)
		add_text(help, about);
	for (size_t i = 0; i < count; i++)
		add_offer(help, app->keymap, &offers[i], about->ops->context);
	if (help->at >= help->line_count)
		help->at = 0;
}

/* ---- Commands ---- */

static void move_to(struct help *help, size_t at)
{
	help->at = at < help->line_count ? at : help->line_count > 0 ? help->line_count - 1 : 0;
}

static void run_down(struct app *app, struct screen *screen)
{
	(void)app;
	move_to(help_of(screen), help_of(screen)->at + 1);
}

static void run_up(struct app *app, struct screen *screen)
{
	size_t at = help_of(screen)->at;

	(void)app;
	move_to(help_of(screen), at > 0 ? at - 1 : 0);
}

static void run_page_down(struct app *app, struct screen *screen)
{
	struct help *help = help_of(screen);

	(void)app;
	move_to(help, help->at + help->height);
	help->top = help->at;
}

static void run_page_up(struct app *app, struct screen *screen)
{
	struct help *help = help_of(screen);

	(void)app;
	move_to(help, help->at > help->height ? help->at - help->height : 0);
	help->top = help->at;
}

static void run_first(struct app *app, struct screen *screen)
{
	(void)app;
	move_to(help_of(screen), 0);
}

static void run_last(struct app *app, struct screen *screen)
{
	(void)app;
	move_to(help_of(screen), SIZE_MAX);
}

/* To the next line (backward: the one before) that has what is wanted, round the end. */
static void search(struct app *app, struct help *help, bool backward)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key = ch_text_search_key(&arena, help->wanted.text);
	size_t count = help->line_count, at = help->at;

	for (size_t i = 0; i < count; i++) {
		at = backward ? (at + count - 1) % count : (at + 1) % count;
		if (strstr(ch_text_search_key(&arena, help->lines[at]), key) != NULL) {
			help->at = at;
			ch_arena_release(&arena);
			return;
		}
	}
	ch_arena_release(&arena);
	app_say(app, _("No line has \"%s\""), help->wanted.text);
}

static enum ch_status search_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	struct help *help = data;

	(void)err;
	if (*text != '\0') {
		ch_buffer_clear(&help->wanted);
		ch_buffer_add(&help->wanted, text);
	}
	if (help->wanted.length > 0)
		search(app, help, false);
	return CH_OK;
}

static const struct prompt_spec search_prompt = {
	.label = N_("Find: "),
	.hint = N_("Enter:find  n N:next, previous  Esc:back"),
	.done = search_done,
};

static void run_search(struct app *app, struct screen *screen)
{
	prompt_open(app, &search_prompt, screen, &help_of(screen)->searches, NULL);
}

static bool has_search(const struct app *app, const struct screen *screen)
{
	(void)app;
	return ((const struct help *)screen)->wanted.length > 0;
}

static void run_next(struct app *app, struct screen *screen)
{
	search(app, help_of(screen), false);
}

static void run_previous(struct app *app, struct screen *screen)
{
	search(app, help_of(screen), true);
}

static void run_close(struct app *app, struct screen *screen)
{
	(void)screen;
	app_pop(app);
}

static const struct binding bindings[] = {
	{.command = COMMAND_SEARCH, .run = run_search},
	{.command = COMMAND_BACK, .run = run_close},
	{.command = COMMAND_PAGE_DOWN, .run = run_page_down},
	{.command = COMMAND_PAGE_UP, .run = run_page_up},
	{.command = COMMAND_DOWN, .run = run_down},
	{.command = COMMAND_UP, .run = run_up},
	{.command = COMMAND_FIRST, .run = run_first},
	{.command = COMMAND_LAST, .run = run_last},
	{.command = COMMAND_SEARCH_NEXT, .run = run_next, .offered = has_search},
	{.command = COMMAND_SEARCH_PREVIOUS, .run = run_previous, .offered = has_search},
	{.command = COMMAND_HELP, .run = run_close, .label = N_("close"),
	 .help = N_("Back to where you were")},
};

/* ---- As a screen ---- */

static void help_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_add(out, _("Help: "));
	screen->below->ops->title(screen->below, out);
}

static void help_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct help *help = help_of(screen);

	if (help->width != body.width) {
		help->width = body.width;
		make_lines(help, app);
	}
	help->height = body.height > 0 ? (size_t)body.height : 1;
	if (help->at < help->top)
		help->top = help->at;
	if (help->at >= help->top + help->height)
		help->top = help->at - help->height + 1;
	if (help->top + help->height > help->line_count)
		help->top = help->line_count > help->height ? help->line_count - help->height : 0;
	for (size_t y = 0; y < help->height && help->top + y < help->line_count; y++) {
		bool here = help->top + y == help->at;

		canvas_text(canvas, body, 0, (int)y, CANVAS_PLAIN, help->lines[help->top + y]);
		if (here) {
			canvas_text(canvas, body, 0, (int)y, CANVAS_BOLD | CANVAS_ACCENT, ">");
			canvas_cursor(canvas, body, 0, (int)y);
		}
	}
}

static void help_status(const struct screen *screen, struct ch_buffer *out)
{
	const struct help *help = (const struct help *)screen;

	ch_buffer_printf(out, _("%zu of %zu"), help->at + 1, help->line_count);
}

static void help_close(struct screen *screen, struct app *app)
{
	struct help *help = help_of(screen);

	(void)app;
	ch_arena_release(&help->arena);
	ch_buffer_release(&help->wanted);
	prompt_history_release(&help->searches);
	free(help);
}

static const struct screen_ops help_screen = {
	.context = IN_TEXT,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = help_title,
	.draw = help_draw,
	.status = help_status,
	.close = help_close,
};

void help_open(struct app *app, struct screen *screen)
{
	struct help *help = calloc(1, sizeof(*help));

	(void)screen;
	if (help == NULL)
		ch_abort("out of memory");
	help->screen.ops = &help_screen;
	help->wanted = CH_BUFFER_EMPTY;
	app_push(app, &help->screen);
}
