/*
 * The values of a field stand in the rows of people and enrolments: whatever changes what a field may hold walks over
 * those that have one, within the same change, so that undo has all of it.
 */
#include "core/custom_field.h"

#include <string.h>

#include "chiron/enrolment.h"
#include "chiron/list.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/check/override.h"
#include "core/id_list.h"
#include "core/import/import_kind.h"
#include "core/import/lexicon.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "model/choices.h"
#include "model/custom_field.h"
#include "store/list.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_entity_id entity_of(const struct ch_custom_field *field)
{
	return field->belongs_to == CH_CUSTOM_OF_ENROLMENT ? CH_ENROLMENT : CH_PERSON;
}

enum ch_status custom_fields_of(struct db *db, enum ch_entity_id entity, struct ch_arena *arena,
				struct custom_fields *fields, struct ch_error *err)
{
	int owner = entity == CH_PERSON	     ? CH_CUSTOM_OF_PERSON
		    : entity == CH_ENROLMENT ? CH_CUSTOM_OF_ENROLMENT
					     : CH_NO_CUSTOM_OWNER;
	struct id_list ids = ID_LIST_EMPTY;

	*fields = (struct custom_fields){.count = 0};
	if (owner == CH_NO_CUSTOM_OWNER)
		return CH_OK;
	struct stmt *q = stmt_ready(db, SQL_CUSTOM_FIELDS_OF);
	stmt_bind_text(q, "belongs_to", choices_custom_owner[owner].code);
	enum ch_status status = id_list_read(&ids, q, "custom_field_id", err);
	if (ids.count > 0)
		fields->list = ch_arena_array(arena, ids.count, sizeof(*fields->list));
	for (size_t i = 0; status == CH_OK && i < ids.count && i < CH_CUSTOM_MOST; i++)
		status = record_get(db, ch_entity_of(CH_CUSTOM_FIELD), ids.ids[i], arena,
				    &fields->list[fields->count++], err);
	id_list_release(&ids);
	return status;
}

const struct ch_custom_field *custom_field_called(const struct custom_fields *fields, const char *name)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct ch_custom_field *found = NULL;
	const char *folded = ch_text_fold(&arena, name), *key = custom_key_whole(name, &arena);

	for (size_t i = 0; i < fields->count && found == NULL; i++)
		if (strcmp(ch_text_fold(&arena, fields->list[i].name), folded) == 0 ||
		    (*key != '\0' && (strcmp(fields->list[i].key, key) == 0 ||
				      strcmp(custom_key_whole(fields->list[i].name, &arena), key) == 0)))
			found = &fields->list[i];
	ch_arena_release(&arena);
	return found;
}

/* ---- Judging a declaration ---- */

/* "S, M, L" where there is no ";": its commas separate as well. An option with a comma in it needs a ";" somewhere. */
static void split_at_commas(struct ch_custom_field *field, struct ch_arena *arena)
{
	size_t most = 1, count = 0;
	const char **options;

	if (field->kind != CH_CUSTOM_CHOICE || field->options == NULL || strchr(field->options, ';') != NULL)
		return;
	for (const char *at = field->options; *at != '\0'; at++)
		most += *at == ',';
	options = ch_arena_array(arena, most, sizeof(*options));
	for (const char *at = field->options; count < most; at += strcspn(at, ",") + 1)
		options[count++] = ch_text_tidy(arena, ch_arena_copy_bytes(arena, at, strcspn(at, ",")));
	field->options = ch_terms_join(arena, options, count);
}

static enum ch_status check_options(struct ch_custom_field *field, struct ch_arena *arena, struct ch_error *err)
{
	split_at_commas(field, arena);
	size_t count = ch_terms_split(arena, field->options != NULL ? field->options : "").count;

	if (field->kind == CH_CUSTOM_CHOICE && count < 2) {
		ch_fail_field(err, "options", _("a choice needs two options at least, and %s given"),
			      count == 0 ? _("none was") : _("one was"));
		return ch_error_fix(err, _("give them separated by \";\", as \"S; M; L\""));
	}
	if (field->kind == CH_CUSTOM_CHOICE || field->options == NULL)
		return CH_OK;
	ch_fail_field(err, "options", _("a field of the kind \"%s\" has no options; \"%s\" was given"),
		      _(choices_custom_kind[field->kind].label), field->options);
	return ch_error_fix(err, _("make it a choice, or leave the options blank"));
}

/* A list knows its columns by key and by further words; what an import or a form calls a field is the label. */
static bool is_chirons_own(const struct ch_custom_field *field)
{
	const struct ch_entity *entity = ch_entity_of(entity_of(field));
	const struct list_info *info = list_info(list_of_entity(entity->id));
	char key[CH_CUSTOM_KEY_SIZE];

	for (size_t i = 0; i < entity->field_count; i++) {
		custom_key(_(entity->fields[i].label), key);
		if (strcmp(entity->fields[i].key, field->key) == 0 ||
		    (!(entity->fields[i].flags & CH_FIELD_HIDDEN) && strcmp(key, field->key) == 0))
			return true;
	}
	return list_column_named(info, field->key) != NULL ||
	       import_kind_takes(import_kind_of(CH_IMPORT_PEOPLE), field->key);
}

static enum ch_status refuse_taken(const struct ch_custom_field *field, const char *by, struct ch_error *err)
{
	ch_fail_field(err, "name", _("%s have a field \"%s\" already: %s"),
		      _(choices_custom_owner[field->belongs_to].label), field->name, by);
	return ch_error_fix(err, _("choose another name, or use that one"));
}

static enum ch_status check_name(const struct custom_fields *others, const struct ch_custom_field *field,
				 struct ch_error *err)
{
	struct custom_fields rest = *others;

	for (size_t i = 0; i < others->count; i++) {
		rest.list = &others->list[i];
		rest.count = 1;
		const struct ch_custom_field *same = custom_field_called(&rest, field->name);
		if (same != NULL && same->custom_field_id != field->custom_field_id)
			return refuse_taken(field, same->name, err);
	}
	return is_chirons_own(field) ? refuse_taken(field, _("one of chiron's own"), err) : CH_OK;
}

/* R16: a column of one's own is no way round it. The words are those that an import leaves out. */
static enum ch_status refuse_rating(struct change *change, const struct ch_custom_field *field, struct ch_error *err)
{
	struct import_lexicon lexicon;

	import_lexicon_read(&lexicon, NULL, &change->arena);
	if (!import_is_rating(&lexicon, field->name))
		return CH_OK;
	if (override_covers(change->c, "R16"))
		return override_record(change->c, "R16", "custom-field", 0, 0, err);
	ch_fail_rule(err, "R16",
		     _("\"%s\" looks like a rating of performance, which is no part of mentoring or coaching"),
		     field->name);
	ch_error_overridable(err, "R16");
	return ch_error_fix(err, _("leave it out, or call the field what it is if it rates nobody"));
}

static bool is_taken(const struct custom_fields *others, const char *key)
{
	for (size_t i = 0; i < others->count; i++)
		if (strcmp(others->list[i].key, key) == 0)
			return true;
	return false;
}

/*
 * A name in another script makes no key of its own: then it goes by a number. So does one of two long questions that
 * begin alike; names that are the same are refused before it matters.
 */
static void make_key(const struct custom_fields *others, struct ch_custom_field *field, struct ch_arena *arena)
{
	enum { WITHOUT_NUMBER = CH_CUSTOM_KEY_SIZE - 1 - 4 };
	char key[CH_CUSTOM_KEY_SIZE];

	custom_key(field->name, key);
	field->key = ch_arena_copy(arena, key);
	bool named = *key != '\0';

	if (strlen(key) > WITHOUT_NUMBER) {
		key[WITHOUT_NUMBER] = '\0';
		if (strchr(key, '_') != NULL)
			*strrchr(key, '_') = '\0';
	}
	for (size_t number = named ? 2 : others->count + 1; *field->key == '\0' || is_taken(others, field->key);
	     number++)
		field->key = named ? ch_arena_printf(arena, "%s_%zu", key, number)
				   : ch_arena_printf(arena, "field_%zu", number);
}

static enum ch_status clear_values(struct change *change, const struct ch_custom_field *field, struct ch_error *err);

/*
 * A record that undo brought back after its field was dropped may have a value of it still: it is none of the new
 * field's.
 */
enum ch_status custom_field_insert(struct change *change, struct ch_custom_field *field, struct ch_error *err)
{
	struct custom_fields others;

	field->custom_field_id = 0;
	field->row_version = 0;
	TRY(ch_record_validate(ch_entity_of(CH_CUSTOM_FIELD), field, err));
	TRY(check_options(field, &change->arena, err));
	TRY(refuse_rating(change, field, err));
	TRY(custom_fields_of(change->db, entity_of(field), &change->arena, &others, err));
	if (others.count == CH_CUSTOM_MOST) {
		ch_fail(err, CH_DATA, _("%s have %d fields of the scheme's own, which is the most there can be"),
			_(choices_custom_owner[field->belongs_to].label), CH_CUSTOM_MOST);
		return ch_error_fix(err, _("drop one that is used no more: `chiron field list`"));
	}
	make_key(&others, field, &change->arena);
	TRY(check_name(&others, field, err));
	TRY(clear_values(change, field, err));
	return change_insert(change, CH_CUSTOM_FIELD, field, err);
}

enum ch_status ch_custom_field_add(struct ch_context *c, struct ch_custom_field *field, struct ch_error *err)
{
	struct change change;
	struct ch_custom_field made = *field;

	TRY(change_begin(&change, c, CH_OP_FIELD_ADD, CH_CUSTOM_FIELD, 0, err));
	TRY(change_end(&change, custom_field_insert(&change, &made, err), err));
	field->custom_field_id = made.custom_field_id;
	field->row_version = made.row_version;
	field->key = NULL; /* it lived in the change */
	return CH_OK;
}

/* ---- The values there are ---- */

struct value {
	int64_t id; /* of the record that has it */
	const char *text;
};

struct values {
	struct value *list;
	size_t count, room;
};

static void add_value(struct values *values, int64_t id, const char *text, struct ch_arena *arena)
{
	values->list = ch_arena_room(arena, values->list, values->count, &values->room, sizeof(*values->list));
	values->list[values->count++] = (struct value){.id = id, .text = text};
}

static enum ch_status read_values(struct db *db, const struct ch_custom_field *field, struct ch_arena *arena,
				  struct values *values, struct ch_error *err)
{
	struct stmt *q =
		stmt_ready(db, entity_of(field) == CH_PERSON ? SQL_PEOPLE_WITH_VALUE : SQL_ENROLMENTS_WITH_VALUE);
	enum ch_status status;
	bool row = false;

	*values = (struct values){.count = 0};
	stmt_bind_text(q, "key", field->key);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		add_value(values, stmt_id(q, "id"), stmt_copy(q, "value", arena), arena);
	stmt_reset(q);
	return status;
}

/* A value as the field would hold it; CH_DATA where it cannot. */
static enum ch_status reread(const struct ch_field *row, const char *text, struct ch_arena *arena,
			     const char **canonical, struct ch_error *err)
{
	int64_t member = 0;

	TRY(ch_field_set(row, &member, text, CH_NO_DATE, arena, err));
	*canonical = ch_field_text(row, &member, arena);
	return CH_OK;
}

static enum ch_status refuse_misfit(const struct ch_custom_field *field, const char *value, size_t misfits,
				    size_t count, struct ch_error *err)
{
	ch_fail_field(err, field->kind == CH_CUSTOM_CHOICE ? "options" : "kind",
		      _("of the values of \"%s\" some cannot stay, %zu of %zu, as \"%.60s\""), field->name, misfits,
		      count, value);
	return ch_error_fix(err, _("keep what they need, or change those values first: `chiron %s list %s:...`"),
			    entity_of(field) == CH_PERSON ? "person" : "enrolment", field->key);
}

/* The values as the field reads them, in `values`; CH_DATA where one does not fit. */
static enum ch_status reread_all(const struct ch_custom_field *field, struct values *values, struct ch_arena *arena,
				 struct ch_error *err)
{
	struct ch_field row = custom_field_row(field, 0, arena);
	const char *misfit = NULL;
	size_t misfits = 0;

	for (size_t i = 0; i < values->count; i++) {
		struct ch_error why = CH_NO_ERROR;

		if (reread(&row, values->list[i].text, arena, &values->list[i].text, &why) == CH_OK)
			continue;
		misfit = misfits++ == 0 ? values->list[i].text : misfit;
	}
	return misfits == 0 ? CH_OK : refuse_misfit(field, misfit, misfits, values->count, err);
}

/* The same value, or none, for each record of `values`. */
static enum ch_status save_value(struct change *change, const struct ch_custom_field *field, int64_t id,
				 const char *text, struct ch_error *err)
{
	enum ch_entity_id entity = entity_of(field);
	const struct ch_field *held = ch_field_named(ch_entity_of(entity), "custom_values");
	struct ch_arena arena = CH_ARENA_EMPTY;
	void *record = ch_arena_alloc(&arena, ch_entity_of(entity)->size);
	enum ch_status status = record_get(change->db, ch_entity_of(entity), id, &arena, record, err);

	if (status == CH_OK) {
		const char **values = (const char **)((char *)record + held->offset);
		*values = custom_values_with(*values, field->key, text, &arena);
		status = change_update(change, entity, record, err);
	}
	ch_arena_release(&arena);
	return status;
}

static enum ch_status save_values(struct change *change, const struct ch_custom_field *field,
				  const struct values *values, bool keep, struct ch_error *err)
{
	for (size_t i = 0; i < values->count; i++)
		TRY(save_value(change, field, values->list[i].id, keep ? values->list[i].text : NULL, err));
	return CH_OK;
}

static enum ch_status clear_values(struct change *change, const struct ch_custom_field *field, struct ch_error *err)
{
	struct values values;

	TRY(read_values(change->db, field, &change->arena, &values, err));
	return save_values(change, field, &values, false, err);
}

static enum ch_status set(struct change *change, struct ch_custom_field *field, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_CUSTOM_FIELD);
	struct ch_custom_field before;
	struct custom_fields others;
	struct values values;

	TRY(change_get(change, CH_CUSTOM_FIELD, field->custom_field_id, &before, err));
	field->key = before.key;
	field->belongs_to = before.belongs_to;
	TRY(ch_record_validate(entity, field, err));
	TRY(check_options(field, &change->arena, err));
	if (strcmp(field->name, before.name) != 0)
		TRY(refuse_rating(change, field, err));
	TRY(custom_fields_of(change->db, entity_of(field), &change->arena, &others, err));
	TRY(check_name(&others, field, err));
	if (field->kind != before.kind || !ch_field_equal(ch_field_named(entity, "options"), field, &before)) {
		TRY(read_values(change->db, field, &change->arena, &values, err));
		TRY(reread_all(field, &values, &change->arena, err));
		TRY(save_values(change, field, &values, true, err));
	}
	return change_update(change, CH_CUSTOM_FIELD, field, err);
}

enum ch_status ch_custom_field_set(struct ch_context *c, struct ch_custom_field *field, struct ch_error *err)
{
	struct change change;
	struct ch_custom_field edited = *field;

	TRY(change_begin(&change, c, CH_OP_FIELD_SET, CH_CUSTOM_FIELD, field->custom_field_id, err));
	TRY(change_end(&change, set(&change, &edited, err), err));
	field->row_version = edited.row_version;
	return CH_OK;
}

enum ch_status ch_custom_field_get(struct ch_context *c, int64_t custom_field_id, struct ch_arena *arena,
				   struct ch_custom_field *field, struct ch_error *err)
{
	TRY(may(c, CH_OP_FIELD_READ, CH_CUSTOM_FIELD, custom_field_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_CUSTOM_FIELD), custom_field_id, arena, field, err);
}

enum ch_status ch_custom_field_count(struct ch_context *c, int64_t custom_field_id, int64_t *count,
				     struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_custom_field field;
	struct values values = {.count = 0};
	enum ch_status status = ch_custom_field_get(c, custom_field_id, &arena, &field, err);

	if (status == CH_OK)
		status = read_values(c->scheme->db, &field, &arena, &values, err);
	*count = (int64_t)values.count;
	ch_arena_release(&arena);
	return status;
}

static enum ch_status drop(struct change *change, int64_t custom_field_id, int64_t *count, struct ch_error *err)
{
	struct ch_custom_field field;
	struct values values;

	TRY(change_get(change, CH_CUSTOM_FIELD, custom_field_id, &field, err));
	TRY(read_values(change->db, &field, &change->arena, &values, err));
	TRY(save_values(change, &field, &values, false, err));
	*count = (int64_t)values.count;
	return change_delete(change, CH_CUSTOM_FIELD, custom_field_id, err);
}

enum ch_status ch_custom_field_drop(struct ch_context *c, int64_t custom_field_id, int64_t *values,
				    struct ch_error *err)
{
	struct change change;

	*values = 0;
	TRY(change_begin(&change, c, CH_OP_FIELD_DROP, CH_CUSTOM_FIELD, custom_field_id, err));
	return change_end(&change, drop(&change, custom_field_id, values, err), err);
}

enum ch_status custom_field_check_values(struct change *change, const struct ch_custom_field *field,
					 struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;
	struct ch_custom_field now;
	struct values values;

	TRY(read_values(change->db, field, &change->arena, &values, err));
	if (values.count == 0)
		return CH_OK;
	if (change_get(change, CH_CUSTOM_FIELD, field->custom_field_id, &now, &missing) == CH_OK)
		return reread_all(&now, &values, &change->arena, err);
	ch_fail(err, CH_DATA,
		_n("%zu value of \"%s\" is there by now", "%zu values of \"%s\" are there by now", values.count),
		values.count, field->name);
	return ch_error_fix(err, _("drop the field instead, and the values with it: `chiron field drop %lld`"),
			    (long long)field->custom_field_id);
}
