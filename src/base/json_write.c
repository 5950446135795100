/*
 * Every value goes through begin_value(), which puts the comma and checks that a
 * value may stand here.
 */
#include "base/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/json_number.h"
#include "base/utf8.h"

static struct ch_json_level *level_of(struct ch_json_writer *json)
{
	return json->depth > 0 ? &json->levels[json->depth - 1] : NULL;
}

static void separate(struct ch_json_writer *json, struct ch_json_level *level)
{
	if (level->has_items)
		ch_buffer_add_char(json->out, ',');
	level->has_items = true;
}

static void begin_value(struct ch_json_writer *json)
{
	struct ch_json_level *level = level_of(json);

	if (level && level->is_array)
		separate(json, level);
	else if (level && !json->after_key)
		ch_abort("JSON: a value in an object lacks its key");
	json->after_key = false;
}

static void begin_level(struct ch_json_writer *json, bool is_array)
{
	begin_value(json);
	if (json->depth == CH_JSON_DEEPEST)
		ch_abort("JSON: nested too deeply");
	json->levels[json->depth++] = (struct ch_json_level){.is_array = is_array};
	ch_buffer_add_char(json->out, is_array ? '[' : '{');
}

static void end_level(struct ch_json_writer *json, bool is_array)
{
	const struct ch_json_level *level = level_of(json);

	if (!level || level->is_array != is_array || json->after_key)
		ch_abort("JSON: an object or array ends that is not open");
	json->depth--;
	ch_buffer_add_char(json->out, is_array ? ']' : '}');
}

void ch_json_object_begin(struct ch_json_writer *json)
{
	begin_level(json, false);
}

void ch_json_object_end(struct ch_json_writer *json)
{
	end_level(json, false);
}

void ch_json_array_begin(struct ch_json_writer *json)
{
	begin_level(json, true);
}

void ch_json_array_end(struct ch_json_writer *json)
{
	end_level(json, true);
}

static void add_escape(struct ch_buffer *out, int32_t code)
{
	unsigned character = (unsigned)code;

	if (character >= 0x10000) {
		character -= 0x10000;
		ch_buffer_printf(out, "\\u%04x\\u%04x", 0xd800 + (character >> 10), 0xdc00 + (character & 0x3ff));
	} else {
		ch_buffer_printf(out, "\\u%04x", character);
	}
}

static void add_string(struct ch_buffer *out, const char *text)
{
	size_t length = strlen(text), used;

	ch_buffer_add_char(out, '"');
	for (size_t at = 0; at < length; at += used) {
		int32_t code;

		used = utf8_decode(text + at, length - at, &code);
		if (used == 0) {
			ch_buffer_add(out, "\xef\xbf\xbd");
			used = 1;
		} else if (code == '"' || code == '\\') {
			ch_buffer_add_char(out, '\\');
			ch_buffer_add_char(out, (char)code);
		} else if (code == '\n') {
			ch_buffer_add(out, "\\n");
		} else if (utf8_is_unsafe(code)) {
			add_escape(out, code);
		} else {
			ch_buffer_add_bytes(out, text + at, used);
		}
	}
	ch_buffer_add_char(out, '"');
}

void ch_json_key(struct ch_json_writer *json, const char *key)
{
	struct ch_json_level *level = level_of(json);

	if (!level || level->is_array || json->after_key)
		ch_abort("JSON: a key stands where none may");
	separate(json, level);
	add_string(json->out, key);
	ch_buffer_add_char(json->out, ':');
	json->after_key = true;
}

static void add_value(struct ch_json_writer *json, const char *value)
{
	begin_value(json);
	ch_buffer_add(json->out, value);
}

void ch_json_string(struct ch_json_writer *json, const char *text)
{
	if (!text) {
		ch_json_null(json);
		return;
	}
	begin_value(json);
	add_string(json->out, text);
}

void ch_json_int(struct ch_json_writer *json, int64_t value)
{
	begin_value(json);
	ch_buffer_printf(json->out, "%" PRId64, value);
}

void ch_json_bool(struct ch_json_writer *json, bool value)
{
	add_value(json, value ? "true" : "false");
}

void ch_json_null(struct ch_json_writer *json)
{
	add_value(json, "null");
}

void ch_json_decimal(struct ch_json_writer *json, const char *number)
{
	size_t length = number ? json_number_length(number) : 0;

	if (length > 0 && number[length] == '\0')
		add_value(json, number);
	else
		ch_json_string(json, number);
}

static size_t digits(const char *text)
{
	return strspn(text, "0123456789");
}

size_t json_number_length(const char *text)
{
	const char *at = text + (*text == '-');
	size_t whole = digits(at);

	if (whole == 0 || (whole > 1 && *at == '0'))
		return 0;
	at += whole;
	if (*at == '.') {
		if (digits(at + 1) == 0)
			return 0;
		at += 1 + digits(at + 1);
	}
	if (*at == 'e' || *at == 'E') {
		const char *exponent = at + 1 + (at[1] == '-' || at[1] == '+');

		if (digits(exponent) == 0)
			return 0;
		at = exponent + digits(exponent);
	}
	return (size_t)(at - text);
}
