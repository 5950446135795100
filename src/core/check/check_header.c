/* Reads the header line by line; see check_header.h for its form. */
#include "core/check/check_header.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "chiron/buffer.h"

enum { CONTINUES_AFTER = 5 }; /* blanks after the two dashes */

struct line {
	const char *text;
	size_t length;
	int number;
};

static struct line first_line(const char *text)
{
	return (struct line){.text = text, .length = strcspn(text, "\n"), .number = 1};
}

static struct line next_line(struct line line)
{
	const char *end = line.text + line.length;

	if (*end == '\n')
		end++;
	return (struct line){.text = end, .length = strcspn(end, "\n"), .number = line.number + 1};
}

/* How long the key of a header line is; 0 where it is no header line. */
static size_t key_length(struct line line)
{
	size_t length = 0;

	if (line.length < 5 || strncmp(line.text, "-- ", 3) != 0)
		return 0;
	while (3 + length < line.length && islower((unsigned char)line.text[3 + length]))
		length++;
	return 3 + length < line.length && line.text[3 + length] == ':' ? length : 0;
}

static bool continues(struct line line)
{
	return line.length > 2 && strncmp(line.text, "--", 2) == 0 && strspn(line.text + 2, " ") >= CONTINUES_AFTER &&
	       2 + strspn(line.text + 2, " ") < line.length;
}

static enum ch_status fail_at(const char *file, int line, struct ch_error *err, const char *format, ...)
	CH_PRINTF(4, 5);

static enum ch_status fail_at(const char *file, int line, struct ch_error *err, const char *format, ...)
{
	char what[400];
	va_list args;

	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	return ch_fail(err, CH_DATA, "%s:%d: %s", file, line, what);
}

static bool is_key(const char *const *keys, const char *key)
{
	for (; *keys != NULL; keys++)
		if (strcmp(*keys, key) == 0)
			return true;
	return false;
}

static enum ch_status refuse_key(const struct check_header *header, struct line line, const char *key,
				 const char *const *keys, struct ch_error *err)
{
	char allowed[300] = "";
	size_t length = 0;

	for (; *keys != NULL && length < sizeof(allowed); keys++)
		length += (size_t)snprintf(allowed + length, sizeof(allowed) - length, "%s%s", length > 0 ? ", " : "",
					   *keys);
	return fail_at(header->file, line.number, err, _("\"%s\" is no key of a header; these are: %s"), key, allowed);
}

static const char *trimmed(struct ch_arena *arena, const char *text, size_t length)
{
	while (length > 0 && isspace((unsigned char)*text))
		text++, length--;
	while (length > 0 && isspace((unsigned char)text[length - 1]))
		length--;
	return ch_arena_copy_bytes(arena, text, length);
}

static enum ch_status add_line(struct check_header *header, struct line line, const char *const *keys,
			       struct ch_arena *arena, struct ch_error *err)
{
	size_t length = key_length(line);
	const char *key = ch_arena_copy_bytes(arena, line.text + 3, length);

	if (!is_key(keys, key))
		return refuse_key(header, line, key, keys, err);
	if (check_header_value(header, key) != NULL)
		return fail_at(header->file, line.number, err, _("\"%s\" is given twice"), key);
	if (header->count == CHECK_HEADER_MOST)
		return fail_at(header->file, line.number, err, _("a header has at most %d lines"), CHECK_HEADER_MOST);
	const char *value = trimmed(arena, line.text + 3 + length + 1, line.length - 3 - length - 1);

	if (*value == '\0')
		return fail_at(header->file, line.number, err, _("\"%s\" has no value"), key);
	header->lines[header->count++] = (struct check_header_line){.key = key, .value = value, .line = line.number};
	return CH_OK;
}

/* The query: not blank, its closing semicolon left out, and no header line got lost in it. */
static enum ch_status check_sql(struct check_header *header, const char *const *keys, struct ch_arena *arena,
				struct ch_error *err)
{
	size_t length = strlen(header->sql);
	struct line line;

	while (length > 0 && isspace((unsigned char)header->sql[length - 1]))
		length--;
	if (length == 0)
		return fail_at(header->file, header->sql_line, err, _("there is no query below the header"));
	if (header->sql[length - 1] == ';') /* it is put into another */
		header->sql = ch_arena_copy_bytes(arena, header->sql, length - 1);
	line = first_line(header->sql);
	for (line.number = header->sql_line; *line.text != '\0'; line = next_line(line)) {
		size_t key = key_length(line);

		if (key > 0 && is_key(keys, ch_arena_copy_bytes(arena, line.text + 3, key)))
			return fail_at(header->file, line.number, err,
				       _("\"%.*s\" belongs into the header, above the query and other comments"),
				       (int)key, line.text + 3);
	}
	return CH_OK;
}

enum ch_status check_header_read(const char *file, const char *text, const char *const *keys, struct ch_arena *arena,
				 struct check_header *header, struct ch_error *err)
{
	struct line line = first_line(text);

	*header = (struct check_header){.file = file};
	for (; key_length(line) > 0 || (header->count > 0 && continues(line)); line = next_line(line)) {
		if (key_length(line) > 0) {
			enum ch_status status = add_line(header, line, keys, arena, err);

			if (status != CH_OK)
				return status;
			continue;
		}
		struct check_header_line *last = &header->lines[header->count - 1];

		last->value =
			ch_arena_printf(arena, "%s %s", last->value, trimmed(arena, line.text + 2, line.length - 2));
	}
	header->sql = line.text;
	header->sql_line = line.number;
	return check_sql(header, keys, arena, err);
}

const char *check_header_value(const struct check_header *header, const char *key)
{
	for (size_t i = 0; i < header->count; i++)
		if (strcmp(header->lines[i].key, key) == 0)
			return header->lines[i].value;
	return NULL;
}

/* Names all that it lacks of what it needs; `key` is one of these. */
static enum ch_status refuse_lacking(const struct check_header *header, const char *key, struct ch_error *err)
{
	const char *const one[] = {key, NULL}, *const *keys = header->needed != NULL ? header->needed : one;
	struct ch_buffer lacking = CH_BUFFER_EMPTY;
	const char *first = NULL;

	for (; *keys != NULL; keys++) {
		if (check_header_value(header, *keys) != NULL)
			continue;
		ch_buffer_printf(&lacking, "%s\"%s\"", first != NULL ? ", " : "", *keys);
		if (first == NULL)
			first = *keys;
	}
	check_header_fail(header, key, err, _("the header has no %s"), lacking.text);
	ch_error_fix(err, _("write it above the query, as \"-- %s: ...\"; docs/checks.md and docs/reports.md show what "
			    "belongs there"), first != NULL ? first : key);
	ch_buffer_release(&lacking);
	return err->status;
}

enum ch_status check_header_need(const struct check_header *header, const char *key, const char **value,
				 struct ch_error *err)
{
	*value = check_header_value(header, key);
	return *value != NULL ? CH_OK : refuse_lacking(header, key, err);
}

enum ch_status check_header_name(const struct check_header *header, const char *key, const char **name,
				 struct ch_error *err)
{
	enum ch_status status = check_header_need(header, key, name, err);
	size_t length = status == CH_OK ? strlen(*name) : 0;

	if (status == CH_OK &&
	    (strncmp(header->file, *name, length) != 0 || strcmp(header->file + length, ".sql") != 0))
		return check_header_fail(header, key, err,
					 _("\"%s\" is not the name of its file: call the file %s.sql, or change "
					   "this line"),
					 *name, *name);
	return status;
}

enum ch_status check_header_fail(const struct check_header *header, const char *key, struct ch_error *err,
				 const char *format, ...)
{
	char what[400];
	int line = header->sql_line;
	va_list args;

	for (size_t i = 0; i < header->count; i++)
		if (strcmp(header->lines[i].key, key) == 0)
			line = header->lines[i].line;
	va_start(args, format);
	vsnprintf(what, sizeof(what), format, args);
	va_end(args);
	return fail_at(header->file, line, err, "%s", what);
}
