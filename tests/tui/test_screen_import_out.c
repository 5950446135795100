/* The look ahead at an import: what stays out, what a line says, and how it is gone through. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_looked_at.h"
#include "scheme.h"
#include "tui/screens/screens.h"

static void a_row_that_an_earlier_one_contradicts_goes_to_a_file_too(void **state)
{
	struct scheme *s = looking(state, "list.csv",
				   "Name,E-mail\nAda Ray,ada@example.org\nIda Ray,ada@example.org\n");
	char *corrections;

	SHOWS(s, "1 row stays out and goes to list-corrections.csv");
	scheme_keys(s, "I");
	SHOWS(s, "1 row stayed out and is in list-corrections.csv");
	corrections = temp_dir_read(s->dir, "list-corrections.csv", NULL);
	assert_non_null(strstr(corrections, "Ida Ray,ada@example.org,"));
	free(corrections);
}

static void what_no_programme_is_called_names_the_key_that_adds_one(void **state)
{
	struct scheme *s = looking(state, "list.csv",
				   "Name,E-mail,Role,Which programme?\nAda Ray,ada@example.org,mentor,Nursing\n"
				   "Bo Orr,bo@example.org,mentee,Nursing\nCy Poe,cy@example.org,mentor,autumn\n");

	SHOWS_AT(s, 200, 50, "\"Nursing\" is no programme of this scheme, so nobody was enrolled by it. Add the "
			     "programme (a in Programmes) and import the list once more");
	SHOWS_AT(s, 200, 50, "1 person is newly enrolled in Autumn, which the list names: as mentor");
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH(a_row_that_an_earlier_one_contradicts_goes_to_a_file_too),
		WITH(what_no_programme_is_called_names_the_key_that_adds_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
