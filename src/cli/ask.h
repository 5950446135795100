/*
 * Asking a person, line by line, in plain text: by voice, by screen reader, or
 * in a hurry. Questions go to standard error, answers come from standard
 * input; nothing is asked where cli->asks is false.
 */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "cli/cli.h"

enum { CLI_LONGEST_TEXT = 64 * 1024 }; /* bytes of wording that are read */

enum cli_answer {
	CLI_ANSWERED,
	CLI_BLANK,  /* Enter alone */
	CLI_ENDED,  /* the input is at its end: nothing more will come */
	CLI_STOPPED /* Ctrl-C, or the line dropped: stop.h */
};

/* Asks, and reads one line, blanks at its ends cut. */
enum cli_answer cli_ask(struct cli *cli, struct ch_buffer *line, const char *format, ...) CH_PRINTF(3, 4);

/* Reads one line without asking, as cli_ask(). */
enum cli_answer cli_read_line(struct cli *cli, struct ch_buffer *line);

/* CH_IO where standard input is closed, or broke off: what it would have said is not known. */
enum ch_status cli_input_whole(struct cli *cli, struct ch_error *err);

/*
 * Reads wording of the pair: asks for it on a terminal, else takes standard
 * input up to an empty line. NULL in *text where none was given.
 */
enum ch_status cli_wording(struct cli *cli, const char *question, const char **text, struct ch_error *err);

/* Whether to go on with what cannot be undone: --yes, or the answer "yes". CH_USAGE where nobody can be asked. */
enum ch_status cli_confirm(struct cli *cli, const char *what, struct ch_error *err);

#endif
