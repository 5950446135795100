#include "tui/screens/pairing_commands.h"

#include <string.h>

#include "tui/screens/goals_form.h"
#include "tui/screens/kind_form.h"
#include "tui/screens/log_form.h"
#include "tui/screens/screens.h"

static struct pairing_screen *own(const struct screen *screen)
{
	return pairing_screen_of(screen);
}

static int64_t id_of(const struct screen *screen)
{
	return own(screen)->sheet.pairing_id;
}

/* ---- What is focused ------------------------------------------------------------------------- */

bool pairing_is_readable(const struct screen *screen)
{
	return own(screen)->sheet.err.status == CH_OK;
}

/* The focused session's state, as its code; "" where none is focused. */
static const char *session_state(const struct screen *screen)
{
	if (!pairing_is_readable(screen) || own(screen)->pane != PAIRING_SESSIONS)
		return "";
	struct scheme_list *sessions = &own(screen)->sheet.sessions;
	const struct ch_row *row = list_row(&sessions->list);
	const char *state = row != NULL ? scheme_list_cell(sessions, row, "state") : NULL;
	return state != NULL ? state : "";
}

static int64_t session_id(const struct screen *screen)
{
	return scheme_list_id(&own(screen)->sheet.sessions);
}

static bool is_arranged(const struct app *app, const struct screen *screen)
{
	(void)app;
	return strcmp(session_state(screen), "arranged") == 0;
}

static bool is_unfinished(const struct app *app, const struct screen *screen)
{
	struct scheme_list *sessions = &own(screen)->sheet.sessions;
	const char *complete;

	(void)app;
	if (strcmp(session_state(screen), "held") != 0)
		return false;
	complete = scheme_list_cell(sessions, list_row(&sessions->list), "complete");
	return complete == NULL || strcmp(complete, "yes") != 0;
}

static bool can_log_arranged(const struct app *app, const struct screen *screen)
{
	return is_arranged(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_cancel(const struct app *app, const struct screen *screen)
{
	return is_arranged(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_CANCEL);
}

static bool can_finish(const struct app *app, const struct screen *screen)
{
	return is_unfinished(app, screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

static bool can_correct(const struct app *app, const struct screen *screen)
{
	return *session_state(screen) != '\0' && desk_may(desk_of(app), CH_OP_SESSION_SET);
}

static bool can_settle(const struct app *app, const struct screen *screen)
{
	return own(screen)->pane == PAIRING_ACTIONS && pairing_is_readable(screen) && list_row(screen->list) != NULL &&
	       desk_may(desk_of(app), CH_OP_ACTION_SET);
}

/* The focused goal of the pane of what was agreed; 0: none is. */
static int64_t goal_id(const struct screen *screen)
{
	if (!pairing_is_readable(screen) || own(screen)->pane != PAIRING_AGREED)
		return 0;
	return fact_list_focus(&own(screen)->sheet.agreed);
}

static bool can_set_goal(const struct app *app, const struct screen *screen)
{
	return goal_id(screen) != 0 && desk_may(desk_of(app), CH_OP_GOAL_SET);
}

/* ---- What the state allows -------------------------------------------------------------------- */

static bool can(const struct app *app, const struct screen *screen, enum ch_operation operation)
{
	return pairing_is_readable(screen) && pairing_can(desk_of(app), own(screen)->sheet.pairing.state, operation);
}

static bool is_live(const struct app *app, const struct screen *screen, enum ch_operation operation)
{
	return pairing_is_readable(screen) && !ch_pairing_has_ended(own(screen)->sheet.pairing.state) &&
	       desk_may(desk_of(app), operation);
}

static bool can_start(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_START);
}

static bool can_pause(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_PAUSE);
}

static bool can_resume(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_RESUME);
}

static bool can_close(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_CLOSE);
}

static bool can_reopen(const struct app *app, const struct screen *screen)
{
	return can(app, screen, CH_OP_PAIRING_REOPEN);
}

static bool can_agree(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_PAIRING_AGREE);
}

static bool can_arrange(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_SESSION_ARRANGE);
}

static bool can_add_action(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_ACTION_ADD);
}

static bool can_add_goal(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_GOAL_ADD);
}

static bool can_change_kind(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_PAIRING_CHANGE);
}

static bool can_rate(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_GOAL_RATE);
}

static bool can_log(const struct app *app, const struct screen *screen)
{
	return pairing_is_readable(screen) && desk_may(desk_of(app), CH_OP_SESSION_LOG);
}

/* ---- Running ------------------------------------------------------------------------------------- */

static void run_log(struct app *app, struct screen *screen)
{
	log_open(app, id_of(screen));
}

static void run_log_arranged(struct app *app, struct screen *screen)
{
	log_form_open_arranged(app, session_id(screen));
}

static void run_finish(struct app *app, struct screen *screen)
{
	log_form_finish(app, session_id(screen));
}

static void run_correct(struct app *app, struct screen *screen)
{
	pairing_form_correct(app, session_id(screen));
}

static void run_settle(struct app *app, struct screen *screen)
{
	pairing_form_settle(app, scheme_list_id(&own(screen)->sheet.actions), CH_NO_ACTION_STATE);
}

static void run_done(struct app *app, struct screen *screen)
{
	pairing_form_settle(app, scheme_list_id(&own(screen)->sheet.actions), CH_ACTION_DONE);
}

static void run_carry(struct app *app, struct screen *screen)
{
	pairing_form_settle(app, scheme_list_id(&own(screen)->sheet.actions), CH_ACTION_CARRIED);
}

static void run_drop(struct app *app, struct screen *screen)
{
	pairing_form_settle(app, scheme_list_id(&own(screen)->sheet.actions), CH_ACTION_DROPPED);
}

static void run_agree(struct app *app, struct screen *screen)
{
	agreement_form_open(app, id_of(screen));
}

static void run_start(struct app *app, struct screen *screen)
{
	pairing_move(app, id_of(screen), CH_OP_PAIRING_START, CH_NO_DATE);
}

static void pause_note(void *data, const char *text, struct ch_buffer *out)
{
	pairing_pause_note(own(data)->sheet.desk, text, out);
}

static enum ch_status pause_done(struct app *app, void *data, const char *text, struct ch_error *err)
{
	ch_date until;

	if (pairing_pause_day(desk_of(app), text, &until, err) == CH_OK)
		pairing_move(app, id_of(data), CH_OP_PAIRING_PAUSE, until);
	return err->status;
}

static const struct prompt_spec pause_prompt = {PAIRING_PAUSE_PROMPT, .note = pause_note, .done = pause_done};

static void run_pause(struct app *app, struct screen *screen)
{
	prompt_open(app, &pause_prompt, screen, NULL, NULL);
}

static void run_resume(struct app *app, struct screen *screen)
{
	pairing_move(app, id_of(screen), CH_OP_PAIRING_RESUME, CH_NO_DATE);
}

static void run_reopen(struct app *app, struct screen *screen)
{
	pairing_move(app, id_of(screen), CH_OP_PAIRING_REOPEN, CH_NO_DATE);
}

static void run_close(struct app *app, struct screen *screen)
{
	closure_form_open(app, id_of(screen));
}

static bool can_hand_over(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_PAIRING_HAND_OVER);
}

static void run_hand_over(struct app *app, struct screen *screen)
{
	hand_over_form_open(app, id_of(screen));
}

static bool can_say_so_far(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_PAIRING_SO_FAR);
}

static void run_so_far(struct app *app, struct screen *screen)
{
	so_far_form_open(app, id_of(screen));
}

static bool can_brief(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_BRIEF_WRITE);
}

static void run_brief(struct app *app, struct screen *screen)
{
	brief_form_open(app, id_of(screen));
}

static bool can_check_in(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_CHECKIN_ADD);
}

static void run_check_in(struct app *app, struct screen *screen)
{
	checkin_form_open(app, id_of(screen));
}

static bool has_unread_brief(const struct app *app, const struct screen *screen)
{
	return is_live(app, screen, CH_OP_BRIEF_READ) && own(screen)->sheet.spell.brief_on != CH_NO_DATE &&
	       own(screen)->sheet.spell.brief_read_on == CH_NO_DATE;
}

static void run_brief_read(struct app *app, struct screen *screen)
{
	struct ch_error err = CH_NO_ERROR;

	desk_done(app, ch_brief_read(desk_of(app)->c, id_of(screen), &err), &err, "%s", _("The brief is read"));
}

static void run_three_way(struct app *app, struct screen *screen)
{
	three_way_form_open(app, id_of(screen));
}

static void run_arrange(struct app *app, struct screen *screen)
{
	pairing_form_arrange(app, id_of(screen));
}

static void run_cancel(struct app *app, struct screen *screen)
{
	int64_t id = session_id(screen);

	pairing_form_cancel(app, &id, 1, false);
}

static void run_no_show(struct app *app, struct screen *screen)
{
	int64_t id = session_id(screen);

	pairing_form_cancel(app, &id, 1, true);
}

static void run_feedback(struct app *app, struct screen *screen)
{
	feedback_open(app, id_of(screen));
}

static bool has_feedback(const struct app *app, const struct screen *screen)
{
	return pairing_is_readable(screen) && desk_may(desk_of(app), CH_OP_FEEDBACK_READ);
}

static void run_referrals(struct app *app, struct screen *screen)
{
	referrals_open(app, id_of(screen));
}

static bool has_referrals(const struct app *app, const struct screen *screen)
{
	return pairing_is_readable(screen) && desk_may(desk_of(app), CH_OP_REFERRAL_READ);
}

static void run_releases(struct app *app, struct screen *screen)
{
	releases_open(app, id_of(screen));
}

static void run_introductions(struct app *app, struct screen *screen)
{
	introductions_open(app, id_of(screen));
}

static void run_assessments(struct app *app, struct screen *screen)
{
	assessments_open(app, id_of(screen));
}

static void run_manager(struct app *app, struct screen *screen)
{
	manager_open(app, id_of(screen));
}

static bool is_mentoring(const struct app *app, const struct screen *screen)
{
	(void)app;
	return pairing_is_readable(screen) && own(screen)->sheet.pairing.kind == CH_KIND_MENTORING;
}

static bool is_coaching(const struct app *app, const struct screen *screen)
{
	(void)app;
	return pairing_is_readable(screen) && own(screen)->sheet.pairing.kind == CH_KIND_COACHING;
}

/* In mentoring the manager has no part (R61); what is recorded all the same needs a reason. */
static bool has_manager(const struct app *app, const struct screen *screen)
{
	return is_coaching(app, screen) ||
	       (pairing_is_readable(screen) && desk_may(desk_of(app), CH_OP_OVERRIDE_MAKE));
}

static void run_add_action(struct app *app, struct screen *screen)
{
	pairing_form_action(app, id_of(screen));
}

static void run_add_goal(struct app *app, struct screen *screen)
{
	goal_form_add(app, id_of(screen));
}

static void run_word_goal(struct app *app, struct screen *screen)
{
	goal_form_word(app, goal_id(screen));
}

static bool settle_goal(struct app *app, struct screen *screen, enum ch_goal_state state, const char *done)
{
	struct ch_error err = CH_NO_ERROR;

	return desk_done(app, ch_goal_settle(desk_of(app)->c, goal_id(screen), state, &err), &err, "%s", done);
}

static void run_attain_goal(struct app *app, struct screen *screen)
{
	if (settle_goal(app, screen, CH_GOAL_ATTAINED, _("It is attained")))
		desk_point_out(app, CH_AT_GOAL, id_of(screen));
}

static void run_drop_goal(struct app *app, struct screen *screen)
{
	settle_goal(app, screen, CH_GOAL_DROPPED, _("It is dropped"));
}

static void run_kind(struct app *app, struct screen *screen)
{
	kind_form_open(app, id_of(screen));
}

static void run_rate(struct app *app, struct screen *screen)
{
	goals_form_open(app, id_of(screen));
}

/* ---- Panes and neighbours --------------------------------------------------------------------------- */

static void run_pane_next(struct app *app, struct screen *screen)
{
	(void)app;
	pairing_show_pane(own(screen), (own(screen)->pane + 1) % PAIRING_PANES);
}

static void run_pane_previous(struct app *app, struct screen *screen)
{
	(void)app;
	pairing_show_pane(own(screen), (own(screen)->pane + PAIRING_PANES - 1) % PAIRING_PANES);
}

static bool has_neighbours(const struct app *app, const struct screen *screen)
{
	(void)app;
	return own(screen)->in != NULL;
}

static void go_by(struct app *app, struct screen *screen, int64_t step)
{
	struct pairing_screen *pairing = own(screen);
	const struct ch_row *row;

	list_move(pairing->in, step);
	row = list_row(pairing->in);
	if (row == NULL || row->id == pairing->sheet.pairing_id)
		app_say(app, "%s", step > 0 ? _("This is the last of the list") : _("This is the first of the list"));
	else
		pairing_sheet_load(&pairing->sheet, row->id);
}

static void run_next(struct app *app, struct screen *screen)
{
	go_by(app, screen, 1);
}

static void run_previous(struct app *app, struct screen *screen)
{
	go_by(app, screen, -1);
}

/* ---- By command ------------------------------------------------------------------------------------------ */

const struct binding pairing_bindings[] = {
	{.command = COMMAND_OPEN, .run = run_log_arranged, .offered = can_log_arranged, .label = N_("log it"),
	 .help = N_("What became of the arranged session")},
	{.command = COMMAND_OPEN, .run = run_finish, .offered = can_finish, .label = N_("finish it"),
	 .help = N_("Add what the record of the session lacks")},
	{.command = COMMAND_OPEN, .run = run_settle, .offered = can_settle, .label = N_("settle it"),
	 .help = N_("Done, carried on or dropped")},
	{.command = COMMAND_EDIT, .run = run_word_goal, .offered = can_set_goal, .label = N_("reword"),
	 .help = N_("Other words for the goal")},
	{.command = COMMAND_DONE, .run = run_attain_goal, .offered = can_set_goal, .label = N_("attained"),
	 .help = N_("The goal is attained")},
	{.command = COMMAND_DELETE, .run = run_drop_goal, .offered = can_set_goal, .label = N_("drop goal"),
	 .help = N_("They no longer aim at it")},
	{.command = COMMAND_LOG, .run = run_log, .offered = can_log},
	{.command = COMMAND_START, .run = run_start, .offered = can_start},
	{.command = COMMAND_PAUSE, .run = run_resume, .offered = can_resume, .label = N_("resume"),
	 .help = N_("It goes on: the pairing is active again")},
	{.command = COMMAND_AGREE, .run = run_agree, .offered = can_agree},
	{.command = COMMAND_ARRANGE, .run = run_arrange, .offered = can_arrange},
	{.command = COMMAND_DONE, .run = run_done, .offered = can_settle},
	{.command = COMMAND_FORWARD, .run = run_carry, .offered = can_settle, .label = N_("carry on"),
	 .help = N_("To another day, or to the next session")},
	{.command = COMMAND_DELETE, .run = run_drop, .offered = can_settle, .label = N_("drop")},
	{.command = COMMAND_PANE_NEXT, .run = run_pane_next},
	{.command = COMMAND_PAUSE, .run = run_pause, .offered = can_pause},
	{.command = COMMAND_ADD, .run = run_add_action, .offered = can_add_action, .label = N_("add action"),
	 .help = N_("A task that one of the two takes on")},
	{.command = COMMAND_GOAL, .run = run_add_goal, .offered = can_add_goal},
	{.command = COMMAND_KIND, .run = run_kind, .offered = can_change_kind},
	{.command = COMMAND_RATE, .run = run_rate, .offered = can_rate},
	{.command = COMMAND_EDIT, .run = run_correct, .offered = can_correct, .label = N_("correct"),
	 .help = N_("Put right what was recorded of it")},
	{.command = COMMAND_FINISH, .run = run_finish, .offered = can_finish},
	{.command = COMMAND_CANCEL, .run = run_cancel, .offered = can_cancel},
	{.command = COMMAND_NO_SHOW, .run = run_no_show, .offered = can_cancel},
	{.command = COMMAND_CLOSE, .run = run_close, .offered = can_close},
	{.command = COMMAND_HAND_OVER, .run = run_hand_over, .offered = can_hand_over},
	{.command = COMMAND_CHECKIN, .run = run_check_in, .offered = can_check_in},
	{.command = COMMAND_SO_FAR, .run = run_so_far, .offered = can_say_so_far},
	{.command = COMMAND_BRIEF, .run = run_brief, .offered = can_brief},
	{.command = COMMAND_BRIEF_READ, .run = run_brief_read, .offered = has_unread_brief},
	{.command = COMMAND_THREE_WAY, .run = run_three_way, .offered = is_coaching},
	{.command = COMMAND_FEEDBACK, .run = run_feedback, .offered = has_feedback},
	{.command = COMMAND_REFERRALS, .run = run_referrals, .offered = has_referrals},
	{.command = COMMAND_RELEASES, .run = run_releases, .offered = has_referrals},
	{.command = COMMAND_INTRODUCTIONS, .run = run_introductions, .offered = is_mentoring},
	{.command = COMMAND_ASSESSMENTS, .run = run_assessments, .offered = has_referrals},
	{.command = COMMAND_MANAGER, .run = run_manager, .offered = has_manager},
	{.command = COMMAND_REOPEN, .run = run_reopen, .offered = can_reopen},
	{.command = COMMAND_PANE_PREVIOUS, .run = run_pane_previous},
	{.command = COMMAND_NEXT, .run = run_next, .offered = has_neighbours},
	{.command = COMMAND_PREVIOUS, .run = run_previous, .offered = has_neighbours},
};
