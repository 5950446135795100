/*
 * The desk: what every screen of chiron works on - the open scheme, who acts,
 * and what day it is. It is app->data.
 */
#ifndef TUI_DESK_H
#define TUI_DESK_H

#include "chiron/chiron.h"
#include "tui/app.h"
#include "tui/widgets/work.h"

struct desk {
	const struct app *app; /* that shows it; NULL: none, and nothing is waited for */
	struct ch_context *c; /* c->scheme is NULL only on the welcome screen */
	ch_date today;
	const char *path;	      /* of the scheme file, which need not exist yet */
	const char *state_folder; /* where earlier filters and commands are kept; NULL: nowhere */
	const struct tui_options *options;
	struct ch_scheme_settings settings; /* as they were when the scheme was opened */
	struct ch_buffer next;	      /* path of the scheme to open once this one is left; "": none */
	struct ch_buffer next_import; /* and of the spreadsheet to import into it; "": none */
	struct personal *personal;    /* personal.h; NULL where there is no terminal */
	struct log_memory *log;	      /* log_memory.h: lines of the quick log; NULL until there is something */
	struct draft_memory *drafts;  /* form_draft.h: what is typed into forms and must not be in the file */
	int64_t first_step, last_step; /* that were done here since it was opened; 0: none */
};

static inline struct desk *desk_of(const struct app *app)
{
	return app->data;
}

/* What the actor is to the scheme. */
static inline bool desk_is_coordinator(const struct desk *desk)
{
	return desk->c->actor.person_id == 0;
}

/* Whether the actor may do this to anything at all: what a screen offers. Core decides for each object. */
bool desk_may(const struct desk *desk, enum ch_operation operation);

/*
 * app->handling: all that is changed at one key is one thing to undo, and the message about it offers to:
 * "Saved: ... (u: undo)".
 */
void desk_handling(struct app *app, bool over);

/*
 * Ends a change: where `status` is CH_OK says the message (at most a line) and
 * reads every screen again, else says the error with its rule and its fix.
 * Returns whether it was CH_OK.
 */
bool desk_done(struct app *app, enum ch_status status, const struct ch_error *err, const char *format, ...)
	CH_PRINTF(4, 5);

/*
 * Behind the message of desk_done(), a line each: what rules that warn have to say of the record that was just written
 * (ch_point_out()), what to do about it, and the key.
 */
void desk_point_out(struct app *app, enum ch_occasion occasion, int64_t subject_id);

/* Puts the rule that refuses, where there is one, behind the message: "... (R13)". */
void desk_tell_rule(struct ch_error *err);

/*
 * Runs `run` as long work on the scheme (work.h): what it calls of the core looks on by itself. CH_STOPPED where a
 * person stopped it.
 */
enum ch_status desk_work(struct app *app, const struct work_spec *spec,
			 enum ch_status (*run)(void *data, struct ch_error *err), void *data, struct ch_error *err);

/* As app_say_error(), with the rule that refuses: "! Ann Lee has no place left (R13). Raise ...". */
void desk_say_error(struct app *app, const struct ch_error *err);

/*
 * The name of a person or programme, of an enrolment its person's, of a pairing both names; "" for 0 and for what may
 * not be read.
 */
const char *desk_name(const struct desk *desk, enum ch_entity_id entity, int64_t id, struct ch_arena *arena);

/* The kind of a programme, CH_KIND_MENTORING where it may not be read. */
int desk_kind(const struct desk *desk, int64_t programme_id);

/* As desk_name() of a pairing, guide first: "Rosa Vega - Chen Okafor". */
const char *desk_pair_name(const struct desk *desk, int64_t pairing_id, struct ch_arena *arena);

/* How one of two is named beside the other: the first name, the whole one where both have the same. */
const char *desk_short_name(const struct ch_person *person, const struct ch_person *other);

#endif
