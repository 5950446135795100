#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/fact_list.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/matters.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/widgets/question.h"

enum { LIST_ROWS = 8, MOST_FIELDS = 8 };

const struct ch_choice choices_of_how[] = {{"", ""},
					   {"form", N_("on a form")},
					   {"paper", N_("on paper")},
					   {"email", N_("by e-mail")},
					   {"spoken", N_("spoken")},
					   {NULL, NULL}};

struct matters {
	struct screen screen;
	const struct matter_kind *kind;
	int64_t pairing_id, learner_id;
	int pairing_kind;
	struct ch_arena arena;
	const char *names;
	const struct matter_step *asked; /* the step that the open question is about, of this one: */
	int64_t asked_id;
	struct scheme_list list;
	struct fact_list facts;
	int64_t shown; /* which one `facts` has; -1: none yet */
	bool added;    /* one was, and is to be gone to */
};

static struct matters *own(const struct screen *screen)
{
	return (struct matters *)screen;
}

/* ---- Reading forms ---- */

int matter_how(const struct form *form)
{
	const struct ch_choice *hows = ch_field_named(ch_entity_of(CH_ANSWER), "how")->choices;
	int index = ch_choice_find(hows, form_value(form, "how"));

	return index > 0 ? index : CH_NO_HOW;
}

/* ---- The focused one ---- */

static void add_wording(struct matters *matters, const struct desk *desk, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool withheld = false;

	for (const enum ch_text_kind *kind = matters->kind->texts; *kind != CH_NO_TEXT_KIND; kind++) {
		struct ch_error ignored = CH_NO_ERROR;
		enum ch_text_state state;
		const char *text;

		if (ch_pair_text_read(desk->c, *kind, id, &arena, &text, &state, &ignored) != CH_OK)
			continue;
		fact_list_add(&matters->facts, ' ', _(ch_text_kind_label(*kind)), text);
		withheld |= state == CH_TEXT_WITHHELD;
	}
	const char *open =
		matters->kind->open_words != NULL ? matters->kind->open_words(desk->c, id, &arena) : NULL;
	if (withheld && open != NULL)
		fact_list_add(&matters->facts, ' ', _("May be told"), open);
	else if (withheld)
		fact_list_add(&matters->facts, ' ', _("Wording"), _("is the pair's: only the two read it"));
	ch_arena_release(&arena);
}

/* Whose it is stands in the title, and numbers say nothing. */
static bool is_told_already(const struct ch_column *column)
{
	return column->type == CH_TYPE_ID || strcmp(column->key, "guide") == 0 ||
	       strcmp(column->key, "learner") == 0 || strcmp(column->key, "programme") == 0;
}

static void add_cells(struct matters *matters, const struct ch_row *row)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *sort;
	size_t count;
	const struct ch_column *columns = ch_list_columns(NULL, matters->kind->list->list, NULL, &count, &sort);

	for (size_t i = 0; i < count; i++) {
		const char *cell = scheme_list_cell(&matters->list, row, columns[i].key);

		if (cell != NULL && !is_told_already(&columns[i]))
			fact_list_add(&matters->facts, ' ', _(columns[i].label),
				      ch_cell_show(&columns[i], cell, matters->list.desk->today, &arena));
	}
	ch_arena_release(&arena);
}

static void show_focused(struct matters *matters, const struct desk *desk)
{
	const struct ch_row *row = list_row(&matters->list.list);
	int64_t id = row != NULL ? row->id : 0;

	if (matters->shown == id)
		return;
	matters->shown = id;
	fact_list_clear(&matters->facts);
	if (row != NULL) {
		add_cells(matters, row);
		add_wording(matters, desk, id);
	}
	const char *const *reminder = matters->kind->reminder != NULL ? matters->kind->reminder() : NULL;
	for (size_t i = 0; reminder != NULL && reminder[i] != NULL; i++)
		fact_list_add(&matters->facts, ' ', i == 0 ? _(matters->kind->reminder_label) : "", _(reminder[i]));
}

/* ---- Steps ---- */

static bool is_from(const struct matter_step *step, const char *state)
{
	if (step->from == NULL)
		return true;
	for (const char *const *from = step->from; *from != NULL; from++)
		if (strcmp(*from, state) == 0)
			return true;
	return false;
}

/* The step of that command which the focused one allows; NULL: none. */
static const struct matter_step *find_step(const struct app *app, const struct screen *screen, enum command command)
{
	const struct matters *matters = own(screen);
	const struct ch_row *row = list_row(screen->list);
	const char *state = row != NULL ? scheme_list_cell(&matters->list, row, "state") : NULL;

	for (size_t i = 0; i < matters->kind->step_count; i++) {
		const struct matter_step *step = &matters->kind->steps[i];

		if (step->only != CH_NO_KIND && step->only != matters->pairing_kind)
			continue;
		if (step->command != command || !desk_may(desk_of(app), step->operation))
			continue;
		if (command == COMMAND_ADD || (row != NULL && is_from(step, state != NULL ? state : "")))
			return step;
	}
	return NULL;
}

/* What a step says, with the roles of the two. */
static const char *role_words(struct matters *matters, const char *text)
{
	return pairing_role_words(_(text), matters->pairing_kind, &matters->arena);
}

struct taking {
	struct matters *matters; /* below the form */
	const struct matter_step *step;
	int64_t id;
};

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct taking *taking = data;

	if (taking->step->save(desk_of(app)->c, form, taking->id, err) != CH_OK) {
		desk_tell_rule(err);
		return err->status;
	}
	taking->matters->added = taking->step->command == COMMAND_ADD;
	desk_done(app, CH_OK, err, "%s", _(taking->step->done));
	return CH_OK;
}

static const struct form_ops step_ops = {.save = save, .close = free};

static void open_step(struct app *app, struct matters *matters, const struct matter_step *step, int64_t id)
{
	struct taking *taking = malloc(sizeof(*taking));
	int64_t actor = desk_of(app)->c->actor.person_id;
	bool learner = actor != 0 && actor == matters->learner_id;
	struct form_field fields[MOST_FIELDS];
	size_t count = 0;
	char name[60];

	if (taking == NULL)
		ch_abort("out of memory");
	*taking = (struct taking){.matters = matters, .step = step, .id = id};
	for (size_t i = 0; i < step->field_count; i++) {
		struct form_field field = step->fields[i];
		bool how = step->asks_how && i + 1 == step->field_count;

		/* Of an answer that somebody else records it is known what they were told, and how they said it. */
		field.required |= step->asks_how && !learner && (how || field.wording);
		/* What only the two read is asked of a coordinator where it must be documented, and nowhere else. */
		if (field.wording && (desk_of(app)->settings.notes == CH_NOTES_OFF || (actor == 0 && !field.required)))
			continue;
		field.help = role_words(matters, field.help);
		if (!(how && learner))
			fields[count++] = field;
	}
	struct form *form =
		form_new(&step_ops, taking, role_words(matters, step->title), desk_of(app)->today, fields, count);

	if (step->fill != NULL)
		step->fill(desk_of(app)->c, form, id);
	snprintf(name, sizeof name, "%s.%s", ch_entity_of(matters->kind->entity)->name, step->name);
	form_draft_keep_as(app, form, name, id, matters->names);
	form_open(app, form);
}

/* A step without a form. */
static void answered(struct app *app, void *data, char letter)
{
	struct matters *matters = data;
	struct ch_error err = CH_NO_ERROR;

	if (letter == 'y')
		desk_done(app,
			  matters->asked->save(desk_of(app)->c, NULL, matters->asked_id, &err),
			  &err, "%s", _(matters->asked->done));
}

static void take(struct app *app, struct screen *screen, enum command command)
{
	const struct matter_step *step = find_step(app, screen, command);
	struct matters *matters = own(screen);

	if (step == NULL)
		return;
	matters->asked = step;
	matters->asked_id = command == COMMAND_ADD ? matters->pairing_id : list_row(screen->list)->id;
	if (step->field_count > 0)
		open_step(app, matters, step, matters->asked_id);
	else
		question_ask(app, "yn", answered, matters, _("%s? [y]es [n]o"), role_words(matters, step->title));
}

static void run_add(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_ADD);
}

static void run_open(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_OPEN);
}

static void run_edit(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_EDIT);
}

static void run_delete(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_DELETE);
}

static void run_decline(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_DECLINE);
}

static void run_close(struct app *app, struct screen *screen)
{
	take(app, screen, COMMAND_CLOSE);
}

static bool can_add(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_ADD) != NULL;
}

static bool can_open(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_OPEN) != NULL;
}

static bool can_edit(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_EDIT) != NULL;
}

static bool can_delete(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_DELETE) != NULL;
}

static bool can_decline(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_DECLINE) != NULL;
}

static bool can_close(const struct app *app, const struct screen *screen)
{
	return find_step(app, screen, COMMAND_CLOSE) != NULL;
}

/* ---- As a screen ---- */

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_open, .offered = can_open, .label = N_("next step"),
	 .help = N_("Record the step that comes next")},
	{.command = COMMAND_ADD, .run = run_add, .offered = can_add},
	{.command = COMMAND_EDIT, .run = run_edit, .offered = can_edit},
	{.command = COMMAND_DELETE, .run = run_delete, .offered = can_delete, .label = N_("take away"),
	 .help = N_("Recorded by mistake")},
	{.command = COMMAND_DECLINE, .run = run_decline, .offered = can_decline, .label = N_("they say no"),
	 .help = N_("The mentee or coachee does not want it passed on")},
	{.command = COMMAND_CLOSE, .run = run_close, .offered = can_close},
};

static void matters_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s | %s", own(screen)->names, _(own(screen)->kind->title));
}

static void matters_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct matters *matters = own(screen);
	int rows = body.height > 2 * LIST_ROWS ? LIST_ROWS : body.height / 2;

	show_focused(matters, desk_of(app));
	scheme_list_draw(&matters->list, canvas, rect_part(body, 0, 0, body.width, rows), true);
	fact_list_draw(&matters->facts, canvas, rect_part(body, 0, rows, body.width, body.height - rows), false);
}

/* What is said of it, and the key of its next step, are of the new one. */
static void go_to_newest(struct matters *matters)
{
	const struct ch_list_query query = {.list = matters->kind->list->list, .pairing_id = matters->pairing_id};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid page = {.row_count = 0};
	int64_t newest = 0;

	ch_list_fetch(matters->list.desk->c, &query, &arena, &page, &ignored);
	for (size_t row = 0; row < page.row_count; row++)
		newest = page.rows[row].id > newest ? page.rows[row].id : newest;
	if (newest != 0)
		list_go_to_id(&matters->list.list, newest);
	ch_arena_release(&arena);
}

static void matters_changed(struct screen *screen, struct app *app)
{
	struct matters *matters = own(screen);

	(void)app;
	matters->shown = -1;
	list_reload(screen->list);
	if (matters->added)
		go_to_newest(matters);
	matters->added = false;
}

static void matters_close(struct screen *screen, struct app *app)
{
	struct matters *matters = own(screen);

	(void)app;
	scheme_list_release(&matters->list);
	fact_list_release(&matters->facts);
	ch_arena_release(&matters->arena);
	free(matters);
}

/* A step that is taken from other states than the one that the focused thing is in. */
static void matters_why(const struct screen *screen, const struct app *app, enum command command,
			struct ch_error *err)
{
	const struct matters *matters = own(screen);
	const struct matter_kind *kind = matters->kind;
	const struct ch_field *field = ch_field_named(ch_entity_of(kind->entity), "state");
	const struct ch_row *row = list_row(screen->list);
	const char *code = row != NULL && field != NULL ? scheme_list_cell(&matters->list, row, "state") : NULL;
	int state = code != NULL ? ch_choice_find(field->choices, code) : 0;

	for (size_t i = 0; state > 0 && err->status == CH_OK && i < kind->step_count; i++)
		if (kind->steps[i].command == command && desk_may(desk_of(app), kind->steps[i].operation))
			ch_state_check(kind->entity, state, kind->steps[i].operation, _("it"), err);
}

static const struct screen_ops matters_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = matters_title,
	.draw = matters_draw,
	.changed = matters_changed,
	.why = matters_why,
	.close = matters_close,
};

static void read_pairing(struct matters *matters, const struct desk *desk)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(desk->c, matters->pairing_id, &matters->arena, &pairing, &ignored) != CH_OK)
		return;
	matters->learner_id = pairing.learner_id;
	matters->pairing_kind = pairing.kind;
}

void matters_open(struct app *app, const struct matter_kind *kind, int64_t pairing_id)
{
	const struct ch_list_query narrow = {.pairing_id = pairing_id};
	struct matters *matters = calloc(1, sizeof(*matters));

	if (matters == NULL)
		ch_abort("out of memory");
	matters->screen.ops = &matters_screen;
	matters->kind = kind;
	matters->pairing_id = pairing_id;
	matters->shown = -1;
	matters->arena = CH_ARENA_EMPTY;
	read_pairing(matters, desk_of(app));
	matters->names = desk_pair_name(desk_of(app), pairing_id, &matters->arena);
	scheme_list_init(&matters->list, kind->list, desk_of(app), &narrow, matters);
	fact_list_init(&matters->facts, _("In full"), _("Nothing yet."), false, desk_of(app)->today);
	matters->screen.list = &matters->list.list;
	app_push(app, &matters->screen);
}
