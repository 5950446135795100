/*
 * A query is a statement of stmt.h under restriction. The authorizer speaks
 * when SQLite compiles the text, and again whenever it compiles it anew, so it
 * stays on for as long as the query lives.
 */
#include "store/query.h"

#include <stdlib.h>
#include <string.h>

#include "store/db_private.h"
#include "store/limit.h"
#include "store/stmt.h"

enum { MILLION = 1000000 };

enum { KEPT_MOST = 192 };

/* A statement that is kept. */
struct kept_query {
	char *sql;
	size_t length;
	struct stmt *stmt;
	bool busy; /* a query runs it */
};

struct query {
	struct db *db;
	struct stmt *stmt;
	struct kept_query *kept; /* what `stmt` is of; NULL: it is the query's own */
	bool refused; /* by its text alone */
	bool restricts; /* the restriction is this query's and ends with it */
	int limit;	/* millions of SQLite's steps that it may take; 0: no limit */
};

/*
 * The authorizer lets `outcome` alone read `outcome_answer`, and that alone read the answers (R72). But it is told
 * names, and a table that the text makes with WITH may have the name of a view. So the text must not have the inner
 * name at all: without it, nothing that it makes reads an answer. SQLite has one spelling of a name but for its case.
 */
static bool names_inner_view(const char *sql)
{
	return sqlite3_strlike("%outcome^_answer%", sql, '^') == 0;
}

/*
 * SQLite makes the table json_each when a text first names it, by a statement that the authorizer would refuse: made
 * before, it is there. It reads nothing but what it is given.
 */
static void make_json_known(struct db *db, const char *sql)
{
	bool restricted = db->restricted;

	if (sqlite3_strlike("%json_each%", sql, 0) != 0)
		return;
	db->restricted = false;
	sqlite3_exec(db->handle, "SELECT 1 FROM json_each('[]')", NULL, NULL, NULL);
	db->restricted = restricted;
}

/* A query under restriction, which has no statement yet. */
static struct query *begin(struct db *db, const char *sql)
{
	struct query *query = calloc(1, sizeof(*query));

	if (query == NULL)
		ch_abort("out of memory");
	query->db = db;
	query->refused = names_inner_view(sql) || limit_evades(db, sql);
	query->restricts = !db->restricted;
	make_json_known(db, sql);
	if (query->restricts)
		db_restrict(db, true);
	return query;
}

struct query *query_new(struct db *db, const char *sql)
{
	struct query *query = begin(db, sql);

	query->stmt = stmt_new(db, sql);
	stmt_bind_nothing(query->stmt);
	return query;
}

static struct kept_query *find_kept(struct db *db, const char *sql, size_t length)
{
	for (size_t i = 0; i < db->kept_count; i++)
		if (db->kept[i].length == length && memcmp(db->kept[i].sql, sql, length) == 0)
			return &db->kept[i];
	return NULL;
}

/* NULL where there is no room. */
static struct kept_query *keep(struct db *db, const char *sql, size_t length)
{
	struct kept_query *kept;

	if (db->kept == NULL)
		db->kept = calloc(KEPT_MOST, sizeof(*db->kept));
	if (db->kept == NULL)
		ch_abort("out of memory");
	if (db->kept_count == KEPT_MOST)
		return NULL;
	kept = &db->kept[db->kept_count++];
	kept->sql = strdup(sql);
	if (kept->sql == NULL)
		ch_abort("out of memory");
	kept->length = length;
	kept->stmt = stmt_new(db, kept->sql);
	return kept;
}

struct query *query_again(struct db *db, const char *sql)
{
	size_t length = strlen(sql);
	struct kept_query *kept = find_kept(db, sql, length);

	if (kept != NULL && (kept->busy || !stmt_is_prepared(kept->stmt)))
		return query_new(db, sql);
	struct query *query = begin(db, sql);

	if (kept == NULL)
		kept = keep(db, sql, length);
	query->kept = kept;
	query->stmt = kept != NULL ? kept->stmt : stmt_new(db, sql);
	if (kept != NULL)
		kept->busy = true;
	stmt_clear(query->stmt);
	stmt_bind_nothing(query->stmt);
	return query;
}

void query_forget_kept(struct db *db)
{
	for (size_t i = 0; i < db->kept_count; i++) {
		stmt_free(db->kept[i].stmt);
		free(db->kept[i].sql);
	}
	free(db->kept);
	db->kept = NULL;
	db->kept_count = 0;
}

void query_free(struct query *query)
{
	if (query == NULL)
		return;
	if (query->limit > 0)
		db_bound_steps(query->db, 0);
	if (query->kept != NULL) {
		stmt_clear(query->stmt);
		query->kept->busy = false;
	} else {
		stmt_free(query->stmt);
	}
	if (query->restricts)
		db_restrict(query->db, false);
	free(query);
}

char *query_narrowed(const char *sql, const struct query_scope *scope, struct ch_arena *arena)
{
	const char *subject = scope->subject_id != 0 ? " AND subject_id = :subject" : "";
	const char *programme = scope->programme_id != 0 ? " AND programme_id = :programme" : "";
	const char *actor = scope->actor_id != 0
				    ? " AND pairing_id IN (SELECT pairing_id FROM pairing WHERE guide_id = :actor"
				      " UNION SELECT pairing_id FROM pairing WHERE learner_id = :actor)"
				    : "";

	return ch_arena_printf(arena, "SELECT * FROM (\n%s\n) WHERE 1%s%s%s", sql, subject, programme, actor);
}

void query_bind_scope(struct query *query, const struct query_scope *scope)
{
	query_bind_id(query, "subject", scope->subject_id);
	query_bind_id(query, "programme", scope->programme_id);
	query_bind_id(query, "actor", scope->actor_id);
}

void query_bind_id(struct query *query, const char *name, int64_t id)
{
	if (stmt_has_parameter(query->stmt, name))
		stmt_bind_id(query->stmt, name, id);
}

void query_bind_date(struct query *query, const char *name, ch_date date)
{
	if (stmt_has_parameter(query->stmt, name))
		stmt_bind_date(query->stmt, name, date);
}

void query_limit(struct query *query, int millions)
{
	query->limit = millions;
	db_bound_steps(query->db, (int64_t)millions * MILLION);
}

enum ch_status query_step(struct query *query, bool *row, struct ch_error *err)
{
	if (query->refused)
		return db_fail(query->db, SQLITE_AUTH, err);
	enum ch_status status = stmt_step(query->stmt, row, err);

	if (status == CH_STOPPED && query->limit > 0 && db_steps_ran_out(query->db)) {
		*err = CH_NO_ERROR;
		ch_fail(err, CH_DATA, _("it was stopped after %d million steps"), query->limit);
		return ch_error_fix(err, _("let it look at less: compare columns that have an index (docs/schema.md)"));
	}
	return status;
}

/* The line of the text in which the byte at `offset` stands, the first being `line`. */
static int line_of(const char *text, int offset, int line)
{
	for (int i = 0; i < offset && text[i] != '\0'; i++)
		line += text[i] == '\n';
	return line;
}

static enum ch_status say_wrong(struct db *db, const char *sql, const char *file, int line, int code,
				struct ch_error *err)
{
	int offset = sqlite3_error_offset(db->handle);

	line = line_of(sql, offset > 0 ? offset : 0, line);
	if (code == SQLITE_AUTH)
		ch_fail(err, CH_NOT_ALLOWED,
			_("%s:%d: it asks for what checks and reports may not read, or for something but reading"),
			file, line);
	else
		ch_fail(err, CH_DATA, _("%s:%d: the query is not understood: %s"), file, line,
			sqlite3_errmsg(db->handle));
	if (code == SQLITE_AUTH)
		return ch_error_fix(err, _("what the pairs wrote, the journal and the audit log's details are "
					   "closed, and answers on forms are read by the view outcome alone; "
					   "it may only SELECT"));
	return ch_error_fix(err, _("the tables and their columns are in docs/schema.md"));
}

enum ch_status query_try(struct db *db, const char *sql, const char *file, int line, struct ch_error *err)
{
	sqlite3_stmt *handle = NULL;
	const char *rest = "";

	make_json_known(db, sql);
	db_restrict(db, true);
	bool evades = names_inner_view(sql) || limit_evades(db, sql);
	int code = evades ? SQLITE_AUTH : sqlite3_prepare_v2(db->handle, sql, -1, &handle, &rest);
	enum ch_status status = code == SQLITE_OK ? CH_OK : say_wrong(db, sql, file, line, code, err);

	if (status == CH_OK && rest[strspn(rest, " \t\r\n")] != '\0') {
		status = ch_fail(err, CH_DATA, _("%s:%d: there is more than one query"), file,
				 line_of(sql, (int)(rest - sql), line));
	}
	sqlite3_finalize(handle);
	db_restrict(db, false);
	return status;
}

size_t query_column_count(const struct query *query)
{
	return (size_t)stmt_column_count(query->stmt);
}

const char *query_column_name(const struct query *query, size_t column)
{
	return stmt_column_name(query->stmt, (int)column);
}

/* The place of a column; the number of columns where there is none of that name. */
static size_t place_of(const struct query *query, const char *name)
{
	size_t count = query_column_count(query), i = 0;

	while (i < count && strcmp(query_column_name(query, i), name) != 0)
		i++;
	return i;
}

bool query_has_column(const struct query *query, const char *name)
{
	return place_of(query, name) < query_column_count(query);
}

const char *query_text_at(struct query *query, size_t column)
{
	return stmt_column_text(query->stmt, (int)column);
}

const char *query_text(struct query *query, const char *name)
{
	size_t column = place_of(query, name);

	return column < query_column_count(query) ? query_text_at(query, column) : NULL;
}

int64_t query_id(struct query *query, const char *name)
{
	const char *text = query_text(query, name);

	return text != NULL ? strtoll(text, NULL, 10) : 0;
}
