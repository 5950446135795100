/* The statement names what it finds first; here are the words. */
#include "core/in_use.h"

#include <string.h>

static const struct {
	const char *code, *words;
} uses[] = {
	{"pairing", N_("is in a pairing")},
	{"proposal", N_("has a proposal")},
	{"enrolment", N_("is enrolled")},
	{"answer", N_("has given answers that are recorded")},
	{"credential", N_("has checks or training on record")},
	{"handling", N_("has something on Today to see to")},
};

static const char *words_of(const char *code)
{
	for (size_t i = 0; i < sizeof(uses) / sizeof(uses[0]); i++)
		if (strcmp(uses[i].code, code) == 0)
			return _(uses[i].words);
	ch_abort("a use without words");
}

enum ch_status in_use_by(struct db *db, enum statement_id statement, int64_t id, const char **why,
			 struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, statement);
	bool row = false;

	*why = NULL;
	stmt_bind_int(q, statement == SQL_PERSON_IS_USED ? "person_id" : "enrolment_id", id);
	enum ch_status status = stmt_step(q, &row, err);
	if (status == CH_OK && row)
		*why = words_of(stmt_text(q, "found"));
	stmt_reset(q);
	return status;
}
