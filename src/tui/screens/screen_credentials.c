/* Training, qualifications, references and checks of everybody, what runs out first on top. */
#include <stdlib.h>

#include "tui/screens/screens.h"
#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { SOON_DAYS = 60 };

struct credentials_screen {
	struct screen screen;
	struct scheme_list credentials;
};

static struct credentials_screen *own(const struct screen *screen)
{
	return (struct credentials_screen *)screen;
}

/* ---- The list ---- */

static char credential_sign(const struct scheme_list *list, const struct ch_row *row)
{
	const char *cell = scheme_list_cell(list, row, "in_date_until");
	ch_date expires_on = cell != NULL ? ch_date_from_iso(cell) : CH_NO_DATE;

	if (expires_on == CH_NO_DATE)
		return '.';
	if (expires_on < list->desk->today)
		return '!';
	return expires_on <= ch_date_add(list->desk->today, SOON_DAYS, CH_UNIT_DAYS) ? '~' : '+';
}

static void credential_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_text_add_safe(out, scheme_list_cell(list, row, "person"));
	ch_buffer_add(out, ": ");
	ch_text_add_safe(out, scheme_list_cell(list, row, "name"));
}

static const char *no_credentials(const struct scheme_list *list)
{
	return list->list.filter.length > 0
		       ? _("Nothing fits. " KEY_(BACK) " goes back.")
		       : _("No training, qualification or check is recorded. " KEY_(IMPORT) " in 2 People brings a "
			   "list in.");
}

static const struct scheme_column columns[] = {
	{.key = "person", .rank = 0, .width = 22},
	{.key = "name", .rank = 0, .width = 28},
	{.key = "in_date_until", .rank = 1, .width = 13},
	{.key = "awarded_on", .rank = 2, .width = 11},
	{.key = "kind", .rank = 3, .width = 16, .from = 90},
	{.key = "expires_on", .rank = 4, .width = 11, .from = 110},
	{.key = "in_date_by", .rank = 5, .width = 28, .from = 140},
	{.key = "body", .rank = 5, .width = 24, .from = 120},
};

static const struct scheme_sort sorts[] = {
	{N_("expires, soonest first"), "expires_on"},
	{N_("name of the person"), "person"},
	{N_("what it is"), "name"},
	{N_("given, newest first"), "-awarded_on"},
};

static const struct scheme_list_spec credential_list = {
	.list = CH_LIST_CREDENTIALS,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.exported = CH_CREDENTIAL,
	.sign = credential_sign,
	.name = credential_name,
	.empty = no_credentials,
};

/* ---- Commands ---- */

static bool may_set(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_PERSON_SET);
}

static void run_open(struct app *app, struct screen *screen)
{
	person_open(app, scheme_list_number(&own(screen)->credentials, list_row(screen->list), "person_id"), NULL);
}

static enum ch_status read_credential(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				      struct ch_error *err)
{
	return ch_part_get(desk->c, CH_CREDENTIAL, id, arena, record, err);
}

static enum ch_status save(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_part_set(desk_of(app)->c, CH_CREDENTIAL, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	parts_say_saved(app, CH_CREDENTIAL, record, _("It is saved"));
	return CH_OK;
}

static const char *const keys[] = {"kind", "name", "body", "level", "awarded_on", "expires_on", NULL};
static const struct record_form_spec editing = {.entity = CH_CREDENTIAL,
						.title = N_("Training and checks"),
						.keys = keys,
						.read = read_credential,
						.save = save};

static void run_edit(struct app *app, struct screen *screen)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_credential credential;

	if (ch_part_get(desk_of(app)->c, CH_CREDENTIAL, list_row(screen->list)->id, &arena, &credential, &err) ==
	    CH_OK)
		record_form_open(app, &editing, &credential, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row, .label = N_("person"),
	 .help = N_("Who it is: all that is known of them")},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = may_set},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
};

/* ---- As a screen ---- */

static void credentials_title(const struct screen *screen, struct ch_buffer *out)
{
	list_title(screen->list, _("Training and checks"), out);
}

static void credentials_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&own(screen)->credentials, canvas, body, true);
}

static void credentials_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_printf(out,
			 _("Signs: ! has run out, ~ runs out within %d days, + holds until a day, . has no end.\n"),
			 SOON_DAYS);
	ch_buffer_add(out, _("Filters: kind:check, name:DBS, expires<60d, expires:-, a name.\n"));
	ch_buffer_add(out, _(KEY_(PARTS) " on a person adds one.\n"));
}

static void credentials_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->credentials);
	free(screen);
}

static const struct screen_ops credentials_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = credentials_title,
	.draw = credentials_draw,
	.help = credentials_help,
	.close = credentials_close,
};

void credentials_open(struct app *app)
{
	struct credentials_screen *credentials = calloc(1, sizeof(*credentials));

	if (credentials == NULL)
		ch_abort("out of memory");
	credentials->screen = (struct screen){.ops = &credentials_screen, .list = &credentials->credentials.list};
	scheme_list_init(&credentials->credentials, &credential_list, desk_of(app), NULL, credentials);
	app_push(app, &credentials->screen);
}
