/*
 * Importing people: the sample rosters as a sensible person expects them, importing again, undoing, and the way out
 * and in again.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

#define ROSTERS "tests/fixtures/rosters/"

static enum ch_status import_file(struct scheme_fixture *f, const char *path, int64_t programme_id, bool dry_run,
				  struct ch_import_result *result)
{
	struct ch_import_options options = {.path = path, .programme_id = programme_id, .dry_run = dry_run};

	f->err = CH_NO_ERROR;
	return ch_import(&f->c, &options, &f->arena, result, &f->err);
}

static void assert_counts(const struct ch_import_result *r, int64_t read, int64_t created, int64_t changed,
			  int64_t same,
			  int64_t rejected, int64_t skipped)
{
	for (size_t i = 0; i < r->issue_count && (r->created != created || r->rejected != rejected); i++)
		print_error("row %lld %s: %s\n", (long long)r->issues[i].row,
			    r->issues[i].column ? r->issues[i].column : "", r->issues[i].message);
	assert_int_equal(r->read, read);
	assert_int_equal(r->created, created);
	assert_int_equal(r->changed, changed);
	assert_int_equal(r->same, same);
	assert_int_equal(r->rejected, rejected);
	assert_int_equal(r->skipped, skipped);
	assert_int_equal(r->read, r->created + r->changed + r->same + r->rejected + r->skipped);
}

static struct ch_person find(struct scheme_fixture *f, const char *who)
{
	struct ch_person person;
	int64_t id = 0;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person;
}

static int64_t people(struct scheme_fixture *f)
{
	int64_t count;

	GOOD(f, ch_scheme_count(&f->c, CH_PERSON, &count, &f->err));
	return count;
}

static void the_volunteer_centre_comes_in(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	int64_t programme = scheme_programme(f, "Mentoring", CH_KIND_MENTORING), enrolments;

	GOOD(f, import_file(f, ROSTERS "volunteer-centre-uk.csv", programme, true, &r));
	assert_counts(&r, 40, 39, 0, 1, 0, 0);
	assert_int_equal(r.batch, 0);
	assert_int_equal(people(f), 0);
	GOOD(f, import_file(f, ROSTERS "volunteer-centre-uk.csv", programme, false, &r));
	assert_counts(&r, 40, 39, 0, 1, 0, 0);
	assert_int_equal(r.batch, 1);
	assert_int_equal(people(f), 39);
	GOOD(f, ch_scheme_count(&f->c, CH_ENROLMENT, &enrolments, &f->err));
	assert_int_equal(enrolments, 39);

	struct ch_person alison = find(f, "alison.abbott@example.org");
	assert_string_equal(alison.name, "Alison Abbott");
	assert_int_equal(alison.roles, 1 << CH_ROLE_MENTOR);
	assert_string_equal(alison.offers, "Gardening; Interview practice");
	assert_null(alison.seeks);
	assert_int_equal(alison.hours_per_month, 360);
	assert_int_equal(alison.capacity, 1);
	assert_int_equal(alison.start_date, ch_date_from_iso("2026-03-05"));
	struct ch_person devika = find(f, "devika.vickers@example.org");
	assert_int_equal(devika.hours_per_month, CH_UNKNOWN);
	assert_string_equal(devika.languages, "English; Urdu");
	assert_null(find(f, "Xanthe Bannister").email);
	assert_string_equal(find(f, "catrin.oldroyd@example.org").notes, "Said: \"ring after 6\"");

	GOOD(f, import_file(f, ROSTERS "volunteer-centre-uk.csv", programme, false, &r));
	assert_counts(&r, 40, 0, 0, 40, 0, 0);
}

static void the_form_comes_in(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	GOOD(f, import_file(f, ROSTERS "google-forms-signup.csv", 0, false, &r));
	assert_counts(&r, 36, 35, 0, 1, 0, 0);
	struct ch_person hilary = find(f, "hilary.chukwu@example.org");
	assert_int_equal(hilary.roles, 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_MENTEE);
	assert_string_equal(hilary.name, "Hilary Chukwu");
	assert_string_equal(hilary.department, "Fundraising");
	assert_string_equal(hilary.offers, "Career planning; Work-life balance");
	assert_string_equal(hilary.seeks, "Leadership; Returning to work");
	assert_int_equal(hilary.capacity, 1);
	assert_int_equal(hilary.hours_per_month, 120);
	assert_int_equal(find(f, "quentin.underhill@example.org").hours_per_month, CH_UNKNOWN);
}

static void an_import_is_undone(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_undone undone;

	scheme_person(f, "A. Abbott", "alison.abbott@example.org", 1 << CH_ROLE_MENTOR, NULL, NULL, 1);
	GOOD(f, import_file(f, ROSTERS "volunteer-centre-uk.csv", 0, false, &r));
	assert_counts(&r, 40, 38, 1, 1, 0, 0);
	struct ch_person touched = find(f, "catrin.oldroyd@example.org");
	touched.phone = "01632 960123";
	GOOD(f, ch_person_set(&f->c, &touched, &f->err));
	GOOD(f, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
	assert_int_equal(undone.removed, 37);
	assert_int_equal(undone.restored, 1);
	assert_int_equal(undone.kept.row_count, 1);
	assert_string_equal(undone.kept.rows[0].cells[2], "Catrin Oldroyd");
	assert_int_equal(people(f), 2);
	assert_string_equal(find(f, "alison.abbott@example.org").name, "A. Abbott");
	REFUSED(f, CH_DATA, ch_import_undo(&f->c, r.batch, &f->arena, &undone, &f->err));
}

static void managers_are_found_by_address(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	const char *path = temp_dir_write(f->dir, "staff.csv",
					  "Name,E-mail,Line manager email\n"
					  "Ann One,ann@example.org,boss@example.org\n"
					  "Ben Two,ben@example.org,ann@example.org\n"
					  "Self Three,self@example.org,self@example.org\n"
					  "Round Four,four@example.org,five@example.org\n"
					  "Round Five,five@example.org,four@example.org\n");

	GOOD(f, import_file(f, path, 0, false, &r));
	assert_counts(&r, 5, 5, 0, 0, 0, 0);
	assert_int_equal(find(f, "ben@example.org").manager_id, find(f, "ann@example.org").person_id);
	assert_int_equal(find(f, "ann@example.org").manager_id, 0);
	assert_string_equal(find(f, "ann@example.org").manager_email, "boss@example.org");
	assert_int_equal(find(f, "self@example.org").manager_id, 0);
	assert_true((find(f, "four@example.org").manager_id == 0) != (find(f, "five@example.org").manager_id == 0));
	int loops = 0, own = 0;
	for (size_t i = 0; i < r.issue_count; i++) {
		loops += strcmp(r.issues[i].reason, "manager_loop") == 0;
		own += strcmp(r.issues[i].reason, "own_manager") == 0;
	}
	assert_int_equal(loops, 1);
	assert_int_equal(own, 1);
	int64_t boss = scheme_person(f, "The Boss", "Boss@Example.org", 0, NULL, NULL, CH_UNKNOWN);
	assert_int_equal(find(f, "ann@example.org").manager_id, boss);
}

static void r3_a_roster_that_changes_who_manages_whom_has_pairs_looked_at_again(void **state)
{
	struct scheme_fixture *f = *state;
	const struct ch_check_query query = {.rule = "mentor-in-reporting-line"};
	struct ch_import_result r;
	struct ch_findings findings;
	size_t told = 0;
	const char *before = temp_dir_write(f->dir, "before.csv",
					    "Name,E-mail,Role,Line manager email\n"
					    "Ann One,ann@example.org,mentor,\n"
					    "Ben Two,ben@example.org,mentee,cy@example.org\n"
					    "Cy Three,cy@example.org,,\n");

	GOOD(f, import_file(f, before, 0, false, &r));
	int64_t pairing = scheme_pairing(f, scheme_programme(f, "Autumn", CH_KIND_MENTORING),
					 find(f, "ann@example.org").person_id, find(f, "ben@example.org").person_id);
	scheme_start(f, pairing);
	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	assert_int_equal(findings.count, 0);
	const char *after = temp_dir_write(f->dir, "after.csv",
					   "Name,E-mail,Line manager email\n"
					   "Ben Two,ben@example.org,cy@example.org\n"
					   "Cy Three,cy@example.org,ann@example.org\n");
	GOOD(f, import_file(f, after, 0, false, &r));
	for (size_t i = 0; i < r.notice_count; i++)
		told += strstr(r.notices[i], "1 live mentoring pairings") != NULL;
	assert_int_equal(told, 1);
	GOOD(f, ch_check_run(&f->c, &query, &f->arena, &findings, &f->err));
	assert_int_equal(findings.count, 1);
	assert_int_equal(findings.items[0].pairing_id, pairing);
	assert_int_equal(scheme_get_pairing(f, pairing).state, CH_PAIRING_ACTIVE);
}

static void trouble_costs_its_row_and_goes_to_the_corrections(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	char corrections[600];

	snprintf(corrections, sizeof corrections, "%s", temp_dir_file(f->dir, "to-correct.csv"));
	const char *path = temp_dir_write(f->dir, "trouble.csv",
					  "Name,Email,Role,Capacity,Start date\n"
					  "Ann Lee,ann.lee@example,Mentor,2,2026-02-30\n"
					  "Bo Ray,bo@example.org,Wizard,-1,soon\n"
					  ",nobody@example.org,Mentee,,\n"
					  "Cy Dee,cy@example.org,Mentee,1,2026-02-03\n");
	struct ch_import_options options = {.path = path, .corrections = corrections};
	f->err = CH_NO_ERROR;
	REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_counts(&r, 4, 2, 0, 0, 2, 0);
	char *text = temp_dir_read(f->dir, "to-correct.csv", NULL);
	assert_non_null(text);
	assert_non_null(strstr(text, "Problem"));
	assert_non_null(strstr(text, "ann.lee@example,Mentor"));
	assert_non_null(strstr(text, "nobody@example.org"));
	assert_null(strstr(text, "cy@example.org"));
	free(text);
	options.all_or_nothing = true;
	options.corrections = NULL;
	int64_t before = people(f);
	REFUSED(f, CH_DATA, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(people(f), before);
}

/* Between the look and the import somebody saved another list under the same name. */
static void a_file_that_changed_since_it_was_looked_at_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_import_options options = {
		.path = ch_arena_copy(&f->arena, temp_dir_write(f->dir, "list.csv", "Name,Email\nAnn,a@x.org\n")),
		.dry_run = true,
	};

	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	options.seen_hash = r.hash;
	options.dry_run = false;
	temp_dir_write(f->dir, "list.csv", "Name,Email\nBob,b@x.org\n");
	REFUSED(f, CH_BUSY, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_string_equal(f->err.message, "list.csv has changed since it was looked at");
	assert_int_equal(people(f), 0);
	temp_dir_write(f->dir, "list.csv", "Name,Email\nAnn,a@x.org\n");
	GOOD(f, ch_import(&f->c, &options, &f->arena, &r, &f->err));
	assert_int_equal(people(f), 1);
}

static void headings_of_the_scheme_are_known(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;

	GOOD(f, ch_heading_add(&f->c, "Wer bist du? | ", "name", &f->err));
	GOOD(f, ch_heading_add(&f->c, "Farbe", "ignore", &f->err));
	REFUSED(f, CH_DATA, ch_heading_add(&f->c, "Farbe", "colour", &f->err));
	REFUSED(f, CH_DATA, ch_heading_add(&f->c, " ? ", "name", &f->err));
	GOOD(f, import_file(f, temp_dir_write(f->dir, "list.csv", "Wer bist du?,E-Mail,Farbe\nAnn,a@x.org,rot\n"), 0,
			    false, &r));
	assert_string_equal(find(f, "a@x.org").name, "Ann");
}

struct text_sink {
	struct ch_buffer text;
};

static enum ch_status to_text(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	struct text_sink *sink = context;

	(void)err;
	ch_buffer_add_bytes(&sink->text, bytes, length);
	return CH_OK;
}

static char *export_people(struct scheme_fixture *f)
{
	struct text_sink sink = {.text = CH_BUFFER_EMPTY};
	struct ch_export_options options = {.entity = CH_PERSON};

	GOOD(f, ch_export(&f->c, &options, to_text, &sink, &f->err));
	return sink.text.text;
}

static void people_go_out_and_come_in_again(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	char path[600], second_path[600];

	GOOD(f, import_file(f, ROSTERS "volunteer-centre-uk.csv", 0, false, &r));
	GOOD(f, import_file(f, ROSTERS "google-forms-signup.csv", 0, false, &r));
	int64_t formula = scheme_person(f, "=cmd()", "formula@example.org", 0, "+44; '=1", NULL, 0);
	assert_true(formula > 0);
	char *first = export_people(f);
	snprintf(path, sizeof path, "%s", temp_dir_write(f->dir, "people.csv", first));
	GOOD(f, import_file(f, path, 0, false, &r));
	assert_int_equal(r.same, r.read);
	char *again = export_people(f);
	assert_string_equal(first, again);

	snprintf(second_path, sizeof second_path, "%s", temp_dir_file(f->dir, "second.db"));
	struct ch_scheme *original = f->c.scheme;
	GOOD(f, ch_scheme_create(second_path, "Second", CH_NOTES_OFF, &f->c.clock, &f->err));
	GOOD(f, ch_scheme_open(second_path, &f->c.scheme, &f->err));
	GOOD(f, import_file(f, path, 0, false, &r));
	assert_int_equal(r.created, r.read);
	assert_string_equal(find(f, "formula@example.org").name, "=cmd()");
	assert_string_equal(find(f, "formula@example.org").offers, "+44; '=1");
	GOOD(f, import_file(f, path, 0, false, &r));
	assert_int_equal(r.same, r.read);
	ch_scheme_close(f->c.scheme);
	f->c.scheme = original;
	free(first);
	free(again);
}

static void many_pages_go_out_whole(void **state)
{
	enum { MANY = 1203 };
	struct scheme_fixture *f = *state;
	struct ch_import_result r;
	struct ch_buffer csv = CH_BUFFER_EMPTY;
	int lines = 0;

	ch_buffer_add(&csv, "Name,Email\n");
	for (int i = 0; i < MANY; i++)
		ch_buffer_printf(&csv, "Person %d,p%d@example.org\n", MANY - i, i);
	GOOD(f, import_file(f, temp_dir_write(f->dir, "many.csv", csv.text), 0, false, &r));
	assert_counts(&r, MANY, MANY, 0, 0, 0, 0);
	char *text = export_people(f);
	for (const char *c = text; (c = strchr(c, '\n')) != NULL; c++)
		lines++;
	assert_int_equal(lines, MANY + 1);
	free(text);
	ch_buffer_release(&csv);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(the_volunteer_centre_comes_in),
		WITH_SCHEME(the_form_comes_in),
		WITH_SCHEME(an_import_is_undone),
		WITH_SCHEME(managers_are_found_by_address),
		WITH_SCHEME(r3_a_roster_that_changes_who_manages_whom_has_pairs_looked_at_again),
		WITH_SCHEME(trouble_costs_its_row_and_goes_to_the_corrections),
		WITH_SCHEME(a_file_that_changed_since_it_was_looked_at_is_refused),
		WITH_SCHEME(headings_of_the_scheme_are_known),
		WITH_SCHEME(people_go_out_and_come_in_again),
		WITH_SCHEME(many_pages_go_out_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
