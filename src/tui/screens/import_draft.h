/*
 * An import that was not brought in yet, kept as a draft of its actor: which
 * file, how it is read, what columns were said to be, which cells are mended.
 * There is one for each kind and file, by the file's hash, so that looking at
 * another file in between loses nothing; of files of which nothing was said,
 * and of what a file was before it was changed, none is left.
 */
#ifndef TUI_IMPORT_DRAFT_H
#define TUI_IMPORT_DRAFT_H

#include "tui/desk.h"
#include "tui/screens/import_plan.h"

/* What drafts of a kind and file are about (ch_draft.subject_id); `hash` NULL: a file that could not be read. */
int64_t import_draft_subject(enum ch_import_kind kind, const char *hash);

/* Keeps it, with the hash of the file it was made for. */
void import_draft_keep(const struct desk *desk, const struct import_plan *plan, const char *hash);

/* The subject of the newest of that kind; false where there is none. */
bool import_draft_newest(const struct desk *desk, enum ch_import_kind kind, int64_t *subject_id);

/* Takes what was kept into an empty plan; whether there was anything. `hash` lives as long as the plan. */
bool import_draft_restore(const struct desk *desk, int64_t subject_id, struct import_plan *plan, const char **hash);

/*
 * Takes what was said of this very file earlier into a plan that says nothing and reads the same sheet and headings;
 * whether there was anything.
 */
bool import_draft_take(const struct desk *desk, const char *hash, struct import_plan *plan);

/* It is brought in, or the file is another one now. */
void import_draft_drop(const struct desk *desk, int64_t subject_id);

#endif
