/* A command line in one text, cut into words. */
#ifndef CLI_SPLIT_H
#define CLI_SPLIT_H

#include <stddef.h>

#include "chiron/status.h"

enum { CLI_WORDS_MOST = 100 };

/*
 * Cuts `text`, in place, into words as a shell does, but that nothing is special besides blanks and the two kinds of
 * quotes: no variable, pattern or other command can come of it. CH_USAGE: an open quote, or more than CLI_WORDS_MOST.
 */
enum ch_status cli_split(char *text, char *words[CLI_WORDS_MOST], size_t *count, struct ch_error *err);

#endif
