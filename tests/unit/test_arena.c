/* Arenas: alignment, zeroing, reuse, and that objects never overlap. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/arena.h"

static void test_every_size_is_aligned_and_zeroed(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t size = 0; size < 3000; size++) {
		unsigned char *object = ch_arena_alloc(&arena, size);

		assert_int_equal((uintptr_t)object % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(object[i], 0);
		memset(object, 0xff, size);
	}
	ch_arena_release(&arena);
}

static void test_objects_do_not_overlap(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	unsigned char *objects[200];

	(void)state;
	/* Small and large ones in turn, so that both kinds of block come into it. */
	for (size_t i = 0; i < 200; i++) {
		objects[i] = ch_arena_alloc(&arena, i % 7 == 0 ? 5000 + i : i + 1);
		memset(objects[i], (int)i, i % 7 == 0 ? 5000 + i : i + 1);
	}
	for (size_t i = 0; i < 200; i++) {
		size_t size = i % 7 == 0 ? 5000 + i : i + 1;

		for (size_t at = 0; at < size; at++)
			assert_int_equal(objects[i][at], i);
	}
	ch_arena_release(&arena);
}

static void test_memory_is_zero_again_after_a_reset(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t round = 0; round < 5; round++) {
		/* Longer ones in every other round, so that they begin and end elsewhere, with a text between. */
		for (size_t size = 1; size < (round % 2 == 0 ? 600 : 700); size++) {
			size_t length = size + round % 2 * 40;
			unsigned char *object = ch_arena_alloc(&arena, length);

			for (size_t i = 0; i < length; i++)
				assert_int_equal(object[i], 0);
			memset(object, 0xaa, length);
			assert_string_equal(ch_arena_copy_bytes(&arena, "Amina Okafor", size % 12),
					    ch_arena_printf(&arena, "%.*s", (int)(size % 12), "Amina Okafor"));
		}
		ch_arena_reset(&arena);
	}
	ch_arena_release(&arena);
}

static void test_release_and_reset_of_an_empty_arena(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	ch_arena_reset(&arena);
	ch_arena_release(&arena);
	ch_arena_alloc(&arena, 10);
	ch_arena_release(&arena);
	ch_arena_release(&arena);
	assert_null(arena.first);
	assert_string_equal(ch_arena_copy(&arena, "usable again"), "usable again");
	ch_arena_release(&arena);
}

static void test_copies(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	char text[] = "Amina";
	char *copy = ch_arena_copy(&arena, text);

	(void)state;
	text[0] = 'X';
	assert_string_equal(copy, "Amina");
	assert_null(ch_arena_copy(&arena, NULL));
	assert_string_equal(ch_arena_copy(&arena, ""), "");
	assert_string_equal(ch_arena_copy_bytes(&arena, "abcdef", 3), "abc");
	assert_string_equal(ch_arena_copy_bytes(&arena, NULL, 0), "");
	assert_string_equal(ch_arena_printf(&arena, "%s has %d", "Amina", 3), "Amina has 3");
	ch_arena_release(&arena);
}

static void test_printf_longer_than_a_block(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_int_equal(strlen(ch_arena_printf(&arena, "%*s", 300000, "x")), 300000);
	ch_arena_release(&arena);
}

static void test_arrays_are_zeroed(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	int64_t *numbers = ch_arena_array(&arena, 1000, sizeof(*numbers));

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], 0);
	assert_non_null(ch_arena_array(&arena, 0, 8));
	assert_non_null(ch_arena_array(&arena, 8, 0));
	ch_arena_release(&arena);
}

static void test_arrays_get_room(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	int *numbers = NULL, *before = NULL;
	size_t room = 0;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		numbers = ch_arena_room(&arena, numbers, (size_t)i, &room, sizeof(*numbers));
		assert_true(room > (size_t)i);
		numbers[i] = i;
		if (i == 0)
			before = numbers;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
	assert_int_equal(before[0], 0); /* where it was before is still there */
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_size_is_aligned_and_zeroed),
		cmocka_unit_test(test_objects_do_not_overlap),
		cmocka_unit_test(test_memory_is_zero_again_after_a_reset),
		cmocka_unit_test(test_release_and_reset_of_an_empty_arena),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_printf_longer_than_a_block),
		cmocka_unit_test(test_arrays_are_zeroed),
		cmocka_unit_test(test_arrays_get_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
