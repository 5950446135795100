/* How a session was enjoyed: feedback of a form of its own, asked where the programme has switched it on (R48). */
#include "chiron/person.h"
#include "chiron/programme.h"
#include "chiron/setting.h"
#include "core/feedback.h"
#include "core/journal/change.h"
#include "core/scheme_private.h"
#include "store/record.h"
#include "store/stmt.h"

static enum ch_status refuse_unasked(struct ch_context *c, int64_t programme_id, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_programme programme;
	enum ch_status status = record_get(c->scheme->db, ch_entity_of(CH_PROGRAMME), programme_id, &arena, &programme,
					   err);

	if (status == CH_OK) {
		ch_fail_field(err, "enjoyment", _("\"%.60s\" does not ask how sessions were enjoyed (R48)"),
			      programme.name);
		status = ch_error_fix(err, _("leave it out, or switch it on: `chiron programme setting %lld "
					     "enjoyment_ratings yes`"),
				      (long long)programme_id);
	}
	ch_arena_release(&arena);
	return status;
}

static enum ch_status expect_asked(struct ch_context *c, int64_t programme_id, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_settings settings;
	enum ch_status status = ch_settings_get(c, programme_id, &arena, &settings, err);

	if (status == CH_OK && settings.enjoyment_ratings != CH_YES)
		status = refuse_unasked(c, programme_id, err);
	ch_arena_release(&arena);
	return status;
}

static enum ch_status count_of_day(struct change *change, const struct ch_feedback *feedback, int64_t *held,
				   int64_t *answered, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_FEEDBACK_OF_SESSION_DAY);
	const struct ch_choice *sides = ch_field_named(ch_entity_of(CH_FEEDBACK), "side")->choices;
	bool row = false;

	*held = *answered = 0;
	stmt_bind_int(q, "pairing_id", feedback->pairing_id);
	stmt_bind_text(q, "side", sides[feedback->side].code);
	stmt_bind_date(q, "date", feedback->answered_on);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row) {
		*held = stmt_int(q, "held");
		*answered = stmt_int(q, "answered");
	}
	stmt_reset(q);
	return status;
}

enum ch_status feedback_check_session(struct change *change, const struct pairing_view *view,
				      const struct ch_feedback *feedback, struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];
	int64_t held, answered;

	TRY(expect_asked(change->c, view->pairing.programme_id, err));
	TRY(count_of_day(change, feedback, &held, &answered, err));
	ch_date_words(feedback->answered_on, CH_NO_DATE, day);
	if (held == 0) {
		ch_fail_field(err, "answered_on", _("%s held no session on %s"), view->names, day);
		return ch_error_fix(err, _("give the day of a session that is logged: `chiron session list --pairing "
					   "%lld`"),
				    (long long)feedback->pairing_id);
	}
	if (answered < held)
		return CH_OK;
	ch_fail_field(err, "answered_on", _("how that side enjoyed the session of %s is recorded already"), day);
	return ch_error_fix(err, _("answers stay as they were given; give the day of another session"));
}

/* ---- With a session ---- */

static bool is_said(const struct ch_enjoyed *enjoyed)
{
	return enjoyed->guide != CH_UNKNOWN || enjoyed->learner != CH_UNKNOWN;
}

static enum ch_status refuse_others(struct ch_context *c, const struct ch_pairing *pairing,
				    const struct ch_enjoyed *enjoyed, struct ch_error *err)
{
	int64_t me = c->actor.person_id;

	if (me == 0 || ((enjoyed->guide == CH_UNKNOWN || me == pairing->guide_id) &&
			(enjoyed->learner == CH_UNKNOWN || me == pairing->learner_id)))
		return CH_OK;
	ch_fail_rule(err, "R79", _("each side answers for itself"));
	err->status = CH_NOT_ALLOWED;
	return ch_error_fix(err, _("let them answer at their own desk, or the coordinator record it"));
}

enum ch_status ch_session_enjoyed_expect(struct ch_context *c, int64_t pairing_id, const struct ch_enjoyed *enjoyed,
					 struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_pairing pairing;
	enum ch_status status;

	if (!is_said(enjoyed))
		return CH_OK;
	status = ch_pairing_get(c, pairing_id, &arena, &pairing, err);
	if (status == CH_OK)
		status = refuse_others(c, &pairing, enjoyed, err);
	if (status == CH_OK)
		status = expect_asked(c, pairing.programme_id, err);
	ch_arena_release(&arena);
	return status;
}

static enum ch_status record(struct ch_context *c, int64_t pairing_id, ch_date on, int side, int64_t enjoyment,
			     struct ch_error *err)
{
	struct ch_feedback feedback;

	if (enjoyment == CH_UNKNOWN)
		return CH_OK;
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = pairing_id;
	feedback.side = side;
	feedback.form = CH_FEEDBACK_SESSION;
	feedback.answered_on = on;
	feedback.enjoyment = enjoyment;
	return ch_feedback_record(c, &feedback, err);
}

enum ch_status ch_session_enjoyed(struct ch_context *c, int64_t pairing_id, ch_date on,
				  const struct ch_enjoyed *enjoyed, struct ch_error *err)
{
	TRY(record(c, pairing_id, on, CH_SIDE_GUIDE, enjoyed->guide, err));
	return record(c, pairing_id, on, CH_SIDE_LEARNER, enjoyed->learner, err);
}
