#include "core/import/corrections.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "chiron/exchange.h"
#include "core/csv_write.h"

static void add_headings(struct corrections *corrections, const struct import_columns *columns)
{
	const char **cells = calloc(columns->count + 2, sizeof *cells);

	if (cells == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < columns->count; i++)
		cells[i] = columns->columns[i].heading;
	cells[columns->count] = _("Problem");
	cells[columns->count + 1] = _("How to fix");
	ch_buffer_add(&corrections->out, CSV_BYTE_ORDER_MARK);
	csv_add_row(&corrections->out, cells, columns->count + 2, columns->source->delimiter, CSV_GUARD_BARE);
	free(cells);
}

static void describe(const struct import_issue *first, struct ch_buffer *problem, struct ch_buffer *fix)
{
	for (const struct import_issue *issue = first; issue != NULL; issue = issue->next) {
		if (!issue->rejected)
			continue;
		if (problem->length > 0)
			ch_buffer_add(problem, "; ");
		if (issue->column != NULL)
			ch_buffer_printf(problem, "%s: ", issue->column);
		if (issue->value != NULL)
			ch_buffer_printf(problem, "\"%.40s\" ", issue->value);
		ch_buffer_add(problem, issue->message);
		if (issue->fix != NULL && issue->fix[0] != '\0')
			ch_buffer_printf(fix, "%s%s", fix->length > 0 ? "; " : "", issue->fix);
	}
}

void corrections_add(struct corrections *corrections, const struct import_columns *columns, const char *const *cells,
		     const struct import_issue *first)
{
	struct ch_buffer problem = CH_BUFFER_EMPTY, fix = CH_BUFFER_EMPTY;
	const char **all = calloc(columns->count + 2, sizeof *all);

	if (all == NULL)
		ch_abort("out of memory");
	if (corrections->rows == 0)
		add_headings(corrections, columns);
	for (size_t i = 0; i < columns->count; i++)
		all[i] = cells != NULL ? cells[i] : "";
	if (cells == NULL && columns->count > 0 && first != NULL && first->value != NULL)
		all[0] = first->value;
	describe(first, &problem, &fix);
	all[columns->count] = problem.text;
	all[columns->count + 1] = fix.text;
	csv_add_row(&corrections->out, all, columns->count + 2, columns->source->delimiter, CSV_GUARD_BARE);
	corrections->rows++;
	free(all);
	ch_buffer_release(&problem);
	ch_buffer_release(&fix);
}

static bool write_all(int fd, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(fd, bytes, length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		length -= (size_t)written;
	}
	return true;
}

enum ch_status corrections_write(struct corrections *corrections, const char *path, struct ch_error *err)
{
	char temporary[4096];

	if (corrections->rows == 0)
		return CH_OK;
	if (snprintf(temporary, sizeof temporary, "%s.XXXXXX", path) >= (int)sizeof temporary)
		return ch_fail(err, CH_CANT_CREATE, _("the name %s is too long"), path);
	int fd = mkstemp(temporary);
	if (fd < 0)
		return ch_fail(err, CH_CANT_CREATE, _("the corrections file %s cannot be made: %s"), path,
			       strerror(errno));
	bool good = write_all(fd, corrections->out.text, corrections->out.length) && fsync(fd) == 0;
	int why = errno;
	good = close(fd) == 0 && good;
	enum ch_status status = CH_OK;
	if (!good)
		status = ch_fail(err, CH_IO, _("the corrections file %s could not be written: %s"), path,
				 strerror(why));
	else if (link(temporary, path) != 0)
		status = ch_fail(err, CH_CANT_CREATE, _("the corrections file %s cannot be made: %s"), path,
				 strerror(errno));
	if (status != CH_OK && errno == EEXIST)
		ch_error_fix(err, _("choose another name with --corrections"));
	unlink(temporary);
	return status;
}

void corrections_release(struct corrections *corrections)
{
	ch_buffer_release(&corrections->out);
	*corrections = CORRECTIONS_EMPTY;
}
