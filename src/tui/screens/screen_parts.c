/*
 * What belongs to one programme (cohorts, objectives, required checks, who may
 * take part) or to one person (training and checks): a list of each kind, of
 * which Tab shows the next. Forms come from the field tables.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screens.h"

enum { MOST_KINDS = 4 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct parts_screen {
	struct screen screen;
	enum ch_entity_id owner;
	int64_t owner_id;
	struct ch_arena arena;
	const char *owner_name;
	struct scheme_list lists[MOST_KINDS];
	size_t first, count, pane; /* the kinds that this owner has, of `kinds` below */
};

/* ---- The kinds ---- */

static const struct scheme_column cohort_columns[] = {
	{.key = "name", .rank = 0, .width = 32},
	{.key = "starts_on", .rank = 1},
	{.key = "ends_on", .rank = 2},
	{.key = "people", .rank = 3, .width = 8},
};
static const struct scheme_column objective_columns[] = {
	{.key = "name", .rank = 0, .width = 50},
	{.key = "pairings", .rank = 1, .width = 8},
};
static const struct scheme_column requirement_columns[] = {
	{.key = "name", .rank = 0, .width = 40},
	{.key = "valid_months", .rank = 1, .width = 16},
};
static const struct scheme_column eligibility_columns[] = {
	{.key = "side", .rank = 1, .width = 10},
	{.key = "field", .rank = 0, .width = 14},
	{.key = "allowed", .rank = 0, .width = 40},
};
static const struct scheme_column credential_columns[] = {
	{.key = "name", .rank = 0, .width = 28},
	{.key = "kind", .rank = 1, .width = 16},
	{.key = "awarded_on", .rank = 2, .width = 11},
	{.key = "in_date_until", .rank = 1, .width = 13},
	{.key = "in_date_by", .rank = 3, .width = 28, .from = 90},
	{.key = "expires_on", .rank = 2, .width = 11, .from = 100},
	{.key = "body", .rank = 3, .width = 24, .from = 100},
};

static const char *no_cohort(const struct scheme_list *list)
{
	(void)list;
	return _("No cohort. " KEY_(ADD) " adds one: a group that starts together.");
}

static const char *no_objective(const struct scheme_list *list)
{
	(void)list;
	return _("No objective. " KEY_(ADD) " adds one that pairings of this programme serve.");
}

static const char *no_requirement(const struct scheme_list *list)
{
	(void)list;
	return _("No check is required of a mentor or coach. " KEY_(ADD) " adds one, as DBS or references.");
}

static const char *no_eligibility(const struct scheme_list *list)
{
	(void)list;
	return _("Anybody may take part. " KEY_(ADD) " adds a limit, by department, area, grade or other.");
}

static const char *no_credential(const struct scheme_list *list)
{
	(void)list;
	return _("No training, qualification or check is recorded. " KEY_(ADD) " adds one.");
}

void parts_say_saved(struct app *app, enum ch_entity_id entity, const void *record, const char *saved)
{
	struct ch_error doubt;

	ch_part_doubt(desk_of(app)->c, entity, record, &doubt);
	if (doubt.status == CH_OK)
		app_say(app, "%s", saved);
	else
		app_say(app, _("%s, but %s"), saved, doubt.message);
	if (entity == CH_CREDENTIAL)
		desk_point_out(app, CH_AT_CREDENTIAL, ((const struct ch_credential *)record)->person_id);
}

static const struct screen_ops parts_screen;
static enum ch_status save_new(struct app *app, void *record, void *data, struct ch_error *err);
static enum ch_status save(struct app *app, void *record, void *data, struct ch_error *err);

#define READ(name, upper)                                                                                              \
	static enum ch_status read_##name(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,   \
					  struct ch_error *err)                                                        \
	{                                                                                                              \
		return ch_part_get(desk->c, CH_##upper, id, arena, record, err);                                       \
	}

READ(cohort, COHORT)
READ(objective, OBJECTIVE)
READ(requirement, REQUIREMENT)
READ(eligibility, ELIGIBILITY)
READ(credential, CREDENTIAL)

struct part_kind {
	enum ch_entity_id owner;
	const char *title;
	struct scheme_list_spec list;
	struct record_form_spec adding, editing;
};

#define KIND(owner_name, title_text, name, upper, list_name, keys_of)                                                  \
	{.owner = CH_##owner_name,                                                                                     \
	 .title = title_text,                                                                                          \
	 .list = {.list = CH_LIST_##list_name,                                                                         \
		  .columns = name##_columns,                                                                           \
		  .column_count = COUNT(name##_columns),                                                               \
		  .empty = no_##name},                                                                                 \
	 .adding = {.entity = CH_##upper,                                                                              \
		    .title = title_text,                                                                               \
		    .adding = true,                                                                                    \
		    .keys = keys_of,                                                                                   \
		    .about = CH_##owner_name == CH_PERSON ? "person_id" : "programme_id",                              \
		    .save = save_new},                                                                                 \
	 .editing = {.entity = CH_##upper, .title = title_text, .keys = keys_of, .read = read_##name, .save = save}}

static const char *const cohort_keys[] = {"name", "starts_on", "ends_on", NULL};
static const char *const objective_keys[] = {"name", NULL};
static const char *const requirement_keys[] = {"name", "valid_months", NULL};
static const char *const eligibility_keys[] = {"side", "field", "allowed", NULL};
static const char *const credential_keys[] = {"kind", "name", "body", "level", "awarded_on", "expires_on", NULL};

static const struct part_kind kinds[] = {
	KIND(PROGRAMME, N_("Cohorts"), cohort, COHORT, COHORTS, cohort_keys),
	KIND(PROGRAMME, N_("Objectives"), objective, OBJECTIVE, OBJECTIVES, objective_keys),
	KIND(PROGRAMME, N_("Required checks"), requirement, REQUIREMENT, REQUIREMENTS, requirement_keys),
	KIND(PROGRAMME, N_("Who may take part"), eligibility, ELIGIBILITY, ELIGIBILITIES, eligibility_keys),
	KIND(PERSON, N_("Training and checks"), credential, CREDENTIAL, CREDENTIALS, credential_keys),
};

/* ---- Forms ---- */

/* The form is on top still; a form that was opened from the drafts has their list below. */
static void go_to_new(const struct app *app, int64_t id)
{
	if (app->top->below->ops == &parts_screen)
		list_go_to_id(app->top->below->list, id);
}

static enum ch_status save_new(struct app *app, void *record, void *data, struct ch_error *err)
{
	const struct part_kind *kind = data;

	if (ch_part_add(desk_of(app)->c, kind->adding.entity, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	go_to_new(app, ((const struct ch_record *)record)->id);
	parts_say_saved(app, kind->adding.entity, record, _("It is added"));
	return CH_OK;
}

static enum ch_status save(struct app *app, void *record, void *data, struct ch_error *err)
{
	const struct part_kind *kind = data;

	if (ch_part_set(desk_of(app)->c, kind->editing.entity, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	parts_say_saved(app, kind->editing.entity, record, _("It is saved"));
	return CH_OK;
}

static struct parts_screen *own(const struct screen *screen)
{
	return (struct parts_screen *)screen;
}

static const struct part_kind *kind_of(const struct screen *screen)
{
	return &kinds[own(screen)->first + own(screen)->pane];
}

/* The third member of every part: whose it is. */
struct part_head {
	int64_t id, row_version, owner_id;
};

static void run_add(struct app *app, struct screen *screen)
{
	const struct part_kind *kind = kind_of(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct part_head *head = ch_arena_alloc(&arena, ch_entity_of(kind->adding.entity)->size);

	ch_record_start(ch_entity_of(kind->adding.entity), head);
	head->owner_id = own(screen)->owner_id;
	record_form_open(app, &kind->adding, head, (void *)kind);
	ch_arena_release(&arena);
}

static void run_edit(struct app *app, struct screen *screen)
{
	const struct part_kind *kind = kind_of(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	void *record = ch_arena_alloc(&arena, ch_entity_of(kind->editing.entity)->size);

	if (ch_part_get(desk_of(app)->c, kind->editing.entity, list_row(screen->list)->id, &arena, record, &err) ==
	    CH_OK)
		record_form_open(app, &kind->editing, record, (void *)kind);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

static void run_remove(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;

	desk_done(app,
		  ch_part_remove(desk_of(app)->c, kind_of(screen)->editing.entity, list_row(screen->list)->id, &err),
		  &err, "%s", _("It is removed"));
}

/* ---- Panes ---- */

static void show_pane(struct parts_screen *parts, size_t pane)
{
	parts->pane = pane;
	parts->screen.list = &parts->lists[pane].list;
}

static void run_next_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (own(screen)->pane + 1) % own(screen)->count);
}

static void run_previous_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (own(screen)->pane + own(screen)->count - 1) % own(screen)->count);
}

static bool has_panes(const struct app *app, const struct screen *screen)
{
	(void)app;
	return own(screen)->count > 1;
}

static bool may_set(const struct app *app, const struct screen *screen)
{
	return desk_may(desk_of(app), own(screen)->owner == CH_PROGRAMME ? CH_OP_PROGRAMME_SET : CH_OP_PERSON_SET);
}

static bool can_edit(const struct app *app, const struct screen *screen)
{
	return may_set(app, screen) && list_row(screen->list) != NULL;
}

static bool has_people(const struct app *app, const struct screen *screen)
{
	(void)app;
	return kind_of(screen)->editing.entity == CH_COHORT && list_row(screen->list) != NULL;
}

static void run_people(struct app *app, struct screen *screen)
{
	struct scheme_list *cohorts = &own(screen)->lists[own(screen)->pane];
	const char *name = scheme_list_cell(cohorts, list_row(screen->list), "name");
	char filter[256];

	snprintf(filter, sizeof(filter), "cohort:\"%.*s\"", (int)strcspn(name, "\""), name);
	enrolments_open(app, own(screen)->owner_id, filter);
}

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_people, .offered = has_people, .label = N_("people"),
	 .help = N_("Who is in the cohort")},
	{.command = COMMAND_OPEN, .run = run_edit, .offered = can_edit},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_set},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = can_edit},
	{.command = COMMAND_DELETE, .run = run_remove, .offered = can_edit},
	{.command = COMMAND_PANE_NEXT, .run = run_next_pane, .offered = has_panes},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_previous_pane, .offered = has_panes},
};

/* ---- As a screen ---- */

static void parts_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s | %s", own(screen)->owner_name, _(kind_of(screen)->title));
}

static void draw_kinds(const struct parts_screen *parts, struct canvas *canvas, struct rect area)
{
	const char *titles[sizeof(kinds) / sizeof(kinds[0])];

	for (size_t i = 0; i < parts->count; i++)
		titles[i] = kinds[parts->first + i].title;
	list_draw_panes(canvas, area, titles, parts->count, parts->pane);
}

static void parts_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct parts_screen *parts = own(screen);

	(void)app;
	if (parts->count > 1) {
		draw_kinds(parts, canvas, body);
		body = rect_part(body, 0, 1, body.width, body.height);
	}
	scheme_list_draw(&parts->lists[parts->pane], canvas, body, true);
}

static void parts_close(struct screen *screen, struct app *app)
{
	struct parts_screen *parts = own(screen);

	(void)app;
	for (size_t i = 0; i < parts->count; i++)
		scheme_list_release(&parts->lists[i]);
	ch_arena_release(&parts->arena);
	free(parts);
}

static const struct screen_ops parts_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = parts_title,
	.draw = parts_draw,
	.close = parts_close,
};

void parts_open(struct app *app, enum ch_entity_id owner, int64_t owner_id)
{
	struct ch_list_query narrow = {.programme_id = owner == CH_PROGRAMME ? owner_id : 0,
				       .person_id = owner == CH_PERSON ? owner_id : 0};
	struct parts_screen *parts = calloc(1, sizeof(*parts));

	if (parts == NULL)
		ch_abort("out of memory");
	parts->screen.ops = &parts_screen;
	parts->owner = owner;
	parts->owner_id = owner_id;
	parts->arena = CH_ARENA_EMPTY;
	parts->owner_name = desk_name(desk_of(app), owner, owner_id, &parts->arena);
	while (kinds[parts->first].owner != owner)
		parts->first++;
	while (parts->first + parts->count < COUNT(kinds) && kinds[parts->first + parts->count].owner == owner)
		parts->count++;
	for (size_t i = 0; i < parts->count; i++)
		scheme_list_init(&parts->lists[i], &kinds[parts->first + i].list, desk_of(app), &narrow, parts);
	show_pane(parts, 0);
	app_push(app, &parts->screen);
}

void parts_open_at(struct app *app, enum ch_entity_id entity, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct part_head *part = ch_arena_alloc(&arena, ch_entity_of(entity)->size);

	if (ch_part_get(desk_of(app)->c, entity, id, &arena, part, &err) == CH_OK)
		parts_open(app, ch_part_owner(entity), part->owner_id);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

void parts_add_credential(struct app *app, int64_t person_id, const char *kind, const char *name)
{
	const struct ch_entity *entity = ch_entity_of(CH_CREDENTIAL);
	struct ch_credential credential;

	parts_open(app, CH_PERSON, person_id);
	ch_record_start(entity, &credential);
	credential.person_id = person_id;
	credential.kind = ch_choice_find(ch_field_named(entity, "kind")->choices, kind);
	credential.name = name;
	/* What it is stands there already; the day is what is not known. */
	form_begin_at(record_form_open(app, &kind_of(app->top)->adding, &credential, (void *)kind_of(app->top)),
		      "awarded_on");
}
