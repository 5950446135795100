/* Finding the one record that a text names. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "list_scheme.h"

static void finds(void **state, enum ch_entity_id entity, const char *text, int64_t wanted)
{
	struct list_scheme *s = *state;
	int64_t id = 0;

	if (ch_find(&s->c, entity, text, &id, &s->err) != CH_OK)
		fail_msg("\"%s\": %s", text, s->err.message);
	assert_int_equal(id, wanted);
}

static void fails(void **state, enum ch_entity_id entity, const char *text, enum ch_status status, const char *message,
		  const char *fix)
{
	struct list_scheme *s = *state;
	struct ch_error err = CH_NO_ERROR;
	int64_t id = 0;

	assert_int_equal(ch_find(&s->c, entity, text, &id, &err), status);
	assert_string_equal(err.message, message);
	assert_string_equal(err.fix, fix);
	assert_int_equal(id, 0);
}

#define HOW_A_PERSON "a number, an e-mail address, or a part of a name finds a person"
#define HOW_A_PAIRING "its number, \"GUIDE / LEARNER\", or one of the two finds a pairing"

static void a_number_is_a_record(void **state)
{
	finds(state, CH_PERSON, "3", 3);
	finds(state, CH_PROGRAMME, "2", 2);
	finds(state, CH_PAIRING, " 4 ", 4);
	finds(state, CH_PROPOSAL, "1", 1);
	finds(state, CH_SESSION, "4", 4);
	finds(state, CH_ACTION, "2", 2);
	finds(state, CH_GOAL, "1", 1);
	finds(state, CH_IMPORT_BATCH, "1", 1);
	finds(state, CH_ENROLMENT, "5", 5);
	fails(state, CH_SESSION, "99", CH_MISSING, "there is no session with the number 99", "");
	fails(state, CH_SESSION, "last one", CH_DATA, "\"last one\" is no number; a session is named by its number",
	      "the list of sessions shows the numbers");
	fails(state, CH_PERSON, "99999999999999999999", CH_MISSING, "no person is found by \"99999999999999999999\"",
	      HOW_A_PERSON);
	fails(state, CH_PERSON, "  ", CH_DATA, "no person is named", "");
	fails(state, CH_SPELL, "1", CH_USAGE, "a spell has no name and no number of its own to be found by", "");
	fails(state, CH_PERSON, "\xc3", CH_DATA, "\"\\xc3\" is not valid UTF-8", "");
}

static void a_person_goes_by_address_or_name(void **state)
{
	finds(state, CH_PERSON, "ANN@example.org", 1);
	finds(state, CH_PERSON, "bo@EXAMPLE.org", 2);
	finds(state, CH_PERSON, "ann lee", 1);
	finds(state, CH_PERSON, "Lee, Ann", 1);
	finds(state, CH_PERSON, "leeson", 4);
	finds(state, CH_PERSON, "bo diaz", 2);
	finds(state, CH_PERSON, "okafor che", 3);
	finds(state, CH_PERSON, "nov", 5);
	/* What searching also looks at is no name. */
	fails(state, CH_PERSON, "budgets", CH_MISSING, "no person is found by \"budgets\"", HOW_A_PERSON);
	fails(state, CH_PERSON, "nobody@example.org", CH_MISSING, "no person is found by \"nobody@example.org\"",
	      HOW_A_PERSON);
	fails(state, CH_PERSON, ",", CH_MISSING, "no person is found by \",\"", HOW_A_PERSON);
	fails(state, CH_PERSON, "%", CH_MISSING, "no person is found by \"%\"", HOW_A_PERSON);
}

static void several_people_are_told_apart(void **state)
{
	struct list_scheme *s = *state;
	int64_t id;

	fails(state, CH_PERSON, "ann", CH_DATA,
	      "several people are found by \"ann\": "
	      "Ann Lee (no. 1, ann@example.org); Ann Leeson (no. 4, leeson@example.org)",
	      "say which by its number, as in 1");
	fails(state, CH_PERSON, "Sam Khan", CH_DATA,
	      "several people are found by \"Sam Khan\": Sam Khan (no. 7, sam@example.org); Sam Khan (no. 8)",
	      "say which by its number, as in 7");
	list_scheme_fill(s, 40);
	assert_int_equal(ch_find(&s->c, CH_PERSON, "person", &id, &s->err), CH_DATA);
	assert_non_null(strstr(s->err.message, "Person 1 (no. 1003"));
	assert_non_null(strstr(s->err.message, "; and more"));
	assert_null(strstr(s->err.message, "no. 1006"));
}

static void a_programme_goes_by_the_start_of_its_name(void **state)
{
	finds(state, CH_PROGRAMME, "autumn", 1);
	finds(state, CH_PROGRAMME, "COACHING C", 2);
	finds(state, CH_PROGRAMME, "coaching", 3);
	fails(state, CH_PROGRAMME, "coach", CH_DATA,
	      "several programmes are found by \"coach\": "
	      "Coaching (no. 3); Coaching circle (no. 2)",
	      "say which by its number, as in 3");
	fails(state, CH_PROGRAMME, "mentoring", CH_MISSING, "no programme is found by \"mentoring\"",
	      "a number, or how its name begins, finds a programme");
}

static void a_pairing_goes_by_its_people(void **state)
{
	finds(state, CH_PAIRING, "Ann Lee / Bo Diaz", 1);
	finds(state, CH_PAIRING, "Ann Lee - Bo Diaz", 1);
	finds(state, CH_PAIRING, "bo/ann lee", 1);
	finds(state, CH_PAIRING, "ann@example.org / bo@example.org", 1);
	/* Ann is one of two; of Bo's partners there is but one. */
	finds(state, CH_PAIRING, "ann / bo", 1);
	finds(state, CH_PAIRING, "jun / ann", 3);
	/* Of two the live one. */
	finds(state, CH_PAIRING, "Ann Lee / Chen", 4);
	finds(state, CH_PAIRING, "chen", 4);
	finds(state, CH_PAIRING, "bo@example.org", 1);
	finds(state, CH_PAIRING, "jun", 3);
	/* After a hand-over the one that goes on is meant, while the feedback of the other is awaited. */
	list_scheme_sql(*state, "UPDATE pairing SET state = 'closing' WHERE pairing_id = 2;");
	finds(state, CH_PAIRING, "Ann Lee / Chen", 4);
	finds(state, CH_PAIRING, "chen", 4);
	fails(state, CH_PAIRING, "Ann Lee", CH_DATA,
	      "several pairings are found by \"Ann Lee\": no. 1 Ann Lee / Bo D\u00edaz (Autumn mentoring, active);"
	      " no. 4 Ann Lee / Chen Okafor (Autumn mentoring, contracting)",
	      "say which by its number, as in 1");
	fails(state, CH_PAIRING, "jun / chen", CH_MISSING, "no pairing is found by \"jun / chen\"", HOW_A_PAIRING);
	fails(state, CH_PAIRING, "wen", CH_MISSING, "no pairing is found by \"wen\"", HOW_A_PAIRING);
	fails(state, CH_PAIRING, "nobody / bo", CH_MISSING, "no person is found by \"nobody\"", HOW_A_PERSON);
	fails(state, CH_PAIRING, "ann / sam", CH_DATA,
	      "several people are found by \"ann\": "
	      "Ann Lee (no. 1, ann@example.org); Ann Leeson (no. 4, leeson@example.org)",
	      "say which by its number, as in 1");
}

static void a_closed_pairing_is_found_where_there_is_no_other(void **state)
{
	list_scheme_sql(*state, "UPDATE pairing SET state = 'closed' WHERE pairing_id = 1;");
	finds(state, CH_PAIRING, "bo", 1);
	list_scheme_sql(*state, "UPDATE pairing SET state = 'closed';");
	fails(state, CH_PAIRING, "chen", CH_DATA,
	      "several pairings are found by \"chen\": no. 2 Ann Lee / Chen Okafor (Autumn mentoring, closed);"
	      " no. 4 Ann Lee / Chen Okafor (Autumn mentoring, closed)",
	      "say which by its number, as in 2");
}

static void who_guides_is_told_by_the_order(void **state)
{
	list_scheme_sql(*state,
			"INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id,"
			" state, made_on,"
			" sessions_held, open_actions, unfinished_records) VALUES (5, 1, 1, 'mentoring', 2, 1,"
			" 'active',"
			" '2026-11-01', 0, 0, 0);");
	finds(state, CH_PAIRING, "Ann Lee / Bo", 1);
	finds(state, CH_PAIRING, "Bo / Ann Lee", 5);
	finds(state, CH_PAIRING, "bo / ann", 5);
	finds(state, CH_PAIRING, "ann / bo", 1);
}

static void only_what_is_theirs_is_found(void **state)
{
	list_scheme_act_as(*state, 2);
	finds(state, CH_PERSON, "ann", 1);
	finds(state, CH_PERSON, "ann@example.org", 1);
	finds(state, CH_PAIRING, "ann", 1);
	finds(state, CH_PAIRING, "Ann Lee / Bo", 1);
	finds(state, CH_SESSION, "1", 1);
	fails(state, CH_PERSON, "chen", CH_MISSING, "no person is found by \"chen\"", HOW_A_PERSON);
	fails(state, CH_PERSON, "jun@example.org", CH_MISSING, "no person is found by \"jun@example.org\"",
	      HOW_A_PERSON);
	fails(state, CH_PERSON, "3", CH_MISSING, "there is no person with the number 3", "");
	fails(state, CH_PAIRING, "2", CH_MISSING, "there is no pairing with the number 2", "");
	fails(state, CH_SESSION, "4", CH_MISSING, "there is no session with the number 4", "");
	fails(state, CH_PROPOSAL, "1", CH_MISSING, "there is no proposal with the number 1", "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, list_scheme_setup, list_scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_number_is_a_record),
		TEST(a_person_goes_by_address_or_name),
		TEST(several_people_are_told_apart),
		TEST(a_programme_goes_by_the_start_of_its_name),
		TEST(a_pairing_goes_by_its_people),
		TEST(a_closed_pairing_is_found_where_there_is_no_other),
		TEST(who_guides_is_told_by_the_order),
		TEST(only_what_is_theirs_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
