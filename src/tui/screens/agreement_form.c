/*
 * What the two agreed at the start, from the programme's defaults, with each
 * one's yes and how it was given (R28 to R32). Of several pairings at once it
 * begins with the first one's, and each of them gets what the form then holds.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "tui/widgets/form_draft.h"
#include "tui/widgets/marked.h"
#include "tui/screens/screen_pairing_parts.h"

enum { FIELDS_MAX = 24, OWN_FIELDS = 3 /* of the yes */, OBJECTIVES_MAX = 20, NAME_CELLS = 27 };

struct agreement_form {
	const struct desk *desk;
	const int64_t *ids; /* of the pairings */
	size_t id_count;
	struct ch_arena arena;
	struct ch_agreement agreement; /* the first one's, as it was read */
	const char *shared[FIELDS_MAX]; /* what the field holds in all of them; NULL: they differ */
	struct ch_choice sides[4];
	bool said[3]; /* by index of sides: the yes of all pairings stands already */
	struct ch_choice *objectives; /* of the programme, codes are numbers; NULL: none, or of several programmes */
	const struct ch_field *fields[FIELDS_MAX]; /* of the agreement, by the form's order; NULL: one of the yes */
	size_t count;
	bool starts;	 /* the start still lies ahead */
	bool needs_goal; /* coaching without one */
	int kind;
};

/* ---- Saving ---------------------------------------------------------------------------------- */

static bool has_side(const struct form *form, struct ch_arena *arena, const char *side)
{
	struct ch_terms terms = ch_terms_split(arena, form_value(form, "agreed"));

	for (size_t i = 0; i < terms.count; i++)
		if (strcmp(terms.terms[i], side) == 0)
			return true;
	return false;
}

static enum ch_status read_agreed(const struct form *form, struct ch_arena *arena,
				  struct ch_agreed *agreed, struct ch_error *err)
{
	const struct ch_choice *hows = ch_field_named(ch_entity_of(CH_ANSWER), "how")->choices;
	int how = ch_choice_find(hows, form_value(form, "how"));

	*agreed = (struct ch_agreed){.guide = has_side(form, arena, "guide"),
				     .learner = has_side(form, arena, "learner"),
				     .how = how > 0 ? how : CH_NO_HOW,
				     .on = CH_NO_DATE};
	return form_day(form, "agreed_on", &agreed->on, err);
}

/* Dates lie ahead here, but for the day on which the two said yes. */
static enum ch_status set_field(const struct agreement_form *own, const struct ch_field *field, const char *text,
				struct ch_agreement *agreement, struct ch_arena *arena, struct ch_error *err)
{
	char iso[CH_DATE_SIZE];
	ch_date date;

	if (field->type == CH_TYPE_DATE && *text != '\0' &&
	    ch_date_parse(text, own->desk->today, strcmp(field->key, "aims_shared_on") != 0, &date, err) == CH_OK)
		text = ch_arena_copy(arena, ch_date_iso(date, iso));
	*err = CH_NO_ERROR;
	return ch_field_set(field, agreement, text, own->desk->today, arena, err);
}

/* Of several pairings a field that nobody typed into keeps what each of them has. */
static bool is_left(const struct agreement_form *own, size_t i, const char *text)
{
	return own->id_count > 1 && strcmp(text, own->shared[i] != NULL ? own->shared[i] : "") == 0;
}

/* Records of one pairing what the form holds. */
static enum ch_status record(struct agreement_form *own, const struct form *form, int64_t pairing_id,
			     const struct ch_agreed *agreed, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_agreement agreement;
	enum ch_status status = ch_agreement_draft(own->desk->c, pairing_id, arena, &agreement, err);

	for (size_t i = 0; status == CH_OK && i < own->count; i++) {
		const struct ch_field *field = own->fields[i];

		if (field != NULL && !is_left(own, i, form_value(form, field->key)))
			status = set_field(own, field, form_value(form, field->key), &agreement, arena, err);
	}
	if (status == CH_OK)
		status = ch_pairing_agree(own->desk->c, pairing_id, &agreement, agreed, err);
	return status;
}

/* What recording the agreement of one of several needs. */
struct recording {
	struct agreement_form *own;
	const struct form *form;
	const struct ch_agreed *agreed;
	struct ch_arena *arena;
};

static enum ch_status record_one(void *data, int64_t pairing_id, struct ch_error *err)
{
	const struct recording *r = data;

	return record(r->own, r->form, pairing_id, r->agreed, r->arena, err);
}

/* All that can be are recorded; the form stays open where none could, with why. */
static enum ch_status record_all(struct app *app, struct agreement_form *own, const struct form *form,
				 const struct ch_agreed *agreed, struct ch_arena *arena, struct ch_error *err)
{
	struct recording recording = {own, form, agreed, arena};
	struct marked marked = marked_each(own->ids, own->id_count, record_one, &recording);

	const char *first = desk_pair_name(own->desk, marked.first, arena), *done = _("agreements are recorded");
	struct ch_buffer missing = CH_BUFFER_EMPTY;

	if (marked.done == 0) {
		marked_none(&marked, done, first, err);
		return err->status;
	}
	form->ops->lacks(form, form->data, &missing);
	if (marked.left == 0)
		done = missing.length > 0 ? ch_arena_printf(arena, "%s; %s", done, missing.text)
					  : _("agreements are recorded; " KEY_(START) " starts the marked pairings");
	ch_buffer_release(&missing);
	return marked_tell(app, &marked, done, first);
}

/*
 * The agreement of one that goes on: where its end was moved on, that is said, and how often it was so far. Whether it
 * was (R70).
 */
static bool say_goes_on(struct app *app, const struct agreement_form *own, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_agreement now = {.extensions = 0};
	struct ch_error ignored = CH_NO_ERROR;
	char until[CH_DATE_WORDS_SIZE];

	if (ch_agreement_draft(own->desk->c, own->ids[0], arena, &now, &ignored) != CH_OK ||
	    now.extensions <= own->agreement.extensions || now.extensions <= 0) {
		desk_done(app, CH_OK, err, "%s", _("The agreement is recorded"));
		return false;
	}
	if (now.planned_end_on > own->agreement.planned_end_on)
		desk_done(app, CH_OK, err, _("They go on until %s: extension %lld"),
			  ch_date_words(now.planned_end_on, own->desk->today, until), (long long)now.extensions);
	else
		desk_done(app, CH_OK, err, _("They go on for %lld sessions in all: extension %lld"),
			  (long long)now.planned_sessions, (long long)now.extensions);
	return true;
}

/* That it is recorded, and all that the start still needs, so that nothing is missed unseen. */
static void say_recorded(struct app *app, const struct agreement_form *own, const struct form *form,
			 struct ch_arena *arena, struct ch_error *err)
{
	struct ch_buffer missing = CH_BUFFER_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;
	bool extended = false;

	form->ops->lacks(form, form->data, &missing);
	if (missing.length > 0)
		desk_done(app, CH_OK, err, _("The agreement is recorded; %s"), missing.text);
	else if (ch_pairing_get(own->desk->c, own->ids[0], arena, &pairing, &ignored) == CH_OK &&
		 pairing.state != CH_PAIRING_CONTRACTING)
		extended = say_goes_on(app, own, arena, err);
	else
		desk_done(app, CH_OK, err, "%s", _("The agreement is recorded; " KEY_(START) " starts the pairing"));
	desk_point_out(app, CH_AT_AGREEMENT, own->ids[0]);
	if (extended)
		desk_point_out(app, CH_AT_EXTENSION, own->ids[0]);
	ch_buffer_release(&missing);
}

static enum ch_status save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct agreement_form *own = data;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_agreed agreed;
	enum ch_status status = read_agreed(form, &arena, &agreed, err);

	if (status == CH_OK && own->id_count > 1)
		record_all(app, own, form, &agreed, &arena, err);
	else if (status == CH_OK && record(own, form, own->ids[0], &agreed, &arena, err) == CH_OK)
		say_recorded(app, own, form, &arena, err);
	if (err->status != CH_OK)
		desk_tell_rule(err);
	ch_arena_release(&arena);
	return err->status;
}

/* ---- The form ---------------------------------------------------------------------------------- */

static void meaning(const struct form *form, void *data, size_t index, struct ch_buffer *out)
{
	const struct agreement_form *own = data;
	const char *text = form->entries[index].input.text.text;
	struct ch_agreement scratch;
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	const struct ch_field *field = index < own->count ? own->fields[index] : NULL;

	if (field == NULL || (field->type != CH_TYPE_DATE && field->type != CH_TYPE_MINUTES &&
			      field->type != CH_TYPE_INTERVAL && field->type != CH_TYPE_NUMBER))
		return;
	ch_record_clear(ch_entity_of(CH_AGREEMENT), &scratch);
	if (set_field(own, field, text, &scratch, &arena, &err) != CH_OK)
		ch_buffer_printf(out, "? %s", err.message);
	else if (field->type != CH_TYPE_NUMBER)
		ch_buffer_printf(out, "= %s", ch_field_show(field, &scratch, own->desk->today, &arena));
	ch_arena_release(&arena);
}

/* Appends one more thing that starting needs. */
static void add_lack(struct ch_buffer *out, const char *what)
{
	ch_buffer_printf(out, "%s%s", out->length == 0 ? _("starting will still need: ") : ", ", what);
}

static bool is_empty(const struct form *form, const char *key)
{
	return *form_value(form, key) == '\0';
}

/* As the gates of the start have it: R28, R29, R31, R38. */
static void lacks(const struct form *form, void *data, struct ch_buffer *out)
{
	static const char *const needed[] = {"interval", "usual_day", "usual_minutes", "usual_place", "starts_on"};
	const struct agreement_form *own = data;
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (!own->starts)
		return;
	for (size_t i = 1; own->sides[i].code != NULL; i++)
		if (!own->said[i] && !has_side(form, &arena, own->sides[i].code))
			add_lack(out, ch_arena_printf(&arena, _("a yes of %s"), own->sides[i].label));
	if (is_empty(form, "planned_end_on") && is_empty(form, "planned_sessions") &&
	    (own->kind == CH_KIND_COACHING || strcmp(form_value(form, "open_ended"), "yes") != 0))
		add_lack(out, _("an end or a number of sessions"));
	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
		if (is_empty(form, needed[i]))
			add_lack(out, _(ch_field_named(ch_entity_of(CH_AGREEMENT), needed[i])->label));
	if (own->needs_goal)
		add_lack(out, _("a goal"));
	ch_arena_release(&arena);
}

static void close_form(void *data)
{
	struct agreement_form *own = data;

	ch_arena_release(&own->arena);
	free(own);
}

static const struct form_ops agreement_ops = {.save = save, .meaning = meaning, .lacks = lacks, .close = close_form};

/* Whether a coaching pairing lacks the goal that its start needs. */
static bool lacks_goal(struct ch_context *c, const struct ch_pairing *pairing)
{
	const struct ch_list_query goals = {.list = CH_LIST_GOALS, .pairing_id = pairing->pairing_id};
	struct ch_error ignored = CH_NO_ERROR;
	int64_t count = 0;

	return pairing->kind == CH_KIND_COACHING && ch_list_count(c, &goals, &count, &ignored) == CH_OK && count == 0;
}

/* The objectives that a pairing of the programme may serve (R25); nothing is asked where there are none. */
static enum ch_status read_objectives(struct agreement_form *own, int64_t programme_id, struct ch_error *err)
{
	const struct ch_list_query query = {
		.list = CH_LIST_OBJECTIVES, .programme_id = programme_id, .limit = OBJECTIVES_MAX};
	struct ch_grid grid;
	size_t i;

	if (programme_id == 0)
		return CH_OK;
	if (ch_list_fetch(own->desk->c, &query, &own->arena, &grid, err) != CH_OK || grid.row_count == 0)
		return err->status;
	own->objectives = ch_arena_array(&own->arena, grid.row_count + 2, sizeof(*own->objectives));
	own->objectives[0] = (struct ch_choice){.code = "", .label = ""};
	for (i = 0; i < grid.row_count; i++)
		own->objectives[i + 1] = (struct ch_choice){
			.code = ch_arena_printf(&own->arena, "%" PRId64, grid.rows[i].id),
			.label = desk_name(own->desk, CH_OBJECTIVE, grid.rows[i].id, &own->arena)};
	own->objectives[i + 1] = (struct ch_choice){.code = NULL};
	return CH_OK;
}

/* Of which sides a yes stands: asked once, it is shown with its day and not asked again. */
static enum ch_status read_said(struct agreement_form *own, struct ch_yes_days *last, struct ch_error *err)
{
	own->said[1] = own->said[2] = true;
	for (size_t i = 0; i < own->id_count; i++) {
		if (ch_agreement_yes_days(own->desk->c, own->ids[i], last, err) != CH_OK)
			return err->status;
		own->said[1] &= last->guide != CH_NO_DATE;
		own->said[2] &= last->learner != CH_NO_DATE;
	}
	return CH_OK;
}

/* "Wen Patel (yes Mon 5 Oct)" where that yes stands; a long name is cut, lest the day be. */
static const char *with_day(struct agreement_form *own, const char *name, ch_date said_on)
{
	char shown[16];
	int width;
	size_t bytes;

	if (said_on == CH_NO_DATE)
		return name;
	bytes = ch_text_fit(name, NAME_CELLS, &width);
	return ch_arena_printf(&own->arena, _("%.*s%s (yes %s)"), (int)bytes, name, name[bytes] != '\0' ? "..." : "",
			       ch_date_show(said_on, own->desk->today, shown));
}

/* Nobody says the other's yes (ch_pairing_agree): a learner is asked for their own, a guide what they were told. */
static void keep_own_side(struct agreement_form *own, const struct ch_pairing *pairing)
{
	int64_t me = own->desk->c->actor.person_id;

	if (me == pairing->guide_id && !own->said[2])
		own->sides[2].label =
			ch_arena_printf(&own->arena, _("%s (told you so)"), own->sides[2].label);
	if (me != pairing->learner_id)
		return;
	own->sides[1] = own->sides[2];
	own->said[1] = own->said[2];
	own->sides[2] = (struct ch_choice){NULL, NULL};
}

static enum ch_status name_sides(struct agreement_form *own, const struct ch_pairing *pairing, struct ch_error *err)
{
	struct ch_yes_days days;

	if (read_said(own, &days, err) != CH_OK)
		return err->status;
	own->sides[0] = (struct ch_choice){"", ""};
	own->sides[1] = (struct ch_choice){
		"guide", own->said[1] ? N_("the mentors or coaches (all said yes)") : N_("the mentors or coaches")};
	own->sides[2] =
		(struct ch_choice){"learner", own->said[2] ? N_("the mentees or coachees (all said yes)")
							 : N_("the mentees or coachees")};
	if (own->id_count > 1)
		return CH_OK;
	own->sides[1].label =
		with_day(own, desk_name(own->desk, CH_PERSON, pairing->guide_id, &own->arena), days.guide);
	own->sides[2].label =
		with_day(own, desk_name(own->desk, CH_PERSON, pairing->learner_id, &own->arena), days.learner);
	keep_own_side(own, pairing);
	return CH_OK;
}

static enum ch_status read_pairs(struct agreement_form *own, struct ch_error *err)
{
	struct ch_pairing pairing;
	struct ch_context *c = own->desk->c;
	struct ch_arena *arena = &own->arena;
	int64_t programme_id = 0;

	for (size_t i = 0; i < own->id_count; i++) {
		if (ch_pairing_get(c, own->ids[i], arena, &pairing, err) != CH_OK)
			return err->status;
		own->starts |= pairing.state == CH_PAIRING_CONTRACTING;
		own->needs_goal |= lacks_goal(c, &pairing);
		if (own->kind != CH_KIND_COACHING)
			own->kind = pairing.kind;
		programme_id = i == 0 || programme_id == pairing.programme_id ? pairing.programme_id : 0;
	}
	if (read_objectives(own, programme_id, err) != CH_OK || name_sides(own, &pairing, err) != CH_OK)
		return err->status;
	return ch_agreement_draft(c, own->ids[0], arena, &own->agreement, err);
}

/* Why power is to be spoken of (R35), as the check says it; NULL: no reason that is known. */
static const char *power_prompt(struct agreement_form *own)
{
	const struct ch_check_query query = {.rule = "power-not-spoken", .subject_id = own->ids[0]};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings findings;

	if (own->id_count != 1 || ch_check_run(own->desk->c, &query, &own->arena, &findings, &ignored) != CH_OK ||
	    findings.count == 0)
		return NULL;
	return findings.items[0].says;
}

/* What the two are told with the field; NULL: nothing. */
static const char *heading_of(struct agreement_form *own, const char *key)
{
	if (strcmp(key, "power_spoken") == 0)
		return power_prompt(own);
	return strcmp(key, "conflict_declared") == 0
		       ? N_("what is for a counsellor, doctor or lawyer is referred")
		       : NULL;
}

/*
 * What a start asks for stands first, with each one's yes right below the terms: all of it is seen in a window of 24
 * rows. Where there is a reason to speak of power, that is asked before the yes.
 */
static bool stands_before_yes(const struct form_field *field)
{
	static const char *const after[] = {"objective_id",   "share_action_wording", "conflict_declared",
					    "known_before",   "aims_shared_on",	      "experience"};

	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		if (strcmp(field->key, after[i]) == 0)
			return false;
	return strcmp(field->key, "power_spoken") != 0 || field->heading != NULL;
}

/* Appends the fields of the agreement that stand before the yes, or those after it. */
static size_t add_terms(struct agreement_form *own, bool before, struct form_field fields[FIELDS_MAX], size_t count)
{
	const struct ch_entity *entity = ch_entity_of(CH_AGREEMENT);

	for (size_t i = 0; i < entity->field_count && count < FIELDS_MAX - (before ? OWN_FIELDS : 0); i++) {
		const struct ch_field *field = &entity->fields[i];
		struct form_field term = {.key = field->key,
					  .label = field->label,
					  .help = field->help != NULL ? field->help : "",
					  .heading = heading_of(own, field->key),
					  .type = field->type,
					  .choices = field->choices};

		if ((field->flags & (CH_FIELD_HIDDEN | CH_FIELD_KEPT)) != 0 || stands_before_yes(&term) != before ||
		    (field->type == CH_TYPE_ID && (own->objectives == NULL || field->refers_to != CH_OBJECTIVE)))
			continue;
		if (field->type == CH_TYPE_ID) {
			term.type = CH_TYPE_CHOICE;
			term.choices = own->objectives;
			term.own_choices = true;
		}
		own->fields[count] = field;
		fields[count++] = term;
	}
	return count;
}

static size_t add_yes(const struct agreement_form *own, struct form_field fields[FIELDS_MAX], size_t count)
{
	const struct ch_field *how = ch_field_named(ch_entity_of(CH_ANSWER), "how");
	const char *asked = N_("Who knows why they work together, and agrees");
	const char *stands = N_("A yes shown with its day stands; tick who says it again");

	fields[count++] = (struct form_field){.key = "agreed",
					      .label = own->said[1] && own->said[2] ? N_("Yes again") : N_("Said yes"),
					      .help = own->said[1] || own->said[2] ? stands : asked,
					      .heading = N_("each one's own yes"),
					      .type = CH_TYPE_CHOICES,
					      .choices = own->sides,
					      .own_choices = true};
	fields[count++] = (struct form_field){.key = "how",
					      .label = N_("How"),
					      .help = N_("How they said it"),
					      .type = CH_TYPE_CHOICE,
					      .choices = how->choices};
	fields[count++] = (struct form_field){
		.key = "agreed_on", .label = N_("On"), .help = N_("The day; empty: today"), .type = CH_TYPE_DATE};
	return count;
}

static size_t make_fields(struct agreement_form *own, struct form_field fields[FIELDS_MAX])
{
	return own->count = add_terms(own, false, fields, add_yes(own, fields, add_terms(own, true, fields, 0)));
}

static const char *text_of(const struct ch_field *field, const struct ch_agreement *agreement, struct ch_arena *arena)
{
	const char *text = field != NULL ? ch_field_text(field, agreement, arena) : NULL;

	return text != NULL ? text : "";
}

/* Reads what all of them have in common of each field; where they differ, says so. */
static enum ch_status find_shared(struct agreement_form *own, struct form_field fields[FIELDS_MAX],
				  struct ch_error *err)
{
	struct ch_agreement other;

	for (size_t i = 0; i < own->count; i++)
		own->shared[i] = text_of(own->fields[i], &own->agreement, &own->arena);
	for (size_t at = 1; at < own->id_count; at++) {
		if (ch_agreement_draft(own->desk->c, own->ids[at], &own->arena, &other, err) != CH_OK)
			return err->status;
		for (size_t i = 0; i < own->count; i++)
			if (own->shared[i] != NULL &&
			    strcmp(own->shared[i], text_of(own->fields[i], &other, &own->arena)) != 0)
				own->shared[i] = NULL;
	}
	for (size_t i = 0; i < own->count; i++)
		if (own->shared[i] == NULL)
			fields[i].help = N_("They differ in this: empty leaves each of them its own");
	return CH_OK;
}

void agreement_form_open_all(struct app *app, const int64_t *ids, size_t id_count)
{
	struct agreement_form *own = calloc(1, sizeof(*own));
	struct form_field fields[FIELDS_MAX];
	struct ch_error err = CH_NO_ERROR;
	struct form *form;
	const char *title;
	int64_t *copy;

	if (own == NULL)
		ch_abort("out of memory");
	*own = (struct agreement_form){.desk = desk_of(app), .id_count = id_count, .arena = CH_ARENA_EMPTY};
	copy = ch_arena_array(&own->arena, id_count, sizeof(*copy));
	memcpy(copy, ids, id_count * sizeof(*copy));
	own->ids = copy;
	if (read_pairs(own, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	title = id_count == 1 ? _("Agreement")
			      : ch_arena_printf(&own->arena, _("Agreement of %zu marked pairings"), id_count);
	make_fields(own, fields);
	if (find_shared(own, fields, &err) != CH_OK) {
		desk_say_error(app, &err);
		close_form(own);
		return;
	}
	form = form_new(&agreement_ops, own, title, own->desk->today, fields, own->count);
	for (size_t i = 0; i < own->count; i++)
		if (own->fields[i] != NULL && own->shared[i] != NULL)
			form_set(form, fields[i].key, own->shared[i]);
	form_set(form, "how", "spoken");
	if (id_count == 1)
		form_draft_keep_as(app, form, "pairing.agree", ids[0],
				   desk_pair_name(own->desk, ids[0], &own->arena));
	else
		form_draft_keep_marked(app, form, "pairing.agree_marked", ids, id_count);
	form_open(app, form);
}

void agreement_form_open(struct app *app, int64_t pairing_id)
{
	agreement_form_open_all(app, &pairing_id, 1);
}
