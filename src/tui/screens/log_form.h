/*
 * The form for a session: the facts, then, under a line that says who is shown
 * it, what was learned, the actions agreed, and what became of the earlier
 * ones. Nothing but the pair is needed: what is empty can wait (R42).
 *
 * What was typed and not saved stays as a draft (form_draft.h), one for each pair or unfinished session.
 */
#ifndef TUI_LOG_FORM_H
#define TUI_LOG_FORM_H

#include "tui/desk.h"
#include "chiron/quick_log.h"

/* For a session to be logged: of that pairing (0: to be named in the form), with what `line` says (NULL: nothing). */
void log_form_open(struct app *app, int64_t pairing_id, const struct ch_quick_log *line);

/* For a session that was arranged and has been held. */
void log_form_open_arranged(struct app *app, int64_t session_id);

/* For what the record of a held session lacks. */
void log_form_finish(struct app *app, int64_t session_id);

/* For what a command asks a person about; says why where that cannot be. `asked` outlives the form. */
bool log_form_open_asked(struct app *app, struct ch_session_asked *asked);

/* Says what logging did: "Session 3 of about 9 logged for Ann Lee - Bo Diaz, next due Wed 23 Dec" */
void log_form_say(struct app *app, int64_t pairing_id, const struct ch_session_logged *logged);

#endif
