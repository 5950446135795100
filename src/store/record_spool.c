/*
 * A record is its head, then each known value in the order of the field table:
 * a length, and a text; or LENGTH_OF_NUMBER and a number.
 */
#include "store/record_spool.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "model/field_value.h"
#include "store/db_private.h"
#include "store/limit.h"
#include "store/record.h"

enum { MOST_BYTES = 1024 * 1024, ROWS = 64, LENGTH_OF_NUMBER = -1 };

struct head {
	int64_t id, refers_to;
	uint64_t fields;
};

void record_spool_begin(struct record_spool *spool, struct db *db, const struct record_form *form, int64_t common)
{
	*spool = (struct record_spool){
		.db = db,
		.entity = ch_entity_of(form->entity),
		.form = *form,
		.common = common,
		.values = CH_BUFFER_EMPTY,
	};
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
	spool->columns = 0;
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
	if (values->capacity < values->length + sizeof length + size + 1)
		ch_buffer_reserve(values, sizeof length + size);
	char *at = values->text + values->length;
	memcpy(at, &length, sizeof length);
	memcpy(at + sizeof length, bytes, size);
	values->length += sizeof length + size;
}

/* Whether the field is not a value of the record by itself: as its form and the statement have it. */
static bool is_of_form(const struct record_form *form, const struct ch_field *field)
{
	return field->offset <= offsetof(struct ch_record, row_version) || field->offset == form->refers ||
	       field->offset == form->common;
}

struct record_packed record_pack(const struct record_form *form, const void *record, struct ch_buffer *values,
				 struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_of(form->entity);
	struct record_packed packed = {.fields = 0};

	ch_buffer_clear(values);
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		struct field_value known = field_read(field, record);

		if (!field_is_known(field, known) || is_of_form(form, field))
			continue;
		packed.fields |= UINT64_C(1) << i;
		if (known.text == NULL) {
			struct record_value value = record_value(field, record, arena);

			known.text = value.text;
			if (value.is_number)
				add_value(values, LENGTH_OF_NUMBER, &value.number, sizeof value.number);
		}
		if (known.text != NULL) {
			size_t length = strlen(known.text);

			add_value(values, (int32_t)length, known.text, length);
		}
	}
	packed.length = values->length;
	packed.values = values->text;
	return packed;
}

/* ---- Out of it -------------------------------------------------------------------- */

static void add_column(struct ch_buffer *sql, const char *text)
{
	ch_buffer_printf(sql, "%s%s", sql->text[sql->length - 1] == '(' ? "" : ", ", text);
}

/* What stands for the field in each row: a parameter, what all have alike, or nothing ("": it is NULL). */
static const char *cell_of(const struct record_spool *spool, size_t field, const char *common)
{
	size_t offset = spool->entity->fields[field].offset;

	if (spool->place[field] > 0)
		return "?";
	return offset == offsetof(struct ch_record, row_version) ? "1" : offset == spool->form.common ? common : "";
}

/* With the record's number as the last of its parameters, or numbered by SQLite. */
static struct stmt *prepare(const struct record_spool *spool, int rows, bool numbered)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY, row = CH_BUFFER_EMPTY;
	char common[24];

	snprintf(common, sizeof common, spool->common == 0 ? "NULL" : "%" PRId64, spool->common);
	ch_buffer_printf(&sql, "INSERT INTO main.%s (", spool->entity->name);
	ch_buffer_add_char(&row, '(');
	for (size_t i = 0; i < spool->entity->field_count; i++) {
		const char *cell = cell_of(spool, i, common);

		if (cell[0] == '\0')
			continue;
		add_column(&sql, spool->entity->fields[i].key);
		add_column(&row, cell);
	}
	if (numbered) {
		add_column(&sql, spool->entity->fields[0].key);
		add_column(&row, "?");
	}
	ch_buffer_add(&sql, ") VALUES ");
	for (int i = 0; i < rows; i++)
		ch_buffer_printf(&sql, "%s%s)", i > 0 ? ", " : "", row.text);
	struct stmt *stmt = stmt_new(spool->db, sql.text);
	ch_buffer_release(&sql);
	ch_buffer_release(&row);
	return stmt;
}

static void give_places(struct record_spool *spool)
{
	if (spool->columns > 0)
		return;
	for (size_t i = 1; i < spool->entity->field_count; i++) {
		bool refers = spool->entity->fields[i].offset == spool->form.refers;

		spool->place[i] = refers || spool->used >> i & 1 ? ++spool->columns : 0;
		if (refers)
			spool->refers_place = spool->place[i];
	}
}

/* Made when it is asked for first: that for many costs more than a short list. */
static struct stmt *statement(struct record_spool *spool, uint32_t rows)
{
	struct stmt **stmt = rows == ROWS ? &spool->many : &spool->one;

	if (*stmt == NULL)
		*stmt = prepare(spool, (int)rows, rows == 1);
	return *stmt;
}

/* Binds a record to the places of a row that begins behind `before`; returns where the next one begins. */
static const char *bind_record(const struct record_spool *spool, struct stmt *stmt, int before, const char *at,
			       int64_t *id)
{
	struct head head;
	int64_t number;
	int32_t length;

	memcpy(&head, at, sizeof head);
	at += sizeof head;
	*id = head.id;
	stmt_place_id(stmt, before + spool->refers_place, head.refers_to);
	for (uint64_t fields = spool->used & ~head.fields; fields != 0; fields &= fields - 1)
		stmt_place_id(stmt, before + spool->place[__builtin_ctzll(fields)], 0);
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

static enum ch_status write_all(struct record_spool *spool, struct ch_error *err)
{
	const char *at = spool->values.text;
	enum ch_status status = CH_OK;
	int64_t id = 0;

	give_places(spool);
	for (uint32_t rows, left = spool->held; status == CH_OK && left > 0; left -= rows) {
		/* Where each has to be looked at they go in one by one. */
		rows = spool->follows && left >= ROWS && !limit_holds(spool->db) ? ROWS : 1;
		struct stmt *stmt = statement(spool, rows);

		for (uint32_t row = 0; row < rows; row++)
			at = bind_record(spool, stmt, (int)row * spool->columns, at, &id);
		if (rows == 1)
			stmt_place_int(stmt, spool->columns + 1, id);
		status = stmt_run(stmt, NULL, err);
		if (status == CH_OK && db_last_id(spool->db) != id)
			ch_abort("a new record has another number than the one it was given");
		if (status == CH_OK && rows == 1)
			status = limit_check(spool->db, spool->entity, id, err);
		spool->follows = true;
	}
	/* What one huge record took is given back. */
	if (spool->values.length > 2 * MOST_BYTES)
		ch_buffer_release(&spool->values);
	else
		ch_buffer_clear(&spool->values);
	spool->held = 0;
	return status;
}

enum ch_status record_spool_add(struct record_spool *spool, int64_t id, int64_t refers_to,
				const struct record_packed *packed, struct ch_error *err)
{
	const struct head head = {.id = id, .refers_to = refers_to, .fields = packed->fields};

	if (spool->held > 0 && id != spool->last_id + 1)
		ch_abort("new records are numbered one after the other");
	if (packed->fields & ~spool->used)
		forget_statements(spool);
	spool->used |= packed->fields;
	ch_buffer_add_bytes(&spool->values, (const char *)&head, sizeof head);
	ch_buffer_add_bytes(&spool->values, packed->values, packed->length);
	spool->last_id = id;
	spool->held++;
	if (spool->held < (spool->follows ? ROWS : ROWS + 1u) && spool->values.length < MOST_BYTES)
		return CH_OK;
	look_up(spool, false);
	return write_all(spool, err);
}

enum ch_status record_spool_write(struct record_spool *spool, bool ahead, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	if (!ahead)
		look_up(spool, true);
	else if (spool->held > 0)
		look_up(spool, false);
	if (spool->held > 0)
		status = write_all(spool, err);
	look_up(spool, true);
	spool->follows = false;
	return status;
}
