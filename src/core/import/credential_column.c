#include "core/import/credential_column.h"

#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/import_kind.h"
#include "core/journal/change.h"
#include "store/stmt.h"

/* The fields of each kind; NULL where nobody keeps such a thing in a list. */
static const struct {
	const char *name, *level, *body, *awarded_on, *expires_on;
} fields[] = {
	[CH_CREDENTIAL_QUALIFICATION] = {"qualification", "qualification_level", "qualification_body",
					 "qualification_on", "qualification_expires"},
	[CH_CREDENTIAL_TRAINING] = {"training", NULL, NULL, "training_on", "training_expires"},
	[CH_CREDENTIAL_CHECK] = {"check", NULL, NULL, "check_on", "check_expires"},
	[CH_CREDENTIAL_REFERENCE] = {"reference", NULL, NULL, "reference_on", "reference_expires"},
};

#define KINDS (sizeof(fields) / sizeof(fields[0]))

static bool is(const struct import_column *column, const char *field)
{
	return column->field != NULL && field != NULL && strcmp(column->field, field) == 0;
}

/* The kind that the column names or ticks; CH_NO_CREDENTIAL_KIND: none. */
static enum ch_credential_kind kind_of(const struct import_column *column)
{
	for (size_t kind = 1; kind < KINDS; kind++)
		if (is(column, fields[kind].name))
			return (enum ch_credential_kind)kind;
	return CH_NO_CREDENTIAL_KIND;
}

bool import_column_is_credential(const struct import_column *column)
{
	return kind_of(column) != CH_NO_CREDENTIAL_KIND;
}

bool import_column_is_of_credential(const struct import_column *column)
{
	for (size_t kind = 1; kind < KINDS; kind++)
		if (is(column, fields[kind].name) || is(column, fields[kind].level) || is(column, fields[kind].body) ||
		    is(column, fields[kind].awarded_on) || is(column, fields[kind].expires_on))
			return true;
	return false;
}

/* ---- Headings --------------------------------------------------------------- */

/* What the words are as the heading of a list of credentials. */
static enum credential_part part_of(const struct import_lexicon *lexicon, const char *words)
{
	struct import_lexicon credentials = *lexicon;
	credentials.kind = import_kind_of(CH_IMPORT_CREDENTIALS);
	struct import_meaning meaning = import_lexicon_find(&credentials, words);

	if (meaning.certainty != IMPORT_BY_NAME || meaning.field == NULL)
		return CREDENTIAL_ITSELF;
	if (strcmp(meaning.field, "awarded_on") == 0)
		return CREDENTIAL_GIVEN;
	return strcmp(meaning.field, "expires_on") == 0 ? CREDENTIAL_EXPIRES : CREDENTIAL_ITSELF;
}

enum credential_part import_credential_heading(const struct import_lexicon *lexicon, const char *heading,
					       struct ch_arena *arena, const char **base)
{
	char *copy = ch_arena_copy(arena, heading);

	*base = copy;
	for (char *at = copy + strcspn(copy, " "); *at != '\0'; at += 1 + strcspn(at + 1, " ")) {
		enum credential_part part = part_of(lexicon, at + 1);

		if (part == CREDENTIAL_ITSELF)
			continue;
		*at = '\0';
		for (size_t length = strlen(copy); length > 0 && strchr(" :-(,.", copy[length - 1]) != NULL; length--)
			copy[length - 1] = '\0';
		return part;
	}
	return CREDENTIAL_ITSELF;
}

/* What the heading, or the start of it, names; of a list of credentials whatever it names is training. */
static enum ch_credential_kind kind_called(const struct import_columns *columns, const char *base)
{
	struct import_lexicon people = *columns->lexicon;
	people.kind = import_kind_of(CH_IMPORT_PEOPLE);
	const char *field = import_lexicon_find(&people, base).field;
	struct import_column named = {.field = field};
	enum ch_credential_kind kind = kind_of(&named);

	if (kind == CH_NO_CREDENTIAL_KIND && columns->lexicon->kind == import_kind_of(CH_IMPORT_CREDENTIALS))
		return CH_CREDENTIAL_TRAINING;
	return kind;
}

/* ---- By the cells ----------------------------------------------------------- */

/* Whether most of the cells say whether, or when. */
static bool are_ticks(const struct import_cells *cells)
{
	return cells->filled > 0 && 2 * (cells->dates + cells->yes) >= cells->filled;
}

/* Whether a column is about the same by its heading. */
static bool is_named(const struct import_columns *columns, const char *base, struct ch_arena *arena)
{
	for (size_t i = 0; i < columns->count; i++) {
		const char *other;

		if (!import_column_is_credential(&columns->columns[i]))
			continue;
		import_credential_heading(columns->lexicon, columns->columns[i].heading, arena, &other);
		if (strcasecmp(other, base) == 0)
			return true;
	}
	return false;
}

/* "Course 1", "Date 1", "Course 2", "Date 2": what a list of a row for each would call them, with a number. */
static const char *numbered(const struct import_lexicon *lexicon, const char *heading, struct ch_arena *arena)
{
	char *copy = ch_arena_copy(arena, heading);
	size_t length = strlen(copy);

	while (length > 0 && copy[length - 1] >= '0' && copy[length - 1] <= '9')
		length--;
	if (copy[length] == '\0' || length == 0)
		return NULL;
	copy[length] = '\0';
	struct import_meaning meaning = import_lexicon_find(lexicon, copy);

	if (meaning.certainty != IMPORT_BY_NAME || meaning.field == NULL)
		return NULL;
	return strcmp(meaning.field, "what") == 0	? fields[CH_CREDENTIAL_TRAINING].name :
	       strcmp(meaning.field, "awarded_on") == 0 ? fields[CH_CREDENTIAL_TRAINING].awarded_on :
	       strcmp(meaning.field, "expires_on") == 0 ? fields[CH_CREDENTIAL_TRAINING].expires_on :
							  NULL;
}

static const char *field_of(enum ch_credential_kind kind, enum credential_part part)
{
	return part == CREDENTIAL_GIVEN	  ? fields[kind].awarded_on :
	       part == CREDENTIAL_EXPIRES ? fields[kind].expires_on :
					    fields[kind].name;
}

/*
 * "Zertifikat vom" beside "Zertifikat", in a list of a row for each: the day of what stands there, and nothing of its
 * own. Such a list has both fields under these very names.
 */
static bool takes_part_of_named(struct import_columns *columns, struct import_column *column,
				enum credential_part part, const char *base)
{
	struct import_meaning named = import_lexicon_find(columns->lexicon, base);

	if (part == CREDENTIAL_ITSELF || named.field == NULL || strcmp(named.field, "what") != 0 ||
	    import_columns_heading(columns, "what") == NULL)
		return false;
	import_column_set_field(columns->lexicon, column, part == CREDENTIAL_GIVEN ? "awarded_on" : "expires_on");
	column->certainty = IMPORT_BY_PHRASE;
	return true;
}

/* A column of which nothing is known: one of a course, or what belongs to one. */
static void settle_unknown(struct import_columns *columns, struct import_column *column,
			   const struct import_cells *cells, bool courses, struct ch_arena *arena)
{
	const char *base;
	enum credential_part part = import_credential_heading(columns->lexicon, column->heading, arena, &base);
	enum ch_credential_kind kind = kind_called(columns, base);

	if (takes_part_of_named(columns, column, part, base))
		return;
	bool dated = cells->filled == 0 || 2 * cells->dates >= cells->filled;
	if (part == CREDENTIAL_GIVEN && !dated) /* "Induction done", with ticks */
		part = CREDENTIAL_ITSELF;
	if (kind == CH_NO_CREDENTIAL_KIND || (part == CREDENTIAL_ITSELF && !(courses && are_ticks(cells))) ||
	    (part != CREDENTIAL_ITSELF && !dated))
		return;
	if (part == CREDENTIAL_GIVEN && !is_named(columns, base, arena))
		part = CREDENTIAL_ITSELF;
	import_column_set_field(columns->lexicon, column, field_of(kind, part));
	column->certainty = IMPORT_BY_CELLS;
	column->ticked = import_column_is_credential(column);
}

/* Whether some column says when the checks were done, or until when they hold. */
static bool are_dated(const struct import_columns *columns, const struct import_cells *cells,
		      enum ch_credential_kind kind)
{
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];

		if (is(column, fields[kind].awarded_on) || is(column, fields[kind].expires_on) ||
		    (is(column, fields[kind].name) && cells[i].dates > 0))
			return true;
	}
	return false;
}

/* The check that the heading of its number names: "DBS" of "DBS certificate no."; NULL where it names none. */
static const char *check_of_number(const struct import_columns *columns, const char *heading, struct ch_arena *arena)
{
	char *base = ch_arena_copy(arena, heading);

	for (char *blank = strchr(base, '\0'); blank != NULL; blank = strrchr(base, ' ')) {
		*blank = '\0';
		if (kind_called(columns, base) == CH_CREDENTIAL_CHECK)
			return base;
	}
	return NULL;
}

/* What checks are called by the heading of their numbers; NULL where no column is of such numbers. */
static const char *numbered_check(const struct import_columns *columns, struct ch_arena *arena)
{
	const char *check = NULL;

	for (size_t i = 0; i < columns->count && check == NULL; i++) {
		const struct import_column *column = &columns->columns[i];

		if (column->numbered || (column->why != NULL && strcmp(column->why, "number") == 0))
			check = check_of_number(columns, column->heading, arena);
	}
	return check;
}

/* Whether the words behind the name of a check say that its number follows: "no." of "PVG no." */
static bool names_number(const struct import_columns *columns, const char *heading, struct ch_arena *arena)
{
	const char *check = check_of_number(columns, heading, arena);

	return check != NULL && import_word_is(columns->lexicon, "certificate_number", heading + strlen(check));
}

/*
 * A column of the numbers of checks is left out, since what counts is their day; one that somebody said is of the check
 * stands for it, under its name without "number".
 */
static void settle_numbers(struct import_columns *columns, const struct import_cells *cells, struct ch_arena *arena)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		bool check = is(column, fields[CH_CREDENTIAL_CHECK].name);
		bool unknown = import_column_is_unknown(column) && names_number(columns, column->heading, arena);

		if ((!check && !unknown) || cells[i].dates > 0 || 2 * cells[i].numbers < cells[i].filled ||
		    cells[i].filled == 0 || are_ticks(&cells[i]))
			continue;
		column->numbered = check && column->certainty >= IMPORT_BY_MEMORY;
		if (column->certainty < IMPORT_BY_MEMORY)
			import_column_set_field(columns->lexicon, column, "-number");
	}
}

/* In a register of checks, "Date of issue" and "Renewal due" beside the numbers are of them. */
static void settle_register(struct import_columns *columns, const struct import_cells *cells, struct ch_arena *arena)
{
	if (numbered_check(columns, arena) == NULL)
		return;
	for (size_t i = 0; i < columns->count; i++)
		if (!columns->columns[i].numbered && import_column_is_of_credential(&columns->columns[i]))
			return;
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		enum credential_part part = part_of(columns->lexicon, column->heading);

		if (part == CREDENTIAL_ITSELF || column->certainty >= IMPORT_BY_MEMORY ||
		    2 * cells[i].dates < cells[i].filled)
			continue;
		import_column_set_field(columns->lexicon, column, field_of(CH_CREDENTIAL_CHECK, part));
		column->certainty = IMPORT_BY_CELLS;
	}
}

/* A check counts by its date (R78): columns of ticks alone are left out at once, and not row by row. */
static void settle_checks(struct import_columns *columns, const struct import_cells *cells,
			  enum ch_credential_kind kind)
{
	bool dated = are_dated(columns, cells, kind);

	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		if (!is(column, fields[kind].name))
			continue;
		column->ticked = true;
		if (cells[i].filled == 0 || column->certainty >= IMPORT_BY_MEMORY ||
		    (dated && (cells[i].dates > 0 || are_ticks(&cells[i]))))
			continue;
		import_column_set_field(columns->lexicon, column, "-check");
		column->ticked = false;
	}
}

void import_credentials_settle(struct import_columns *columns, const struct import_cells *cells,
			       struct ch_arena *arena)
{
	bool courses = columns->lexicon->kind == import_kind_of(CH_IMPORT_CREDENTIALS);

	if (!import_kind_takes(columns->lexicon->kind, "training"))
		return;
	for (size_t i = 0; i < columns->count; i++)
		courses = courses && !is(&columns->columns[i], "what");
	settle_numbers(columns, cells, arena);
	settle_register(columns, cells, arena);
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		column->ticked = import_column_is_credential(column) && cells[i].dates > 0 && are_ticks(&cells[i]);
		const char *field = courses && import_column_is_unknown(column)
					    ? numbered(columns->lexicon, column->heading, arena)
					    : NULL;
		if (field != NULL && column->certainty < IMPORT_BY_MEMORY) {
			import_column_set_field(columns->lexicon, column, field);
			column->certainty = IMPORT_BY_PHRASE;
		} else if (import_column_is_unknown(column) && column->certainty < IMPORT_BY_MEMORY)
			settle_unknown(columns, column, &cells[i], courses, arena);
	}
	settle_checks(columns, cells, CH_CREDENTIAL_CHECK);
	settle_checks(columns, cells, CH_CREDENTIAL_REFERENCE);
}

/* ---- Finding them ----------------------------------------------------------- */

/*
 * The one that a column beside belongs to: of the same name; where its heading names none, the nearest before it, else
 * the first; NULL: none.
 */
static struct credential_column *owner_of(const struct credential_columns *found, const struct import_columns *columns,
					  size_t column, enum ch_credential_kind kind, struct ch_arena *arena)
{
	struct credential_column *owner = NULL;
	const char *base;

	import_credential_heading(columns->lexicon, columns->columns[column].heading, arena, &base);
	for (size_t i = 0; i < found->count; i++) {
		struct credential_column *one = &found->list[i];

		if (one->kind != kind)
			continue;
		if (one->called != NULL && strcasecmp(one->called, base) == 0)
			return one;
		if (owner == NULL || one->name < column)
			owner = one;
	}
	/* "Safeguarding expires" says whose end it is, though no column ticks it; "Expires" does not. */
	bool names_another = columns->columns[column].certainty == IMPORT_BY_CELLS &&
			     part_of(columns->lexicon, columns->columns[column].heading) == CREDENTIAL_ITSELF;
	return names_another ? NULL : owner;
}

static struct credential_column *add(struct credential_columns *found, enum ch_credential_kind kind, size_t name,
				     const char *called)
{
	struct credential_column *one = &found->list[found->count++];

	*one = (struct credential_column){.kind = kind,
					  .name = name,
					  .level = SIZE_MAX,
					  .body = SIZE_MAX,
					  .awarded_on = SIZE_MAX,
					  .expires_on = SIZE_MAX,
					  .called = called};
	return one;
}

/* What a date is of that stands alone: what its heading names, or training; a qualification has to be named. */
static const char *called_alone(const struct import_columns *columns, size_t column, enum ch_credential_kind kind,
				struct ch_arena *arena)
{
	const struct import_column *alone = &columns->columns[column];
	const char *base;

	import_credential_heading(columns->lexicon, alone->heading, arena, &base);
	if (kind == CH_CREDENTIAL_CHECK && part_of(columns->lexicon, alone->heading) != CREDENTIAL_ITSELF &&
	    numbered_check(columns, arena) != NULL)
		return numbered_check(columns, arena);
	if (alone->certainty == IMPORT_BY_CELLS || kind == CH_CREDENTIAL_CHECK || kind == CH_CREDENTIAL_REFERENCE)
		return base;
	return kind == CH_CREDENTIAL_TRAINING ? _("Training") : NULL;
}

/* Gives the column beside to the one it belongs to; a date of training, and nothing else on it, is of the training. */
static void add_beside(struct credential_columns *found, const struct import_columns *columns, size_t column,
		       enum ch_credential_kind kind, struct ch_arena *arena)
{
	const struct import_column *beside = &columns->columns[column];
	struct credential_column *owner = owner_of(found, columns, column, kind, arena);

	if (owner == NULL)
		owner = add(found, kind, SIZE_MAX, called_alone(columns, column, kind, arena));
	size_t *place = is(beside, fields[kind].level)	      ? &owner->level :
			is(beside, fields[kind].body)	      ? &owner->body :
			is(beside, fields[kind].awarded_on) ? &owner->awarded_on :
							      &owner->expires_on;
	if (*place == SIZE_MAX)
		*place = column;
}

static bool has_words(const char *key, const char *words)
{
	size_t length = strlen(words);

	for (const char *at = strstr(key, words); length > 0 && at != NULL; at = strstr(at + 1, words))
		if ((at == key || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
			return true;
	return false;
}

/* The longest name of a required check that stands in the heading. */
static enum ch_status take_required(struct credential_column *one, const char *heading, struct db *db,
				    struct ch_arena *arena, struct import_findings *findings, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_REQUIREMENT_NAMES);
	const char *key = import_key(arena, heading), *longest = NULL;
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const char *name = stmt_copy(q, "name", arena);

		if (has_words(key, import_key(arena, name)) &&
		    (longest == NULL || strlen(name) > strlen(longest)))
			longest = name;
	}
	if (longest == NULL || strcmp(longest, one->called) == 0)
		return status;
	one->called = longest;
	import_notice_add(findings, IMPORT_TOPIC_MAPPING, _("\"%s\" is recorded as %s, which a programme requires"),
			  heading, longest);
	return status;
}

enum ch_status credential_columns_find(struct credential_columns *found, const struct import_columns *columns,
				       struct db *db, struct ch_arena *arena, struct import_findings *findings,
				       struct ch_error *err)
{
	const char *base;

	*found = (struct credential_columns){.list = ch_arena_array(arena, columns->count + 1, sizeof(*found->list))};
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		enum ch_credential_kind kind = kind_of(column);

		if (kind == CH_NO_CREDENTIAL_KIND)
			continue;
		import_credential_heading(columns->lexicon, column->heading, arena, &base);
		if (column->numbered && check_of_number(columns, column->heading, arena) != NULL)
			base = check_of_number(columns, column->heading, arena);
		struct credential_column *one =
			add(found, kind, i, column->ticked && *base != '\0' ? base : column->heading);
		if (kind == CH_CREDENTIAL_CHECK && db != NULL)
			TRY(take_required(one, column->heading, db, arena, findings, err));
	}
	for (size_t i = 0; i < columns->count; i++)
		for (size_t kind = 1; kind < KINDS; kind++)
			if (!import_column_is_credential(&columns->columns[i]) &&
			    (is(&columns->columns[i], fields[kind].level) ||
			     is(&columns->columns[i], fields[kind].body) ||
			     is(&columns->columns[i], fields[kind].awarded_on) ||
			     is(&columns->columns[i], fields[kind].expires_on)))
				add_beside(found, columns, i, (enum ch_credential_kind)kind, arena);
	for (size_t i = 0; db != NULL && i < found->count; i++)
		if (found->list[i].kind == CH_CREDENTIAL_CHECK && found->list[i].name == SIZE_MAX &&
		    found->list[i].called != NULL)
			TRY(take_required(&found->list[i], found->list[i].called, db, arena, findings, err));
	return CH_OK;
}
