/*
 * A record is its length of values, then each known value: the place of its
 * field, a length, and a text; or LENGTH_OF_NUMBER and a number. A block of
 * records goes to the file behind its head, so that it is read back as it was.
 */
#include "store/record_spool.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/db_private.h"
#include "store/limit.h"
#include "store/record.h"

enum { BLOCK_BYTES = 1024 * 1024, ROWS = 64, LENGTH_OF_NUMBER = -1 };

struct block_head {
	uint32_t length, count;
};

void record_spool_begin(struct record_spool *spool, struct db *db, enum ch_entity_id entity)
{
	*spool = (struct record_spool){
		.db = db,
		.entity = ch_entity_of(entity),
		.values = CH_BUFFER_EMPTY,
		.scratch = CH_ARENA_EMPTY,
		.file = -1,
	};
	if (spool->entity->field_count > RECORD_SPOOL_FIELDS)
		ch_abort("an entity has more fields than a spool takes");
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
	forget_statements(spool);
	ch_buffer_release(&spool->values);
	ch_arena_release(&spool->scratch);
	if (spool->file >= 0)
		close(spool->file);
	*spool = (struct record_spool){.file = -1};
}

/* ---- Into the spool --------------------------------------------------------------- */

static enum ch_status fail_file(const struct record_spool *spool, int number, struct ch_error *err)
{
	ch_fail(err, CH_IO, _("a file for what is read cannot be kept beside %s: %s"), db_path(spool->db),
		strerror(number));
	return ch_error_fix(err, _("see that its disk has room; nothing was changed"));
}

static bool write_all(int file, const void *bytes, size_t length)
{
	for (ssize_t done; length > 0; bytes = (const char *)bytes + done, length -= (size_t)done)
		if ((done = write(file, bytes, length)) < 0)
			return false;
	return true;
}

static bool read_all(int file, void *bytes, size_t length)
{
	for (ssize_t done; length > 0; bytes = (char *)bytes + done, length -= (size_t)done)
		if ((done = read(file, bytes, length)) <= 0)
			return false;
	return true;
}

static enum ch_status open_file(struct record_spool *spool, struct ch_error *err)
{
	struct ch_buffer name = CH_BUFFER_EMPTY;

	ch_buffer_printf(&name, "%s.XXXXXX", db_path(spool->db));
	spool->file = mkstemp(name.text);
	int number = errno;
	if (spool->file >= 0)
		unlink(name.text);
	ch_buffer_release(&name);
	return spool->file < 0 ? fail_file(spool, number, err) : CH_OK;
}

static enum ch_status move_to_file(struct record_spool *spool, struct ch_error *err)
{
	struct block_head head = {.length = (uint32_t)spool->values.length, .count = spool->held};

	if (spool->file < 0 && open_file(spool, err) != CH_OK)
		return err->status;
	if (!write_all(spool->file, &head, sizeof head) ||
	    !write_all(spool->file, spool->values.text, spool->values.length))
		return fail_file(spool, errno, err);
	ch_buffer_clear(&spool->values);
	spool->held = 0;
	return CH_OK;
}

static void add_value(struct ch_buffer *values, uint8_t field, int32_t length, const void *bytes, size_t size)
{
	ch_buffer_reserve(values, sizeof field + sizeof length + size);
	char *at = values->text + values->length;
	memcpy(at, &field, sizeof field);
	memcpy(at + sizeof field, &length, sizeof length);
	memcpy(at + sizeof field + sizeof length, bytes, size);
	values->length += sizeof field + sizeof length + size;
}

enum ch_status record_spool_add(struct record_spool *spool, const void *record, struct ch_error *err)
{
	const struct ch_entity *entity = spool->entity;
	size_t start = spool->values.length;
	uint8_t count = 0;

	ch_buffer_add_bytes(&spool->values, (const char *)&count, sizeof count);
	for (size_t i = 0; i < entity->field_count; i++) {
		struct record_value value = record_value(&entity->fields[i], record, &spool->scratch);

		if (!value.is_number && value.text == NULL)
			continue;
		size_t length = value.is_number ? 0 : strlen(value.text);
		if (value.is_number)
			add_value(&spool->values, (uint8_t)i, LENGTH_OF_NUMBER, &value.number, sizeof value.number);
		else
			add_value(&spool->values, (uint8_t)i, (int32_t)length, value.text, length);
		count++;
		if (!spool->used[i])
			forget_statements(spool);
		spool->used[i] = true;
	}
	ch_arena_reset(&spool->scratch);
	memcpy(spool->values.text + start, &count, sizeof count);
	if (spool->first_id == 0)
		spool->first_id = ((const struct ch_record *)record)->id;
	spool->held++;
	return spool->values.length < BLOCK_BYTES ? CH_OK : move_to_file(spool, err);
}

/* ---- Out of it -------------------------------------------------------------------- */

static struct stmt *prepare(const struct record_spool *spool, int rows)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	ch_buffer_printf(&sql, "INSERT INTO main.%s (", spool->entity->name);
	for (size_t i = 0; i < spool->entity->field_count; i++)
		if (spool->used[i])
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

static void prepare_both(struct record_spool *spool, const struct record_later *later)
{
	if (spool->one != NULL)
		return;
	spool->columns = 0;
	for (size_t i = 0; i < spool->entity->field_count; i++) {
		spool->used[i] |= later != NULL && strcmp(spool->entity->fields[i].key, later->field) == 0;
		spool->place[i] = spool->used[i] ? ++spool->columns : 0;
	}
	spool->one = prepare(spool, 1);
	spool->many = prepare(spool, ROWS);
}

static uint32_t id_later(const struct record_later *later, int64_t id)
{
	if (later == NULL || id < later->first_id || (uint64_t)(id - later->first_id) >= later->count)
		return 0;
	return later->ids[id - later->first_id];
}

/* Binds a record to the places of a row that begins behind `before`; returns where the next one begins. */
static const char *bind_record(const struct record_spool *spool, struct stmt *stmt, int before, const char *at,
			       const struct record_later *later, int later_place, int64_t *id)
{
	uint8_t count = (uint8_t)*at++, field;
	int64_t number;
	int32_t length;

	for (uint8_t i = 0; i < count; i++) {
		memcpy(&field, at, sizeof field);
		memcpy(&length, at + sizeof field, sizeof length);
		at += sizeof field + sizeof length;
		if (length == LENGTH_OF_NUMBER) {
			memcpy(&number, at, sizeof number);
			stmt_place_int(stmt, before + spool->place[field], number);
			*id = field == 0 ? number : *id;
			at += sizeof number;
		} else {
			stmt_place_text(stmt, before + spool->place[field], at, length);
			at += length;
		}
	}
	uint32_t given = id_later(later, *id);
	if (given != 0)
		stmt_place_int(stmt, before + later_place, given);
	return at;
}

static enum ch_status write_block(struct record_spool *spool, uint32_t count, const struct record_later *later,
				  struct ch_error *err)
{
	const char *at = spool->values.text;
	enum ch_status status = CH_OK;
	int later_place = 0;
	int64_t id = 0;

	for (size_t i = 0; later != NULL && i < spool->entity->field_count; i++)
		if (strcmp(spool->entity->fields[i].key, later->field) == 0)
			later_place = spool->place[i];
	while (status == CH_OK && count > 0) {
		/* Where each has to be looked at they go in one by one. */
		uint32_t rows = count >= ROWS && !limit_holds(spool->db) ? ROWS : 1;
		struct stmt *stmt = rows == ROWS ? spool->many : spool->one;

		stmt_unbind(stmt);
		for (uint32_t row = 0; row < rows; row++)
			at = bind_record(spool, stmt, (int)row * spool->columns, at, later, later_place, &id);
		status = stmt_run(stmt, NULL, err);
		if (status == CH_OK && rows == 1)
			status = limit_check(spool->db, spool->entity, id, err);
		count -= rows;
	}
	return status;
}

/* The next block of the file in `values`; count 0 at its end. */
static enum ch_status read_block(struct record_spool *spool, uint32_t *count, struct ch_error *err)
{
	struct block_head head = {.count = 0};
	ssize_t got = read(spool->file, &head, sizeof head);

	*count = head.count;
	if (got == 0)
		return CH_OK;
	ch_buffer_clear(&spool->values);
	ch_buffer_reserve(&spool->values, head.length);
	if (got != (ssize_t)sizeof head || !read_all(spool->file, spool->values.text, head.length))
		return fail_file(spool, got < 0 ? errno : EIO, err);
	return CH_OK;
}

static enum ch_status write_file(struct record_spool *spool, const struct record_later *later,
				 enum ch_status (*between)(void *data, struct ch_error *err), void *data,
				 struct ch_error *err)
{
	enum ch_status status = spool->held > 0 ? move_to_file(spool, err) : CH_OK;
	uint32_t count = 1;

	lseek(spool->file, 0, SEEK_SET);
	while (status == CH_OK && count > 0) {
		status = read_block(spool, &count, err);
		if (status == CH_OK)
			status = write_block(spool, count, later, err);
		if (status == CH_OK)
			status = between(data, err);
	}
	close(spool->file);
	spool->file = -1;
	return status;
}

enum ch_status record_spool_write(struct record_spool *spool, const struct record_later *later,
				  enum ch_status (*between)(void *data, struct ch_error *err), void *data,
				  struct ch_error *err)
{
	enum ch_status status;

	if (spool->first_id == 0)
		return CH_OK;
	prepare_both(spool, later);
	if (later != NULL)
		sqlite3_db_config(spool->db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	if (spool->file >= 0)
		status = write_file(spool, later, between, data, err);
	else
		status = write_block(spool, spool->held, later, err);
	if (later != NULL)
		sqlite3_db_config(spool->db->handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	ch_buffer_clear(&spool->values);
	spool->held = 0;
	spool->first_id = 0;
	return status;
}
