/*
 * The functions that lists add to SQL, for texts that have no folded key of their own in the file:
 *
 *     contains(text, key)      whether the text, folded for searching, holds the folded key
 *     has_term(list, key)      whether a term of the list, folded for searching, begins with it
 */
#include <string.h>

#include "chiron/text.h"
#include "store/db_private.h"
#include "store/list_compose.h"

static bool holds(const char *text, const char *key)
{
	return strstr(text, key) != NULL;
}

static bool holds_term(const char *list, const char *key)
{
	size_t length = strlen(key);

	while (list != NULL && strncmp(list, key, length) != 0) {
		list = strstr(list, "; ");
		if (list != NULL)
			list += 2;
	}
	return list != NULL;
}

static void compare(sqlite3_context *context, sqlite3_value **values, bool (*found)(const char *text, const char *key))
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *key = (const char *)sqlite3_value_text(values[1]);
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (text == NULL || key == NULL)
		return; /* NULL, as for every function of SQL */
	/* Another program may have written the file, and not in UTF-8. */
	if (ch_text_valid(text, strlen(text)) == strlen(text))
		text = ch_text_search_key(&arena, text);
	sqlite3_result_int(context, found(text, key));
	ch_arena_release(&arena);
}

static void contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	compare(context, values, holds);
}

static void has_term(sqlite3_context *context, int count, sqlite3_value **values)
{
	(void)count;
	compare(context, values, holds_term);
}

/* Adding a function makes SQLite prepare every statement again, so they are added once. */
enum ch_status list_functions(struct db *db, struct ch_error *err)
{
	sqlite3_stmt *probe = NULL;
	int code = sqlite3_prepare_v2(db->handle, "SELECT has_term('', '')", -1, &probe, NULL);

	sqlite3_finalize(probe);
	if (code == SQLITE_OK)
		return CH_OK;
	code = sqlite3_create_function_v2(db->handle, "contains", 2,
					  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, contains, NULL,
					  NULL, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_create_function_v2(db->handle, "has_term", 2,
						  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
						  has_term, NULL, NULL, NULL);
	return code == SQLITE_OK ? CH_OK : db_fail(db, code, err);
}
