#include "core/state_change.h"

#include "chiron/buffer.h"
#include "chiron/state.h"

static const struct ch_choice *states_of(enum ch_entity_id entity)
{
	return ch_field_named(ch_entity_of(entity), "state")->choices;
}

/* An operation that leads to several states stands once for each of them. */
static bool is_from_before(const struct ch_transition *table, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (table[i].entity == table[row].entity && table[i].operation == table[row].operation &&
		    table[i].from == table[row].from)
			return true;
	return false;
}

/* "contracting or paused": the states from which the operation is possible. */
static void possible_from(enum ch_entity_id entity, enum ch_operation operation, struct ch_buffer *out)
{
	size_t count;
	const struct ch_transition *table = ch_transitions(&count);
	const struct ch_choice *states = states_of(entity);

	for (size_t i = 0; i < count; i++)
		if (table[i].entity == entity && table[i].operation == operation && table[i].from != 0 &&
		    !is_from_before(table, i))
			ch_buffer_printf(out, "%s%s", out->length > 0 ? _(" or ") : "", _(states[table[i].from].label));
}

static enum ch_status refuse(enum ch_entity_id entity, int state, enum ch_operation operation, const char *name,
			     struct ch_error *err)
{
	struct ch_buffer from = CH_BUFFER_EMPTY;

	possible_from(entity, operation, &from);
	ch_fail_field(err, "state", _("%s is %s: it is not possible to %s now"), name,
		      _(states_of(entity)[state].label),
		      _(ch_operation_info(operation)->label));
	if (from.length > 0)
		ch_error_fix(err, _("that is possible while it is %s"), from.text);
	ch_buffer_release(&from);
	return err->status;
}

enum ch_status state_move(enum ch_entity_id entity, int *state, enum ch_operation operation, const char *name,
			  struct ch_error *err)
{
	int to = ch_state_after(entity, *state, operation);

	if (to == 0)
		return refuse(entity, *state, operation, name, err);
	*state = to;
	return CH_OK;
}

enum ch_status state_move_to(enum ch_entity_id entity, int *state, enum ch_operation operation, int to,
			     const char *name, struct ch_error *err)
{
	if (!ch_state_allows(entity, *state, operation, to))
		return refuse(entity, *state, operation, name, err);
	*state = to;
	return CH_OK;
}
