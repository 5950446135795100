/* What a person decides of an import: cells mended, suggestions taken, columns remembered, what it would undo. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define LIST                                                                                                           \
	"Name,E-mail,Role,Hours per month\n"                                                                           \
	"Ann Lee,ann@example,mentor,3-4\n"                                                                             \
	"Bo Vega,bo@example.org,mentee,3-4\n"                                                                          \
	"Cai Yu,cai@example,org,mentee\n"                                                                              \
	"Dai Ek,dai@example.org,mentee,soon\n"

static enum ch_status import_list(struct scheme_fixture *f, const char *text, struct ch_import_options options,
				  struct ch_import_result *result)
{
	if (text != NULL)
		temp_dir_write(f->dir, "list.csv", text);
	options.path = ch_arena_copy(&f->arena, temp_dir_file(f->dir, "list.csv"));
	f->err = CH_NO_ERROR;
	return ch_import(&f->c, &options, &f->arena, result, &f->err);
}

static struct ch_person find(struct scheme_fixture *f, const char *who)
{
	struct ch_person person;
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static bool has_notice(const struct ch_import_result *result, const char *text)
{
	for (size_t i = 0; i < result->notice_count; i++)
		if (strcmp(result->notices[i], text) == 0)
			return true;
	return false;
}

static void cells_are_mended_and_the_file_stays(void **state)
{
	struct scheme_fixture *f = *state;
	static const struct ch_import_mend mends[] = {
		{.row = 2, .column = "e-mail", .to = "ann@example.org"},
		{.column = "Hours per month", .was = "3-4", .to = "4"},
		{.row = 5, .column = "#4", .to = ""},
		{.row = 99, .column = "Name", .to = "Nobody"},
	};
	struct ch_import_result r;

	assert_int_equal(import_list(f, LIST, (struct ch_import_options){.mends = mends, .mend_count = 4}, &r),
			 CH_DATA);
	assert_int_equal(r.created, 3);
	assert_int_equal(r.rejected, 1);
	assert_int_equal(find(f, "ann@example.org").hours_per_month, 240);
	assert_int_equal(find(f, "bo@example.org").hours_per_month, 240);
	assert_int_equal(find(f, "dai@example.org").hours_per_month, CH_UNKNOWN);
	for (size_t i = 0; i < r.issue_count; i++)
		assert_int_equal(r.issues[i].row, 4);
	assert_true(has_notice(&r, "Mended in \"E-mail\": row 2"));
	assert_true(has_notice(&r, "Mended in \"Hours per month\": 3-4 is read as 4, in 2 rows"));
	assert_true(has_notice(&r, "Mended in \"Hours per month\": row 5"));
	assert_true(has_notice(&r, "The mending of \"Name\" in row 99 fits nothing: that row holds no data"));

	char *text = temp_dir_read(f->dir, "list.csv", NULL);
	assert_string_equal(text, LIST);
	free(text);
}

/* The history outlives the people: it does not say what they are called or where they are reached. */
static void decisions_keep_no_addresses(void **state)
{
	struct scheme_fixture *f = *state;
	static const struct ch_import_mend mends[] = {
		{.column = "E-mail", .was = "ann@example", .to = "ann@example.org"},
		{.column = "Hours per month", .was = "3-4", .to = "4"},
	};
	const struct ch_list_query query = {.list = CH_LIST_IMPORTS};
	struct ch_import_result r;
	struct ch_grid grid;
	bool hours = false;

	import_list(f, LIST, (struct ch_import_options){.mends = mends, .mend_count = 2}, &r);
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	for (size_t i = 0; i < grid.column_count; i++) {
		const char *cell = grid.rows[0].cells[i];
		if (cell == NULL)
			continue;
		assert_null(strstr(cell, "ann@"));
		hours = hours || strstr(cell, "3-4 is read as 4, in 2 rows") != NULL;
	}
	assert_true(hours);
}

static void a_mending_of_no_column_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	static const struct ch_import_mend mend = {.row = 2, .column = "Phone", .to = "1"};
	struct ch_import_result r;

	assert_int_equal(import_list(f, LIST, (struct ch_import_options){.mends = &mend, .mend_count = 1}, &r),
			 CH_USAGE);
	assert_string_equal(f->err.message, "No column is headed \"Phone\" in row 1");
}

static void mendings_are_read_from_text(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_mend mend;

	GOOD(f, ch_import_mend_read("7:What: now?=a=b", false, &f->arena, &mend, &f->err));
	assert_int_equal(mend.row, 7);
	assert_string_equal(mend.column, "What: now?");
	assert_string_equal(mend.to, "a=b");
	GOOD(f, ch_import_mend_read("Hours=3-4=", true, &f->arena, &mend, &f->err));
	assert_int_equal(mend.row, 0);
	assert_string_equal(mend.was, "3-4");
	assert_string_equal(mend.to, "");
	REFUSED(f, CH_USAGE, ch_import_mend_read("Hours=3-4", true, &f->arena, &mend, &f->err));
	REFUSED(f, CH_USAGE, ch_import_mend_read("Hours=4", false, &f->arena, &mend, &f->err));
	REFUSED(f, CH_USAGE, ch_import_mend_read("0:Hours=4", false, &f->arena, &mend, &f->err));
	REFUSED(f, CH_USAGE, ch_import_mend_read("7:=4", false, &f->arena, &mend, &f->err));
}

static void suggestions_are_taken_when_asked(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	const char *list = "Name,E-mail\nAnn Lee,\"ann@example,org\"\n";
	assert_int_equal(import_list(f, list, (struct ch_import_options){.dry_run = true}, &r), CH_DATA);
	assert_int_equal(r.rejected, 1);
	GOOD(f, import_list(f, NULL, (struct ch_import_options){.take_suggestions = true}, &r));
	assert_int_equal(r.created, 1);
	assert_string_equal(find(f, "ann@example.org").name, "Ann Lee");
	assert_int_equal(r.issue_count, 1);
	assert_string_equal(r.issues[0].reason, "suggestion_taken");
}

static void what_is_the_same_is_named(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	GOOD(f, import_list(f, "Name,E-mail\nAnn Lee,ann@example.org\nBo,bo@example.org\nAnn Lee,ann@example.org\n",
			    (struct ch_import_options){.kind = CH_IMPORT_PEOPLE}, &r));
	assert_int_equal(r.same, 1);
	assert_true(has_notice(&r, "Nothing new in row 4 (row 2 again)"));
	GOOD(f, import_list(f, NULL, (struct ch_import_options){.kind = CH_IMPORT_PEOPLE}, &r));
	assert_true(has_notice(&r, "Nothing new in rows 2, 3, 4 (row 2 again)"));
}

static void issues_that_say_the_same_are_one_group(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_group *groups;
	struct ch_buffer out = CH_BUFFER_EMPTY;

	import_list(f, LIST, (struct ch_import_options){.dry_run = true}, &r);
	size_t count = ch_import_groups(&r, &f->arena, &groups);
	size_t rows = 0, hours = 0;
	for (size_t i = 0; i < count; i++) {
		rows += groups[i].count;
		assert_false(i > 0 && groups[i].first->rejected && !groups[i - 1].first->rejected);
		if (strcmp(groups[i].first->value ? groups[i].first->value : "", "3-4") == 0) {
			hours = groups[i].count;
			ch_import_group_sentence(&out, r.where, &groups[i]);
		}
	}
	assert_int_equal(rows, r.issue_count);
	assert_int_equal(hours, 2);
	assert_non_null(strstr(out.text, "list.csv rows 2, 3, column \"Hours per month\": \"3-4\" is a range"));
	ch_buffer_release(&out);
}

/* A formula is guarded once, and what comes back is what the first file meant. */
static void corrections_are_guarded_and_come_in_again(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_options options = {.corrections =
						    ch_arena_copy(&f->arena, temp_dir_file(f->dir, "wrong.csv"))};

	assert_int_equal(import_list(f,
				     "Name,E-mail,Phone,Notes\n"
				     "Ann Lee,ann@example,+44 7700 900123,=1+1\n"
				     "Bo Vega,bo@example,'+44 7700 900124,''=x\n",
				     options, &r),
			 CH_DATA);
	assert_int_equal(r.rejected, 2);
	char *text = temp_dir_read(f->dir, "wrong.csv", NULL);
	assert_non_null(strstr(text, "Ann Lee,ann@example,'+44 7700 900123,'=1+1,"));
	assert_non_null(strstr(text, "Bo Vega,bo@example,'+44 7700 900124,''=x,"));
	free(text);
	static const struct ch_import_mend mends[] = {
		{.row = 2, .column = "E-mail", .to = "ann@example.org"},
		{.row = 3, .column = "E-mail", .to = "bo@example.org"},
	};
	struct ch_import_options again = {.path = options.corrections, .mends = mends, .mend_count = 2};
	GOOD(f, ch_import(&f->c, &again, &f->arena, &r, &f->err));
	assert_int_equal(r.created, 2);
	assert_string_equal(find(f, "ann@example.org").phone, "+44 7700 900123");
	assert_string_equal(find(f, "ann@example.org").notes, "=1+1");
	assert_string_equal(find(f, "bo@example.org").phone, "+44 7700 900124");
	assert_string_equal(find(f, "bo@example.org").notes, "'=x");
}

/* ---- What is remembered of columns ---- */

static const char odd_list[] = "Kzl,Adr,Farbe,Tag\n"
			       "Ann Lee,ann@example.org,red,03/04/2026\n"
			       "Bo Vega,bo@example,blue,04/05/2026\n";
static const char *const odd_maps[] = {"Kzl=name", "Adr=email", "Tag=start_date"};

static enum ch_status import_odd(struct scheme_fixture *f, bool dry_run, struct ch_import_result *result)
{
	struct ch_import_options options = {.maps = odd_maps,
					    .map_count = 3,
					    .date_order = "mdy",
					    .dry_run = dry_run,
					    .corrections = ch_arena_copy(&f->arena, temp_dir_file(f->dir, "odd.csv"))};

	return import_list(f, odd_list, options, result);
}

static size_t mappings(struct scheme_fixture *f, struct ch_grid *grid)
{
	GOOD(f, ch_mapping_list(&f->c, &f->arena, grid, &f->err));
	return grid->row_count;
}

static void what_was_said_of_columns_is_remembered(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_grid grid;

	assert_int_equal(import_odd(f, true, &r), CH_DATA);
	assert_int_equal(mappings(f, &grid), 0);
	assert_int_equal(import_odd(f, false, &r), CH_DATA);
	assert_int_equal(r.created, 1);
	assert_int_equal(mappings(f, &grid), 1);
	assert_string_equal(grid.rows[0].cells[3], "Kzl=name\nAdr=email\nTag=start_date");

	/* The same headings in another order, and not one option. */
	GOOD(f, import_list(f, "Tag,Adr,Kzl,Farbe\n05/06/2026,cy@example.org,Cy Dee,red\n",
			    (struct ch_import_options){.kind = CH_IMPORT_PEOPLE}, &r));
	assert_int_equal(r.created, 1);
	assert_int_equal(r.remembered, grid.rows[0].id);
	assert_string_equal(r.mapping[2].certainty, "remembered");
	assert_int_equal(find(f, "cy@example.org").start_date, ch_date_from_iso("2026-05-06"));
	assert_int_equal(mappings(f, &grid), 1);
}

static void corrections_come_in_by_what_is_remembered(void **state)
{
	struct scheme_fixture *f = *state;
	static const struct ch_import_mend mend = {.row = 2, .column = "Adr", .to = "bo@example.org"};
	struct ch_import_result r;

	assert_int_equal(import_odd(f, false, &r), CH_DATA);
	struct ch_import_options again = {.path = r.corrections, .mends = &mend, .mend_count = 1};
	GOOD(f, ch_import(&f->c, &again, &f->arena, &r, &f->err));
	assert_int_equal(r.created, 1);
	assert_int_equal(find(f, "bo@example.org").start_date, ch_date_from_iso("2026-04-05"));
	assert_string_equal(r.mapping[4].why, "chiron wrote it, to say what to correct");
}

static void what_is_remembered_is_overruled_and_forgotten(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_grid grid;
	struct ch_undone undone;

	assert_int_equal(import_odd(f, false, &r), CH_DATA);
	assert_int_equal(import_list(f, NULL, (struct ch_import_options){.afresh = true}, &r), CH_DATA);
	assert_true(r.refused);
	assert_int_equal(mappings(f, &grid), 1);
	GOOD(f, ch_mapping_forget(&f->c, grid.rows[0].id, &f->err));
	REFUSED(f, CH_MISSING, ch_mapping_forget(&f->c, grid.rows[0].id, &f->err));
	assert_int_equal(mappings(f, &grid), 0);
	assert_int_equal(import_list(f, NULL, (struct ch_import_options){.kind = CH_IMPORT_PEOPLE}, &r), CH_DATA);
	assert_true(r.refused);
	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
	assert_int_equal(mappings(f, &grid), 1);
}

/* What the cells decided in a long list cannot be decided by the two rows of its corrections. */
static void what_only_the_whole_list_told_is_remembered_for_corrections(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_options options = {.corrections =
						    ch_arena_copy(&f->arena, temp_dir_file(f->dir, "wrong.csv"))};

	assert_int_equal(import_list(f,
				     "Name,E-mail,Role,Start date\n"
				     "Ann Lee,ann@example.org,mentor,25/03/2026\n"
				     "Bo Vega,bo@example,wizard,04/05/2026\n"
				     "Cy Dee,cy@example.org,mentee,26/03/2026\n",
				     options, &r),
			 CH_DATA);
	assert_string_equal(r.mapping[2].field, "roles");
	struct ch_import_options again = {.path = r.corrections, .dry_run = true};
	assert_int_equal(ch_import(&f->c, &again, &f->arena, &r, &f->err), CH_DATA);
	assert_string_equal(r.mapping[2].field, "roles");
	assert_string_equal(r.date_order, "dmy");
}

/* ---- Looking ---- */

static void a_look_decides_and_brings_nothing_in(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = "tests/fixtures/rosters/leadership-coaching.xlsx"};
	struct ch_import_result r;
	int64_t people;

	GOOD(f, ch_import_look(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(r.header_row, 4);
	assert_int_equal(r.sheet_count, 2);
	assert_string_equal(r.sheets[1], "Notes");
	assert_int_equal(r.first_rows[0].row, 1);
	assert_string_equal(r.first_rows[2].cells[0], "Full name");
	assert_string_equal(r.mapping[0].code, "name");
	assert_string_equal(r.mapping[0].certainty, "heading");
	assert_non_null(r.mapping[0].samples[2]);
	assert_int_equal(r.read, 0);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &people, &f->err));
	assert_int_equal(people, 0);
	options.sheet = "Notes";
	REFUSED(f, CH_DATA, ch_import_look(&f->c, &options, &f->arena, &r, &f->err));
	assert_true(r.first_row_count > 0);
}

static void columns_may_be_any_field_of_their_kind(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_import_field *fields;
	size_t count = ch_import_fields(NULL, CH_IMPORT_SESSIONS, &f->arena, &fields);
	bool minutes = false;

	for (size_t i = 0; i < count; i++)
		minutes = minutes || strcmp(fields[i].code, "minutes") == 0;
	assert_true(minutes);
	count = ch_import_fields(NULL, CH_IMPORT_PEOPLE, &f->arena, &fields);
	assert_string_equal(fields[0].code, "name");
	for (size_t i = 0; i < count; i++)
		assert_string_not_equal(fields[i].label, fields[i].code);
}

/* What the list of people shows a field as is known where a column is told what it is. */
static void words_that_screens_show_are_known(void **state)
{
	(void)state;
	assert_string_equal(ch_import_field_called(CH_IMPORT_PEOPLE, "wants"), "seeks");
	assert_string_equal(ch_import_field_called(CH_IMPORT_PEOPLE, "Offers"), "offers");
	assert_string_equal(ch_import_field_called(CH_IMPORT_PEOPLE, "Thema"), "areas");
	assert_string_equal(ch_import_field_called(CH_IMPORT_SESSIONS, "Length"), "minutes");
	assert_null(ch_import_field_called(CH_IMPORT_SESSIONS, "wants"));
	assert_null(ch_import_field_called(CH_IMPORT_PEOPLE, "no such thing"));
	assert_null(ch_import_field_called(CH_IMPORT_PEOPLE, ""));
}

static void what_is_no_text_is_refused_in_plain_words(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	uint32_t seed = 7;
	char noise[3000];

	for (size_t i = 0; i + 1 < sizeof(noise); i++) {
		seed = seed * 1664525u + 1013904223u;
		noise[i] = (char)(seed >> 24 ? seed >> 24 : 1);
	}
	noise[sizeof(noise) - 1] = '\0';
	assert_int_equal(import_list(f, noise, (struct ch_import_options){.dry_run = true}, &r), CH_DATA);
	assert_true(r.refused);
	assert_string_equal(f->err.message,
			    "list.csv is no text, and no spreadsheet that is known; lists are read from CSV, .xlsx and "
			    ".ods");
}

static void what_undoing_would_do_is_told_first(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_undone undone;
	int64_t people;

	import_list(f, LIST, (struct ch_import_options){.kind = CH_IMPORT_PEOPLE}, &r);
	struct ch_person touched = find(f, "bo@example.org");
	touched.phone = "01632 960123";
	GOOD(f, ch_person_set(&f->c, &touched, &f->err));
	GOOD(f, ch_import_undo_look(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_int_equal(undone.removed, r.created - 1);
	assert_int_equal(undone.kept.row_count, 1);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &people, &f->err));
	assert_int_equal(people, r.created);
}

static bool stays_since(const struct ch_grid *kept, const char *name, const char *why)
{
	for (size_t i = 0; i < kept->row_count; i++)
		if (strcmp(kept->rows[i].cells[2], name) == 0 && strcmp(kept->rows[i].cells[3], why) == 0)
			return true;
	return false;
}

static void why_somebody_stays_is_true(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.kind = CH_IMPORT_PEOPLE};
	struct ch_import_result r;
	struct ch_import_undone undone;
	struct ch_proposal proposal;

	options.programme_id = scheme_programme(f, "Circle", CH_KIND_MENTORING);
	import_list(f,
		    "Name,E-mail,Role\nAnn Lee,ann@example.org,mentor\nBo Vega,bo@example.org,mentee\n"
		    "Dai Ek,dai@example.org,mentee\nEve Poe,eve@example.org,mentee\n",
		    options, &r);
	assert_int_equal(r.enrolled, 4);
	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = options.programme_id;
	proposal.guide_id = find(f, "ann@example.org").person_id;
	proposal.learner_id = find(f, "bo@example.org").person_id;
	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	scheme_ready(f, options.programme_id, find(f, "dai@example.org").person_id);
	GOOD(f, ch_import_undo_look(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_true(stays_since(&undone.kept, "Ann Lee", "has a proposal"));
	assert_true(stays_since(&undone.kept, "Bo Vega", "has a proposal"));
	assert_true(stays_since(&undone.kept, "Dai Ek", "has given answers that are recorded"));
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(cells_are_mended_and_the_file_stays),
		WITH_SCHEME(decisions_keep_no_addresses),
		WITH_SCHEME(a_mending_of_no_column_is_refused),
		WITH_SCHEME(mendings_are_read_from_text),
		WITH_SCHEME(suggestions_are_taken_when_asked),
		WITH_SCHEME(what_is_the_same_is_named),
		WITH_SCHEME(issues_that_say_the_same_are_one_group),
		WITH_SCHEME(corrections_are_guarded_and_come_in_again),
		WITH_SCHEME(what_was_said_of_columns_is_remembered),
		WITH_SCHEME(corrections_come_in_by_what_is_remembered),
		WITH_SCHEME(what_is_remembered_is_overruled_and_forgotten),
		WITH_SCHEME(what_only_the_whole_list_told_is_remembered_for_corrections),
		WITH_SCHEME(a_look_decides_and_brings_nothing_in),
		cmocka_unit_test(words_that_screens_show_are_known),
		WITH_SCHEME(columns_may_be_any_field_of_their_kind),
		WITH_SCHEME(what_is_no_text_is_refused_in_plain_words),
		WITH_SCHEME(what_undoing_would_do_is_told_first),
		WITH_SCHEME(why_somebody_stays_is_true),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
