/*
 * Who is recognised in an import: names that are the same or alike are asked
 * about, who is missing is told, and a large import is the same as a small one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/work.h"
#include "core/scheme_private.h"
#include "scheme_fixture.h"
#include "store/stmt.h"

static struct ch_import_result import_text(struct scheme_fixture *f, const char *text, int64_t programme_id,
					   enum ch_status expected)
{
	struct ch_import_options options = {.programme_id = programme_id};
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

static const struct ch_import_issue *issue_at(const struct ch_import_result *r, int64_t row)
{
	for (size_t i = 0; i < r->issue_count; i++)
		if (r->issues[i].row == row)
			return &r->issues[i];
	return NULL;
}

static int64_t number_of(struct scheme_fixture *f, const char *who)
{
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	return id;
}

static struct ch_person person(struct scheme_fixture *f, int64_t id)
{
	struct ch_person person;

	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static void a_number_in_a_name_tells_two_apart(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	r = import_text(f,
			"Name,Role\nClient Autumn-0014,Mentee\nClient Autumn-0041,Mentee\nClient Autumn-0042,Mentee\n"
			"Client Autum-0041,Mentee\nClient Autumn-042,Mentee\nClient Autumn-42b,Mentee\n",
			0, CH_OK);
	assert_int_equal(r.created, 6);
	assert_null(issue_at(&r, 3));
	assert_null(issue_at(&r, 4));
	assert_string_equal(issue_at(&r, 5)->message, "is much like Client Autumn-0041 in row 3");
	assert_string_equal(issue_at(&r, 6)->message, "is much like Client Autumn-0042 in row 4");
	assert_string_equal(issue_at(&r, 7)->message, "is much like Client Autumn-042 in row 6");
}

static void names_alike_raise_a_question_and_decide_nothing(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	import_text(f, "Name,Email\nJohn Smith,john@example.org\nMary Jones,mary@example.org\nAnn Harvey-Jones,\n", 0,
		    CH_OK);
	r = import_text(
		f,
		"Name,Email\nJon Smith,jon@example.org\nMark Jones,mark@example.org\n"
		"John Smyth,js@example.org\nMARY  JONES,mj@example.org\nZoë Müller,\nZoe Mueller,z@example.org\n"
			"Ann Harvey-Brown,a@example.org\n",
		0, CH_OK);
	assert_int_equal(r.created, 7);
	assert_null(issue_at(&r, 8));
	assert_string_equal(issue_at(&r, 2)->reason, "near_name");
	assert_string_equal(issue_at(&r, 2)->message, "is much like John Smith, person 1");
	assert_null(issue_at(&r, 3));
	assert_string_equal(issue_at(&r, 4)->reason, "near_name");
	assert_string_equal(issue_at(&r, 5)->reason, "same_name");
	assert_string_equal(issue_at(&r, 7)->message, "is much like Zoë Müller in row 6");
}

/* Kept as typed, compared by its digits. */
static void a_phone_number_is_the_same_however_it_is_written(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	import_text(f, "Name,Email,Phone\nAnn Lee,ann@example.org,(01632) 960000\nBo Vega,,07700 900123\n", 0, CH_OK);
	r = import_text(f, "Name,Email,Phone\nAnn Lee,ann@example.org,01632-960000\nBo Vega,,07700900123\n", 0, CH_OK);
	assert_int_equal(r.same, 2);
	assert_string_equal(person(f, number_of(f, "Ann Lee")).phone, "(01632) 960000");
	r = import_text(f, "Name,Email,Phone\nAnn Lee,ann@example.org,01632 960001\n", 0, CH_OK);
	assert_int_equal(r.changed, 1);
	assert_string_equal(person(f, number_of(f, "Ann Lee")).phone, "01632 960001");
}

static void r84_who_is_not_in_the_file_is_told_and_stays(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_report_query options = {.name = "not-in-file", .from = CH_NO_DATE, .to = CH_NO_DATE};
	struct ch_grid grid;
	bool told = false;

	import_text(f, "Name,Email\nAnn Lee,ann@example.org\nBo Vega,bo@example.org\nCai Yu,\n", 0, CH_OK);
	struct ch_import_result r =
		import_text(f, "Name,Email\nAnn Lee,ann@example.org\nDai Evans,d@example.org\n", 0, CH_OK);
	for (size_t i = 0; i < r.notice_count; i++)
		told = told || strstr(r.notices[i], "2 people of the scheme are not in this file") != NULL;
	assert_true(told);
	GOOD(f, ch_report_run(&f->c, &options, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 2);
	assert_string_equal(grid.rows[0].cells[0], "Bo Vega");
	assert_string_equal(grid.rows[1].cells[0], "Cai Yu");
	assert_int_equal(person(f, number_of(f, "bo@example.org")).left_on, CH_NO_DATE);

	/* A file of newcomers alone is no roster of everybody. */
	r = import_text(f, "Name,Email\nEli Roe,eli@example.org\n", 0, CH_OK);
	GOOD(f, ch_report_run(&f->c, &options, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 0);
}

static void a_number_of_this_scheme_comes_before_the_address(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_scheme_settings settings;
	struct ch_import_result r;

	import_text(f, "Name,Email\nAnn Lee,ann@example.org\nBo Vega,bo@example.org\n", 0, CH_OK);
	GOOD(f, ch_scheme_settings_get(&f->c, &f->arena, &settings, &f->err));
	const char *text = ch_arena_printf(&f->arena,
					   "scheme_id,person_id,name,email\n%s,1,Ann Lee,new@example.org\n"
					   ",,Ann Other,ann@example.org\nanother,2,Cai Yu,cai@example.org\n"
					   "%s,2,Bo Vega,new@example.org\n",
					   settings.scheme_id, settings.scheme_id);
	r = import_text(f, text, 0, CH_DATA);
	assert_int_equal(r.changed, 1);
	/* The address that she no longer has is somebody else's now; a number of another scheme means nothing. */
	assert_int_equal(r.created, 2);
	assert_string_equal(person(f, 1).email, "new@example.org");
	assert_string_equal(person(f, number_of(f, "ann@example.org")).name, "Ann Other");
	assert_string_equal(issue_at(&r, 5)->reason, "other_person");
	assert_string_equal(person(f, 2).email, "bo@example.org");
}

static int state_of(struct scheme_fixture *f, int64_t enrolment_id)
{
	struct ch_enrolment enrolment;

	GOOD(f, ch_enrolment_get(&f->c, enrolment_id, &f->arena, &enrolment, &f->err));
	return enrolment.state;
}

#define SIGN_UPS                                                                                                       \
	"Name,Email,Role,Do you have a clear idea of what you want?,Can you commit the time it takes?\n"               \
	"Ann Lee,ann@example.org,mentee,Yes,yes\n"                                                                     \
	"Bo Vega,bo@example.org,mentee,Yes,No\n"                                                                       \
	"Cai Yu,cai@example.org,mentee,,\n"                                                                            \
	"Dai Evans,dai@example.org,mentor,yes,yes\n"                                                                   \
	"Eli Roe,eli@example.org,mentee,perhaps,yes\n"

/* R15: the answers of a form count as the learners' own. */
static void r15_what_learners_answered_at_sign_up_comes_in(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme_id = scheme_programme(f, "Back to Work", CH_KIND_MENTORING);
	struct ch_import_undone undone;
	int64_t count;

	struct ch_import_result r = import_text(f, SIGN_UPS, programme_id, CH_OK);
	assert_int_equal(r.created, 5);
	assert_int_equal(state_of(f, 1), CH_ENROLMENT_READY);
	assert_int_equal(state_of(f, 2), CH_ENROLMENT_NOT_READY);
	assert_int_equal(state_of(f, 3), CH_ENROLMENT_APPLIED);
	assert_int_equal(state_of(f, 5), CH_ENROLMENT_APPLIED);
	assert_string_equal(issue_at(&r, 6)->reason, "bad_yes_no");
	GOOD(f, ch_scheme_count(&f->c, CH_ANSWER, &count, &f->err));
	assert_int_equal(count, 5);
	r = import_text(f, SIGN_UPS, programme_id, CH_OK);
	assert_int_equal(r.same, 5);
	r = import_text(f, "Name,Email,Role,Has the time\nBo Vega,bo@example.org,mentee,yes\n", programme_id, CH_OK);
	assert_int_equal(r.changed, 1);
	assert_int_equal(state_of(f, 2), CH_ENROLMENT_READY);
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_int_equal(state_of(f, 2), CH_ENROLMENT_NOT_READY);
	GOOD(f, ch_import_undo(&f->c, 1, &f->arena, &undone, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_ANSWER, &count, &f->err));
	assert_int_equal(count, 0);
}

#define COACHES                                                                                                        \
	"Name,Email,Role,Coaching qualification\n"                                                                     \
	"Ann Lee,ann@example.org,coach,ILM Level 5; EMCC\n"                                                            \
	"Bo Vega,bo@example.org,coach,yes\n"                                                                           \
	"Cai Yu,cai@example.org,coach,no\n"                                                                            \
	"Dai Evans,dai@example.org,coach,-\n"

static void qualifications_come_in_and_go(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_credential credential;
	struct ch_import_undone undone;
	int64_t count;

	struct ch_import_result r = import_text(f, COACHES, 0, CH_OK);
	assert_int_equal(r.created, 4);
	GOOD(f, ch_scheme_count(&f->c, CH_CREDENTIAL, &count, &f->err));
	assert_int_equal(count, 3);
	GOOD(f, ch_part_get(&f->c, CH_CREDENTIAL, 1, &f->arena, &credential, &f->err));
	assert_string_equal(credential.name, "ILM Level 5");
	assert_int_equal(credential.kind, CH_CREDENTIAL_QUALIFICATION);
	GOOD(f, ch_part_get(&f->c, CH_CREDENTIAL, 3, &f->arena, &credential, &f->err));
	assert_string_equal(credential.name, "Coaching qualification");
	r = import_text(f, COACHES, 0, CH_OK);
	assert_int_equal(r.same, 4);
	GOOD(f, ch_import_undo(&f->c, 1, &f->arena, &undone, &f->err));
	assert_int_equal(undone.kept.row_count, 0);
	GOOD(f, ch_scheme_count(&f->c, CH_CREDENTIAL, &count, &f->err));
	assert_int_equal(count, 0);
}

/* Changed by their row, and once more when their manager came in below them. */
static void who_was_changed_twice_is_as_before_after_undo(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;

	import_text(f, "Name,Email,Department\nAnn Lee,ann@example.org,Wards\n", 0, CH_OK);
	struct ch_import_result r = import_text(f,
						"Name,Email,Department,Line manager email\n"
						"Ann Lee,ann@example.org,Office,bo@example.org\n"
						"Bo Vega,bo@example.org,Office,\n",
						0, CH_OK);
	assert_string_equal(person(f, 1).department, "Office");
	assert_int_equal(person(f, 1).manager_id, 2);
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_int_equal(undone.kept.row_count, 0);
	assert_int_equal(undone.restored, 1);
	assert_string_equal(person(f, 1).department, "Wards");
	assert_null(person(f, 1).manager_email);
}

enum { MANY = 6500 };

/* More than enough for the indexes to be taken away meanwhile. */
static const char *many_rows(struct ch_arena *arena, int from, int count)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, "First name,Last name,Email,Role,Expertise,Line manager email\n");
	for (int i = from; i < from + count; i++)
		ch_buffer_printf(&text, "P%d,Q%d,p%d@example.org,mentor,Budgets; Writing,p%d@example.org\n", i, i, i,
				 (i * 7919 + 1) % MANY);
	const char *copy = ch_arena_copy(arena, text.text);
	ch_buffer_release(&text);
	return copy;
}

static void a_large_import_is_the_same_as_a_small_one(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	struct ch_import_result r;
	struct ch_grid verified;
	int64_t count;

	r = import_text(f, many_rows(&f->arena, 0, MANY), 0, CH_OK);
	assert_int_equal(r.created, MANY);
	struct ch_person p = person(f, number_of(f, "p6000@example.org"));
	assert_string_equal(p.name, "P6000 Q6000");
	assert_int_equal(p.manager_id, number_of(f, p.manager_email));
	r = import_text(f, many_rows(&f->arena, 0, MANY), 0, CH_OK);
	assert_int_equal(r.same, MANY);
	/* One address twice in a file, far apart, and once in the scheme. */
	r = import_text(f, many_rows(&f->arena, MANY - 1, 2), 0, CH_OK);
	assert_int_equal(r.same + r.changed, 1);
	assert_int_equal(r.created, 1);
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &verified, &f->err));
	GOOD(f, ch_import_undo(&f->c, 1, &f->arena, &undone, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	assert_int_equal(count, 1 + undone.kept.row_count);
}

/* The indexes go in the midst of it, once more people came than were there. */
static void a_file_of_those_who_are_here_and_of_many_more(void **state)
{
	enum { HERE = MANY / 4 + 100 };
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_grid verified;

	import_text(f, many_rows(&f->arena, 0, HERE), 0, CH_OK);
	r = import_text(f, many_rows(&f->arena, 0, MANY), 0, CH_OK);
	assert_int_equal(r.created, MANY - HERE);
	assert_int_equal(r.same, HERE);
	for (int i = 10; i < MANY; i += 1000) {
		struct ch_person p = person(f, number_of(f, ch_arena_printf(&f->arena, "p%d@example.org", i)));
		assert_int_equal(p.manager_id, number_of(f, p.manager_email));
	}
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &verified, &f->err));
}

/*
 * Managers who stand further down, in a list where it cannot be foreseen who comes: rows without a name, whose address
 * nobody gets; people met again, with something more to say; and two who are each other's manager.
 */
static const char *unforeseen_rows(struct ch_arena *arena)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, "First name,Last name,Email,Role,Department,Line manager email\n");
	for (int i = 0; i < MANY; i++) {
		const char *manager = ch_arena_printf(arena, "p%d@example.org", (i * 7919 + 1) % MANY);
		if (i % 700 == 0)
			ch_buffer_printf(&text, ",,nameless%d@example.org,mentor,,\n", i);
		if (i % 1500 == 1499)
			ch_buffer_printf(&text, "P%d,Q%d,p%d@example.org,mentee,Ward 7,\n", i - 9, i - 9, i - 9);
		if (i % 600 == 5)
			manager = ch_arena_printf(arena, "p%d@example.org", i + 300);
		if (i % 600 == 305)
			manager = ch_arena_printf(arena, "p%d@example.org", i - 300);
		if (i % 600 == 11)
			manager = ch_arena_printf(arena, "nameless%d@example.org", MANY / 700 * 700);
		ch_buffer_printf(&text, "P%d,Q%d,p%d@example.org,mentor,,%s\n", i, i, i, manager);
	}
	const char *copy = ch_arena_copy(arena, text.text);
	ch_buffer_release(&text);
	return copy;
}

static void managers_further_down_are_found_whatever_comes_between(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r = import_text(f, unforeseen_rows(&f->arena), 0, CH_DATA);
	struct ch_grid verified;
	int without = 0, loops = 0, nobody = 0;

	assert_int_equal(r.created, MANY);
	assert_int_equal(r.rejected, (MANY + 699) / 700);
	assert_int_equal(r.changed, MANY / 1500);
	for (size_t i = 0; i < r.issue_count; i++)
		loops += strcmp(r.issues[i].reason, "manager_loop") == 0;
	for (int i = 0; i < MANY; i++) {
		struct ch_person p = person(f, number_of(f, ch_arena_printf(&f->arena, "p%d@example.org", i)));
		bool named = strncmp(p.manager_email, "nameless", 8) != 0;

		nobody += !named;
		without += named && p.manager_id == 0;
		if (p.manager_id != 0)
			assert_int_equal(p.manager_id, number_of(f, p.manager_email));
		assert_true(named || p.manager_id == 0);
		ch_arena_reset(&f->arena);
	}
	assert_int_equal(nobody, (MANY - 11 + 599) / 600);
	/* One of each two, and whoever else closed a circle: each was told. */
	assert_true(without >= MANY / 600);
	assert_int_equal(without, loops);
	GOOD(f, ch_scheme_verify(&f->c, &f->arena, &verified, &f->err));
}

static int count_indexes(struct scheme_fixture *f)
{
	struct stmt *q = stmt_ready(f->c.scheme->db, SQL_INDEXES_OF_TABLE);
	bool row = false;
	int count = 0;

	stmt_bind_text(q, "tbl", "person");
	for (GOOD(f, stmt_step(q, &row, &f->err)); row; GOOD(f, stmt_step(q, &row, &f->err)))
		count++;
	stmt_reset(q);
	return count;
}

/* Indexes of few rows are left where they are, until many come that go into them. */
static void a_large_import_of_people_without_address_or_manager(void **state)
{
	static const int with_address[] = {1, 50, MANY};
	struct scheme_fixture *f = *state;
	struct ch_grid verified;
	int indexes = count_indexes(f);

	for (size_t i = 0; i < sizeof with_address / sizeof *with_address; i++) {
		struct ch_buffer text = CH_BUFFER_EMPTY;
		ch_buffer_add(&text, "Name,Email,Phone,Line manager email\n");
		for (int n = 0; n < MANY; n++)
			ch_buffer_printf(&text, "P%zu Q%d,%s,07700 9%05d,%s\n", i, n,
					 n % with_address[i] == 0 ?
						 ch_arena_printf(&f->arena, "p%d@%zu.org", n, i) : "",
					 n, n % 3 == 0 ? ch_arena_printf(&f->arena, "m%d@%zu.org", n, i) : "");
		const char *list = ch_arena_copy(&f->arena, text.text);
		ch_buffer_release(&text);
		assert_int_equal(import_text(f, list, 0, CH_OK).created, MANY);
		assert_int_equal(count_indexes(f), indexes);
		assert_int_equal(import_text(f, list, 0, CH_OK).same, MANY);
		GOOD(f, ch_scheme_verify(&f->c, &f->arena, &verified, &f->err));
		struct ch_import_undone undone;
		GOOD(f, ch_import_undo(&f->c, 2 * (int64_t)i + 1, &f->arena, &undone, &f->err));
	}
}

static int64_t root_of(struct scheme_fixture *f, const char *index)
{
	struct stmt *q = stmt_new(f->c.scheme->db, "SELECT rootpage FROM sqlite_schema WHERE name = :name");
	bool row = false;

	stmt_bind_text(q, "name", index);
	GOOD(f, stmt_step(q, &row, &f->err));
	assert_true(row);
	int64_t root = stmt_int(q, "rootpage");
	stmt_free(q);
	return root;
}

/* The place of row n by name or by address: as the list goes, but for a few; at first alone; or at random. */
static int place_of(const char *order, int n)
{
	if (strcmp(order, "ordered") == 0)
		return n % 100 == 50 ? n / 2 : n;
	if (strcmp(order, "half") == 0 && n < MANY / 2)
		return n;
	return (int)(((int64_t)n * 7919 + 1) % MANY) + MANY;
}

/*
 * An index that is made anew begins elsewhere in the file, since its first page was given to people meanwhile. In
 * whatever order people come, all are found by every index afterwards.
 */
static void an_index_stays_where_the_list_is_in_its_order(void **state)
{
	static const struct {
		const char *by_name, *by_address;
	} lists[] = {{"ordered", "none"}, {"none", "ordered"}, {"half", "half"}, {"ordered", "ordered"}};
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	struct ch_grid verified;

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		struct ch_buffer text = CH_BUFFER_EMPTY;
		int64_t name_root = root_of(f, "person_by_sort_name"), address_root = root_of(f, "person_by_email");

		ch_buffer_add(&text, "First name,Last name,Email\n");
		for (int n = 0; n < MANY; n++)
			ch_buffer_printf(&text, "Ann,Q%06d,p%06d.%d@example.org\n", place_of(lists[i].by_name, n),
					 place_of(lists[i].by_address, n), n);
		const char *list = ch_arena_copy(&f->arena, text.text);
		ch_buffer_release(&text);
		struct ch_import_result r = import_text(f, list, 0, CH_OK);
		assert_int_equal(r.created, MANY);
		assert_int_equal(root_of(f, "person_by_sort_name") == name_root,
				 strcmp(lists[i].by_name, "ordered") == 0);
		assert_int_equal(root_of(f, "person_by_email") == address_root,
				 strcmp(lists[i].by_address, "ordered") == 0);
		assert_int_equal(import_text(f, list, 0, CH_OK).same, MANY);
		GOOD(f, ch_scheme_verify(&f->c, &f->arena, &verified, &f->err));
		GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
		assert_int_equal(undone.kept.row_count, 0);
		ch_arena_reset(&f->arena);
	}
}

static void problems_without_number_are_counted_and_the_corrections_have_all(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_buffer text = CH_BUFFER_EMPTY;
	struct ch_import_options options = {0};
	struct ch_import_result r;
	size_t length, lines = 0;
	bool told = false;

	ch_buffer_add(&text, "Name,Email\n");
	for (int i = 0; i < MANY; i++)
		ch_buffer_printf(&text, "Person %c%c,nobody%d\n", 'A' + i % 26, 'a' + i % 25, i);
	options.path = ch_arena_copy(&f->arena, temp_dir_write(f->dir, "bad.csv", text.text));
	options.corrections = ch_arena_copy(&f->arena, temp_dir_file(f->dir, "wrong.csv"));
	ch_buffer_release(&text);
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_DATA);
	assert_int_equal(r.rejected, MANY);
	assert_int_equal(r.issue_count, 5000);
	for (size_t i = 0; i < r.notice_count; i++)
		told = told || strstr(r.notices[i], "The first 5000 problems are shown of 6500") != NULL;
	assert_true(told);
	char *written = temp_dir_read(f->dir, "wrong.csv", &length);
	assert_non_null(written);
	for (size_t i = 0; i < length; i++)
		lines += written[i] == '\n';
	assert_int_equal(lines, MANY + 1);
	free(written);
}

struct looking_on {
	const char *path; /* somebody writes to it while it is read; NULL: nobody does */
	int64_t stop_after; /* rows; 0: it is not stopped */
};

static bool look_on(void *data, int64_t done, int64_t total)
{
	struct looking_on *on = data;

	(void)total;
	if (on->path != NULL && done == 1) {
		FILE *file = fopen(on->path, "a");
		assert_non_null(file);
		fputs("Eli Roe,eli@example.org\n", file);
		assert_int_equal(fclose(file), 0);
	}
	return on->stop_after == 0 || done < on->stop_after;
}

/* What is written while it is read, or stopped, leaves nothing of itself. */
static void a_file_that_changes_and_an_import_that_is_stopped_leave_nothing(void **state)
{
	struct scheme_fixture *f = *state;
	struct looking_on on = {.path = NULL};
	const struct ch_work work = {.look = look_on, .data = &on};
	struct ch_import_options options = {.path = temp_dir_write(
						    f->dir, "list.csv", "Name,Email\nAnn,a@x.org\nBo,b@x.org\n")};
	struct ch_import_result r;
	int64_t people, batches;

	on.path = options.path;
	f->c.work = &work;
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_BUSY);
	assert_string_equal(f->err.message, "list.csv was changed while it was read, so nothing came in");
	on = (struct looking_on){.stop_after = 2};
	f->err = CH_NO_ERROR;
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &r, &f->err), CH_STOPPED);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &people, &f->err));
	GOOD(f, ch_scheme_count(&f->c, CH_IMPORT_BATCH, &batches, &f->err));
	assert_int_equal(people + batches, 0);
	/* And while the rows are read ahead, by which the reading ends too. */
	on = (struct looking_on){.stop_after = MANY / 2};
	f->err = CH_NO_ERROR;
	import_text(f, many_rows(&f->arena, 0, MANY), 0, CH_STOPPED);
	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &people, &f->err));
	assert_int_equal(people, 0);
	f->c.work = NULL;
	assert_int_equal(import_text(f, many_rows(&f->arena, 0, MANY), 0, CH_OK).created, MANY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_number_in_a_name_tells_two_apart, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(names_alike_raise_a_question_and_decide_nothing, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_phone_number_is_the_same_however_it_is_written, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(r84_who_is_not_in_the_file_is_told_and_stays, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_number_of_this_scheme_comes_before_the_address, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(r15_what_learners_answered_at_sign_up_comes_in, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(qualifications_come_in_and_go, scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(who_was_changed_twice_is_as_before_after_undo, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_large_import_is_the_same_as_a_small_one, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(managers_further_down_are_found_whatever_comes_between, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_large_import_of_people_without_address_or_manager, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(an_index_stays_where_the_list_is_in_its_order, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(problems_without_number_are_counted_and_the_corrections_have_all,
						scheme_setup, scheme_teardown),
		cmocka_unit_test_setup_teardown(a_file_of_those_who_are_here_and_of_many_more, scheme_setup,
						scheme_teardown),
		cmocka_unit_test_setup_teardown(a_file_that_changes_and_an_import_that_is_stopped_leave_nothing,
						scheme_setup, scheme_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
