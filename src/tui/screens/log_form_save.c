/*
 * From the fields to core. The session is logged first; then each earlier
 * action is settled on its own, so that what one of them is refused for takes
 * nothing back of the session.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "tui/screens/log_form.h"
#include "tui/screens/log_form_parts.h"

/* What the fields say. Texts live in `arena`. */
struct reading {
	struct log_form *log;
	struct form *form;
	struct ch_arena arena;
	struct ch_session session;
	struct action_lines lines;
	struct ch_session_record record;
	bool no_show, no_actions, kept_by_pair;
	ch_date carry_to;
	struct ch_enjoyed enjoyed;
};

bool log_has_code(const struct form *form, const char *key, const char *code)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_terms terms = ch_terms_split(&arena, form_value(form, key));
	bool has = false;

	for (size_t i = 0; i < terms.count; i++)
		has = has || strcmp(terms.terms[i], code) == 0;
	ch_arena_release(&arena);
	return has;
}

/* ---- The facts ------------------------------------------------------------------------- */

static enum ch_status set_fact(struct reading *r, const char *key, struct ch_error *err)
{
	return ch_field_set(ch_field_named(ch_entity_of(CH_SESSION), key), &r->session, form_value(r->form, key),
			    r->log->desk->today, &r->arena, err);
}

static void read_attendance(struct reading *r)
{
	bool guide = log_has_code(r->form, "came", "guide"), learner = log_has_code(r->form, "came", "learner");

	if (guide && learner) {
		r->session.guide_attendance = log_has_code(r->form, "late", "guide") ? CH_LATE : CH_ATTENDED;
		r->session.learner_attendance = log_has_code(r->form, "late", "learner") ? CH_LATE : CH_ATTENDED;
		return;
	}
	r->no_show = true;
	r->session.cancelled_by = learner ? CH_BY_GUIDE : guide ? CH_BY_LEARNER : CH_BY_BOTH;
}

static enum ch_status read_facts(struct reading *r, struct ch_error *err)
{
	const char *length = form_value(r->form, "minutes");
	int minutes, start;

	ch_record_start(ch_entity_of(CH_SESSION), &r->session);
	if (r->log->asked != NULL) /* with what the form has no field for */
		r->session = *r->log->asked->given;
	r->session.session_id = r->log->session_id;
	r->session.pairing_id = r->log->pairing_id;
	if (set_fact(r, "session_date", err) != CH_OK || set_fact(r, "minutes", err) != CH_OK ||
	    set_fact(r, "medium", err) != CH_OK)
		return err->status;
	if (*length != '\0' && ch_minutes_parse(length, &minutes, &start, err) == CH_OK && start >= 0)
		r->session.starts_at = start;
	read_attendance(r);
	if (r->no_show)
		return CH_OK;
	if (log_ratings_take(r->log, r->form, &r->session, &r->arena, err) != CH_OK)
		return err->status;
	return log_enjoyed_take(r->log, r->form, &r->enjoyed, &r->arena, err);
}

/* ---- The record ------------------------------------------------------------------------- */

static enum ch_status refuse_words_without_meeting(const struct reading *r, struct ch_error *err)
{
	if (!r->no_show ||
	    (r->record.learning == NULL && r->record.action_count == 0 && r->record.section_count == 0))
		return CH_OK;
	ch_fail_field(err, "came", "%s", _("nobody met, so nothing was learned or agreed"));
	return ch_error_fix(err, "%s", _("tick both, or empty the fields below the line"));
}

static enum ch_status read_record(struct reading *r, struct ch_error *err)
{
	const struct form *form = r->form;

	r->record.learning = ch_text_tidy_lines(&r->arena, form_value(form, "learning"));
	if (action_lines_read(form_value(form, "actions"), &r->log->sides, &r->arena, &r->lines, err) != CH_OK)
		return err->status;
	r->record.actions = r->lines.actions;
	r->record.action_count = r->lines.count;
	log_sections_take(r->log, form, &r->arena, &r->record);
	r->no_actions = log_has_code(form, "instead", "no_actions");
	r->kept_by_pair = log_has_code(form, "instead", "kept_by_pair");
	if (r->no_actions && r->lines.count > 0)
		return ch_fail_field(err, "instead", "%s",
				     _("actions are listed, and \"no actions agreed\" is ticked"));
	r->session.no_actions = r->no_actions ? CH_YES : CH_UNSAID;
	r->session.learning = r->kept_by_pair ? CH_LEARNING_KEPT_BY_PAIR : CH_NO_LEARNING;
	return refuse_words_without_meeting(r, err);
}

/* ---- The earlier actions ------------------------------------------------------------------ */

static int review_state(const struct form *form, const struct log_review *review)
{
	const struct ch_choice *states = ch_field_named(ch_entity_of(CH_ACTION), "state")->choices;
	int state = ch_choice_find(states, form_value(form, review->key));

	return state > CH_ACTION_OPEN ? state : 0;
}

bool log_carries(const struct log_form *log, const struct form *form)
{
	bool carried = false;

	for (size_t i = 0; i < log->review_count; i++)
		carried = carried || review_state(form, &log->reviews[i]) == CH_ACTION_CARRIED;
	return carried;
}

static enum ch_status read_reviews(struct reading *r, struct ch_error *err)
{
	if (form_day(r->form, "carry_to", &r->carry_to, err) != CH_OK || r->carry_to == CH_NO_DATE ||
	    log_carries(r->log, r->form))
		return err->status;
	ch_fail_field(err, "carry_to", "%s", _("No action from before is carried on"));
	return ch_error_fix(err, "%s", _("Choose \"carry on\" at one of them, or empty this"));
}

/* Settles what was answered, each by itself; how many are still open in *open, what was refused first in *err. */
static enum ch_status settle_reviews(struct reading *r, int64_t *open, struct ch_error *err)
{
	*open = 0;
	for (size_t i = 0; i < r->log->review_count; i++) {
		const struct log_review *review = &r->log->reviews[i];
		struct ch_error why = CH_NO_ERROR;
		int state = review_state(r->form, review);

		if (state != 0 && ch_action_settle(r->log->desk->c, review->action_id, (enum ch_action_state)state,
						   r->carry_to, NULL, &why) == CH_OK)
			continue;
		++*open;
		if (err->status == CH_OK)
			*err = why;
	}
	return err->status;
}

/* ---- Saving ------------------------------------------------------------------------------- */

void log_form_say(struct app *app, int64_t pairing_id, const struct ch_session_logged *logged)
{
	struct desk *desk = desk_of(app);
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer said = CH_BUFFER_EMPTY;
	char shown[16];

	ch_buffer_printf(&said, _("Session %" PRId64), logged->number);
	if (logged->about > 0)
		ch_buffer_printf(&said, _(" of about %" PRId64), logged->about);
	ch_buffer_printf(&said, _(" logged for %s"), desk_pair_name(desk, pairing_id, &arena));
	if (logged->same_day != 0)
		ch_buffer_add(&said, _(", a second on that day: if it is the same, " KEY_(UNDO) " takes it back"));
	else if (logged->before_start != CH_NO_DATE)
		ch_buffer_printf(&said, _(", before they began on %s"),
				 ch_date_show(logged->before_start, desk->today, shown));
	else if (logged->after_end != CH_NO_DATE)
		ch_buffer_printf(&said, _(", after they ended on %s"),
				 ch_date_show(logged->after_end, desk->today, shown));
	else if (logged->ended)
		ch_buffer_add(&said, _(", whose pairing has ended"));
	else if (logged->last_planned)
		ch_buffer_add(&said, _(", the last one planned: " KEY_(AGREE) " agrees on more, " KEY_(CLOSE) " closes "
				       "the pairing"));
	else if (logged->next_due_on != CH_NO_DATE)
		ch_buffer_printf(&said, _(", next due %s"), ch_date_show(logged->next_due_on, desk->today, shown));
	if (logged->unusually_long)
		ch_buffer_add(&said, _(", unusually long"));
	if (logged->to_review > 0)
		ch_buffer_printf(&said, _(", %" PRId64 " earlier actions to review"), logged->to_review);
	else if (!logged->complete)
		ch_buffer_add(&said, _("; the record can be finished later"));
	app_changed(app);
	app_say(app, "%s", said.text);
	desk_point_out(app, CH_AT_SESSION, logged->session_id);
	if (logged->number == 1)
		desk_point_out(app, CH_AT_FIRST_SESSION, pairing_id);
	ch_buffer_release(&said);
	ch_arena_release(&arena);
}

/* What was written stands, whatever became of the rest: `written` says what, `why` what is wrong with the rest. */
static void say_not_all(const struct reading *r, const char *written, const struct ch_error *why)
{
	struct ch_error err = CH_NO_ERROR;

	ch_fail(&err, why->status, _("%s, but not all that was said with it: %s"), written, why->message);
	app_changed(r->log->app);
	desk_say_error(r->log->app, &err);
}

static void after_logging(struct reading *r, struct ch_session_logged *logged)
{
	struct ch_context *c = r->log->desk->c;
	struct ch_error err = CH_NO_ERROR, why = CH_NO_ERROR;
	struct ch_session saved;

	ch_session_enjoyed(c, r->log->pairing_id, r->session.session_date, &r->enjoyed, &why);
	if (settle_reviews(r, &logged->to_review, &err) != CH_OK || why.status != CH_OK) {
		say_not_all(r, _("The session is logged"), err.status != CH_OK ? &err : &why);
		return;
	}
	if (ch_session_get(c, logged->session_id, &r->arena, &saved, &err) == CH_OK)
		logged->complete = saved.complete == CH_YES;
	if (r->log->asked == NULL)
		log_form_say(r->log->app, r->log->pairing_id, logged);
}

/* The command that asked says what was done. */
static void tell_asked(const struct log_form *log, const struct ch_session_logged *logged)
{
	if (log->asked != NULL)
		log->asked->logged = *logged;
}

static enum ch_status save_held(struct reading *r, struct ch_error *err)
{
	struct ch_session_logged logged;

	if (ch_session_log(r->log->desk->c, &r->session, &r->record, &logged, err) != CH_OK)
		return err->status;
	after_logging(r, &logged);
	tell_asked(r->log, &logged);
	return CH_OK;
}

static enum ch_status save_session(struct reading *r, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	if (!r->no_show)
		return save_held(r, err);
	if (ch_session_cancel(r->log->desk->c, &r->session, true, err) != CH_OK)
		return err->status;
	tell_asked(r->log, &(struct ch_session_logged){.session_id = r->session.session_id});
	if (r->log->asked != NULL)
		return CH_OK;
	desk_done(r->log->app, CH_OK, err, _("It is recorded that %s did not meet"),
		  desk_pair_name(r->log->desk, r->log->pairing_id, &arena));
	ch_arena_release(&arena);
	return CH_OK;
}

static enum ch_status save_rest(struct reading *r, struct ch_error *err)
{
	struct ch_error why = CH_NO_ERROR;
	struct ch_session saved;
	int64_t open;

	if (ch_session_finish(r->log->desk->c, r->log->session_id, &r->record, r->no_actions, r->kept_by_pair, err) !=
	    CH_OK)
		return err->status;
	if (settle_reviews(r, &open, &why) != CH_OK ||
	    ch_session_get(r->log->desk->c, r->log->session_id, &r->arena, &saved, &why) != CH_OK)
		say_not_all(r, _("The record is saved"), &why);
	else if (r->log->asked == NULL)
		desk_done(r->log->app, CH_OK, err, "%s",
			  saved.complete == CH_YES ? _("The record of this session is complete")
						   : _("Saved; the record is still unfinished"));
	tell_asked(r->log, &(struct ch_session_logged){.session_id = r->log->session_id, .to_review = open});
	return CH_OK;
}

enum ch_status log_form_save(struct app *app, struct form *form, void *data, struct ch_error *err)
{
	struct log_form *log = data;
	struct reading r = {.log = log, .form = form, .arena = CH_ARENA_EMPTY};
	enum ch_status status = CH_OK;

	(void)app;
	if (!log->finishing)
		status = log_pair_read(log, form, err);
	if (status == CH_OK && !log->finishing)
		status = read_facts(&r, err);
	if (status == CH_OK)
		status = read_record(&r, err);
	if (status == CH_OK)
		status = read_reviews(&r, err);
	if (status == CH_OK)
		status = log->finishing ? save_rest(&r, err) : save_session(&r, err);
	if (strcmp(err->field, "guide_attendance") == 0 || strcmp(err->field, "learner_attendance") == 0)
		ch_error_field(err, "came");
	ch_arena_release(&r.arena);
	return status;
}
