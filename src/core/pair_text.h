/* Writing the pair's wording within another change. */
#ifndef CORE_PAIR_TEXT_H
#define CORE_PAIR_TEXT_H

#include "chiron/pair_text.h"
#include "core/journal/change.h"

/*
 * Writes a new revision; NULL or blank text writes nothing. Refused where the
 * scheme keeps no wording. Never journalled: undo sets it aside (step.h).
 */
enum ch_status pair_text_insert(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
				const char *text, struct ch_error *err);

/* The same; but NULL or blank text is refused. */
enum ch_status pair_text_write(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
			       const char *text, struct ch_error *err);

/* The newest wording, for joining it with what is added; NULL where there is none. Never to be shown from here. */
enum ch_status pair_text_newest(struct change *change, enum ch_text_kind kind, int64_t object_id, const char **text,
				struct ch_error *err);

/* Takes away all of it, for good: with what it was about, which was recorded by mistake. */
enum ch_status pair_text_remove(struct change *change, enum ch_text_kind kind, int64_t object_id,
				struct ch_error *err);

/* Copies the newest wording of one object to another of the same kind: an action carried forward. */
enum ch_status pair_text_carry(struct change *change, int64_t spell_id, enum ch_text_kind kind, int64_t from_id,
			       int64_t to_id, struct ch_error *err);

#endif
