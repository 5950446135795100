/* What every row of the command table must have, so that help, completion and documents made from it are whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/check.h"
#include "cli/args.h"
#include "cli/help.h"

/* The fields that hold the pair's wording, wherever they were added. */
static void no_option_takes_wording_of_the_pair(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		for (const struct cli_option *o = cli_command_options(c, &arena); o->key; o++) {
			const struct ch_field *field =
				o->field ? ch_field_named(ch_entity_of(o->entity), o->field) : NULL;

			assert_true(!o->field || field);
			assert_false(field && field->access == CH_CLASS_PAIR);
		}
	}
	ch_arena_release(&arena);
}

static void every_command_is_explained(void **state)
{
	(void)state;
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		assert_non_null(c->run);
		assert_non_null(c->summary);
		assert_non_null(c->section);
		assert_non_null(c->example);
		assert_false(c->summary[strlen(c->summary) - 1] == '.');
		for (const struct cli_argument *a = c->arguments; a && a->name; a++)
			assert_non_null(cli_argument_help(a));
	}
}

static void words_and_options_are_said_once(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		const struct cli_option *options = cli_command_options(c, &arena);

		for (const struct cli_command *other = c + 1; other->words; other++)
			assert_string_not_equal(c->words, other->words);
		for (const struct cli_option *o = options; o->key; o++) {
			assert_non_null(o->help);
			for (const struct cli_option *other = o + 1; other->key; other++)
				assert_string_not_equal(o->key, other->key);
			for (const struct cli_option *global = cli_global_options; global->key; global++)
				assert_string_not_equal(o->key, global->key);
		}
	}
	ch_arena_release(&arena);
}

/* Help of a group, and completion, take the commands of a group from one run of the table. */
static void groups_stand_together(void **state)
{
	(void)state;
	for (const struct cli_command *c = cli_commands + 1; c->words; c++) {
		size_t group = strcspn(c->words, " ");

		if (!c->words[group] || strncmp(c[-1].words, c->words, group + 1) == 0)
			continue;
		for (const struct cli_command *before = cli_commands; before < c; before++)
			assert_int_not_equal(strncmp(before->words, c->words, group + 1), 0);
	}
}

/* An example that its own command would refuse is worse than none. */
static void examples_parse(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (const struct cli_command *c = cli_commands; c->words; c++) {
		char *rest = ch_arena_copy(&arena, c->example);

		for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
			struct ch_error err = CH_NO_ERROR;
			struct cli_args args;
			char *words[40];
			size_t count = 0;
			char quote = '\0';

			line[strcspn(line, ">")] = '\0';
			for (char *at = line; *at; at++) {
				bool starts = at == line || at[-1] == '\0';

				if (quote ? *at == quote : (*at == '\'' || *at == ' ')) {
					quote = *at == '\'' && !quote ? '\'' : '\0';
					*at = '\0';
				} else if (starts) {
					words[count++] = at;
				}
			}
			assert_string_equal(words[0], "chiron");
			if (cli_args_parse(cli_commands, count - 1, words + 1, &arena, &args, &err) != CH_OK)
				fail_msg("%s: %s", c->words, err.message);
			assert_ptr_equal(args.command, c);
		}
	}
	ch_arena_release(&arena);
}

/* Cuts a command as a shell would, quotes included, each {column} become 1; without the program's name. */
static size_t cut(const char *command, char **words, struct ch_arena *arena)
{
	size_t count = 0;
	bool quoted = false;
	char *out = ch_arena_copy(arena, command), *start = out;

	for (const char *c = command;; c++) {
		if (*c == '\'') {
			quoted = !quoted;
		} else if (*c == '{') {
			*out++ = '1';
			c = strchr(c, '}');
		} else if (*c == '\0' || (*c == ' ' && !quoted)) {
			*out++ = '\0';
			words[count++] = start;
			start = out;
			if (*c == '\0')
				break;
		} else {
			*out++ = *c;
		}
	}
	return count;
}

static void what_a_check_suggests_can_be_typed(void **state)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	(void)state;
	for (size_t i = 0; i < ch_check_count(); i++) {
		const struct ch_check_info *check = ch_check_at(i);
		struct ch_error err = CH_NO_ERROR;
		struct cli_args args;
		char *words[40];
		size_t count = cut(check->command, words, &arena);

		assert_string_equal(words[0], "chiron");
		if (cli_args_parse(cli_commands, count - 1, words + 1, &arena, &args, &err) != CH_OK)
			fail_msg("%s suggests \"%s\": %s", check->name, check->command, err.message);
		for (size_t g = 0; g < args.given_count; g++)
			if (args.given[g].option->choices && !strchr(args.given[g].value, '1') &&
			    ch_choice_find(args.given[g].option->choices, args.given[g].value) <= 0)
				fail_msg("%s suggests \"%s\"", check->name, check->command);
	}
	ch_arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_check_suggests_can_be_typed),
		cmocka_unit_test(no_option_takes_wording_of_the_pair),
		cmocka_unit_test(every_command_is_explained),
		cmocka_unit_test(words_and_options_are_said_once),
		cmocka_unit_test(groups_stand_together),
		cmocka_unit_test(examples_parse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
