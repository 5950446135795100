#include "core/may.h"

#include <string.h>

#include "core/scheme_private.h"
#include "model/permission.h"
#include "store/audit.h"
#include "store/limit.h"
#include "store/stmt.h"

struct sides {
	int64_t guide_id, learner_id;
};

static enum statement_id sides_statement(enum ch_entity_id entity)
{
	switch (entity) {
	case CH_PAIRING:
		return SQL_SIDES_OF_PAIRING;
	case CH_SPELL:
		return SQL_SIDES_OF_SPELL;
	case CH_SESSION:
		return SQL_SIDES_OF_SESSION;
	case CH_ACTION:
		return SQL_SIDES_OF_ACTION;
	case CH_GOAL:
		return SQL_SIDES_OF_GOAL;
	case CH_PERSON:
		return SQL_SIDES_OF_PERSON;
	case CH_ENROLMENT:
		return SQL_SIDES_OF_ENROLMENT;
	case CH_PROPOSAL:
		return SQL_SIDES_OF_PROPOSAL;
	case CH_ANSWER:
		return SQL_SIDES_OF_ANSWER;
	case CH_REFERRAL:
		return SQL_SIDES_OF_REFERRAL;
	case CH_RELEASE:
		return SQL_SIDES_OF_RELEASE;
	case CH_INTRODUCTION:
		return SQL_SIDES_OF_INTRODUCTION;
	case CH_ASSESSMENT:
		return SQL_SIDES_OF_ASSESSMENT;
	case CH_MANAGER_FEEDBACK:
		return SQL_SIDES_OF_MANAGER_FEEDBACK;
	case CH_FEEDBACK:
		return SQL_SIDES_OF_FEEDBACK;
	case CH_STEP:
		return SQL_SIDES_OF_STEP;
	default:
		return SQL_STATEMENT_COUNT;
	}
}

/* The two whose object it is; none where it belongs to nobody in particular or is not there. */
static enum ch_status find_sides(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct sides *sides,
				 struct ch_error *err)
{
	enum statement_id statement = sides_statement(entity);
	bool row = false;

	*sides = (struct sides){0};
	if (statement == SQL_STATEMENT_COUNT)
		return CH_OK;
	struct stmt *q = stmt_ready(c->scheme->db, statement);
	stmt_bind_int(q, "id", id);
	if (stmt_has_parameter(q, "me"))
		stmt_bind_int(q, "me", c->actor.person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		sides->guide_id = stmt_id(q, "guide_id");
		sides->learner_id = stmt_id(q, "learner_id");
	}
	stmt_reset(q);
	return status;
}

static bool allowed(const struct ch_context *c, enum ch_operation operation, int64_t object_id,
		    const struct sides *sides)
{
	int64_t me = c->actor.person_id;

	if (me == 0)
		return permission_allows(operation, CH_ACTOR_COORDINATOR, true);
	bool any = object_id == 0;
	return permission_allows(operation, CH_ACTOR_GUIDE, any || sides->guide_id == me) ||
	       permission_allows(operation, CH_ACTOR_LEARNER, any || sides->learner_id == me);
}

/* A refusal is kept even though nothing else of the call is; that it cannot be kept must not hide it. */
static void audit_refusal(struct ch_context *c, enum ch_operation operation, int64_t object_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct db *db = c->scheme->db;
	char now[CH_INSTANT_SIZE];
	int64_t seq;

	if (db_read_only(db) || db_depth(db) > c->scheme->held || db_begin(db, &ignored) != CH_OK)
		return;
	struct audit_entry entry = {.at = ch_clock_now(&c->clock, now),
				    .actor = &c->actor,
				    .operation = operation,
				    .object_id = object_id,
				    .detail = "{\"refused\":true}"};
	if (audit_append(db, &entry, &seq, &ignored) == CH_OK)
		db_commit(db, &ignored);
	else
		db_rollback(db);
}

/* R83: of a limited coordinator. What is not theirs and what is not there are refused alike. */
static enum ch_status may_limited(struct ch_context *c, enum ch_operation operation, enum ch_entity_id entity,
				  int64_t object_id, struct ch_error *err)
{
	if (!c->actor.limited)
		return CH_OK;
	if (!permission_is_whole(operation))
		return limit_check(c->scheme->db, ch_entity_of(entity), object_id, err);
	audit_refusal(c, operation, object_id);
	ch_fail_rule(err, "R83", _("%s may not %s: it concerns the whole scheme"), c->actor.name,
		     _(ch_operation_info(operation)->label));
	err->status = CH_NOT_ALLOWED;
	return limit_fix(c->scheme->db, err);
}

enum ch_status may(struct ch_context *c, enum ch_operation operation, enum ch_entity_id entity, int64_t object_id,
		   struct ch_error *err)
{
	struct sides sides = {0};

	if (c->actor.person_id != 0 && object_id != 0) {
		enum ch_status status = find_sides(c, entity, object_id, &sides, err);
		if (status != CH_OK)
			return status;
	}
	if (allowed(c, operation, object_id, &sides))
		return may_limited(c, operation, entity, object_id, err);
	audit_refusal(c, operation, object_id);
	ch_fail(err, CH_NOT_ALLOWED, _("%s may not %s here"), c->actor.name != NULL ? c->actor.name
		: _("the coordinator"),
		_(ch_operation_info(operation)->label));
	return ch_error_fix(err, "%s", operation == CH_OP_TEXT_READ || operation == CH_OP_GOAL_SET ||
						       operation == CH_OP_GOAL_RATE
					       ? _("what belongs to a pair is the pair's alone (R56, R58)")
					       : _("ask the coordinator"));
}

bool may_all(const struct ch_context *c, enum ch_operation operation)
{
	if (c->actor.person_id == 0)
		return permission_allows(operation, CH_ACTOR_COORDINATOR, false);
	return permission_allows(operation, CH_ACTOR_GUIDE, false) ||
	       permission_allows(operation, CH_ACTOR_LEARNER, false);
}

static void forget_field(const struct ch_field *field, void *record)
{
	struct ch_error ignored = CH_NO_ERROR;

	ch_field_set(field, record, NULL, CH_NO_DATE, NULL, &ignored);
}

void may_redact(const struct ch_context *c, const struct ch_entity *entity, void *record, bool own)
{
	bool coordinator = c->actor.person_id == 0;

	for (size_t i = 0; i < entity->field_count; i++) {
		enum ch_class access = entity->fields[i].access;
		bool hidden = coordinator ? access == CH_CLASS_PAIR
					  : access == CH_CLASS_COORDINATOR || (access == CH_CLASS_OWN_SIDE && !own);
		if (hidden)
			forget_field(&entity->fields[i], record);
	}
}
