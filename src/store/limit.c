/*
 * One row for each table. In a condition "@" is the coordinator's number. What it names stands in the file ("main"):
 * a condition that went by the views would ask each row anew what its own tables let through.
 */
#include "store/limit.h"

#include <ctype.h>
#include <string.h>

#include "store/db_private.h"
#include "store/stmt.h"

#define THEIRS "(SELECT programme_id FROM main.charge WHERE coordinator_id = @)"
#define OF_PROGRAMME "programme_id IN " THEIRS
#define PAIRING(id) "(SELECT programme_id FROM main.pairing WHERE pairing_id = " id ") IN " THEIRS
#define SPELL(id)                                                                                                      \
	"(SELECT p.programme_id FROM main.spell s JOIN main.pairing p ON p.pairing_id = s.pairing_id"                  \
	" WHERE s.spell_id = " id ") IN " THEIRS

/* A person has to do with a programme by their enrolment, as one of a pairing, or as a member of its committee. */
#define ANYWHERE(id, which)                                                                                            \
	"(EXISTS (SELECT 1 FROM main.enrolment WHERE person_id = " id which ")"                                        \
	" OR EXISTS (SELECT 1 FROM main.pairing WHERE guide_id = " id which ")"                                        \
	" OR EXISTS (SELECT 1 FROM main.pairing WHERE learner_id = " id which ")"                                      \
	" OR EXISTS (SELECT 1 FROM main.committee_member WHERE person_id = " id which "))"
#define PERSON(id) "(" ANYWHERE(id, " AND " OF_PROGRAMME) " OR NOT " ANYWHERE(id, "") ")"

/* The programme that a row of the journal is about; that of a pairing which undo took away is in the journal, too. */
#define JOURNALLED(key) "CAST(json_extract(ifnull(c.after, c.before), '$." key "') AS INTEGER)"
#define PROGRAMME_OF_CHANGE                                                                                            \
	"coalesce(" JOURNALLED(                                                                                        \
		"programme_id") ","                                                                                    \
				" (SELECT programme_id FROM main.pairing WHERE pairing_id = " JOURNALLED(              \
					"pairing_id") "),"                                                             \
						      " (SELECT CAST(json_extract(ifnull(o.after, o.before), "         \
						      "'$.programme_id') AS INTEGER) FROM main.change o"               \
						      " WHERE o.entity = 'pairing' AND o.object_id = " JOURNALLED(     \
							      "pairing_id") " LIMIT 1))"

static const struct limit {
	const char *table;
	const char *seen; /* a condition on the row t of the table; "1": all of it, as the scheme's own */
} limits[] = {
	{"scheme", "1"},
	{"mapping", "1"},  /* the words that lists of columns use */
	{"custom_field", "1"}, /* which columns there are; the values stand with people and enrolments */
	{"own_file", "1"}, /* texts of checks and reports: what they find is limited, too */
	{"person", PERSON("t.person_id")},
	{"credential", PERSON("t.person_id")},
	{"import_missing", PERSON("t.person_id")},
	{"programme", OF_PROGRAMME},
	{"settings", OF_PROGRAMME},
	{"cohort", OF_PROGRAMME},
	{"objective", OF_PROGRAMME},
	{"requirement", OF_PROGRAMME},
	{"eligibility", OF_PROGRAMME},
	{"enrolment", OF_PROGRAMME},
	{"committee_member", OF_PROGRAMME},
	{"match_weight", OF_PROGRAMME},
	{"wish", OF_PROGRAMME},
	{"match_run", OF_PROGRAMME},
	{"proposal", OF_PROGRAMME},
	{"approval", "(SELECT programme_id FROM main.proposal WHERE proposal_id = t.proposal_id) IN " THEIRS},
	{"pair_rule",
	 "iif(t.programme_id IS NULL, " PERSON("t.guide_id") " AND " PERSON("t.learner_id") ", t." OF_PROGRAMME ")"},
	{"pairing", OF_PROGRAMME},
	{"spell", PAIRING("t.pairing_id")},
	{"agreement", SPELL("t.spell_id")},
	{"session", PAIRING("t.pairing_id")},
	{"goal", PAIRING("t.pairing_id")},
	{"action", PAIRING("t.pairing_id")},
	{"checkin", PAIRING("t.pairing_id")},
	/* What counts in their figures, too, wherever the pairing is now: batches are the same for all who look. */
	{"feedback", "(t." OF_PROGRAMME " OR " PAIRING("t.pairing_id") ")"},
	{"referral", PAIRING("t.pairing_id")},
	{"release", PAIRING("t.pairing_id")},
	{"released_words", "(SELECT p.programme_id FROM main.release r JOIN main.pairing p"
			   " ON p.pairing_id = r.pairing_id WHERE r.release_id = t.release_id) IN " THEIRS},
	{"introduction", PAIRING("t.pairing_id")},
	{"assessment", PAIRING("t.pairing_id")},
	{"manager_feedback", PAIRING("t.pairing_id")},
	{"pair_text", SPELL("t.spell_id")},
	{"pair_text_aside", SPELL("t.spell_id")},
	{"answer", "iif(t.subject = 'enrolment',"
		   " (SELECT programme_id FROM main.enrolment WHERE enrolment_id = t.subject_id) IN " THEIRS
		   ", " SPELL("t.subject_id") ")"},
	{"override", "iif(t.pairing_id IS NULL, t." OF_PROGRAMME ", " PAIRING("t.pairing_id") ")"},
	/* Without a pairing and a programme it is about a person. */
	{"handling", "CASE WHEN t.pairing_id IS NOT NULL THEN " PAIRING(
			     "t.pairing_id") " WHEN t.programme_id IS NOT NULL THEN t." OF_PROGRAMME
					     " ELSE " PERSON("t.subject_id") " END"},
	{"import_batch", "iif(t.programme_id IS NULL, t.coordinator_id = @, t." OF_PROGRAMME ")"},
	{"mended_cell", "EXISTS (SELECT 1 FROM temp.import_batch b WHERE b.import_batch_id = t.import_batch_id)"},
	{"coordinator", "(t.coordinator_id = @ OR t.limited IS NOT 'yes')"},
	{"charge", "t.coordinator_id = @"},
	{"draft", "t.actor_id = -@"},
	{"erasure", "0"},
	{"merged", PERSON("t.person_id")},
	{"merged_row", "0"},
	{"audit", "t.actor_id = -@"},
	{"audit_detail", "(SELECT actor_id FROM main.audit a WHERE a.seq = t.seq) = -@"},
	/* Their own, but for what they did in a programme that is not theirs any more. */
	{"step", "t.actor_id = -@ AND NOT EXISTS (SELECT 1 FROM main.change c WHERE c.step = t.step_id"
		 " AND " PROGRAMME_OF_CHANGE " NOT IN " THEIRS ")"},
	/* All of an import that they may take back: half of it would be worse than none. */
	{"change", "(EXISTS (SELECT 1 FROM temp.step s WHERE s.step_id = t.step)"
		   " OR EXISTS (SELECT 1 FROM temp.import_batch b WHERE b.import_batch_id = t.batch_id))"},
};

/* Views of the file that stay as they are: numbers over the whole scheme, and no words. */
static const char *const open_views[] = {"place_taken", "place_proposed"};

static const char *seen_of(const char *table)
{
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (strcmp(limits[i].table, table) == 0)
			return limits[i].seen;
	return NULL;
}

static bool is_open(const char *view)
{
	for (size_t i = 0; i < sizeof(open_views) / sizeof(open_views[0]); i++)
		if (strcmp(open_views[i], view) == 0)
			return true;
	return false;
}

bool limit_knows(const char *name)
{
	return seen_of(name) != NULL || is_open(name);
}

/* ---- The views -------------------------------------------------------------------- */

static void add_table(struct ch_buffer *sql, const char *table, int64_t coordinator_id)
{
	const char *seen = seen_of(table);

	ch_buffer_printf(sql, "CREATE TEMP VIEW \"%s\" AS SELECT * FROM main.\"%s\" AS t WHERE ", table, table);
	for (seen = seen != NULL ? seen : "0"; *seen != '\0'; seen++)
		if (*seen == '@')
			ch_buffer_printf(sql, "%lld", (long long)coordinator_id);
		else
			ch_buffer_add_char(sql, *seen);
	ch_buffer_add(sql, ";\n");
}

/* A view of the file reads the file: its copy among the temporary ones reads what is seen. */
static void add_view(struct ch_buffer *sql, const char *name, const char *text)
{
	const char *as = strstr(text, " AS");

	if (!is_open(name) && as != NULL)
		ch_buffer_printf(sql, "CREATE TEMP VIEW \"%s\"%s;\n", name, as);
}

static enum ch_status compose(struct db *db, int64_t coordinator_id, struct ch_buffer *sql, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_TABLES_AND_VIEWS);
	enum ch_status status;
	bool row;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *name = stmt_text(q, "name");

		if (strcmp(stmt_text(q, "type"), "table") == 0)
			add_table(sql, name, coordinator_id);
		else
			add_view(sql, name, stmt_text(q, "sql"));
	}
	return status;
}

enum ch_status limit_begin(struct db *db, int64_t coordinator_id, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	enum ch_status status = compose(db, coordinator_id, &sql, err);

	/* What was prepared before has found the file's tables. */
	stmt_finalize_all(db);
	if (status == CH_OK)
		status = db_exec(db, sql.text, err);
	if (status == CH_OK)
		db->limited = true;
	ch_buffer_release(&sql);
	return status;
}

bool limit_holds(const struct db *db)
{
	return db->limited;
}

/* ---- Refusals ----------------------------------------------------------------------- */

enum ch_status limit_fix(struct db *db, struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct stmt *q = stmt_ready(db, SQL_WHO_LIFTS_LIMITS);
	bool row = false;

	if (stmt_step(q, &row, &ignored) == CH_OK && row && stmt_text(q, "name") != NULL)
		ch_error_fix(
			err,
			_("you see and change what belongs to your programmes (R83); %s, who looks after the whole "
			  "scheme, can do it, or give you more: `chiron coordinator set`"),
			stmt_text(q, "name"));
	else
		ch_error_fix(
			err,
			_("you see and change what belongs to your programmes (R83); whoever looks after the whole "
			  "scheme can do it, or give you more: `chiron coordinator set`"));
	stmt_reset(q);
	return err->status;
}

enum ch_status limit_check(struct db *db, const struct ch_entity *entity, int64_t id, struct ch_error *err)
{
	struct ch_buffer sql = CH_BUFFER_EMPTY;
	bool row = false;

	if (!db->limited || id == 0)
		return CH_OK;
	ch_buffer_printf(&sql, "SELECT 1 FROM %s WHERE %s = :id", entity->name, entity->fields[0].key);
	struct stmt *q = stmt_new(db, sql.text);
	stmt_bind_int(q, "id", id);
	enum ch_status status = stmt_step(q, &row, err);

	stmt_free(q);
	ch_buffer_release(&sql);
	if (status != CH_OK || row)
		return status;
	ch_fail(err, CH_NOT_ALLOWED, _("there is no %s with the number %lld among what you look after"), entity->noun,
		(long long)id);
	return limit_fix(db, err);
}

/* SQLite writes the name of the file's tables "main" and in no other way but by its case. */
bool limit_evades(const struct db *db, const char *sql)
{
	static const char name[] = "main";

	for (const char *at = sql; db->limited && *at != '\0'; at++) {
		bool begins = at == sql || !(isalnum((unsigned char)at[-1]) || at[-1] == '_');
		size_t same = 0;

		while (same < sizeof(name) - 1 && tolower((unsigned char)at[same]) == name[same])
			same++;
		if (begins && same == sizeof(name) - 1 && !(isalnum((unsigned char)at[same]) || at[same] == '_'))
			return true;
	}
	return false;
}
