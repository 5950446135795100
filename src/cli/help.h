/* Help, made from the command table. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

/* A subject of `chiron help`. */
struct cli_topic {
	const char *name;
	const char *summary;
	const char *text; /* NULL: */
	void (*add)(struct ch_buffer *out); /* it is made from tables */
};

/* Appends what differs between coaching and mentoring, side by side. */
void cli_topic_kinds(struct ch_buffer *out);

/* The topics; ends with a NULL name. */
extern const struct cli_topic cli_topics[];

/* What --help shows: of the program, of a group of commands, or of one. */
void cli_show_help(struct cli *cli, const struct cli_args *args);

/* "chiron pairing start PAIRING... [OPTION]..." */
void cli_add_usage(const struct cli_command *command, struct ch_buffer *out);

/* What help says of an argument: its own words, or those for records of its kind. */
const char *cli_argument_help(const struct cli_argument *argument);

#endif
