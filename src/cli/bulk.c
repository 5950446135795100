/* The same done to several records: each is tried, what is refused is reported, and the rest goes on. */
#include "cli/cli.h"

struct bulk {
	struct cli *cli;
	size_t tried, refused;
};

static void bulk_begin(struct bulk *bulk, struct cli *cli)
{
	*bulk = (struct bulk){.cli = cli};
	cli->several = true;
	cli->done = 0;
}

static void bulk_count(struct bulk *bulk, enum ch_status status, struct ch_error *err)
{
	bulk->tried++;
	if (status == CH_OK)
		return;
	bulk->refused++;
	cli_complain(bulk->cli, err);
	*err = CH_NO_ERROR;
}

static enum ch_status bulk_end(struct bulk *bulk, struct ch_error *err)
{
	struct cli *cli = bulk->cli;

	cli->several = false;
	if (cli->format == CLI_JSON)
		fputs(cli->done ? "]\n" : "[]\n", cli->out);
	if (bulk->refused == 0)
		return CH_OK;
	if (bulk->refused == bulk->tried)
		return ch_fail(err, CH_DATA, _("none of the %zu could be done"), bulk->tried);
	return ch_fail(err, CH_DATA, _("%zu of %zu could not be done; the others are done"), bulk->refused,
		       bulk->tried);
}

enum ch_status cli_each_word(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity,
			     cli_each_run *run, const void *context, struct ch_error *err)
{
	struct bulk bulk;
	int64_t id;

	if (args->word_count == 1) {
		if (cli_which(cli, entity, args->words[0], &id, err) != CH_OK)
			return err->status;
		return run(cli, id, context, err);
	}
	bulk_begin(&bulk, cli);
	for (size_t i = 0; i < args->word_count; i++) {
		enum ch_status status = cli_which(cli, entity, args->words[i], &id, err);

		if (status == CH_OK)
			status = run(cli, id, context, err);
		bulk_count(&bulk, status, err);
	}
	return bulk_end(&bulk, err);
}

enum ch_status cli_each_row(struct cli *cli, const struct ch_list_query *query, cli_each_run *run,
			    const void *context, const char *none, struct ch_error *err)
{
	struct ch_grid grid;
	struct bulk bulk;

	if (ch_list_fetch(&cli->context, query, &cli->arena, &grid, err) != CH_OK)
		return err->status;
	if (grid.row_count == 0)
		cli_say(cli, "%s", none);
	bulk_begin(&bulk, cli);
	for (size_t i = 0; i < grid.row_count; i++)
		bulk_count(&bulk, run(cli, grid.rows[i].id, context, err), err);
	return bulk_end(&bulk, err);
}
