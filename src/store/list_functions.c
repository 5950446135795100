/*
 * The functions that lists add to SQL, for texts that have no folded key of their own in the file:
 *
 *     contains(text, key)      whether the text, folded for searching, holds the folded key
 *     has_term(list, key)      whether a term of the list, folded for searching, begins with it
 *     shared_terms(one, other) the terms of one list that the other has, too, whatever their case; NULL: none
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

static bool has_folded(const struct ch_terms *terms, const char *key, struct ch_arena *arena)
{
	for (size_t i = 0; i < terms->count; i++)
		if (strcmp(ch_text_fold(arena, terms->terms[i]), key) == 0)
			return true;
	return false;
}

static const char *valid_text(sqlite3_value *value)
{
	const char *text = (const char *)sqlite3_value_text(value);

	return text != NULL && ch_text_valid(text, strlen(text)) == strlen(text) ? text : NULL;
}

static void shared_terms(sqlite3_context *context, int count, sqlite3_value **values)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_terms one = ch_terms_split(&arena, valid_text(values[0]));
	struct ch_terms other = ch_terms_split(&arena, valid_text(values[1]));
	const char *list;
	size_t shared = 0;

	(void)count;
	for (size_t i = 0; i < one.count; i++)
		if (has_folded(&other, ch_text_fold(&arena, one.terms[i]), &arena))
			one.terms[shared++] = one.terms[i];
	list = ch_terms_join(&arena, one.terms, shared);
	if (list != NULL)
		sqlite3_result_text(context, list, -1, SQLITE_TRANSIENT);
	ch_arena_release(&arena);
}

/* Adding a function makes SQLite prepare every statement again, so they are added once. */
enum ch_status list_functions(struct db *db, struct ch_error *err)
{
	static const struct {
		const char *name;
		void (*call)(sqlite3_context *context, int count, sqlite3_value **values);
	} functions[] = {{"contains", contains}, {"has_term", has_term}, {"shared_terms", shared_terms}};
	sqlite3_stmt *probe = NULL;
	int code = sqlite3_prepare_v2(db->handle, "SELECT shared_terms('', '')", -1, &probe, NULL);

	sqlite3_finalize(probe);
	if (code == SQLITE_OK)
		return CH_OK;
	code = SQLITE_OK;
	for (size_t i = 0; code == SQLITE_OK && i < sizeof(functions) / sizeof(functions[0]); i++)
		code = sqlite3_create_function_v2(db->handle, functions[i].name, 2,
						  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL,
						  functions[i].call, NULL, NULL, NULL);
	return code == SQLITE_OK ? CH_OK : db_fail(db, code, err);
}
