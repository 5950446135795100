/* A file that a command writes (chiron/file_out.h): whoever is asked for it is asked before one is replaced. */
#ifndef CLI_FILE_OUT_H
#define CLI_FILE_OUT_H

#include "chiron/file_out.h"
#include "cli/cli.h"

/* As ch_file_begin(), with cli_confirm() where the path is there already. */
enum ch_status cli_file_begin(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

/* As ch_file_end(), and says what was written. */
enum ch_status cli_file_end(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

/*
 * A text to the path, which ends in .txt or .json, or NULL: to standard output, and on a terminal without what could
 * steer it.
 */
enum ch_status cli_text_out(struct cli *cli, const char *path, const struct ch_buffer *text, struct ch_error *err);

/* Whether it is to be JSON, by --format or the path; CH_USAGE where the path ends in neither .txt nor .json. */
enum ch_status cli_text_format(const struct cli *cli, const char *path, bool *json, struct ch_error *err);

#endif
