/* Sessions that were arranged and did not take place: cancelled by whom, or who did not come; one, or all marked. */
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/marked.h"
#include "tui/screens/screen_pairing_parts.h"

struct cancel_form {
	const struct desk *desk;
	const int64_t *ids; /* of sessions, in the arena */
	size_t id_count;
	bool no_show;
	int by; /* enum ch_initiator, while it is saved */
	struct ch_arena arena;
};

static const struct ch_choice *initiators(void)
{
	return ch_field_named(ch_entity_of(CH_SESSION), "cancelled_by")->choices;
}

static enum ch_status cancel_one(void *data, int64_t session_id, struct ch_error *err)
{
	const struct cancel_form *own = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_session session;

	if (ch_session_get(own->desk->c, session_id, &arena, &session, err) == CH_OK) {
		session.cancelled_by = own->by;
		ch_session_cancel(own->desk->c, &session, own->no_show, err);
	}
	ch_arena_release(&arena);
	return err->status;
}

static enum ch_status cancel_all(struct app *app, struct cancel_form *own, struct ch_error *err)
{
	struct marked marked = marked_each(own->ids, own->id_count, cancel_one, own);
	const char *first = marked.left > 0 ? desk_name(own->desk, CH_SESSION, marked.first, &own->arena) : "";

	if (marked.done == 0)
		*err = marked.why;
	else
		marked_tell(app, &marked, own->no_show ? _("recorded as no-show") : _("cancelled"), first);
	return err->status;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct cancel_form *own = data;
	int by = ch_choice_find(initiators(), form_value(form, "cancelled_by"));

	own->by = by > 0 ? by : CH_NO_INITIATOR;
	if (own->id_count > 1)
		return cancel_all(app, own, err);
	if (cancel_one(own, own->ids[0], err) == CH_OK)
		desk_done(app, CH_OK, err, "%s",
			  own->no_show ? _("The no-show is recorded") : _("The session is cancelled"));
	return err->status;
}

static void close_form(void *data)
{
	struct cancel_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops cancel_ops = {.save = save, .close = close_form};

/* The kind that the pairings of all of them have; CH_NO_KIND: they differ. *names is of the first. */
static enum ch_status read_kind(struct cancel_form *own, int *kind, const char **names, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_session session;

	for (size_t i = 0; i < own->id_count; i++) {
		if (ch_session_get(own->desk->c, own->ids[i], &own->arena, &session, err) != CH_OK ||
		    ch_pairing_get(own->desk->c, session.pairing_id, &own->arena, &pairing, err) != CH_OK)
			return err->status;
		*kind = i == 0 || *kind == pairing.kind ? pairing.kind : CH_NO_KIND;
		if (i == 0)
			*names = desk_pair_name(own->desk, session.pairing_id, &own->arena);
	}
	return CH_OK;
}

static const char *title_of(struct cancel_form *own)
{
	if (own->id_count == 1)
		return own->no_show ? _("Record a no-show") : _("Cancel the session");
	return ch_arena_printf(&own->arena,
			       own->no_show ? _("No-show in %zu marked sessions") : _("Cancel %zu marked sessions"),
			       own->id_count);
}

static void open_form(struct app *app, struct cancel_form *own, int kind, const char *names)
{
	const struct form_field fields[] = {
		{.key = "cancelled_by",
		 .label = own->no_show ? N_("Who did not come") : N_("Who cancelled"),
		 .help = N_("Space or the first letter chooses"),
		 .type = CH_TYPE_CHOICE,
		 .choices = pairing_role_choices(initiators(), kind, &own->arena),
		 .own_choices = true,
		 .required = true},
	};
	struct form *form = form_new(&cancel_ops, own, title_of(own), own->desk->today, fields, 1);

	if (own->id_count == 1)
		form_draft_keep_as(app, form, own->no_show ? "session.no_show" : "session.cancel", own->ids[0], names);
	else
		form_draft_keep_marked(app, form, own->no_show ? "session.no_show_marked" : "session.cancel_marked",
				       own->ids, own->id_count);
	form_open(app, form);
}

void pairing_form_cancel(struct app *app, const int64_t *session_ids, size_t count, bool no_show)
{
	struct cancel_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;
	const char *names = "";
	int kind = CH_NO_KIND;
	int64_t *copy;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct cancel_form){
		.desk = desk_of(app), .id_count = count, .no_show = no_show, .arena = CH_ARENA_EMPTY};
	copy = ch_arena_array(&own->arena, count, sizeof(*copy));
	memcpy(copy, session_ids, count * sizeof(*copy));
	own->ids = copy;
	if (read_kind(own, &kind, &names, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	open_form(app, own, kind, names);
}
