/*
 * Importing what people answered: ratings before and after in columns of their own, or a form in each row; whose and of
 * which pairing they are; and that an answer is never changed, nor taken back (R66, R70, R71, R79).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

enum { MENTOR = 1 << CH_ROLE_MENTOR, MENTEE = 1 << CH_ROLE_MENTEE };

struct pairs {
	int64_t programme, ann, bo, cai, ann_bo, ann_cai;
};

/* Ann mentors Bo, whose pairing has ended, and Cai, whose goes on. */
static struct pairs pairs_of(struct scheme_fixture *f)
{
	struct pairs p = {.programme = scheme_programme(f, "Back to Work", CH_KIND_MENTORING)};

	p.ann = scheme_person(f, "Ann Lee", "ann@example.org", MENTOR, "finance", NULL, 3);
	p.bo = scheme_person(f, "Bo Vega", "bo@example.org", MENTEE, NULL, "finance", CH_UNKNOWN);
	p.cai = scheme_person(f, "Cai Yu", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	p.ann_bo = scheme_pairing(f, p.programme, p.ann, p.bo);
	p.ann_cai = scheme_pairing(f, p.programme, p.ann, p.cai);
	scheme_start(f, p.ann_bo);
	scheme_start(f, p.ann_cai);
	scheme_sql(f, "UPDATE spell SET made_on = '2026-01-05', closed_on = '2026-10-30' WHERE pairing_id = 1;"
		      "UPDATE pairing SET state = 'closed' WHERE pairing_id = 1");
	return p;
}

static struct ch_import_result import_text(struct scheme_fixture *f, const char *text, enum ch_status expected)
{
	struct ch_import_options options = {.kind = CH_IMPORT_FEEDBACK};
	struct ch_import_result result;

	options.path = temp_dir_write(f->dir, "list.csv", text);
	f->err = CH_NO_ERROR;
	enum ch_status status = ch_import(&f->c, &options, &f->arena, &result, &f->err);
	if (status != expected)
		print_error("%s\n", f->err.message);
	assert_int_equal(status, expected);
	f->err = CH_NO_ERROR;
	return result;
}

static void assert_counts(const struct ch_import_result *r, int64_t created, int64_t same, int64_t rejected)
{
	assert_int_equal(r->created, created);
	assert_int_equal(r->same, same);
	assert_int_equal(r->rejected, rejected);
}

static bool says(const struct ch_import_result *r, int64_t row, const char *part)
{
	for (size_t i = 0; i < r->issue_count; i++)
		if (r->issues[i].row == row && strstr(r->issues[i].message, part) != NULL)
			return true;
	for (size_t i = 0; i < r->issue_count; i++)
		print_error("row %lld: %s\n", (long long)r->issues[i].row, r->issues[i].message);
	return false;
}

/* What was answered of that pairing on that form; fails where it is not there once. */
static struct ch_feedback answered(struct scheme_fixture *f, int64_t pairing_id, const char *form)
{
	const struct ch_list_query query = {.list = CH_LIST_FEEDBACK,
					    .filter = ch_arena_printf(&f->arena, "form:%s state:received", form),
					    .pairing_id = pairing_id};
	struct ch_feedback feedback;
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	GOOD(f, ch_feedback_get(&f->c, grid.rows[0].id, &f->arena, &feedback, &f->err));
	return feedback;
}

static void r71_ratings_before_and_after_are_two_forms(void **state)
{
	struct scheme_fixture *f = *state;
	struct pairs p = pairs_of(f);
	struct ch_import_result r;
	static const char list[] =
		"Name,Email,Confidence before,Skills (before),Pre independence,Confidence after,Skills after\n"
		"Bo Vega,bo@example.org,3,4,5,8,9\n"
		"Cai Yu,,2,3,4,,\n";

	r = import_text(f, list, CH_OK);
	assert_counts(&r, 2, 0, 0);
	struct ch_feedback start = answered(f, p.ann_bo, "start"), end = answered(f, p.ann_bo, "end");
	assert_int_equal(start.confidence, 3);
	assert_int_equal(start.competence, 4);
	assert_int_equal(start.independence, 5);
	assert_int_equal(start.answered_on, ch_date_from_iso("2026-01-05"));
	assert_int_equal(start.side, CH_SIDE_LEARNER);
	assert_int_equal(start.how, CH_HOW_FORM);
	assert_int_equal(end.confidence, 8);
	assert_int_equal(end.competence, 9);
	assert_int_equal(end.independence, CH_UNKNOWN);
	assert_int_equal(end.answered_on, ch_date_from_iso("2026-10-30"));
	assert_int_equal(answered(f, p.ann_cai, "start").confidence, 2);
	r = import_text(f, list, CH_OK); /* the same once more */
	assert_counts(&r, 0, 2, 0);
}

static void r66_a_form_in_each_row(void **state)
{
	struct scheme_fixture *f = *state;
	struct pairs p = pairs_of(f);
	struct ch_import_result r;

	r = import_text(f,
			"Email,Survey,Date answered,Was helpful,Aided learning,Confidence\n"
			"bo@example.org,Post,30/10/2026,5,4,7\n"
			"bo@example.org,Baseline,06/01/2026,,,4\n",
			CH_OK);
	assert_counts(&r, 2, 0, 0);
	assert_int_equal(answered(f, p.ann_bo, "end").helpful, 5);
	assert_int_equal(answered(f, p.ann_bo, "end").confidence, 7);
	assert_int_equal(answered(f, p.ann_bo, "start").answered_on, ch_date_from_iso("2026-01-06"));
}

static void what_cannot_be_is_told_by_row(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	pairs_of(f);
	scheme_person(f, "Dee Roy", NULL, MENTEE, NULL, "finance", CH_UNKNOWN);
	r = import_text(f,
			"Name,Form,Date answered,Confidence,Relationship\n"
			"Dee Roy,start,2026-02-01,5,\n"
			"Bo Vega,,2026-02-01,5,\n"
			"Bo Vega,start,2026-02-01,,4\n"
			"Ann Lee,mid,2026-11-23,,4\n"
			"Cai Yu,end,2026-02-01,6,\n"
			"Cai Yu,start,2027-02-01,6,\n"
			"Cai Yu,mid,2026-02-01,,\n"
			"Cai Yu,mid,2026-02-02,12,3\n",
			CH_DATA);
	assert_true(says(&r, 2, "in no pairing"));
	assert_true(says(&r, 3, "at the start, half-way or at the end"));
	assert_true(says(&r, 4, "does not ask \"Relationship\""));
	assert_true(says(&r, 5, "mentor or coach of several"));
	assert_true(says(&r, 6, "are closing"));
	assert_true(says(&r, 7, "in the future"));
	assert_true(says(&r, 8, "no answer"));
	assert_counts(&r, 1, 0, 7);
}

static void an_answer_is_never_changed_nor_taken_back(void **state)
{
	struct scheme_fixture *f = *state;
	struct pairs p = pairs_of(f);
	struct ch_import_undone undone;
	struct ch_import_result r;

	r = import_text(f, "Name,Confidence before\nBo Vega,3\n", CH_OK);
	assert_counts(&r, 1, 0, 0);
	int64_t batch = r.batch;
	r = import_text(f, "Name,Confidence before\nBo Vega,4\n", CH_OK);
	assert_int_equal(r.skipped, 1);
	assert_true(says(&r, 2, "answered already"));
	assert_int_equal(answered(f, p.ann_bo, "start").confidence, 3);
	assert_int_equal(ch_import_undo(&f->c, batch, &f->arena, &undone, &f->err), CH_DATA);
	assert_non_null(strstr(f->err.message, "never taken back"));
	f->err = CH_NO_ERROR;
	assert_int_equal(answered(f, p.ann_bo, "start").confidence, 3);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r71_ratings_before_and_after_are_two_forms),
		TEST(r66_a_form_in_each_row),
		TEST(what_cannot_be_is_told_by_row),
		TEST(an_answer_is_never_changed_nor_taken_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
