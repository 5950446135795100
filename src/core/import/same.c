#include "core/import/same.h"

#include <inttypes.h>

void import_same_add(struct import_same *same, int64_t row, int64_t earlier)
{
	/* Two people in one cell are a row each. */
	if (same->count > 0 && same->count <= IMPORT_SAME_SAID && same->rows[same->count - 1] == row)
		return;
	if (same->count < IMPORT_SAME_SAID) {
		same->rows[same->count] = row;
		same->again[same->count] = earlier;
	}
	same->count++;
}

void import_same_tell(const struct import_same *same, struct import_findings *findings)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;

	for (int64_t i = 0; i < same->count && i < IMPORT_SAME_SAID; i++) {
		ch_buffer_printf(&rows, "%s%" PRId64, i > 0 ? ", " : "", same->rows[i]);
		if (same->again[i] != 0)
			ch_buffer_printf(&rows, _(" (row %" PRId64 " again)"), same->again[i]);
	}
	if (same->count > IMPORT_SAME_SAID)
		ch_buffer_printf(&rows, _(" and %" PRId64 " more"), same->count - IMPORT_SAME_SAID);
	if (same->count > 0)
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  same->count == 1 ? _("Nothing new in row %s") : _("Nothing new in rows %s"),
				  rows.text);
	ch_buffer_release(&rows);
}
