#include "core/import/corrections.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/excerpt.h"
#include "chiron/exchange.h"
#include "chiron/file_out.h"
#include "core/export/csv_write.h"

enum { PATH_BYTES = 4096, GATHERED_MOST = 1024 * 1024 };

bool corrections_heading(const char *heading)
{
	return strcmp(heading, _("Problem")) == 0 || strcmp(heading, _("How to fix")) == 0;
}

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
	struct ch_arena arena = CH_ARENA_EMPTY;
	char start[EXCERPT_SIZE];

	for (const struct import_issue *issue = first; issue != NULL; issue = issue->next) {
		if (!issue->rejected && !issue->held_back)
			continue;
		if (problem->length > 0)
			ch_buffer_add(problem, "; ");
		if (issue->column != NULL)
			ch_buffer_printf(problem, "%s: ", issue->column);
		if (issue->value != NULL)
			ch_buffer_printf(problem, "\"%s\" ", excerpt_of(issue->value, start));
		ch_buffer_add(problem, issue->message);
		if (issue->fix != NULL && issue->fix[0] != '\0')
			ch_buffer_printf(fix, "%s%s", fix->length > 0 ? "; " : "",
					 import_said(&arena, issue->fix, IMPORT_BY_COMMAND));
	}
	ch_arena_release(&arena);
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

/* A new file beside the path; -1 where there can be none. Its name in `name`. */
static int open_beside(const char *path, char name[PATH_BYTES])
{
	if (snprintf(name, PATH_BYTES, "%s.XXXXXX", path) >= PATH_BYTES) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return mkstemp(name);
}

/* Moves what has gathered to the spool. */
static void set_aside(struct corrections *corrections)
{
	char name[PATH_BYTES];

	if (corrections->spool < 0) {
		corrections->spool = open_beside(corrections->path, name);
		if (corrections->spool >= 0)
			unlink(name);
	}
	if (corrections->spool < 0 || !write_all(corrections->spool, corrections->out.text, corrections->out.length))
		corrections->failed = errno;
	ch_buffer_clear(&corrections->out);
}

/* The cells under their headings, what is wrong and how to mend it, and behind that the cells that have no heading. */
static size_t put_cells(const char **all, size_t headings, const struct import_issue *first)
{
	size_t surplus = first->cell_count > headings ? first->cell_count - headings : 0;

	for (size_t i = 0; i < headings && i < first->cell_count; i++)
		all[i] = first->cells[i];
	for (size_t i = 0; i < surplus; i++)
		all[headings + 2 + i] = first->cells[headings + i];
	return headings + 2 + surplus;
}

void corrections_add(struct corrections *corrections, const struct import_columns *columns, const char *const *cells,
		     const struct import_issue *first)
{
	struct ch_buffer problem = CH_BUFFER_EMPTY, fix = CH_BUFFER_EMPTY;
	bool unfit = cells == NULL && first != NULL && first->cells != NULL;
	size_t count = columns->count + 2;

	if (corrections->path == NULL)
		return;
	const char **all = calloc(count + (unfit ? first->cell_count : 0), sizeof *all);

	if (all == NULL)
		ch_abort("out of memory");
	if (corrections->rows == 0)
		add_headings(corrections, columns);
	for (size_t i = 0; i < columns->count; i++)
		all[i] = cells != NULL ? cells[i] : "";
	if (unfit)
		count = put_cells(all, columns->count, first);
	else if (cells == NULL && columns->count > 0 && first != NULL && first->value != NULL)
		all[0] = first->value;
	describe(first, &problem, &fix);
	all[columns->count] = problem.text;
	all[columns->count + 1] = fix.text;
	csv_add_row(&corrections->out, all, count, columns->source->delimiter, CSV_GUARD_BARE);
	corrections->rows++;
	free(all);
	ch_buffer_release(&problem);
	ch_buffer_release(&fix);
	if (corrections->out.length > GATHERED_MOST)
		set_aside(corrections);
}

/* Writes the spool, then the last rows. */
static bool write_whole(const struct corrections *corrections, int fd)
{
	char block[65536];
	ssize_t got = 0;

	if (corrections->spool >= 0 && lseek(corrections->spool, 0, SEEK_SET) != 0)
		return false;
	while (corrections->spool >= 0 && (got = read(corrections->spool, block, sizeof block)) > 0)
		if (!write_all(fd, block, (size_t)got))
			return false;
	return got == 0 && write_all(fd, corrections->out.text, corrections->out.length) && fsync(fd) == 0;
}

enum ch_status corrections_write(struct corrections *corrections, struct ch_error *err)
{
	const char *path = corrections->path;
	char temporary[PATH_BYTES];

	if (corrections->rows == 0)
		return CH_OK;
	int fd = open_beside(path, temporary);
	if (fd < 0)
		return ch_fail(err, CH_CANT_CREATE, _("the corrections file %s cannot be made: %s"), path,
			       strerror(errno));
	errno = corrections->failed;
	bool good = corrections->failed == 0 && write_whole(corrections, fd);
	int why = errno;
	good = close(fd) == 0 && good;
	enum ch_status status = CH_OK;
	if (!good)
		status = ch_fail(err, CH_IO, _("the corrections file %s could not be written: %s"), path,
				 strerror(why));
	else if ((status = ch_file_name_new(temporary, path, err)) != CH_OK)
		ch_error_fix(err, _("choose another name or folder with --corrections"));
	unlink(temporary);
	return status;
}

void corrections_release(struct corrections *corrections)
{
	if (corrections->spool >= 0)
		close(corrections->spool);
	ch_buffer_release(&corrections->out);
	*corrections = CORRECTIONS_FOR(NULL);
}
