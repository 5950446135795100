/* How often two met, and when last, before their sessions were recorded here. */
#include <stdlib.h>

#include "tui/widgets/form_draft.h"
#include "tui/screens/screen_pairing_parts.h"

struct so_far_form {
	struct desk *desk;
	int64_t pairing_id;
	struct ch_spell told; /* the time together, as it was when the form opened */
	struct ch_arena arena;
};

static const char *const keys[] = {"sessions_so_far", "so_far_on", "last_met_on"};

enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct so_far_form *own = data;
	struct ch_spell told = own->told;

	for (size_t i = 0; i < KEYS; i++)
		if (ch_field_set(ch_field_named(ch_entity_of(CH_SPELL), keys[i]), &told, form_value(form, keys[i]),
				 own->desk->today, &own->arena, err) != CH_OK)
			return err->status;
	if (ch_pairing_so_far(own->desk->c, own->pairing_id, &told, err) == CH_OK)
		desk_done(app, CH_OK, err, "%s", _("Recorded; no session is made of it"));
	return err->status;
}

static void close_form(void *data)
{
	struct so_far_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops so_far_ops = {.save = save, .close = close_form};

static enum ch_status read_told(struct so_far_form *own, struct ch_error *err)
{
	struct ch_pairing pairing;

	if (ch_pairing_get(own->desk->c, own->pairing_id, &own->arena, &pairing, err) != CH_OK)
		return err->status;
	return ch_spell_get(own->desk->c, pairing.spell_id, &own->arena, &own->told, err);
}

void so_far_form_open(struct app *app, int64_t pairing_id)
{
	struct so_far_form *own = calloc(1, sizeof(*own));
	struct form_field fields[KEYS];
	struct ch_error err = CH_NO_ERROR;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct so_far_form){.desk = desk_of(app), .pairing_id = pairing_id, .arena = CH_ARENA_EMPTY};
	if (read_told(own, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	for (size_t i = 0; i < KEYS; i++) {
		const struct ch_field *field = ch_field_named(ch_entity_of(CH_SPELL), keys[i]);

		fields[i] = (struct form_field){
			.key = field->key, .label = field->label, .help = field->help, .type = field->type};
	}
	struct form *form = form_new(&so_far_ops, own, _("Met so far"), own->desk->today, fields, KEYS);

	for (size_t i = 0; i < KEYS; i++)
		form_set(form, keys[i],
			 ch_field_text(ch_field_named(ch_entity_of(CH_SPELL), keys[i]), &own->told, &own->arena));
	form_draft_keep_as(app, form, "pairing.so_far", pairing_id, desk_pair_name(own->desk, pairing_id, &own->arena));
	form_open(app, form);
}
