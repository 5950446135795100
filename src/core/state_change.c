#include "core/state_change.h"

#include "chiron/buffer.h"
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

/* Steps that somebody takes on purpose; nobody is told to end a pairing so as to begin it. */
static bool is_step(const struct ch_transition *t, enum ch_entity_id entity)
{
	return t->entity == entity && ch_operation_info(t->operation)->entity == entity &&
	       t->operation != CH_OP_PAIRING_CLOSE;
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

			if (!is_step(t, entity) || t->from != queue[first] || way.seen[t->to])
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

/* The steps to `state`, the first one first: "re-open a pairing, then start a pairing". */
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

static void fail_state(enum ch_entity_id entity, int state, enum ch_operation operation, int to, const char *name,
		       struct ch_error *err)
{
	const struct ch_choice *states = states_of(entity);
	const char *of = named_by(entity);

	if (to == 0 || !leads_to_several(entity, operation))
		ch_fail_field(err, "state", _("%s%s is %s: it is not possible to %s now"), of, name,
			      _(states[state].label), _(ch_operation_info(operation)->label));
	else
		ch_fail_field(err, "state", _("%s%s is %s: it cannot become %s now"), of, name, _(states[state].label),
			      _(states[to].label));
}

/* What can be done about it: the steps to where it is possible, or to what was wanted. */
static void tell_way(enum ch_entity_id entity, int state, enum ch_operation operation, int to, const struct way *way,
		     struct ch_error *err)
{
	struct ch_buffer from = CH_BUFFER_EMPTY, steps = CH_BUFFER_EMPTY;
	int aim = nearest_aim(entity, way, operation, to);
	bool by_it = aim != 0 && way->step[aim] != NULL && way->step[aim]->operation == operation;

	possible_from(entity, operation, to, &from);
	if (aim != 0)
		add_steps(way, by_it ? way->step[aim]->from : aim, &steps);
	if (from.length == 0)
		ch_error_fix(err, _("no step leads there; `chiron undo` takes back a mistake"));
	else if (by_it)
		ch_error_fix(err, _("that is possible while it is %s: first %s"), from.text, steps.text);
	else if (steps.length > 0)
		ch_error_fix(err, _("that is possible while it is %s; to have it %s, %s"), from.text,
			     _(states_of(entity)[aim].label), steps.text);
	else if (entity == CH_PAIRING && state == CH_PAIRING_CLOSING)
		ch_error_fix(err, _("that is possible while it is %s; it is closed once both have given their feedback"
				    " or it is waived, `chiron feedback waive`, and can be re-opened then"),
			     from.text);
	else
		ch_error_fix(err, _("that is possible while it is %s; `chiron undo` takes back a mistake"), from.text);
	ch_buffer_release(&from);
	ch_buffer_release(&steps);
}

static enum ch_status refuse(enum ch_entity_id entity, int state, enum ch_operation operation, int to,
			     const char *name, struct ch_error *err)
{
	const struct way way = ways_from(entity, state);

	if (to == state || nearest_aim(entity, &way, operation, to) == state) {
		ch_fail_field(err, "state", _("%s%s is %s already"), named_by(entity), name,
			      _(states_of(entity)[state].label));
		return ch_error_fix(err, _("nothing is left to do; `chiron undo` takes back a mistake"));
	}
	fail_state(entity, state, operation, to, name, err);
	tell_way(entity, state, operation, to, &way, err);
	return err->status;
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
