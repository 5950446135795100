/*
 * What checks and reports may call beyond SQL's own. Its calendar has '+1 month' from 31 January as 3 March, where
 * these are ch_date_add(); its lower() knows ASCII alone. They are not for the schema, so that any tool of SQLite
 * opens the file.
 *
 *     months_after(day, count)             the same day of the month so many later
 *     due_after(day, interval, times)      the day that many agreed intervals ("2 weeks", "1 month") later
 *     folded(text)                         the text without case, by which terms are the same
 *     tally(key, who, amount, word)        many rows into few groups: query_tally.h
 *
 * NULL where a part is not known or not understood.
 */
#include <string.h>

#include "chiron/date.h"
#include "chiron/text.h"
#include "store/db_private.h"
#include "store/query_tally.h"

enum { MOST_TIMES = 100000 };

static void give_date(sqlite3_context *context, ch_date date)
{
	char iso[CH_DATE_SIZE];

	if (date != CH_NO_DATE)
		sqlite3_result_text(context, ch_date_iso(date, iso), -1, SQLITE_TRANSIENT);
}

static ch_date date_of(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return text != NULL ? ch_date_from_iso(text) : CH_NO_DATE;
}

/* A whole number of bearable size; false where it is not known. */
static bool count_of(sqlite3_value *value, int *count)
{
	sqlite3_int64 given = sqlite3_value_int64(value);

	*count = (int)given;
	return sqlite3_value_type(value) == SQLITE_INTEGER && given >= -MOST_TIMES && given <= MOST_TIMES;
}

static void months_after(sqlite3_context *context, int argument_count, sqlite3_value **values)
{
	ch_date from = date_of(values[0]);
	int count;

	(void)argument_count;
	if (from != CH_NO_DATE && count_of(values[1], &count))
		give_date(context, ch_date_add(from, count, CH_UNIT_MONTHS));
}

static void due_after(sqlite3_context *context, int argument_count, sqlite3_value **values)
{
	const char *interval = (const char *)sqlite3_value_text(values[1]);
	struct ch_error ignored = CH_NO_ERROR;
	ch_date from = date_of(values[0]);
	enum ch_unit unit;
	int every, times;

	(void)argument_count;
	if (from != CH_NO_DATE && interval != NULL && count_of(values[2], &times) &&
	    ch_interval_parse(interval, &every, &unit, &ignored) == CH_OK && every <= MOST_TIMES / 100)
		give_date(context, ch_date_add(from, every * times, unit));
}

static void folded(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)count;
	if (text != NULL)
		sqlite3_result_text(context, ch_text_fold(&arena, text), -1, SQLITE_TRANSIENT);
	ch_arena_release(&arena);
}

enum ch_status query_functions(struct db *db, struct ch_error *err)
{
	static const struct {
		const char *name;
		int arguments;
		void (*run)(sqlite3_context *context, int count, sqlite3_value **values);
		int where; /* SQLITE_INNOCUOUS: views of the file may call it, SQLITE_DIRECTONLY: only statements */
	} functions[] = {{"months_after", 2, months_after, SQLITE_INNOCUOUS},
			 {"due_after", 3, due_after, SQLITE_DIRECTONLY},
			 {"folded", 1, folded, SQLITE_DIRECTONLY}};
	int code = SQLITE_OK;

	for (size_t i = 0; code == SQLITE_OK && i < sizeof(functions) / sizeof(functions[0]); i++)
		code = sqlite3_create_function_v2(db->handle, functions[i].name, functions[i].arguments,
						  SQLITE_UTF8 | SQLITE_DETERMINISTIC | functions[i].where, NULL,
						  functions[i].run, NULL, NULL, NULL);
	if (code == SQLITE_OK)
		code = query_tally(db->handle);
	return code == SQLITE_OK ? CH_OK : db_fail(db, code, err);
}
