#include "chiron/coordinator.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "base/excerpt.h"
#include "chiron/json.h"
#include "chiron/list.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/check/handling.h"
#include "core/journal/change.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/audit.h"
#include "store/limit.h"
#include "store/record.h"
#include "store/stmt.h"

/* The first id that the statement gives; 0 where it gives none. */
static enum ch_status first_id(struct stmt *q, const char *column, int64_t *id, struct ch_error *err)
{
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*id = status == CH_OK && row ? stmt_id(q, column) : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status by_name(struct db *db, const char *name, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_COORDINATOR_BY_NAME);

	stmt_bind_text(q, "name", name);
	return first_id(q, "coordinator_id", id, err);
}

static enum ch_status by_account(struct db *db, const char *account, int64_t *id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_COORDINATOR_BY_ACCOUNT);

	stmt_bind_text(q, "account", account);
	return first_id(q, "coordinator_id", id, err);
}

/* ---- Their programmes --------------------------------------------------------------- */

static enum ch_status find_programmes(struct change *change, const char *text, struct id_list *ids,
				      struct ch_error *err)
{
	struct ch_terms terms = ch_terms_split(&change->arena, text);
	enum ch_status status = CH_OK;

	for (size_t i = 0; status == CH_OK && i < terms.count; i++) {
		int64_t id = 0;

		status = ch_find(change->c, CH_PROGRAMME, terms.terms[i], &id, err);
		if (status == CH_OK)
			id_list_add(ids, id);
	}
	return status;
}

static enum ch_status take_away(struct change *change, int64_t coordinator_id, const struct id_list *keep,
				struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_CHARGES_OF);

	stmt_bind_int(q, "coordinator_id", coordinator_id);
	enum ch_status status = id_list_read(&ids, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		struct ch_charge charge;
		bool kept = false;

		status = change_get(change, CH_CHARGE, ids.ids[i], &charge, err);
		for (size_t k = 0; keep != NULL && k < keep->count; k++)
			kept |= keep->ids[k] == charge.programme_id;
		if (status == CH_OK && !kept)
			status = change_delete(change, CH_CHARGE, ids.ids[i], err);
	}
	id_list_release(&ids);
	return status;
}

static enum ch_status give(struct change *change, int64_t coordinator_id, int64_t programme_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_CHARGE_OF);
	struct ch_charge charge;
	int64_t there = 0;

	stmt_bind_int(q, "coordinator_id", coordinator_id);
	stmt_bind_int(q, "programme_id", programme_id);
	TRY(first_id(q, "id", &there, err));
	if (there != 0)
		return CH_OK;
	ch_record_clear(ch_entity_of(CH_CHARGE), &charge);
	charge.coordinator_id = coordinator_id;
	charge.programme_id = programme_id;
	return change_insert(change, CH_CHARGE, &charge, err);
}

static enum ch_status set_programmes(struct change *change, struct ch_coordinator *coordinator,
				     const struct id_list *ids, struct ch_error *err)
{
	enum ch_status status = take_away(change, coordinator->coordinator_id, ids, err);

	for (size_t i = 0; status == CH_OK && i < ids->count; i++)
		status = give(change, coordinator->coordinator_id, ids->ids[i], err);
	return status;
}

/* ---- Adding and changing ------------------------------------------------------------ */

static enum ch_status refuse_taken(struct change *change, const struct ch_coordinator *coordinator,
				   struct ch_error *err)
{
	int64_t id = 0;

	TRY(by_name(change->db, coordinator->name, &id, err));
	if (id != 0 && id != coordinator->coordinator_id) {
		ch_fail_field(err, "name", _("there is a coordinator %s already"), coordinator->name);
		return ch_error_fix(err, _("add what tells them apart, as \"Ann Lee (Leaders)\""));
	}
	if (coordinator->account == NULL)
		return CH_OK;
	TRY(by_account(change->db, coordinator->account, &id, err));
	if (id == 0 || id == coordinator->coordinator_id)
		return CH_OK;
	ch_fail_field(err, "account", _("\"%s\" is another coordinator's account (no. %lld)"), coordinator->account,
		      (long long)id);
	return ch_error_fix(err, _("an account is one person's; leave it blank where two share it"));
}

/* The login of whoever runs the program; NULL where the system does not know one. */
static const char *own_account(void)
{
	const struct passwd *entry = getpwuid(getuid());

	return entry != NULL ? entry->pw_name : NULL;
}

/* The same where it may be a coordinator's: asking the system may mean asking a network. */
static enum ch_status acting_account(struct db *db, const char **account, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_COORDINATOR_WITH_ACCOUNT);
	bool row = false;

	TRY(stmt_step(q, &row, err));
	*account = row && stmt_int(q, "given") != 0 ? own_account() : NULL;
	stmt_reset(q);
	return CH_OK;
}

/* Nobody could give it back to them: who may is then limited. */
static enum ch_status refuse_lock_out(const struct ch_coordinator *coordinator, struct ch_error *err)
{
	const char *mine = own_account();

	if (coordinator->limited != CH_YES || coordinator->account == NULL || mine == NULL ||
	    strcmp(coordinator->account, mine) != 0)
		return CH_OK;
	ch_fail_field(err, "account", _("\"%s\" is the account you work under: you would see these programmes "
					"alone, and could not give yourself more"), mine);
	return ch_error_fix(err, _("give the login of %s" CH_WAY "; without one they act with --as" CH_KEY),
			    coordinator->name);
}

static enum ch_status save(struct change *change, struct ch_coordinator *coordinator, const char *programmes,
			   struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	enum ch_status status = ch_record_validate(ch_entity_of(CH_COORDINATOR), coordinator, err);

	if (status == CH_OK)
		status = refuse_taken(change, coordinator, err);

	if (status == CH_OK && programmes != NULL) {
		status = find_programmes(change, programmes, &ids, err);
		coordinator->limited = ids.count > 0 ? CH_YES : CH_NO;
	}
	if (status == CH_OK)
		status = refuse_lock_out(coordinator, err);
	if (status == CH_OK && coordinator->coordinator_id == 0)
		status = change_insert(change, CH_COORDINATOR, coordinator, err);
	else if (status == CH_OK)
		status = change_update(change, CH_COORDINATOR, coordinator, err);
	if (status == CH_OK && programmes != NULL)
		status = set_programmes(change, coordinator, &ids, err);
	id_list_release(&ids);
	return status;
}

enum ch_status ch_coordinator_add(struct ch_context *c, struct ch_coordinator *coordinator, const char *programmes,
				  struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_COORDINATOR_ADD, CH_COORDINATOR, 0, err));
	coordinator->coordinator_id = coordinator->row_version = 0;
	coordinator->limited = CH_NO;
	return change_end(&change, save(&change, coordinator, programmes, err), err);
}

enum ch_status ch_coordinator_set(struct ch_context *c, struct ch_coordinator *coordinator, const char *programmes,
				  struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_COORDINATOR_SET, CH_COORDINATOR, coordinator->coordinator_id, err));
	return change_end(&change, save(&change, coordinator, programmes, err), err);
}

static enum ch_status remove_all(struct change *change, int64_t coordinator_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_COORDINATOR_IS_NAMED);
	int64_t named = 0;

	stmt_bind_int(q, "coordinator_id", coordinator_id);
	TRY(first_id(q, "found", &named, err));
	if (named != 0) {
		ch_fail(err, CH_DATA,
			_("lists were imported or rules overridden by this coordinator, and that names them"));
		return ch_error_fix(err, _("clear the account instead: `chiron coordinator set %lld --account ''`"),
				    (long long)coordinator_id);
	}
	TRY(take_away(change, coordinator_id, NULL, err));
	TRY(handling_take_from(change, coordinator_id, err));
	return change_delete(change, CH_COORDINATOR, coordinator_id, err);
}

enum ch_status ch_coordinator_remove(struct ch_context *c, int64_t coordinator_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_COORDINATOR_REMOVE, CH_COORDINATOR, coordinator_id, err));
	return change_end(&change, remove_all(&change, coordinator_id, err), err);
}

enum ch_status ch_coordinator_get(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena,
				  struct ch_coordinator *coordinator, struct ch_error *err)
{
	TRY(may(c, CH_OP_COORDINATOR_READ, CH_COORDINATOR, coordinator_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_COORDINATOR), coordinator_id, arena, coordinator, err);
}

static enum ch_status read_programmes(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena,
				      const char **programmes, struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_CHARGES_OF);
	struct ch_buffer names = CH_BUFFER_EMPTY;
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "coordinator_id", coordinator_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		ch_buffer_printf(&names, "%s%s", names.length > 0 ? "; " : "", stmt_text(q, "name"));
	*programmes = ch_arena_copy(arena, names.text);
	ch_buffer_release(&names);
	return status;
}

enum ch_status ch_coordinator_programmes(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena,
					 const char **programmes, struct ch_error *err)
{
	TRY(may(c, CH_OP_COORDINATOR_READ, CH_COORDINATOR, coordinator_id, err));
	return read_programmes(c, coordinator_id, arena, programmes, err);
}

/* ---- Who acts ----------------------------------------------------------------------- */

static enum ch_status act(struct ch_context *c, int64_t coordinator_id, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_coordinator coordinator;

	TRY(record_get(c->scheme->db, ch_entity_of(CH_COORDINATOR), coordinator_id, arena, &coordinator, err));
	c->actor.coordinator_id = coordinator_id;
	c->actor.name = coordinator.name;
	c->actor.limited = coordinator.limited == CH_YES;
	return c->actor.limited ? limit_begin(c->scheme->db, coordinator_id, err) : CH_OK;
}

static enum ch_status refuse_another(struct ch_context *c, const char *account, const char *as, struct ch_error *err)
{
	char given[EXCERPT_SIZE];

	ch_fail_rule(err, "R83",
		     _("the account \"%s\" is %s's, who is limited to some programmes and cannot act as %s"), account,
		     c->actor.name, excerpt_of(as, given));
	err->status = CH_NOT_ALLOWED;
	return limit_fix(c->scheme->db, err);
}

enum ch_status ch_coordinator_act(struct ch_context *c, const char *as, struct ch_arena *arena, bool *found,
				  struct ch_error *err)
{
	struct db *db = c->scheme->db;
	int64_t owner = 0, called = 0;
	const char *account;

	*found = false;
	TRY(acting_account(db, &account, err));
	if (as != NULL)
		TRY(by_name(db, as, &called, err));
	if (account != NULL)
		TRY(by_account(db, account, &owner, err));
	if (owner != 0 && (as == NULL || called == owner)) {
		*found = true;
		return act(c, owner, arena, err);
	}
	if (owner != 0) {
		struct ch_coordinator coordinator;

		TRY(record_get(db, ch_entity_of(CH_COORDINATOR), owner, arena, &coordinator, err));
		if (coordinator.limited == CH_YES) {
			TRY(act(c, owner, arena, err));
			return refuse_another(c, account, as, err);
		}
	}
	*found = called != 0;
	if (called != 0)
		return act(c, called, arena, err);
	c->actor.name = ch_coordinator_unnamed(c, arena);
	return CH_OK;
}

/* Whose login it was tells nothing else where no coordinator has it as their account. */
static enum ch_status record_opening(struct ch_context *c, const struct ch_actor *opener, int64_t person_id,
				     struct ch_error *err)
{
	struct db *db = c->scheme->db;
	struct ch_buffer detail = CH_BUFFER_EMPTY;
	struct ch_json_writer json = CH_JSON_WRITER(&detail);
	const char *login = own_account();
	char now[CH_INSTANT_SIZE];
	int64_t seq;

	ch_json_object_begin(&json);
	if (login != NULL) {
		ch_json_key(&json, "login");
		ch_json_string(&json, login);
	}
	ch_json_object_end(&json);
	struct audit_entry entry = {.at = ch_clock_now(&c->clock, now),
				    .actor = opener,
				    .operation = CH_OP_DESK_OPEN,
				    .object_id = person_id,
				    .detail = detail.text};
	enum ch_status status = db_begin(db, err);
	if (status == CH_OK) {
		status = audit_append(db, &entry, &seq, err);
		if (status == CH_OK)
			status = db_commit(db, err);
		else
			db_rollback(db);
	}
	ch_buffer_release(&detail);
	return status;
}

enum ch_status ch_coordinator_open_desk(struct ch_context *c, int64_t person_id, struct ch_arena *arena,
					struct ch_error *err)
{
	struct ch_actor opener = c->actor;
	struct ch_person person;
	const char *account;

	TRY(may(c, CH_OP_DESK_OPEN, CH_PERSON, person_id, err));
	TRY(ch_person_get(c, person_id, arena, &person, err));
	if (db_read_only(c->scheme->db)) {
		ch_fail(err, CH_IO,
			_("the desk of %s stays shut: that it was opened is recorded, and %s cannot be written"),
			person.name, db_path(c->scheme->db));
		return ch_error_fix(err, _("Ask whoever owns the file for write access, or read on as the "
					   "coordinator"));
	}
	TRY(acting_account(c->scheme->db, &account, err));
	if (account != NULL)
		TRY(by_account(c->scheme->db, account, &opener.coordinator_id, err));
	TRY(record_opening(c, &opener, person_id, err));
	return ch_person_act(c, person_id, arena, err);
}

const char *ch_coordinator_unnamed(struct ch_context *c, struct ch_arena *arena)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_COORDINATOR_OF_SCHEME);
	struct ch_error ignored = CH_NO_ERROR;
	const char *name = NULL;
	bool row = false;

	if (stmt_step(q, &row, &ignored) == CH_OK && row)
		name = stmt_copy(q, "name", arena);
	stmt_reset(q);
	return name != NULL ? name : _("coordinator");
}

const char *ch_coordinator_words(struct ch_context *c, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *programmes;

	if (c->actor.person_id != 0 || c->actor.coordinator_id == 0)
		return "";
	if (!c->actor.limited)
		return ch_arena_printf(arena, _("%s, for the whole scheme"), c->actor.name);
	if (read_programmes(c, c->actor.coordinator_id, arena, &programmes, &ignored) != CH_OK || *programmes == '\0')
		return ch_arena_printf(arena, _("%s, for no programme"), c->actor.name);
	return ch_arena_printf(arena, _("%s, for %s"), c->actor.name, programmes);
}
