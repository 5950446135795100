/*
 * Statements are cached per connection by their number. Names are looked up by
 * comparing them, beginning after the one that was used last: mostly they are
 * bound and read in the order in which the statement has them.
 */
#include "store/stmt.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/db_private.h"

struct stmt {
	struct db *db;
	sqlite3_stmt *handle; /* NULL where preparing failed */
	int prepare_code;
	const char *name; /* for fault messages; NULL: its text is said instead */
	uint64_t bound;	  /* parameters that were given a value, by their number */
	int parameter_count, next_parameter, next_column; /* next_parameter and next_column count from 0 */
	char **parameters; /* their names, without the colon; copies, for SQLite's move when it prepares anew */
};

_Noreturn static void fault(const struct stmt *stmt, const char *what, const char *name)
{
	const char *called = stmt->name != NULL ? stmt->name : sqlite3_sql(stmt->handle);
	char text[300];

	snprintf(text, sizeof text, "statement %.120s has no %s %.60s", called != NULL ? called : "", what, name);
	ch_abort(text);
}

static void note_parameters(struct stmt *stmt)
{
	stmt->parameter_count = sqlite3_bind_parameter_count(stmt->handle);
	if (stmt->parameter_count == 0)
		return;
	stmt->parameters = calloc((size_t)stmt->parameter_count, sizeof *stmt->parameters);
	for (int i = 0; stmt->parameters != NULL && i < stmt->parameter_count; i++) {
		const char *name = sqlite3_bind_parameter_name(stmt->handle, i + 1);
		stmt->parameters[i] = strdup(name == NULL ? "" : name + 1);
		if (stmt->parameters[i] == NULL)
			ch_abort("out of memory");
	}
	if (stmt->parameters == NULL)
		ch_abort("out of memory");
}

static struct stmt *prepare(struct db *db, const char *sql, const char *name, unsigned flags)
{
	struct stmt *stmt = calloc(1, sizeof *stmt);

	if (stmt == NULL)
		ch_abort("out of memory");
	stmt->db = db;
	stmt->name = name;
	stmt->prepare_code = sqlite3_prepare_v3(db->handle, sql, -1, flags, &stmt->handle, NULL);
	note_parameters(stmt);
	return stmt;
}

static void forget(struct stmt *stmt)
{
	sqlite3_finalize(stmt->handle);
	for (int i = 0; i < stmt->parameter_count; i++)
		free(stmt->parameters[i]);
	free(stmt->parameters);
	free(stmt);
}

struct stmt *stmt_ready(struct db *db, enum statement_id id)
{
	struct stmt **slot = &db->statements[id];

	if (*slot != NULL && (*slot)->prepare_code != SQLITE_OK) {
		forget(*slot);
		*slot = NULL;
	}
	if (*slot == NULL)
		*slot = prepare(db, statements[id].text, statements[id].name, SQLITE_PREPARE_PERSISTENT);
	stmt_clear(*slot);
	return *slot;
}

struct stmt *stmt_new(struct db *db, const char *sql)
{
	return prepare(db, sql, NULL, 0);
}

void stmt_free(struct stmt *stmt)
{
	if (stmt != NULL)
		forget(stmt);
}

static void forget_slot(struct stmt **slot)
{
	if (*slot != NULL)
		forget(*slot);
	*slot = NULL;
}

void stmt_finalize_all(struct db *db)
{
	for (int i = 0; i < SQL_STATEMENT_COUNT; i++)
		forget_slot(&db->statements[i]);
	for (int entity = 0; entity < CH_ENTITY_COUNT; entity++)
		for (int verb = 0; verb < RECORD_VERBS; verb++)
			forget_slot(&db->records[entity][verb]);
}

bool stmt_is_prepared(const struct stmt *stmt)
{
	return stmt->prepare_code == SQLITE_OK;
}

void stmt_clear(struct stmt *stmt)
{
	stmt_reset(stmt);
	if (stmt->handle != NULL)
		sqlite3_clear_bindings(stmt->handle);
	stmt->bound = 0;
}

static void note_bound(struct stmt *stmt, int place)
{
	stmt->bound |= UINT64_C(1) << (place & 63);
}

/* The number of the parameter, from 1; 0 where there is none. */
static int find_parameter(struct stmt *stmt, const char *name)
{
	for (int i = 0; i < stmt->parameter_count; i++) {
		int at = stmt->next_parameter < stmt->parameter_count ? stmt->next_parameter : 0;
		stmt->next_parameter = at + 1;
		if (strcmp(stmt->parameters[at], name) == 0)
			return at + 1;
	}
	return 0;
}

static int parameter(struct stmt *stmt, const char *name)
{
	if (stmt->handle == NULL)
		return 0;
	int index = find_parameter(stmt, name);
	if (index == 0)
		fault(stmt, "parameter", name);
	note_bound(stmt, index);
	return index;
}

/* A forgotten parameter would silently be NULL. */
static void demand_all_bound(const struct stmt *stmt)
{
	for (int i = 1; i <= stmt->parameter_count; i++)
		if (!(stmt->bound & UINT64_C(1) << (i & 63)))
			fault(stmt, "value for", stmt->parameters[i - 1]);
}

void stmt_bind_nothing(struct stmt *stmt)
{
	stmt->bound = UINT64_MAX;
}

void stmt_unbind(struct stmt *stmt)
{
	if (stmt->handle != NULL)
		sqlite3_clear_bindings(stmt->handle);
	stmt_bind_nothing(stmt);
}

bool stmt_has_parameter(const struct stmt *stmt, const char *name)
{
	for (int i = 0; i < stmt->parameter_count; i++)
		if (strcmp(stmt->parameters[i], name) == 0)
			return true;
	return false;
}

void stmt_bind_int(struct stmt *stmt, const char *name, int64_t value)
{
	int index = parameter(stmt, name);

	if (value == CH_UNKNOWN)
		sqlite3_bind_null(stmt->handle, index);
	else
		sqlite3_bind_int64(stmt->handle, index, value);
}

void stmt_bind_id(struct stmt *stmt, const char *name, int64_t id)
{
	stmt_bind_int(stmt, name, id == 0 ? CH_UNKNOWN : id);
}

void stmt_bind_text(struct stmt *stmt, const char *name, const char *text)
{
	sqlite3_bind_text(stmt->handle, parameter(stmt, name), text, -1, SQLITE_TRANSIENT);
}

void stmt_place_int(struct stmt *stmt, int place, int64_t value)
{
	sqlite3_bind_int64(stmt->handle, place, value);
	note_bound(stmt, place);
}

void stmt_place_id(struct stmt *stmt, int place, int64_t id)
{
	if (id != 0)
		sqlite3_bind_int64(stmt->handle, place, id);
	else
		sqlite3_bind_null(stmt->handle, place);
	note_bound(stmt, place);
}

void stmt_place_text(struct stmt *stmt, int place, const char *text, int length)
{
	sqlite3_bind_text(stmt->handle, place, text, length, SQLITE_STATIC);
	note_bound(stmt, place);
}

void stmt_bind_date(struct stmt *stmt, const char *name, ch_date date)
{
	char iso[CH_DATE_SIZE];

	stmt_bind_text(stmt, name, date == CH_NO_DATE ? NULL : ch_date_iso(date, iso));
}

void stmt_bind_blob(struct stmt *stmt, const char *name, const void *bytes, size_t length)
{
	sqlite3_bind_blob64(stmt->handle, parameter(stmt, name), bytes, length, SQLITE_TRANSIENT);
}

enum ch_status stmt_step(struct stmt *stmt, bool *row, struct ch_error *err)
{
	*row = false;
	if (stmt->prepare_code != SQLITE_OK)
		return db_fail(stmt->db, stmt->prepare_code, err);
	demand_all_bound(stmt);
	int code = sqlite3_step(stmt->handle);
	if (code == SQLITE_ROW) {
		*row = true;
		return CH_OK;
	}
	if (code == SQLITE_DONE) {
		sqlite3_reset(stmt->handle);
		return CH_OK;
	}
	enum ch_status status = db_fail(stmt->db, code, err);
	sqlite3_reset(stmt->handle);
	return status;
}

enum ch_status stmt_run(struct stmt *stmt, int64_t *changed, struct ch_error *err)
{
	bool row;
	enum ch_status status = stmt_step(stmt, &row, err);

	if (status == CH_OK && changed != NULL)
		*changed = sqlite3_changes64(stmt->db->handle);
	stmt_reset(stmt);
	return status;
}

void stmt_reset(struct stmt *stmt)
{
	sqlite3_reset(stmt->handle);
}

static int place_of(struct stmt *stmt, const char *name)
{
	int count = sqlite3_column_count(stmt->handle);

	for (int i = 0; i < count; i++) {
		int at = stmt->next_column < count ? stmt->next_column : 0;
		stmt->next_column = at + 1;
		if (strcmp(sqlite3_column_name(stmt->handle, at), name) == 0)
			return at;
	}
	fault(stmt, "column", name);
}

int64_t stmt_int(struct stmt *stmt, const char *name)
{
	int i = place_of(stmt, name);

	return sqlite3_column_type(stmt->handle, i) == SQLITE_NULL ? CH_UNKNOWN : sqlite3_column_int64(stmt->handle, i);
}

int64_t stmt_id(struct stmt *stmt, const char *name)
{
	return sqlite3_column_int64(stmt->handle, place_of(stmt, name));
}

const char *stmt_text(struct stmt *stmt, const char *name)
{
	return (const char *)sqlite3_column_text(stmt->handle, place_of(stmt, name));
}

const char *stmt_copy(struct stmt *stmt, const char *name, struct ch_arena *arena)
{
	return ch_arena_copy(arena, stmt_text(stmt, name));
}

ch_date stmt_date(struct stmt *stmt, const char *name)
{
	const char *text = stmt_text(stmt, name);

	return text == NULL ? CH_NO_DATE : ch_date_from_iso(text);
}

int stmt_column_count(const struct stmt *stmt)
{
	return sqlite3_column_count(stmt->handle);
}

const char *stmt_column_name(const struct stmt *stmt, int i)
{
	return sqlite3_column_name(stmt->handle, i);
}

const char *stmt_column_text(struct stmt *stmt, int i)
{
	return (const char *)sqlite3_column_text(stmt->handle, i);
}

int64_t stmt_column_int(struct stmt *stmt, int i)
{
	return sqlite3_column_int64(stmt->handle, i);
}

bool stmt_column_is_null(struct stmt *stmt, int i)
{
	return sqlite3_column_type(stmt->handle, i) == SQLITE_NULL;
}

const void *stmt_column_blob(struct stmt *stmt, const char *name, size_t *length)
{
	int i = place_of(stmt, name);
	const void *bytes = sqlite3_column_blob(stmt->handle, i);

	*length = (size_t)sqlite3_column_bytes(stmt->handle, i);
	return bytes;
}
