/*
 * Check files (data/checks): a header (check_header.h) and one query, one rule
 * a file.
 *
 *     check     its name, that of the file
 *     rule      R1 ... as in the rules of a scheme; "-" where it is chiron's own
 *     severity  absolute, refuse, warn or inform
 *     subject   the entity that subject_id is of
 *     gate      optional: operations that are refused while it finds something
 *     occasion  optional: when it is pointed out at once (CH_OCCASIONS), or "time" where nothing that somebody does
 *               just then brings it about; every rule that warns has one
 *     harm      order on the first screen among the equally grave, 1 the worst; 0: not shown there
 *     title, says, why, fix, command     texts; says and command are templates (check_template.h)
 *     key       optional: the key that deals with it on the screen
 *     measure   optional: the column of a number that says how bad it is and does not grow by itself day by day:
 *               a finding that was put off is back as soon as it is larger
 *     yields    optional: the names of checks before it in the order of a list; what they found of the same subject,
 *               mended by the same command, says as much, and the list has it alone. A gate asks all of them
 *     scan      optional: why its plan is right to hold a SCAN
 *
 * The query has the parameter :today and none else, and gives subject_id,
 * pairing_id and programme_id (NULL where it is about none), who, and what the
 * templates name. It lists all subjects; a gate puts it into a query that asks
 * for one, so it must be one that SQLite can narrow to a subject by an index.
 * Dates are compared and days counted in it, months never: what is due is
 * computed in C and kept. It cannot read the pair's wording (store/query.h).
 */
#ifndef CORE_CHECK_FILE_H
#define CORE_CHECK_FILE_H

#include <stdbool.h>

#include "chiron/check.h"

struct check_file {
	struct ch_check_info info;
	const char *sql;
	const char *yields; /* "gone-quiet gone-silent"; NULL: to none */
	const char *scan; /* NULL where no SCAN is expected */
	bool gates[CH_OPERATION_COUNT];
	bool occasions[CH_OCCASION_COUNT]; /* none, and `timed`: "time" */
	bool timed;
	bool own; /* of the scheme, not of the program: what is wrong with it stops nothing else */
};

/* Reads one file; texts of *check live in `arena` or are those of `text`. CH_DATA names file and line. */
enum ch_status check_file_parse(const char *file, const char *text, struct ch_arena *arena, struct check_file *check,
				struct ch_error *err);

/* The check files that are part of the program, by name. */
const struct check_file *check_file_all(size_t *count);

/* Whether one of them has that operation in its gate: a look at their headers, without parsing them. */
bool check_file_any_gates(enum ch_operation operation);

#endif
