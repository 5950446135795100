/*
 * The demonstration scheme has something of every kind in it: each choice that a record can have, by the field tables,
 * stands in one of its records. A new choice fails here until the demonstration shows it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "chiron/field.h"
#include "support/process.h"
#include "support/temp_dir.h"

/* What the demonstration cannot have, or has in another field: how an answer was given is shown by answers. */
static bool is_left_out(const char *entity, const char *field)
{
	static const char *const left_out[][2] = {
		{"manager_feedback", "how"},
		{"release", "how"},
		{"referral", "how"},
		{"scheme", "notes"}, /* one scheme keeps wording, or does not */
		{"step", "final"},
	};

	for (size_t i = 0; i < sizeof(left_out) / sizeof(left_out[0]); i++)
		if (strcmp(left_out[i][0], entity) == 0 && strcmp(left_out[i][1], field) == 0)
			return true;
	return false;
}

/* Of several choices in one cell each counts. */
static bool has_choice(sqlite3 *file, const char *entity, const char *field, const char *code)
{
	sqlite3_stmt *q = NULL;
	char sql[512];
	bool found;

	snprintf(sql, sizeof(sql),
		 "SELECT 1 FROM \"%s\" WHERE ';' || replace(\"%s\", '; ', ';') || ';' LIKE '%%;%s;%%'", entity, field,
		 code);
	if (sqlite3_prepare_v2(file, sql, -1, &q, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(file));
	found = sqlite3_step(q) == SQLITE_ROW;
	sqlite3_finalize(q);
	return found;
}

static size_t look_for(sqlite3 *file, const struct ch_entity *entity, const struct ch_field *field)
{
	size_t missing = 0;

	for (size_t i = 1; field->choices[i].code != NULL; i++)
		if (!has_choice(file, entity->name, field->key, field->choices[i].code)) {
			print_error("no %s of the demonstration has the %s \"%s\"\n", entity->noun, field->key,
				    field->choices[i].code);
			missing++;
		}
	return missing;
}

static void every_choice_stands_in_the_demonstration(void **state)
{
	const char *path = temp_dir_file(*state, "demo.db");
	sqlite3 *file = NULL;
	size_t missing = 0, looked = 0;

	process_demonstration(path);
	assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of(id);

		for (size_t i = 0; i < entity->field_count; i++) {
			const struct ch_field *field = &entity->fields[i];

			if ((field->type != CH_TYPE_CHOICE && field->type != CH_TYPE_CHOICES) ||
			    is_left_out(entity->name, field->key))
				continue;
			missing += look_for(file, entity, field);
			looked++;
		}
	}
	sqlite3_close(file);
	assert_true(looked > 40);
	assert_int_equal(missing, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_choice_stands_in_the_demonstration, temp_dir_setup,
						temp_dir_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
