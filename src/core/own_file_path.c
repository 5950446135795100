/* An own file, read whole before anything is done with it. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "chiron/own_file.h"
#include "chiron/text.h"

enum { MOST_BYTES = 100000 };

static enum ch_status read_file(const char *path, struct ch_arena *arena, const char **text, struct ch_error *err)
{
	char *bytes = ch_arena_array(arena, MOST_BYTES + 2, 1);
	FILE *file = fopen(path, "r");
	size_t length = file != NULL ? fread(bytes, 1, MOST_BYTES + 1, file) : 0;

	if (file == NULL || ferror(file))
		ch_fail(err, CH_MISSING, _("%s cannot be read: %s"), path, strerror(errno));
	else if (length > MOST_BYTES)
		ch_fail(err, CH_DATA, _("%s has more than %d bytes, which no check or report needs"), path, MOST_BYTES);
	else if (strlen(bytes) < length || ch_text_valid(bytes, length) < length)
		ch_fail(err, CH_DATA, _("%s is no text in UTF-8"), path);
	if (file != NULL)
		fclose(file);
	*text = bytes;
	return err->status;
}

enum ch_status ch_own_file_add_path(struct ch_context *c, const char *path, struct ch_arena *arena,
				    struct ch_own_file *added, bool *replaced, struct ch_error *err)
{
	const char *slash = strrchr(path, '/'), *text;
	enum ch_status status = read_file(path, arena, &text, err);

	if (status == CH_OK)
		status = ch_own_file_add(c, slash != NULL ? slash + 1 : path, text, arena, added, replaced, err);
	return status;
}
