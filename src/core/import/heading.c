#include "core/import/heading.h"

#include <string.h>

#include "core/import/import_kind.h"

bool import_field_names_person(const char *field)
{
	static const char *const fields[] = {"name", "first_name", "last_name", "email"};

	for (size_t i = 0; field && i < sizeof(fields) / sizeof(*fields); i++)
		if (strcmp(field, fields[i]) == 0)
			return true;
	return false;
}

bool import_record_is_headings(const struct import_lexicon *lexicon, const struct import_record *record)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char **fields = ch_arena_array(&arena, record->count, sizeof(*fields));
	size_t known = 0;
	bool named, address = false;

	for (size_t i = 0; i < record->count && !address; i++) {
		struct import_meaning meaning = import_lexicon_find(lexicon, record->cells[i]);

		if (strchr(record->cells[i], '@') && !strchr(record->cells[i], ' '))
			address = true;
		known += meaning.field != NULL;
		fields[i] = meaning.field;
	}
	named = known >= 2 && !address && import_kind_is_named(lexicon->kind, fields, record->count);
	ch_arena_release(&arena);
	return named;
}
