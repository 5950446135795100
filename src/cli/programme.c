/* `chiron programme ...` */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"

/* The programme as it is now, and its state in words. */
static enum ch_status read_again(struct cli *cli, int64_t id, struct ch_programme *programme, const char **state,
				 struct ch_error *err)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_PROGRAMME), "state");

	if (ch_programme_get(&cli->context, id, &cli->arena, programme, err) != CH_OK)
		return err->status;
	*state = ch_field_show(field, programme, cli_today(cli), &cli->arena);
	return CH_OK;
}

enum ch_status cli_programme_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_programme programme;
	const char *state;

	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	if (cli_give_name(cli, args, CH_PROGRAMME, &programme, err) != CH_OK ||
	    cli_fill(cli, args, CH_PROGRAMME, &programme, err) != CH_OK ||
	    ch_programme_add(&cli->context, &programme, err) != CH_OK ||
	    read_again(cli, programme.programme_id, &programme, &state, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROGRAMME, &programme, _("The programme %s is made; its state is %s."), programme.name, state);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_programme programme;
	const char *state;

	if (ch_programme_get(&cli->context, id, &cli->arena, &programme, err) != CH_OK)
		return err->status;
	int64_t before = programme.row_version;
	if (cli_fill(cli, context, CH_PROGRAMME, &programme, err) != CH_OK ||
	    ch_programme_set(&cli->context, &programme, err) != CH_OK ||
	    read_again(cli, id, &programme, &state, err) != CH_OK)
		return err->status;
	if (programme.row_version != before) {
		cli_done(cli, CH_PROGRAMME, &programme, _("The programme %s is changed; its state is %s."),
			 programme.name, state);
		cli_point_out(cli, CH_AT_PROGRAMME, id);
	} else {
		cli_done(cli, CH_PROGRAMME, &programme, _("Nothing changed: the programme %s was so already."),
			 programme.name);
	}
	return CH_OK;
}

enum ch_status cli_programme_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_PROGRAMME, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_PROGRAMME, set_one, args, err);
}

enum ch_status cli_programme_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_grid overrides;
	int64_t id;

	if (cli_which(cli, CH_PROGRAMME, args->words[0], &id, err) != CH_OK ||
	    ch_programme_get(&cli->context, id, &cli->arena, &programme, err) != CH_OK)
		return err->status;
	cli_overrides_of(cli, &(struct ch_list_query){.programme_id = id, .filter = "pairing_id:-"}, &overrides);
	cli_show_record(cli, CH_PROGRAMME, &programme,
			&(const struct cli_part){
				.key = "overrides",
				.title = overrides.row_count > 0 ? _("Rules overridden") : NULL,
				.grid = &overrides,
			},
			1);
	return CH_OK;
}

static enum ch_status open_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_programme programme;
	struct ch_error doubt;
	const char *state;

	(void)context;
	if (ch_programme_open(&cli->context, id, err) != CH_OK ||
	    read_again(cli, id, &programme, &state, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROGRAMME, &programme, _("The programme %s is %s."), programme.name, state);
	ch_programme_doubt_open(&cli->context, id, &doubt);
	if (doubt.status != CH_OK && !cli->quiet && !cli_is_for_programs(cli))
		cli_say(cli, "%s; %s.", doubt.message, doubt.fix);
	cli_point_out(cli, CH_AT_OPENING, id);
	return CH_OK;
}

enum ch_status cli_programme_open(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROGRAMME, open_one, NULL, err);
}

static enum ch_status close_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_programme programme;
	const char *state;

	(void)context;
	if (ch_programme_close(&cli->context, id, err) != CH_OK ||
	    read_again(cli, id, &programme, &state, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PROGRAMME, &programme, _("The programme %s is %s."), programme.name, state);
	return CH_OK;
}

enum ch_status cli_programme_close(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_PROGRAMME, close_one, NULL, err);
}
