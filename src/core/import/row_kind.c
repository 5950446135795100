#include "core/import/row_kind.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/heading.h"
#include "core/import/section.h"

#define REMARKS_TOLD 10	    /* one by one */
#define REMARK_CELLS_MOST 3
#define SENTENCE_WORDS 5
#define ALONE_FIELDS_LEAST 4 /* fields of a list in which a row of one cell is odd */

static bool repeats_headings(const struct import_columns *columns, const struct import_record *record,
			     struct ch_arena *arena)
{
	if (record->count > columns->count)
		return false;
	size_t same = 0;
	for (size_t i = 0; i < record->count; i++) {
		if (import_cell_is_blank(record->cells[i]))
			continue;
		const char *cell = ch_text_tidy(arena, record->cells[i]);

		if (strcasecmp(cell ? cell : "", columns->columns[i].heading) != 0)
			return false;
		same++;
	}
	return same > 1 || same == columns->count;
}

/* Whether what stands in the column is often filled in beforehand, and says nothing by itself. */
static bool may_be_prefilled(const struct import_column *column)
{
	static const char *const reasons[] = {"form", "consent", "active", "apart", "check", "number", "unused",
					      "rating"};

	for (size_t i = 0; column->why && i < sizeof(reasons) / sizeof(*reasons); i++)
		if (strcmp(column->why, reasons[i]) == 0)
			return true;
	if (!column->field)
		return false;
	if (!column->how.field)
		return true;
	switch (column->how.field->type) {
	case CH_TYPE_CHOICE:
	case CH_TYPE_CHOICES:
	case CH_TYPE_YES:
	case CH_TYPE_NUMBER:
	case CH_TYPE_HOURS:
		return true;
	default:
		return false;
	}
}

/* What a form writes between the headings and the answers: {"ImportId":"QID1"}. */
static bool is_marks(const struct import_record *record)
{
	size_t marks = 0, filled = 0;

	for (size_t i = 0; i < record->count; i++) {
		const char *cell = record->cells[i];

		filled += !import_cell_is_blank(cell);
		marks += cell[0] == '{' && cell[strlen(cell) - 1] == '}';
	}
	return marks > 0 && marks == filled;
}

/* A box that is not ticked, in a column of which nothing is known. */
static bool is_unticked(const struct import_columns *columns, size_t column, const char *cell)
{
	return columns->columns[column].field == NULL && import_yes(columns->lexicon, cell) == CH_NO;
}

static bool is_prefilled(const struct import_columns *columns, const struct import_record *record)
{
	for (size_t i = 0; i < record->count; i++)
		if (!import_cell_is_blank(record->cells[i]) && !(record->unvalued && record->unvalued[i]) &&
		    (i >= columns->count || (!may_be_prefilled(&columns->columns[i]) &&
					     !is_unticked(columns, i, record->cells[i]))))
			return false;
	return true;
}

/* Whether the first word of the cell is one of the group. */
static bool begins_with(const struct import_lexicon *lexicon, const char *group, const char *cell,
			struct ch_arena *arena)
{
	char *key = import_key(arena, cell);
	char *end = strchr(key, ' ');

	if (end)
		*end = '\0';
	return import_word_is(lexicon, group, key);
}

static bool names_role(const struct import_lexicon *lexicon, const char *cell)
{
	return import_roles(lexicon, cell, false) != 0;
}

static bool has_email_column(const struct import_columns *columns, size_t *fields)
{
	bool email = false;

	*fields = 0;
	for (size_t i = 0; i < columns->count; i++) {
		const char *field = columns->columns[i].field;

		*fields += field != NULL;
		email = email || (field && strcmp(field, "email") == 0);
	}
	return email;
}

/* A count in words, "(4 records)". */
static bool is_count(const char *cell)
{
	return *cell == '(' && cell[1] >= '0' && cell[1] <= '9';
}

/* Whether all that stands behind the first cell are numbers, counts, or formulas that would give some. */
static bool numbers_follow(const struct import_record *record, size_t first)
{
	for (size_t i = first + 1; i < record->count; i++) {
		const char *cell = record->cells[i];

		if (!(record->unvalued && record->unvalued[i]) && cell[strspn(cell, "0123456789.,= ")] != '\0' &&
		    !import_cell_is_blank(cell) && !is_count(cell))
			return false;
	}
	return true;
}

static bool is_total(const struct import_columns *columns, const struct import_record *record, size_t at,
		     struct ch_arena *arena)
{
	return numbers_follow(record, at) && begins_with(columns->lexicon, "total", record->cells[at], arena);
}

/* What a system prints below its report stands in the first column, which is a key or nothing that is known. */
static bool names_anybody(const struct import_column *column)
{
	return column->field != NULL && column->how.field != NULL;
}

/* What is no name, but a sentence: it has digits, or many words. */
static bool is_sentence(const char *cell)
{
	size_t words = 0;

	for (const char *at = cell; *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " "))
		words++;
	return words >= SENTENCE_WORDS || strpbrk(cell, "0123456789") != NULL;
}

/* "Dropped out" heads the people below it. */
static bool names_state(const struct import_lexicon *lexicon, const char *cell)
{
	struct import_words words = import_words_find(lexicon, cell);

	return import_words_have_any(&words, "state");
}

/* Of a row with few cells: a remark, a person, or a question. */
static enum import_row_kind kind_of_few(const struct import_columns *columns, const struct import_record *record,
					size_t at, size_t filled, struct ch_arena *arena)
{
	const char *first = record->cells[at];
	size_t length = strlen(first), fields;

	if (is_total(columns, record, at, arena))
		return IMPORT_ROW_REMARK;
	if (filled > 1)
		return IMPORT_ROW_DATA;
	if (at > 0 && at < columns->count && may_be_prefilled(&columns->columns[at]))
		return IMPORT_ROW_PREFILLED;
	if (begins_with(columns->lexicon, "remark", first, arena) || names_role(columns->lexicon, first) ||
	    first[length - 1] == ':')
		return IMPORT_ROW_REMARK;
	if (at == 0 && columns->count >= ALONE_FIELDS_LEAST && !names_anybody(&columns->columns[at]))
		return IMPORT_ROW_REMARK;
	if (names_state(columns->lexicon, first) || is_sentence(first))
		return IMPORT_ROW_REMARK;
	if (!columns->names_only && at < columns->count && import_field_names_person(columns->columns[at].field) &&
	    has_email_column(columns, &fields) && fields >= ALONE_FIELDS_LEAST)
		return IMPORT_ROW_ALONE;
	return IMPORT_ROW_DATA;
}

enum import_row_kind import_row_kind(const struct import_columns *columns, const struct import_record *record,
				     struct ch_arena *arena)
{
	size_t filled = 0, at = 0;

	for (size_t i = record->count; i-- > 0;) {
		if (import_cell_is_blank(record->cells[i]))
			continue;
		filled++;
		at = i;
		if (strchr(record->cells[i], '@'))
			return IMPORT_ROW_DATA;
	}
	if (is_marks(record))
		return IMPORT_ROW_REMARK;
	if (repeats_headings(columns, record, arena))
		return IMPORT_ROW_HEADINGS;
	if (filled > REMARK_CELLS_MOST && is_total(columns, record, at, arena))
		return IMPORT_ROW_REMARK;
	if (filled == 0 || filled > REMARK_CELLS_MOST)
		return is_prefilled(columns, record) ? IMPORT_ROW_PREFILLED : IMPORT_ROW_DATA;
	enum import_row_kind kind = kind_of_few(columns, record, at, filled, arena);

	return kind == IMPORT_ROW_DATA && is_prefilled(columns, record) ? IMPORT_ROW_PREFILLED : kind;
}

void import_row_pass(struct import_columns *columns, enum import_row_kind kind, const struct import_record *record,
		     struct import_findings *findings)
{
	size_t first = 0;

	if (kind == IMPORT_ROW_HEADINGS) {
		if (columns->remarks++ < REMARKS_TOLD)
			import_notice_add(findings, IMPORT_TOPIC_ROWS,
					  _("Row %" PRId64 " repeats the headings and is passed over"), record->row);
	} else if (kind == IMPORT_ROW_PREFILLED) {
		if (columns->prefilled.count++ == 0)
			columns->prefilled.first = record->row;
		columns->prefilled.last = record->row;
	} else {
		while (first < record->count && import_cell_is_blank(record->cells[first]))
			first++;
		if (import_section_enter(columns, record, record->cells[first], findings) ||
		    columns->remarks++ >= REMARKS_TOLD)
			return;
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  import_section_is_of_leavers(columns, record->cells[first])
					  ? _("Row %" PRId64 " (\"%s\") is about no person; whoever stands below it "
					      "comes in like the others" CH_WAY
					      ", and --leave-out keeps them out by their rows" CH_KEY)
					  : _("Row %" PRId64 " (\"%s\") is about no person and is passed over"),
				  record->row, import_excerpt(findings, record->cells[first]));
	}
}

void import_row_tell(const struct import_columns *columns, struct import_findings *findings)
{
	if (columns->remarks > REMARKS_TOLD)
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _("%" PRId64 " more rows are about no person and are passed over"),
				  columns->remarks - REMARKS_TOLD);
	if (columns->prefilled.count == 1)
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _("Row %" PRId64 " holds only what is filled in beforehand and is passed over"),
				  columns->prefilled.first);
	if (columns->prefilled.count > 1)
		import_notice_add(findings, IMPORT_TOPIC_ROWS,
				  _("%" PRId64 " rows, from %" PRId64 " to %" PRId64
				    ", hold only what is filled in beforehand and are passed over"),
				  columns->prefilled.count, columns->prefilled.first, columns->prefilled.last);
}
