/* What commands that make or change a record have in common. */
#ifndef CLI_EDIT_H
#define CLI_EDIT_H

#include "cli/cli.h"

/* Takes the words of a command as the record's name; --name does the same, and giving both is refused. */
enum ch_status cli_give_name(struct cli *cli, const struct cli_args *args, enum ch_entity_id entity, void *record,
			     struct ch_error *err);

/* Refuses a command that changes a record where no option says what to change. */
enum ch_status cli_needs_change(const struct cli_args *args, enum ch_entity_id entity, struct ch_error *err);

/* Refuses a command that takes either records or --all with --programme, where it was given neither or both. */
enum ch_status cli_needs_words_or_all(const struct cli_args *args, struct ch_error *err);

#endif
