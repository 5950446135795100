/*
 * Where a rule is enforced is found in the tables that cite it: the headers of
 * checks with their gates and reasons, reports, settings, transitions, commands,
 * and the help of fields. Nothing is listed by hand. Tests are found by their names.
 */
#include "gen/docs_rules.h"

#include <ctype.h>
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/rule.h"
#include "chiron/setting.h"
#include "chiron/state.h"
#include "cli/command.h"
#include "core/check/check_file.h"
#include "core/report/report_file.h"

enum { MOST_TESTS = 1000, NAME_SIZE = 120 };

struct test_name {
	int rule;
	char name[NAME_SIZE];
};

static struct test_name tests[MOST_TESTS];
static size_t test_count;

/* ---- Tests ------------------------------------------------------------------------------- */

static void keep(struct test_name found)
{
	for (size_t i = 0; i < test_count; i++)
		if (tests[i].rule == found.rule && strcmp(tests[i].name, found.name) == 0)
			return;
	if (test_count < MOST_TESTS)
		tests[test_count++] = found;
}

/* A name may begin with several rules: r24_r25_... */
static void keep_name(const char *name, size_t length)
{
	struct test_name found;
	const char *at = name;

	snprintf(found.name, sizeof(found.name), "%.*s", (int)length, name);
	while (*at == 'r' && isdigit((unsigned char)at[1])) {
		found.rule = atoi(at + 1);
		keep(found);
		at += 1 + strspn(at + 1, "0123456789");
		at += *at == '_';
	}
}

static bool in_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Every word of the line that is "r", a number, "_" and more. */
static void keep_names(const char *line)
{
	for (const char *at = line; *at != '\0'; at++) {
		const char *end = at + 1;

		if (*at != 'r' || (at > line && in_word(at[-1])))
			continue;
		while (isdigit((unsigned char)*end))
			end++;
		if (end == at + 1 || *end != '_')
			continue;
		while (in_word(*end))
			end++;
		keep_name(at, (size_t)(end - at));
	}
}

static void read_tests(const char *pattern)
{
	glob_t files;

	if (glob(pattern, 0, NULL, &files) != 0)
		return;
	for (size_t i = 0; i < files.gl_pathc; i++) {
		FILE *file = fopen(files.gl_pathv[i], "r");
		char line[1000];

		while (file != NULL && fgets(line, sizeof(line), file) != NULL)
			keep_names(line);
		if (file != NULL)
			fclose(file);
	}
	globfree(&files);
}

/* ---- Where a rule is enforced ---------------------------------------------------------------- */

/* Whether the text cites the rule: its code, and no digit after it. */
static bool cites(const char *text, const char *code)
{
	size_t length = strlen(code);

	for (const char *at = text; at != NULL && (at = strstr(at, code)) != NULL; at += length)
		if (!isdigit((unsigned char)at[length]) && (at == text || !in_word(at[-1])))
			return true;
	return false;
}

static void add(bool *first, const char *kind, const char *name)
{
	printf("%s%s `%s`", *first ? "" : ", ", kind, name);
	*first = false;
}

static const char *const occasion_codes[] = {
#define X(name, code, entity, operation, label) [CH_AT_##name] = code,
	CH_OCCASIONS(X)
#undef X
};

static void print_checks_of(const char *code, bool *first)
{
	size_t count;
	const struct check_file *files = check_file_all(&count);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(files[i].info.rule, code) != 0 && !cites(files[i].info.why, code))
			continue;
		add(first, "check", files[i].info.name);
		for (int op = CH_NO_OPERATION + 1; op < CH_OPERATION_COUNT; op++)
			if (files[i].gates[op])
				add(first, "gate of", ch_operation_info((enum ch_operation)op)->code);
		for (int at = 0; at < CH_OCCASION_COUNT; at++)
			if (files[i].occasions[at])
				add(first, "said at", occasion_codes[at]);
	}
}

static void print_reports_of(const char *code, bool *first)
{
	size_t count;
	const struct report_file *files = report_file_all(&count);

	for (size_t i = 0; i < count; i++)
		if (files[i].rules != NULL && cites(files[i].rules, code))
			add(first, "report", files[i].info.name);
}

static void print_fields_of(const char *code, bool *first)
{
	char name[NAME_SIZE];

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);

		for (size_t i = 0; i < entity->field_count; i++) {
			snprintf(name, sizeof(name), "%s.%s", entity->name, entity->fields[i].key);
			if (entity->fields[i].rules != NULL && cites(entity->fields[i].rules, code))
				add(first, "field", name);
		}
	}
}

/* An operation that leads to several states is named once. */
static void print_transitions_of(const char *code, bool *first)
{
	bool named[CH_OPERATION_COUNT] = {false};
	size_t count;
	const struct ch_transition *transitions = ch_transitions(&count);

	for (size_t i = 0; i < count; i++) {
		if (named[transitions[i].operation] || !cites(transitions[i].rules, code))
			continue;
		named[transitions[i].operation] = true;
		add(first, "transition", ch_operation_info(transitions[i].operation)->code);
	}
}

static void print_enforced(const struct ch_rule *rule)
{
	size_t count;
	bool first = true;
	const struct ch_setting *settings = ch_setting_all(&count);

	print_checks_of(rule->code, &first);
	print_reports_of(rule->code, &first);
	for (size_t i = 0; i < count; i++)
		if (strcmp(settings[i].rule, rule->code) == 0)
			add(&first, "setting", settings[i].key);
	print_transitions_of(rule->code, &first);
	for (const struct cli_command *command = cli_commands; command->words != NULL; command++)
		if (cites(command->rules, rule->code))
			add(&first, "command", command->words);
	print_fields_of(rule->code, &first);
	if (first)
		fputs("-", stdout);
}

/* ---- The page ------------------------------------------------------------------------------------ */

static size_t print_tests(const struct ch_rule *rule)
{
	size_t shown = 0;

	for (size_t i = 0; i < test_count; i++)
		if (tests[i].rule == rule->number)
			printf("%s`%s`", shown++ > 0 ? ", " : "", tests[i].name);
	if (shown == 0)
		fputs("-", stdout);
	return shown;
}

void print_rules(void)
{
	size_t count, open_count = 0;
	const struct ch_rule *rules = ch_rule_all(&count);
	const struct ch_rule *open_rules[100];

	read_tests("tests/*/*.c");
	read_tests("tests/*/*.t");
	read_tests("tests/[!l]*/*.sh"); /* the names that the lints plant are no tests */
	fputs("# Rules\n\nGenerated from `include/chiron/rule.def`, the tables that cite each rule, and the names of "
	      "tests by `make docs`.\n\nStrength: A absolute, no setting and no person can switch it off; H refused "
	      "unless overridden with a typed reason, and a\nprogramme may lower it to a warning; W allowed and warned "
	      "about; F there is a field, screen or report for it; I it informs\nwording and defaults.\n\n"
	      "| rule | | | enforced by | shown by |\n|---|---|---|---|---|\n",
	      stdout);
	for (size_t i = 0; i < count; i++) {
		printf("| %s | %s | %s | ", rules[i].code, rules[i].strength, rules[i].text);
		print_enforced(&rules[i]);
		fputs(" | ", stdout);
		if (print_tests(&rules[i]) == 0)
			open_rules[open_count++] = &rules[i];
		puts(" |");
	}
	puts("\n## Rules that no test names yet\n");
	for (size_t i = 0; i < open_count; i++)
		printf("%s%s", i > 0 ? ", " : "", open_rules[i]->code);
	puts(open_count > 0 ? "." : "None.");
}
