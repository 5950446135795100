/*
 * An enrolment: a person's part in one programme, as one role. It may narrow
 * what the person offers, seeks and has room for. That a ready person is
 * matched is not a state here: it is read from their live pairings.
 */
#ifndef CHIRON_ENROLMENT_H
#define CHIRON_ENROLMENT_H

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

struct ch_enrolment {
	int64_t enrolment_id;
	int64_t row_version;
	int64_t programme_id;
	int64_t person_id;
	int role; /* enum ch_role */
	int state;
	ch_date applied_on; /* waiting since */
	ch_date ready_on;
	int64_t capacity; /* in this programme; not known: the person's */
	const char *offers;
	const char *seeks;
	const char *notes;
	int64_t batch_id;
};

/* Enrols; a person is enrolled once in a programme and role (CH_DATA otherwise). applied_on defaults to today. */
enum ch_status ch_enrolment_add(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err);
enum ch_status ch_enrolment_set(struct ch_context *c, struct ch_enrolment *enrolment, struct ch_error *err);
enum ch_status ch_enrolment_get(struct ch_context *c, int64_t enrolment_id, struct ch_arena *arena,
				struct ch_enrolment *enrolment, struct ch_error *err);

/* Enrols everybody whose roles fit the programme and who is not enrolled in it yet; how many in *enrolled. */
enum ch_status ch_enrolment_add_all(struct ch_context *c, int64_t programme_id, int64_t *enrolled,
				    struct ch_error *err);

/* Moves every enrolment of the programme that is `applied` to `ready`; how many in *made_ready. */
enum ch_status ch_enrolment_ready_all(struct ch_context *c, int64_t programme_id, int64_t *made_ready,
				      struct ch_error *err);

#endif
