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

enum { CH_JSON_DEEPEST = 32 };

struct ch_json_level {
	bool is_array;
	bool has_items; /* a comma is due before the next */
};

struct ch_json_writer {
	struct ch_buffer *out; /* the caller's */
	int depth;	       /* objects and arrays that are open */
	bool after_key;
	struct ch_json_level levels[CH_JSON_DEEPEST];
};

#define CH_JSON_WRITER(buffer) ((struct ch_json_writer){.out = (buffer)})

void ch_json_object_begin(struct ch_json_writer *json);
void ch_json_object_end(struct ch_json_writer *json);
void ch_json_array_begin(struct ch_json_writer *json);
void ch_json_array_end(struct ch_json_writer *json);

/* Within an object, before each value. */
void ch_json_key(struct ch_json_writer *json, const char *key);

/* Values; a NULL text is null. */
void ch_json_string(struct ch_json_writer *json, const char *text);
void ch_json_int(struct ch_json_writer *json, int64_t value);
void ch_json_bool(struct ch_json_writer *json, bool value);
void ch_json_null(struct ch_json_writer *json);

/* A number from its text, as "1.5"; text that is no JSON number is written as a string, so that nothing is lost. */
void ch_json_decimal(struct ch_json_writer *json, const char *number);

#endif
