/*
 * One pass over the file. Long cells are looked at no further than a date or a
 * role could reach.
 */
#include "core/import/column_cells.h"

#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/credential_column.h"
#include "core/import/custom_column.h"
#include "core/import/people_coming.h"

#define LONGEST_LOOKED_AT 200 /* bytes */
#define NAME_WORDS_MOST 4     /* on one side of the comma in "Lee, Ann" */
#define JUDGED_MOST 2000      /* cells, of which a share decides: more would not decide better */

static void look_at_date(const struct import_lexicon *lexicon, const char *cell, struct import_cells *cells,
			 struct ch_arena *arena)
{
	bool open;
	enum import_date_order proof = import_date_proof(lexicon, cell, &open);

	cells->open += open;
	if (proof == IMPORT_DMY && cells->day_first++ == 0)
		cells->day_first_sample = ch_arena_copy(arena, cell);
	if (proof == IMPORT_MDY && cells->month_first++ == 0)
		cells->month_first_sample = ch_arena_copy(arena, cell);
}

/* Of a column that may be of a course: whether the cell says when. */
static void look_at_day(const struct import_lexicon *lexicon, const char *cell, struct import_cells *cells,
			struct ch_arena *arena)
{
	bool is_date = import_date(lexicon, cell, IMPORT_DMY) != CH_NO_DATE ||
		import_date(lexicon, cell, IMPORT_MDY) != CH_NO_DATE;

	cells->dates += is_date;
	if (is_date)
		look_at_date(lexicon, cell, cells, arena);
}

static void look_at_state(const char *cell, struct import_cells *cells, struct ch_arena *arena)
{
	size_t i = 0;

	while (i < IMPORT_STATES_TOLD && cells->states[i] && strcasecmp(cells->states[i], cell) != 0)
		i++;
	if (i < IMPORT_STATES_TOLD && !cells->states[i])
		cells->states[i] = ch_text_tidy(arena, cell);
}

/* "2026-09-14 09:12:44", as what a form or a system wrote down by itself. */
static bool has_time(const char *cell)
{
	const char *colon = strchr(cell, ':');

	return colon && colon > cell && colon[-1] >= '0' && colon[-1] <= '9' && strncmp(colon - 1, "0:00", 4) != 0;
}

static size_t count_words(const char *text)
{
	size_t count = 0;

	for (const char *at = text; *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " "))
		count++;
	return count;
}

/* One comma with a few words on both sides, of which the first after it is no honour. */
static void look_at_name(const struct import_lexicon *lexicon, const char *cell, struct import_cells *cells)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *comma = strchr(cell, ',');

	cells->names++;
	if (comma == NULL || strchr(comma + 1, ',') != NULL || strpbrk(cell, "0123456789@;") != NULL)
		return;
	const char *last = ch_text_tidy(&arena, ch_arena_copy_bytes(&arena, cell, (size_t)(comma - cell)));
	const char *first = ch_text_tidy(&arena, comma + 1);
	size_t before = last ? count_words(last) : 0, after = first ? count_words(first) : 0;

	if (before >= 1 && before <= NAME_WORDS_MOST && after >= 1 && after <= NAME_WORDS_MOST &&
	    !import_word_is(lexicon, "honour", ch_arena_copy_bytes(&arena, first, strcspn(first, " ")))) {
		cells->last_first++;
		cells->short_last += before == 1;
	}
	ch_arena_release(&arena);
}

static bool is_whole_name(const struct import_column *column)
{
	return column->field && (strcmp(column->field, "name") == 0 || column->how.part == IMPORT_PART_LAST_FIRST);
}

/* Whether neither a sample nor a decision waits for another cell. */
static bool is_settled(const struct import_column *column, const struct import_cells *cells)
{
	const struct ch_field *field = column->how.field;

	if (!column->samples[IMPORT_SAMPLES - 1] || (column->custom && column->custom->field->custom_field_id == 0) ||
	    (is_whole_name(column) && cells->names < JUDGED_MOST))
		return false;
	if (field && (field->type == CH_TYPE_DATE || field->type == CH_TYPE_PHONE || field->type == CH_TYPE_EMAIL))
		return false;
	return (column->certainty != IMPORT_BY_CELLS && !import_column_is_unknown(column)) ||
	       cells->filled == JUDGED_MOST;
}

static void look_at(const struct import_columns *columns, size_t i, const char *cell, struct import_cells *cells,
		    struct ch_arena *arena)
{
	const struct import_lexicon *lexicon = columns->lexicon;
	struct import_column *column = &columns->columns[i];

	if (cells->settled || import_cell_is_blank(cell))
		return;
	cells->settled = is_settled(column, cells);
	for (size_t s = 0; s < IMPORT_SAMPLES; s++) {
		/* The heading of a section is no name. */
		if (!column->samples[s] && !(is_whole_name(column) && import_roles(lexicon, cell, false) != 0)) {
			column->samples[s] = import_cell_start(arena, cell);
			break;
		}
	}
	if (column->custom && column->custom->field->custom_field_id == 0) {
		if (!cells->guess)
			cells->guess = ch_arena_alloc(arena, sizeof(*cells->guess));
		import_custom_look(cells->guess, lexicon, cell, arena);
	}
	if (strlen(cell) > LONGEST_LOOKED_AT)
		return;
	if (is_whole_name(column) && cells->names < JUDGED_MOST)
		look_at_name(lexicon, cell, cells);
	if (column->how.field && (column->how.field->type == CH_TYPE_DATE || cells->guess))
		look_at_date(lexicon, cell, cells, arena);
	if (column->how.field && column->how.field->type == CH_TYPE_DATE && cells->day_looks < JUDGED_MOST) {
		cells->day_looks++;
		cells->times += has_time(cell);
	}
	if (column->how.field && column->how.field->type == CH_TYPE_CHOICE && strcmp(column->field, "state") == 0)
		look_at_state(cell, cells, arena);
	if (column->how.field && column->how.field->type == CH_TYPE_PHONE)
		cells->zeros += *cell == '0';
	if (column->how.field && column->how.field->type == CH_TYPE_EMAIL) {
		if (!cells->domains)
			cells->domains = email_domains_new(arena);
		email_domains_add(cells->domains, cell);
		cells->emails += strchr(cell, '@') != NULL;
	}
	bool judged = column->certainty == IMPORT_BY_CELLS || import_column_is_unknown(column) ||
		import_column_is_credential(column);
	if (!judged || cells->filled == JUDGED_MOST || import_word_is(lexicon, "not_given", cell))
		return;
	cells->filled++;
	if (!column->how.field && !cells->guess)
		look_at_day(lexicon, cell, cells, arena);
	cells->numbers += *cell >= '0' && *cell <= '9';
	cells->roles += import_roles_among(lexicon, cell, false, NULL) != 0;
	cells->yes += import_yes(lexicon, cell) != CH_UNSAID;
	if (!column->how.field || column->how.field->type != CH_TYPE_EMAIL)
		cells->emails += strchr(cell, '@') != NULL;
	cells->honorifics += import_word_is(lexicon, "honorific", cell);
}

/* The column of the people's own addresses; SIZE_MAX where there is none. */
static size_t address_column(const struct import_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->columns[i].field && strcmp(columns->columns[i].field, "email") == 0)
			return i;
	return SIZE_MAX;
}

enum ch_status import_cells_count(struct import_columns *columns, struct import_cells *cells,
				  struct people_coming *coming, struct ch_arena *arena, struct ch_error *err)
{
	size_t address = coming ? address_column(columns) : SIZE_MAX;
	struct ch_arena row_arena = CH_ARENA_EMPTY;
	enum ch_status status;
	struct import_record record;
	bool found;

	do {
		ch_arena_reset(&row_arena);
		status = row_source_next(columns->source, &row_arena, NULL, &record, &found, err);
		columns->records += !status && found;
		for (size_t i = 0; !status && found && i < record.count && i < columns->count; i++)
			look_at(columns, i, record.cells[i], &cells[i], arena);
		if (!status && found && address < record.count)
			people_coming_add(coming, record.cells[address]);
	} while (!status && found);
	ch_arena_release(&row_arena);
	return status;
}

bool import_cells_are_last_first(const struct import_cells *cells)
{
	return cells->last_first > 0 && 2 * cells->last_first >= cells->names &&
	       2 * cells->short_last >= cells->last_first;
}

bool import_cells_pass(const struct import_cells *cells, enum import_test test)
{
	size_t passed = 0;

	switch (test) {
	case IMPORT_TEST_NONE:
		return true;
	case IMPORT_TEST_ROLE:
		passed = cells->roles;
		break;
	case IMPORT_TEST_YES:
		passed = cells->yes;
		break;
	case IMPORT_TEST_EMAIL:
		passed = cells->emails;
		break;
	case IMPORT_TEST_HONORIFIC:
		passed = cells->honorifics;
		break;
	case IMPORT_TEST_NUMBER:
		passed = cells->numbers;
		break;
	}
	return passed > 0 && 2 * passed >= cells->filled;
}
