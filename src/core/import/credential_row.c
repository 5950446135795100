#include "core/import/credential_row.h"

#include <string.h>

#include "chiron/text.h"
#include "core/export/csv_write.h"
#include "model/field_value.h"
#include "store/stmt.h"

static size_t column_of(const struct import_columns *columns, const char *field)
{
	for (size_t i = 0; i < columns->count; i++)
		if (columns->columns[i].field != NULL && strcmp(columns->columns[i].field, field) == 0)
			return i;
	return SIZE_MAX;
}

void credential_columns_find(struct credential_columns *found, enum ch_credential_kind kind,
			     const struct import_columns *columns)
{
	bool is_training = kind == CH_CREDENTIAL_TRAINING;

	*found = (struct credential_columns){
		.kind = kind,
		.name = column_of(columns, is_training ? "training" : "qualification"),
		.level = is_training ? SIZE_MAX : column_of(columns, "qualification_level"),
		.body = is_training ? SIZE_MAX : column_of(columns, "qualification_body"),
		.awarded_on = column_of(columns, is_training ? "training_on" : "qualification_on"),
		.expires_on = column_of(columns, is_training ? "training_expires" : "qualification_expires")};
}

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

static struct ch_terms read_names(size_t column, const struct import_columns *columns, const struct import_row *row,
				  struct ch_arena *arena)
{
	const struct import_lexicon *lexicon = columns->lexicon;
	const char *cell = column == SIZE_MAX ? NULL : ch_text_tidy(arena, csv_unguard(row->cells[column]));
	struct ch_terms none = {.count = 0};
	size_t taken;

	if (cell == NULL || import_word_is(lexicon, "not_given", cell) || import_yes(lexicon, cell) == CH_NO)
		return none;
	if (import_yes(lexicon, cell) == CH_YES)
		cell = columns->columns[column].heading;
	return ch_terms_split(arena, import_terms(arena, import_value_clean(arena, cell, &taken), false));
}

static bool is_date(const struct import_lexicon *lexicon, const char *text)
{
	return import_date(lexicon, text, IMPORT_DMY) != CH_NO_DATE ||
	       import_date(lexicon, text, IMPORT_MDY) != CH_NO_DATE;
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

void credential_row_read(const struct credential_columns *of, const struct import_columns *columns,
			 const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
			 struct credential_row *out)
{
	const size_t details[] = {of->level, of->body, of->awarded_on, of->expires_on};
	bool any = false;

	*out = (struct credential_row){.kind = of->kind, .row = row->row, .line = row->line};
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &out->details);
	out->names = read_names(of->name, columns, row, arena);
	if (out->names.count == 1 && is_date(columns->lexicon, out->names.terms[0])) {
		tell(findings, out, columns->columns[of->name].field, out->names.terms[0],
		     _("is a date, and no name; it is left out"),
		     _("say what the column is, as --map 'HEADING=training_on'"));
		out->names.count = 0;
	}
	for (size_t i = 0; i < sizeof(details) / sizeof(details[0]); i++)
		any |= read_detail(details[i], columns, row, arena, findings, out);
	/* A list with a date of training, and nothing else on it, means the training there is. */
	if (out->details.awarded_on != CH_NO_DATE && of->kind == CH_CREDENTIAL_TRAINING && of->name == SIZE_MAX) {
		const char *training = _("Training");
		out->names = ch_terms_split(arena, training);
	}
	if (!any || out->names.count == 1)
		return;
	tell(findings, out, of->kind == CH_CREDENTIAL_TRAINING ? "training" : "qualification", NULL,
	     out->names.count == 0
		     ? _("has a level, body or date, but does not say of what; that is left out")
		     : _("has several names, so that the level, body or date may be any's; that is left out"),
	     _("give each its own row or name it, or record it in chiron: `chiron credential add`"));
	ch_record_clear(ch_entity_of(CH_CREDENTIAL), &out->details);
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
	char from[CH_DATE_SIZE], to[CH_DATE_SIZE];

	if (ch_record_validate(ch_entity_of(CH_CREDENTIAL), credential, &refused) != CH_OK)
		return ch_arena_copy(arena, refused.message);
	if (credential->awarded_on == CH_NO_DATE || credential->expires_on == CH_NO_DATE ||
	    credential->awarded_on <= credential->expires_on)
		return NULL;
	return ch_arena_printf(arena, _("would expire on %s, before it was given on %s"),
			       ch_date_iso(credential->expires_on, to), ch_date_iso(credential->awarded_on, from));
}

static enum ch_status find(struct change *change, int64_t person_id, const struct credential_row *row, const char *name,
			   int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_CREDENTIAL_CALLED);
	bool known = false;

	stmt_bind_int(q, "person_id", person_id);
	stmt_bind_text(q, "name", name);
	stmt_bind_text(q, "kind", ch_field_named(ch_entity_of(CH_CREDENTIAL), "kind")->choices[row->kind].code);
	enum ch_status status = stmt_step(q, &known, err);
	*id = status == CH_OK && known ? stmt_id(q, "credential_id") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status apply_one(struct change *change, const struct credential_row *row, const char *name,
				int64_t person_id, struct import_findings *findings, bool *changed,
				struct ch_error *err)
{
	struct ch_credential credential;
	int64_t id;

	TRY(find(change, person_id, row, name, &id, err));
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
		tell(findings, row, row->kind == CH_CREDENTIAL_TRAINING ? "training" : "qualification", name, wrong,
		     _("it was left out; correct the cell"));
		return CH_OK;
	}
	*changed = true;
	return id != 0 ? change_update(change, CH_CREDENTIAL, &credential, err)
		       : change_insert(change, CH_CREDENTIAL, &credential, err);
}

enum ch_status credential_row_apply(struct change *change, const struct credential_row *row, int64_t person_id,
				    struct import_findings *findings, bool *changed, struct ch_error *err)
{
	for (size_t i = 0; i < row->names.count; i++)
		TRY(apply_one(change, row, row->names.terms[i], person_id, findings, changed, err));
	return CH_OK;
}
