/*
 * Whole records, by a walk over their field table.
 */
#include <string.h>

#include "chiron/field.h"
#include "model/field_value.h"

void ch_record_clear(const struct ch_entity *entity, void *record)
{
	struct ch_record head = {.id = 0, .row_version = 0};

	memset(record, 0, entity->size);
	for (size_t i = 0; i < entity->field_count; i++)
		field_write(&entity->fields[i], record, FIELD_NOT_KNOWN);
	memcpy(record, &head, sizeof(head));
}

void ch_record_start(const struct ch_entity *entity, void *record)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error err = CH_NO_ERROR;

	ch_record_clear(entity, record);
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (!field->initial)
			continue;
		/* A table's text is canonical and lasts as long as the program: it is used where it stands. */
		if (ch_type_holds_text(field->type))
			field_write(field, record, (struct field_value){.text = field->initial});
		else if (ch_field_set(field, record, field->initial, CH_NO_DATE, &arena, &err) != CH_OK)
			ch_abort(err.message);
	}
	ch_arena_release(&arena);
}

void ch_record_copy(const struct ch_entity *entity, void *to, const void *from, struct ch_arena *arena)
{
	memmove(to, from, entity->size);
	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		struct field_value value = field_read(field, from);

		if (ch_type_holds_text(field->type)) {
			value.text = ch_arena_copy(arena, value.text);
			field_write(field, to, value);
		}
	}
}

static enum ch_status check_field(const struct ch_field *field, const void *record, struct ch_arena *arena,
				  struct ch_error *err)
{
	struct field_value value = field_read(field, record);

	if (value.text == NULL && value.number == CH_UNKNOWN) {
		if (field->flags & CH_FIELD_REQUIRED)
			return ch_fail_field(err, field->key, _("%s: not given, and needed"), _(field->label));
		return CH_OK;
	}
	if (field_check(field, value, "", err) == CH_OK)
		return CH_OK;
	/* Once more, for a message with the value in it: made as text only now, since most records are right. */
	return field_check(field, value, field_value_text(field, value, arena), err);
}

enum ch_status ch_record_validate_rest(const struct ch_entity *entity, const void *record, uint64_t checked,
				       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	enum ch_status status = CH_OK;

	for (size_t i = 0; i < entity->field_count && status == CH_OK; i++, checked >>= 1)
		if (!(checked & 1))
			status = check_field(&entity->fields[i], record, &arena, err);
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_record_validate(const struct ch_entity *entity, const void *record, struct ch_error *err)
{
	return ch_record_validate_rest(entity, record, 0, err);
}
