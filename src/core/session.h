/* What logging and correcting sessions share. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "core/pairing.h"

/* Numbers the held sessions of a spell by their dates; `session` is the one in hand and gets its own. */
enum ch_status session_renumber(struct change *change, int64_t spell_id, struct ch_session *session,
				struct ch_error *err);

/* The numbers of a pairing's sessions, and what is kept with it, after any of them changed. */
enum ch_status session_count_anew(struct change *change, int64_t pairing_id, struct ch_error *err);

/* The spell that the date falls in; a date before the first one belongs to the first. */
enum ch_status session_spell_for(struct change *change, int64_t pairing_id, ch_date date, int64_t *spell_id,
				 struct ch_error *err);

/* Notes in `session` what the wording and actions to come say about the record; before it is saved. */
void session_note_record(struct ch_session *session, const struct ch_session_record *record, struct ch_arena *arena);

/* Writes wording and actions; after the session is saved. `record` NULL writes nothing. */
enum ch_status session_add_record(struct change *change, const struct pairing_view *view, struct ch_session *session,
				  const struct ch_session_record *record, struct ch_error *err);

/* Refused: a goal of another pairing (R48). */
enum ch_status session_check_goal(struct change *change, const struct ch_session *session, struct ch_error *err);

/* Refused: a date after today. */
enum ch_status session_refuse_future(const struct change *change, ch_date date, struct ch_error *err);

#endif
