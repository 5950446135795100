#include "core/erasure_former.h"

#include "core/id_list.h"
#include "core/journal/change.h"
#include "store/record.h"
#include "store/stmt.h"

static struct ch_merged *add_number(struct erasure_numbers *numbers, size_t *room, struct ch_arena *arena)
{
	numbers->list = ch_arena_room(arena, numbers->list, numbers->count, room, sizeof *numbers->list);
	return &numbers->list[numbers->count++];
}

static enum ch_status read_merged(struct db *db, int64_t person_id, struct ch_arena *arena,
				  struct erasure_numbers *numbers, size_t *room, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(db, SQL_MERGED_OF);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = id_list_read(&ids, q, "merged_id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = record_get(db, ch_entity_of(CH_MERGED), ids.ids[i], arena, add_number(numbers, room, arena),
				    err);
	id_list_release(&ids);
	return status;
}

static enum ch_status read_formers(struct db *db, const struct ch_person *person, struct ch_arena *arena,
				   struct erasure_numbers *numbers, size_t *room, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_FORMERS_LIKE);
	bool row = false;
	enum ch_status status;

	stmt_bind_int(q, "person_id", person->person_id);
	stmt_bind_text(q, "email_key", person->email_key);
	stmt_bind_text(q, "import_key", person->import_key);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		*add_number(numbers, room, arena) = (struct ch_merged){.merged_id = stmt_id(q, "former_id"),
								       .person_id = person->person_id,
								       .name = stmt_copy(q, "name", arena),
								       .sort_name = stmt_copy(q, "sort_name", arena),
								       .email_key = stmt_copy(q, "email_key", arena)};
	stmt_reset(q);
	return status;
}

enum ch_status erasure_numbers_read(struct db *db, const struct ch_person *person, struct ch_arena *arena,
				    struct erasure_numbers *numbers, struct ch_error *err)
{
	size_t room = 0;

	*numbers = (struct erasure_numbers){.list = NULL};
	TRY(read_merged(db, person->person_id, arena, numbers, &room, err));
	return read_formers(db, person, arena, numbers, &room, err);
}

enum ch_status erasure_person_get(struct db *db, int64_t person_id, struct ch_arena *arena, struct ch_person *person,
				  bool *former, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	struct stmt *q = stmt_ready(db, SQL_FORMER_PERSON);
	const char *said = NULL;

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, former, err);
	if (status == CH_OK && *former)
		said = stmt_copy(q, "said", arena);
	stmt_reset(q);
	TRY(status);
	return *former ? record_from_json(entity, said, arena, person, err)
		       : record_get(db, entity, person_id, arena, person, err);
}
