/*
 * A screen of what a pairing has of one kind - its referrals, say: a list, and
 * below it all that the actor may read of the focused one. What can be done
 * with it next is a list of steps, each a small form or none.
 */
#ifndef TUI_MATTERS_H
#define TUI_MATTERS_H

#include "tui/desk.h"
#include "tui/widgets/form.h"
#include "tui/widgets/scheme_list.h"

/* What can be done: offered where the focused one is in one of the states `from`. */
struct matter_step {
	enum command command; /* COMMAND_ADD makes a new one */
	const char *name;	 /* of its drafts, behind the entity's: "discuss" */
	enum ch_operation operation;
	const char *title; /* of the form; translated where it is shown, as the next two */
	const char *done;
	int only; /* enum ch_kind: of pairings of this kind alone; CH_NO_KIND: of all */
	const char *const *from; /* codes of states, ends with NULL; NULL: any, or for a new one none */
	const struct form_field *fields;
	size_t field_count;
	bool asks_how; /* the learner answers: its last field is MATTER_HOW, left out at their own desk, where no field
			  of wording is needed; elsewhere both are */

	/* Puts in what stands already of the focused one; NULL: the form begins empty. */
	void (*fill)(struct ch_context *c, struct form *form, int64_t id);

	/* `id` is of the pairing for COMMAND_ADD, else of the focused one. */
	enum ch_status (*save)(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err);
};

struct matter_kind {
	enum ch_entity_id entity;
	const struct scheme_list_spec *list;
	const char *title; /* translated where it is shown */
	const enum ch_text_kind *texts; /* wording of the pair about one; ends with CH_NO_TEXT_KIND */
	/* What of its wording others may read by now, NULL: nothing; NULL where there never is any. */
	const char *(*open_words)(struct ch_context *c, int64_t id, struct ch_arena *arena);
	const char *const *(*reminder)(void); /* lines that always stand below, ending with NULL; NULL: none */
	const char *reminder_label;
	const struct matter_step *steps;
	size_t step_count;
};

void matters_open(struct app *app, const struct matter_kind *kind, int64_t pairing_id);

/* How an answer was given (enum ch_how); 0 where the form does not ask. */
int matter_how(const struct form *form);

/* A day, and how an answer was given: fields of steps, the latter the last of its step. */
#define MATTER_DAY(help_text)                                                                                          \
	{                                                                                                              \
		.key = "on", .label = N_("On"), .help = help_text, .type = CH_TYPE_DATE                                \
	}
#define MATTER_HOW                                                                                                     \
	{                                                                                                              \
		.key = "how", .label = N_("How"), .help = N_("How they said so"), .type = CH_TYPE_CHOICE,              \
		.choices = choices_of_how                                                                              \
	}
extern const struct ch_choice choices_of_how[];

#endif
