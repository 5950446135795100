/*
 * What the files of the pairing's screens share: what is shown of one pairing,
 * moving it from state to state, and the forms about it.
 */
#ifndef TUI_SCREEN_PAIRING_PARTS_H
#define TUI_SCREEN_PAIRING_PARTS_H

#include "tui/desk.h"
#include "tui/widgets/fact_list.h"
#include "tui/widgets/scheme_list.h"

/* ---- What is shown: screen_pairing_view.c; its lists, whose data is the sheet: screen_pairing_lists.c ---- */

extern const struct scheme_list_spec pairing_session_list, pairing_action_list, pairing_own_action_list;

enum pairing_pane { PAIRING_SESSIONS, PAIRING_ACTIONS, PAIRING_AGREED, PAIRING_PANES };

struct pairing_sheet {
	const struct desk *desk;
	int64_t pairing_id;
	struct ch_arena arena; /* of what is read below */
	struct ch_arena told;  /* of what is told of the focused thing, anew at each drawing */
	struct ch_error err;   /* why it could not be read */
	struct ch_pairing pairing;
	struct ch_spell spell;
	int64_t unrecorded; /* sessions told of, and not recorded here */
	struct ch_agreement agreement; /* agreement_id 0: what it would be by the programme's defaults */
	struct ch_programme programme;
	struct ch_person guide, learner;
	const char *names; /* "Rosa Vega - Chen Okafor" */
	struct ch_finding worst; /* the most harmful finding about it; check NULL: none */
	struct scheme_list sessions, actions;
	struct fact_list agreed;
};

/* It must not move in memory. */
void pairing_sheet_init(struct pairing_sheet *sheet, const struct desk *desk);
void pairing_sheet_release(struct pairing_sheet *sheet);

/* Shows this pairing from now on, read anew even where it is the same one. */
void pairing_sheet_load(struct pairing_sheet *sheet, int64_t pairing_id);

struct list *pairing_sheet_list(struct pairing_sheet *sheet, enum pairing_pane pane);

/* Whether the actor is one of the two, who read what they wrote. */
bool pairing_sheet_is_of_pair(const struct pairing_sheet *sheet);

/* Draws it; the cursor is in `focus`, with PAIRING_PANES in none. In a narrow area only that pane is shown. */
void pairing_sheet_draw(struct pairing_sheet *sheet, struct canvas *canvas, struct rect area, enum pairing_pane focus);

/* What the pair wrote about a session, action or goal of the spell; NULL where the actor may read nothing. */
const char *pairing_sheet_wording(const struct pairing_sheet *sheet, enum ch_text_kind kind,
				  int64_t object_id, struct ch_arena *arena);

/* Who cancelled or did not come (enum ch_initiator): a name, or "both" or "the coordinator"; "" for 0. */
const char *pairing_sheet_initiator(const struct pairing_sheet *sheet, int initiator);

/* "Wen Patel - Chen Okafor" of a sheet that was read, else "". */
const char *pairing_sheet_names(const struct pairing_sheet *sheet);

/* ---- The focused thing in full: screen_pairing_detail.c ---- */

/* Appends what is known of the focused session, action or fact. */
void pairing_sheet_tell(struct pairing_sheet *sheet, enum pairing_pane focus, struct ch_buffer *out);

/* ---- From state to state: screen_pairing_moves.c ---- */

/*
 * Starts, pauses, resumes or re-opens it today, and says so; where a rule of strength H refuses, asks for a reason.
 * `until` is the end of a pause, CH_NO_DATE where nobody said and for all else.
 */
void pairing_move(struct app *app, int64_t pairing_id, enum ch_operation operation, ch_date until);

/* Starts, pauses or resumes the marked ones; says how many were refused and why the first was; these stay marked. */
void pairing_move_marked(struct app *app, enum ch_operation operation, ch_date until, struct list *list);

/* Until when a pause lasts, as it is asked for: what the text so far means, and the day; blank is no day. */
#define PAIRING_PAUSE_PROMPT                                                                                           \
	.label = N_("Paused until: "), .hint = N_("Enter: pause; without a day where nobody knows yet   Esc: back"),   \
	.typed = N_("A day, as 4 dec or in 3 months; nothing where nobody knows yet.")
void pairing_pause_note(const struct desk *desk, const char *text, struct ch_buffer *out);
enum ch_status pairing_pause_day(const struct desk *desk, const char *text, ch_date *until, struct ch_error *err);

/* Whether the state table and the actor's role let the operation happen. */
bool pairing_can(const struct desk *desk, int state, enum ch_operation operation);

/* Why a command on a row of one pane is not possible in another; whether it is such a command. */
bool pairing_why_unfocused(enum command command, struct ch_error *err);

/*
 * Why a command about a pairing is not offered in that state: as screen_ops.why. `kind` is an enum ch_kind.
 */
void pairing_why(const struct desk *desk, int64_t pairing_id, int state, int kind, enum command command,
		 struct ch_error *err);

/*
 * The text with "mentor or coach" and "mentee or coachee" in it replaced by the roles of this kind of programme;
 * CH_NO_KIND: as it is.
 */
const char *pairing_role_words(const char *text, int kind, struct ch_arena *arena);

/*
 * A copy of the choices with "mentor or coach" and "mentee or coachee" in their labels replaced by the roles of this
 * kind of programme; CH_NO_KIND: of both kinds.
 */
const struct ch_choice *pairing_role_choices(const struct ch_choice *choices, int kind, struct ch_arena *arena);

/* One pairing, with the focus in this pane: screen_pairing.c. */
void pairing_open_at(struct app *app, int64_t pairing_id, enum pairing_pane pane);

/* ---- Forms: screen_pairing_forms.c, screen_pairing_add.c, agreement_form.c, closure_form.c, ... ---- */

void pairing_form_arrange(struct app *app, int64_t pairing_id);
/* One form for these sessions, which were cancelled or to which somebody did not come: cancel_form.c. */
void pairing_form_cancel(struct app *app, const int64_t *session_ids, size_t count, bool no_show);
void pairing_form_action(struct app *app, int64_t pairing_id);

/* The facts of a session that was logged, to be corrected. */
void pairing_form_correct(struct app *app, int64_t session_id);

/* What became of an action: done, carried on until a day, dropped; `state` is what it begins with, 0: nothing. */
void pairing_form_settle(struct app *app, int64_t action_id, enum ch_action_state state);

/* A new pairing by hand; `in`, a list of pairings, then has the cursor on it. */
void pairing_form_add(struct app *app, struct list *in);

/* Setting a goal or focus area, and changing the words of one: goal_form.c. */
void goal_form_add(struct app *app, int64_t pairing_id);
void goal_form_word(struct app *app, int64_t goal_id);

void agreement_form_open(struct app *app, int64_t pairing_id);

/* One form for several pairings: each of them gets what it then holds. */
void agreement_form_open_all(struct app *app, const int64_t *ids, size_t count);

/* The end of a pairing, or one form for the end of several. */
void closure_form_open(struct app *app, int64_t pairing_id);
void closure_form_open_all(struct app *app, const int64_t *ids, size_t count);

void hand_over_form_open(struct app *app, int64_t pairing_id);
void so_far_form_open(struct app *app, int64_t pairing_id);
void brief_form_open(struct app *app, int64_t pairing_id);
void checkin_form_open(struct app *app, int64_t pairing_id);
void three_way_form_open(struct app *app, int64_t pairing_id);

#endif
