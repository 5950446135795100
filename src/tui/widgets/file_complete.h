/* Paths of spreadsheets, as they are typed into a form. */
#ifndef TUI_FILE_COMPLETE_H
#define TUI_FILE_COMPLETE_H

#include "tui/widgets/form.h"

/* Folders and spreadsheets whose path begins with what was typed; they live in `arena`. */
size_t file_complete(const char *typed, struct ch_arena *arena, const struct form_candidate **candidates);

/* The path with "~" as the home folder. */
const char *file_full_path(const char *path, struct ch_arena *arena);

/* Whether there is a file to be read; says of the field "path" what is there instead. */
enum ch_status file_check(const char *path, struct ch_error *err);

#endif
