/* The end of a pairing, or of all that are marked: how, by whom and why, all three (R69). */
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/marked.h"
#include "tui/screens/closure_fields.h"
#include "tui/screens/screen_pairing_parts.h"

/* Of several of which some never met: the reason of these. */
#define REASON_IF_NOT "reason_if_not"

enum { FIELDS_MAX = 7 };

struct closure_form {
	const struct desk *desk;
	const int64_t *ids; /* in the arena */
	size_t id_count;
	struct ch_arena arena; /* of the choices */
	size_t never_met;      /* of several: how many never met */
	int doubted;	       /* the kind of end that was asked about already; saved again, it is kept */
};

/* How many of these ends are odd; *first has why the first of them is. */
static enum ch_status find_doubts(const struct closure_form *own, const struct ch_closure *closure, size_t *count,
				  int64_t *first_id, struct ch_error *first, struct ch_error *err)
{
	*count = 0;
	for (size_t i = 0; i < own->id_count; i++) {
		struct ch_error doubt;

		if (ch_pairing_doubt_closure(own->desk->c, own->ids[i], closure, &doubt, err) != CH_OK)
			return err->status;
		if (doubt.status != CH_OK && (*count)++ == 0) {
			*first_id = own->ids[i];
			*first = doubt;
		}
	}
	return CH_OK;
}

/* What is odd is asked about once. */
static enum ch_status ask_once(struct closure_form *own, const struct ch_closure *closure, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error doubt = CH_NO_ERROR;
	int64_t first = 0;
	size_t count;

	if (own->doubted == closure->kind || find_doubts(own, closure, &count, &first, &doubt, err) != CH_OK ||
	    count == 0)
		return err->status;
	own->doubted = closure->kind;
	if (own->id_count == 1)
		ch_fail_field(err, doubt.field, "%s", doubt.message);
	else
		ch_fail_field(err, doubt.field, _("odd ends among them: %zu; the first, %s: %s"), count,
			      desk_pair_name(own->desk, first, &arena), doubt.message);
	ch_arena_release(&arena);
	return ch_error_fix(err, _("%s. Save again to keep it as it is"), doubt.fix);
}

static enum ch_status close_one(struct app *app, const struct closure_form *own, const struct ch_closure *closure,
				struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (ch_pairing_close(own->desk->c, own->ids[0], closure, err) != CH_OK) {
		desk_tell_rule(err);
		return err->status;
	}
	desk_done(app, CH_OK, err,
		  closure->kind == CH_CLOSURE_NEVER_STARTED ? _("%s are closed; " KEY_(MORE) " has re-open")
							    : _("%s have ended; " KEY_(FEEDBACK) " records what both "
								"say of it"),
		  desk_pair_name(own->desk, own->ids[0], &arena));
	ch_arena_release(&arena);
	return CH_OK;
}

struct closure_of_all {
	struct ch_context *c;
	const struct ch_closure *closure;
	size_t never_started;
};

static enum ch_status close_marked(void *data, int64_t pairing_id, struct ch_error *err)
{
	struct closure_of_all *all = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	struct ch_spell spell;

	if (ch_pairing_close(all->c, pairing_id, all->closure, err) == CH_OK &&
	    ch_pairing_get(all->c, pairing_id, &arena, &pairing, &ignored) == CH_OK &&
	    ch_spell_get(all->c, pairing.spell_id, &arena, &spell, &ignored) == CH_OK &&
	    spell.closure_kind == CH_CLOSURE_NEVER_STARTED)
		all->never_started++;
	ch_arena_release(&arena);
	return err->status;
}

/* How many were recorded as what, where that differs from what the form says of them. */
static const char *ended_words(const struct closure_of_all *all, size_t done, struct ch_arena *arena)
{
	const struct ch_field *kind = ch_field_named(ch_entity_of(CH_SPELL), "closure_kind");

	if (all->never_started == 0 || all->closure->kind == CH_CLOSURE_NEVER_STARTED)
		return _("ended");
	if (all->never_started == done)
		return _("ended as \"never started\" (never met)");
	return ch_arena_printf(arena, _("ended: %zu as \"%s\", %zu as \"never started\" (never met)"),
			       done - all->never_started, _(kind->choices[all->closure->kind].label),
			       all->never_started);
}

static enum ch_status close_all(struct app *app, const struct closure_form *own, const struct ch_closure *closure,
				struct ch_error *err)
{
	struct closure_of_all all = {own->desk->c, closure, 0};
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct marked marked = marked_each(own->ids, own->id_count, close_marked, &all);
	if (marked.done == 0)
		marked_none(&marked, _("ended"), desk_pair_name(own->desk, marked.first, &arena), err);
	else
		marked_tell(app, &marked, ended_words(&all, marked.done, &arena),
			    desk_pair_name(own->desk, marked.first, &arena));
	ch_arena_release(&arena);
	return err->status;
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct closure_form *own = data;
	struct ch_closure closure;

	if (closure_read(form, &closure, err) != CH_OK)
		return err->status;
	closure.kind_if_met = own->id_count > 1;
	if (own->never_met > 0 && own->never_met < own->id_count)
		closure.reason_if_not = closure_reason_read(form, REASON_IF_NOT);
	if (ask_once(own, &closure, err) != CH_OK)
		return err->status;
	return own->id_count == 1 ? close_one(app, own, &closure, err) : close_all(app, own, &closure, err);
}

static void close_form(void *data)
{
	struct closure_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops closure_ops = {.save = save, .close = close_form};

/* The kind that all of them have; CH_NO_KIND: they differ. */
static enum ch_status read_kind(struct closure_form *own, int *kind, struct ch_error *err)
{
	struct ch_pairing pairing;

	for (size_t i = 0; i < own->id_count; i++) {
		if (ch_pairing_get(own->desk->c, own->ids[i], &own->arena, &pairing, err) != CH_OK)
			return err->status;
		*kind = i == 0 || *kind == pairing.kind ? pairing.kind : CH_NO_KIND;
	}
	return CH_OK;
}

static void count_never_met(struct closure_form *own)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_closure known;

	for (size_t i = 0; own->id_count > 1 && i < own->id_count; i++)
		own->never_met += ch_pairing_suggest_closure(own->desk->c, own->ids[i], &known, &ignored) == CH_OK &&
				  known.kind == CH_CLOSURE_NEVER_STARTED;
}

static const char *kind_help(struct closure_form *own)
{
	if (own->id_count == 1)
		return _("One that never met is \"never started\"");
	if (own->never_met == 0)
		return _("Whatever is said here is recorded of all of them");
	return ch_arena_printf(&own->arena, _("%zu of the %zu never met: they are recorded as \"never started\""),
			       own->never_met, own->id_count);
}

/* Of one, or of many of which all or none met, it is one reason; else those that never met have their own. */
static size_t make_fields(struct closure_form *own, int kind, struct form_field fields[FIELDS_MAX])
{
	size_t count = 0;

	fields[count++] = closure_field("closure_kind", kind, kind_help(own), &own->arena);
	fields[count++] = closure_field("closure_initiator", kind, N_("Whose wish it was; no blame is implied"),
					&own->arena);
	fields[count++] =
		closure_field("closure_reason", kind, N_("What fits best; a new match may follow"), &own->arena);
	if (own->never_met > 0 && own->never_met < own->id_count) {
		fields[count] = closure_field("closure_reason", kind, N_("Of those that never met"), &own->arena);
		fields[count].key = REASON_IF_NOT;
		fields[count++].label = N_("Why they never met");
	}
	fields[count++] = closure_rematch_field(kind, &own->arena);
	fields[count++] = closure_note_field;
	fields[count++] = closure_day_field;
	return count;
}

static struct form *make_form(struct app *app, struct closure_form *own, int kind)
{
	bool several = own->id_count > 1;
	const char *title = several ? ch_arena_printf(&own->arena, _("Close %zu marked pairings"), own->id_count)
				    : _("Close the pairing");
	struct form_field fields[FIELDS_MAX];
	struct form *form;

	count_never_met(own);
	form = form_new(&closure_ops, own, title, own->desk->today, fields, make_fields(own, kind, fields));
	if (several) {
		if (own->never_met == own->id_count)
			form_set(form, "closure_kind", "never_started");
		form_draft_keep_marked(app, form, "pairing.close_marked", own->ids, own->id_count);
		return form;
	}
	closure_suggest(form, own->desk, own->ids[0]);
	form_draft_keep_as(app, form, "pairing.close", own->ids[0],
			   desk_pair_name(own->desk, own->ids[0], &own->arena));
	return form;
}

void closure_form_open_all(struct app *app, const int64_t *ids, size_t count)
{
	struct closure_form *own = calloc(1, sizeof(*own));
	struct ch_error err = CH_NO_ERROR;
	int kind = CH_NO_KIND;
	int64_t *copy;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct closure_form){.desk = desk_of(app), .id_count = count, .arena = CH_ARENA_EMPTY};
	copy = ch_arena_array(&own->arena, count, sizeof(*copy));
	memcpy(copy, ids, count * sizeof(*copy));
	own->ids = copy;
	if (read_kind(own, &kind, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	form_open(app, make_form(app, own, kind));
}

void closure_form_open(struct app *app, int64_t pairing_id)
{
	closure_form_open_all(app, &pairing_id, 1);
}
