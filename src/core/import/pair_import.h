/*
 * Stage 5 of an import of anything but people, second half: what a row says is
 * found in the scheme, made, or brought up to date.
 *
 * What comes in is what happened. A rule that would refuse it of today warns
 * (RULES.md, strength H); a row is rejected only where it says nothing that can
 * be: nobody by that name, a person paired with themself, a session held in the
 * future. All of it is one change; what is kept with a pairing is counted anew
 * at the end, once for each.
 */
#ifndef CHIRON_CORE_IMPORT_PAIR_IMPORT_H
#define CHIRON_CORE_IMPORT_PAIR_IMPORT_H

#include "chiron/exchange.h"
#include "chiron/programme.h"
#include "core/journal/change.h"
#include "core/id_list.h"
#include "core/import/credential_column.h"
#include "core/import/pair_row.h"
#include "core/import/row_map.h"
#include "core/import/near_names.h"
#include "core/import/pair_phone.h"
#include "core/import/same.h"

struct pair_import {
	struct change *change;
	const struct ch_import_options *options;
	const struct import_columns *columns;
	struct import_findings *findings;
	const char *scheme_id;
	struct credential_columns courses; /* of credentials: a list may have a column for each */
	struct near_names *near; /* the caller's: everybody, once somebody is not found */
	struct key_seed seed; /* of these */
	struct pair_phones *phones; /* the caller's, too */
	const struct import_row *cells;	   /* of the present row */
	struct row_map seen;	/* the record -> row of this file */
	struct row_map touched; /* pairing -> row: to be counted anew */
	struct row_map open;	/* sessions that came in unfinished -> 1, or 2: their actions are not reviewed */
	int64_t created, changed, same, skipped, rejected;
	struct import_same same_rows;
	struct ch_grid replaced; /* what differs in those changed, of the first of them, as in people.h */
	int64_t people; /* who came in with a pairing */
	int64_t waiting; /* rows of pairs without a session yet */
	int64_t without; /* rows of people who have no credential */
	int64_t silent; /* sessions held that say nothing of their record */
};

/* Before the first row. */
enum ch_status pair_import_begin(struct pair_import *pairs, struct ch_error *err);

/* Applies one row. What goes wrong with the row goes to the findings; only what stops the whole import is returned. */
enum ch_status pair_import_row(struct pair_import *pairs, const struct import_row *row, struct ch_arena *arena,
			       struct ch_error *err);

/* After the last row: what is kept with the pairings is counted. */
enum ch_status pair_import_end(struct pair_import *pairs, struct ch_error *err);

/* ---- What its parts share ---- */

/* Adds an issue about the column that has this field (NULL: the row), and rejects the row where `rejected`. */
void pair_issue(struct pair_import *pairs, struct pair_row *row, enum import_reason reason, bool rejected,
		const char *field, const char *value, const char *message, const char *fix);

/*
 * Finds both people, or the one of a row of one: chiron's number, then the
 * e-mail, then a name that one person has, or a phone that one person has who
 * is called much the same. Rejects the row where one of them is
 * not found or they are one.
 */
enum ch_status pair_find_people(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				struct ch_error *err);

/* The programme that the row or the command names, else the only one there is; rejects the row where there is none. */
enum ch_status pair_find_programme(struct pair_import *pairs, struct pair_row *row, bool required,
				   struct ch_programme *programme, struct ch_arena *arena, struct ch_error *err);

/* A pairing of the two in the scheme. */
struct pair_known {
	int64_t pairing_id, programme_id;
	ch_date made_on, started_on, closed_on;
	bool closed;
};

/* The pairings of the two, in any programme where programme_id is 0, the oldest first. */
enum ch_status pair_find_known(struct pair_import *pairs, int64_t guide_id, int64_t learner_id, int64_t programme_id,
			       struct pair_known **known, size_t *count, struct ch_arena *arena, struct ch_error *err);

/* The pairing of the two that the day falls in; rejects the row where they are not paired. */
enum ch_status pair_find_pairing(struct pair_import *pairs, struct pair_row *row, ch_date day, int64_t *pairing_id,
				 struct ch_arena *arena, struct ch_error *err);

enum ch_status pairing_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				  struct ch_error *err);
enum ch_status session_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				  struct ch_error *err);

/* After all is counted: sessions that came in as unfinished stay so until something of their pairing changes. */
enum ch_status session_import_end(struct pair_import *pairs, struct ch_error *err);

enum ch_status enrolment_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				    struct ch_error *err);
enum ch_status credential_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				     struct ch_error *err);
enum ch_status action_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				 struct ch_error *err);

enum ch_status feedback_import_row(struct pair_import *pairs, struct pair_row *row, struct ch_arena *arena,
				   struct ch_error *err);

/* Notes what a row changed of a record that was there, to be told: its values, and those that are replaced. */
enum ch_status pair_note_replaced(struct pair_import *pairs, const struct pair_row *row, enum ch_entity_id id,
				  const void *before, const void *after, struct ch_arena *arena, struct ch_error *err);

/* Counts a row about a record that was there: whether it `differs` from it; *apply: it is to be saved. */
void pair_count_known(struct pair_import *pairs, struct pair_row *row, int64_t id, bool differs, bool *apply,
		      struct ch_arena *arena);

#endif
