/*
 * JSON that chiron wrote itself, read back, as the change journal's before and
 * after: strict, one flat object, bounded. The writer is chiron/json.h.
 */
#ifndef CHIRON_BASE_JSON_H
#define CHIRON_BASE_JSON_H

#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/json.h"

enum {
	JSON_MOST_PAIRS = 256,		/* in an object that is read */
	JSON_LONGEST = 16 * 1024 * 1024 /* bytes of text that is read */
};

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

/* Reads {"key": "text" | number | null | true | false, ...}; CH_DATA where it is anything else or has a key twice. */
enum ch_status json_read_object(const char *text, struct ch_arena *arena, struct json_object *object,
				struct ch_error *err);

/* The pair with that key; NULL where there is none. */
const struct json_pair *json_find(const struct json_object *object, const char *key);

#endif
