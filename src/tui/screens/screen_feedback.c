/*
 * The feedback of one pairing: what was asked of either side and when, and
 * below it what the focused one answered. Each side sees its own alone (R79).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/fact_list.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_form.h"
#include "tui/widgets/scheme_list.h"
#include "tui/screens/screen_pairing_parts.h"
#include "tui/screens/screens.h"

enum { MOST_KEYS = 20, LIST_ROWS = 8 };

struct feedback_screen {
	struct screen screen;
	int64_t pairing_id;
	int form; /* of the one that is about to be recorded */
	struct ch_arena arena;
	const char *names;
	struct scheme_list list;
	struct fact_list facts;
	int64_t shown; /* whose answers `facts` has */
};

static struct feedback_screen *own(const struct screen *screen)
{
	return (struct feedback_screen *)screen;
}

/* ---- The list ---- */

static const struct scheme_column columns[] = {
	{.key = "person", .rank = 0, .width = 18},
	{.key = "form", .rank = 0, .width = 16},
	{.key = "state", .rank = 0, .width = 12},
	{.key = "due_on", .rank = 2, .width = 11},
	{.key = "answered_on", .rank = 1, .width = 11},
};

static const char *no_feedback(const struct scheme_list *list)
{
	(void)list;
	return _("None yet. " KEY_(ADD) " records what one of them answers; when the pairing is closed both are "
		 "asked.");
}

static const struct scheme_list_spec list_spec = {.list = CH_LIST_FEEDBACK,
						  .columns = columns,
						  .column_count = sizeof(columns) / sizeof(columns[0]),
						  .empty = no_feedback,
						  .fixed = true};

static bool read_focused(const struct app *app, const struct screen *screen, struct ch_arena *arena,
			 struct ch_feedback *feedback)
{
	const struct ch_row *row = list_row(screen->list);
	struct ch_error ignored = CH_NO_ERROR;

	return row != NULL && ch_feedback_get(desk_of(app)->c, row->id, arena, feedback, &ignored) == CH_OK;
}

static void show_answers(struct feedback_screen *own, const struct app *app)
{
	const struct ch_entity *entity = ch_entity_of(CH_FEEDBACK);
	const struct ch_row *row = list_row(&own->list.list);
	int64_t id = row != NULL ? row->id : 0;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_feedback feedback;

	if (own->shown == id)
		return;
	own->shown = id;
	fact_list_clear(&own->facts);
	for (size_t i = 0; read_focused(app, &own->screen, &arena, &feedback) && i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (field->access == CH_CLASS_OWN_SIDE || strcmp(field->key, "waived_because") == 0)
			fact_list_add(&own->facts, ' ', _(field->label),
				      ch_field_show(field, &feedback, desk_of(app)->today, &arena));
	}
	ch_arena_release(&arena);
}

/* ---- Recording ---- */

struct recording {
	struct record_form_spec spec;
	const char *keys[MOST_KEYS];
	char draft[64]; /* of each form of each side: what one side answered never stands in the other's */
	struct ch_arena arena;
};

/* "Emma Pickles (mentee)": whom a form is of is never guessed. */
static const char *side_name(const struct app *app, int64_t pairing_id, int side, struct ch_arena *arena)
{
	const struct ch_choice *roles = ch_field_named(ch_entity_of(CH_ENROLMENT), "role")->choices;
	const struct desk *desk = desk_of(app);
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	int role;

	if (ch_pairing_get(desk->c, pairing_id, arena, &pairing, &ignored) != CH_OK)
		return "";
	role = side == CH_SIDE_GUIDE ? ch_kind_guide_role(pairing.kind) : ch_kind_learner_role(pairing.kind);
	return ch_arena_printf(arena, "%s (%s)",
			       desk_name(desk, CH_PERSON,
					 side == CH_SIDE_GUIDE ? pairing.guide_id : pairing.learner_id, arena),
			       _(roles[role].label));
}

static void close_recording(void *data)
{
	struct recording *recording = data;

	ch_arena_release(&recording->arena);
	free(recording);
}

static enum ch_status save(struct app *app, void *record, void *data, struct ch_error *err)
{
	(void)data;
	if (ch_feedback_record(desk_of(app)->c, record, err) != CH_OK)
		return err->status;
	app_changed(app);
	app_say(app, "%s", _("It is recorded; the other side never sees it"));
	return CH_OK;
}

static void record_now(struct app *app, int64_t pairing_id, int side, int form)
{
	struct recording *recording = calloc(1, sizeof(*recording));
	struct ch_feedback feedback;
	size_t count = 0;

	if (recording == NULL)
		ch_abort("out of memory");
	for (const char *const *at = ch_feedback_questions(form, side); *at != NULL; at++)
		recording->keys[count++] = *at;
	recording->keys[count++] = "answered_on";
	if (desk_is_coordinator(desk_of(app)))
		recording->keys[count++] = "how";
	snprintf(recording->draft, sizeof(recording->draft), "feedback.record.%s.%s",
		 ch_field_named(ch_entity_of(CH_FEEDBACK), "form")->choices[form].code,
		 ch_field_named(ch_entity_of(CH_FEEDBACK), "side")->choices[side].code);
	recording->arena = CH_ARENA_EMPTY;
	const char *form_name = _(ch_field_named(ch_entity_of(CH_FEEDBACK), "form")->choices[form].label);
	const char *title = ch_arena_printf(&recording->arena, _("%s, %s: kept from the other"),
					    side_name(app, pairing_id, side, &recording->arena), form_name);
	recording->spec = (struct record_form_spec){.entity = CH_FEEDBACK,
						    .title = title,
						    .adding = true,
						    .draft = recording->draft,
						    .about = "pairing_id",
						    .keys = recording->keys,
						    .save = save,
						    .close = close_recording};
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing_id;
	feedback.side = side;
	feedback.form = form;
	record_form_open(app, &recording->spec, &feedback, recording);
}

static void side_answered(struct app *app, void *data, char letter)
{
	struct feedback_screen *screen = data;

	if (letter != QUESTION_NO)
		record_now(app, screen->pairing_id, letter == '1' ? CH_SIDE_GUIDE : CH_SIDE_LEARNER, screen->form);
}

static void form_answered(struct app *app, void *data, char letter)
{
	static const char letters[] = " scphera"; /* in the order of enum ch_feedback_form; r: follow-up */
	struct feedback_screen *screen = data;
	struct ch_error err = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (letter == QUESTION_NO)
		return;
	screen->form = (int)(strchr(letters, letter) - letters);
	if (desk_is_coordinator(desk_of(app))) {
		/* Figures: no word that somebody types on is taken for one of the two. */
		question_ask(app, "12", side_answered, screen, _("Whose? [1] %s, or [2] %s"),
			     side_name(app, screen->pairing_id, CH_SIDE_GUIDE, &screen->arena),
			     side_name(app, screen->pairing_id, CH_SIDE_LEARNER, &screen->arena));
	} else if (ch_pairing_get(desk_of(app)->c, screen->pairing_id, &screen->arena, &pairing, &err) == CH_OK) {
		bool guide = pairing.guide_id == desk_of(app)->c->actor.person_id;
		record_now(app, screen->pairing_id, guide ? CH_SIDE_GUIDE : CH_SIDE_LEARNER, screen->form);
	} else {
		desk_say_error(app, &err);
	}
}

static void run_add(struct app *app, struct screen *screen)
{
	question_ask(app, "scphera", form_answered, screen, "%s",
		     _("Which form? [s]tart [c]omfort [p]ulse [h]alf-way [e]nd [r] follow-up [a]fter a session"));
}

static bool may_record(const struct app *app, const struct screen *screen)
{
	(void)screen;
	return desk_may(desk_of(app), CH_OP_FEEDBACK_RECORD);
}

static bool is_open(const struct app *app, const struct screen *screen, bool *due)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_feedback feedback;
	bool found = read_focused(app, screen, &arena, &feedback);

	*due = found && feedback.state == CH_FEEDBACK_IS_DUE;
	ch_arena_release(&arena);
	return found && feedback.state != CH_FEEDBACK_IS_RECEIVED;
}

static bool can_answer(const struct app *app, const struct screen *screen)
{
	bool due;

	return may_record(app, screen) && is_open(app, screen, &due);
}

static bool can_waive(const struct app *app, const struct screen *screen)
{
	bool due;

	is_open(app, screen, &due);
	return due && desk_may(desk_of(app), CH_OP_FEEDBACK_WAIVE);
}

static void run_answer(struct app *app, struct screen *screen)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_feedback feedback;

	if (read_focused(app, screen, &arena, &feedback))
		record_now(app, feedback.pairing_id, feedback.side, feedback.form);
	ch_arena_release(&arena);
}

/* ---- Waiving ---- */

static const struct form_field waive_fields[] = {
	{.key = "because",
	 .label = N_("Because"),
	 .help = N_("Why it will not come; the reason is kept"),
	 .type = CH_TYPE_TEXT,
	 .required = true},
};

static enum ch_status waive_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const int64_t *id = data;

	if (ch_feedback_waive(desk_of(app)->c, *id, form_value(form, "because"), err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("It is waived"));
	return err->status;
}

static const struct form_ops waive_ops = {.save = waive_save, .close = free};

static void run_waive(struct app *app, struct screen *screen)
{
	int64_t *id = malloc(sizeof(*id));
	struct form *form;

	if (id == NULL)
		ch_abort("out of memory");
	*id = list_row(screen->list)->id;
	form = form_new(&waive_ops, id, _("Waive what will not come"), desk_of(app)->today, waive_fields, 1);
	form_draft_keep_as(app, form, "feedback.waive", *id, NULL);
	form_open(app, form);
}

/* ---- As a screen ---- */

static const struct binding bindings[] = {
	{.command = COMMAND_OPEN, .run = run_answer, .offered = can_answer, .label = N_("record it"),
	 .help = N_("Record the answers that are due")},
	{.command = COMMAND_ADD, .run = run_add, .offered = may_record, .label = N_("record"),
	 .help = N_("Record answers to any of the forms")},
	{.command = COMMAND_DECLINE, .run = run_waive, .offered = can_waive, .label = N_("waive"),
	 .help = N_("Ask for it no more, with a reason")},
};

static void feedback_title(const struct screen *screen, struct ch_buffer *out)
{
	ch_buffer_printf(out, "%s | %s", own(screen)->names, _("feedback"));
}

static void feedback_draw(struct screen *screen, struct app *app, struct canvas *canvas, struct rect body)
{
	struct feedback_screen *feedback = own(screen);
	int rows = body.height > 2 * LIST_ROWS ? LIST_ROWS : body.height / 2;

	show_answers(feedback, app);
	scheme_list_draw(&feedback->list, canvas, rect_part(body, 0, 0, body.width, rows), true);
	fact_list_draw(&feedback->facts, canvas, rect_part(body, 0, rows, body.width, body.height - rows), false);
}

static void feedback_changed(struct screen *screen, struct app *app)
{
	(void)app;
	own(screen)->shown = -1;
	list_reload(screen->list);
}

static void feedback_close(struct screen *screen, struct app *app)
{
	struct feedback_screen *feedback = own(screen);

	(void)app;
	scheme_list_release(&feedback->list);
	fact_list_release(&feedback->facts);
	ch_arena_release(&feedback->arena);
	free(feedback);
}

static void feedback_why(const struct screen *screen, const struct app *app, enum command command,
			 struct ch_error *err)
{
	bool due;

	if (list_row(screen->list) == NULL)
		return;
	if (command == COMMAND_OPEN && !is_open(app, screen, &due))
		ch_fail(err, CH_DATA, "%s", _("that feedback is recorded already"));
	else if (command == COMMAND_DECLINE && desk_may(desk_of(app), CH_OP_FEEDBACK_WAIVE))
		ch_fail(err, CH_DATA, "%s", _("only feedback that is due can be waived, and this is not"));
}

static const struct screen_ops feedback_screen = {
	.context = IN_LIST,
	.bindings = bindings,
	.binding_count = sizeof(bindings) / sizeof(bindings[0]),
	.title = feedback_title,
	.draw = feedback_draw,
	.changed = feedback_changed,
	.why = feedback_why,
	.close = feedback_close,
};

void feedback_open(struct app *app, int64_t pairing_id)
{
	const struct ch_list_query narrow = {.pairing_id = pairing_id};
	struct feedback_screen *feedback = calloc(1, sizeof(*feedback));

	if (feedback == NULL)
		ch_abort("out of memory");
	feedback->screen.ops = &feedback_screen;
	feedback->pairing_id = pairing_id;
	feedback->shown = -1;
	feedback->arena = CH_ARENA_EMPTY;
	feedback->names = desk_pair_name(desk_of(app), pairing_id, &feedback->arena);
	scheme_list_init(&feedback->list, &list_spec, desk_of(app), &narrow, feedback);
	fact_list_init(&feedback->facts, _("Answers"), _("No answers."), false, desk_of(app)->today);
	feedback->screen.list = &feedback->list.list;
	app_push(app, &feedback->screen);
}
