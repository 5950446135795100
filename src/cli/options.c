/* The options of a command that come from a field table, and those every command takes. */
#include <string.h>

#include "chiron/text.h"
#include "cli/command.h"

static const struct ch_choice formats[] = {
	{"", ""}, {"table", ""}, {"lines", ""}, {"csv", ""}, {"json", ""}, {"xlsx", ""}, {0}};

const struct cli_option cli_global_options[] = {
	{.key = "db",
	 .letter = 'd',
	 .value = "FILE",
	 .flags = CLI_FILE,
	 .help = N_("the scheme file; else $CHIRON_DB, else scheme.db in the data folder")},
	{.key = "config", .value = "FILE", .flags = CLI_FILE,
	 .help = N_("your preferences; else $CHIRON_CONFIG, else chiron/config in $XDG_CONFIG_HOME")},
	{.key = "as", .value = "WHO", .flags = CLI_HERE, .help = N_("act as this person: e-mail, id or name")},
	{.key = "today", .value = "DATE", .type = CH_TYPE_DATE, .flags = CLI_HERE,
	 .help = N_("take this day for today; else $CHIRON_TODAY")},
	{.key = "format",
	 .value = "FORMAT",
	 .choices = formats,
	 .help = N_("table, lines, csv or json; of an export csv, json or xlsx")},
	{.key = "override", .value = "RULES: REASON", .entity = CH_OVERRIDE, .field = "reason",
	 .help = N_("go on against the rules named, as 'R8 R13: why'; the reason is kept")},
	{.key = "yes", .help = N_("answer yes where a question would be asked")},
	{.key = "quiet", .letter = 'q', .help = N_("say nothing when all goes well")},
	{.key = "plain", .help = N_("one thing a line, as for a screen reader: lines for table")},
	{.key = "help", .letter = 'h', .help = N_("show what a command does and takes")},
	{.key = "version", .help = N_("show the version")},
	{0},
};

static const char *value_name(const struct ch_field *field)
{
	static const char *const by_type[] = {
		[CH_TYPE_ID] = "WHICH",	      [CH_TYPE_TEXT] = "TEXT",	       [CH_TYPE_LINES] = "TEXT",
		[CH_TYPE_LIST] = "TERMS",     [CH_TYPE_EMAIL] = "EMAIL",       [CH_TYPE_PHONE] = "PHONE",
		[CH_TYPE_NUMBER] = "NUMBER",  [CH_TYPE_MINUTES] = "LENGTH",    [CH_TYPE_TIME] = "TIME",
		[CH_TYPE_HOURS] = "HOURS",    [CH_TYPE_DATE] = "DATE",	       [CH_TYPE_INSTANT] = "INSTANT",
		[CH_TYPE_CHOICE] = "WORD",    [CH_TYPE_CHOICES] = "WORDS",     [CH_TYPE_YES] = "YES-OR-NO",
		[CH_TYPE_INTERVAL] = "INTERVAL",
	};

	if (field->type == CH_TYPE_ID && field->refers_to == CH_PERSON)
		return "PERSON";
	if (field->type == CH_TYPE_ID && field->refers_to == CH_PROGRAMME)
		return "PROGRAMME";
	if (field->type == CH_TYPE_ID && field->refers_to == CH_PAIRING)
		return "PAIRING";
	return by_type[field->type];
}

/* "hours_per_month" gives "hours-per-month", "manager_id" gives "manager". */
static const char *option_key(const struct ch_field *field, struct ch_arena *arena)
{
	char *key = ch_arena_copy(arena, field->key);
	size_t length = strlen(key);

	if (field->type == CH_TYPE_ID && length > 3 && strcmp(key + length - 3, "_id") == 0)
		key[length - 3] = '\0';
	for (char *c = key; *c; c++) {
		if (*c == '_')
			*c = '-';
	}
	return key;
}

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = words; at && (at = strstr(at, word)); at += length) {
		if ((at == words || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
			return true;
	}
	return false;
}

static bool is_option(const struct cli_command *command, const struct ch_field *field)
{
	if (field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN) || field->access == CH_CLASS_PAIR)
		return false;
	if (command->fields == CLI_FIELDS_EDIT && field->flags & CH_FIELD_FIXED)
		return false;
	for (const struct cli_option *own = command->options; own && own->key; own++) {
		if (own->field && strcmp(own->field, field->key) == 0)
			return false;
	}
	return !has_word(command->without, field->key);
}

/* An option of the command's own, with what the field that it gives says of it. */
static struct cli_option completed(struct cli_option option)
{
	const struct ch_field *field =
		option.field ? ch_field_named(ch_entity_of(option.entity), option.field) : NULL;

	if (field && !option.help)
		option.help = field->help ? field->help : field->label;
	if (field && !option.value)
		option.value = value_name(field);
	if (!option.value && option.type)
		option.value = value_name(&(struct ch_field){.type = option.type});
	if (!option.value && option.entity && !field)
		option.value = value_name(&(struct ch_field){.type = CH_TYPE_ID, .refers_to = option.entity});
	if (field && !option.choices)
		option.choices = field->choices;
	return option;
}

const struct cli_option *cli_command_options(const struct cli_command *command, struct ch_arena *arena)
{
	const struct ch_entity *entity =
		command->fields == CLI_FIELDS_NONE ? NULL : ch_entity_of(command->fields_of);
	struct cli_option *options;
	size_t count = 0;

	for (const struct cli_option *own = command->options; own && own->key; own++)
		count++;
	options = ch_arena_array(arena, count + (entity ? entity->field_count : 0) + 1, sizeof(*options));
	for (size_t i = 0; i < count; i++)
		options[i] = completed(command->options[i]);
	for (size_t i = 0; entity && i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (is_option(command, field))
			options[count++] = (struct cli_option){
				.key = option_key(field, arena),
				.value = value_name(field),
				.help = field->help ? field->help : field->label,
				.entity = entity->id,
				.field = field->key,
				.choices = field->choices,
			};
	}
	return options;
}
