/*
 * The permission table, as data. The rows are include/chiron/operation.def.
 */
#include "model/permission.h"

#include <string.h>

static const struct ch_operation_info operations[CH_OPERATION_COUNT] = {
#define OPERATION(name, code_text, label_text, done_text, entity_name, coordinator, guide, learner)                    \
	[CH_OP_##name] = {.code = code_text,                                                                           \
			  .label = label_text,                                                                         \
			  .done = done_text,                                                                           \
			  .entity = CH_##entity_name,                                                                  \
			  .scope = {[CH_ACTOR_COORDINATOR] = CH_SCOPE_##coordinator,                                   \
				    [CH_ACTOR_GUIDE] = CH_SCOPE_##guide,                                               \
				    [CH_ACTOR_LEARNER] = CH_SCOPE_##learner}},
#include "chiron/operation.def"
#undef OPERATION
};

/* R58: no setting, and no later row of the table, lets a coordinator read the pair's wording. */
enum {
#define OPERATION(name, code_text, label_text, done_text, entity_name, coordinator, guide, learner)                    \
	coordinator_scope_of_##name = CH_SCOPE_##coordinator,
#include "chiron/operation.def"
#undef OPERATION
};
_Static_assert((int)coordinator_scope_of_TEXT_READ == (int)CH_SCOPE_NONE,
	       "R58: a coordinator never reads the pair's wording");

const struct ch_operation_info *ch_operation_info(enum ch_operation operation)
{
	return operation > CH_NO_OPERATION && operation < CH_OPERATION_COUNT ? &operations[operation] : NULL;
}

enum ch_operation ch_operation_named(const char *code)
{
	for (int op = CH_NO_OPERATION + 1; op < CH_OPERATION_COUNT; op++)
		if (strcmp(operations[op].code, code) == 0)
			return (enum ch_operation)op;
	return CH_NO_OPERATION;
}

int64_t ch_actor_key(const struct ch_actor *actor)
{
	return actor->person_id != 0 ? actor->person_id : -actor->coordinator_id;
}

bool permission_is_whole(enum ch_operation operation)
{
	return operations[operation].scope[CH_ACTOR_COORDINATOR] == CH_SCOPE_WHOLE;
}

bool permission_allows(enum ch_operation operation, enum ch_actor_role role, bool own)
{
	enum ch_scope scope = operations[operation].scope[role];
	return scope == CH_SCOPE_ALL || scope == CH_SCOPE_WHOLE || (scope == CH_SCOPE_OWN && own);
}
