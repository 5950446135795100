#include "core/state_change.h"

#include <stdio.h>
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/enrolment.h"
#include "chiron/pairing.h"
#include "chiron/state.h"

enum { STATES_MAX = 16 };

static const struct ch_choice *states_of(enum ch_entity_id entity)
{
	return ch_field_named(ch_entity_of(entity), "state")->choices;
}

static bool is_wanted(const struct ch_transition *t, enum ch_entity_id entity, enum ch_operation operation, int to)
{
	return t->entity == entity && t->operation == operation && t->from != 0 && (to == 0 || t->to == to);
}

/* "contracting or paused": the states from which the operation (towards `to`; 0: wherever it leads) is possible. */
static void possible_from(enum ch_entity_id entity, enum ch_operation operation, int to, struct ch_buffer *out)
{
	size_t count;
	const struct ch_transition *table = ch_transitions(&count);
	const struct ch_choice *states = states_of(entity);
	bool named[STATES_MAX] = {false};

	for (size_t i = 0; i < count; i++) {
		if (!is_wanted(&table[i], entity, operation, to) || named[table[i].from])
			continue;
		named[table[i].from] = true;
		ch_buffer_printf(out, "%s%s", out->length > 0 ? _(" or ") : "", _(states[table[i].from].label));
	}
}

/* Whether the operation leads to several states, so that its name does not say to which. */
static bool leads_to_several(enum ch_entity_id entity, enum ch_operation operation)
{
	size_t count;
	const struct ch_transition *table = ch_transitions(&count);
	int to = 0;

	for (size_t i = 0; i < count; i++) {
		if (table[i].entity != entity || table[i].operation != operation)
			continue;
		if (to != 0 && table[i].to != to)
			return true;
		to = table[i].to;
	}
	return false;
}

/* ---- The way on ---- */

struct way {
	const struct ch_transition *step[STATES_MAX]; /* that leads to a state, on the shortest way; NULL: none does */
	bool seen[STATES_MAX];
};

/*
 * Steps that somebody takes on purpose: of the record's own operations, and the feedback that a closing pairing waits
 * for. Nobody is told to end a pairing, or to withdraw, so as to begin anew.
 */
static bool is_step(const struct ch_transition *t, enum ch_entity_id entity, int start)
{
	bool own = ch_operation_info(t->operation)->entity == entity || t->operation == CH_OP_FEEDBACK_RECORD;
	bool ends = t->operation == CH_OP_PAIRING_CLOSE ||
		    (entity == CH_ENROLMENT && t->from == CH_ENROLMENT_WITHDRAWN && t->from != start);

	return t->entity == entity && own && !ends;
}

/* Every state that can be reached from `state`, each by the fewest steps. */
static struct way ways_from(enum ch_entity_id entity, int state)
{
	struct way way = {.step = {NULL}};
	int queue[STATES_MAX] = {state};
	size_t count, last = 1;
	const struct ch_transition *table = ch_transitions(&count);

	way.seen[state] = true;
	for (size_t first = 0; first < last; first++)
		for (size_t i = 0; i < count; i++) {
			const struct ch_transition *t = &table[i];

			if (!is_step(t, entity, state) || t->from != queue[first] || way.seen[t->to])
				continue;
			way.seen[t->to] = true;
			way.step[t->to] = t;
			queue[last++] = t->to;
		}
	return way;
}

static size_t length_of(const struct way *way, int state)
{
	size_t length = 0;

	for (; way->step[state] != NULL; state = way->step[state]->from)
		length++;
	return length;
}

/* The first of the steps to `state`; NULL: none is needed, or none leads there. */
static const struct ch_transition *first_step(const struct way *way, int state)
{
	const struct ch_transition *first = NULL;

	for (; way->step[state] != NULL; state = way->step[state]->from)
		first = way->step[state];
	return first;
}

/* The steps to `state`, the first one first: "re-open a pairing (`chiron pairing reopen`), then start a ...". */
static void add_steps(const struct way *way, int state, struct ch_buffer *out)
{
	const struct ch_transition *step = way->step[state];

	if (step == NULL)
		return;
	add_steps(way, step->from, out);
	ch_buffer_add(out, out->length > 0 ? _(", then ") : "");
	if (leads_to_several(step->entity, step->operation))
		ch_buffer_printf(out, _("make it %s"), _(states_of(step->entity)[step->to].label));
	else
		ch_buffer_add(out, _(ch_operation_info(step->operation)->label));
	ch_buffer_printf(out, " (%s)", ch_move_of(step->operation, step->to)->command);
}

/* The state that was wanted and is nearest, and where the operation already led; 0: none can be reached. */
static int nearest_aim(enum ch_entity_id entity, const struct way *way, enum ch_operation operation, int to)
{
	size_t count;
	const struct ch_transition *table = ch_transitions(&count);
	int nearest = 0;

	for (size_t i = 0; i < count; i++)
		if (is_wanted(&table[i], entity, operation, to) && way->seen[table[i].to] &&
		    (nearest == 0 || length_of(way, table[i].to) < length_of(way, nearest)))
			nearest = table[i].to;
	return nearest;
}

/* ---- Refusing ---- */

/* Names of people stand for what is theirs: "the pairing of Ann Lee and Bo Vega is closed". */
static const char *named_by(enum ch_entity_id entity)
{
	if (entity == CH_ENROLMENT)
		return _("the enrolment of ");
	return entity == CH_PAIRING ? _("the pairing of ") : "";
}

/* What is asked, of a record in a state, and the steps that lead on from there. */
struct short_cut {
	enum ch_entity_id entity;
	int state;
	enum ch_operation operation;
	int to;	 /* what it was to become; 0: wherever the operation leads */
	int aim; /* the nearest of the states wanted; 0: no step leads to one */
	struct way way;
};

/* The step that has to be taken first; NULL: none leads there. */
static const struct ch_transition *missing_step(const struct short_cut *cut)
{
	return cut->aim != 0 ? first_step(&cut->way, cut->aim) : NULL;
}

/* The move that lacks, or that is asked where no step leads on. */
static const struct ch_move *move_at_fault(const struct short_cut *cut)
{
	const struct ch_transition *missing = missing_step(cut);

	return missing != NULL ? ch_move_of(missing->operation, missing->to) : ch_move_of(cut->operation, cut->to);
}

static void tell_rule(const struct ch_move *move, struct ch_error *err)
{
	snprintf(err->rule, sizeof err->rule, "%s", move->rule != NULL ? move->rule : "");
}

/* "the pairing of Ann Lee and Bo Vega is contracting: it is not possible to pause a pairing now, because it has ..." */
static void fail_state(const struct short_cut *cut, const char *name, struct ch_error *err)
{
	const struct ch_move *move = move_at_fault(cut);
	const char *why = missing_step(cut) != NULL ? move->lacks : move->only;
	const struct ch_choice *states = states_of(cut->entity);
	const char *of = named_by(cut->entity);

	if (cut->to == 0 || !leads_to_several(cut->entity, cut->operation))
		ch_fail_field(err, "state", _("%s%s is %s: it is not possible to %s now, because %s"), of, name,
			      _(states[cut->state].label), _(ch_operation_info(cut->operation)->label), _(why));
	else
		ch_fail_field(err, "state", _("%s%s is %s: it cannot become %s now, because %s"), of, name,
			      _(states[cut->state].label), _(states[cut->to].label), _(why));
	tell_rule(move, err);
}

/* What asks for somebody's consent is not undone but answered anew. */
static const char *or_undo(enum ch_entity_id entity)
{
	return entity == CH_REFERRAL || entity == CH_RELEASE
		       ? ""
		       : _("; `chiron undo` takes back what was just done by mistake");
}

/* What can be done about it: the steps to where it is possible, or to what was wanted. */
static enum ch_status tell_way(const struct short_cut *cut, struct ch_error *err)
{
	struct ch_buffer from = CH_BUFFER_EMPTY, steps = CH_BUFFER_EMPTY;
	const struct ch_transition *last = cut->aim != 0 ? cut->way.step[cut->aim] : NULL;
	bool by_it = last != NULL && last->operation == cut->operation;

	possible_from(cut->entity, cut->operation, cut->to, &from);
	if (last != NULL)
		add_steps(&cut->way, by_it ? last->from : cut->aim, &steps);
	if (last == NULL)
		ch_error_fix(err, "%s%s", _(ch_move_of(cut->operation, cut->to)->instead), or_undo(cut->entity));
	else if (by_it)
		ch_error_fix(err, _("that is possible while it is %s: first %s"), from.text, steps.text);
	else
		ch_error_fix(err, _("that is possible while it is %s; to have it %s, %s"), from.text,
			     _(states_of(cut->entity)[cut->aim].label), steps.text);
	ch_buffer_release(&from);
	ch_buffer_release(&steps);
	return err->status;
}

static enum ch_status refuse(enum ch_entity_id entity, int state, enum ch_operation operation, int to,
			     const char *name, struct ch_error *err)
{
	struct short_cut cut = {
		.entity = entity, .state = state, .operation = operation, .to = to, .way = ways_from(entity, state)};

	cut.aim = nearest_aim(entity, &cut.way, operation, to);
	if (to == state || cut.aim == state) {
		ch_fail_field(err, "state", _("%s%s is %s already"), named_by(entity), name,
			      _(states_of(entity)[state].label));
		if (entity == CH_REFERRAL || entity == CH_RELEASE) /* what leaves a pair is refused by its rule alone */
			tell_rule(ch_move_of(operation, to), err);
		return ch_error_fix(err, _("nothing is left to do%s"), or_undo(entity));
	}
	fail_state(&cut, name, err);
	return tell_way(&cut, err);
}

enum ch_status state_move(enum ch_entity_id entity, int *state, enum ch_operation operation, const char *name,
			  struct ch_error *err)
{
	int to = ch_state_after(entity, *state, operation);

	if (to == 0)
		return refuse(entity, *state, operation, 0, name, err);
	*state = to;
	return CH_OK;
}

enum ch_status ch_state_check(enum ch_entity_id entity, int state, enum ch_operation operation, const char *name,
			      struct ch_error *err)
{
	return state_move(entity, &state, operation, name, err);
}

enum ch_status state_move_to(enum ch_entity_id entity, int *state, enum ch_operation operation, int to,
			     const char *name, struct ch_error *err)
{
	if (!ch_state_allows(entity, *state, operation, to))
		return refuse(entity, *state, operation, to, name, err);
	*state = to;
	return CH_OK;
}

enum ch_status ch_state_live_check(int pairing_state, enum ch_operation operation, const char *name,
				   struct ch_error *err)
{
	const struct short_cut cut = {.entity = CH_PAIRING,
				      .state = pairing_state,
				      .operation = operation,
				      .aim = CH_PAIRING_CONTRACTING,
				      .way = ways_from(CH_PAIRING, pairing_state)};
	struct ch_buffer steps = CH_BUFFER_EMPTY;

	if (!ch_pairing_has_ended(pairing_state))
		return CH_OK;
	fail_state(&cut, name, err);
	add_steps(&cut.way, cut.aim, &steps);
	ch_error_fix(err, _("where the two go on together, first %s"), steps.text);
	ch_buffer_release(&steps);
	return err->status;
}
