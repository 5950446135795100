#include "core/import/people_new.h"

#include "store/stmt.h"

enum ch_status people_new_begin(struct people_new *new, struct change *change, const int64_t *rows,
				struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_NEXT_PERSON_ID);
	bool row = false;

	*new = (struct people_new){.change = change, .rows = rows};
	record_spool_begin(&new->spool, change->db, CH_PERSON);
	enum ch_status status = stmt_step(q, &row, err);
	new->next_id = row ? stmt_id(q, "person_id") : 1;
	stmt_reset(q);
	return status;
}

enum ch_status people_new_add(struct people_new *new, struct ch_person *person, struct ch_error *err)
{
	TRY(ch_record_validate(ch_entity_of(CH_PERSON), person, err));
	person->person_id = new->next_id++;
	person->row_version = 1;
	return change_insert_later(new->change, &new->spool, person, err);
}

int64_t people_new_first(const struct people_new *new)
{
	return new->spool.first_id != 0 ? new->spool.first_id : new->next_id;
}

static enum ch_status look(void *data, struct ch_error *err)
{
	const struct people_new *new = data;

	return ch_work_look(new->change->c->work, *new->rows, 0, err);
}

static enum ch_status write(struct people_new *new, const struct record_later *later, struct ch_error *err)
{
	enum ch_status status = record_spool_write(&new->spool, later, look, new, err);

	/* What is refused now was not by the checks, and of several: it is not the fault of the row at hand. */
	return status == CH_DATA ? (err->status = CH_INTERNAL) : status;
}

enum ch_status people_new_write(struct people_new *new, struct ch_error *err)
{
	return write(new, NULL, err);
}

enum ch_status people_new_write_below(struct people_new *new, int64_t first_id, const uint32_t *ids, size_t count,
				      struct ch_error *err)
{
	const struct record_later later = {.field = "manager_id", .first_id = first_id, .ids = ids, .count = count};

	return write(new, &later, err);
}

void people_new_release(struct people_new *new)
{
	record_spool_release(&new->spool);
}
