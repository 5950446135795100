/* Settings of a programme, between the files of core. */
#ifndef CORE_SETTING_H
#define CORE_SETTING_H

#include "chiron/setting.h"
#include "core/journal/change.h"

/* Makes the settings of a new programme, from the light preset. */
enum ch_status settings_insert(struct change *change, int64_t programme_id, struct ch_error *err);

#endif
