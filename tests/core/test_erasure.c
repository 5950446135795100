/*
 * Erasing, asked of every column of every table: a row of the person is planted in each, with a phrase of its own in
 * every text, so that a new column or table is in the question by itself. Afterwards the bytes of the file are read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "every_row.h"
#include "scheme_dump.h"

#define NAME EVERY_ROW_NAME
#define EMAIL "vera.q@example.org"

/* ---- Planting ---- */

/* Tables that are about nobody: what is planted there stays. A new table is about people unless it is said here. */
static const char *const of_nobody[] = {"scheme",      "programme",	"settings", "cohort",	    "objective",
					"requirement", "eligibility",	"custom_field", "mapping", "own_file",
					"coordinator", "charge",	"match_weight", "match_run", "import_batch",
					"step"};

/* Columns that stay of rows that are emptied: words of rules and frameworks. */
static const char *const kept[] = {"planted_override_rule_", "planted_override_check_name_",
				   "planted_session_framework_"};

/* Of somebody who was a guide the record of the learner stays, and what the learner wrote. */
static const char *const of_learner[] = {"pair_text",  "pair_text_aside", "introduction", "assessment", "referral",
					 "release",    "released_words",  "session",	  "agreement",	"goal",
					 "manager_feedback"};

static bool is_among(const char *name, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}
#define IS_AMONG(name, names) is_among((name), (names), sizeof(names) / sizeof((names)[0]))

/* Person 1 is Vera; 2 is Otto, the other of the pair. Every number that refers to something is 1. */
static void plant(struct scheme_fixture *f, bool as_learner)
{
	every_row_plant(f);
	scheme_sql(f, as_learner ? "UPDATE pairing SET guide_id = 2, learner_id = 1"
				 : "UPDATE pairing SET guide_id = 1, learner_id = 2");
	scheme_sql(f, "INSERT INTO person (person_id, row_version, name, first_name, last_name, manager_id,"
		      " manager_email, notes, sort_name, search_key) VALUES (2, 1, 'Otto Other', 'Otto', 'Other', 1,"
		      " '" EMAIL "', 'met " NAME ", who is no " NAME "son', 'other, otto', 'otto " NAME "')");
	scheme_sql(f, "UPDATE person SET name = '" NAME "', first_name = 'Vera', last_name = 'Quillfeather',"
		      " email = '" EMAIL "', email_key = '" EMAIL "', phone = '01632 960 471', manager_id = NULL,"
		      " sort_name = 'quillfeather, vera', left_on = NULL, erased_on = NULL WHERE person_id = 1");
	scheme_sql(f, "INSERT INTO draft VALUES (9, 0, 'person.edit', 1, 'Edit: " NAME "', '{}', '{}', '{}', NULL)");
	scheme_sql(f, "UPDATE pairing SET spell_id = 1; PRAGMA foreign_keys=ON; PRAGMA ignore_check_constraints=OFF");
}

/* ---- Reading the bytes ---- */

static char *bytes_of(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	fseek(file, 0, SEEK_END);
	*length = (size_t)ftell(file);
	rewind(file);
	char *bytes = malloc(*length + 1);
	assert_non_null(bytes);
	assert_int_equal(fread(bytes, 1, *length, file), *length);
	bytes[*length] = '\0';
	fclose(file);
	return bytes;
}

static bool has(const char *bytes, size_t length, const char *text)
{
	size_t size = strlen(text);
	const char *end = bytes + length;

	for (const char *at = bytes; (at = memchr(at, *text, (size_t)(end - at))) != NULL; at++)
		if ((size_t)(end - at) >= size && memcmp(at, text, size) == 0)
			return true;
	return false;
}

/* The phrase "planted_TABLE_COLUMN_" of every text there is, in turn, with whether it is in the bytes. */
static void each_phrase(struct scheme_fixture *f, const char *bytes, size_t length, bool as_learner, bool after)
{
	struct stmt *q = scheme_ask(f, "SELECT t.name AS tbl, c.name AS name"
				" FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'"
				" AND t.name NOT LIKE 'sqlite%' AND c.type IN ('TEXT', 'BLOB')"
				" AND t.name NOT IN ('scheme', 'audit', 'audit_detail', 'erasure')");
	size_t planted = 0;

	while (scheme_next(f, q)) {
		const char *table = stmt_copy(q, "tbl", &f->arena);
		const char *phrase = ch_arena_printf(&f->arena, "planted_%s_%s_", table, stmt_text(q, "name"));
		bool found = has(bytes, length, phrase);
		bool stays = IS_AMONG(table, of_nobody) || IS_AMONG(phrase, kept) ||
			     (!as_learner && IS_AMONG(table, of_learner));
		planted += found;
		if (after && found && !stays)
			fail_msg("%s is still in the file", phrase);
	}
	stmt_free(q);
	if (!after)
		assert_true(planted > 60);
}

static void erase_and_look(struct scheme_fixture *f, bool as_learner)
{
	struct ch_erased erased;
	size_t length;

	plant(f, as_learner);
	char *bytes = bytes_of(f->path, &length);
	each_phrase(f, bytes, length, as_learner, false);
	assert_true(has(bytes, length, NAME));
	assert_true(has(bytes, length, "Vera Former"));
	free(bytes);

	GOOD(f, ch_person_erase(&f->c, 1, false, &f->arena, &erased, &f->err));
	assert_null(erased.left_behind);
	bytes = bytes_of(f->path, &length);
	each_phrase(f, bytes, length, as_learner, true);
	for (const char *const *name = (const char *const[]){NAME " ", NAME ",", NAME ".", "Vera Former", EMAIL,
							     "quillfeather, vera", "960 471", NULL};
	     *name != NULL; name++)
		if (has(bytes, length, *name))
			fail_msg("%s is still in the file", *name);
	assert_true(has(bytes, length, "met erased person 1, who is no " NAME "son"));
	free(bytes);
}

static void art17_nothing_of_a_learner_is_in_the_files_bytes(void **state)
{
	erase_and_look(*state, true);
}

static void art17_nothing_of_a_guide_is_but_the_learners_record(void **state)
{
	erase_and_look(*state, false);
}

/* ---- The life of it ---- */

struct pair {
	int64_t programme, guide, learner, pairing;
};

static struct pair make_pair(struct scheme_fixture *f)
{
	struct pair pair = {.programme = scheme_programme(f, "Mentoring", CH_KIND_MENTORING)};

	pair.guide = scheme_person(f, "Gwen Guide", "gwen@example.org", 1 << CH_ROLE_MENTOR, "listening", NULL, 3);
	pair.learner = scheme_person(f, NAME, EMAIL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	pair.pairing = scheme_pairing(f, pair.programme, pair.guide, pair.learner);
	scheme_start(f, pair.pairing);
	return pair;
}

static void leave(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_left left;

	GOOD(f, ch_person_leave(&f->c, person_id, &(struct ch_leaving){.on = CH_NO_DATE, .close = true}, &left,
				&f->err));
}

static void assert_whole(struct scheme_fixture *f)
{
	struct ch_grid grid;

	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &grid, &f->err));
}

static void a_live_pairing_is_ended_first(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = make_pair(f);
	struct ch_erased erased;
	struct ch_grid grid;

	REFUSED(f, CH_DATA, ch_erasure_tell(&f->c, pair.learner, &f->arena, &grid, &f->err));
	REFUSED(f, CH_DATA, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
	leave(f, pair.learner);
	GOOD(f, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
	assert_string_equal(erased.called, "erased person 2");
	assert_whole(f);
	REFUSED(f, CH_DATA, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
}

static int64_t newest_step(struct scheme_fixture *f)
{
	return scheme_number(f, "SELECT max(step_id) FROM step");
}

static void what_was_erased_is_not_undone_and_not_edited(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = make_pair(f);
	struct ch_person person;
	struct ch_erased erased;
	struct ch_undone undone;

	leave(f, pair.learner);
	GOOD(f, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_person_get(&f->c, pair.learner, &f->arena, &person, &f->err));
	assert_string_equal(person.name, "erased person 2");
	assert_null(person.email);
	person.name = NAME;
	REFUSED(f, CH_DATA, ch_person_set(&f->c, &person, &f->err));
	REFUSED(f, CH_DATA, ch_undo(&f->c, newest_step(f), &f->arena, &undone, &f->err));
	assert_string_equal(undone.words, "person 2 erased");
	REFUSED(f, CH_DATA, ch_undo(&f->c, 0, &f->arena, &undone, &f->err)); /* the one before it */
	assert_string_not_equal(undone.words, "person 2 erased");
}

static void a_pairing_that_waits_for_their_feedback_waits_no_more(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = make_pair(f);
	struct ch_feedback feedback;
	struct ch_erased erased;

	leave(f, pair.learner);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pair.pairing;
	feedback.side = CH_SIDE_GUIDE;
	feedback.form = CH_FEEDBACK_END;
	feedback.aided_learning = 4;
	GOOD(f, ch_feedback_record(&f->c, &feedback, &f->err));
	assert_int_equal(scheme_get_pairing(f, pair.pairing).state, CH_PAIRING_CLOSING);
	GOOD(f, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
	assert_int_equal(scheme_get_pairing(f, pair.pairing).state, CH_PAIRING_CLOSED);
	struct stmt *q = scheme_ask(f, "SELECT aided_learning AS score FROM feedback"
				       " WHERE side = 'guide' AND form = 'end'");
	assert_true(scheme_next(f, q));
	assert_int_equal(stmt_int(q, "score"), 4); /* R72: a figure */
	stmt_free(q);
	assert_whole(f);
}

/* R65: of the end both are asked, and who is gone is neither asked nor asked about; nothing is left for them to do. */
static void what_was_open_with_them_is_settled(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = make_pair(f);
	struct ch_action mine = {.pairing_id = pair.pairing, .owner = CH_SIDE_LEARNER, .set_on = CH_NO_DATE,
				 .due_on = CH_NO_DATE, .settled_on = CH_NO_DATE};
	struct ch_erased erased;

	GOOD(f, ch_action_add(&f->c, &mine, "write to the college", &f->err));
	leave(f, pair.learner);
	assert_int_equal(scheme_get_pairing(f, pair.pairing).state, CH_PAIRING_CLOSING);
	GOOD(f, ch_person_erase(&f->c, pair.learner, false, &f->arena, &erased, &f->err));
	assert_int_equal(scheme_get_pairing(f, pair.pairing).state, CH_PAIRING_CLOSED);
	assert_int_equal(scheme_get_pairing(f, pair.pairing).open_actions, 0);
	struct stmt *q = scheme_ask(f, "SELECT (SELECT count(*) FROM feedback WHERE state = 'due') AS due,"
				       " (SELECT count(*) FROM action WHERE state = 'open') AS open");
	assert_true(scheme_next(f, q));
	assert_int_equal(stmt_int(q, "due"), 0);
	assert_int_equal(stmt_int(q, "open"), 0);
	stmt_free(q);
	assert_whole(f);
}

/* What the learner set out to do stays theirs when their mentor is erased. */
static void what_the_learner_has_to_do_outlives_the_guide(void **state)
{
	struct scheme_fixture *f = *state;
	struct pair pair = make_pair(f);
	struct ch_action action = {.pairing_id = pair.pairing, .owner = CH_SIDE_LEARNER, .set_on = CH_NO_DATE,
				   .due_on = CH_NO_DATE, .settled_on = CH_NO_DATE};
	struct ch_erased erased;

	GOOD(f, ch_action_add(&f->c, &action, "write to the college", &f->err));
	action.owner = CH_SIDE_GUIDE;
	GOOD(f, ch_action_add(&f->c, &action, "send the address", &f->err));
	leave(f, pair.guide);
	GOOD(f, ch_person_erase(&f->c, pair.guide, false, &f->arena, &erased, &f->err));
	assert_int_equal(scheme_get_pairing(f, pair.pairing).open_actions, 1);
	assert_whole(f);
}

static void who_was_never_paired_is_gone_altogether(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = scheme_person(f, NAME, EMAIL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;
	struct ch_person person;
	struct ch_grid grid;

	GOOD(f, ch_person_erase(&f->c, id, false, &f->arena, &erased, &f->err));
	REFUSED(f, CH_MISSING, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	GOOD(f, ch_erasure_list(&f->c, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_string_equal(grid.rows[0].cells[2], "the coordinator");
	assert_int_equal(scheme_person(f, "Next", NULL, 0, NULL, NULL, CH_UNKNOWN), id + 1);
}

/* Somebody of the same name is not renamed with them. */
static void a_namesake_keeps_their_name(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t first = scheme_person(f, NAME, EMAIL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	int64_t second = scheme_person(f, NAME, NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, second, &f->arena, &person, &f->err));
	person.notes = NAME " of the choir, " EMAIL " is the other one";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_person_get(&f->c, second, &f->arena, &person, &f->err));
	assert_string_equal(person.name, NAME);
	assert_string_equal(person.notes, NAME " of the choir, erased person 1 is the other one");
}

/* Nor is who has the name as a part of theirs, or writes it otherwise: it would be lost for good. */
static void what_others_are_called_stays_whole(void **state)
{
	static const char *const called[] = {"ANNA BELL", "Mary Anna Bell", "Anna Bell-Smith", "Anna Bell \"Jo\""};
	struct scheme_fixture *f = *state;
	int64_t first = scheme_person(f, "Anna Bell", "a.bell@example.org", 0, NULL, NULL, CH_UNKNOWN), others[4];
	struct ch_erased erased;
	struct ch_person person;
	struct ch_undone undone;

	for (size_t i = 1; i < 4; i++)
		others[i] = scheme_person(f, called[i], i == 1 ? "mary.a.bell@example.org" : NULL, 0, NULL, NULL,
					  CH_UNKNOWN);
	GOOD(f, ch_person_get(&f->c, others[3], &f->arena, &person, &f->err));
	person.notes = "asked anna bell, a friend of mary ANNA bell; a.bell@example.org or mary.a.bell@example.org";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	int64_t noted = newest_step(f);
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	for (size_t i = 1; i < 4; i++) {
		GOOD(f, ch_person_get(&f->c, others[i], &f->arena, &person, &f->err));
		assert_string_equal(person.name, called[i]);
		if (i == 1)
			assert_string_equal(person.email, "mary.a.bell@example.org");
	}
	assert_string_equal(person.notes, "asked erased person 1, a friend of mary ANNA bell; "
					  "erased person 1 or mary.a.bell@example.org");
	GOOD(f, ch_undo(&f->c, noted, &f->arena, &undone, &f->err));
	GOOD(f, ch_person_get(&f->c, others[3], &f->arena, &person, &f->err));
	assert_null(person.notes);
	assert_string_equal(person.name, called[3]);

	others[0] = scheme_person(f, called[0], NULL, 0, NULL, NULL, CH_UNKNOWN);
	first = scheme_person(f, "Anna Bell", "bell@example.org", 0, NULL, NULL, CH_UNKNOWN);
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_person_get(&f->c, others[0], &f->arena, &person, &f->err));
	assert_string_equal(person.name, called[0]);
}

/* Somebody who was here before, by a number that only the journal has: as after a list was taken back. */
static int64_t add_and_undo(struct scheme_fixture *f, const char *name, const char *email)
{
	int64_t id = scheme_person(f, name, email, 1 << CH_ROLE_MENTEE, NULL, "listening", CH_UNKNOWN);
	struct ch_undone undone;

	GOOD(f, ch_undo(&f->c, newest_step(f), &f->arena, &undone, &f->err));
	return id;
}

static void assert_bytes(struct scheme_fixture *f, const char *text, bool there)
{
	size_t length;
	char *bytes = bytes_of(f->path, &length);

	assert_int_equal(has(bytes, length, text), there);
	free(bytes);
}

/* By the address, or by the name where either has none; a namesake of another address stays. */
static void art17_who_was_taken_back_and_came_again_goes_by_both_numbers(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t other = add_and_undo(f, NAME, "another@example.org");
	add_and_undo(f, "Vera Maiden", EMAIL);
	add_and_undo(f, NAME, NULL);
	int64_t id = scheme_person(f, NAME, EMAIL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;
	struct ch_undone undone;

	GOOD(f, ch_person_erase(&f->c, id, false, &f->arena, &erased, &f->err));
	assert_non_null(strstr(erased.certificate, "what history has of them by another number"));
	assert_bytes(f, EMAIL, false);
	assert_bytes(f, "Vera Maiden", false);
	assert_bytes(f, "another@example.org", true);
	assert_int_equal(scheme_number(f, "SELECT count(DISTINCT object_id) FROM change WHERE entity = 'person'"), 1);
	assert_int_equal(scheme_number(f, "SELECT max(object_id) FROM change WHERE entity = 'person'"), other);
	REFUSED(f, CH_MISSING, ch_redo(&f->c, &f->arena, &undone, &f->err));
	assert_whole(f);
}

static void art17_who_is_in_the_history_alone_is_found_and_erased(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t id = add_and_undo(f, NAME, EMAIL), found, otto;
	struct ch_erased erased;
	struct ch_grid grid;

	otto = add_and_undo(f, "Otto Other", NULL);
	GOOD(f, ch_erasure_find(&f->c, "vera quill", &found, &f->err));
	assert_int_equal(found, id);
	GOOD(f, ch_erasure_find(&f->c, "VERA.Q@example.org", &found, &f->err));
	assert_int_equal(found, id);
	assert_string_equal(ch_erasure_name(&f->c, id, &f->arena), NAME);
	GOOD(f, ch_erasure_tell(&f->c, id, &f->arena, &grid, &f->err));
	assert_string_equal(grid.rows[0].cells[0], "earlier values, kept for undo");
	GOOD(f, ch_person_erase(&f->c, id, false, &f->arena, &erased, &f->err));
	assert_bytes(f, EMAIL, false);
	assert_bytes(f, NAME, false);
	REFUSED(f, CH_MISSING, ch_erasure_find(&f->c, NAME, &found, &f->err));
	REFUSED(f, CH_MISSING, ch_person_erase(&f->c, id, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_erasure_find(&f->c, "Otto Other", &found, &f->err));
	assert_int_equal(found, otto);
	assert_whole(f);
}

/* Journal and drafts keep their texts as JSON, where a quote has a backslash and a new line is two characters. */
static void art17_a_name_is_found_in_json(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t first = scheme_person(f, "Vera \"Vee\" Quill", "vee@example.org", 0, NULL, NULL, CH_UNKNOWN);
	int64_t other = scheme_person(f, "Otto Other", NULL, 0, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;
	struct ch_person person;
	size_t length;

	GOOD(f, ch_person_get(&f->c, other, &f->arena, &person, &f->err));
	person.notes = "Knows:\nVera \"Vee\" Quill\nvee@example.org\tand C:\\new";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	scheme_sql(f, "INSERT INTO draft VALUES (9, 0, 'programme.add', 0, 'New programme', '',"
		      " '{\"name\":\"For Vera \\\"Vee\\\" Quill\"}', '{}', NULL)");
	char *bytes = bytes_of(f->path, &length);
	assert_true(has(bytes, length, "Vera \\\"Vee\\\" Quill"));
	free(bytes);
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_person_get(&f->c, other, &f->arena, &person, &f->err));
	assert_string_equal(person.notes, "Knows:\nerased person 1\nerased person 1\tand C:\\new");
	bytes = bytes_of(f->path, &length);
	assert_false(has(bytes, length, "Vee"));
	assert_false(has(bytes, length, "vee@"));
	free(bytes);
	assert_whole(f);
}

/* However it is typed: in capitals, with an accent of its own, between typographic quotes; part of a word it is not. */
static void art17_a_name_is_found_in_any_case(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t first = scheme_person(f, "Łucja Ŵyn-Müller", NULL, 0, NULL, NULL, CH_UNKNOWN);
	int64_t other = scheme_person(f, "Otto Other", NULL, 0, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;
	struct ch_person person;
	size_t length;

	GOOD(f, ch_person_get(&f->c, other, &f->arena, &person, &f->err));
	person.notes = "Asked łucja ŵyn-müller, “ŁUCJA ŴYN-MÜLLER” and Łucja Ŵyn-Müllerová";
	GOOD(f, ch_person_set(&f->c, &person, &f->err));
	scheme_sql(f, "INSERT INTO draft VALUES (9, 0, 'programme.add', 0, 'New programme', '',"
		      " '{\"name\":\"For \u0141UCJA W\u0302YN-MU\u0308LLER\"}', '{}', NULL)");
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	GOOD(f, ch_person_get(&f->c, other, &f->arena, &person, &f->err));
	assert_string_equal(person.notes, "Asked erased person 1, “erased person 1” and Łucja Ŵyn-Müllerová");
	assert_int_equal(scheme_number(f, "SELECT count(*) FROM draft"), 0);
	char *bytes = bytes_of(f->path, &length);
	assert_false(has(bytes, length, "łucja ŵyn-müller"));
	free(bytes);
	assert_whole(f);
}

/* "Al" is in "Also", and says nothing of anybody there. */
static void a_draft_goes_where_the_name_is_a_word_of_it(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t first = scheme_person(f, "Al", NULL, 0, NULL, NULL, CH_UNKNOWN);
	struct ch_erased erased;

	scheme_sql(f, "INSERT INTO draft VALUES (8, 0, 'programme.add', 0, 'New programme', '',"
		      " '{\"name\":\"Also ran\"}', '{}', NULL)");
	scheme_sql(f, "INSERT INTO draft VALUES (9, 0, 'referral.add', 0, 'New referral', '',"
		      " '{\"notes\":\"asked\\nAl\"}', '{}', NULL)");
	GOOD(f, ch_person_erase(&f->c, first, false, &f->arena, &erased, &f->err));
	assert_int_equal(scheme_number(f, "SELECT sum(draft_id) FROM draft"), 8);
}

#define ERASURE_TEST(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		ERASURE_TEST(art17_nothing_of_a_learner_is_in_the_files_bytes),
		ERASURE_TEST(art17_nothing_of_a_guide_is_but_the_learners_record),
		ERASURE_TEST(art17_who_was_taken_back_and_came_again_goes_by_both_numbers),
		ERASURE_TEST(art17_who_is_in_the_history_alone_is_found_and_erased),
		ERASURE_TEST(art17_a_name_is_found_in_json),
		ERASURE_TEST(art17_a_name_is_found_in_any_case),
		ERASURE_TEST(a_draft_goes_where_the_name_is_a_word_of_it),
		ERASURE_TEST(a_live_pairing_is_ended_first),
		ERASURE_TEST(what_was_erased_is_not_undone_and_not_edited),
		ERASURE_TEST(a_pairing_that_waits_for_their_feedback_waits_no_more),
		ERASURE_TEST(what_was_open_with_them_is_settled),
		ERASURE_TEST(what_the_learner_has_to_do_outlives_the_guide),
		ERASURE_TEST(who_was_never_paired_is_gone_altogether),
		ERASURE_TEST(a_namesake_keeps_their_name),
		ERASURE_TEST(what_others_are_called_stays_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
