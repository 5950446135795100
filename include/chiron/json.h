/*
 * JSON, written into a buffer.
 *
 * The writer puts the commas and keeps the nesting; strings come out valid
 * whatever they were (invalid bytes become U+FFFD), and what could steer a
 * terminal is escaped, so that output shown raw does no harm. Breaking the order
 * of calls (a value without a key in an object, an end too many) is a fault of
 * the caller and aborts.
 */
#ifndef CHIRON_JSON_H
#define CHIRON_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "chiron/buffer.h"

enum { JSON_DEEPEST = 32 };

struct json_level {
	bool is_array;
	bool has_items; /* a comma is due before the next */
};

struct json_writer {
	struct ch_buffer *out; /* the caller's */
	int depth;	       /* objects and arrays that are open */
	bool after_key;
	struct json_level levels[JSON_DEEPEST];
};

#define JSON_WRITER(buffer) ((struct json_writer){.out = (buffer)})

void json_object_begin(struct json_writer *json);
void json_object_end(struct json_writer *json);
void json_array_begin(struct json_writer *json);
void json_array_end(struct json_writer *json);

/* Within an object, before each value. */
void json_key(struct json_writer *json, const char *key);

/* Values; a NULL text is null. */
void json_string(struct json_writer *json, const char *text);
void json_int(struct json_writer *json, int64_t value);
void json_bool(struct json_writer *json, bool value);
void json_null(struct json_writer *json);

/* A number from its text, as "1.5"; text that is no JSON number is written as a string, so that nothing is lost. */
void json_decimal(struct json_writer *json, const char *number);

#endif
