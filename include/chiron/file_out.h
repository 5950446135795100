/*
 * A file that is written whole: under a temporary name beside it, and renamed
 * when it is there to the last byte and durable, so that no half of a file ever
 * bears its name. An existing file is replaced: ask before.
 */
#ifndef CHIRON_FILE_OUT_H
#define CHIRON_FILE_OUT_H

#include <stdbool.h>
#include <stdio.h>

#include "chiron/buffer.h"

struct ch_file_out {
	FILE *file;
	struct ch_buffer path, temporary;
};

/* CH_CANT_CREATE where there can be no file; then nothing has to be ended. */
enum ch_status ch_file_begin(struct ch_file_out *out, const char *path, struct ch_error *err);

/* With err->status CH_OK the file gets its name; else nothing of it stays. Returns err->status. */
enum ch_status ch_file_end(struct ch_file_out *out, struct ch_error *err);

/*
 * Gives a finished file its name, never one that another has: CH_CANT_CREATE, and the file stays as it is called.
 * `temporary` is left for the caller to remove, where it is still there.
 */
enum ch_status ch_file_name_new(const char *temporary, const char *path, struct ch_error *err);

/* Whether the path ends in the extension, as ".csv", in capitals or not, and has more than that. */
bool ch_path_ends(const char *path, const char *extension);

/* Whether there is something at the path already. */
bool ch_file_is_there(const char *path);

#endif
