/* A row of sessions: the pairing of the two is found, and in it the session of that day, or one is made. */
#include <string.h>

#include "core/import/column_meaning.h"
#include "core/import/pair_import.h"
#include "chiron/pairing.h"
#include "core/session.h"
#include "store/record.h"
#include "store/stmt.h"

static void settle_absence(struct pair_row *row)
{
	bool guide = row->guide_attendance == CH_ABSENT, learner = row->learner_attendance == CH_ABSENT;

	if (row->cancelled_by == CH_NO_INITIATOR && (guide || learner))
		row->cancelled_by = guide && learner ? CH_BY_BOTH : guide ? CH_BY_GUIDE : CH_BY_LEARNER;
	if (row->cancelled_by == CH_NO_INITIATOR || row->cancelled_by == CH_BY_COORDINATOR)
		return;
	if (row->guide_attendance == CH_NO_ATTENDANCE)
		row->guide_attendance = row->cancelled_by == CH_BY_LEARNER ? CH_ATTENDED : CH_ABSENT;
	if (row->learner_attendance == CH_NO_ATTENDANCE)
		row->learner_attendance = row->cancelled_by == CH_BY_GUIDE ? CH_ATTENDED : CH_ABSENT;
}

/* A log that gives the times gives the length. */
static void settle_length(struct pair_import *pairs, struct pair_row *row)
{
	if (row->minutes != CH_UNKNOWN || row->starts_at == CH_UNKNOWN || row->ends_at == CH_UNKNOWN)
		return;
	if (row->ends_at > row->starts_at)
		row->minutes = row->ends_at - row->starts_at;
	else
		pair_issue(pairs, row, IMPORT_DATES_DISAGREE, false, "ends_at", NULL,
			   _("is not after the start; the length is left open"), NULL);
}

/* What became of the session; rejects what cannot be. */
static void settle_state(struct pair_import *pairs, struct pair_row *row)
{
	bool ahead = row->session_date > pairs->change->today;
	bool absent = row->guide_attendance == CH_ABSENT || row->learner_attendance == CH_ABSENT;
	char iso[CH_DATE_SIZE];

	if (row->state == CH_SESSION_HELD && absent)
		pair_issue(pairs, row, IMPORT_DATES_DISAGREE, false, "state", NULL,
			   _("says it was held, and that one of the two did not come; it counts as a no-show"), NULL);
	if (absent && (row->state == CH_NO_SESSION_STATE || row->state == CH_SESSION_HELD))
		row->state = CH_SESSION_NO_SHOW;
	if (row->state == CH_NO_SESSION_STATE)
		row->state = ahead ? CH_SESSION_ARRANGED : CH_SESSION_HELD;
	if (row->state == CH_SESSION_NO_SHOW)
		settle_absence(row);
	if (ahead && (row->state == CH_SESSION_HELD || row->state == CH_SESSION_NO_SHOW))
		pair_issue(pairs, row, IMPORT_FUTURE_DATE, true, "session_date", ch_date_iso(row->session_date, iso),
			   _("is in the future, so the session cannot have taken place"),
			   _("correct the date, or give the state as arranged"));
}

/* Whether nothing is said of what was learned and of what the two will do. */
static bool is_silent(const struct ch_session *session)
{
	return session->state == CH_SESSION_HELD && session->complete != CH_YES &&
	       session->learning == CH_NO_LEARNING && session->no_actions == CH_UNSAID;
}

/*
 * What a list takes for granted of a held session: that both came. That the pair keep their record is not: it is
 * unfinished until somebody says so (R42).
 */
static void fill_held(struct pair_import *pairs, struct ch_session *session)
{
	if (session->guide_attendance == CH_NO_ATTENDANCE)
		session->guide_attendance = CH_ATTENDED;
	if (session->learner_attendance == CH_NO_ATTENDANCE)
		session->learner_attendance = CH_ATTENDED;
	pairs->silent += is_silent(session);
	if (is_silent(session) && pairs->options->records_kept) {
		session->learning = CH_LEARNING_KEPT_BY_PAIR;
		session->complete = CH_YES;
	} else if (session->complete == CH_UNSAID) {
		session->complete = CH_NO;
	}
}

/*
 * The session that the row is: chiron's number; else one of that day at that
 * time, or of which no time is known. Rows to which another scheme gave numbers
 * of their own are sessions of their own, however alike.
 */
static enum ch_status find_session(struct pair_import *pairs, const struct pair_row *row, int64_t pairing_id,
				   int64_t *session_id, struct ch_arena *arena, struct ch_error *err)
{
	struct ch_session session;
	struct ch_error missing = CH_NO_ERROR;
	struct stmt *q;
	enum ch_status status;
	bool found = false;

	*session_id = 0;
	if (row->session_id != 0 && record_get(pairs->change->db, ch_entity_of(CH_SESSION), row->session_id, arena,
					       &session, &missing) == CH_OK && session.pairing_id == pairing_id) {
		*session_id = row->session_id;
		return CH_OK;
	}
	q = stmt_ready(pairs->change->db, SQL_SESSIONS_ON_DAY);
	stmt_bind_int(q, "pairing_id", pairing_id);
	stmt_bind_date(q, "date", row->session_date);
	while ((status = stmt_step(q, &found, err)) == CH_OK && found) {
		int64_t id = stmt_id(q, "session_id"), at = stmt_int(q, "starts_at");
		bool taken = row->number != 0 && row_map_find(&pairs->seen, id) != 0;
		bool fits = at == CH_UNKNOWN || row->starts_at == CH_UNKNOWN || at == row->starts_at;

		if (*session_id == 0 && fits && !taken)
			*session_id = id;
	}
	return status;
}

static enum ch_status make(struct pair_import *pairs, struct pair_row *row, int64_t pairing_id,
			   struct ch_arena *arena, struct ch_error *err)
{
	struct ch_session session;
	bool differs = false;

	ch_record_clear(ch_entity_of(CH_SESSION), &session);
	session.number = 0;
	session.pairing_id = pairing_id;
	TRY(pair_row_give(&session_row_entity, row, ch_entity_of(CH_SESSION), &session, &differs, arena, err));
	TRY(session_spell_for(pairs->change, pairing_id, session.session_date, &session.spell_id, err));
	if (session.state == CH_SESSION_HELD)
		fill_held(pairs, &session);
	if (session.logged_at == NULL && session.state != CH_SESSION_ARRANGED)
		session.logged_at = pairs->change->now;
	TRY(change_insert(pairs->change, CH_SESSION, &session, err));
	pairs->created++;
	row_map_set(&pairs->seen, session.session_id, row->row);
	row_map_set(&pairs->touched, pairing_id, row->row);
	if (row->complete == CH_NO && session.state == CH_SESSION_HELD)
		row_map_set(&pairs->open, session.session_id, row->actions_reviewed == CH_NO ? 2 : 1);
	return CH_OK;
}

static enum ch_status update(struct pair_import *pairs, struct pair_row *row, int64_t session_id,
			     struct ch_arena *arena, struct ch_error *err)
{
	struct ch_session session, before;
	bool differs = false, apply;

	TRY(record_get(pairs->change->db, ch_entity_of(CH_SESSION), session_id, arena, &session, err));
	before = session;
	bool was_held = session.state == CH_SESSION_HELD;
	TRY(pair_row_give(&session_row_entity, row, ch_entity_of(CH_SESSION), &session, &differs, arena, err));
	bool kept = is_silent(&session) && pairs->options->records_kept;
	pair_count_known(pairs, row, session_id, differs || kept, &apply, arena);
	if (!apply)
		return CH_OK;
	if (kept || (session.state == CH_SESSION_HELD && !was_held))
		fill_held(pairs, &session);
	if (session.logged_at == NULL && session.state != CH_SESSION_ARRANGED)
		session.logged_at = pairs->change->now;
	TRY(pair_note_replaced(pairs, row, CH_SESSION, &before, &session, arena, err));
	TRY(change_update(pairs->change, CH_SESSION, &session, err));
	row_map_set(&pairs->touched, session.pairing_id, row->row);
	return CH_OK;
}

enum ch_status session_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				  struct ch_error *err)
{
	int64_t pairing_id, session_id;

	if (row->rejected)
		return CH_OK;
	if (row->session_date == CH_NO_DATE) {
		bool dated = import_columns_heading(pairs->columns, "session_date") != NULL;

		pair_issue(pairs, row, IMPORT_NO_DATE, true, "session_date", NULL,
			   dated ? _("has no date that can be read") : _("does not say on which day the two met"),
			   dated ? _("write it as 2026-03-05: year, month, day")
				 : _("give each session a row with its date, or put the days into the cells: how many "
				     "there were in a month is not enough"));
		return CH_OK;
	}
	settle_length(pairs, row);
	settle_state(pairs, row);
	if (!row->rejected)
		TRY(pair_find_pairing(pairs, row, row->session_date, &pairing_id, arena, err));
	if (row->rejected)
		return CH_OK;
	TRY(find_session(pairs, row, pairing_id, &session_id, arena, err));
	if (session_id == 0)
		return make(pairs, row, pairing_id, arena, err);
	return update(pairs, row, session_id, arena, err);
}

/* What makes a session unfinished may be an action, and actions come in after the sessions (R44). */
static enum ch_status leave_open(struct pair_import *pairs, int64_t session_id, struct ch_error *err)
{
	struct ch_session session;
	struct ch_pairing pairing;
	struct ch_error missing = CH_NO_ERROR;

	/* A session of a row that did not come in after all is gone. */
	if (change_get(pairs->change, CH_SESSION, session_id, &session, &missing) != CH_OK ||
	    session.complete != CH_YES)
		return CH_OK;
	session.complete = CH_NO;
	if (row_map_find(&pairs->open, session_id) == 2)
		session.actions_reviewed = CH_NO;
	TRY(change_update(pairs->change, CH_SESSION, &session, err));
	TRY(change_get(pairs->change, CH_PAIRING, session.pairing_id, &pairing, err));
	pairing.unfinished_records++;
	return change_update(pairs->change, CH_PAIRING, &pairing, err);
}

enum ch_status session_import_end(struct pair_import *pairs, struct ch_error *err)
{
	size_t place = 0;

	for (int64_t id; (id = row_map_next(&pairs->open, &place)) != 0;)
		TRY(leave_open(pairs, id, err));
	return CH_OK;
}
