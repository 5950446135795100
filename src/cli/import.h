/* What the commands about imports share. */
#ifndef CLI_IMPORT_H
#define CLI_IMPORT_H

#include "cli/cli.h"

/* The file, and the options that overrule what is guessed of its columns, into `options`. */
void cli_import_columns_options(struct cli *cli, const struct cli_args *args, struct ch_import_options *options);

#endif
