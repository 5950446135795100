/*
 * A scheme: one data file, opened, checked, backed up.
 *
 * The file is SQLite, mode 0600, marked with chiron's application id so that
 * file(1) names it, its user_version the number of its schema. A foreign,
 * newer, truncated or unreadable file gets a sentence of its own and is left
 * as it is.
 */
#ifndef CHIRON_SCHEME_H
#define CHIRON_SCHEME_H

#include "chiron/context.h"
#include "chiron/grid.h"

#define CH_NOTES(X)                                                                                                    \
	X(OFF, "off", N_("no wording is stored"))                                                                      \
	X(APART, "apart", N_("kept apart from the coordinator's screens"))

enum ch_notes {
	CH_NO_NOTES,
#define X(name, code, label) CH_NOTES_##name,
	CH_NOTES(X)
#undef X
};

/* The scheme's own record: settings that hold for all of it. */
struct ch_scheme_settings {
	int64_t scheme_row; /* always 1 */
	int64_t row_version;
	const char *scheme_id; /* random, made once; exports carry it */
	const char *name;
	int notes;
	ch_date today; /* a demonstration's own "today"; else not known */
	const char *headings; /* what lists call their columns besides what chiron knows: lines as in data/headings */
	const char *backup_place; /* where copies are kept, for the next coordinator (R82) */
	int64_t keep_months; /* after somebody left, or their last pairing ended; CH_UNKNOWN: as long as it is */
	const char *shown_mentor, *shown_mentors; /* what is shown instead of these words (R27); NULL: they are */
	const char *shown_mentee, *shown_mentees;
	const char *shown_coach, *shown_coaches;
	const char *shown_coachee, *shown_coachees;
	const char *created_at;
};

/* Makes a new scheme file; CH_CANT_CREATE where something is there already. `notes` 0 means apart. */
enum ch_status ch_scheme_create(const char *path, const char *name, enum ch_notes notes, const struct ch_clock *clock,
				struct ch_error *err);

/* Opens an existing file; *scheme ends with ch_scheme_close(). A read-only file opens; writing is then refused. */
enum ch_status ch_scheme_open(const char *path, struct ch_scheme **scheme, struct ch_error *err);
void ch_scheme_close(struct ch_scheme *scheme); /* NULL is allowed */

/*
 * From ch_scheme_hold() to ch_scheme_release() all changes are one: kept
 * together, or with `keep` false taken back together, and other processes wait.
 * For what is whole or nothing and thousands of changes long, as a
 * demonstration being made. Nothing is durable before the release.
 */
enum ch_status ch_scheme_hold(struct ch_scheme *scheme, struct ch_error *err);
enum ch_status ch_scheme_release(struct ch_scheme *scheme, bool keep, struct ch_error *err);

const char *ch_scheme_path(const struct ch_scheme *scheme);

enum ch_status ch_scheme_settings_get(struct ch_context *c, struct ch_arena *arena,
				      struct ch_scheme_settings *settings, struct ch_error *err);
/*
 * CH_DATA, besides what the field table says, where a line of `headings` is not understood, and where a word shown for
 * a role (R27) lacks its plural, is no word, or could be taken for another role. From then on texts have these words.
 */
enum ch_status ch_scheme_settings_set(struct ch_context *c, struct ch_scheme_settings *settings, struct ch_error *err);

/*
 * A copy, made while others may write, verified before it bears its name. Never over an existing file. The audit log
 * of the file, but not of the copy, says that it was made; that of a read-only file cannot.
 */
enum ch_status ch_scheme_backup(struct ch_context *c, const char *path, struct ch_error *err);

/* What became of it when a copy took the place of a scheme's file. Lives in the arena. */
struct ch_restored {
	const char *name; /* the scheme's */
	const char *kept; /* what was there is now called so; NULL: nothing was, or it was only looked over */
	int64_t *erased;  /* numbers of people who were erased after the copy was made, and who are in it */
	size_t erased_count;
	bool unknown; /* what was there cannot be read, so that nobody knows who was erased since */
};

/*
 * Looks a copy over, page by page, and puts a copy of it in the place of the file `path`, which need not be there nor
 * be whole, and is kept beside it. With `dry_run` it is looked over alone. Refused (CH_DATA): a copy that is not whole,
 * the file itself, one of another scheme. Nothing is changed where it is refused or fails.
 */
enum ch_status ch_scheme_restore(const char *path, const char *backup, bool dry_run, struct ch_arena *arena,
				 struct ch_restored *restored, struct ch_error *err);

/* Integrity, foreign keys, kept columns and the audit chain: a row for each, CH_FOUND where one is wrong. */
enum ch_status ch_scheme_verify(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				struct ch_error *err);

/*
 * A descriptor to poll for what other processes commit, -1 where the system
 * has none. When it is readable, ch_scheme_changed() drains it and says whether
 * the file's content really changed since the last call. No timer is needed.
 */
int ch_scheme_watch(struct ch_scheme *scheme);
bool ch_scheme_changed(struct ch_scheme *scheme);

/* How many records of the entity there are. */
enum ch_status ch_scheme_count(struct ch_context *c, enum ch_entity_id entity, int64_t *count, struct ch_error *err);

#endif
