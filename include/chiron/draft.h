/*
 * Drafts: what was typed into a form and is not saved yet.
 *
 * There is one for each actor, form and subject. It holds texts as they were
 * typed, which need not mean anything yet. A draft is no record: it is neither
 * journalled, audited, checked, reported nor exported, and only its actor reads
 * it. What has been saved has no draft any more.
 *
 * The pair's wording (R58) goes into the file only where the scheme keeps
 * wording apart and the actor is no coordinator: a coordinator's desk is open
 * to whoever coordinates next, and what is written for a side is never shown
 * back there. A face keeps the rest in memory.
 */
#ifndef CHIRON_DRAFT_H
#define CHIRON_DRAFT_H

#include "chiron/context.h"
#include "chiron/grid.h"

struct ch_draft_text {
	const char *key;  /* of the field of the form */
	const char *text; /* as typed; never NULL */
	const char *was;  /* what the field held when the form was opened; of wording always "" */
	bool wording;	  /* is the pair's */
};

enum { CH_DRAFT_TEXTS_MAX = 100 };

struct ch_draft {
	int64_t draft_id;
	const char *form;   /* which form: "person.edit" */
	int64_t subject_id; /* what it is about, as the form has it: a person, a pairing, ...; 0: nothing yet */
	const char *title;  /* "Edit a person: Ann Lee" */
	const char *kept_at; /* instant; set by ch_draft_keep() */
	const struct ch_draft_text *texts;
	size_t text_count; /* at most CH_DRAFT_TEXTS_MAX */
};

/*
 * Keeps it in the place of an earlier one of the same form and subject, and sets draft_id and kept_at (in `arena`).
 * What wording the file does not take is left out, with draft_id 0 where nothing is left then; whether it took all of
 * it in *whole.
 */
enum ch_status ch_draft_keep(struct ch_context *c, struct ch_draft *draft, struct ch_arena *arena, bool *whole,
			     struct ch_error *err);

/* The actor's draft of that form and subject; CH_MISSING where there is none. */
enum ch_status ch_draft_find(struct ch_context *c, const char *form, int64_t subject_id, struct ch_arena *arena,
			     struct ch_draft *draft, struct ch_error *err);

/* The actor's draft with that number; CH_MISSING where there is none, or it is somebody else's. */
enum ch_status ch_draft_get(struct ch_context *c, int64_t draft_id, struct ch_arena *arena, struct ch_draft *draft,
			    struct ch_error *err);

/* All of the actor's, the newest first: draft_id, kept_at, title, and form and subject_id as extra columns. */
enum ch_status ch_draft_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid, struct ch_error *err);

/* Drops one of the actor's for good; CH_MISSING as ch_draft_get(). */
enum ch_status ch_draft_drop(struct ch_context *c, int64_t draft_id, struct ch_error *err);

#endif
