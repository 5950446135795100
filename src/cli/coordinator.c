/* `chiron coordinator ...` (R83) */
#include "cli/edit.h"
#include "cli/output.h"

static const char *looked_after(struct cli *cli, int64_t id)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *programmes = "";

	if (ch_coordinator_programmes(&cli->context, id, &cli->arena, &programmes, &ignored) != CH_OK ||
	    *programmes == '\0')
		return _("the whole scheme");
	return programmes;
}

enum ch_status cli_coordinator_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_coordinator coordinator;

	ch_record_start(ch_entity_of(CH_COORDINATOR), &coordinator);
	if (cli_give_name(cli, args, CH_COORDINATOR, &coordinator, err) != CH_OK ||
	    cli_fill(cli, args, CH_COORDINATOR, &coordinator, err) != CH_OK ||
	    ch_coordinator_add(&cli->context, &coordinator, cli_args_value(args, "programmes"), err) != CH_OK)
		return err->status;
	cli_done(cli, CH_COORDINATOR, &coordinator, _("%s is a coordinator, for %s."), coordinator.name,
		 looked_after(cli, coordinator.coordinator_id));
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_coordinator coordinator;

	if (ch_coordinator_get(&cli->context, id, &cli->arena, &coordinator, err) != CH_OK ||
	    cli_fill(cli, args, CH_COORDINATOR, &coordinator, err) != CH_OK ||
	    ch_coordinator_set(&cli->context, &coordinator, cli_args_value(args, "programmes"), err) != CH_OK)
		return err->status;
	cli_done(cli, CH_COORDINATOR, &coordinator, _("%s is a coordinator, for %s."), coordinator.name,
		 looked_after(cli, id));
	return CH_OK;
}

enum ch_status cli_coordinator_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (!cli_args_has(args, "programmes") && cli_needs_change(args, CH_COORDINATOR, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_COORDINATOR, set_one, args, err);
}

static enum ch_status remove_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_coordinator coordinator;

	(void)context;
	if (ch_coordinator_get(&cli->context, id, &cli->arena, &coordinator, err) != CH_OK ||
	    ch_coordinator_remove(&cli->context, id, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_COORDINATOR, &coordinator, _("%s is no coordinator any more."), coordinator.name);
	return CH_OK;
}

enum ch_status cli_coordinator_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_COORDINATOR, remove_one, args, err);
}
