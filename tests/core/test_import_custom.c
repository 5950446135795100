/* R80: columns that are fields of the scheme's own, and columns that fit nothing and become such, by choice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "scheme_fixture.h"

static const char *file_of(struct scheme_fixture *f, const char *text)
{
	const char *path = temp_dir_file(f->dir, "list.csv");
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
	return path;
}

static struct ch_import_result import(struct scheme_fixture *f, const char *text, const char *const *maps, size_t count)
{
	struct ch_import_options options = {.path = file_of(f, text), .maps = maps, .map_count = count};
	struct ch_import_result result;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	return result;
}

/* The fields there are, "t_shirt choice S; M" a line. */
static const char *fields(struct scheme_fixture *f)
{
	struct ch_list_query query = {.list = CH_LIST_CUSTOM_FIELDS};
	const char *lines = "";
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++)
		lines = ch_arena_printf(&f->arena, "%s%s %s%s%s\n", lines, grid.rows[i].cells[3], grid.rows[i].cells[4],
					grid.rows[i].cells[5] != NULL ? " " : "",
					grid.rows[i].cells[5] != NULL ? grid.rows[i].cells[5] : "");
	return lines;
}

static const char *values(struct scheme_fixture *f, const char *who)
{
	struct ch_person person;
	int64_t id;

	GOOD(f, ch_find(&f->c, CH_PERSON, who, &id, &f->err));
	GOOD(f, ch_person_get(&f->c, id, &f->arena, &person, &f->err));
	return person.custom_values != NULL ? person.custom_values : "";
}

static bool told(const struct ch_import_result *result, const char *text)
{
	for (size_t i = 0; i < result->notice_count; i++)
		if (strcmp(result->notices[i], text) == 0)
			return true;
	return false;
}

#define ROSTER                                                                                                         \
	"Name,E-mail,Shirt?,Shoe,Aid until,Drives,Locker,Member no\n"                                                  \
	"Ann Lee,ann@example.org,M,38,14/3/2027,yes,B 12,007\n"                                                        \
	"Bo Ek,bo@example.org,m,41,2/4/2027,no,,012\n"                                                                 \
	"Cy Fo,cy@example.org,L,40,n/a,yes,A 1,113\n"                                                                  \
	"Di Go,di@example.org,L,,,no,\"A; 2\",9\n"                                                                     \
	"Ed Ho,ed@example.org,L,-,,No,,8\n"                                                                            \
	"Fi In,fi@example.org,L,39,1/1/2027,Y,C,7\n"

static const char *const all[] = {"Shirt?=custom", "Shoe=custom",   "Aid until=custom",
				  "Drives=custom", "Locker=custom", "Member no=custom"};

static void r80_an_unmapped_column_becomes_a_field_by_choice(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result result = import(f, ROSTER, NULL, 0);

	assert_string_equal(fields(f), "");
	assert_string_equal(result.mapping[2].why,
			    "its heading is not known; --map 'HEADING=FIELD' brings it in, 'HEADING=custom' as a field "
			    "of your own");
	result = import(f, ROSTER, all, 6);
	assert_string_equal(fields(f), "shirt choice M; L\n"
				       "shoe number\n"
				       "aid_until date\n"
				       "drives yes_no\n"
				       "locker text\n"
				       "member_no text\n");
	assert_string_equal(
		values(f, "ann@example.org"),
		"{\"aid_until\":\"2027-03-14\",\"drives\":\"yes\",\"locker\":\"B 12\",\"member_no\":\"007\","
		"\"shirt\":\"M\",\"shoe\":\"38\"}");
	assert_string_equal(values(f, "ed@example.org"), "{\"drives\":\"no\",\"member_no\":\"8\",\"shirt\":\"L\"}");
	assert_true(told(&result, "Column \"Shirt?\" becomes Shirt, a new field (choice of M; L), by its cells; "
				  "--map 'HEADING=custom:KIND' says another kind"));
	assert_true(told(&result, "People have a field Shirt now; filters and exports call it shirt"));
	assert_int_equal(result.changed, 6);
}

static void what_was_decided_is_remembered(void **state)
{
	struct scheme_fixture *f = *state;

	import(f, ROSTER, all, 6);
	struct ch_import_result again = import(f, ROSTER, NULL, 0);
	assert_int_equal(again.same, 6);
	assert_string_equal(again.mapping[2].certainty, "remembered");
	assert_string_equal(again.mapping[2].label, "Shirt");
	/* Another list with such a heading has it by its name. */
	again = import(f, "Name,E-mail,SHIRT\nGo Jo,go@example.org,l\n", NULL, 0);
	assert_string_equal(again.mapping[2].certainty, "heading");
	assert_string_equal(values(f, "go@example.org"), "{\"shirt\":\"L\"}");
}

static void a_kind_can_be_said(void **state)
{
	struct scheme_fixture *f = *state;
	static const char *const maps[] = {"Shirt?=custom:text", "Shoe=custom:text", "Locker=custom:choice"};

	import(f, ROSTER, maps, 3);
	assert_string_equal(fields(f), "shirt text\nshoe text\nlocker choice B 12; A 1; C\n");
	assert_null(strstr(values(f, "di@example.org"), "locker")); /* "A; 2" is no option */
}

static void a_kind_that_there_is_not_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	static const char *const maps[] = {"Shirt?=custom:colour"};
	struct ch_import_options options = {.path = file_of(f, ROSTER), .maps = maps, .map_count = 1};
	struct ch_import_result result;

	assert_int_equal(ch_import(&f->c, &options, &f->arena, &result, &f->err), CH_USAGE);
	assert_string_equal(f->err.message, "\"custom:colour\" is no field of a person");
	assert_string_equal(fields(f), "");
}

/* Nothing is half done: a field that cannot be made ends the import, and what was made before it goes. */
static void a_field_that_cannot_be_made_ends_the_import(void **state)
{
	struct scheme_fixture *f = *state;
	static const char *const maps[] = {"Shoe=custom", "#2=email", "Town=custom"};
	const char *text = "Name,E-mail,Shoe,Town\nAnn Lee,ann@example.org,38,Leeds\n";
	struct ch_import_options options = {.path = file_of(f, text), .maps = maps, .map_count = 3};
	struct ch_import_result result;

	assert_int_equal(ch_import(&f->c, &options, &f->arena, &result, &f->err), CH_OK);
	static const char *const taken[] = {"Shoe=custom:text", "Hat=custom", "Notes=custom"};
	text = "Name,E-mail,Shoe,Hat,Notes\nAnn Lee,ann@example.org,38,7,x\n";
	options = (struct ch_import_options){.path = file_of(f, text), .maps = taken + 1, .map_count = 2};
	assert_int_equal(ch_import(&f->c, &options, &f->arena, &result, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "people have a field \"Notes\" already: one of chiron's own");
	assert_string_equal(fields(f), "shoe number\ntown text\n");
}

static void all_that_fit_nothing_at_once(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_options options = {.path = file_of(f, ROSTER), .new_fields = true, .dry_run = true};
	struct ch_import_result result;

	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	assert_string_equal(fields(f), "");
	options.dry_run = false;
	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	assert_int_equal(strlen(fields(f)) > 0, 1);
	assert_string_equal(result.mapping[6].code, "custom");
}

static void a_bad_value_costs_the_cell_alone(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result result;

	import(f, ROSTER, all, 6);
	result = import(f,
			"Name,E-mail,Shirt,Shoe,Aid until,Drives\n"
			"Ann Lee,ann@example.org,XXL,thirty-eight or so,soon,perhaps\n",
			NULL, 0);
	assert_int_equal(result.same, 1);
	assert_int_equal(result.issue_count, 4);
	assert_string_equal(result.issues[0].message, "is not one of M or L; it is left out");
	assert_string_equal(result.issues[0].column, "Shirt");
	assert_string_equal(result.issues[2].message, "is no date; it is left out");
	assert_string_equal(result.issues[3].message, "is neither yes nor no; it is left out");
	assert_non_null(strstr(values(f, "ann@example.org"), "\"shirt\":\"M\""));
}

static void undoing_takes_the_fields_away_again(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	struct ch_import_result result = import(f, "Name,E-mail\nAnn Lee,ann@example.org\n", NULL, 0);

	result = import(f, ROSTER, all, 6);
	GOOD(f, ch_import_undo(&f->c, result.batch, &f->arena, &undone, &f->err));
	assert_string_equal(fields(f), "");
	assert_string_equal(values(f, "ann@example.org"), "");
	assert_int_equal(undone.kept.row_count, 0);
}

/* A column that was said to become a field becomes it again, and goes into the field where that is there. */
static void that_a_column_became_a_field_is_remembered_after_undoing(void **state)
{
	static const char *const map[] = {"Shirt?=custom", "Shoe=custom:text"};
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	struct ch_import_result result = import(f, ROSTER, map, 2);

	GOOD(f, ch_import_undo(&f->c, result.batch, &f->arena, &undone, &f->err));
	assert_string_equal(fields(f), "");
	result = import(f, ROSTER, NULL, 0);
	assert_string_equal(fields(f), "shirt choice M; L\n"
				       "shoe text\n");
	assert_true(told(&result, "Column \"Shirt?\" becomes Shirt, a new field (choice of M; L), as remembered"));
	import(f, ROSTER, NULL, 0);
	result = import(f, ROSTER, NULL, 0);
	assert_true(told(&result, "Column \"Shirt?\" is read as Shirt, as remembered"));
	assert_string_equal(fields(f), "shirt choice M; L\n"
				       "shoe text\n");
}

static void a_field_that_others_used_since_stays(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_undone undone;
	struct ch_person person;
	struct ch_import_result result = import(f, ROSTER, all, 6);

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	person.name = "Jo Ka";
	GOOD(f, ch_custom_give(&f->c, CH_PERSON, &person, "Shirt=M", &f->arena, &f->err));
	GOOD(f, ch_person_add(&f->c, &person, &f->err));
	GOOD(f, ch_import_undo(&f->c, result.batch, &f->arena, &undone, &f->err));
	assert_string_equal(fields(f), "shirt choice M; L\n");
	assert_int_equal(undone.kept.row_count, 1);
	assert_string_equal(undone.kept.rows[0].cells[2], "Shirt");
	assert_string_equal(undone.kept.rows[0].cells[3], "has values that stay");
}

static void an_empty_cell_erases_only_when_asked(void **state)
{
	struct scheme_fixture *f = *state;
	const char *text = "Name,E-mail,Shirt,Locker\nAnn Lee,ann@example.org,L,\n";
	struct ch_import_options options = {.clear_empty = true};
	struct ch_import_result result;

	import(f, ROSTER, all, 6);
	import(f, text, NULL, 0);
	assert_non_null(
		strstr(values(f, "ann@example.org"), "\"locker\":\"B 12\",\"member_no\":\"007\",\"shirt\":\"L\""));
	options.path = file_of(f, text);
	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	assert_null(strstr(values(f, "ann@example.org"), "locker"));
	assert_non_null(strstr(values(f, "ann@example.org"), "member_no"));
}

static void a_second_row_that_says_otherwise_is_a_question(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_import_result result;

	import(f, ROSTER, all, 6);
	result =
		import(f, "Name,E-mail,Shirt\nGo Jo,go@example.org,M\nGo Jo,go@example.org,L\nGo Jo,go@example.org,M\n",
		       NULL, 0);
	assert_int_equal(result.skipped, 1);
	assert_int_equal(result.same, 1);
	assert_string_equal(values(f, "go@example.org"), "{\"shirt\":\"M\"}");
}

static void enrolments_get_theirs_with_a_programme(void **state)
{
	struct scheme_fixture *f = *state;
	const char *text = "Name,E-mail,Role,Interviewed on\nAnn Lee,ann@example.org,mentor,20/11/2026\n";
	struct ch_import_options options = {.path = file_of(f, text)};
	struct ch_custom_field field;
	struct ch_import_result result;
	struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .filter = "interviewed_on:2026-11-20"};
	int64_t count;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Interviewed on";
	field.kind = CH_CUSTOM_DATE;
	field.belongs_to = CH_CUSTOM_OF_ENROLMENT;
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	assert_true(told(&result,
			 "1 row says something of an enrolment of somebody who is not enrolled in the programme, "
			 "so that is left out; --programme and --role enrol them"));
	options.programme_id = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	GOOD(f, ch_list_count(&f->c, &query, &count, &f->err));
	assert_int_equal(count, 1);
	GOOD(f, ch_import(&f->c, &options, &f->arena, &result, &f->err));
	assert_int_equal(result.same, 1);
}

/* R16: a rating is left out, and neither --map nor a new field brings it in; one that was given a reason takes it. */
static void r16_a_rating_is_mapped_to_nothing(void **state)
{
	static const char *const maps[] = {"Performance rating=notes", "Performance rating=custom",
					   "Performance rating=custom:number", "Performance rating=shoe"};
	struct scheme_fixture *f = *state;
	const char *text = "Name,E-mail,Performance rating\nAnn Lee,ann@example.org,4\n";
	struct ch_custom_field field;
	struct ch_import_result result;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Shoe";
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		struct ch_import_options options = {.path = file_of(f, text), .maps = &maps[i], .map_count = 1};

		assert_int_equal(ch_import(&f->c, &options, &f->arena, &result, &f->err), CH_DATA);
		assert_string_equal(f->err.rule, "R16");
		assert_non_null(strstr(f->err.message, "Performance rating"));
		f->err = CH_NO_ERROR;
	}
	assert_int_equal(import(f, text, NULL, 0).created, 1);
	assert_string_equal(values(f, "ann@example.org"), "");
	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Performance rating";
	f->c.override_reason = "of the choir, not of anybody's work";
	f->c.override_rules = "R16";
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	f->c.override_reason = NULL;
	assert_int_equal(import(f, text, NULL, 0).changed, 1);
	assert_string_equal(values(f, "ann@example.org"), "{\"performance_rating\":\"4\"}");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r80_an_unmapped_column_becomes_a_field_by_choice),
		TEST(r16_a_rating_is_mapped_to_nothing),
		TEST(what_was_decided_is_remembered),
		TEST(a_kind_can_be_said),
		TEST(a_kind_that_there_is_not_is_refused),
		TEST(a_field_that_cannot_be_made_ends_the_import),
		TEST(all_that_fit_nothing_at_once),
		TEST(a_bad_value_costs_the_cell_alone),
		TEST(undoing_takes_the_fields_away_again),
		TEST(that_a_column_became_a_field_is_remembered_after_undoing),
		TEST(a_field_that_others_used_since_stays),
		TEST(an_empty_cell_erases_only_when_asked),
		TEST(a_second_row_that_says_otherwise_is_a_question),
		TEST(enrolments_get_theirs_with_a_programme),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
