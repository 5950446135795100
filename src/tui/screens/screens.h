/*
 * The screens of chiron, by the function that opens each. Screens know each
 * other only by these.
 */
#ifndef TUI_SCREENS_H
#define TUI_SCREENS_H

#include "chiron/exchange.h"
#include "tui/app.h"
#include "tui/widgets/list.h"

/* ---- Screens with a number, for struct app_tab ---- */

struct screen *today_open(struct app *app);
struct screen *people_open(struct app *app);
struct screen *pairs_open(struct app *app);
struct screen *actions_open(struct app *app);
struct screen *sessions_open(struct app *app);
struct screen *reports_open(struct app *app);
struct screen *programmes_open(struct app *app);

/* What stands there while there is no scheme file; the only screen then. */
struct screen *welcome_open(struct app *app);

/* ---- Screens that lie over others; what goes wrong is said in the status row ---- */

/* One person. `in`, the list they were chosen in, is what J and K go through; NULL: none. It stays open below. */
void person_open(struct app *app, int64_t person_id, struct list *in);

/* What erasing these people would remove and leave; from there they are erased. */
void erase_open(struct app *app, const int64_t *ids, size_t count);

/* Two records of one person side by side: which value of each field stays; from there they are made one. */
void merge_open(struct app *app, int64_t keep_id, int64_t other_id);

/* The same, once the other was asked for; `asking` is the screen's that asks. */
struct merge_asking {
	struct desk *desk;
	int64_t person_id;
};
void merge_ask(struct app *app, struct merge_asking *asking, int64_t person_id);

/* The form for a new person. */
void person_add(struct app *app);

/* One pairing; `in`, a list of pairings, as for person_open(). */
void pairing_open(struct app *app, int64_t pairing_id);
void pairing_open_in(struct app *app, int64_t pairing_id, struct list *in);

/* What either side of a pairing answered on forms, and what is still due. */
void feedback_open(struct app *app, int64_t pairing_id);

/* What is outside the remit of a pairing, and how far it was passed on. */
void referrals_open(struct app *app, int64_t pairing_id);

/*
 * What of a pairing may be let out, the introductions of its mentor, the assessments of the two, and what the line
 * manager of a coachee says.
 */
void releases_open(struct app *app, int64_t pairing_id);
void introductions_open(struct app *app, int64_t pairing_id);
void assessments_open(struct app *app, int64_t pairing_id);
void manager_open(struct app *app, int64_t pairing_id);

/* The parts (chiron/part.h) of a programme (CH_PROGRAMME) or a person (CH_PERSON). */
void parts_open(struct app *app, enum ch_entity_id owner, int64_t owner_id);

/* The same of the owner of this part. */
void parts_open_at(struct app *app, enum ch_entity_id entity, int64_t id);

/* Those of a person, with the form for a new check, training or qualification over them; `kind` is its code. */
/* Says that it is saved, and what is odd about it (ch_part_doubt), if anything is. */
void parts_say_saved(struct app *app, enum ch_entity_id entity, const void *record, const char *saved);
void parts_add_credential(struct app *app, int64_t person_id, const char *kind, const char *name);

/* Training, qualifications and checks of everybody. */
void credentials_open(struct app *app);

/* Who is enrolled in the programme, filtered (list.h). */
void enrolments_open(struct app *app, int64_t programme_id, const char *filter);

/*
 * The matching board of the programme. With `propose_pairs`, as the key that says so, pairs are proposed where none
 * are; else it is looked at, and nothing is written.
 */
void proposals_open(struct app *app, int64_t programme_id, bool propose_pairs);

/*
 * Over the board, whose trial they share: whom else the two of a proposal could have, and what taking them would cost
 * in all; what counts how much, and what another weight would change.
 */
struct match_trial;
void others_open(struct app *app, struct match_trial *trial, int64_t guide_id, int64_t learner_id);
void criteria_open(struct app *app, struct match_trial *trial);

/* Who the coordinators are, and what each of them looks after (R83). */
void coordinators_open(struct app *app);

/* The form for what the scheme shows instead of mentor, mentee, coach and coachee (R27). */
void role_words_open(struct app *app);

/* Wishes, pins, forbids, the avoid list and the committee of the programme. */
void match_lists_open(struct app *app, int64_t programme_id);

/* The proposals that the actor, who is no coordinator, may answer: their own, and those of their committee. */
struct screen *own_proposals_open(struct app *app);

/* The quick log of a session; pairing 0: to be named there. */
void log_open(struct app *app, int64_t pairing_id);

/* Undo and redo: the actor's own last change, on whatever screen. */
void undo_run(struct app *app, struct screen *screen);
void redo_run(struct app *app, struct screen *screen);

/* All changes, newest first. */
void history_open(struct app *app);

/* The findings that are snoozed, assigned or acknowledged. */
void handled_open(struct app *app);

/* What was typed into forms and is not saved. */
void drafts_open(struct app *app);

/* Asks for a spreadsheet (of this kind, unless another is chosen), shows what importing it would do, and does it. */
void import_open(struct app *app, enum ch_import_kind kind);

/* The same as it was left: what its draft is about, import_draft_subject(). */
void import_open_draft(struct app *app, int64_t subject_id);

/* The same for a file that was asked for already. */
void import_open_file(struct app *app, const char *path);

/* The imports so far. */
void imports_open(struct app *app);

/* Which import is asked about; kept by the screen that asks. */
struct imports_undo {
	int64_t batch;
	void (*done)(struct app *app, void *data); /* once it is taken back; NULL: nothing more */
	void *data;
};

/* Says what taking the import back would do, asks, and does it. */
void imports_ask_undo(struct app *app, struct imports_undo *undo);

/* The fields of the scheme's own for people and enrolments. */
void fields_open(struct app *app);

/* What is remembered of the columns of lists. */
void mappings_open(struct app *app);

/* Coaching and mentoring side by side. */
void kinds_open(struct app *app);

#endif
