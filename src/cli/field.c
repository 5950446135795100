/* `chiron field ...`: fields of a scheme's own. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"

enum ch_status cli_field_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_custom_field field;

	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	if (cli_give_name(cli, args, CH_CUSTOM_FIELD, &field, err) != CH_OK ||
	    cli_fill(cli, args, CH_CUSTOM_FIELD, &field, err) != CH_OK ||
	    ch_custom_field_add(&cli->context, &field, err) != CH_OK ||
	    ch_custom_field_get(&cli->context, field.custom_field_id, &cli->arena, &field, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_CUSTOM_FIELD, &field, _("%s is field %" PRId64 "; filters and exports call it %s."),
		 ch_text_safe(&cli->arena, field.name), field.custom_field_id, field.key);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	struct ch_custom_field field;

	if (ch_custom_field_get(&cli->context, id, &cli->arena, &field, err) != CH_OK ||
	    cli_fill(cli, args, CH_CUSTOM_FIELD, &field, err) != CH_OK)
		return err->status;
	/* What a choice offered is no use to another kind. */
	if (field.kind != CH_CUSTOM_CHOICE && !cli_args_has(args, "options"))
		field.options = NULL;
	if (ch_custom_field_set(&cli->context, &field, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_CUSTOM_FIELD, &field, _("%s is changed."), ch_text_safe(&cli->arena, field.name));
	return CH_OK;
}

enum ch_status cli_field_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_CUSTOM_FIELD, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_CUSTOM_FIELD, set_one, args, err);
}

static enum ch_status drop_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_custom_field field;
	int64_t values;

	(void)context;
	if (ch_custom_field_get(&cli->context, id, &cli->arena, &field, err) != CH_OK ||
	    ch_custom_field_drop(&cli->context, id, &values, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_CUSTOM_FIELD, &field,
		 _("%s is dropped, and the values it had: %" PRId64 ". `chiron undo` brings them back."),
		 ch_text_safe(&cli->arena, field.name), values);
	return CH_OK;
}

enum ch_status cli_field_drop(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, CH_CUSTOM_FIELD, drop_one, args, err);
}
