/* Going through the open actions of a pairing, one question each. */
#ifndef CLI_REVIEW_H
#define CLI_REVIEW_H

#include "cli/cli.h"

/*
 * Asks of each open action of the pairing whether it is done, carried on to a new date, or dropped. Each answer is
 * saved at once. Needs a person to answer.
 */
enum ch_status cli_review(struct cli *cli, const struct ch_pairing *pairing, struct ch_error *err);

#endif
