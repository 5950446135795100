/*
 * One implementation for all parts: what differs is said in the table. A part
 * is changed as a part of its owner, which the gate of permission and the audit
 * log see.
 */
#include "chiron/part.h"

#include <string.h>

#include "core/journal/change.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

struct part_kind {
	enum ch_entity_id entity, owner;
	enum ch_operation read, set;
	enum statement_id named;  /* finds one of the same name; SQL_STATEMENT_COUNT: names may repeat */
	const char *first, *last; /* dates, in that order; NULL: none */
};

#define OF_PROGRAMME CH_PROGRAMME, CH_OP_PROGRAMME_READ, CH_OP_PROGRAMME_SET
#define OF_PERSON CH_PERSON, CH_OP_CREDENTIAL_READ, CH_OP_CREDENTIAL_SET

static const struct part_kind part_kinds[] = {
	{CH_COHORT, OF_PROGRAMME, SQL_COHORT_NAMED, "starts_on", "ends_on"},
	{CH_OBJECTIVE, OF_PROGRAMME, SQL_OBJECTIVE_NAMED, NULL, NULL},
	{CH_REQUIREMENT, OF_PROGRAMME, SQL_REQUIREMENT_NAMED, NULL, NULL},
	{CH_ELIGIBILITY, OF_PROGRAMME, SQL_STATEMENT_COUNT, NULL, NULL},
	{CH_CREDENTIAL, OF_PERSON, SQL_STATEMENT_COUNT, "awarded_on", "expires_on"},
};

static const struct part_kind *kind_of(enum ch_entity_id entity)
{
	for (size_t i = 0; i < sizeof(part_kinds) / sizeof(part_kinds[0]); i++)
		if (part_kinds[i].entity == entity)
			return &part_kinds[i];
	return NULL;
}

enum ch_entity_id ch_part_owner(enum ch_entity_id entity)
{
	const struct part_kind *kind = kind_of(entity);

	return kind != NULL ? kind->owner : CH_NO_ENTITY;
}

/* The third member of every part: whose it is. */
struct part_head {
	int64_t id, row_version, owner_id;
};

static ch_date date_of(const struct part_kind *kind, const char *key, const void *record)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(kind->entity), key);
	ch_date date;

	memcpy(&date, (const char *)record + field->offset, sizeof(date));
	return date;
}

static enum ch_status check_dates(const struct part_kind *kind, const void *record, struct ch_error *err)
{
	char from[CH_DATE_WORDS_SIZE], to[CH_DATE_WORDS_SIZE];

	if (kind->first == NULL)
		return CH_OK;
	ch_date first = date_of(kind, kind->first, record), last = date_of(kind, kind->last, record);
	if (first == CH_NO_DATE || last == CH_NO_DATE || first <= last)
		return CH_OK;
	ch_fail_field(err, kind->last, _("it would end on %s, before it begins on %s"),
		      ch_date_words(last, CH_NO_DATE, to),
		      ch_date_words(first, CH_NO_DATE, from));
	return ch_error_fix(err, _("give a day on or after the beginning, or leave it blank"));
}

/* Of a credential: given longer ago than most people work is odd, longer ago than anybody lives is a slip. */
enum { ODD_YEARS = 30, MOST_YEARS = 100 };

static bool is_older(const struct ch_credential *credential, ch_date today, int years)
{
	return credential->awarded_on != CH_NO_DATE &&
	       credential->awarded_on < ch_date_add(today, -years * 12, CH_UNIT_MONTHS);
}

static enum ch_status refuse_old(const struct change *change, enum ch_entity_id entity, const void *record,
				 struct ch_error *err)
{
	const struct ch_credential *credential = record;
	char day[CH_DATE_WORDS_SIZE];

	if (entity != CH_CREDENTIAL || !is_older(credential, change->today, MOST_YEARS))
		return CH_OK;
	ch_fail_field(err, "awarded_on", _("%s is more than %d years ago"),
		      ch_date_words(credential->awarded_on, CH_NO_DATE, day), MOST_YEARS);
	return ch_error_fix(err, _("look at the year: today is %s"), ch_date_words(change->today, CH_NO_DATE, day));
}

/* A check is in date or not by its day (R78): without one nobody could tell until when it holds. */
static enum ch_status ask_for_day(enum ch_entity_id entity, const void *record, struct ch_error *err)
{
	const struct ch_credential *credential = record;

	if (entity != CH_CREDENTIAL ||
	    (credential->kind != CH_CREDENTIAL_CHECK && credential->kind != CH_CREDENTIAL_REFERENCE) ||
	    credential->awarded_on != CH_NO_DATE || credential->expires_on != CH_NO_DATE)
		return CH_OK;
	ch_fail_field(err, "awarded_on",
		      credential->kind == CH_CREDENTIAL_CHECK
			      ? _("a check needs its day: without one nobody can tell until when it holds (R78)")
			      : _("a reference needs its day: without one nobody can tell how old it is (R78)"));
	return ch_error_fix(err, credential->kind == CH_CREDENTIAL_CHECK
					 ? _("give the day on the certificate, or the day it runs out")
					 : _("give the day on the letter, or the day it came"));
}

static enum ch_status refuse_taken_name(struct change *change, const struct part_kind *kind, const void *record,
					struct ch_error *err)
{
	const struct part_head *head = record;
	const char *name;
	bool row = false;

	if (kind->named == SQL_STATEMENT_COUNT)
		return CH_OK;
	name = ch_field_text(ch_field_named(ch_entity_of(kind->entity), "name"), record, &change->arena);
	struct stmt *q = stmt_ready(change->db, kind->named);

	stmt_bind_int(q, "programme_id", head->owner_id);
	stmt_bind_text(q, "name", name);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row && stmt_id(q, "id") != head->id) {
		status = ch_fail_field(err, "name", _("the programme has a %s \"%s\" already"),
				       ch_entity_of(kind->entity)->noun, name);
		ch_error_fix(err, _("choose another name, or change that one"));
	}
	stmt_reset(q);
	return status;
}

enum ch_status ch_part_add(struct ch_context *c, enum ch_entity_id entity, void *record, struct ch_error *err)
{
	const struct part_kind *kind = kind_of(entity);
	struct part_head *head = record;
	struct change change;
	void *owner;

	TRY(change_begin(&change, c, kind->set, kind->owner, head->owner_id, err));
	owner = ch_arena_alloc(&change.arena, ch_entity_of(kind->owner)->size);
	head->id = 0;
	head->row_version = 0;
	enum ch_status status = ch_record_validate(ch_entity_of(entity), record, err);
	if (status == CH_OK)
		status = change_get(&change, kind->owner, head->owner_id, owner, err);
	if (status == CH_OK)
		status = check_dates(kind, record, err);
	if (status == CH_OK)
		status = refuse_old(&change, entity, record, err);
	if (status == CH_OK)
		status = ask_for_day(entity, record, err);
	if (status == CH_OK)
		status = refuse_taken_name(&change, kind, record, err);
	if (status == CH_OK)
		status = change_insert(&change, entity, record, err);
	return change_end(&change, status, err);
}

void ch_part_doubt(const struct ch_context *c, enum ch_entity_id entity, const void *record, struct ch_error *doubt)
{
	const struct ch_credential *credential = record;
	ch_date today = ch_clock_today(&c->clock);
	char day[CH_DATE_WORDS_SIZE];

	*doubt = CH_NO_ERROR;
	if (entity != CH_CREDENTIAL)
		return;
	if (credential->awarded_on != CH_NO_DATE && credential->awarded_on > today) {
		ch_fail_field(doubt, "awarded_on", _("%s is a day to come: until then it does not count"),
			      ch_date_words(credential->awarded_on, today, day));
		ch_error_fix(doubt, _("if that is a slip, correct the day it was given"));
	} else if (is_older(credential, today, ODD_YEARS)) {
		ch_fail_field(doubt, "awarded_on", _("%s is %d years ago"),
			      ch_date_words(credential->awarded_on, today, day),
			      ch_date_split(today).year - ch_date_split(credential->awarded_on).year);
		ch_error_fix(doubt, _("if that is a slip, correct the day it was given"));
	}
}

/* Reads the part as it is, to know whose it is. */
static enum ch_status owner_of(struct ch_context *c, enum ch_entity_id entity, int64_t id, int64_t *owner_id,
			       struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct part_head *head = ch_arena_alloc(&arena, ch_entity_of(entity)->size);
	enum ch_status status = record_get(c->scheme->db, ch_entity_of(entity), id, &arena, head, err);

	*owner_id = status == CH_OK ? head->owner_id : 0;
	ch_arena_release(&arena);
	return status;
}

enum ch_status ch_part_set(struct ch_context *c, enum ch_entity_id entity, void *record, struct ch_error *err)
{
	const struct part_kind *kind = kind_of(entity);
	struct part_head *head = record;
	struct change change;

	TRY(owner_of(c, entity, head->id, &head->owner_id, err));
	TRY(change_begin(&change, c, kind->set, kind->owner, head->owner_id, err));
	enum ch_status status = ch_record_validate(ch_entity_of(entity), record, err);
	if (status == CH_OK)
		status = check_dates(kind, record, err);
	if (status == CH_OK)
		status = refuse_old(&change, entity, record, err);
	if (status == CH_OK)
		status = ask_for_day(entity, record, err);
	if (status == CH_OK)
		status = refuse_taken_name(&change, kind, record, err);
	if (status == CH_OK)
		status = change_update(&change, entity, record, err);
	return change_end(&change, status, err);
}

enum ch_status ch_part_get(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_arena *arena,
			   void *record, struct ch_error *err)
{
	const struct part_kind *kind = kind_of(entity);
	int64_t owner_id;

	TRY(owner_of(c, entity, id, &owner_id, err));
	TRY(may(c, kind->read, kind->owner, owner_id, err));
	return record_get(c->scheme->db, ch_entity_of(entity), id, arena, record, err);
}

static enum ch_status refuse_used(struct change *change, enum ch_entity_id entity, int64_t id, struct ch_error *err)
{
	struct stmt *q;
	bool row = false;

	if (entity != CH_COHORT && entity != CH_OBJECTIVE)
		return CH_OK;
	q = stmt_ready(change->db, entity == CH_COHORT ? SQL_USERS_OF_COHORT : SQL_USERS_OF_OBJECTIVE);
	stmt_bind_int(q, "id", id);
	enum ch_status status = stmt_step(q, &row, err);
	int64_t users = status == CH_OK && row ? stmt_int(q, "users") : 0;
	stmt_reset(q);
	if (status != CH_OK || users == 0)
		return status;
	ch_fail(err, CH_DATA,
		entity == CH_COHORT ? _("it is the cohort of %lld") : _("it is the objective of %lld"),
		(long long)users);
	return ch_error_fix(err, _("give those another one first, or rename this one"));
}

enum ch_status ch_part_remove(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_error *err)
{
	const struct part_kind *kind = kind_of(entity);
	struct change change;
	int64_t owner_id;

	TRY(owner_of(c, entity, id, &owner_id, err));
	TRY(change_begin(&change, c, kind->set, kind->owner, owner_id, err));
	enum ch_status status = refuse_used(&change, entity, id, err);
	if (status == CH_OK)
		status = change_delete(&change, entity, id, err);
	return change_end(&change, status, err);
}

const char *ch_part_name(struct ch_context *c, enum ch_entity_id entity, int64_t id, struct ch_arena *arena)
{
	const struct ch_field *field = ch_field_named(ch_entity_of(entity), "name");
	struct ch_error ignored = CH_NO_ERROR;
	void *record = ch_arena_alloc(arena, ch_entity_of(entity)->size);

	if (field == NULL || ch_part_get(c, entity, id, arena, record, &ignored) != CH_OK)
		return NULL;
	return ch_field_text(field, record, arena);
}
