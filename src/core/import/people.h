/*
 * Stage 5 of an import, second half: from rows to people in the store.
 *
 * All rows are applied within one change, by the same code whether it is kept
 * or not: a dry run is the import itself, rolled back. So its plan is the plan.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_H
#define CHIRON_CORE_IMPORT_PEOPLE_H

#include "chiron/exchange.h"
#include "chiron/programme.h"
#include "core/journal/change.h"
#include "core/import/manager_names.h"
#include "core/import/person_row.h"
#include "core/import/people_known.h"
#include "core/import/people_managers.h"
#include "core/import/people_programmes.h"
#include "core/import/people_new.h"
#include "core/import/people_said.h"
#include "core/import/same.h"
#include "store/record_probe.h"

enum { PEOPLE_REPLACED_MOST = 200 };

struct people_import {
	struct change *change;
	const struct ch_import_options *options;
	const struct import_columns *columns;
	struct import_findings *findings;
	const char *scheme_id;
	struct person_reader reader; /* row_ahead.h: while rows are read it is the reader's */
	struct ch_programme programme; /* programme_id 0: nobody is enrolled */
	struct people_programmes programmes; /* that the rows name */
	struct people_known known;
	struct people_managers managers;
	struct manager_names manager_names;
	struct people_new new;
	struct people_said said;
	struct record_probe stored; /* of those who were here, what the columns say */
	bool written; /* something of the present row */
	bool any_erased; /* somebody was erased: erasure_known.h */
	int64_t created, changed, same, skipped, rejected;
	int64_t replacing; /* rows that count instead of an earlier one: keep_last */
	struct ch_grid replaced; /* what differs in those changed, of the first PEOPLE_REPLACED_MOST */
	struct import_same same_rows;
	int64_t enrolled;     /* people newly enrolled in a programme */
	int64_t enrolled_as[2]; /* guides and learners among them, but not in programmes that the list names */
	int64_t answered;     /* learners of whom an answer came in */
	int64_t not_asked;    /* rows with answers, of people who are no learners of the programme */
	int64_t not_of_programme; /* rows with values for an enrolment, of people who have none in the programme */
	int64_t not_enrolled; /* people without a role of the programme's kind */
	int64_t without_role; /* new people without any role */
	int roles;	      /* of all rows that give any; a set as ch_person's */
	bool any_without_role; /* a row that gives none */
};

/*
 * Before the first row: `rows` is about how many there are, `coming` who they are (taken over). people_import_release()
 * is due in any case.
 */
enum ch_status people_import_begin(struct people_import *people, int64_t rows, struct people_coming *coming,
				   struct ch_error *err);

/* What reads a row ahead (row_ahead.h): a struct person_row; `reader` is people->reader. */
void *people_import_read(void *reader, const struct import_row *row, bool early, struct ch_arena *arena,
			 struct import_findings *findings);
void people_import_release(struct people_import *people);

/*
 * Applies one row, as people->reader read it. What goes wrong with the row goes to the findings; only what stops the
 * whole import is returned.
 */
enum ch_status people_import_row(struct people_import *people, struct person_row *row, struct ch_arena *arena,
				 struct ch_error *err);

/* Whether what a row gives of the field, which is none of roles, is known otherwise of the person. */
bool person_contradicts(const struct ch_field *field, const struct ch_person *given, const struct ch_person *stored,
			struct ch_arena *arena);

/* Of a row that comes soon: begins to read what is known of whom it is about. */
void people_import_fetch(const struct people_import *people, const struct person_row *row);

/* All that the row says of enrolments: in the programmes that it names, else in the one that the import is for. */
enum ch_status people_enrol_row(struct people_import *people, const struct person_row *row, int64_t person_id,
				struct people_enrolled *done, struct ch_error *err);

/*
 * What the row says of its person's enrolment, in people_enrol.c: that they are in it, in the role that they have; its
 * cohort, places and fields of the scheme's own; what they answered at sign-up (R15). Each says whether that is new.
 */
enum ch_status people_enrol(struct people_import *people, const struct person_row *row, int64_t person_id,
			    bool *enrolled, struct ch_error *err);
/* In which roles so many guides and learners came into it: "as mentee", "3 as mentor, 2 as mentee"; in `arena`. */
const char *people_enrolled_as(const struct ch_programme *programme, const int64_t as[2], struct ch_arena *arena);
enum ch_status people_detail_enrolments(struct people_import *people, const struct person_row *row, int64_t person_id,
					bool *given, struct ch_error *err);
enum ch_status people_answer(struct people_import *people, const struct person_row *row, int64_t person_id, bool *new,
			     struct ch_error *err);

/* After the last row: line managers by e-mail, also of people who waited for somebody in this file. */
enum ch_status people_import_end(struct people_import *people, struct ch_error *err);

#endif
