/*
 * What every form that ends a pairing asks for: how, by whom and why (R69), in
 * the words of its kind.
 */
#ifndef TUI_CLOSURE_FIELDS_H
#define TUI_CLOSURE_FIELDS_H

#include "tui/desk.h"
#include "tui/widgets/form.h"

/*
 * The field of "closure_kind", "closure_initiator" or "closure_reason". `kind` is an enum ch_kind; CH_NO_KIND: of both.
 */
struct form_field closure_field(const char *key, int kind, const char *help, struct ch_arena *arena);

/* Whether the mentee or coachee wants another mentor or coach (R36); it may stay open. */
struct form_field closure_rematch_field(int kind, struct ch_arena *arena);

/* The reason in words, and the day. */
extern const struct form_field closure_note_field, closure_day_field;

/* What the form says of the end; what it does not ask stays open. `closure` is valid until a value changes. */
enum ch_status closure_read(const struct form *form, struct ch_closure *closure, struct ch_error *err);

/* The reason in the field of that key, made as that of "closure_reason" is; CH_NO_CLOSURE_REASON: none is chosen. */
int closure_reason_read(const struct form *form, const char *key);

/* Puts in what is known already (ch_pairing_suggest_closure). */
void closure_suggest(struct form *form, const struct desk *desk, int64_t pairing_id);

#endif
