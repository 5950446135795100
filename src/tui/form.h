/*
 * A form: fields under each other on one screen, one focus, nothing lost.
 *
 * It lies over whatever is there and returns to it. What its fields mean, what
 * completes them, and saving are its owner's, by form_ops. What a person typed
 * stays until it is saved or they leave: a refused save puts the message under
 * its field and keeps every text.
 *
 * A value is text: what was typed, or for choices the code (of several: joined
 * by "; ", as field.h has it).
 */
#ifndef TUI_FORM_H
#define TUI_FORM_H

#include "chiron/field.h"
#include "tui/app.h"

struct form;

struct form_field {
	const char *key;
	const char *label; /* these three translated where they are shown */
	const char *help;  /* one line: what it is for, which forms work */
	const char *heading; /* a line above the field, as "only Chen and Wen can read this"; NULL: none */
	enum ch_type type;
	const struct ch_choice *choices; /* of choices; index 0 is "not known" and not offered */
	bool required;
};

/* What could stand in a field. */
struct form_candidate {
	const char *text;
	const char *note; /* beside it in the list; NULL: none */
};

struct form_ops {
	/* Saves. CH_OK closes the form; else err->field says where the focus goes and the form stays. */
	enum ch_status (*save)(struct app *app, struct form *form, void *data, struct ch_error *err);

	/*
	 * Keeps a draft: after each field that changed, on leaving, and when the program is told to end. NULL: none
	 * is kept, so leaving asks.
	 */
	void (*keep)(struct form *form, void *data);

	/*
	 * What the text of a field means, as "= Mon 23 Nov 2026"; of many lines, a row for each. NULL, or where it
	 * appends nothing: dates and lengths of time only.
	 */
	void (*meaning)(const struct form *form, void *data, size_t field, struct ch_buffer *out);

	/* What begins with, or fits, `prefix`; lives in `arena`. NULL: no field is completed. */
	size_t (*complete)(const struct form *form, void *data, size_t field, const char *prefix,
			   struct ch_arena *arena, const struct form_candidate **candidates);

	/*
	 * What will still be lacking once it is saved as it is, as "starting will still need: a yes of Chen". NULL, or
	 * where it appends nothing: nothing else is needed.
	 */
	void (*lacks)(const struct form *form, void *data, struct ch_buffer *out);

	/* Frees `data`, when the form closes; NULL: nothing to free. */
	void (*close)(void *data);
};

struct form_entry {
	struct form_field field;
	struct field_input input; /* the value */
	struct ch_buffer error;	  /* "": none */
	size_t choice;		  /* of several choices: the one with the cursor */
};

/* The candidates for the focused field. */
struct form_popup {
	bool open;
	struct ch_arena arena;
	const struct form_candidate *candidates;
	size_t count, at;
	size_t prefix_length; /* bytes before the cursor that a candidate replaces */
};

struct form {
	struct screen screen;
	const struct form_ops *ops;
	void *data;
	const char *title;
	ch_date today;
	struct form_entry *entries;
	size_t entry_count;
	size_t focus;
	size_t first;  /* first entry shown */
	bool changed;  /* since it was opened */
	bool edited;   /* the focused field, since it got the focus */
	struct form_popup popup;
};

/* A form on the heap; `fields` are copied, `title` (translated) and what they point to outlive it. */
struct form *form_new(const struct form_ops *ops, void *data, const char *title, ch_date today,
		      const struct form_field *fields, size_t count);

/* Sets a value without counting it as a change; a key it does not have is passed over. */
void form_set(struct form *form, const char *key, const char *text);

/* The value of a field; "" where it is empty or there is no such field. Valid until it changes. */
const char *form_value(const struct form *form, const char *key);

/* Puts a message under a field; false where there is no such field. */
bool form_refuse(struct form *form, const char *key, const char *message, const char *fix);

/* Puts the form on the stack, which owns it from then on. */
void form_open(struct app *app, struct form *form);

#endif
