/*
 * A form: fields under each other on one screen, one focus, nothing lost.
 *
 * It lies over whatever is there and returns to it. What its fields mean, what
 * completes them, and saving are its owner's, by form_ops. What a person typed
 * stays until it is saved: a refused save puts the message under its field and
 * keeps every text, and a form with a keeper (form_draft.h) has a draft kept of
 * it, which is there again when it is opened the next time.
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
	bool ahead;   /* of a date that its text leaves open ("fri", "4 dec"): the next is meant, not the last */
	bool refilled;	 /* emptied it is no draft: what the form opens with is there again */
	bool typed_over; /* the first letter replaces what stands there at first, as it does in a day or a number */
	bool answers; /* what was refused, which stays in view below it while one types; its owner has no such field */
	bool wording; /* is the pair's (R58): not every place may keep it */
	bool own_label;	  /* its label and help are data, or translated already: shown as they are */
	bool own_choices; /* so are the labels of its choices */
};

/* As the field is shown. */
const char *form_field_label(const struct form_field *field);
const char *form_field_help(const struct form_field *field); /* "" where it has none */
const char *form_choice_label(const struct form_field *field, const struct ch_choice *choice);

/* What could stand in a field. */
struct form_candidate {
	const char *text;
	const char *note; /* beside it in the list; NULL: none */
};

struct form_ops {
	/* Saves. CH_OK closes the form; else err->field says where the focus goes and the form stays. */
	enum ch_status (*save)(struct app *app, struct form *form, void *data, struct ch_error *err);

	/*
	 * The focused field is being left, and a draft may be kept: takes up what it says of whom the form is about,
	 * and refuses what it cannot hold. NULL: nothing to do.
	 */
	void (*settle)(struct form *form, void *data);

	/*
	 * What the text of a field means, as "= Mon 23 Nov 2026"; of many lines, a row for each. NULL, or where it
	 * appends nothing: dates and lengths of time only.
	 */
	void (*meaning)(const struct form *form, void *data, size_t field, struct ch_buffer *out);

	bool tells_blank; /* meaning() tells of empty fields too: of what is found out where nothing is typed */

	/* What begins with, or fits, `prefix`; lives in `arena`. NULL: no field is completed. */
	size_t (*complete)(const struct form *form, void *data, size_t field, const char *prefix,
			   struct ch_arena *arena, const struct form_candidate **candidates);

	const char *does; /* what saving does, as "looks at the file"; not yet translated. NULL: "saves" */

	/*
	 * What will still be lacking once it is saved as it is, as "starting will still need: a yes of Chen". NULL, or
	 * where it appends nothing: nothing else is needed.
	 */
	void (*lacks)(const struct form *form, void *data, struct ch_buffer *out);

	/*
	 * In the line mode: whether the question of the field is passed over, as it was answered before or nothing can
	 * stand there now. NULL: none is.
	 */
	bool (*passes)(const struct form *form, void *data, size_t field);

	/* Frees `data`, when the form closes; NULL: nothing to free. */
	void (*close)(void *data);
};

struct form_entry {
	struct form_field field;
	struct field_input input; /* the value */
	struct ch_buffer was;	  /* the value before anybody typed: what differs from it was typed */
	struct ch_buffer error;	  /* "": none */
	bool advised;		  /* the error only tells something: the value can be saved */
	struct ch_buffer asked, meaning; /* of a name: which text was looked up last, and what it was taken for */
	bool is_asked;
	enum { LISTS_UNKNOWN, LISTS_NOTHING, LISTS_SOMETHING } lists; /* whether an empty field has candidates */
	bool touched;		  /* a key was pressed in it: what stands there is typed over no more */
	size_t choice;		  /* of several choices: the one with the cursor */
};

/* The candidates for the focused field. */
struct form_popup {
	bool open;
	struct ch_arena arena;
	const struct form_candidate *candidates;
	size_t count, at;
	bool moved; /* whether somebody chose among them */
	size_t prefix_length; /* bytes before the cursor that a candidate replaces */
	struct ch_buffer none; /* what nothing fits: nor does it fit what begins so; "": not known */
};

/* How much of what was typed is kept, and where. */
enum form_kept {
	FORM_NOT_KEPT,
	FORM_KEPT,	      /* all of it, in the scheme file */
	FORM_KEPT_BUT_WORDING, /* the facts in the file, the pair's wording in memory */
	FORM_KEPT_IN_MEMORY    /* until the program ends */
};

/* Keeps what is typed into forms; form_draft.h has chiron's. */
struct form_keeper {
	/* Keeps what was typed; where that is nothing, drops the draft there was. */
	enum form_kept (*keep)(struct form *form);

	/* Types what was kept, and says so. */
	void (*restore)(struct app *app, struct form *form);

	/* What was typed is saved. */
	void (*drop)(struct form *form);
};

/* Of which draft a form is, and how it stands. */
struct form_draft {
	const struct form_keeper *keeper; /* NULL: none is kept, so leaving asks */
	void *data;	    /* the keeper's */
	char *form;	    /* "person.edit"; owned */
	int64_t subject_id; /* whom or what it is about */
	char *about;	    /* in words, owned; NULL: nobody yet */
	char *marked;	    /* the numbers of all it is about, where that is several; owned; NULL: it is about one */
	char time[8];	    /* "10:44", when it was last kept in the file; "": not yet */
	enum form_kept kept;
	size_t unkept;	   /* edits since */
	bool timed;	   /* whether the next is known */
	int64_t unkept_at; /* when the first of them was made */
};

/* What a reason that is typed is against; override.h. */
struct form_overriding {
	char rules[64];		 /* those that were shown to refuse */
	struct ch_buffer values; /* what else the form said then */
};

struct form {
	struct screen screen;
	const struct keymap *keymap; /* of the application it is opened in */
	const struct form_ops *ops;
	void *data;
	const char *title;
	ch_date today;
	struct form_entry *entries;
	size_t entry_count;
	size_t focus;
	size_t first;  /* first entry shown */
	size_t last;   /* last entry shown */
	struct form_draft draft;
	struct form_popup popup;
	struct form_overriding overriding;
	bool saved;	  /* it closes, and nothing of it is to be kept */
	bool steered;	  /* an arrow or a letter was the last key in a field of choices */
	char letters[96]; /* typed one after the other into a field of choices: how the wanted one begins */
	bool letters_astray; /* no choice begins with them: they choose nothing till they are taken back */
	bool read_out, asked_all; /* in the line mode: the head was said, every question was asked */
	size_t told; /* the question of which all was said last, counted from 1; 0: none */
	struct form_aside *aside; /* what was set aside to start afresh; NULL: nothing */
};

/* A form on the heap; `fields` are copied, `title` (translated) and what they point to outlive it. */
struct form *form_new(const struct form_ops *ops, void *data, const char *title, ch_date today,
		      const struct form_field *fields, size_t count);

/* Adds a field below those that the form was made with; one such. */
void form_add_field(struct form *form, const struct form_field *field);

/* Sets the value that stood there before anybody typed; a key it does not have is passed over. */
void form_set(struct form *form, const char *key, const char *text);

/* Sets a value as if a person had typed it. */
void form_type(struct form *form, const char *key, const char *text);

/* Whether anything was typed that is not saved. */
bool form_is_typed(const struct form *form);

/* The entry of that key; NULL where there is none. */
struct form_entry *form_entry_named(const struct form *form, const char *key);

/* The value of a field; "" where it is empty or there is no such field. Valid until it changes. */
const char *form_value(const struct form *form, const char *key);

/* The day that a field holds; CH_NO_DATE where it is empty or not in the form. err->field names a wrong one. */
enum ch_status form_day(const struct form *form, const char *key, ch_date *day, struct ch_error *err);

/* The focus begins in this field and not in the first; none of that key: it stays. */
void form_begin_at(struct form *form, const char *key);

/* What names mean is looked up anew: what their meanings hang on has changed. */
void form_forget_meanings(struct form *form);

/* Puts a message under a field; false where there is no such field. */
bool form_refuse(struct form *form, const char *key, const char *message, const char *fix);

/* The same of what is only to be known: the form can be saved as it is. */
void form_advise(struct form *form, const char *key, const char *message, const char *fix);

/* Puts the form on the stack, which owns it from then on; what was kept of it is typed into it. */
void form_open(struct app *app, struct form *form);

#endif
