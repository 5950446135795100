/* Who is enrolled in a programme: those found ready, and those who wait to be; one or many are moved on at once. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/screens/person_form.h"
#include "tui/screens/ready_question.h"
#include "tui/screens/screens.h"
#include "tui/widgets/form.h"
#include "tui/widgets/marked.h"
#include "tui/widgets/scheme_list.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct enrolments_screen {
	struct screen screen;
	struct scheme_list enrolments;
	struct ch_arena arena;
	const char *programme; /* its name */
};

static struct enrolments_screen *own(const struct screen *screen)
{
	return (struct enrolments_screen *)screen;
}

/* ---- The list ---- */

static int state_of(const struct scheme_list *list, const struct ch_row *row)
{
	const char *cell = scheme_list_cell(list, row, "state");

	return ch_choice_find(ch_field_named(ch_entity_of(CH_ENROLMENT), "state")->choices, cell != NULL ? cell : "");
}

static char enrolment_sign(const struct scheme_list *list, const struct ch_row *row)
{
	switch (state_of(list, row)) {
	case CH_ENROLMENT_APPLIED:
		return '~';
	case CH_ENROLMENT_READY:
		return '+';
	default:
		return '.';
	}
}

static const char *no_enrolments(const struct scheme_list *list)
{
	return list->list.filter.length > 0 ? _("Nobody fits. " KEY_(BACK) " goes back.")
					    : _("Nobody is enrolled. " KEY_(ENROL) " in 7 Programmes enrols all whose "
						"roles fit.");
}

static const struct scheme_column columns[] = {
	{.key = "person", .rank = 0, .width = 28},
	{.key = "role", .rank = 2, .width = 8},
	{.key = "standing", .rank = 0, .width = 10},
	{.key = "applied_on", .rank = 1, .width = 12},
	{.key = "seeks", .rank = 3, .width = 24, .from = 76},
	{.key = "not_ready_because", .rank = 3, .width = 24, .from = 100},
	{.key = "notes", .rank = 4, .width = 24, .from = 110},
};

static const struct scheme_sort sorts[] = {
	{N_("applied, longest ago first"), "applied_on"},
	{N_("name"), "person"},
	{N_("state"), "state"},
};

static const struct scheme_list_spec enrolment_list = {
	.list = CH_LIST_ENROLMENTS,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.sign = enrolment_sign,
	.empty = no_enrolments,
};

/* ---- Commands ---- */

static bool may_set(const struct app *app, const struct screen *screen)
{
	return list_has_row(app, screen) && desk_may(desk_of(app), CH_OP_ENROLMENT_SET);
}

/* Whether one may be found ready, or not, that was not yet found either. */
static bool is_undecided(const struct app *app, const struct screen *screen)
{
	if (!may_set(app, screen))
		return false;
	return list_marked(screen->list, NULL) > 0 ||
	       state_of(&own(screen)->enrolments, list_row(screen->list)) <= CH_ENROLMENT_NOT_READY;
}

static void run_open(struct app *app, struct screen *screen)
{
	person_open(app, scheme_list_number(&own(screen)->enrolments, list_row(screen->list), "person_id"), NULL);
}

static void run_edit(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);

	if (count > 1)
		enrolment_form_edit_all(app, ids, count);
	else
		enrolment_form_edit(app, *ids);
}

static enum ch_status find_ready(void *c, int64_t id, struct ch_error *err)
{
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};

	return ch_enrolment_ready(c, id, &said, err);
}

static void ready_answered(struct app *app, void *data, char letter)
{
	const struct screen *screen = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const int64_t *ids;
	struct marked marked;
	size_t count;

	if (letter != 'y')
		return;
	count = marked_or_focused(screen->list, &ids);
	marked = marked_each(ids, count, find_ready, desk_of(app)->c);
	list_unmark(screen->list);
	marked_tell(app, &marked, _("found ready"), desk_name(desk_of(app), CH_ENROLMENT, marked.first, &arena));
	ch_arena_release(&arena);
}

/* How many of them are learners of whom finding them ready records a yes. */
static size_t count_unready(struct ch_context *c, const int64_t *ids, size_t count)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_enrolment enrolment;
	size_t unready = 0;

	for (size_t i = 0; i < count; i++)
		if (ch_enrolment_get(c, ids[i], &arena, &enrolment, &ignored) == CH_OK)
			unready += (enrolment.role == CH_ROLE_COACHEE || enrolment.role == CH_ROLE_MENTEE) &&
				   enrolment.state != CH_ENROLMENT_READY;
	ch_arena_release(&arena);
	return unready;
}

static void run_ready(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids), unready = count_unready(desk_of(app)->c, ids, count);

	if (unready > 0)
		ready_ask(app, unready, ready_answered, screen);
	else
		ready_answered(app, screen, 'y');
}

/* ---- Not ready, and why ---- */

/* Who they are is settled when the form opens: others may move the rows below it. */
struct not_ready {
	struct ch_context *c;
	struct list *list;   /* they were chosen in */
	const char *because; /* while it is saved; NULL: not said */
	size_t count;
	int64_t ids[];
};

static const struct form_field not_ready_fields[] = {
	{.key = "not_ready_because",
	 .label = N_("Not ready because"),
	 .help = N_("What has to change first, where it is known; for coordinators only"),
	 .type = CH_TYPE_TEXT},
};

static enum ch_status find_not_ready(void *data, int64_t id, struct ch_error *err)
{
	const struct not_ready *not_ready = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_enrolment enrolment;

	if (ch_enrolment_get(not_ready->c, id, &arena, &enrolment, err) == CH_OK) {
		enrolment.state = CH_ENROLMENT_NOT_READY;
		enrolment.not_ready_because = not_ready->because;
		ch_enrolment_set(not_ready->c, &enrolment, err);
	}
	ch_arena_release(&arena);
	return err->status;
}

static enum ch_status not_ready_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const char *because = form_value(form, "not_ready_because");
	struct not_ready *not_ready = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct marked marked;
	const char *first;

	not_ready->because = *because != '\0' ? because : NULL;
	marked = marked_each(not_ready->ids, not_ready->count, find_not_ready, not_ready);
	first = desk_name(desk_of(app), CH_ENROLMENT, marked.first, &arena);
	if (marked.done == 0) {
		marked_none(&marked, _("found not ready"), first, err);
	} else {
		list_unmark(not_ready->list);
		marked_tell(app, &marked, _("found not ready"), first);
		if (not_ready->count == 1)
			desk_point_out(app, CH_AT_ENROLMENT, not_ready->ids[0]);
	}
	ch_arena_release(&arena);
	return err->status;
}

static const struct form_ops not_ready_ops = {.save = not_ready_save, .close = free};

static void run_not_ready(struct app *app, struct screen *screen)
{
	const int64_t *ids;
	size_t count = marked_or_focused(screen->list, &ids);
	struct not_ready *not_ready = malloc(sizeof(*not_ready) + count * sizeof(*ids));

	if (not_ready == NULL)
		ch_abort("out of memory");
	*not_ready = (struct not_ready){.c = desk_of(app)->c, .list = screen->list, .count = count};
	memcpy(not_ready->ids, ids, count * sizeof(*ids));
	form_open(app, form_new(&not_ready_ops, not_ready, _("Not ready yet"), desk_of(app)->today, not_ready_fields,
				COUNT(not_ready_fields)));
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = list_has_row, .label = N_("person"),
	 .help = N_("Who it is: all that is known of them")},
	{.command = COMMAND_FORWARD, .run = run_ready, .offered = is_undecided, .label = N_("make ready"),
	 .help = N_("Find the focused or marked ready"), .on_marks = true},
	{.command = COMMAND_DECLINE, .run = run_not_ready, .offered = is_undecided, .label = N_("not ready"),
	 .help = N_("Find the focused or marked not ready yet"), .on_marks = true},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = may_set,
	 .help = N_("Change the focused, or all marked at once"), .on_marks = true},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
};

/* ---- As a screen ---- */

static void enrolments_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s | ", own(screen)->programme);
	list_title(screen->list, _("enrolled"), out);
}

static void enrolments_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	(void)app;
	scheme_list_draw(&own(screen)->enrolments, canvas, body, true);
}

static void enrolments_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: ~ applied, + ready, . neither. Ready: they know what they want, and have the "
			     "time.\n"));
	ch_buffer_add(out, _("Filters: state:applied, role:mentor, applied>30d, a name.\n"));
}

static void enrolments_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->enrolments);
	ch_arena_release(&own(screen)->arena);
	free(screen);
}

static const struct screen_ops enrolments_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = enrolments_title,
	.draw = enrolments_draw,
	.help = enrolments_help,
	.close = enrolments_close,
};

void enrolments_open(struct app *app, int64_t programme_id, const char *filter)
{
	const struct ch_list_query narrow = {.programme_id = programme_id};
	struct enrolments_screen *enrolments = calloc(1, sizeof(*enrolments));
	struct ch_error err = CH_NO_ERROR;

	if (enrolments == NULL)
		ch_abort("out of memory");
	enrolments->screen = (struct screen){.ops = &enrolments_screen, .list = &enrolments->enrolments.list};
	enrolments->arena = CH_ARENA_EMPTY;
	enrolments->programme = desk_name(desk_of(app), CH_PROGRAMME, programme_id, &enrolments->arena);
	scheme_list_init(&enrolments->enrolments, &enrolment_list, desk_of(app), &narrow, enrolments);
	app_push(app, &enrolments->screen);
	if (list_begin_filtered(enrolments->screen.list, filter, &err) != CH_OK)
		app_say_error(app, &err);
}
