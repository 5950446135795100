#include "tui/screens/closure_fields.h"

#include <string.h>

#include "tui/screens/screen_pairing_parts.h"

static const struct ch_field *field_of(const char *key)
{
	return ch_field_named(ch_entity_of(CH_SPELL), key);
}

struct form_field closure_field(const char *key, int kind, const char *help, struct ch_arena *arena)
{
	const struct ch_field *field = field_of(key);

	return (struct form_field){.key = key,
				   .label = field->label,
				   .help = help,
				   .type = CH_TYPE_CHOICE,
				   .choices = pairing_role_choices(field->choices, kind, arena),
				   .own_choices = true,
				   .required = true};
}

struct form_field closure_rematch_field(int kind, struct ch_arena *arena)
{
	return (struct form_field){
		.key = "rematch",
		.label = pairing_role_words(_("New mentor or coach"), kind, arena),
		.help = pairing_role_words(_("The mentee or coachee wants another, and waits; no: they wait for none"),
					   kind, arena),
		.type = CH_TYPE_YES};
}

const struct form_field closure_note_field = {
	.key = "closure_note",
	.label = N_("In words"),
	.help = N_("Where no reason fits, or to say more; for coordinators only"),
	.type = CH_TYPE_TEXT,
};

const struct form_field closure_day_field = {
	.key = "on", .label = N_("On"), .help = N_("The day; empty: today"), .type = CH_TYPE_DATE};

/* The index of the choice that a field of the spell holds; 0: none. */
static int chosen(const struct form *form, const char *key)
{
	int index = ch_choice_find(field_of(key)->choices, form_value(form, key));

	return index > 0 ? index : 0;
}

static int said(const struct form *form, const char *key)
{
	const char *value = form_value(form, key);

	return strcmp(value, "yes") == 0 ? CH_YES : strcmp(value, "no") == 0 ? CH_NO : CH_UNSAID;
}

int closure_reason_read(const struct form *form, const char *key)
{
	int index = ch_choice_find(field_of("closure_reason")->choices, form_value(form, key));

	return index > 0 ? index : CH_NO_CLOSURE_REASON;
}

enum ch_status closure_read(const struct form *form, struct ch_closure *closure, struct ch_error *err)
{
	*closure = (struct ch_closure){.on = CH_NO_DATE,
				       .kind = chosen(form, "closure_kind"),
				       .initiator = chosen(form, "closure_initiator"),
				       .reason = chosen(form, "closure_reason"),
				       .rematch = said(form, "rematch"),
				       .note = form_value(form, "closure_note")};
	return form_day(form, "on", &closure->on, err);
}

static void set_choice(struct form *form, const char *key, int index)
{
	if (index != 0)
		form_set(form, key, field_of(key)->choices[index].code);
}

void closure_suggest(struct form *form, const struct desk *desk, int64_t pairing_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_closure closure;

	if (ch_pairing_suggest_closure(desk->c, pairing_id, &closure, &ignored) != CH_OK)
		return;
	set_choice(form, "closure_kind", closure.kind);
	set_choice(form, "closure_initiator", closure.initiator);
	set_choice(form, "closure_reason", closure.reason);
}
