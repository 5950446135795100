/*
 * One pass over the file. Long cells are looked at no further than a date or a
 * role could reach.
 */
#include "core/import/column_cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/credential_column.h"
#include "core/import/custom_column.h"
#include "core/import/heading.h"
#include "core/import/people_coming.h"
#include "core/import/record_ahead.h"

#define LONGEST_LOOKED_AT 200 /* bytes */
#define LENGTH_DIGITS_MOST 4  /* of minutes */
#define NAME_WORDS_MOST 4     /* on one side of the comma in "Lee, Ann" */
#define JUDGED_MOST 2000      /* cells, of which a share decides: more would not decide better */

static void look_at_date(const struct import_lexicon *lexicon, const char *cell, struct import_cells *cells,
			 struct ch_arena *arena)
{
	bool open;
	enum import_date_order proof = import_date_proof(lexicon, cell, &open);

	cells->open += open;
	size_t *proofs = proof == IMPORT_DMY ? &cells->day_first : &cells->month_first;
	const char **sample = proof == IMPORT_DMY ? &cells->day_first_sample : &cells->month_first_sample;

	/* A day that does not exist, 31.02.2026, proves nothing. */
	if (proof != IMPORT_DMY && proof != IMPORT_MDY)
		return;
	if (*proofs == 0 && import_date(lexicon, cell, proof) == CH_NO_DATE)
		return;
	if ((*proofs)++ == 0)
		*sample = ch_arena_copy(arena, cell);
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

bool import_name_is_last_first(const struct import_lexicon *lexicon, const char *name, bool *short_last)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *comma = strchr(name, ',');

	if (comma != NULL && strchr(comma, '<') != NULL) { /* "Lee, Ann <ann@example.org>" */
		name = ch_arena_copy_bytes(&arena, name, strcspn(name, "<"));
		comma = strchr(name, ',');
	}
	if (comma == NULL || strchr(comma + 1, ',') != NULL || strpbrk(name, "0123456789@;") != NULL) {
		ch_arena_release(&arena);
		return false;
	}
	const char *last = ch_text_tidy(&arena, ch_arena_copy_bytes(&arena, name, (size_t)(comma - name)));
	const char *first = ch_text_tidy(&arena, comma + 1);
	size_t before = last ? count_words(last) : 0, after = first ? count_words(first) : 0;
	bool turned =
		before >= 1 && before <= NAME_WORDS_MOST && after >= 1 && after <= NAME_WORDS_MOST &&
		!import_word_is(lexicon, "honour", ch_arena_copy_bytes(&arena, first, strcspn(first, " ")));

	*short_last = before == 1;
	ch_arena_release(&arena);
	return turned;
}

static void look_at_name(const struct import_lexicon *lexicon, const char *cell, struct import_cells *cells)
{
	bool short_last;

	cells->names++;
	if (!import_name_is_last_first(lexicon, cell, &short_last))
		return;
	cells->last_first++;
	cells->short_last += short_last;
}

/* A number without a unit. */
static void look_at_length(const char *cell, struct import_cells *cells)
{
	const char *number = cell + strspn(cell, " ");
	size_t digits = strspn(number, "0123456789");

	if (digits == 0 || digits > LENGTH_DIGITS_MOST || number[digits + strspn(number + digits, " ")] != '\0')
		return;
	int length = (int)strtol(number, NULL, 10);

	cells->bare++;
	if (length > cells->longest)
		cells->longest = length;
}

static bool is_whole_name(const struct import_column *column)
{
	return column->field && (strcmp(column->field, "name") == 0 || column->how.part == IMPORT_PART_LAST_FIRST);
}

static void begin(const struct import_column *column, struct import_cells *cells)
{
	enum ch_type type = column->how.field ? column->how.field->type : CH_TYPE_TEXT;

	cells->kinds = CELL_MEMO_EMPTY;
	cells->of_names = is_whole_name(column);
	cells->of_new_field = column->custom && column->custom->field->custom_field_id == 0;
	cells->of_days = type == CH_TYPE_DATE;
	cells->of_dates = column->how.field && (type == CH_TYPE_DATE || cells->of_new_field);
	cells->of_states = type == CH_TYPE_CHOICE && strcmp(column->field, "state") == 0;
	cells->of_lengths = type == CH_TYPE_MINUTES;
	cells->of_phones = type == CH_TYPE_PHONE;
	cells->of_addresses = type == CH_TYPE_EMAIL;
	cells->of_grades = column->field && strcmp(column->field, "grade") == 0;
	cells->decided = column->certainty != IMPORT_BY_CELLS && !import_column_is_unknown(column);
	cells->of_times = type == CH_TYPE_TIME;
	cells->judged = !cells->decided || cells->of_times || import_column_is_credential(column);
}

/* Whether neither a sample nor a decision waits for another cell. */
static bool is_settled(const struct import_column *column, const struct import_cells *cells)
{
	if (!column->samples[IMPORT_SAMPLES - 1] || cells->of_new_field ||
	    (cells->of_names && cells->names < JUDGED_MOST) || (cells->of_grades && cells->grades < JUDGED_MOST))
		return false;
	if (cells->of_days || cells->of_phones || cells->of_addresses || cells->of_lengths)
		return false;
	return cells->decided || cells->filled == JUDGED_MOST;
}

static void keep_sample(const struct import_lexicon *lexicon, struct import_column *column, const char *cell,
			const struct import_cells *cells, struct ch_arena *arena)
{
	size_t i = 0;

	while (i < IMPORT_SAMPLES && column->samples[i])
		i++;
	/* The heading of a section is no name. */
	if (i < IMPORT_SAMPLES && !(cells->of_names && import_roles(lexicon, cell, false) != 0))
		column->samples[i] = import_cell_start(arena, cell);
}

/* "4", "Band 6", "up to 4 hours". */
static bool begins_with_number(const struct import_lexicon *lexicon, const char *cell)
{
	size_t word;
	char text[LONGEST_LOOKED_AT + 1];

	for (; *cell != '\0' && !(*cell >= '0' && *cell <= '9'); cell += word + strspn(cell + word, " ")) {
		word = strcspn(cell, " ");
		snprintf(text, sizeof(text), "%.*s", (int)word, cell);
		if (!import_word_is(lexicon, "beside_number", text))
			return false;
	}
	return *cell != '\0';
}

/* What a cell is, where that may decide what its column is. */
enum {
	NOT_GIVEN = 1 << 0,
	A_ROLE = 1 << 1,
	A_YES = 1 << 2,
	AN_HONORIFIC = 1 << 3,
	A_NUMBER = 1 << 4,
	A_DATE = 1 << 5 /* in one order or the other; asked where the column may be of a course */
};

static int kinds_of(const struct import_lexicon *lexicon, const char *cell, bool dated)
{
	int kinds = 0;

	if (import_word_is(lexicon, "not_given", cell))
		return NOT_GIVEN;
	if (import_roles_among(lexicon, cell, false, NULL) != 0)
		kinds |= A_ROLE;
	if (import_yes(lexicon, cell) != CH_UNSAID)
		kinds |= A_YES;
	if (import_word_is(lexicon, "honorific", cell))
		kinds |= AN_HONORIFIC;
	if (begins_with_number(lexicon, cell))
		kinds |= A_NUMBER;
	if (dated && (import_date(lexicon, cell, IMPORT_DMY) != CH_NO_DATE ||
		      import_date(lexicon, cell, IMPORT_MDY) != CH_NO_DATE))
		kinds |= A_DATE;
	return kinds;
}

/* The same, of a column whose cells may be few over and over. */
static int kinds_known(struct cell_memo *memo, const struct import_lexicon *lexicon, const char *cell, bool dated)
{
	struct field_value value = FIELD_NOT_KNOWN;

	if (!cell_memo_find(memo, cell, &value)) {
		value.number = kinds_of(lexicon, cell, dated);
		cell_memo_keep(memo, cell, value);
	}
	return (int)value.number;
}

static void judge(const struct import_lexicon *lexicon, const struct import_column *column, const char *cell,
		  struct import_cells *cells, struct ch_arena *arena)
{
	bool dated = cells->of_times || (!column->how.field && !cells->guess);

	if (cells->filled == JUDGED_MOST)
		return;
	int kinds = kinds_known(&cells->kinds, lexicon, cell, dated);
	if (kinds & NOT_GIVEN)
		return;
	cells->filled++;
	cells->roles += (kinds & A_ROLE) != 0;
	cells->yes += (kinds & A_YES) != 0;
	cells->honorifics += (kinds & AN_HONORIFIC) != 0;
	cells->numbers += (kinds & A_NUMBER) != 0;
	if (!cells->of_addresses)
		cells->emails += strchr(cell, '@') != NULL;
	if (kinds & A_DATE) {
		cells->dates++;
		look_at_date(lexicon, cell, cells, arena);
	}
}

static void look_at(const struct import_columns *columns, size_t i, const char *cell, struct import_cells *cells,
		    struct ch_arena *arena)
{
	const struct import_lexicon *lexicon = columns->lexicon;
	struct import_column *column = &columns->columns[i];

	if (cells->settled || import_cell_is_blank(cell))
		return;
	cells->settled = is_settled(column, cells);
	if (!column->samples[IMPORT_SAMPLES - 1])
		keep_sample(lexicon, column, cell, cells, arena);
	if (cells->of_new_field) {
		if (!cells->guess)
			cells->guess = ch_arena_alloc(arena, sizeof(*cells->guess));
		import_custom_look(cells->guess, lexicon, cell, arena);
	}
	if (strnlen(cell, LONGEST_LOOKED_AT + 1) > LONGEST_LOOKED_AT)
		return;
	if (cells->of_names && cells->names < JUDGED_MOST)
		look_at_name(lexicon, cell, cells);
	if (cells->of_dates)
		look_at_date(lexicon, cell, cells, arena);
	if (cells->of_days && cells->day_looks < JUDGED_MOST) {
		cells->day_looks++;
		cells->times += has_time(cell);
	}
	if (cells->of_states)
		look_at_state(cell, cells, arena);
	if (cells->of_lengths && !cells->decimal && import_is_decimal(cell))
		cells->decimal = ch_arena_copy(arena, cell);
	if (cells->of_lengths)
		look_at_length(cell, cells);
	if (cells->of_grades) {
		cells->grades++;
		cells->bands += import_band(cell) != 0;
	}
	if (cells->of_phones)
		cells->zeros += *cell == '0';
	if (cells->of_addresses) {
		if (!cells->domains)
			cells->domains = email_domains_new(arena);
		email_domains_add(cells->domains, cell);
		cells->emails += strchr(cell, '@') != NULL;
	}
	if (cells->judged)
		judge(lexicon, column, cell, cells, arena);
}

/* The column of the people's own addresses; SIZE_MAX where there is none. */
static size_t address_column(const struct import_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->columns[i].field && strcmp(columns->columns[i].field, "email") == 0)
			return i;
	return SIZE_MAX;
}

/* Whether the only filled cell of the record says who somebody is. */
static bool is_name_only(const struct import_columns *columns, const struct import_record *record)
{
	size_t at = 0;

	if (import_record_filled(record) != 1)
		return false;
	while (import_cell_is_blank(record->cells[at]))
		at++;
	return at < columns->count && import_field_names_person(columns->columns[at].field);
}

enum ch_status import_cells_count(struct import_columns *columns, struct import_cells *cells,
				  const struct import_columns_options *options, struct ch_arena *arena,
				  struct ch_error *err)
{
	size_t address = options->coming ? address_column(columns) : SIZE_MAX;
	struct record_ahead ahead;
	enum ch_status status;
	struct import_record record;
	int64_t names_only = 0;
	bool found;

	for (size_t i = 0; i < columns->count; i++)
		begin(&columns->columns[i], &cells[i]);
	record_ahead_begin(&ahead, columns->source, options->reads_ahead);
	while ((status = record_ahead_next(&ahead, &record, &found, err)) == CH_OK && found) {
		columns->records++;
		if (columns->records <= JUDGED_MOST)
			names_only += is_name_only(columns, &record);
		for (size_t i = 0; i < record.count && i < columns->count; i++)
			look_at(columns, i, record.cells[i], &cells[i], arena);
		if (address < record.count)
			people_coming_add(options->coming, record.cells[address]);
	}
	record_ahead_end(&ahead);
	for (size_t i = 0; i < columns->count; i++)
		cell_memo_release(&cells[i].kinds);
	columns->names_only = 2 * names_only > (columns->records < JUDGED_MOST ? columns->records : JUDGED_MOST);
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
