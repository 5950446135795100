/*
 * Two records of one person made one. What changes hands is asked of every
 * column of every table: a row is planted in each, so that a new column or
 * table is in the question by itself.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "every_row.h"
#include "scheme_dump.h"

/* ---- Every column ---- */

/* Columns that could hold a person's number, and why these do not. */
static const struct {
	const char *table, *column, *why;
} others_numbers[] = {
	{"answer", "subject_id", "an enrolment or a spell"},
	{"audit", "object_id", "the chain is not changed; merged says where the number leads"},
	{"audit", "actor_id", "the chain is not changed; merged says where the number leads"},
	{"change", "object_id", "what the record was called then"},
	{"change", "batch_id", "an import"},
	{"draft", "subject_id", "what was typed about a record that is no more waits for undo"},
	{"erasure", "person_id", "who was erased is nobody"},
	{"erasure", "erased_by", "a coordinator, or who is nobody"},
	{"merged_row", "merged_id", "the number that is no more"},
	{"merged_row", "row_id", "a row of tbl"},
	{"pair_text", "object_id", "a record of the pairing"},
	{"pair_text_aside", "object_id", "a record of the pairing"},
	{"pair_text_aside", "spell_id", "a spell"},
	{"step", "object_id", "what the record was called then"},
	{"step", "undone_by", "a row of the audit log"},
	{"feedback", "counted_as", "figures are cut by the number of then (R72)"},
	{"handling", "subject_id", "what the check is about; moved by it"},
};

static bool is_anothers(const char *table, const char *column)
{
	for (size_t i = 0; i < sizeof others_numbers / sizeof others_numbers[0]; i++)
		if (strcmp(others_numbers[i].table, table) == 0 && strcmp(others_numbers[i].column, column) == 0)
			return true;
	return false;
}

/* Columns of numbers that refer to people, or to nothing that SQLite knows of. */
#define NUMBERS                                                                                                        \
	"SELECT t.name AS tbl, c.name AS col FROM sqlite_schema t, "                                                   \
	"pragma_table_info(t.name) c"                                                                                  \
	" WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND c.type = "                                          \
	"'INTEGER'"                                                                                                    \
	" AND (c.name LIKE '%\\_id' ESCAPE '\\' OR c.name LIKE '%\\_by' ESCAPE "                                       \
	"'\\' OR c.name LIKE '%\\_to' ESCAPE '\\'"                                                                     \
	" OR c.name LIKE '%\\_as' ESCAPE '\\')"                                                                        \
	" AND (c.pk = 0 OR t.name = 'import_missing')"                                                                 \
	" AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) k"                                             \
	" WHERE k.\"from\" = c.name AND k.\"table\" <> 'person')"                                                      \
	" ORDER BY t.name, c.name"

/* How many columns hold the number, of those that may name a person. */
static size_t count_columns(struct scheme_fixture *f, int64_t person_id, bool allowed)
{
	struct stmt *q = scheme_ask(f, NUMBERS);
	size_t count = 0;

	while (scheme_next(f, q)) {
		const char *table = stmt_copy(q, "tbl", &f->arena), *column = stmt_copy(q, "col", &f->arena);
		if (is_anothers(table, column))
			continue;
		int64_t rows = scheme_number(f,
					     ch_arena_printf(&f->arena, "SELECT count(*) FROM \"%s\" WHERE %s = %lld",
							     table, column, (long long)person_id));
		if (rows > 0 && !allowed)
			fail_msg("%s.%s still names person %lld", table, column, (long long)person_id);
		count += rows > 0;
	}
	stmt_free(q);
	return count;
}

/* Person 1 has a row in every table; 2 is nobody's yet, 3 the other of what two
 * have. */
static void plant(struct scheme_fixture *f)
{
	every_row_plant(f);
	scheme_sql(f, "DELETE FROM merged; DELETE FROM merged_row; DELETE FROM coordinator; DELETE FROM charge;"
		      "UPDATE import_batch SET coordinator_id = NULL; UPDATE override SET coordinator_id = NULL;"
		      "UPDATE handling SET assigned_coordinator_id = NULL;"
		      "UPDATE person SET name = 'Ann Lee', first_name = NULL, last_name = NULL, sort_name = 'lee, ann',"
		      " email = 'ann@example.org', email_key = 'ann@example.org', "
		      "manager_id = NULL, manager_email = NULL, erased_on = NULL, left_on = NULL, start_date = NULL, "
		      "custom_values = NULL, roles = 'mentee', grade = 3, phone = '01632 960 001', batch_id = NULL, "
		      "import_key = NULL, contact_preference = 'post'");
	scheme_sql(f, "INSERT INTO person (person_id, row_version, name, sort_name, search_key, email, email_key)"
		      " VALUES (2, 1, 'Anne Lee', 'lee, anne', 'anne lee', 'anne@example.org', 'anne@example.org'),"
		      " (3, 1, 'Gwen Guide', 'guide, gwen', 'gwen guide', NULL, NULL)");
	scheme_sql(f, "UPDATE referral SET state = 'raised', approved = NULL, answered_on = NULL, forwarded_on = NULL;"
		      "UPDATE release SET state = 'noted', kind = 'to_manager', approved = NULL, released_on = NULL");
	scheme_sql(f, "UPDATE person SET manager_id = 1 WHERE person_id = 3; UPDATE pairing "
		      "SET guide_id = 3, spell_id = 1,"
		      " next_session_on = NULL, next_due_on = NULL, unfinished_records = 0;"
		      "UPDATE pair_rule SET guide_id = 3; UPDATE proposal SET guide_id = 3, state = 'declined';"
		      "UPDATE wish SET wished_id = 3; UPDATE enrolment SET custom_values = NULL;"
		      "UPDATE handling SET check_name = 'kept-too-long', pairing_id = NULL, programme_id = NULL;"
		      "UPDATE step SET undone_by = NULL, undone_at = NULL, entity = "
		      "'scheme'; UPDATE change SET step = 0;"
		      "UPDATE pair_text SET step = 0; UPDATE pair_text_aside SET step = 0;"
		      "PRAGMA foreign_keys=ON; PRAGMA ignore_check_constraints=OFF");
}

static const struct ch_merging two_and_one = {.keep_id = 2, .other_id = 1};

static void every_column_that_names_a_person_changes_hands(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_merge_told told;

	plant(f);
	size_t columns = count_columns(f, 1, true);
	assert_true(columns > 25);
	GOOD(f, ch_person_merge(&f->c, &two_and_one, &f->arena, &told, &f->err));
	count_columns(f, 1, false);
	/* The mark of a list goes with the record; where the number leads comes. */
	assert_int_equal(count_columns(f, 2, true), columns);
	assert_int_equal(scheme_number(f, "SELECT subject_id FROM handling"), 2);
	assert_int_equal(scheme_number(f, "SELECT counted_as FROM feedback"), 1);
	assert_int_equal(scheme_number(f, "SELECT person_id FROM merged WHERE merged_id = 1"), 2);
}

/* What scheme_dump() leaves out, too. */
static const char *dump(struct scheme_fixture *f)
{
	static const char *const rows[] = {
		"SELECT group_concat(pair_text_id || '-' || ifnull(author_id, 0)) FROM pair_text",
		"SELECT group_concat(pair_text_id || '-' || ifnull(author_id, 0)) FROM pair_text_aside",
		"SELECT group_concat(step_id || '-' || ifnull(actor_id, 0)) FROM step "
		"WHERE operation NOT LIKE 'person.m%'",
		"SELECT group_concat(change_id || '-' || ifnull(actor_id, 0)) FROM change WHERE step = 0",
		"SELECT group_concat(draft_id || '-' || actor_id || '-' || subject_id) FROM draft",
		"SELECT group_concat(import_batch_id || '-' || person_id) FROM import_missing",
		"SELECT count(*) FROM merged_row",
	};
	const char *all = scheme_dump(f);

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct stmt *q = scheme_ask(f, rows[i]);
		assert_true(scheme_next(f, q));
		all = ch_arena_printf(&f->arena, "%s%s\n", all, stmt_column_text(q, 0));
		stmt_free(q);
	}
	return all;
}

static void assert_same(const char *now, const char *wanted)
{
	while (*now != '\0' && *wanted != '\0') {
		size_t a = strcspn(now, "\n"), b = strcspn(wanted, "\n");
		if (a != b || strncmp(now, wanted, a) != 0)
			fail_msg("it was\n%.*s\nand is\n%.*s", (int)b, wanted, (int)a, now);
		now += a + (now[a] != '\0');
		wanted += b + (wanted[b] != '\0');
	}
	assert_string_equal(now, wanted);
}

static void undo_brings_every_table_back(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_merge_told told;
	struct ch_undone undone;

	plant(f);
	const char *before = dump(f);
	GOOD(f, ch_person_merge(&f->c, &two_and_one, &f->arena, &told, &f->err));
	const char *after = dump(f);
	assert_string_not_equal(before, after);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_string_equal(undone.words, "Anne Lee (2) and Ann Lee (1) made one");
	assert_same(dump(f), before);
	GOOD(f, ch_redo(&f->c, &f->arena, &undone, &f->err));
	assert_same(dump(f), after);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_same(dump(f), before);
}

/* ---- What stays ---- */

static int64_t add(struct scheme_fixture *f, const char *name, const char *email, const char *phone)
{
	int64_t id = scheme_person(f, name, email, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	person.phone = phone;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	return id;
}

static struct ch_person get(struct scheme_fixture *f, int64_t id)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static void merge(struct scheme_fixture *f, int64_t keep, int64_t other, const char *take)
{
	const struct ch_merging merging = {
		.keep_id = keep, .other_id = other, .take = &take, .take_count = take == NULL ? 0 : 1};
	struct ch_merge_told told;

	GOOD(f, ch_person_merge(&f->c, &merging, &f->arena, &told, &f->err));
}

static void refused(struct scheme_fixture *f, int64_t keep, int64_t other, const char *fix)
{
	const struct ch_merging merging = {.keep_id = keep, .other_id = other};
	struct ch_merge_told told;

	assert_int_equal(ch_merge_tell(&f->c, &merging, &f->arena, &told, &f->err), CH_DATA);
	if (strstr(f->err.fix, fix) == NULL)
		fail_msg("%s. %s", f->err.message, f->err.fix);
	f->err = CH_NO_ERROR;
	REFUSED(f, CH_DATA, ch_person_merge(&f->c, &merging, &f->arena, &told, &f->err));
}

static void what_is_known_stays_and_what_is_not_is_filled_in(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t keep = add(f, "Ann Lee", "ann@example.org", "1"), other = add(f, "Anne Lee", "anne@example.org", "2");

	scheme_sql(f, "UPDATE person SET seeks = 'CV', notes = 'one', department = NULL WHERE person_id = 1;"
		      "UPDATE person SET seeks = 'cv; Law', notes = 'two', department = 'Legal', roles = 'mentor',"
		      " left_on = '2026-01-01', left_because = 'moved' WHERE person_id = 2");
	merge(f, keep, other, "phone");
	struct ch_person person = get(f, keep);
	assert_string_equal(person.name, "Ann Lee");
	assert_string_equal(person.email, "ann@example.org");
	assert_string_equal(person.phone, "2");
	assert_string_equal(person.seeks, "CV; Law");
	assert_string_equal(person.notes, "one\n\ntwo\n\nE-mail: anne@example.org\nPhone: 1");
	assert_string_equal(person.department, "Legal");
	assert_int_equal(person.roles, 1 << CH_ROLE_MENTEE | 1 << CH_ROLE_MENTOR);
	assert_int_equal(person.left_on, CH_NO_DATE); /* who is still here has not left */
	assert_int_equal(person.left_because, CH_NO_LEAVING_REASON);
	scheme_is_whole(f);
}

/* ---- What cannot be ---- */

static void r1_nobody_is_paired_with_themselves_or_twice_with_another(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	int64_t guide = scheme_person(f, "Gwen", NULL, 1 << CH_ROLE_MENTOR, "listening", NULL, 3);
	int64_t one = add(f, "Ann Lee", NULL, "1"), two = add(f, "Ann Lee", NULL, "2");
	struct ch_left left;

	scheme_start(f, scheme_pairing(f, programme, guide, one));
	refused(f, one, guide, "two people");
	scheme_start(f, scheme_pairing(f, programme, guide, two));
	refused(f, one, two, "pairing close");
	GOOD(f, ch_person_leave(&f->c, two, &(struct ch_leaving){.on = CH_NO_DATE, .close = true}, &left, &f->err));
	merge(f, one, two, NULL);
	assert_int_equal(get(f, one).left_on, CH_NO_DATE);
	/* Both were in the programme: the enrolment that is alive counts, with the
	 * answers of both. */
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM enrolment WHERE role = 'mentee'"), 1);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM enrolment WHERE role = 'mentee' AND state = 'ready'"),
			 1);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM answer a LEFT JOIN enrolment e"
					  " ON e.enrolment_id = a.subject_id"
					  " WHERE a.subject = 'enrolment' AND e.enrolment_id IS NULL"),
			 0);
	scheme_is_whole(f);
}

static void who_knows_the_other_is_another(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t one = add(f, "Ann Lee", "a@example.org", NULL), two = add(f, "Ann Lee", "b@example.org", NULL);
	int64_t programme = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	struct ch_person person = get(f, one);
	struct ch_pair_rule rule;
	struct ch_undone undone;

	person.manager_id = two;
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	refused(f, one, two, "--manager ''");
	refused(f, two, one, "--manager ''");
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
	rule.kind = CH_PAIR_RULE_AVOID;
	rule.guide_id = one;
	rule.learner_id = two;
	GOOD(f, ch_pair_rule_add(&f->c, &rule, &f->err));
	refused(f, one, two, "pair-rule remove");
	refused(f, one, one, "two records");
	assert_true(programme > 0);
}

/* ---- Afterwards ---- */

static void the_number_and_the_address_lead_on(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t keep = add(f, "Ann Lee", "ann@example.org", "1"), other = add(f, "Anne Lee", "anne@example.org", "2");
	int64_t third = add(f, "A. Lee", NULL, "3"), found;
	struct ch_merged merged;
	struct ch_person report;

	merge(f, other, third, NULL);
	merge(f, keep, other, NULL);
	GOOD(f, ch_find(&f->c, CH_PERSON, "2", &found, &f->err));
	assert_int_equal(found, keep);
	GOOD(f, ch_find(&f->c, CH_PERSON, "3", &found, &f->err));
	assert_int_equal(found, keep);
	GOOD(f, ch_find(&f->c, CH_PERSON, "Anne@Example.org", &found, &f->err));
	assert_int_equal(found, keep);
	GOOD(f, ch_merged_into(&f->c, other, &f->arena, &merged, &f->err));
	assert_string_equal(merged.name, "Anne Lee");
	/* Whoever names that address as their manager's means the one. */
	report = get(f, add(f, "Rob Report", NULL, NULL));
	report.manager_email = "anne@example.org";
	GOOD(f, ch_person_set(&f->c, &report, &f->err));
	assert_int_equal(get(f, report.person_id).manager_id, keep);
	scheme_is_whole(f);
}

static void figures_are_cut_as_before(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_merge_told told;

	plant(f);
	scheme_sql(f, "UPDATE feedback SET form = 'pulse', quality = 4, counted_as = NULL");
	for (int i = 2; i <= 7; i++)
		scheme_sql(f, ch_arena_printf(&f->arena,
					      "INSERT INTO feedback (feedback_id, "
					      "row_version, pairing_id, spell_id, side,"
					      " person_id, form, state, recorded_number, "
					      "answered_on, quality, programme_id)"
					      " SELECT %d, 1, 1, 1, side, %d, form, state, "
					      "%d, answered_on, %d, programme_id FROM feedback WHERE feedback_id = 1",
					      i, i % 3 + 1, i, i % 5 + 1));
	static const char figures[] = "SELECT group_concat(turn || batch || ':' || total) FROM outcome";
	struct stmt *q = scheme_ask(f, figures);
	assert_true(scheme_next(f, q));
	const char *before = ch_arena_printf(&f->arena, "%s", stmt_column_text(q, 0));
	stmt_free(q);
	GOOD(f, ch_person_merge(&f->c, &two_and_one, &f->arena, &told, &f->err));
	q = scheme_ask(f, figures);
	assert_true(scheme_next(f, q));
	assert_string_equal(ch_arena_printf(&f->arena, "%s", stmt_column_text(q, 0)), before);
	stmt_free(q);
}

static void who_is_erased_is_erased_by_both_numbers(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t keep = add(f, "Ann Lee", "ann@example.org", "1"),
		other = add(f, "Anne Leigh", "leigh@example.org", "2");
	int64_t witness = add(f, "Will Witness", NULL, NULL);
	struct ch_person person = get(f, witness);
	struct ch_erased erased;

	person.notes = "came with Anne Leigh";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	merge(f, keep, other, NULL);
	GOOD(f, ch_person_erase(&f->c, keep, false, &f->arena, &erased, &f->err));
	assert_string_equal(get(f, witness).notes, "came with erased person 1");
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM change WHERE before "
					  "LIKE '%leigh%' OR after LIKE '%leigh%'"),
			 0);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM merged"), 0);
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM erasure"), 2);
	scheme_is_whole(f);
}

static void r83_only_who_looks_after_the_whole_scheme_does_it(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t keep = add(f, "Ann Lee", NULL, "1"), other = add(f, "Ann Lee", NULL, "2");
	const struct ch_merging merging = {.keep_id = keep, .other_id = other};
	struct ch_merge_told told;

	f->c.actor = (struct ch_actor){.person_id = keep, .name = "Ann Lee"};
	REFUSED(f, CH_NOT_ALLOWED, ch_merge_tell(&f->c, &merging, &f->arena, &told, &f->err));
	REFUSED(f, CH_NOT_ALLOWED, ch_person_merge(&f->c, &merging, &f->arena, &told, &f->err));
}

#define MERGE_TEST(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		MERGE_TEST(every_column_that_names_a_person_changes_hands),
		MERGE_TEST(undo_brings_every_table_back),
		MERGE_TEST(what_is_known_stays_and_what_is_not_is_filled_in),
		MERGE_TEST(r1_nobody_is_paired_with_themselves_or_twice_with_another),
		MERGE_TEST(who_knows_the_other_is_another),
		MERGE_TEST(the_number_and_the_address_lead_on),
		MERGE_TEST(figures_are_cut_as_before),
		MERGE_TEST(who_is_erased_is_erased_by_both_numbers),
		MERGE_TEST(r83_only_who_looks_after_the_whole_scheme_does_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
