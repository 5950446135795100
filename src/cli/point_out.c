/* Rules that warn appear where the work happens: what the checks find of a record that was just written. */
#include <string.h>

#include "chiron/rule.h"
#include "cli/output.h"

static bool warns(const struct ch_check_info *check)
{
	const struct ch_rule *rule = ch_rule_named(check->rule);

	return check->severity >= CH_SEVERITY_WARN && rule != NULL && strchr(rule->strength, 'W') != NULL;
}

static void run(struct cli *cli, const struct ch_check_info *check, int64_t id)
{
	const struct ch_check_query query = {.rule = check->name, .subject_id = id};
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings found;

	if (ch_check_run(&cli->context, &query, &cli->arena, &found, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < found.count; i++)
		cli_say(cli, _("~ %s (%s): `%s`"), found.items[i].says, check->rule,
			found.items[i].command);
}

static bool is_read(const struct cli *cli)
{
	return !cli->quiet && !cli_is_for_programs(cli) && !cli->several;
}

void cli_point_out_one(struct cli *cli, const char *name, int64_t id)
{
	for (size_t i = 0; is_read(cli) && i < ch_check_count(); i++)
		if (strcmp(ch_check_at(i)->name, name) == 0)
			run(cli, ch_check_at(i), id);
}

void cli_point_out(struct cli *cli, enum ch_entity_id entity, int64_t id, const char *mended_by)
{
	for (size_t i = 0; is_read(cli) && i < ch_check_count(); i++) {
		const struct ch_check_info *check = ch_check_at(i);

		if (check->subject == entity && warns(check) &&
		    (mended_by == NULL || strncmp(check->command, mended_by, strlen(mended_by)) == 0))
			run(cli, check, id);
	}
}
