#include "store/record.h"

#include <string.h>

#include "base/json.h"
#include "chiron/buffer.h"
#include "model/field_value.h"
#include "store/db_private.h"
#include "store/limit.h"

static const char *id_key(const struct ch_entity *entity)
{
	return entity->fields[0].key;
}

/* Appends `format` for every field, its key in the place of each "%", with commas between. */
static void add_fields(struct ch_buffer *sql, const struct ch_entity *entity, const char *format)
{
	for (size_t i = 0; i < entity->field_count; i++) {
		const char *key = entity->fields[i].key;
		if (i > 0)
			ch_buffer_add(sql, ", ");
		for (const char *c = format; *c != '\0'; c++)
			if (*c == '%')
				ch_buffer_add(sql, key);
			else
				ch_buffer_add_char(sql, *c);
	}
}

static void compose(struct ch_buffer *sql, const struct ch_entity *entity, enum record_verb verb)
{
	const char *id = id_key(entity);

	switch (verb) {
	case RECORD_GET:
		ch_buffer_add(sql, "SELECT ");
		add_fields(sql, entity, "%");
		ch_buffer_printf(sql, " FROM %s WHERE %s = :%s", entity->name, id, id);
		break;
	case RECORD_INSERT:
		ch_buffer_printf(sql, "INSERT INTO main.%s (", entity->name);
		add_fields(sql, entity, "%");
		ch_buffer_add(sql, ") VALUES (");
		add_fields(sql, entity, ":%");
		ch_buffer_add(sql, ")");
		break;
	case RECORD_UPDATE:
		/* The number is not set: SQLite would look for whatever refers to the old one. */
		ch_buffer_printf(sql, "UPDATE main.%s SET ", entity->name);
		for (size_t i = 1; i < entity->field_count; i++)
			ch_buffer_printf(sql, "%s%s = ?%zu", i > 1 ? ", " : "", entity->fields[i].key, i + 1);
		ch_buffer_printf(sql, " WHERE %s = ?1 AND row_version = ?2 - 1", id);
		break;
	case RECORD_DELETE:
		ch_buffer_printf(sql, "DELETE FROM main.%s WHERE %s = :%s", entity->name, id, id);
		break;
	case RECORD_COUNT:
		ch_buffer_printf(sql, "SELECT count(*) AS n FROM %s", entity->name);
		break;
	case RECORD_VERBS:
		break;
	}
}

static struct stmt *ready(struct db *db, const struct ch_entity *entity, enum record_verb verb)
{
	struct stmt **slot = &db->records[entity->id][verb];

	/* What was not understood once may be now: the file was busy, or its schema is another. */
	if (*slot != NULL && !stmt_is_prepared(*slot)) {
		stmt_free(*slot);
		*slot = NULL;
	}
	if (*slot == NULL) {
		struct ch_buffer sql = CH_BUFFER_EMPTY;
		compose(&sql, entity, verb);
		*slot = stmt_new(db, sql.text);
		ch_buffer_release(&sql);
	}
	stmt_reset(*slot);
	return *slot;
}

/* Whether the field's column holds a number. */
static bool is_number(const struct ch_field *field)
{
	switch (field->type) {
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_MINUTES:
	case CH_TYPE_TIME:
	case CH_TYPE_HOURS:
		return true;
	default:
		return false;
	}
}

struct record_value record_value(const struct ch_field *field, const void *record, struct ch_arena *scratch)
{
	const char *at = (const char *)record + field->offset;
	struct record_value value = {.is_number = is_number(field)};

	if (value.is_number) {
		memcpy(&value.number, at, sizeof value.number);
		value.is_number = value.number != (field->type == CH_TYPE_ID ? 0 : CH_UNKNOWN);
	} else if (ch_type_holds_text(field->type)) {
		memcpy(&value.text, at, sizeof value.text);
	} else {
		struct field_value known = field_read(field, record);

		value.text = field_is_known(field, known) ? field_value_text(field, known, scratch) : NULL;
	}
	return value;
}

/* Runs the statement with the values of the record: its parameters are the fields, in their order. */
static enum ch_status run_with(struct stmt *stmt, const struct ch_entity *entity, const void *record,
			       int64_t *changed, struct ch_error *err)
{
	struct ch_arena scratch = CH_ARENA_EMPTY;

	/* What is not known is NULL, as whatever is not bound. */
	stmt_unbind(stmt);
	for (size_t i = 0; i < entity->field_count; i++) {
		struct record_value value = record_value(&entity->fields[i], record, &scratch);
		if (value.is_number)
			stmt_place_int(stmt, (int)i + 1, value.number);
		else if (value.text != NULL)
			stmt_place_text(stmt, (int)i + 1, value.text, -1);
	}
	enum ch_status status = stmt_run(stmt, changed, err);
	ch_arena_release(&scratch);
	return status;
}

/* As it is kept, which nobody types: nothing is tidied. */
static void put_text(const struct ch_field *field, void *record, const char *text)
{
	memcpy((char *)record + field->offset, &text, sizeof text);
}

/* What is in the file was validated when it was saved; what cannot be read any more becomes "not known". */
static void read_field(struct stmt *stmt, int column, const struct ch_field *field, void *record,
		       struct ch_arena *arena)
{
	char *at = (char *)record + field->offset;
	struct ch_error ignored = CH_NO_ERROR;
	const char *text;

	if (stmt_column_is_null(stmt, column))
		return;
	if (is_number(field)) {
		int64_t number = stmt_column_int(stmt, column);
		memcpy(at, &number, sizeof number);
		return;
	}
	text = stmt_column_text(stmt, column);
	if (ch_type_holds_text(field->type)) {
		put_text(field, record, ch_arena_copy(arena, text));
	} else {
		ch_field_set(field, record, text, CH_NO_DATE, arena, &ignored);
	}
}

enum ch_status record_get(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_arena *arena,
			  void *record, struct ch_error *err)
{
	struct stmt *q = ready(db, entity, RECORD_GET);
	bool row = false;

	stmt_bind_int(q, id_key(entity), id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && !row)
		status = ch_fail(err, CH_MISSING, _("there is no %s with the number %lld"), entity->noun,
				 (long long)id);
	if (status == CH_OK)
		ch_record_clear(entity, record);
	for (size_t i = 0; status == CH_OK && i < entity->field_count; i++)
		read_field(q, (int)i, &entity->fields[i], record, arena);
	stmt_reset(q);
	return status;
}

enum ch_status record_insert(struct db *db, const struct ch_entity *entity, void *record, struct ch_error *err)
{
	struct stmt *q = ready(db, entity, RECORD_INSERT);
	struct ch_record *head = record;

	if (head->row_version <= 0)
		head->row_version = 1;
	enum ch_status status = run_with(q, entity, record, NULL, err);
	if (status == CH_OK && head->id == 0)
		head->id = db_last_id(db);
	return status == CH_OK ? limit_check(db, entity, head->id, err) : status;
}

enum ch_status record_update(struct db *db, const struct ch_entity *entity, void *record, struct ch_error *err)
{
	struct stmt *q = ready(db, entity, RECORD_UPDATE);
	struct ch_record *head = record;
	int64_t changed = 0;

	head->row_version++;
	enum ch_status status = run_with(q, entity, record, &changed, err);
	if (status == CH_OK && changed == 0) {
		status = ch_fail(err, CH_BUSY, _("%s %lld was changed by somebody else meanwhile"), entity->noun,
				 (long long)head->id);
		ch_error_fix(err, _("nothing was saved; look at it anew and make the change again"));
	}
	if (status == CH_OK)
		status = limit_check(db, entity, head->id, err);
	if (status != CH_OK)
		head->row_version--;
	return status;
}

enum ch_status record_delete(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_error *err)
{
	struct stmt *q = ready(db, entity, RECORD_DELETE);

	stmt_bind_int(q, id_key(entity), id);
	return stmt_run(q, NULL, err);
}

enum ch_status record_count(struct db *db, const struct ch_entity *entity, int64_t *count, struct ch_error *err)
{
	struct stmt *q = ready(db, entity, RECORD_COUNT);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*count = status == CH_OK && row ? stmt_int(q, "n") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status refers(struct db *db, const struct ch_entity *by, const struct ch_field *field, int64_t id,
			     int64_t *by_id, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	bool row = false;

	ch_buffer_printf(&sql, "SELECT %s AS id FROM %s WHERE %s = :id LIMIT 1", id_key(by), by->name, field->key);
	struct stmt *q = stmt_new(db, sql.text);
	stmt_bind_int(q, "id", id);
	enum ch_status status = stmt_step(q, &row, err);
	*by_id = status == CH_OK && row ? stmt_id(q, "id") : 0;
	stmt_free(q);
	ch_buffer_release(&sql);
	return status;
}

enum ch_status record_referrer(struct db *db, const struct ch_entity *entity, int64_t id, const struct ch_entity **by,
			       int64_t *by_id, struct ch_error *err)
{
	*by = NULL;
	for (int other = CH_NO_ENTITY + 1; other < CH_ENTITY_COUNT; other++) {
		const struct ch_entity *child = ch_entity_of((enum ch_entity_id)other);
		for (size_t i = 1; i < child->field_count; i++) {
			const struct ch_field *field = &child->fields[i];
			if (field->type != CH_TYPE_ID || field->refers_to != entity->id)
				continue;
			enum ch_status status = refers(db, child, field, id, by_id, err);
			if (status != CH_OK)
				return status;
			if (*by_id != 0) {
				*by = child;
				return CH_OK;
			}
		}
	}
	return CH_OK;
}

const char *record_to_json(const struct ch_entity *entity, const void *record, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&out);

	ch_json_object_begin(&json);
	for (size_t i = 0; i < entity->field_count; i++) {
		const char *text = ch_field_text(&entity->fields[i], record, arena);
		if (text == NULL)
			continue;
		ch_json_key(&json, entity->fields[i].key);
		ch_json_string(&json, text);
	}
	ch_json_object_end(&json);
	char *copy = ch_arena_copy(arena, out.text);
	ch_buffer_release(&out);
	return copy;
}

enum ch_status record_from_json(const struct ch_entity *entity, const char *text, struct ch_arena *arena, void *record,
				struct ch_error *err)
{
	struct json_object object;
	enum ch_status status = json_read_object(text, arena, &object, err);

	ch_record_clear(entity, record);
	for (size_t i = 0; status == CH_OK && i < object.count; i++) {
		const struct ch_field *field = ch_field_named(entity, object.pairs[i].key);
		if (field != NULL && ch_type_holds_text(field->type))
			put_text(field, record, object.pairs[i].text);
		else if (field != NULL)
			status = ch_field_set(field, record, object.pairs[i].text, CH_NO_DATE, arena, err);
	}
	return status;
}
