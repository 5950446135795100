/* R80: fields of a scheme's own, declared, filled in, filtered by, changed, dropped and brought back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/custom_field.h"
#include "core/scheme_private.h"
#include "model/custom_field.h"
#include "scheme_fixture.h"

static int64_t declare(struct scheme_fixture *f, int owner, const char *name, int kind, const char *options)
{
	struct ch_custom_field field;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.belongs_to = owner;
	field.name = name;
	field.kind = kind;
	field.options = options;
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	return field.custom_field_id;
}

static void refuse(struct scheme_fixture *f, const char *name, int kind, const char *options, const char *message)
{
	struct ch_custom_field field;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = name;
	field.kind = kind;
	field.options = options;
	assert_int_equal(ch_custom_field_add(&f->c, &field, &f->err), CH_DATA);
	assert_string_equal(f->err.message, message);
	f->err = CH_NO_ERROR;
}

static int64_t person(struct scheme_fixture *f, const char *name, const char *email)
{
	return scheme_person(f, name, email, 1 << CH_ROLE_MENTOR, NULL, NULL, CH_UNKNOWN);
}

static void give(struct scheme_fixture *f, int64_t person_id, const char *text)
{
	struct ch_person record;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &record, &f->err));
	GOOD(f, ch_custom_give(&f->c, CH_PERSON, &record, text, &f->arena, &f->err));
	GOOD(f, ch_person_set(&f->c, &record, &f->err));
}

static const char *values_of(struct scheme_fixture *f, int64_t person_id)
{
	struct ch_person record;

	GOOD(f, ch_person_get(&f->c, person_id, &f->arena, &record, &f->err));
	return record.custom_values != NULL ? record.custom_values : "";
}

/* The names of those the filter lets through, in the order asked for. */
static const char *listed(struct scheme_fixture *f, const char *filter, const char *sort)
{
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = filter, .sort = sort};
	const char *names = "";
	struct ch_grid grid;

	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.row_count; i++)
		names = ch_arena_printf(&f->arena, "%s%s%s", names, i > 0 ? ", " : "", grid.rows[i].cells[1]);
	return names;
}

static void undo(struct scheme_fixture *f)
{
	struct ch_undone undone;

	GOOD(f, ch_undo(&f->c, 0, &f->arena, &undone, &f->err));
}

static void r80_a_scheme_has_columns_of_its_own(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", "ann@example.org"), bo = person(f, "Bo Diaz", NULL);

	person(f, "Cy Ek", NULL);
	declare(f, CH_CUSTOM_OF_PERSON, "T-shirt size", CH_CUSTOM_CHOICE, "S, M, L");
	declare(f, CH_CUSTOM_OF_PERSON, "Years of service", CH_CUSTOM_NUMBER, NULL);
	declare(f, CH_CUSTOM_OF_PERSON, "First aid until", CH_CUSTOM_DATE, NULL);
	declare(f, CH_CUSTOM_OF_PERSON, "Drives", CH_CUSTOM_YES_NO, NULL);
	declare(f, CH_CUSTOM_OF_PERSON, "Locker", CH_CUSTOM_TEXT, NULL);
	give(f, ann, "T-shirt size=m");
	give(f, ann, "years_of_service=9");
	give(f, ann, "Drives=yes");
	give(f, bo, "YEARS OF SERVICE=12");
	give(f, bo, "First aid until=1 March 2027");
	give(f, bo, "Locker=b 12 = upstairs");
	assert_string_equal(values_of(f, ann),
			    "{\"drives\":\"yes\",\"t_shirt_size\":\"M\",\"years_of_service\":\"9\"}");
	assert_string_equal(listed(f, "t_shirt_size:m", NULL), "Ann Lee");
	assert_string_equal(listed(f, "years_of_service>9", NULL), "Bo Diaz");
	assert_string_equal(listed(f, "first_aid_until>2027-02-28", NULL), "Bo Diaz");
	assert_string_equal(listed(f, "-drives:yes", "name"), "Bo Diaz, Cy Ek");
	assert_string_equal(listed(f, "locker:upstairs", NULL), "Bo Diaz");
	assert_string_equal(listed(f, "t_shirt_size:-", "name"), "Bo Diaz, Cy Ek");
	assert_string_equal(listed(f, NULL, "-years_of_service"), "Bo Diaz, Ann Lee, Cy Ek");
	assert_string_equal(listed(f, NULL, "locker"), "Ann Lee, Cy Ek, Bo Diaz");
	give(f, ann, "T-shirt size=");
	give(f, ann, "Drives=");
	give(f, ann, "Years of service=");
	assert_string_equal(values_of(f, ann), "");
}

static void enrolments_have_their_own(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING), ann = person(f, "Ann Lee", NULL);
	struct ch_list_query query = {.list = CH_LIST_ENROLMENTS, .filter = "interviewed_on:2026-11-20"};
	struct ch_enrolment enrolment;
	int64_t count;

	declare(f, CH_CUSTOM_OF_ENROLMENT, "Interviewed on", CH_CUSTOM_DATE, NULL);
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	enrolment.programme_id = programme;
	enrolment.person_id = ann;
	enrolment.role = CH_ROLE_MENTOR;
	GOOD(f, ch_custom_give(&f->c, CH_ENROLMENT, &enrolment, "Interviewed on=last friday", &f->arena, &f->err));
	GOOD(f, ch_enrolment_add(&f->c, &enrolment, &f->err));
	GOOD(f, ch_list_count(&f->c, &query, &count, &f->err));
	assert_int_equal(count, 1);
	REFUSED(f, CH_USAGE, ch_custom_give(&f->c, CH_PERSON, &enrolment, "Interviewed on=today", &f->arena, &f->err));
}

static void a_declaration_is_judged(void **state)
{
	struct scheme_fixture *f = *state;

	declare(f, CH_CUSTOM_OF_PERSON, "T-shirt size", CH_CUSTOM_TEXT, NULL);
	refuse(f, "t-shirt SIZE", CH_CUSTOM_TEXT, NULL, "people have a field \"t-shirt SIZE\" already: T-shirt size");
	refuse(f, "T shirt size", CH_CUSTOM_TEXT, NULL, "people have a field \"T shirt size\" already: T-shirt size");
	refuse(f, "Department", CH_CUSTOM_TEXT, NULL,
	       "people have a field \"Department\" already: one of chiron's own");
	refuse(f, "Dept", CH_CUSTOM_TEXT, NULL, "people have a field \"Dept\" already: one of chiron's own");
	refuse(f, "Size", CH_CUSTOM_CHOICE, NULL, "a choice needs two options at least, and none was given");
	refuse(f, "Size", CH_CUSTOM_CHOICE, " , M,", "a choice needs two options at least, and one was given");
	refuse(f, "Size", CH_CUSTOM_CHOICE, "M", "a choice needs two options at least, and one was given");
	refuse(f, "Size", CH_CUSTOM_NUMBER, "1; 2",
	       "a field of the kind \"whole number\" has no options; \"1; 2\" was given");
	refuse(f, NULL, CH_CUSTOM_TEXT, NULL, "Name: not given, and needed");
}

static void names_of_any_script_are_names(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL);

	declare(f, CH_CUSTOM_OF_PERSON, "\u0631\u0642\u0645", CH_CUSTOM_NUMBER, NULL);
	declare(f, CH_CUSTOM_OF_PERSON, "Gr\u00f6\u00dfe", CH_CUSTOM_TEXT, NULL);
	give(f, ann, "\u0631\u0642\u0645=7");
	give(f, ann, "gr\u00f6sse=klein");
	assert_string_equal(values_of(f, ann), "{\"field_1\":\"7\",\"grosse\":\"klein\"}");
	assert_string_equal(listed(f, "field_1:7 grosse:klein", NULL), "Ann Lee");
}

/* Forms for signing up ask whole sentences, and ask several that begin alike. */
static void long_questions_have_keys_of_their_own(void **state)
{
	static const char what[] = "How did you first hear about the mentoring programme that we run together with the "
				   "library?",
			  who[] = "How did you first hear about the mentoring programme, and who told you of it?";
	struct scheme_fixture *f = *state;
	struct custom_fields fields;

	declare(f, CH_CUSTOM_OF_PERSON, what, CH_CUSTOM_TEXT, NULL);
	declare(f, CH_CUSTOM_OF_PERSON, who, CH_CUSTOM_TEXT, NULL);
	refuse(f, "how did you first hear about the mentoring programme, and WHO told you of it", CH_CUSTOM_TEXT, NULL,
	       "people have a field \"how did you first hear about the mentoring programme, and WHO told you of it\" "
	       "already: How did you first hear about the mentoring programme, and who told you of it?");
	GOOD(f, custom_fields_of(f->c.scheme->db, CH_PERSON, &f->arena, &fields, &f->err));
	assert_int_equal(fields.count, 2);
	assert_string_equal(fields.list[0].key, "how_did_you_first_hear_about");
	assert_string_equal(fields.list[1].key, "how_did_you_first_hear_2");
	assert_string_equal(fields.list[0].name, what);
	assert_ptr_equal(custom_field_called(&fields, what), &fields.list[0]);
	assert_ptr_equal(custom_field_called(&fields, who), &fields.list[1]);
	assert_ptr_equal(custom_field_called(&fields, "how_did_you_first_hear_2"), &fields.list[1]);
	assert_null(custom_field_called(&fields, "How did you first hear about the mentoring programme"));
	int64_t ann = person(f, "Ann Lee", "ann@example.org");
	give(f, ann, "how_did_you_first_hear_2=Bo");
	assert_string_equal(values_of(f, ann), "{\"how_did_you_first_hear_2\":\"Bo\"}");
}

static void there_is_a_most(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE};
	struct ch_grid grid;

	for (int i = 1; i <= CH_CUSTOM_MOST; i++)
		declare(f, CH_CUSTOM_OF_PERSON, ch_arena_printf(&f->arena, "Extra %d", i), CH_CUSTOM_TEXT, NULL);
	refuse(f, "One more", CH_CUSTOM_TEXT, NULL,
	       "people have 30 fields of the scheme's own, which is the most there can be");
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_string_equal(grid.columns[grid.column_count - 1].key, "extra_30");
	declare(f, CH_CUSTOM_OF_ENROLMENT, "One more", CH_CUSTOM_TEXT, NULL);
}

static void a_bad_value_is_refused(void **state)
{
	struct scheme_fixture *f = *state;
	struct ch_person record;

	declare(f, CH_CUSTOM_OF_PERSON, "Years", CH_CUSTOM_NUMBER, NULL);
	ch_record_start(ch_entity_of(CH_PERSON), &record);
	assert_int_equal(ch_custom_give(&f->c, CH_PERSON, &record, "Years=soon", &f->arena, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "Years: \"soon\" given; allowed is a whole number");
	REFUSED(f, CH_DATA, f->err.status);
	REFUSED(f, CH_USAGE, ch_custom_give(&f->c, CH_PERSON, &record, "Years", &f->arena, &f->err));
	assert_int_equal(ch_custom_give(&f->c, CH_PERSON, &record, "Year=1", &f->arena, &f->err), CH_USAGE);
	assert_string_equal(f->err.fix, "did you mean Years?");
	f->err = CH_NO_ERROR;
	assert_null(record.custom_values);
}

static void another_kind_takes_every_value_or_none(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL), bo = person(f, "Bo Diaz", NULL);
	int64_t id = declare(f, CH_CUSTOM_OF_PERSON, "Drives", CH_CUSTOM_TEXT, NULL);
	struct ch_custom_field field;

	give(f, ann, "Drives=YES");
	give(f, bo, "Drives=on Sundays");
	GOOD(f, ch_custom_field_get(&f->c, id, &f->arena, &field, &f->err));
	field.kind = CH_CUSTOM_YES_NO;
	assert_int_equal(ch_custom_field_set(&f->c, &field, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "of the values of \"Drives\" some cannot stay, 1 of 2, as \"on Sundays\"");
	f->err = CH_NO_ERROR;
	assert_string_equal(values_of(f, ann), "{\"drives\":\"YES\"}");
	give(f, bo, "Drives=no");
	GOOD(f, ch_custom_field_set(&f->c, &field, &f->err));
	assert_string_equal(values_of(f, ann), "{\"drives\":\"yes\"}");
	undo(f);
	assert_string_equal(values_of(f, ann), "{\"drives\":\"YES\"}");
}

static void a_renamed_field_keeps_its_key(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL);
	int64_t id = declare(f, CH_CUSTOM_OF_PERSON, "Shirt", CH_CUSTOM_TEXT, NULL);
	struct ch_custom_field field;

	give(f, ann, "Shirt=M");
	GOOD(f, ch_custom_field_get(&f->c, id, &f->arena, &field, &f->err));
	field.name = "T-shirt size";
	GOOD(f, ch_custom_field_set(&f->c, &field, &f->err));
	give(f, ann, "T-shirt size=L");
	assert_string_equal(values_of(f, ann), "{\"shirt\":\"L\"}");
}

static void what_is_dropped_comes_back(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL), bo = person(f, "Bo Diaz", NULL), values = 0;
	int64_t id = declare(f, CH_CUSTOM_OF_PERSON, "Shirt", CH_CUSTOM_TEXT, NULL);

	declare(f, CH_CUSTOM_OF_PERSON, "Locker", CH_CUSTOM_TEXT, NULL);
	give(f, ann, "Shirt=M");
	give(f, bo, "Shirt=L");
	give(f, bo, "Locker=12");
	GOOD(f, ch_custom_field_count(&f->c, id, &values, &f->err));
	assert_int_equal(values, 2);
	GOOD(f, ch_custom_field_drop(&f->c, id, &values, &f->err));
	assert_int_equal(values, 2);
	assert_string_equal(values_of(f, ann), "");
	assert_string_equal(values_of(f, bo), "{\"locker\":\"12\"}");
	REFUSED(f, CH_DATA,
		ch_list_check(&f->c, &(struct ch_list_query){.list = CH_LIST_PEOPLE, .filter = "shirt:M"}, &f->err));
	undo(f);
	assert_string_equal(values_of(f, ann), "{\"shirt\":\"M\"}");
	assert_string_equal(listed(f, "shirt:L", NULL), "Bo Diaz");
}

/* The field could be taken away again while nobody had a value; now somebody has, and it would be left without one. */
static void undo_leaves_no_value_without_its_field(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL);
	struct ch_undone undone;
	struct ch_grid steps;
	struct ch_list_query query = {.list = CH_LIST_STEPS};

	declare(f, CH_CUSTOM_OF_PERSON, "Shirt", CH_CUSTOM_TEXT, NULL);
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &steps, &f->err));
	give(f, ann, "Shirt=M");
	assert_int_equal(ch_undo(&f->c, steps.rows[0].id, &f->arena, &undone, &f->err), CH_DATA);
	assert_string_equal(f->err.message, "1 value of \"Shirt\" is there by now");
	f->err = CH_NO_ERROR;
	assert_string_equal(values_of(f, ann), "{\"shirt\":\"M\"}");
	undo(f);
	undo(f);
	assert_string_equal(values_of(f, ann), "");
}

static void history_tells_the_value(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL);
	struct ch_list_query query = {.list = CH_LIST_STEPS};
	struct ch_grid steps, changes;

	declare(f, CH_CUSTOM_OF_PERSON, "Shirt", CH_CUSTOM_TEXT, NULL);
	give(f, ann, "Shirt=M");
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &steps, &f->err));
	GOOD(f, ch_step_changes(&f->c, steps.rows[0].id, &f->arena, &changes, &f->err));
	assert_int_equal(changes.row_count, 1);
	assert_string_equal(changes.rows[0].cells[1], "Shirt");
	assert_null(changes.rows[0].cells[2]);
	assert_string_equal(changes.rows[0].cells[3], "M");
}

/* No column of one's own keeps what the field tables do not; a reason may be right, and is kept. */
static void r16_no_field_of_ones_own_rates_performance(void **state)
{
	static const char *const names[] = {"Performance rating", "Last appraisal rating", "9-box", "APPRAISAL SCORE"};
	struct scheme_fixture *f = *state;
	struct ch_custom_field field;
	int64_t fields, overrides;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
		field.name = names[i];
		assert_int_equal(ch_custom_field_add(&f->c, &field, &f->err), CH_DATA);
		assert_string_equal(f->err.rule, "R16");
		assert_string_equal(f->err.overridable, "R16");
		f->err = CH_NO_ERROR;
	}
	declare(f, CH_CUSTOM_OF_PERSON, "Rating of the venue", CH_CUSTOM_NUMBER, NULL);
	GOOD(f, ch_custom_field_get(&f->c, 1, &f->arena, &field, &f->err));
	field.name = "Performance";
	assert_int_equal(ch_custom_field_set(&f->c, &field, &f->err), CH_DATA);
	assert_string_equal(f->err.rule, "R16");
	f->err = CH_NO_ERROR;
	GOOD(f, ch_scheme_count(&f->c, CH_CUSTOM_FIELD, &fields, &f->err));
	assert_int_equal(fields, 1);
	f->c.override_reason = "the word is our choir's: how often they sang";
	f->c.override_rules = "R16";
	GOOD(f, ch_custom_field_set(&f->c, &field, &f->err));
	f->c.override_reason = NULL;
	GOOD(f, ch_scheme_count(&f->c, CH_OVERRIDE, &overrides, &f->err));
	assert_int_equal(overrides, 1);
}

/* R79: a person reads of themself what is a fact, and of a field for the coordinator not even that it is there. */
static void r79_others_read_what_is_a_fact(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t ann = person(f, "Ann Lee", NULL);
	struct ch_custom_field field;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .filter = "suspicion:x"};
	struct ch_grid grid;

	declare(f, CH_CUSTOM_OF_PERSON, "Suspicion", CH_CUSTOM_TEXT, NULL);
	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Shirt";
	field.readers = CH_CUSTOM_FOR_EVERYBODY;
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	give(f, ann, "Suspicion=x");
	give(f, ann, "Shirt=M");
	f->c.actor.person_id = ann;
	assert_string_equal(values_of(f, ann), "{\"shirt\":\"M\"}");
	REFUSED(f, CH_DATA, ch_list_check(&f->c, &query, &f->err));
	query.filter = NULL;
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	for (size_t i = 0; i < grid.column_count; i++)
		if (strcmp(grid.columns[i].key, "suspicion") == 0)
			assert_null(grid.rows[0].cells[i]);
	f->c.actor.person_id = 0;
}

static bool has_column(struct scheme_fixture *f, const char *key)
{
	const struct ch_column *columns;
	const char *sort;
	size_t count;
	bool found = false;

	columns = ch_list_columns(&f->c, CH_LIST_PEOPLE, &f->arena, &count, &sort);
	for (size_t i = 0; i < count; i++)
		found = found || strcmp(columns[i].key, key) == 0;
	return found;
}

/* R79: neither the order of a list nor what it is sorted by tells what is in no cell of it. */
static void r79_no_order_tells_what_others_may_not_read(void **state)
{
	struct scheme_fixture *f = *state;
	int64_t programme = scheme_programme(f, "Autumn", CH_KIND_MENTORING);
	int64_t ann = scheme_person(f, "Ann Lee", NULL, 1 << CH_ROLE_MENTOR, "law", NULL, 4);
	int64_t bo = scheme_person(f, "Bo Diaz", NULL, 1 << CH_ROLE_MENTEE, NULL, "law", CH_UNKNOWN);
	int64_t cy = scheme_person(f, "Cy Ek", NULL, 1 << CH_ROLE_MENTEE, NULL, "law", CH_UNKNOWN);
	struct ch_custom_field field;
	struct ch_list_query query = {.list = CH_LIST_PEOPLE, .sort = "suspicion"};
	struct ch_grid grid;

	scheme_pairing(f, programme, ann, bo);
	scheme_pairing(f, programme, ann, cy);
	declare(f, CH_CUSTOM_OF_PERSON, "Suspicion", CH_CUSTOM_TEXT, NULL);
	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = "Years";
	field.kind = CH_CUSTOM_NUMBER;
	field.readers = CH_CUSTOM_FOR_EVERYBODY;
	GOOD(f, ch_custom_field_add(&f->c, &field, &f->err));
	give(f, ann, "Years=5");
	give(f, bo, "Years=9");
	give(f, cy, "Years=7");
	give(f, cy, "Suspicion=a");
	assert_string_equal(listed(f, NULL, "-years"), "Bo Diaz, Cy Ek, Ann Lee");
	assert_true(has_column(f, "suspicion"));
	f->c.actor.person_id = ann;
	assert_false(has_column(f, "suspicion"));
	REFUSED(f, CH_USAGE, ch_list_check(&f->c, &query, &f->err));
	assert_string_equal(listed(f, NULL, "-years"), "Ann Lee, Cy Ek, Bo Diaz");
	assert_string_equal(listed(f, "years>=0", "-years"), "Ann Lee");
	query.sort = "-years";
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_string_equal(grid.rows[1].sort_value, grid.rows[2].sort_value);
	query.from_id = cy;
	GOOD(f, ch_list_fetch(&f->c, &query, &f->arena, &grid, &f->err));
	assert_int_equal(grid.row_count, 1);
	assert_int_equal(grid.rows[0].id, bo);
	f->c.actor.person_id = 0;
}

static void values_merge_by_key(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *one = custom_values_with(NULL, "b", "1", &arena);

	(void)state;
	one = custom_values_with(one, "a", "\"quoted\"\t", &arena);
	assert_string_equal(custom_value(one, "a", &arena), "\"quoted\"\t");
	assert_string_equal(custom_values_over("{\"a\":\"1\",\"b\":\"2\"}", "{\"b\":\"3\",\"c\":\"4\"}", &arena),
			    "{\"a\":\"1\",\"b\":\"3\",\"c\":\"4\"}");
	assert_string_equal(custom_values_differ("{\"a\":\"1\",\"b\":\"2\"}", "{\"b\":\"3\",\"c\":\"4\"}", &arena),
			    "b");
	assert_null(custom_values_differ("{\"a\":\"1\"}", "{\"c\":\"4\"}", &arena));
	assert_null(custom_value("no JSON", "a", &arena));
	assert_null(custom_values_with("{\"a\":\"1\"}", "a", NULL, &arena));
	ch_arena_release(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(r80_a_scheme_has_columns_of_its_own),
		TEST(enrolments_have_their_own),
		TEST(a_declaration_is_judged),
		TEST(names_of_any_script_are_names),
		TEST(long_questions_have_keys_of_their_own),
		TEST(there_is_a_most),
		TEST(a_bad_value_is_refused),
		TEST(another_kind_takes_every_value_or_none),
		TEST(a_renamed_field_keeps_its_key),
		TEST(what_is_dropped_comes_back),
		TEST(undo_leaves_no_value_without_its_field),
		TEST(history_tells_the_value),
		TEST(r16_no_field_of_ones_own_rates_performance),
		TEST(r79_others_read_what_is_a_fact),
		TEST(r79_no_order_tells_what_others_may_not_read),
		cmocka_unit_test(values_merge_by_key),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
