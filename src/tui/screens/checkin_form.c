/* One contact with one side of a pairing, and all that was asked with it. */
#include <stdio.h>
#include <stdlib.h>

#include "chiron/checkin.h"
#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/screen_pairing_parts.h"

struct checkin_form {
	const struct desk *desk;
	int64_t pairing_id;
	struct ch_arena arena;
};

static void close_form(void *data)
{
	struct checkin_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

/* Reads the field of that entity into the record; the form's key is the field's. */
static enum ch_status read_field(const struct checkin_form *own, const struct form *form, enum ch_entity_id entity,
				 const char *key, void *record, struct ch_arena *arena, struct ch_error *err)
{
	return ch_field_set(ch_field_named(ch_entity_of(entity), key), record, form_value(form, key), own->desk->today,
			    arena, err);
}

static enum ch_status read_form(const struct checkin_form *own, const struct form *form, struct ch_checkin *checkin,
				struct ch_contact_answers *answers, struct ch_arena *arena, struct ch_error *err)
{
	static const char *const keys[] = {"side", "checkin_on", "medium", "notes"};
	struct ch_feedback feedback;

	ch_record_start(ch_entity_of(CH_CHECKIN), checkin);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	checkin->pairing_id = own->pairing_id;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (read_field(own, form, CH_CHECKIN, keys[i], checkin, arena, err) != CH_OK)
			return err->status;
	if (read_field(own, form, CH_FEEDBACK, "fit", &feedback, arena, err) != CH_OK ||
	    read_field(own, form, CH_FEEDBACK, "quality", &feedback, arena, err) != CH_OK)
		return err->status;
	*answers = (struct ch_contact_answers){.fit = feedback.fit,
					       .quality = feedback.quality,
					       .available = *form_value(form, "available") == 'y'};
	return CH_OK;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct checkin_form *own = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_contact_answers answers;
	struct ch_checkin checkin;

	if (read_form(own, form, &checkin, &answers, &arena, err) == CH_OK &&
	    ch_checkin_add(own->desk->c, &checkin, &answers, err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("The contact is recorded, with all that was asked"));
	else
		desk_tell_rule(err);
	ch_arena_release(&arena);
	return err->status;
}

static const struct form_ops checkin_ops = {.save = save, .close = close_form};

static const struct ch_choice *choices_of(enum ch_entity_id entity, const char *key)
{
	return ch_field_named(ch_entity_of(entity), key)->choices;
}

void checkin_form_open(struct app *app, int64_t pairing_id)
{
	struct checkin_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;
	struct ch_pairing pairing;
	struct form *form;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct checkin_form){.desk = desk_of(app), .pairing_id = pairing_id, .arena = CH_ARENA_EMPTY};
	if (ch_pairing_get(own->desk->c, pairing_id, &own->arena, &pairing, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	const struct form_field fields[] = {
		{.key = "side",
		 .label = N_("With"),
		 .help = N_("Whom you spoke with, about the pairing and never its content"),
		 .type = CH_TYPE_CHOICE,
		 .choices = pairing_role_choices(choices_of(CH_CHECKIN, "side"), pairing.kind, &own->arena),
		 .own_choices = true,
		 .required = true},
		{.key = "checkin_on", .label = N_("On"), .help = N_("The day; empty: today"), .type = CH_TYPE_DATE},
		{.key = "medium",
		 .label = N_("By"),
		 .help = N_("How you reached them"),
		 .type = CH_TYPE_CHOICE,
		 .choices = choices_of(CH_CHECKIN, "medium")},
		{.key = "fit",
		 .label = N_("Comfortable"),
		 .help = N_("Where you asked: the comfort check; the other side never sees it"),
		 .heading = N_("asked with it"),
		 .type = CH_TYPE_CHOICE,
		 .choices = choices_of(CH_FEEDBACK, "fit")},
		{.key = "quality",
		 .label = N_("Relationship"),
		 .help = N_("Where you asked: 1 poor to 5 very good, the pulse"),
		 .type = CH_TYPE_NUMBER},
		{.key = "available",
		 .label = N_("Still available"),
		 .help = N_("yes: they are still there, with their places"),
		 .type = CH_TYPE_YES},
		{.key = "notes",
		 .label = N_("Notes"),
		 .help = N_("For coordinators; about the pairing, never its content"),
		 .type = CH_TYPE_LINES},
	};

	form = form_new(&checkin_ops, own, _("A contact"), own->desk->today, fields,
			sizeof(fields) / sizeof(fields[0]));
	form_draft_keep_as(app, form, "checkin.add", pairing_id, desk_pair_name(own->desk, pairing_id, &own->arena));
	form_open(app, form);
}
