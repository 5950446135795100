/*
 * What the rows of an imported file are. The stages below the last one ask it
 * what a column can be.
 */
#ifndef CHIRON_CORE_IMPORT_IMPORT_KIND_H
#define CHIRON_CORE_IMPORT_IMPORT_KIND_H

#include <stdbool.h>

#include "chiron/exchange.h"
#include "chiron/field.h"

struct import_kind {
	const char *noun; /* in "is no field of a person" */
	const struct ch_entity *entity; /* what a row is read into; NULL: a person */
	const char *const *others;    /* what a column may be besides the fields of the entity; ends with NULL */
	const char *const *naming[2]; /* of each list, ended with NULL, a column has to be there; NULL: none */
	const char *lacking;	      /* what a file without them has not */
	const char *fix;
};

const struct import_kind *import_kind_of(enum ch_import_kind kind);

/* The kind it is. */
enum ch_import_kind import_kind_number(const struct import_kind *kind);

/* Of the batch, and of commands: "people". */
const char *import_kind_code(const struct import_kind *kind);

/* What a row is read into. */
const struct ch_entity *import_kind_entity(const struct import_kind *kind);

/*
 * Whether headings may mean that field in such a list. Reasons to leave a column out, as "-form", always may, but for
 * those that are of two people: "Goals" of a person is what they seek.
 */
bool import_kind_knows(const struct import_kind *kind, const char *field);

/* Whether somebody may map a column to it: numbers that chiron gives are recognised only, and what it keeps is not. */
bool import_kind_takes(const struct import_kind *kind, const char *field);

/*
 * The field that a column of such a list is of another record than the row's own, as a date of somebody's
 * qualification; NULL where it is none.
 */
const struct ch_field *import_kind_beside(const struct import_kind *kind, const char *code);

/* What a field, or one of the others, is called. */
const char *import_kind_label(const struct import_kind *kind, const char *code);

/* Whether the columns with these fields (NULL: left out) say whom a row is about. */
bool import_kind_is_named(const struct import_kind *kind, const char *const *fields, size_t count);

/* Whether numbered columns may be the field, "Role 2": they add up, or of them the first that is filled counts. */
bool import_kind_repeats(const struct import_kind *kind, const char *field);

/* Whether a column with this field (NULL: left out) says whom a row is about. */
bool import_kind_is_naming(const struct import_kind *kind, const char *field);

/* Of a list of two people in each row, whose address goes with the field that names one; NULL: it names none. */
const char *import_kind_address_of(const struct import_kind *kind, const char *field);

#endif
