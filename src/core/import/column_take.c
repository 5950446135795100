/* What a column is whose heading nobody can know, but whose cells leave no doubt. */
#include "core/import/column_meaning.h"

#include <string.h>
#include <strings.h>

#include "core/import/heading.h"
#include "core/import/import_kind.h"

/* "Mentor: E-mail" of a list of mentees is not theirs, unless their names are headed so too. */
static bool is_of_another_role(const struct import_columns *columns, const struct import_column *column)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *key = import_key(&arena, column->heading);
	size_t length = strcspn(key, " ");
	bool other = import_roles(columns->lexicon, ch_arena_copy_bytes(&arena, key, length), false) != 0;

	for (size_t i = 0; other && i < columns->count; i++)
		if (import_field_names_person(columns->columns[i].field))
			other = strncmp(import_key(&arena, columns->columns[i].heading), key, length) != 0;
	ch_arena_release(&arena);
	return other;
}

/*
 * Where names are known and no heading says e-mail, the column is it whose cells are addresses, and of several the one
 * that has the most: "EMAIL_ADDR_BUSN" of a system that nobody can ask.
 */
static void take_addresses(struct import_columns *columns, const struct import_cells *cells)
{
	size_t best = columns->count;
	bool named = false;

	if (!import_kind_takes(columns->lexicon->kind, "email"))
		return;
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];

		if (column->field && strcmp(column->field, "email") == 0)
			return;
		named = named || import_field_names_person(column->field);
		if (import_column_is_unknown(column) && !is_of_another_role(columns, column) &&
		    import_cells_pass(&cells[i], IMPORT_TEST_EMAIL) &&
		    (best == columns->count || cells[i].emails > cells[best].emails))
			best = i;
	}
	if (best == columns->count || !named)
		return;
	import_column_set_field(columns->lexicon, &columns->columns[best], "email");
	columns->columns[best].certainty = IMPORT_BY_CELLS;
}

static bool is_of_role(const char *field)
{
	return field != NULL && (strcmp(field, "roles") == 0 || strncmp(field, "is_", 3) == 0);
}

/*
 * Where no heading says role, the column is it whose cells are mostly words for roles, and of several the fullest: "Are
 * you an alumni mentor or a student mentee?" Somebody or other is "not sure yet", which is asked about.
 */
static void take_roles(struct import_columns *columns, const struct import_cells *cells)
{
	size_t best = columns->count;

	if (!import_kind_takes(columns->lexicon->kind, "roles"))
		return;
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];

		if (is_of_role(column->field))
			return;
		if (import_column_is_unknown(column) && cells[i].roles > 0 &&
		    4 * cells[i].roles >= 3 * cells[i].filled &&
		    (best == columns->count || cells[i].roles > cells[best].roles))
			best = i;
	}
	if (best == columns->count)
		return;
	import_column_set_field(columns->lexicon, &columns->columns[best], "roles");
	columns->columns[best].certainty = IMPORT_BY_CELLS;
}

static bool holds_dates(const struct import_cells *cells)
{
	return cells->filled > 0 && 2 * cells->dates >= cells->filled;
}

/*
 * "Start" and "End" are times of a session, unless their cells are days: those are of the pairing, which such a list is
 * of as well.
 */
static void drop_pairing_dates(struct import_columns *columns, const struct import_cells *cells)
{
	for (size_t i = 0; i < columns->count; i++)
		if (cells[i].of_times && columns->columns[i].certainty < IMPORT_BY_MEMORY && holds_dates(&cells[i]))
			import_column_set_field(columns->lexicon, &columns->columns[i], "-pairing");
}

/* Whether it is blank, and headed as that one, but for its number: "Session 3" and "Session 1". */
static bool is_another_of(const struct import_column *column, const struct import_cells *cells,
			  const struct import_column *one)
{
	size_t length = import_heading_unnumbered(one->heading);

	return import_column_is_unknown(column) && cells->filled == 0 && length > 0 &&
	       one->heading[length] != '\0' && import_heading_unnumbered(column->heading) == length &&
	       strncasecmp(column->heading, one->heading, length) == 0;
}

/* "First meeting" beside "Meeting 2", "Erstes Treffen" beside "2. Treffen": their last words are the same. */
static bool ends_alike(const char *a, const char *b)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *keys[] = {a, b};

	for (size_t i = 0; i < 2; i++) {
		char *key = import_key(&arena, keys[i]);
		size_t length = import_heading_unnumbered(key);

		while (length > 0 && key[length - 1] == ' ')
			length--;
		key[length] = '\0';
		keys[i] = strrchr(key, ' ') != NULL ? strrchr(key, ' ') + 1 : key;
	}
	bool alike = *keys[0] != '\0' && strcmp(keys[0], keys[1]) == 0;

	ch_arena_release(&arena);
	return alike;
}

static bool is_pairing_day(const struct import_columns *columns, const char *heading)
{
	static const char *const days[] = {"made_on", "started_on", "planned_end_on", "closed_on"};
	struct import_lexicon of_pairs = *columns->lexicon;

	of_pairs.kind = import_kind_of(CH_IMPORT_PAIRINGS);
	struct import_meaning meaning = import_lexicon_find(&of_pairs, heading);

	for (size_t i = 0; meaning.certainty == IMPORT_BY_NAME && i < sizeof(days) / sizeof(*days); i++)
		if (strcmp(meaning.field, days[i]) == 0)
			return true;
	return false;
}

/*
 * "Beginn" and "seit" beside columns of the days they met are the pairing's, for which such a list has no other use;
 * where nothing else is of days, it is the day they met.
 */
static void drop_pairing_days(struct import_columns *columns, const struct import_cells *cells)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		bool others = false, alike = false;

		if (!import_column_is_unknown(column) || !is_pairing_day(columns, column->bare))
			continue;
		for (size_t k = 0; k < columns->count; k++) {
			const struct import_column *other = &columns->columns[k];

			if (!import_column_is_unknown(other) || !holds_dates(&cells[k]) ||
			    is_pairing_day(columns, other->bare))
				continue;
			others = true;
			alike = alike || ends_alike(column->heading, other->heading);
		}
		if (others && !alike)
			import_column_set_field(columns->lexicon, column, "-pairing");
	}
}

/*
 * In a list of sessions without a column for their date, columns of dates are of a session each, and so are those
 * beside them that wait for one.
 */
static void take_session_dates(struct import_columns *columns, const struct import_cells *cells)
{
	const struct import_column *one = NULL;

	if (columns->lexicon->kind != import_kind_of(CH_IMPORT_SESSIONS) ||
	    import_columns_heading(columns, "session_date") != NULL)
		return;
	drop_pairing_days(columns, cells);
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < columns->count; i++) {
			struct import_column *column = &columns->columns[i];
			bool dated = import_column_is_unknown(column) && holds_dates(&cells[i]);

			if (pass == 0 ? !dated : one == NULL || !is_another_of(column, &cells[i], one))
				continue;
			import_column_set_field(columns->lexicon, column, "session_date");
			column->certainty = IMPORT_BY_CELLS;
			one = column;
		}
}

void import_columns_take(struct import_columns *columns, const struct import_cells *cells)
{
	take_addresses(columns, cells);
	take_roles(columns, cells);
	drop_pairing_dates(columns, cells);
	take_session_dates(columns, cells);
}

static bool has_field(const struct import_columns *columns, const char *field)
{
	return import_columns_heading(columns, field) != NULL;
}

void import_columns_take_addresses(struct import_columns *columns)
{
	struct import_lexicon of_people = *columns->lexicon;
	const char *whose = NULL;

	of_people.kind = import_kind_of(CH_IMPORT_PEOPLE);
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		const char *address = import_kind_address_of(columns->lexicon->kind, column->field);

		whose = address != NULL ? address : whose;
		if (!import_column_is_unknown(column))
			continue;
		struct import_meaning meaning = import_lexicon_find(&of_people, column->bare);

		if (meaning.certainty != IMPORT_BY_NAME || strcmp(meaning.field, "email") != 0)
			continue;
		if (whose == NULL)
			return;
		if (has_field(columns, whose))
			continue;
		import_column_set_field(columns->lexicon, column, whose);
		column->certainty = IMPORT_BY_PLACE;
	}
}
