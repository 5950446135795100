/* Where Enter leads from a finding of the first screen. */
#ifndef TUI_TODAY_WAYS_H
#define TUI_TODAY_WAYS_H

#include "tui/app.h"

struct ch_finding;

/* Goes to what the finding is about; a list is filtered for the visit alone (list_lend_filter()). */
void today_ways_go(struct app *app, const struct ch_finding *finding);

#endif
