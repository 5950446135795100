/* Cohorts, objectives, required checks and their like (chiron/part.h), all by the same functions. */
#include <inttypes.h>

#include "cli/edit.h"
#include "cli/output.h"

static void *new_record(struct cli *cli, enum ch_entity_id entity)
{
	return ch_arena_alloc(&cli->arena, ch_entity_of(entity)->size);
}

/* "cohort 3, Autumn 2026": what has no name goes by its number alone. */
static const char *called(struct cli *cli, enum ch_entity_id entity, int64_t id)
{
	const char *name = ch_part_name(&cli->context, entity, id, &cli->arena);
	const char *noun = ch_entity_of(entity)->noun;

	return name != NULL ? ch_arena_printf(&cli->arena, _("%s %" PRId64 ", %s,"), noun, id, name)
			    : ch_arena_printf(&cli->arena, "%s %" PRId64, noun, id);
}

static void say_doubt(struct cli *cli, enum ch_entity_id entity, const void *record)
{
	struct ch_error doubt;

	ch_part_doubt(&cli->context, entity, record, &doubt);
	if (doubt.status != CH_OK)
		cli_note(cli, "%s; %s", doubt.message, doubt.fix);
	if (entity == CH_CREDENTIAL)
		cli_point_out(cli, CH_AT_CREDENTIAL, ((const struct ch_credential *)record)->person_id);
}

enum ch_status cli_part_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	enum ch_entity_id entity = args->command->fields_of;
	void *record = new_record(cli, entity);
	struct ch_record *head = record;

	ch_record_start(ch_entity_of(entity), record);
	if (cli_give_name(cli, args, entity, record, err) != CH_OK ||
	    cli_fill(cli, args, entity, record, err) != CH_OK ||
	    ch_part_add(&cli->context, entity, record, err) != CH_OK)
		return err->status;
	cli_done(cli, entity, record, _("The %s is added."), called(cli, entity, head->id));
	say_doubt(cli, entity, record);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	enum ch_entity_id entity = args->command->fields_of;
	struct ch_record *record = new_record(cli, entity);

	if (ch_part_get(&cli->context, entity, id, &cli->arena, record, err) != CH_OK)
		return err->status;
	int64_t before = record->row_version;
	if (cli_fill(cli, args, entity, record, err) != CH_OK ||
	    ch_part_set(&cli->context, entity, record, err) != CH_OK)
		return err->status;
	if (record->row_version != before)
		cli_done(cli, entity, record, _("The %s is changed."), called(cli, entity, id));
	else
		cli_done(cli, entity, record, _("Nothing changed: the %s was so already."), called(cli, entity, id));
	say_doubt(cli, entity, record);
	return CH_OK;
}

enum ch_status cli_part_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, args->command->fields_of, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, args->command->fields_of, set_one, args, err);
}

static enum ch_status remove_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	const struct cli_args *args = context;
	enum ch_entity_id entity = args->command->fields_of;
	void *record = new_record(cli, entity);
	const char *name = called(cli, entity, id);

	if (ch_part_get(&cli->context, entity, id, &cli->arena, record, err) != CH_OK ||
	    ch_part_remove(&cli->context, entity, id, err) != CH_OK)
		return err->status;
	cli_done(cli, entity, record, _("The %s is removed."), name);
	return CH_OK;
}

enum ch_status cli_part_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	return cli_each_word(cli, args, args->command->fields_of, remove_one, args, err);
}
