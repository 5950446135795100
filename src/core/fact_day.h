/* Days of what has happened: they do not lie ahead. */
#ifndef CORE_FACT_DAY_H
#define CORE_FACT_DAY_H

#include "core/journal/change.h"

/* Refused (CH_DATA), at the field `key` of the entity: a day after today. CH_NO_DATE is no day, and fine. */
enum ch_status fact_day_check(const struct change *change, enum ch_entity_id entity, const char *key, ch_date day,
			      struct ch_error *err);

#endif
