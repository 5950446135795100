/* Libraries that are loaded when they are needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/library.h"

#define FUNCTIONS(X)                                                                                                   \
	X(strlen)                                                                                                      \
	X(strcmp)

struct functions {
	FUNCTIONS(LIBRARY_POINTER)
};

static const char *const names[] = {FUNCTIONS(LIBRARY_NAME)};

static void functions_stand_in_their_order(void **state)
{
	struct ch_error err = CH_NO_ERROR;
	struct functions functions;

	(void)state;
	assert_int_equal(library_load("libc.so.6", names, 2, &functions, &err), CH_OK);
	assert_int_equal(functions.strlen("four"), 4);
	assert_int_equal(functions.strcmp("a", "a"), 0);
}

static void what_is_missing_is_named(void **state)
{
	static const char *const unknown[] = {"strlen", "no_function_of_that_name"};
	struct ch_error err = CH_NO_ERROR;
	struct functions functions;

	(void)state;
	assert_int_equal(library_load("libnone.so.0", names, 2, &functions, &err), CH_UNAVAILABLE);
	assert_non_null(strstr(err.message, "libnone.so.0"));
	assert_non_null(strstr(err.fix, "CSV"));
	err = CH_NO_ERROR;
	assert_int_equal(library_load("libc.so.6", unknown, 2, &functions, &err), CH_UNAVAILABLE);
	assert_non_null(strstr(err.message, "no_function_of_that_name"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(functions_stand_in_their_order),
		cmocka_unit_test(what_is_missing_is_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
