#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/temp_dir.h"
#include "chiron/scheme.h"
#include "core/scheme_private.h"
#include "list_scheme.h"
#include "store/db_private.h"

static const char *const records[] = {
	"INSERT INTO person (person_id, row_version, name, email, email_key, roles, organisation, department, offers,"
	" manager_id, hours_per_month, capacity, notes, sort_name, search_key) VALUES"
	" (1, 1, 'Ann Lee', 'ann@example.org', 'ann@example.org', 'mentor', 'Vale', 'Social Care', 'Career plan;"
	" Budgets',"
	"  5, 90, 2, 'a note', 'lee, ann', 'ann lee ann@example.org career plan; budgets'),"
	" (2, 1, 'Bo Díaz', 'Bo@example.org', 'bo@example.org', 'mentee', 'Vale', 'Führung', NULL, 1, NULL, NULL,"
	"  'another', 'diaz, bo', 'bo diaz bo@example.org'),"
	" (3, 1, 'Chen Okafor', NULL, NULL, 'mentee', NULL, 'Housing', NULL, NULL, 120, NULL, NULL, 'okafor, chen',"
	"  'chen okafor'),"
	" (4, 1, 'Ann Leeson', 'leeson@example.org', 'leeson@example.org', 'coachee', NULL, NULL, NULL, NULL,"
	" NULL, NULL,"
	"  NULL, 'leeson, ann', 'ann leeson leeson@example.org'),"
	" (5, 1, 'Jun Novak', 'jun@example.org', 'jun@example.org', 'coach; mentor', NULL, 'Housing', 'Career"
	" change', NULL,"
	"  NULL, 1, NULL, 'novak, jun', 'jun novak jun@example.org career change'),"
	" (6, 1, 'Wen Patel', 'wen@example.org', 'wen@example.org', 'mentee', NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
	"  'patel, wen', 'wen patel wen@example.org'),"
	" (7, 1, 'Sam Khan', 'sam@example.org', 'sam@example.org', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
	"  'khan, sam', 'sam khan sam@example.org'),"
	" (8, 1, 'Sam Khan', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'khan, sam', 'sam khan')",
	"UPDATE person SET seeks = 'Career plan', search_key = search_key || ' career plan' WHERE person_id = 2",
	"INSERT INTO programme (programme_id, row_version, name, kind, state) VALUES"
	" (1, 1, 'Autumn mentoring', 'mentoring', 'running'), (2, 1, 'Coaching circle', 'coaching', 'running'),"
	" (3, 1, 'Coaching', 'coaching', 'design')",
	"INSERT INTO enrolment (enrolment_id, row_version, programme_id, person_id, role, state, applied_on,"
	" notes) VALUES"
	" (1, 1, 1, 1, 'mentor', 'ready', '2026-09-01', NULL), (2, 1, 1, 2, 'mentee', 'ready', '2026-09-02', 'seen'),"
	" (3, 1, 1, 3, 'mentee', 'ready', NULL, NULL), (4, 1, 2, 4, 'coachee', 'ready', '2026-09-02', NULL),"
	" (5, 1, 2, 5, 'coach', 'ready', NULL, NULL), (6, 1, 1, 6, 'mentee', 'applied', '2026-10-01', NULL)",
	"INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, made_on,"
	" sessions_held, last_session_on, next_due_on, open_actions, unfinished_records) VALUES"
	" (1, 1, 1, 'mentoring', 1, 2, 'active', '2026-09-10', 2, '2026-11-02', '2026-12-02', 2, 1),"
	" (2, 1, 1, 'mentoring', 1, 3, 'closed', '2025-09-10', 0, NULL, NULL, 0, 0),"
	" (3, 1, 2, 'coaching', 5, 4, 'paused', '2026-09-12', 1, '2026-10-01', NULL, 1, 0),"
	" (4, 1, 1, 'mentoring', 1, 3, 'contracting', '2026-11-20', 0, NULL, '2026-11-27', 0, 0)",
	"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on, started_on, closed_on,"
	" closure_kind) VALUES"
	" (1, 1, 1, 1, '2026-09-10', '2026-09-14', NULL, NULL), (2, 1, 2, 1, '2025-09-10', NULL, '2025-12-01',"
	" 'never_started'), (3, 1, 3, 1, '2026-09-12', '2026-09-20', NULL, NULL), (4, 1, 4, 1, '2026-11-20',"
	" NULL, NULL, NULL)",
	"UPDATE pairing SET spell_id = pairing_id",
	"INSERT INTO session (session_id, row_version, pairing_id, spell_id, number, state, session_date,"
	" starts_at, minutes,"
	" medium, complete, logged_at) VALUES (1, 1, 1, 1, 1, 'held', '2026-10-05', 1050, 60, 'video', 'yes',"
	" '2026-10-05T19:00:00Z'), (2, 1, 1, 1, 2, 'held', '2026-11-02', NULL, 45, NULL, 'no', '2026-11-03T08:00:00Z'),"
	" (3, 1, 1, 1, 0, 'cancelled', '2026-11-02', NULL, NULL, NULL, NULL, NULL),"
	" (4, 1, 3, 3, 1, 'held', '2026-10-01', NULL, 90, 'in_person', 'yes', NULL)",
	"INSERT INTO action (action_id, row_version, pairing_id, spell_id, owner, state, set_on, due_on) VALUES"
	" (1, 1, 1, 1, 'learner', 'open', '2026-10-05', '2026-11-13'), (2, 1, 1, 1, 'guide', 'open', '2026-11-02',"
	" '2026-11-28'), (3, 1, 3, 3, NULL, 'done', '2026-10-01', NULL)",
	"INSERT INTO goal (goal_id, row_version, pairing_id, spell_id, kind, state) VALUES (1, 1, 1, 1,"
	" 'focus_area', 'open')",
	"INSERT INTO checkin (checkin_id, row_version, pairing_id, spell_id, side, checkin_on, notes) VALUES"
	" (1, 1, 1, 1, 'learner', '2026-11-10', 'going well')",
	"INSERT INTO referral (referral_id, row_version, pairing_id, spell_id, state, raised_on)"
	" VALUES (1, 1, 1, 1, 'raised', '2026-11-10')",
	"INSERT INTO release (release_id, row_version, pairing_id, spell_id, kind, state, noted_on)"
	" VALUES (1, 1, 1, 1, 'achievement', 'noted', '2026-11-10')",
	"INSERT INTO introduction (introduction_id, row_version, pairing_id, spell_id, introduced_on)"
	" VALUES (1, 1, 1, 1, '2026-11-10')",
	"INSERT INTO assessment (assessment_id, row_version, pairing_id, spell_id, tool, taken_on, taken_by, stage)"
	" VALUES (1, 1, 1, 1, 'Wheel of life', '2026-11-10', 'learner', 'start')",
	"INSERT INTO manager_feedback (manager_feedback_id, row_version, pairing_id, spell_id, stage, given_on)"
	" VALUES (1, 1, 3, 3, 'start', '2026-11-10')",
	"INSERT INTO feedback (feedback_id, row_version, pairing_id, spell_id, side, person_id, form, state, due_on)"
	" VALUES (1, 1, 1, 1, 'guide', 1, 'end', 'due', '2026-11-10')",
	"INSERT INTO proposal (proposal_id, row_version, programme_id, guide_id, learner_id, state, score,"
	" reasons) VALUES"
	" (1, 1, 1, 5, 6, 'drafted', 70, 'both')",
	"INSERT INTO override (override_id, row_version, rule, check_name, pairing_id, reason, made_on) VALUES"
	" (1, 1, 'R2', 'mentor-in-reporting-line', 1, 'agreed with both', '2026-09-10')",
	"INSERT INTO import_batch (import_batch_id, row_version, kind, file_name, file_hash, imported_at, rows_read,"
	" rows_new, rows_changed, rows_same, rows_rejected, rows_skipped) VALUES"
	" (1, 1, 'people', 'roster.csv', 'x', '2026-09-01T10:00:00Z', 8, 8, 0, 0, 0, 0)",
	"INSERT INTO audit (seq, at, actor_id, channel, operation, entity, object_id, detail_commitment, hash) VALUES"
	" (1, '2026-09-01T10:00:00Z', NULL, 'cli', 'person.add', 'person', 1, x'00', x'00')",
	"INSERT INTO handling (handling_id, row_version, check_name, subject_id, pairing_id, snoozed_until, made_on)"
	" VALUES"
	" (1, 1, 'session-overdue', 1, 1, '2026-12-01', '2026-11-20')",
	"INSERT INTO step (step_id, row_version, at, operation, entity, object_id, who, records) VALUES"
	" (1, 1, '2026-09-01T10:00:00Z', 'person.add', 'person', 1, 'Ann Lee', 1)",
};

/* Every seventh value is not known, and of the others many are the same. */
static const char *const fill[] = {
	"INSERT INTO person (person_id, row_version, name, email, email_key, sort_name, search_key)"
	" SELECT 1000 + n, 1, 'Person ' || (n / 3), 'p' || n || '@example.org', 'p' || n || '@example.org',"
	" 'person ' || (n / 3), 'person ' || (n / 3) || ' p' || n || '@example.org' FROM many",
	"INSERT INTO programme (programme_id, row_version, name, kind, state)"
	" SELECT 1000 + n, 1, 'Programme ' || n, 'mentoring', 'open' FROM many",
	"INSERT INTO enrolment (enrolment_id, row_version, programme_id, person_id, role, state, applied_on)"
	" SELECT 1000 + n, 1, 1, 1000 + n, 'mentee', 'ready', iif(n % 7, date('2026-01-01', (n % 50) || '"
	" days'), NULL) FROM many",
	"INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, made_on,"
	" sessions_held, last_session_on, next_due_on, open_actions, unfinished_records)"
	" SELECT 1000 + n, 1, 1, 'mentoring', 1, 1000 + n, iif(n % 2, 'active', 'closed'), '2026-09-10', 0,"
	" iif(n % 7, date('2026-01-01', (n % 50) || ' days'), NULL), iif(n % 7, date('2026-12-01', (n % 20) || '"
	" days'), NULL), 0, 0"
	" FROM many",
	"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1, '2026-09-10' FROM many",
	"INSERT INTO session (session_id, row_version, pairing_id, spell_id, number, state, session_date)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 1, 'held', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO action (action_id, row_version, pairing_id, spell_id, state, due_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'open', iif(n % 7, date('2026-01-01', (n % 40) || ' days'),"
	" NULL) FROM many",
	"INSERT INTO goal (goal_id, row_version, pairing_id, spell_id, kind, state, due_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'goal', 'open', iif(n % 7, date('2026-01-01', (n % 40) || '"
	" days'), NULL)"
	" FROM many",
	"INSERT INTO checkin (checkin_id, row_version, pairing_id, spell_id, side, checkin_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'guide', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO referral (referral_id, row_version, pairing_id, spell_id, state, raised_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'raised', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO release (release_id, row_version, pairing_id, spell_id, kind, state, noted_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'achievement', 'noted', date('2026-01-01', (n % 30) || ' days')"
	" FROM many",
	"INSERT INTO introduction (introduction_id, row_version, pairing_id, spell_id, introduced_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO assessment (assessment_id, row_version, pairing_id, spell_id, tool, taken_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'Profile', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO manager_feedback (manager_feedback_id, row_version, pairing_id, spell_id, stage, given_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'start', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO feedback (feedback_id, row_version, pairing_id, spell_id, side, person_id, form, state, due_on)"
	" SELECT 1000 + n, 1, 1000 + n, 1000 + n, 'guide', 1, 'end', 'due', iif(n % 7, date('2026-01-01', (n % 30)"
	" || ' days'), NULL) FROM many",
	"INSERT INTO proposal (proposal_id, row_version, programme_id, guide_id, learner_id, state, score)"
	" SELECT 1000 + n, 1, 1, 1, 1000 + n, 'drafted', iif(n % 7, n % 25, NULL) FROM many",
	"INSERT INTO custom_field (custom_field_id, row_version, belongs_to, name, key, kind, readers)"
	" SELECT 1000 + n, 1, 'enrolment', 'Extra ' || n, 'extra_' || n, 'text', 'fact' FROM many",
	"INSERT INTO pair_rule (pair_rule_id, row_version, kind, guide_id, learner_id)"
	" SELECT 1000 + n, 1, 'avoid', 1, 1000 + n FROM many",
	"INSERT INTO wish (wish_id, row_version, programme_id, person_id, wished_id)"
	" SELECT 1000 + n, 1, 1, 1000 + n, 1 FROM many",
	"INSERT INTO coordinator (coordinator_id, row_version, name)"
	" SELECT 1000 + n, 1, 'Coordinator ' || n FROM many",
	"INSERT INTO committee_member (committee_member_id, row_version, programme_id, person_id)"
	" SELECT 1000 + n, 1, 1, 1000 + n FROM many",
	"INSERT INTO override (override_id, row_version, rule, check_name, pairing_id, reason, made_on)"
	" SELECT 1000 + n, 1, 'R2', 'x', 1000 + n, 'y', date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO cohort (cohort_id, row_version, programme_id, name) SELECT 1000 + n, 1, 1, 'c' || n FROM many",
	"INSERT INTO objective (objective_id, row_version, programme_id, name) SELECT 1000 + n, 1, 1, 'o' || n"
	" FROM many",
	"INSERT INTO requirement (requirement_id, row_version, programme_id, name) SELECT 1000 + n, 1, 1, 'r' || n"
	" FROM many",
	"INSERT INTO eligibility (eligibility_id, row_version, programme_id, field, allowed)"
	" SELECT 1000 + n, 1, 1, 'grade', n FROM many",
	"INSERT INTO credential (credential_id, row_version, person_id, kind, name, expires_on)"
	" SELECT 1000 + n, 1, 1 + n % 7, 'check', 'DBS', iif(n % 5, date('2026-01-01', (n % 30) || ' days'), NULL)"
	" FROM many",
	"INSERT INTO import_batch (import_batch_id, row_version, kind, file_name, file_hash, imported_at, rows_read,"
	" rows_new, rows_changed, rows_same, rows_rejected, rows_skipped)"
	" SELECT 1000 + n, 1, 'people', 'f' || n, 'x', '2026-09-01T10:00:00Z', 0, 0, 0, 0, 0, 0 FROM many",
	"INSERT INTO audit (seq, at, actor_id, channel, operation, entity, object_id, detail_commitment, hash)"
	" SELECT 1000 + n, '2026-09-01T10:00:00Z', 1, 'cli', 'person.set', 'person', 1, x'00', x'00' FROM many",
	"INSERT INTO handling (handling_id, row_version, check_name, subject_id, made_on)"
	" SELECT 1000 + n, 1, 'x', n, date('2026-01-01', (n % 30) || ' days') FROM many",
	"INSERT INTO step (step_id, row_version, at, actor_id, operation, entity, object_id, records)"
	" SELECT 1000 + n, 1, '2026-09-01T10:00:00Z', 1, 'person.set', 'person', 1, 1 FROM many",
};

void list_scheme_sql(struct list_scheme *scheme, const char *sql)
{
	if (db_exec(scheme->c.scheme->db, sql, &scheme->err) != CH_OK)
		fail_msg("%s", scheme->err.message);
}

static void run_all(struct list_scheme *scheme, const char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++)
		list_scheme_sql(scheme, texts[i]);
}

void list_scheme_fill(struct list_scheme *scheme, int count)
{
	list_scheme_sql(scheme, ch_arena_printf(&scheme->arena,
						"BEGIN; CREATE TEMP TABLE many AS WITH RECURSIVE s (n) AS"
						" (SELECT 1 UNION"
						" ALL SELECT n + 1 FROM s WHERE n < %d) SELECT n FROM s;",
						count));
	run_all(scheme, fill, sizeof fill / sizeof fill[0]);
	list_scheme_sql(scheme, "DROP TABLE many; COMMIT;");
}

void list_scheme_act_as(struct list_scheme *scheme, int64_t person_id)
{
	scheme->c.actor = (struct ch_actor){.person_id = person_id, .name = "the actor", .channel = "test"};
}

int list_scheme_setup(void **state)
{
	struct list_scheme *scheme = calloc(1, sizeof *scheme);
	void *dir = NULL;

	if (scheme == NULL || temp_dir_setup(&dir) != 0)
		return -1;
	scheme->dir = dir;
	scheme->c.clock.fixed_today = ch_date_of(2026, 11, 23);
	list_scheme_act_as(scheme, 0);
	const char *path = temp_dir_file(scheme->dir, "lists.chiron");
	if (ch_scheme_create(path, "Lists", CH_NOTES_APART, &scheme->c.clock, &scheme->err) != CH_OK ||
	    ch_scheme_open(path, &scheme->c.scheme, &scheme->err) != CH_OK) {
		print_error("%s\n", scheme->err.message);
		return -1;
	}
	run_all(scheme, records, sizeof records / sizeof records[0]);
	*state = scheme;
	return 0;
}

int list_scheme_teardown(void **state)
{
	struct list_scheme *scheme = *state;
	void *dir = scheme->dir;

	ch_scheme_close(scheme->c.scheme);
	ch_arena_release(&scheme->arena);
	free(scheme);
	return temp_dir_teardown(&dir);
}

const char *list_scheme_ids(struct list_scheme *scheme, struct ch_list_query query)
{
	struct ch_grid grid;
	char *ids = ch_arena_copy(&scheme->arena, "");

	if (ch_list_fetch(&scheme->c, &query, &scheme->arena, &grid, &scheme->err) != CH_OK)
		fail_msg("%s: %s", query.filter, scheme->err.message);
	for (size_t i = 0; i < grid.row_count; i++)
		ids = ch_arena_printf(&scheme->arena, "%s%s%lld", ids, i > 0 ? " " : "", (long long)grid.rows[i].id);
	return ids;
}

const char *list_scheme_cell(struct list_scheme *scheme, enum ch_list_id list, int64_t id, const char *key)
{
	struct ch_list_query query = {.list = list};
	struct ch_grid grid;

	if (ch_list_fetch(&scheme->c, &query, &scheme->arena, &grid, &scheme->err) != CH_OK)
		fail_msg("%s", scheme->err.message);
	for (size_t row = 0; row < grid.row_count; row++)
		for (size_t i = 0; i < grid.column_count; i++)
			if (grid.rows[row].id == id && strcmp(grid.columns[i].key, key) == 0)
				return grid.rows[row].cells[i];
	fail_msg("there is no cell %s of %lld", key, (long long)id);
	return NULL;
}
