/* The programmes: making and opening them, enrolling people, proposing pairs. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/fact_list.h"
#include "tui/screens/overrides_told.h"
#include "tui/screens/programme_form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"
#include "tui/widgets/split.h"

struct programmes_screen {
	struct screen screen;
	struct scheme_list programmes;
	struct fact_list facts; /* of the focused one, in a wide window */
	int64_t facts_of;	/* whose they are; 0: to be read */
};

static struct programmes_screen *own(const struct screen *screen)
{
	return (struct programmes_screen *)screen;
}

/* ---- The list ---- */

static int state_of(const struct scheme_list *list, const struct ch_row *row)
{
	const char *cell = scheme_list_cell(list, row, "state");

	return ch_choice_find(ch_field_named(ch_entity_of(CH_PROGRAMME), "state")->choices, cell != NULL ? cell : "");
}

static char programme_sign(const struct scheme_list *list, const struct ch_row *row)
{
	switch (state_of(list, row)) {
	case CH_PROGRAMME_IS_DESIGN:
	case CH_PROGRAMME_IS_CLOSING:
		return '~';
	case CH_PROGRAMME_IS_CLOSED:
		return '.';
	default:
		return '+';
	}
}

/* What is next with it. */
static const char *next_step(const struct scheme_list *list, const struct ch_row *row)
{
	switch (state_of(list, row)) {
	case CH_PROGRAMME_IS_DESIGN:
		return _("in design; " KEY_(FORWARD) " opens it for pairings");
	case CH_PROGRAMME_IS_CLOSING:
		return _("closing; " KEY_(CLOSE) " once its pairings are closed");
	case CH_PROGRAMME_IS_CLOSED:
		return _("closed");
	default:
		break;
	}
	if (scheme_list_number(list, row, "guides") == 0 || scheme_list_number(list, row, "learners") == 0)
		return _(KEY_(ENROL) " enrols everybody whose roles fit");
	return _(KEY_(MATCH) " proposes pairs of those who wait");
}

static void programme_name(const struct scheme_list *list, const struct ch_row *row, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s: %s", scheme_list_cell(list, row, "name"), next_step(list, row));
}

static const char *programmes_empty(const struct scheme_list *list)
{
	(void)list;
	return _("There is no programme yet. " KEY_(ADD) " adds the first one.");
}

/* "2 mentors, 4 mentees": the words are those of the programme's kind. */
static const char *taking_part(const struct scheme_list *list, const struct ch_row *row, struct ch_arena *arena)
{
	const char *kind = scheme_list_cell(list, row, "kind");
	bool coaching = kind != NULL && strcmp(kind, "coaching") == 0;
	long long guides = scheme_list_number(list, row, "guides");
	long long learners = scheme_list_number(list, row, "learners");

	return ch_arena_printf(arena, _("%lld %s, %lld %s"), guides,
			       coaching ? _n("coach", "coaches", guides) : _n("mentor", "mentors", guides), learners,
			       coaching ? _n("coachee", "coachees", learners) : _n("mentee", "mentees", learners));
}

/* Whom it has tells its kind where there is no room for that. */
static const struct scheme_column columns[] = {
	{.key = "name", .rank = 0, .width = 24},
	{.key = "kind", .rank = 4, .width = 9, .from = 90},
	{.key = "state", .rank = 1, .width = 8},
	{.key = "taking_part", .label = N_("Taking part"), .rank = 2, .width = 24, .make = taking_part},
	{.key = "live_pairings", .label = N_("Live pairs"), .rank = 3, .width = 10},
	{.key = "starts_on", .rank = 7, .from = 100},
	{.key = "ends_on", .rank = 6, .from = 100},
};

static const struct scheme_sort sorts[] = {
	{N_("name"), "name"},
	{N_("state"), "state"},
	{N_("newest first"), "-programme_id"},
	{N_("end, earliest first"), "ends_on"},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_list_spec programme_list = {
	.list = CH_LIST_PROGRAMMES,
	.columns = columns,
	.column_count = COUNT(columns),
	.sorts = sorts,
	.sort_count = COUNT(sorts),
	.sign = programme_sign,
	.name = programme_name,
	.empty = programmes_empty,
};

/* ---- What can be done ---- */

static int64_t focused(const struct screen *screen)
{
	return scheme_list_id(&own(screen)->programmes);
}

/* Whether there is a programme that is not over, and the actor may do this. */
static bool can(const struct app *app, const struct screen *screen, enum ch_operation operation)
{
	const struct ch_row *row = list_row(screen->list);

	return row != NULL && state_of(&own(screen)->programmes, row) != CH_PROGRAMME_IS_CLOSED &&
	       desk_may(desk_of(app), operation);
}

static bool can_move(const struct app *app, const struct screen *screen, enum ch_operation operation)
{
	return can(app, screen, operation) &&
	       ch_state_after(CH_PROGRAMME, state_of(&own(screen)->programmes, list_row(screen->list)), operation) != 0;
}

static bool can_add(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_PROGRAMME_ADD);
}

static bool can_edit(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), CH_OP_PROGRAMME_SET);
}

static bool can_launch(const struct app *app, const struct screen *screen)
{
	return can_move(app, screen, CH_OP_PROGRAMME_OPEN);
}

static bool can_close(const struct app *app, const struct screen *screen)
{
	return can_move(app, screen, CH_OP_PROGRAMME_CLOSE);
}

static bool can_enrol(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_ENROLMENT_ADD);
}

static bool can_make_ready(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_ENROLMENT_SET);
}

static bool can_match(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PROPOSAL_MAKE);
}

static void run_add(struct app *app, struct screen *screen)
{
	programme_form_add(app, screen->list);
}

static void run_edit(struct app *app, struct screen *screen)
{
	programme_form_edit(app, focused(screen));
}

static void run_settings(struct app *app, struct screen *screen)
{
	programme_form_settings(app, focused(screen));
}

static void run_parts(struct app *app, struct screen *screen)
{
	parts_open(app, CH_PROGRAMME, focused(screen));
}

static void run_launch(struct app *app, struct screen *screen)
{
	programme_form_launch(app, focused(screen));
}

static void run_match(struct app *app, struct screen *screen)
{
	proposals_open(app, focused(screen), true);
}

/* ---- Closing and enrolling ---- */

/* The question is about the focused programme: while it is open the cursor does not move. */
static void close_answered(struct app *app, void *data, char letter)
{
	const struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_programme programme;
	int64_t id = focused(data);

	if (letter == 'y' && ch_programme_close(desk->c, id, &err) == CH_OK)
		ch_programme_get(desk->c, id, &arena, &programme, &err);
	if (letter == 'y' && err.status == CH_OK && programme.state == CH_PROGRAMME_IS_CLOSED)
		desk_done(app, CH_OK, &err, _("%s is closed"), programme.name);
	else if (letter == 'y')
		desk_done(app, err.status, &err, _("%s is closing; its pairings are still to be closed, in 3 Pairs"),
			  desk_name(desk, CH_PROGRAMME, id, &arena));
	ch_arena_release(&arena);
}

static void run_close(struct app *app, struct screen *screen)
{
	const struct ch_row *row = list_row(screen->list);
	int64_t live = scheme_list_number(&own(screen)->programmes, row, "live_pairings");
	const char *name = scheme_list_cell(&own(screen)->programmes, row, "name");

	if (live > 0)
		question_ask(app, "yn", close_answered, screen,
			     _("Close %s, with %" PRId64 " live pairings? They go on. [y]es [n]o"), name,
			     live);
	else
		question_ask(app, "yn", close_answered, screen, _("Close %s? No new pairs after that. [y]es [n]o"),
			     name);
}

static void run_enrol(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	int64_t count = 0;

	if (ch_enrolment_add_all(desk_of(app)->c, focused(screen), &count, &err) == CH_OK && count == 0)
		app_say(app, "%s", _("Everybody whose roles fit is enrolled already. 2 People adds and imports more"));
	else
		desk_done(app, err.status, &err, _("%" PRId64 " enrolled. " KEY_(MATCH) " proposes pairs"), count);
}

static void ready_answered(struct app *app, void *data, char letter)
{
	struct ch_error err = CH_NO_ERROR;
	const struct ch_said said = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	int64_t count = 0, left = 0;

	if (letter != 'y')
		return;
	ch_enrolment_ready_all(desk_of(app)->c, focused(data), &said, &count, &left, &err);
	if (left > 0)
		desk_done(app, err.status, &err, _("%" PRId64 " are ready now; %" PRId64 " had answered no"), count,
			  left);
	else
		desk_done(app, err.status, &err, _("%" PRId64 " are ready now"), count);
}

static void run_enrolments(struct app *app, struct screen *screen)
{
	enrolments_open(app, focused(screen), "");
}

static void run_make_ready(struct app *app, struct screen *screen)
{
	question_ask(app, "yn", ready_answered, screen,
		     _("Do all who applied to %s know what they want, and have the time? [y]es [n]o"),
		     scheme_list_cell(&own(screen)->programmes, list_row(screen->list), "name"));
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_enrolments, .offered = can_edit, .label = N_("people"),
	 .help = N_("Who is enrolled, and who waits for it")},
	{.command = COMMAND_ADD, .run = run_add, .offered = can_add},
	{.command = COMMAND_FORWARD, .run = run_launch, .offered = can_launch, .label = N_("open for pairs"),
	 .help = N_("Open it: pairings can begin")},
	{.command = COMMAND_ENROL, .run = run_enrol, .offered = can_enrol},
	{.command = COMMAND_MATCH, .run = run_match, .offered = can_match},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = can_edit,
	 .help = N_("What the programme is, to read and change")},
	{.command = COMMAND_PARTS, .run = run_parts, .offered = can_edit},
	{.command = COMMAND_SETTINGS, .run = run_settings, .offered = can_edit},
	{.command = COMMAND_ENROLMENTS, .run = run_enrolments, .offered = can_edit},
	{.command = COMMAND_READY, .run = run_make_ready, .offered = can_make_ready},
	{.command = COMMAND_CLOSE, .run = run_close, .offered = can_close},
	{.command = COMMAND_SORT, .run = scheme_list_ask_sort, .offered = scheme_list_can_sort},
};

/* ---- As a screen ---- */

static void programmes_title(const struct screen *screen, struct ch_buffer *out)
{
	list_title(screen->list, _("Programmes"), out);
}

/* What the focused programme is like, field by field. */
static void read_facts(struct programmes_screen *programmes, const struct desk *desk, int64_t id)
{
	const struct ch_entity *entity = ch_entity_of(CH_PROGRAMME);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_programme programme;

	programmes->facts_of = id;
	fact_list_clear(&programmes->facts);
	if (ch_programme_get(desk->c, id, &arena, &programme, &err) != CH_OK)
		fact_list_add(&programmes->facts, '!', _("Programme"), err.message);
	for (size_t i = 0; err.status == CH_OK && i < entity->field_count; i++)
		if ((entity->fields[i].flags & CH_FIELD_HIDDEN) == 0)
			fact_list_add(&programmes->facts, ' ', _(entity->fields[i].label),
				      ch_field_show(&entity->fields[i], &programme, desk->today, &arena));
	overrides_told_add(&programmes->facts, desk, 0, id, &arena);
	ch_arena_release(&arena);
}

static void programmes_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct programmes_screen *programmes = own(screen);
	struct split split = split_of(body);
	int64_t id = focused(screen);

	if (id != 0 && split.detail.width > 0) {
		if (programmes->facts_of != id)
			read_facts(programmes, desk_of(app), id);
		split_draw_line(&split, canvas);
		fact_list_draw(&programmes->facts, canvas, split.detail, false);
	}
	scheme_list_draw(&programmes->programmes, canvas, split.list, true);
}

static void programmes_changed(struct screen *screen, struct app *app)
{
	(void)app;
	list_reload(screen->list);
	own(screen)->facts_of = 0;
}

static void programmes_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("Signs: + open or running, ~ in design or closing, . closed.\n"));
	ch_buffer_add(out, _("The way: add, open for pairs, enrol, match; then the two agree, in 3 Pairs.\n"));
}

static void programmes_close(struct screen *screen, struct app *app)
{
	(void)app;
	scheme_list_release(&own(screen)->programmes);
	fact_list_release(&own(screen)->facts);
	free(screen);
}

static void programmes_why(const struct screen *screen, const struct app *app, enum command command,
			   struct ch_error *err)
{
	const struct scheme_list *list = &own(screen)->programmes;
	const struct ch_row *row = list_row(screen->list);

	if (row == NULL || !desk_may(desk_of(app), CH_OP_PROGRAMME_SET))
		return;
	if (command == COMMAND_FORWARD || command == COMMAND_CLOSE)
		ch_state_check(CH_PROGRAMME, state_of(list, row),
			       command == COMMAND_CLOSE ? CH_OP_PROGRAMME_CLOSE : CH_OP_PROGRAMME_OPEN,
			       scheme_list_cell(list, row, "name"), err);
	else if (state_of(list, row) == CH_PROGRAMME_IS_CLOSED)
		ch_fail(err, CH_DATA, _("%s is closed: nobody is enrolled, made ready or paired in it now"),
			scheme_list_cell(list, row, "name"));
}

static const struct screen_ops programmes_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = programmes_title,
	.draw = programmes_draw,
	.help = programmes_help,
	.why = programmes_why,
	.changed = programmes_changed,
	.close = programmes_close,
};

struct screen *programmes_open(struct app *app)
{
	struct programmes_screen *programmes = calloc(1, sizeof(*programmes));

	if (programmes == NULL)
		ch_abort("out of memory");
	programmes->screen = (struct screen){.ops = &programmes_screen, .list = &programmes->programmes.list};
	scheme_list_init(&programmes->programmes, &programme_list, desk_of(app), NULL, programmes);
	fact_list_init(&programmes->facts, _("About"), "", false, desk_of(app)->today);
	return &programmes->screen;
}
