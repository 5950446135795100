/*
 * A record is its head, then each known value in the order of the field table:
 * a length, and a text; or LENGTH_OF_NUMBER and a number.
 */
#include "store/record_spool.h"

#include <string.h>

#include "store/db_private.h"
#include "store/limit.h"
#include "store/record.h"

enum { BLOCK_BYTES = 1024 * 1024, ROWS = 64, LENGTH_OF_NUMBER = -1 };

struct head {
	int64_t id, refers_to;
	uint64_t fields;
};

void record_spool_begin(struct record_spool *spool, struct db *db, enum ch_entity_id entity, const char *refers)
{
	*spool = (struct record_spool){
		.db = db,
		.entity = ch_entity_of(entity),
		.values = CH_BUFFER_EMPTY,
	};
	spool->refers = (size_t)(ch_field_named(spool->entity, refers) - spool->entity->fields);
	if (spool->entity->field_count > RECORD_SPOOL_FIELDS)
		ch_abort("an entity has more fields than a spool takes");
}

/* Whether references are looked up. Each change has SQLite prepare its statements anew. */
static void look_up(struct record_spool *spool, bool wanted)
{
	if (spool->unseen != wanted)
		return;
	spool->unseen = !wanted;
	sqlite3_db_config(spool->db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, wanted, NULL);
}

static void forget_statements(struct record_spool *spool)
{
	stmt_free(spool->one);
	stmt_free(spool->many);
	spool->one = spool->many = NULL;
}

void record_spool_release(struct record_spool *spool)
{
	if (spool->db == NULL)
		return;
	look_up(spool, true);
	forget_statements(spool);
	ch_buffer_release(&spool->values);
	*spool = (struct record_spool){.db = NULL};
}

/* ---- Into the spool --------------------------------------------------------------- */

static void add_value(struct ch_buffer *values, int32_t length, const void *bytes, size_t size)
{
	ch_buffer_reserve(values, sizeof length + size);
	char *at = values->text + values->length;
	memcpy(at, &length, sizeof length);
	memcpy(at + sizeof length, bytes, size);
	values->length += sizeof length + size;
}

struct record_packed record_pack(const struct ch_entity *entity, const char *refers, const void *record,
				 struct ch_buffer *values)
{
	struct ch_arena scratch = CH_ARENA_EMPTY;
	struct record_packed packed = {.fields = 0};

	ch_buffer_clear(values);
	for (size_t i = 1; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		struct record_value value = record_value(field, record, &scratch);

		if ((!value.is_number && value.text == NULL) ||
		    (field->type == CH_TYPE_ID && strcmp(field->key, refers) == 0))
			continue;
		size_t length = value.is_number ? 0 : strlen(value.text);
		if (value.is_number)
			add_value(values, LENGTH_OF_NUMBER, &value.number, sizeof value.number);
		else
			add_value(values, (int32_t)length, value.text, length);
		packed.fields |= UINT64_C(1) << i;
	}
	ch_arena_release(&scratch);
	packed.length = values->length;
	packed.values = values->text;
	return packed;
}

/* ---- Out of it -------------------------------------------------------------------- */

static struct stmt *prepare(const struct record_spool *spool, int rows)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	ch_buffer_printf(&sql, "INSERT INTO main.%s (", spool->entity->name);
	for (size_t i = 0; i < spool->entity->field_count; i++)
		if (spool->place[i] > 0)
			ch_buffer_printf(&sql, "%s%s", spool->place[i] > 1 ? ", " : "", spool->entity->fields[i].key);
	ch_buffer_add(&sql, ") VALUES ");
	for (int row = 0; row < rows; row++)
		for (int column = 0; column < spool->columns; column++)
			ch_buffer_add(&sql, column > 0 ? ", ?" : row > 0 ? "), (?" : "(?");
	ch_buffer_add_char(&sql, ')');
	struct stmt *stmt = stmt_new(spool->db, sql.text);
	ch_buffer_release(&sql);
	return stmt;
}

static void prepare_both(struct record_spool *spool)
{
	if (spool->one != NULL)
		return;
	spool->columns = 0;
	for (size_t i = 0; i < spool->entity->field_count; i++)
		spool->place[i] = i == 0 || i == spool->refers || spool->used >> i & 1 ? ++spool->columns : 0;
	spool->one = prepare(spool, 1);
	spool->many = prepare(spool, ROWS);
}

static int64_t refers_to(const struct head *head, const struct record_later *later)
{
	if (later == NULL || head->id < later->first_id || (uint64_t)(head->id - later->first_id) >= later->count ||
	    later->ids[head->id - later->first_id] == 0)
		return head->refers_to;
	return later->ids[head->id - later->first_id];
}

/* Binds a record to the places of a row that begins behind `before`; returns where the next one begins. */
static const char *bind_record(const struct record_spool *spool, struct stmt *stmt, int before, const char *at,
			       const struct record_later *later, int64_t *id)
{
	struct head head;
	int64_t number;
	int32_t length;

	memcpy(&head, at, sizeof head);
	at += sizeof head;
	*id = head.id;
	stmt_place_int(stmt, before + spool->place[0], head.id);
	number = refers_to(&head, later);
	if (number != 0)
		stmt_place_int(stmt, before + spool->place[spool->refers], number);
	for (uint64_t fields = head.fields; fields != 0; fields &= fields - 1) {
		int place = before + spool->place[__builtin_ctzll(fields)];

		memcpy(&length, at, sizeof length);
		at += sizeof length;
		if (length == LENGTH_OF_NUMBER) {
			memcpy(&number, at, sizeof number);
			stmt_place_int(stmt, place, number);
			at += sizeof number;
		} else {
			stmt_place_text(stmt, place, at, length);
			at += length;
		}
	}
	return at;
}

static enum ch_status write_all(struct record_spool *spool, const struct record_later *later, struct ch_error *err)
{
	const char *at = spool->values.text;
	enum ch_status status = CH_OK;
	int64_t id = 0;

	prepare_both(spool);
	for (uint32_t rows, left = spool->held; status == CH_OK && left > 0; left -= rows) {
		/* Where each has to be looked at they go in one by one. */
		rows = left >= ROWS && !limit_holds(spool->db) ? ROWS : 1;
		struct stmt *stmt = rows == ROWS ? spool->many : spool->one;

		stmt_unbind(stmt);
		for (uint32_t row = 0; row < rows; row++)
			at = bind_record(spool, stmt, (int)row * spool->columns, at, later, &id);
		status = stmt_run(stmt, NULL, err);
		if (status == CH_OK && rows == 1)
			status = limit_check(spool->db, spool->entity, id, err);
	}
	/* What one huge record took is given back. */
	if (spool->values.length > 2 * BLOCK_BYTES)
		ch_buffer_release(&spool->values);
	else
		ch_buffer_clear(&spool->values);
	spool->held = 0;
	spool->first_id = 0;
	return status;
}

enum ch_status record_spool_add(struct record_spool *spool, int64_t id, int64_t refers_to,
				const struct record_packed *packed, struct ch_error *err)
{
	const struct head head = {.id = id, .refers_to = refers_to, .fields = packed->fields};

	if (packed->fields & ~spool->used)
		forget_statements(spool);
	spool->used |= packed->fields;
	ch_buffer_add_bytes(&spool->values, (const char *)&head, sizeof head);
	ch_buffer_add_bytes(&spool->values, packed->values, packed->length);
	if (spool->first_id == 0)
		spool->first_id = id;
	spool->held++;
	if (spool->values.length < BLOCK_BYTES)
		return CH_OK;
	look_up(spool, false);
	return write_all(spool, NULL, err);
}

enum ch_status record_spool_write(struct record_spool *spool, const struct record_later *later, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	if (later == NULL)
		look_up(spool, true);
	else if (spool->held > 0)
		look_up(spool, false);
	if (spool->held > 0)
		status = write_all(spool, later, err);
	look_up(spool, true);
	return status;
}
