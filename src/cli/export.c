/*
 * `chiron export`. To a file it is written under a temporary name beside it and
 * renamed when it is whole, so that no half of an export ever bears its name.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/ask.h"
#include "cli/output.h"

static enum ch_status write_piece(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	FILE *out = context;

	if (fwrite(bytes, 1, length, out) != length)
		return ch_fail(err, CH_IO, _("the export cannot be written: %s"), strerror(errno));
	return CH_OK;
}

static bool ends_with(const char *path, const char *extension)
{
	size_t length = strlen(path), end = strlen(extension);

	return length > end && ch_text_equal_ascii(path + length - end, extension);
}

static enum ch_status format_of(const struct cli *cli, const char *path, enum ch_export_format *format,
				struct ch_error *err)
{
	*format = cli->format == CLI_JSON ? CH_EXPORT_JSON : CH_EXPORT_CSV;
	if (!path)
		return CH_OK;
	if (ends_with(path, ".json"))
		*format = CH_EXPORT_JSON;
	else if (ends_with(path, ".csv"))
		*format = CH_EXPORT_CSV;
	else
		return ch_fail(err, CH_USAGE, _("the name of an export ends in .csv or .json; \"%s\" was given"), path);
	return CH_OK;
}

static enum ch_status may_replace(struct cli *cli, const char *path, struct ch_error *err)
{
	struct stat found;

	if (lstat(path, &found) != 0)
		return CH_OK;
	return cli_confirm(cli, ch_arena_printf(&cli->arena, _("%s is there already and would be replaced."), path),
			   err);
}

static enum ch_status close_file(FILE *file, const char *temporary, const char *path, struct ch_error *err)
{
	bool written = fflush(file) == 0 && fsync(fileno(file)) == 0;

	if (fclose(file) != 0 || !written)
		return ch_fail(err, CH_IO, _("%s cannot be written: %s"), path, strerror(errno));
	if (rename(temporary, path) != 0)
		return ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
	return CH_OK;
}

static enum ch_status export_to_file(struct cli *cli, const struct ch_export_options *options, const char *path,
				     struct ch_error *err)
{
	char *temporary = ch_arena_printf(&cli->arena, "%s.XXXXXX", path);
	int descriptor;
	FILE *file;

	if (may_replace(cli, path, err) != CH_OK)
		return err->status;
	descriptor = mkstemp(temporary);
	file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
	if (!file)
		return ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
	if (ch_export(&cli->context, options, write_piece, file, err) != CH_OK)
		fclose(file);
	else
		close_file(file, temporary, path, err);
	if (err->status != CH_OK)
		unlink(temporary);
	else
		cli_say(cli, _("Written: %s"), path);
	return err->status;
}

enum ch_status cli_export(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_entity_id entities[] = {CH_NO_ENTITY, CH_PERSON, CH_PAIRING, CH_SESSION, CH_ACTION};
	const char *path = cli_args_value(args, "output");
	struct ch_export_options options = {
		.filter = cli_args_value(args, "filter"),
		.raw = cli_args_has(args, "raw"),
	};
	const struct ch_choice *kinds = args->command->arguments[0].choices;
	int kind = ch_choice_find(kinds, args->words[0]);
	struct ch_buffer allowed = CH_BUFFER_EMPTY;

	if (kind <= 0) {
		cli_add_codes(kinds, &allowed);
		ch_fail(err, CH_USAGE, _("what is exported is %s; \"%s\" was given"), allowed.text, args->words[0]);
		ch_buffer_release(&allowed);
		return err->status;
	}
	options.entity = entities[kind];
	if (format_of(cli, path, &options.format, err) != CH_OK)
		return err->status;
	if (path)
		return export_to_file(cli, &options, path, err);
	return ch_export(&cli->context, &options, write_piece, cli->out, err);
}
