#include "core/import/row_source.h"

#include <string.h>

enum ch_status row_source_next(struct row_source *source, struct ch_arena *arena, struct import_findings *findings,
			       struct import_record *record, bool *found, struct ch_error *err)
{
	*found = false;
	return source->ops->next(source, arena, findings, record, found, err);
}

enum ch_status row_source_rewind(struct row_source *source, struct ch_error *err)
{
	source->read = source->blank = source->broken = 0;
	return source->ops->rewind(source, err);
}

void row_source_tell(const struct row_source *source, int64_t heading_row, struct import_findings *findings)
{
	if (source->ops->tell)
		source->ops->tell(source, heading_row, findings);
}

bool import_cell_is_blank(const char *cell)
{
	static const char *const marks[] = {"\u00a0", "\u202f", "\u200b", "\u200e", "\u200f", "\ufeff"};

	/* Nearly every cell that holds anything begins with it. */
	if (*cell > ' ')
		return false;
	while (*cell != '\0') {
		size_t i = 0;

		if (strchr(" \t\n\r", *cell)) {
			cell++;
			continue;
		}
		if ((unsigned char)*cell < 0x80)
			return false;
		while (i < sizeof(marks) / sizeof(*marks) && strncmp(cell, marks[i], strlen(marks[i])) != 0)
			i++;
		if (i == sizeof(marks) / sizeof(*marks))
			return false;
		cell += strlen(marks[i]);
	}
	return true;
}
