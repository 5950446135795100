/* `chiron match --instance`: a bare instance from a file, without a scheme. */
#ifndef CLI_MATCH_INSTANCE_H
#define CLI_MATCH_INSTANCE_H

#include "chiron/exchange.h"
#include "cli/cli.h"

/* Solves the instance that --instance names, shows what is best, and writes its --proof. */
enum ch_status cli_match_instance(struct cli *cli, const struct cli_args *args, struct ch_error *err);

/* Receives a file in pieces; `file` is a FILE. */
enum ch_status cli_write_piece(void *file, const char *bytes, size_t length, struct ch_error *err);

#endif
