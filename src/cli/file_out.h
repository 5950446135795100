/* A file that a command writes (chiron/file_out.h): whoever is asked for it is asked before one is replaced. */
#ifndef CLI_FILE_OUT_H
#define CLI_FILE_OUT_H

#include "chiron/file_out.h"
#include "cli/cli.h"

/* As ch_file_begin(), with cli_confirm() where the path is there already. */
enum ch_status cli_file_begin(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

/* As ch_file_end(), and says what was written. */
enum ch_status cli_file_end(struct cli *cli, const char *path, struct ch_file_out *out, struct ch_error *err);

/* Whether the path ends in the extension, as ".csv", in capitals or not. */
bool cli_path_ends(const char *path, const char *extension);

#endif
