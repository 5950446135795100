#include "core/import/people_new.h"

#include "store/stmt.h"

enum ch_status people_new_begin(struct people_new *new, struct change *change, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEXT_PERSON_ID);
	bool row = false;

	*new = (struct people_new){.change = change, .arena = CH_ARENA_EMPTY};
	enum ch_status status = stmt_step(q, &row, err);
	new->next_id = row ? stmt_id(q, "person_id") : 1;
	stmt_reset(q);
	return status;
}

enum ch_status people_new_add(struct people_new *new, struct ch_person *person, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);

	TRY(ch_record_validate(entity, person, err));
	person->person_id = new->next_id++;
	person->row_version = 1;
	ch_record_copy(entity, &new->people[new->count++], person, &new->arena);
	return CH_OK;
}

const struct ch_person *people_new_find(const struct people_new *new, int64_t id)
{
	int64_t first = new->next_id - (int64_t)new->count;

	return id >= first && id < new->next_id ? &new->people[id - first] : NULL;
}

enum ch_status people_new_write(struct people_new *new, struct ch_error *err)
{
	enum ch_status status = change_insert_made(new->change, CH_PERSON, new->people, new->count, err);

	new->count = 0;
	ch_arena_reset(&new->arena);
	/* What is refused now was not by the checks, and of several: it is not the fault of the row at hand. */
	return status == CH_DATA ? (err->status = CH_INTERNAL) : status;
}

void people_new_release(struct people_new *new)
{
	ch_arena_release(&new->arena);
}
