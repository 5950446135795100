/*
 * What a row of a list of people says of their qualifications (R8, R77) and their training (R9): names, and of one
 * name its level, the body that awarded it, when it was given and until when it holds.
 */
#ifndef CHIRON_CORE_IMPORT_CREDENTIAL_ROW_H
#define CHIRON_CORE_IMPORT_CREDENTIAL_ROW_H

#include "chiron/part.h"
#include "chiron/text.h"
#include "core/journal/change.h"
#include "core/import/column.h"

/* Where a list has it; SIZE_MAX: nowhere. */
struct credential_columns {
	enum ch_credential_kind kind;
	size_t name, level, body, awarded_on, expires_on;
};

struct credential_row {
	enum ch_credential_kind kind;
	int64_t row, line;
	struct ch_terms names;
	struct ch_credential details; /* level, body and dates, as far as they are given */
};

void credential_columns_find(struct credential_columns *found, enum ch_credential_kind kind,
			     const struct import_columns *columns);

/*
 * Reads a row; a cell that says yes stands for what its heading names. Details beside several names, or none, are left
 * out aloud: nobody can tell whose they are.
 */
void credential_row_read(const struct credential_columns *of, const struct import_columns *columns,
			 const struct import_row *row, struct ch_arena *arena, struct import_findings *findings,
			 struct credential_row *out);

/*
 * Records what the person has not got yet, and details that are new; *changed where there was such. What no credential
 * may be is told, and left out.
 */
enum ch_status credential_row_apply(struct change *change, const struct credential_row *row, int64_t person_id,
				    struct import_findings *findings, bool *changed, struct ch_error *err);

/*
 * What an import of credentials shares: the row's details go over the record, and whether that changes anything; what
 * no credential may be, NULL where it may.
 */
bool credential_take_details(const struct credential_row *row, struct ch_credential *credential);
const char *credential_wrong(const struct ch_credential *credential, struct ch_arena *arena);

#endif
