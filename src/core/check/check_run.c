#include "core/check/check_run.h"

#include <stdlib.h>

#include "core/check/check_mender.h"
#include "core/check/check_template.h"
#include "core/check/override.h"
#include "core/look.h"
#include "core/own_file.h"
#include "core/scheme_private.h"
#include "store/stmt.h"

void finding_list_add(struct finding_list *list, const struct ch_finding *finding, struct ch_arena *arena)
{
	list->items = ch_arena_room(arena, list->items, list->count, &list->room, sizeof(*list->items));
	list->items[list->count++] = *finding;
}

/* The reason of the override that accepts the finding, or NULL. */
static enum ch_status find_override(struct ch_context *c, struct ch_finding *finding, struct ch_arena *arena,
				    struct ch_error *err)
{
	bool of_pairing = finding->pairing_id != 0, row = false;

	if (finding->check->severity != CH_SEVERITY_REFUSE)
		return CH_OK;
	if (!of_pairing && finding->check->subject != CH_PROGRAMME)
		return CH_OK;
	struct stmt *q = stmt_ready(c->scheme->db, of_pairing ? SQL_OVERRIDE_OF_PAIRING : SQL_OVERRIDE_OF_PROGRAMME);

	stmt_bind_text(q, "check_name", finding->check->name);
	if (of_pairing)
		stmt_bind_id(q, "pairing_id", finding->pairing_id);
	else
		stmt_bind_id(q, "programme_id", finding->programme_id);
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row)
		finding->overridden = stmt_copy(q, "reason", arena);
	stmt_reset(q);
	return status;
}

/* The programme's settings may make a warning of what the check refuses. */
static enum ch_status find_severity(struct ch_context *c, struct ch_finding *finding, struct ch_error *err)
{
	bool lowered = false;

	finding->severity = finding->check->severity;
	if (finding->severity != CH_SEVERITY_REFUSE || finding->programme_id == 0)
		return CH_OK;
	TRY(override_lowered(c->scheme->db, finding->programme_id, finding->check->rule, &lowered, err));
	if (lowered)
		finding->severity = CH_SEVERITY_WARN;
	return CH_OK;
}

static bool lies_ahead(ch_date until, ch_date today)
{
	return until != CH_NO_DATE && until > today;
}

/* A finding that has become worse is back, and so is one that is not to be acknowledged any more. */
static void read_handling(struct stmt *q, struct ch_finding *finding, ch_date today, struct ch_arena *arena)
{
	ch_date snoozed = stmt_date(q, "snoozed_until"), acknowledged = stmt_date(q, "acknowledged_until");
	int64_t measure = stmt_int(q, "measure");

	finding->assigned_to = stmt_copy(q, "assigned_name", arena);
	if (measure != CH_UNKNOWN && finding->measure != CH_UNKNOWN && finding->measure > measure)
		return;
	if (lies_ahead(acknowledged, today) && finding->severity >= CH_SEVERITY_WARN) {
		finding->put_off = CH_ACKNOWLEDGED;
		finding->until = acknowledged;
		finding->reason = stmt_copy(q, "reason", arena);
	} else if (lies_ahead(snoozed, today)) {
		finding->put_off = CH_SNOOZED;
		finding->until = snoozed;
	}
}

static enum ch_status find_handling(struct ch_context *c, struct ch_finding *finding, struct ch_arena *arena,
				    struct ch_error *err)
{
	struct stmt *q = stmt_ready(c->scheme->db, SQL_HANDLING_OF_FINDING);
	bool row = false;

	stmt_bind_text(q, "check_name", finding->check->name);
	stmt_bind_int(q, "subject_id", finding->subject_id);
	enum ch_status status = stmt_step(q, &row, err);

	if (status == CH_OK && row)
		read_handling(q, finding, ch_clock_today(&c->clock), arena);
	stmt_reset(q);
	return status;
}

static int64_t measure_of(const struct check_file *check, struct query *q)
{
	const char *text = check->info.measure != NULL ? query_text(q, check->info.measure) : NULL;

	return text != NULL ? strtoll(text, NULL, 10) : CH_UNKNOWN;
}

static const char *value_of(void *context, const char *column)
{
	return query_text(context, column);
}

/* What only a coordinator can do is no command for who takes part: theirs is to tell the coordinator. */
static enum ch_status leave_to_coordinator(struct ch_context *c, int64_t actor_id, struct ch_finding *finding,
					   struct ch_error *err)
{
	enum ch_operation mends = check_mender_operation(finding->command);
	bool guide = true, learner = true, row = false;
	enum ch_status status = CH_OK;

	if (finding->pairing_id != 0) {
		struct stmt *q = stmt_ready(c->scheme->db, SQL_SIDES_OF_PAIRING);

		stmt_bind_int(q, "id", finding->pairing_id);
		status = stmt_step(q, &row, err);
		guide = status == CH_OK && row && stmt_id(q, "guide_id") == actor_id;
		learner = status == CH_OK && row && stmt_id(q, "learner_id") == actor_id;
		stmt_reset(q);
	}
	if (!(guide && check_mender_may(mends, true)) && !(learner && check_mender_may(mends, false)))
		finding->command = "";
	return status;
}

static enum ch_status add_finding(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
				  struct query *q, struct ch_arena *arena, struct finding_list *list,
				  struct ch_error *err)
{
	ch_date today = ch_clock_today(&c->clock);
	struct ch_finding finding = {
		.check = &check->info,
		.subject_id = query_id(q, "subject_id"),
		.pairing_id = query_id(q, "pairing_id"),
		.programme_id = query_id(q, "programme_id"),
		.who = ch_arena_copy(arena, query_text(q, "who")),
		.says = check_template_fill(_(check->info.says), value_of, q, today, arena),
		.command = check_template_fill(check->info.command, value_of, q, today, arena),
		.screen = check_template_fill(check->info.screen, value_of, q, today, arena),
		.until = CH_NO_DATE,
		.measure = measure_of(check, q),
	};
	enum ch_status status = find_override(c, &finding, arena, err);

	if (status == CH_OK)
		status = find_severity(c, &finding, err);
	if (status == CH_OK && scope->actor_id == 0)
		status = find_handling(c, &finding, arena, err);
	if (finding.who == NULL)
		finding.who = "";
	if (finding.overridden != NULL && scope->actor_id != 0)
		finding.overridden = _("accepted by the coordinator");
	if (status == CH_OK && scope->actor_id != 0)
		status = leave_to_coordinator(c, scope->actor_id, &finding, err);
	if (status == CH_OK)
		finding_list_add(list, &finding, arena);
	return status;
}

/* Whether the list is to have the row on which the query stands, `found` being there of the same check. */
static bool has_room(struct finding_list *list, size_t found, struct query *q)
{
	if (list->most == 0 || found < list->most)
		return true;
	if (list->known(list->data, query_id(q, "pairing_id")))
		return false;
	list->left_out += found >= 2 * list->most;
	return found < 2 * list->most;
}

enum ch_status check_run(struct ch_context *c, const struct check_file *check, const struct query_scope *scope,
			 struct ch_arena *arena, struct finding_list *list, struct ch_error *err)
{
	const char *sql = query_narrowed(check->sql, scope, arena);
	struct query *q = !check->own ? query_again(c->scheme->db, sql) : query_new(c->scheme->db, sql);
	size_t first = list->count;
	enum ch_status status;
	bool row = false;

	if (check->own)
		query_limit(q, OWN_FILE_MILLIONS);
	query_bind_date(q, "today", ch_clock_today(&c->clock));
	query_bind_scope(q, scope);
	status = look_begin(c, err);
	while (status == CH_OK && (status = query_step(q, &row, err)) == CH_OK && row) {
		if (has_room(list, list->count - first, q))
			status = add_finding(c, check, scope, q, arena, list, err);
		if (status != CH_OK)
			break;
	}
	look_end(c);
	query_free(q);
	return status;
}

enum ch_severity check_severity(const struct ch_finding *finding)
{
	if (finding->severity == CH_SEVERITY_REFUSE && finding->overridden != NULL)
		return CH_SEVERITY_INFORM;
	return finding->severity;
}
