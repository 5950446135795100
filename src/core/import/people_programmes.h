/*
 * The programmes that a list of people names in a column of its own: whoever has a row is enrolled in what it names, in
 * the roles that they have in the list. What it names goes before the programme that the import is for.
 */
#ifndef CHIRON_CORE_IMPORT_PEOPLE_PROGRAMMES_H
#define CHIRON_CORE_IMPORT_PEOPLE_PROGRAMMES_H

#include "chiron/programme.h"
#include "core/import/person_row.h"

struct people_import; /* people.h */

struct people_programme {
	const char *key; /* of its name */
	struct ch_programme programme;
	int64_t enrolled;     /* people, newly */
	int64_t as[2];	      /* guides and learners among them */
	int64_t without_role; /* rows of people without a role of its kind */
};

/* Begins zeroed; lives as long as the findings. */
struct people_programmes {
	bool read;
	struct people_programme *list;
	size_t count;
	int64_t enrolled; /* of all */
};

/* What is new of the person's enrolments. */
struct people_enrolled {
	bool enrolled, answered;
};

/*
 * Enrols in the programmes that row->programme, not NULL, names: by their names, however they are written. What is no
 * programme is told, with the one that may be meant.
 */
enum ch_status people_programmes_enrol(struct people_import *people, const struct person_row *row, int64_t person_id,
				       struct people_enrolled *done, struct ch_error *err);

/* Who was enrolled in what: by the list, and in the programme that the import is for. */
void people_programmes_tell(const struct people_import *people);

#endif
