/* What is remembered of the columns of lists, by their headings; d forgets. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"
#include "tui/screens/screens.h"

struct mappings_screen {
	struct screen screen;
	struct fact_list facts;
};

static struct mappings_screen *mappings_of(const struct screen *screen)
{
	return (struct mappings_screen *)screen;
}

/* What the field is called in lists of the kind. */
static const char *field_label(struct ch_context *c, const char *kind, const char *code, struct ch_arena *arena)
{
	const struct ch_import_field *fields;
	int found = ch_choice_find(ch_import_kinds, kind);
	size_t count = found > 0 ? ch_import_fields(c, (enum ch_import_kind)(found - 1), arena, &fields) : 0;

	for (size_t i = 0; i < count; i++)
		if (strcmp(fields[i].code, code) == 0)
			return _(fields[i].label);
	return code;
}

static void add_column(struct ch_context *c, struct fact_list *facts, const char *kind, const char *line,
		       size_t length, struct ch_arena *arena)
{
	size_t heading = length;

	while (heading > 0 && line[heading] != '=')
		heading--;
	if (length > heading + 1)
		fact_list_printf(
			facts, ' ', "  ", _("\"%.*s\" is %s"), (int)heading, line,
			field_label(c, kind, ch_arena_copy_bytes(arena, line + heading + 1, length - heading - 1),
				    arena));
	else
		fact_list_printf(facts, ' ', "  ", _("\"%.*s\" is left out"), (int)heading, line);
}

/* Each is a few facts with its number as their mark. */
static void read_mappings(struct mappings_screen *mappings, struct app *app)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid = {.row_count = 0};

	fact_list_clear(&mappings->facts);
	if (ch_mapping_list(desk_of(app)->c, &arena, &grid, &err) != CH_OK)
		desk_say_error(app, &err);
	for (size_t i = 0; i < grid.row_count; i++) {
		const char *const *cells = grid.rows[i].cells;
		const char *label = ch_arena_printf(&arena, "%s", cells[1]);

		fact_list_mark(&mappings->facts, grid.rows[i].id);
		fact_list_add(&mappings->facts, ' ', label, cells[2]);
		for (const char *line = cells[3]; line != NULL && *line != '\0';) {
			size_t length = strcspn(line, "\n");

			add_column(desk_of(app)->c, &mappings->facts, cells[1], line, length, &arena);
			line += length + (line[length] == '\n');
		}
		if (cells[4] != NULL)
			fact_list_printf(&mappings->facts, ' ', "  ", _("dates are read %s"), cells[4]);
	}
	ch_arena_release(&arena);
}

static bool has_mapping(const struct app *app, const struct screen *screen)
{
	return fact_list_focus(&mappings_of(screen)->facts) != 0 && desk_may(desk_of(app), CH_OP_MAPPING_FORGET);
}

static void run_forget(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	int64_t id = fact_list_focus(&mappings_of(screen)->facts);

	desk_done(app, ch_mapping_forget(desk_of(app)->c, id, &err), &err, "%s",
		  _("Forgotten: such headings mean what they say"));
}

static const struct binding bindings[] = {
	{.command = COMMAND_DELETE, .run = run_forget, .offered = has_mapping, .label = N_("forget"),
	 .help = N_("No longer remember it of such lists")},
};

static void mappings_title(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Remembered columns"));
}

static void mappings_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	fact_list_draw(&mappings_of(screen)->facts, canvas, body, true);
}

static void mappings_changed(struct screen *screen, struct app *app)
{
	read_mappings(mappings_of(screen), app);
}

static void mappings_close(struct screen *screen, struct app *app)
{
	(void)app;
	fact_list_release(&mappings_of(screen)->facts);
	free(screen);
}

static const struct screen_ops mappings_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = mappings_title,
	.draw = mappings_draw,
	.changed = mappings_changed,
	.close = mappings_close,
};

void mappings_open(struct app *app)
{
	struct mappings_screen *mappings = calloc(1, sizeof(*mappings));

	if (mappings == NULL)
		ch_abort("out of memory");
	mappings->screen = (struct screen){.ops = &mappings_screen, .list = &mappings->facts.list};
	fact_list_init(&mappings->facts, _("Lists of"),
		       _("Nothing is remembered. What you say of columns in an import will be, for lists with the same "
			 "headings."),
		       true, desk_of(app)->today);
	read_mappings(mappings, app);
	app_push(app, &mappings->screen);
}
