/* A pairing goes on with another mentor or coach (R36, R84): whom, and why the one before ends. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_complete.h"
#include "tui/screens/closure_fields.h"
#include "tui/screens/screen_pairing_parts.h"

struct hand_over_form {
	const struct desk *desk;
	struct ch_pairing pairing;
	struct ch_arena arena; /* of the pairing and the choices */
};

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct hand_over_form *own = data;
	struct ch_context *c = own->desk->c;
	struct ch_closure closure;
	struct ch_arena arena = CH_ARENA_EMPTY;
	int64_t guide_id, after;

	if (closure_read(form, &closure, err) != CH_OK)
		return err->status;
	if (ch_find(c, CH_PERSON, form_value(form, "guide"), &guide_id, err) != CH_OK)
		return ch_error_field(err, "guide");
	if (ch_pairing_hand_over(c, own->pairing.pairing_id, guide_id, &closure, &after, err) != CH_OK) {
		desk_tell_rule(err);
		return *err->field == '\0' ? ch_error_field(err, "guide") : err->status;
	}
	desk_done(app, CH_OK, err, _("%s go on, on the terms agreed before; each one's yes is asked anew"),
		  desk_pair_name(own->desk, after, &arena));
	ch_arena_release(&arena);
	return CH_OK;
}

static bool is_guide(const struct form *form, size_t index)
{
	return strcmp(form->entries[index].field.key, "guide") == 0;
}

static void meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct hand_over_form *own = data;
	const char *text = form->entries[index].input.text.text;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t id;

	if (!is_guide(form, index) || *text == '\0')
		return;
	if (ch_find(own->desk->c, CH_PERSON, text, &id, &err) != CH_OK)
		ch_buffer_printf(out, "? %s", err.message);
	else
		ch_buffer_printf(out, "= %s", desk_name(own->desk, CH_PERSON, id, &arena));
	ch_arena_release(&arena);
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct hand_over_form *own = data;

	/* Whoever guides the pairing now does not take it on. */
	return !is_guide(form, index)
		       ? 0
		       : record_complete_role(own->desk, ch_kind_guide_role(own->pairing.kind),
					      own->pairing.programme_id, own->pairing.guide_id, prefix, arena,
					      candidates);
}

static void close_form(void *data)
{
	struct hand_over_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops hand_over_ops = {
	.save = save, .meaning = meaning, .complete = complete, .close = close_form};

void hand_over_form_open(struct app *app, int64_t pairing_id)
{
	struct hand_over_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;

	if (own == NULL)
		ch_abort("out of memory");
	own->desk = desk_of(app);
	own->arena = CH_ARENA_EMPTY;
	if (ch_pairing_get(own->desk->c, pairing_id, &own->arena, &own->pairing, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	const char *names = desk_pair_name(own->desk, pairing_id, &own->arena);
	const struct form_field fields[] = {
		{.key = "guide",
		 .label = N_("Goes on with"),
		 .help = N_("Who takes it on; " KEY_(COMPLETE) " lists those who may"),
		 .type = CH_TYPE_ID,
		 .required = true},
		closure_field("closure_initiator", own->pairing.kind, N_("Whose wish it was; no blame is implied"),
			      &own->arena),
		closure_field("closure_reason", own->pairing.kind, N_("What fits best"), &own->arena),
		closure_note_field,
		closure_day_field,
	};
	struct form *form = form_new(&hand_over_ops, own, _("Hand over"), own->desk->today,
				     fields,
				     sizeof(fields) / sizeof(fields[0]));

	closure_suggest(form, own->desk, pairing_id);
	form_draft_keep_as(app, form, "pairing.hand_over", pairing_id, names);
	form_open(app, form);
}
