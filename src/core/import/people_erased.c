#include "core/import/people_erased.h"

#include <string.h>

#include "core/erasure_known.h"
#include "core/import/column_meaning.h"
#include "core/person_keys.h"
#include "store/record.h"

enum ch_status people_erased_is_row(struct people_import *people, const struct person_row *row, bool *is,
				    struct ch_arena *arena, struct ch_error *err)
{
	struct ch_error missing = CH_NO_ERROR;
	struct ch_person person;

	*is = false;
	if (row->person_id == 0 || row->given.name == NULL || row->given.email != NULL)
		return CH_OK;
	TRY(people_new_write(&people->new, err));
	*is = record_get(people->change->db, ch_entity_of(CH_PERSON), row->person_id, arena, &person, &missing) ==
		      CH_OK &&
	      person.erased_on != CH_NO_DATE && strcmp(person.name, row->given.name) == 0;
	return CH_OK;
}

enum ch_status people_erased_refuse(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				    struct ch_error *err)
{
	struct ch_person person = row->given;
	enum erasure_likeness like;
	char day[CH_DATE_SIZE];
	int64_t other = 0;

	person.person_id = row->person_id;
	TRY(erasure_find(people->change->db, people->scheme_id, &person, arena, &like, day, err));
	if (like == ERASURE_NAME) {
		person_keys_fill(&person, arena);
		TRY(people_known_namesake(&people->known, &person,
					  key_hash(people_known_seed(&people->known), person.sort_name), &other, err));
	}
	if (like == ERASURE_NONE || other != 0)
		return CH_OK;
	row->rejected = true;
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = import_columns_heading(people->columns, "name"),
				     .field = "name",
				     .value = row->given.name,
				     .reason = IMPORT_WAS_ERASED,
				     .rejected = true,
				     .message = erasure_message(like, day, arena),
				     .fix = erasure_fix(like)};
	import_issue_add(people->findings, &issue);
	return CH_OK;
}
