/* The findings that are snoozed, assigned or acknowledged, and bringing them back. */
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

struct handled_screen {
	struct screen screen;
	struct scheme_list handled;
};

static struct handled_screen *handled_of(const struct screen *screen)
{
	return (struct handled_screen *)screen;
}

/* ---- The list --------------------------------------------------------------------------------- */

static const char *title_of(const char *check_name)
{
	for (size_t i = 0; i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, check_name) == 0)
			return _(ch_check_at(i)->title);
	return check_name;
}

static const char *title_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	(void)arena;
	return title_of(scheme_list_cell(list, row, "check_name"));
}

static const char *about_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *guide = scheme_list_cell(list, row, "guide"), *learner = scheme_list_cell(list, row, "learner");

	if (guide != NULL && learner != NULL)
		return ch_arena_printf(arena, "%s / %s", guide, learner);
	return scheme_list_cell(list, row, "programme");
}

static const char *until_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *snoozed = scheme_list_cell(list, row, "snoozed_until");
	const char *acknowledged = scheme_list_cell(list, row, "acknowledged_until");

	(void)arena;
	return acknowledged != NULL ? acknowledged : snoozed;
}

/* What was done about it in words. */
static void handled_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	const char *reason = scheme_list_cell(list, row, "reason"), *who = scheme_list_cell(list, row, "assigned_to");
	const char *snoozed = scheme_list_cell(list, row, "snoozed_until");
	char shown[16];

	ch_buffer_add(out, title_of(scheme_list_cell(list, row, "check_name")));
	if (snoozed != NULL)
		ch_buffer_printf(out, _("; snoozed until %s"),
				 ch_date_show(ch_date_from_iso(snoozed), list->desk->today, shown));
	if (reason != NULL)
		ch_buffer_printf(out, _("; acknowledged: %s"), reason);
	if (who != NULL)
		ch_buffer_printf(out, _("; %s sees to it"), who);
}

static const char *handled_empty(const struct scheme_list *list)
{
	(void)list;
	return _("No finding is snoozed, assigned or acknowledged. " KEY_(SNOOZE) " and " KEY_(ASSIGN) " in 1 Today do "
		 "it.");
}

static const struct scheme_column columns[] = {
	{.key = "title", .label = N_("What"), .rank = 0, .width = 22, .make = title_cell},
	{.key = "about", .label = N_("Who"), .rank = 0, .width = 24, .make = about_cell},
	{.key = "until", .label = N_("Until"), .rank = 1, .width = 10, .type = CH_TYPE_DATE, .make = until_cell},
	{.key = "assigned_to", .rank = 2, .width = 14},
	{.key = "reason", .rank = 3, .width = 20, .from = 100},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec handled_list = {
	.list = CH_LIST_HANDLINGS,
	.columns = columns,
	.column_count = COUNT(columns),
	.name = handled_name,
	.empty = handled_empty,
};

/* ---- Commands --------------------------------------------------------------------------------- */

static bool is_of_pairing(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) &&
	       scheme_list_number(&handled_of(screen)->handled, list_row(screen->list), "pairing_id") != 0;
}

static void run_open(struct app *app, struct screen *screen)
{
	pairing_open(app, scheme_list_number(&handled_of(screen)->handled, list_row(screen->list), "pairing_id"));
}

static void run_release(struct app *app, struct screen *screen)
{
	const struct scheme_list *list = &handled_of(screen)->handled;
	const struct ch_row *row = list_row(screen->list);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_finding_key key = {.check_name = ch_arena_copy(&arena, scheme_list_cell(list, row, "check_name")),
				     .subject_id = scheme_list_number(list, row, "subject_id")};

	desk_done(app, ch_finding_release(desk_of(app)->c, &key, &err), &err, _("%s: back on the list, and nobody's"),
		  title_of(key.check_name));
	ch_arena_release(&arena);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = is_of_pairing, .label = N_("pairing"),
	 .help = N_("The pairing that it belongs to")},
	{.command = COMMAND_DELETE, .run = run_release, .offered = list_has_row, .label = N_("bring back"),
	 .help = N_("Show it again where it needs you")},
};

/* ---- The screen ---------------------------------------------------------------------------------- */

static void handled_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Snoozed and assigned"));
}

static void handled_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&handled_of(screen)->handled, canvas, body, true);
}

static void handled_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&handled_of(screen)->handled);
	free(screen);
}

static const struct screen_ops handled_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = handled_title,
	.draw = handled_draw,
	.close = handled_close,
};

void handled_open(struct app *app)
{
	struct handled_screen *handled = calloc(1, sizeof(*handled));

	if (handled == NULL)
		ch_abort("out of memory");
	scheme_list_init(&handled->handled, &handled_list, desk_of(app), NULL, handled);
	handled->screen = (struct screen){.ops = &handled_screen, .list = &handled->handled.list};
	app_push(app, &handled->screen);
}
