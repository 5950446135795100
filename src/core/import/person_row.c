#include "core/import/person_row.h"

#include <stdlib.h>
#include <string.h>

#include "chiron/text.h"
#include "core/export/csv_write.h"
#include "core/import/column_cells.h"
#include "core/import/custom_column.h"

/* The first column that is the field. */
static size_t column_of(const struct import_columns *columns, const char *field)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->columns[i].field != NULL && strcmp(columns->columns[i].field, field) == 0)
			return i;
	return PERSON_NO_COLUMN;
}

/* Of each column that gives a text of a person: the bit that says that its field has let it in. */
static uint64_t *checks_of(const struct import_columns *columns)
{
	uint64_t *checks = calloc(columns->count, sizeof *checks);

	if (checks == NULL)
		ch_abort("out of memory");
	for (size_t i = 0; i < columns->count; i++) {
		const struct import_column *column = &columns->columns[i];
		bool own = column->how.field != NULL && !column->beside && column->custom == NULL;
		size_t place = own ? (size_t)(column->how.field - ch_entity_of(CH_PERSON)->fields) : 64;

		if (place < 64 && ch_type_holds_text(column->how.field->type))
			checks[i] = UINT64_C(1) << place;
	}
	return checks;
}

void person_reader_begin(struct person_reader *reader, const struct import_columns *columns, const char *scheme_id)
{
	*reader = (struct person_reader){.columns = columns,
					 .scheme_id = scheme_id,
					 .role = CH_NO_ROLE,
					 .packed = CH_BUFFER_EMPTY,
					 .number = column_of(columns, "person_id"),
					 .number_scheme = column_of(columns, "scheme_id"),
					 .own_key = column_of(columns, "own_key"),
					 .ready_aim = column_of(columns, "ready_aim"),
					 .ready_time = column_of(columns, "ready_time"),
					 .manager_name = column_of(columns, "manager_name"),
					 .manager_email = column_of(columns, "manager_email"),
					 .cohort = column_of(columns, "cohort"),
					 .programme = column_of(columns, "programme"),
					 .areas = column_of(columns, "areas"), .email = column_of(columns, "email"),
					 .applied_on = column_of(columns, "programme_applied_on"),
					 .places = column_of(columns, "programme_capacity")};
	ch_record_clear(ch_entity_of(CH_PERSON), &reader->nothing);
	reader->checks = checks_of(columns);
	reader->memos = calloc(columns->count, sizeof *reader->memos);
	if (reader->memos == NULL)
		ch_abort("out of memory");
}

void person_reader_end(struct person_reader *reader)
{
	for (size_t i = 0; reader->memos != NULL && i < reader->columns->count; i++)
		cell_memo_release(&reader->memos[i]);
	free(reader->memos);
	reader->memos = NULL;
	free(reader->checks);
	reader->checks = NULL;
	ch_buffer_release(&reader->packed);
}

/* The cell of the column, tidied; NULL where it is blank or there is no such column. */
static const char *cell_of(const struct import_row *row, size_t column, struct ch_arena *arena)
{
	return column == PERSON_NO_COLUMN ? NULL : ch_text_tidy(arena, csv_unguard(row->cells[column]));
}

bool person_field_adds(const struct ch_field *field)
{
	return field->type == CH_TYPE_LIST || field->type == CH_TYPE_CHOICES || field->type == CH_TYPE_LINES;
}

/* Whether the lines stand among the others, next to each other. */
static bool has_lines(const char *text, const char *lines)
{
	size_t length = strlen(lines);

	for (const char *at = strstr(text, lines); at != NULL; at = strstr(at + 1, lines))
		if ((at == text || at[-1] == '\n') && (at[length] == '\n' || at[length] == '\0'))
			return true;
	return false;
}

const char *person_field_joined(const struct ch_field *field, const char *before, const char *value,
				struct ch_arena *arena)
{
	if (before == NULL)
		return value;
	switch (field->type) {
	case CH_TYPE_LIST:
	case CH_TYPE_CHOICES: {
		struct ch_terms terms = ch_terms_split(arena, ch_arena_printf(arena, "%s; %s", before, value));
		return ch_terms_join(arena, terms.terms, terms.count);
	}
	case CH_TYPE_LINES:
		return has_lines(before, value) ? before : ch_arena_printf(arena, "%s\n%s", before, value);
	default:
		return before;
	}
}

/* Puts the parts of the last name together that stand in columns of their own. */
static void join_last_name(const char *const *parts, struct person_row *out, struct ch_arena *arena)
{
	struct ch_person *given = &out->given;

	if (parts[IMPORT_PART_BEFORE] == NULL && parts[IMPORT_PART_AFTER] == NULL)
		return;
	out->checked = 0;
	given->last_name = ch_text_tidy(
		arena, ch_arena_printf(arena, "%s %s %s", parts[IMPORT_PART_BEFORE] ? parts[IMPORT_PART_BEFORE] : "",
				       given->last_name ? given->last_name : "",
				       parts[IMPORT_PART_AFTER] ? parts[IMPORT_PART_AFTER] : ""));
}

#define HONOUR_LEAST 3 /* capitals, of one that nobody listed; two may be initials */

/* "OBE", "PhD": an honour, written with more than one capital, as no name is: "Yo-Yo Ma" is none. */
static bool is_honour(const struct import_lexicon *lexicon, const char *word)
{
	size_t capitals = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), more = 0;

	if (word[capitals] == '\0' && capitals >= HONOUR_LEAST)
		return true;
	for (const char *at = word; *at != '\0'; at++)
		more += *at >= 'A' && *at <= 'Z';
	return more > 1 && import_word_is(lexicon, "honour", word);
}

/*
 * "Prof. Elaine OBE FRSE" behind the comma: the first name is Elaine, and the whole name has the title before it and
 * the honours at its end. Written in capitals alone, names and honours look the same, and nothing is moved.
 */
static void move_honours(const struct import_lexicon *lexicon, struct ch_person *given, struct ch_arena *arena)
{
	const char *last = given->last_name;
	char *name = ch_arena_copy(arena, given->first_name), *titles = name, *honours = name + strlen(name);
	bool small = false;

	for (const char *at = name; *at != '\0'; at++)
		small = small || (*at >= 'a' && *at <= 'z');
	for (char *blank = strchr(name, ' '); blank != NULL; blank = strchr(name, ' ')) {
		if (!import_word_is(lexicon, "honorific",
				    ch_arena_copy_bytes(arena, name, (size_t)(blank - name))))
			break;
		name = blank + 1;
	}
	for (char *blank = strrchr(name, ' '); small && blank != NULL && is_honour(lexicon, blank + 1);
	     blank = strrchr(name, ' ')) {
		*blank = '\0';
		honours = blank + 1;
	}
	if (name == titles && *honours == '\0')
		return;
	if (name > titles)
		name[-1] = '\0';
	const char *rest = given->first_name + (honours - titles);

	given->first_name = name;
	given->name = ch_text_tidy(arena, ch_arena_printf(arena, "%s %s %s %s", name > titles ? titles : "", name,
							  last, rest));
}

/* "Lee, Ann" is Ann Lee; what has no comma is a name as it stands. */
static void split_name(const struct import_lexicon *lexicon, const char *name, struct ch_person *given,
		       struct ch_arena *arena)
{
	const char *comma = name ? strchr(name, ',') : NULL;

	if (name == NULL || given->first_name != NULL || given->last_name != NULL || given->name != NULL)
		return;
	if (comma == NULL || strchr(comma + 1, ',') != NULL) {
		given->name = name;
		return;
	}
	given->last_name = ch_text_tidy(arena, ch_arena_copy_bytes(arena, name, (size_t)(comma - name)));
	given->first_name = ch_text_tidy(arena, comma + 1);
	if (given->first_name != NULL && given->last_name != NULL)
		move_honours(lexicon, given, arena);
}

static const char *any_name(const struct ch_person *person, struct ch_arena *arena)
{
	if (person->name != NULL)
		return person->name;
	return ch_text_tidy(arena, ch_arena_printf(arena, "%s %s", person->first_name ? person->first_name : "",
						   person->last_name ? person->last_name : ""));
}

/*
 * The one "Baker, Frank" of a column of names as they are spoken is turned, too, and that is said; not where somebody
 * said that the column holds names as they stand.
 */
static void turn_name(const struct import_columns *columns, struct person_row *out, struct ch_arena *arena,
		      struct import_findings *findings)
{
	struct ch_person *given = &out->given;
	const char *name = given->name;
	bool short_last = false;

	if (name == NULL || strchr(name, ',') == NULL || given->first_name != NULL || given->last_name != NULL)
		return;
	size_t column = column_of(columns, "name");
	if (column == PERSON_NO_COLUMN || columns->columns[column].certainty >= IMPORT_BY_MEMORY ||
	    !import_name_is_last_first(columns->lexicon, name, &short_last) || !short_last)
		return;
	given->name = NULL;
	split_name(columns->lexicon, name, given, arena);
	struct import_issue issue = {.row = out->row,
				     .line = out->line,
				     .column = columns->columns[column].heading,
				     .field = "name",
				     .value = name,
				     .reason = IMPORT_NAME_TURNED,
				     .message = ch_arena_printf(arena, _("is read as %s, last name first"),
								any_name(given, arena)),
				     .is_cell = true};
	import_issue_add(findings, &issue);
}

static void settle_name(const struct import_columns *columns, const char *last_first, struct person_row *out,
			struct ch_arena *arena, struct import_findings *findings)
{
	split_name(columns->lexicon, last_first, &out->given, arena);
	turn_name(columns, out, arena, findings);
}

static void reject(struct person_row *out, struct import_findings *findings, enum import_reason reason,
		   const char *message, const char *fix)
{
	struct import_issue issue = {.row = out->row,
				     .line = out->line,
				     .reason = reason,
				     .rejected = true,
				     .message = message,
				     .fix = fix};

	out->rejected = true;
	import_issue_add(findings, &issue);
}

static void reject_unnamed(const struct person_reader *reader, struct person_row *out,
			   struct import_findings *findings)
{
	static const char *const names[] = {"name", "first_name", "last_name"};
	bool column = false;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		column = column || column_of(reader->columns, names[i]) != PERSON_NO_COLUMN;
	if (column)
		reject(out, findings, IMPORT_NO_NAME, _("has no name in it"),
		       _("give the person's name, or take the row out"));
	else
		reject(out, findings, IMPORT_NO_NAME, _("has no name, since no column is known to hold names"),
		       _("say which one does: " CH_WAY "--map 'HEADING=name'" CH_KEY KEY_(OPEN) " on it"));
}

static bool is_line(enum ch_type type)
{
	return type == CH_TYPE_TEXT || type == CH_TYPE_EMAIL || type == CH_TYPE_PHONE;
}

static enum ch_status set_value(const struct ch_field *field, const char *text, struct ch_person *given,
				struct ch_arena *arena, struct ch_error *err)
{
	const char *before = ch_field_text(field, given, arena);

	/* What was read is a text as the field has it. */
	if (before == NULL && is_line(field->type))
		return field_take(field, given, text, err);
	return ch_field_set(field, given, person_field_joined(field, before, text, arena), CH_NO_DATE, arena, err);
}

/* What the field refuses stays out, and is told; the refusal is over with that. */
static void tell_refused(struct person_reader *reader, const char *heading, const char *field, const char *text,
			 const struct import_row *row, struct import_findings *findings)
{
	struct ch_error *err = &reader->refusal;
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = heading,
				     .field = field,
				     .value = text,
				     .reason = IMPORT_NOT_STORED,
				     .message = err->message,
				     .fix = err->fix[0] != '\0' ? err->fix : _("it was left out; correct the cell")};

	import_issue_add(findings, &issue);
	*err = CH_NO_ERROR;
}

static void set_field(struct person_reader *reader, size_t of, const char *text, const struct import_row *row,
		      struct ch_arena *arena, struct import_findings *findings, struct person_row *out)
{
	const struct import_column *column = &reader->columns->columns[of];

	if (set_value(column->how.field, text, &out->given, arena, &reader->refusal) == CH_OK)
		out->checked |= reader->checks[of];
	else
		tell_refused(reader, column->heading, column->how.field->key, text, row, findings);
}

/*
 * A person without e-mail is known again by their list's own key, else by name and phone, else name and where they
 * are.
 */
static const char *fingerprint(const struct person_reader *reader, const struct import_row *row,
			       const struct ch_person *person, const char *name, struct ch_arena *arena)
{
	const char *own_key = cell_of(row, reader->own_key, arena);

	if (own_key != NULL)
		return ch_arena_printf(arena, "key:%s", ch_text_fold(arena, own_key));
	if (person->phone != NULL)
		return ch_arena_printf(arena, "phone:%s|%s", ch_text_fold(arena, name),
				       import_phone_digits(person->phone, arena));
	return ch_arena_printf(arena, "place:%s|%s|%s", ch_text_fold(arena, name),
			       person->organisation == NULL ? "" : ch_text_fold(arena, person->organisation),
			       person->location == NULL ? "" : ch_text_fold(arena, person->location));
}

const char *person_row_name(const struct person_row *row, struct ch_arena *arena)
{
	return any_name(&row->given, arena);
}

static void read_numbers(const struct person_reader *reader, const struct import_row *row, struct ch_arena *arena,
			 struct person_row *out)
{
	const char *of_scheme = cell_of(row, reader->number_scheme, arena);
	const char *number = cell_of(row, reader->number, arena);

	out->is_new = row->person_is_new;
	out->is_said = row->person_id != 0;
	out->of_row = row->person_of_row;
	if (row->person_id != 0)
		out->person_id = row->person_id;
	else if (of_scheme != NULL && number != NULL && strcmp(of_scheme, reader->scheme_id) == 0)
		out->person_id = strtoll(number, NULL, 10);
}

static const char *given_cell(const struct person_reader *reader, const struct import_row *row, size_t column,
			      struct ch_arena *arena)
{
	const char *cell = cell_of(row, column, arena);

	return cell == NULL || import_word_is(reader->columns->lexicon, "not_given", cell) ? NULL : cell;
}

/* A question of the form that is answered by yes or no; blank is not answered. */
static int read_answer(const struct person_reader *reader, const struct import_row *row, size_t column,
		       struct ch_arena *arena, struct import_findings *findings)
{
	const struct import_lexicon *lexicon = reader->columns->lexicon;
	const char *cell = cell_of(row, column, arena);
	enum ch_yes yes = cell == NULL ? CH_UNSAID : import_yes(lexicon, cell);

	if (cell == NULL || yes != CH_UNSAID || import_word_is(lexicon, "not_given", cell))
		return (int)yes;
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = reader->columns->columns[column].field,
				     .value = cell,
				     .reason = IMPORT_BAD_YES_NO,
				     .message = _("is neither yes nor no, so the question counts as not answered"),
				     .fix = _("Enter yes or no")};
	import_issue_add(findings, &issue);
	return CH_UNSAID;
}

/* Among names of managers an address may stand: it is taken as one. */
static void read_manager_name(const struct person_reader *reader, const struct import_row *row, struct ch_arena *arena,
			      struct person_row *out)
{
	const char *cell = cell_of(row, reader->manager_name, arena);

	if (cell == NULL || import_word_is(reader->columns->lexicon, "not_given", cell))
		return;
	if (strchr(cell, '@') == NULL)
		out->manager_name = cell;
	else
		out->given.manager_email = import_email(cell, arena).text;
}

/* In the column of managers' addresses a name may stand, two words or more: it is as good, and no bad address. */
static bool takes_manager_name(const struct person_reader *reader, const struct import_row *row, size_t column,
			       struct ch_arena *arena, struct person_row *out)
{
	const struct import_lexicon *lexicon = reader->columns->lexicon;
	const char *cell = row->cells[column];

	if (column != reader->manager_email || *cell == '\0' || strpbrk(cell, "@0123456789") != NULL)
		return false;
	cell = cell_of(row, column, arena);
	if (cell == NULL || strchr(cell, ' ') == NULL || import_word_is(lexicon, "not_given", cell) ||
	    import_name(cell, arena).reason != IMPORT_NO_REASON)
		return false;
	if (out->manager_name == NULL)
		out->manager_name = cell;
	return true;
}

/* What a column says of an enrolment; NULL where there is none, or it says nothing. */
static const char *value_in(const struct person_reader *reader, const struct import_row *row, size_t column,
			    struct ch_arena *arena, struct import_findings *findings)
{
	if (column == PERSON_NO_COLUMN || row->cells[column][0] == '\0')
		return NULL;
	return import_columns_value(reader->columns, row, column, arena, findings).text;
}

/* Reads the cell of a column into the field that it is, or into its part of it. */
static void read_cell(struct person_reader *reader, const struct import_row *row, size_t column, const char **parts,
		      struct ch_arena *arena, struct import_findings *findings, struct person_row *out)
{
	const struct import_columns *columns = reader->columns;
	struct cell_memo *memo = &reader->memos[column];
	const struct import_column *c = &columns->columns[column];
	const struct ch_field *field = c->how.field;
	bool whole = c->how.part == IMPORT_PART_WHOLE && !row->unvalued[column] && !ch_field_known(field, &out->given);
	struct field_value known;

	if (row->cells[column][0] == '\0' && !row->unvalued[column])
		return;
	if (whole && cell_memo_find(memo, row->cells[column], &known)) {
		field_write(field, &out->given, known);
		out->checked |= reader->checks[column];
		return;
	}
	size_t issues = findings->issue_count;
	struct import_value value = import_columns_value(columns, row, column, arena, findings);

	out->rejected |= value.rejected;
	if (value.text != NULL && c->how.part != IMPORT_PART_WHOLE)
		parts[c->how.part] = value.text;
	else if (value.text != NULL)
		set_field(reader, column, value.text, row, arena, findings, out);
	if (whole && issues == findings->issue_count)
		cell_memo_keep(memo, row->cells[column], field_read(field, &out->given));
}

static void read_custom(const struct import_columns *columns, const struct import_row *row, size_t column,
			struct ch_arena *arena, struct import_findings *findings, struct person_row *out)
{
	bool of_enrolment = columns->columns[column].custom->field->belongs_to == CH_CUSTOM_OF_ENROLMENT;
	const char **values = of_enrolment ? &out->enrolment_values : &out->given.custom_values;

	*values = import_custom_value(columns, row, column, *values, arena, findings);
}

/*
 * In a list without a column of addresses one may stand behind the name, "Ann Lee <ann@example.org>", as a mail program
 * writes it; it is taken, and `apart` is the row without it. False: it stands nowhere.
 */
static bool take_address(const struct person_reader *reader, const struct import_row *row, size_t column,
			 struct import_row *apart, struct ch_arena *arena, struct person_row *out)
{
	const struct import_column *c = &reader->columns->columns[column];
	const char *cell = row->cells[column], *open = strchr(cell, '<');
	bool whole = c->field != NULL && (strcmp(c->field, "name") == 0 || c->how.part == IMPORT_PART_LAST_FIRST);

	if (!whole || open == NULL || open == cell || strchr(open, '@') == NULL)
		return false;
	struct import_value address = import_email(ch_arena_copy_bytes(arena, open + 1, strcspn(open, ">") - 1), arena);

	if (address.text == NULL || address.reason != IMPORT_NO_REASON)
		return false;
	out->given.email = address.text;
	*apart = *row;
	apart->cells = ch_arena_array(arena, reader->columns->count, sizeof(*apart->cells));
	memcpy(apart->cells, row->cells, reader->columns->count * sizeof(*apart->cells));
	apart->cells[column] = ch_arena_copy_bytes(arena, cell, (size_t)(open - cell));
	return true;
}

static void leave_manager_out(struct person_row *out, struct import_findings *findings)
{
	struct import_issue issue = {.row = out->row,
				     .line = out->line,
				     .field = "manager_email",
				     .value = out->given.manager_email,
				     .reason = IMPORT_OWN_MANAGER,
				     .message = _("is the person's own address: nobody is their own line manager"),
				     .fix = _("it was left out; give the manager's address")};

	out->given.manager_email = out->manager_key = NULL;
	import_issue_add(findings, &issue);
}

static void take_areas(struct person_reader *reader, const struct import_row *row, const char *cell, const char *field,
		       struct ch_arena *arena, struct import_findings *findings, struct person_row *out)
{
	const struct import_column *column = &reader->columns->columns[reader->areas];
	struct import_how how = column->how;

	how.field = ch_field_named(ch_entity_of(CH_PERSON), field);
	struct import_value value = import_value_read(&how, cell, arena);

	if (value.text != NULL && set_value(how.field, value.text, &out->given, arena, &reader->refusal) != CH_OK)
		tell_refused(reader, column->heading, field, value.text, row, findings);
}

/* One column for both sides: a guide's areas are offered, a learner's are sought. */
static void read_areas(struct person_reader *reader, const struct import_row *row, struct ch_arena *arena,
		       struct import_findings *findings, struct person_row *out)
{
	const int guides = 1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH;
	const int learners = 1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE;
	const char *cell = given_cell(reader, row, reader->areas, arena);

	if (cell == NULL)
		return;
	if (out->given.roles & guides)
		take_areas(reader, row, cell, "offers", arena, findings, out);
	if (out->given.roles & learners)
		take_areas(reader, row, cell, "seeks", arena, findings, out);
	if (out->given.roles & (guides | learners))
		return;
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = reader->columns->columns[reader->areas].heading,
				     .field = "areas",
				     .value = cell,
				     .reason = IMPORT_BAD_ROLE,
				     .message = _("is offered or sought, and the row gives no role that would say "
						  "which; it is left out"),
				     .fix = _("Give the role in a column of its own")};
	import_issue_add(findings, &issue);
}

void person_row_read(struct person_reader *reader, const struct import_row *row, struct ch_arena *arena,
		     struct import_findings *findings, struct person_row *out)
{
	const struct import_columns *columns = reader->columns;
	const char *parts[IMPORT_PART_LAST_FIRST + 1] = {NULL};
	struct import_row apart;

	*out = (struct person_row){.row = row->row, .line = row->line, .given = reader->nothing};
	read_numbers(reader, row, arena, out);
	if (reader->credentials.count > 0) {
		out->credentials = ch_arena_array(arena, reader->credentials.count, sizeof(*out->credentials));
		out->credential_count = credential_rows_read(&reader->credentials, columns, row, arena, findings,
							     out->credentials);
	}
	out->cohort = cell_of(row, reader->cohort, arena);
	out->programme = given_cell(reader, row, reader->programme, arena);
	read_manager_name(reader, row, arena, out);
	const char *places = value_in(reader, row, reader->places, arena, findings);
	const char *applied_on = value_in(reader, row, reader->applied_on, arena, findings);
	out->places = places != NULL ? strtoll(places, NULL, 10) : CH_UNKNOWN;
	out->applied_on = applied_on != NULL ? ch_date_from_iso(applied_on) : CH_NO_DATE;
	out->ready_aim = read_answer(reader, row, reader->ready_aim, arena, findings);
	out->ready_time = read_answer(reader, row, reader->ready_time, arena, findings);
	for (size_t i = 0; i < columns->count; i++) {
		const struct ch_field *field = columns->columns[i].how.field;

		if (columns->columns[i].custom != NULL) {
			read_custom(columns, row, i, arena, findings, out);
			continue;
		}
		if (columns->columns[i].beside || takes_manager_name(reader, row, i, arena, out))
			continue;
		/* A number that stands for a person means something only in the scheme that gave it. */
		if (field == NULL || (field->type == CH_TYPE_ID && out->person_id == 0))
			continue;
		if (reader->email != PERSON_NO_COLUMN || !take_address(reader, row, i, &apart, arena, out))
			read_cell(reader, row, i, parts, arena, findings, out);
		else
			read_cell(reader, &apart, i, parts, arena, findings, out);
	}
	join_last_name(parts, out, arena);
	settle_name(columns, parts[IMPORT_PART_LAST_FIRST], out, arena, findings);
	out->given.roles |= row->roles;
	if (out->given.roles == 0 && reader->role != CH_NO_ROLE)
		out->given.roles = 1 << reader->role;
	read_areas(reader, row, arena, findings, out);
	bool named = out->given.name != NULL || out->given.first_name != NULL || out->given.last_name != NULL;
	if (!named && !out->rejected)
		reject_unnamed(reader, out, findings);
	if (out->given.email != NULL)
		out->email_key = ch_text_fold(arena, out->given.email);
	else if (named)
		out->import_key = fingerprint(reader, row, &out->given, any_name(&out->given, arena), arena);
	if (out->given.manager_email != NULL)
		out->manager_key = ch_text_fold(arena, out->given.manager_email);
	if (out->email_key != NULL && out->manager_key != NULL && strcmp(out->email_key, out->manager_key) == 0)
		leave_manager_out(out, findings);
}
