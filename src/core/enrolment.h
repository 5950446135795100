/* Enrolling within another change: an import, a pairing made by hand. */
#ifndef CORE_ENROLMENT_H
#define CORE_ENROLMENT_H

#include "chiron/enrolment.h"
#include "chiron/pairing.h"
#include "chiron/programme.h"
#include "core/journal/change.h"

/* Inserts after checking that the role is one of the programme's kind; state and applied_on get their defaults. */
enum ch_status enrolment_insert(struct change *change, const struct ch_programme *programme,
				struct ch_enrolment *enrolment, struct ch_error *err);

/* The enrolment of the person in that role; 0 where there is none. */
enum ch_status enrolment_find(struct change *change, int64_t programme_id, int64_t person_id, int role,
			      int64_t *enrolment_id, struct ch_error *err);

/* Enrols the person in that role unless they are; whether it did in *made. */
enum ch_status enrolment_ensure(struct change *change, const struct ch_programme *programme, int64_t person_id,
				int role, enum ch_enrolment_state state, bool *made, struct ch_error *err);

/*
 * The guide of a pairing takes part from its making on: enrolled in `state` where they were not yet, and found ready
 * where their application is still open. Nothing is asked of them for it (R15 asks the learner).
 */
enum ch_status enrolment_take_guide(struct change *change, const struct ch_programme *programme, int64_t person_id,
				    enum ch_enrolment_state state, struct ch_error *err);

/*
 * The learner of a pairing that came to its end, or goes on in another programme, waits no longer in its programme:
 * their enrolment becomes completed or withdrawn (`state`), unless another pairing of theirs goes on there. Resuming,
 * where the pairing is re-opened, takes that back; `withdrew`: its end had withdrawn them.
 */
enum ch_status enrolment_end_learner(struct change *change, const struct ch_pairing *pairing,
				     enum ch_enrolment_state state, struct ch_error *err);
enum ch_status enrolment_resume_learner(struct change *change, const struct ch_pairing *pairing, bool withdrew,
					struct ch_error *err);

/*
 * Who leaves takes part no longer (R84): every enrolment of theirs that is not over is withdrawn. Of one whose pairing
 * has just ended only where they have left by today, and no other pairing of theirs goes on.
 */
enum ch_status enrolment_withdraw_all(struct change *change, int64_t person_id, struct ch_error *err);
enum ch_status enrolment_withdraw_gone(struct change *change, int64_t person_id, struct ch_error *err);

/* Saves it, with the rules of its state; `said`: who becomes ready said so like that, else NULL. */
enum ch_status enrolment_set(struct change *change, struct ch_enrolment *enrolment, const struct ch_said *said,
			     struct ch_error *err);

/*
 * The manager may recommend before the match, and has no part in it afterwards (R17, R61): refused while the learner is
 * in a pairing of the programme that is not ending, unless the rule is lowered or overridden.
 */
enum ch_status enrolment_refuse_recommending(struct change *change, int64_t programme_id, int64_t learner_id,
					     struct ch_error *err);

/* Whether the readiness questions are asked of them: of learners. */
bool readiness_is_asked(const struct ch_enrolment *enrolment);

/* What the person last answered: CH_UNSAID nothing, CH_NO or CH_YES. */
enum ch_status readiness_answered(struct change *change, const struct ch_enrolment *enrolment, int question,
				  int *answer, struct ch_error *err);

/* Records a learner's yes to each question that has no answer yet; a no that was given stands, and refuses (R15). */
enum ch_status readiness_confirm(struct change *change, const struct ch_enrolment *enrolment, const char *name,
				 const struct ch_said *said, struct ch_error *err);

/* Finds an enrolled learner of the programme ready, as ch_enrolment_ready(). */
enum ch_status readiness_of_learner(struct change *change, const struct ch_programme *programme, int64_t person_id,
				    const struct ch_said *said, struct ch_error *err);

/*
 * Keeps what a person answered about their enrolment, as a sign-up form may hold it; a learner whose answers are all
 * yes becomes ready, a no makes them not ready (R15). The enrolment is saved.
 */
enum ch_status enrolment_answer(struct change *change, struct ch_enrolment *enrolment, int question, bool yes,
				const struct ch_said *said, struct ch_error *err);

#endif
