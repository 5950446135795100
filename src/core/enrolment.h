/* Enrolling within another change: an import, a pairing made by hand. */
#ifndef CORE_ENROLMENT_H
#define CORE_ENROLMENT_H

#include "chiron/enrolment.h"
#include "chiron/programme.h"
#include "core/change.h"

/* Inserts after checking that the role is one of the programme's kind; state and applied_on get their defaults. */
enum ch_status enrolment_insert(struct change *change, const struct ch_programme *programme,
				struct ch_enrolment *enrolment, struct ch_error *err);

/* The enrolment of the person in that role; 0 where there is none. */
enum ch_status enrolment_find(struct change *change, int64_t programme_id, int64_t person_id, int role,
			      int64_t *enrolment_id, struct ch_error *err);

/* Enrols the person in that role unless they are; whether it did in *made. */
enum ch_status enrolment_ensure(struct change *change, const struct ch_programme *programme, int64_t person_id,
				int role, enum ch_enrolment_state state, bool *made, struct ch_error *err);

#endif
