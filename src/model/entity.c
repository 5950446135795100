#include "chiron/field.h"

#include <string.h>

#include "model/field_table.h"

static const struct ch_entity *const entities[CH_ENTITY_COUNT] = {
#define X(upper, lower) [CH_##upper] = &entity_##lower,
	CH_ENTITIES(X)
#undef X
};

const struct ch_entity *ch_entity_of(enum ch_entity_id id)
{
	return id > CH_NO_ENTITY && id < CH_ENTITY_COUNT ? entities[id] : NULL;
}

const struct ch_entity *ch_entity_named(const char *name)
{
	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++)
		if (strcmp(entities[id]->name, name) == 0 || strcmp(entities[id]->plural, name) == 0)
			return entities[id];
	return NULL;
}

const struct ch_field *ch_field_named(const struct ch_entity *entity, const char *key)
{
	for (size_t i = 0; i < entity->field_count; i++)
		if (strcmp(entity->fields[i].key, key) == 0)
			return &entity->fields[i];
	return NULL;
}
