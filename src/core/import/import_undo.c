/*
 * Taking back an import: what it created goes, what it changed gets its former
 * values, and what was touched since is listed and left.
 */
#include <inttypes.h>
#include <string.h>

#include "base/instant.h"
#include "chiron/enrolment.h"
#include "chiron/exchange.h"
#include "chiron/merge.h"
#include "chiron/part.h"
#include "chiron/person.h"
#include "core/journal/change.h"
#include "core/custom_field.h"
#include "core/id_list.h"
#include "core/in_use.h"
#include "core/import/row_map.h"
#include "core/import/import_undo.h"
#include "core/person_keys.h"
#include "store/record.h"
#include "store/stmt.h"

enum { COLUMNS = 4 };

static const struct ch_column kept_columns[COLUMNS] = {
	{.key = "entity", .label = N_("Kind"), .type = CH_TYPE_TEXT, .width = 10},
	{.key = "id", .label = N_("No."), .type = CH_TYPE_NUMBER, .width = 5},
	{.key = "name", .label = N_("Name"), .type = CH_TYPE_TEXT, .width = 24},
	{.key = "why", .label = N_("Why it stays"), .type = CH_TYPE_TEXT, .width = 40},
};

void import_undo_keep(struct import_undo *undo, const char *entity, int64_t id, const char *name, const char *why)
{
	struct ch_grid *kept = &undo->undone->kept;

	if (kept->row_count == undo->capacity) {
		size_t capacity = undo->capacity == 0 ? 16 : undo->capacity * 2;
		struct ch_row *rows = ch_arena_array(undo->arena, capacity, sizeof *rows);
		if (kept->row_count > 0)
			memcpy(rows, kept->rows, kept->row_count * sizeof *rows);
		kept->rows = rows;
		undo->capacity = capacity;
	}
	const char **cells = ch_arena_array(undo->arena, COLUMNS, sizeof *cells);
	cells[0] = entity;
	cells[1] = ch_arena_printf(undo->arena, "%lld", (long long)id);
	cells[2] = ch_arena_copy(undo->arena, name);
	cells[3] = why;
	kept->rows[kept->row_count++] = (struct ch_row){.id = id, .cells = cells};
}

void import_undo_removed(struct import_undo *undo, enum ch_entity_id entity, size_t count)
{
	undo->undone->removed += (int64_t)count;
	undo->undone->removed_of[entity] += (int64_t)count;
}

const char *ch_import_removed_words(const struct ch_import_undone *undone, struct ch_arena *arena)
{
	const char *words = "";
	size_t kinds = 0;

	for (int id = CH_NO_ENTITY + 1; id < CH_ENTITY_COUNT; id++) {
		int64_t count = undone->removed_of[id];
		const struct ch_entity *entity = ch_entity_of((enum ch_entity_id)id);

		if (count > 0)
			words = ch_arena_printf(arena, "%s%s%" PRId64 " %s", words, kinds++ > 0 ? ", " : "", count,
						_(count == 1 ? entity->noun : entity->plural));
	}
	return kinds > 1 ? ch_arena_printf(arena, " (%s)", words) : "";
}

static enum ch_status was_touched(struct import_undo *undo, const char *entity, int64_t id, bool *touched,
				  struct ch_error *err)
{
	struct stmt *q = stmt_ready(undo->change->db, SQL_TOUCHED_SINCE);

	stmt_bind_text(q, "entity", entity);
	stmt_bind_int(q, "batch_id", undo->batch_id);
	stmt_bind_int(q, "object_id", id);
	enum ch_status status = stmt_step(q, touched, err);
	stmt_reset(q);
	return status;
}

static enum ch_status ids_of(struct import_undo *undo, enum statement_id statement, const char *parameter, int64_t id,
			     const char *column, struct id_list *list, struct ch_error *err)
{
	struct stmt *q = stmt_ready(undo->change->db, statement);

	stmt_bind_int(q, parameter, id);
	return id_list_read(list, q, column, err);
}

static enum ch_status remove_enrolment(struct import_undo *undo, int64_t id, struct ch_error *err)
{
	struct ch_enrolment enrolment;
	struct ch_person person;
	const char *used;
	bool touched = false;

	TRY(was_touched(undo, "enrolment", id, &touched, err));
	TRY(in_use_by(undo->change->db, SQL_ENROLMENT_IS_USED, id, &used, err));
	if (!touched && used == NULL) {
		import_undo_removed(undo, CH_ENROLMENT, 1);
		return change_delete(undo->change, CH_ENROLMENT, id, err);
	}
	TRY(change_get(undo->change, CH_ENROLMENT, id, &enrolment, err));
	TRY(change_get(undo->change, CH_PERSON, enrolment.person_id, &person, err));
	import_undo_keep(undo, "enrolment", id, person.name, used != NULL ? used : _("was changed since"));
	return CH_OK;
}

/* Those whose line manager goes away wait for one by e-mail again. */
static enum ch_status release_reports(struct import_undo *undo, int64_t person_id, struct ch_error *err)
{
	struct id_list reports = ID_LIST_EMPTY;
	enum ch_status status =
		ids_of(undo, SQL_REPORTS_OF_MANAGER, "person_id", person_id, "person_id", &reports, err);

	for (size_t i = 0; status == CH_OK && i < reports.count; i++) {
		struct ch_person report;
		status = change_get(undo->change, CH_PERSON, reports.ids[i], &report, err);
		if (status != CH_OK)
			break;
		report.manager_id = 0;
		status = change_update(undo->change, CH_PERSON, &report, err);
	}
	id_list_release(&reports);
	return status;
}

/* A person is decided on before anybody's line manager is taken away, which would look like a touch. */
static enum ch_status stays(struct import_undo *undo, int64_t id, bool *kept, struct ch_error *err)
{
	struct ch_person person;
	const char *used;
	bool touched = false;

	TRY(was_touched(undo, "person", id, &touched, err));
	TRY(in_use_by(undo->change->db, SQL_PERSON_IS_USED, id, &used, err));
	*kept = touched || used != NULL;
	if (!*kept)
		return CH_OK;
	TRY(change_get(undo->change, CH_PERSON, id, &person, err));
	import_undo_keep(undo, "person", id, person.name, used != NULL ? used : _("was changed since"));
	return CH_OK;
}

static enum ch_status remove_people(struct import_undo *undo, struct ch_error *err)
{
	struct id_list people = ID_LIST_EMPTY;
	size_t going = 0;
	enum ch_status status =
		ids_of(undo, SQL_PEOPLE_OF_BATCH, "batch_id", undo->batch_id, "person_id", &people, err);

	for (size_t i = 0; status == CH_OK && i < people.count; i++) {
		bool kept = false;
		status = stays(undo, people.ids[i], &kept, err);
		if (!kept)
			people.ids[going++] = people.ids[i];
	}
	for (size_t i = 0; status == CH_OK && i < going; i++)
		status = release_reports(undo, people.ids[i], err);
	for (size_t i = 0; status == CH_OK && i < going; i++)
		status = change_delete(undo->change, CH_PERSON, people.ids[i], err);
	import_undo_removed(undo, CH_PERSON, going);
	id_list_release(&people);
	return status;
}

static enum ch_status remove_enrolments(struct import_undo *undo, struct ch_error *err)
{
	struct id_list enrolments = ID_LIST_EMPTY;
	enum ch_status status =
		ids_of(undo, SQL_ENROLMENTS_OF_BATCH, "batch_id", undo->batch_id, "enrolment_id", &enrolments, err);

	for (size_t i = 0; status == CH_OK && i < enrolments.count; i++)
		status = remove_enrolment(undo, enrolments.ids[i], err);
	id_list_release(&enrolments);
	return status;
}

static enum ch_status remove_answers(struct import_undo *undo, struct ch_error *err)
{
	struct id_list made = ID_LIST_EMPTY;
	enum ch_status status =
		ids_of(undo, SQL_ANSWERS_OF_BATCH, "batch_id", undo->batch_id, "answer_id", &made, err);

	for (size_t i = 0; status == CH_OK && i < made.count; i++)
		status = change_delete(undo->change, CH_ANSWER, made.ids[i], err);
	id_list_release(&made);
	return status;
}

/* Those that nobody else wrote since; told where they are what the list was of. */
static enum ch_status remove_credentials(struct import_undo *undo, bool told, struct ch_error *err)
{
	struct id_list made = ID_LIST_EMPTY;
	enum ch_status status =
		ids_of(undo, SQL_CREDENTIALS_OF_BATCH, "batch_id", undo->batch_id, "credential_id", &made, err);

	for (size_t i = 0; status == CH_OK && i < made.count; i++) {
		struct ch_credential credential;

		status = change_get(undo->change, CH_CREDENTIAL, made.ids[i], &credential, err);
		if (status == CH_OK && credential.row_version != 1) {
			if (told)
				import_undo_keep(undo, "credential", made.ids[i], credential.name,
						 _("was changed since"));
		} else if (status == CH_OK) {
			import_undo_removed(undo, CH_CREDENTIAL, told);
			status = change_delete(undo->change, CH_CREDENTIAL, made.ids[i], err);
		}
	}
	id_list_release(&made);
	return status;
}

/* Fields that its columns became; those that somebody else gave values to stay. */
static enum ch_status remove_fields(struct import_undo *undo, struct ch_error *err)
{
	struct id_list made = ID_LIST_EMPTY;
	enum ch_status status =
		ids_of(undo, SQL_FIELDS_OF_BATCH, "batch_id", undo->batch_id, "custom_field_id", &made, err);

	for (size_t i = 0; status == CH_OK && i < made.count; i++) {
		struct ch_custom_field field;
		int64_t values;

		status = change_get(undo->change, CH_CUSTOM_FIELD, made.ids[i], &field, err);
		if (status == CH_OK)
			status = ch_custom_field_count(undo->change->c, made.ids[i], &values, err);
		if (status == CH_OK && values == 0) {
			status = change_delete(undo->change, CH_CUSTOM_FIELD, made.ids[i], err);
			import_undo_removed(undo, CH_CUSTOM_FIELD, 1);
		} else if (status == CH_OK) {
			import_undo_keep(undo, "custom_field", made.ids[i], field.name, _("has values that stay"));
		}
	}
	id_list_release(&made);
	return status;
}

struct former {
	enum ch_entity_id entity; /* CH_PERSON, CH_ENROLMENT or CH_CREDENTIAL */
	int64_t id;
	const char *before, *after;
};

/* Whether the record is as the batch left it, or is so again since a later import was taken back. */
static bool is_as_left(const struct ch_entity *entity, const void *after, const void *now)
{
	for (size_t i = 0; i < entity->field_count; i++)
		if (strcmp(entity->fields[i].key, "row_version") != 0 &&
		    !ch_field_equal(&entity->fields[i], after, now))
			return false;
	return true;
}

static enum ch_status restore_person(struct import_undo *undo, const struct former *former, struct ch_error *err)
{
	struct ch_person before, after, now;
	struct ch_arena *arena = &undo->change->arena;
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);

	TRY(record_from_json(entity, former->before, arena, &before, err));
	TRY(record_from_json(entity, former->after, arena, &after, err));
	TRY(change_get(undo->change, CH_PERSON, former->id, &now, err));
	if (!is_as_left(entity, &after, &now)) {
		import_undo_keep(undo, "person", now.person_id, now.name, _("was changed since"));
		return CH_OK;
	}
	before.row_version = now.row_version;
	TRY(change_update(undo->change, CH_PERSON, &before, err));
	undo->undone->restored++;
	return CH_OK;
}

/* Somebody who was enrolled before, and whose answers made them ready, or not. */
static enum ch_status restore_enrolment(struct import_undo *undo, const struct former *former, struct ch_error *err)
{
	struct ch_enrolment before, after, now;
	struct ch_person person;
	struct ch_arena *arena = &undo->change->arena;
	const struct ch_entity *entity = ch_entity_of(CH_ENROLMENT);

	TRY(record_from_json(entity, former->before, arena, &before, err));
	TRY(record_from_json(entity, former->after, arena, &after, err));
	TRY(change_get(undo->change, CH_ENROLMENT, former->id, &now, err));
	if (!is_as_left(entity, &after, &now)) {
		TRY(change_get(undo->change, CH_PERSON, now.person_id, &person, err));
		import_undo_keep(undo, "enrolment", now.enrolment_id, person.name, _("was changed since"));
		return CH_OK;
	}
	before.row_version = now.row_version;
	undo->undone->restored++;
	return change_update(undo->change, CH_ENROLMENT, &before, err);
}

/* A qualification or training that was here before, and of which the list said more. */
static enum ch_status restore_credential(struct import_undo *undo, const struct former *former, struct ch_error *err)
{
	struct ch_credential before, after, now;
	struct ch_arena *arena = &undo->change->arena;
	const struct ch_entity *entity = ch_entity_of(CH_CREDENTIAL);
	struct ch_error gone = CH_NO_ERROR;

	TRY(record_from_json(entity, former->before, arena, &before, err));
	TRY(record_from_json(entity, former->after, arena, &after, err));
	if (change_get(undo->change, CH_CREDENTIAL, former->id, &now, &gone) != CH_OK)
		return CH_OK;
	if (!is_as_left(entity, &after, &now)) {
		import_undo_keep(undo, "credential", now.credential_id, now.name, _("was changed since"));
		return CH_OK;
	}
	before.row_version = now.row_version;
	undo->undone->restored++;
	return change_update(undo->change, CH_CREDENTIAL, &before, err);
}

static enum ch_status restore(struct import_undo *undo, const struct former *former, struct ch_error *err)
{
	switch (former->entity) {
	case CH_PERSON:
		return restore_person(undo, former, err);
	case CH_ENROLMENT:
		return restore_enrolment(undo, former, err);
	default:
		return restore_credential(undo, former, err);
	}
}

/* What a batch changed, each record once, and where it stands in the list. */
struct formers {
	struct former *list;
	size_t count, capacity;
	struct row_map places; /* counted from 1 */
};

/*
 * A record may stand in the journal twice, newest first: somebody whose row changed them, and who was given a manager
 * after the last row. They are as the newest left them, and become what they were before the oldest.
 */
static void note_former(struct formers *formers, const struct former *former, struct ch_arena *arena)
{
	int64_t key = former->id * CH_ENTITY_COUNT + (int64_t)former->entity;
	int64_t place = row_map_find(&formers->places, key);

	if (place != 0) {
		formers->list[place - 1].before = former->before;
		return;
	}
	if (formers->count == formers->capacity) {
		size_t capacity = formers->capacity == 0 ? 64 : formers->capacity * 2;
		struct former *more = ch_arena_array(arena, capacity, sizeof *more);
		if (formers->count > 0)
			memcpy(more, formers->list, formers->count * sizeof *more);
		formers->list = more;
		formers->capacity = capacity;
	}
	formers->list[formers->count++] = *former;
	row_map_set(&formers->places, key, (int64_t)formers->count);
}

/* The journal of the batch, read before it is added to. */
static enum ch_status read_formers(struct import_undo *undo, struct formers *formers, struct id_list *leads,
				   struct ch_error *err)
{
	struct stmt *q = stmt_ready(undo->change->db, SQL_CHANGES_OF_BATCH);
	struct ch_arena *arena = &undo->change->arena;
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "batch_id", undo->batch_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		const struct ch_entity *entity = ch_entity_named(stmt_text(q, "entity"));
		if (entity != NULL && entity->id == CH_MERGED && stmt_text(q, "before") == NULL)
			id_list_add(leads, stmt_int(q, "object_id"));
		if (entity == NULL || stmt_text(q, "after") == NULL ||
		    (entity->id != CH_PERSON && entity->id != CH_ENROLMENT && entity->id != CH_CREDENTIAL) ||
		    stmt_text(q, "before") == NULL)
			continue;
		struct former former = {.entity = entity->id,
					.id = stmt_int(q, "object_id"),
					.before = stmt_copy(q, "before", arena),
					.after = stmt_copy(q, "after", arena)};
		note_former(formers, &former, arena);
	}
	return status;
}

static enum ch_status restore_changed(struct import_undo *undo, struct ch_error *err)
{
	struct formers formers = {.list = NULL};
	struct id_list leads = ID_LIST_EMPTY;
	enum ch_status status = read_formers(undo, &formers, &leads, err);

	/* Addresses that led to somebody since; erasing them took these along. */
	for (size_t i = 0; status == CH_OK && i < leads.count; i++) {
		struct ch_error gone = CH_NO_ERROR;
		struct ch_merged lead;
		if (change_get(undo->change, CH_MERGED, leads.ids[i], &lead, &gone) == CH_OK)
			status = change_delete(undo->change, CH_MERGED, leads.ids[i], err);
	}
	id_list_release(&leads);
	for (size_t i = 0; status == CH_OK && i < formers.count; i++)
		status = restore(undo, &formers.list[i], err);
	row_map_release(&formers.places);
	return status;
}

static enum ch_status undo_batch(struct import_undo *undo, struct ch_error *err)
{
	char undone[INSTANT_SHOWN_SIZE];
	struct ch_import_batch batch;

	TRY(change_get(undo->change, CH_IMPORT_BATCH, undo->batch_id, &batch, err));
	if (batch.undone_at != NULL)
		return ch_fail(err, CH_DATA, _("import %lld was undone already, %s"), (long long)undo->batch_id,
			       instant_show(batch.undone_at, undo->change->today, undone));
	if (strcmp(batch.kind, "feedback") == 0) {
		ch_fail(err, CH_DATA, _("import %lld brought what people answered, which is never taken back"),
			(long long)undo->batch_id);
		return ch_error_fix(err, _("answers keep their order for good, because outcomes are told of five "
					   "people at a time (R72)"));
	}
	if (strcmp(batch.kind, "people") != 0)
		TRY(import_undo_pairs(undo, err));
	TRY(remove_answers(undo, err));
	TRY(remove_credentials(undo, strcmp(batch.kind, "credentials") == 0, err));
	TRY(restore_changed(undo, err));
	TRY(remove_enrolments(undo, err));
	TRY(remove_people(undo, err));
	TRY(remove_fields(undo, err));
	if (undo->undone->removed + undo->undone->restored == 0 && undo->undone->kept.row_count > 0) {
		ch_fail(err, CH_DATA,
			_("everything that import %lld brought was used or changed since, so nothing was undone"),
			(long long)undo->batch_id);
		return ch_error_fix(err, _("end the pairings and enrolments first, or correct people one by one"));
	}
	batch.undone_at = undo->change->now;
	return change_update(undo->change, CH_IMPORT_BATCH, &batch, err);
}

static enum ch_status undo_or_look(struct ch_context *c, int64_t batch_id, bool look, struct ch_arena *arena,
				   struct ch_import_undone *undone, struct ch_error *err)
{
	struct change change;

	*undone = (struct ch_import_undone){
		.kept = {.title = N_("Left as it is"), .columns = kept_columns, .column_count = COLUMNS}};
	TRY(change_begin(&change, c, CH_OP_IMPORT_UNDO, CH_IMPORT_BATCH, batch_id, err));
	struct import_undo undo = {.change = &change, .batch_id = batch_id, .arena = arena, .undone = undone};
	enum ch_status status = undo_batch(&undo, err);
	if (status != CH_OK || !look)
		return change_end(&change, status, err);
	change_end(&change, CH_FOUND, err); /* taken back */
	return CH_OK;
}

enum ch_status ch_import_undo(struct ch_context *c, int64_t batch_id, struct ch_arena *arena,
			      struct ch_import_undone *undone, struct ch_error *err)
{
	return undo_or_look(c, batch_id, false, arena, undone, err);
}

enum ch_status ch_import_undo_look(struct ch_context *c, int64_t batch_id, struct ch_arena *arena,
				   struct ch_import_undone *undone, struct ch_error *err)
{
	return undo_or_look(c, batch_id, true, arena, undone, err);
}
