#include "cli/edit.h"

enum ch_status cli_give_name(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity, void *record,
			     struct ch_error *err)
{
	const char *name = cli_args_joined(args, &cli->arena);

	if (!name)
		return CH_OK;
	if (cli_args_has(args, "name"))
		return ch_fail(err, CH_USAGE, _("the name is given twice: \"%s\" and --name"), name);
	return ch_field_set(ch_field_named(ch_entity_of(entity), "name"), record, name, cli_today(cli), &cli->arena,
			    err);
}

enum ch_status cli_needs_change(const struct cli_args *args, enum ch_entity_id entity, struct ch_error *err)
{
	for (size_t i = 0; i < args->given_count; i++) {
		const struct cli_option *option = args->given[i].option;

		if (option->field && option->entity == entity && !(option->flags & CLI_SELECTS))
			return CH_OK;
	}
	ch_fail(err, CH_USAGE, _("nothing to change was given"));
	return ch_error_fix(err, _("`chiron %s --help` lists what can be"), args->command->words);
}

enum ch_status cli_needs_words_or_all(const struct cli_args *args, struct ch_error *err)
{
	bool all = cli_args_has(args, "all");

	if (all && args->word_count)
		return ch_fail(err, CH_USAGE, _("\"%s\" and --all were given: one or the other"), args->words[0]);
	if (all && !cli_args_has(args, "programme")) {
		ch_fail(err, CH_USAGE, _("--all needs --programme PROGRAMME"));
		return ch_error_fix(err, _("All of which programme?"));
	}
	if (!all && !args->word_count) {
		ch_fail(err, CH_USAGE, _("`chiron %s` needs %s, or --all --programme PROGRAMME"), args->command->words,
			args->command->arguments[0].name);
		return ch_error_fix(err, _("As in: %s"), args->command->example);
	}
	return CH_OK;
}
