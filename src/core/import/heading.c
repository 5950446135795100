#include "core/import/heading.h"

#include <string.h>

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
	size_t known = 0;
	bool person = false;

	for (size_t i = 0; i < record->count; i++) {
		struct import_meaning meaning = import_lexicon_find(lexicon, record->cells[i]);

		if (strchr(record->cells[i], '@') && !strchr(record->cells[i], ' '))
			return false;
		known += meaning.field != NULL;
		person = person || import_field_names_person(meaning.field);
	}
	return known >= 2 && person;
}
