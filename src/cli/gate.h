/*
 * Somebody at another computer, by ssh: `chiron gate PERSON` is the command that sshd runs for their key, whatever
 * they asked for (authorized_keys: command="..."). Who they are is said there, and by nothing that they send. What
 * they asked for comes in SSH_ORIGINAL_COMMAND, and is a command of chiron or nothing: no shell sees it.
 *
 * They get at no file of the scheme's computer but through chiron, as themselves: nothing that names a path is taken,
 * nor who or what day it is; the environment is emptied; files are written by no screen (file_write.h).
 */
#ifndef CLI_GATE_H
#define CLI_GATE_H

#include <stdint.h>

#include "cli/args.h"

/* Who works from another computer, on which scheme. */
struct cli_remote {
	const char *path;
	int64_t person_id;
};

/*
 * Whether a command line may come from another computer: CH_NOT_ALLOWED where it names a file, somebody else or
 * another day, or is about this computer. What the person may do is core's to say.
 */
enum ch_status cli_gate_judge(const struct cli_args *args, struct ch_error *err);

#endif
