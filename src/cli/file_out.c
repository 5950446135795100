#include "cli/file_out.h"

#include "cli/ask.h"

enum ch_status cli_file_begin(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err)
{
	if (ch_file_is_there(path) &&
	    cli_confirm(cli, ch_arena_printf(&cli->arena, _("%s is there already and would be replaced."), path),
			err) != CH_OK)
		return err->status;
	return ch_file_begin(out, path, err);
}

enum ch_status cli_file_end(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err)
{
	if (ch_file_end(out, err) == CH_OK)
		cli_say(cli, _("Written: %s"), path);
	return err->status;
}
