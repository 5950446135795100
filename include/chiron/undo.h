/*
 * Undo, redo and history over the change journal.
 *
 * A step is one action of a person: every record that it made, changed or
 * removed. Steps are numbered in the order in which they were taken (the number
 * is that of the step's first row in the audit log). Each actor undoes their
 * own steps, the newest first, also after the program was left; any step of
 * their own can be undone out of turn where nothing has touched it since. Redo
 * goes on until the actor makes a new change. A step is undone whole or not at
 * all, within one transaction, and undoing is itself in the audit log and in
 * the journal.
 *
 * Not undone: answers of participants and what they consented to (withdrawing
 * does that; RULES.md, third principle), what was removed for good, imports
 * (ch_import_undo()), and what was changed since by somebody else. The refusal
 * says which, by whom and when.
 *
 * Wording of the pair that a step wrote is set aside while the step is undone
 * and comes back when it is redone: nobody reads it meanwhile, and nothing of
 * it is ever in the journal (docs/decisions).
 */
#ifndef CHIRON_UNDO_H
#define CHIRON_UNDO_H

#include "chiron/context.h"
#include "chiron/grid.h"

/* Why a step can never be undone, known as soon as it is taken. */
#define CH_FINALS(X)                                                                                                   \
	X(ANSWER, "answer", N_("an answer was given"))                                                                 \
	X(REMOVED, "removed", N_("wording was removed for good"))                                                      \
	X(IMPORT, "import", N_("an import has its own undo"))                                                          \
	X(ERASED, "erased", N_("somebody in it was erased"))

enum ch_final {
	CH_NOT_FINAL,
#define X(name, code, label) CH_FINAL_##name,
	CH_FINALS(X)
#undef X
};

struct ch_step {
	int64_t step_id;
	int64_t row_version;
	const char *at;	       /* instant */
	int64_t actor_id;      /* who took it; 0: the coordinator */
	const char *operation; /* its code, as "session.log" */
	const char *entity;    /* what it was done to, by name */
	int64_t object_id;
	const char *who;   /* whom it was about, as they were called then: "Bo Diaz / Ann Lee"; NULL: nobody */
	ch_date about_on;  /* the day it was about, as a session's */
	int64_t records;   /* actions done in one go, or, where it was done to all of a programme, records */
	int final;	   /* enum ch_final */
	int64_t undone_by; /* the audit row that undid it; CH_UNKNOWN: it stands */
	const char *undone_at;
};

/* What undoing or redoing did, or what a face wants to say before it does. */
struct ch_undone {
	struct ch_step step;
	const char *words; /* "session of 12 Nov with Bo Diaz and Ann Lee logged" */
};

/* What ch_undo() would take back, to be named before it is. CH_MISSING where there is none. */
enum ch_status ch_undo_next(struct ch_context *c, struct ch_arena *arena, struct ch_undone *next,
			    struct ch_error *err);

/*
 * Undoes the actor's newest step that stands, erasures passed over, or, with a `step_id`, that one.
 * CH_MISSING where there is none; CH_DATA where it cannot be undone, with the
 * reason and what to do instead; CH_NOT_ALLOWED where it is somebody else's.
 */
enum ch_status ch_undo(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_undone *undone,
		       struct ch_error *err);

/* Does again what the actor undid last. CH_MISSING where nothing is undone, or a new change was made since. */
enum ch_status ch_redo(struct ch_context *c, struct ch_arena *arena, struct ch_undone *redone, struct ch_error *err);

/* The step, and what it is called. */
enum ch_status ch_step_get(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_undone *step,
			   struct ch_error *err);

/*
 * The words of a step, from its operation's (operation.def): also for rows of
 * the list of steps (CH_LIST_STEPS). `operation` may be of a later version: its
 * code is then the words.
 */
const char *ch_step_words(const struct ch_step *step, ch_date today, struct ch_arena *arena);

/*
 * What the step changed: a row for each field, "record", "field", "before" and
 * "after". No wording of the pair, nothing that is counted from other records,
 * and for a participant nothing that only a coordinator reads.
 */
enum ch_status ch_step_changes(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err);

/*
 * From ch_steps_join() to ch_steps_part() all changes are one step: what is
 * done to many records at one command or key, each kept or refused by itself.
 * The latter gives the number of the step, 0 where nothing was changed.
 */
void ch_steps_join(struct ch_scheme *scheme);
int64_t ch_steps_part(struct ch_scheme *scheme);

#endif
