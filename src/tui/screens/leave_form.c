/*
 * The flow of a leaver in one form: a field for each pairing that they guide,
 * with a name to hand it over; and what becomes of those that nobody takes on,
 * which is asked and never taken for granted.
 */
#include "tui/screens/leave_form.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "tui/widgets/form_draft.h"
#include "tui/widgets/record_complete.h"

enum { MOST_PAIRINGS = 40, FIRST_PAIRING = 2 /* the fields before those of the pairings */ };

struct leave_form {
	const struct desk *desk;
	int64_t person_id;
	struct ch_arena arena;
	struct ch_hand_over guided[MOST_PAIRINGS]; /* guide_id is set when it is saved */
	int roles[MOST_PAIRINGS];
	int64_t programmes[MOST_PAIRINGS];
	size_t count, others; /* pairings that have a field, and those they are guided in */
	struct ch_buffer with; /* who guides them in those */
};

enum { NOT_SAID, STAY_OPEN, CLOSED };

static const struct ch_choice fates[] = {
	[NOT_SAID] = {"", ""},
	[STAY_OPEN] = {"open", N_("stay open: Today asks about each")},
	[CLOSED] = {"close", N_("are closed")},
	{NULL, NULL},
};

static int fate_of(const struct form *form)
{
	int at = ch_choice_find(fates, form_value(form, "rest"));

	return at > 0 ? at : NOT_SAID;
}

/* Which of the pairings a field is about, by the number in its key; -1: none. */
static int pairing_of(const struct leave_form *own, const struct form *form, size_t index)
{
	int64_t id = strtoll(form->entries[index].field.key + 1, NULL, 10);

	for (size_t i = 0; i < own->count; i++)
		if (own->guided[i].pairing_id == id)
			return (int)i;
	return -1;
}

static enum ch_status read_successors(struct leave_form *own, struct form *form, struct ch_hand_over *hand_over,
				      size_t *count, struct ch_error *err)
{
	*count = 0;
	for (size_t i = 0; i < form->entry_count; i++) {
		const char *text = form->entries[i].input.text.text;
		int at = pairing_of(own, form, i);
		struct ch_error why = CH_NO_ERROR;

		if (at < 0 || *text == '\0')
			continue;
		hand_over[*count] = own->guided[at];
		if (ch_find(own->desk->c, CH_PERSON, text, &hand_over[*count].guide_id, &why) != CH_OK) {
			ch_fail_field(err, form->entries[i].field.key, "%s", why.message);
			return ch_error_fix(err, "%s", why.key_fix);
		}
		++*count;
	}
	return CH_OK;
}

/* What is now so. */
static void tell(struct app *app, const struct leave_form *own, const struct ch_leaving *leaving,
		 const struct ch_left *left, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer open = CH_BUFFER_EMPTY;

	if (left->open > 0)
		ch_buffer_printf(&open, _(", still open: %lld"), (long long)left->open);
	if (left->proposals > 0)
		ch_buffer_printf(&open, _(", proposals withdrawn: %lld"), (long long)left->proposals);
	desk_done(app, CH_OK, err,
		  leaving->on > own->desk->today ? _("%s will leave on that day; pairings closed: %lld, handed over: "
						     "%lld%s")
						 : _("%s has left; pairings closed: %lld, handed over: %lld%s"),
		  desk_name(own->desk, CH_PERSON, own->person_id, &arena), (long long)left->closed,
		  (long long)left->handed_over, open.text);
	ch_buffer_release(&open);
	ch_arena_release(&arena);
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct leave_form *own = data;
	struct ch_hand_over hand_over[MOST_PAIRINGS];
	int because = ch_choice_find(ch_field_named(ch_entity_of(CH_PERSON), "left_because")->choices,
				     form_value(form, "left_because"));
	struct ch_leaving leaving = {.on = CH_NO_DATE,
				     .because = because > 0 ? because : CH_NO_LEAVING_REASON,
				     .close = fate_of(form) == CLOSED,
				     .hand_over = hand_over};
	struct ch_left left;

	if (form_day(form, "left_on", &leaving.on, err) != CH_OK)
		return err->status;
	if (read_successors(own, form, hand_over, &leaving.hand_over_count, err) != CH_OK)
		return err->status;
	if (ch_person_leave(own->desk->c, own->person_id, &leaving, &left, err) != CH_OK) {
		desk_tell_rule(err);
		return err->status;
	}
	tell(app, own, &leaving, &left, err);
	return CH_OK;
}

static const char *fate_words(const struct form *form)
{
	switch (fate_of(form)) {
	case STAY_OPEN:
		return _("stays open");
	case CLOSED:
		return _("is closed");
	default:
		return _("? asked below");
	}
}

/* Where somebody takes on every pairing, nothing is left to ask of the others. */
static void settle(struct form *form, void *data)
{
	const struct leave_form *own = data;
	struct form_entry *rest = form_entry_named(form, "rest");

	form_forget_meanings(form);
	if (rest == NULL)
		return;
	rest->field.required = own->others > 0;
	for (size_t i = 0; i < form->entry_count; i++)
		if (pairing_of(own, form, i) >= 0 && *form->entries[i].input.text.text == '\0')
			rest->field.required = true;
}

/* Who a name was taken for, and what becomes of a pairing without one. */
static void meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct leave_form *own = data;
	const char *text = form->entries[index].input.text.text;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t id;

	if (pairing_of(own, form, index) < 0)
		return;
	if (*text == '\0') {
		ch_buffer_add(out, fate_words(form));
	} else if (ch_find(own->desk->c, CH_PERSON, text, &id, &err) != CH_OK) {
		ch_buffer_printf(out, "? %s", err.message);
	} else {
		const char *name = desk_name(own->desk, CH_PERSON, id, &arena);

		if (strcmp(name, text) != 0)
			ch_buffer_printf(out, "= %s", name);
	}
	ch_arena_release(&arena);
}

static size_t complete(const struct form *form, void *data, size_t index, const char *prefix, struct ch_arena *arena,
		       const struct form_candidate **candidates)
{
	const struct leave_form *own = data;
	int at = pairing_of(own, form, index);

	return at < 0 ? 0 : record_complete_role(own->desk, own->roles[at], own->programmes[at], own->person_id, prefix,
						 arena, candidates);
}

static void close_form(void *data)
{
	struct leave_form *own = data;

	ch_arena_release(&own->arena);
	ch_buffer_release(&own->with);
	free(own);
}

static const struct form_ops leave_ops = {.save = save,
					   .settle = settle,
					   .meaning = meaning,
					   .tells_blank = true,
					   .complete = complete,
					   .close = close_form};

static void gather(struct leave_form *own)
{
	const struct ch_list_query query = {
		.list = CH_LIST_PAIRINGS, .filter = "-state:closing -state:closed", .person_id = own->person_id};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	struct ch_grid grid;

	if (ch_list_fetch(own->desk->c, &query, &own->arena, &grid, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < grid.row_count; i++) {
		if (ch_pairing_get(own->desk->c, grid.rows[i].id, &own->arena, &pairing, &ignored) != CH_OK)
			continue;
		if (pairing.guide_id != own->person_id || own->count == MOST_PAIRINGS) {
			own->others++;
			if (pairing.learner_id == own->person_id)
				ch_buffer_printf(&own->with, "%s%s", own->with.length > 0 ? ", " : "",
						 desk_name(own->desk, CH_PERSON, pairing.guide_id, &own->arena));
			continue;
		}
		own->guided[own->count].pairing_id = pairing.pairing_id;
		own->roles[own->count] = ch_kind_guide_role(pairing.kind);
		own->programmes[own->count++] = pairing.programme_id;
	}
}

static struct form_field field_of(struct leave_form *own, size_t at)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	const char *learner = "";

	if (ch_pairing_get(own->desk->c, own->guided[at].pairing_id, &own->arena, &pairing, &ignored) == CH_OK)
		learner = desk_name(own->desk, CH_PERSON, pairing.learner_id, &own->arena);
	return (struct form_field){
		.key = ch_arena_printf(&own->arena, "p%lld", (long long)own->guided[at].pairing_id),
		.label = learner,
		.help = _("Who takes them on; blank: nobody, and below is asked what becomes of it"),
		.heading = at == 0 ? _("Their pairings: handed over to") : NULL,
		.type = CH_TYPE_ID,
	};
}

/* What becomes of those that nobody takes on; a pairing they are guided in can go to nobody, and is mostly closed. */
static struct form_field rest_field(struct leave_form *own)
{
	return (struct form_field){
		.key = "rest",
		.label = own->count > 0 ? _("Others") : _("Their pairings"),
		.help = own->others > 0
				? ch_arena_printf(&own->arena, _("Pairings that go to nobody else, those with %s too"),
						  own->with.text)
				: _("Pairings that go to nobody else"),
		.type = CH_TYPE_CHOICE,
		.choices = fates,
		.required = true,
		.own_label = true,
	};
}

void person_return(struct app *app, int64_t person_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	int64_t applied = 0;
	enum ch_status status = ch_person_return(desk_of(app)->c, person_id, &applied, &err);

	desk_done(app, status, &err, _("%s is back; programmes applied to again: %" PRId64),
		  desk_name(desk_of(app), CH_PERSON, person_id, &arena), applied);
	ch_arena_release(&arena);
}

/* Of whom it is known when and why they leave, that; else that they leave today. */
static void fill_in(struct leave_form *own, struct form *form)
{
	const struct ch_choice *reasons = ch_field_named(ch_entity_of(CH_PERSON), "left_because")->choices;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;
	char iso[CH_DATE_SIZE];

	if (ch_person_get(own->desk->c, own->person_id, &own->arena, &person, &ignored) != CH_OK ||
	    person.left_on == CH_NO_DATE) {
		form_set(form, "left_on", ch_arena_copy(&own->arena, _("today")));
		return;
	}
	form_set(form, "left_on", ch_date_iso(person.left_on, iso));
	form_set(form, "left_because", reasons[person.left_because].code);
}

void leave_form_open(struct app *app, int64_t person_id)
{
	struct leave_form *own = calloc(1, sizeof(*own));
	struct form_field fields[MOST_PAIRINGS + FIRST_PAIRING + 1];
	size_t count = FIRST_PAIRING;
	struct form *form;

	if (own == NULL)
		ch_abort("out of memory");
	own->desk = desk_of(app);
	own->person_id = person_id;
	own->arena = CH_ARENA_EMPTY;
	own->with = CH_BUFFER_EMPTY;
	gather(own);
	fields[0] = (struct form_field){
		.key = "left_on",
		.label = N_("Left on"),
		.help = N_("their enrolments are withdrawn, unless a pairing stays open"),
		.type = CH_TYPE_DATE,
	};
	fields[1] = (struct form_field){
		.key = "left_because",
		.label = N_("Left because"),
		.help = N_("of who has died or cannot be reached no feedback is asked"),
		.type = CH_TYPE_CHOICE,
		.choices = ch_field_named(ch_entity_of(CH_PERSON), "left_because")->choices,
	};
	for (size_t i = 0; i < own->count; i++)
		fields[count++] = field_of(own, i);
	if (own->count + own->others > 0)
		fields[count++] = rest_field(own);
	form = form_new(&leave_ops, own, _("Leaves"), own->desk->today, fields, count);
	fill_in(own, form);
	if (own->count == 0 && own->others > 0)
		form_set(form, "rest", fates[CLOSED].code);
	form_draft_keep_as(app, form, "person.leave", person_id,
			   desk_name(own->desk, CH_PERSON, person_id, &own->arena));
	form_open(app, form);
}
