/* A new file replaces the old one by rename(): whoever reads it meanwhile sees one or the other, whole. */
#include "core/preference_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/buffer.h"
#include "chiron/own_folder.h"
#include "generated/data.h"

enum { FILE_BYTES_MAX = 1 << 18, FOLDER_MODE = 0700 };

/* ---- Where ---------------------------------------------------------------------- */

void preference_place(struct ch_preferences *preferences, const char *given)
{
	struct ch_arena *arena = &preferences->arena;
	const char *own = getenv("CHIRON_CONFIG"), *slash;

	if (given == NULL && own != NULL && *own != '\0')
		given = own;
	if (given != NULL)
		preferences->path = ch_arena_copy(arena, given);
	else
		preferences->path = ch_arena_printf(arena, "%s/chiron/config",
						    ch_own_folder(arena, "XDG_CONFIG_HOME", ".config"));
	slash = strrchr(preferences->path, '/');
	preferences->folder = slash != NULL ? ch_arena_copy_bytes(arena, preferences->path,
								  (size_t)(slash - preferences->path))
					    : ".";
}

/* ---- Reading -------------------------------------------------------------------- */

const char *preference_read(const char *path, bool wanted, struct ch_arena *arena, struct ch_error *err)
{
	struct stat found;
	FILE *file = NULL;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe that nobody writes to is not waited for */
	char *text;
	size_t length;

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR) && !wanted)
		return NULL;
	bool is_file = fd >= 0 && fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
	if (is_file)
		file = fdopen(fd, "r");
	if (file == NULL) {
		ch_fail(err, CH_IO, _("it cannot be read: %s"),
			fd >= 0 && !is_file ? _("it is no file") : strerror(errno));
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	text = ch_arena_alloc(arena, FILE_BYTES_MAX + 1);
	length = fread(text, 1, FILE_BYTES_MAX, file);
	fclose(file);
	text[length] = '\0';
	if (length == FILE_BYTES_MAX || strlen(text) < length) {
		ch_fail(err, CH_IO, _("it is no file of settings: it is too long, or no text"));
		return NULL;
	}
	return text;
}

const char *ch_preferences_text(struct ch_preferences *preferences, const char *name)
{
	struct ch_error err = CH_NO_ERROR;
	const char *path = ch_arena_printf(&preferences->arena, "%s/%s", preferences->folder, name);
	const char *text = preference_read(path, false, &preferences->arena, &err);

	if (err.status != CH_OK)
		ch_preferences_complain(preferences, path, 0, "%s", err.message);
	return text;
}

const char *ch_theme_text(struct ch_preferences *preferences, const char *name, const char **file)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *text;

	*file = ch_arena_printf(&preferences->arena, "%s/themes/%s", preferences->folder, name);
	text = preference_read(*file, false, &preferences->arena, &ignored);
	if (text != NULL)
		return text;
	*file = ch_arena_printf(&preferences->arena, "%s.theme", name);
	for (const struct embedded_file *theme = theme_files; theme->name != NULL; theme++)
		if (strcmp(theme->name, *file) == 0)
			return theme->text;
	return NULL;
}

const char *ch_theme_name(size_t index)
{
	static const char *const names[] = {"dark", "light", "high-contrast", "colour-blind", "mono", NULL};

	return names[index];
}

static const char *trimmed(struct ch_arena *arena, const char *from, const char *to)
{
	while (from < to && (*from == ' ' || *from == '\t'))
		from++;
	while (to > from && (to[-1] == ' ' || to[-1] == '\t' || to[-1] == '\r'))
		to--;
	return ch_arena_copy_bytes(arena, from, (size_t)(to - from));
}

bool ch_config_next(const char **text, int *number, struct ch_arena *arena, struct ch_config_line *line)
{
	while (**text != '\0') {
		const char *start = *text + strspn(*text, " \t\r"), *end = start + strcspn(start, "\n");
		const char *sign = memchr(start, '=', (size_t)(end - start));

		*text = *end == '\n' ? end + 1 : end;
		(*number)++;
		if (start == end || *start == '#')
			continue;
		*line = (struct ch_config_line){.key = NULL};
		if (sign != NULL && sign > start)
			*line = (struct ch_config_line){.key = trimmed(arena, start, sign),
							.value = trimmed(arena, sign + 1, end)};
		return true;
	}
	return false;
}

/* ---- Writing -------------------------------------------------------------------- */

/* The text with the value in it. Lines that are not replaced stay byte for byte. */
static void rewrite(const char *text, const char *key, const char *value, struct ch_buffer *out)
{
	size_t key_length = strlen(key);
	bool written = false;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		const char *start = text + strspn(text, " \t");
		const char *behind = strncmp(start, key, key_length) == 0 ? start + key_length : "";

		if (behind[strspn(behind, " \t")] != '=') {
			ch_buffer_add_bytes(out, text, length);
			ch_buffer_add_char(out, '\n');
		} else if (!written) {
			ch_buffer_printf(out, "%s = %s\n", key, value);
			written = true;
		}
		text += length + (text[length] == '\n' ? 1 : 0);
	}
	if (!written)
		ch_buffer_printf(out, "%s = %s\n", key, value);
}

/* Makes the folders above `path`, private. */
static void make_folders(struct ch_arena *arena, const char *path)
{
	char *folder = ch_arena_copy(arena, path);

	for (char *slash = strchr(folder + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(folder, FOLDER_MODE); /* what matters is whether the file can be made */
		*slash = '/';
	}
}

static enum ch_status put_file(const char *path, const char *part, const struct ch_buffer *text, struct ch_error *err)
{
	int fd = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

	if (fd >= 0)
		errno = ENOSPC; /* a write that falls short says no reason */
	bool good = fd >= 0 && write(fd, text->text, text->length) == (ssize_t)text->length && fsync(fd) == 0;
	int why = errno;

	if (fd >= 0 && close(fd) != 0 && good) {
		good = false;
		why = errno;
	}
	if (good && rename(part, path) == 0)
		return CH_OK;
	ch_fail(err, CH_CANT_CREATE, _("%s cannot be written: %s"), path, strerror(good ? errno : why));
	if (fd >= 0)
		unlink(part);
	return CH_CANT_CREATE;
}

enum ch_status preference_write(const char *path, const char *key, const char *value, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer out = CH_BUFFER_EMPTY;
	const char *text = preference_read(path, false, &arena, err);

	if (err->status == CH_OK) {
		make_folders(&arena, path);
		rewrite(text != NULL ? text : "", key, value, &out);
		put_file(path, ch_arena_printf(&arena, "%s.part", path), &out, err);
	}
	ch_buffer_release(&out);
	ch_arena_release(&arena);
	return err->status;
}
