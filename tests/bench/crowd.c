/*
 * The rows are written by SQL and not by the core: a million of them take
 * seconds so, and nothing is measured here. The columns that chiron keeps
 * (sessions held, last session) are written as it would keep them.
 */
#include "crowd.h"

#include <glob.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "chiron/chiron.h"
#include "generated/data.h"

#define SEED "20261123" /* also the demonstration's "today" */

static const char *const steps[] = {
	"UPDATE scheme SET today = '2026-11-23'",
	"CREATE TEMP TABLE given (n INTEGER PRIMARY KEY, word TEXT)",
	"CREATE TEMP TABLE family (n INTEGER PRIMARY KEY, word TEXT)",
	"INSERT INTO given SELECT key, value FROM json_each('[\"Amina\", \"Bo\", \"Chen\", \"Dara\", \"Eve\","
	" \"Farid\", \"Gwen\", \"Hana\", \"Ivo\", \"Jun\", \"Kofi\", \"Lena\", \"Mei\", \"Nils\", \"Olu\", \"Priya\","
	" \"Quin\", \"Rosa\", \"Sam\", \"Tariq\", \"Uma\", \"Vik\", \"Wen\", \"Xia\", \"Yara\", \"Zoe\"]')",
	"INSERT INTO family SELECT key, value FROM json_each('[\"Okafor\", \"Patel\", \"Vega\", \"Moreau\","
	" \"Haddad\", \"Jones\", \"Quist\", \"Khan\", \"Novak\", \"Silva\", \"Weber\", \"Diaz\", \"Ito\", \"Tan\","
	" \"Li\", \"Rossi\", \"Garcia\", \"Costa\", \"Young\", \"Ueda\", \"Bauer\", \"Roy\", \"Evans\"]')",
	"INSERT INTO programme (programme_id, row_version, name, kind, type, state, purpose, focus_areas,"
	" mentoring_models, components, matching_process, interval, planned_months)"
	" VALUES (1, 1, 'Autumn', 'mentoring', 'standard', 'running', 'to measure', 'Confidence', 'one to one',"
	" 'induction', 'by the coordinator', '1 month', 12)",
	"WITH RECURSIVE ids (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ids WHERE n < :people),"
	" named AS (SELECT ids.n AS n, g.word AS first_name,"
	"   f.word || '-' || ((ids.n * 7919 + " SEED ") % 9973) AS last_name"
	"  FROM ids JOIN given AS g ON g.n = (ids.n * 31 + " SEED ") % 26"
	"  JOIN family AS f ON f.n = (ids.n * 7 + " SEED ") % 23)"
	" INSERT INTO person (person_id, row_version, name, email, roles, location, offers, seeks, capacity, email_key,"
	"  sort_name, search_key)"
	" SELECT n, 1, first_name || ' ' || last_name, 'p' || n || '@example.org',"
	"  iif(n <= :people / 10, 'mentor', 'mentee'), 'Ward ' || n % 40,"
	"  iif(n <= :people / 10, 'finance; speaking', NULL), iif(n <= :people / 10, NULL, 'finance'),"
	"  iif(n <= :people / 10, 2, NULL), 'p' || n || '@example.org',"
	"  lower(last_name || ', ' || first_name),"
	"  lower(first_name || ' ' || last_name) || ' p' || n || '@example.org finance' FROM named",
	"WITH RECURSIVE ids (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ids WHERE n < :people / 5)"
	" INSERT INTO enrolment (enrolment_id, row_version, programme_id, person_id, role, state, applied_on, ready_on)"
	" SELECT n, 1, 1, n, iif(n <= :people / 10, 'mentor', 'mentee'), 'matched', '2026-01-05', '2026-01-12'"
	" FROM ids",
	"WITH RECURSIVE ids (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ids WHERE n < :people / 10)"
	" INSERT INTO pairing (pairing_id, row_version, programme_id, kind, guide_id, learner_id, state, spell_id,"
	"  made_on, sessions_held, last_session_on, next_due_on, open_actions, unfinished_records)"
	" SELECT n, 1, 1, 'mentoring', n, :people / 10 + n, 'active', n, date('2026-01-20',"
	"  ((10 - :each) * 28) || ' days'), :each,"
	"  date('2026-11-20', iif(n % 1000 = 0, -90, -(n % 20)) || ' days'),"
	"  date('2026-11-20', iif(n % 1000 = 0, -60, 30 - n % 20) || ' days'), 0, 0 FROM ids",
	"INSERT INTO spell (spell_id, row_version, pairing_id, number, made_on, started_on)"
	" SELECT spell_id, 1, pairing_id, 1, made_on, date(made_on, '12 days') FROM pairing",
	"INSERT INTO agreement (agreement_id, row_version, spell_id, interval, usual_day, usual_minutes, usual_place,"
	"  starts_on, planned_end_on, open_ended, share_action_wording, conflict_declared, purpose, aims_shared_on)"
	" SELECT spell_id, 1, spell_id, '1 month', 'Mondays 17:00', 60, 'library', started_on, '2027-02-01', 'no',"
	"  'no', 'yes', 'to grow', started_on FROM spell",
	"INSERT INTO goal (goal_id, row_version, pairing_id, spell_id, kind, state, set_on)"
	" SELECT pairing_id, 1, pairing_id, spell_id, 'focus', 'open', made_on FROM pairing",
	"WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < :each)"
	" INSERT INTO session (row_version, pairing_id, spell_id, number, state, session_date, minutes, medium,"
	"  guide_attendance, learner_attendance, learning, no_actions, actions_reviewed, complete, logged_at)"
	" SELECT 1, pairing_id, spell_id, number, 'held', date(last_session_on, ((number - :each) * 28) || ' days'),"
	"  45 + number % 4 * 15, 'video', 'attended', 'attended', 'kept', 'yes', 'yes', 'yes', '2026-11-20T12:00:00Z'"
	" FROM pairing CROSS JOIN numbers",
};

static _Noreturn void give_up(const char *path, const char *why)
{
	fprintf(stderr, "%s: %s\n", path, why);
	unlink(path);
	exit(1);
}

static void bind_if_used(sqlite3_stmt *stmt, const char *name, int64_t value)
{
	int place = sqlite3_bind_parameter_index(stmt, name);

	if (place > 0)
		sqlite3_bind_int64(stmt, place, value);
}

static void run_step(sqlite3 *db, const char *path, const char *sql, const struct crowd *crowd)
{
	sqlite3_stmt *stmt;
	int result;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
		give_up(path, sqlite3_errmsg(db));
	bind_if_used(stmt, ":people", crowd->people);
	bind_if_used(stmt, ":each", crowd->sessions / (crowd->people / 10));
	result = sqlite3_step(stmt);
	if (result != SQLITE_DONE && result != SQLITE_ROW)
		give_up(path, sqlite3_errmsg(db));
	sqlite3_finalize(stmt);
}

static void make_file(const char *path, const struct crowd *crowd)
{
	struct ch_error err = CH_NO_ERROR;
	struct ch_clock clock = {.fixed_today = ch_date_from_iso("2026-11-23")};
	sqlite3 *db;

	unlink(path);
	if (ch_scheme_create(path, "Riverside Mentoring 2026", CH_NOTES_APART, &clock, &err) != CH_OK)
		give_up(path, err.message);
	if (sqlite3_open(path, &db) != SQLITE_OK)
		give_up(path, sqlite3_errmsg(db));
	run_step(db, path, "PRAGMA synchronous = OFF", crowd);
	run_step(db, path, "BEGIN", crowd);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		run_step(db, path, steps[i], crowd);
	run_step(db, path, "COMMIT", crowd);
	sqlite3_close(db);
}

/* A number that changes when what is written or the schema does: a file made before then is made anew. */
static unsigned long fingerprint(void)
{
	unsigned long sum = 0;

	for (const struct embedded_file *file = schema_files; file->name != NULL; file++)
		for (const char *at = file->text; *at != '\0'; at++)
			sum = sum * 31 + (unsigned char)*at;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (const char *at = steps[i]; *at != '\0'; at++)
			sum = sum * 31 + (unsigned char)*at;
	return sum & 0xffffffff;
}

/* Those made of an earlier schema, or by other steps, which nobody asks for any more: they are large. */
static void remove_earlier(const char *folder, const struct crowd *crowd, struct ch_arena *arena)
{
	glob_t found;

	if (glob(ch_arena_printf(arena, "%s/crowd-%lld-%lld-*", folder, (long long)crowd->people,
				 (long long)crowd->sessions),
		 0, NULL, &found) != 0)
		return;
	for (size_t i = 0; i < found.gl_pathc; i++)
		unlink(found.gl_pathv[i]);
	globfree(&found);
}

/* So that it lies in the system's memory, as the file of a scheme does that is in use. */
static void read_through(const char *path)
{
	static char block[1 << 20];
	FILE *file = fopen(path, "rb");

	while (file != NULL && fread(block, 1, sizeof(block), file) == sizeof(block))
		;
	if (file != NULL)
		fclose(file);
}

const char *crowd_file(const struct crowd *crowd, struct ch_arena *arena)
{
	const char *build = getenv("BUILD");
	const char *folder = ch_arena_printf(arena, "%s/bench", build != NULL ? build : "build");
	const char *path = ch_arena_printf(arena, "%s/crowd-%lld-%lld-%08lx.db", folder, (long long)crowd->people,
					   (long long)crowd->sessions, fingerprint());
	const char *part = ch_arena_printf(arena, "%s.part", path);

	mkdir(folder, 0755);
	if (access(path, R_OK) == 0) {
		read_through(path);
		return path;
	}
	fprintf(stderr, "making %s\n", path);
	remove_earlier(folder, crowd, arena);
	make_file(part, crowd);
	if (rename(part, path) != 0)
		give_up(part, "cannot be renamed");
	return path;
}
