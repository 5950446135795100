/* Slots are read as they are filled: templates are short, and nothing need be kept. */
#include "core/check/check_template.h"

#include <stdio.h>
#include <string.h>

#include "chiron/buffer.h"

enum { SLOT_SIZE = 128 };

static bool take(char *out, size_t size, const char *text, size_t length)
{
	if (length == 0 || length >= size)
		return false;
	memcpy(out, text, length);
	out[length] = '\0';
	return true;
}

/* What stands behind the colon: "date", an entity, or an entity's choice field. */
static bool read_form(char *form, struct check_slot *slot)
{
	char *dot = strchr(form, '.');

	if (strcmp(form, "date") == 0) {
		slot->kind = CHECK_SLOT_DATE;
		return true;
	}
	if (dot != NULL)
		*dot = '\0';
	slot->kind = CHECK_SLOT_LABELS;
	slot->entity = ch_entity_named(form);
	if (slot->entity == NULL || dot == NULL)
		return slot->entity != NULL;
	const struct ch_field *field = ch_field_named(slot->entity, dot + 1);

	slot->kind = CHECK_SLOT_CHOICE;
	slot->choices = field != NULL ? field->choices : NULL;
	return slot->choices != NULL;
}

static bool read_slot(const char *inner, struct check_slot *slot)
{
	size_t length = strcspn(inner, ":?");
	const char *rest = inner + length;
	char form[SLOT_SIZE];

	*slot = (struct check_slot){.kind = CHECK_SLOT_PLAIN};
	if (!take(slot->column, sizeof(slot->column), inner, length))
		return false;
	if (*rest == '\0')
		return true;
	if (*rest == ':') {
		snprintf(form, sizeof(form), "%s", rest + 1);
		return read_form(form, slot);
	}
	const char *bar = strchr(rest, '|');

	slot->kind = CHECK_SLOT_PLURAL;
	return bar != NULL && take(slot->one, sizeof(slot->one), rest + 1, (size_t)(bar - rest - 1)) &&
	       take(slot->many, sizeof(slot->many), bar + 1, strlen(bar + 1));
}

enum ch_status check_template_next(const char **at, size_t *plain, struct check_slot *slot, struct ch_error *err)
{
	char inner[SLOT_SIZE];

	*plain = strcspn(*at, "{}");
	const char *open = *at + *plain, *close = strchr(open, '}');

	if (*open == '\0')
		return CH_OK;
	if (*open == '}' || close == NULL || !take(inner, sizeof(inner), open + 1, (size_t)(close - open - 1)) ||
	    !read_slot(inner, slot))
		return ch_fail(err, CH_DATA,
			       _("\"%.60s\" is no column in braces; these are: {days}, {due:date}, "
				 "{missing:agreement}, {role:enrolment.role}, {days?day|days}"),
			       open);
	*at = close + 1;
	return CH_FOUND;
}

static void add_labels(struct ch_buffer *out, const struct ch_entity *entity, const char *keys)
{
	while (*keys != '\0') {
		char key[64];
		size_t length = strcspn(keys, ",");

		snprintf(key, sizeof(key), "%.*s", (int)length, keys);
		const struct ch_field *field = ch_field_named(entity, key);

		ch_buffer_add(out, field != NULL ? _(field->label) : key);
		keys += length;
		if (*keys == ',') {
			ch_buffer_add(out, ", ");
			keys += strspn(keys, ", ");
		}
	}
}

static void add_value(struct ch_buffer *out, const struct check_slot *slot, const char *value, ch_date today)
{
	char shown[CH_DATE_WORDS_SIZE];
	int choice;

	if (value == NULL) {
		ch_buffer_add(out, "-");
		return;
	}
	switch (slot->kind) {
	case CHECK_SLOT_DATE:
		ch_buffer_add(out, ch_date_words(ch_date_from_iso(value), today, shown));
		return;
	case CHECK_SLOT_LABELS:
		add_labels(out, slot->entity, value);
		return;
	case CHECK_SLOT_CHOICE:
		choice = ch_choice_find(slot->choices, value);
		ch_buffer_add(out, choice > 0 ? _(slot->choices[choice].label) : value);
		return;
	case CHECK_SLOT_PLURAL:
		ch_buffer_add(out, strcmp(value, "1") == 0 ? slot->one : slot->many);
		return;
	case CHECK_SLOT_PLAIN:
		ch_buffer_add(out, value);
	}
}

char *check_template_fill(const char *text, check_template_value *value, void *context, ch_date today,
			  struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct check_slot slot;
	size_t plain;

	for (;;) {
		const char *start = text;
		enum ch_status status = check_template_next(&text, &plain, &slot, &ignored);

		ch_buffer_add_bytes(&out, start, plain);
		if (status != CH_FOUND)
			break;
		add_value(&out, &slot, value(context, slot.column), today);
	}
	char *filled = ch_arena_copy(arena, out.text);

	ch_buffer_release(&out);
	return filled;
}
