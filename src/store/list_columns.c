/*
 * Columns as faces see them are made from the lists' fragments and the field
 * tables, once: a label, a type or a width that a field has is not said again.
 * They never change afterwards, and only the first thread reads lists.
 */
#include <string.h>

#include "store/list.h"

static const struct ch_field *field_of(const struct list_column *column)
{
	if (column->entity == CH_NO_ENTITY)
		return NULL;
	return ch_field_named(ch_entity_of(column->entity), column->field != NULL ? column->field : column->key);
}

enum ch_class list_column_access(const struct list_column *column)
{
	const struct ch_field *field = field_of(column);

	return field != NULL ? field->access : column->access;
}

struct ch_column list_column_face(const struct list_column *column)
{
	const struct ch_field *field = field_of(column);
	struct ch_column face = {
		.key = column->key,
		.label = column->label,
		.type = column->type,
		.width = column->width,
		.choices = column->choices,
		.extra = column->extra,
	};

	if (field == NULL)
		return face;
	if (face.label == NULL)
		face.label = field->label;
	if (face.type == 0) {
		face.type = field->type;
		face.choices = field->choices;
	}
	if (face.width == 0)
		face.width = field->width;
	return face;
}

const struct ch_column *list_columns(enum ch_list_id list)
{
	static struct ch_column faces[CH_LIST_COUNT][LIST_MOST_COLUMNS];
	const struct list_info *info = list_info(list);

	if (faces[list][0].key == NULL)
		for (size_t i = 0; i < info->column_count; i++)
			faces[list][i] = list_column_face(&info->columns[i]);
	return faces[list];
}

/* Whether the blank-separated `names` have `name`. */
static bool has_name(const char *names, const char *name)
{
	size_t length = strlen(name);

	while (names != NULL && *names != '\0') {
		size_t next = strcspn(names, " ");

		if (next == length && strncmp(names, name, length) == 0)
			return true;
		names += next + (names[next] == ' ');
	}
	return false;
}

const struct list_column *list_column_named(const struct list_info *info, const char *name)
{
	for (size_t i = 0; i < info->column_count; i++)
		if (strcmp(info->columns[i].key, name) == 0)
			return &info->columns[i];
	for (size_t i = 0; i < info->column_count; i++)
		if (has_name(info->columns[i].aliases, name))
			return &info->columns[i];
	return NULL;
}
