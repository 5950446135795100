#include "core/import/people_new.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/person_row.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "store/manager_rows.h"
#include "store/stmt.h"

enum {
	PACKED_MOST = 64 * 1024, /* bytes of a person that are kept beside what they were made from */
	FIRST_CAPACITY = 1024
};

static const struct record_form person_form = {
	.entity = CH_PERSON,
	.refers = offsetof(struct ch_person, manager_id),
	.common = offsetof(struct ch_person, batch_id),
};

enum ch_status people_new_begin(struct people_new *new, struct change *change, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEXT_PERSON_ID);
	bool row = false;

	*new = (struct people_new){.change = change, .packed = CH_BUFFER_EMPTY};
	record_spool_begin(&new->spool, change->db, &person_form, change->c->scheme->batch_id);
	enum ch_status status = stmt_step(q, &row, err);
	new->next_id = row ? stmt_id(q, "person_id") : 1;
	new->expected_from = new->next_id;
	stmt_reset(q);
	return status;
}

enum ch_status person_new_prepare(struct person_new *made, const struct person_row *row, int64_t batch_id,
				  struct ch_buffer *buffer, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person *person = &made->person;

	*person = row->given;
	person->batch_id = batch_id;
	person->import_key = row->import_key;
	person->row_version = 1;
	person->email_key = row->email_key;
	person_name_keys_fill(person, arena);
	TRY(ch_record_validate_rest(ch_entity_of(CH_PERSON), person, row->checked, err));
	made->manager_key = row->manager_key;
	made->packed = record_pack(&person_form, person, buffer, arena);
	if (made->packed.length > PACKED_MOST) {
		made->packed.values = NULL;
		ch_buffer_release(buffer);
	} else {
		made->packed.values = ch_arena_copy_bytes(arena, made->packed.values, made->packed.length);
	}
	return CH_OK;
}

static void expect(struct people_new *new, int64_t id, int64_t manager_id)
{
	size_t place = (size_t)(id - new->expected_from);

	if (place >= new->expected_count) {
		size_t count = new->expected_count == 0 ? FIRST_CAPACITY : new->expected_count;
		while (count <= place)
			count *= 2;
		new->expected = realloc(new->expected, count * sizeof *new->expected);
		if (new->expected == NULL)
			ch_abort("out of memory");
		memset(new->expected + new->expected_count, 0, (count - new->expected_count) * sizeof *new->expected);
		new->expected_count = count;
	}
	new->expected[place] = (uint32_t)manager_id;
}

enum ch_status people_new_add(struct people_new *new, struct person_new *made, int64_t expected,
			      struct ch_error *err)
{
	struct ch_person *person = &made->person;
	struct record_packed packed = made->packed;
	int64_t manager_id = person->manager_id;

	person->person_id = new->next_id++;
	if (manager_id == 0 && expected > 0 && expected < PEOPLE_NEW_NOBODY) {
		manager_id = expected;
		expect(new, person->person_id, expected);
	}
	if (packed.values == NULL)
		packed = record_pack(&person_form, person, &new->packed, &new->change->arena);
	enum ch_status status = change_insert_later(new->change, &new->spool, person, manager_id, &packed, err);
	if (packed.length > PACKED_MOST)
		ch_buffer_release(&new->packed);
	return status;
}

uint32_t people_new_expected(const struct people_new *new, int64_t id)
{
	size_t place = (size_t)(id - new->expected_from);

	return id >= new->expected_from && place < new->expected_count ? new->expected[place] : 0;
}

static enum ch_status write(struct people_new *new, bool ahead, struct ch_error *err)
{
	enum ch_status status = record_spool_write(&new->spool, ahead, err);

	/* What is refused now was not by the checks, and of several: it is not the fault of the row at hand. */
	return status == CH_DATA ? (err->status = CH_INTERNAL) : status;
}

static void forget_expected(struct people_new *new)
{
	free(new->expected);
	new->expected = NULL;
	new->expected_count = 0;
	new->expected_from = new->next_id;
}

enum ch_status people_new_write(struct people_new *new, struct ch_error *err)
{
	/* Whoever is not there yet must not be looked up. */
	TRY(write(new, new->expected != NULL, err));
	if (new->expected == NULL)
		return CH_OK;
	TRY(manager_rows_take_back(new->change->db, new->expected_from, new->expected, new->expected_count, err));
	forget_expected(new);
	return CH_OK;
}

/* Of those who are written: who has a manager in `ids` had another one expected, if any. */
static enum ch_status take_wrong_back(struct people_new *new, int64_t first_id, const uint32_t *ids, size_t count,
				      struct ch_error *err)
{
	bool any = false;

	for (size_t i = 0; i < new->expected_count; i++) {
		size_t place = (size_t)(new->expected_from - first_id) + i;

		if (place >= count || ids[place] == 0)
			new->expected[i] = 0;
		any |= new->expected[i] != 0;
	}
	if (!any)
		return CH_OK;
	return manager_rows_take_back(new->change->db, new->expected_from, new->expected, new->expected_count, err);
}

static bool any_of(const uint32_t *ids, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ids[i] != 0)
			return true;
	return false;
}

enum ch_status people_new_write_below(struct people_new *new, int64_t first_id, uint32_t *ids, size_t count,
				      struct ch_error *err)
{
	TRY(write(new, true, err));
	TRY(take_wrong_back(new, first_id, ids, count, err));
	forget_expected(new);
	for (size_t i = 0; i < count; i++)
		if (ids[i] == PEOPLE_NEW_NOBODY)
			ids[i] = 0;
	return any_of(ids, count) ? manager_rows_write(new->change->db, first_id, ids, count, err) : CH_OK;
}

void people_new_release(struct people_new *new)
{
	forget_expected(new);
	ch_buffer_release(&new->packed);
	record_spool_release(&new->spool);
}
