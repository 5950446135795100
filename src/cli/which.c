/* From the words of a command line to records, and from records to words. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

/* A number that leads to somebody else's is said: whoever typed it has it from an old list. */
static void note_merged(struct cli *cli, const char *word, int64_t id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_merged merged;
	char day[16];

	if (word[strspn(word, "0123456789")] != '\0' || strtoll(word, NULL, 10) == id ||
	    ch_merged_into(&cli->context, strtoll(word, NULL, 10), &cli->arena, &merged, &ignored) != CH_OK ||
	    merged.merged_id == 0)
		return;
	cli_note(cli, _("Person %" PRId64 ", %s, is person %" PRId64 " since %s: the two records were made one"),
		 merged.merged_id, merged.name, id, ch_date_show(merged.merged_on, cli_today(cli), day));
}

enum ch_status cli_which(struct cli *cli, enum ch_entity_id entity, const char *word, int64_t *id,
			 struct ch_error *err)
{
	const char *colon = strchr(word, ':');

	if (entity == CH_PAIRING && colon && !strchr(word, '/'))
		word = ch_arena_printf(&cli->arena, "%.*s / %s", (int)(colon - word), word, colon + 1);
	if (ch_find(&cli->context, entity, word, id, err) == CH_OK && entity == CH_PERSON)
		note_merged(cli, word, *id);
	return err->status;
}

enum ch_status cli_which_number(const char *word, const char *noun, const char *command, int64_t *id,
				struct ch_error *err)
{
	size_t digits = strspn(word, "0123456789");

	if (digits == 0 || digits > 18 || word[digits] != '\0') {
		ch_fail(err, CH_USAGE, _("\"%s\" is no number of %s"), word, noun);
		return ch_error_fix(err, _("`chiron %s` shows them"), command);
	}
	*id = strtoll(word, NULL, 10);
	return CH_OK;
}

/* What belongs to programmes goes by its name within the one that --programme names: each may have an "Autumn". */
static enum ch_status which_within(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity,
				   const char *word, int64_t *id, struct ch_error *err)
{
	const char *programme = cli_args_value(args, "programme");
	int64_t programme_id = 0;

	if (ch_part_owner(entity) != CH_PROGRAMME || programme == NULL)
		return cli_which(cli, entity, word, id, err);
	if (cli_which(cli, CH_PROGRAMME, programme, &programme_id, err) != CH_OK)
		return err->status;
	return ch_find_in(&cli->context, entity, programme_id, word, id, err);
}

enum ch_status cli_which_option(struct cli *cli, const struct cli_args *args, const char *key,
				enum ch_entity_id entity, int64_t *id, struct ch_error *err)
{
	const char *word = cli_args_value(args, key);

	return word ? which_within(cli, args, entity, word, id, err) : CH_OK;
}

static const char *pairing_name(struct cli *cli, int64_t pairing_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_pairing pairing;

	if (ch_pairing_get(&cli->context, pairing_id, &cli->arena, &pairing, &ignored) != CH_OK)
		return NULL;
	return ch_arena_printf(&cli->arena, _("%s and %s"), cli_name(cli, CH_PERSON, pairing.guide_id),
			       cli_name(cli, CH_PERSON, pairing.learner_id));
}

const char *cli_name_known(struct cli *cli, enum ch_entity_id entity, int64_t id)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_programme programme;
	struct ch_person person;
	const char *name = NULL;

	if (id == 0)
		return "";
	for (size_t i = 0; entity == CH_PERSON && i < sizeof(cli->called) / sizeof(cli->called[0]); i++)
		if (cli->called[i].person_id == id)
			return cli->called[i].name;
	if (entity == CH_PERSON &&
	    ch_person_get(&cli->context, id, &cli->arena, &person, &ignored) == CH_OK)
		name = person.name;
	else if (entity == CH_PROGRAMME &&
		 ch_programme_get(&cli->context, id, &cli->arena, &programme, &ignored) == CH_OK)
		name = programme.name;
	else if (entity == CH_PAIRING)
		name = pairing_name(cli, id);
	else if (ch_part_owner(entity) != CH_NO_ENTITY)
		name = ch_part_name(&cli->context, entity, id, &cli->arena);
	return name;
}

const char *cli_name(struct cli *cli, enum ch_entity_id entity, int64_t id)
{
	const char *name = cli_name_known(cli, entity, id);

	return name ? name : ch_arena_printf(&cli->arena, "%s %" PRId64, ch_entity_of(entity)->name, id);
}

bool cli_is_of_pair(const struct cli *cli, const struct ch_pairing *pairing)
{
	int64_t actor = cli->context.actor.person_id;

	return actor != 0 && (actor == pairing->guide_id || actor == pairing->learner_id);
}

/* The text that an option gives for its field, with names and dates to come made canonical. */
static enum ch_status canonical_value(struct cli *cli, const struct cli_args *args, const struct cli_given *given,
				      const struct ch_field *field, const char **text, struct ch_error *err)
{
	char iso[CH_DATE_SIZE];
	int64_t id = 0;
	ch_date date;

	*text = given->value;
	if (!given->value[0])
		return CH_OK;
	if (field->type == CH_TYPE_ID) {
		if (which_within(cli, args, field->refers_to, given->value, &id, err) != CH_OK)
			return err->status;
		*text = ch_arena_printf(&cli->arena, "%" PRId64, id);
	} else if (field->type == CH_TYPE_DATE && given->option->flags & CLI_AHEAD) {
		if (ch_date_parse(given->value, cli_today(cli), true, &date, err) != CH_OK)
			return err->status;
		*text = ch_arena_copy(&cli->arena, ch_date_iso(date, iso));
	}
	return CH_OK;
}

enum ch_status cli_fill(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity, void *record,
			struct ch_error *err)
{
	for (size_t i = 0; i < args->given_count; i++) {
		const struct cli_given *given = &args->given[i];
		const struct ch_field *field;
		const char *text;

		if (!given->option->field || given->option->entity != entity || given->option->flags & CLI_SELECTS)
			continue;
		if (strcmp(given->option->field, "custom_values") == 0) {
			if (ch_custom_give(&cli->context, entity, record, given->value, &cli->arena, err) != CH_OK)
				return err->status;
			continue;
		}
		field = ch_field_named(ch_entity_of(entity), given->option->field);
		if (canonical_value(cli, args, given, field, &text, err) != CH_OK ||
		    ch_field_set(field, record, text, cli_today(cli), &cli->arena, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

enum ch_status cli_date_option(struct cli *cli, const struct cli_args *args, const char *key, ch_date *date,
			       struct ch_error *err)
{
	for (size_t i = 0; i < args->given_count; i++) {
		const struct cli_given *given = &args->given[i];

		if (strcmp(given->option->key, key) == 0 &&
		    ch_date_parse(given->value, cli_today(cli), given->option->flags & CLI_AHEAD, date, err) != CH_OK)
			return err->status;
	}
	return CH_OK;
}

struct ch_said cli_said(const struct cli_args *args)
{
	const char *key = cli_args_has(args, "ready") ? "ready" : "how";

	return (struct ch_said){.how = (enum ch_how)cli_args_choice(args, key), .on = CH_NO_DATE};
}
