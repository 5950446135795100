/*
 * A strict reader without recursion: a flat object has no nesting to recurse
 * into, and what is nested is refused where it begins.
 */
#include "base/json.h"

#include <string.h>

#include "base/json_number.h"
#include "chiron/text.h"

struct reader {
	const char *start, *at;
	struct ch_arena *arena;
	const char *fault; /* what is wrong at `at`; the first fault counts */
};

static bool refuse(struct reader *reader, const char *fault)
{
	reader->fault = fault;
	return false;
}

static void skip_blanks(struct reader *reader)
{
	reader->at += strspn(reader->at, " \t\r\n");
}

/* Passes `c`, with blanks before it; false where something else stands there. */
static bool pass(struct reader *reader, char c)
{
	skip_blanks(reader);
	if (*reader->at != c)
		return false;
	reader->at++;
	return true;
}

/* The four hexadecimal digits at `text`, -1 where there are not four. */
static int32_t hexadecimal(const char *text)
{
	int32_t value = 0;

	if (strspn(text, "0123456789abcdefABCDEF") < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = text[i];

		value = value * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return value;
}

static void add_character(struct ch_buffer *out, int32_t code)
{
	if (code < 0x80) {
		ch_buffer_add_char(out, (char)code);
		return;
	}
	if (code < 0x800) {
		ch_buffer_add_char(out, (char)(0xc0 | code >> 6));
	} else {
		if (code < 0x10000) {
			ch_buffer_add_char(out, (char)(0xe0 | code >> 12));
		} else {
			ch_buffer_add_char(out, (char)(0xf0 | code >> 18));
			ch_buffer_add_char(out, (char)(0x80 | (code >> 12 & 0x3f)));
		}
		ch_buffer_add_char(out, (char)(0x80 | (code >> 6 & 0x3f)));
	}
	ch_buffer_add_char(out, (char)(0x80 | (code & 0x3f)));
}

/* Reads \uXXXX, or two of them that are a surrogate pair; `at` is on the first X. */
static bool read_unicode(struct reader *reader, struct ch_buffer *out)
{
	int32_t code = hexadecimal(reader->at), low;

	if (code <= 0)
		return refuse(reader, N_("\\u wants four hexadecimal digits that are not all zero"));
	reader->at += 4;
	if (code >= 0xd800 && code < 0xe000) {
		low = reader->at[0] == '\\' && reader->at[1] == 'u' ? hexadecimal(reader->at + 2) : -1;
		if (code >= 0xdc00 || low < 0xdc00 || low > 0xdfff)
			return refuse(reader, N_("half of a surrogate pair"));
		code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
		reader->at += 6;
	}
	add_character(out, code);
	return true;
}

/* Reads what follows a backslash. */
static bool read_escape(struct reader *reader, struct ch_buffer *out)
{
	static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
	char letter = *reader->at;
	const char *found = letter != '\0' ? strchr(letters, letter) : NULL;

	if (letter == 'u') {
		reader->at++;
		return read_unicode(reader, out);
	}
	if (!found)
		return refuse(reader, N_("no such escape"));
	ch_buffer_add_char(out, meanings[found - letters]);
	reader->at++;
	return true;
}

static bool read_characters(struct reader *reader, struct ch_buffer *out)
{
	while (*reader->at != '"') {
		unsigned char c = (unsigned char)*reader->at;

		if (c < 0x20)
			return refuse(reader, c ? N_("a raw control character") : N_("a string that does not end"));
		reader->at++;
		if (c != '\\')
			ch_buffer_add_char(out, (char)c);
		else if (!read_escape(reader, out))
			return false;
	}
	reader->at++;
	return true;
}

static bool read_string(struct reader *reader, const char **string)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	bool read;

	if (!pass(reader, '"'))
		return refuse(reader, N_("a string was expected"));
	read = read_characters(reader, &out);
	if (read)
		*string = ch_arena_copy_bytes(reader->arena, out.text, out.length);
	ch_buffer_release(&out);
	return read;
}

static bool read_word(struct reader *reader, const char *word)
{
	size_t length = strlen(word);

	if (strncmp(reader->at, word, length) != 0)
		return false;
	reader->at += length;
	return true;
}

static bool read_value(struct reader *reader, struct json_pair *pair)
{
	size_t length;

	skip_blanks(reader);
	length = json_number_length(reader->at);
	if (*reader->at == '"') {
		pair->kind = JSON_STRING;
		return read_string(reader, &pair->text);
	}
	if (length > 0) {
		pair->kind = JSON_NUMBER;
		pair->text = ch_arena_copy_bytes(reader->arena, reader->at, length);
		reader->at += length;
		return true;
	}
	if (read_word(reader, "null"))
		pair->kind = JSON_NULL;
	else if (read_word(reader, "true"))
		pair->kind = JSON_TRUE;
	else if (read_word(reader, "false"))
		pair->kind = JSON_FALSE;
	else
		return refuse(reader, N_("a string, a number, null, true or false was expected"));
	return true;
}

static bool read_pair(struct reader *reader, struct json_object *object)
{
	struct json_pair pair = {.key = NULL};

	if (object->count == JSON_MOST_PAIRS)
		return refuse(reader, N_("more than 256 members"));
	if (!read_string(reader, &pair.key))
		return false;
	if (json_find(object, pair.key))
		return refuse(reader, N_("a key for the second time"));
	if (!pass(reader, ':'))
		return refuse(reader, N_("a colon was expected"));
	if (!read_value(reader, &pair))
		return false;
	object->pairs[object->count++] = pair;
	return true;
}

static bool read_object(struct reader *reader, struct json_object *object)
{
	if (!pass(reader, '{'))
		return refuse(reader, N_("an object was expected"));
	if (pass(reader, '}'))
		goto out;
	do {
		if (!read_pair(reader, object))
			return false;
	} while (pass(reader, ','));
	if (!pass(reader, '}'))
		return refuse(reader, N_("a comma or the end of the object was expected"));
out:
	skip_blanks(reader);
	return *reader->at == '\0' || refuse(reader, N_("there is more behind the object"));
}

enum ch_status json_read_object(const char *text, struct ch_arena *arena, struct json_object *object,
				struct ch_error *err)
{
	struct reader reader = {.start = text, .at = text, .arena = arena};
	size_t length = strnlen(text, JSON_LONGEST + 1);

	*object = (struct json_object){.count = 0};
	if (length > JSON_LONGEST)
		return ch_fail(err, CH_DATA, _("JSON text of more than 16 MiB is not read"));
	if (ch_text_valid(text, length) != length) {
		return ch_fail(err, CH_DATA, _("JSON: byte %zu is not valid UTF-8"), ch_text_valid(text, length) + 1);
	}
	object->pairs = ch_arena_array(arena, JSON_MOST_PAIRS, sizeof(*object->pairs));
	if (!read_object(&reader, object)) {
		return ch_fail(err, CH_DATA, _("JSON, at byte %zu: %s"), (size_t)(reader.at - reader.start) + 1,
			       _(reader.fault));
	}
	return CH_OK;
}

const struct json_pair *json_find(const struct json_object *object, const char *key)
{
	for (size_t i = 0; i < object->count; i++) {
		if (strcmp(object->pairs[i].key, key) == 0)
			return &object->pairs[i];
	}
	return NULL;
}
