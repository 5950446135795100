/*
 * The journal of the batch is read whole first, and gathered: for each record
 * what it was before the batch, and what the batch left.
 */
#include <string.h>

#include "chiron/answer.h"
#include "chiron/session.h"
#include "core/import/row_map.h"
#include "core/import/import_undo.h"
#include "core/session.h"
#include "store/record.h"
#include "store/stmt.h"

/* A record that the batch wrote. */
struct written {
	const struct ch_entity *entity;
	int64_t id;
	int64_t pairing_id;
	const char *before, *after; /* JSON; before NULL: the batch made it */
	bool stays;
};

struct pairs_undo {
	struct import_undo *undo;
	struct written *list;
	size_t count, capacity;
	struct row_map places;	 /* of records in the list, counted from 1 */
	struct row_map pairings; /* those concerned */
	struct row_map staying;	 /* pairings of which a part stays that the batch made */
};

static int64_t key_of(const struct ch_entity *entity, int64_t id)
{
	return id * CH_ENTITY_COUNT + (int64_t)entity->id;
}

static struct written *find(struct pairs_undo *u, const struct ch_entity *entity, int64_t id)
{
	int64_t place = row_map_find(&u->places, key_of(entity, id));

	return place == 0 ? NULL : &u->list[place - 1];
}

static struct written *add(struct pairs_undo *u)
{
	if (u->count == u->capacity) {
		size_t capacity = u->capacity == 0 ? 64 : u->capacity * 2;
		struct written *more = ch_arena_array(&u->undo->change->arena, capacity, sizeof *more);
		if (u->count > 0)
			memcpy(more, u->list, u->count * sizeof *more);
		u->list = more;
		u->capacity = capacity;
	}
	return &u->list[u->count++];
}

static bool concerns(const struct ch_entity *entity)
{
	return entity->id == CH_PAIRING || entity->id == CH_SPELL || entity->id == CH_AGREEMENT ||
	       entity->id == CH_SESSION || entity->id == CH_ACTION || entity->id == CH_ANSWER;
}

/* What the two have several of: it goes, or stays, by itself. */
static bool is_by_itself(const struct ch_entity *entity)
{
	return entity->id == CH_SESSION || entity->id == CH_ACTION;
}

static int64_t id_in(const struct ch_entity *entity, const void *record, const char *key)
{
	const struct ch_field *field = ch_field_named(entity, key);

	return field == NULL ? 0 : *(const int64_t *)((const char *)record + field->offset);
}

static enum ch_status read_batch(struct pairs_undo *u, struct ch_error *err)
{
	struct ch_arena *arena = &u->undo->change->arena;
	struct stmt *q = stmt_ready(u->undo->change->db, SQL_CHANGES_OF_BATCH);
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "batch_id", u->undo->batch_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const struct ch_entity *entity = ch_entity_named(stmt_text(q, "entity"));
		if (entity == NULL || !concerns(entity))
			continue;
		struct written *one = find(u, entity, stmt_int(q, "object_id"));
		if (one == NULL) {
			one = add(u);
			*one = (struct written){.entity = entity,
						.id = stmt_int(q, "object_id"),
						.after = stmt_copy(q, "after", arena)};
			row_map_set(&u->places, key_of(entity, one->id), (int64_t)u->count);
		}
		one->before = stmt_copy(q, "before", arena);
	}
	return status;
}

static bool differ(const struct ch_entity *entity, const void *a, const void *b)
{
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		bool version = field->offset == offsetof(struct ch_record, row_version);
		if (!version && !(field->flags & CH_FIELD_COUNTED) && !ch_field_equal(field, a, b))
			return true;
	}
	return false;
}

static enum ch_status asks(struct pairs_undo *u, enum statement_id statement, const char *parameter, int64_t id,
			   bool *found, struct ch_error *err)
{
	struct stmt *q = stmt_ready(u->undo->change->db, statement);

	stmt_bind_int(q, parameter, id);
	enum ch_status status = stmt_step(q, found, err);
	stmt_reset(q);
	return status;
}

static const char *names_of(struct pairs_undo *u, int64_t pairing_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct pairing_view view;

	if (pairing_view_get(u->undo->change, pairing_id, &view, &ignored) != CH_OK)
		return "";
	return ch_arena_copy(u->undo->arena, view.names);
}

static void keep(struct pairs_undo *u, struct written *one, const char *why)
{
	one->stays = true;
	import_undo_keep(u->undo, one->entity->name, one->id, names_of(u, one->pairing_id), why);
}

/* The pairing a record counts in. */
static enum ch_status note_pairing(struct pairs_undo *u, struct written *one, const void *now, struct ch_error *err)
{
	struct ch_spell spell;

	one->pairing_id = id_in(one->entity, now, "pairing_id");
	if (one->entity->id == CH_AGREEMENT || one->entity->id == CH_ANSWER) {
		const char *key = one->entity->id == CH_ANSWER ? "subject_id" : "spell_id";
		TRY(change_get(u->undo->change, CH_SPELL, id_in(one->entity, now, key), &spell, err));
		one->pairing_id = spell.pairing_id;
	}
	row_map_set(&u->pairings, one->pairing_id, 1);
	return CH_OK;
}

/* Whether the record stays as it is, since it was touched or is in use; what is gone already is passed over. */
static enum ch_status judge(struct pairs_undo *u, struct written *one, struct ch_error *err)
{
	struct change *change = u->undo->change;
	void *now = ch_arena_alloc(&change->arena, one->entity->size);
	void *after = ch_arena_alloc(&change->arena, one->entity->size);
	struct ch_error missing = CH_NO_ERROR;
	bool used = false;

	if (change_get(change, one->entity->id, one->id, now, &missing) != CH_OK) {
		one->stays = true;
		return CH_OK;
	}
	/* What was answered of an enrolment is no part of a pairing. */
	if (one->entity->id == CH_ANSWER && ((const struct ch_answer *)now)->subject != CH_ABOUT_SPELL) {
		one->stays = true;
		return CH_OK;
	}
	TRY(note_pairing(u, one, now, err));
	TRY(record_from_json(one->entity, one->after, &change->arena, after, err));
	if (one->entity->id == CH_SESSION && one->before == NULL)
		TRY(asks(u, SQL_SESSION_IS_USED, "session_id", one->id, &used, err));
	if (one->entity->id == CH_ACTION && one->before == NULL)
		TRY(asks(u, SQL_ACTION_IS_USED, "action_id", one->id, &used, err));
	if (one->entity->id == CH_SPELL && one->before == NULL)
		TRY(asks(u, SQL_SPELL_IS_USED, "spell_id", one->id, &used, err));
	if (used)
		keep(u, one,
		     one->entity->id == CH_SESSION ? _("has actions or a record") :
		     one->entity->id == CH_ACTION  ? _("was written about by the two, or carried on") :
						     _("has sessions, goals or actions"));
	else if (differ(one->entity, now, after))
		keep(u, one, _("was changed since"));
	return CH_OK;
}

/* A pairing, its spell, its agreement and the yeses to it, all made by the batch, go together or stay together. */
static void stay_together(struct pairs_undo *u)
{
	for (size_t i = 0; i < u->count; i++) {
		const struct written *one = &u->list[i];
		if (one->stays && one->pairing_id != 0 && one->before == NULL && !is_by_itself(one->entity))
			row_map_set(&u->staying, one->pairing_id, 1);
	}
	for (size_t i = 0; i < u->count; i++)
		if (u->list[i].before == NULL && row_map_find(&u->staying, u->list[i].pairing_id) != 0)
			u->list[i].stays = true;
}

static enum ch_status restore(struct pairs_undo *u, const struct written *one, struct ch_error *err)
{
	struct change *change = u->undo->change;
	struct ch_record *before = ch_arena_alloc(&change->arena, one->entity->size);
	struct ch_record *after = ch_arena_alloc(&change->arena, one->entity->size);
	struct ch_record *now = ch_arena_alloc(&change->arena, one->entity->size);

	TRY(record_from_json(one->entity, one->before, &change->arena, before, err));
	TRY(record_from_json(one->entity, one->after, &change->arena, after, err));
	if (!differ(one->entity, before, after))
		return CH_OK;
	TRY(change_get(change, one->entity->id, one->id, now, err));
	before->row_version = now->row_version;
	u->undo->undone->restored++;
	return change_update(change, one->entity->id, before, err);
}

/* A pairing and its spell name each other, so the pairing lets go first. */
static enum ch_status let_go(struct pairs_undo *u, int64_t pairing_id, struct ch_error *err)
{
	struct ch_pairing pairing;

	TRY(change_get(u->undo->change, CH_PAIRING, pairing_id, &pairing, err));
	pairing.spell_id = 0;
	return change_update(u->undo->change, CH_PAIRING, &pairing, err);
}

/* Whether the batch made the pairing, too: then it is that which is counted. */
static bool goes_with_pairing(struct pairs_undo *u, const struct written *one)
{
	const struct written *pairing = find(u, ch_entity_of(CH_PAIRING), one->pairing_id);

	return pairing != NULL && pairing->before == NULL;
}

static enum ch_status take_back(struct pairs_undo *u, enum ch_entity_id entity, struct ch_error *err)
{
	for (size_t i = 0; i < u->count; i++) {
		struct written *one = &u->list[i];
		if (one->stays || one->entity->id != entity)
			continue;
		if (one->before != NULL) {
			TRY(restore(u, one, err));
			continue;
		}
		if (entity == CH_SPELL)
			TRY(let_go(u, one->pairing_id, err));
		TRY(change_delete(u->undo->change, entity, one->id, err));
		if (entity == CH_PAIRING || is_by_itself(one->entity) ||
		    (entity == CH_ANSWER && !goes_with_pairing(u, one)))
			import_undo_removed(u->undo, entity, 1);
	}
	return CH_OK;
}

static enum ch_status count_anew(struct pairs_undo *u, struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;
	struct ch_pairing pairing;
	size_t place = 0;

	for (int64_t id; (id = row_map_next(&u->pairings, &place)) != 0;)
		if (change_get(u->undo->change, CH_PAIRING, id, &pairing, &missing) == CH_OK)
			TRY(session_count_anew(u->undo->change, id, err));
	return CH_OK;
}

static enum ch_status run(struct pairs_undo *u, struct ch_error *err)
{
	static const enum ch_entity_id order[] = {CH_ACTION,	   CH_SESSION, CH_ANSWER,
						   CH_AGREEMENT, CH_SPELL,   CH_PAIRING};

	TRY(read_batch(u, err));
	for (size_t i = 0; i < u->count; i++)
		TRY(judge(u, &u->list[i], err));
	stay_together(u);
	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		TRY(take_back(u, order[i], err));
	return count_anew(u, err);
}

enum ch_status import_undo_pairs(struct import_undo *undo, struct ch_error *err)
{
	struct pairs_undo u = {.undo = undo};
	enum ch_status status = run(&u, err);

	row_map_release(&u.places);
	row_map_release(&u.staying);
	row_map_release(&u.pairings);
	return status;
}
