/*
 * What holds for every statement there is, and will be: it prepares, its
 * columns are those that the code reads (its parameters are held by stmt.c at
 * every step), and its plan has no SCAN unless it says why. And: the columns of
 * a table are the fields of its entity.
 */
#include <ctype.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/buffer.h"
#include "chiron/field.h"
#include "store/stmt.h"
#include "support/temp_dir.h"

static struct db *open_new(struct temp_dir *dir)
{
	struct ch_error err = CH_NO_ERROR;
	struct db *db = NULL;

	if (db_create(temp_dir_file(dir, "scheme.db"), &db, &err) != CH_OK)
		fail_msg("%s", err.message);
	return db;
}

static void every_statement_prepares(void **state)
{
	struct db *db = open_new(*state);

	for (int i = 0; i < SQL_STATEMENT_COUNT; i++) {
		struct stmt *q = stmt_new(db, statements[i].text);
		if (stmt_column_count(q) == 0 && strncmp(statements[i].text, "SELECT", 6) == 0)
			fail_msg("%s:%d %s does not prepare", statements[i].file, statements[i].line,
				 statements[i].name);
		stmt_free(q);
	}
	db_close(db);
}

/* The sources that mention a statement, joined. nftw() has no place for what is the caller's. */
static struct ch_buffer sources;
static char wanted[80];

static int add_source(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	size_t length = strlen(path);

	(void)ftw;
	if (type != FTW_F || length < 2 || strcmp(path + length - 2, ".c") != 0)
		return 0;
	FILE *file = fopen(path, "r");
	char *text = malloc((size_t)st->st_size + 1);
	assert_non_null(file);
	assert_non_null(text);
	text[fread(text, 1, (size_t)st->st_size, file)] = '\0';
	if (strstr(text, wanted) != NULL)
		ch_buffer_add(&sources, text);
	free(text);
	fclose(file);
	return 0;
}

static int complain(const char *what, const char *a, const char *b)
{
	print_error("%s: %s, %s\n", what, a, b);
	return 1;
}

static void every_column_is_read(void **state)
{
	int wrong = 0;
	struct db *db = open_new(*state);
	char quoted[80];

	for (int i = 0; i < SQL_STATEMENT_COUNT; i++) {
		struct stmt *q = stmt_new(db, statements[i].text);
		sources = CH_BUFFER_EMPTY;
		snprintf(wanted, sizeof wanted, "SQL_%s", statements[i].name);
		for (char *c = wanted; *c != '\0'; c++)
			*c = (char)toupper((unsigned char)*c);
		nftw("src", add_source, 16, 0);
		if (sources.length == 0)
			wrong += complain("used nowhere", statements[i].name, "");
		for (int column = 0; column < stmt_column_count(q); column++) {
			const char *name = stmt_column_name(q, column);
			snprintf(quoted, sizeof quoted, "\"%s\"", name);
			if (strcmp(name, "found") != 0 && strstr(sources.text, quoted) == NULL)
				wrong += complain("a column that nothing reads", name, statements[i].name);
		}
		ch_buffer_release(&sources);
		stmt_free(q);
	}
	db_close(db);
	assert_int_equal(wrong, 0);
}

static bool is_table(struct db *db, const char *name)
{
	struct stmt *q = stmt_new(db, "SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND name = :name");
	struct ch_error err = CH_NO_ERROR;
	bool row = false;

	stmt_bind_text(q, "name", name);
	assert_int_equal(stmt_step(q, &row, &err), CH_OK);
	stmt_free(q);
	return row;
}

/* "SCAN person USING ..." of a real table; an alias is the table's name or begins no table we know. */
static bool is_scan(struct db *db, const char *detail)
{
	char name[80];

	return sscanf(detail, "SCAN %79s", name) == 1 && is_table(db, name);
}

/*
 * Almost all sessions are held: to find those of a pairing among all that are reads the whole scheme, and does not look
 * like a scan. "(+state) = 'held'" keeps SQLite from it.
 */
static bool goes_by_state_alone(const char *detail)
{
	return strstr(detail, " (state=?)") != NULL;
}

static void no_plan_scans_in_silence(void **state)
{
	int wrong = 0;
	struct db *db = open_new(*state);
	struct ch_error err = CH_NO_ERROR;

	for (int i = 0; i < SQL_STATEMENT_COUNT; i++) {
		struct ch_buffer sql = CH_BUFFER_EMPTY;
		bool row = true;
		ch_buffer_printf(&sql, "EXPLAIN QUERY PLAN %s", statements[i].text);
		struct stmt *q = stmt_new(db, sql.text);
		stmt_bind_nothing(q);
		while (stmt_step(q, &row, &err) == CH_OK && row) {
			const char *detail = stmt_text(q, "detail");

			if (statements[i].scan_reason == NULL && (is_scan(db, detail) || goes_by_state_alone(detail)))
				wrong += complain("a scan without a reason", statements[i].name, detail);
		}
		assert_int_equal(err.status, CH_OK);
		stmt_free(q);
		ch_buffer_release(&sql);
	}
	db_close(db);
	assert_int_equal(wrong, 0);
}

static void columns_are_fields(void **state)
{
	struct db *db = open_new(*state);
	struct ch_error err = CH_NO_ERROR;

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		struct stmt *q = stmt_new(db, "SELECT name FROM pragma_table_info(:entity)");
		size_t columns = 0;
		bool row = true;
		stmt_bind_text(q, "entity", entity->name);
		while (stmt_step(q, &row, &err) == CH_OK && row) {
			columns++;
			if (ch_field_named(entity, stmt_text(q, "name")) == NULL)
				fail_msg("%s.%s is no field", entity->name, stmt_text(q, "name"));
		}
		assert_int_equal(columns, entity->field_count);
		stmt_free(q);
	}
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_statement_prepares, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(every_column_is_read, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(no_plan_scans_in_silence, temp_dir_setup, temp_dir_teardown),
		cmocka_unit_test_setup_teardown(columns_are_fields, temp_dir_setup, temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
