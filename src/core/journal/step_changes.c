/* What a step changed, field by field, from the journal. */
#include <string.h>

#include "chiron/custom_field.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/journal/step.h"
#include "store/record.h"
#include "store/stmt.h"

enum { COLUMNS = 4, BY_HAND = COLUMNS, COLUMNS_OF_IMPORT };

static const struct ch_column changes_columns[COLUMNS_OF_IMPORT] = {
	{.key = "record", .label = N_("Record"), .type = CH_TYPE_TEXT, .width = 30},
	{.key = "field", .label = N_("Field"), .type = CH_TYPE_TEXT, .width = 18},
	{.key = "before", .label = N_("Before"), .type = CH_TYPE_TEXT, .width = 24},
	{.key = "after", .label = N_("After"), .type = CH_TYPE_TEXT, .width = 24},
	[BY_HAND] = {.key = "changed_here", .label = N_("Changed here"), .type = CH_TYPE_DATE, .width = 12},
};

struct changes {
	struct ch_context *c;
	ch_date today;
	struct ch_arena *arena;
	struct ch_grid *grid;
	int64_t of_import; /* the record that an import replaces fields of; 0: these are changes of a step */
};

static void add_row(struct changes *changes, const char *record, const char *field, const char *before,
		    const char *after)
{
	int64_t number = (int64_t)changes->grid->row_count + 1;
	const char **cells = ch_grid_append(changes->grid, number, changes->arena);

	cells[0] = record;
	cells[1] = field;
	cells[2] = before;
	cells[3] = after;
}

/* The day on which what the field has was entered by hand; NULL: it was not, or not changed since it came. */
static const char *day_by_hand(struct changes *changes, const struct ch_entity *entity, const struct ch_field *field)
{
	struct stmt *q = stmt_ready(changes->c->scheme->db, SQL_CHANGED_BY_HAND);
	struct ch_error ignored = CH_NO_ERROR;
	const char *day = NULL;
	bool row = false;

	stmt_bind_text(q, "entity", entity->name);
	stmt_bind_int(q, "object_id", changes->of_import);
	stmt_bind_text(q, "key", field->key);
	if (stmt_step(q, &row, &ignored) == CH_OK && row)
		day = stmt_copy(q, "day", changes->arena);
	stmt_reset(q);
	return day;
}

/* Whom the address leads to that a person's manager goes by, or the address: it is looked for when all have come. */
static const char *manager_to_be(struct changes *changes, const struct ch_person *person)
{
	struct stmt *q = stmt_ready(changes->c->scheme->db, SQL_PERSON_BY_EMAIL);
	struct ch_error ignored = CH_NO_ERROR;
	const char *name = person->manager_email;
	bool row = false;

	stmt_bind_text(q, "email_key", ch_text_fold(changes->arena, person->manager_email));
	if (stmt_step(q, &row, &ignored) == CH_OK && row)
		name = stmt_copy(q, "name", changes->arena);
	stmt_reset(q);
	return name;
}

/* Keys for chiron itself and what is counted say nothing to people; some is the coordinator's only. */
static bool is_told(const struct ch_context *c, const struct ch_field *field)
{
	if (field->flags & (CH_FIELD_HIDDEN | CH_FIELD_COUNTED))
		return false;
	return c->actor.person_id == 0 ? field->access != CH_CLASS_PAIR : field->access == CH_CLASS_FACT;
}

/* As screens show it; what another record is called where it refers to one. */
static const char *show(struct changes *changes, const struct ch_field *field, const void *record)
{
	int64_t id;

	if (record == NULL || !ch_field_known(field, record))
		return NULL;
	if (field->type != CH_TYPE_ID)
		return ch_field_show(field, record, changes->today, changes->arena);
	memcpy(&id, (const char *)record + field->offset, sizeof id);
	return step_record_name(changes->c->scheme->db, field->refers_to, id, changes->today, changes->arena);
}

/* With the values of the scheme's own fields, as far as there still are such. */
static const void *widen(struct changes *changes, const void *record, const struct ch_entity **entity)
{
	const struct ch_entity *wide;
	struct ch_error ignored = CH_NO_ERROR;
	void *wide_record;

	if (record == NULL || ch_custom_widen(changes->c, (*entity)->id, record, changes->arena, &wide, &wide_record,
					      &ignored) != CH_OK)
		return record;
	*entity = wide;
	return wide_record;
}

static void add_record(struct changes *changes, const struct ch_entity *entity, int64_t id, const char *name,
		       const void *before, const void *after)
{
	if (name == NULL)
		name = step_record_name(changes->c->scheme->db, entity->id, id, changes->today, changes->arena);

	before = widen(changes, before, &entity);
	after = widen(changes, after, &entity);

	for (size_t i = 1; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!is_told(changes->c, field))
			continue;
		if (before != NULL && after != NULL && ch_field_equal(field, before, after))
			continue;
		const char *old = show(changes, field, before), *new = show(changes, field, after);
		if (changes->of_import != 0 && new == NULL && entity->id == CH_PERSON &&
		    strcmp(field->key, "manager_id") == 0 && ((const struct ch_person *)after)->manager_email != NULL)
			new = manager_to_be(changes, after);
		if (old == NULL && new == NULL)
			continue;
		add_row(changes, name, _(field->label), old, new);
		if (changes->of_import != 0)
			changes->grid->rows[changes->grid->row_count - 1].cells[BY_HAND] =
				day_by_hand(changes, entity, field);
	}
}

static enum ch_status read_record(struct changes *changes, const struct ch_entity *entity, const char *json,
				  void **record, struct ch_error *err)
{
	*record = NULL;
	if (json == NULL)
		return CH_OK;
	*record = ch_arena_alloc(changes->arena, entity->size);
	return record_from_json(entity, json, changes->arena, *record, err);
}

/* Reading a row's names runs other statements, so the journal is read first. */
struct entry {
	const struct ch_entity *entity;
	int64_t id;
	const char *before, *after;
	struct entry *next;
};

static enum ch_status read_journal(struct changes *changes, int64_t step_id, struct entry **first, struct ch_error *err)
{
	struct stmt *q = stmt_ready(changes->c->scheme->db, SQL_CHANGES_OF_STEP);
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "step", step_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		struct entry *entry = ch_arena_alloc(changes->arena, sizeof *entry);
		*entry = (struct entry){.entity = ch_entity_named(stmt_text(q, "entity")),
					.id = stmt_int(q, "object_id"),
					.before = stmt_copy(q, "before", changes->arena),
					.after = stmt_copy(q, "after", changes->arena)};
		*first = entry;
		first = &entry->next;
	}
	return status;
}

enum ch_status ch_step_changes(struct ch_context *c, int64_t step_id, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err)
{
	struct changes changes = {.c = c, .today = ch_clock_today(&c->clock), .arena = arena, .grid = grid};
	struct entry *first = NULL;
	struct ch_step step;

	TRY(may(c, CH_OP_STEP_READ, CH_STEP, step_id, err));
	TRY(record_get(c->scheme->db, ch_entity_of(CH_STEP), step_id, arena, &step, err));
	step_changes_begin(grid);
	grid->column_count = COLUMNS;
	TRY(read_journal(&changes, step_id, &first, err));
	for (const struct entry *entry = first; entry != NULL; entry = entry->next) {
		void *before, *after;
		TRY(read_record(&changes, entry->entity, entry->before, &before, err));
		TRY(read_record(&changes, entry->entity, entry->after, &after, err));
		add_record(&changes, entry->entity, entry->id, NULL, before, after);
	}
	return CH_OK;
}

void step_changes_begin(struct ch_grid *grid)
{
	*grid = (struct ch_grid){
		.title = N_("What was changed"), .columns = changes_columns, .column_count = COLUMNS_OF_IMPORT};
}

void step_changes_add(struct ch_context *c, const struct ch_entity *entity, const char *name, const void *before,
		      const void *after, struct ch_arena *arena, struct ch_grid *grid)
{
	struct changes changes = {.c = c, .today = ch_clock_today(&c->clock), .arena = arena, .grid = grid};

	memcpy(&changes.of_import, (const char *)before + entity->fields[0].offset, sizeof changes.of_import);
	add_record(&changes, entity, 0, name, before, after);
}

void step_changes_by_hand_first(struct ch_grid *grid, struct ch_arena *arena)
{
	struct ch_row *rows = ch_arena_array(arena, grid->row_count + 1, sizeof(*rows));
	size_t count = 0;

	for (int by_hand = 1; by_hand >= 0; by_hand--)
		for (size_t i = 0; i < grid->row_count; i++)
			if ((grid->rows[i].cells[BY_HAND] != NULL) == by_hand)
				rows[count++] = grid->rows[i];
	grid->rows = rows;
}
