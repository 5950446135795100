/*
 * Prints the documents that are derived from the program's own tables.
 *
 *     docs          the names of all of them, one a line
 *     docs NAME     the page, as Markdown; one that ends in a section, as chiron.1, as a manual page
 *
 * `make docs` writes them to docs/, and a lint fails when one is out of date.
 */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "chiron/check.h"
#include "chiron/setting.h"
#include "chiron/state.h"
#include "cli/command.h"
#include "core/check/check_file.h"
#include "core/report/report_file.h"
#include "gen/docs_faces.h"
#include "gen/docs_rules.h"
#include "gen/docs_man.h"
#include "generated/data.h"
#include "tui/command.h"

static const char *const class_names[] = {
	[CH_CLASS_FACT] = "fact",
	[CH_CLASS_COORDINATOR] = "coordinator",
	[CH_CLASS_OWN_SIDE] = "own side",
	[CH_CLASS_PAIR] = "pair",
};

static const char *const scope_names[] = {
	[CH_SCOPE_NONE] = "no", [CH_SCOPE_OWN] = "own", [CH_SCOPE_ALL] = "all", [CH_SCOPE_WHOLE] = "whole scheme"};

static const char *const type_names[] = {
	[CH_TYPE_ID] = "number of a record", [CH_TYPE_TEXT] = "text",	    [CH_TYPE_LINES] = "several lines",
	[CH_TYPE_LIST] = "list of terms",    [CH_TYPE_EMAIL] = "e-mail",    [CH_TYPE_PHONE] = "phone",
	[CH_TYPE_NUMBER] = "whole number",   [CH_TYPE_MINUTES] = "minutes", [CH_TYPE_TIME] = "time of day",
	[CH_TYPE_HOURS] = "hours",	     [CH_TYPE_DATE] = "date",	    [CH_TYPE_INSTANT] = "instant, UTC",
	[CH_TYPE_CHOICE] = "one of",	     [CH_TYPE_CHOICES] = "some of", [CH_TYPE_YES] = "yes or no",
	[CH_TYPE_INTERVAL] = "interval"};

/* A cell of a Markdown table: a bar would end it, and so would a line break. */
static void print_cell(const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		if (*text == '|')
			fputs("\\|", stdout);
		else
			putchar(*text == '\n' ? ' ' : *text);
}

static void print_source(const struct ch_field *field)
{
	if (field != NULL && field->rules != NULL)
		printf(" (%s)", field->rules);
}

static void print_head(const char *title, const char *from)
{
	printf("# %s\n\nGenerated from %s by `make docs`.\n", title, from);
}

static void print_allowed(const struct ch_field *field)
{
	fputs(type_names[field->type], stdout);
	if (field->choices != NULL) {
		for (const struct ch_choice *choice = field->choices + 1; choice->code != NULL; choice++)
			printf("%s %s", choice == field->choices + 1 ? ":" : ",", choice->code);
	} else if (field->type == CH_TYPE_NUMBER || field->type == CH_TYPE_MINUTES) {
		if (field->max != 0)
			printf(", %lld to %lld", (long long)field->min, (long long)field->max);
	}
}

static void print_fields(void)
{
	print_head("Fields", "the field tables of `src/model`");
	fputs("\nClass says who may read a field: *fact*, the coordinator and the two of the pairing; "
	      "*coordinator*, the\n"
	      "coordinator and the person's own access export; *own side*, the person and the coordinator, never "
	      "the other\n"
	      "side; *pair*, the two of the pairing alone. Wording of class pair (topics, learning, actions, goals) "
	      "is in no\n"
	      "record: it has a table of its own, `pair_text`.\n",
	      stdout);
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);
		printf("\n## %s (`%s`)\n\n| key | label | allowed | class | |\n|---|---|---|---|---|\n", entity->label,
		       entity->name);
		for (size_t i = 0; i < entity->field_count; i++) {
			const struct ch_field *field = &entity->fields[i];
			if (field->flags & CH_FIELD_HIDDEN)
				continue;
			printf("| `%s` | ", field->key);
			print_cell(field->label);
			fputs(" | ", stdout);
			print_allowed(field);
			printf(" | %s | ", class_names[field->access]);
			if (field->flags & CH_FIELD_REQUIRED)
				fputs("required; ", stdout);
			if (field->flags & CH_FIELD_KEPT)
				fputs("set by chiron; ", stdout);
			if (field->initial != NULL)
				printf("begins as %s; ", field->initial);
			print_cell(field->help);
			print_source(field);
			puts(" |");
		}
	}
}

static const char *const occasion_labels[] = {
#define X(name, code, entity, operation, label) [CH_AT_##name] = label,
	CH_OCCASIONS(X)
#undef X
};

static void print_checks(void)
{
	size_t count;
	const struct check_file *files = check_file_all(&count);

	print_head("Checks", "`data/checks`");
	for (size_t i = 0; i < count; i++) {
		const struct ch_check_info *info = &files[i].info;
		printf("\n## %s%s%s\n\n%s. %s\n\n| | |\n|---|---|\n| name | `%s` |\n| severity | %s |\n| about | %s "
		       "|\n",
		       info->name, info->rule[0] != '\0' ? " " : "", info->rule, info->title, info->why, info->name,
		       (const char *[]){"", "absolute", "refuse", "warn", "inform"}[info->severity],
		       ch_entity_of(info->subject)->name);
		for (int op = CH_NO_OPERATION + 1; op < CH_OPERATION_COUNT; op++)
			if (files[i].gates[op])
				printf("| gate of | `%s` |\n", ch_operation_info((enum ch_operation)op)->code);
		for (int at = 0; at < CH_OCCASION_COUNT; at++)
			if (files[i].occasions[at])
				printf("| said at once when | %s |\n", occasion_labels[at]);
		if (*info->screen != '\0')
			printf("| Enter on the first screen opens | `%s` |\n", info->screen);
		if (info->measure != NULL)
			printf("| when snoozed, back sooner as soon as there are more | `%s` |\n", info->measure);
		fputs("| how to mend it | ", stdout);
		print_cell(info->fix);
		puts(" |");
	}
}

static void print_reports(void)
{
	size_t count;
	const struct report_file *files = report_file_all(&count);

	print_head("Reports", "`data/reports` and `data/pages`");
	for (size_t i = 0; i < ch_report_count() && ch_report_at(i)->page; i++)
		printf("\n## %s, a page\n\n`chiron report %s`: %s\n", ch_report_at(i)->title, ch_report_at(i)->name,
		       ch_report_at(i)->about);
	for (size_t i = 0; i < count; i++) {
		printf("\n## %s\n\n`chiron report %s`: %s\n\nColumns:", files[i].info.title, files[i].info.name,
		       files[i].info.about);
		for (size_t c = 0; c < files[i].column_count; c++)
			printf("%s %s", c == 0 ? "" : ",", files[i].columns[c].label);
		puts(".");
	}
}

static const char *state_code(enum ch_entity_id entity, int state)
{
	return state == 0 ? "(new)" : ch_field_named(ch_entity_of(entity), "state")->choices[state].code;
}

static void print_states(void)
{
	size_t count;
	const struct ch_transition *table = ch_transitions(&count);

	print_head("States", "`src/model/state.c`");
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || table[i].entity != table[i - 1].entity)
			printf("\n## %s\n\n| from | operation | to | rules |\n|---|---|---|---|\n",
			       ch_entity_of(table[i].entity)->label);
		printf("| %s | `%s` | %s | %s |\n", state_code(table[i].entity, table[i].from),
		       ch_operation_info(table[i].operation)->code, state_code(table[i].entity, table[i].to),
		       	table[i].rules);
	}
}

static void print_security(void)
{
	print_head("Who may do what", "`include/chiron/operation.def`");
	puts("\nEvery function of core passes one gate, `may()`. *Own*: the actor is that person, or is of the\n"
	     "pairing that the object belongs to, on that side. *Whole scheme*: not a coordinator who is limited to\n"
	     "programmes (R83). What this protects, and what it does not, is told in [threats](threats.md).\n\n"
	     "| operation | | coordinator | guide | learner |\n|---|---|---|---|---|");
	for (int op = CH_NO_OPERATION + 1; op < CH_OPERATION_COUNT; op++) {
		const struct ch_operation_info *info = ch_operation_info((enum ch_operation)op);
		printf("| `%s` | %s | %s | %s | %s |\n", info->code, info->label,
		       scope_names[info->scope[CH_ACTOR_COORDINATOR]], scope_names[info->scope[CH_ACTOR_GUIDE]],
		       scope_names[info->scope[CH_ACTOR_LEARNER]]);
	}
}

static void print_settings(void)
{
	size_t count;
	const struct ch_setting *all = ch_setting_all(&count);

	print_head("Settings of a programme", "`include/chiron/setting.def`");
	puts("\nSet with `chiron programme setting` or with S on the screen of programmes. A blank value gives the "
	     "preset's back.\n\n| setting | light | full | rule | |\n|---|---|---|---|---|");
	for (size_t i = 0; i < count; i++) {
		const struct ch_field *field = ch_field_named(ch_entity_of(CH_SETTINGS), all[i].key);
		const char *light = all[i].preset[CH_PRESET_LIGHT], *full = all[i].preset[CH_PRESET_FULL];

		printf("| `%s` | %s | %s | %s | ", all[i].key, light != NULL ? light : "-",
		       full != NULL ? full : "-", all[i].rule);
		print_cell(field->label);
		fputs(": ", stdout);
		print_cell(field->help);
		puts(" |");
	}
	puts("\n`preset` is light or full. `lowered_rules` lists rules of strength H that only warn in the programme.");
}

static void print_keys(void)
{
	print_head("Keys", "`src/tui/command.def`");
	puts("\nOne letter, one meaning: on every screen a key does this or nothing. `?` shows those that work "
	     "where you are.\n\n"
	     "| keys | | | name in `keys` |\n|---|---|---|---|");
	for (int command = COMMAND_NONE + 1; command < COMMAND_COUNT; command++) {
		const struct command_info *info = command_info((enum command)command);
		printf("| `");
		print_cell(info->keys);
		printf("` | %s | ", info->label);
		print_cell(info->help);
		fputs(" | ", stdout);
		for (const char *at = info->name; *at != '\0'; at++)
			putchar(tolower((unsigned char)*at));
		puts(" |");
	}
}

static void print_command(const struct cli_command *command, struct ch_arena *arena)
{
	const struct cli_option *options = cli_command_options(command, arena);

	printf("\n### chiron %s", command->words);
	for (const struct cli_argument *argument = command->arguments; argument != NULL && argument->name != NULL;
	     argument++)
		printf(argument->flags & CLI_OPTIONAL ? " [%s]" : " %s", argument->name);
	printf("\n\n%s.", command->summary);
	if (command->more != NULL)
		printf(" %s", command->more);
	if (command->rules != NULL)
		printf(" Rules: %s.", command->rules);
	printf("\n\n    %s\n", command->example);
	if (options[0].key != NULL)
		puts("\n| option | |\n|---|---|");
	for (; options->key != NULL; options++) {
		const struct ch_field *field =
			options->field == NULL ? NULL : ch_field_named(ch_entity_of(options->entity), options->field);
		const char *help = options->help != NULL ? options->help : field == NULL ? "" : field->help;
		printf("| `--%s` | ", options->key);
		print_cell(help != NULL ? help : field->label);
		print_source(field != NULL && help == field->help ? field : NULL);
		puts(" |");
	}
}

static void print_cli(void)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *section = "";

	print_head("Commands", "`src/cli/command.def` and the field tables");
	for (const struct cli_command *command = cli_commands; command->words != NULL; command++) {
		if (strcmp(section, command->section) != 0)
			printf("\n## %s\n", section = command->section);
		print_command(command, &arena);
	}
	ch_arena_release(&arena);
}

static void print_schema(void)
{
	print_head("Schema", "`data/schema`");
	for (const struct embedded_file *file = schema_files; file->name != NULL; file++)
		printf("\n## %s\n\n```sql\n%s```\n", file->name, file->text);
}

static const struct {
	const char *name;
	void (*print)(void);
} documents[] = {
	{"checks", print_checks}, {"cli", print_cli},		{"faces", print_faces},
	{"fields", print_fields},
	{"keys", print_keys},	  {"reports", print_reports},	{"rules", print_rules},
	{"schema", print_schema}, {"security", print_security}, {"settings", print_settings},
	{"states", print_states}, {"man/chiron.1", print_man_program},
	{"man/chiron-config.5", print_man_config}, {"man/chiron-keys.7", print_man_keys},
};

int main(int argc, char **argv)
{
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++) {
		if (argc < 2)
			puts(documents[i].name);
		else if (strcmp(argv[1], documents[i].name) == 0)
			return documents[i].print(), fflush(stdout) != 0;
	}
	return argc >= 2;
}
