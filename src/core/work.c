#include "chiron/work.h"

#include <stddef.h>

enum ch_status ch_work_look(const struct ch_work *work, int64_t done, int64_t total, struct ch_error *err)
{
	if (work == NULL || work->look(work->data, done, total))
		return CH_OK;
	return ch_fail(err, CH_STOPPED, _("stopped; nothing was changed"));
}
