/* The focused thing in full: a session with its facts and, for the two, its wording; an action; a fact. */
#include <inttypes.h>
#include <string.h>

#include "tui/screens/screen_pairing_parts.h"

/* "Sees to: 45 minutes" of one field, on a line with others. */
static void add_value(struct ch_buffer *out, const char *before, const struct ch_field *field, const void *record,
		      ch_date today, struct ch_arena *arena)
{
	const char *shown = ch_field_show(field, record, today, arena);

	if (*shown != '\0')
		ch_buffer_printf(out, "%s%s", before, shown);
}

static const struct ch_field *session_field(const char *key)
{
	return ch_field_named(ch_entity_of(CH_SESSION), key);
}

/* ---- A session --------------------------------------------------------------------------- */

static void tell_attendance(const struct pairing_sheet *sheet, const struct ch_session *session, struct ch_buffer *out)
{
	const char *guide = sheet->guide.name, *learner = sheet->learner.name;

	if (session->guide_attendance == CH_ATTENDED && session->learner_attendance == CH_ATTENDED)
		ch_buffer_add(out, _(" Both came."));
	if (session->guide_attendance == CH_LATE)
		ch_buffer_printf(out, _(" %s was late."), guide);
	if (session->learner_attendance == CH_LATE)
		ch_buffer_printf(out, _(" %s was late."), learner);
	if (session->guide_attendance == CH_ABSENT)
		ch_buffer_printf(out, _(" %s did not come."), guide);
	if (session->learner_attendance == CH_ABSENT)
		ch_buffer_printf(out, _(" %s did not come."), learner);
}

/* What the record lacks, and how to add it. */
static void tell_record(const struct ch_session *session, struct ch_buffer *out)
{
	if (session->state == CH_SESSION_ARRANGED)
		ch_buffer_add(out, _(" " KEY_(OPEN) " logs it once it was held; " KEY_(MORE) " has what else can "
				     "become of it."));
	if (session->state != CH_SESSION_HELD)
		return;
	if (session->complete == CH_YES) {
		ch_buffer_add(out, session->learning == CH_LEARNING_KEPT_BY_PAIR
					   ? _(" The record of this session is complete; "
					       "the pair keeps what was learned.")
					   : _(" The record of this session is complete."));
		return;
	}
	ch_buffer_add(out, _(" Unfinished:"));
	if (session->learning == CH_NO_LEARNING)
		ch_buffer_add(out, _(" what was learned is missing;"));
	if (session->no_actions == CH_UNSAID)
		ch_buffer_add(out, _(" no word on actions;"));
	if (session->actions_reviewed == CH_NO)
		ch_buffer_add(out, _(" earlier actions were not reviewed;"));
	ch_buffer_add(out, _(" " KEY_(OPEN) " adds it."));
}

/* The goal it worked towards, in its words for the two (R48). */
static void tell_goal(struct pairing_sheet *sheet, const struct ch_session *session, struct ch_buffer *out)
{
	const char *words;

	if (session->goal_id == 0)
		return;
	words = pairing_sheet_wording(sheet, CH_TEXT_GOAL, session->goal_id, &sheet->told);
	if (words != NULL)
		ch_buffer_printf(out, _(" Towards: %s."), words);
	else
		ch_buffer_printf(out, _(" Towards goal %" PRId64 "."), session->goal_id);
}

static void tell_wording(struct pairing_sheet *sheet, const struct ch_session *session, struct ch_buffer *out)
{
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_text_state state;
	const char *text;

	if (sheet->desk->settings.notes == CH_NOTES_OFF)
		return;
	if (!pairing_sheet_is_of_pair(sheet)) {
		if (session->learning == CH_LEARNING_WRITTEN)
			ch_buffer_printf(out, "\n%s %s",
					 _("What was learned is written down, apart from the coordinator's screens."),
					 _("Whoever holds this file could still read it."));
		return;
	}
	for (int kind = CH_TEXT_TOPICS; kind <= CH_TEXT_LEARNING; kind++)
		if (ch_pair_text_read(sheet->desk->c, (enum ch_text_kind)kind, session->session_id,
				      &sheet->told, &text, &state, &ignored) == CH_OK &&
		    state == CH_TEXT_THERE)
			ch_buffer_printf(out, "\n%s", text);
}

static void tell_session(struct pairing_sheet *sheet, struct ch_buffer *out)
{
	struct ch_arena *arena = &sheet->told;
	ch_date today = sheet->desk->today;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_session session;
	int64_t id = scheme_list_id(&sheet->sessions);

	if (id == 0 || ch_session_get(sheet->desk->c, id, arena, &session, &ignored) != CH_OK)
		return;
	add_value(out, "", session_field("session_date"), &session, today, arena);
	add_value(out, " ", session_field("starts_at"), &session, today, arena);
	if (session.state == CH_SESSION_HELD)
		ch_buffer_printf(out, _(", session %" PRId64), session.number);
	else
		add_value(out, ", ", session_field("state"), &session, today, arena);
	if (session.state == CH_SESSION_CANCELLED)
		ch_buffer_printf(out, _(" by %s"), pairing_sheet_initiator(sheet, session.cancelled_by));
	add_value(out, ", ", session_field("minutes"), &session, today, arena);
	add_value(out, ", ", session_field("medium"), &session, today, arena);
	add_value(out, ", ", session_field("place"), &session, today, arena);
	ch_buffer_add(out, ".");
	tell_attendance(sheet, &session, out);
	tell_record(&session, out);
	tell_goal(sheet, &session, out);
	tell_wording(sheet, &session, out);
}

/* ---- An action ---------------------------------------------------------------------------- */

static void tell_action(struct pairing_sheet *sheet, struct ch_buffer *out)
{
	struct ch_error ignored = CH_NO_ERROR;
	enum ch_text_state state;
	struct ch_action action;
	const char *text;
	char set[16], due[16];
	int64_t id = scheme_list_id(&sheet->actions);

	if (id == 0 || ch_action_get(sheet->desk->c, id, &sheet->told, &action, &ignored) != CH_OK)
		return;
	ch_buffer_printf(out, _("%s's action, set %s"),
			 action.owner == CH_SIDE_GUIDE ? sheet->guide.name : sheet->learner.name,
			 ch_date_show(action.set_on, sheet->desk->today, set));
	if (action.due_on != CH_NO_DATE)
		ch_buffer_printf(out, _(", due %s"), ch_date_show(action.due_on, sheet->desk->today, due));
	if (action.carried_from != 0)
		ch_buffer_add(out, _(", carried on from before"));
	ch_buffer_add(out, _(". " KEY_(OPEN) " says what became of it."));
	if (ch_pair_text_read(sheet->desk->c, CH_TEXT_ACTION, id, &sheet->told, &text, &state,
			      &ignored) != CH_OK)
		return;
	if (state == CH_TEXT_THERE)
		ch_buffer_printf(out, "\n%s", text);
	else if (state == CH_TEXT_WITHHELD)
		ch_buffer_printf(out, "\n%s %s", _("What it says is kept apart from the coordinator's screens."),
				 _("Whoever holds this file could still read it."));
	text = pairing_sheet_wording(sheet, CH_TEXT_TRIED, id, &sheet->told);
	if (text == NULL && action.carried_from != 0)
		text = pairing_sheet_wording(sheet, CH_TEXT_TRIED, action.carried_from, &sheet->told);
	if (text != NULL)
		ch_buffer_printf(out, "\n%s: %s", _(ch_text_kind_label(CH_TEXT_TRIED)), text);
}

/* ---- What was agreed ------------------------------------------------------------------------- */

static void tell_agreed(struct pairing_sheet *sheet, struct ch_buffer *out)
{
	int64_t goal_id = fact_list_focus(&sheet->agreed);
	const char *goal = goal_id != 0 ? pairing_sheet_wording(sheet, CH_TEXT_GOAL, goal_id, &sheet->told) : NULL;

	if (goal != NULL) {
		ch_buffer_add(out, goal);
		return;
	}
	if (sheet->worst.check == NULL) {
		list_status(&sheet->agreed.list, out);
		return;
	}
	ch_buffer_printf(out, _("%s: %s.\nTo mend it: %s."), _(sheet->worst.check->title), sheet->worst.says,
			 _(sheet->worst.check->fix));
}

void pairing_sheet_tell(struct pairing_sheet *sheet, enum pairing_pane focus, struct ch_buffer *out)
{
	ch_arena_reset(&sheet->told);
	switch (focus) {
	case PAIRING_ACTIONS:
		tell_action(sheet, out);
		break;
	case PAIRING_AGREED:
		tell_agreed(sheet, out);
		break;
	case PAIRING_SESSIONS:
	case PAIRING_PANES:
		tell_session(sheet, out);
		break;
	}
}
