/* Drafts: each actor their own, wording only where the file may have it, and nothing of them anywhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/scheme_private.h"
#include "scheme_fixture.h"
#include "store/stmt.h"

static const struct ch_draft_text session_texts[] = {
	{.key = "minutes", .text = "1h15", .was = "60"},
	{.key = "learning", .text = "Line one\n\"two\" \\ \U0001F600", .was = "", .wording = true},
};

static struct ch_draft keep(struct scheme_fixture *f, const char *form, int64_t subject, bool *whole)
{
	struct ch_draft draft = {.form = form,
				 .subject_id = subject,
				 .title = "Log a session: Gwen - Lena",
				 .texts = session_texts,
				 .text_count = 2};

	GOOD(f, ch_draft_keep(&f->c, &draft, &f->arena, whole, &f->err));
	return draft;
}

static int64_t count(struct scheme_fixture *f, const char *sql)
{
	struct stmt *q = stmt_new(f->c.scheme->db, sql);
	bool row = false;
	int64_t n;

	assert_int_equal(stmt_step(q, &row, &f->err), CH_OK);
	n = stmt_int(q, "n");
	stmt_free(q);
	return n;
}

static void what_was_typed_comes_back(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_draft draft, found;
	bool whole;

	f->c.actor.person_id = scheme_person(f, "Gwen Guide", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	draft = keep(f, "session.log", 7, &whole);
	assert_true(whole);
	GOOD(f, ch_draft_find(&f->c, "session.log", 7, &f->arena, &found, &f->err));
	assert_int_equal(found.draft_id, draft.draft_id);
	assert_string_equal(found.title, "Log a session: Gwen - Lena");
	assert_string_equal(found.kept_at, "2026-11-23T12:00:00Z");
	assert_int_equal(found.text_count, 2);
	assert_string_equal(found.texts[0].text, "1h15");
	assert_string_equal(found.texts[0].was, "60");
	assert_string_equal(found.texts[1].text, session_texts[1].text);
	assert_true(found.texts[1].wording);
	REFUSED(f, CH_MISSING, ch_draft_find(&f->c, "session.log", 8, &f->arena, &found, &f->err));
	REFUSED(f, CH_MISSING, ch_draft_find(&f->c, "session.finish", 7, &f->arena, &found, &f->err));
}

static void one_for_each_form_and_subject(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_grid grid;
	bool whole;

	assert_int_equal(keep(f, "session.log", 7, &whole).draft_id, keep(f, "session.log", 7, &whole).draft_id);
	keep(f, "session.log", 8, &whole);
	keep(f, "person.add", 0, &whole);
	GOOD(f, ch_draft_list(&f->c, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 3);
	assert_string_equal(grid.rows[0].cells[3], "person.add"); /* the newest first */
	assert_string_equal(grid.rows[0].cells[4], "0");
	GOOD(f, ch_draft_drop(&f->c, grid.rows[0].id, &f->err));
	REFUSED(f, CH_MISSING, ch_draft_drop(&f->c, grid.rows[0].id, &f->err));
	GOOD(f, ch_draft_list(&f->c, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 2);
}

static void nobody_else_reads_or_drops_it(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_draft draft, found;
	struct ch_grid grid;
	bool whole;
	int64_t others[] = {0, scheme_person(f, "Otto Other", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3)};

	f->c.actor.person_id = scheme_person(f, "Gwen Guide", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	draft = keep(f, "session.log", 7, &whole);
	for (size_t i = 0; i < 2; i++) {
		f->c.actor.person_id = others[i];
		GOOD(f, ch_draft_list(&f->c, &f->arena, &grid, &f->err));
		assert_int_equal(grid.row_count, 0);
		REFUSED(f, CH_MISSING, ch_draft_find(&f->c, "session.log", 7, &f->arena, &found, &f->err));
		REFUSED(f, CH_MISSING, ch_draft_get(&f->c, draft.draft_id, &f->arena, &found, &f->err));
		REFUSED(f, CH_MISSING, ch_draft_drop(&f->c, draft.draft_id, &f->err));
	}
	assert_int_equal(count(f, "SELECT count(*) AS n FROM draft"), 1);
}

/* The coordinator's desk is open to the next coordinator; a scheme that keeps no wording keeps none of a draft. */
static void wording_stays_out_where_it_must(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_scheme_settings settings;
	struct ch_draft found, alone;
	bool whole;

	keep(f, "session.log", 7, &whole);
	assert_false(whole);
	GOOD(f, ch_draft_find(&f->c, "session.log", 7, &f->arena, &found, &f->err));
	assert_int_equal(found.text_count, 1);
	assert_string_equal(found.texts[0].key, "minutes");
	alone = (struct ch_draft){
		.form = "session.log", .subject_id = 7, .title = "t", .texts = session_texts + 1, .text_count = 1};
	GOOD(f, ch_draft_keep(&f->c, &alone, &f->arena, &whole, &f->err));
	assert_false(whole);
	assert_int_equal(alone.draft_id, 0);
	assert_int_equal(count(f, "SELECT count(*) AS n FROM draft"), 0);
	GOOD(f, ch_scheme_settings_get(&f->c, &f->arena, &settings, &f->err));
	settings.notes = CH_NOTES_OFF;
	GOOD(f, ch_scheme_settings_set(&f->c, &settings, &f->err));
	f->c.actor.person_id = scheme_person(f, "Gwen Guide", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	keep(f, "session.log", 7, &whole);
	assert_false(whole);
	assert_int_equal(count(f, "SELECT count(*) AS n FROM draft WHERE wording IS NOT NULL"), 0);
	assert_int_equal(count(f, "SELECT count(*) AS n FROM draft WHERE texts LIKE '%Line one%'"), 0);
}

static void it_is_neither_journalled_nor_audited(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t changes = count(f, "SELECT count(*) AS n FROM change");
	int64_t audited = count(f, "SELECT count(*) AS n FROM audit");
	bool whole;

	GOOD(f, ch_draft_drop(&f->c, keep(f, "session.log", 7, &whole).draft_id, &f->err));
	assert_int_equal(count(f, "SELECT count(*) AS n FROM change"), changes);
	assert_int_equal(count(f, "SELECT count(*) AS n FROM audit"), audited);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(what_was_typed_comes_back),	       WITH_SCHEME(one_for_each_form_and_subject),
		WITH_SCHEME(nobody_else_reads_or_drops_it),    WITH_SCHEME(wording_stays_out_where_it_must),
		WITH_SCHEME(it_is_neither_journalled_nor_audited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
