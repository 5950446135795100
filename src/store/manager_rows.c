/* The numbers reach the statement by a function of SQL, which is theirs for as long as it runs. */
#include "store/manager_rows.h"

#include "store/db_private.h"
#include "store/stmt.h"

enum { AT_ONCE = 4096 }; /* SQLite keeps the pages that a statement changes until it ends */

struct given {
	int64_t first_id;
	const uint32_t *ids;
	size_t count;
};

static void give(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct given *given = sqlite3_user_data(context);
	int64_t place = sqlite3_value_int64(values[0]) - given->first_id;

	(void)count;
	if (place >= 0 && (uint64_t)place < given->count && given->ids[place] != 0)
		sqlite3_result_int64(context, given->ids[place]);
}

static int set_function(struct db *db, struct given *given)
{
	return sqlite3_create_function_v2(db->handle, "given_manager", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, given,
					  given == NULL ? NULL : give, NULL, NULL, NULL);
}

static enum ch_status run_over(struct db *db, const char *sql, int64_t first_id, const uint32_t *ids, size_t count,
			       struct ch_error *err)
{
	struct given given = {.first_id = first_id, .ids = ids, .count = count};
	int code = set_function(db, &given);

	if (code != SQLITE_OK)
		return db_fail(db, code, err);
	struct stmt *q = stmt_new(db, sql);
	enum ch_status status = CH_OK;
	for (int64_t first = first_id; status == CH_OK && first < first_id + (int64_t)count; first += AT_ONCE) {
		stmt_bind_int(q, "first", first);
		stmt_bind_int(q, "end", first + AT_ONCE);
		status = stmt_run(q, NULL, err);
	}
	stmt_free(q);
	set_function(db, NULL);
	return status;
}

enum ch_status manager_rows_write(struct db *db, int64_t first_id, const uint32_t *ids, size_t count,
				  struct ch_error *err)
{
	return run_over(db,
			"UPDATE main.person SET manager_id = given_manager(person_id)"
			" WHERE person_id >= :first AND person_id < :end AND manager_id IS NULL"
			" AND given_manager(person_id) > 0",
			first_id, ids, count, err);
}

enum ch_status manager_rows_take_back(struct db *db, int64_t first_id, const uint32_t *ids, size_t count,
				      struct ch_error *err)
{
	return run_over(db,
			"UPDATE main.person SET manager_id = NULL"
			" WHERE person_id >= :first AND person_id < :end AND manager_id = given_manager(person_id)",
			first_id, ids, count, err);
}
