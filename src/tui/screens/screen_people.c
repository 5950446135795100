/* Everybody in the scheme; in a wide window with the focused person beside the list. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/leave_form.h"
#include "tui/screens/person_form.h"
#include "tui/screens/person_view.h"
#include "tui/widgets/marked.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

enum { WITH_DETAIL = 120, DETAIL_LEAST = 56 };

struct people_screen {
	struct screen screen;
	struct scheme_list people;
	struct person_view view; /* loaded when it is first drawn */
	bool stale;		 /* what `view` shows may have changed */
	struct merge_asking merging;
};

static struct people_screen *people_of(const struct screen *screen)
{
	return (struct people_screen *)screen;
}

/* ---- The list ---- */

/* What a guide brings and what a learner wants are of one kind; which it is has to be said. */
static const char *offers_cell(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *offers = scheme_list_cell(list, row, "offers"), *seeks = scheme_list_cell(list, row, "seeks");

	if (offers != NULL && seeks != NULL)
		return ch_arena_printf(arena, _("%s / wants %s"), offers, seeks);
	return offers != NULL || seeks == NULL ? offers : ch_arena_printf(arena, _("wants %s"), seeks);
}

static bool is_yes(const struct scheme_list *list, const struct ch_row *row, const char *key)
{
	const char *cell = scheme_list_cell(list, row, key);

	return cell != NULL && strcmp(cell, "yes") == 0;
}

/* As everywhere: found ready, and not in a pairing of the programme. */
static bool is_waiting(const struct scheme_list *list, const struct ch_row *row)
{
	return is_yes(list, row, "waiting");
}

/* Who applied and is still to be found ready waits for the coordinator, not for a match. */
static bool is_undecided(const struct scheme_list *list, const struct ch_row *row)
{
	return is_yes(list, row, "undecided");
}

static char people_sign(const struct scheme_list *list, const struct ch_row *row)
{
	if (scheme_list_cell(list, row, "left_on") != NULL)
		return '.';
	if (is_waiting(list, row))
		return '~';
	if (is_undecided(list, row))
		return '?';
	return scheme_list_cell(list, row, "with") != NULL ? '+' : ' ';
}

/* The sign in words. */
static void people_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	const char *left = scheme_list_cell(list, row, "left_on"), *with = scheme_list_cell(list, row, "with");
	char shown[16];

	ch_buffer_add(out, scheme_list_cell(list, row, "name"));
	if (left != NULL)
		ch_buffer_printf(out, _(": left on %s"),
				 ch_date_show(ch_date_from_iso(left), list->desk->today, shown));
	else if (is_waiting(list, row))
		ch_buffer_add(out, _(": waiting for a match"));
	else if (is_undecided(list, row))
		ch_buffer_add(out, _(": applied, to be found ready"));
	else if (with != NULL)
		ch_buffer_printf(out, _(": with %s"), with);
}

static const char *people_empty(const struct scheme_list *list)
{
	(void)list;
	return _("There is nobody yet. " KEY_(ADD) " adds the first person, " KEY_(IMPORT) " brings in a spreadsheet "
		 "of them.");
}

static const struct scheme_column columns[] = {
	{.key = "name", .rank = 0, .width = 20},
	{.key = "roles", .label = N_("Role"), .rank = 2, .width = 8},
	{.key = "location", .rank = 5, .width = 14, .from = 96},
	{.key = "offers_seeks", .label = N_("Offers / wants"), .rank = 4, .width = 20, .make = offers_cell},
	{.key = "with", .rank = 1, .width = 14},
	{.key = "last_session_on", .label = N_("Last"), .rank = 3},
	{.key = "department", .rank = 6, .width = 14, .from = 84},
	{.key = "email", .rank = 7, .width = 24, .from = 125},
};

static const struct scheme_sort sorts[] = {
	{N_("name"), "name"},
	{N_("name, from Z to A"), "-name"},
	{N_("newest first"), "-person_id"},
	{N_("oldest first"), "person_id"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec people_list = {
	.list = CH_LIST_PEOPLE,
	.exported = CH_PERSON,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.sign = people_sign,
	.name = people_name,
	.empty = people_empty,
};

/* ---- Commands ---- */

static bool may_edit(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_PERSON_SET);
}

static bool may_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PERSON_ADD);
}

static bool may_import(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_IMPORT);
}

static void run_open(struct app *app, struct screen *screen)
{
	person_open(app, list_row(screen->list)->id, screen->list);
}

static void run_edit(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	if (count > 1)
		person_form_edit_all(app, ids, count);
	else
		person_form_edit(app, *ids);
}

static bool may_enrol(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_ENROLMENT_ADD);
}

static void run_enrol(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	if (count > 1)
		enrolment_form_add_all(app, ids, count);
	else
		enrolment_form_add(app, *ids);
}

static void run_add(struct app *app, struct screen *screen)
{
	person_form_add(app, screen->list);
}

static void run_import(struct app *app, struct screen *screen)
{
	(void)screen;
	import_open(app, CH_IMPORT_PEOPLE);
}

static bool may_see_fields(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_FIELD_READ);
}

static void run_fields(struct app *app, struct screen *screen)
{
	(void)screen;
	fields_open(app);
}

static bool may_see_credentials(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_CREDENTIAL_READ);
}

static void run_credentials(struct app *app, struct screen *screen)
{
	(void)screen;
	credentials_open(app);
}

static bool may_erase(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_PERSON_ERASE);
}

static void run_erase(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	erase_open(app, ids, count);
}

static bool may_join(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_PERSON_MERGE);
}

/* Of two that are marked the one with the focus stays, else the one who was here first. */
static void run_join(struct app *app, struct screen *screen)
{
	int64_t focused = list_row(screen->list)->id;
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	if (count == 1)
		merge_ask(app, &people_of(screen)->merging, *ids);
	else if (count == 2)
		merge_open(app, ids[focused == ids[1]], ids[focused != ids[1]]);
	else
		app_say(app, _("%zu are marked: two records at a time are made one"), count);
}

static bool has_left(const struct screen *screen)
{
	return scheme_list_cell(&((const struct people_screen *)screen)->people, list_row(screen->list), "left_on") !=
	       NULL;
}

static bool can_leave(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && !has_left(screen) && desk_may(desk_of(app), CH_OP_PERSON_SET);
}

static void run_leave(struct app *app, struct screen *screen)
{
	leave_form_open(app, list_row(screen->list)->id);
}

static bool can_return(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && has_left(screen) && desk_may(desk_of(app), CH_OP_PERSON_RETURN);
}

static void run_return(struct app *app, struct screen *screen)
{
	person_return(app, list_row(screen->list)->id);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_add},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = may_edit,
	 .help = N_("Change the focused, or all marked at once"), .on_marks = true},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
	{.command = COMMAND_IMPORT, .run = run_import, .offered = may_import},
	{.command = COMMAND_FIELDS, .run = run_fields, .offered = may_see_fields},
	{.command = COMMAND_ENROL, .run = run_enrol, .offered = may_enrol,
	 .help = N_("Enrol the focused or marked in a programme"), .on_marks = true},
	{.command = COMMAND_PARTS, .run = run_credentials, .offered = may_see_credentials, .label = N_("training"),
	 .help = N_("Everybody's training and checks")},
	{.command = COMMAND_CLOSE, .run = run_leave, .offered = can_leave, .label = N_("leaves"),
	 .help = N_("They leave: close or hand over all theirs"), .alone = true},
	{.command = COMMAND_REOPEN, .run = run_return, .offered = can_return, .label = N_("is back"),
	 .help = N_("They are back, and apply again"), .alone = true},
	{.command = COMMAND_JOIN, .run = run_join, .offered = may_join,
	 .help = N_("The two marked are one person"), .on_marks = true},
	{.command = COMMAND_DELETE, .run = run_erase, .offered = may_erase, .label = N_("erase"),
	 .help = N_("What erasing would remove; then erase"), .on_marks = true},
};

/* ---- As a screen ---- */

static void people_title(const struct screen *screen, struct ch_buffer *out)
{
	list_title(screen->list, _("People"), out);
}

static void draw_detail(struct people_screen *people, struct canvas *canvas, struct rect area)
{
	int64_t id = scheme_list_id(&people->people);

	if (id == 0)
		return;
	if (people->stale || people->view.person_id != id)
		person_view_load(&people->view, id);
	people->stale = false;
	person_view_draw(&people->view, canvas, area, PERSON_PANES);
}

static void people_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct people_screen *people = people_of(screen);
	struct rect list = body, detail = {0};
	int width = body.width * 2 / 5;

	(void)app;
	if (body.width >= WITH_DETAIL) {
		width = width > DETAIL_LEAST ? width : DETAIL_LEAST;
		list = rect_part(body, 0, 0, body.width - width - 1, body.height);
		detail = rect_part(body, body.width - width, 0, width, body.height);
	}
	scheme_list_draw(&people->people, canvas, list, true);
	if (detail.width > 0) {
		canvas_line_down(canvas, body, list.width, 0, body.height, CANVAS_QUIET);
		draw_detail(people, canvas, detail);
	}
}

static void people_changed(struct screen *screen, struct app *app)
{
	(void)app;
	people_of(screen)->stale = true;
	list_reload(screen->list);
}

static void people_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: ~ waiting for a match, ? applied and to be found ready, + in a pairing, "
			     ". has left.\n"));
	ch_buffer_add(out, _("A filter has words of names, and fields: roles:mentor left:- last>30d seeks:finance\n"));
}

static void people_close(struct screen *screen, struct app *app)
{
	struct people_screen *people = people_of(screen);

	(void)app;
	scheme_list_release(&people->people);
	person_view_release(&people->view);
	free(people);
}

static const struct screen_ops people_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = people_title,
	.draw = people_draw,
	.help = people_help,
	.changed = people_changed,
	.close = people_close,
};

struct screen *people_open(struct app *app)
{
	struct people_screen *people = calloc(1, sizeof(*people));

	if (people == NULL)
		ch_abort("out of memory");
	people->screen = (struct screen){.ops = &people_screen, .list = &people->people.list};
	scheme_list_init(&people->people, &people_list, desk_of(app), NULL, people);
	person_view_init(&people->view, desk_of(app));
	return &people->screen;
}
