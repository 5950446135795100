/*
 * Small forms about one pairing. They differ in their fields and in what saving
 * does; all of them have the same data. Days in them lie ahead: "fri" is the
 * next one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_form.h"
#include "tui/screens/screen_pairing_parts.h"

struct small_form {
	const struct desk *desk;
	int64_t pairing_id;
	int64_t object_id; /* a session or an action; 0: none */
	struct ch_arena arena; /* of the choices */
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* The form, of which drafts are kept under that name. */
static struct form *make_form(struct app *app, const struct form_ops *ops, struct small_form given, const char *name,
			      const char *title, const struct form_field *fields, size_t count)
{
	struct small_form *own = calloc(1, sizeof(*own));
	struct form *form;

	if (own == NULL)
		ch_abort("out of memory");
	*own = given;
	own->desk = desk_of(app);
	form = form_new(ops, own, title, own->desk->today, fields, count);
	form_draft_keep_as(app, form, name, own->object_id != 0 ? own->object_id : own->pairing_id,
			   desk_pair_name(own->desk, own->pairing_id, &own->arena));
	return form;
}

static void close_form(void *data)
{
	struct small_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct ch_choice *choices_of(enum ch_entity_id entity, const char *key)
{
	return ch_field_named(ch_entity_of(entity), key)->choices;
}

static bool keeps_wording(const struct desk *desk)
{
	return desk->settings.notes != CH_NOTES_OFF;
}

/* ---- Arranging a session -------------------------------------------------------------------- */

static const struct form_field arrange_fields[] = {
	{.key = "session_date",
	 .label = N_("Date"),
	 .help = N_("fri, tomorrow, in 2 weeks, 4 dec"),
	 .type = CH_TYPE_DATE,
	 .ahead = true,
	 .required = true},
	{.key = "starts_at", .label = N_("Start"), .help = N_("17:30"), .type = CH_TYPE_TIME},
	{.key = "minutes", .label = N_("Length"), .help = N_("45, 1h15; empty: as usual"), .type = CH_TYPE_MINUTES},
	{.key = "medium", .label = N_("How"), .help = N_("How they will meet"), .type = CH_TYPE_CHOICE},
	{.key = "place", .label = N_("Place"), .help = N_("Where, or the address of the call"), .type = CH_TYPE_TEXT},
};

static const struct form_field aim_field = {
	.key = "topics",
	.label = N_("Aim"),
	.help = N_("What it is for (R47); the two are shown the words"),
	.type = CH_TYPE_LINES,
	.wording = true,
};

/* NULL where none is said. */
static const char *aim_of(const struct form *form, const struct desk *desk, struct ch_arena *arena)
{
	return keeps_wording(desk) ? ch_text_tidy_lines(arena, form_value(form, aim_field.key)) : NULL;
}

static enum ch_status arrange_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct small_form *own = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *aim = aim_of(form, own->desk, &arena);
	struct ch_session session;
	char shown[16];
	enum ch_status status = CH_OK;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	for (size_t i = 1; status == CH_OK && i < COUNT(arrange_fields); i++)
		status = ch_field_set(ch_field_named(ch_entity_of(CH_SESSION), arrange_fields[i].key), &session,
				      form_value(form, arrange_fields[i].key), form->today, &arena, err);
	session.pairing_id = own->pairing_id;
	if (status == CH_OK)
		status = form_day(form, "session_date", &session.session_date, err);
	if (status == CH_OK)
		status = ch_session_arrange(own->desk->c, &session, aim, err);
	if (status == CH_OK) {
		desk_done(app, CH_OK, err, _("A session of %s is arranged for %s"),
			  desk_pair_name(own->desk, own->pairing_id, &arena),
			  ch_date_show(session.session_date, form->today, shown));
		desk_point_out(app, CH_AT_SESSION, session.session_id);
	}
	ch_arena_release(&arena);
	return status;
}

static const struct form_ops arrange_ops = {.save = arrange_save, .close = close_form};

void pairing_form_arrange(struct app *app, int64_t pairing_id)
{
	struct form_field fields[COUNT(arrange_fields) + 1];

	memcpy(fields, arrange_fields, sizeof(arrange_fields));
	fields[COUNT(arrange_fields)] = aim_field;
	fields[3].choices = choices_of(CH_SESSION, "medium");
	form_open(app, make_form(app, &arrange_ops, (struct small_form){.pairing_id = pairing_id}, "session.arrange",
				 _("Arrange a session"), fields,
				 COUNT(arrange_fields) + keeps_wording(desk_of(app))));
}

/* ---- Correcting the facts of a session ----------------------------------------------------------- */

static enum ch_status read_session(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				   struct ch_error *err)
{
	return ch_session_get(desk->c, id, arena, record, err);
}

static enum ch_status correct_save(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_session *session = record;
	char shown[16];

	(void)data;
	if (ch_session_set(desk_of(app)->c, session, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("The session of %s is corrected"),
		  ch_date_show(session->session_date, desk_of(app)->today, shown));
	desk_point_out(app, CH_AT_SESSION, session->session_id);
	return CH_OK;
}

/* Who came and who was prepared is asked by their names, as when it was logged. */
static const char *session_label(const struct desk *desk, const void *record, const struct ch_field *field,
				 struct ch_arena *arena)
{
	const struct ch_session *session = record;
	bool guide = strncmp(field->key, "guide_", 6) == 0, prepared = strstr(field->key, "_prepared") != NULL;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	struct ch_person person, other;

	if ((!prepared && strstr(field->key, "_attendance") == NULL) ||
	    ch_pairing_get(desk->c, session->pairing_id, arena, &pairing, &ignored) != CH_OK ||
	    ch_person_get(desk->c, guide ? pairing.guide_id : pairing.learner_id, arena, &person, &ignored) != CH_OK ||
	    ch_person_get(desk->c, guide ? pairing.learner_id : pairing.guide_id, arena, &other, &ignored) != CH_OK)
		return NULL;
	const char *name = ch_text_safe(arena, desk_short_name(&person, &other));
	return prepared ? ch_arena_printf(arena, _("%s prepared"), name) : name;
}

/* What its place was like is asked where the programme has it so, and shown where somebody said it (R50). */
static enum ch_status asks_place(const struct desk *desk, const struct ch_session *session, struct ch_arena *arena,
				 bool *asks, struct ch_error *err)
{
	struct ch_settings settings;
	struct ch_pairing pairing;

	if (ch_pairing_get(desk->c, session->pairing_id, arena, &pairing, err) == CH_OK &&
	    ch_settings_get(desk->c, pairing.programme_id, arena, &settings, err) == CH_OK)
		*asks = settings.place_ratings == CH_YES || session->place_rating != CH_UNKNOWN;
	return err->status;
}

void pairing_form_correct(struct app *app, int64_t session_id)
{
	static const struct record_form_spec specs[] = {{.entity = CH_SESSION,
							 .title = N_("Correct the session"),
							 .without = "place_rating",
							 .read = read_session,
							 .label = session_label,
							 .save = correct_save},
							{.entity = CH_SESSION,
							 .title = N_("Correct the session"),
							 .read = read_session,
							 .label = session_label,
							 .save = correct_save}};
	bool with_place;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_session session;

	if (ch_session_get(desk_of(app)->c, session_id, &arena, &session, &err) == CH_OK &&
	    asks_place(desk_of(app), &session, &arena, &with_place, &err) == CH_OK)
		record_form_open(app, &specs[with_place], &session, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- Actions -------------------------------------------------------------------------------------- */

/* Whose it is and until when; its words are the pair's. */
static void say_action(struct app *app, const struct small_form *own, const struct ch_action *action,
		       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	const char *name = "";
	char shown[16];

	if (ch_pairing_get(own->desk->c, own->pairing_id, &arena, &pairing, &ignored) == CH_OK)
		name = desk_name(own->desk, CH_PERSON,
				 action->owner == CH_SIDE_GUIDE ? pairing.guide_id : pairing.learner_id, &arena);
	if (action->due_on == CH_NO_DATE)
		desk_done(app, CH_OK, err, _("An action of %s is added"), name);
	else
		desk_done(app, CH_OK, err, _("An action of %s is added, until %s"), name,
			  ch_date_show(action->due_on, own->desk->today, shown));
	desk_point_out(app, CH_AT_ACTION, action->action_id);
	ch_arena_release(&arena);
}

static enum ch_status action_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct small_form *own = data;
	struct ch_action action;
	int owner = ch_choice_find(choices_of(CH_ACTION, "owner"), form_value(form, "owner"));

	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = own->pairing_id;
	action.owner = owner > 0 ? owner : CH_NO_SIDE;
	if (form_day(form, "due_on", &action.due_on, err) != CH_OK ||
	    ch_action_add(own->desk->c, &action, form_value(form, "text"), err) != CH_OK)
		return err->status;
	say_action(app, own, &action, err);
	return CH_OK;
}

static const struct form_ops action_ops = {.save = action_save, .close = close_form};

void pairing_form_action(struct app *app, int64_t pairing_id)
{
	struct small_form own = {.pairing_id = pairing_id, .arena = CH_ARENA_EMPTY};
	struct ch_error err = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(desk_of(app)->c, pairing_id, &own.arena, &pairing, &err) != CH_OK) {
		desk_say_error(app, &err);
		ch_arena_release(&own.arena);
		return;
	}
	const struct form_field fields[] = {
		{.key = "text",
		 .label = N_("What"),
		 .help = N_("What is to be done; the two are shown the words"),
		 .type = CH_TYPE_LINES,
		 .wording = true},
		{.key = "owner",
		 .label = N_("Whose"),
		 .help = N_("Whose it is to do; it is rarely the mentor's or coach's (R57)"),
		 .type = CH_TYPE_CHOICE,
		 .choices = pairing_role_choices(choices_of(CH_ACTION, "owner"), pairing.kind, &own.arena),
		 .own_choices = true},
		{.key = "due_on", .label = N_("Until"), .help = N_("fri, 2 weeks, 4 dec"), .type = CH_TYPE_DATE,
		 .ahead = true},
	};
	size_t wordless = keeps_wording(desk_of(app)) ? 0 : 1;
	struct form *form = make_form(app, &action_ops, own, "action.add", _("Add an action"), fields + wordless,
				      COUNT(fields) - wordless);

	form_set(form, "owner", "learner");
	form_open(app, form);
}

/* ---- What became of an action ------------------------------------------------------------------------- */

static enum ch_status settle_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct small_form *own = data;
	int state = ch_choice_find(choices_of(CH_ACTION, "state"), form_value(form, "state"));
	ch_date until;

	if (form_day(form, "due_on", &until, err) != CH_OK ||
	    (*form_value(form, "tried") != '\0' &&
	     ch_action_tried(own->desk->c, own->object_id, form_value(form, "tried"), err) != CH_OK) ||
	    ch_action_settle(own->desk->c, own->object_id, (enum ch_action_state)state, until, NULL, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("The action is %s"), _(choices_of(CH_ACTION, "state")[state].label));
	return CH_OK;
}

static const struct form_ops settle_ops = {.save = settle_save, .close = close_form};

void pairing_form_settle(struct app *app, int64_t action_id, enum ch_action_state state)
{
	static const struct ch_choice states[] = {{"", ""},
						  {"done", N_("done")},
						  {"carried_forward", N_("carry on")},
						  {"dropped", N_("drop")},
						  {NULL, NULL}};
	static const struct form_field fields[] = {
		{.key = "state",
		 .label = N_("It is"),
		 .help = N_("d, c or the arrows choose"),
		 .type = CH_TYPE_CHOICE,
		 .choices = states,
		 .required = true},
		{.key = "due_on",
		 .label = N_("Carry on until"),
		 .help = N_("The new day of one that is carried on: fri, in 2 weeks, 4 dec"),
		 .type = CH_TYPE_DATE,
		 .ahead = true},
		{.key = "tried",
		 .label = N_("When tried"),
		 .help = N_("What happened when it was tried; it can stay empty. Only the two read it"),
		 .type = CH_TYPE_LINES,
		 .wording = true},
	};

	struct small_form own = {.object_id = action_id, .arena = CH_ARENA_EMPTY};
	struct ch_error err = CH_NO_ERROR;
	struct ch_action action;
	struct form *form;

	if (ch_action_get(desk_of(app)->c, action_id, &own.arena, &action, &err) != CH_OK) {
		desk_say_error(app, &err);
		ch_arena_release(&own.arena);
		return;
	}
	own.pairing_id = action.pairing_id;
	form = make_form(app, &settle_ops, own, "action.settle", _("What became of the action"), fields,
			 keeps_wording(desk_of(app)) ? 3 : 2);

	form_set(form, "state", choices_of(CH_ACTION, "state")[state].code);
	if (state == CH_ACTION_CARRIED)
		form->focus = 1;
	form_open(app, form);
}
