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
#include "core/import/import_kind.h"
#include "core/journal/change.h"
#include "core/import/people_said.h"

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

static enum ch_status add_asked(struct import_columns *columns, const struct ch_import_mend *asked,
				struct ch_error *err)
{
	const struct import_column *column = import_column_headed(columns, asked->column);

	if (!column && asked->row > 0 && strcmp(asked->column, CH_IMPORT_MEND_PERSON) == 0)
		column = columns->columns + columns->count;
	if (!column)
		return ch_fail(err, CH_USAGE, _("No column is headed \"%s\" in row %lld"), asked->column,
			       (long long)columns->heading_row);
	struct import_mend *mend = &columns->mends[columns->mend_count++];

	*mend = (struct import_mend){
		.asked = asked, .row = asked->row, .column = (size_t)(column - columns->columns)};
	return column == columns->columns + columns->count ? read_who(mend, err) : CH_OK;
}

/* Whether of the same cell, or of all that say the same, something is said already: now, or in a later import. */
static bool is_said(const struct import_columns *columns, const struct import_mend *mend)
{
	for (size_t i = 0; i < columns->mend_count; i++) {
		const struct import_mend *other = &columns->mends[i];

		if (other->column == mend->column && other->asked->row == mend->asked->row &&
		    (mend->asked->row > 0 || strcmp(other->asked->was, mend->asked->was) == 0))
			return true;
	}
	return false;
}

/* The last that was added was mended before; it goes where something else is said of the cell. */
static void settle_before(struct import_columns *columns, const struct import_mended_cell *cell, bool proposed)
{
	struct import_mend *mend = &columns->mends[--columns->mend_count];

	if (is_said(columns, mend))
		return;
	mend->before = cell;
	mend->proposed = proposed;
	columns->mend_count++;
}

/* Whether the mend is of a name, and of two: "Ann Holt; Bob Holt". */
static void split_name(const struct import_columns *columns, struct import_mend *mend, struct ch_arena *arena)
{
	const char *sign = mend->column < columns->count ? strchr(mend->asked->to, ';') : NULL;
	const char *field = sign != NULL ? columns->columns[mend->column].field : NULL;

	if (field == NULL || strcmp(field, "name") != 0 || columns->lexicon->kind != import_kind_of(CH_IMPORT_PEOPLE))
		return;
	const char *first = ch_text_tidy(arena, ch_arena_copy_bytes(arena, mend->asked->to,
								    (size_t)(sign - mend->asked->to)));
	const char *second = ch_text_tidy(arena, sign + 1);

	if (first == NULL || second == NULL || *first == '\0' || *second == '\0' || strchr(second, ';') != NULL)
		return;
	mend->first = first;
	mend->second = second;
}

static void add_before(struct import_columns *columns, const struct import_columns_options *options,
		       struct ch_arena *arena)
{
	const struct import_mended *mended = options->mended;
	struct ch_error ignored = CH_NO_ERROR;
	bool same_file = false;

	for (size_t i = 0; i < mended->count; i++)
		if (import_mended_is_of(&mended->cells[i], options->file_hash, columns->source->sheet)) {
			same_file = true;
			/* Its headings may be in another row now; then the cell is none of theirs. */
			if (add_asked(columns, &mended->cells[i].mend, &ignored) == CH_OK)
				settle_before(columns, &mended->cells[i], false);
		}
	for (size_t i = 0; !same_file && i < mended->count; i++) {
		const struct ch_import_mend *mend = &mended->cells[i].mend;
		struct ch_import_mend *alike = ch_arena_alloc(arena, sizeof(*alike));

		*alike = (struct ch_import_mend){.column = mend->column, .was = mend->was, .to = mend->to};
		if (mend->was != NULL && *mend->was != '\0' && strcmp(mend->was, mend->to) != 0 &&
		    add_asked(columns, alike, &ignored) == CH_OK)
			settle_before(columns, &mended->cells[i], !options->mends_alike);
	}
}

enum ch_status import_mends_begin(struct import_columns *columns, const struct import_columns_options *options,
				  struct ch_arena *arena, struct ch_error *err)
{
	size_t before = options->mended != NULL ? options->mended->count : 0;

	columns->mends = ch_arena_array(arena, options->mend_count + before, sizeof(*columns->mends));
	columns->mend_count = 0;
	for (size_t i = 0; i < options->mend_count; i++)
		TRY(add_asked(columns, &options->mends[i], err));
	if (before > 0)
		add_before(columns, options, arena);
	for (size_t i = 0; i < columns->mend_count; i++)
		split_name(columns, &columns->mends[i], arena);
	if (columns->mend_count > 1)
		qsort(columns->mends, columns->mend_count, sizeof(*columns->mends), by_row);
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
	if (mend->done++ < IMPORT_MEND_ROWS_SAID)
		mend->rows[mend->done - 1] = row->row;
	if (mend->proposed)
		return;
	if (mend->column == columns->count) {
		row->person_of_row = mend->of_row;
		row->person_id = mend->of_row == 0 ? strtoll(mend->asked->to, NULL, 10) : 0;
		row->person_is_new = strcmp(mend->asked->to, CH_IMPORT_MEND_NEW) == 0;
		return;
	}
	if (mend->row > 0 && strlen(row->cells[mend->column]) < sizeof(mend->was))
		memcpy(mend->was, row->cells[mend->column], strlen(row->cells[mend->column]) + 1);
	row->cells[mend->column] = mend->first != NULL ? mend->first : mend->asked->to;
	row->other_name = mend->second;
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

/* "2, 5, 9 and 3 more", of the rows that the mends of the column met which `wanted` picks; how many cells. */
static int64_t add_rows(const struct import_columns *columns, size_t column, const struct import_mend *only,
			bool (*wanted)(const struct import_mend *mend), struct ch_buffer *rows)
{
	int64_t count = 0, said = 0;

	for (size_t i = 0; i < columns->mend_count; i++) {
		const struct import_mend *mend = &columns->mends[i];

		if (mend->column != column || (only != NULL ? mend != only : !wanted(mend)))
			continue;
		for (int64_t j = 0; j < mend->done && j < IMPORT_MEND_ROWS_SAID && said < IMPORT_MEND_ROWS_SAID; j++)
			ch_buffer_printf(rows, "%s%" PRId64, said++ > 0 ? ", " : "", mend->rows[j]);
		count += mend->done;
	}
	if (count > said)
		ch_buffer_printf(rows, _(" and %" PRId64 " more"), count - said);
	return count;
}

static bool is_of_single_row(const struct import_mend *mend)
{
	return mend->before == NULL && mend->row > 0;
}

static bool is_as_before(const struct import_mend *mend)
{
	return mend->before != NULL && !mend->proposed;
}

/* The rows mended one by one in a column. */
static void tell_rows(const struct import_columns *columns, size_t column, struct import_findings *findings)
{
	struct ch_buffer rows = CH_BUFFER_EMPTY;
	int64_t count = add_rows(columns, column, NULL, is_of_single_row, &rows);

	if (count > 0 && column == columns->count)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Said who it is: row %s") : _("Said who it is: rows %s"), rows.text);
	else if (count > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  count == 1 ? _("Mended in \"%s\": row %s") : _("Mended in \"%s\": rows %s"),
				  heading_of(columns, column), rows.text);
	ch_buffer_release(&rows);
}

/* What is read as it was mended in an earlier import, in one line. */
static void tell_before(const struct import_columns *columns, ch_date today, struct import_findings *findings)
{
	struct ch_buffer all = CH_BUFFER_EMPTY, rows = CH_BUFFER_EMPTY;
	const struct import_mended_cell *last = NULL;
	char day[CH_DATE_WORDS_SIZE];
	int64_t cells = 0;

	for (size_t i = 0; i < columns->mend_count; i++)
		if (is_as_before(&columns->mends[i]) && columns->mends[i].done > 0 &&
		    (last == NULL || columns->mends[i].before->on > last->on))
			last = columns->mends[i].before;
	for (size_t i = 0; last != NULL && i <= columns->count; i++) {
		ch_buffer_clear(&rows);
		int64_t count = add_rows(columns, i, NULL, is_as_before, &rows);

		if (count > 0)
			ch_buffer_printf(&all, i == columns->count ? _("%s%s in %s %s") : _("%s\"%s\" in %s %s"),
					 all.length > 0 ? "; " : "",
					 i == columns->count ? _("who it is") : columns->columns[i].heading,
					 _n("row", "rows", count), rows.text);
		cells += count;
	}
	if (last != NULL)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _n("%" PRId64 " cell is read as it was mended on %s: %s"
				     CH_WAY "; --afresh reads it as it stands" CH_KEY
				     "; " KEY_(DELETE) " reads it as it stands",
				     "%" PRId64 " cells are read as they were mended on %s: %s"
				     CH_WAY "; --afresh reads them as they stand" CH_KEY
				     "; " KEY_(DELETE) " reads them as they stand", cells),
				  cells, ch_date_words(last->on, today, day), all.text);
	ch_buffer_release(&all);
	ch_buffer_release(&rows);
}

/* A cell that says what was mended in another file. */
static void tell_proposed(const struct import_columns *columns, const struct import_mend *mend, ch_date today,
			  struct import_findings *findings)
{
	const struct import_column *column = &columns->columns[mend->column];
	struct ch_buffer rows = CH_BUFFER_EMPTY, what = CH_BUFFER_EMPTY;
	char day[CH_DATE_WORDS_SIZE];

	add_rows(columns, mend->column, mend, NULL, &rows);
	if (may_be_said(column))
		ch_buffer_printf(&what, _(": %s was read as %s"), import_excerpt(findings, mend->asked->was),
				 *mend->asked->to != '\0' ? import_excerpt(findings, mend->asked->to) : _("nothing"));
	import_notice_add(findings, IMPORT_TOPIC_MENDED_BEFORE,
			  _("\"%s\" says in %s %s what was mended in another file on %s%s" CH_WAY
			    "; --mend-alike mends it likewise" CH_KEY "; " KEY_(OPEN) " mends it likewise"),
			  column->heading, _n("row", "rows", mend->done), rows.text,
			  ch_date_words(mend->before->on, today, day), what.length > 0 ? what.text : "");
	ch_buffer_release(&rows);
	ch_buffer_release(&what);
}

static void tell_two(const struct import_columns *columns, struct import_findings *findings)
{
	int64_t rows = 0;

	for (size_t i = 0; i < columns->mend_count; i++)
		if (columns->mends[i].second != NULL && !columns->mends[i].proposed)
			rows += columns->mends[i].done;
	if (rows > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _n("%" PRId64 " row is of two people and counts as two; an e-mail address stays "
				     "with the first of them",
				     "%" PRId64 " rows are of two people each and count as two; an e-mail address "
				     "stays with the first of them",
				     rows),
				  rows);
}

static void tell_mend(const struct import_columns *columns, const struct import_mend *mend, ch_date today,
		      struct import_findings *findings)
{
	const char *heading = heading_of(columns, mend->column);

	if (mend->proposed && mend->done > 0)
		tell_proposed(columns, mend, today, findings);
	else if (mend->before != NULL)
		return;
	else if (mend->done == 0 && mend->row > 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _("The mending of \"%s\" in row %" PRId64 " fits nothing: that row holds no data"),
				  heading, mend->row);
	else if (mend->done == 0)
		import_notice_add(findings, IMPORT_TOPIC_MENDED,
				  _("A mending of \"%s\" fits no row: no cell holds just that"), heading);
	else if (mend->row == 0)
		tell_everywhere(columns, mend, findings);
}

void import_mends_tell(const struct import_columns *columns, ch_date today, struct import_findings *findings)
{
	for (size_t i = 0; i < columns->mend_count; i++)
		tell_mend(columns, &columns->mends[i], today, findings);
	for (size_t i = 0; columns->mend_count > 0 && i <= columns->count; i++)
		tell_rows(columns, i, findings);
	tell_before(columns, today, findings);
	tell_two(columns, findings);
}
