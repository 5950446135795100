/*
 * Drafts of forms: what was typed stays until it is saved.
 *
 * They lie in the scheme file (chiron/draft.h). What may not lie there (the
 * pair's wording, where a coordinator types it), and all of it where the file
 * cannot be written or there is none yet, is in memory until the program ends.
 */
#ifndef TUI_FORM_DRAFT_H
#define TUI_FORM_DRAFT_H

#include "tui/desk.h"
#include "tui/widgets/form.h"

/*
 * Has drafts kept of the form, under `name` ("person.edit", which screen_drafts.c opens) and the id of whom or what it
 * is about. `about` says that in words (NULL or "": nobody yet). Both are copied. Before form_open().
 */
void form_draft_keep_as(struct app *app, struct form *form, const char *name, int64_t subject_id, const char *about);

/* A number for drafts about what has none, only these texts; above 0. */
int64_t form_draft_subject(const char *text, const char *more);

/*
 * The same for a form about several, each by its id: the draft says whom, so that it can be gone on with.
 * form_draft_marked() reads that of a draft into `arena`: how many; 0 where it is about one.
 */
void form_draft_keep_marked(struct app *app, struct form *form, const char *name, const int64_t *ids, size_t count);
size_t form_draft_marked(const struct ch_draft *draft, struct ch_arena *arena, int64_t **ids);

/*
 * The form turns out to be about somebody else: what was kept of it is about them from now on. What a draft about them
 * holds already fills the fields that nobody typed into, and many lines go before those typed now.
 */
void form_draft_move(struct form *form, int64_t subject_id, const char *about);

/* As app->loses: the newest of those in memory, "Log: Ann Lee - Bo Diaz". */
const char *form_draft_lost(const struct app *app);

/* Frees what the desk has in memory; NULL is allowed. */
struct draft_memory;
void draft_memory_free(struct draft_memory *memory);

#endif
