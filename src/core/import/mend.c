/*
 * Mends of one row stand behind those of every row, sorted by row: rows come in
 * the order of the file, so a mark that moves on finds theirs.
 */
#include "core/import/mend.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/journal/change.h"
#include "core/import/people_said.h"

enum { ROWS_SAID = 12 };

/* ---- Reading one ---- */

static enum ch_status refuse(const char *text, const char *form, struct ch_error *err)
{
	ch_fail(err, CH_USAGE, _("\"%s\" is no mending"), text);
	return ch_error_fix(err, _("write it as %s"), form);
}

enum ch_status ch_import_mend_read(const char *text, bool everywhere, struct ch_arena *arena,
				   struct ch_import_mend *mend, struct ch_error *err)
{
	char *rest = NULL;
	const char *form = everywhere ? _("'Heading=as it stands=as it is meant', as 'Hours=3-4=4'")
				      : _("'ROW:Heading=as it is meant', as '7:Hours=4'");
	const char *heading = text;

	*mend = (struct ch_import_mend){.row = 0};
	if (!everywhere) {
		mend->row = strtoll(text, &rest, 10);
		if (rest == text || *rest != ':' || mend->row < 1)
			return refuse(text, form, err);
		heading = rest + 1;
	}
	const char *equals = strchr(heading, '=');
	if (equals == NULL || equals == heading)
		return refuse(text, form, err);
	mend->column = ch_arena_copy_bytes(arena, heading, (size_t)(equals - heading));
	mend->to = equals + 1;
	if (!everywhere)
		return CH_OK;
	const char *second = strchr(equals + 1, '=');
	if (second == NULL)
		return refuse(text, form, err);
	mend->was = ch_arena_copy_bytes(arena, equals + 1, (size_t)(second - equals - 1));
	mend->to = second + 1;
	return CH_OK;
}

/* ---- Applying them ---- */

static int by_row(const void *a, const void *b)
{
	const struct import_mend *left = a, *right = b;

	return (left->row > right->row) - (left->row < right->row);
}

/* Who a row is about: of two rows of one person the later one is about the person of the earlier. */
static enum ch_status read_who(struct import_mend *mend, struct ch_error *err)
{
	const char *to = mend->asked->to;
	int64_t row = people_said_row(to);
	size_t digits = strspn(to, "0123456789");

	if (row != 0 && row != mend->row) {
		mend->of_row = row < mend->row ? row : mend->row;
		mend->row = row < mend->row ? mend->row : row;
		return CH_OK;
	}
	if (strcmp(to, CH_IMPORT_MEND_NEW) == 0 || (digits > 0 && to[digits] == '\0'))
		return CH_OK;
	ch_fail(err, CH_USAGE, _("\"%.60s\" does not say who row %lld is about"), to, (long long)mend->row);
	return ch_error_fix(err, _("it may be the number of a person, as %lld:%s=12, another row, as %lld:%s=%s12, "
				   "or \"%s\""),
			    (long long)mend->row, CH_IMPORT_MEND_PERSON, (long long)mend->row, CH_IMPORT_MEND_PERSON,
			    CH_IMPORT_MEND_ROW, CH_IMPORT_MEND_NEW);
}

enum ch_status import_mends_begin(struct import_columns *columns, const struct ch_import_mend *asked, size_t count,
				  struct ch_arena *arena, struct ch_error *err)
{
	columns->mends = ch_arena_array(arena, count, sizeof(*columns->mends));
	columns->mend_count = count;
	for (size_t i = 0; i < count; i++) {
		const struct import_column *column = import_column_headed(columns, asked[i].column);

		if (!column && asked[i].row > 0 && strcmp(asked[i].column, CH_IMPORT_MEND_PERSON) == 0)
			column = columns->columns + columns->count;
		if (!column)
			return ch_fail(err, CH_USAGE, _("No column is headed \"%s\" in row %lld"), asked[i].column,
				       (long long)columns->heading_row);
		columns->mends[i] = (struct import_mend){
			.asked = &asked[i], .row = asked[i].row, .column = (size_t)(column - columns->columns)};
		if (column == columns->columns + columns->count)
			TRY(read_who(&columns->mends[i], err));
	}
	if (count > 1)
		qsort(columns->mends, count, sizeof(*columns->mends), by_row);
	import_mends_rewind(columns);
	return CH_OK;
}

void import_mends_rewind(struct import_columns *columns)
{
	columns->mend_next = 0;
	for (size_t i = 0; i < columns->mend_count; i++) {
		columns->mends[i].done = 0;
		if (columns->mends[i].row == 0)
			columns->mend_next = i + 1;
	}
}

static void put(const struct import_columns *columns, struct import_mend *mend, struct import_row *row)
{
	mend->done++;
	if (mend->column == columns->count) {
		row->person_of_row = mend->of_row;
		row->person_id = mend->of_row == 0 ? strtoll(mend->asked->to, NULL, 10) : 0;
		row->person_is_new = strcmp(mend->asked->to, CH_IMPORT_MEND_NEW) == 0;
		return;
	}
	row->cells[mend->column] = mend->asked->to;
	row->unvalued[mend->column] = false;
}

void import_mends_apply(struct import_columns *columns, struct import_row *row)
{
	for (size_t i = 0; i < columns->mend_count && columns->mends[i].row == 0; i++) {
		struct import_mend *mend = &columns->mends[i];

		if (strcmp(row->cells[mend->column], mend->asked->was) == 0)
			put(columns, mend, row);
	}
	for (; columns->mend_next < columns->mend_count; columns->mend_next++) {
		struct import_mend *mend = &columns->mends[columns->mend_next];

		if (mend->row > row->row)
			return;
		if (mend->row == row->row)
			put(columns, mend, row);
	}
}

/* ---- Telling ---- */

/* Whether what the cells of the column hold is about a person only as one of many: an amount, a day, a choice. */
static bool may_be_said(const struct import_column *column)
{
	const struct ch_field *field = column->how.field;

	if (!field)
		return false;
	switch (field->type) {
	case CH_TYPE_TEXT:
	case CH_TYPE_LINES:
	case CH_TYPE_EMAIL:
	case CH_TYPE_PHONE:
	case CH_TYPE_LIST:
	case CH_TYPE_ID:
		return false;
	default:
		return true;
	}
}

static void tell_everywhere(const struct import_columns *columns, const struct import_mend *mend,
			    struct import_findings *findings)
{
	const struct import_column *column = &columns->columns[mend->column];

	if (may_be_said(column))
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _("Mended in \"%s\": %s is read as %s, in %" PRId64 " rows"), column->heading,
				  import_excerpt(findings, mend->asked->was),
				  *mend->asked->to != '\0' ? import_excerpt(findings, mend->asked->to) : _("nothing"),
				  mend->done);
	else
		import_notice_add(findings, IMPORT_TOPIC_MENDED, _("Mended in \"%s\": one value, in %" PRId64 " rows"),
				  column->heading, mend->done);
}

static const char *heading_of(const struct import_columns *columns, size_t column)
{
	return column < columns->count ? columns->columns[column].heading : CH_IMPORT_MEND_PERSON;
}

/* The rows mended one by one in a column. */
static void tell_rows(const struct import_columns *columns, size_t column, struct import_findings *findings)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t i = 0; i < columns->mend_count; i++) {
		const struct import_mend *mend = &columns->mends[i];

		if (mend->column != column || mend->row == 0 || mend->done == 0)
			continue;
		if (count++ < ROWS_SAID)
			ch_buffer_printf(&rows, "%s%" PRId64, rows.length > 0 ? ", " : "", mend->row);
	}
	if (count > ROWS_SAID)
		ch_buffer_printf(&rows, _(" and %zu more"), count - ROWS_SAID);
	if (count > 0 && column == columns->count)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Said who it is: row %s") : _("Said who it is: rows %s"), rows.text);
	else if (count > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Mended in \"%s\": row %s") : _("Mended in \"%s\": rows %s"),
				  heading_of(columns, column), rows.text);
	ch_buffer_release(&rows);
}

void import_mends_tell(const struct import_columns *columns, struct import_findings *findings)
{
	for (size_t i = 0; i < columns->mend_count; i++) {
		const struct import_mend *mend = &columns->mends[i];
		const char *heading = heading_of(columns, mend->column);

		if (mend->done == 0 && mend->row > 0)
			import_notice_add(findings, IMPORT_TOPIC_MENDED,
					  _("The mending of \"%s\" in row %" PRId64 " fits nothing: that row holds "
					    "no data"),
					  heading, mend->row);
		else if (mend->done == 0)
			import_notice_add(findings, IMPORT_TOPIC_MENDED,
					  _("A mending of \"%s\" fits no row: no cell holds just that"), heading);
		else if (mend->row == 0)
			tell_everywhere(columns, mend, findings);
	}
	for (size_t i = 0; columns->mend_count > 0 && i <= columns->count; i++)
		tell_rows(columns, i, findings);
}
