#include "chiron/programme.h"

#include "chiron/state.h"
#include "core/journal/change.h"
#include "core/framework.h"
#include "core/may.h"
#include "core/scheme_private.h"
#include "core/setting.h"
#include "core/state_change.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status check_dates(const struct ch_programme *programme, struct ch_error *err)
{
	char from[CH_DATE_WORDS_SIZE], to[CH_DATE_WORDS_SIZE];

	if (programme->starts_on == CH_NO_DATE || programme->ends_on == CH_NO_DATE ||
	    programme->ends_on >= programme->starts_on)
		return CH_OK;
	ch_fail_field(err, "ends_on", _("the programme would end on %s, before it starts on %s"),
		      ch_date_words(programme->ends_on, CH_NO_DATE, to),
		      ch_date_words(programme->starts_on, CH_NO_DATE, from));
	return ch_error_fix(err, _("give an end on or after the start, or leave it blank"));
}

/* An end that is moved to before a session that was held there is a slip. */
static enum ch_status check_end(struct change *change, const struct ch_programme *before,
				const struct ch_programme *programme, struct ch_error *err)
{
	char to[CH_DATE_WORDS_SIZE], met[CH_DATE_WORDS_SIZE];
	struct stmt *q;
	bool row = false;

	if (programme->ends_on == CH_NO_DATE || programme->ends_on == before->ends_on)
		return CH_OK;
	q = stmt_ready(change->db, SQL_PROGRAMME_MET_UNTIL);
	stmt_bind_int(q, "programme_id", programme->programme_id);
	TRY(stmt_step(q, &row, err));
	ch_date last = row ? stmt_date(q, "day") : CH_NO_DATE;
	stmt_reset(q);
	if (last == CH_NO_DATE || last <= programme->ends_on)
		return CH_OK;
	ch_fail_field(err, "ends_on", _("the programme would end on %s, and a pair met in it on %s"),
		      ch_date_words(programme->ends_on, change->today, to), ch_date_words(last, change->today, met));
	return ch_error_fix(err, _("give the day of the last session or a later one, or leave it blank"));
}

static enum ch_status refuse_taken_name(struct change *change, const struct ch_programme *programme,
					struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_PROGRAMME_BY_NAME);
	bool row = false;

	stmt_bind_text(q, "name", programme->name);
	stmt_bind_int(q, "programme_id", programme->programme_id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		status = ch_fail_field(err, "name", _("there is a programme \"%s\" already"), programme->name);
		ch_error_fix(err, _("choose another name"));
	}
	stmt_reset(q);
	return status;
}

/* Mentoring does well with nine to twelve months (R39), coaching with a set few sessions (R38). */
static void give_usual_length(struct ch_programme *programme)
{
	enum { MENTORING_MONTHS = 12, COACHING_SESSIONS = 6 };
	bool known = programme->planned_months != CH_UNKNOWN || programme->planned_sessions != CH_UNKNOWN;

	if (known || programme->type == CH_PROGRAMME_OPEN_ENDED)
		return;
	if (programme->kind == CH_KIND_MENTORING)
		programme->planned_months = MENTORING_MONTHS;
	else if (programme->kind == CH_KIND_COACHING)
		programme->planned_sessions = COACHING_SESSIONS;
}

enum ch_status ch_programme_add(struct ch_context *c, struct ch_programme *programme, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_PROGRAMME_ADD, CH_PROGRAMME, 0, err));
	programme->programme_id = 0;
	programme->row_version = 0;
	programme->state = CH_PROGRAMME_IS_DESIGN;
	give_usual_length(programme);
	enum ch_status status = check_dates(programme, err);
	if (status == CH_OK)
		status = framework_expect(c, "usual_framework", programme->usual_framework, NULL, err);
	if (status == CH_OK && programme->name != NULL)
		status = refuse_taken_name(&change, programme, err);
	if (status == CH_OK)
		status = change_insert(&change, CH_PROGRAMME, programme, err);
	if (status == CH_OK)
		status = settings_insert(&change, programme->programme_id, err);
	return change_end(&change, status, err);
}

enum ch_status ch_programme_set(struct ch_context *c, struct ch_programme *programme, struct ch_error *err)
{
	struct change change;
	struct ch_programme before;

	TRY(change_begin(&change, c, CH_OP_PROGRAMME_SET, CH_PROGRAMME, programme->programme_id, err));
	enum ch_status status = change_get(&change, CH_PROGRAMME, programme->programme_id, &before, err);
	if (status == CH_OK) {
		programme->state = before.state;
		programme->kind = before.kind;
		status = check_dates(programme, err);
	}
	if (status == CH_OK)
		status = check_end(&change, &before, programme, err);
	if (status == CH_OK)
		status = framework_expect(c, "usual_framework", programme->usual_framework, before.usual_framework,
					  err);
	if (status == CH_OK && programme->name != NULL)
		status = refuse_taken_name(&change, programme, err);
	if (status == CH_OK)
		status = change_update(&change, CH_PROGRAMME, programme, err);
	return change_end(&change, status, err);
}

enum ch_status ch_programme_get(struct ch_context *c, int64_t programme_id, struct ch_arena *arena,
				struct ch_programme *programme, struct ch_error *err)
{
	TRY(may(c, CH_OP_PROGRAMME_READ, CH_PROGRAMME, programme_id, err));
	return record_get(c->scheme->db, ch_entity_of(CH_PROGRAMME), programme_id, arena, programme, err);
}

enum ch_status ch_programme_open(struct ch_context *c, int64_t programme_id, struct ch_error *err)
{
	struct change change;
	struct ch_programme programme;

	TRY(change_begin(&change, c, CH_OP_PROGRAMME_OPEN, CH_PROGRAMME, programme_id, err));
	enum ch_status status = change_get(&change, CH_PROGRAMME, programme_id, &programme, err);
	if (status == CH_OK)
		status = state_move(CH_PROGRAMME, &programme.state, CH_OP_PROGRAMME_OPEN, programme.name, err);
	if (status == CH_OK)
		status = change_update(&change, CH_PROGRAMME, &programme, err);
	return change_end(&change, status, err);
}

/* Whether a check is required of its guides. */
static bool requires_checks(struct db *db, int64_t programme_id)
{
	struct stmt *q = stmt_ready(db, SQL_REQUIREMENT_OF_PROGRAMME);
	struct ch_error ignored = CH_NO_ERROR;
	bool row = false;

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_step(q, &row, &ignored);
	stmt_reset(q);
	return row;
}

void ch_programme_doubt_open(struct ch_context *c, int64_t programme_id, struct ch_error *doubt)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_programme programme;

	*doubt = CH_NO_ERROR;
	if (ch_programme_get(c, programme_id, &arena, &programme, &ignored) == CH_OK &&
	    !requires_checks(c->scheme->db, programme_id)) {
		ch_fail_rule(doubt, "R78",
			     programme.kind == CH_KIND_COACHING
				     ? _("%s requires no check of its coaches, as DBS or references")
				     : _("%s requires no check of its mentors, as DBS or references"),
			     programme.name);
		ch_error_fix(doubt, _("where they need one before a pairing begins: `chiron requirement add DBS "
				      "--programme %lld`"), (long long)programme_id);
	}
	ch_arena_release(&arena);
}

static enum ch_status live_pairings(struct change *change, int64_t programme_id, int64_t *count, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_LIVE_PAIRINGS_OF_PROGRAMME);
	bool row = false;

	stmt_bind_int(q, "programme_id", programme_id);
	enum ch_status status = stmt_step(q, &row, err);
	*count = status == CH_OK && row ? stmt_int(q, "live") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status refuse_live(const struct ch_programme *programme, int64_t live, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _n("%s still has %lld live pairing", "%s still has %lld live pairings", live),
		programme->name, (long long)live);
	return ch_error_fix(err, _("close them first; `chiron pairing list --programme %lld -state:closed` shows them"),
			    (long long)programme->programme_id);
}

enum ch_status ch_programme_close(struct ch_context *c, int64_t programme_id, struct ch_error *err)
{
	struct change change;
	struct ch_programme programme;
	int64_t live = 0;

	TRY(change_begin(&change, c, CH_OP_PROGRAMME_CLOSE, CH_PROGRAMME, programme_id, err));
	enum ch_status status = change_get(&change, CH_PROGRAMME, programme_id, &programme, err);
	if (status == CH_OK)
		status = live_pairings(&change, programme_id, &live, err);
	if (status == CH_OK && programme.state == CH_PROGRAMME_IS_CLOSING && live > 0)
		status = refuse_live(&programme, live, err);
	if (status == CH_OK)
		status = state_move(CH_PROGRAMME, &programme.state, CH_OP_PROGRAMME_CLOSE, programme.name, err);
	if (status == CH_OK && live == 0 && programme.state == CH_PROGRAMME_IS_CLOSING)
		programme.state = CH_PROGRAMME_IS_CLOSED;
	if (status == CH_OK)
		status = change_update(&change, CH_PROGRAMME, &programme, err);
	return change_end(&change, status, err);
}
