/* Records with their custom fields, for faces: what they are made of is model/custom_field.h. */
#include <string.h>

#include "chiron/text.h"
#include "core/custom_field.h"
#include "core/scheme_private.h"
#include "model/custom_field.h"
#include "model/field_value.h"

static bool may_read(const struct ch_context *c, const struct ch_custom_field *field)
{
	return c->actor.person_id == 0 || field->readers == CH_CUSTOM_FOR_EVERYBODY;
}

enum ch_status custom_fields_readable(struct ch_context *c, enum ch_entity_id entity, struct ch_arena *arena,
				      struct custom_fields *fields, struct ch_error *err)
{
	size_t kept = 0;

	*fields = (struct custom_fields){.count = 0};
	if (c->scheme == NULL)
		return CH_OK;
	TRY(custom_fields_of(c->scheme->db, entity, arena, fields, err));
	for (size_t i = 0; i < fields->count; i++)
		if (may_read(c, &fields->list[i]))
			fields->list[kept++] = fields->list[i];
	fields->count = kept;
	return CH_OK;
}

enum ch_status ch_custom_widen(struct ch_context *c, enum ch_entity_id entity, const void *record,
			       struct ch_arena *arena, const struct ch_entity **wide, void **wide_record,
			       struct ch_error *err)
{
	const struct ch_entity *base = ch_entity_of(entity);
	struct custom_fields fields;

	TRY(custom_fields_readable(c, entity, arena, &fields, err));
	*wide = fields.count > 0 ? custom_entity(base, fields.list, fields.count, arena) : base;
	if (record == NULL)
		return CH_OK;
	*wide_record = ch_arena_alloc(arena, (*wide)->size);
	ch_record_clear(*wide, *wide_record);
	ch_record_copy(base, *wide_record, record, arena);
	ch_custom_unfold(*wide, *wide_record, arena);
	return CH_OK;
}

static enum ch_status refuse_unknown(enum ch_entity_id entity, const struct custom_fields *fields, const char *name,
				     struct ch_error *err)
{
	struct ch_nearest nearest = CH_NEAREST(name);

	ch_fail(err, CH_USAGE, _("%s have no field \"%s\" of the scheme's own"), ch_entity_of(entity)->plural, name);
	for (size_t i = 0; i < fields->count; i++) {
		ch_nearest_try(&nearest, fields->list[i].key);
		ch_nearest_try(&nearest, fields->list[i].name);
	}
	if (nearest.word != NULL)
		return ch_error_fix(err, _("did you mean %s?"), nearest.word);
	return ch_error_fix(err, _("`chiron field list` shows those there are; `chiron field add` makes one"));
}

enum ch_status ch_custom_give(struct ch_context *c, enum ch_entity_id entity, void *record, const char *text,
			      struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_field *held = ch_field_named(ch_entity_of(entity), "custom_values");
	const char *equals = strchr(text, '=');
	struct custom_fields fields;
	int64_t member = 0;

	if (equals == NULL || equals == text) {
		ch_fail(err, CH_USAGE, _("\"%s\" does not say a field and its value"), text);
		return ch_error_fix(err, _("write it as 'Name=value', as 'T-shirt size=M'"));
	}
	const char *name = ch_arena_copy_bytes(arena, text, (size_t)(equals - text));
	TRY(custom_fields_readable(c, entity, arena, &fields, err));
	const struct ch_custom_field *field = custom_field_called(&fields, name);
	if (field == NULL)
		return refuse_unknown(entity, &fields, name, err);
	struct ch_field row = custom_field_row(field, 0, arena);
	TRY(ch_field_set(&row, &member, equals + 1, ch_clock_today(&c->clock), arena, err));
	const char *values = custom_values_with(field_read(held, record).text, field->key,
						ch_field_text(&row, &member, arena), arena);
	field_write(held, record, (struct field_value){.text = values});
	return CH_OK;
}

const char *custom_values_redacted(struct ch_context *c, enum ch_entity_id entity, const char *values,
				   struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	struct custom_fields fields;

	if (values == NULL || c->actor.person_id == 0)
		return values;
	if (custom_fields_of(c->scheme->db, entity, arena, &fields, &ignored) != CH_OK)
		return NULL;
	for (size_t i = 0; i < fields.count; i++)
		if (!may_read(c, &fields.list[i]))
			values = custom_values_with(values, fields.list[i].key, NULL, arena);
	return values;
}
