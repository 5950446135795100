/* Coaching and mentoring side by side: what differs for the same two people (R26). */
#include <stdlib.h>

#include "chiron/kinds.h"
#include "tui/desk.h"
#include "tui/screens/screens.h"
#include "tui/widgets/fact_list.h"

struct kinds_screen {
	struct screen screen;
	struct fact_list facts;
};

static struct kinds_screen *own(struct screen *screen)
{
	return (struct kinds_screen *)screen;
}

static void kinds_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Coaching and mentoring"));
}

static void kinds_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	fact_list_draw(&own(screen)->facts, canvas, body, true);
}

static void kinds_close(struct screen *screen, struct app *app)
{
	(void)app;
	fact_list_release(&own(screen)->facts);
	free(screen);
}

static const struct screen_ops kinds_screen = {
	.context = IN_LIST,
	.title = kinds_title,
	.draw = kinds_draw,
	.close = kinds_close,
};

void kinds_open(struct app *app)
{
	struct kinds_screen *kinds = calloc(1, sizeof(*kinds));
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_kinds_row *rows;

	if (kinds == NULL)
		ch_abort("out of memory");
	kinds->screen = (struct screen){.ops = &kinds_screen, .list = &kinds->facts.list};
	fact_list_init(&kinds->facts, _("They differ in"), "", false,
		       desk_of(app)->today);
	for (size_t i = 0, count = ch_kinds_compared(&arena, &rows); i < count; i++) {
		fact_list_printf(&kinds->facts, ' ', rows[i].aspect, _("Coaching: %s"), rows[i].coaching);
		fact_list_printf(&kinds->facts, ' ', "", _("Mentoring: %s"), rows[i].mentoring);
	}
	ch_arena_release(&arena);
	app_push(app, &kinds->screen);
}
