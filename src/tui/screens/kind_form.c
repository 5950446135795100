/* The programmes of the other kind, as a choice. */
#include "tui/screens/kind_form.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form.h"
#include "tui/widgets/form_draft.h"
#include "tui/screens/screen_pairing_parts.h"

enum { PROGRAMMES_MAX = 40 };

struct kind_form {
	struct desk *desk;
	struct ch_arena arena;
	int64_t pairing_id;
	struct ch_choice programmes[PROGRAMMES_MAX + 2]; /* the first is "not said"; codes are numbers */
};

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct kind_form *own = data;
	struct ch_context *c = own->desk->c;
	int64_t programme_id = strtoll(form_value(form, "programme"), NULL, 10);
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (ch_pairing_change_kind(c, own->pairing_id, programme_id, err) == CH_OK)
		desk_done(app, CH_OK, err, _("%s go on in the other programme, with all that was"),
			  desk_pair_name(own->desk, own->pairing_id, &arena));
	else
		desk_tell_rule(err);
	ch_arena_release(&arena);
	return err->status;
}

static void close_form(void *data)
{
	struct kind_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops kind_ops = {.save = save, .close = close_form};

static enum ch_status read_programmes(struct kind_form *own, size_t *count, struct ch_error *err)
{
	const struct ch_list_query query = {
		.list = CH_LIST_PROGRAMMES, .filter = "state:open,running", .limit = PROGRAMMES_MAX};
	struct ch_programme programme;
	struct ch_pairing pairing;
	struct ch_grid grid;

	*count = 0;
	if (ch_pairing_get(own->desk->c, own->pairing_id, &own->arena, &pairing, err) != CH_OK ||
	    ch_list_fetch(own->desk->c, &query, &own->arena, &grid, err) != CH_OK)
		return err->status;
	own->programmes[0] = (struct ch_choice){.code = "", .label = ""};
	for (size_t i = 0; i < grid.row_count; i++) {
		if (ch_programme_get(own->desk->c, grid.rows[i].id, &own->arena, &programme, err) != CH_OK)
			return err->status;
		if (programme.kind == pairing.kind)
			continue;
		own->programmes[++*count] = (struct ch_choice){
			.code = ch_arena_printf(&own->arena, "%" PRId64, programme.programme_id),
			.label = programme.name};
	}
	own->programmes[*count + 1] = (struct ch_choice){.code = NULL};
	return CH_OK;
}

void kind_form_open(struct app *app, int64_t pairing_id)
{
	struct kind_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;
	size_t count = 0;

	if (own == NULL)
		ch_abort("out of memory");
	own->desk = desk_of(app);
	own->pairing_id = pairing_id;
	if (read_programmes(own, &count, &err) != CH_OK || count == 0) {
		if (err.status != CH_OK)
			desk_say_error(app, &err);
		else
			app_say(app, "%s", _("No programme of the other kind is open: make and open one first (7, a)"));
		close_form(own);
		return;
	}
	const struct form_field fields[] = {
		{.key = "programme",
		 .label = N_("Goes on in"),
		 .help = N_("Of the other kind: its rules are asked; nothing of before is lost"),
		 .type = CH_TYPE_CHOICE,
		 .choices = own->programmes,
		 .own_choices = true,
		 .required = true},
	};
	struct form *form = form_new(&kind_ops, own, _("Change the kind"), own->desk->today, fields, 1);

	if (count == 1)
		form_set(form, "programme", own->programmes[1].code);
	form_draft_keep_as(app, form, "pairing.change", pairing_id,
			   desk_pair_name(own->desk, pairing_id, &own->arena));
	form_open(app, form);
}
