/*
 * Records that wait to be inserted: more than are kept, and such as refer to one that comes after them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/person.h"
#include "store/db_private.h"
#include "store/record.h"
#include "store/record_spool.h"
#include "support/temp_dir.h"

enum { MANY = 10000, FIRST_ID = 7, CAPACITY = 3 };

static const struct record_form form = {
	.entity = CH_PERSON,
	.refers = offsetof(struct ch_person, manager_id),
	.common = offsetof(struct ch_person, capacity),
};

struct spooled {
	struct temp_dir *dir;
	struct db *db;
	struct record_spool spool;
	struct ch_arena arena;
	struct ch_error err;
	struct ch_buffer packed;
};

static int spool_setup(void **state)
{
	static struct spooled spooled;

	spooled = (struct spooled){.err = CH_NO_ERROR, .arena = CH_ARENA_EMPTY, .packed = CH_BUFFER_EMPTY};
	if (temp_dir_setup(state) != 0)
		return -1;
	spooled.dir = *state;
	*state = &spooled;
	assert_int_equal(db_create(temp_dir_file(spooled.dir, "scheme.db"), &spooled.db, &spooled.err), CH_OK);
	assert_int_equal(db_begin(spooled.db, &spooled.err), CH_OK);
	record_spool_begin(&spooled.spool, spooled.db, &form, CAPACITY);
	return 0;
}

static int spool_teardown(void **state)
{
	struct spooled *spooled = *state;

	record_spool_release(&spooled->spool);
	ch_buffer_release(&spooled->packed);
	ch_arena_release(&spooled->arena);
	db_close(spooled->db);
	*state = spooled->dir;
	return temp_dir_teardown(state);
}

static void add_below(struct spooled *spooled, int64_t id, const char *name, const char *notes, int64_t manager_id)
{
	struct ch_person person;

	ch_record_clear(ch_entity_of(CH_PERSON), &person);
	person.person_id = id;
	person.row_version = 1;
	person.name = person.sort_name = person.search_key = name;
	person.notes = notes;
	person.roles = 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACHEE;
	struct record_packed packed = record_pack(&form, &person, &spooled->packed, &spooled->arena);
	assert_int_equal(record_spool_add(&spooled->spool, id, manager_id, &packed, &spooled->err), CH_OK);
}

static void add(struct spooled *spooled, int64_t id, const char *name, const char *notes)
{
	add_below(spooled, id, name, notes, 0);
}

static void add_many(struct spooled *spooled)
{
	for (int i = 0; i < MANY; i++)
		add(spooled, FIRST_ID + i, ch_arena_printf(&spooled->arena, "Person %d", i),
		    i % 3 == 0 ? ch_arena_printf(&spooled->arena, "%d%200s", i, "notes") : NULL);
}

static enum ch_status write(struct spooled *spooled, bool ahead)
{
	return record_spool_write(&spooled->spool, ahead, &spooled->err);
}

static struct ch_person person_of(struct spooled *spooled, int64_t id)
{
	struct ch_person person;

	assert_int_equal(record_get(spooled->db, ch_entity_of(CH_PERSON), id, &spooled->arena, &person, &spooled->err),
			 CH_OK);
	return person;
}

static int64_t count_of(struct spooled *spooled)
{
	int64_t count = -1;

	assert_int_equal(record_count(spooled->db, ch_entity_of(CH_PERSON), &count, &spooled->err), CH_OK);
	return count;
}

static void more_than_is_kept_is_written_whole(void **state)
{
	struct spooled *spooled = *state;

	add_many(spooled);
	assert_in_range(count_of(spooled), 1, MANY - 1);
	assert_int_equal(write(spooled, false), CH_OK);
	assert_int_equal(count_of(spooled), MANY);
	for (int i = 0; i < MANY; i += 999) {
		struct ch_person person = person_of(spooled, FIRST_ID + i);
		assert_string_equal(person.name, ch_arena_printf(&spooled->arena, "Person %d", i));
		assert_int_equal(person.notes != NULL, i % 3 == 0);
		assert_int_equal(person.roles, 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACHEE);
		assert_int_equal(person.row_version, 1);
		assert_int_equal(person.capacity, CAPACITY);
	}
	/* What was written does not wait any longer. */
	assert_int_equal(write(spooled, false), CH_OK);
	assert_int_equal(count_of(spooled), MANY);
}

static void assert_sound(struct spooled *spooled)
{
	char wrong[256];

	assert_int_equal(db_commit(spooled->db, &spooled->err), CH_OK);
	assert_int_equal(db_integrity(spooled->db, wrong, &spooled->err), CH_OK);
	assert_string_equal(wrong, "");
}

static void who_comes_later_can_be_referred_to(void **state)
{
	struct spooled *spooled = *state;

	for (int i = 0; i < MANY; i++)
		add_below(spooled, FIRST_ID + i, ch_arena_printf(&spooled->arena, "Person %0200d", i), NULL,
			  i % 2 == 0 ? FIRST_ID + MANY - 1 : 0);
	assert_in_range(count_of(spooled), 1, MANY - 1);
	assert_int_equal(write(spooled, true), CH_OK);
	assert_int_equal(person_of(spooled, FIRST_ID).manager_id, FIRST_ID + MANY - 1);
	assert_int_equal(person_of(spooled, FIRST_ID + 1).manager_id, 0);
	assert_sound(spooled);
}

static void references_are_looked_up_again_afterwards(void **state)
{
	struct spooled *spooled = *state;

	add(spooled, 1, "Ann", NULL);
	assert_int_equal(write(spooled, true), CH_OK);
	assert_int_not_equal(db_exec(spooled->db, "UPDATE main.person SET manager_id = 99", &spooled->err), CH_OK);
}

static void a_record_with_more_fields_than_those_before_is_written_whole(void **state)
{
	struct spooled *spooled = *state;

	add(spooled, 1, "Ann", NULL);
	assert_int_equal(write(spooled, false), CH_OK);
	add(spooled, 2, "Bob", "has notes");
	assert_int_equal(write(spooled, false), CH_OK);
	add(spooled, 3, "Cy", NULL);
	assert_int_equal(write(spooled, false), CH_OK);
	assert_null(person_of(spooled, 1).notes);
	assert_string_equal(person_of(spooled, 2).notes, "has notes");
	assert_null(person_of(spooled, 3).notes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, spool_setup, spool_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(more_than_is_kept_is_written_whole),
		TEST(who_comes_later_can_be_referred_to),
		TEST(references_are_looked_up_again_afterwards),
		TEST(a_record_with_more_fields_than_those_before_is_written_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
