/* `chiron person merge`: two records of one person made one. */
#include <inttypes.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/output.h"

enum { KEY, FIELD, KEEP, OTHER, STAYS };

/* "first-name" is the field first_name. */
static const char *field_key(struct cli *cli, const char *option)
{
	char *key = ch_arena_copy(&cli->arena, option);

	for (char *at = key; *at != '\0'; at++)
		if (*at == '-')
			*at = '_';
	return key;
}

static void show_both(struct cli *cli, const struct ch_merging *merging, const struct ch_merge_told *told)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_person person;

	if (!cli_is_for_programs(cli)) {
		cli_show_grid(cli, &told->fields, NULL);
		if (!cli->quiet)
			fputc('\n', cli->out);
		cli_show_grid(cli, &told->moved, _("Nothing else is recorded of the second."));
		if (told->noted != NULL)
			cli_say(cli, _("To the notes goes: %s"), told->noted);
		return;
	}
	if (ch_person_get(&cli->context, merging->keep_id, &cli->arena, &person, &ignored) == CH_OK)
		cli_show_record(cli, CH_PERSON, &person,
				(const struct cli_part[]){{.key = "fields", .grid = &told->fields},
							  {.key = "becomes_theirs", .grid = &told->moved}},
				2);
}

static bool is_choice(const char **cells)
{
	return cells[KEY] != NULL && *cells[KEEP] != '\0' && *cells[OTHER] != '\0' && strcmp(cells[STAYS], "same") != 0;
}

/* Asks of each field in which they differ. CH_DATA where whoever is asked goes
 * away. */
static enum ch_status ask_each(struct cli *cli, const struct ch_merge_told *told, const char **take, size_t *count,
			       struct ch_error *err)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;

	for (size_t i = 0; err->status == CH_OK && i < told->fields.row_count; i++) {
		const char **cells = told->fields.rows[i].cells;
		enum cli_answer answer;

		if (!is_choice(cells) || strcmp(cells[STAYS], "taken") == 0)
			continue;
		answer = cli_ask(cli, &line,
				 strcmp(cells[STAYS], "both") == 0
					 ? _("%s: 1 is %s; 2 is %s. Enter puts both together; 2 "
					     "leaves the second alone")
					 : _("%s: 1 is %s; 2 is %s. Which stays? Enter: the first"),
				 cells[FIELD], cells[KEEP], cells[OTHER]);
		if (answer == CLI_ENDED || answer == CLI_STOPPED)
			ch_fail(err, CH_DATA, _("nothing was changed"));
		else if (answer == CLI_ANSWERED && strcmp(line.text, "2") == 0)
			take[(*count)++] = cells[KEY];
		else if (answer == CLI_ANSWERED && strcmp(line.text, "1") != 0)
			i--;
	}
	ch_buffer_release(&line);
	return err->status;
}

enum ch_status cli_person_merge(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	size_t count;
	const char **given = cli_args_values(args, "take", &cli->arena, &count);
	const char **take = ch_arena_array(&cli->arena, count + CLI_COLUMNS_MOST, sizeof *take);
	struct ch_merging merging = {.take = take, .take_count = count};
	struct ch_merge_told told;
	struct ch_person person;

	for (size_t i = 0; i < count; i++)
		take[i] = field_key(cli, given[i]);
	if (cli_which(cli, CH_PERSON, args->words[0], &merging.keep_id, err) != CH_OK ||
	    cli_which(cli, CH_PERSON, args->words[1], &merging.other_id, err) != CH_OK ||
	    ch_merge_tell(&cli->context, &merging, &cli->arena, &told, err) != CH_OK)
		return err->status;
	bool dry = cli_args_has(args, "dry-run"), asks = cli->asks && !cli->yes && !dry;
	if (dry || asks)
		show_both(cli, &merging, &told);
	if (dry || (asks && ask_each(cli, &told, take, &merging.take_count, err) != CH_OK))
		return err->status;
	if (ch_person_merge(&cli->context, &merging, &cli->arena, &told, err) != CH_OK ||
	    ch_person_get(&cli->context, merging.keep_id, &cli->arena, &person, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_PERSON, &person, _("%s and %s are one: %s, person %" PRId64 "."), told.keep, told.other,
		 person.name, person.person_id);
	if (told.noted != NULL)
		cli_note(cli, _("To the notes went: %s"), told.noted);
	cli_note(cli, _("If they were two after all, `chiron undo` takes it back"));
	return CH_OK;
}
