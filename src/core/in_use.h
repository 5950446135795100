/* What keeps a person or an enrolment from being taken back: that something is recorded of them already. */
#ifndef CORE_IN_USE_H
#define CORE_IN_USE_H

#include "store/stmt.h"

/*
 * Why a person (SQL_PERSON_IS_USED) or an enrolment (SQL_ENROLMENT_IS_USED) is needed, in words that go on behind a
 * name: "has a proposal"; NULL: nothing refers to it.
 */
enum ch_status in_use_by(struct db *db, enum statement_id statement, int64_t id, const char **why,
			 struct ch_error *err);

#endif
