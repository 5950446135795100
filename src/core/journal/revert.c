/*
 * The journal of the step is read whole before anything is changed, since what
 * is done here is journalled too. Newest first when it is undone, so that a
 * record goes before those it belongs to; oldest first when it is redone.
 */
#include "core/journal/revert.h"

#include <stdlib.h>

#include "chiron/answer.h"
#include "chiron/merge.h"
#include "chiron/pair_text.h"
#include "chiron/programme.h"
#include "core/check/check_gate.h"
#include "core/custom_field.h"
#include "core/id_list.h"
#include "core/person_keys.h"
#include "core/journal/revert_refuse.h"
#include "core/scheme_private.h"
#include "core/session.h"
#include "model/choices.h"
#include "store/merge_rows.h"
#include "store/record.h"

struct entry {
	const struct ch_entity *entity;
	int64_t id;
	const char *from, *to; /* JSON, in the direction we go; NULL: not there */
};

struct revert {
	struct change *change;
	const struct ch_step *step;
	struct entry *entries;
	size_t count, room;
	int64_t *pairings; /* to be counted anew; each once */
	size_t pairing_count;
};

/* ---- Reading the journal ---- */

static void add_entry(struct revert *r, const struct entry *entry)
{
	r->entries = ch_arena_room(&r->change->arena, r->entries, r->count, &r->room, sizeof *r->entries);
	r->entries[r->count++] = *entry;
}

static enum ch_status read_journal(struct revert *r, bool redo, struct ch_error *err)
{
	struct stmt *q = stmt_ready(r->change->db, SQL_CHANGES_OF_STEP);
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "step", r->step->step_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *before = stmt_copy(q, "before", &r->change->arena);
		const char *after = stmt_copy(q, "after", &r->change->arena);
		struct entry entry = {.entity = ch_entity_named(stmt_text(q, "entity")),
				      .id = stmt_int(q, "object_id"),
				      .from = redo ? before : after,
				      .to = redo ? after : before};
		add_entry(r, &entry);
	}
	return status;
}

/* ---- What is to be counted anew ---- */

static int64_t id_in(const struct ch_entity *entity, const void *record, const char *key)
{
	const struct ch_field *field = ch_field_named(entity, key);

	return field == NULL ? 0 : *(const int64_t *)((const char *)record + field->offset);
}

/* The pairing that a record counts in; 0: none. */
static enum ch_status pairing_of(struct revert *r, const struct ch_entity *entity, const void *record,
				 int64_t *pairing_id, struct ch_error *err)
{
	struct ch_spell spell;

	*pairing_id = 0;
	switch (entity->id) {
	case CH_PAIRING:
	case CH_SPELL:
	case CH_SESSION:
	case CH_ACTION:
		*pairing_id = id_in(entity, record, "pairing_id");
		return CH_OK;
	case CH_AGREEMENT:
		TRY(change_get(r->change, CH_SPELL, id_in(entity, record, "spell_id"), &spell, err));
		*pairing_id = spell.pairing_id;
		return CH_OK;
	default:
		return CH_OK;
	}
}

static int by_number(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, two = *(const int64_t *)b;

	return (one > two) - (one < two);
}

static enum ch_status is_there(struct change *change, enum ch_entity_id entity, int64_t id, bool *there,
			       struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;
	void *record = ch_arena_alloc(&change->arena, ch_entity_of(entity)->size);
	enum ch_status status = change_get(change, entity, id, record, &missing);

	*there = status == CH_OK;
	if (status == CH_OK || status == CH_MISSING)
		return CH_OK;
	*err = missing;
	return status;
}

static enum ch_status count_pairing(struct change *change, int64_t pairing_id, struct ch_error *err)
{
	bool there;

	TRY(is_there(change, CH_PAIRING, pairing_id, &there, err));
	return there ? session_count_anew(change, pairing_id, err) : CH_OK;
}

static enum ch_status count_anew(struct revert *r, struct ch_error *err)
{
	qsort(r->pairings, r->pairing_count, sizeof *r->pairings, by_number);
	for (size_t i = 0; i < r->pairing_count; i++)
		if (i == 0 || r->pairings[i] != r->pairings[i - 1])
			TRY(count_pairing(r->change, r->pairings[i], err));
	return CH_OK;
}

/* ---- One record ---- */

static bool is_version(const struct ch_field *field)
{
	return field->offset == offsetof(struct ch_record, row_version);
}

/* The first field in which the two differ, of those that are not counted; NULL: none. */
static const struct ch_field *difference(const struct ch_entity *entity, const void *a, const void *b)
{
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!(field->flags & CH_FIELD_COUNTED) && !is_version(field) && !ch_field_equal(field, a, b))
			return field;
	}
	return NULL;
}

/* A version that this record never had: nobody's older copy of it can be saved over what comes back. */
static enum ch_status next_version(struct change *change, const struct entry *entry, int64_t *version,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEWEST_CHANGE_OF);
	struct ch_record *last = ch_arena_alloc(&change->arena, entry->entity->size);
	bool row = false;

	stmt_bind_text(q, "entity", entry->entity->name);
	stmt_bind_int(q, "object_id", entry->id);
	enum ch_status status = stmt_step(q, &row, err);
	const char *json = status == CH_OK && row ? stmt_copy(q, "before", &change->arena) : NULL;
	stmt_reset(q);
	if (json != NULL)
		status = record_from_json(entry->entity, json, &change->arena, last, err);
	*version = json != NULL && status == CH_OK ? last->row_version + 1 : 1;
	return status;
}

/* What is counted stays as it is now, until it is counted anew. */
static void keep_counted(const struct ch_entity *entity, void *record, const void *now)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_arena scratch = CH_ARENA_EMPTY;

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (field->flags & CH_FIELD_COUNTED)
			ch_field_set(field, record, ch_field_text(field, now, &scratch), CH_NO_DATE, &scratch,
				     &ignored);
	}
	ch_arena_release(&scratch);
}

/* What is unique may have been taken by another record meanwhile. */
static enum ch_status say_taken(const struct entry *entry, enum ch_status status, struct ch_error *err)
{
	if (status != CH_DATA || *err->field != '\0')
		return status;
	ch_fail(err, CH_DATA, _("%s %lld cannot be as it was: another record has its place or name by now"),
		_(entry->entity->noun), (long long)entry->id);
	return ch_error_fix(err, _("nothing was changed; correct it by hand instead"));
}

static enum ch_status bring_back(struct revert *r, const struct entry *entry, void *record, struct ch_error *err)
{
	struct ch_record *head = record;
	bool there;

	TRY(is_there(r->change, entry->entity->id, entry->id, &there, err));
	if (there)
		return refuse_changed(r->change, entry->entity, entry->id, NULL, err);
	TRY(next_version(r->change, entry, &head->row_version, err));
	return say_taken(entry, change_insert(r->change, entry->entity->id, record, err), err);
}

static enum ch_status get_unchanged(struct revert *r, const struct entry *entry, const void *from, void *now,
				    struct ch_error *err)
{
	enum ch_status status = change_get(r->change, entry->entity->id, entry->id, now, err);

	if (status == CH_MISSING)
		return refuse_changed(r->change, entry->entity, entry->id, NULL, err);
	if (status != CH_OK)
		return status;
	const struct ch_field *field = difference(entry->entity, from, now);
	return field == NULL ? CH_OK : refuse_changed(r->change, entry->entity, entry->id, field, err);
}

static enum ch_status take_away(struct revert *r, const struct entry *entry, const void *from, struct ch_error *err)
{
	void *now = ch_arena_alloc(&r->change->arena, entry->entity->size);

	TRY(get_unchanged(r, entry, from, now, err));
	TRY(refuse_needed(r->change, r->step, entry->entity, entry->id, err));
	return change_delete(r->change, entry->entity->id, entry->id, err);
}

static enum ch_status finds_in(struct change *change, enum statement_id statement, int64_t programme_id, bool *found,
			       struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, statement);

	stmt_bind_int(q, "programme_id", programme_id);
	enum ch_status status = stmt_step(q, found, err);
	stmt_reset(q);
	return status;
}

/* The first start of a pairing made the programme a running one; it stays that as long as another has started. */
static enum ch_status follow_pairings(struct change *change, const struct ch_programme *now, struct ch_programme *to,
				      struct ch_error *err)
{
	bool found = false;

	if (now->state == CH_PROGRAMME_IS_RUNNING && to->state == CH_PROGRAMME_IS_OPEN) {
		TRY(finds_in(change, SQL_STARTED_IN_PROGRAMME, now->programme_id, &found, err));
		if (found)
			to->state = now->state;
	}
	if (now->state == CH_PROGRAMME_IS_DESIGN || to->state != CH_PROGRAMME_IS_DESIGN)
		return CH_OK;
	TRY(finds_in(change, SQL_PAIRED_IN_PROGRAMME, now->programme_id, &found, err));
	if (!found)
		return CH_OK;
	ch_fail_rule(err, "R20", _("pairs were made in %s since it was opened"), now->name);
	return ch_error_fix(err, _("close the programme instead: `chiron programme close`"));
}

static enum ch_status turn_back(struct revert *r, const struct entry *entry, const void *from, void *to,
				struct ch_error *err)
{
	struct ch_record *now = ch_arena_alloc(&r->change->arena, entry->entity->size), *head = to;

	if (difference(entry->entity, from, to) == NULL)
		return CH_OK; /* only what is counted: that is counted anew */
	TRY(get_unchanged(r, entry, from, now, err));
	keep_counted(entry->entity, to, now);
	head->row_version = now->row_version;
	if (entry->entity->id == CH_PROGRAMME)
		TRY(follow_pairings(r->change, (const struct ch_programme *)(const void *)now, to, err));
	return say_taken(entry, change_update(r->change, entry->entity->id, to, err), err);
}

static enum ch_status read_record(struct revert *r, const struct entry *entry, const char *json, void **record,
				  struct ch_error *err)
{
	*record = NULL;
	if (json == NULL)
		return CH_OK;
	*record = ch_arena_alloc(&r->change->arena, entry->entity->size);
	return record_from_json(entry->entity, json, &r->change->arena, *record, err);
}

static enum ch_status revert_entry(struct revert *r, const struct entry *entry, struct ch_error *err)
{
	void *from, *to;

	TRY(read_record(r, entry, entry->from, &from, err));
	TRY(read_record(r, entry, entry->to, &to, err));
	TRY(pairing_of(r, entry->entity, from != NULL ? from : to, &r->pairings[r->pairing_count++], err));
	if (from == NULL)
		TRY(bring_back(r, entry, to, err));
	else if (to == NULL)
		TRY(take_away(r, entry, from, err));
	else
		TRY(turn_back(r, entry, from, to, err));
	return CH_OK;
}

/* ---- The rules, once all is back ---- */

/*
 * A pairing whose end is undone takes a place again, as one that is re-opened. Of two live pairings of the same two the
 * later one is what the rule finds (R1).
 */
static enum ch_status gate_revived(struct revert *r, int64_t pairing_id, struct ch_error *err)
{
	struct change *change = r->change;
	struct stmt *q = stmt_ready(change->db, SQL_OTHER_LIVE_OF_THE_TWO);
	bool row = false;

	stmt_bind_int(q, "pairing_id", pairing_id);
	TRY(stmt_step(q, &row, err));
	int64_t other = row ? stmt_id(q, "pairing_id") : 0;
	stmt_reset(q);
	TRY(check_gate(change->c, CH_OP_PAIRING_REOPEN, CH_PAIRING, pairing_id, err));
	return other == 0 ? CH_OK
			  : check_gate(change->c, CH_OP_PAIRING_REOPEN, CH_PAIRING, other, err);
}

/* What is done again is gated as it was the first time. */
static enum ch_status gate(struct revert *r, bool redo, struct ch_error *err)
{
	enum ch_operation operation = ch_operation_named(r->step->operation);
	const struct ch_operation_info *info = ch_operation_info(operation);

	if (!redo && operation != CH_OP_PAIRING_CLOSE)
		return CH_OK;
	for (size_t i = 0; i < r->count; i++) {
		const struct entry *entry = &r->entries[i];
		if (entry->entity->id != info->entity || entry->to == NULL)
			continue;
		if (redo)
			TRY(check_gate(r->change->c, operation, info->entity, entry->id, err));
		else
			TRY(gate_revived(r, entry->id, err));
	}
	return CH_OK;
}

/* Values that somebody gave meanwhile would be left without their field, or in one that cannot hold them (R80). */
static enum ch_status check_custom_values(struct revert *r, struct ch_error *err)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct entry *entry = &r->entries[i];
		struct ch_custom_field field;

		if (entry->entity->id != CH_CUSTOM_FIELD)
			continue;
		TRY(record_from_json(entry->entity, entry->to != NULL ? entry->to : entry->from, &r->change->arena,
				     &field, err));
		TRY(custom_field_check_values(r->change, &field, err));
	}
	return CH_OK;
}

/* ---- The step ---- */

static enum ch_status run_on_step(struct revert *r, enum statement_id statement, struct ch_error *err)
{
	struct stmt *q = stmt_ready(r->change->db, statement);

	stmt_bind_int(q, "step", r->step->step_id);
	return stmt_run(q, NULL, err);
}

static enum ch_status put_texts_aside(struct revert *r, struct ch_error *err)
{
	TRY(run_on_step(r, SQL_STEP_TEXTS_PUT_ASIDE, err));
	return run_on_step(r, SQL_STEP_TEXTS_LEAVE, err);
}

static enum ch_status bring_texts_back(struct revert *r, struct ch_error *err)
{
	TRY(run_on_step(r, SQL_STEP_TEXTS_COME_BACK, err));
	return run_on_step(r, SQL_STEP_TEXTS_ASIDE_LEAVE, err);
}

/* Of two records that were made one, the rows that no journal has: to who stays, before the other goes, or back. */
static enum ch_status move_merged_rows(struct revert *r, bool redo, struct ch_error *err)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct entry *entry = &r->entries[i];
		struct ch_merged merged;

		if (entry->entity->id != CH_MERGED || (redo ? entry->from : entry->to) != NULL)
			continue;
		TRY(record_from_json(entry->entity, redo ? entry->to : entry->from, &r->change->arena, &merged, err));
		TRY((redo ? merge_rows_move : merge_rows_return)(r->change->db, entry->id, merged.person_id, err));
	}
	return CH_OK;
}

enum ch_status revert_step(struct change *change, const struct ch_step *step, bool redo, struct ch_error *err)
{
	struct revert r = {.change = change, .step = step};

	TRY(read_journal(&r, redo, err));
	r.pairings = ch_arena_array(&change->arena, r.count, sizeof *r.pairings);
	TRY(redo ? move_merged_rows(&r, redo, err) : put_texts_aside(&r, err));
	for (size_t i = 0; i < r.count; i++)
		TRY(revert_entry(&r, &r.entries[redo ? i : r.count - 1 - i], err));
	TRY(redo ? bring_texts_back(&r, err) : move_merged_rows(&r, redo, err));
	TRY(check_custom_values(&r, err));
	TRY(count_anew(&r, err));
	return gate(&r, redo, err);
}
