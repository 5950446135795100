/* `chiron person disclose`, `person erase` and `person erased`. */
#include <inttypes.h>

#include "cli/ask.h"
#include "cli/file_out.h"
#include "cli/output.h"

enum ch_status cli_person_disclose(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *path = cli_args_value(args, "output");
	struct ch_buffer text = CH_BUFFER_EMPTY;
	int64_t id;
	bool json;

	if (cli_text_format(cli, path, &json, err) == CH_OK &&
	    cli_which(cli, CH_PERSON, args->words[0], &id, err) == CH_OK &&
	    ch_export_disclosed(&cli->context, id, json, &text, err) == CH_OK &&
	    cli_text_out(cli, path, &text, err) == CH_OK)
		cli_note(cli, _("Read it before you give it away: remarks may be about others, too"));
	ch_buffer_release(&text);
	return err->status;
}

/* The name, typed: nobody erases somebody by a key too many. */
static enum ch_status confirm(struct cli *cli, const char *name, struct ch_error *err)
{
	struct ch_buffer line = CH_BUFFER_EMPTY;
	bool agreed = cli->yes;

	if (!agreed && !cli->asks) {
		ch_fail(err, CH_USAGE, _("erasing %s cannot be undone"), name);
		return ch_error_fix(err, _("add --yes to do it all the same; --dry-run says what would go"));
	}
	if (!agreed && cli_ask(cli, &line, _("Nothing brings this back. Type the name, %s, to erase; anything else "
					     "leaves all as it is."),
			       name) == CLI_ANSWERED)
		agreed = ch_erasure_is_named(name, line.text);
	ch_buffer_release(&line);
	return agreed ? CH_OK : ch_fail(err, CH_DATA, _("nothing was changed"));
}

static enum ch_status give_certificate(struct cli *cli, const char *path, const struct ch_erased *erased,
				       struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	ch_buffer_add(&text, erased->certificate);
	/* The erasure is done: a certificate that cannot be written to its file is shown all the same. */
	if (path == NULL && cli->quiet)
		ch_buffer_clear(&text);
	if (cli_text_out(cli, path, &text, err) != CH_OK) {
		struct ch_error ignored = CH_NO_ERROR;
		cli_text_out(cli, NULL, &text, &ignored);
	}
	ch_buffer_release(&text);
	return err->status;
}

static void show_erased(struct cli *cli, const struct ch_erased *erased)
{
	static const struct ch_column columns[] = {
		{.key = "person_id", .label = N_("Person"), .type = CH_TYPE_ID},
		{.key = "called", .label = N_("Called from now on"), .type = CH_TYPE_TEXT},
		{.key = "records", .label = N_("Records"), .type = CH_TYPE_NUMBER},
		{.key = "mentions", .label = N_("Texts about others"), .type = CH_TYPE_NUMBER},
		{.key = "certificate", .label = N_("Certificate"), .type = CH_TYPE_LINES},
	};
	struct ch_grid grid = {.columns = columns, .column_count = sizeof(columns) / sizeof(columns[0])};
	const char **cells = ch_grid_append(&grid, erased->person_id, &cli->arena);

	cells[0] = ch_arena_printf(&cli->arena, "%" PRId64, erased->person_id);
	cells[1] = erased->called;
	cells[2] = ch_arena_printf(&cli->arena, "%" PRId64, erased->records);
	cells[3] = ch_arena_printf(&cli->arena, "%" PRId64, erased->mentions);
	cells[4] = erased->certificate;
	cli_show_object(cli, &grid);
}

/* A copy that still holds them is said beside the certificate, too: it is for the coordinator to see to. */
static enum ch_status erase(struct cli *cli, const struct cli_args *args, int64_t id, struct ch_erased *erased,
			    struct ch_error *err)
{
	bool in_copies = cli_args_has(args, "backups");

	if (ch_person_erase(&cli->context, id, in_copies, &cli->arena, erased, err) != CH_OK)
		return err->status;
	for (size_t i = 0; i < erased->copy_count; i++)
		cli_note(cli, "%s, %s: %s", erased->copies[i].path, erased->copies[i].made_on,
			 erased->copies[i].became);
	if (erased->copy_count > 0 && !in_copies)
		cli_note(cli, _("Such a copy brings them back where it is restored: remove it, or erase them there, "
				"too, with -d"));
	return CH_OK;
}

enum ch_status cli_person_erase(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *path = cli_args_value(args, "output");
	struct ch_erased erased;
	struct ch_grid told;
	int64_t id;

	if (path != NULL && !ch_path_ends(path, ".txt"))
		return ch_fail(err, CH_USAGE, _("the certificate is a text: the name ends in .txt; \"%s\" was given"),
			       path);
	if (ch_erasure_find(&cli->context, args->words[0], &id, err) != CH_OK ||
	    ch_erasure_tell(&cli->context, id, &cli->arena, &told, err) != CH_OK)
		return err->status;
	if (cli_args_has(args, "dry-run") || (cli->asks && !cli->yes))
		cli_show_grid(cli, &told, NULL);
	if (cli_args_has(args, "dry-run"))
		return CH_OK;
	if (confirm(cli, ch_erasure_name(&cli->context, id, &cli->arena), err) != CH_OK ||
	    erase(cli, args, id, &erased, err) != CH_OK)
		return err->status;
	if (path == NULL && cli_is_for_programs(cli)) {
		show_erased(cli, &erased);
		return CH_OK;
	}
	if (give_certificate(cli, path, &erased, err) == CH_OK && path != NULL)
		cli_say(cli, _("%s is erased: %" PRId64 " records. From now on: %s."), erased.name, erased.records,
			erased.called);
	return err->status;
}

enum ch_status cli_person_erased(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid grid;

	(void)args;
	if (ch_erasure_list(&cli->context, &cli->arena, &grid, err) == CH_OK)
		cli_show_grid(cli, &grid, _("Nobody was erased."));
	return err->status;
}
