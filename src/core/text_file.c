/* Read line by line. */
#include "core/text_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum ch_status text_file_fail(const struct text_file *file, struct ch_error *err, const char *format, ...)
{
	char what[300];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	return ch_fail(err, CH_DATA, "%s:%d: %s", file->name, file->line, what);
}

enum ch_status text_file_read(struct text_file *file, const char *text, struct ch_arena *arena,
			      enum ch_status (*take)(void *data, const char *line, struct ch_error *err), void *data,
			      struct ch_error *err)
{
	enum ch_status status = CH_OK;

	while (status == CH_OK && *text != '\0') {
		size_t length = strcspn(text, "\n");
		char *line = ch_arena_copy_bytes(arena, text, length);

		for (size_t end = length; end > 0 && strchr(" \t\r", line[end - 1]) != NULL; end--)
			line[end - 1] = '\0';
		file->line++;
		status = take(data, line, err);
		text += length + (text[length] == '\n');
	}
	return status;
}

const char *text_file_value(const char *line, const char *key)
{
	size_t length = strlen(key);

	if (strncmp(line, key, length) != 0 || line[length] != ':')
		return NULL;
	return line + length + 1 + strspn(line + length + 1, " ");
}

enum ch_status text_file_take_header(const struct text_file *file, const char *line, const struct text_file_key *keys,
				     size_t key_count, bool *is_header, struct ch_error *err)
{
	*is_header = false;
	for (size_t i = 0; i < key_count && !*is_header; i++) {
		const char *value = text_file_value(line, keys[i].key);

		if (value == NULL)
			continue;
		*is_header = true;
		if (*keys[i].value != NULL)
			return text_file_fail(file, err, _("\"%s\" is given twice"), keys[i].key);
		if (*value == '\0')
			return text_file_fail(file, err, _("\"%s\" has no value"), keys[i].key);
		*keys[i].value = value;
	}
	return CH_OK;
}

enum ch_status text_file_need(struct text_file *file, const struct text_file_key *keys, size_t key_count,
			      struct ch_error *err)
{
	file->line = 1;
	for (size_t i = 0; i < key_count; i++)
		if (*keys[i].value == NULL)
			return text_file_fail(file, err, _("the header has no \"%s\""), keys[i].key);
	const char *name = *keys[0].value;
	size_t length = strlen(name);

	if (strncmp(file->name, name, length) != 0 || strcmp(file->name + length, ".txt") != 0)
		return text_file_fail(
			file, err,
			_("\"%s\" is not the name of its file: call the file %s.txt, or change this line"), name, name);
	return CH_OK;
}
