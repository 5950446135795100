#include "core/import/credential_row.h"

#include <string.h>

#include "chiron/text.h"
#include "core/export/csv_write.h"
#include "model/choices.h"
#include "model/field_value.h"
#include "store/stmt.h"

static void tell(struct import_findings *findings, const struct credential_row *row, const char *field,
		 const char *value, const char *message, const char *fix)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = field,
				     .value = value,
				     .reason = IMPORT_NOT_STORED,
				     .message = message,
				     .fix = fix};

	import_issue_add(findings, &issue);
}

static void tell_cell(struct import_findings *findings, const struct credential_row *row,
		      const struct import_column *column, const char *cell, enum import_reason reason,
		      const char *message, const char *fix)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = column->heading,
				     .field = column->field,
				     .value = cell,
				     .reason = reason,
				     .message = message,
				     .fix = fix,
				     .is_cell = strlen(cell) < IMPORT_CELL_SHOWN};

	import_issue_add(findings, &issue);
}

static struct ch_terms one_name(const char *name, struct ch_arena *arena)
{
	struct ch_terms one = {.terms = ch_arena_array(arena, 1, sizeof(*one.terms)), .count = 1};

	one.terms[0] = name;
	return one;
}

/* A date in the column itself: when it was given. */
/* Without the yes before or behind it: "yes 12/05/2024", "12/05/2024 ✓". */
static const char *dated_part(const struct import_lexicon *lexicon, const char *cell, struct ch_arena *arena)
{
	const char *first = strpbrk(cell, " ,-:"), *last = strrchr(cell, ' ');

	if (first != NULL && import_yes(lexicon, ch_arena_copy_bytes(arena, cell, (size_t)(first - cell))) == CH_YES &&
	    strcspn(cell, "0123456789") > (size_t)(first - cell))
		return first + strspn(first, " ,-:");
	if (last != NULL && import_yes(lexicon, last + 1) == CH_YES && strpbrk(last, "0123456789") == NULL)
		return ch_arena_copy_bytes(arena, cell, (size_t)(last - cell));
	return cell;
}

static bool read_day(const struct credential_column *of, const struct import_column *column, const char *cell,
		     struct ch_arena *arena, struct import_findings *findings, struct credential_row *out)
{
	ch_date day = import_date(column->how.lexicon, dated_part(column->how.lexicon, cell, arena), column->how.order);

	if (day == CH_NO_DATE)
		return false;
	if (column->how.order_unclear) {
		tell_cell(findings, out, column, cell, IMPORT_DATE_ORDER,
			  _("may be day first or month first; it is left out"),
			  _(CH_WAY "--date-order dmy or mdy says how to read it" CH_KEY
				      KEY_(EDIT) ", \"Dates\", says how to read it"));
		return true;
	}
	out->details.awarded_on = day;
	out->names = one_name(of->called, arena);
	return true;
}

/* A month, or a day without a year, that stands for when it was given. */
static bool read_short_day(const struct credential_column *of, const struct import_column *column, const char *cell,
			   struct ch_arena *arena, struct import_findings *findings, struct credential_row *out)
{
	struct import_short_date found;

	if (!import_date_short(column->how.lexicon, cell, column->how.order, &found))
		return false;
	struct import_value value = import_day(&column->how, cell, arena);
	tell_cell(findings, out, column, cell, value.reason, value.message,
		  value.text != NULL ? NULL : _("Write the day it was given as 2026-03-05: year, month, day"));
	if (value.text == NULL)
		return true;
	out->details.awarded_on = ch_date_from_iso(value.text);
	out->names = one_name(of->called, arena);
	return true;
}

/* The number of a certificate: "001234567890", "WWC1234567E". */
static bool is_number(const char *cell)
{
	return cell[strcspn(cell, "0123456789")] != '\0' && cell[strcspn(cell, "/.")] == '\0';
}

/* What the cell that names or ticks it says; a cell that says nothing gives no name. */
static void read_names(const struct credential_column *of, const struct import_columns *columns,
		       const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
		       struct credential_row *out)
{
	const struct import_lexicon *lexicon = columns->lexicon;
	const struct import_column *column = of->name == SIZE_MAX ? NULL : &columns->columns[of->name];
	const char *cell = column == NULL ? NULL : ch_text_tidy(arena, csv_unguard(row->cells[of->name]));
	size_t taken;

	if (cell == NULL || import_word_is(lexicon, "not_given", cell))
		return;
	enum ch_yes yes = import_yes(lexicon, cell);
	if (yes == CH_YES)
		out->names = one_name(of->called, arena);
	if (yes != CH_UNSAID || read_day(of, column, cell, arena, findings, out))
		return;
	if (column->numbered && is_number(cell)) {
		out->names = one_name(of->called, arena);
		return;
	}
	if (!column->ticked)
		out->names = ch_terms_split(arena, import_terms(arena, import_value_clean(arena, cell, &taken), false));
	else if (!read_short_day(of, column, cell, arena, findings, out))
		tell_cell(findings, out, column, cell, IMPORT_BAD_DATE,
			  _("says neither when, nor yes or no; it is left out"),
			  _("Write the day it was given as 2026-03-05: year, month, day; or leave the cell empty"));
}

static bool read_detail(size_t column, const struct import_columns *columns, const struct import_row *row,
			struct ch_arena *arena, struct import_findings *findings, struct credential_row *out)
{
	const struct import_column *c = column == SIZE_MAX ? NULL : &columns->columns[column];
	struct ch_error err = CH_NO_ERROR;

	if (c == NULL || (row->cells[column][0] == '\0' && !row->unvalued[column]))
		return false;
	struct import_value value = import_columns_value(columns, row, column, arena, findings);
	if (value.text == NULL)
		return false;
	if (ch_field_set(c->how.field, &out->details, value.text, CH_NO_DATE, arena, &err) == CH_OK)
		return true;
	tell(findings, out, c->field, value.text, ch_arena_copy(arena, err.message),
	     _("it was left out; correct the cell"));
	return false;
}

/* What is given on a day ahead is not given: mostly it is the day on which it runs out, under a short heading. */
static bool drops_future(const struct import_column *column, const char *cell, struct import_findings *findings,
			 struct credential_row *out)
{
	if (column->how.today == CH_NO_DATE || out->details.awarded_on == CH_NO_DATE ||
	    out->details.awarded_on <= column->how.today)
		return false;
	tell_cell(findings, out, column, cell, IMPORT_FUTURE_DATE,
		  _("lies ahead, so nothing was given on that day; it is left out"),
		  _("if it is the day on which it runs out, say so: " CH_WAY
		    "--map 'HEADING=check_expires', or training_expires, qualification_expires" CH_KEY
		    KEY_(OPEN) " on the column, \"... expires on\""));
	out->names.count = 0;
	return true;
}

static bool is_check(const struct credential_row *row)
{
	return row->kind == CH_CREDENTIAL_CHECK || row->kind == CH_CREDENTIAL_REFERENCE;
}

static bool has_day(const struct ch_credential *details)
{
	return details->awarded_on != CH_NO_DATE || details->expires_on != CH_NO_DATE;
}

/* R78: a check counts by its date, so a tick alone proves nothing. */
static bool lacks_date(const struct credential_row *row)
{
	return is_check(row) && row->names.count > 0 && !has_day(&row->details);
}

static void drop_what_nobody_can_tell(const struct credential_column *of, const struct import_columns *columns,
				      const struct import_row *row, bool any, struct import_findings *findings,
				      struct credential_row *out)
{
	if (of->name != SIZE_MAX && lacks_date(out)) {
		tell_cell(findings, out, &columns->columns[of->name], row->cells[of->name], IMPORT_NO_DATE,
			  _("does not say when, and a check counts by its date; it is left out"),
			  _("Write the day it was given as 2026-03-05, or record it: `chiron credential add`"));
		out->names.count = 0;
		return;
	}
	if (!any || out->names.count == 1)
		return;
	size_t at = of->name != SIZE_MAX ? of->name : of->awarded_on != SIZE_MAX ? of->awarded_on : of->expires_on;
	tell(findings, out, at != SIZE_MAX ? columns->columns[at].field : NULL, NULL,
	     out->names.count == 0
		     ? _("has a level, body or date, but does not say of what; that is left out")
		     : _("has several names, so that the level, body or date may be any's; that is left out"),
	     _("give each its own row or name it, or record it in chiron: `chiron credential add`"));
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &out->details);
}

/*
 * Whether a day alone says of what it is. A list with a date of training, and nothing else on it, means the training
 * there is; of a check whose cell is empty, or holds what cannot be read, its day is kept.
 */
static bool is_told_by_day(const struct credential_column *of, const struct import_columns *columns,
			   const struct import_row *row, const struct credential_row *out)
{
	const struct ch_credential *details = &out->details;

	if (of->called == NULL || out->names.count > 0)
		return false;
	if (of->name == SIZE_MAX)
		return details->awarded_on != CH_NO_DATE ||
		       (details->expires_on != CH_NO_DATE && of->awarded_on == SIZE_MAX);
	return is_check(out) && columns->columns[of->name].ticked && has_day(details) &&
	       import_yes(columns->lexicon, row->cells[of->name]) != CH_NO;
}

static void read_one(const struct credential_column *of, const struct import_columns *columns,
		     const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
		     struct credential_row *out)
{
	const size_t details[] = {of->level, of->body, of->awarded_on, of->expires_on};
	bool any = false;

	*out = (struct credential_row){.kind = of->kind, .row = row->row, .line = row->line};
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &out->details);
	read_names(of, columns, row, arena, findings, out);
	for (size_t i = 0; i < sizeof(details) / sizeof(details[0]); i++)
		any |= read_detail(details[i], columns, row, arena, findings, out);
	size_t at = of->awarded_on != SIZE_MAX ? of->awarded_on : of->name;
	if (at != SIZE_MAX && drops_future(&columns->columns[at], row->cells[at], findings, out))
		return;
	if (is_told_by_day(of, columns, row, out))
		out->names = one_name(of->called, arena);
	drop_what_nobody_can_tell(of, columns, row, any, findings, out);
}

size_t credential_rows_read(const struct credential_columns *of, const struct import_columns *columns,
			    const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
			    struct credential_row *rows)
{
	size_t count = 0;

	for (size_t i = 0; i < of->count; i++) {
		read_one(&of->list[i], columns, row, arena, findings, &rows[count]);
		count += rows[count].names.count > 0;
	}
	return count;
}

bool credential_take_details(const struct credential_row *row, struct ch_credential *credential)
{
	static const char *const keys[] = {"level", "body", "awarded_on", "expires_on"};
	const struct ch_entity *entity = ch_entity_of(CH_CREDENTIAL);
	bool changed = false;

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const struct ch_field *field = ch_field_named(entity, keys[i]);

		if (!ch_field_known(field, &row->details) || ch_field_equal(field, &row->details, credential))
			continue;
		field_write(field, credential, field_read(field, &row->details));
		changed = true;
	}
	return changed;
}

/* What no credential may be: a name too long, an end before the beginning. */
const char *credential_wrong(const struct ch_credential *credential, struct ch_arena *arena)
{
	struct ch_error refused = CH_NO_ERROR;
	char from[CH_DATE_WORDS_SIZE], to[CH_DATE_WORDS_SIZE];

	if (ch_record_validate(ch_entity_of(CH_CREDENTIAL), credential, &refused) != CH_OK)
		return ch_arena_copy(arena, refused.message);
	if (credential->awarded_on == CH_NO_DATE || credential->expires_on == CH_NO_DATE ||
	    credential->awarded_on <= credential->expires_on)
		return NULL;
	return ch_arena_printf(arena, _("would expire on %s, before it was given on %s"),
			       ch_date_words(credential->expires_on, CH_NO_DATE, to),
			       ch_date_words(credential->awarded_on, CH_NO_DATE, from));
}

enum ch_status credential_find(struct change *change, int64_t person_id, enum ch_credential_kind kind, const char *name,
			       ch_date awarded_on, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_CREDENTIALS_CALLED);
	enum ch_status status;
	bool known = false;

	*id = 0;
	stmt_bind_int(q, "person_id", person_id);
	stmt_bind_text(q, "name", name);
	stmt_bind_text(q, "kind", choices_credential_kind[kind].code);
	while ((status = stmt_step(q, &known, err)) == CH_OK && known) {
		ch_date day = stmt_date(q, "awarded_on");

		if (*id == 0 && (day == awarded_on || day == CH_NO_DATE || awarded_on == CH_NO_DATE))
			*id = stmt_id(q, "credential_id");
	}
	return status;
}

#define NEAR_DAYS 28 /* nothing is renewed sooner, and what is held each month is a month apart */

static bool is_near(ch_date a, ch_date b)
{
	struct ch_ymd x = ch_date_split(a), y = ch_date_split(b);

	return (a < b ? b - a : a - b) < NEAR_DAYS || (x.year == y.year && x.month == y.day && x.day == y.month);
}

enum ch_status credential_doubt(struct change *change, int64_t person_id, enum ch_credential_kind kind,
				const char *name, ch_date awarded_on, const char **question, const char **fix,
				struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_CREDENTIALS_CALLED);
	enum ch_status status = CH_OK;
	char day[CH_DATE_WORDS_SIZE];
	bool known = false;

	*question = NULL;
	stmt_bind_int(q, "person_id", person_id);
	stmt_bind_text(q, "name", name);
	stmt_bind_text(q, "kind", choices_credential_kind[kind].code);
	while (awarded_on != CH_NO_DATE && (status = stmt_step(q, &known, err)) == CH_OK && known) {
		ch_date other = stmt_date(q, "awarded_on");
		int64_t id = stmt_id(q, "credential_id");

		if (*question != NULL || other == CH_NO_DATE || !is_near(other, awarded_on))
			continue;
		*question = ch_arena_printf(&change->arena,
					    _("is recorded already as given on %s, and now on this day too"),
					    ch_date_words(other, CH_NO_DATE, day));
		*fix = ch_arena_printf(&change->arena, _("nothing to do if both are true; if this corrects that one: "
							 "`chiron credential remove %lld`"),
				       (long long)id);
	}
	stmt_reset(q);
	return status;
}

static enum ch_status ask_near(struct change *change, const struct credential_row *row, const char *name,
			       int64_t person_id, struct import_findings *findings, struct ch_error *err)
{
	const char *question, *fix;
	char day[CH_DATE_WORDS_SIZE];

	TRY(credential_doubt(change, person_id, row->kind, name, row->details.awarded_on, &question, &fix, err));
	if (question == NULL)
		return CH_OK;
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = choices_credential_kind[row->kind].code,
				     .value = ch_arena_printf(&change->arena, "%s, %s", name,
							      ch_date_iso(row->details.awarded_on, day)),
				     .reason = IMPORT_NEAR_DATE,
				     .message = question,
				     .fix = fix};
	import_issue_add(findings, &issue);
	return CH_OK;
}

static enum ch_status apply_one(struct change *change, const struct credential_row *row, const char *name,
				int64_t person_id, struct import_findings *findings,
				struct credential_outcome *outcome, struct ch_error *err)
{
	struct ch_credential credential;
	int64_t id;

	TRY(credential_find(change, person_id, row->kind, name, row->details.awarded_on, &id, err));
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &credential);
	if (id != 0)
		TRY(change_get(change, CH_CREDENTIAL, id, &credential, err));
	credential.person_id = person_id;
	credential.kind = row->kind;
	credential.name = id != 0 ? credential.name : name;
	if (!credential_take_details(row, &credential) && id != 0)
		return CH_OK;
	const char *wrong = credential_wrong(&credential, &change->arena);
	if (wrong != NULL) {
		tell(findings, row, choices_credential_kind[row->kind].code, name, wrong,
		     _("it was left out; correct the cell"));
		return CH_OK;
	}
	if (id == 0)
		TRY(ask_near(change, row, name, person_id, findings, err));
	outcome->created |= id == 0;
	outcome->changed |= id != 0;
	return id != 0 ? change_update(change, CH_CREDENTIAL, &credential, err)
		       : change_insert(change, CH_CREDENTIAL, &credential, err);
}

enum ch_status credential_row_apply(struct change *change, const struct credential_row *row, int64_t person_id,
				    struct import_findings *findings, struct credential_outcome *outcome,
				    struct ch_error *err)
{
	for (size_t i = 0; i < row->names.count; i++)
		TRY(apply_one(change, row, row->names.terms[i], person_id, findings, outcome, err));
	return CH_OK;
}
