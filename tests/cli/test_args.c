/* The parser alone, on a small table of commands of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/person.h"
#include "cli/args.h"

static const struct ch_choice colours[] = {{"", ""}, {"red", "crimson"}, {"green", "emerald"}, {0}};

static const struct cli_command commands[] = {
	{
		.words = "person show",
		.arguments = (const struct cli_argument[]){{.name = "PERSON"}, {0}},
		.example = "chiron person show ann",
	},
	{
		.words = "person list",
		.arguments =
			(const struct cli_argument[]){{.name = "FILTER", .flags = CLI_OPTIONAL | CLI_REPEATED}, {0}},
		.options =
			(const struct cli_option[]){{.key = "limit", .letter = 'n', .value = "N",
						     .type = CH_TYPE_NUMBER, .min = 1, .max = 99, .help = "so many"},
						    {.key = "map", .value = "X", .help = "x", .flags = CLI_REPEATED},
						    {.key = "colour", .value = "WORD", .help = "x", .choices = colours},
						    {0}},
	},
	{
		.words = "person set",
		.arguments = (const struct cli_argument[]){{.name = "PERSON", .flags = CLI_REPEATED}, {0}},
		.fields_of = CH_PERSON,
		.fields = CLI_FIELDS_EDIT,
		.without = "left_on",
		.example = "chiron person set ann --notes x",
	},
	{
		.words = "match",
		.options =
			(const struct cli_option[]){{.key = "by", .value = "WHO", .help = "who", .flags = CLI_REQUIRED},
						    {.key = "all", .letter = 'a', .help = "all"},
						    {0}},
	},
	{0},
};

struct parsed {
	struct ch_arena arena;
	struct cli_args args;
	struct ch_error err;
	enum ch_status status;
};

static int setup(void **state)
{
	static struct parsed parsed;

	parsed = (struct parsed){.arena = CH_ARENA_EMPTY};
	*state = &parsed;
	return 0;
}

static int teardown(void **state)
{
	ch_arena_release(&((struct parsed *)*state)->arena);
	return 0;
}

#define PARSE(p, ...) parse(p, (const char *const[]){__VA_ARGS__, NULL})

static enum ch_status parse(struct parsed *p, const char *const *words)
{
	static char *argv[32];
	size_t argc = 0;

	for (; words[argc]; argc++)
		argv[argc] = ch_arena_copy(&p->arena, words[argc]);
	p->err = CH_NO_ERROR;
	p->status = cli_args_parse(commands, argc, argv, &p->arena, &p->args, &p->err);
	return p->status;
}

static void finds_a_command_among_its_options(void **state)
{
	struct parsed *p = *state;

	PARSE(p, "--db", "a.db", "person", "-q", "list", "--limit=3", "ann", "--today", "mon", "lee");
	assert_int_equal(p->status, CH_OK);
	assert_string_equal(p->args.command->words, "person list");
	assert_int_equal(p->args.word_count, 2);
	assert_string_equal(p->args.words[0], "ann");
	assert_string_equal(cli_args_joined(&p->args, &p->arena), "ann lee");
	assert_string_equal(cli_args_value(&p->args, "db"), "a.db");
	assert_string_equal(cli_args_value(&p->args, "limit"), "3");
	assert_string_equal(cli_args_value(&p->args, "today"), "mon");
	assert_true(cli_args_has(&p->args, "quiet"));
	assert_false(cli_args_has(&p->args, "yes"));
	assert_null(cli_args_value(&p->args, "as"));
}

static void letters_stand_together_and_take_values(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "-qd", "a.db", "person", "list", "-n5"), CH_OK);
	assert_string_equal(cli_args_value(&p->args, "db"), "a.db");
	assert_string_equal(cli_args_value(&p->args, "limit"), "5");
	assert_true(cli_args_has(&p->args, "quiet"));
}

static void two_dashes_end_the_options(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "person", "list", "--", "--limit", "-x", "--"), CH_OK);
	assert_int_equal(p->args.word_count, 3);
	assert_string_equal(p->args.words[0], "--limit");
	assert_false(cli_args_has(&p->args, "limit"));
}

static void a_dash_and_a_digit_is_no_option(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "person", "list", "-3d", "-"), CH_OK);
	assert_int_equal(p->args.word_count, 2);
	assert_int_equal(PARSE(p, "person", "list", "--limit", "-3"), CH_OK);
	assert_string_equal(cli_args_value(&p->args, "limit"), "-3");
}

static void an_empty_value_is_a_value(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "person", "set", "1", "--notes=", "--phone", ""), CH_OK);
	assert_string_equal(cli_args_value(&p->args, "notes"), "");
	assert_string_equal(cli_args_value(&p->args, "phone"), "");
}

static void repeated_options_keep_their_order(void **state)
{
	struct parsed *p = *state;
	const char **values;
	size_t count;

	assert_int_equal(PARSE(p, "person", "list", "--map", "a=b", "--map=c=d"), CH_OK);
	values = cli_args_values(&p->args, "map", &p->arena, &count);
	assert_int_equal(count, 2);
	assert_string_equal(values[0], "a=b");
	assert_string_equal(values[1], "c=d");
	assert_int_equal(PARSE(p, "person", "list", "--limit", "1", "--limit", "2"), CH_USAGE);
	assert_int_equal(PARSE(p, "-d", "a", "person", "list", "-d", "b"), CH_OK);
	assert_string_equal(cli_args_value(&p->args, "db"), "b");
}

static void what_is_missing_is_named(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "match"), CH_USAGE);
	assert_non_null(strstr(p->err.message, "--by WHO"));
	assert_int_equal(PARSE(p, "person", "show"), CH_USAGE);
	assert_non_null(strstr(p->err.message, "PERSON"));
	assert_int_equal(PARSE(p, "person", "set"), CH_USAGE);
	assert_int_equal(PARSE(p, "person", "show", "ann", "lee"), CH_USAGE);
	assert_non_null(strstr(p->err.message, "\"lee\""));
	assert_int_equal(PARSE(p, "match", "--by"), CH_USAGE);
	assert_int_equal(PARSE(p, "match", "--all=1", "--by", "x"), CH_USAGE);
}

static void help_asks_for_nothing_more(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "match", "--help"), CH_OK);
	assert_string_equal(p->args.command->words, "match");
	assert_int_equal(PARSE(p, "person", "--help"), CH_OK);
	assert_null(p->args.command);
	assert_string_equal(p->args.group, "person");
	assert_int_equal(PARSE(p, "-h"), CH_OK);
	assert_null(p->args.group);
}

static void nothing_at_all_is_no_error(void **state)
{
	struct parsed *p = *state;

	p->status = cli_args_parse(commands, 0, NULL, &p->arena, &p->args, &p->err);
	assert_int_equal(p->status, CH_OK);
	assert_null(p->args.command);
}

static void the_nearest_right_word_is_offered(void **state)
{
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "pesron", "list"), CH_USAGE);
	assert_string_equal(p->err.fix, "Did you mean `chiron person`?");
	assert_int_equal(PARSE(p, "person", "shw"), CH_USAGE);
	assert_string_equal(p->err.fix, "Did you mean `chiron person show`?");
	assert_int_equal(PARSE(p, "person", "list", "--limt", "3"), CH_USAGE);
	assert_string_equal(p->err.fix, "Did you mean --limit?");
	assert_int_equal(PARSE(p, "person", "set", "1", "--hours", "3"), CH_USAGE);
	assert_string_equal(p->err.fix, "Did you mean --hours-per-month?");
	assert_int_equal(PARSE(p, "zebra"), CH_USAGE);
	assert_null(strstr(p->err.fix, "Did you mean"));
}

static bool has_option(const struct cli_option *options, const char *key)
{
	for (; options->key; options++) {
		if (strcmp(options->key, key) == 0)
			return true;
	}
	return false;
}

static void fields_become_options(void **state)
{
	struct parsed *p = *state;
	const struct cli_option *options = cli_command_options(&commands[2], &p->arena);

	assert_true(has_option(options, "hours-per-month"));
	assert_true(has_option(options, "manager"));
	assert_false(has_option(options, "manager-id"));
	assert_false(has_option(options, "left-on"));
	assert_false(has_option(options, "person"));
	assert_false(has_option(options, "sort-name"));
	for (; options->key; options++) {
		const struct ch_field *field = ch_field_named(ch_entity_of(CH_PERSON), options->field);

		assert_int_equal(field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN | CH_FIELD_FIXED), 0);
		assert_int_not_equal(field->access, CH_CLASS_PAIR);
		assert_non_null(options->help);
		assert_non_null(options->value);
	}
}

static void choices_are_words_or_their_starts(void **state)
{
	struct parsed *p = *state;
	assert_int_equal(PARSE(p, "person", "list", "--colour", "gre"), CH_OK);
	assert_int_equal(cli_args_choice(&p->args, "colour"), 2);
	assert_int_equal(PARSE(p, "person", "list"), CH_OK);
	assert_int_equal(cli_args_choice(&p->args, "colour"), 0);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(PARSE(p, "person", "list", "--colour", i ? "" : "blue"), CH_OK);
		assert_int_equal(cli_args_check(&p->args, 0, &p->arena, &p->err), CH_USAGE);
		assert_non_null(strstr(p->err.message, "red or green"));
	}
}

static void numbers_are_whole_and_large_enough(void **state)
{
	static const char *const wrong[] = {"0", "-1", "", "x", "3x", "1.5", "99999999999999999999"};
	struct parsed *p = *state;

	assert_int_equal(PARSE(p, "person", "list"), CH_OK);
	assert_int_equal(cli_args_number(&p->args, "limit", 5), 5);
	assert_int_equal(PARSE(p, "person", "list", "--limit", "12"), CH_OK);
	assert_int_equal(cli_args_check(&p->args, 0, &p->arena, &p->err), CH_OK);
	assert_int_equal(cli_args_number(&p->args, "limit", 5), 12);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		assert_int_equal(PARSE(p, "person", "list", "--limit", wrong[i]), CH_OK);
		assert_int_equal(cli_args_check(&p->args, 0, &p->arena, &p->err),
				 *wrong[i] ? CH_DATA : CH_USAGE);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(finds_a_command_among_its_options),
		TEST(letters_stand_together_and_take_values),
		TEST(two_dashes_end_the_options),
		TEST(a_dash_and_a_digit_is_no_option),
		TEST(an_empty_value_is_a_value),
		TEST(repeated_options_keep_their_order),
		TEST(what_is_missing_is_named),
		TEST(help_asks_for_nothing_more),
		TEST(nothing_at_all_is_no_error),
		TEST(the_nearest_right_word_is_offered),
		TEST(fields_become_options),
		TEST(choices_are_words_or_their_starts),
		TEST(numbers_are_whole_and_large_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
