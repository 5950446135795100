/* Fields of the scheme's own for people and enrolments (R80): declared, changed and dropped. */
#include <stdlib.h>

#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct fields_screen {
	struct screen screen;
	struct scheme_list fields;
};

/* ---- The list ---- */

static const struct scheme_column columns[] = {
	{.key = "name", .rank = 0, .width = 24},
	{.key = "belongs_to", .rank = 2, .width = 10},
	{.key = "kind", .rank = 1, .width = 12},
	{.key = "options", .rank = 3, .width = 20},
	{.key = "readers", .rank = 4, .width = 30, .from = 100},
	{.key = "hint", .rank = 5, .width = 30, .from = 120},
};

static const char *fields_empty(const struct scheme_list *list)
{
	return desk_may(list->desk, CH_OP_FIELD_ADD)
		       ? _("No field of your own. " KEY_(ADD) " adds one: what you want to know of people beyond what "
			   "is there.")
		       : _("No field of the scheme's own.");
}

/* What filters call it is said where it is needed: on the focused row. */
static void field_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_printf(out, _("%s: filters and exports call it %s"), scheme_list_cell(list, row, "name"),
			 scheme_list_cell(list, row, "key"));
}

static const struct scheme_list_spec fields_list = {
	.list = CH_LIST_CUSTOM_FIELDS,
	.columns = columns,
	.column_count = COUNT(columns),
	.name = field_name,
	.empty = fields_empty,
};

/* ---- Forms ---- */

static enum ch_status read_field(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				 struct ch_error *err)
{
	return ch_custom_field_get(desk->c, id, arena, record, err);
}

static enum ch_status save_new(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct fields_screen *fields = data;
	struct ch_custom_field *field = record;

	if (ch_custom_field_add(desk_of(app)->c, field, err) != CH_OK)
		return err->status;
	app_changed(app);
	list_go_to_id(&fields->fields.list, field->custom_field_id);
	app_say(app, "%s", _("It is added: forms have it now, and lists by their columns (" KEY_(COLUMNS) ")"));
	return CH_OK;
}

static enum ch_status save(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_custom_field_set(desk_of(app)->c, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	app_say(app, "%s", _("It is saved"));
	return CH_OK;
}

static const char *const adding_keys[] = {"name", "belongs_to", "kind", "options", "hint", "readers", NULL};
static const char *const editing_keys[] = {"name", "kind", "options", "hint", "readers", NULL};

static const struct record_form_spec adding = {
	.entity = CH_CUSTOM_FIELD,
	.title = N_("Add a field of your own"),
	.adding = true,
	.keys = adding_keys,
	.save = save_new,
};

static const struct record_form_spec editing = {
	.entity = CH_CUSTOM_FIELD,
	.title = N_("Edit a field of your own"),
	.keys = editing_keys,
	.read = read_field,
	.save = save,
};

/* ---- Commands ---- */

static struct fields_screen *own(const struct screen *screen)
{
	return (struct fields_screen *)screen;
}

static void run_add(struct app *app, struct screen *screen)
{
	struct ch_custom_field field;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	record_form_open(app, &adding, &field, own(screen));
}

static void run_edit(struct app *app, struct screen *screen)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_custom_field field;

	if (ch_custom_field_get(desk_of(app)->c, list_row(screen->list)->id, &arena, &field, &err) == CH_OK)
		record_form_open(app, &editing, &field, own(screen));
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* Undo brings back what goes with it, so that nothing is asked; how much that is, is said. */
static void run_drop(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	int64_t values = 0;
	enum ch_status status = ch_custom_field_drop(desk_of(app)->c, list_row(screen->list)->id, &values, &err);

	desk_done(app, status, &err, _("It is dropped, and the values it had: %lld"), (long long)values);
}

static bool may_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_FIELD_ADD);
}

static bool may_change(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_FIELD_SET);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_edit, .offered = may_change},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_add},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = may_change},
	{.command = COMMAND_DELETE, .run = run_drop, .offered = may_change, .label = N_("drop"),
	 .help = N_("The field goes, with its values")},
};

/* ---- As a screen ---- */

static void fields_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Fields of your own"));
}

static void fields_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&own(screen)->fields, canvas, body, true);
}

static void fields_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->fields);
	free(screen);
}

static const struct screen_ops fields_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = fields_title,
	.draw = fields_draw,
	.close = fields_close,
};

void fields_open(struct app *app)
{
	struct fields_screen *fields = calloc(1, sizeof(*fields));

	if (fields == NULL)
		ch_abort("out of memory");
	fields->screen = (struct screen){.ops = &fields_screen, .list = &fields->fields.list};
	scheme_list_init(&fields->fields, &fields_list, desk_of(app), NULL, fields);
	app_push(app, &fields->screen);
}
