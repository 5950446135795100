#include "core/journal/change.h"

#include <string.h>

#include "base/json.h"
#include "chiron/enrolment.h"
#include "chiron/person.h"
#include "core/check/check_gate.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/journal/step.h"
#include "store/audit.h"
#include "store/record.h"
#include "store/stmt.h"

enum { DETAIL_MOST = 16 * 1024 };

static enum ch_status first_step(struct ch_scheme *scheme, struct ch_error *err)
{
	struct stmt *q = stmt_ready(scheme->db, SQL_AUDIT_LAST);
	bool row = false;

	if (scheme->joined && scheme->joined_step != 0) {
		scheme->step = scheme->joined_step;
		return CH_OK;
	}
	enum ch_status status = stmt_step(q, &row, err);

	scheme->step = status == CH_OK && row ? stmt_int(q, "seq") + 1 : 1;
	stmt_reset(q);
	return status;
}

static void release(struct change *change)
{
	ch_buffer_release(&change->detail);
	ch_arena_release(&change->arena);
}

enum ch_status change_begin_within(struct change *change, struct ch_context *c, enum ch_operation operation,
				   enum ch_entity_id entity, int64_t object_id, struct ch_error *err)
{
	*change = (struct change){.c = c,
				  .db = c->scheme->db,
				  .operation = operation,
				  .entity = entity,
				  .object_id = object_id,
				  .today = ch_clock_today(&c->clock),
				  .arena = CH_ARENA_EMPTY,
				  .detail = CH_BUFFER_EMPTY,
				  .outermost = db_depth(c->scheme->db) == c->scheme->held,
				  .about_on = CH_NO_DATE};
	ch_clock_now(&c->clock, change->now);
	TRY(db_begin(change->db, err));
	if (!change->outermost)
		return CH_OK;
	enum ch_status status = first_step(c->scheme, err);
	if (status == CH_OK)
		status = step_begin(change, err);
	if (status != CH_OK) {
		db_rollback(change->db);
		release(change);
	}
	return status;
}

enum ch_status change_begin_on(struct change *change, struct ch_context *c, enum ch_operation operation,
			       enum ch_entity_id entity, int64_t object_id, enum ch_entity_id gate_entity,
			       int64_t gate_id, struct ch_error *err)
{
	TRY(may(c, operation, gate_entity, gate_id, err));
	return change_begin_within(change, c, operation, entity, object_id, err);
}

enum ch_status change_begin(struct change *change, struct ch_context *c, enum ch_operation operation,
			    enum ch_entity_id entity, int64_t object_id, struct ch_error *err)
{
	return change_begin_on(change, c, operation, entity, object_id, entity, object_id, err);
}

static enum ch_status journal(struct change *change, const struct ch_entity *entity, int64_t id, const char *before,
			      const char *after, struct ch_error *err)
{
	struct change_entry entry = {.step = change->c->scheme->step,
				     .at = change->now,
				     .actor_id = ch_actor_key(&change->c->actor),
				     .operation = change->operation,
				     .entity = entity->id,
				     .object_id = id,
				     .before = before,
				     .after = after,
				     .batch_id = change->c->scheme->batch_id};

	return change_append(change->db, &entry, err);
}

/* Of a change of thousands, as the undoing of an import, the audit names the first; the journal has them all. */
static void note_fields(struct change *change, const struct ch_entity *entity, int64_t id, const void *before,
			const void *after)
{
	if (change->detail.length > DETAIL_MOST)
		return;
	ch_buffer_printf(&change->detail, "%s%s %lld", change->detail.length > 0 ? "; " : "", entity->name,
			 (long long)id);
	if (before == NULL || after == NULL) {
		ch_buffer_add(&change->detail, before == NULL ? " made" : " removed");
		return;
	}
	for (size_t i = 0; i < entity->field_count; i++)
		if (!(entity->fields[i].flags & CH_FIELD_HIDDEN) && !ch_field_equal(&entity->fields[i], before, after))
			ch_buffer_printf(&change->detail, " %s", entity->fields[i].key);
}

/*
 * In an import the rows that are made carry its number, which is all that undoing it needs: their journal would be
 * the file once more.
 */
static bool is_journalled(const struct change *change, const struct ch_entity *entity, const void *after)
{
	int64_t batch_id = change->c->scheme->batch_id;

	if (batch_id == 0 || after == NULL)
		return true;
	if (entity->id == CH_PERSON)
		return ((const struct ch_person *)after)->batch_id != batch_id;
	if (entity->id == CH_ENROLMENT)
		return ((const struct ch_enrolment *)after)->batch_id != batch_id;
	return entity->id != CH_IMPORT_BATCH && entity->id != CH_MAPPING;
}

static enum ch_status keep(struct change *change, const struct ch_entity *entity, int64_t id, const void *before,
			   const void *after, struct ch_error *err)
{
	if (change->c->scheme->batch_id == 0)
		note_fields(change, entity, id, before, after);
	if (!is_journalled(change, entity, after))
		return CH_OK;
	step_note(change, entity, before, after);
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *before_json = before == NULL ? NULL : record_to_json(entity, before, &arena);
	const char *after_json = after == NULL ? NULL : record_to_json(entity, after, &arena);
	enum ch_status status = journal(change, entity, id, before_json, after_json, err);
	ch_arena_release(&arena);
	return status;
}

enum ch_status change_insert(struct change *change, enum ch_entity_id entity_id, void *record, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(entity_id);
	struct ch_record *head = record;

	TRY(ch_record_validate(entity, record, err));
	TRY(record_insert(change->db, entity, record, err));
	if (entity_id == change->entity && change->object_id == 0)
		change->object_id = head->id;
	return keep(change, entity, head->id, NULL, record, err);
}

enum ch_status change_insert_later(struct change *change, struct record_spool *spool, const void *record,
				   int64_t refers_to, const struct record_packed *packed, struct ch_error *err)
{
	if (is_journalled(change, spool->entity, record))
		ch_abort("a record that no import made is to be journalled");
	return record_spool_add(spool, ((const struct ch_record *)record)->id, refers_to, packed, err);
}

static bool same(const struct ch_entity *entity, const void *a, const void *b)
{
	for (size_t i = 0; i < entity->field_count; i++)
		if (!ch_field_equal(&entity->fields[i], a, b))
			return false;
	return true;
}

enum ch_status change_update(struct change *change, enum ch_entity_id entity_id, void *record, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(entity_id);
	struct ch_record *head = record;
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *before = ch_arena_alloc(&arena, entity->size);

	enum ch_status status = ch_record_validate(entity, record, err);
	if (status == CH_OK)
		status = record_get(change->db, entity, head->id, &arena, before, err);
	if (status == CH_OK && !same(entity, before, record)) {
		status = record_update(change->db, entity, record, err);
		if (status == CH_OK)
			status = keep(change, entity, head->id, before, record, err);
	}
	ch_arena_release(&arena);
	return status;
}

enum ch_status change_delete(struct change *change, enum ch_entity_id entity_id, int64_t id, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(entity_id);
	void *before = ch_arena_alloc(&change->arena, entity->size);

	TRY(record_get(change->db, entity, id, &change->arena, before, err));
	if (entity_id == change->entity && id == change->object_id && change->who == NULL)
		TRY(step_called(change->db, entity_id, id, &change->arena, &change->who, &change->about_on, err));
	TRY(record_delete(change->db, entity, id, err));
	return keep(change, entity, id, before, NULL, err);
}

enum ch_status change_get(struct change *change, enum ch_entity_id entity_id, int64_t id, void *record,
			  struct ch_error *err)
{
	return record_get(change->db, ch_entity_of(entity_id), id, &change->arena, record, err);
}

static enum ch_status write_audit(struct change *change, struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);
	int64_t seq;

	ch_json_object_begin(&json);
	if (change->detail.length > 0) {
		ch_json_key(&json, "changed");
		ch_json_string(&json, change->detail.text);
	}
	ch_json_object_end(&json);
	struct audit_entry entry = {.at = change->now,
				    .actor = &change->c->actor,
				    .operation = change->operation,
				    .object_id = change->object_id,
				    .detail = out.text};
	enum ch_status status = audit_append(change->db, &entry, &seq, err);
	ch_buffer_release(&out);
	return status;
}

static enum ch_status finish(struct change *change, struct ch_error *err)
{
	TRY(check_gate(change->c, change->operation, change->entity, change->object_id, err));
	TRY(step_record(change, err));
	return write_audit(change, err);
}

enum ch_status change_end(struct change *change, enum ch_status status, struct ch_error *err)
{
	if (status == CH_OK)
		status = finish(change, err);
	if (status == CH_OK)
		status = db_commit(change->db, err);
	else
		db_rollback(change->db);
	release(change);
	return status;
}
