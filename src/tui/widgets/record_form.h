/*
 * A form for a record, made from its entity's field table.
 *
 * Fields stand in the table's order, those marked CH_FIELD_MORE under a heading
 * "More"; fields that are kept by chiron or hidden are left out, and those
 * fixed once the record is made are asked only when adding. Each value is read
 * by ch_field_set(), a name by ch_find(); what it means stands beside it.
 *
 * Saving changes only what was edited. Where somebody else saved the record
 * meanwhile (CH_BUSY), their changes are taken in, what both changed is
 * pointed out, and the next save keeps what stands in the form.
 */
#ifndef TUI_RECORD_FORM_H
#define TUI_RECORD_FORM_H

#include "tui/desk.h"
#include "tui/widgets/form.h"

struct record_form_spec {
	enum ch_entity_id entity;
	const char *title;	 /* translated where it is shown */
	enum ch_entity_id names; /* what the record's number is of, for its name in the title; CH_NO_ENTITY: `entity` */
	bool adding;
	const char *draft;	 /* name of its drafts (form_draft.h); NULL: "person.add" or "person.edit" */
	const char *about;	 /* field with the id of whom a new record is about, as "person_id"; NULL: of nobody */
	const char *const *keys; /* only these fields, in this order, NULL-terminated; NULL: all that can be edited */

	const char *without; /* this field of the table is left out; NULL: none is */
	const char *left_open; /* this field may stay empty all the same: saving finds it out; NULL: none may */
	const char *left_open_help; /* and its help then */
	const char *const *apart; /* what tells one record from another: left out; NULL-terminated, NULL: nothing */

	/* What this record calls a field, where that is not its label in the table; NULL, or giving NULL: it is. */
	const char *(*label)(const struct desk *desk, const void *record, const struct ch_field *field,
			     struct ch_arena *arena);

	bool own;   /* with `keys`: and the scheme's own fields behind them */
	bool whole; /* none of these fields can stay empty */

	/* Reads the record as it is now; needed unless adding. */
	enum ch_status (*read)(const struct desk *desk, int64_t id, struct ch_arena *arena, void *record,
			       struct ch_error *err);

	/* As that of struct form_ops; `record` is the one that the form began with. NULL: nothing is lacking. */
	void (*lacks)(const struct form *form, const void *record, struct ch_buffer *out);

	/* Saves the filled record, and says so. It opens no screen: the form closes after CH_OK. */
	enum ch_status (*save)(struct app *app, void *record, void *data, struct ch_error *err);

	void (*close)(void *data); /* frees `data`; NULL: nothing to free */
};

/*
 * The same of several at once: what is typed is set in each of them, what nobody typed into stays what each has. What
 * one refuses does not stop the others; the form stays open where all refuse.
 */
struct record_forms_spec {
	struct record_form_spec form; /* `save` and `close` are not called */
	const char *title;	      /* translated where it is shown; how many they are stands behind it */
	const char *done;	      /* what was done to so many of them, as "changed" */
	enum ch_entity_id of;	      /* what the ids are */

	/* Reads the record that `id` has now, or begins the one it is to have. */
	enum ch_status (*begin)(struct ch_context *c, int64_t id, struct ch_arena *arena, void *record,
				struct ch_error *err);

	/* Saves the filled record. */
	enum ch_status (*save)(struct ch_context *c, void *record, struct ch_error *err);
};

/* Opens the form with the values of `record`, which is copied; `spec` outlives it. The stack owns the form. */
struct form *record_form_open(struct app *app, const struct record_form_spec *spec, const void *record, void *data);

/* The same for these, which are copied; at least one. What goes wrong while they are read is said. */
void record_form_open_all(struct app *app, const struct record_forms_spec *spec, const int64_t *ids, size_t count);

#endif
