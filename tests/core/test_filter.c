/* The filter language: what a filter lets through, and how one that does not parse is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/find/filter.h"
#include "list_scheme.h"

static struct list_scheme *the_scheme(void **state)
{
	return *state;
}

static void expect(struct list_scheme *s, enum ch_list_id list, const char *filter, const char *sort, const char *ids)
{
	const char *found = list_scheme_ids(s, (struct ch_list_query){.list = list, .filter = filter, .sort = sort});

	if (strcmp(found, ids) != 0)
		fail_msg("\"%s\" lets through \"%s\", not \"%s\"", filter, found, ids);
}

#define PEOPLE(filter, ids) expect(the_scheme(state), CH_LIST_PEOPLE, filter, "person_id", ids)
#define PAIRINGS(filter, ids) expect(the_scheme(state), CH_LIST_PAIRINGS, filter, "pairing_id", ids)
#define SESSIONS(filter, ids) expect(the_scheme(state), CH_LIST_SESSIONS, filter, "session_id", ids)

static void plain_words_search_names(void **state)
{
	PEOPLE("", "1 2 3 4 5 6 7 8");
	PEOPLE(NULL, "1 2 3 4 5 6 7 8");
	PEOPLE("ann", "1 4");
	PEOPLE("LEE ann", "1 4");
	PEOPLE("ann lee -leeson", "1");
	PEOPLE("\"ann lee \"", "1 4");
	PEOPLE("\"leeson ann\"", "");
	PEOPLE("diaz", "2");
	PEOPLE("D\u00cdAZ", "2");
	PEOPLE("Di\u0301az", "2");
	PEOPLE("example.org", "1 2 4 5 6 7");
	PEOPLE("%", "");
	PEOPLE("_", "");
	PEOPLE("'", "");
	PEOPLE("17:30", "");
	PAIRINGS("chen", "2 4");
	PAIRINGS("chen ann", "2 4");
	PAIRINGS("ann -chen", "1 3");
	SESSIONS("novak", "4");
}

static void texts_are_searched_folded(void **state)
{
	PEOPLE("department:housing", "3 5");
	PEOPLE("dept:FUHRUNG", "2");
	PEOPLE("department:\"social care\"", "1");
	PEOPLE("department:social,housing", "1 3 5");
	PEOPLE("-department:housing", "1 2 4 6 7 8");
	PEOPLE("department:-", "4 6 7 8");
	PEOPLE("-department:-", "1 2 3 5");
	PEOPLE("department=housing", "3 5");
	PEOPLE("Department:housing", "3 5");
	PEOPLE("with:okafor", "1");
	PEOPLE("manager:jun", "1");
	PAIRINGS("guide:ann", "1 2 4");
	PAIRINGS("mentee:ann", "3");
	PAIRINGS("programme:circle", "3");
}

static void choices_go_by_code_label_or_start(void **state)
{
	PAIRINGS("state:active", "1");
	PAIRINGS("state:act", "1");
	PAIRINGS("state:active,paused", "1 3");
	PAIRINGS("-state:closed", "1 3 4");
	PAIRINGS("closure_kind:\"never started\"", "2");
	PAIRINGS("closure_kind:never_started", "2");
	PAIRINGS("-closure_kind:never_started", "1 3 4");
	SESSIONS("medium:video,in_person", "1 4");
	SESSIONS("medium:-", "2 3");
	SESSIONS("complete:yes", "1 4");
	SESSIONS("-complete:yes", "2 3");
	PEOPLE("role:mentee", "2 3 6");
	PEOPLE("role:mentor", "1 5");
	PEOPLE("role:coach", "5");
	PEOPLE("waiting:yes", "");
	PEOPLE("undecided:yes", "6");
}

static void lists_go_by_term(void **state)
{
	PEOPLE("offers:\"career plan\"", "1");
	PEOPLE("offers:Career", "1 5");
	PEOPLE("offers:plan", "");
	PEOPLE("offers:budgets,\"career change\"", "1 5");
	PEOPLE("seeks:career", "2");
	PEOPLE("-offers:career", "2 3 4 6 7 8");
}

static void numbers_and_lengths_are_compared(void **state)
{
	PEOPLE("person_id:3", "3");
	PEOPLE("id:3,5", "3 5");
	PEOPLE("id>6", "7 8");
	PEOPLE("id>=6", "6 7 8");
	PEOPLE("hours>1.5", "3");
	PEOPLE("hours>=1.5", "1 3");
	PEOPLE("hours:2h", "3");
	PEOPLE("live_pairings:2", "1");
	PEOPLE("live_pairings:1", "2 3 4 5");
	SESSIONS("minutes>=1h", "1 4");
	SESSIONS("starts_at:17:30", "1");
	SESSIONS("minutes<50", "2");
	PAIRINGS("sessions>0 open<2", "3");
}

static void dates_are_compared(void **state)
{
	PAIRINGS("last<-30d", "3");
	PAIRINGS("last>-30d", "1");
	PAIRINGS("last_session_on:2026-11-02", "1");
	PAIRINGS("last:-", "2 4");
	PAIRINGS("-last:-", "1 3");
	PAIRINGS("last<=\"1 oct\"", "3");
	PEOPLE("last<-30d", "4 5");
	SESSIONS("logged:2026-11-03", "2");
	SESSIONS("logged<2026-11-03", "1");
}

static void a_length_without_a_sign_counts_from_today(void **state)
{
	PAIRINGS("last>30d", "3");
	PAIRINGS("last<30d", "1");
	PAIRINGS("due<7d", "4");
	PAIRINGS("due:fri", "4");
	PAIRINGS("due>1w", "1");
}

/* Appointed in the last 12 months: on or after 23 November 2025. */
static void r12_the_newly_appointed_are_found(void **state)
{
	list_scheme_sql(*state, "UPDATE person SET appointed_on = '2025-11-22' WHERE person_id = 1;"
				"UPDATE person SET appointed_on = '2025-11-23' WHERE person_id = 2;"
				"UPDATE person SET appointed_on = '2026-11-01' WHERE person_id = 5");
	PEOPLE("appointed_on>=-12m", "2 5");
}

/* A bound on the column of the order is where the walk begins or ends: each such statement differs from all others. */
static void the_column_of_the_order_is_bounded_alike(void **state)
{
	static const char *const sorts[] = {"session_date", "-session_date", "session_id"};
	struct list_scheme *s = *state;

	for (size_t i = 0; i < 3; i++) {
		bool down = i == 1, by_id = i == 2;

		expect(s, CH_LIST_SESSIONS, "date>=2026-11-02", sorts[i], down ? "3 2" : "2 3");
		expect(s, CH_LIST_SESSIONS, "date>2026-10-01 date<2026-11-02", sorts[i], "1");
		expect(s, CH_LIST_SESSIONS, "date:2026-11-02", sorts[i], down ? "3 2" : "2 3");
		expect(s, CH_LIST_SESSIONS, "date<=2026-10-05", sorts[i], by_id || down ? "1 4" : "4 1");
		expect(s, CH_LIST_SESSIONS, "-date:2026-11-02", sorts[i], by_id || down ? "1 4" : "4 1");
	}
	expect(s, CH_LIST_PAIRINGS, "due<2027-01-01", "next_due_on", "4 1");
	expect(s, CH_LIST_PAIRINGS, "due<2027-01-01", "-next_due_on", "1 4");
	expect(s, CH_LIST_PAIRINGS, "due>2026-11-27", "next_due_on", "1");
	expect(s, CH_LIST_PAIRINGS, "due:-", "next_due_on", "2 3");
	assert_string_equal(list_scheme_ids(s, (struct ch_list_query){.list = CH_LIST_SESSIONS,
								      .sort = "session_date",
								      .filter = "date>=2026-10-05",
								      .from_id = 2,
								      .from_value = "2026-11-02",
								      .backward = true}),
			    "1");
	assert_string_equal(list_scheme_ids(s, (struct ch_list_query){.list = CH_LIST_SESSIONS,
								      .sort = "session_date",
								      .filter = "date>=2026-10-05",
								      .from_id = 1,
								      .limit = 1}),
			    "2");
}

static void refuse(void **state, enum ch_list_id list, const char *text, const char *message, const char *fix)
{
	struct list_scheme *s = *state;
	struct filter_context context = {.info = list_info(list),
					 .faces = list_columns(list),
					 .today = ch_date_of(2026, 11, 23),
					 .arena = &s->arena};
	struct list_filter filter;
	struct ch_error err = CH_NO_ERROR;

	assert_int_equal(filter_parse(&context, text, &filter, &err), CH_DATA);
	assert_string_equal(err.message, message);
	assert_string_equal(err.fix, fix);
}

static void what_does_not_parse_is_refused(void **state)
{
	refuse(state, CH_LIST_PROGRAMMES, "sate:open",
	       "programmes have no field \"sate\" to filter by",
	       "did you mean state?");
	refuse(state, CH_LIST_AUDIT, "zzzzzzzzz:1",
	       "audit entries have no field \"zzzzzzzzz\" to filter by; there is seq, at, actor, channel, operation,"
	       " entity or object_id",
	       "to look for a text with a sign in it, put it in quotes: \"zzzzzzzzz:...\"");
	refuse(state, CH_LIST_PAIRINGS, "state:alive",
	       "\"alive\" cannot be looked for in state", "did you mean active?");
	refuse(state, CH_LIST_PAIRINGS, "state:clos",
	       "\"clos\" cannot be looked for in state", "did you mean closed?");
	refuse(state, CH_LIST_PAIRINGS, "state>active",
	       "state has no order, so it cannot be compared with < or >: write state:active", "");
	refuse(state, CH_LIST_PAIRINGS, "sessions:two",
	       "\"two\" cannot be looked for in sessions_held: it takes a whole number", "");
	refuse(state, CH_LIST_PAIRINGS, "sessions>1,2", "sessions is compared with more than one value: give one", "");
	refuse(state, CH_LIST_PAIRINGS, "state:", "\"state:\" lacks a value",
	       "write what to look for right behind the sign, or state:- for what is not known");
	refuse(state, CH_LIST_PAIRINGS, "state:active,", "\"state:active,\" lacks a value",
	       "write what to look for right behind the sign, or state:- for what is not known");
	refuse(state, CH_LIST_PEOPLE, "department:\"social",
	       "a quote of the filter is not closed: department:\"social",
	       "quotes come in pairs, as in department:\"social care\"");
	refuse(state, CH_LIST_SESSIONS, "complete:maybe",
	       "\"maybe\" cannot be looked for in complete: it takes yes or no", "");
	refuse(state, CH_LIST_SESSIONS, "length:long",
	       "\"long\" cannot be looked for in minutes: it takes a length of time, as 45 or 1h15", "");
	refuse(state, CH_LIST_PEOPLE, "\xff", "the filter \"\\xff\" is not valid UTF-8", "");
	refuse(state, CH_LIST_PEOPLE, "a b c d e f g h i j k l m n o p q",
	       "the filter has over 16 words; \"q\" is one too many", "");
	refuse(state, CH_LIST_PEOPLE, "id:1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17",
	       "id is given over 16 values; split the filter", "");
}

static void a_date_that_is_none_is_refused_as_everywhere(void **state)
{
	struct list_scheme *s = *state;
	struct filter_context context = {.info = list_info(CH_LIST_PAIRINGS),
					 .faces = list_columns(CH_LIST_PAIRINGS),
					 .arena = &s->arena};
	struct list_filter filter;

	assert_int_equal(filter_parse(&context, "last<soonish", &filter, &s->err), CH_DATA);
	assert_non_null(strstr(s->err.message, "\"soonish\""));
}

/* The greatest filter there may be stays within what SQLite takes. */
static void the_longest_filter_runs(void **state)
{
	struct list_scheme *s = *state;
	struct ch_buffer filter = CH_BUFFER_EMPTY;

	for (int i = 0; i < LIST_MOST_TERMS; i++) {
		ch_buffer_add(&filter, i > 0 ? " -guide:a" : "guide:a");
		for (int j = 1; j < LIST_MOST_VALUES; j++)
			ch_buffer_add(&filter, ",b");
	}
	expect(s, CH_LIST_PAIRINGS, filter.text, NULL, "");
	ch_buffer_release(&filter);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, list_scheme_setup, list_scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_words_search_names),
		TEST(texts_are_searched_folded),
		TEST(choices_go_by_code_label_or_start),
		TEST(lists_go_by_term),
		TEST(numbers_and_lengths_are_compared),
		TEST(dates_are_compared),
		TEST(a_length_without_a_sign_counts_from_today),
		TEST(r12_the_newly_appointed_are_found),
		TEST(the_column_of_the_order_is_bounded_alike),
		TEST(what_does_not_parse_is_refused),
		TEST(a_date_that_is_none_is_refused_as_everywhere),
		TEST(the_longest_filter_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
