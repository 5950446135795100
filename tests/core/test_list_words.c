/* Words looked up among many people: by the map of words the same is found as without it. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/temp_dir.h"
#include "core/scheme_private.h"
#include "list_scheme.h"
#include "store/word_map.h"

enum { PEOPLE = 5000, CROWD = 15000, PAGE = 20 };

/* Early and late in the list, in most of it, nowhere; parts of words, several words, either of two. */
static const char *const filters[] = {
	"p",	"person 1500", "p4999@",     "p4999@,p17@", "khan",	 "sam kh", "diaz",	 "xq",	       "x",
	"n 12", "n 12 p3",     "okafor,zzz", "-person",	    "-person o", "@ex",	   "person 777", "lee career", "é",
};
static const int64_t from[] = {0, 7, 3500, 5999};

/* The pages of every filter, order and beginning, one a line. */
static char *pages(struct list_scheme *scheme)
{
	struct ch_buffer all = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < sizeof(filters) / sizeof(filters[0]); i++)
		for (size_t j = 0; j < sizeof(from) / sizeof(from[0]) * 4; j++) {
			struct ch_list_query query = {.list = CH_LIST_PEOPLE,
						      .filter = filters[i],
						      .sort = j % 2 == 0 ? "name" : "-name",
						      .backward = j / 2 % 2 != 0,
						      .from_id = from[j / 4],
						      .limit = PAGE};
			int64_t count;

			ch_buffer_printf(&all, "%s: %s", filters[i], list_scheme_ids(scheme, query));
			query.from_id = 0;
			assert_int_equal(ch_list_count(&scheme->c, &query, &count, &scheme->err), CH_OK);
			ch_buffer_printf(&all, " of %" PRId64 "\n", count);
		}
	return all.text;
}

static bool looks_away(void *data, int64_t done, int64_t total)
{
	int *looks = data;

	(void)done, (void)total;
	return --*looks > 0;
}

static void prepare(struct list_scheme *scheme)
{
	assert_int_equal(ch_list_prepare(&scheme->c, CH_LIST_PEOPLE, &scheme->err), CH_OK);
	assert_true(word_map_applies(scheme->c.scheme->db));
}

static void the_same_is_found(void **state)
{
	struct list_scheme *scheme = *state;
	char *before, *half, *after;
	int looks = 2;
	const struct ch_work work = {.look = looks_away, .data = &looks};

	list_scheme_fill(scheme, PEOPLE);
	before = pages(scheme);
	scheme->c.work = &work; /* somebody types before it is done: it goes as far as it goes */
	assert_int_equal(ch_list_prepare(&scheme->c, CH_LIST_PEOPLE, &scheme->err), CH_STOPPED);
	scheme->c.work = NULL;
	scheme->err = CH_NO_ERROR;
	half = pages(scheme);
	prepare(scheme);
	after = pages(scheme);
	assert_string_equal(half, before);
	assert_string_equal(after, before);
	free(before);
	free(half);
	free(after);
}

/* The keys do not wait until all people of a large scheme are counted. */
static void counting_all_of_them_may_be_stopped(void **state)
{
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE};
	struct list_scheme *scheme = *state;
	int looks = 2; /* before, and once while it counts */
	const struct ch_work work = {.look = looks_away, .data = &looks};
	int64_t count;

	list_scheme_fill(scheme, CROWD);
	scheme->c.work = &work;
	assert_int_equal(ch_list_count(&scheme->c, &query, &count, &scheme->err), CH_STOPPED);
	scheme->c.work = NULL;
	scheme->err = CH_NO_ERROR;
	assert_int_equal(ch_list_count(&scheme->c, &query, &count, &scheme->err), CH_OK);
	assert_true(count >= CROWD);
}

/* A key that comes in the midst waits for the words of a few hundred people at most, and none are read twice for it. */
static void the_map_is_made_in_parts_that_no_key_waits_for(void **state)
{
	enum { ENOUGH = 100000, BETWEEN_LOOKS = 600, LOOKS_A_PART = 4, PARTS_MAX = PEOPLE / BETWEEN_LOOKS };
	struct list_scheme *scheme = *state;
	int looks = ENOUGH, parts = 1;
	const struct ch_work work = {.look = looks_away, .data = &looks};
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = "p4999@"};

	list_scheme_fill(scheme, PEOPLE);
	scheme->c.work = &work;
	prepare(scheme);
	assert_in_range(ENOUGH - looks, PEOPLE / BETWEEN_LOOKS, ENOUGH);
	word_map_free(scheme->c.scheme->db);
	for (looks = LOOKS_A_PART; ch_list_prepare(&scheme->c, CH_LIST_PEOPLE, &scheme->err) == CH_STOPPED; parts++) {
		scheme->err = CH_NO_ERROR;
		looks = LOOKS_A_PART;
		assert_in_range(parts, 1, PARTS_MAX);
	}
	scheme->c.work = NULL;
	assert_int_equal(scheme->err.status, CH_OK);
	assert_in_range(parts, 2, PARTS_MAX);
	assert_string_equal(list_scheme_ids(scheme, query), "5999");
}

/* Of a word that nobody has no row is read, of one that one has a few hundred. */
static void runs_without_the_word_are_passed_over(void **state)
{
	struct list_scheme *scheme = *state;
	const char *const none[] = {"xq"}, *const one[] = {"p4999@"};
	const struct word_choice nobody = {.words = none, .count = 1}, somebody = {.words = one, .count = 1};
	struct word_stretch stretch = {.at = 0};

	list_scheme_fill(scheme, PEOPLE);
	prepare(scheme);
	assert_false(word_map_next(scheme->c.scheme->db, &nobody, 1, false, &stretch));
	stretch = (struct word_stretch){.at = 0};
	assert_true(word_map_next(scheme->c.scheme->db, &somebody, 1, false, &stretch));
	assert_string_not_equal(stretch.from, "");
}

static void whoever_changes_is_found(void **state)
{
	struct list_scheme *scheme = *state;
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = "xq"};

	list_scheme_fill(scheme, PEOPLE);
	prepare(scheme);
	assert_string_equal(list_scheme_ids(scheme, query), "");
	list_scheme_sql(scheme, "UPDATE person SET search_key = 'anna xq' WHERE person_id = 3000");
	assert_false(word_map_applies(scheme->c.scheme->db));
	assert_string_equal(list_scheme_ids(scheme, query), "3000");
	prepare(scheme);
	assert_string_equal(list_scheme_ids(scheme, query), "3000");
}

static void others_who_change_somebody_are_heeded(void **state)
{
	struct list_scheme *scheme = *state;
	const struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = "xq"};
	struct ch_error err = CH_NO_ERROR;
	struct ch_scheme *other;

	list_scheme_fill(scheme, PEOPLE);
	prepare(scheme);
	assert_int_equal(ch_scheme_open(db_path(scheme->c.scheme->db), &other, &err), CH_OK);
	struct ch_scheme *own = scheme->c.scheme;

	scheme->c.scheme = other;
	list_scheme_sql(scheme, "UPDATE person SET search_key = 'anna xq' WHERE person_id = 3000");
	scheme->c.scheme = own;
	ch_scheme_close(other);
	assert_string_equal(list_scheme_ids(scheme, query), "3000");
}

/* What belongs to pairings is found by the pairings of few people, and along its own order for many. */
static void few_and_many_are_found_in_what_belongs_to_pairings(void **state)
{
	struct list_scheme *scheme = *state;

	list_scheme_fill(scheme, PEOPLE);
	for (int turn = 0; turn < 2; turn++) {
		const struct ch_list_query few = {.list = CH_LIST_PAIRINGS, .filter = "p4999@", .limit = PAGE};
		const struct ch_list_query none = {.list = CH_LIST_SESSIONS, .filter = "xq", .limit = PAGE};
		const struct ch_list_query many = {
			.list = CH_LIST_PAIRINGS, .filter = "person", .sort = "id", .limit = 3};
		const struct ch_list_query both = {.list = CH_LIST_PAIRINGS, .filter = "person p4999@", .limit = 3};
		int64_t count;

		assert_string_equal(list_scheme_ids(scheme, few), "5999");
		assert_string_equal(list_scheme_ids(scheme, both), "5999");
		assert_string_equal(list_scheme_ids(scheme, none), "");
		assert_string_equal(list_scheme_ids(scheme, many), "1001 1002 1003");
		assert_int_equal(ch_list_count(&scheme->c, &few, &count, &scheme->err), CH_OK);
		assert_int_equal(count, 1);
		prepare(scheme);
	}
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, list_scheme_setup, list_scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(the_same_is_found),
		WITH_SCHEME(runs_without_the_word_are_passed_over),
		WITH_SCHEME(the_map_is_made_in_parts_that_no_key_waits_for),
		WITH_SCHEME(counting_all_of_them_may_be_stopped),
		WITH_SCHEME(whoever_changes_is_found),
		WITH_SCHEME(others_who_change_somebody_are_heeded),
		WITH_SCHEME(few_and_many_are_found_in_what_belongs_to_pairings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
