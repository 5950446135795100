/* Lists as faces fetch them: pages, orders, filters on every column, scope. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "list_scheme.h"
#include "store/list.h"

enum { MANY = 500, PAGE = 37 };

#define IDS(scheme, ...) list_scheme_ids(scheme, (struct ch_list_query){__VA_ARGS__})

static void columns_say_what_their_fields_say(void **state)
{
	const struct ch_column *columns;
	const char *sort;
	size_t count;

	(void)state;
	columns = ch_list_columns(NULL, CH_LIST_PAIRINGS, NULL, &count, &sort);
	assert_string_equal(sort, "learner");
	assert_string_equal(columns[0].key, "pairing_id");
	assert_string_equal(columns[0].label, "No.");
	assert_int_equal(columns[0].type, CH_TYPE_ID);
	for (size_t i = 0; i < count; i++) {
		const struct ch_field *field = ch_field_named(ch_entity_of(CH_PAIRING), columns[i].key);

		if (field == NULL)
			continue;
		assert_string_equal(columns[i].label, field->label);
		assert_int_equal(columns[i].type, field->type);
		assert_ptr_equal(columns[i].choices, field->choices);
		assert_int_equal(columns[i].width, field->width);
	}
}

/* Whether `name` is a key or an alias of more than one column. */
static int columns_called(const struct list_info *info, const char *name)
{
	int called = 0;

	for (size_t i = 0; i < info->column_count; i++) {
		char names[200] = " ";

		strcat(strcat(strcat(names, info->columns[i].key), " "),
		       info->columns[i].aliases != NULL ? info->columns[i].aliases : "");
		strcat(names, " ");
		char wanted[60] = " ";
		strcat(strcat(wanted, name), " ");
		called += strstr(names, wanted) != NULL;
	}
	return called;
}

static void every_list_is_whole(void **state)
{
	(void)state;
	for (int list = CH_LIST_PEOPLE; list < CH_LIST_COUNT; list++) {
		const struct list_info *info = list_info((enum ch_list_id)list);
		const struct ch_column *faces = list_columns((enum ch_list_id)list);
		struct ch_arena arena = CH_ARENA_EMPTY;

		assert_in_range(info->column_count, 1, LIST_MOST_COLUMNS);
		assert_non_null(list_column_named(info, info->order + (*info->order == '-'))->sort);
		for (size_t i = 0; i < info->column_count; i++) {
			char *rest = NULL;

			assert_non_null(faces[i].label);
			assert_true(faces[i].type != 0);
			assert_true(list_column_access(&info->columns[i]) != CH_CLASS_PAIR);
			assert_int_equal(columns_called(info, info->columns[i].key), 1);
			/* An order, too, would tell of others what their cells do not. */
			assert_true(info->self == NULL || info->columns[i].sort == NULL || info->columns[i].shared);
			char *names = ch_arena_copy(&arena, info->columns[i].aliases);
			for (char *name = names != NULL ? strtok_r(names, " ", &rest) : NULL; name != NULL;
			     name = strtok_r(NULL, " ", &rest))
				if (columns_called(info, name) != 1)
					fail_msg("%s: \"%s\" names several columns", info->name, name);
		}
		ch_arena_release(&arena);
	}
}

static void lists_show_what_is_kept_and_counted(void **state)
{
	struct list_scheme *s = *state;

	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "with"), "Bo Díaz; Chen Okafor");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "live_pairings"), "2");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "last_session_on"), "2026-11-02");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "manager"), "Jun Novak");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "hours_per_month"), "1.5");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "waiting"), "no");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 6, "waiting"), "no");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 6, "undecided"), "yes");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 3, "waiting"), "no");
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 6, "last_session_on"));
	assert_string_equal(list_scheme_cell(s, CH_LIST_PAIRINGS, 2, "closure_kind"), "never_started");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PAIRINGS, 1, "guide"), "Ann Lee");
	assert_string_equal(list_scheme_cell(s, CH_LIST_SESSIONS, 1, "starts_at"), "17:30");
	assert_string_equal(list_scheme_cell(s, CH_LIST_ACTIONS, 1, "overdue_days"), "10");
	assert_null(list_scheme_cell(s, CH_LIST_ACTIONS, 2, "overdue_days"));
	assert_string_equal(list_scheme_cell(s, CH_LIST_ACTIONS, 2, "owner_name"), "Ann Lee");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PROGRAMMES, 1, "live_pairings"), "2");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PROGRAMMES, 1, "learners"), "3");
	assert_string_equal(list_scheme_cell(s, CH_LIST_ENROLMENTS, 1, "live_pairings"), "2");
	assert_null(list_scheme_cell(s, CH_LIST_AUDIT, 1, "actor"));
}

static void orders_put_the_unknown_first(void **state)
{
	struct list_scheme *s = *state;

	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE), "2 7 8 1 4 5 3 6");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .sort = "-name"), "6 3 5 4 1 8 7 2");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS), "1 3 2 4");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .sort = "-last"), "1 3 4 2");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .sort = "guide"), "1 2 4 3");
	assert_string_equal(IDS(s, .list = CH_LIST_SESSIONS), "3 2 1 4");
	assert_string_equal(IDS(s, .list = CH_LIST_ACTIONS), "1 2 3"); /* what has no day is due last */
	assert_string_equal(IDS(s, .list = CH_LIST_PROGRAMMES), "1 3 2");
}

/* "2 (not known), 1 active, ..." of the values of a column. */
static const char *tally(struct list_scheme *s, struct ch_list_query query, const char *key)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_grid grid;
	const char *text;

	if (ch_list_tally(&s->c, &query, key, &s->arena, &grid, &s->err) != CH_OK)
		fail_msg("%s", s->err.message);
	for (size_t i = 0; i < grid.row_count; i++)
		ch_buffer_printf(&out, "%s%s %s", i > 0 ? ", " : "", grid.rows[i].cells[1],
				 grid.rows[i].cells[0] != NULL ? grid.rows[i].cells[0] : "-");
	text = ch_arena_copy(&s->arena, out.text);
	ch_buffer_release(&out);
	return text;
}

#define TALLY(scheme, key, ...) tally(scheme, (struct ch_list_query){__VA_ARGS__}, key)

static void rows_are_counted_by_value(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE};
	struct ch_grid grid;

	assert_string_equal(TALLY(s, "state", .list = CH_LIST_PAIRINGS),
			    "1 active, 1 closed, 1 contracting, 1 paused");
	assert_string_equal(TALLY(s, "guide", .list = CH_LIST_PAIRINGS, .filter = "-state:closed"),
			    "2 Ann Lee, 1 Jun Novak");
	assert_string_equal(TALLY(s, "last", .list = CH_LIST_PAIRINGS, .filter = "last:-"), "2 -");
	assert_string_equal(TALLY(s, "date", .list = CH_LIST_SESSIONS, .filter = "date>=2026-11-01 date<=2026-11-02"),
			    "2 2026-11-02");
	assert_int_equal(ch_list_tally(&s->c, &query, "nothing", &s->arena, &grid, &s->err), CH_USAGE);
	list_scheme_act_as(s, 1);
	assert_string_equal(TALLY(s, "state", .list = CH_LIST_PAIRINGS), "1 active, 1 closed, 1 contracting");
	assert_int_equal(ch_list_tally(&s->c, &query, "department", &s->arena, &grid, &s->err), CH_USAGE);
}

static void every_row_has_its_place(void **state)
{
	static const char *const sorts[] = {"last", "-last", "guide", "-pairing_id", "state"};
	struct list_scheme *s = *state;

	list_scheme_fill(s, MANY);
	for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
		struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .sort = sorts[i], .filter = "-state:closed"};
		struct ch_grid grid;
		int64_t place;

		assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_OK);
		for (size_t j = 0; j < grid.row_count; j += 29) {
			query.from_id = grid.rows[j].id;
			query.from_value = grid.rows[j].sort_value;
			assert_int_equal(ch_list_place(&s->c, &query, &place, &s->err), CH_OK);
			assert_int_equal(place, j);
		}
	}
}

static bool no_further(void *data, int64_t done, int64_t total)
{
	(void)data, (void)done, (void)total;
	return false;
}

static void whoever_looks_on_may_stop_it(void **state)
{
	const struct ch_work work = {.look = no_further};
	struct ch_list_query query = {.list = CH_LIST_PEOPLE};
	struct list_scheme *s = *state;
	struct ch_grid grid;
	int64_t count;

	s->c.work = &work;
	assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_STOPPED);
	assert_int_equal(ch_list_count(&s->c, &query, &count, &s->err), CH_STOPPED);
	s->c.work = NULL;
	assert_int_equal(ch_list_count(&s->c, &query, &count, &s->err), CH_OK);
}

static void an_order_without_an_index_is_refused(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .sort = "sessions_held"};
	struct ch_grid grid;

	assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_USAGE);
	assert_string_equal(s->err.message, "pairings cannot be sorted by \"sessions_held\", only by pairing_id, guide,"
					    " learner, state, last_session_on or next_due_on");
}

static void a_list_is_narrowed(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_AUDIT, .pairing_id = 1};
	int64_t count;

	assert_string_equal(IDS(s, .list = CH_LIST_SESSIONS, .pairing_id = 3), "4");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .person_id = 3), "2 4");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .programme_id = 2), "3");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .programme_id = 2), "4 5");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .pairing_id = 1), "2 1");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .person_id = 4), "4 5");
	assert_string_equal(IDS(s, .list = CH_LIST_ACTIONS, .person_id = 1, .filter = "state:open"), "1 2");
	assert_int_equal(ch_list_count(&s->c, &query, &count, &s->err), CH_USAGE);
	assert_string_equal(s->err.message, "audit entries cannot be narrowed to those of a pairing");
}

/* Walks all pages and checks that they are the whole list, each row once and in its order. */
static void walk(struct list_scheme *s, struct ch_list_query query, bool by_value)
{
	struct ch_arena arena = CH_ARENA_EMPTY, whole = CH_ARENA_EMPTY;
	struct ch_grid all, page;
	size_t seen = 0;

	if (ch_list_fetch(&s->c, &query, &whole, &all, &s->err) != CH_OK)
		fail_msg("%s", s->err.message);
	assert_false(all.more);
	assert_true(all.row_count >= MANY);
	query.limit = PAGE;
	do {
		if (ch_list_fetch(&s->c, &query, &arena, &page, &s->err) != CH_OK)
			fail_msg("%s", s->err.message);
		for (size_t i = 0; i < page.row_count; i++) {
			size_t at = query.backward ? all.row_count - seen - page.row_count + i : seen + i;

			assert_int_equal(page.rows[i].id, all.rows[at].id);
			assert_string_equal(page.rows[i].sort_value, all.rows[at].sort_value);
		}
		seen += page.row_count;
		if (!query.backward)
			assert_int_equal(page.more, seen < all.row_count);
		if (page.row_count > 0) {
			const struct ch_row *edge = &page.rows[query.backward ? 0 : page.row_count - 1];

			query.from_id = edge->id;
			query.from_value = by_value ? ch_arena_copy(&whole, edge->sort_value) : NULL;
		}
		size_t rows = page.row_count;
		ch_arena_reset(&arena);
		if (rows < PAGE)
			break;
	} while (seen < all.row_count);
	assert_int_equal(seen, all.row_count);
	ch_arena_release(&arena);
	ch_arena_release(&whole);
}

static void pages_are_the_list(void **state)
{
	struct list_scheme *s = *state;

	list_scheme_fill(s, MANY);
	for (int list = CH_LIST_PEOPLE; list < CH_LIST_COUNT; list++) {
		const struct list_info *info = list_info((enum ch_list_id)list);

		for (size_t i = 0; i < info->column_count; i++) {
			char sort[64] = "-";

			if (info->columns[i].sort == NULL)
				continue;
			strcat(sort, info->columns[i].key);
			for (int way = 0; way < 4; way++)
				walk(s,
				     (struct ch_list_query){.list = (enum ch_list_id)list,
							    .sort = sort + (way & 1),
							    .backward = (way & 2) != 0},
				     i % 2 == 0);
		}
	}
}

static void a_narrowed_list_has_pages_too(void **state)
{
	struct list_scheme *s = *state;

	list_scheme_fill(s, MANY);
	for (int way = 0; way < 4; way++) {
		struct ch_list_query query = {
			.list = CH_LIST_PAIRINGS,
			.sort = (way & 1) != 0 ? "learner" : "-learner",
			.backward = way > 1,
		};

		query.person_id = 1;
		walk(s, query, true);
		query.person_id = 0;
		query.programme_id = 1;
		walk(s, query, true);
	}
}

static void a_page_goes_on_from_a_row_that_is_gone(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS, .sort = "last_session_on", .from_id = 99};
	struct ch_grid grid;

	assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_MISSING);
	query.from_value = "2026-10-01";
	assert_string_equal(list_scheme_ids(s, query), "1");
	query.backward = true;
	assert_string_equal(list_scheme_ids(s, query), "2 4 3");
}

static void an_unbounded_list_is_counted(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_SESSIONS, .filter = "bo"};
	int64_t count;

	assert_int_equal(ch_list_count(&s->c, &query, &count, &s->err), CH_OK);
	assert_int_equal(count, 3);
	query.filter = NULL;
	assert_int_equal(ch_list_count(&s->c, &query, &count, &s->err), CH_OK);
	assert_int_equal(count, 4);
}

static const char *some_value(const struct ch_column *column)
{
	switch (column->type) {
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
		return column->choices[1].code;
	case CH_TYPE_YES:
		return "yes";
	case CH_TYPE_DATE:
	case CH_TYPE_INSTANT:
		return "2026-11-01";
	case CH_TYPE_TIME:
		return "17:30";
	case CH_TYPE_ID:
	case CH_TYPE_NUMBER:
	case CH_TYPE_HOURS:
	case CH_TYPE_MINUTES:
		return "1";
	default:
		return "some text";
	}
}

/*
 * The filter, its opposite and, where the type has an order, its comparison are fetched in every order and
 * counted; a row is in the one or the other.
 */
static void try_filters(struct list_scheme *s, enum ch_list_id list, const struct ch_column *column, const char *sort)
{
	static const char *const forms[] = {"%s:%s", "-%s:%s", "%s:-", "-%s:-", "%s<=%s"};
	struct ch_arena arena = CH_ARENA_EMPTY;
	int64_t counts[5] = {0}, all;
	struct ch_list_query query = {.list = list, .sort = sort, .limit = 10};
	size_t form_count = column->type == CH_TYPE_DATE || column->type == CH_TYPE_NUMBER ? 5 : 4;

	assert_int_equal(ch_list_count(&s->c, &query, &all, &s->err), CH_OK);
	for (size_t i = 0; i < form_count; i++) {
		char filter[160];
		const char *at = strchr(forms[i], '%');
		struct ch_grid grid;

		filter[0] = '\0';
		strncat(filter, forms[i], (size_t)(at - forms[i]));
		strcat(strcat(filter, column->key), i == 4 ? "<=" : ":");
		if (i == 2 || i == 3)
			strcat(filter, "-");
		else
			strcat(strcat(strcat(filter, "\""), some_value(column)), "\"");
		query.filter = filter;
		for (int way = 0; way < 2; way++) {
			query.backward = way == 1;
			if (ch_list_fetch(&s->c, &query, &arena, &grid, &s->err) != CH_OK)
				fail_msg("%s by %s: %s", filter, sort, s->err.message);
		}
		assert_int_equal(ch_list_count(&s->c, &query, &counts[i], &s->err), CH_OK);
		assert_int_equal(grid.row_count, counts[i] < 10 ? counts[i] : 10);
	}
	assert_int_equal(counts[0] + counts[1], all);
	assert_int_equal(counts[2] + counts[3], all);
	ch_arena_release(&arena);
}

static void every_column_filters_in_every_order(void **state)
{
	struct list_scheme *s = *state;

	for (int list = CH_LIST_PEOPLE; list < CH_LIST_COUNT; list++) {
		const struct list_info *info = list_info((enum ch_list_id)list);
		const struct ch_column *faces = list_columns((enum ch_list_id)list);

		for (size_t by = 0; by < info->column_count; by++) {
			if (info->columns[by].sort == NULL)
				continue;
			for (size_t i = 0; i < info->column_count; i++)
				try_filters(s, (enum ch_list_id)list, &faces[i], info->columns[by].key);
		}
	}
}

static void a_guide_sees_their_own(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query sessions = {.list = CH_LIST_SESSIONS};
	int64_t count;

	list_scheme_act_as(s, 5);
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS), "3");
	assert_string_equal(IDS(s, .list = CH_LIST_SESSIONS), "4");
	assert_string_equal(IDS(s, .list = CH_LIST_ACTIONS), "3");
	assert_string_equal(IDS(s, .list = CH_LIST_GOALS), "");
	assert_string_equal(IDS(s, .list = CH_LIST_ENROLMENTS), "5");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE), "4 5");
	assert_string_equal(IDS(s, .list = CH_LIST_PROGRAMMES), "1 3 2");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .person_id = 1), "");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .pairing_id = 1), "");
	assert_string_equal(IDS(s, .list = CH_LIST_PAIRINGS, .filter = "ann"), "3");
	assert_int_equal(ch_list_count(&s->c, &sessions, &count, &s->err), CH_OK);
	assert_int_equal(count, 1);
}

static void what_is_the_coordinators_is_no_guides(void **state)
{
	static const enum ch_list_id closed[] = {
		CH_LIST_CHECKINS, CH_LIST_OVERRIDES, CH_LIST_IMPORTS,
	};
	struct list_scheme *s = *state;
	struct ch_grid grid;

	list_scheme_act_as(s, 1);
	for (size_t i = 0; i < sizeof closed / sizeof closed[0]; i++) {
		struct ch_list_query query = {.list = closed[i]};

		assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_NOT_ALLOWED);
	}
}

static void of_a_partner_only_name_role_and_contact_are_seen(void **state)
{
	struct list_scheme *s = *state;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = "notes:another"};
	struct ch_grid grid;

	list_scheme_act_as(s, 1);
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE), "2 1 3");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "name"), "Bo Díaz");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "email"), "Bo@example.org");
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "roles"), "mentee");
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "department"));
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "manager"));
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "with"));
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 2, "notes"));
	assert_null(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "notes"));
	assert_string_equal(list_scheme_cell(s, CH_LIST_PEOPLE, 1, "department"), "Social Care");
	/* Nor does a filter tell what the cells do not. */
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .filter = "department:housing"), "");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .filter = "seeks:career"), "");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .filter = "-department:housing"), "2 1 3");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .filter = "budgets"), "");
	assert_string_equal(IDS(s, .list = CH_LIST_PEOPLE, .filter = "chen"), "3");
	assert_int_equal(ch_list_fetch(&s->c, &query, &s->arena, &grid, &s->err), CH_DATA);
	assert_null(strstr(s->err.message, ", notes"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, list_scheme_setup, list_scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_say_what_their_fields_say),
		cmocka_unit_test(every_list_is_whole),
		TEST(lists_show_what_is_kept_and_counted),
		TEST(orders_put_the_unknown_first),
		TEST(rows_are_counted_by_value),
		TEST(every_row_has_its_place),
		TEST(whoever_looks_on_may_stop_it),
		TEST(an_order_without_an_index_is_refused),
		TEST(a_list_is_narrowed),
		TEST(pages_are_the_list),
		TEST(a_narrowed_list_has_pages_too),
		TEST(a_page_goes_on_from_a_row_that_is_gone),
		TEST(an_unbounded_list_is_counted),
		TEST(every_column_filters_in_every_order),
		TEST(a_guide_sees_their_own),
		TEST(what_is_the_coordinators_is_no_guides),
		TEST(of_a_partner_only_name_role_and_contact_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
