/*
 * What a row of a list says of somebody's qualifications (R8, R77), training (R9), checks and references (R78): names,
 * and of one name its level, the body that awarded it, when it was given and until when it holds.
 */
#ifndef CHIRON_CORE_IMPORT_CREDENTIAL_ROW_H
#define CHIRON_CORE_IMPORT_CREDENTIAL_ROW_H

#include "chiron/part.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/import/credential_column.h"

struct credential_row {
	enum ch_credential_kind kind;
	int64_t row, line;
	struct ch_terms names;
	struct ch_credential details; /* level, body and dates, as far as they are given */
};

/*
 * Reads a row into `rows`, which has room for one of each of them; gives how many say anything. A yes or a date stands
 * for what its heading names; a check that is ticked without a date is left out aloud, since it counts by its date.
 * Details beside several names, or none, are left out aloud: nobody can tell whose they are.
 */
size_t credential_rows_read(const struct credential_columns *of, const struct import_columns *columns,
			    const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
			    struct credential_row *rows);

/* What came of it, over all the rows. */
struct credential_outcome {
	bool created, changed;
};

/*
 * Records what the person has not got yet, and details that are new. What no credential may be is told, and left out.
 */
enum ch_status credential_row_apply(struct change *change, const struct credential_row *row, int64_t person_id,
				    struct import_findings *findings, struct credential_outcome *outcome,
				    struct ch_error *err);

/*
 * The one of that name given on that day, or of which no day is known; 0 where there is none: a check that was renewed
 * is another one.
 */
enum ch_status credential_find(struct change *change, int64_t person_id, enum ch_credential_kind kind, const char *name,
			       ch_date awarded_on, int64_t *id, struct ch_error *err);

/*
 * What to ask about one that is about to be added: another of that name is there already, given within four weeks of
 * it, or on the day that has its day and month the other way round. Both may be true, so both are kept; NULL where
 * there is nothing to ask.
 */
enum ch_status credential_doubt(struct change *change, int64_t person_id, enum ch_credential_kind kind,
				const char *name, ch_date awarded_on, const char **question, const char **fix,
				struct ch_error *err);

/*
 * What an import of credentials shares: the row's details go over the record, and whether that changes anything; what
 * no credential may be, NULL where it may.
 */
bool credential_take_details(const struct credential_row *row, struct ch_credential *credential);
const char *credential_wrong(const struct ch_credential *credential, struct ch_arena *arena);

#endif
