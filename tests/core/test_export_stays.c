/*
 * Every column of the schema goes out in an exported kind and comes in again,
 * or stands on the list of what stays, with its reason
 * (include/chiron/stays.def): a new column or table is in the question by
 * itself.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/exchange.h"
#include "core/import/import_kind.h"
#include "every_row.h"
#include "store/list.h"

static const struct {
	const char *group, *table, *columns;
} stays[] = {
#define STAYS(name, what, why)
#define STAYS_COLUMNS(name, table, columns) {#name, table, columns},
#include "chiron/stays.def"
#undef STAYS
#undef STAYS_COLUMNS
};

/* Columns that go and come under another name, or are said by where something stands. */
static const struct {
	const char *table, *column, *how;
} said_by[] = {
	{"person", "manager_id", "manager_name, and manager_email"},
	{"person", "custom_values", "a column for each field of the scheme's own"},
	{"enrolment", "custom_values", "a column for each field of the scheme's own"},
	{"credential", "person_id", "whom the row is about"},
	{"credential", "name", "what"},
	{"spell", "pairing_id", "the row of the pairing"},
	{"agreement", "spell_id", "the row of the pairing"},
	{"session", "spell_id", "the pairing and the day"},
	{"action", "spell_id", "the pairing and the day"},
	{"answer", "subject", "the column it stands in"},
	{"answer", "subject_id", "the row it stands in"},
	{"answer", "person_id", "the column it stands in"},
	{"answer", "question", "the column it stands in"},
	{"answer", "value", "the cell"},
};

static const struct {
	enum ch_list_id list;
	enum ch_import_kind kind;
} exported[] = {
	{CH_LIST_ENROLMENTS, CH_IMPORT_ENROLMENTS}, {CH_LIST_CREDENTIALS, CH_IMPORT_CREDENTIALS},
	{CH_LIST_PAIRINGS, CH_IMPORT_PAIRINGS},	    {CH_LIST_SESSIONS, CH_IMPORT_SESSIONS},
	{CH_LIST_ACTIONS, CH_IMPORT_ACTIONS},
};

static bool is_word_of(const char *words, const char *word)
{
	size_t length = strlen(word);

	if (strcmp(words, "*") == 0)
		return true;
	for (const char *at = strstr(words, word); at != NULL; at = strstr(at + 1, word))
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool is_on_list(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof stays / sizeof stays[0]; i++)
		if (strcmp(stays[i].table, table) == 0 && is_word_of(stays[i].columns, column))
			return true;
	return false;
}

static bool is_said(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof said_by / sizeof said_by[0]; i++)
		if (strcmp(said_by[i].table, table) == 0 && strcmp(said_by[i].column, column) == 0)
			return true;
	return false;
}

/* Whether the list has the column, under a heading that the kind of import takes. */
static bool goes_with(size_t which, const char *table, const char *column)
{
	const struct list_info *info = list_info(exported[which].list);
	const struct ch_entity *row = import_kind_entity(import_kind_of(exported[which].kind));

	for (size_t i = 0; i < info->column_count; i++) {
		const struct list_column *one = &info->columns[i];
		const char *field = one->field != NULL ? one->field : one->key;

		if (one->entity != CH_NO_ENTITY && strcmp(ch_entity_of(one->entity)->name, table) == 0 &&
		    strcmp(field, column) == 0 &&
		    (ch_field_named(row, one->key) != NULL || strcmp(one->key, "person") == 0))
			return true;
	}
	return false;
}

/* People go by their field table. */
static bool goes_with_people(const char *table, const char *column)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_PERSON), column);

	if (strcmp(table, "person") != 0 || field == NULL || (field->flags & CH_FIELD_HIDDEN))
		return false;
	return field->access != CH_CLASS_PAIR && import_kind_knows(import_kind_of(CH_IMPORT_PEOPLE), column);
}

static bool travels(const char *table, const char *column)
{
	bool goes = goes_with_people(table, column) || is_said(table, column);

	for (size_t i = 0; i < sizeof exported / sizeof exported[0]; i++)
		goes = goes || goes_with(i, table, column);
	return goes;
}

#define COLUMNS                                                                                                        \
	"SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t, pragma_table_info(t.name) c"                        \
	" WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'"

static void every_column_travels_or_stays_with_a_reason(void **state)
{
	struct scheme_fixture *f = *state;
	struct stmt *q = scheme_ask(f, COLUMNS);
	size_t wrong = 0, count = 0;

	while (scheme_next(f, q)) {
		const char *table = stmt_copy(q, "tbl", &f->arena), *column = stmt_copy(q, "col", &f->arena);
		bool goes = travels(table, column), listed = is_on_list(table, column);

		count++;
		if (goes == listed) {
			print_error("%s.%s %s\n", table, column,
				    goes ? "travels, and is on the list of what stays"
					 : "neither travels nor is on the list of what stays");
			wrong++;
		}
	}
	stmt_free(q);
	assert_true(count > 300);
	assert_int_equal(wrong, 0);
}

/* What the list names is there. */
static void the_list_names_columns_that_there_are(void **state)
{
	struct scheme_fixture *f = *state;

	for (size_t i = 0; i < sizeof stays / sizeof stays[0]; i++) {
		char *rest = NULL;
		for (char *word = strtok_r(ch_arena_copy(&f->arena, stays[i].columns), " ", &rest); word != NULL;
		     word = strtok_r(NULL, " ", &rest)) {
			struct stmt *q = scheme_ask(
				f, ch_arena_printf(&f->arena,
						   "SELECT 1 FROM pragma_table_info('%s') WHERE '%s' IN ('*', name)",
						   stays[i].table, word));

			if (!scheme_next(f, q))
				fail_msg("%s.%s is no column", stays[i].table, word);
			stmt_free(q);
		}
	}
}

static void each_reason_is_told(void **state)
{
	size_t count;
	const struct ch_stays_behind *told = ch_export_stays(&count);

	(void)state;
	assert_true(count > 5);
	for (size_t i = 0; i < count; i++) {
		assert_true(strlen(told[i].what) > 10);
		assert_true(strlen(told[i].why) > 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_column_travels_or_stays_with_a_reason, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(the_list_names_columns_that_there_are, scheme_setup,
						scheme_teardown),
		cmocka_unit_test(each_reason_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
