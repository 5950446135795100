#include "tui/screens/programme_form.h"

#include <stdlib.h>
#include <string.h>

#include "tui/widgets/record_form.h"

static enum ch_status read_programme(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				     struct ch_error *err)
{
	return ch_programme_get(desk->c, id, arena, record, err);
}

static enum ch_status save_programme(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_programme *programme = record;

	(void)data;
	if (ch_programme_set(desk_of(app)->c, programme, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("%s is saved"), programme->name);
	desk_point_out(app, CH_AT_PROGRAMME, programme->programme_id);
	return CH_OK;
}

static enum ch_status save_new_programme(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_programme *programme = record;
	struct list *in = data;

	if (ch_programme_add(desk_of(app)->c, programme, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("%s is added, in design. " KEY_(FORWARD) " opens it for "
				     "pairings"), programme->name);
	if (in != NULL)
		list_go_to_id(in, programme->programme_id);
	return CH_OK;
}

/* What a mentoring programme says of itself before it opens (R20). */
static const char *const design_record[] = {"purpose", "focus_areas", "mentoring_models", "components",
					    "matching_process"};

enum { DESIGN_PARTS = sizeof(design_record) / sizeof(design_record[0]) };

/* What `>` will ask for. The kind is asked once: where the form has none, it is the record's. */
static void lacks_design(const struct form *form, const void *record, struct ch_buffer *out)
{
	const struct ch_programme *programme = record;
	const char *kind = form_value(form, "kind");

	if (*kind != '\0' ? strcmp(kind, "mentoring") != 0
			  : programme->kind != CH_KIND_MENTORING || programme->state != CH_PROGRAMME_IS_DESIGN)
		return;
	for (size_t i = 0; i < DESIGN_PARTS; i++)
		if (*form_value(form, design_record[i]) == '\0')
			ch_buffer_printf(out, "%s%s", out->length == 0 ? _("opening will still need: ") : ", ",
					 _(ch_field_named(ch_entity_of(CH_PROGRAMME), design_record[i])->label));
}

static const struct record_form_spec adding_form = {
	.entity = CH_PROGRAMME,
	.title = N_("Add a programme"),
	.lacks = lacks_design,
	.adding = true,
	.save = save_new_programme,
};

static const struct record_form_spec editing_form = {
	.entity = CH_PROGRAMME,
	.title = N_("Edit a programme"),
	.lacks = lacks_design,
	.read = read_programme,
	.save = save_programme,
};

void programme_form_add(struct app *app, struct list *in)
{
	struct ch_programme programme;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	record_form_open(app, &adding_form, &programme, in);
}

void programme_form_edit(struct app *app, int64_t programme_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_programme programme;

	if (ch_programme_get(desk_of(app)->c, programme_id, &arena, &programme, &err) == CH_OK)
		record_form_open(app, &editing_form, &programme, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- Its settings ---- */

static enum ch_status read_settings(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
				    struct ch_error *err)
{
	return ch_settings_get(desk->c, id, arena, record, err);
}

static enum ch_status save_settings(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_settings *settings = record;
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)data;
	if (ch_settings_set(desk_of(app)->c, settings, err) != CH_OK)
		return err->status;
	desk_done(app, CH_OK, err, _("The settings of %s are saved"),
		  desk_name(desk_of(app), CH_PROGRAMME, settings->programme_id, &arena));
	ch_arena_release(&arena);
	return CH_OK;
}

static const struct record_form_spec settings_form = {
	.entity = CH_SETTINGS,
	.title = N_("Settings"),
	.names = CH_PROGRAMME,
	.read = read_settings,
	.save = save_settings,
};

void programme_form_settings(struct app *app, int64_t programme_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_settings settings;

	if (ch_settings_get(desk_of(app)->c, programme_id, &arena, &settings, &err) == CH_OK)
		record_form_open(app, &settings_form, &settings, NULL);
	else
		desk_say_error(app, &err);
	ch_arena_release(&arena);
}

/* ---- Opening it ---- */

/* The form that asks for the parts that are blank, and for no others. */
struct launch {
	struct record_form_spec spec;
	const char *keys[DESIGN_PARTS + 1];
};

static void say_open(struct app *app, const struct ch_programme *programme)
{
	struct ch_error none = CH_NO_ERROR, doubt;

	ch_programme_doubt_open(desk_of(app)->c, programme->programme_id, &doubt);
	if (doubt.status == CH_OK)
		desk_done(app, CH_OK, &none, _("%s is open. " KEY_(ENROL) " enrols whose roles fit, " KEY_(MATCH) " "
					       "proposes pairs"),
			  programme->name);
	else
		desk_done(app, CH_OK, &none,
			  _("%s is open. " KEY_(ENROL) " enrols whose roles fit, " KEY_(MATCH) " proposes "
			    "pairs; " KEY_(PARTS) " requires a check (DBS, "
			    "references): it has none yet"),
			  programme->name);
	desk_point_out(app, CH_AT_OPENING, programme->programme_id);
}

/* No part is blank: the form does not save before. */
static enum ch_status save_and_open(struct app *app, void *record, void *data, struct ch_error *err)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_programme *programme = record;

	(void)data;
	if (ch_programme_set(c, programme, err) != CH_OK ||
	    ch_programme_open(c, programme->programme_id, err) != CH_OK)
		return err->status;
	say_open(app, programme);
	return CH_OK;
}

static void ask_for_blanks(struct app *app, const struct ch_programme *programme)
{
	struct launch *launch = calloc(1, sizeof(*launch));
	struct ch_arena arena = CH_ARENA_EMPTY;
	size_t count = 0;

	if (launch == NULL)
		ch_abort("out of memory");
	launch->spec = (struct record_form_spec){.entity = CH_PROGRAMME,
						 .title = N_("Before it opens"),
						 .draft = "programme.open",
						 .keys = launch->keys,
						 .whole = true,
						 .read = read_programme,
						 .save = save_and_open,
						 .close = free};
	for (size_t i = 0; i < DESIGN_PARTS; i++)
		if (ch_field_text(ch_field_named(ch_entity_of(CH_PROGRAMME), design_record[i]), programme, &arena) ==
		    NULL)
			launch->keys[count++] = design_record[i];
	record_form_open(app, &launch->spec, programme, launch);
	ch_arena_release(&arena);
}

void programme_form_launch(struct app *app, int64_t programme_id)
{
	struct ch_context *c = desk_of(app)->c;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_programme programme;

	if (ch_programme_get(c, programme_id, &arena, &programme, &err) == CH_OK &&
	    ch_programme_open(c, programme_id, &err) == CH_OK) {
		say_open(app, &programme);
	} else {
		desk_say_error(app, &err);
		if (strcmp(err.rule, "R20") == 0)
			ask_for_blanks(app, &programme);
	}
	ch_arena_release(&arena);
}
