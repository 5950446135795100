/*
 * Cells into values, and what is said of those that are not understood.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/import/value.h"

static struct ch_arena arena;
static struct import_lexicon lexicon;

static int setup(void **state)
{
	(void)state;
	arena = CH_ARENA_EMPTY;
	import_lexicon_read(&lexicon, NULL, &arena);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	ch_arena_release(&arena);
	return 0;
}

static struct import_how how_of(const char *field)
{
	struct import_how how = {
		.lexicon = &lexicon,
		.field = ch_field_named(ch_entity_of(CH_PERSON), field),
		.order = IMPORT_DMY,
	};

	assert_non_null(how.field);
	return how;
}

/* A cell, the value it gives (NULL: none), and what is said of it (NULL: nothing). */
struct expectation {
	const char *cell, *text, *message;
};

static void expect(struct import_how how, const struct expectation *list, size_t count, enum import_reason reason)
{
	for (size_t i = 0; i < count; i++) {
		struct import_value value = import_value_read(&how, list[i].cell, &arena);

		if (list[i].text)
			assert_string_equal(value.text, list[i].text);
		else
			assert_null(value.text);
		if (list[i].message) {
			assert_non_null(value.message);
			assert_string_equal(value.message, list[i].message);
		} else {
			assert_null(value.message);
		}
		assert_int_equal(value.reason, list[i].message ? reason : IMPORT_NO_REASON);
	}
}

#define EXPECT(how, list, reason) expect((how), (list), sizeof(list) / sizeof(*(list)), (reason))

static void test_texts(void **state)
{
	static const struct expectation list[] = {
		{"  Town \xc2\xa0 centre ", "Town centre", NULL},
		{"n/a", NULL, NULL},
		{"\xe2\x80\x93", NULL, NULL},
		{"tbc", NULL, NULL},
		{"", NULL, NULL},
		{"'=Ward", "=Ward", NULL},
		{"''-x", "'-x", NULL},
		{"'tis", "'tis", NULL},
		{"=\"007\"", "007", NULL},
	};

	(void)state;
	EXPECT(how_of("location"), list, IMPORT_NO_REASON);
}

static void test_names_are_never_not_given(void **state)
{
	static const struct expectation list[] = {{"Null", "Null", NULL}, {"None", "None", NULL}, {"Na", "Na", NULL},
						  {" ", NULL, NULL}};

	(void)state;
	EXPECT(how_of("last_name"), list, IMPORT_NO_REASON);
}

static void test_control_characters_are_announced(void **state)
{
	static const struct expectation list[] = {
		{"River\x1b[31mside\x07", "River[31mside", "has 2 control characters, which are left out"},
		{"a\xc2\x9b" "b", "ab", "has 1 control character, which is left out"},
		{"a\xe2\x80\xae" "b", "ab", "has 1 control character, which is left out"},
		{"\xe2\x80\x8e" "ab\xef\xbb\xbf", "ab", NULL},
		{"a\xef\xbf\xbf" "b", "ab", "has 1 control character, which is left out"},
		{"a\x0b" "b\u2028c", "a b c", NULL},
	};

	(void)state;
	EXPECT(how_of("location"), list, IMPORT_CONTROL_CHARACTERS);
}

static void test_emails(void **state)
{
	static const struct expectation good[] = {
		{"ann.lee@example.org", "ann.lee@example.org", NULL},
		{" Ann.Lee@Example.org ", "Ann.Lee@Example.org", NULL},
		{"\xe2\x80\x8b" "a@example.org", "a@example.org", NULL},
		{"N/A", NULL, NULL},
	};
	static const struct expectation mended[] = {
		{"mailto:ann@example.org", "ann@example.org", "is read as ann@example.org"},
		{"Ann Lee <ann@example.org>", "ann@example.org", "is read as ann@example.org"},
		{"ann@example.org.", "ann@example.org", "is read as ann@example.org"},
		{"ann\xef\xbc\xa0" "example.org", "ann@example.org", "is read as ann@example.org"},
	};
	static const struct expectation bad[] = {
		{"ann.lee@example,org", NULL, "has a comma where a dot belongs"},
		{"ann lee@example.org", NULL, "has a blank in it"},
		{"ann.example.org", NULL, "has no @"},
		{"a@example.org; b@example.org", NULL, "is more than one address; one is needed"},
		{"a@@example.org", NULL, "has more than one @"},
		{"@example.org", NULL, "has nothing before the @"},
		{"ann@", NULL, "has nothing after the @"},
		{"ann@example", NULL, "has no dot after the @, as in example.org"},
		{"ann@example..org", NULL, "has a dot too many"},
		{"ann@.example.org", NULL, "has a dot too many"},
		{"ann.@example.org", NULL, "has a dot too many"},
		{"ann.lee@example", NULL, "has no dot after the @, as in example.org"},
		{".ann@example.org", NULL, "has a dot too many"},
		{"ann(home)@example.org", NULL, "has a sign in it that no address has"},
	};
	static const struct expectation unusual[] = {
		{"\xd0\xb0nn@example.org", "\xd0\xb0nn@example.org",
		 "has letters that addresses rarely have; one may only look like the right one"},
	};

	(void)state;
	EXPECT(how_of("email"), good, IMPORT_NO_REASON);
	EXPECT(how_of("email"), mended, IMPORT_EMAIL_MENDED);
	EXPECT(how_of("email"), bad, IMPORT_BAD_EMAIL);
	EXPECT(how_of("email"), unusual, IMPORT_EMAIL_UNUSUAL);
	assert_true(import_email("ann", &arena).rejected);
	assert_string_equal(import_email("ann@example,org", &arena).suggestion, "ann@example.org");
	assert_false(import_email("mailto:ann@example.org", &arena).rejected);
}

/* Only a person's own address is what the row is known by. */
static void test_a_bad_address_of_the_manager_does_not_reject(void **state)
{
	struct import_how how = how_of("manager_email");

	(void)state;
	assert_int_equal(import_value_read(&how, "the boss", &arena).reason, IMPORT_BAD_EMAIL);
	assert_false(import_value_read(&how, "the boss", &arena).rejected);
}

static void test_phones_are_text(void **state)
{
	static const struct expectation good[] = {
		{"07700 900123", "07700 900123", NULL},
		{"=\"07700900123\"", "07700900123", NULL},
		{"'+44 (0)7700 900123", "+44 (0)7700 900123", NULL},
		{"01632 960000 / 07700 900600", "01632 960000 / 07700 900600", NULL},
		{"\xe2\x80\x8e" "07700 900123", "07700 900123", NULL},
	};
	static const struct expectation bad[] = {
		{"4.47701E+11", NULL, "is a phone number whose last digits a spreadsheet has lost; it is left out"},
		{"ask her sister", NULL, "has no digit, so it is no phone number; it is left out"},
	};

	(void)state;
	EXPECT(how_of("phone"), good, IMPORT_NO_REASON);
	EXPECT(how_of("phone"), bad, IMPORT_BAD_PHONE);
}

static void test_hours(void **state)
{
	static const struct expectation good[] = {
		{"4", "4", NULL},
		{"4 hrs", "4", NULL},
		{"1,5", "1.5", NULL},
		{"2.5 hours", "2.5", NULL},
		{"two", "2", NULL},
		{"90 min", "1.5", NULL},
		{"1h30", "1.5", NULL},
		{"up to 3 hours per "
		 "month",
		 "3", NULL},
		{"\xef\xbc\x94", "4", NULL},
		{"about 2", "2", NULL},
		{"-", NULL, NULL},
		{"2 hours a "
		 "month",
		 "2", NULL},
		{"2,5 Std. pro Monat", "2.5", NULL},
		{"environ 3 heures", "3", NULL},
		{"hasta 4 horas al mes", "4", NULL},
	};
	static const struct expectation bad[] = {
		{"3-4", NULL, "is a range, not one number of hours; it is left out"},
		{"3 \xe2\x80\x93 4 hrs", NULL, "is a range, not one number of hours; it is left out"},
		{"2 to 4", NULL, "is a range, not one number of hours; it is left out"},
		{"2 h to 4", NULL, "is a range, not one number of hours; it is left out"},
		{"2 a 4 horas", NULL, "is a range, not one number of hours; it is left out"},
		{"lots", NULL, "is not a number of hours; it is left out"},
		{"5+", NULL, "is not a number of hours; it is left out"},
	};
	static const struct expectation far[] = {
		{"-1", NULL, "is not between 0 and 744; it is left out"},
		{"1,000,000", NULL, "is not between 0 and 744; it is left out"},
	};

	(void)state;
	EXPECT(how_of("hours_per_month"), good, IMPORT_NO_REASON);
	EXPECT(how_of("hours_per_month"), bad, IMPORT_BAD_HOURS);
	EXPECT(how_of("hours_per_month"), far, IMPORT_NUMBER_RANGE);
}

static void test_numbers(void **state)
{
	static const struct expectation good[] = {
		{"2", "2", NULL}, {"2.0", "2", NULL}, {"two", "2", NULL}, {"2 mentees", "2", NULL},
		{"max 3", "3", NULL}, {"0", "0", NULL}, {"n/a", NULL, NULL}, {"one person", "1", NULL},
	};
	static const struct expectation bad[] = {
		{"1-2", NULL, "is a range, not one number; it is left out"},
		{"1 or 2", NULL, "is a range, not one number; it is left out"},
		{"one or two", NULL, "is a range, not one number; it is left out"},
		{"eins bis drei", NULL, "is a range, not one number; it is left out"},
		{"2.5", NULL, "is not a whole number; it is left out"},
		{"depends", NULL, "is not a number; it is left out"},
	};
	static const struct expectation far[] = {
		{"1000", NULL, "is not between 0 and 99; it is left out"},
		{"\xe2\x88\x92" "1", NULL, "is not between 0 and 99; it is left out"},
	};

	(void)state;
	EXPECT(how_of("capacity"), good, IMPORT_NO_REASON);
	EXPECT(how_of("capacity"), bad, IMPORT_BAD_NUMBER);
	EXPECT(how_of("capacity"), far, IMPORT_NUMBER_RANGE);
	assert_string_equal(import_value_read(&(struct import_how){.lexicon = &lexicon, .field = how_of("grade").field},
					      "Grade 7", &arena)
				    .text,
			    "7");
}

static void test_dates(void **state)
{
	static const struct expectation good[] = {
		{"2026-03-05", "2026-03-05", NULL},
		{"05/03/2026", "2026-03-05", NULL},
		{"5.3.26", "2026-03-05", NULL},
		{"20260305", "2026-03-05", NULL},
		{"2026/01/05 3:47:21 am GMT", "2026-01-05", NULL},
		{"2026-01-05T09:00:00Z", "2026-01-05", NULL},
		{"5 March 2026", "2026-03-05", NULL},
		{"March 5th, 2026", "2026-03-05", NULL},
		{"Thu 5-Mar-26", "2026-03-05", NULL},
		{"1st of Sept 2026", "2026-09-01", NULL},
		{"46086", "2026-03-05", NULL},
		{"46086.75", "2026-03-05", NULL},
		{"tbc", NULL, NULL},
	};
	static const struct expectation bad[] = {
		{"31/02/2026", NULL, "is no date; it is left out"}, {"soon", NULL, "is no date; it is left out"},
		{"12", NULL, "is no date; it is left out"},
		{"5/3", NULL, "is a day without a year; it is left out"},
		{"14 Sept", NULL, "is a day without a year; it is left out"},
		{"Sept 26", NULL, "may be the day 26, or the year 2026; it is left out"},
		{"2026", NULL, "is a year without a day; it is left out"},
		{"30 Feb", NULL, "is no date; it is left out"}, {"Mar Apr", NULL, "is no date; it is left out"},
	};
	static const struct expectation months[] = {
		{"March 2026", "2026-03-01", "is read as 2026-03-01, the first day of the month"},
		{"3/2026", "2026-03-01", "is read as 2026-03-01, the first day of the month"},
		{"Mar-26", "2026-03-01", "is read as 2026-03-01, the first day of the month"},
		{"Mar '26", "2026-03-01", "is read as 2026-03-01, the first day of the month"},
	};
	static const struct expectation order[] = {
		{"03/25/2026", NULL, "is no date with the day first; it is left out"},
	};
	struct import_how how = how_of("start_date");

	(void)state;
	EXPECT(how, good, IMPORT_NO_REASON);
	EXPECT(how, bad, IMPORT_BAD_DATE);
	EXPECT(how, months, IMPORT_SHORT_DATE);
	EXPECT(how, order, IMPORT_DATE_ORDER);
	how.order = IMPORT_MDY;
	assert_string_equal(import_value_read(&how, "05/03/2026", &arena).text, "2026-05-03");
	how.order = IMPORT_YMD;
	assert_string_equal(import_value_read(&how, "26-03-05", &arena).text, "2026-03-05");
	how.order_unclear = true;
	assert_null(import_value_read(&how, "05/03/2026", &arena).text);
	assert_string_equal(import_value_read(&how, "2026-03-05", &arena).text, "2026-03-05");
}

/* What a day without a year is taken for depends on what it is a day of, on today, and on other years in the list. */
static void a_year_that_is_left_out(void **state)
{
	static const struct expectation past[] = {
		{"14/9", "2026-09-14", "has no year, and is read as 2026-09-14: the last one before today"},
		{"14.9.", "2026-09-14", "has no year, and is read as 2026-09-14: the last one before today"},
		{"Sept 14", "2026-09-14", "has no year, and is read as 2026-09-14: the last one before today"},
		{"23 Nov", "2026-11-23", "has no year, and is read as 2026-11-23: the last one before today"},
	};
	static const struct expectation long_ago[] = {
		{"24 Nov", NULL, "is a day without a year; it is left out"},
		{"1/5", NULL, "is a day without a year; it is left out"},
	};
	static const struct expectation of_list[] = {
		{"14/9", "2025-09-14", "has no year, and is read as 2025-09-14: the name of the list has the year"},
	};
	static const struct expectation ends[] = {
		{"12/2027", "2027-12-31", "is read as 2027-12-31, the last day of the month"},
		{"12/27", "2027-12-31", "is read as 2027-12-31, the last day of the month"},
		{"Feb 2028", "2028-02-29", "is read as 2028-02-29, the last day of the month"},
	};
	struct import_how how = how_of("start_date");

	(void)state;
	how.today = ch_date_of(2026, 11, 23);
	how.use = IMPORT_DAY_PAST;
	EXPECT(how, past, IMPORT_SHORT_DATE);
	EXPECT(how, long_ago, IMPORT_BAD_DATE);
	assert_string_equal(import_value_read(&how, "24 Nov", &arena).suggestion, "2025-11-24");
	how.year_of_list = 2025;
	EXPECT(how, of_list, IMPORT_SHORT_DATE);
	/* The others of the column are of another year. */
	how.year_of_list = 0;
	how.year_of_samples = 2025;
	assert_null(import_value_read(&how, "14/9", &arena).text);
	how.use = IMPORT_DAY_END;
	EXPECT(how, ends, IMPORT_SHORT_DATE);
	/* The two met on a day of the month, and nobody knows which. */
	how.use = IMPORT_DAY_EXACT;
	assert_null(import_value_read(&how, "March 2026", &arena).text);
}

static void test_date_proof(void **state)
{
	bool open;

	(void)state;
	assert_int_equal(import_date_proof(&lexicon, "20/06/2026", &open), IMPORT_DMY);
	assert_true(open);
	assert_int_equal(import_date_proof(&lexicon, "6/20/2026 9:10", &open), IMPORT_MDY);
	assert_int_equal(import_date_proof(&lexicon, "05/03/2026", &open), IMPORT_ORDER_NONE);
	assert_true(open);
	assert_int_equal(import_date_proof(&lexicon, "05/05/2026", &open), IMPORT_ORDER_NONE);
	assert_false(open);
	assert_int_equal(import_date_proof(&lexicon, "2026-06-20", &open), IMPORT_ORDER_NONE);
	assert_false(open);
}

static void test_terms(void **state)
{
	static const struct expectation skills[] = {
		{"Gardening; Interview practice", "Gardening; Interview practice", NULL},
		{"CV writing, Budgeting", "CV writing; Budgeting", NULL},
		{"Planning, costing; Law;", "Planning, costing; Law", NULL},
		{"Coaching / Mentoring", "Coaching / Mentoring", NULL},
		{"Law and order", "Law and order", NULL},
		{"- Law\n- Tax, VAT\n", "Law; Tax, VAT", NULL},
		{"\xe2\x80\xa2 Law \xe2\x80\xa2 Tax", "Law; Tax", NULL},
		{"Law|Tax", "Law; Tax", NULL},
		{"Law, law , LAW", "Law", NULL},
		{"none", NULL, NULL},
		{" ; , ", NULL, NULL},
	};
	static const struct expectation languages[] = {
		{"English / Urdu", "English; Urdu", NULL},
		{"English, Punjabi", "English; Punjabi", NULL},
		{"English; Welsh", "English; Welsh", NULL},
		{"English and Welsh & Irish", "English; Welsh; Irish", NULL},
	};

	(void)state;
	EXPECT(how_of("offers"), skills, IMPORT_NO_REASON);
	EXPECT(how_of("languages"), languages, IMPORT_NO_REASON);
}

static void test_roles(void **state)
{
	static const struct expectation good[] = {
		{"Mentor", "mentor", NULL},
		{"MENTEES", "mentee", NULL},
		{"Mentor & mentee", "mentor; mentee", NULL},
		{"Both", "mentor; mentee", NULL},
		{"I would like to be a mentor", "mentor", NULL},
		{"Coach, Coachee", "coach; coachee", NULL},
		{"Mentoring;Mentee", "mentee", NULL},
		{"n/a", NULL, NULL},
	};
	static const struct expectation bad[] = {
		{"Treasurer", NULL, "is no role; it is left out"},
		{"Not a mentor", NULL, "is no role; it is left out"},
		{"Mentor Coordinator", NULL, "is no role; it is left out"},
	};
	struct import_how how = how_of("roles");

	(void)state;
	EXPECT(how, good, IMPORT_NO_REASON);
	EXPECT(how, bad, IMPORT_BAD_ROLE);
	how.coaching = true;
	assert_string_equal(import_value_read(&how, "both", &arena).text, "coach; coachee");
}

static void test_yes_and_no_columns(void **state)
{
	static const struct expectation good[] = {
		{"Y", "mentor", NULL}, {"yes", "mentor", NULL}, {"1", "mentor", NULL},	    {"x", "mentor", NULL},
		{"✓", "mentor", NULL}, {"N", NULL, NULL},	{"0", NULL, NULL},	    {"\xe2\x80\x93", NULL,
											     NULL},
		{"", NULL, NULL},      {"Mentor", "mentor", NULL}, {"FALSE", NULL, NULL},
	};
	static const struct expectation bad[] = {{"maybe", NULL, "is neither yes nor no; it is left out"}};
	struct import_how how = how_of("roles");

	(void)state;
	how.role = CH_ROLE_MENTOR;
	EXPECT(how, good, IMPORT_NO_REASON);
	EXPECT(how, bad, IMPORT_BAD_YES_NO);
}

static void test_choices(void **state)
{
	static const struct expectation good[] = {
		{"Phone", "phone", NULL}, {"by e-mail", "email", NULL}, {"SMS", "text", NULL}, {"letter", "post",
												NULL}};
	struct import_how how = how_of("contact_preference");

	(void)state;
	EXPECT(how, good, IMPORT_NO_REASON);
	assert_int_equal(import_value_read(&how, "pigeon", &arena).reason, IMPORT_BAD_CHOICE);
	assert_false(import_value_read(&how, "pigeon", &arena).rejected);
}

static void test_too_long(void **state)
{
	char text[301];
	struct import_how name = how_of("name"), location = how_of("location");

	(void)state;
	memset(text, 'x', 300);
	text[300] = '\0';
	assert_true(import_value_read(&name, text, &arena).rejected);
	assert_string_equal(import_value_read(&name, text, &arena).message, "has more than 200 characters");
	assert_false(import_value_read(&location, text, &arena).rejected);
	assert_null(import_value_read(&location, text, &arena).text);
	text[200] = '\0';
	assert_int_equal(import_value_read(&name, text, &arena).reason, IMPORT_NO_REASON);
}

static void test_notes_keep_their_lines(void **state)
{
	static const struct expectation list[] = {{"Get better.\r\nLearn, too. \n\n", "Get better.\nLearn, "
										      "too.", NULL}};

	(void)state;
	EXPECT(how_of("notes"), list, IMPORT_NO_REASON);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_names_are_never_not_given),
		cmocka_unit_test(test_control_characters_are_announced),
		cmocka_unit_test(test_emails),
		cmocka_unit_test(test_a_bad_address_of_the_manager_does_not_reject),
		cmocka_unit_test(test_phones_are_text),
		cmocka_unit_test(test_hours),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(a_year_that_is_left_out),
		cmocka_unit_test(test_date_proof),
		cmocka_unit_test(test_terms),
		cmocka_unit_test(test_roles),
		cmocka_unit_test(test_yes_and_no_columns),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_notes_keep_their_lines),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
