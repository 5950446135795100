/*
 * JSON, written into a buffer, and read back where it is one flat object.
 *
 * The writer puts the commas and keeps the nesting; strings come out valid
 * whatever they were (invalid bytes become U+FFFD), and what could steer a
 * terminal is escaped, so that output shown raw does no harm. Breaking the order
 * of calls (a value without a key in an object, an end too many) is a fault of
 * the caller and aborts.
 *
 * The reader is for what chiron wrote itself, as the change journal's before and
 * after: strict, one object, no nesting, bounded.
 */
#ifndef CHIRON_BASE_JSON_H
#define CHIRON_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "chiron/arena.h"
#include "chiron/buffer.h"

enum {
	JSON_DEEPEST = 32,
	JSON_MOST_PAIRS = 256,		/* in an object that is read */
	JSON_LONGEST = 16 * 1024 * 1024 /* bytes of text that is read */
};

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

enum json_kind { JSON_NULL, JSON_STRING, JSON_NUMBER, JSON_TRUE, JSON_FALSE };

struct json_pair {
	const char *key;
	enum json_kind kind;
	const char *text; /* the string, or the number as written; NULL for other kinds */
};

struct json_object {
	struct json_pair *pairs; /* in the order written */
	size_t count;
};

/* Reads {"key": "text" | number | null | true | false, ...} into the arena; CH_DATA where it is anything else or has a key twice. */
enum ch_status json_read_object(const char *text, struct ch_arena *arena, struct json_object *object,
				struct ch_error *err);

/* The pair with that key; NULL where there is none. */
const struct json_pair *json_find(const struct json_object *object, const char *key);

#endif
