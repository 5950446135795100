/* A file that a command writes (chiron/file_out.h): whoever is asked for it is asked before one is replaced. */
#ifndef CLI_FILE_OUT_H
#define CLI_FILE_OUT_H

#include "chiron/file_out.h"
#include "cli/cli.h"

/* As ch_file_begin(), with cli_confirm() where the path is there already. */
enum ch_status cli_file_begin(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

/* As ch_file_end(), and says what was written. */
enum ch_status cli_file_end(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

#endif
