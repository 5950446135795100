/* The scheme file itself: making it, its settings, backing it up, proving it whole. */
#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/edit.h"
#include "cli/output.h"

/* Makes the folders above a file, private, as the data folder of a new user needs. */
static enum ch_status make_folders(struct cli *cli, const char *path, struct ch_error *err)
{
	char *folder = ch_arena_copy(&cli->arena, path);

	for (char *slash = strchr(folder + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0700) != 0 && errno != EEXIST)
			return ch_fail(err, CH_CANT_CREATE, _("the folder %s cannot be made: %s"), folder,
				       strerror(errno));
		*slash = '/';
	}
	return CH_OK;
}

enum ch_status cli_init(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	const char *name = cli_args_joined(args, &cli->arena);
	int notes = cli_args_choice(args, "notes");

	if (!name)
		name = _("Mentoring and coaching");
	if (!cli_args_has(args, "db") && make_folders(cli, cli->path, err) != CH_OK)
		return err->status;
	if (ch_scheme_create(cli->path, name, (enum ch_notes)notes, &cli->context.clock, err) != CH_OK ||
	    cli_open(cli, &(struct cli_args){0}, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SCHEME, &cli->settings,
		 _("The scheme %s is made, in %s. Next: `chiron import people FILE`, or `chiron programme add NAME`."),
		 name, cli->path);
	return CH_OK;
}

enum ch_status cli_scheme_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	(void)args;
	(void)err;
	cli_say(cli, _("File: %s"), ch_scheme_path(cli->context.scheme));
	cli_show_record(cli, CH_SCHEME, &cli->settings, NULL, 0);
	return CH_OK;
}

/* What the pairs wrote before stays theirs: that it is still kept is said. */
static void tell_wording_kept(struct cli *cli)
{
	struct ch_error ignored = CH_NO_ERROR;
	int64_t count;

	if (cli->settings.notes == CH_NOTES_OFF && ch_pair_texts_kept(&cli->context, &count, &ignored) == CH_OK &&
	    count > 0)
		cli_note(cli,
			 _n("%" PRId64 " text that a pair wrote before stays, and the pair reads it as before. "
			    "It goes with its session (`chiron session remove`) or with the mentee or coachee "
			    "(`chiron person erase`)",
			    "%" PRId64 " texts that pairs wrote before stay, and the pairs read them as before. "
			    "They go with their session (`chiron session remove`) or with the mentee or coachee "
			    "(`chiron person erase`)",
			    count),
			 count);
}

enum ch_status cli_scheme_set(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (cli_needs_change(args, CH_SCHEME, err) != CH_OK ||
	    cli_fill(cli, args, CH_SCHEME, &cli->settings, err) != CH_OK ||
	    ch_scheme_settings_set(&cli->context, &cli->settings, err) != CH_OK ||
	    ch_scheme_settings_get(&cli->context, &cli->arena, &cli->settings, err) != CH_OK)
		return err->status;
	cli_done(cli, CH_SCHEME, &cli->settings, _("The settings of %s are saved."), cli->settings.name);
	if (cli_args_has(args, "notes"))
		tell_wording_kept(cli);
	return CH_OK;
}

/* A path for programs: {"file": PATH}. */
static void show_path(struct cli *cli, const char *path)
{
	static const struct ch_column column = {.key = "file", .label = N_("File"), .type = CH_TYPE_TEXT};
	struct ch_row row = {.cells = &path};
	struct ch_grid grid = {.columns = &column, .column_count = 1, .rows = &row, .row_count = 1};

	if (cli_is_for_programs(cli))
		cli_show_object(cli, &grid);
}

enum ch_status cli_backup(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (ch_scheme_backup(&cli->context, args->words[0], err) != CH_OK)
		return err->status;
	show_path(cli, args->words[0]);
	cli_say(cli, _("The scheme is copied to %s, and the copy is verified."), args->words[0]);
	return CH_OK;
}

static void tell_erased(struct cli *cli, const struct ch_restored *restored)
{
	struct ch_buffer people = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < restored->erased_count; i++)
		ch_buffer_printf(&people, " %" PRId64, restored->erased[i]);
	if (restored->erased_count > 0)
		cli_say(cli, _("Erased since that copy was made, and in it again:%s. Erase them once more: "
			       "`chiron person erase%s`."),
			people.text, people.text);
	if (restored->unknown)
		cli_say(cli, "%s", _("What was there cannot be read, so nobody can say who was erased since that copy "
				     "was made: the certificates do. Erase them once more."));
	ch_buffer_release(&people);
}

enum ch_status cli_restore(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	bool dry_run = cli_args_has(args, "dry-run");
	struct ch_restored restored;

	if (ch_scheme_restore(cli->path, args->words[0], dry_run, &cli->arena, &restored, err) != CH_OK)
		return err->status;
	if (dry_run)
		cli_say(cli, _("%s is whole: a copy of the scheme %s. Nothing was changed."), args->words[0],
			restored.name);
	else
		cli_say(cli, _("The scheme %s is as it was in %s, which was looked over."), restored.name,
			args->words[0]);
	if (restored.kept != NULL)
		cli_say(cli, _("What was there is kept as %s."), restored.kept);
	tell_erased(cli, &restored);
	return CH_OK;
}

enum ch_status cli_verify(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid grid;
	enum ch_status status = ch_scheme_verify(&cli->context, &cli->arena, &grid, err);

	(void)args;
	if (status != CH_OK && status != CH_FOUND)
		return status;
	*err = CH_NO_ERROR;
	cli_show_grid(cli, &grid, "");
	if (status == CH_OK)
		cli_say(cli, _("The file is whole."));
	return status;
}
