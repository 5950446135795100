/*
 * Custom fields on plain structs: the field table that a declaration makes, and the text that holds the values.
 */
#ifndef MODEL_CUSTOM_FIELD_H
#define MODEL_CUSTOM_FIELD_H

#include "chiron/custom_field.h"

/* The field of a table that the declaration makes; its texts, safe to show, live in `arena`. */
struct ch_field custom_field_row(const struct ch_custom_field *declared, size_t offset, struct ch_arena *arena);

/* The base entity with a row, and in its records room, for each of the declared. */
const struct ch_entity *custom_entity(const struct ch_entity *base, const struct ch_custom_field *declared,
				      size_t count, struct ch_arena *arena);

/* What tells names apart: "T-shirt size" gives "t_shirt_size"; "" where the name has no Latin letter. */
char *custom_key_whole(const char *name, struct ch_arena *arena);

/* The key that the name makes: as much of that as a key may be, in whole words. */
void custom_key(const char *name, char key[CH_CUSTOM_KEY_SIZE]);

/* The value of that key; NULL where there is none. `values` is what a record's custom_values holds. */
const char *custom_value(const char *values, const char *key, struct ch_arena *arena);

/* The values with that one set, or with NULL taken out; NULL where none is left. */
const char *custom_values_with(const char *values, const char *key, const char *text, struct ch_arena *arena);

/* The values of both, those of `over` where both have one. */
const char *custom_values_over(const char *values, const char *over, struct ch_arena *arena);

/* The first key that both have with different values; NULL where there is none. */
const char *custom_values_differ(const char *a, const char *b, struct ch_arena *arena);

#endif
