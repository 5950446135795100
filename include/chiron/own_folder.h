/*
 * Where somebody's own files lie, as the XDG base directory specification 0.8 has it.
 */
#ifndef CHIRON_OWN_FOLDER_H
#define CHIRON_OWN_FOLDER_H

#include "chiron/arena.h"

/* The home folder: what HOME says, else, as in a job without an environment, what the system says; "" where neither. */
const char *ch_home_folder(struct ch_arena *arena);

/*
 * The folder that the variable names, as "XDG_DATA_HOME", where that is an absolute path; else `fallback` in the home
 * folder, as ".local/share".
 */
const char *ch_own_folder(struct ch_arena *arena, const char *variable, const char *fallback);

#endif
