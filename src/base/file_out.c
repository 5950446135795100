#include "chiron/file_out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/text.h"

bool ch_path_ends(const char *path, const char *extension)
{
	size_t length = strlen(path), end = strlen(extension);

	return length > end && ch_text_equal_ascii(path + length - end, extension);
}

bool ch_file_is_there(const char *path)
{
	struct stat found;

	return lstat(path, &found) == 0;
}

/* link() refuses where somebody made a file of that name meanwhile; memory sticks know no links (FAT: EPERM). */
enum ch_status ch_file_name_new(const char *temporary, const char *path, struct ch_error *err)
{
	bool named = link(temporary, path) == 0;

	if (!named && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK)) {
		if (ch_file_is_there(path))
			errno = EEXIST;
		else
			named = rename(temporary, path) == 0;
	}
	return named ? CH_OK : ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
}

static void release(struct ch_file_out *out)
{
	ch_buffer_release(&out->path);
	ch_buffer_release(&out->temporary);
}

enum ch_status ch_file_begin(struct ch_file_out *out, const char *path, struct ch_error *err)
{
	int descriptor;

	*out = (struct ch_file_out){.path = CH_BUFFER_EMPTY, .temporary = CH_BUFFER_EMPTY};
	ch_buffer_add(&out->path, path);
	ch_buffer_printf(&out->temporary, "%s.XXXXXX", path);
	descriptor = mkstemp(out->temporary.text);
	out->file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
	if (out->file == NULL) {
		ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
		release(out);
	}
	return err->status;
}

static void give_name(struct ch_file_out *out, struct ch_error *err)
{
	const char *path = out->path.text;
	bool written = !ferror(out->file) && fflush(out->file) == 0 && fsync(fileno(out->file)) == 0;

	if (fclose(out->file) != 0 || !written)
		ch_fail(err, CH_IO, _("%s cannot be written: %s"), path, strerror(errno));
	else if (rename(out->temporary.text, path) != 0)
		ch_fail(err, CH_CANT_CREATE, _("%s cannot be made: %s"), path, strerror(errno));
}

enum ch_status ch_file_end(struct ch_file_out *out, struct ch_error *err)
{
	if (err->status == CH_OK)
		give_name(out, err);
	else
		fclose(out->file);
	if (err->status != CH_OK)
		unlink(out->temporary.text);
	release(out);
	return err->status;
}
