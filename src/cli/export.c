/* `chiron export` and `chiron export mine`. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cli/file_out.h"
#include "cli/output.h"

static enum ch_status write_piece(void *context, const char *bytes, size_t length, struct ch_error *err)
{
	FILE *out = context;

	if (fwrite(bytes, 1, length, out) != length)
		return ch_fail(err, CH_IO, _("the export cannot be written: %s"), strerror(errno));
	return CH_OK;
}

static enum ch_status format_of(const struct cli *cli, const char *path, enum ch_export_format *format,
				struct ch_error *err)
{
	bool given = cli->format == CLI_CSV || cli->format == CLI_JSON || cli->format == CLI_XLSX;
	enum ch_export_format of_name = CH_EXPORT_CSV;
	struct ch_error unnamed = CH_NO_ERROR;
	bool named = path && ch_export_format_named(path, &of_name, &unnamed) == CH_OK;

	*format = cli->format == CLI_JSON ? CH_EXPORT_JSON : cli->format == CLI_XLSX ? CH_EXPORT_XLSX : CH_EXPORT_CSV;
	if (!given && path && !named) {
		*err = unnamed;
		return err->status;
	}
	if (given && named && of_name != *format)
		return ch_fail(err, CH_USAGE, _("the name \"%s\" asks for another format than --format"), path);
	if (!given && named)
		*format = of_name;
	if (*format == CH_EXPORT_XLSX && !path && isatty(fileno(cli->out))) {
		ch_fail(err, CH_USAGE, _("a workbook is nothing for a screen"));
		return ch_error_fix(err, _("name a file with -o"));
	}
	return CH_OK;
}

static enum ch_status export_to_file(struct cli *cli, const struct ch_export_options *options, const char *path,
				     struct ch_error *err)
{
	struct ch_file_out out;

	if (cli_file_begin(cli, path, &out, err) == CH_OK) {
		ch_export(&cli->context, options, write_piece, out.file, err);
		cli_file_end(cli, path, &out, err);
	}
	return err->status;
}

/* All that is the actor's own, as text or JSON. */
static enum ch_status export_mine(struct cli *cli, const char *path, struct ch_error *err)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;
	bool json;

	if (cli_text_format(cli, path, &json, err) == CH_OK &&
	    ch_export_mine(&cli->context, json, &text, err) == CH_OK)
		cli_text_out(cli, path, &text, err);
	ch_buffer_release(&text);
	return err->status;
}

enum ch_status cli_export(struct cli *cli, const struct cli_args *args, struct ch_error *err)
{
	static const enum ch_entity_id entities[] = {CH_NO_ENTITY, CH_PERSON,  CH_ENROLMENT, CH_CREDENTIAL, CH_PAIRING,
						    CH_SESSION,	  CH_ACTION, CH_NO_ENTITY /* mine */};
	const char *path = cli_args_value(args, "output");
	struct ch_export_options options = {
		.filter = cli_args_value(args, "filter"),
		.raw = cli_args_has(args, "raw"),
	};

	options.entity = entities[ch_choice_find(args->command->arguments[0].choices, args->words[0])];
	if (options.entity == CH_NO_ENTITY)
		return export_mine(cli, path, err);
	if (format_of(cli, path, &options.format, err) != CH_OK)
		return err->status;
	if (path)
		return export_to_file(cli, &options, path, err);
	return ch_export(&cli->context, &options, write_piece, cli->out, err);
}
