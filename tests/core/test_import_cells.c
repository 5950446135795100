/*
 * What real rosters have in their cells, kind of trouble by kind of trouble:
 * the cell, what it is read as, and what is said of it. A cell that nothing is
 * said of is read as anybody would read it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/text.h"
#include "import_pipe.h"

struct trouble {
	const char *called;
	const char *heading, *cell;
	const char *value; /* NULL: none */
	const char *said;  /* a part of it; NULL: nothing at all */
};

static const struct trouble several_values[] = {
	{"semicolons", "Expertise", "Budgets; Writing", "Budgets; Writing", NULL},
	{"commas", "Expertise", "Budgets, Writing", "Budgets; Writing", NULL},
	{"bars", "Expertise", "Budgets|Writing", "Budgets; Writing", NULL},
	{"a line each", "Expertise", "Budgets\nWriting", "Budgets; Writing", NULL},
	{"bullets", "Expertise", "• Budgets\n• Writing", "Budgets; Writing", NULL},
	{"bullets in one line", "Expertise", "• Budgets • Writing", "Budgets; Writing", NULL},
	{"and, in languages", "Languages", "English and Welsh", "English; Welsh", NULL},
	{"and, in a term", "Expertise", "Health and safety", "Health and safety", NULL},
	{"a separator at the end", "Expertise", "Budgets, Writing, ", "Budgets; Writing", NULL},
	{"Google joins by comma and blank", "Expertise", "Budgets, Writing, Law", "Budgets; Writing; Law", NULL},
	{"Microsoft by semicolon, with one at the end", "Expertise", "Budgets;Law, tax;", "Budgets; Law, tax", NULL},
	{"no-break spaces", "Expertise", "Budgets\u00a0;\u00a0Writing\u00a0", "Budgets; Writing", NULL},
	{"a slash in a term", "Expertise", "Coaching / Mentoring", "Coaching / Mentoring", NULL},
	{"a slash between languages", "Languages", "English / Urdu", "English; Urdu", NULL},
	{"the stronger separator decides", "Expertise", "Law, tax\nBudgets", "Law, tax; Budgets", NULL},
	{"the same in capitals keeps the first spelling", "Expertise", "Law; LAW; law", "Law", NULL},
};

static const struct trouble names[] = {
	{"a title before", "Name", "Dr Ann Lee", "Dr Ann Lee", NULL},
	{"honours after", "Name", "Ann Lee MBE", "Ann Lee MBE", NULL},
	{"last, first", "Name", "Lee, Ann", "Lee, Ann", NULL},
	{"capitals are kept", "Name", "ANN LEE", "ANN LEE", NULL},
	{"small letters are kept", "Name", "bell hooks", "bell hooks", NULL},
	{"one word only", "Name", "Prince", "Prince", NULL},
	{"one letter", "Last name", "O", "O", NULL},
	{"particles", "Name", "Ineke van der Berg", "Ineke van der Berg", NULL},
	{"ap", "Name", "Rhys ap Gwilym", "Rhys ap Gwilym", NULL},
	{"Ó", "Last name", "Ó Néill", "Ó Néill", NULL},
	{"de la", "Last name", "de la Cruz", "de la Cruz", NULL},
	{"al-", "Last name", "al-Farsi", "al-Farsi", NULL},
	{"a curly apostrophe", "Last name", "O’Neill", "O’Neill", NULL},
	{"right to left", "Name", "مريم حداد", "مريم حداد", NULL},
	{"Hebrew", "Name", "נועה לוי", "נועה לוי", NULL},
	{"CJK", "Name", "田中花子", "田中花子", NULL},
	{"combining accents are put together (NFC)", "Name", "Zoe\u0308 Li", "Zoë Li", NULL},
	{"emoji", "Name", "Ann Lee 🌱", "Ann Lee 🌱", NULL},
	{"emoji of several characters", "Name", "Ann 👩‍🏫 Lee", "Ann 👩‍🏫 Lee", NULL},
	{"pronouns in brackets", "Name", "Ann Lee (she/her)", "Ann Lee (she/her)", NULL},
	{"blanks are tidied", "Name", "  Ann \t  Lee\u00a0", "Ann Lee", NULL},
	{"a line break", "Name", "Ann\nLee", "Ann Lee", NULL},
	{"Null is a surname", "Last name", "Null", "Null", NULL},
	{"None is a surname", "Last name", "None", "None", NULL},
	{"Na is a surname", "Last name", "Na", "Na", NULL},
	{"No is a given name", "First name", "No", "No", NULL},
	{"no name at all", "Name", "n/a", NULL, NULL},
	{"a dash", "Name", "-", NULL, "has no letter in it, so it is no name"},
	{"a letter that was lost", "Name", "Tomasz Wi?niewski", NULL,
	 "has a question mark in the place of a letter, which was lost when the list was saved"},
	{"somebody unsure", "Name", "Ann Lee?", "Ann Lee?", NULL},
	{"digits", "Name", "12345", NULL, "has no letter in it, so it is no name"},
	{"an address", "Name", "ann@example.org", "ann@example.org", "looks like an address"},
	{"accents spoilt before", "Name", "ZoÃ« Lee", "ZoÃ« Lee", "Did you mean Zoë Lee?"},
};

static const struct trouble not_given[] = {
	{"a dash", "Area", "-", NULL, NULL},	    {"a long dash", "Area", "–", NULL, NULL},
	{"n/a", "Area", "n/a", NULL, NULL},	    {"na", "Area", "na", NULL, NULL},
	{"none", "Area", "none", NULL, NULL},	    {"nil", "Area", "nil", NULL, NULL},
	{"null", "Area", "null", NULL, NULL},	    {"tbc", "Area", "TBC", NULL, NULL},
	{"tba", "Area", "tba", NULL, NULL},	    {"?", "Area", "?", NULL, NULL},
	{"keine", "Area", "keine", NULL, NULL},	    {"k. A.", "Area", "k. A.", NULL, NULL},
	{"aucun", "Area", "aucun", NULL, NULL},	    {"ninguno", "Area", "ninguno", NULL, NULL},
	{"geen", "Area", "geen", NULL, NULL},	    {"nenhum", "Area", "nenhum", NULL, NULL},
	{"dim", "Area", "dim", NULL, NULL},	    {"NL is a code", "Area", "NL", "NL", NULL},
	{"NO is a code", "Area", "NO", "NO", NULL},
};

static const struct trouble said_above[] = {
	{"ditto", "Area", "ditto", NULL, "points to another row; it is left out"},
	{"as above", "Area", "As above", NULL, "points to another row"},
	{"see above", "Offers", "(see above)", NULL, "points to another row"},
	{"an address is needed", "E-mail", "see above", NULL, "points to another row"},
	{"a mark", "Area", "\"", NULL, "points to another row"},
	{"siehe oben", "Area", "siehe oben", NULL, "points to another row"},
	{"ídem", "Area", "ídem", NULL, "points to another row"},
	{"more than that is a value", "Area", "Above Bar Street", "Above Bar Street", NULL},
	{"names are never so read", "Last name", "Ditto", "Ditto", NULL},
};

static const struct trouble dates[] = {
	{"ISO", "Start date", "2026-03-05", "2026-03-05", NULL},
	{"eight digits", "Start date", "20260305", "2026-03-05", NULL},
	{"dots", "Start date", "25.03.2026", "2026-03-25", NULL},
	{"two digits of the year", "Start date", "25-3-26", "2026-03-25", NULL},
	{"a month in words", "Start date", "5 March 2026", "2026-03-05", NULL},
	{"short, the month first", "Start date", "Mar 5, 2026", "2026-03-05", NULL},
	{"with the weekday", "Start date", "Thursday, 5th March 2026", "2026-03-05", NULL},
	{"a time stamp of a form", "Start date", "2026/02/03 9:10:07 am GMT", "2026-02-03", NULL},
	{"with a time", "Start date", "2026-03-05 09:10:07", "2026-03-05", NULL},
	{"a serial of Excel", "Start date", "46086", "2026-03-05", NULL},
	{"the first serial that counts", "Start date", "20000", "1954-10-03", NULL},
	{"the last serial that counts", "Start date", "80000", "2119-01-11", NULL},
	{"below them", "Start date", "19999", NULL, "is no date"},
	{"above them", "Start date", "80001", NULL, "is no date"},
	{"31/02", "Start date", "31/02/2026", NULL, "is no date"},
	{"soon", "Start date", "soon", NULL, "is no date"},
	{"0000-00-00", "Start date", "0000-00-00", NULL, "is no date"},
};

static const struct trouble numbers[] = {
	{"a decimal comma", "Hours per month", "2,5", "2.5", NULL},
	{"a decimal point", "Hours per month", "2.5", "2.5", NULL},
	{"a range", "Hours per month", "2-3", NULL, "is a range"},
	{"a word", "Hours per month", "two", "2", NULL},
	{"with its unit", "Hours per month", "4 hrs", "4", NULL},
	{"full-width digits", "Hours per month", "４", "4", NULL},
	{"full-width digits, of places", "Capacity", "２", "2", NULL},
	{"less than nothing", "Hours per month", "-1", NULL, "is not between 0 and 744"},
	{"with a real minus", "Capacity", "−1", NULL, "is not between 0 and 99"},
	{"a million", "Capacity", "a million", NULL, "is not a number"},
	{"a million in digits", "Capacity", "1000000", NULL, "is not between 0 and 99"},
	{"a word, of places", "Capacity", "two", "2", NULL},
	{"half a place", "Capacity", "1,5", NULL, "is not a whole number"},
};

static const struct trouble phones[] = {
	{"text, as typed", "Phone", "07700 900 123", "07700 900 123", NULL},
	{"with the country", "Phone", "+44 7700 900123", "+44 7700 900123", NULL},
	{"+44 (0)", "Phone", "+44 (0) 7700 900123", "+44 (0) 7700 900123", NULL},
	{"digits gone", "Phone", "4.47701E+11", NULL, "whose last digits a spreadsheet has lost"},
	{"digits gone, with a comma", "Phone", "4,47701E+11", NULL, "whose last digits a spreadsheet has lost"},
	{"a formula that keeps the zero", "Phone", "=\"07700900123\"", "07700900123", NULL},
	{"an apostrophe before", "Phone", "'07700900123", "07700900123", NULL},
	{"two in one cell", "Phone", "01632 960000 / 07700 900600", "01632 960000 / 07700 900600", NULL},
	{"an extension", "Phone", "01632 960000 ext. 12", "01632 960000 ext. 12", NULL},
	{"bidi marks of a contacts app", "Phone", "\u202a+44 7700 900123\u202c", "+44 7700 900123", NULL},
	{"no digit", "Phone", "ask her sister", NULL, "has no digit"},
};

static const struct trouble addresses[] = {
	{"the form with a name", "E-mail", "Ann Lee <ann@example.org>", "ann@example.org", "is read as"},
	{"the form with a quoted name", "E-mail", "\"Lee, Ann\" <ann@example.org>", "ann@example.org", "is read as"},
	{"mailto:", "E-mail", "mailto:ann@example.org", "ann@example.org", "is read as"},
	{"two in a cell", "E-mail", "a@example.org, b@example.org", NULL, "is more than one address"},
	{"two with a slash", "E-mail", "a@example.org / b@example.org", NULL, "is more than one address"},
	{"comma for dot", "E-mail", "ann@example,org", NULL, "Did you mean ann@example.org?"},
	{"a dot at the end", "E-mail", "ann@example.org.", "ann@example.org", "is read as"},
	{"full-width @", "E-mail", "ann＠example.org", "ann@example.org", "is read as"},
	{"zero-width characters", "E-mail", "ann\u200b@example.org", "ann@example.org", NULL},
	{"a byte order mark", "E-mail",
	 "\ufeff"
	 "ann@example.org",
	 "ann@example.org", NULL},
	{"one Cyrillic letter in the domain", "E-mail", "ann@ex\u0430mple.org", "ann@ex\u0430mple.org",
	 "may only look like"},
	{"one Cyrillic letter before the @", "E-mail", "\u0430nn@example.org", "\u0430nn@example.org",
	 "may only look like"},
	{"a letter beyond ASCII before the @", "E-mail", "zoë@example.org", "zoë@example.org", "rarely have"},
	{"N/A", "E-mail", "N/A", NULL, NULL},
	{"no @", "E-mail", "ann.example.org", NULL, "has no @"},
	{"two @", "E-mail", "ann@@example.org", NULL, "has more than one @"},
	{"a blank", "E-mail", "ann lee@example.org", NULL, "has a blank in it"},
	{"two dots", "E-mail", "ann@example..org", NULL, "has a dot too many"},
	{"a slip in a domain that many have", "E-mail", "ann@gmial.com", "ann@gmial.com",
	 "Did you mean ann@gmail.com?"},
	{"capitals are kept", "E-mail", "Ann.Lee@Example.ORG", "Ann.Lee@Example.ORG", NULL},
};

static const struct trouble hostile[] = {
	{"a formula is text", "Area", "=1+1", "=1+1", NULL},
	{"a formula that calls", "Area", "=HYPERLINK(\"http://example.net\")", "=HYPERLINK(\"http://example.net\")",
	 NULL},
	{"a guarded formula loses its guard", "Area", "'=1+1", "=1+1", NULL},
	{"ESC", "Area", "Ri\x1b[2Jver", "Ri[2Jver", "has 1 control character"},
	{"OSC", "Area", "Ri\x1b]0;owned\x07ver", "Ri]0;ownedver", "has 2 control characters"},
	{"C1", "Area", "Ri\xc2\x9bver", "River", "has 1 control character"},
	{"BEL", "Area", "Ri\x07ver", "River", "has 1 control character"},
	{"backspace", "Area", "Ri\x08ver", "River", "has 1 control character"},
	{"a bidi override", "Area", "Ri\u202ever", "River", "has 1 control character"},
	{"an error of the spreadsheet", "Area", "#REF!", NULL, "is an error of the spreadsheet"},
	{"an error in another language", "Capacity", "#BEZUG!", NULL, "is an error of the spreadsheet"},
};

static void write_cell(struct ch_buffer *out, const char *cell)
{
	ch_buffer_add_char(out, '"');
	for (; *cell != '\0'; cell++)
		ch_buffer_printf(out, *cell == '"' ? "\"\"" : "%c", *cell);
	ch_buffer_add_char(out, '"');
}

static bool names_part(const char *heading)
{
	return strstr(heading, "name") != NULL && strcmp(heading, "Name") != 0;
}

/* The cell under its heading, in a list of one person of whom there is enough besides. */
static void write_list(struct ch_buffer *out, const struct trouble *trouble)
{
	bool is_email = strcmp(trouble->heading, "E-mail") == 0, is_name = strcmp(trouble->heading, "Name") == 0;
	bool is_part = names_part(trouble->heading), is_first = strcmp(trouble->heading, "First name") == 0;

	ch_buffer_printf(out, "%s%s%s\n", trouble->heading,
			 is_part   ? is_first ? ",Last name" : ",First name"
			 : is_name ? ""
				   : ",Name",
			 is_email ? "" : ",E-mail");
	write_cell(out, trouble->cell);
	ch_buffer_printf(out, "%s%s\n", is_name ? "" : ",Zoe", is_email ? "" : ",zoe@example.org");
}

static bool same(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool is_as_told(const struct trouble *trouble)
{
	struct ch_buffer content = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct import_pipe pipe;
	struct import_row row;
	bool found;

	write_list(&content, trouble);
	assert_int_equal(import_pipe_columns(&pipe, content.text, NULL, &err), CH_OK);
	assert_int_equal(import_columns_next(&pipe.columns, &pipe.arena, &pipe.findings, &row, &found, &err), CH_OK);
	assert_true(found);
	struct import_value value = import_columns_value(&pipe.columns, &row, 0, &pipe.arena, &pipe.findings);
	const char *said = import_pipe_issues(&pipe);
	bool told = trouble->said ? strstr(said, trouble->said) != NULL : *said == '\0';
	bool as_told = told && same(value.text, trouble->value);

	if (!as_told)
		print_error("%s: \"%s\" is read as %s; said: %s\n", trouble->called, trouble->cell,
			    value.text ? value.text : "(nothing)", *said ? said : "(nothing)");
	import_pipe_close(&pipe);
	ch_buffer_release(&content);
	return as_told;
}

static void expect(const struct trouble *troubles, size_t count)
{
	size_t others = 0;

	for (size_t i = 0; i < count; i++)
		others += !is_as_told(&troubles[i]);
	assert_int_equal(others, 0);
}

#define TEST_OF(list)                                                                                                  \
	static void test_##list(void **state)                                                                          \
	{                                                                                                              \
		(void)state;                                                                                           \
		expect((list), sizeof(list) / sizeof((list)[0]));                                                      \
	}

TEST_OF(several_values)
TEST_OF(names)
TEST_OF(not_given)
TEST_OF(said_above)
TEST_OF(dates)
TEST_OF(numbers)
TEST_OF(phones)
TEST_OF(addresses)
TEST_OF(hostile)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_several_values), cmocka_unit_test(test_names),   cmocka_unit_test(test_not_given),
		cmocka_unit_test(test_said_above),
		cmocka_unit_test(test_dates),	       cmocka_unit_test(test_numbers), cmocka_unit_test(test_phones),
		cmocka_unit_test(test_addresses),      cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
