#include "core/import/people_said.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "chiron/text.h"
#include "core/import/column_meaning.h"
#include "core/import/mend.h"
#include "core/import/people.h"
#include "core/person_keys.h"

int64_t people_said_row(const char *to)
{
	const size_t length = strlen(CH_IMPORT_MEND_ROW);
	char *rest = NULL;

	if (strncasecmp(to, CH_IMPORT_MEND_ROW, length) != 0)
		return 0;
	int64_t row = strtoll(to + length, &rest, 10);
	return *rest == '\0' && row > 0 ? row : 0;
}

void people_said_begin(struct people_said *said, const struct import_columns *columns)
{
	*said = (struct people_said){.arena = CH_ARENA_EMPTY};
	for (size_t i = 0; i < columns->mend_count; i++)
		if (columns->mends[i].of_row != 0)
			said->columns = columns;
}

void people_said_release(struct people_said *said)
{
	row_map_release(&said->rows);
	ch_arena_release(&said->arena);
}

static bool is_named(const struct people_said *said, int64_t row)
{
	for (size_t i = 0; i < said->columns->mend_count; i++)
		if (said->columns->mends[i].of_row == row || said->columns->mends[i].row == row)
			return true;
	return false;
}

void people_said_met(struct people_said *said, int64_t row, int64_t person_id)
{
	if (said->columns != NULL && is_named(said, row))
		row_map_set(&said->rows, row, person_id);
}

static void tell(struct people_import *people, const struct person_row *row, const char *name,
		 enum import_reason reason, bool rejected, const char *message, const char *fix)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .column = import_columns_heading(people->columns, "name"),
				     .field = "name",
				     .value = name,
				     .reason = reason,
				     .rejected = rejected,
				     .message = message,
				     .fix = fix};

	import_issue_add(people->findings, &issue);
}

void people_said_find(struct people_import *people, struct person_row *row, int64_t *id, struct ch_arena *arena)
{
	*id = row_map_find(&people->said.rows, row->of_row);
	if (*id != 0)
		return;
	row->rejected = true;
	tell(people, row, row->given.name, IMPORT_OTHER_PERSON, true,
	     ch_arena_printf(arena, _("is said to be the person of row %lld, by which nobody comes in"),
			     (long long)row->of_row),
	     _("mend that row first, or say another one"));
}

int64_t people_said_lead_to(const struct people_said *said, const char *email_key)
{
	for (const struct people_said_lead *at = said->leads; email_key != NULL && at != NULL; at = at->next)
		if (at->lead.email_key != NULL && strcmp(at->lead.email_key, email_key) == 0)
			return at->lead.person_id;
	return 0;
}

/* What the row was known by, and its person is not. */
static void keep_lead(struct people_said *said, const struct person_row *row, const struct ch_person *stored)
{
	struct ch_arena *arena = &said->arena;
	bool same_email = row->email_key == NULL || stored->email_key == NULL ||
		strcmp(row->email_key, stored->email_key) == 0;
	bool same_key = row->import_key == NULL ||
		(stored->import_key != NULL && strcmp(row->import_key, stored->import_key) == 0);

	if (same_email && same_key)
		return;
	struct ch_person called = row->given;
	person_name_fill(&called, arena);
	person_keys_fill(&called, arena);
	struct people_said_lead *kept = ch_arena_alloc(arena, sizeof *kept);
	*kept = (struct people_said_lead){
		.lead = {.person_id = stored->person_id,
			 .name = ch_arena_copy(arena, called.name),
			 .sort_name = ch_arena_copy(arena, called.sort_name),
			 .email_key = same_email ? NULL : ch_arena_copy(arena, row->email_key),
			 .import_key = same_key ? NULL : ch_arena_copy(arena, row->import_key)},
		.next = said->leads};
	said->leads = kept;
}

bool people_said_before(const struct person_row *row, const struct ch_person *stored)
{
	const char *own = row->email_key != NULL ? stored->email_key : stored->import_key;
	const char *given = row->email_key != NULL ? row->email_key : row->import_key;

	return row->person_id == 0 && own != NULL && given != NULL && strcmp(own, given) != 0;
}

static enum ch_status leads_already(struct people_import *people, const struct person_row *row,
				    const struct ch_person *stored, bool *leads, struct ch_error *err)
{
	int64_t id = 0;

	TRY(people_known_email(&people->known, row->email_key, row->hashes.email, &id, err));
	if (id == 0)
		TRY(people_known_import_key(&people->known, row->import_key, &id, err));
	*leads = id == stored->person_id;
	return CH_OK;
}

static const char *list_of_both(const struct ch_field *field, const struct ch_person *stored,
				const struct ch_person *given, struct ch_arena *arena)
{
	const char *before = ch_field_text(field, stored, arena);

	return person_field_joined(field, before, ch_field_text(field, given, arena), arena);
}

enum ch_status people_said_join(struct people_import *people, struct person_row *row, const struct ch_person *stored,
				struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	const char *name = row->given.name;
	struct ch_buffer left = CH_BUFFER_EMPTY;
	enum ch_status status = CH_OK;
	bool known;

	TRY(leads_already(people, row, stored, &known, err));
	if (!known)
		keep_lead(&people->said, row, stored);
	for (size_t i = 0; status == CH_OK && i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (!person_contradicts(field, &row->given, stored, arena))
			continue;
		const char *both = list_of_both(field, stored, &row->given, arena);
		bool adds = person_field_adds(field);

		status = ch_field_set(field, &row->given, adds ? both : NULL, CH_NO_DATE, arena, err);
		if (!adds)
			ch_buffer_printf(&left, "%s%s", left.length > 0 ? ", " : "", _(field->label));
	}
	if (status == CH_OK && left.length > 0)
		tell(people, row, name, IMPORT_JOINED, false,
		     ch_arena_printf(arena,
				     known ? _("is the person of row %lld, as was said before; of that row count: %s")
					   : _("is the person of row %lld, as you say; of that row count: %s"),
				     (long long)row->of_row, left.text), NULL);
	ch_buffer_release(&left);
	return status;
}

static enum ch_status was_two(struct people_import *people, int64_t person_id, bool *two, struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_PERSON_HAS_LEAD);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, two, err);
	stmt_reset(q);
	return status;
}

enum ch_status people_said_add_up(struct people_import *people, struct person_row *row,
				  const struct ch_person *stored, struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);
	enum ch_status status = CH_OK;
	bool two = false, asked = false;

	for (size_t i = 0; status == CH_OK && i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];

		if (!person_field_adds(field) || !person_contradicts(field, &row->given, stored, arena))
			continue;
		if (!asked)
			TRY(was_two(people, stored->person_id, &two, err));
		asked = true;
		if (two)
			status = ch_field_set(field, &row->given, list_of_both(field, stored, &row->given, arena),
					      CH_NO_DATE, arena, err);
	}
	return status;
}

/* A number that no person will have: somebody comes and goes at once. */
static enum ch_status take_number(struct people_import *people, struct ch_merged *lead, struct ch_error *err)
{
	struct ch_person nobody;

	ch_record_start(ch_entity_of(CH_PERSON), &nobody);
	nobody.name = lead->name;
	nobody.batch_id = people->reader.batch_id;
	person_keys_fill(&nobody, &people->said.arena);
	TRY(change_insert(people->change, CH_PERSON, &nobody, err));
	lead->merged_id = nobody.person_id;
	return change_delete(people->change, CH_PERSON, nobody.person_id, err);
}

enum ch_status people_said_end(struct people_import *people, struct ch_error *err)
{
	if (people->said.leads != NULL)
		TRY(people_new_write(&people->new, err));
	for (struct people_said_lead *at = people->said.leads; at != NULL; at = at->next) {
		at->lead.merged_on = people->change->today;
		TRY(take_number(people, &at->lead, err));
		TRY(change_insert(people->change, CH_MERGED, &at->lead, err));
	}
	return CH_OK;
}
