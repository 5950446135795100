/* What the files of `chiron match` share: acting (match.c) and showing (match_output.c). */
#ifndef CLI_MATCH_H
#define CLI_MATCH_H

#include "cli/cli.h"

void cli_show_match(struct cli *cli, const struct ch_match_result *result, bool dry_run);
void cli_show_candidates(struct cli *cli, const struct ch_match_candidate *candidates, size_t count);

#endif
