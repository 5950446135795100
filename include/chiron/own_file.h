/*
 * Files of the scheme's own: checks, reports, pages and frameworks for sessions
 * that a coordinator wrote.
 * They are kept in the scheme file, so that the next coordinator has them, too
 * (R82), and have the form of those that are part of the program
 * (docs/checks.md). They are edited as files: written out, changed, added again.
 *
 * They run read-only, see nothing that is the pair's alone (R58), and are
 * stopped after a number of steps that no sensible one needs. A check of one's
 * own warns or informs: it refuses nothing and is the gate of nothing.
 */
#ifndef CHIRON_OWN_FILE_H
#define CHIRON_OWN_FILE_H

#include "chiron/context.h"
#include "chiron/grid.h"

#define CH_OWN_KINDS(X)                                                                                                \
	X(CHECK, "check", N_("check"))                                                                                 \
	X(REPORT, "report", N_("report"))                                                                              \
	X(PAGE, "page", N_("page"))                                                                                    \
	X(FRAMEWORK, "framework", N_("framework"))

enum ch_own_kind {
	CH_NO_OWN_KIND,
#define X(name, code, label) CH_OWN_##name,
	CH_OWN_KINDS(X)
#undef X
};

struct ch_own_file {
	int64_t own_file_id;
	int64_t row_version;
	int kind;
	const char *name; /* of the check, report or page, and of its file without the extension */
	const char *text;
	ch_date added_on;
	int64_t added_by;
};

/*
 * Adds what `text` is, or replaces that of the same name (*replaced). `file` is
 * the name of its file, without a folder. CH_DATA names file, line and what is
 * wrong; nothing that does not run is kept. What *added points to lives in `arena`.
 */
enum ch_status ch_own_file_add(struct ch_context *c, const char *file, const char *text, struct ch_arena *arena,
			       struct ch_own_file *added, bool *replaced, struct ch_error *err);

/* The same from a file: at most 100,000 bytes of UTF-8. */
enum ch_status ch_own_file_add_path(struct ch_context *c, const char *path, struct ch_arena *arena,
				    struct ch_own_file *added, bool *replaced, struct ch_error *err);

/*
 * The scheme's own of that name, or, to begin one's own from, the one that is part of chiron, whose own_file_id is 0.
 * CH_MISSING where there is neither.
 */
enum ch_status ch_own_file_get(struct ch_context *c, const char *name, struct ch_arena *arena,
			       struct ch_own_file *file, struct ch_error *err);
enum ch_status ch_own_file_remove(struct ch_context *c, const char *name, struct ch_error *err);

/* All of them by name: number, name, kind, title, since when. */
enum ch_status ch_own_file_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
				struct ch_error *err);

#endif
