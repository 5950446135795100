/* The end of a pairing: how, by whom and why, all three (R69). */
#include <stdlib.h>

#include "tui/widgets/form_draft.h"
#include "tui/screens/screen_pairing_parts.h"

struct closure_form {
	const struct desk *desk;
	int64_t pairing_id;
	struct ch_arena arena; /* of the choices */
	int doubted;	       /* the kind of end that was asked about already; saved again, it is kept */
};

/* The index of the choice that a field of the spell holds; 0: none. */
static int chosen(const struct form *form, const char *key)
{
	int index = ch_choice_find(ch_field_named(ch_entity_of(CH_SPELL), key)->choices, form_value(form, key));

	return index > 0 ? index : 0;
}

/* What is odd is asked about once. */
static enum ch_status ask_once(struct closure_form *own, const struct ch_closure *closure, struct ch_error *err)
{
	struct ch_error doubt;

	if (own->doubted == closure->kind ||
	    ch_pairing_doubt_closure(own->desk->c, own->pairing_id, closure, &doubt, err) != CH_OK ||
	    doubt.status == CH_OK)
		return err->status;
	own->doubted = closure->kind;
	ch_fail_field(err, doubt.field, "%s", doubt.message);
	return ch_error_fix(err, _("%s. Save again to keep it as it is"), doubt.fix);
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct closure_form *own = data;
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = chosen(form, "closure_kind"),
				     .initiator = chosen(form, "closure_initiator"),
				     .reason = chosen(form, "closure_reason"),
				     .note = form_value(form, "closure_note")};
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (form_day(form, "on", &closure.on, err) != CH_OK || ask_once(own, &closure, err) != CH_OK)
		return err->status;
	if (ch_pairing_close(own->desk->c, own->pairing_id, &closure, err) != CH_OK) {
		desk_tell_rule(err);
		return err->status;
	}
	desk_done(app, CH_OK, err,
		  closure.kind == CH_CLOSURE_NEVER_STARTED ? _("%s are closed; x has re-open")
							   : _("%s have ended; B records what both say of it"),
		  desk_pair_name(own->desk, own->pairing_id, &arena));
	ch_arena_release(&arena);
	return CH_OK;
}

static void close_form(void *data)
{
	struct closure_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops closure_ops = {.save = save, .close = close_form};

static struct form_field choice_of(struct closure_form *own, int kind, const char *key, const char *help)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_SPELL), key);

	return (struct form_field){.key = key,
				   .label = field->label,
				   .help = help,
				   .type = CH_TYPE_CHOICE,
				   .choices = pairing_role_choices(field->choices, kind, &own->arena),
		 .own_choices = true,
				   .required = true};
}

static void set_choice(struct form *form, const char *key, int index)
{
	if (index != 0)
		form_set(form, key, ch_field_named(ch_entity_of(CH_SPELL), key)->choices[index].code);
}

/* What is known already need not be chosen again. */
static void suggest(const struct closure_form *own, struct form *form)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_closure closure;

	if (ch_pairing_suggest_closure(own->desk->c, own->pairing_id, &closure, &ignored) != CH_OK)
		return;
	set_choice(form, "closure_kind", closure.kind);
	set_choice(form, "closure_initiator", closure.initiator);
	set_choice(form, "closure_reason", closure.reason);
}

void closure_form_open(struct app *app, int64_t pairing_id)
{
	struct closure_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct closure_form){.desk = desk_of(app), .pairing_id = pairing_id, .arena = CH_ARENA_EMPTY};
	if (ch_pairing_get(own->desk->c, pairing_id, &own->arena, &pairing, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	const struct form_field fields[] = {
		choice_of(own, pairing.kind, "closure_kind", N_("One that never met is \"never started\"")),
		choice_of(own, pairing.kind, "closure_initiator", N_("Whose wish it was; no blame is implied")),
		choice_of(own, pairing.kind, "closure_reason", N_("What fits best; a new match may follow")),
		{.key = "closure_note",
		 .label = N_("In words"),
		 .help = N_("Where no reason fits, or to say more; for coordinators only"),
		 .type = CH_TYPE_TEXT},
		{.key = "on", .label = N_("On"), .help = N_("The day; empty: today"), .type = CH_TYPE_DATE},
	};

	struct form *form = form_new(&closure_ops, own, _("Close the pairing"), own->desk->today, fields,
				     sizeof(fields) / sizeof(fields[0]));

	suggest(own, form);
	form_draft_keep_as(app, form, "pairing.close", pairing_id, desk_pair_name(own->desk, pairing_id, &own->arena));
	form_open(app, form);
}
