/*
 * What logging sessions remembers while the program runs: what was typed into
 * the form and not saved, one draft for each pairing or unfinished session, and
 * the lines of the quick log. It is in memory only: the wording in a draft is
 * the pair's, and the scheme file is not the place for it yet.
 */
#ifndef TUI_LOG_MEMORY_H
#define TUI_LOG_MEMORY_H

#include "tui/desk.h"
#include "tui/form.h"

/* What a draft is for. */
struct log_subject {
	int64_t pairing_id; /* 0: no pair was named yet */
	int64_t session_id; /* whose record is being finished; 0: a session to be logged */
};

struct log_draft;

struct log_memory {
	const struct desk *desk;
	struct log_draft *drafts;
	struct prompt_history lines;
	int64_t pairing_id; /* that the quick log was opened for; 0: to be named */
};

/* The desk's, made when it is first asked for. */
struct log_memory *log_memory_of(struct desk *desk);

/* NULL is allowed. */
void log_memory_free(struct log_memory *memory);

/* Keeps the values of the form's fields, in the place of an earlier draft about the same. */
void log_draft_keep(struct log_memory *memory, struct log_subject subject, const struct form *form);

/* Fills the form from the draft; whether there is one. */
bool log_draft_restore(const struct log_memory *memory, struct log_subject subject, struct form *form);

void log_draft_drop(struct log_memory *memory, struct log_subject subject);

#endif
