/*
 * What is said before pairs are proposed in a programme: whom people wish for
 * and managers recommend, pins, forbids and the avoid list, and who is of the
 * matching committee. A list of each, of which Tab shows the next.
 */
#include <stdlib.h>

#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/proposal_moves.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum pane { PANE_WISHES, PANE_RULES, PANE_COMMITTEE, PANES };

struct match_lists {
	struct screen screen;
	struct scheme_list lists[PANES];
	enum pane pane;
	int64_t programme_id;
	struct ch_arena arena;
	const char *programme_name;
};

static struct match_lists *own(const struct screen *screen)
{
	return (struct match_lists *)screen;
}

/* ---- The lists ---- */

static const struct scheme_column wish_columns[] = {
	{.key = "person", .rank = 0, .width = 22},
	{.key = "wished", .rank = 0, .width = 22},
	{.key = "asked_by", .rank = 1, .width = 16},
	{.key = "place", .rank = 2, .width = 6},
	{.key = "notes", .rank = 3, .width = 24, .from = 100},
};
static const struct scheme_column rule_columns[] = {
	{.key = "kind", .rank = 0, .width = 13},
	{.key = "guide", .rank = 0, .width = 20},
	{.key = "learner", .rank = 0, .width = 20},
	{.key = "reason", .rank = 1, .width = 24},
};
static const struct scheme_column committee_columns[] = {
	{.key = "person", .rank = 0, .width = 32},
	{.key = "since", .rank = 1, .width = 10},
};

static const char *no_wish(const struct scheme_list *list)
{
	(void)list;
	return _("Nobody has named whom they would like. " KEY_(ADD) " adds a wish, or a manager's recommendation.");
}

static const char *no_rule(const struct scheme_list *list)
{
	(void)list;
	return _("No pair is pinned, forbidden or on the avoid list. " KEY_(ADD) " adds one; the avoid list holds in "
		 "every "
		 "programme.");
}

static const char *no_member(const struct scheme_list *list)
{
	(void)list;
	return _("No committee: the coordinator's approval is enough. " KEY_(ADD) " names a member.");
}

static enum ch_status save_wish(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_wish_add(desk_of(app)->c, record, err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("The wish is recorded"));
	return err->status;
}

/* The avoid list is of no programme: what the form was opened for is not asked of it. */
static enum ch_status save_rule(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_pair_rule *rule = record;

	(void)data;
	if (rule->kind == CH_PAIR_RULE_AVOID)
		rule->programme_id = 0;
	if (ch_pair_rule_add(desk_of(app)->c, rule, err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("It holds from the next proposal on: " KEY_(MATCH) " proposes "
						   "anew"));
	return err->status;
}

static const char *const wish_keys[] = {"person_id", "wished_id", "asked_by", "place", "notes", NULL};
static const char *const rule_keys[] = {"kind", "guide_id", "learner_id", "reason", NULL};

static const struct record_form_spec wish_form = {
	.entity = CH_WISH,
	.title = N_("Add a wish or a recommendation"),
	.adding = true,
	.about = "programme_id",
	.keys = wish_keys,
	.save = save_wish,
};

static const struct record_form_spec rule_form = {
	.entity = CH_PAIR_RULE,
	.title = N_("Pin, forbid or avoid a pair"),
	.adding = true,
	.about = "programme_id",
	.keys = rule_keys,
	.save = save_rule,
};

struct kind {
	const char *title;
	struct scheme_list_spec list;
	const struct record_form_spec *form;
	enum ch_operation add, remove;
	enum ch_status (*take_away)(struct ch_context *c, int64_t id, struct ch_error *err);
};

static const struct kind kinds[PANES] = {
	[PANE_WISHES] = {.title = N_("Wishes"),
			 .list = {.list = CH_LIST_WISHES,
				  .columns = wish_columns,
				  .column_count = COUNT(wish_columns),
				  .empty = no_wish},
			 .form = &wish_form,
			 .add = CH_OP_WISH_ADD,
			 .remove = CH_OP_WISH_REMOVE,
			 .take_away = ch_wish_remove},
	[PANE_RULES] = {.title = N_("Rules"),
			.list = {.list = CH_LIST_PAIR_RULES,
				 .columns = rule_columns,
				 .column_count = COUNT(rule_columns),
				 .empty = no_rule},
			.form = &rule_form,
			.add = CH_OP_PAIR_RULE_ADD,
			.remove = CH_OP_PAIR_RULE_REMOVE,
			.take_away = ch_pair_rule_remove},
	[PANE_COMMITTEE] = {.title = N_("Committee"),
			    .list = {.list = CH_LIST_COMMITTEE,
				     .columns = committee_columns,
				     .column_count = COUNT(committee_columns),
				     .empty = no_member},
			    .form = &committee_member_form,
			    .add = CH_OP_COMMITTEE_SET,
			    .remove = CH_OP_COMMITTEE_SET,
			    .take_away = ch_committee_remove},
};

static const struct kind *kind_of(const struct screen *screen)
{
	return &kinds[own(screen)->pane];
}

/* ---- Adding and taking away ---- */

static void run_add(struct app *app, struct screen *screen)
{
	const struct kind *kind = kind_of(screen);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_entity *entity = ch_entity_of(kind->form->entity);
	void *record = ch_arena_alloc(&arena, entity->size);
	struct ch_error ignored = CH_NO_ERROR;

	ch_record_start(entity, record);
	ch_field_set(ch_field_named(entity, "programme_id"), record,
		     ch_arena_printf(&arena, "%lld", (long long)own(screen)->programme_id), CH_NO_DATE, &arena,
		     &ignored);
	record_form_open(app, kind->form, record, NULL);
	ch_arena_release(&arena);
}

/* At once, since it can be undone. */
static void run_remove(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;
	enum ch_status status = kind_of(screen)->take_away(desk_of(app)->c, list_row(screen->list)->id, &err);

	desk_done(app, status, &err, "%s", _("It is taken back"));
}

/* ---- Panes ---- */

static void show_pane(struct match_lists *lists, int pane)
{
	lists->pane = (enum pane)((pane + PANES) % PANES);
	lists->screen.list = &lists->lists[lists->pane].list;
}

static void run_next_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (int)own(screen)->pane + 1);
}

static void run_previous_pane(struct app *app, struct screen *screen)
{
	(void)app;
	show_pane(own(screen), (int)own(screen)->pane - 1);
}

static bool can_add(const struct app *app, const struct screen *screen)
{
	return desk_may(desk_of(app), kind_of(screen)->add);
}

static bool can_remove(const struct app *app, const struct screen *screen)
{
	return list_row(screen->list) != NULL && desk_may(desk_of(app), kind_of(screen)->remove);
}

static const struct binding bindings[] = {
	{.command = COMMAND_ADD, .run = run_add, .offered = can_add},
	{.command = COMMAND_DELETE, .run = run_remove, .offered = can_remove, .label = N_("take back"),
	 .help = N_("The wish or rule holds no more")},
	{.command = COMMAND_PANE_NEXT, .run = run_next_pane},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_previous_pane},
};

/* ---- As a screen ---- */

static void match_lists_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s | %s", own(screen)->programme_name, _(kind_of(screen)->title));
}

static void match_lists_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	const struct match_lists *lists = own(screen);
	const char *titles[PANES];

	(void)app;
	for (int i = 0; i < PANES; i++)
		titles[i] = kinds[i].title;
	list_draw_panes(canvas, body, titles, PANES, lists->pane);
	scheme_list_draw(&own(screen)->lists[lists->pane], canvas,
			 rect_part(body, 0, 1, body.width, body.height - 1), true);
}

static void match_lists_help(const struct screen *screen, struct ch_buffer *out)
{
	(void)screen;
	ch_buffer_add(out, _("A wish gives points and binds nobody. Pins and forbids hold in this programme, the avoid "
			     "list everywhere; its reasons are for coordinators alone.\n"));
}

static void match_lists_close(struct screen *screen, struct app *app)
{
	struct match_lists *lists = own(screen);

	(void)app;
	for (int i = 0; i < PANES; i++)
		scheme_list_release(&lists->lists[i]);
	ch_arena_release(&lists->arena);
	free(lists);
}

static const struct screen_ops match_lists_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = COUNT(bindings),
	.title = match_lists_title,
	.draw = match_lists_draw,
	.help = match_lists_help,
	.close = match_lists_close,
};

void match_lists_open(struct app *app, int64_t programme_id)
{
	struct ch_list_query narrow = {.programme_id = programme_id};
	struct match_lists *lists = calloc(1, sizeof(*lists));

	if (lists == NULL)
		ch_abort("out of memory");
	lists->screen.ops = &match_lists_screen;
	lists->programme_id = programme_id;
	lists->arena = CH_ARENA_EMPTY;
	lists->programme_name = desk_name(desk_of(app), CH_PROGRAMME, programme_id, &lists->arena);
	for (int i = 0; i < PANES; i++)
		scheme_list_init(&lists->lists[i], &kinds[i].list, desk_of(app), &narrow, lists);
	show_pane(lists, PANE_WISHES);
	app_push(app, &lists->screen);
}
