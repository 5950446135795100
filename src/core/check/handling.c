#include "core/check/handling.h"

#include <string.h>

#include "chiron/coordinator.h"
#include "chiron/list.h"
#include "chiron/person.h"
#include "chiron/text.h"
#include "core/id_list.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

/* The finding as it is now, in the change's arena. */
static enum ch_status find_now(struct change *change, const struct ch_finding_key *key, struct ch_finding *finding,
			       struct ch_error *err)
{
	struct ch_check_query query = {.rule = key->check_name, .subject_id = key->subject_id, .all = true};
	struct ch_findings findings;

	TRY(ch_check_run(change->c, &query, &change->arena, &findings, err));
	if (findings.count == 0) {
		ch_fail(err, CH_MISSING, _("%s finds nothing about no. %lld now"), key->check_name,
			(long long)key->subject_id);
		return ch_error_fix(err, _("`chiron check --all` shows all findings, each with its check and number"));
	}
	*finding = findings.items[0];
	return CH_OK;
}

/* What is done about it already; cleared, with handling_id 0, where nothing is. */
static enum ch_status get(struct change *change, const struct ch_finding_key *key, struct ch_handling *handling,
			  struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_HANDLING_OF_FINDING);
	bool row = false;

	ch_record_clear(ch_entity_of(CH_HANDLING), handling);
	stmt_bind_text(q, "check_name", key->check_name);
	stmt_bind_int(q, "subject_id", key->subject_id);
	enum ch_status status = stmt_step(q, &row, err);
	int64_t id = status == CH_OK && row ? stmt_id(q, "handling_id") : 0;
	stmt_reset(q);
	return id == 0 ? status : change_get(change, CH_HANDLING, id, handling, err);
}

static enum ch_status get_both(struct change *change, const struct ch_finding_key *key, struct ch_finding *finding,
			       struct ch_handling *handling, struct ch_error *err)
{
	TRY(find_now(change, key, finding, err));
	TRY(get(change, key, handling, err));
	handling->check_name = finding->check->name;
	handling->subject_id = finding->subject_id;
	handling->pairing_id = finding->pairing_id;
	handling->programme_id = finding->programme_id;
	handling->made_by = change->c->actor.person_id;
	handling->made_on = change->today;
	return CH_OK;
}

static bool is_empty(const struct ch_handling *handling)
{
	return handling->snoozed_until == CH_NO_DATE && handling->acknowledged_until == CH_NO_DATE &&
	       handling->assigned_to == 0 && handling->assigned_coordinator_id == 0;
}

static enum ch_status save(struct change *change, struct ch_handling *handling, struct ch_error *err)
{
	change->object_id = handling->handling_id;
	if (handling->handling_id == 0)
		return is_empty(handling) ? CH_OK : change_insert(change, CH_HANDLING, handling, err);
	if (is_empty(handling))
		return change_delete(change, CH_HANDLING, handling->handling_id, err);
	return change_update(change, CH_HANDLING, handling, err);
}

static enum ch_status check_until(const struct change *change, const char *key, ch_date until, struct ch_error *err)
{
	char given[CH_DATE_WORDS_SIZE], limit[CH_DATE_WORDS_SIZE];

	if (until == CH_NO_DATE) {
		ch_fail_field(err, key, _("until when is not said"));
		return ch_error_fix(err, _("give a day: fri, in 2 weeks, 4 dec"));
	}
	if (until <= change->today) {
		ch_fail_field(err, key, _("%s is not after today, %s"), ch_date_words(until, CH_NO_DATE, given),
			      ch_date_words(change->today, CH_NO_DATE, limit));
		return ch_error_fix(err, _("give a day to come: fri, in 2 weeks, 4 dec"));
	}
	if (until - change->today > CH_PUT_OFF_MOST) {
		ch_fail_field(err, key, _("%s is more than a year ahead"), ch_date_words(until, CH_NO_DATE, given));
		return ch_error_fix(err, _("give a day within a year: things are looked at again"));
	}
	return CH_OK;
}

static enum ch_status snooze(struct change *change, const struct ch_finding_key *key, ch_date until,
			     struct ch_error *err)
{
	struct ch_finding finding;
	struct ch_handling handling;

	TRY(check_until(change, "snoozed_until", until, err));
	TRY(get_both(change, key, &finding, &handling, err));
	handling.snoozed_until = until;
	handling.measure = finding.measure;
	return save(change, &handling, err);
}

enum ch_status ch_finding_snooze(struct ch_context *c, const struct ch_finding_key *key, ch_date until,
				 struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_FINDING_SNOOZE, CH_HANDLING, 0, err));
	return change_end(&change, snooze(&change, key, until, err), err);
}

/* Whether the finding is on that person's own list. */
static enum ch_status is_seen_by(const struct change *change, const struct ch_finding_key *key, int64_t person_id,
				 struct ch_arena *arena, bool *seen, struct ch_error *err)
{
	const struct ch_check_query query = {.rule = key->check_name, .subject_id = key->subject_id, .all = true};
	struct ch_context theirs = *change->c;
	struct ch_findings findings;

	theirs.actor = (struct ch_actor){.person_id = person_id};
	TRY(ch_check_run(&theirs, &query, arena, &findings, err));
	*seen = findings.count > 0;
	return CH_OK;
}

/* It names others and what is the matter with them: who takes part learns of it only in their own pairing. */
static enum ch_status refuse_stranger(struct change *change, const struct ch_finding_key *key, int64_t person_id,
				      struct ch_error *err)
{
	struct ch_person person;
	bool trusted = false;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	if (person.roles == 0)
		return CH_OK;
	struct stmt *q = stmt_ready(change->db, SQL_COORDINATOR_BY_NAME);
	stmt_bind_text(q, "name", person.name);
	enum ch_status status = stmt_step(q, &trusted, err);
	stmt_reset(q);
	if (status == CH_OK && !trusted)
		status = is_seen_by(change, key, person_id, &change->arena, &trusted, err);
	if (status != CH_OK || trusted)
		return status;
	ch_fail_field(err, "assigned_to", _("%s is a %s, and this is not on their own list: they would not see it"),
		      person.name, ch_roles_show(person.roles, &change->arena));
	return ch_error_fix(err, _("give it to a coordinator, to somebody of the scheme's staff, or to the mentor or "
				   "coach whom it is about"));
}

/* A coordinator of some programmes does not see what is about another (R83). */
static enum ch_status refuse_unseen(struct change *change, const struct ch_finding *finding, int64_t coordinator_id,
				    struct ch_error *err)
{
	struct ch_coordinator coordinator;
	bool theirs = false;

	TRY(change_get(change, CH_COORDINATOR, coordinator_id, &coordinator, err));
	if (coordinator.limited != CH_YES || finding->programme_id == 0)
		return CH_OK;
	struct stmt *q = stmt_ready(change->db, SQL_CHARGE_OF);
	stmt_bind_int(q, "coordinator_id", coordinator_id);
	stmt_bind_int(q, "programme_id", finding->programme_id);
	enum ch_status status = stmt_step(q, &theirs, err);
	stmt_reset(q);
	if (status != CH_OK || theirs)
		return status;
	ch_fail_field(err, "assigned_coordinator_id", _("%s does not look after the programme that this is about"),
		      coordinator.name);
	return ch_error_fix(err, _("give it to a coordinator who does: `chiron coordinator list`"));
}

static enum ch_status assign(struct change *change, const struct ch_finding_key *key, struct ch_assignee to,
			     struct ch_error *err)
{
	struct ch_finding finding;
	struct ch_handling handling;

	TRY(get_both(change, key, &finding, &handling, err));
	if (to.coordinator_id != 0)
		TRY(refuse_unseen(change, &finding, to.coordinator_id, err));
	else if (to.person_id != 0)
		TRY(refuse_stranger(change, key, to.person_id, err));
	handling.assigned_coordinator_id = to.coordinator_id;
	handling.assigned_to = to.coordinator_id == 0 ? to.person_id : 0;
	return save(change, &handling, err);
}

enum ch_status ch_finding_assign(struct ch_context *c, const struct ch_finding_key *key, struct ch_assignee to,
				 struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_FINDING_ASSIGN, CH_HANDLING, 0, err));
	return change_end(&change, assign(&change, key, to, err), err);
}

enum ch_status handling_take_from(struct change *change, int64_t coordinator_id, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_HANDLINGS_OF_COORDINATOR);
	struct id_list ids = ID_LIST_EMPTY;
	struct ch_handling handling;

	stmt_bind_int(q, "coordinator_id", coordinator_id);
	enum ch_status status = id_list_read(&ids, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		status = change_get(change, CH_HANDLING, ids.ids[i], &handling, err);
		handling.assigned_coordinator_id = 0;
		if (status == CH_OK && is_empty(&handling))
			status = change_delete(change, CH_HANDLING, handling.handling_id, err);
		else if (status == CH_OK)
			status = change_update(change, CH_HANDLING, &handling, err);
	}
	id_list_release(&ids);
	return status;
}

/* A number is a person's: coordinators are called by their names. */
enum ch_status ch_assignee_find(struct ch_context *c, const char *text, struct ch_assignee *assignee,
				struct ch_error *err)
{
	*assignee = (struct ch_assignee){0};
	if (text[strspn(text, "0123456789 ")] != '\0') {
		enum ch_status status = ch_find(c, CH_COORDINATOR, text, &assignee->coordinator_id, err);

		if (status != CH_MISSING)
			return status;
		*err = CH_NO_ERROR;
	}
	if (ch_find(c, CH_PERSON, text, &assignee->person_id, err) == CH_MISSING)
		ch_error_fix(err, _("name a coordinator, as `chiron coordinator list` has them, or a person"));
	return err->status;
}

const char *ch_assignee_name(struct ch_context *c, struct ch_assignee assignee, struct ch_arena *arena)
{
	struct ch_coordinator coordinator = {.name = ""};
	struct ch_person person = {.name = ""};
	struct ch_error ignored = CH_NO_ERROR;

	if (assignee.coordinator_id != 0)
		return ch_coordinator_get(c, assignee.coordinator_id, arena, &coordinator, &ignored) == CH_OK
			       ? coordinator.name
			       : "";
	if (assignee.person_id == 0 || ch_person_get(c, assignee.person_id, arena, &person, &ignored) != CH_OK)
		return "";
	return person.name;
}

static enum ch_status acknowledge(struct change *change, const struct ch_finding_key *key, ch_date until,
				  const char *reason, struct ch_error *err)
{
	struct ch_finding finding;
	struct ch_handling handling;
	const char *tidy = reason == NULL ? NULL : ch_text_tidy(&change->arena, reason);

	TRY(get_both(change, key, &finding, &handling, err));
	if (finding.severity < CH_SEVERITY_WARN) {
		ch_fail_rule(err, finding.check->rule, _("%s: that is not only a warning, so it is not acknowledged"),
			     finding.says);
		return ch_error_fix(err, _("snooze it, assign it, or mend it: %s"), _(finding.check->fix));
	}
	if (tidy == NULL) {
		ch_fail_field(err, "reason", _("why it is all right is not said"));
		return ch_error_fix(err, _("say why, as the next coordinator will read it"));
	}
	TRY(check_until(change, "acknowledged_until", until, err));
	handling.acknowledged_until = until;
	handling.reason = tidy;
	handling.measure = finding.measure;
	return save(change, &handling, err);
}

enum ch_status ch_finding_acknowledge(struct ch_context *c, const struct ch_finding_key *key, ch_date until,
				      const char *reason, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_FINDING_ACKNOWLEDGE, CH_HANDLING, 0, err));
	return change_end(&change, acknowledge(&change, key, until, reason, err), err);
}

/* The finding itself may be gone by now. */
static enum ch_status release(struct change *change, const struct ch_finding_key *key, struct ch_error *err)
{
	struct ch_handling handling;

	TRY(get(change, key, &handling, err));
	if (handling.handling_id == 0)
		return ch_fail(err, CH_MISSING, _("nothing was put off or assigned of what %s finds about no. %lld"),
			       key->check_name, (long long)key->subject_id);
	change->object_id = handling.handling_id;
	return change_delete(change, CH_HANDLING, handling.handling_id, err);
}

enum ch_status ch_finding_release(struct ch_context *c, const struct ch_finding_key *key, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_FINDING_RELEASE, CH_HANDLING, 0, err));
	return change_end(&change, release(&change, key, err), err);
}

enum ch_status ch_handling_get(struct ch_context *c, int64_t handling_id, struct ch_arena *arena,
			       struct ch_handling *handling, struct ch_error *err)
{
	TRY(may(c, CH_OP_FINDING_READ, CH_HANDLING, handling_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_HANDLING), handling_id, arena, handling, err);
}
