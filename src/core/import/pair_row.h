/*
 * Stage 5 of an import of anything but people, first half: from a row to what
 * it says of two people, or of one.
 *
 * Pairings, sessions and actions are of two people, enrolments, credentials and
 * feedback of one. All have one struct, with a field table of each over it. A field of
 * it has the key of the field of the record that it goes to, so that headings,
 * values and refusals are those of the field (pair_row_give()).
 *
 * Wording of the pair has no member here: a column of it cannot come in (R58).
 */
#ifndef CHIRON_CORE_IMPORT_PAIR_ROW_H
#define CHIRON_CORE_IMPORT_PAIR_ROW_H

#include "chiron/text.h"
#include "chiron/exchange.h"
#include "chiron/session.h"
#include "core/import/column.h"

struct pair_row {
	/* Who. Numbers are chiron's own, and 0 unless scheme_id is this scheme's. */
	const char *scheme_id;
	int64_t pairing_id, guide_id, learner_id, programme_id;
	const char *guide, *guide_first_name, *guide_last_name, *guide_email;
	const char *learner, *learner_first_name, *learner_last_name, *learner_email;
	const char *pair; /* both in one cell: pair_cell.h */
	const char *guide_phone, *learner_phone;
	const char *programme;
	int state; /* of the pairing, session, enrolment or action */

	/* Of one person: who it is. */
	int64_t person_id;
	const char *name, *first_name, *last_name, *email;

	/* A pairing, its spell and its agreement. */
	ch_date made_on, started_on, paused_on, pause_until, resumed_on, closing_on, closed_on;
	ch_date so_far_on, last_met_on;
	int64_t sessions_so_far;
	int closure_kind, closure_initiator, closure_reason;
	const char *closure_note;
	const char *interval, *usual_day, *usual_place, *objective;
	int64_t usual_minutes, planned_sessions;
	ch_date starts_on, planned_end_on, aims_shared_on;
	int open_ended, purpose, conflict_declared, known_before, power_spoken, experience;
	int64_t extensions;

	/* Who said yes to it when, and how: the two, and in coaching the three (pair_yes.h). */
	ch_date guide_agreed_on, learner_agreed_on;
	ch_date guide_three_way_on, learner_three_way_on, manager_three_way_on;
	int guide_agreed_how, learner_agreed_how;
	int guide_three_way_how, learner_three_way_how, manager_three_way_how;

	/* A session. */
	int64_t session_id;
	bool of_session; /* whether a number of a session was given, of whatever scheme */
	int64_t number; /* the number that another scheme gave the session or action: see pair_row_read() */
	ch_date session_date;
	int64_t starts_at, ends_at, minutes;
	int medium;
	const char *place, *techniques, *framework;
	int place_marks, guide_prepared, learner_prepared, aim, revisited;
	int64_t place_rating;
	int guide_attendance, learner_attendance, cancelled_by;
	ch_date cancelled_on;
	int introduction, learning, no_actions, actions_reviewed, complete;
	const char *logged_at;

	/* An enrolment, with the person's newest answers (R15). */
	int64_t enrolment_id;
	int role;
	const char *cohort, *offers, *seeks, *recommendation, *notes, *not_ready_because;
	ch_date applied_on, ready_on;
	int64_t capacity;
	int intake_reasons, ready_aim, ready_time;
	const char *custom_values;

	/* A credential; `what` is its name. */
	int64_t credential_id;
	int kind;
	const char *what, *body, *level;
	ch_date awarded_on, expires_on;

	/* An action. */
	int64_t action_id;
	int owner;
	ch_date set_on, due_on, settled_on;

	/* Feedback: of one form, and self-ratings at the start and at the end in columns beside each other (R71). */
	int side, form;
	ch_date answered_on, start_on, end_on;
	int64_t quality, helpful, aided_learning, gained_hopes, fed_back, similar_alone;
	int64_t confidence, competence, independence;
	int64_t start_confidence, start_competence, start_independence;
	int64_t end_confidence, end_competence, end_independence;
	const char *remarks;

	/* Of the file. */
	int64_t row, line;
	bool rejected;
};

/* What a row of each kind may hold. Not entities of the scheme: they have no table. */
extern const struct ch_entity pairing_row_entity, session_row_entity, enrolment_row_entity, credential_row_entity,
	action_row_entity, feedback_row_entity;

/* Whether the rows of such an import are of one person. */
bool pair_row_is_of_one(enum ch_import_kind kind);

/* How many columns of the list have a date of a session each: a row may tell of several. */
size_t pair_row_sessions(const struct import_columns *columns);

/*
 * Whether the row is of two people who have not met yet: of a list of pairs, with a column for the day of each session,
 * in which all of these cells are empty. In a log, where each row is a session, an empty date is wrong.
 */
bool pair_row_waits(const struct import_columns *columns, const struct import_row *row);

/*
 * Of a list of pairings: everybody who is paired with the mentor or coach of the row, where it names several, in one
 * cell ("Lily Chu, Reece Ford") or in a column each ("Mentee 1", "Mentee 2"). None where an address or a number says
 * who it is.
 */
struct ch_terms pair_row_learners(const struct import_columns *columns, const struct import_row *row,
				  struct ch_arena *arena);

/*
 * Reads a row; its texts live in `arena`. What is wrong goes to `findings`.
 * Numbers of another scheme than `scheme_id` are not kept, but for that of a
 * session or action, which goes to `number`: rows with different ones are different sessions. Of several columns with
 * a date of a session, and of several `learners` (NULL: the row names one), `which` counts, from 0; what is read of the
 * row beside is told with the first.
 */
void pair_row_read(const struct import_columns *columns, const struct import_row *row, size_t which,
		   const struct ch_terms *learners, const char *scheme_id, struct ch_arena *arena,
		   struct import_findings *findings, struct pair_row *out);

/*
 * Gives the record every field that the row knows and that has the key of one
 * of its own, but for numbers; whether it then differs goes to *differs.
 */
enum ch_status pair_row_give(const struct ch_entity *row_entity, const struct pair_row *row,
			     const struct ch_entity *entity, void *record, bool *differs, struct ch_arena *arena,
			     struct ch_error *err);

#endif
