/* Lists of terms. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"

static void test_join_makes_the_canonical_list(void **state)
{
	static const char *const terms[] = {" Finance ", NULL, "", "AI;  retail", "FINANCE", "career  plan", " ; "};
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_string_equal(ch_terms_join(&arena, terms, 7), "Finance; AI; retail; career plan");
	assert_null(ch_terms_join(&arena, terms, 0));
	assert_null(ch_terms_join(&arena, terms + 1, 2));
	ch_arena_release(&arena);
}

static void test_repeats_are_found_folded(void **state)
{
	static const char *const terms[] = {"Caf\xc3\xa9", "CAFE\xcc\x81", "cafe"};
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	assert_string_equal(ch_terms_join(&arena, terms, 3), "Caf\xc3\xa9; cafe");
	ch_arena_release(&arena);
}

static void test_split(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_terms terms = ch_terms_split(&arena, "Finance; AI, ML; career plan");

	(void)state;
	assert_int_equal(terms.count, 3);
	assert_string_equal(terms.terms[0], "Finance");
	assert_string_equal(terms.terms[1], "AI, ML");
	assert_string_equal(terms.terms[2], "career plan");
	assert_int_equal(ch_terms_split(&arena, NULL).count, 0);
	assert_int_equal(ch_terms_split(&arena, "").count, 0);
	assert_int_equal(ch_terms_split(&arena, "one").count, 1);
	ch_arena_release(&arena);
}

static void test_split_and_join_return_the_same(void **state)
{
	static const char *const lists[] = {"one", "a; b; c", "Health, safety; \xe4\xb8\xad\xe6\x96\x87; x"};
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct ch_terms terms = ch_terms_split(&arena, lists[i]);

		assert_string_equal(ch_terms_join(&arena, terms.terms, terms.count), lists[i]);
		assert_string_equal(ch_terms_join(&arena, &lists[i], 1), lists[i]);
	}
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_join_makes_the_canonical_list),
		cmocka_unit_test(test_repeats_are_found_folded),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_split_and_join_return_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
