/*
 * Stage 5 of an import, first half: from a row to what it says of a person.
 */
#ifndef CHIRON_CORE_IMPORT_PERSON_ROW_H
#define CHIRON_CORE_IMPORT_PERSON_ROW_H

#include "chiron/person.h"
#include "chiron/text.h"
#include "core/import/cell_memo.h"
#include "core/import/column.h"
#include "core/import/credential_row.h"
#include "core/import/people_known.h"
#include "core/import/people_new.h"

struct person_row {
	struct ch_person given; /* what the row gives; everything else is "not known" */
	uint64_t checked;	/* what of it a field's own check has let in: ch_record_validate_rest() */
	int64_t person_id;	/* chiron's own number, where the row is of this scheme's export; else 0 */
	bool is_new;		/* somebody said that it is nobody who is here, */
	bool is_said;		/* or that it is the person with that number, */
	int64_t of_row;		/* or the person of that row; 0: nobody said */
	const char *email_key, *manager_key; /* the addresses, folded */
	struct people_hashes hashes; /* of these, and of the name where `new` is made ready */
	const char *import_key; /* what a person without e-mail is recognised by */
	int ready_aim, ready_time; /* enum ch_yes: what a learner answers at sign-up (R15) */
	struct credential_row *credentials; /* training, qualifications, checks and references */
	size_t credential_count;
	const char *manager_name; /* where no address is given */
	const char *programme; /* that the row names, or several; NULL: none */
	const char *cohort; /* of the programme that the people are enrolled in */
	int64_t places;	    /* in that programme; CH_UNKNOWN: not given */
	ch_date applied_on; /* to it, or referred */
	const char *enrolment_values; /* of the scheme's own fields of enrolments: custom_field.h */
	int64_t row, line;
	bool rejected;
	struct person_new *new; /* people_new.h: made ready for somebody who is not here; NULL: not yet */
};

/* What reads the rows of one list. Owns its memory; person_reader_begin() to person_reader_end(). */
struct person_reader {
	const struct import_columns *columns; /* the caller's */
	const char *scheme_id;
	struct cell_memo *memos; /* one for each column */
	uint64_t *checks; /* of each column, the bit of its field in person_row.checked; 0: it has none */
	struct ch_person nothing; /* of whom nothing is known: what each row begins with */
	int role; /* of whoever has none of their own; CH_NO_ROLE: they stay without */
	struct key_seed seed; /* of the rows' hashes */
	bool compares; /* names and phones, with everybody's */
	bool prepares; /* rows are made ready for the store: nearly all are of somebody new */
	int64_t batch_id;
	struct ch_buffer packed;
	struct ch_error refusal; /* empty but while a cell or row is refused: making one for each takes its time */
	/* The column of addresses, and those of what is no field of a person; PERSON_NO_COLUMN where there is none. */
	size_t email, number, number_scheme, own_key, ready_aim, ready_time, cohort, places, applied_on, programme;
	size_t areas;
	size_t manager_name, manager_email;
	struct credential_columns credentials; /* the caller's, once the reader has begun */
};

#define PERSON_NO_COLUMN SIZE_MAX

/* `scheme_id` is this scheme's: numbers of another are not trusted. What follows `nothing` is the caller's to set. */
void person_reader_begin(struct person_reader *reader, const struct import_columns *columns, const char *scheme_id);
void person_reader_end(struct person_reader *reader);

/*
 * Reads a row; its texts live in `arena` and in the reader. What is wrong goes
 * to `findings`; a row with a bad e-mail or without any name is rejected.
 */
void person_row_read(struct person_reader *reader, const struct import_row *row, struct ch_arena *arena,
		     struct import_findings *findings, struct person_row *out);

/* Whether the field holds several things: what two rows say of it adds up. */
bool person_field_adds(const struct ch_field *field);

/* Several values for one field: lists and notes are put together, roles add up, of others the first counts. */
const char *person_field_joined(const struct ch_field *field, const char *before, const char *value,
				struct ch_arena *arena);

/* The name that the row gives, whole or in parts; NULL where it gives none. */
const char *person_row_name(const struct person_row *row, struct ch_arena *arena);

#endif
