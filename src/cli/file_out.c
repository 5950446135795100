#include "cli/file_out.h"

#include <errno.h>
#include <string.h>

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

enum ch_status cli_text_format(const struct cli *cli, const char *path, bool *json, struct ch_error *err)
{
	bool named = path != NULL && (ch_path_ends(path, ".json") || ch_path_ends(path, ".txt"));

	*json = cli->format == CLI_JSON || (named && ch_path_ends(path, ".json"));
	if (path != NULL && !named)
		return ch_fail(err, CH_USAGE, _("the name ends in .txt or .json; \"%s\" was given"), path);
	return CH_OK;
}

enum ch_status cli_text_out(struct cli *cli, const char *path, const struct ch_buffer *text, struct ch_error *err)
{
	struct ch_file_out out;

	if (path == NULL) {
		struct ch_buffer safe = CH_BUFFER_EMPTY;

		if (cli->width)
			ch_text_add_safe_lines(&safe, text->text);
		cli_print(cli, cli->width ? &safe : text);
		ch_buffer_release(&safe);
		return CH_OK;
	}
	if (cli_file_begin(cli, path, &out, err) != CH_OK)
		return err->status;
	if (fwrite(text->text, 1, text->length, out.file) != text->length)
		ch_fail(err, CH_IO, _("%s cannot be written: %s"), path, strerror(errno));
	return cli_file_end(cli, path, &out, err);
}
