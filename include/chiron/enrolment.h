/*
 * An enrolment: a person's part in one programme, as one role. It may narrow
 * what the person offers, seeks and has room for. That a ready person is
 * matched is not a state here: it is read from their live pairings.
 */
#ifndef CHIRON_ENROLMENT_H
#define CHIRON_ENROLMENT_H

#include "chiron/answer.h"
#include "chiron/context.h"

#define CH_ENROLMENT_STATES(X)                                                                                         \
	X(APPLIED, "applied", N_("applied"))                                                                           \
	X(NOT_READY, "not_ready", N_("not ready"))                                                                     \
	X(READY, "ready", N_("ready"))                                                                                 \
	X(PAUSED, "paused", N_("paused"))                                                                              \
	X(COMPLETED, "completed", N_("completed"))                                                                     \
	X(WITHDRAWN, "withdrawn", N_("withdrawn"))

enum ch_enrolment_state {
	CH_NO_ENROLMENT_STATE,
#define X(name, code, label) CH_ENROLMENT_##name,
	CH_ENROLMENT_STATES(X)
#undef X
};

/*
 * Why somebody joins: X(name, code, the kind it suggests, label) (R23, FIELD.md). Reasons on named people are the
 * coordinator's; reports give them only as counts of a group that is large enough.
 */
#define CH_INTAKE_REASONS(X)                                                                                           \
	X(COMPETENCY, "competency", COACHING, N_("a specific competency"))                                             \
	X(EXPECTATIONS, "expectations", COACHING, N_("not meeting expectations"))                                      \
	X(NEW_SYSTEM, "new_system", COACHING, N_("a new system or programme"))                                         \
	X(SMALL_GROUP, "small_group", COACHING, N_("a small group needing a competency"))                              \
	X(NEW_SKILL, "new_skill", COACHING, N_("a new skill for an added responsibility"))                             \
	X(SUCCESSION, "succession", MENTORING, N_("succession planning"))                                              \
	X(BARRIERS, "barriers", MENTORING, N_("removing barriers for diverse employees"))                              \
	X(DEVELOPMENT, "development", MENTORING, N_("broader development"))                                            \
	X(RETENTION, "retention", MENTORING, N_("retaining expertise"))                                                \
	X(BALANCE, "balance", MENTORING, N_("balancing professional and personal"))

enum ch_intake_reason {
	CH_NO_INTAKE_REASON,
#define X(name, code, kind, label) CH_REASON_##name,
	CH_INTAKE_REASONS(X)
#undef X
};

/*
 * What the reasons (a set: bit 1 << i for reason i) suggest: how many of them speak for coaching, how many for
 * mentoring; returns the kind (enum ch_kind) that more of them suggest, 0 where neither.
 */
int ch_intake_advice(int reasons, int *for_coaching, int *for_mentoring);

struct ch_enrolment {
	int64_t enrolment_id;
	int64_t row_version;
	int64_t programme_id;
	int64_t person_id;
	int role; /* enum ch_role */
	int state;
	int64_t cohort_id; /* 0: none */
	ch_date applied_on; /* waiting since */
	ch_date ready_on;
	const char *not_ready_because; /* while it is not ready; NULL: not said */
	int64_t capacity; /* in this programme; not known: the person's */
	const char *offers;
	const char *seeks;
	int intake_reasons; /* set of enum ch_intake_reason */
	const char *recommendation; /* the line manager's, to the committee, before the match (R17) */
	const char *notes;
	const char *custom_values; /* custom_field.h */
	int64_t batch_id;
};

/* The kind that its reasons rather suggest, where that is not the kind of its role; else CH_NO_KIND (R23). */
int ch_intake_otherwise(const struct ch_enrolment *enrolment);

/* Enrols; a person is enrolled once in a programme and role (CH_DATA otherwise). applied_on defaults to today. */
enum ch_status ch_enrolment_add(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err);
enum ch_status ch_enrolment_set(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err);
enum ch_status ch_enrolment_get(struct ch_context *c, int64_t enrolment_id, struct ch_arena *arena,
				struct ch_enrolment *enrolment, struct ch_error *err);

/* Enrols everybody whose roles fit the programme and who is not enrolled in it yet; how many in *enrolled. */
enum ch_status ch_enrolment_add_all(struct ch_context *c, int64_t programme_id, int64_t *enrolled,
				    struct ch_error *err);

/*
 * The role (enum ch_role) in which the person would take part: theirs, where they have just one of the programme's two;
 * else CH_DATA, on field "role".
 */
enum ch_status ch_enrolment_usual_role(struct ch_context *c, int64_t person_id, int64_t programme_id, int *role,
				       struct ch_error *err);

/* How and when somebody said something. */
struct ch_said {
	enum ch_how how; /* CH_NO_HOW: spoken */
	ch_date on;	 /* CH_NO_DATE: today */
};

/*
 * Found ready (R15): a learner's yes is recorded to each readiness question that has no answer yet, and the state
 * becomes `ready`. Refused (R15) where the newest answer to one is no. Of a guide only the state changes.
 */
enum ch_status ch_enrolment_ready(struct ch_context *c, int64_t enrolment_id, const struct ch_said *said,
				  struct ch_error *err);

/* The same for every enrolment of the programme that is `applied`; in *left, how many had answered no. */
enum ch_status ch_enrolment_ready_all(struct ch_context *c, int64_t programme_id, const struct ch_said *said,
				      int64_t *made_ready, int64_t *left, struct ch_error *err);

/*
 * Records one answer (enum ch_question) of the person; the others stay, and of several that of the last day counts. All
 * yes: an applicant becomes ready; a no: not ready.
 */
enum ch_status ch_enrolment_answer(struct ch_context *c, int64_t enrolment_id, int question, bool yes,
				   const struct ch_said *said, struct ch_error *err);

#endif
