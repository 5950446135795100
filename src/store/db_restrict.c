/*
 * What checks and reports may read: SQLite asks for each column of each statement while the connection is restricted.
 * Neither the wording of a pair nor the journal nor a single answer is theirs, whatever their SQL says.
 */
#include "store/db_private.h"

/*
 * How far a pair rates its goals is the pair's. What people answered on forms is read by fives alone, through the view
 * `outcome` (R72). That somebody does not feel comfortable is no figure: a check has to find it.
 */
static bool is_single_answer(const char *table, const char *column, const char *view)
{
	const struct ch_field *field;

	if (sqlite3_stricmp(table, "goal") == 0) {
		field = ch_field_named(ch_entity_of(CH_GOAL), column);
		return field != NULL && field->access == CH_CLASS_PAIR;
	}
	if (sqlite3_stricmp(table, "outcome_answer") == 0)
		return view == NULL || sqlite3_stricmp(view, "outcome") != 0;
	if (sqlite3_stricmp(table, "feedback") != 0 || (view != NULL && sqlite3_stricmp(view, "outcome_answer") == 0))
		return false;
	field = ch_field_named(ch_entity_of(CH_FEEDBACK), column);
	return field != NULL && (field->access == CH_CLASS_PAIR ||
				 (field->access == CH_CLASS_OWN_SIDE && field->type != CH_TYPE_CHOICE));
}

/*
 * The view that limits a table reads the table under it. What reads the view was asked about before, by the same name;
 * that nothing else reads the table is limit_evades()'s.
 */
static bool is_behind_limit(const struct db *db, const char *table, const char *database, const char *view)
{
	return db->limited && table != NULL && view != NULL && database != NULL &&
	       sqlite3_stricmp(table, view) == 0 && sqlite3_stricmp(database, "main") == 0;
}

static int refuse_confidential(void *context, int action, const char *table, const char *column, const char *database,
			       const char *trigger)
{
	static const char *const closed[] = {"pair_text", "pair_text_aside", "draft", "change", "audit_detail"};

	const struct db *db = context;

	if (!db->restricted || is_behind_limit(db, table, database, trigger))
		return SQLITE_OK;
	if (action == SQLITE_READ && table != NULL && column != NULL && is_single_answer(table, column, trigger))
		return SQLITE_DENY;
	if (action == SQLITE_READ && table != NULL)
		for (size_t i = 0; i < sizeof closed / sizeof closed[0]; i++)
			if (sqlite3_stricmp(table, closed[i]) == 0)
				return SQLITE_DENY;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
	case SQLITE_FUNCTION:
	case SQLITE_RECURSIVE:
		return SQLITE_OK;
	default:
		return SQLITE_DENY;
	}
}

void db_restrict(struct db *db, bool on)
{
	db->restricted = on;
}

void db_authorize(struct db *db)
{
	sqlite3_set_authorizer(db->handle, refuse_confidential, db);
}
