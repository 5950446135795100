/* The one function that lists add to SQL: comparing texts that have no folded key of their own in the file. */
#include <string.h>

#include "chiron/text.h"
#include "store/db_private.h"
#include "store/list_compose.h"

static void contains(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);
	const char *key = (const char *)sqlite3_value_text(values[1]);
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)count;
	if (text == NULL || key == NULL)
		return; /* NULL, as for every function of SQL */
	/* Another program may have written the file, and not in UTF-8. */
	if (ch_text_valid(text, strlen(text)) == strlen(text))
		text = ch_text_search_key(&arena, text);
	sqlite3_result_int(context, strstr(text, key) != NULL);
	ch_arena_release(&arena);
}

/* Adding a function makes SQLite prepare every statement again, so it is added once. */
enum ch_status list_functions(struct db *db, struct ch_error *err)
{
	sqlite3_stmt *probe = NULL;
	int code = sqlite3_prepare_v2(db->handle, "SELECT contains('', '')", -1, &probe, NULL);

	sqlite3_finalize(probe);
	if (code == SQLITE_OK)
		return CH_OK;
	code = sqlite3_create_function_v2(db->handle, "contains", 2,
					  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, contains, NULL,
					  NULL, NULL);
	return code == SQLITE_OK ? CH_OK : db_fail(db, code, err);
}
