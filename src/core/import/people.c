#include "core/import/people.h"

#include <string.h>

#include "chiron/text.h"
#include "core/enrolment.h"
#include "core/id_list.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

static const struct ch_entity *person_entity(void)
{
	return ch_entity_of(CH_PERSON);
}

static enum ch_status id_by_text(struct people_import *people, enum statement_id statement, const char *parameter,
				 const char *text, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, statement);
	bool row = false;

	stmt_bind_text(q, parameter, text);
	enum ch_status status = stmt_step(q, &row, err);
	*id = status == CH_OK && row ? stmt_id(q, "person_id") : 0;
	stmt_reset(q);
	return status;
}

static void question(struct people_import *people, const struct person_row *row, enum import_reason reason,
		     bool rejected, const char *field, const char *value, const char *message, const char *fix)
{
	struct import_issue issue = {.row = row->row,
				     .line = row->line,
				     .field = field,
				     .value = value,
				     .reason = reason,
				     .rejected = rejected,
				     .message = message,
				     .fix = fix};

	import_issue_add(people->findings, &issue);
}

/*
 * Who the row is: chiron's own number first, where it is of this scheme; then
 * the e-mail; then the remembered row of a person without one. 0: somebody new.
 * A number and an e-mail of two different people reject the row.
 */
static enum ch_status recognise(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				int64_t *id, struct ch_error *err)
{
	struct ch_person by_number;
	struct ch_error missing = CH_NO_ERROR;
	int64_t by_email = 0;

	*id = 0;
	if (row->given.email != NULL)
		TRY(id_by_text(people, SQL_PERSON_BY_EMAIL, "email_key", ch_text_fold(arena, row->given.email),
			       &by_email,
			       err));
	if (row->person_id != 0 &&
	    record_get(people->change->db, person_entity(), row->person_id, arena, &by_number, &missing) == CH_OK)
		*id = row->person_id;
	if (*id != 0 && by_email != 0 && by_email != *id) {
		row->rejected = true;
		question(people, row, IMPORT_OTHER_PERSON, true, "email", row->given.email,
			 ch_arena_printf(arena, _("is the address of somebody else than person %lld"), (long long)*id),
			 _("correct the address or the number"));
		return CH_OK;
	}
	if (*id == 0)
		*id = by_email;
	if (*id == 0 && row->import_key != NULL)
		return id_by_text(people, SQL_PERSON_BY_IMPORT_KEY, "import_key", row->import_key, id, err);
	return CH_OK;
}

static bool is_given(const struct ch_field *field, const struct ch_person *given)
{
	return !(field->flags & CH_FIELD_KEPT) && ch_field_known(field, given);
}

static bool is_roles(const struct ch_field *field)
{
	return strcmp(field->key, "roles") == 0;
}

/* What the row gives goes into the person; roles only ever add up, and an empty cell erases nothing unless asked to. */
static enum ch_status apply(const struct people_import *people, const struct person_row *row, struct ch_person *person,
			    struct ch_arena *arena, struct ch_error *err)
{
	const struct ch_entity *entity = person_entity();
	int roles = person->roles | row->given.roles;

	for (size_t i = 0; i < entity->field_count; i++)
		if (is_given(&entity->fields[i], &row->given))
			TRY(ch_field_set(&entity->fields[i], person, ch_field_text(&entity->fields[i], &row->given,
				arena),
					 CH_NO_DATE, arena, err));
	person->roles = roles;
	for (size_t i = 0; people->options->clear_empty && i < people->columns->count; i++) {
		const struct ch_field *field = people->columns->columns[i].how.field;
		if (field != NULL && !is_roles(field) && !(field->flags & CH_FIELD_REQUIRED) &&
		    !ch_field_known(field, &row->given))
			TRY(ch_field_set(field, person, NULL, CH_NO_DATE, arena, err));
	}
	return CH_OK;
}

static bool differ(const struct ch_person *a, const struct ch_person *b)
{
	const struct ch_entity *entity = person_entity();

	for (size_t i = 0; i < entity->field_count; i++)
		if (!ch_field_equal(&entity->fields[i], a, b))
			return true;
	return false;
}

/* The first field in which a second row for the same person contradicts the first; NULL where it only adds. */
static const struct ch_field *contradiction(const struct ch_person *stored, const struct ch_person *given)
{
	const struct ch_entity *entity = person_entity();

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (!is_roles(field) && is_given(field, given) && ch_field_known(field, stored) &&
		    !ch_field_equal(field, given, stored))
			return field;
	}
	return NULL;
}

static enum ch_status warn_of_namesake(struct people_import *people, const struct person_row *row,
				       const struct ch_person *person, struct ch_arena *arena, struct ch_error *err)
{
	struct stmt *q = stmt_ready(people->change->db, SQL_NAMESAKE);
	bool found = false;

	stmt_bind_text(q, "sort_name", person->sort_name);
	stmt_bind_int(q, "person_id", person->person_id);
	TRY(stmt_step(q, &found, err));
	int64_t other = found ? stmt_id(q, "person_id") : 0;
	stmt_reset(q);
	if (other == 0)
		return CH_OK;
	int64_t other_row = row_map_find(&people->seen, other);
	const char *message = other_row != 0
				      ? ch_arena_printf(arena, _("is also the name in row %lld"), (long long)other_row)
				      : ch_arena_printf(arena, _("is also the name of person %lld"), (long long)other);
	question(people, row, IMPORT_SAME_NAME, false, "name", person->name, message,
		 _("they are two people unless you say otherwise; if they are one, give both rows the same address"));
	return CH_OK;
}

static enum ch_status create(struct people_import *people, struct person_row *row, int64_t *id, struct ch_arena *arena,
			     struct ch_error *err)
{
	struct ch_person person = row->given;

	person.batch_id = people->change->c->scheme->batch_id;
	person.import_key = row->import_key;
	person_keys_fill(&person, arena);
	TRY(change_insert(people->change, CH_PERSON, &person, err));
	TRY(person_terms_save(people->change, &person, err));
	*id = person.person_id;
	people->created++;
	return warn_of_namesake(people, row, &person, arena, err);
}

static enum ch_status save(struct people_import *people, struct person_row *row, const struct ch_person *stored,
			   struct ch_person *person, struct ch_arena *arena, struct ch_error *err)
{
	bool parts_given = row->given.first_name != NULL || row->given.last_name != NULL;

	if (row->given.name == NULL && parts_given)
		person->name = NULL;
	if (row->given.manager_email != NULL &&
	    (stored->manager_email == NULL || strcmp(row->given.manager_email, stored->manager_email) != 0))
		person->manager_id = 0;
	person_keys_fill(person, arena);
	if (!differ(stored, person)) {
		people->same++;
		return CH_OK;
	}
	if (strcmp(person->sort_name, stored->sort_name) != 0)
		question(people, row, IMPORT_NAME_CHANGED, false, "name", person->name,
			 ch_arena_printf(arena, _("replaces the name %s"), stored->name),
			 _("nothing to do if that is the same person; else correct the address"));
	TRY(change_update(people->change, CH_PERSON, person, err));
	people->changed++;
	return person_terms_save(people->change, person, err);
}

static enum ch_status update(struct people_import *people, struct person_row *row, int64_t id, bool *taken,
			     struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person stored, person;
	int64_t earlier = row_map_find(&people->seen, id);

	*taken = true;
	TRY(record_get(people->change->db, person_entity(), id, arena, &stored, err));
	/*
	 * Without an address a second row of the same name may be somebody else: it adds nothing without being asked.
	 */
	bool unsure = earlier != 0 && row->given.email == NULL && row->person_id == 0 &&
		row->given.roles != stored.roles;
	const struct ch_field *field = earlier == 0 ? NULL : contradiction(&stored, &row->given);
	if (unsure && field == NULL)
		field = ch_field_named(person_entity(), "roles");
	if (field != NULL) {
		*taken = false;
		people->skipped++;
		question(people, row, IMPORT_REPEATED, false, field->key, ch_field_text(field, &row->given, arena),
			 ch_arena_printf(arena, _("differs from row %lld, which is the same person"),
					 (long long)earlier),
			 _("the earlier row was taken; correct it there, or take this row out"));
		return CH_OK;
	}
	person = stored;
	TRY(apply(people, row, &person, arena, err));
	return save(people, row, &stored, &person, arena, err);
}

static enum ch_status enrol(struct people_import *people, const struct person_row *row, int64_t person_id,
			    bool *enrolled, struct ch_error *err)
{
	const struct ch_programme *programme = &people->programme;
	int guide = ch_kind_guide_role(programme->kind), learner = ch_kind_learner_role(programme->kind);
	int roles = row->given.roles;
	bool made_guide = false, made_learner = false;

	if (roles & 1 << guide)
		TRY(enrolment_ensure(people->change, programme, person_id, guide, CH_ENROLMENT_APPLIED, &made_guide,
				     err));
	if (roles & 1 << learner)
		TRY(enrolment_ensure(people->change, programme, person_id, learner, CH_ENROLMENT_APPLIED, &made_learner,
				     err));
	if (!(roles & (1 << guide | 1 << learner)))
		people->not_enrolled++;
	*enrolled = made_guide || made_learner;
	people->enrolled += *enrolled;
	return CH_OK;
}

static enum ch_status apply_row(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				struct ch_error *err)
{
	bool taken = true;
	int64_t id = 0, same_before = people->same;

	if (row->given.roles == 0 && people->options->role != CH_NO_ROLE)
		row->given.roles = 1 << people->options->role;
	TRY(recognise(people, row, arena, &id, err));
	if (row->rejected)
		return CH_OK;
	if (id == 0)
		TRY(create(people, row, &id, arena, err));
	else
		TRY(update(people, row, id, &taken, arena, err));
	int64_t earlier = row_map_find(&people->seen, id);
	if (earlier == 0)
		row_map_set(&people->seen, id, row->row);
	bool enrolled = false;
	if (taken && people->programme.programme_id != 0)
		TRY(enrol(people, row, id, &enrolled, err));
	/* Nothing of the person changed, but they are enrolled now: that is a change. */
	if (enrolled && people->same > same_before) {
		people->same--;
		people->changed++;
	}
	if (people->same > same_before)
		import_same_add(&people->same_rows, row->row, earlier);
	return CH_OK;
}

/* A person that the store itself refuses costs the row, not the import, and leaves nothing of the row. */
static enum ch_status apply_or_reject(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				      struct ch_error *err)
{
	struct people_import before = *people;

	TRY(db_begin(people->change->db, err));
	enum ch_status status = apply_row(people, row, arena, err);
	if (status == CH_OK)
		return db_commit(people->change->db, err);
	db_rollback(people->change->db);
	if (status != CH_DATA)
		return status;
	before.seen = people->seen;
	*people = before;
	row->rejected = true;
	question(people, row, IMPORT_NOT_STORED, true, err->field[0] != '\0' ? err->field : NULL, NULL, err->message,
		 err->fix);
	*err = CH_NO_ERROR;
	return CH_OK;
}

enum ch_status people_import_row(struct people_import *people, const struct import_row *row, struct ch_arena *arena,
				 struct ch_error *err)
{
	struct person_row person_row;

	person_row_read(people->columns, row, people->scheme_id, arena, people->findings, &person_row);
	if (!person_row.rejected)
		TRY(apply_or_reject(people, &person_row, arena, err));
	people->rejected += person_row.rejected;
	return CH_OK;
}

static enum ch_status give_manager(struct people_import *people, struct ch_person *person, int64_t manager_id,
				   struct ch_error *err)
{
	struct ch_error loop = CH_NO_ERROR;
	struct person_row where = {.row = row_map_find(&people->seen, person->person_id)};

	person->manager_id = manager_id;
	TRY(change_update(people->change, CH_PERSON, person, err));
	enum ch_status status = person_refuse_loop(people->change, person, &loop);
	if (status != CH_DATA) {
		*err = loop;
		return status;
	}
	person->manager_id = 0;
	TRY(change_update(people->change, CH_PERSON, person, err));
	question(people, &where, IMPORT_MANAGER_LOOP, false, "manager_email", person->manager_email, loop.message,
		 _("the line manager was left open; correct the cell"));
	return CH_OK;
}

static enum ch_status resolve_manager(struct people_import *people, int64_t person_id, int64_t *unresolved,
				      struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_person person;
	int64_t manager_id = 0;
	enum ch_status status = record_get(people->change->db, person_entity(), person_id, &arena, &person, err);

	if (status == CH_OK)
		status = id_by_text(people, SQL_PERSON_BY_EMAIL, "email_key", ch_text_fold(&arena,
			person.manager_email),
				    &manager_id, err);
	if (status == CH_OK && manager_id != 0 && manager_id != person_id)
		status = give_manager(people, &person, manager_id, err);
	else
		++*unresolved;
	ch_arena_release(&arena);
	return status;
}

enum ch_status people_import_managers(struct people_import *people, struct ch_error *err)
{
	struct id_list waiting = ID_LIST_EMPTY;
	int64_t unresolved = 0;
	struct stmt *q = stmt_ready(people->change->db, SQL_PEOPLE_WITHOUT_RESOLVED_MANAGER);
	enum ch_status status = id_list_read(&waiting, q, "person_id", err);

	for (size_t i = 0; status == CH_OK && i < waiting.count; i++)
		status = resolve_manager(people, waiting.ids[i], &unresolved, err);
	if (status == CH_OK && unresolved > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_ROWS,
				  _("%lld people have a line manager whose address is nobody's here yet; it is kept "
				    "until "
				    "that person comes in"),
				  (long long)unresolved);
	id_list_release(&waiting);
	return status;
}
