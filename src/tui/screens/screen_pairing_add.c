/*
 * Making a pairing by hand. Where a rule of strength H refuses, one more field
 * appears, for the reason that overrides it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_complete.h"
#include "tui/screens/screen_pairing_parts.h"

static const struct form_field add_fields[] = {
	{.key = "programme_id",
	 .label = N_("Programme"),
	 .help = N_("How its name begins"),
	 .type = CH_TYPE_ID,
	 .required = true},
	{.key = "guide_id",
	 .label = N_("Mentor or coach"),
	 .help = N_("Any part of a name, or an e-mail address"),
	 .type = CH_TYPE_ID,
	 .required = true},
	{.key = "learner_id",
	 .label = N_("Mentee or coachee"),
	 .help = N_("Any part of a name, or an e-mail address"),
	 .type = CH_TYPE_ID,
	 .required = true},
	{.key = "ready",
	 .label = N_("They are ready"),
	 .help = N_("yes: the mentee or coachee said that they know what they want, and can give the time (R15)"),
	 .type = CH_TYPE_YES},
};

enum { FIELDS = sizeof(add_fields) / sizeof(add_fields[0]) };

static const struct ch_field *pairing_field(const char *key)
{
	return ch_field_named(ch_entity_of(CH_PAIRING), key);
}

struct adding {
	struct desk *desk;
	struct list *in; /* that shows the new pairing */
};

/* ---- Saving --------------------------------------------------------------------------------- */

static enum ch_status read_name(const struct desk *desk, const struct form *form, const char *key, int64_t *id,
				struct ch_error *err)
{
	if (ch_find(desk->c, pairing_field(key)->refers_to, form_value(form, key), id, err) == CH_OK)
		return CH_OK;
	return ch_error_field(err, key);
}

/* A learner who may be ready is asked before any reason all the same. */
static void ask_for_what_lacks(const struct form *form, struct ch_error *err)
{
	desk_tell_rule(err);
	if (strcmp(err->rule, "R15") == 0 && strcmp(form_value(form, "ready"), "yes") != 0) {
		ch_error_overridable(err, "");
		ch_error_field(err, "ready");
	} else if (*err->field == '\0') {
		ch_error_field(err, "learner_id");
	}
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	const struct ch_said ready = {.how = CH_HOW_SPOKEN, .on = CH_NO_DATE};
	struct adding *adding = data;
	struct desk *desk = adding->desk;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;
	const char *declined;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	if (read_name(desk, form, "programme_id", &pairing.programme_id, err) != CH_OK ||
	    read_name(desk, form, "guide_id", &pairing.guide_id, err) != CH_OK ||
	    read_name(desk, form, "learner_id", &pairing.learner_id, err) != CH_OK ||
	    ch_proposal_declined(desk->c, pairing.guide_id, pairing.learner_id, &arena, &declined, err) != CH_OK) {
		ch_arena_release(&arena);
		return err->status;
	}
	desk->c->learner_ready = strcmp(form_value(form, "ready"), "yes") == 0 ? &ready : NULL;
	ch_pairing_add(desk->c, &pairing, err);
	desk->c->learner_ready = NULL;
	if (err->status != CH_OK) {
		ask_for_what_lacks(form, err);
		ch_arena_release(&arena);
		return err->status;
	}
	if (declined != NULL)
		desk_done(app, CH_OK, err, _("%s are paired, though %s"),
			  desk_pair_name(desk, pairing.pairing_id, &arena), declined);
	else
		desk_done(app, CH_OK, err, _("%s are paired; " KEY_(AGREE) " records what they agree, " KEY_(START) " "
					     "starts them"),
			  desk_pair_name(desk, pairing.pairing_id, &arena));
	desk_point_out(app, CH_AT_PAIRING, pairing.pairing_id);
	if (adding->in != NULL)
		list_go_to_id(adding->in, pairing.pairing_id);
	ch_arena_release(&arena);
	return CH_OK;
}

/* What is to be known of the two; NULL: nothing is. */
static const char *to_know(const struct desk *desk, const struct ch_pairing *pairing, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *text = NULL;

	if (ch_proposal_declined(desk->c, pairing->guide_id, pairing->learner_id, arena, &text, &ignored) == CH_OK &&
	    text == NULL && pairing->programme_id != 0)
		ch_pairing_foresee(desk->c, pairing, arena, &text, &ignored);
	return text;
}

/*
 * Says under the learner, once both are named, who declined the two as a pair before, that the learner has another or
 * that one is above the other; nothing refuses it.
 */
static void tell_to_know(struct form *form, void *data)
{
	const struct desk *desk = ((const struct adding *)data)->desk;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing two = {0};
	const char *text;

	if (ch_find(desk->c, CH_PROGRAMME, form_value(form, "programme_id"), &two.programme_id, &ignored) != CH_OK)
		two.programme_id = 0;
	ignored = CH_NO_ERROR;
	if (ch_find(desk->c, CH_PERSON, form_value(form, "guide_id"), &two.guide_id, &ignored) == CH_OK &&
	    ch_find(desk->c, CH_PERSON, form_value(form, "learner_id"), &two.learner_id, &ignored) == CH_OK &&
	    (text = to_know(desk, &two, &arena)) != NULL)
		form_advise(form, "learner_id", text, _("You may pair them all the same"));
	ch_arena_release(&arena);
}

/* ---- The form --------------------------------------------------------------------------------- */

/* Whom or what a name was taken for. */
static void meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct desk *desk = ((const struct adding *)data)->desk;
	const struct form_entry *entry = &form->entries[index];
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	const char *name;
	int64_t id;

	if (entry->field.type != CH_TYPE_ID)
		return;
	if (ch_find(desk->c, pairing_field(entry->field.key)->refers_to, entry->input.text.text, &id, &err) != CH_OK) {
		ch_buffer_printf(out, "? %s", err.message);
	} else {
		name = desk_name(desk, pairing_field(entry->field.key)->refers_to, id, &arena);
		if (strcmp(name, entry->input.text.text) != 0)
			ch_buffer_printf(out, "= %s", name);
	}
	ch_arena_release(&arena);
}

/* The role that a field is for, in the programme that was named; 0: any. */
static int role_of(const struct desk *desk, const struct form *form, const char *key, int64_t *programme_id)
{
	struct ch_programme programme;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	int role = 0;

	if (ch_find(desk->c, CH_PROGRAMME, form_value(form, "programme_id"), programme_id, &ignored) == CH_OK &&
	    ch_programme_get(desk->c, *programme_id, &arena, &programme, &ignored) == CH_OK) {
		if (strcmp(key, "guide_id") == 0)
			role = ch_kind_guide_role(programme.kind);
		else if (strcmp(key, "learner_id") == 0)
			role = ch_kind_learner_role(programme.kind);
	}
	ch_arena_release(&arena);
	return role;
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct desk *desk = ((const struct adding *)data)->desk;
	const struct form_field *field = &form->entries[index].field;
	int64_t programme_id = 0;
	int role;

	if (field->type != CH_TYPE_ID)
		return 0;
	role = role_of(desk, form, field->key, &programme_id);
	if (role != 0)
		return record_complete_role(desk, role, programme_id, 0, prefix, arena, candidates);
	return record_complete(desk, CH_PAIRING, pairing_field(field->key), prefix, arena, candidates);
}

static const struct form_ops add_ops = {
	.save = save, .settle = tell_to_know, .meaning = meaning, .complete = complete, .close = free};

/* How many programmes go on, 2 standing for more; with one its name in *only. */
static size_t count_programmes(const struct desk *desk, struct ch_arena *arena, const char **only)
{
	const struct ch_list_query query = {.list = CH_LIST_PROGRAMMES, .filter = "-state:closed", .limit = 2};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_grid grid = {.row_count = 0};

	*only = NULL;
	if (ch_list_fetch(desk->c, &query, arena, &grid, &ignored) == CH_OK && grid.row_count == 1)
		*only = desk_name(desk, CH_PROGRAMME, grid.rows[0].id, arena);
	return grid.row_count;
}

static void refuse_without_programme(struct app *app)
{
	struct ch_error err = CH_NO_ERROR;

	ch_fail(&err, CH_MISSING, "%s", _("there is no programme yet that two people could be paired in"));
	ch_error_fix(&err, "%s", _("`chiron programme add` makes one"));
	app_say_error(app, &err);
}

void pairing_form_add(struct app *app, struct list *in)
{
	struct desk *desk = desk_of(app);
	struct adding *adding;
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *programme;
	struct form *form;

	if (count_programmes(desk, &arena, &programme) == 0) {
		refuse_without_programme(app);
		ch_arena_release(&arena);
		return;
	}
	adding = malloc(sizeof(*adding));
	if (adding == NULL)
		ch_abort("out of memory");
	*adding = (struct adding){.desk = desk, .in = in};
	form = form_new(&add_ops, adding, _("New pairing"), desk->today, add_fields, FIELDS);
	if (programme != NULL) {
		form_set(form, "programme_id", programme);
		form->focus = 1;
	}
	form_draft_keep_as(app, form, "pairing.add", 0, NULL);
	form_open(app, form);
	ch_arena_release(&arena);
}
