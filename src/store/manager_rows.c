/* The numbers reach the statement by a function of SQL, which is theirs for as long as it runs. */
#include "store/manager_rows.h"

#include "store/db_private.h"
#include "store/stmt.h"

enum {
	AT_ONCE = 4096, /* SQLite keeps the pages that a statement changes until it ends */
	APART = 16	/* rows that are read for nothing in less than another statement takes */
};

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

/* Sets *first and *end to the next people at or behind *end who are given somebody, with few between who are not. */
static bool next_stretch(const struct given *given, size_t *first, size_t *end)
{
	size_t at = *end;

	while (at < given->count && given->ids[at] == 0)
		at++;
	*first = *end = at;
	for (; at < given->count && at < *end + APART && at < *first + AT_ONCE; at++)
		if (given->ids[at] != 0)
			*end = at + 1;
	return *end > *first;
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
	for (size_t first, end = 0; status == CH_OK && next_stretch(&given, &first, &end);) {
		stmt_bind_int(q, "first", first_id + (int64_t)first);
		stmt_bind_int(q, "end", first_id + (int64_t)end);
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
