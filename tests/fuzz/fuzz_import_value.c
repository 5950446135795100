/*
 * Fuzzing every parser of values: the input is one cell, read as each field of
 * a person and of each other kind of row, in both orders of dates. What comes
 * out is taken by the field it is for, is clean, and is read as itself. The
 * corpus is replayed by tests/core/test_import_corpus_value.c.
 */
#include <string.h>

#include "chiron/text.h"
#include "core/import/pair_row.h"
#include "core/import/value.h"
#include "fuzz.h"

/* A record of any kind of row. */
union record {
	struct ch_person person;
	struct pair_row row;
};

static void check(const struct ch_entity *entity, const struct import_how *how, struct import_value value,
		  struct ch_arena *arena)
{
	union record record;
	struct ch_error err = CH_NO_ERROR;
	size_t length = value.text ? strlen(value.text) : 0;

	require(!value.reason || value.message, "what is wrong is said");
	if (!value.text)
		return;
	require(length > 0, "a value is never empty");
	require(ch_text_valid(value.text, length) == length, "values are valid UTF-8");
	require(!ch_text_has_controls(value.text, how->field->type == CH_TYPE_LINES),
		"values have no control characters");
	if (value.rejected)
		return;
	ch_record_clear(entity, &record);
	/* A field may still refuse what is too long for it; everything else it takes. */
	if (ch_field_set(how->field, &record, value.text, CH_NO_DATE, arena, &err) == CH_OK)
		require(ch_field_text(how->field, &record, arena) != NULL, "a value that is taken is there");
}

static void read_as(const struct import_lexicon *lexicon, const struct ch_entity *entity, const char *cell)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	for (size_t i = 0; i < entity->field_count; i++) {
		struct import_how how = {
			.lexicon = lexicon, .field = &entity->fields[i], .order = IMPORT_DMY, .zeros = true};

		if (how.field->type == CH_TYPE_ID || how.field->flags & (CH_FIELD_KEPT | CH_FIELD_HIDDEN))
			continue;
		check(entity, &how, import_value_read(&how, cell, &arena), &arena);
		how.order = IMPORT_MDY;
		check(entity, &how, import_value_read(&how, cell, &arena), &arena);
		if (strcmp(how.field->key, "roles") != 0)
			continue;
		how.role = CH_ROLE_MENTOR;
		check(entity, &how, import_value_read(&how, cell, &arena), &arena);
	}
	ch_arena_release(&arena);
}

static void read_as_everything(const struct import_lexicon *lexicon, const char *cell)
{
	const struct ch_entity *const entities[] = {ch_entity_of(CH_PERSON), &pairing_row_entity,
						    &session_row_entity,     &enrolment_row_entity,
						    &credential_row_entity,  &action_row_entity};

	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		read_as(lexicon, entities[i], cell);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct ch_arena lexicon_arena; /* read once: it is the same for every input */
	static struct import_lexicon lexicon;
	char *cell = malloc(size + 1);

	require(cell != NULL, "memory for the cell");
	memcpy(cell, data, size);
	cell[size] = '\0';
	if (!lexicon.kind)
		import_lexicon_read(&lexicon, NULL, &lexicon_arena);
	/* The stages before see to it that cells are valid. */
	if (ch_text_valid(cell, strlen(cell)) == strlen(cell))
		read_as_everything(&lexicon, cell);
	free(cell);
	return 0;
}
