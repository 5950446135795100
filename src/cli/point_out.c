#include "cli/output.h"

void cli_point_out(struct cli *cli, enum ch_occasion occasion, int64_t subject_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_findings found;

	if (cli->quiet || cli_is_for_programs(cli) || cli->several ||
	    ch_point_out(&cli->context, occasion, subject_id, &cli->arena, &found, &ignored) != CH_OK)
		return;
	for (size_t i = 0; i < found.count; i++)
		cli_say(cli, _("~ %s (%s): `%s`"), found.items[i].says,
			ch_check_source(found.items[i].check), found.items[i].command);
}
