/*
 * Any key at any time on any screen: 100,000 of them by a seeded walk over the
 * program's own screens, with pastes, clicks, and windows from 1x1 to 500x200
 * in between. Nothing crashes, every picture is a whole one, and from wherever
 * the walk has come q and Esc find the way out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "scheme.h"
#include "tui/screens/screens.h"

enum {
	KEYS = 100000,
	LEG = 500, /* keys from one start to the next */
	WAY_OUT_KEYS = 60,
	WIDTH = 80,
	HEIGHT = 24,
	SCREENS_MAX = 64,
	SCREENS_LEAST = 12, /* fewer would be no walk over the program */
	WIDTH_MAX = 500,
	HEIGHT_MAX = 200
};

/* A generator of its own: the same walk on every machine (xorshift64*). */
struct walk {
	struct scheme *s;
	uint64_t state;
	int64_t now;
	int keys;
	const struct screen_ops *seen[SCREENS_MAX]; /* the kinds of screen it came to */
	size_t seen_count;
};

static unsigned pick(struct walk *walk, unsigned count)
{
	walk->state ^= walk->state >> 12;
	walk->state ^= walk->state << 25;
	walk->state ^= walk->state >> 27;
	return (unsigned)((walk->state * 0x2545f4914f6cdd1dULL) >> 33) % count;
}

static uint32_t pick_key(struct walk *walk)
{
	static const uint32_t named[] = {K_TAB,	    K_ENTER,	 K_ESC,	     K_BACKSPACE, K_UP,	      K_DOWN,
					 K_LEFT,    K_RIGHT,	 K_HOME,     K_END,	  K_PAGE_UP,  K_PAGE_DOWN,
					 K_INSERT,  K_DELETE,	 K_BACK_TAB, K_WORD_LEFT, K_WORD_RIGHT};
	static const uint32_t odd[] = {0xe9, 0x5d0, 0x5c71, 0x1f469, 0x301, 0x200d, 0x202e, 0x9b, 0xfffd};

	switch (pick(walk, 12)) {
	case 0:
	case 1:
	case 2:
	case 3:
		return named[pick(walk, sizeof(named) / sizeof(named[0]))];
	case 4:
		return 1 + pick(walk, 31);
	case 5:
		return K_F1 + pick(walk, 12);
	case 6:
		return odd[pick(walk, sizeof(odd) / sizeof(odd[0]))];
	case 7:
		return '1' + pick(walk, 6);
	default:
		return 0x20 + pick(walk, 95);
	}
}

/* ---- What holds of every picture ------------------------------------------------ */

static void check_cell(const struct walk *walk, const struct canvas *canvas, int x, int y)
{
	const struct canvas_cell *cell = &canvas->cells[y * canvas->width + x];
	bool good;

	if (cell->width == 1 && cell->text[0] >= 0x20 && cell->text[0] < 0x7f && cell->text[1] == '\0')
		return; /* nearly all of them */
	if (cell->width == 2)
		good = x + 1 < canvas->width && cell[1].width == 0 && cell->text[0] != '\0';
	else if (cell->width == 0)
		good = x > 0 && cell[-1].width == 2 && cell->text[0] == '\0';
	else
		good = cell->width == 1 && cell->text[0] != '\0';
	good = good && memchr(cell->text, '\0', sizeof(cell->text)) != NULL;
	for (const char *at = cell->text; good && *at != '\0'; at++)
		good = (unsigned char)*at >= 0x20 && *at != 0x7f;
	if (!good)
		fail_msg("after %d keys the cell at %d,%d is broken: width %d, \"%s\"", walk->keys, x, y, cell->width,
			 cell->text);
}

static void note_screen(struct walk *walk)
{
	const struct screen_ops *ops = walk->s->app.top->ops;

	for (size_t i = 0; i < walk->seen_count; i++)
		if (walk->seen[i] == ops)
			return;
	if (walk->seen_count < SCREENS_MAX)
		walk->seen[walk->seen_count++] = ops;
}

/* What was drawn of a step is what all of it would be. */
static void check_step(const struct walk *walk)
{
	const struct canvas *canvas = &walk->s->canvas;
	struct canvas whole = CANVAS_EMPTY;

	canvas_resize(&whole, canvas->width, canvas->height);
	app_draw(&walk->s->app, &whole);
	if (memcmp(canvas->cells, whole.cells,
		   sizeof(*whole.cells) * (size_t)whole.width * (size_t)whole.height) != 0 ||
	    canvas->cursor_x != whole.cursor_x || canvas->cursor_y != whole.cursor_y)
		fail_msg("after %d keys a step is drawn otherwise than the whole", walk->keys);
	canvas_release(&whole);
}

static void draw(struct walk *walk)
{
	struct canvas *canvas = &walk->s->canvas;
	bool step = walk->s->app.since == APP_STEPPED;

	note_screen(walk);
	app_draw(&walk->s->app, canvas);
	if (step)
		check_step(walk);
	for (int y = 0; y < canvas->height; y++)
		for (int x = 0; x < canvas->width; x++)
			check_cell(walk, canvas, x, y);
	if (canvas->cursor_x < -1 || canvas->cursor_x >= canvas->width || canvas->cursor_y < -1 ||
	    canvas->cursor_y >= canvas->height)
		fail_msg("after %d keys the cursor is outside", walk->keys);
}

/* ---- Walking -------------------------------------------------------------------- */

static void handle(struct walk *walk, struct event event)
{
	struct app *app = &walk->s->app;

	event.at = walk->now += 1200; /* two Ctrl-C are never close enough to leave */
	app_handle(app, &event);
	app->suspend = app->redraw = false;
}

static void size_to(struct walk *walk, int width, int height)
{
	canvas_resize(&walk->s->canvas, width, height);
	handle(walk, (struct event){.type = EVENT_RESIZE, .width = width, .height = height});
}

static void start(struct walk *walk)
{
	static const struct app_tab tabs[] = {{"Today", today_open},	 {"People", people_open},
					      {"Pairs", pairs_open},	 {"Actions", actions_open},
					      {"Reports", reports_open}, {"Programmes", programmes_open}};
	struct app *app = &walk->s->app;

	app_release(app);
	app_init(app);
	app->title = walk->s->desk.settings.name;
	app->data = &walk->s->desk;
	app->tabs = tabs;
	app->tab_count = sizeof(tabs) / sizeof(tabs[0]);
	app_go(app, 0);
	size_to(walk, WIDTH, HEIGHT);
	draw(walk);
}

static void step(struct walk *walk)
{
	static const char *const pastes[] = {"Okafor", "line\nline\n", "\x1b[2J\x1b]0;x\a", "\u5c71\u7530 \u202e\u05d0",
					     "45 video yesterday"};

	switch (pick(walk, 200)) {
	case 0:
		size_to(walk, 1 + (int)pick(walk, WIDTH_MAX), 1 + (int)pick(walk, HEIGHT_MAX));
		draw(walk);
		size_to(walk, WIDTH, HEIGHT);
		break;
	case 1:
	case 2:
		size_to(walk, 1 + (int)pick(walk, 130), 1 + (int)pick(walk, 40));
		break;
	case 3:
		handle(walk, (struct event){.type = EVENT_PASTE,
					    .text = pastes[pick(walk, sizeof(pastes) / sizeof(pastes[0]))]});
		break;
	case 4:
		handle(walk, (struct event){.type = EVENT_TICK});
		break;
	case 5:
	case 6:
		handle(walk, (struct event){.type = EVENT_CLICK + pick(walk, 3),
					    .x = (int)pick(walk, WIDTH),
					    .y = (int)pick(walk, HEIGHT)});
		break;
	default:
		handle(walk, (struct event){.type = EVENT_KEY, .key = pick_key(walk)});
		break;
	}
	walk->keys++;
}

static void way_out(struct walk *walk)
{
	struct app *app = &walk->s->app;

	size_to(walk, WIDTH, HEIGHT);
	for (int i = 0; i < WAY_OUT_KEYS && !app->quit; i++) {
		handle(walk, (struct event){.type = EVENT_KEY, .key = i % 3 == 0 ? K_ESC : 'q'});
		draw(walk);
	}
	if (!app->quit)
		fail_msg("after %d keys Esc and q do not lead out of\n%s", walk->keys, scheme_dump(walk->s, 80, 24));
}

static void any_key_at_any_time(void **state)
{
	struct walk walk = {.s = *state, .state = 20261123};

	assert_int_equal(chdir(walk.s->dir->path), 0); /* files that keys happen to write go with it */
	while (walk.keys < KEYS) {
		start(&walk);
		for (int i = 0; i < LEG && !walk.s->app.quit; i++) {
			step(&walk);
			if (i % 5 == 0 && !walk.s->app.quit)
				draw(&walk);
		}
		way_out(&walk);
	}
	print_message("# %zu kinds of screen\n", walk.seen_count);
	assert_true(walk.seen_count >= SCREENS_LEAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(any_key_at_any_time, scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
