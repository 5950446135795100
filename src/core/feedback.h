/* What the closing of a pairing and its feedback share. */
#ifndef CORE_FEEDBACK_H
#define CORE_FEEDBACK_H

#include "chiron/feedback.h"
#include "chiron/person.h"
#include "core/pairing.h"

/*
 * A pairing enters closing: the form of the end is due of both, and the follow-up of the learner in six months; of who
 * has died or cannot be reached it is waived at once.
 */
enum ch_status feedback_ask(struct change *change, const struct pairing_view *view, struct ch_error *err);

/* A pairing goes on: what is still due of its last spell is waived. */
enum ch_status feedback_call_off(struct change *change, int64_t spell_id, struct ch_error *err);

/* Of who is erased, and about them, nothing is asked: what is due in their pairings is waived, of both sides. */
enum ch_status feedback_drop_of_erased(struct change *change, int64_t person_id, struct ch_error *err);

/* Of who has died or cannot be reached nothing is chased: what is still due of them is waived, and counted. */
enum ch_status feedback_excuse(struct change *change, const struct ch_person *person, int64_t *waived,
			       struct ch_error *err);

/*
 * Answers that come in from elsewhere, recorded as by ch_feedback_record() within another change. Answers are never
 * changed: where that side has answered the form already (one that is answered often: on that day) nothing is written
 * but *known_id, else 0.
 */
enum ch_status feedback_take(struct change *change, struct ch_feedback *feedback, int64_t *known_id,
			     struct ch_error *err);

/*
 * What one side says of a session (R48). Refused: a programme that does not ask for it, a day on which the two held
 * none, and a second answer of that side for a day.
 */
enum ch_status feedback_check_session(struct change *change, const struct pairing_view *view,
				      const struct ch_feedback *feedback, struct ch_error *err);

#endif
