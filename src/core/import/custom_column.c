#include "core/import/custom_column.h"

#include <string.h>

#include "core/export/csv_write.h"
#include "core/may.h"
#include "model/choices.h"
#include "model/custom_field.h"

enum {
	OPTIONS_MOST = 40,   /* of a choice that somebody asked for */
	OPTIONS_GUESSED = 8, /* of one that is guessed */
	OPTION_LONGEST = 60, /* bytes */
	DIGITS_MOST = 15,
};

#define NEW "custom"
#define OF_ENROLMENT "enrolment."

bool import_kind_has_customs(enum ch_import_kind kind)
{
	return kind == CH_IMPORT_PEOPLE || kind == CH_IMPORT_ENROLMENTS;
}

enum ch_status import_customs_read(struct db *db, enum ch_import_kind kind, struct ch_arena *arena,
				   struct import_customs *customs, struct ch_error *err)
{
	bool of_people = kind == CH_IMPORT_PEOPLE;

	customs->new_of = of_people ? CH_CUSTOM_OF_PERSON : CH_CUSTOM_OF_ENROLMENT;
	if (of_people)
		TRY(custom_fields_of(db, CH_PERSON, arena, &customs->people, err));
	return custom_fields_of(db, CH_ENROLMENT, arena, &customs->enrolments, err);
}

/* ---- What a column is ---- */

static const char *code_of(const struct ch_custom_field *field, struct ch_arena *arena)
{
	bool of_enrolment = field->belongs_to == CH_CUSTOM_OF_ENROLMENT;

	return ch_arena_printf(arena, "%s%s", of_enrolment ? OF_ENROLMENT : "", field->key);
}

static void set(struct import_column *column, const struct ch_custom_field *field, const struct import_lexicon *lexicon,
		struct ch_arena *arena)
{
	struct import_custom *custom = ch_arena_alloc(arena, sizeof(*custom));

	custom->field = ch_arena_alloc(arena, sizeof(*custom->field));
	*custom->field = *field;
	custom->row = custom_field_row(field, 0, arena);
	/* Numbers in spreadsheets are read by their range. */
	custom->row.max = field->kind == CH_CUSTOM_NUMBER ? INT64_C(999999999999999) : 0;
	custom->code = code_of(field, arena);
	column->why = NULL;
	column->beside = false;
	column->field = custom->code;
	column->how = (struct import_how){.lexicon = lexicon, .field = &custom->row};
	column->custom = custom;
}

bool import_custom_headed(const struct import_customs *customs, struct import_column *column,
			  const struct import_lexicon *lexicon, struct ch_arena *arena)
{
	const struct ch_custom_field *field = NULL;

	if (customs == NULL || *column->heading == '\0')
		return false;
	field = custom_field_called(&customs->people, column->heading);
	if (field == NULL)
		field = custom_field_called(&customs->enrolments, column->heading);
	if (field != NULL)
		set(column, field, lexicon, arena);
	return field != NULL;
}

static const struct ch_custom_field *with_key(const struct custom_fields *fields, const char *key)
{
	for (size_t i = 0; i < fields->count; i++)
		if (strcmp(fields->list[i].key, key) == 0)
			return &fields->list[i];
	return NULL;
}

/* As much of the heading as a name may be, no character in part, and without the marks of a form at its end. */
static const char *name_of(const char *heading, struct ch_arena *arena)
{
	size_t characters = 0, length = 0;

	while (heading[length] != '\0') {
		if (((unsigned char)heading[length] & 0xc0) != 0x80 && characters++ == CH_CUSTOM_NAME_MOST)
			break;
		length++;
	}
	char *name = ch_arena_copy(arena, ch_text_safe(arena, ch_arena_copy_bytes(arena, heading, length)));
	for (length = strlen(name); length > 0 && strchr("*?: ", name[length - 1]) != NULL; length--)
		name[length - 1] = '\0';
	return ch_text_tidy(arena, name);
}

static bool asks_for_new(const char *code)
{
	size_t length = strlen(NEW);

	return strncmp(code, NEW, length) == 0 && (code[length] == '\0' || code[length] == ':');
}

/* A new field, named as the column is; whether `code` asks for one, and of a kind that there is. */
static bool set_new(const struct import_customs *customs, struct import_column *column, const char *code,
		    const struct import_lexicon *lexicon, struct ch_arena *arena)
{
	size_t length = strlen(NEW);
	struct ch_custom_field field;
	int kind = 0;

	if (!asks_for_new(code))
		return false;
	if (code[length] == ':')
		kind = ch_choice_find(choices_custom_kind, code + length + 1);
	if (kind < 0)
		return false;
	ch_record_start(ch_entity_of(CH_CUSTOM_FIELD), &field);
	field.name = *column->heading != '\0' ? name_of(column->heading, arena) : NULL;
	if (field.name == NULL)
		field.name = _("Unnamed column");
	field.key = NEW;
	field.belongs_to = (int)customs->new_of;
	if (kind > 0)
		field.kind = kind;
	set(column, &field, lexicon, arena);
	column->custom->said = kind > 0;
	column->custom->code = column->field = ch_arena_copy(arena, code);
	return true;
}

bool import_custom_coded(const struct import_customs *customs, struct import_column *column, const char *code,
			 const struct import_lexicon *lexicon, struct ch_arena *arena)
{
	const struct ch_custom_field *field;
	bool of_enrolment = strncmp(code, OF_ENROLMENT, strlen(OF_ENROLMENT)) == 0;

	if (customs == NULL)
		return false;
	field = of_enrolment ? with_key(&customs->enrolments, code + strlen(OF_ENROLMENT))
			     : with_key(&customs->people, code);
	if (field == NULL && set_new(customs, column, code, lexicon, arena))
		return true;
	if (field == NULL)
		field = custom_field_called(&customs->people, code);
	if (field == NULL)
		field = custom_field_called(&customs->enrolments, code);
	if (field == NULL)
		return false;
	set(column, field, lexicon, arena);
	return true;
}

bool import_custom_remembered(const struct import_customs *customs, struct import_column *column, const char *code,
			      const struct import_lexicon *lexicon, struct ch_arena *arena)
{
	const char *name = customs != NULL && asks_for_new(code) ? name_of(column->heading, arena) : NULL;
	const struct custom_fields *fields = NULL;
	const struct ch_custom_field *field = NULL;

	if (name != NULL) {
		fields = customs->new_of == CH_CUSTOM_OF_PERSON ? &customs->people : &customs->enrolments;
		field = custom_field_called(fields, name);
	}
	if (field == NULL)
		return import_custom_coded(customs, column, code, lexicon, arena);
	set(column, field, lexicon, arena);
	column->custom->asked = ch_arena_copy(arena, code);
	return true;
}

/* ---- What its cells are like ---- */

/* A number that loses nothing as one: no zero before it, and not as long as a telephone number with its country. */
static bool is_number(const char *text)
{
	size_t digits = strspn(text + (*text == '-'), "0123456789");

	text += *text == '-';
	return digits > 0 && digits <= DIGITS_MOST && text[digits] == '\0' && (*text != '0' || digits == 1);
}

static void note_option(struct import_guess *guess, const char *text, struct ch_arena *arena)
{
	const char *key = ch_text_fold(arena, text);

	if (guess->too_many)
		return;
	for (size_t i = 0; i < guess->options.count; i++)
		if (strcmp(ch_text_fold(arena, guess->options.terms[i]), key) == 0)
			return;
	bool is_option = strlen(text) <= OPTION_LONGEST && strchr(text, ';') == NULL;
	guess->too_many = guess->options.count == OPTIONS_MOST;
	guess->words = guess->words || !is_option;
	if (guess->too_many || !is_option)
		return;
	if (guess->options.terms == NULL)
		guess->options.terms = ch_arena_array(arena, OPTIONS_MOST, sizeof(*guess->options.terms));
	guess->options.terms[guess->options.count++] = ch_arena_copy(arena, text);
}

void import_custom_look(struct import_guess *guess, const struct import_lexicon *lexicon, const char *cell,
			struct ch_arena *arena)
{
	struct ch_arena scratch = CH_ARENA_EMPTY;
	size_t taken;
	const char *text = ch_text_tidy(&scratch, import_value_clean(&scratch, cell, &taken));

	if (text != NULL && !import_word_is(lexicon, "not_given", text)) {
		guess->filled++;
		guess->numbers += is_number(text);
		guess->yes += import_yes(lexicon, text) != CH_UNSAID;
		guess->dates += strlen(text) > 5 && (import_date(lexicon, text, IMPORT_DMY) != CH_NO_DATE ||
						     import_date(lexicon, text, IMPORT_MDY) != CH_NO_DATE);
		note_option(guess, text, arena);
	}
	ch_arena_release(&scratch);
}

/* All cells have to be of the kind; a choice is what few words are said of often. */
static int kind_of(const struct import_guess *guess)
{
	if (guess == NULL || guess->filled == 0)
		return CH_CUSTOM_TEXT;
	if (guess->numbers == guess->filled)
		return CH_CUSTOM_NUMBER;
	if (guess->yes == guess->filled)
		return CH_CUSTOM_YES_NO;
	if (guess->dates == guess->filled)
		return CH_CUSTOM_DATE;
	bool few = !guess->words && guess->options.count >= 2 && guess->options.count <= OPTIONS_GUESSED;
	return few && guess->filled >= 3 * guess->options.count ? CH_CUSTOM_CHOICE : CH_CUSTOM_TEXT;
}

const char *import_custom_label(const struct import_column *column, struct ch_arena *arena)
{
	const struct ch_custom_field *field = column->custom->field;
	const char *name = ch_text_safe(arena, field->name), *kind = _(choices_custom_kind[field->kind].label);

	if (field->custom_field_id != 0)
		return name;
	if (field->options != NULL)
		return ch_arena_printf(arena, _("%s, a new field (%s of %s)"), name, kind,
				       ch_text_safe(arena, field->options));
	return ch_arena_printf(arena, _("%s, a new field (%s)"), name, kind);
}

void import_custom_settle(struct import_column *column, const struct import_guess *guess, struct ch_arena *arena,
			  struct import_findings *findings)
{
	struct import_custom *custom = column->custom;
	struct ch_custom_field *field = custom->field;
	const char *code = custom->code;
	bool said = custom->said;

	if (!said)
		field->kind = kind_of(guess);
	if (field->kind == CH_CUSTOM_CHOICE && guess != NULL)
		field->options = ch_terms_join(arena, guess->options.terms, guess->options.count);
	set(column, field, column->how.lexicon, arena);
	column->custom->said = said;
	column->custom->too_many = guess != NULL && guess->too_many;
	column->custom->code = column->field = code;
	const char *label = import_custom_label(column, arena);

	if (column->certainty == IMPORT_BY_MEMORY)
		import_notice_add(findings, IMPORT_TOPIC_MAPPING, _("Column \"%s\" becomes %s, as remembered"),
				  column->heading, label);
	else
		import_notice_add(findings, IMPORT_TOPIC_MAPPING,
				  said ? _("Column \"%s\" becomes %s, as asked for")
				       : _("Column \"%s\" becomes %s, by its cells; --map 'HEADING=custom:KIND' says "
					   "another kind"),
				  column->heading, label);
}

static void tell_new(const struct ch_custom_field *field, bool dry_run, struct import_findings *findings)
{
	const char *whose = field->belongs_to == CH_CUSTOM_OF_PERSON ? _("People") : _("Enrolments");
	const char *name = ch_text_safe(findings->arena, field->name);

	if (dry_run)
		import_notice_add(findings, IMPORT_TOPIC_MAPPING,
				  _("%s would have a field %s then; filters and exports would call it %s"), whose, name,
				  field->key);
	else
		import_notice_add(findings, IMPORT_TOPIC_MAPPING,
				  _("%s have a field %s now; filters and exports call it %s"), whose, name, field->key);
}

enum ch_status import_customs_make(struct change *change, struct import_columns *columns, bool dry_run,
				   struct import_findings *findings, struct ch_error *err)
{
	for (size_t i = 0; i < columns->count; i++) {
		struct import_custom *custom = columns->columns[i].custom;

		if (custom == NULL || custom->field->custom_field_id != 0)
			continue;
		TRY(may(change->c, CH_OP_FIELD_ADD, CH_CUSTOM_FIELD, 0, err));
		if (custom->field->kind == CH_CUSTOM_CHOICE && custom->too_many) {
			ch_fail(err, CH_DATA, _("column \"%s\" has over %d different values, too many for a choice"),
				columns->columns[i].heading, OPTIONS_MOST);
			return ch_error_fix(err,
					    _("make it text" CH_WAY ": --map '%s=custom:text'" CH_KEY
					      ": " KEY_(OPEN) " on it below"),
					    columns->columns[i].heading);
		}
		TRY(custom_field_insert(change, custom->field, err));
		custom->row.key = custom->field->key;
		custom->asked = custom->code;
		custom->code = columns->columns[i].field = code_of(custom->field, findings->arena);
		tell_new(custom->field, dry_run, findings);
	}
	return CH_OK;
}

/* ---- Its values ---- */

const char *import_custom_value(const struct import_columns *columns, const struct import_row *row, size_t column,
				const char *values, struct ch_arena *arena, struct import_findings *findings)
{
	const struct import_column *c = &columns->columns[column];
	const struct ch_field *field = &c->custom->row;
	struct ch_error plain = CH_NO_ERROR;
	const char *cell = ch_text_tidy(arena, csv_unguard(row->cells[column]));
	int64_t member = 0;

	if (cell == NULL && !row->unvalued[column])
		return values;
	/* A number as chiron writes it is one, below zero too; any other is read as people write them. */
	if (field->type != CH_TYPE_NUMBER || cell == NULL || !is_number(cell)) {
		struct import_value value = import_columns_value(columns, row, column, arena, findings);
		cell = value.text;
	}
	if (cell == NULL)
		return values;
	struct ch_field any = *field;
	any.max = 0;
	if (ch_field_set(&any, &member, cell, CH_NO_DATE, arena, &plain) == CH_OK)
		return custom_values_with(values, c->custom->field->key, ch_field_text(&any, &member, arena), arena);
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = c->heading,
				     .field = c->field,
				     .value = row->cells[column],
				     .reason = IMPORT_NOT_STORED,
				     .message = ch_arena_copy(arena, plain.message),
				     .fix = _("it was left out; correct the cell")};
	import_issue_add(findings, &issue);
	return values;
}
