/* `chiron person ...` */
#include <inttypes.h>
#include <string.h>

#include "cli/edit.h"
#include "cli/output.h"

/* The name as screens show it, from its parts, where only these were given. */
static void name_from_parts(struct cli *cli, struct ch_person *person)
{
	if (person->name)
		return;
	if (person->first_name && person->last_name)
		person->name = ch_arena_printf(&cli->arena, "%s %s", person->first_name, person->last_name);
	else
		person->name = person->first_name ? person->first_name : person->last_name;
}

enum ch_status cli_person_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_person person;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	if (cli_give_name(cli, args, CH_PERSON, &person, err) != CH_OK ||
	    cli_fill(cli, args, CH_PERSON, &person, err) != CH_OK)
		return err->status;
	name_from_parts(cli, &person);
	if (ch_person_add(&cli->context, &person, err) != CH_OK ||
	    ch_person_get(&cli->context, person.person_id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s is person %" PRId64 "."), person.name, person.person_id);
	return CH_OK;
}

static enum ch_status set_one(struct cli *cli, int64_t id, const void *context, struct ch_error *err)
{
	struct ch_person person;

	if (ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK ||
	    cli_fill(cli, context, CH_PERSON, &person, err) != CH_OK ||
	    ch_person_set(&cli->context, &person, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s is changed."), person.name);
	return CH_OK;
}

enum ch_status cli_person_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_PERSON, err) != CH_OK)
		return err->status;
	return cli_each_word(cli, args, CH_PERSON, set_one, args, err);
}

/* What is left for the coordinator to do: each live pairing of the leaver, and the command that ends it. */
static enum ch_status name_live_pairings(struct cli *cli, const struct ch_person *person, struct ch_error *err)
{
	struct ch_list_query query = {.list = CH_LIST_PAIRINGS,
				      .filter = "-state:closed",
				      .person_id = person->person_id};
	struct ch_grid live;

	if (ch_list_fetch(&cli->context, &query, &cli->arena, &live, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < live.row_count; i++)
		cli_note(cli, _("Pairing %" PRId64 ", %s and %s, is still open: `chiron pairing close %" PRId64
				" --kind ended_early --initiator coordinator --reason ...`"),
			 live.rows[i].id, live.rows[i].cells[1], live.rows[i].cells[2], live.rows[i].id);
	return CH_OK;
}

enum ch_status cli_person_leave(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_person person;
	int64_t id;

	if (cli_which(cli, CH_PERSON, args->words[0], &id, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	person.left_on = cli_today(cli);
	if (cli_args_has(args, "on") &&
	    ch_field_set(ch_field_named(ch_entity_of(CH_PERSON), "left_on"), &person, cli_args_value(args, "on"),
			 cli_today(cli), &cli->arena, err) != CH_OK)
		return err->status;
	if (ch_person_set(&cli->context, &person, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s has left."), person.name);
	return name_live_pairings(cli, &person, err);
}

enum ch_status cli_person_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid enrolments, pairings;
	struct ch_person person;
	int64_t id;

	if (cli_which(cli, CH_PERSON, args->words[0], &id, err) != CH_OK ||
	    ch_person_get(&cli->context, id, &cli->arena, &person, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &(struct ch_list_query){.list = CH_LIST_ENROLMENTS, .person_id = id},
			  &cli->arena, &enrolments, err) != CH_OK ||
	    ch_list_fetch(&cli->context, &(struct ch_list_query){.list = CH_LIST_PAIRINGS, .person_id = id},
			  &cli->arena, &pairings, err) != CH_OK)
		return err->status;
	cli_show_record(cli, CH_PERSON, &person,
			(const struct cli_part[]){
				{.key = "enrolments", .title = _("Enrolments"), .grid = &enrolments},
				{.key = "pairings", .title = _("Pairings"), .grid = &pairings},
			},
			2);
	return CH_OK;
}
