/*
 * First what the headings say, then what somebody asked for, then what the
 * cells say, then one column for each field; each step only takes up what the
 * one before left open. Every column gets one line in the end.
 */
#include "core/import/column_meaning.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chiron/mapping.h"
#include "chiron/text.h"
#include "core/import/corrections.h"
#include "core/import/credential_column.h"
#include "core/import/custom_column.h"
#include "core/import/heading.h"
#include "core/import/import_kind.h"

/* Columns of yes and no, each for a role. */
static const struct {
	const char *field;
	enum ch_role role;
} flags[] = {
	{.field = "is_mentor", .role = CH_ROLE_MENTOR},
	{.field = "is_mentee", .role = CH_ROLE_MENTEE},
	{.field = "is_coach", .role = CH_ROLE_COACH},
	{.field = "is_coachee", .role = CH_ROLE_COACHEE},
};

static enum ch_role role_of(const char *field)
{
	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (strcmp(field, flags[i].field) == 0)
			return flags[i].role;
	return CH_NO_ROLE;
}

/* "van der" stands before the last name in a column of its own, a second surname after it. */
static enum import_part part_of(const char *field)
{
	if (strcmp(field, "last_name_before") == 0)
		return IMPORT_PART_BEFORE;
	if (strcmp(field, "name_last_first") == 0)
		return IMPORT_PART_LAST_FIRST;
	return strcmp(field, "last_name_after") == 0 ? IMPORT_PART_AFTER : IMPORT_PART_WHOLE;
}

void import_column_set_field(const struct import_lexicon *lexicon, struct import_column *column, const char *field)
{
	column->field = NULL;
	column->why = NULL;
	column->custom = NULL;
	column->beside = false;
	column->how = (struct import_how){.lexicon = lexicon};
	if (*field == '-') {
		column->why = field + 1;
		return;
	}
	column->how.role = role_of(field);
	column->how.part = part_of(field);
	column->field = column->how.role ? "roles" : column->how.part ? "last_name" : field;
	column->how.field = ch_field_named(import_kind_entity(lexicon->kind), column->field);
	if (column->how.field && column->how.field->flags & CH_FIELD_KEPT)
		column->how.field = NULL;
	if (!column->how.field) {
		column->how.field = import_kind_beside(lexicon->kind, column->field);
		column->beside = column->how.field != NULL;
	}
	if (strcmp(column->field, "roles") == 0) {
		struct ch_arena arena = CH_ARENA_EMPTY;

		column->how.coaching = strstr(import_key(&arena, column->heading), "coach") != NULL;
		ch_arena_release(&arena);
	}
}

/* Whether another column than this is the field by its own heading. */
static bool is_there(const struct import_columns *columns, const struct import_column *column, const char *field)
{
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *other = &columns->columns[i];

		if (other != column && other->field && strcmp(other->field, field) == 0 &&
		    other->certainty >= IMPORT_BY_PHRASE)
			return true;
	}
	return false;
}

/* What the neighbours make of a heading that means one thing or another by them. */
static void ask_neighbours(struct import_columns *columns, struct import_column *column)
{
	struct import_meaning meaning = import_lexicon_find(columns->lexicon, column->bare);

	for (size_t i = 0; i < LEXICON_BESIDE_MOST && meaning.beside[i].field; i++) {
		if (!is_there(columns, column, meaning.beside[i].neighbour) ||
		    is_there(columns, column, meaning.beside[i].field))
			continue;
		import_column_set_field(columns->lexicon, column, meaning.beside[i].field);
		return;
	}
}

/* What fits nothing becomes a field of the scheme's own, where that was asked for. */
static void make_unknown(struct import_columns *columns, const struct import_customs *customs, struct ch_arena *arena)
{
	for (size_t i = 0; customs && customs->make_unknown && i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		if (column->field || *column->heading == '\0' ||
		    (strcmp(column->why, "unknown") != 0 && strcmp(column->why, "own") != 0))
			continue;
		import_custom_coded(customs, column, "custom", columns->lexicon, arena);
		column->certainty = IMPORT_BY_ORDER;
	}
}

static bool has_heading(const struct import_columns *columns, const char *heading)
{
	for (size_t i = 0; i < columns->count; i++)
		if (strcmp(columns->columns[i].heading, heading) == 0)
			return true;
	return false;
}

/*
 * In what a scheme exported, headings are keys of fields: one that is none is of that scheme's own field, whatever the
 * word means elsewhere.
 */
static void leave_own_fields(struct import_columns *columns)
{
	if (!has_heading(columns, "scheme_id") || !has_heading(columns, "person_id"))
		return;
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		bool key = column->heading[strspn(column->heading, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';

		if (key && column->field && !column->custom &&
		    !import_kind_takes(columns->lexicon->kind, column->heading))
			import_column_set_field(columns->lexicon, column, "-own");
	}
}

void import_meanings_find(struct import_columns *columns, const struct import_customs *customs, struct ch_arena *arena)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		struct import_meaning meaning = import_lexicon_find(columns->lexicon, column->bare);

		column->certainty = meaning.certainty;
		import_column_set_field(columns->lexicon, column, meaning.field ? meaning.field : "-unknown");
		if (import_custom_headed(customs, column, columns->lexicon, arena))
			column->certainty = IMPORT_BY_NAME;
		if (!column->field && i > 0 && corrections_heading(column->heading))
			column->why = "correction";
	}
	if (columns->lexicon->kind == import_kind_of(CH_IMPORT_PEOPLE))
		leave_own_fields(columns);
	for (size_t i = 0; i < columns->count; i++)
		if (!columns->columns[i].custom)
			ask_neighbours(columns, &columns->columns[i]);
	import_columns_take_addresses(columns);
	make_unknown(columns, customs, arena);
}

/* ---- What somebody asked for -------------------------------------------- */

struct import_column *import_column_headed(const struct import_columns *columns, const char *heading)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct import_column *found = NULL;
	const char *key = import_key(&arena, heading);
	char *end = NULL;

	for (size_t i = 0; !found && *key != '\0' && i < columns->count; i++)
		if (strcmp(import_key(&arena, columns->columns[i].heading), key) == 0)
			found = &columns->columns[i];
	if (!found && *heading == '#') {
		unsigned long number = strtoul(heading + 1, &end, 10);

		if (*end == '\0' && number >= 1 && number <= columns->count)
			found = &columns->columns[number - 1];
	}
	ch_arena_release(&arena);
	return found;
}

/* R16: no field takes a rating, but one of the scheme's own of that name, for which somebody gave a reason. */
static enum ch_status refuse_rating(const struct import_columns *columns, const struct import_customs *customs,
				    const struct import_column *column, struct ch_error *err)
{
	bool kept = customs && (custom_field_called(&customs->people, column->heading) ||
				custom_field_called(&customs->enrolments, column->heading));

	if (kept || !import_is_rating(columns->lexicon, column->heading))
		return CH_OK;
	ch_fail_rule(err, "R16", _("the column \"%s\" looks like a rating of performance, which no field keeps"),
		     column->heading);
	return ch_error_fix(err, _("leave it out. If it must be kept: `chiron field add` with a reason, then import"));
}

/* The name that screens and lists have for a field, and whatever its columns are called. */
static bool set_field_called(const struct import_columns *columns, struct import_column *column, const char *name)
{
	struct import_meaning meaning = import_lexicon_find(columns->lexicon, name);

	if (meaning.certainty != IMPORT_BY_NAME || *meaning.field == '-')
		return false;
	import_column_set_field(columns->lexicon, column, meaning.field);
	return true;
}

static enum ch_status apply_map(struct import_columns *columns, const struct import_customs *customs, const char *map,
				enum import_certainty certainty, struct ch_arena *arena, struct ch_error *err)
{
	const struct import_kind *kind = columns->lexicon->kind;
	const char *equals = strrchr(map, '=');

	if (!equals || equals == map) {
		ch_fail(err, CH_USAGE, _("\"%s\" is no mapping"), map);
		return ch_error_fix(err, "%s", _("write it as 'Heading=field', as 'Work address=email'"));
	}
	const char *heading = ch_arena_copy_bytes(arena, map, (size_t)(equals - map));
	struct import_column *column = import_column_headed(columns, heading);
	const char *field = equals + 1;

	if (!column)
		return ch_fail(err, CH_USAGE, _("No column is headed \"%s\" in row %lld"), heading,
			       (long long)columns->heading_row);
	if (*field != '\0' && refuse_rating(columns, customs, column, err) != CH_OK)
		return err->status;
	if (*field == '\0') {
		import_column_set_field(columns->lexicon, column, "-asked");
	} else if (import_kind_takes(kind, field)) {
		import_column_set_field(columns->lexicon, column, ch_arena_copy(arena, field));
	} else if (!(certainty == IMPORT_BY_MEMORY ? import_custom_remembered : import_custom_coded)(
			   customs, column, field, columns->lexicon, arena) &&
		   !set_field_called(columns, column, field)) {
		ch_fail(err, CH_USAGE, _("\"%s\" is no field of a %s"), field, _(kind->noun));
		if (customs != NULL && strchr(heading, '\'') == NULL)
			return ch_error_fix(err,
					    _("`chiron export %s` shows the fields in its first row, your own among "
					      "them; '%s=custom' makes it a new one of your own"),
					    import_kind_code(kind), heading);
		return ch_error_fix(err, _("`chiron export %s` shows the fields in its first row"),
				    import_kind_code(kind));
	}
	column->certainty = certainty;
	return CH_OK;
}

/* A field that there is no more is passed over: the heading then means what it says. */
void import_memory_apply(struct import_columns *columns, const struct import_customs *customs, struct ch_arena *arena,
			 struct import_findings *findings)
{
	const struct ch_mapping *remembered = columns->remembered;
	struct ch_error gone = CH_NO_ERROR;

	if (!remembered)
		return;
	for (const char *line = remembered->columns ? remembered->columns : ""; *line != '\0';) {
		size_t length = strcspn(line, "\n");

		apply_map(columns, customs, ch_arena_copy_bytes(arena, line, length), IMPORT_BY_MEMORY, arena, &gone);
		line += length + (line[length] == '\n');
	}
	import_notice_add(findings, IMPORT_TOPIC_MEMORY,
			  _("These headings are known since %.10s: what was said of them then is remembered "
			    "(no. %lld)"),
			  remembered->remembered_at, (long long)remembered->mapping_id);
}

const char *import_column_code(const struct import_column *column)
{
	static const char *const parts[] = {[IMPORT_PART_BEFORE] = "last_name_before",
					    [IMPORT_PART_AFTER] = "last_name_after",
					    [IMPORT_PART_LAST_FIRST] = "name_last_first"};

	if (column->custom)
		return column->custom->code;
	for (size_t i = 0; column->how.role && i < sizeof(flags) / sizeof(*flags); i++)
		if (flags[i].role == column->how.role)
			return flags[i].field;
	if (column->how.part)
		return parts[column->how.part];
	return column->field ? column->field : "";
}

enum ch_status import_maps_apply(struct import_columns *columns, const struct import_columns_options *options,
				 struct ch_arena *arena, struct ch_error *err)
{
	for (size_t i = 0; i < options->map_count; i++) {
		enum ch_status status =
			apply_map(columns, options->customs, options->maps[i], IMPORT_BY_ORDER, arena, err);

		if (status)
			return status;
	}
	return CH_OK;
}

bool import_column_is_unknown(const struct import_column *column)
{
	return !column->field && !column->custom && *column->heading != '\0' && strcmp(column->why, "unknown") == 0;
}

/* ---- What the cells tell ------------------------------------------------- */

/* "Tuesday evenings" under "Availability" are none of the choices that it has, but say when: no first cell is one. */
static bool is_no_choice(const struct import_column *column)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool known = column->how.field == NULL || column->how.field->type != CH_TYPE_CHOICE ||
		column->samples[0] == NULL;

	for (size_t i = 0; !known && i < IMPORT_SAMPLES && column->samples[i] != NULL; i++) {
		struct import_value value = import_value_read(&column->how, column->samples[i], &arena);

		known = value.text != NULL || value.reason == IMPORT_NO_REASON;
	}
	ch_arena_release(&arena);
	return !known;
}

static void ask_cells(struct import_columns *columns, const struct import_cells *cells)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		struct import_meaning meaning = import_lexicon_find(columns->lexicon, column->bare);

		bool empty_grades =
			cells[i].filled == 0 && meaning.other != NULL && strcmp(meaning.other, "-words") == 0;

		if (!column->custom && column->certainty == IMPORT_BY_CELLS && !empty_grades &&
		    !import_cells_pass(&cells[i], meaning.test)) {
			bool says_when = meaning.other != NULL && strcmp(meaning.other, "availability") == 0;

			import_column_set_field(columns->lexicon, column, meaning.other);
			if (is_no_choice(column))
				import_column_set_field(columns->lexicon, column,
							says_when ? "meeting_times" : "-unknown");
		}
	}
}

/* Of two columns of addresses one may hold none: a form writes "anonymous" into its own. */
static void drop_empty_emails(struct import_columns *columns, const struct import_cells *cells)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		for (size_t j = 0; column->field && j < columns->count; j++)
			if (cells[i].emails == 0 && cells[j].emails > 0 && strcmp(column->field, "email") == 0 &&
			    columns->columns[j].field && strcmp(columns->columns[j].field, "email") == 0 &&
			    column->certainty < IMPORT_BY_MEMORY)
				import_column_set_field(columns->lexicon, column, "-taken");
	}
}

static bool is_blank(const struct import_column *column)
{
	return column->samples[0] == NULL;
}

/* When a form was begun is not when somebody can start, though both may be headed "Start date". */
static void drop_time_stamps(struct import_columns *columns, const struct import_cells *cells)
{
	bool is_form = false;

	for (size_t i = 0; i < columns->count; i++)
		is_form = is_form || (columns->columns[i].why && strcmp(columns->columns[i].why, "form") == 0);
	for (size_t i = 0; i < columns->count; i++)
		if (is_form && columns->columns[i].field && strcmp(columns->columns[i].field, "start_date") == 0 &&
		    columns->columns[i].certainty < IMPORT_BY_MEMORY && 2 * cells[i].times > cells[i].day_looks)
			import_column_set_field(columns->lexicon, &columns->columns[i], "-form");
}

/* A form that is answered without signing in leaves its own "Name" empty, and asks for it in a question. */
static void drop_blank(struct import_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		for (size_t j = 0; column->field && j < columns->count; j++) {
			const struct import_column *other = &columns->columns[j];

			if (is_blank(column) && !is_blank(other) && other->field &&
			    strcmp(column->field, other->field) == 0 && column->how.part == other->how.part &&
			    column->how.role == other->how.role && column->certainty < IMPORT_BY_MEMORY)
				import_column_set_field(columns->lexicon, column, "-taken");
		}
	}
}

/* Whether several columns of the field lose nothing: column.h. */
static bool may_repeat(const struct import_column *column)
{
	const struct ch_field *field = column->how.field;

	bool is_new = column->custom && column->custom->field->custom_field_id == 0;

	if (column->field && strcmp(column->field, "session_date") == 0)
		return column->certainty == IMPORT_BY_CELLS;
	if (column->field && strcmp(column->field, "learner") == 0)
		return column->how.lexicon->kind == import_kind_of(CH_IMPORT_PAIRINGS);
	return is_new || column->how.role || import_column_is_of_credential(column) ||
	       column->how.part == IMPORT_PART_BEFORE ||
	       column->how.part == IMPORT_PART_AFTER ||
	       (field && (field->type == CH_TYPE_LIST || field->type == CH_TYPE_LINES || field->type == CH_TYPE_PHONE));
}

size_t import_heading_unnumbered(const char *heading)
{
	size_t length = strlen(heading);

	while (length > 0 && strchr("0123456789 #", heading[length - 1]) != NULL)
		length--;
	return length;
}

/* "Role 2" adds to "Role". */
static bool adds_up(const struct import_column *a, const struct import_column *b)
{
	size_t length = import_heading_unnumbered(a->heading);

	return a->how.field && a->how.field->type == CH_TYPE_CHOICES &&
	       length == import_heading_unnumbered(b->heading) && strcasecmp(a->heading, b->heading) != 0 &&
	       strncasecmp(a->heading, b->heading, length) == 0;
}

/* Leaves one column for each field: the surest, of equally sure ones the first. */
static void settle_repeats(struct import_columns *columns)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *a = &columns->columns[i];

		for (size_t j = i + 1; a->field && j < columns->count; j++) {
			struct import_column *b = &columns->columns[j];

			if (!b->field || strcmp(a->field, b->field) != 0 || (may_repeat(a) && may_repeat(b)) ||
			    adds_up(a, b) || a->how.part != b->how.part)
				continue;
			import_column_set_field(columns->lexicon, b->certainty > a->certainty ? a : b, "-taken");
		}
	}
}

/* ---- Dates ---------------------------------------------------------------- */

/* Whether the names are written "Lee, Ann": what the heading says, and the cells prove or disprove. */
static void settle_names(struct import_columns *columns, const struct import_cells *cells)
{
	bool parts = false;

	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		const char *field = column->field;

		parts = parts || (field && column->how.part != IMPORT_PART_LAST_FIRST &&
				  (strcmp(field, "first_name") == 0 || strcmp(field, "last_name") == 0));
	}
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];
		bool whole = column->field && strcmp(column->field, "name") == 0;

		if (column->certainty >= IMPORT_BY_MEMORY || columns->lexicon->kind != import_kind_of(CH_IMPORT_PEOPLE))
			continue;
		if (column->how.part == IMPORT_PART_LAST_FIRST && cells[i].last_first == 0)
			import_column_set_field(columns->lexicon, column, "name");
		if (!whole || parts || !import_cells_are_last_first(&cells[i]))
			continue;
		import_column_set_field(columns->lexicon, column, "name_last_first");
		column->certainty = IMPORT_BY_CELLS;
	}
}

/* Whether numbers without a unit are hours: the heading says so, or a cell proves it. */
static void settle_hours(struct import_column *column, const struct import_cells *cells,
			 struct import_findings *findings)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool hours = false, minutes = false;
	char *rest = NULL;

	for (char *word = strtok_r(import_key(&arena, column->heading), " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest)) {
		hours = hours || import_word_is(column->how.lexicon, "hour", word);
		minutes = minutes || import_word_is(column->how.lexicon, "minute", word);
	}
	ch_arena_release(&arena);
	bool few = !minutes && cells->bare > 0 && cells->longest <= IMPORT_FEW_HOURS;

	column->how.hours = (hours && !minutes) || cells->decimal != NULL || few;
	if (few && !hours && cells->decimal == NULL)
		import_notice_add(findings, IMPORT_TOPIC_MAPPING,
				  _("Numbers without a unit in \"%s\" are hours, since none is above %d"),
				  column->heading, IMPORT_FEW_HOURS);
	if (column->how.hours && cells->decimal != NULL)
		import_notice_add(findings, IMPORT_TOPIC_MAPPING,
				  _("Small numbers without a unit in \"%s\" are hours, as in %s"), column->heading,
				  cells->decimal);
}

static void settle_bands(struct import_column *column, struct import_findings *findings)
{
	column->how.bands = true;
	import_notice_add(findings, IMPORT_TOPIC_ROWS,
			  _("In \"%s\" the bands 8a, 8b, 8c, 8d and 9 are the grades 8, 9, 10, 11 and 12, each above "
			    "the one before" CH_WAY
			    "; --map 'HEADING=custom' keeps the words instead, as a field of your own" CH_KEY
			    "; " KEY_(OPEN) " on the column keeps the words instead, as a field of your own"),
			  column->heading);
}

const char *import_columns_heading(const struct import_columns *columns, const char *field)
{
	for (size_t i = 0; field != NULL && i < columns->count; i++)
		if (columns->columns[i].field != NULL && strcmp(columns->columns[i].field, field) == 0)
			return columns->columns[i].heading;
	return NULL;
}

const char *import_row_name(const struct import_columns *columns, const struct import_row *row, struct ch_arena *arena)
{
	static const char *const parts[] = {"name", "first_name", "last_name", "guide", "learner"};
	struct ch_buffer name = CH_BUFFER_EMPTY;

	for (size_t part = 0; part < sizeof(parts) / sizeof(*parts) && (part != 1 || name.length == 0); part++)
		for (size_t i = 0; i < columns->count; i++)
			if (columns->columns[i].field != NULL && strcmp(columns->columns[i].field, parts[part]) == 0 &&
			    !import_cell_is_blank(row->cells[i]) && strlen(row->cells[i]) < IMPORT_CELL_SHOWN)
				ch_buffer_printf(&name, "%s%s", name.length == 0 ? "" : part > 2 ? " - " : " ",
						 row->cells[i]);
	const char *whole = name.length > 0 ? ch_text_tidy(arena, name.text) : NULL;

	ch_buffer_release(&name);
	return whole;
}

/* ---- All of it ------------------------------------------------------------ */

/* Whether a word of the column is one for a state: then what is none may be anything but that the session was held. */
static bool tells_states(const struct import_column *column, const struct import_cells *cells)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	bool tells = false;

	for (size_t i = 0; strcmp(column->field, "state") == 0 && i < IMPORT_STATES_TOLD && cells->states[i]; i++)
		tells = tells || import_value_read(&column->how, cells->states[i], &arena).text != NULL;
	ch_arena_release(&arena);
	return tells;
}

/* What nothing says without the column, as that a training that is "booked" was given; NULL: it need not be there. */
static const char *needed_for(const struct import_columns *columns, const struct import_column *column,
			      const struct import_cells *cells)
{
	if (column->field == NULL)
		return NULL;
	if (columns->lexicon->kind == import_kind_of(CH_IMPORT_CREDENTIALS) && strcmp(column->field, "awarded_on") == 0)
		return N_("nothing says when it was given");
	if (columns->lexicon->kind == import_kind_of(CH_IMPORT_SESSIONS) &&
	    strcmp(column->field, "session_date") == 0 && column->certainty != IMPORT_BY_CELLS)
		return N_("nothing says on which day the two met");
	if (columns->lexicon->kind == import_kind_of(CH_IMPORT_SESSIONS) && tells_states(column, cells))
		return N_("nothing says whether the two met");
	return NULL;
}

void import_meanings_settle(struct import_columns *columns, const struct import_cells *cells,
			    const struct import_columns_options *options, struct import_findings *findings)
{
	ask_cells(columns, cells);
	drop_empty_emails(columns, cells);
	drop_time_stamps(columns, cells);
	drop_blank(columns);
	import_columns_take(columns, cells);
	import_credentials_settle(columns, cells, findings->arena);
	settle_repeats(columns);
	settle_names(columns, cells);
	import_meanings_tell(columns, cells, findings);
	for (size_t i = 0; i < columns->count; i++) {
		struct import_column *column = &columns->columns[i];

		column->names_person = import_kind_is_naming(columns->lexicon->kind, column->field);
		column->how.needed = needed_for(columns, column, &cells[i]);
		column->how.domains = cells[i].domains;
		column->how.zeros = cells[i].zeros > 0;
		column->how.serial_shift = columns->source->serial_shift;
		if ((column->how.field && column->how.field->type == CH_TYPE_DATE) || column->ticked)
			import_days_settle(columns, column, &cells[i], options, findings);
		if (column->how.field && column->how.field->type == CH_TYPE_MINUTES)
			settle_hours(column, &cells[i], findings);
		if (column->field && strcmp(column->field, "grade") == 0 && cells[i].bands > 0)
			settle_bands(column, findings);
	}
}
