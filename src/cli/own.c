/* `chiron own ...`: the scheme's own checks, reports and pages, as files. */
#include "cli/output.h"

enum ch_status cli_own_add(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_own_file added;
	bool replaced;

	if (ch_own_file_add_path(&cli->context, args->words[0], &cli->arena, &added, &replaced, err) != CH_OK)
		return err->status;
	if (added.kind == CH_OWN_FRAMEWORK) {
		cli_done(cli, CH_OWN_FILE, &added, _("Sessions may follow %s: `chiron log PAIRING --framework %s`."),
			 added.name, added.name);
		return CH_OK;
	}
	cli_done(cli, CH_OWN_FILE, &added,
		 added.kind == CH_OWN_CHECK ? replaced
						      ? _("The check %s is replaced. `chiron check --rule %s` runs it.")
						      : _("The check %s is added. `chiron check --rule %s` runs it.")
		 : replaced ? _("%s is replaced. `chiron report %s` prints it.")
					    : _("%s is added. `chiron report %s` prints it."),
		 added.name, added.name);
	return CH_OK;
}

enum ch_status cli_own_list(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_grid grid;

	(void)args;
	if (ch_own_file_list(&cli->context, &cli->arena, &grid, err) == CH_OK)
		cli_show_grid(cli, &grid,
			      _("The scheme has no checks, reports or frameworks of its own: `chiron own add FILE` "
				"adds one."));
	return err->status;
}

/* For people the text as it is, to be put into a file. */
enum ch_status cli_own_show(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_own_file file;

	if (ch_own_file_get(&cli->context, args->words[0], &cli->arena, &file, err) != CH_OK)
		return err->status;
	if (cli_is_for_programs(cli)) {
		cli_show_record(cli, CH_OWN_FILE, &file, NULL, 0);
		return CH_OK;
	}
	ch_buffer_add(&out, cli->width ? ch_text_safe(&cli->arena, file.text) : file.text);
	if (out.length && out.text[out.length - 1] != '\n')
		ch_buffer_add_char(&out, '\n');
	cli_print(cli, &out);
	ch_buffer_release(&out);
	return CH_OK;
}

enum ch_status cli_own_remove(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	if (ch_own_file_remove(&cli->context, args->words[0], err) == CH_OK)
		cli_say(cli, _("%s is removed. `chiron undo` brings it back."), args->words[0]);
	return err->status;
}
