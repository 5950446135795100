/* Grids and records in each format, as they reach standard output. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/file_out.h"
#include "cli/output.h"

static const struct ch_choice states[] = {{"", ""}, {"ended_early", "ended early"}, {0}};

static const struct ch_column columns[] = {
	{.key = "id", .label = "No.", .type = CH_TYPE_ID},
	{.key = "name", .label = "Name", .type = CH_TYPE_TEXT},
	{.key = "hours", .label = "Hours", .type = CH_TYPE_HOURS},
	{.key = "state", .label = "State", .type = CH_TYPE_CHOICE, .choices = states},
	{.key = "on", .label = "On", .type = CH_TYPE_DATE},
	{.key = "yes", .label = "Yes", .type = CH_TYPE_YES, .extra = true},
	{.key = "terms", .label = "Terms", .type = CH_TYPE_LIST, .extra = true},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static const char *first[] = {"7", "Ann Lee", "1.5", "ended_early", "2026-11-02", "yes", "CV writing; Confidence"};
static const char *second[] = {"12", "\xe9\x99\xb3\xe7\xbe\x8e\xe7\x8e\xb2 \x1b[31m", NULL, NULL, NULL, "no", NULL};

static struct ch_row rows[] = {{.id = 7, .cells = first}, {.id = 12, .cells = second}};
static const struct ch_grid grid = {.columns = columns, .column_count = COLUMNS, .rows = rows, .row_count = 2};

struct captured {
	struct cli cli;
	char *text;
	size_t length;
};

static int setup(void **state)
{
	static struct captured c;

	c = (struct captured){.cli = {.format = CLI_TABLE, .arena = CH_ARENA_EMPTY}};
	c.cli.context.clock.fixed_today = ch_date_of(2026, 11, 23);
	c.cli.out = open_memstream(&c.text, &c.length);
	c.cli.err = c.cli.out;
	*state = &c;
	return c.cli.out ? 0 : -1;
}

static int teardown(void **state)
{
	struct captured *c = *state;

	fclose(c->cli.out);
	free(c->text);
	ch_arena_release(&c->cli.arena);
	return 0;
}

static const char *shown(struct captured *c, enum cli_format format, const struct ch_grid *what)
{
	rewind(c->cli.out);
	c->cli.format = format;
	cli_show_grid(&c->cli, what, "Nobody.");
	fputc('\0', c->cli.out);
	fflush(c->cli.out);
	return c->text;
}

static void a_table_is_as_wide_as_its_content(void **state)
{
	assert_string_equal(shown(*state, CLI_TABLE, &grid), "No.  Name             Hours  State        On\n"
							     "  7  Ann Lee            1.5  ended early  Mon 2 Nov\n"
							     " 12  \xe9\x99\xb3\xe7\xbe\x8e\xe7\x8e\xb2 \\x1b[31m\n");
}

static void a_table_fits_its_terminal(void **state)
{
	struct captured *c = *state;
	const char *text;

	c->cli.width = 42;
	text = shown(c, CLI_TABLE, &grid);
	assert_non_null(strstr(text, "\u2026"));
	assert_non_null(strstr(text, "Mon 2 Nov")); /* half a day tells nothing */
	for (const char *line = text; *line; line += strcspn(line, "\n") + 1) {
		char *copy = ch_arena_copy_bytes(&c->cli.arena, line, strcspn(line, "\n"));

		assert_in_range(ch_text_width(copy), 1, 42);
	}
	assert_null(strchr(text, '\x1b'));
}

static void where_no_table_fits_there_are_lines(void **state)
{
	struct captured *c = *state;

	c->cli.width = 38; /* cells of a few letters tell nothing either */
	assert_non_null(strstr(shown(c, CLI_TABLE, &grid), "Name: Ann Lee\n"));
}

static void lines_leave_out_what_is_not_known(void **state)
{
	assert_string_equal(shown(*state, CLI_LINES, &grid), "No.: 7\nName: Ann Lee\nHours: 1.5\nState: ended early\n"
							     "On: Mon 2 Nov\n\nNo.: 12\n"
							     "Name: \xe9\x99\xb3\xe7\xbe\x8e\xe7\x8e\xb2 \\x1b[31m\n");
}

static void json_has_numbers_lists_and_nulls(void **state)
{
	assert_string_equal(shown(*state, CLI_JSON, &grid),
			    "[{\"id\":7,\"name\":\"Ann Lee\",\"hours\":1.5,\"state\":\"ended_early\","
			    "\"on\":\"2026-11-02\",\"yes\":true,\"terms\":[\"CV writing\",\"Confidence\"]},"
			    "{\"id\":12,\"name\":\"\xe9\x99\xb3\xe7\xbe\x8e\xe7\x8e\xb2 \\u001b[31m\",\"hours\":null,"
			    "\"state\":null,\"on\":null,\"yes\":false,\"terms\":null}]\n");
}

static void csv_has_keys_and_canonical_values(void **state)
{
	const char *text = shown(*state, CLI_CSV, &grid);

	assert_memory_equal(text, "id,name,hours,state,on,yes,terms\r\n", 34);
	assert_non_null(strstr(text, "7,Ann Lee,1.5,ended_early,2026-11-02,yes,CV writing; Confidence\r\n"));
}

static void an_empty_list_says_so_to_people_only(void **state)
{
	const struct ch_grid none = {.columns = columns, .column_count = COLUMNS};
	struct captured *c = *state;

	assert_string_equal(shown(c, CLI_TABLE, &none), "Nobody.\n");
	assert_string_equal(shown(c, CLI_LINES, &none), "Nobody.\n");
	assert_string_equal(shown(c, CLI_JSON, &none), "[]\n");
	assert_string_equal(shown(c, CLI_CSV, &none), "id,name,hours,state,on,yes,terms\r\n");
	c->cli.quiet = true;
	assert_string_equal(shown(c, CLI_TABLE, &none), "");
}

static const char *done_twice(struct captured *c, enum cli_format format, bool several)
{
	struct ch_programme programme;

	rewind(c->cli.out);
	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	programme.programme_id = 3;
	programme.name = "Spring";
	c->cli.format = format;
	c->cli.several = several;
	c->cli.done = 0;
	cli_done(&c->cli, CH_PROGRAMME, &programme, "%s is made.", programme.name);
	cli_done(&c->cli, CH_PROGRAMME, &programme, "%s is made.", programme.name);
	fputc('\0', c->cli.out);
	fflush(c->cli.out);
	return c->text;
}

static size_t count_of(const char *text, const char *what)
{
	size_t count = 0;

	while ((text = strstr(text, what))) {
		count++;
		text++;
	}
	return count;
}

static void what_was_done_is_a_sentence_or_a_record(void **state)
{
	struct captured *c = *state;
	const char *text;

	assert_string_equal(done_twice(c, CLI_TABLE, false), "Spring is made.\nSpring is made.\n");
	text = done_twice(c, CLI_JSON, true);
	assert_memory_equal(text, "[{\"programme_id\":3,", 19);
	assert_int_equal(count_of(text, "},\n{"), 1);
	text = done_twice(c, CLI_CSV, true);
	assert_int_equal(count_of(text, "programme_id"), 1);
	assert_int_equal(count_of(text, "3,Spring,"), 2);
}

static void hidden_fields_are_never_shown(void **state)
{
	struct captured *c = *state;
	struct ch_person person;

	ch_record_clear(ch_entity_of(CH_PERSON), &person);
	person.name = "Ann";
	person.search_key = "planted";
	person.row_version = 77;
	for (int format = CLI_TABLE; format <= CLI_JSON; format++) {
		rewind(c->cli.out);
		c->cli.format = (enum cli_format)format;
		cli_show_record(&c->cli, CH_PERSON, &person, NULL, 0);
		fputc('\0', c->cli.out);
		fflush(c->cli.out);
		assert_null(strstr(c->text, "planted"));
		assert_null(strstr(c->text, "row_version"));
		assert_non_null(strstr(c->text, "Ann"));
	}
}

static void errors_are_one_sentence_and_one_fix(void **state)
{
	struct captured *c = *state;
	struct ch_error err = CH_NO_ERROR;

	ch_fail_rule(&err, "R13", "Ann \x1b[1m has no place");
	ch_error_fix(&err, "choose somebody else");
	cli_complain(&c->cli, &err);
	fputc('\0', c->cli.out);
	fflush(c->cli.out);
	assert_string_equal(c->text, "chiron: Ann \\x1b[1m has no place (R13). Choose somebody else.\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

/* A text of many lines, as all that is somebody's own: on a terminal its lines stay lines, and nothing steers it. */
static void test_a_text_keeps_its_lines_on_a_terminal(void **state)
{
	struct captured *c = *state;
	struct ch_buffer text = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;

	ch_buffer_add(&text, "Name: Ann Lee\nNotes: \x1b[31mred\n");
	c->cli.width = 80;
	assert_int_equal(cli_text_out(&c->cli, NULL, &text, &err), CH_OK);
	fflush(c->cli.out);
	assert_string_equal(c->text, "Name: Ann Lee\nNotes: \\x1b[31mred\n");
	ch_buffer_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_table_is_as_wide_as_its_content),
		TEST(a_table_fits_its_terminal),
		TEST(where_no_table_fits_there_are_lines),
		TEST(lines_leave_out_what_is_not_known),
		TEST(json_has_numbers_lists_and_nulls),
		TEST(csv_has_keys_and_canonical_values),
		TEST(an_empty_list_says_so_to_people_only),
		TEST(what_was_done_is_a_sentence_or_a_record),
		TEST(hidden_fields_are_never_shown),
		TEST(errors_are_one_sentence_and_one_fix),
		cmocka_unit_test_setup_teardown(test_a_text_keeps_its_lines_on_a_terminal, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
