/* Who the coordinators are, and what each of them looks after (R83): a list, and one form for a new and an old one. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct coordinators_screen {
	struct screen screen;
	struct scheme_list list;
};

static struct coordinators_screen *own(const struct screen *screen)
{
	return (struct coordinators_screen *)screen;
}

/* ---- The form ---- */

static const struct form_field fields[] = {
	{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT, .required = true,
	 .help = N_("how they are called; they act with `chiron --as NAME`")},
	{.key = "programmes", .label = N_("Programmes"), .type = CH_TYPE_LIST,
	 .help = N_("what they look after, parted by ; and nothing for the whole scheme")},
	{.key = "account", .label = N_("Account"), .type = CH_TYPE_TEXT,
	 .help = N_("their login on this computer: whoever works under it is this coordinator and nobody else")},
};

/* Whom the form is about; 0: a new one. */
struct coordinator_form {
	int64_t coordinator_id;
	struct list *in; /* has the cursor on a new one */
};

static enum ch_status read_form(struct desk *desk, const struct form *form, int64_t id, struct ch_arena *arena,
				struct ch_coordinator *coordinator, struct ch_error *err)
{
	const char *account = form_value(form, "account");

	ch_record_start(ch_entity_of(CH_COORDINATOR), coordinator);
	if (id != 0 && ch_coordinator_get(desk->c, id, arena, coordinator, err) != CH_OK)
		return err->status;
	coordinator->name = ch_text_tidy(arena, form_value(form, "name"));
	coordinator->account = ch_text_tidy(arena, account);
	return CH_OK;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct coordinator_form *about = data;
	const char *programmes = form_value(form, "programmes");
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct desk *desk = desk_of(app);
	struct ch_coordinator coordinator;
	enum ch_status status = read_form(desk, form, about->coordinator_id, &arena, &coordinator, err);

	if (status == CH_OK)
		status = about->coordinator_id == 0 ? ch_coordinator_add(desk->c, &coordinator, programmes, err)
						    : ch_coordinator_set(desk->c, &coordinator, programmes, err);
	if (status == CH_OK)
		desk_done(app, CH_OK, err, _("%s is a coordinator; what they look after holds when they open it next"),
			  coordinator.name);
	if (status == CH_OK && about->coordinator_id == 0)
		list_go_to_id(about->in, coordinator.coordinator_id);
	else if (err->status == CH_MISSING)
		ch_error_field(err, "programmes");
	ch_arena_release(&arena);
	return status;
}

static void close_form(void *data)
{
	free(data);
}

static const struct form_ops coordinator_form = {.save = save, .close = close_form};

static void open_form(struct app *app, struct list *in, int64_t id)
{
	struct coordinator_form *about = calloc(1, sizeof(*about));
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct desk *desk = desk_of(app);
	struct ch_coordinator coordinator = {0};
	const char *programmes = "";
	struct form *form;

	if (about == NULL)
		ch_abort("out of memory");
	about->coordinator_id = id;
	about->in = in;
	form = form_new(&coordinator_form, about, id == 0 ? _("Name a coordinator") : _("Change a coordinator"),
			desk->today, fields, COUNT(fields));
	if (id != 0 && ch_coordinator_get(desk->c, id, &arena, &coordinator, &err) == CH_OK &&
	    ch_coordinator_programmes(desk->c, id, &arena, &programmes, &err) == CH_OK) {
		form_set(form, "name", coordinator.name);
		form_set(form, "account", coordinator.account != NULL ? coordinator.account : "");
		form_set(form, "programmes", programmes);
	}
	if (err.status != CH_OK)
		desk_say_error(app, &err);
	form_draft_keep_as(app, form, id == 0 ? "coordinator.add" : "coordinator.edit", id,
			   id == 0 ? NULL : coordinator.name);
	form_open(app, form);
	ch_arena_release(&arena);
}

/* ---- The list ---- */

static const struct scheme_column columns[] = {
	{.key = "name", .rank = 0, .width = 24},
	{.key = "programmes", .rank = 0, .width = 34},
	{.key = "account", .rank = 1, .width = 14},
};

static const char *no_coordinator(const struct scheme_list *list)
{
	(void)list;
	return _("Nobody is named: whoever opens the file looks after the whole scheme. " KEY_(ADD) " names a "
		 "coordinator.");
}

static const struct scheme_list_spec coordinator_list = {
	.list = CH_LIST_COORDINATORS, .columns = columns, .column_count = COUNT(columns), .empty = no_coordinator};

static void run_add(struct app *app, struct screen *screen)
{
	open_form(app, screen->list, 0);
}

static void run_edit(struct app *app, struct screen *screen)
{
	open_form(app, screen->list, list_row(screen->list)->id);
}

/* At once, since it can be undone. */
static void run_remove(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_row *row = list_row(screen->list);
	const char *name = ch_arena_copy(&arena, scheme_list_cell(&own(screen)->list, row, "name"));

	desk_done(app, ch_coordinator_remove(desk_of(app)->c, row->id, &err), &err,
		  _("%s is no coordinator any more; what they did stays, what was theirs to see to is nobody's again. "
		    "In 6 Reports is a page for the next one"),
		  name);
	ch_arena_release(&arena);
}

static bool can_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_COORDINATOR_ADD);
}

static bool can_edit(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_COORDINATOR_SET);
}

static const struct binding bindings[] = {
	{.command = COMMAND_ADD, .run = run_add, .offered = can_add},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = can_edit},
	{.command = COMMAND_OPEN, .run = run_edit, .offered = can_edit},
	{.command = COMMAND_DELETE, .run = run_remove, .offered = can_edit, .label = N_("remove"),
	 .help = N_("They look after it no more")},
};

static void coordinators_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Coordinators"));
}

static void coordinators_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&own(screen)->list, canvas, body, true);
}

static void coordinators_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("One who is limited to programmes sees and changes what belongs to these, the people "
			     "enrolled there and those who are in nobody's, everywhere. It keeps coordinators out of "
			     "each other's way and is no lock: whoever can read the file with another program reads "
			     "all of it.\n"));
}

static void coordinators_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->list);
	free(screen);
}

static const struct screen_ops coordinators_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = coordinators_title,
	.draw = coordinators_draw,
	.help = coordinators_help,
	.close = coordinators_close,
};

void coordinators_open(struct app *app)
{
	struct coordinators_screen *coordinators = calloc(1, sizeof(*coordinators));

	if (coordinators == NULL)
		ch_abort("out of memory");
	coordinators->screen.ops = &coordinators_screen;
	scheme_list_init(&coordinators->list, &coordinator_list, desk_of(app), NULL, coordinators);
	coordinators->screen.list = &coordinators->list.list;
	app_push(app, &coordinators->screen);
}
