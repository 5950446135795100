/*
 * A small scheme in which every check is content, as a cmocka fixture, and the
 * SQL to spoil it with. Today is Monday 23 November 2026.
 *
 *   people      1 Ada (mentor), 2 Ben (mentee), 3 Cyd (coach), 4 Dev (coachee), 5 Eve, 6 Fay
 *   programmes  1 Mentoring, 2 Coaching, both running
 *   pairings    1 Ada and Ben, mentoring; 2 Cyd and Dev, coaching; both active; spells have the same numbers
 *   sessions    1 and 2 of pairing 1, on 5 October and 2 November; 3 of pairing 2, on 9 November
 */
#ifndef TESTS_CORE_CHECK_SCHEME_H
#define TESTS_CORE_CHECK_SCHEME_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/temp_dir.h"
#include "chiron/chiron.h"
#include "core/scheme_private.h"
#include "store/db_private.h"

struct check_scheme {
	struct temp_dir *dir;
	struct ch_context c;
	struct ch_arena arena;
};

#define PERSON(id, name, capacity)                                                                                     \
	"INSERT INTO person (person_id, row_version, name, sort_name, search_key, capacity) VALUES (" #id              \
	", 1, '" name "', '" name "', '" name "', " capacity ");"

#define PAIRING(id, programme, kind, guide, learner, state)                                                            \
	"INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, made_on,"      \
	" sessions_held, open_actions, unfinished_records) VALUES (" #id ", 1, " #programme ", '" kind "', " #guide    \
	", " #learner ", '" state "', '2026-11-20', 0, 0, 0);"                                                         \
	"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on) VALUES (" #id ", 1, " #id              \
	", 1, '2026-11-20');"                                                                                          \
	"UPDATE pairing SET spell_id = " #id " WHERE pairing_id = " #id ";"

/* Pairing 3 met in its first time together, and not yet in its second, spell 9. */
#define REOPENED_NEVER_MET                                                                                             \
	PAIRING(3, 1, "mentoring", 1, 5, "contracting")                                                                \
	SESSION(30, 3, "held", "2026-06-01", "yes")                                                                    \
	"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on) VALUES (9, 1, 3, 2, '2026-10-25');"    \
	"UPDATE pairing SET spell_id = 9, made_on = '2026-05-01', sessions_held = 1 WHERE pairing_id = 3;"

#define PROPOSAL(id, programme, guide, learner, state, expires)                                                        \
	"INSERT INTO proposal (proposal_id, row_version, programme_id, guide_id, learner_id, state, proposed_on,"      \
	" expires_on) VALUES (" #id ", 1, " #programme ", " #guide ", " #learner ", '" state                           \
	"', '2026-11-20', '" expires "');"

#define ENROLMENT(id, programme, person, role, state, since)                                                           \
	"INSERT INTO enrolment (enrolment_id, row_version, programme_id, person_id, role, state, applied_on)"          \
	" VALUES (" #id ", 1, " #programme ", " #person ", '" role "', '" state "', '" since "');"

/* Eve is known to leave. */
#define LEAVES "UPDATE person SET left_on = '2026-12-01' WHERE person_id = 5;"

#define SESSION(id, pairing, state, date, complete)                                                                    \
	"INSERT INTO session (session_id, row_version, pairing_id, spell_id, number, state, session_date, minutes,"    \
	" complete) VALUES (" #id ", 1, " #pairing ", " #pairing ", 1, '" state "', '" date "', 60, '" complete "');"

#define REFERRAL(id, pairing, state, raised_on)                                                                        \
	"INSERT INTO referral (referral_id, row_version, pairing_id, spell_id, state, raised_on) VALUES (" #id ", 1, " \
	#pairing ", " #pairing ", '" state "', '" raised_on "');"
#define FEEDBACK(id, pairing, side, person, form, state)                                                               \
	"INSERT INTO feedback (feedback_id, row_version, pairing_id, spell_id, side, person_id, form, state, due_on,"  \
	" answered_on, fit) VALUES (" #id ", 1, " #pairing ", " #pairing ", '" side "', " #person ", '" form           \
	"', '" state "', '2026-11-20', '2026-11-20', 'comfortable');"

#define ACTION(id, pairing, owner, state, due)                                                                         \
	"INSERT INTO action (action_id, row_version, pairing_id, spell_id, owner, state, set_on, due_on) VALUES (" #id \
	", 1, " #pairing ", " #pairing ", '" owner "', '" state "', '2026-11-02', '" due "');"

#define GOAL(id, pairing, kind, state)                                                                                 \
	"INSERT INTO goal (goal_id, row_version, pairing_id, spell_id, kind, state) VALUES (" #id ", 1, " #pairing     \
	", " #pairing ", '" kind "', '" state "');"

#define KNOWS_PURPOSE(spell, person, value, on)                                                                        \
	"INSERT INTO answer (row_version, subject, subject_id, person_id, question, value, answered_on, how,"          \
	" recorded_on) VALUES (1, 'spell', " #spell ", " #person ", 'knows_purpose', '" value "', '" on                \
	"', 'spoken', '" on "');"

/* Enrols the person and answers the readiness questions. */
#define READY(enrolment, programme, person, role)                                                                      \
	ENROLMENT(enrolment, programme, person, role, "ready", "2026-11-01")                                           \
	"INSERT INTO answer (row_version, subject, subject_id, person_id, question, value, answered_on, how,"          \
	" recorded_on) SELECT 1, 'enrolment', " #enrolment ", " #person ", value, 'yes', '2026-11-01', 'form',"        \
	" '2026-11-01' FROM json_each('[\"ready_aim\",\"ready_time\"]');"

#define CREDENTIAL(id, person, kind, name, awarded, expires)                                                           \
	"INSERT INTO credential (credential_id, row_version, person_id, kind, name, awarded_on, expires_on) VALUES ("  \
	#id ", 1, " #person ", '" kind "', '" name "', " awarded ", " expires ");"

#define REQUIREMENT(programme, name, months)                                                                           \
	"INSERT INTO requirement (requirement_id, row_version, programme_id, name, valid_months) VALUES (1, 1, "       \
	#programme ", '" name "', " months ");"

#define ELIGIBILITY(programme, side, field, allowed)                                                                   \
	"INSERT INTO eligibility (eligibility_id, row_version, programme_id, side, field, allowed) VALUES (1, 1, "     \
	#programme ", " side ", '" field "', '" allowed "');"

#define OVERRIDE(rule, check, pairing, programme)                                                                      \
	"INSERT INTO override (row_version, rule, check_name, pairing_id, programme_id, reason, made_on) VALUES"       \
	" (1, '" rule "', '" check "', " pairing ", " programme ", 'they asked for it', '2026-11-20');"

static const char *const check_scheme_sql[] = {
	PERSON(1, "Ada", "2"),
	PERSON(2, "Ben", "NULL"),
	PERSON(3, "Cyd", "2"),
	PERSON(4, "Dev", "NULL"),
	PERSON(5, "Eve", "NULL"),
	PERSON(6, "Fay", "NULL"),
	"UPDATE person SET offers = 'listening', origin = 'internal' WHERE person_id IN (1, 3)",
	CREDENTIAL(1, 3, "training", "Coaching training", "'2025-01-10'", "NULL"),
	"INSERT INTO programme (programme_id, row_version, name, kind, type, state, interval) VALUES"
	" (1, 1, 'Mentoring', 'mentoring', 'standard', 'running', '1 month'),"
	" (2, 1, 'Coaching', 'coaching', 'standard', 'running', '1 month')",
	"INSERT INTO settings (programme_id, row_version, preset, shortest_gap_days, longest_gap_days, recent_days,"
	" never_started_days, quiet_days, quiet_percent, silent_days, silent_percent, minimum_hours, hours_required,"
	" confirm_days, large_group, shortest_months, expiry_notice_days, minimum_group, feedback_days,"
	" comfort_days, paused_long_days)"
	" SELECT programme_id, 1, 'light', 5, 90, 60, 28, 45, 150, 60, 200, 60, 'no', 365, 9, 9, 60, 5, 28, 30, 90"
	" FROM programme",
	"UPDATE programme SET purpose = 'why', focus_areas = 'what', mentoring_models = 'how', components = 'else',"
	" matching_process = 'who with whom', planned_months = 9 WHERE programme_id = 1",
	ENROLMENT(1, 1, 1, "mentor", "ready", "2026-07-01"),
	ENROLMENT(2, 1, 2, "mentee", "ready", "2026-07-01"),
	ENROLMENT(3, 2, 3, "coach", "ready", "2026-07-01"),
	ENROLMENT(4, 2, 4, "coachee", "ready", "2026-07-01"),
	PAIRING(1, 1, "mentoring", 1, 2, "active"),
	PAIRING(2, 2, "coaching", 3, 4, "active"),
	"UPDATE pairing SET made_on = '2026-09-01'",
	"UPDATE spell SET made_on = '2026-09-01', started_on = '2026-09-10'",
	"INSERT INTO agreement (agreement_id, row_version, spell_id, interval, usual_day, usual_minutes, usual_place,"
	" starts_on, planned_end_on, planned_sessions, conflict_declared, purpose,"
	" aims_shared_on) VALUES"
	" (1, 1, 1, '1 month', 'varies', 60, 'a cafe', '2026-09-10', '2027-06-10', NULL, 'yes', 'next_level',"
	" '2026-09-10'),"
	" (2, 1, 2, '2 weeks', 'Tuesdays', 60, 'by video', '2026-09-10', NULL, 6, 'yes', 'next_level', '2026-09-10')",
	KNOWS_PURPOSE(1, 1, "yes", "2026-09-10"),
	KNOWS_PURPOSE(1, 2, "yes", "2026-09-10"),
	KNOWS_PURPOSE(2, 3, "yes", "2026-09-10"),
	KNOWS_PURPOSE(2, 4, "yes", "2026-09-10"),
	GOAL(1, 1, "focus_area", "open"),
	FEEDBACK(1, 1, "learner", 2, "comfort", "received") FEEDBACK(2, 2, "learner", 4, "comfort", "received"),
	GOAL(2, 2, "goal", "open"),
	SESSION(1, 1, "held", "2026-10-05", "yes"),
	SESSION(2, 1, "held", "2026-11-02", "yes"),
	SESSION(3, 2, "held", "2026-11-09", "yes"),
	"UPDATE pairing SET sessions_held = 2, last_session_on = '2026-11-02', next_due_on = '2026-12-02'"
	" WHERE pairing_id = 1",
	"UPDATE pairing SET sessions_held = 1, last_session_on = '2026-11-09', next_due_on = '2026-11-23'"
	" WHERE pairing_id = 2",
};

static inline void run_sql(struct check_scheme *scheme, const char *sql)
{
	struct ch_error err = CH_NO_ERROR;

	if (db_exec(scheme->c.scheme->db, sql, &err) != CH_OK)
		fail_msg("%s: %s", sql, err.message);
}

static inline int check_scheme_setup(void **state)
{
	struct check_scheme *scheme = calloc(1, sizeof(*scheme));
	struct ch_error err = CH_NO_ERROR;

	temp_dir_setup((void **)&scheme->dir);
	const char *path = temp_dir_file(scheme->dir, "scheme.db");

	scheme->c.actor = (struct ch_actor){.name = "the coordinator", .channel = "test"};
	scheme->c.clock.fixed_today = ch_date_of(2026, 11, 23);
	if (ch_scheme_create(path, "Test", CH_NOTES_APART, &scheme->c.clock, &err) != CH_OK ||
	    ch_scheme_open(path, &scheme->c.scheme, &err) != CH_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < sizeof(check_scheme_sql) / sizeof(check_scheme_sql[0]); i++)
		run_sql(scheme, check_scheme_sql[i]);
	*state = scheme;
	return 0;
}

static inline int check_scheme_teardown(void **state)
{
	struct check_scheme *scheme = *state;

	ch_scheme_close(scheme->c.scheme);
	temp_dir_teardown((void **)&scheme->dir);
	ch_arena_release(&scheme->arena);
	free(scheme);
	return 0;
}

#define check_scheme_test(function) cmocka_unit_test_setup_teardown(function, check_scheme_setup, check_scheme_teardown)

/* What the checks of that rule or name find. */
static inline struct ch_findings findings_of(struct check_scheme *scheme, const char *rule)
{
	struct ch_check_query query = {.rule = rule};
	struct ch_findings findings;
	struct ch_error err = CH_NO_ERROR;

	if (ch_check_run(&scheme->c, &query, &scheme->arena, &findings, &err) != CH_OK)
		fail_msg("%s: %s", rule != NULL ? rule : "all checks", err.message);
	return findings;
}

/* The cells of the report as text: a line a row, "|" between cells, "-" for what is not known. */
static inline const char *report(struct check_scheme *scheme, struct ch_report_query query)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct ch_grid grid;

	if (ch_report_run(&scheme->c, &query, &scheme->arena, &grid, &err) != CH_OK)
		fail_msg("%s", err.message);
	for (size_t i = 0; i < grid.row_count; i++) {
		for (size_t j = 0; j < grid.column_count; j++) {
			const char *cell = grid.rows[i].cells[j];

			ch_buffer_printf(&out, "%s%s", j > 0 ? "|" : "", cell != NULL ? cell : "-");
		}
		ch_buffer_add_char(&out, '\n');
	}
	const char *text = ch_arena_copy(&scheme->arena, out.text);

	ch_buffer_release(&out);
	return text;
}

/* For all programmes and all time. */
static inline struct ch_report_query all(const char *name)
{
	return (struct ch_report_query){.name = name, .from = CH_NO_DATE, .to = CH_NO_DATE};
}

#endif
