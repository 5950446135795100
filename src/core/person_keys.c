#include "core/person_keys.h"

#include <string.h>

#include "chiron/text.h"
#include "store/stmt.h"

enum { PARTS_MOST = 8 };

/* The texts one behind the other; NULL counts as empty. */
static char *joined(struct ch_arena *arena, const char *const *parts, size_t count)
{
	size_t lengths[PARTS_MOST], length = 0;

	for (size_t i = 0; i < count; i++)
		length += lengths[i] = parts[i] == NULL ? 0 : strlen(parts[i]);
	char *text = ch_arena_alloc(arena, length + 1), *at = text;
	for (size_t i = 0; i < count; i++) {
		if (lengths[i] > 0)
			memcpy(at, parts[i], lengths[i]);
		at += lengths[i];
	}
	return text;
}

#define JOINED(arena, ...) \
	joined((arena), (const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

/* Family name first; where only a whole name is known its last word stands for it. */
static const char *sort_name(const struct ch_person *person, struct ch_arena *arena)
{
	if (person->last_name != NULL)
		return ch_text_search_key(arena, JOINED(arena, person->last_name, ", ", person->first_name));
	const char *comma = strchr(person->name, ','), *first = comma != NULL ? ch_text_tidy(arena, comma + 1) : NULL;

	/* "Baker, Frank" stands as it sorts, and is found as Frank Baker. */
	if (first != NULL && comma > person->name && strchr(first, ',') == NULL)
		return ch_text_search_key(arena, ch_arena_printf(arena, "%.*s, %s", (int)(comma - person->name),
								 person->name, first));
	const char *space = strrchr(person->name, ' ');
	if (space == NULL)
		return ch_text_search_key(arena, person->name);
	return ch_text_search_key(arena, ch_arena_printf(arena, "%s, %.*s", space + 1, (int)(space - person->name),
							 person->name));
}

void person_name_fill(struct ch_person *person, struct ch_arena *arena)
{
	if (person->name == NULL && (person->first_name != NULL || person->last_name != NULL))
		person->name = ch_text_tidy(arena, JOINED(arena, person->first_name, " ", person->last_name));
}

void person_name_keys_fill(struct ch_person *person, struct ch_arena *arena)
{
	person_name_fill(person, arena);
	if (person->name == NULL)
		return; /* validation says that it is missing */
	person->sort_name = sort_name(person, arena);
	person->search_key = ch_text_search_key(
		arena, JOINED(arena, person->name, " ", person->email, " ", person->offers, " ", person->seeks));
}

void person_keys_fill(struct ch_person *person, struct ch_arena *arena)
{
	person_name_keys_fill(person, arena);
	person->email_key = person->email == NULL ? NULL : ch_text_fold(arena, person->email);
}

static enum ch_status manager_by_email(struct change *change, struct ch_person *person, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PERSON_BY_EMAIL);
	bool row = false;

	stmt_bind_text(q, "email_key", ch_text_fold(&change->arena, person->manager_email));
	enum ch_status status = stmt_step(q, &row, err);
	person->manager_id = status == CH_OK && row ? stmt_id(q, "person_id") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status own_manager(struct ch_error *err)
{
	ch_fail_field(err, "manager_email", _("nobody is their own line manager"));
	return ch_error_fix(err, _("leave it blank, or give the manager's own address"));
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

enum ch_status person_manager_resolve(struct change *change, const struct ch_person *before, struct ch_person *person,
				      struct ch_error *err)
{
	bool chosen = person->manager_id != (before == NULL ? 0 : before->manager_id);
	bool named = !same_text(person->manager_email, before == NULL ? NULL : before->manager_email);

	if (person->manager_email != NULL && person->email != NULL &&
	    strcmp(ch_text_fold(&change->arena, person->manager_email), person->email_key) == 0)
		return own_manager(err);
	if (person->manager_id != 0 && person->manager_id == person->person_id)
		return own_manager(err);
	if (chosen && person->manager_id == 0 && !named)
		person->manager_email = NULL; /* taken away: their address would bring them back */
	if (chosen && person->manager_id != 0 && !named) {
		struct ch_person manager;
		TRY(change_get(change, CH_PERSON, person->manager_id, &manager, err));
		person->manager_email = manager.email;
		return CH_OK;
	}
	if (named && person->manager_email == NULL && !chosen)
		person->manager_id = 0;
	if (person->manager_email != NULL && (named || person->manager_id == 0))
		return manager_by_email(change, person, err);
	return CH_OK;
}

enum ch_status person_refuse_loop(struct change *change, const struct ch_person *person, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PERSON_ABOVE);
	bool row = false;

	stmt_bind_int(q, "person", person->person_id);
	stmt_bind_int(q, "above", person->person_id);
	enum ch_status status = stmt_step(q, &row, err);
	stmt_reset(q);
	return status != CH_OK || !row ? status : person_fail_loop(person, err);
}

enum ch_status person_fail_loop(const struct ch_person *person, struct ch_error *err)
{
	ch_fail_field(err, "manager_id", _("the reporting line would go round in a circle back to %s"), person->name);
	return ch_error_fix(err, _("choose a line manager who is not below this person"));
}

static enum ch_status adopt_waiting(struct change *change, const struct ch_person *person, struct ch_error *err)
{
	int64_t waiting[256];
	size_t count = 0;
	bool row = false;
	enum ch_status status = CH_OK;
	struct stmt *q = stmt_ready(change->db, SQL_PEOPLE_AWAITING_MANAGER);

	stmt_bind_text(q, "email", person->email);
	while (count < sizeof waiting / sizeof waiting[0] && (status = stmt_step(q, &row, err)) == CH_OK && row)
		waiting[count++] = stmt_id(q, "person_id");
	stmt_reset(q);
	for (size_t i = 0; status == CH_OK && i < count; i++) {
		struct ch_person report;
		TRY(change_get(change, CH_PERSON, waiting[i], &report, err));
		report.manager_id = person->person_id;
		status = change_update(change, CH_PERSON, &report, err);
		if (status == CH_OK)
			status = person_refuse_loop(change, &report, err);
	}
	/* There may be more than fit here; those that were given their manager wait no longer. */
	if (status == CH_OK && count == sizeof waiting / sizeof waiting[0])
		return adopt_waiting(change, person, err);
	return status;
}

enum ch_status person_keys_save(struct change *change, const struct ch_person *person, struct ch_error *err)
{
	if (person->manager_id != 0)
		TRY(person_refuse_loop(change, person, err));
	return person->email == NULL ? CH_OK : adopt_waiting(change, person, err);
}
