/* One pairing: its panes, and what it is called; what is done there is in pairing_commands.c. `x` lists it. */
#include <inttypes.h>
#include <stdlib.h>

#include "tui/screens/pairing_commands.h"
#include "tui/screens/screens.h"

void pairing_show_pane(struct pairing_screen *pairing, enum pairing_pane pane)
{
	pairing->pane = pane;
	pairing->screen.list = pairing_sheet_list(&pairing->sheet, pane);
}

static void pairing_title(const struct screen *screen, struct ch_buffer *out)
{
	struct pairing_screen *pairing = pairing_screen_of(screen);

	ch_buffer_add(out, pairing_sheet_names(&pairing->sheet));
	ch_buffer_printf(out, _(" | pairing %" PRId64), pairing->sheet.pairing_id);
}

static void pairing_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	pairing_sheet_draw(&pairing_screen_of(screen)->sheet, canvas, body, pairing_screen_of(screen)->pane);
}

static void pairing_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Sessions: + complete, ~ unfinished record, ! somebody did not come, . arranged.\n"));
	ch_buffer_add(out, _("Actions: ! overdue. " KEY_(MORE) " lists all that can be done with the pairing now.\n"));
}

static void pairing_changed(struct screen *screen, struct app *app)
{
	(void)app;
	pairing_sheet_load(&pairing_screen_of(screen)->sheet, pairing_screen_of(screen)->sheet.pairing_id);
}

static void pairing_close(struct screen *screen, struct app *app)
{
	(void)app;
	pairing_sheet_release(&pairing_screen_of(screen)->sheet);
	free(screen);
}

/* On a goal that whoever sits there may not change: whose it is. */
static bool is_of_a_goal(const struct screen *screen, enum command command)
{
	struct pairing_screen *pairing = pairing_screen_of(screen);

	return pairing->pane == PAIRING_AGREED && fact_list_focus(&pairing->sheet.agreed) != 0 &&
	       (command == COMMAND_EDIT || command == COMMAND_DONE || command == COMMAND_DELETE);
}

/* What is done to a row of one pane, pressed in another; else what the state of the pairing says. */
static void pairing_screen_why(const struct screen *screen, const struct app *app, enum command command,
			       struct ch_error *err)
{
	const struct pairing_sheet *sheet = &pairing_screen_of(screen)->sheet;

	if (!pairing_is_readable(screen))
		return;
	if (is_of_a_goal(screen, command)) {
		ch_fail(err, CH_NOT_ALLOWED, "%s", _("a goal is the pair's own"));
		ch_error_fix(err, "%s", _("the two of them word it, and say when it is attained or given up"));
		return;
	}
	if (!pairing_why_unfocused(command, err))
		pairing_why(desk_of(app), sheet->pairing_id, sheet->pairing.state, sheet->pairing.kind, command, err);
}

static const struct screen_ops pairing_screen = {
	.context = IN_DETAIL,
	.bindings = pairing_bindings,
	.binding_count = PAIRING_BINDINGS,
	.title = pairing_title,
	.draw = pairing_draw,
	.help = pairing_help,
	.why = pairing_screen_why,
	.changed = pairing_changed,
	.close = pairing_close,
};

static void open_pairing(struct app *app, int64_t pairing_id, struct list *in, enum pairing_pane pane)
{
	struct pairing_screen *pairing = calloc(1, sizeof(*pairing));

	if (pairing == NULL)
		ch_abort("out of memory");
	pairing->screen = (struct screen){.ops = &pairing_screen};
	pairing->in = in;
	pairing_sheet_init(&pairing->sheet, desk_of(app));
	pairing_sheet_load(&pairing->sheet, pairing_id);
	pairing_show_pane(pairing, pane);
	app_push(app, &pairing->screen);
}

void pairing_open(struct app *app, int64_t pairing_id)
{
	open_pairing(app, pairing_id, NULL, PAIRING_SESSIONS);
}

void pairing_open_in(struct app *app, int64_t pairing_id, struct list *in)
{
	open_pairing(app, pairing_id, in, PAIRING_SESSIONS);
}

void pairing_open_at(struct app *app, int64_t pairing_id, enum pairing_pane pane)
{
	open_pairing(app, pairing_id, NULL, pane);
}
