#include "chiron/person.h"

#include <string.h>

#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/custom_field.h"
#include "core/fact_day.h"
#include "core/feedback.h"
#include "core/may.h"
#include "core/person_keys.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status refuse_taken_email(struct change *change, const struct ch_person *person, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PERSON_HAS_EMAIL);
	bool row = false;

	stmt_bind_text(q, "email_key", person->email_key);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row && stmt_id(q, "person_id") != person->person_id) {
		status = ch_fail_field(err, "email", _("%s is the address of %s (no. %lld) already"), person->email,
				       stmt_text(q, "name"), (long long)stmt_id(q, "person_id"));
		ch_error_fix(err, _("one address is one person: change that person, or leave this address blank"));
	}
	stmt_reset(q);
	return status;
}

/* A whole name that was made of its parts follows them when they change. */
static void follow_parts(const struct ch_person *before, struct ch_person *person, struct ch_arena *arena)
{
	struct ch_person parts = *before;

	if (person->name == NULL || strcmp(person->name, before->name) != 0)
		return;
	parts.name = NULL;
	person_keys_fill(&parts, arena);
	if (parts.name != NULL && strcmp(parts.name, before->name) == 0)
		person->name = NULL;
}

/* Of the days that are given now: what an older file has stands in nobody's way. */
static enum ch_status check_days(const struct change *change, const struct ch_person *before,
				 const struct ch_person *person, struct ch_error *err)
{
	char left[CH_DATE_WORDS_SIZE], start[CH_DATE_WORDS_SIZE];

	if (before == NULL || before->confirmed_on != person->confirmed_on)
		TRY(fact_day_check(change, CH_PERSON, "confirmed_on", person->confirmed_on, err));
	if (before != NULL && before->left_on == person->left_on && before->start_date == person->start_date)
		return CH_OK;
	if (person->left_on == CH_NO_DATE || person->start_date == CH_NO_DATE || person->left_on >= person->start_date)
		return CH_OK;
	ch_fail_field(err, "left_on", _("%s would have left on %s, before they joined on %s"), person->name,
		      ch_date_words(person->left_on, CH_NO_DATE, left),
		      ch_date_words(person->start_date, CH_NO_DATE, start));
	return ch_error_fix(err, _("correct one of the two days, or leave it blank"));
}

static enum ch_status save(struct change *change, const struct ch_person *before, struct ch_person *person,
			   struct ch_error *err)
{
	int64_t waived;

	if (before != NULL)
		follow_parts(before, person, &change->arena);
	person_keys_fill(person, &change->arena);
	TRY(check_days(change, before, person, err));
	if (person->email != NULL)
		TRY(refuse_taken_email(change, person, err));
	TRY(person_manager_resolve(change, before, person, err));
	if (before == NULL)
		TRY(change_insert(change, CH_PERSON, person, err));
	else
		TRY(change_update(change, CH_PERSON, person, err));
	TRY(feedback_excuse(change, person, &waived, err));
	return person_keys_save(change, person, err);
}

/*
 * What save() derived lives in the change's arena, which ends with the change: the caller's record keeps only what
 * the caller gave it.
 */
static void forget_derived(struct ch_person *person)
{
	person->email_key = NULL;
	person->sort_name = NULL;
	person->search_key = NULL;
}

enum ch_status ch_person_add(struct ch_context *c, struct ch_person *person, struct ch_error *err)
{
	struct change change;
	struct ch_person made = *person;

	TRY(change_begin(&change, c, CH_OP_PERSON_ADD, CH_PERSON, 0, err));
	made.person_id = 0;
	made.row_version = 0;
	enum ch_status status = change_end(&change, save(&change, NULL, &made, err), err);
	if (status != CH_OK)
		return status;
	person->person_id = made.person_id;
	person->row_version = made.row_version;
	person->manager_id = made.manager_id;
	forget_derived(person);
	return CH_OK;
}

enum ch_status ch_person_namesake(struct ch_context *c, int64_t person_id, int64_t *other, struct ch_error *err)
{
	struct stmt *q;
	bool row = false;

	*other = 0;
	TRY(may(c, CH_OP_PERSON_READ, CH_PERSON, person_id, err));
	q = stmt_ready(c->scheme->db, SQL_PERSON_NAMESAKE);
	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*other = stmt_id(q, "person_id");
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_erased(const struct ch_person *before, struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];

	if (before->erased_on == CH_NO_DATE)
		return CH_OK;
	ch_fail(err, CH_DATA, _("person %lld was erased on %s, and is nobody any more"), (long long)before->person_id,
		ch_date_words(before->erased_on, CH_NO_DATE, day));
	return ch_error_fix(err, _("whoever comes back is somebody new: `chiron person add`"));
}

enum ch_status ch_person_set(struct ch_context *c, struct ch_person *person, struct ch_error *err)
{
	struct change change;
	struct ch_person before, edited = *person;

	TRY(change_begin(&change, c, CH_OP_PERSON_SET, CH_PERSON, person->person_id, err));
	enum ch_status status = change_get(&change, CH_PERSON, person->person_id, &before, err);
	if (status == CH_OK)
		status = refuse_erased(&before, err);
	if (status == CH_OK) {
		edited.batch_id = before.batch_id;
		edited.import_key = before.import_key;
		status = save(&change, &before, &edited, err);
	}
	status = change_end(&change, status, err);
	if (status != CH_OK)
		return status;
	person->row_version = edited.row_version;
	person->manager_id = edited.manager_id;
	if (edited.manager_email == NULL)
		person->manager_email = NULL;
	forget_derived(person);
	return CH_OK;
}

enum ch_status ch_person_get(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_person *person,
			     struct ch_error *err)
{
	const struct ch_entity *entity = ch_entity_of(CH_PERSON);

	TRY(may(c, CH_OP_PERSON_READ, CH_PERSON, person_id, err));
	TRY(record_get(c->scheme->db, entity, person_id, arena, person, err));
	may_redact(c, entity, person, person_id == c->actor.person_id);
	person->custom_values = custom_values_redacted(c, CH_PERSON, person->custom_values, arena);
	return CH_OK;
}

enum ch_status ch_person_act(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_person person;

	TRY(ch_person_get(c, person_id, arena, &person, err));
	c->actor.person_id = person_id;
	c->actor.name = person.name;
	return CH_OK;
}

bool ch_person_has_namesake(struct ch_context *c, int64_t person_id)
{
	struct ch_error ignored = CH_NO_ERROR;
	bool row = false;

	if (may(c, CH_OP_PERSON_READ, CH_PERSON, person_id, &ignored) != CH_OK)
		return false;
	struct stmt *q = stmt_ready(c->scheme->db, SQL_SHARES_NAME);

	stmt_bind_int(q, "person_id", person_id);
	if (stmt_step(q, &row, &ignored) != CH_OK)
		row = false;
	stmt_reset(q);
	return row;
}

const char *ch_roles_show(int roles, struct ch_arena *arena)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(CH_PERSON), "roles");
	const char *shown = "";

	for (int role = CH_ROLE_COACH; role <= CH_ROLE_MENTEE; role++)
		if (roles & 1 << role)
			shown = ch_arena_printf(arena, "%s%s%s", shown, shown[0] == '\0' ? "" : _(" and "),
						_(field->choices[role].label));
	return shown;
}
