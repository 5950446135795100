/* The rules of erasing, and running them. The statements are composed from the rules and the field tables. */
#include "store/erase.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/buffer.h"
#include "chiron/field.h"
#include "store/erase_private.h"
#include "store/record.h"
#include "store/stmt.h"

#define THEIRS "person_id = :person"
#define OF_PAIRINGS "pairing_id IN " ERASE_PAIRINGS
#define AS_LEARNER "pairing_id IN " ERASE_LEARNT
#define AS_GUIDE "pairing_id IN (SELECT pairing_id FROM main.pairing WHERE guide_id = :person)"
#define SPELLS_OF(pairings) "spell_id IN (SELECT spell_id FROM main.spell WHERE " pairings ")"
#define EITHER_SIDE "(guide_id = :person OR learner_id = :person)"
#define PROPOSALS "(SELECT proposal_id FROM main.proposal WHERE " EITHER_SIDE ")"

/* Numbers that outcomes are made of, in batches of five: one taken out could be told from the figures (R72). */
#define SCORES                                                                                                         \
	"quality helpful aided_learning gained_hopes fed_back similar_alone confidence competence independence "       \
	"attainment enjoyment"

static const struct erase_rule rules[] = {
	{"credential", N_("training, qualifications and checks"), ERASE_REMOVED, THEIRS, NULL, NULL},
	{"committee_member", N_("seats in a matching committee"), ERASE_REMOVED, THEIRS, NULL, NULL},
	{"wish", NULL, ERASE_REMOVED, "(" THEIRS " OR wished_id = :person)", NULL, NULL},
	{"pair_rule", N_("rules about whom they are paired with"), ERASE_REMOVED, EITHER_SIDE, NULL, NULL},
	{"answer", NULL, ERASE_REMOVED, THEIRS, NULL, NULL},
	{"merged_row", N_("marks of what became theirs from another record"), ERASE_REMOVED,
	 "merged_id IN (SELECT merged_id FROM main.merged WHERE " THEIRS ")", NULL, NULL},
	{"merged", N_("numbers that lead to them"), ERASE_REMOVED, THEIRS, NULL, NULL},
	{"import_missing", N_("marks of having been missing from a list"), ERASE_REMOVED, THEIRS, NULL, NULL},
	/* Whose row a cell was mended in is not kept, and it may be a phone number: those of all lists go. */
	{"mended_cell", N_("what is remembered of cells mended in lists, of everybody"), ERASE_REMOVED, "1", NULL,
	 NULL},
	/* A check of the scheme's own that is about neither pairing nor programme is about people. */
	{"handling", N_("findings put off, or given to somebody"), ERASE_REMOVED,
	 "(" OF_PAIRINGS " OR (pairing_id IS NULL AND CASE json_extract(:checks, '$.\"' || check_name || '\"')"
	 " WHEN 'person' THEN subject_id = :person"
	 " WHEN 'enrolment' THEN subject_id IN (SELECT enrolment_id FROM main.enrolment WHERE " THEIRS ")"
	 " WHEN 'proposal' THEN subject_id IN " PROPOSALS " WHEN 'programme' THEN 0"
	 " ELSE programme_id IS NULL AND subject_id = :person END))",
	 NULL, NULL},
	/* The wording of a pair is the learner's record: it goes with them, and stays when their guide goes. */
	{"pair_text", N_("texts that the pairs wrote"), ERASE_REMOVED, SPELLS_OF(AS_LEARNER), NULL, NULL},
	{"pair_text_aside", N_("texts of the pairs that were undone"), ERASE_REMOVED, SPELLS_OF(AS_LEARNER), NULL,
	 NULL},
	{"introduction", NULL, ERASE_REMOVED, AS_LEARNER, NULL, NULL},
	{"assessment", NULL, ERASE_REMOVED, AS_LEARNER, NULL, NULL},
	{"manager_feedback", N_("words of a line manager"), ERASE_REMOVED, AS_LEARNER, NULL, NULL},
	{"release", NULL, ERASE_REMOVED, AS_LEARNER, NULL, NULL},
	{"referral", NULL, ERASE_REMOVED, AS_LEARNER, NULL, NULL},
	/* What either side said of the other goes; a comfort check is no figure (R36). */
	{"feedback", NULL, ERASE_EMPTIED, "(" THEIRS " AND " OF_PAIRINGS ")", SCORES, "fit how"},
	{"feedback", N_("feedback of the other side"), ERASE_EMPTIED,
	 "(person_id <> :person AND " OF_PAIRINGS ")", SCORES " fit", NULL},
	{"override", N_("rules overridden for them"), ERASE_EMPTIED, OF_PAIRINGS,
	 "rule check_name pairing_id programme_id made_by made_on", NULL},
	{"checkin", N_("contacts with a coordinator"), ERASE_EMPTIED, OF_PAIRINGS, "side checkin_on medium", NULL},
	{"action", NULL, ERASE_KEPT, OF_PAIRINGS, NULL, NULL},
	{"session", NULL, ERASE_EMPTIED, AS_LEARNER, "framework", NULL},
	{"session", NULL, ERASE_KEPT, AS_GUIDE, NULL, NULL},
	{"goal", NULL, ERASE_EMPTIED, AS_LEARNER, NULL, NULL},
	{"goal", NULL, ERASE_KEPT, AS_GUIDE, NULL, NULL},
	{"agreement", NULL, ERASE_EMPTIED, SPELLS_OF(AS_LEARNER), NULL, NULL},
	{"spell", N_("times together"), ERASE_EMPTIED, OF_PAIRINGS, "closure_initiator closure_reason rematch", NULL},
	{"pairing", NULL, ERASE_EMPTIED, EITHER_SIDE, NULL, "proposal_id"},
	{"approval", N_("approvals of their proposals"), ERASE_REMOVED, "proposal_id IN " PROPOSALS, NULL, NULL},
	{"proposal", NULL, ERASE_REMOVED, EITHER_SIDE, NULL, NULL},
	{"enrolment", NULL, ERASE_EMPTIED, THEIRS, NULL, "batch_id"},
};

const struct erase_rule *erase_rule_at(size_t index)
{
	return index < sizeof rules / sizeof rules[0] ? &rules[index] : NULL;
}

void erase_bind(const struct erase *erase, struct stmt *q)
{
	if (stmt_has_parameter(q, "person"))
		stmt_bind_int(q, "person", erase->person_id);
	if (stmt_has_parameter(q, "checks"))
		stmt_bind_text(q, "checks", erase->checks);
}

enum ch_status erase_run(const struct erase *erase, const char *sql, int64_t *changed, struct ch_error *err)
{
	struct stmt *q = stmt_new(erase->db, sql);

	erase_bind(erase, q);
	enum ch_status status = stmt_run(q, changed, err);
	stmt_free(q);
	return status;
}

enum ch_status erase_number(const struct erase *erase, const char *sql, int64_t *number, struct ch_error *err)
{
	struct stmt *q = stmt_new(erase->db, sql);
	bool row = false;

	erase_bind(erase, q);
	enum ch_status status = stmt_step(q, &row, err);
	*number = status == CH_OK && row ? stmt_column_int(q, 0) : 0;
	stmt_free(q);
	return status;
}

enum ch_status erase_count(const struct erase *erase, const struct erase_rule *rule, int64_t *rows,
			   struct ch_error *err)
{
	return erase_number(erase,
			    ch_arena_printf(erase->arena, "SELECT count(*) FROM main.%s WHERE %s", rule->table,
					    rule->whose),
			    rows, err);
}

/* ---- Emptying a row ---- */

static bool is_word_of(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; at != NULL && (at = strstr(at, word)) != NULL; at += length)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool is_free_text(enum ch_type type)
{
	return ch_type_holds_text(type) && type != CH_TYPE_INSTANT && type != CH_TYPE_INTERVAL;
}

static bool goes(const struct erase_rule *rule, const struct ch_field *field)
{
	if (is_word_of(rule->also, field->key))
		return true;
	if (is_word_of(rule->keeps, field->key))
		return false;
	return is_free_text(field->type) || field->access != CH_CLASS_FACT;
}

static const char *emptying(const struct erase_rule *rule, struct ch_arena *arena)
{
	const struct ch_entity *entity = ch_entity_named(rule->table);
	const char *sql = ch_arena_printf(arena, "UPDATE main.%s SET row_version = row_version + 1", rule->table);

	for (size_t i = 2; i < entity->field_count; i++)
		if (goes(rule, &entity->fields[i]))
			sql = ch_arena_printf(arena, "%s, %s = %s", sql, entity->fields[i].key,
					      entity->fields[i].flags & CH_FIELD_REQUIRED ? "'erased'" : "NULL");
	return ch_arena_printf(arena, "%s WHERE %s", sql, rule->whose);
}

enum ch_status erase_rows(const struct erase *erase, int64_t *records, struct ch_error *err)
{
	enum ch_status status = CH_OK;

	*records = 0;
	for (const struct erase_rule *rule = rules; status == CH_OK && rule < rules + sizeof rules / sizeof rules[0];
	     rule++) {
		int64_t changed = 0;
		if (rule->fate == ERASE_KEPT)
			continue;
		status = erase_run(erase,
				   rule->fate == ERASE_EMPTIED
					   ? emptying(rule, erase->arena)
					   : ch_arena_printf(erase->arena, "DELETE FROM main.%s WHERE %s", rule->table,
							     rule->whose),
				   &changed, err);
		*records += changed;
	}
	return status;
}

/* ---- The person ---- */

enum ch_status erase_note(const struct erase *erase, const struct erase_stone *stone, struct ch_error *err)
{
	struct stmt *q = stmt_ready(erase->db, SQL_ERASURE_INSERT);

	stmt_bind_int(q, "person_id", erase->person_id);
	stmt_bind_text(q, "erased_at", stone->at);
	stmt_bind_id(q, "erased_by", stone->by);
	stmt_bind_int(q, "records", stone->records);
	stmt_bind_blob(q, "email_hash", stone->email_hash, stone->email_hash == NULL ? 0 : HASH_SIZE);
	stmt_bind_blob(q, "name_hash", stone->name_hash, HASH_SIZE);
	return stmt_run(q, NULL, err);
}

/* Who is erased takes part in nothing more. */
static enum ch_status withdraw(const struct erase *erase, struct ch_error *err)
{
	return erase_run(erase,
			 "UPDATE main.enrolment SET state = 'withdrawn', row_version = row_version + 1"
			 " WHERE " THEIRS " AND state NOT IN ('completed', 'withdrawn')",
			 NULL, err);
}

/* Nobody is managed by, or waits for, who is no more; wording keeps who wrote it only where they are of the pair. */
static enum ch_status let_go(const struct erase *erase, struct ch_error *err)
{
	enum ch_status status = erase_run(erase,
					  "UPDATE main.person SET manager_id = NULL, manager_email = NULL,"
					  " row_version = row_version + 1 WHERE manager_id = :person",
					  NULL, err);

	if (status != CH_OK)
		return status;
	return erase_run(erase,
			 "UPDATE main.pair_text SET author_id = NULL WHERE author_id = :person"
			 " AND NOT EXISTS (SELECT 1 FROM main.pairing WHERE " EITHER_SIDE ")",
			 NULL, err);
}

enum ch_status erase_person_row(const struct erase *erase, ch_date today, bool *removed, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON), *by;
	char day[CH_DATE_SIZE];
	int64_t by_id;
	enum ch_status status = let_go(erase, err);

	*removed = erase->former;
	if (erase->former)
		return status;
	if (status == CH_OK)
		status = withdraw(erase, err);
	if (status == CH_OK)
		status = record_referrer(erase->db, entity, erase->person_id, &by, &by_id, err);
	if (status != CH_OK)
		return status;
	*removed = by == NULL;
	if (*removed)
		return record_delete(erase->db, entity, erase->person_id, err);
	const char *sql = "UPDATE main.person SET row_version = row_version + 1, name = :called,"
			  " sort_name = '~ ' || :called, search_key = :called, erased_on = :today,"
			  " left_on = ifnull(left_on, :today)";
	for (size_t i = 2; i < entity->field_count; i++)
		if (!is_word_of("name sort_name search_key erased_on left_on", entity->fields[i].key))
			sql = ch_arena_printf(erase->arena, "%s, %s = NULL", sql, entity->fields[i].key);
	struct stmt *q = stmt_new(erase->db, ch_arena_printf(erase->arena, "%s WHERE " THEIRS, sql));
	erase_bind(erase, q);
	stmt_bind_text(q, "called", erase->called);
	stmt_bind_text(q, "today", ch_date_iso(today, day));
	status = stmt_run(q, NULL, err);
	stmt_free(q);
	return status;
}

void erase_hash(const char *scheme_id, const char *key, unsigned char out[HASH_SIZE])
{
	struct hash hash;

	hash_begin(&hash);
	hash_text(&hash, "chiron erasure 1");
	hash_text(&hash, scheme_id);
	hash_text(&hash, key);
	hash_end(&hash, out);
}
