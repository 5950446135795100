/*
 * An import that was not brought in yet, kept as a draft of its actor: which
 * file, how it is read, what columns were said to be, which cells are mended.
 * It is there again wherever such an import is begun next. One for each kind.
 */
#ifndef TUI_IMPORT_DRAFT_H
#define TUI_IMPORT_DRAFT_H

#include "tui/desk.h"
#include "tui/screens/import_plan.h"

/* Keeps it, with the hash of the file it was made for. */
void import_draft_keep(const struct desk *desk, const struct import_plan *plan, const char *hash);

/* Takes what was kept into an empty plan; whether there was anything. `hash` lives as long as the plan. */
bool import_draft_restore(const struct desk *desk, enum ch_import_kind kind, struct import_plan *plan,
			  const char **hash);

/* It is brought in. */
void import_draft_drop(const struct desk *desk, enum ch_import_kind kind);

#endif
