#include "store/record_probe.h"

#include <string.h>

#include "store/record.h"

void record_probe_begin(struct record_probe *probe, struct db *db, enum ch_entity_id entity, const bool *compared)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;

	*probe = (struct record_probe){.entity = ch_entity_of(entity)};
	const char *id = probe->entity->fields[0].key;
	ch_buffer_printf(&sql, "SELECT %s", id);
	for (size_t i = 1; i < probe->entity->field_count; i++) {
		if (!compared[i])
			continue;
		if (probe->count == RECORD_PROBE_FIELDS)
			ch_abort("an entity has more fields than a probe compares");
		probe->fields[probe->count++] = i;
		ch_buffer_printf(&sql, ", %s", probe->entity->fields[i].key);
	}
	ch_buffer_printf(&sql, " FROM %s WHERE %s >= :id ORDER BY %s", probe->entity->name, id, id);
	probe->stmt = stmt_new(db, sql.text);
	ch_buffer_release(&sql);
}

void record_probe_release(struct record_probe *probe)
{
	stmt_free(probe->stmt);
	probe->stmt = NULL;
	ch_arena_release(&probe->scratch);
}

void record_probe_pause(struct record_probe *probe)
{
	if (probe->at != 0)
		stmt_reset(probe->stmt);
	probe->at = 0;
}

/* Stands on that record, or on none. */
static enum ch_status go_to(struct record_probe *probe, int64_t id, struct ch_error *err)
{
	bool row = false, next = probe->at != 0 && id == probe->at + 1;
	enum ch_status status = next ? stmt_step(probe->stmt, &row, err) : CH_OK;

	if (status == CH_OK && row && stmt_column_int(probe->stmt, 0) != id)
		row = false;
	if (status == CH_OK && !row) {
		stmt_reset(probe->stmt);
		stmt_bind_int(probe->stmt, "id", id);
		status = stmt_step(probe->stmt, &row, err);
		row = row && stmt_column_int(probe->stmt, 0) == id;
	}
	probe->at = row ? id : 0;
	if (!row)
		stmt_reset(probe->stmt);
	return status;
}

static bool is_same(const struct record_probe *probe, int column, struct record_value value)
{
	if (stmt_column_is_null(probe->stmt, column))
		return false;
	if (value.is_number)
		return stmt_column_int(probe->stmt, column) == value.number;
	return strcmp(stmt_column_text(probe->stmt, column), value.text) == 0;
}

enum ch_status record_probe_same(struct record_probe *probe, int64_t id, const void *given, bool *same,
				 struct ch_error *err)
{
	enum ch_status status = go_to(probe, id, err);

	*same = status == CH_OK && probe->at != 0;
	for (size_t i = 0; *same && i < probe->count; i++) {
		struct record_value value =
			record_value(&probe->entity->fields[probe->fields[i]], given, &probe->scratch);
		if (value.is_number || value.text != NULL)
			*same = is_same(probe, (int)i + 1, value);
	}
	ch_arena_reset(&probe->scratch);
	return status;
}
