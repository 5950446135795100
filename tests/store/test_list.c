/*
 * The statements of lists: each prepares in every order and with a filter on every column, and none reads more
 * than it must.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/temp_dir.h"
#include "store/db_private.h"
#include "store/list_compose.h"
#include "store/stmt.h"

struct fixture {
	struct temp_dir *dir;
	struct db *db;
	struct ch_error err;
	int statements;
};

static int open_file(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	void *dir = NULL;

	if (f == NULL || temp_dir_setup(&dir) != 0)
		return -1;
	f->dir = dir;
	if (db_create(temp_dir_file(f->dir, "lists.chiron"), &f->db, &f->err) != CH_OK ||
	    list_functions(f->db, &f->err) != CH_OK) {
		print_error("%s\n", f->err.message);
		return -1;
	}
	*state = f;
	return 0;
}

static int close_file(void **state)
{
	struct fixture *f = *state;
	void *dir = f->dir;

	db_close(f->db);
	free(f);
	return temp_dir_teardown(&dir);
}

/*
 * A line of a plan that reads a whole table or index; one row made of nothing is none, nor what a recursion found or a
 * subquery gives: how that finds it has lines of its own.
 */
static bool is_scan(const char *line)
{
	return strncmp(line, "SCAN ", 5) == 0 && strcmp(line, "SCAN CONSTANT ROW") != 0 &&
	       strncmp(line, "SCAN (subquery-", 15) != 0 &&
	       strcmp(line, "SCAN above") != 0 && strcmp(line, "SCAN below") != 0 &&
	       strcmp(line, "SCAN k") != 0; /* coordinators, who are few */
}

/*
 * Sorting what was found; a list sorted by a person sorts only the rows of those called alike, and one row needs
 * none.
 */
static bool is_sort(const struct list_request *request, const char *line)
{
	if (request->sort->lead != NULL || (list_sorted_by_id(request) && list_filter_fixes_order(request)))
		return false;
	return strncmp(line, "USE TEMP B-TREE", 15) == 0;
}

/* A programme's pairings may be most of the file; only programmes count them. */
static bool is_detour(const struct list_request *request, const char *line)
{
	return request->info->entity != CH_PROGRAMME && strstr(line, "pairing_by_programme") != NULL;
}

/* Directly, since nothing is bound: a plan does not depend on values here. */
static void check_plan(struct fixture *f, const struct list_request *request, const char *sql, bool may_sort)
{
	struct ch_buffer explain = CH_BUFFER_EMPTY;
	sqlite3_stmt *q = NULL;

	ch_buffer_printf(&explain, "EXPLAIN QUERY PLAN %s", sql);
	if (sqlite3_prepare_v2(f->db->handle, explain.text, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s\n%s", sqlite3_errmsg(f->db->handle), sql);
	while (sqlite3_step(q) == SQLITE_ROW) {
		const char *line = (const char *)sqlite3_column_text(q, 3);

		if (is_scan(line) || is_detour(request, line) || (!may_sort && is_sort(request, line)))
			fail_msg("%s\n%s", line, sql);
	}
	sqlite3_finalize(q);
	ch_buffer_release(&explain);
	f->statements++;
}

static void check_parts(struct fixture *f, const struct list_request *request, bool may_sort)
{
	for (int part = LIST_FROM_END; part <= LIST_BEYOND; part++) {
		struct ch_buffer sql = CH_BUFFER_EMPTY;

		if (part == LIST_TIES && list_sorted_by_id(request))
			continue;
		list_compose_page(&sql, request, (enum list_part)part);
		check_plan(f, request, sql.text, may_sort);
		ch_buffer_release(&sql);
	}
}

/* Runs `check` for every list, order and direction, with an empty filter and a query for nothing in particular. */
static void for_every_order(struct fixture *f, void (*check)(struct fixture *f, struct list_request *request))
{
	for (int list = CH_LIST_PEOPLE; list < CH_LIST_COUNT; list++) {
		const struct list_info *info = list_info((enum ch_list_id)list);

		for (size_t i = 0; i < info->column_count * 2; i++) {
			struct ch_list_query query = {.list = (enum ch_list_id)list};
			struct list_filter filter = {.count = 0};
			struct list_request request = {
				.query = &query,
				.info = info,
				.filter = &filter,
				.sort = &info->columns[i / 2],
				.descending = i % 2 != 0,
			};

			if (request.sort->sort != NULL)
				check(f, &request);
		}
	}
	assert_true(f->statements > 100);
}

static void check_unfiltered(struct fixture *f, struct list_request *request)
{
	check_parts(f, request, false);
}

static void a_page_is_a_walk_along_an_index(void **state)
{
	for_every_order(*state, check_unfiltered);
}

static enum list_match match_of(const struct list_column *column, const struct ch_column *face)
{
	switch (face->type) {
	case CH_TYPE_CHOICES:
		return LIST_CODE;
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_INTERVAL:
		return LIST_CONTAINS;
	case CH_TYPE_LIST:
		return column->terms ? LIST_TERM : LIST_CONTAINS;
	default:
		return LIST_EQUAL;
	}
}

static void check_filtered(struct fixture *f, struct list_request *request)
{
	const struct ch_column *faces = list_columns(request->query->list);
	struct list_filter filter = {.count = 2, .terms[1] = {.match = LIST_WORD, .value_count = 1}};

	request->filter = &filter;
	for (size_t i = 0; i < request->info->column_count; i++) {
		const struct list_column *column = &request->info->columns[i];
		enum list_match first = match_of(column, &faces[i]);

		filter.terms[0] = (struct list_term){.column = column, .type = faces[i].type, .value_count = 1};
		for (int match = first; match <= (int)(first < LIST_EQUAL ? first : LIST_NOT_KNOWN); match++) {
			filter.terms[0].match = (enum list_match)match;
			filter.terms[0].negated = i % 2 != 0;
			check_parts(f, request, false);
		}
	}
}

static void a_filter_takes_no_other_way(void **state)
{
	for_every_order(*state, check_filtered);
}

static void check_narrowed(struct fixture *f, struct list_request *request)
{
	const struct ch_list_query query = *request->query;
	struct ch_list_query narrowed = query;

	request->query = &narrowed;
	if (request->info->of_person != NULL) {
		narrowed.person_id = 1;
		check_parts(f, request, true);
		narrowed = query;
		request->own = true;
		check_parts(f, request, true);
		request->own = false;
	}
	narrowed.pairing_id = request->info->of_pairing != NULL;
	check_parts(f, request, true);
	narrowed = query;
	/* A programme has much of a scheme: its records are found along the order of the list. */
	narrowed.programme_id = request->info->of_programme != NULL;
	check_parts(f, request, request->info->entity == CH_PROGRAMME);
}

static void what_narrows_a_list_finds_its_rows(void **state)
{
	for_every_order(*state, check_narrowed);
}

static void check_count(struct fixture *f, struct list_request *request)
{
	struct list_filter filter = {.count = 1, .terms[0] = {.match = LIST_WORD, .value_count = 1}};
	struct ch_buffer plain = CH_BUFFER_EMPTY, filtered = CH_BUFFER_EMPTY;

	list_compose_count(&plain, request);
	assert_null(strstr(plain.text, "JOIN"));
	request->filter = &filter;
	list_compose_count(&filtered, request);
	struct stmt *q = stmt_new(f->db, filtered.text);
	assert_true(stmt_has_parameter(q, "f0_0"));
	stmt_free(q);
	ch_buffer_release(&plain);
	ch_buffer_release(&filtered);
	f->statements++;
}

static void counting_joins_only_what_it_asks_about(void **state)
{
	struct fixture *f = *state;
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	struct ch_list_query query = {.list = CH_LIST_SESSIONS, .programme_id = 1};
	struct list_filter filter = {.count = 0};
	struct list_request request = {.query = &query, .info = list_info(CH_LIST_SESSIONS), .filter = &filter};

	list_compose_count(&sql, &request);
	assert_string_equal(sql.text, "SELECT count(*) AS count FROM session AS session"
				      " CROSS JOIN pairing AS pairing ON pairing.pairing_id = session.pairing_id"
				      " WHERE 1 AND (+pairing.programme_id) = :programme_id");
	ch_buffer_release(&sql);
	f->statements = 100;
	for_every_order(f, check_count);
}

static int64_t number_of(struct fixture *f, const char *sql)
{
	struct stmt *q = stmt_new(f->db, sql);
	bool row = false;

	if (stmt_step(q, &row, &f->err) != CH_OK || !row)
		fail_msg("%s: %s", sql, f->err.message);
	int64_t number = stmt_int(q, "n");
	stmt_free(q);
	return number;
}

static void contains_compares_folded(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(number_of(f, "SELECT contains('Die F\u00dcHRUNG', 'fuhrung') AS n"), 1);
	assert_int_equal(number_of(f, "SELECT contains('Housing', 'using x') AS n"), 0);
	assert_int_equal(number_of(f, "SELECT contains(NULL, 'a') AS n"), CH_UNKNOWN);
	assert_int_equal(number_of(f, "SELECT contains(CAST(x'61ff62' AS TEXT), 'a') AS n"), 1);
	assert_int_equal(list_functions(f->db, &f->err), CH_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_file, close_file)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_is_a_walk_along_an_index),
		TEST(a_filter_takes_no_other_way),
		TEST(what_narrows_a_list_finds_its_rows),
		TEST(counting_joins_only_what_it_asks_about),
		TEST(contains_compares_folded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
