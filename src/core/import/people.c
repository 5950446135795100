#include "core/import/people.h"

#include <string.h>

#include "chiron/part.h"
#include "chiron/text.h"
#include "core/enrolment.h"
#include "core/erasure_known.h"
#include "core/import/column_meaning.h"
#include "core/import/custom_column.h"
#include "core/import/people_erased.h"
#include "core/import/people_missing.h"
#include "core/import/people_namesake.h"
#include "core/journal/step.h"
#include "core/merge.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "model/custom_field.h"
#include "model/field_value.h"
#include "store/record.h"
#include "store/stmt.h"

static const struct ch_entity *person_entity(void)
{
	return ch_entity_of(CH_PERSON);
}

static struct import_issue question_of(const struct people_import *people, const struct person_row *row,
				       enum import_reason reason, const char *field, const char *value,
				       const char *message, const char *fix)
{
	return (struct import_issue){.row = row->row,
				     .line = row->line,
				     .column = import_columns_heading(people->columns, field),
				     .field = field,
				     .value = value,
				     .reason = reason,
				     .held_back = reason == IMPORT_REPEATED,
				     .message = message,
				     .fix = fix};
}

static void question(struct people_import *people, const struct person_row *row, enum import_reason reason,
		     bool rejected, const char *field, const char *value, const char *message, const char *fix)
{
	struct import_issue issue = question_of(people, row, reason, field, value, message, fix);

	issue.rejected = rejected;
	import_issue_add(people->findings, &issue);
}

/* The person with the number that the row gives, if it gives one and there is such a person; 0: there is not. */
static enum ch_status find_number(struct people_import *people, const struct person_row *row, struct ch_arena *arena,
				  int64_t *id, struct ch_error *err)
{
	*id = 0;
	if (row->person_id == 0)
		return CH_OK;
	struct ch_error missing = CH_NO_ERROR;
	int64_t number = row->person_id;
	struct ch_person person;

	TRY(people_new_write(&people->new, err));
	TRY(merged_into(people->change->db, &number, err));
	if (record_get(people->change->db, person_entity(), number, arena, &person, &missing) == CH_OK &&
	    person.erased_on == CH_NO_DATE)
		*id = number;
	return CH_OK;
}

/*
 * Who the row is: chiron's own number first, where it is of this scheme; then
 * the e-mail; then the remembered row of a person without one. 0: somebody new.
 * A number and an e-mail of two different people reject the row.
 */
static enum ch_status recognise(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				int64_t *id, struct ch_error *err)
{
	int64_t by_email = 0;

	TRY(people_known_email(&people->known, row->email_key, row->hashes.email, &by_email, err));
	if (by_email == 0)
		by_email = people_said_lead_to(&people->said, row->email_key);
	TRY(find_number(people, row, arena, id, err));
	if (row->of_row != 0)
		people_said_find(people, row, id, arena);
	if (row->rejected)
		return CH_OK;
	if (row->is_said && *id == 0) {
		row->rejected = true;
		question(people, row, IMPORT_OTHER_PERSON, true, "name", row->given.name,
			 ch_arena_printf(arena, _("is said to be person %lld, and nobody has that number"),
					 (long long)row->person_id),
			 _("say the number that `chiron person list` shows"));
		return CH_OK;
	}
	if (*id != 0 && by_email != 0 && by_email != *id) {
		row->rejected = true;
		question(people, row, IMPORT_OTHER_PERSON, true, "email", row->given.email,
			 ch_arena_printf(arena, _("is the address of somebody else than person %lld"), (long long)*id),
			 _("correct the address or the number"));
		return CH_OK;
	}
	if (*id == 0)
		*id = by_email;
	if (*id == 0)
		TRY(people_known_import_key(&people->known, row->import_key, id, err));
	return *id == 0 && people->any_erased ? people_erased_refuse(people, row, arena, err) : CH_OK;
}

static bool is_given(const struct ch_field *field, const struct ch_person *given)
{
	return !(field->flags & CH_FIELD_KEPT) && ch_field_known(field, given);
}

/* Whether the person has what the row gives: a phone number and an address are the same however they are written. */
static bool is_had(const struct ch_field *field, const struct ch_person *given, const struct ch_person *stored,
		   struct ch_arena *arena)
{
	if (ch_field_equal(field, given, stored))
		return true;
	if (field->type == CH_TYPE_EMAIL) {
		const char *a = ch_field_text(field, given, arena), *b = ch_field_text(field, stored, arena);

		return a != NULL && b != NULL && strcmp(ch_text_fold(arena, a), ch_text_fold(arena, b)) == 0;
	}
	return field->type == CH_TYPE_PHONE && given->phone != NULL && stored->phone != NULL &&
	       strcmp(import_phone_digits(given->phone, arena), import_phone_digits(stored->phone, arena)) == 0;
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
		if (is_given(&entity->fields[i], &row->given) &&
		    !is_had(&entity->fields[i], &row->given, person, arena))
			field_write(&entity->fields[i], person, field_read(&entity->fields[i], &row->given));
	person->roles = roles;
	person->custom_values = custom_values_over(person->custom_values, row->given.custom_values, arena);
	for (size_t i = 0; people->options->clear_empty && i < people->columns->count; i++) {
		const struct import_column *column = &people->columns->columns[i];
		const struct ch_field *field = column->custom == NULL && !column->beside ? column->how.field : NULL;

		if (column->custom != NULL && column->custom->field->belongs_to == CH_CUSTOM_OF_PERSON &&
		    custom_value(row->given.custom_values, column->custom->field->key, arena) == NULL)
			person->custom_values = custom_values_with(person->custom_values,
								   column->custom->field->key, NULL, arena);
		if (field != NULL && !is_roles(field) && !(field->flags & CH_FIELD_REQUIRED) &&
		    !ch_field_known(field, &row->given))
			TRY(ch_field_set(field, person, NULL, CH_NO_DATE, arena, err));
	}
	return CH_OK;
}

/* What a second row for the same person says that contradicts the first; key NULL where it only adds. */
struct contradicted {
	const char *key, *text;
};

static bool differ(const struct ch_person *a, const struct ch_person *b)
{
	const struct ch_entity *entity = person_entity();

	for (size_t i = 0; i < entity->field_count; i++)
		if (!ch_field_equal(&entity->fields[i], a, b))
			return true;
	return false;
}

bool person_contradicts(const struct ch_field *field, const struct ch_person *given, const struct ch_person *stored,
			struct ch_arena *arena)
{
	return !is_roles(field) && is_given(field, given) && ch_field_known(field, stored) &&
	       !is_had(field, given, stored, arena);
}

static struct contradicted contradiction(const struct ch_person *stored, const struct ch_person *given,
					 struct ch_arena *arena)
{
	const struct ch_entity *entity = person_entity();

	for (size_t i = 0; i < entity->field_count; i++) {
		const struct ch_field *field = &entity->fields[i];
		if (person_contradicts(field, given, stored, arena))
			return (struct contradicted){field->key, ch_field_text(field, given, arena)};
	}
	const char *key = custom_values_differ(stored->custom_values, given->custom_values, arena);
	return (struct contradicted){key, key != NULL ? custom_value(given->custom_values, key, arena) : NULL};
}

static enum ch_status create(struct people_import *people, struct person_row *row, int64_t *id, struct ch_arena *arena,
			     struct ch_error *err)
{
	struct person_new *made = row->new;
	int64_t expected;

	record_probe_pause(&people->stored);
	if (made == NULL) {
		made = ch_arena_alloc(arena, sizeof *made);
		TRY(person_new_prepare(made, row, people->reader.batch_id, &people->new.packed, arena, err));
		people_hashes_of_person(&row->hashes, &people->reader.seed, people->reader.compares, &made->person,
					arena);
	}
	TRY(people_managers_find(&people->managers, made, row->hashes.manager, &expected, err));
	TRY(people_new_add(&people->new, made, expected, err));
	people->written = true;
	if (!people_known_holds(&people->known))
		TRY(people_new_write(&people->new, err));
	*id = made->person.person_id;
	people->created++;
	people->without_role += made->person.roles == 0;
	TRY(people_namesake_tell(people, row, &made->person, arena, err));
	TRY(people_known_add(&people->known, &made->person, &row->hashes, err));
	people_managers_note(&people->managers, &made->person, row->hashes.manager);
	return CH_OK;
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
	person_name_fill(person, arena);
	/* The keys follow from the rest. */
	if (!differ(stored, person)) {
		people->same++;
		return CH_OK;
	}
	person_keys_fill(person, arena);
	if (strcmp(person->sort_name, stored->sort_name) != 0)
		question(people, row, IMPORT_NAME_CHANGED, false, "name", person->name,
			 ch_arena_printf(arena, _("replaces the name %s"), stored->name),
			 _("nothing to do if that is the same person; else correct the address"));
	if (people->changed < PEOPLE_REPLACED_MOST)
		step_changes_add(people->change->c, person_entity(),
				 ch_arena_copy(people->findings->arena, stored->name), stored, person,
				 people->findings->arena, &people->replaced);
	TRY(change_update(people->change, CH_PERSON, person, err));
	people->written = true;
	people->changed++;
	people_managers_note(&people->managers, person,
			     person->manager_email == NULL
				     ? 0
				     : key_hash(&people->reader.seed, ch_text_fold(arena, person->manager_email)));
	people_known_changed(&people->known, stored, person);
	return CH_OK;
}

/*
 * Whether the row gives what the person has, and so changes nothing: found out by comparing, where that is possible,
 * since most rows of a list that comes again are such. False proves nothing.
 */
static enum ch_status is_as_given(struct people_import *people, const struct person_row *row, int64_t id, bool *same,
				  struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person given = row->given;
	bool part_of_name = given.name == NULL && (given.first_name == NULL) != (given.last_name == NULL);

	*same = false;
	if (people_known_row(&people->known, id) != 0 || part_of_name || given.custom_values != NULL ||
	    people->options->clear_empty)
		return CH_OK;
	person_name_fill(&given, arena);
	return record_probe_same(&people->stored, id, &given, same, err);
}

static bool is_of_name(const struct contradicted *other)
{
	return strcmp(other->key, "name") == 0 || strcmp(other->key, "first_name") == 0 ||
	       strcmp(other->key, "last_name") == 0;
}

/*
 * The row says otherwise than an earlier one, in whose place it may count where it `replaces` it; of two names at one
 * address the address is what may be wrong.
 */
static void hold_back(struct people_import *people, const struct person_row *row, const char *name,
		      const struct contradicted *other, int64_t earlier, bool replaces, struct ch_arena *arena)
{
	bool by_address = row->given.email != NULL && row->person_id == 0;
	const char *message =
		ch_arena_printf(arena,
				by_address ? _("differs from row %lld, which has the same address: the same person")
					   : _("differs from row %lld, which is the same person"),
				(long long)earlier);
	const char *fix =
		!replaces    ? _("the earlier row was taken; correct it there, or take this row out") :
		by_address ? _("the earlier row was taken; if they are two, give this one an address of their own, "
			       "or none" CH_WAY "; --keep-last takes the last of such rows instead" CH_KEY
			       "; Enter takes the last of such rows instead") :
			     _("the earlier row was taken" CH_WAY "; --keep-last takes the last of such rows instead"
			       CH_KEY "; Enter takes the last of such rows instead");
	struct import_issue issue =
		question_of(people, row, IMPORT_REPEATED, other->key, other->text, message, fix);

	issue.replaces = replaces;
	if (is_of_name(other) && row->given.email != NULL)
		question(people, row, IMPORT_REPEATED, false, "email", row->given.email,
			 ch_arena_printf(arena,
					 _("is also the address of %s in row %lld, and one address is one person"),
					 name, (long long)earlier),
			 _("if they are two, give this one an address of their own, or none; else take this row out"));
	else
		import_issue_add(people->findings, &issue);
}

/* An address that led to them since two records were made one is not theirs any more: the one that was chosen stays. */
static enum ch_status keep_address(struct people_import *people, struct person_row *row, int64_t id,
				   const struct ch_person *stored, struct ch_error *err)
{
	int64_t led = 0;

	if (row->email_key == NULL || stored->email_key == NULL || strcmp(row->email_key, stored->email_key) == 0)
		return CH_OK;
	TRY(people_known_email(&people->known, row->email_key, row->hashes.email, &led, err));
	if (led == id)
		row->given.email = NULL;
	return CH_OK;
}

/* Whoever is their manager already is so at each of their addresses. */
static enum ch_status keep_manager(struct people_import *people, struct person_row *row,
				   const struct ch_person *stored, struct ch_error *err)
{
	int64_t manager_id = 0;

	if (row->manager_key == NULL || stored->manager_id == 0)
		return CH_OK;
	TRY(people_known_email(&people->known, row->manager_key, row->hashes.manager, &manager_id, err));
	if (manager_id == stored->manager_id)
		row->given.manager_email = stored->manager_email;
	return CH_OK;
}

static enum ch_status update(struct people_import *people, struct person_row *row, int64_t id, bool *taken,
			     struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person stored, person;
	int64_t earlier = people_known_row(&people->known, id);
	bool same;

	*taken = true;
	TRY(is_as_given(people, row, id, &same, arena, err));
	if (same) {
		people->same++;
		return CH_OK;
	}
	record_probe_pause(&people->stored);
	TRY(people_new_write(&people->new, err));
	TRY(record_get(people->change->db, person_entity(), id, arena, &stored, err));
	TRY(keep_address(people, row, id, &stored, err));
	TRY(keep_manager(people, row, &stored, err));
	if (earlier == 0)
		TRY(people_said_add_up(people, row, &stored, arena, err));
	/*
	 * Without an address a second row of the same name may be somebody else: it adds nothing without being asked.
	 */
	bool unsure = earlier != 0 && row->given.email == NULL && row->person_id == 0 && row->of_row == 0 &&
		row->given.roles != stored.roles;
	struct contradicted other = {NULL, NULL};
	if (earlier != 0 && row->of_row == 0 && people_said_before(row, &stored))
		row->of_row = earlier;
	if (row->of_row != 0)
		TRY(people_said_join(people, row, &stored, arena, err));
	else if (earlier != 0)
		other = contradiction(&stored, &row->given, arena);
	if (unsure && other.key == NULL)
		other = (struct contradicted){"roles", ch_field_text(ch_field_named(person_entity(), "roles"),
								      &row->given, arena)};
	/* Whoever answered a form twice meant the last answer; of two names at one address neither is surer. */
	bool replaces = other.key != NULL && !unsure && !is_of_name(&other);
	if (replaces && people->options->keep_last) {
		people->replacing++;
		other.key = NULL;
	}
	if (other.key != NULL) {
		*taken = false;
		people->skipped++;
		hold_back(people, row, stored.name, &other, earlier, replaces, arena);
		return CH_OK;
	}
	person = stored;
	TRY(apply(people, row, &person, arena, err));
	return save(people, row, &stored, &person, arena, err);
}

static enum ch_status apply_row(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				struct ch_error *err)
{
	bool taken = true, erased = false;
	int64_t id = 0, same_before = people->same;

	if (people->any_erased)
		TRY(people_erased_is_row(people, row, &erased, arena, err));
	people->same += erased;
	if (erased)
		return CH_OK;
	TRY(recognise(people, row, arena, &id, err));
	if (row->rejected)
		return CH_OK;
	if (id == 0)
		TRY(create(people, row, &id, arena, err));
	else
		TRY(update(people, row, id, &taken, arena, err));
	int64_t earlier = people_known_row(&people->known, id);
	people_known_met(&people->known, id, row->row);
	people_said_met(&people->said, row->row, id);
	if (taken && row->given.manager_email == NULL)
		manager_names_note(&people->manager_names, id, row->row, row->manager_name);
	struct people_enrolled done = {.enrolled = false};
	struct credential_outcome qualified = {.created = false};
	if (people->programme.programme_id != 0 || row->programme != NULL || row->credential_count > 0)
		TRY(people_new_write(&people->new, err));
	if (taken)
		TRY(people_enrol_row(people, row, id, &done, err));
	for (size_t i = 0; taken && i < row->credential_count; i++)
		TRY(credential_row_apply(people->change, &row->credentials[i], id, people->findings, &qualified, err));
	/* Nothing of the person changed, but of what belongs to them: that is a change. */
	if ((done.enrolled || done.answered || qualified.created || qualified.changed) && people->same > same_before) {
		people->same--;
		people->changed++;
	}
	if (people->same > same_before)
		import_same_add(&people->same_rows, row->row, earlier);
	return CH_OK;
}

/*
 * A person whom the store refuses costs the row, not the import. It judges before it writes, so that nothing of the
 * row is there then; what is refused of a row half written ends the import, and with it the row.
 */
static enum ch_status apply_or_reject(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				      struct ch_error *err)
{
	people->written = false;
	enum ch_status status = apply_row(people, row, arena, err);
	if (status != CH_DATA || people->written)
		return status;
	row->rejected = true;
	question(people, row, IMPORT_NOT_STORED, true, err->field[0] != '\0' ? err->field : NULL, NULL, err->message,
		 err->fix);
	*err = CH_NO_ERROR;
	return CH_OK;
}

enum ch_status people_import_row(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				 struct ch_error *err)
{
	if (!row->rejected)
		TRY(apply_or_reject(people, row, arena, err));
	people->rejected += row->rejected;
	people->roles |= row->given.roles;
	people->any_without_role |= row->given.roles == 0;
	return CH_OK;
}

void people_import_fetch(const struct people_import *people, const struct person_row *row)
{
	people_known_fetch(&people->known, &row->hashes);
}

static void compare_columns(struct people_import *people)
{
	const struct ch_entity *entity = person_entity();
	bool compared[RECORD_PROBE_FIELDS] = {false};

	for (size_t i = 0; i < people->columns->count; i++) {
		const struct import_column *column = &people->columns->columns[i];
		if (column->how.field != NULL && !column->beside && column->custom == NULL)
			compared[column->how.field - entity->fields] = true;
	}
	if (import_columns_heading(people->columns, "areas") != NULL)
		compared[ch_field_named(entity, "offers") - entity->fields] =
			compared[ch_field_named(entity, "seeks") - entity->fields] = true;
	compared[ch_field_named(entity, "name") - entity->fields] = true;
	compared[ch_field_named(entity, "roles") - entity->fields] = true;
	record_probe_begin(&people->stored, people->change->db, CH_PERSON, compared);
}

void *people_import_read(void *data, const struct import_row *row, bool early, struct ch_arena *arena,
			 struct import_findings *findings)
{
	struct person_reader *reader = data;
	struct person_row *read = ch_arena_alloc(arena, sizeof *read);

	person_row_read(reader, row, arena, findings, read);
	read->hashes.email = key_hash(&reader->seed, read->email_key);
	read->hashes.manager = key_hash(&reader->seed, read->manager_key);
	if (!early || !reader->prepares || read->rejected)
		return read;
	struct person_new *made = ch_arena_alloc(arena, sizeof *made);
	/* What is wrong is found once more, and told, by whoever applies the row. */
	if (person_new_prepare(made, read, reader->batch_id, &reader->packed, arena, &reader->refusal) != CH_OK) {
		reader->refusal = CH_NO_ERROR;
		return read;
	}
	people_hashes_of_person(&read->hashes, &reader->seed, reader->compares, &made->person, arena);
	read->new = made;
	return read;
}

/* With every row the store is asked about its person: nobody may stand below somebody who is not there yet. */
static bool asks_store(const struct people_import *people)
{
	return people->programme.programme_id != 0 || import_columns_heading(people->columns, "programme") != NULL ||
	       people->reader.credentials.count > 0;
}

enum ch_status people_import_begin(struct people_import *people, int64_t rows, struct people_coming *coming,
				   struct ch_error *err)
{
	step_changes_begin(&people->replaced);
	people_said_begin(&people->said, people->columns);
	compare_columns(people);
	TRY(erasure_any(people->change->db, &people->any_erased, err));
	person_reader_begin(&people->reader, people->columns, people->scheme_id);
	TRY(credential_columns_find(&people->reader.credentials, people->columns, people->change->db,
				    people->findings->arena, people->findings, err));
	manager_names_begin(&people->manager_names, people->change, people->columns->lexicon, people->findings);
	people->reader.role = people->options->role;
	people->reader.batch_id = people->change->c->scheme->batch_id;
	TRY(people_new_begin(&people->new, people->change, err));
	/* Who waits for a manager is asked by an index that the next line may take away. */
	TRY(people_managers_begin(&people->managers, people->change, &people->known, &people->new,
				  people->findings, err));
	TRY(people_known_begin(&people->known, people->change->db, rows, coming, people->new.next_id, err));
	people->reader.seed = *people_known_seed(&people->known);
	people->reader.compares = people_known_compares(&people->known);
	people->known.expects = people->known.expects && !asks_store(people);
	people->reader.prepares = people->known.before <= rows / 4;
	return CH_OK;
}

enum ch_status people_import_end(struct people_import *people, struct ch_error *err)
{
	record_probe_pause(&people->stored);
	if (people->replacing > 0)
		import_notice_add(people->findings, IMPORT_TOPIC_MENDED,
				  _n("%lld row counts instead of an earlier one of the same person, as you say",
				     "%lld rows count instead of earlier ones of the same person, as you say",
				     people->replacing),
				  (long long)people->replacing);
	TRY(people_managers_resolve(&people->managers, err));
	TRY(people_missing_note(people, err));
	TRY(people_said_end(people, err));
	TRY(people_known_end(&people->known, err));
	return manager_names_resolve(&people->manager_names, err);
}

void people_import_release(struct people_import *people)
{
	person_reader_end(&people->reader);
	people_said_release(&people->said);
	people_new_release(&people->new);
	record_probe_release(&people->stored);
	people_managers_release(&people->managers);
	manager_names_release(&people->manager_names);
	people_known_release(&people->known);
}
