/*
 * Custom fields: columns of a scheme's own on people and enrolments (R80).
 *
 * A scheme declares what it wants to know beyond chiron's own fields: a name, a
 * kind, for choices the options, a line of help, and who may read it. From then
 * on the field stands wherever the fields of its record do: in forms, options,
 * lists, filters, imports and exports. A custom field never belongs to the pair
 * (R58): whoever keeps the scheme can read them all.
 *
 * The values of a record are one text in its row, `custom_values`: a JSON object
 * of canonical texts (field.h) by the keys of the fields, sorted by key, NULL
 * where there is none. SQL of one's own reads one as
 * `person.custom_values ->> 't_shirt_size'`. A change of them is a change of the
 * record, so journal, undo and the undoing of an import need nothing more.
 *
 * A face that shows or fills in such a record widens it (ch_custom_widen): the
 * field table and the record then have a member for each custom field behind
 * chiron's own, and everything that goes by field tables takes them as it is.
 */
#ifndef CHIRON_CUSTOM_FIELD_H
#define CHIRON_CUSTOM_FIELD_H

#include "chiron/context.h"
#include "chiron/field.h"

enum {
	CH_CUSTOM_MOST = 30,	      /* of people, and as many of enrolments */
	CH_CUSTOM_KEY_SIZE = 32,      /* bytes of a key with its end */
	CH_CUSTOM_NAME_MOST = 200,    /* characters of a name: forms for signing up ask whole sentences */
	CH_CUSTOM_VALUES_MOST = 40000 /* characters of all values of a record */
};

#define CH_CUSTOM_OWNERS(X)                                                                                            \
	X(PERSON, "person", N_("people"))                                                                              \
	X(ENROLMENT, "enrolment", N_("enrolments"))

enum ch_custom_owner {
	CH_NO_CUSTOM_OWNER,
#define X(name, code, label) CH_CUSTOM_OF_##name,
	CH_CUSTOM_OWNERS(X)
#undef X
};

#define CH_CUSTOM_KINDS(X)                                                                                             \
	X(TEXT, "text", N_("text"))                                                                                    \
	X(NUMBER, "number", N_("whole number"))                                                                        \
	X(DATE, "date", N_("date"))                                                                                    \
	X(YES_NO, "yes_no", N_("yes or no"))                                                                           \
	X(CHOICE, "choice", N_("choice"))

enum ch_custom_kind {
	CH_NO_CUSTOM_KIND,
#define X(name, code, label) CH_CUSTOM_##name,
	CH_CUSTOM_KINDS(X)
#undef X
};

/* Who may read the values (R79); the pair's own is not among them, since a coordinator declares and fills these in. */
#define CH_CUSTOM_READERS(X)                                                                                           \
	X(COORDINATOR, "coordinator", N_("the coordinator"))                                                           \
	X(EVERYBODY, "fact", N_("the coordinator, and the two of a pairing"))

enum ch_custom_readers {
	CH_NO_CUSTOM_READERS,
#define X(name, code, label) CH_CUSTOM_FOR_##name,
	CH_CUSTOM_READERS(X)
#undef X
};

struct ch_custom_field {
	int64_t custom_field_id;
	int64_t row_version;
	int belongs_to;	  /* enum ch_custom_owner */
	const char *name; /* as forms and headings have it */
	const char *key;  /* in filters, exports and SQL: made of the name, and kept when that changes */
	int kind;
	const char *options; /* list: of a choice, two at least; of other kinds none */
	const char *hint;    /* one line that stands beside it in forms */
	int readers;	     /* enum ch_custom_readers */
};

/*
 * Declares one; its id and key are set. CH_DATA where the record has a field of that name already, where a choice has
 * no options, or where there are CH_CUSTOM_MOST; with R16 where its name says that it rates performance, which a
 * reason may override.
 */
enum ch_status ch_custom_field_add(struct ch_context *c, struct ch_custom_field *field, struct ch_error *err);

/*
 * Saves an edited one; key and owner stay. Of another kind, or with other options, every value there is is read anew:
 * CH_DATA where one does not fit, and nothing is changed. A new name is judged as in ch_custom_field_add().
 */
enum ch_status ch_custom_field_set(struct ch_context *c, struct ch_custom_field *field, struct ch_error *err);

enum ch_status ch_custom_field_get(struct ch_context *c, int64_t custom_field_id, struct ch_arena *arena,
				   struct ch_custom_field *field, struct ch_error *err);

/* How many records have a value of it. */
enum ch_status ch_custom_field_count(struct ch_context *c, int64_t custom_field_id, int64_t *values,
				     struct ch_error *err);

/* Drops it and its values, of which *values says how many there were. Undo brings all of it back. */
enum ch_status ch_custom_field_drop(struct ch_context *c, int64_t custom_field_id, int64_t *values,
				    struct ch_error *err);

/*
 * The entity (CH_PERSON, CH_ENROLMENT; any other is given back as it is) with the scheme's custom fields behind its
 * own, in `arena`; and `record`, which may be NULL, copied into one of that size, its values filled in.
 */
enum ch_status ch_custom_widen(struct ch_context *c, enum ch_entity_id entity, const void *record,
			       struct ch_arena *arena, const struct ch_entity **wide, void **wide_record,
			       struct ch_error *err);

/* Puts the values of a wide record into its `custom_values`, so that the plain record it begins with can be saved. */
void ch_custom_fold(const struct ch_entity *wide, void *wide_record, struct ch_arena *arena);

/* Reads the values of a wide record from its `custom_values`, as after it was read anew. */
void ch_custom_unfold(const struct ch_entity *wide, void *wide_record, struct ch_arena *arena);

/*
 * Sets the value of one field of a plain record from "Name=value"; the name may be the key, and "Name=" empties it.
 * CH_USAGE where it is not of that form or there is no such field, CH_DATA as ch_field_set().
 */
enum ch_status ch_custom_give(struct ch_context *c, enum ch_entity_id entity, void *record, const char *text,
			      struct ch_arena *arena, struct ch_error *err);

#endif
