#include "core/erasure_known.h"

#include <stdio.h>

#include "core/person_keys.h"
#include "store/erase.h"
#include "store/stmt.h"

enum ch_status erasure_any(struct db *db, bool *any, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_ERASURE_ANY);
	enum ch_status status = stmt_step(q, any, err);

	stmt_reset(q);
	return status;
}

/* The day of the row of the bound statement; whether there is one in *found. */
static enum ch_status day_of(struct stmt *q, bool *found, char day[CH_DATE_SIZE], struct ch_error *err)
{
	enum ch_status status = stmt_step(q, found, err);

	if (status == CH_OK && *found)
		snprintf(day, CH_DATE_SIZE, "%.10s", stmt_text(q, "erased_at"));
	return status;
}

static enum ch_status by_number(struct db *db, int64_t person_id, bool *found, char day[CH_DATE_SIZE],
				struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_ERASURE_OF);

	*found = false;
	if (person_id == 0)
		return CH_OK;
	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = day_of(q, found, day, err);
	stmt_reset(q);
	return status;
}

static enum ch_status by_email(struct db *db, const char *scheme_id, const char *email_key, bool *found,
			       char day[CH_DATE_SIZE], struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_ERASURE_BY_EMAIL);
	unsigned char hash[HASH_SIZE];

	*found = false;
	if (email_key == NULL)
		return CH_OK;
	erase_hash(scheme_id, email_key, hash);
	stmt_bind_blob(q, "hash", hash, HASH_SIZE);
	enum ch_status status = day_of(q, found, day, err);
	stmt_reset(q);
	return status;
}

/* Two addresses are two people. */
static enum ch_status by_name(struct db *db, const char *scheme_id, const struct ch_person *person, bool *found,
			      char day[CH_DATE_SIZE], struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_ERASURE_BY_NAME);
	unsigned char hash[HASH_SIZE];

	erase_hash(scheme_id, person->sort_name, hash);
	stmt_bind_blob(q, "hash", hash, HASH_SIZE);
	stmt_bind_int(q, "has_email", person->email_key != NULL);
	enum ch_status status = day_of(q, found, day, err);
	stmt_reset(q);
	return status;
}

enum ch_status erasure_find(struct db *db, const char *scheme_id, const struct ch_person *person,
			    struct ch_arena *arena, enum erasure_likeness *like, char day[CH_DATE_SIZE],
			    struct ch_error *err)
{
	struct ch_person keyed = *person;
	bool found;

	*like = ERASURE_NONE;
	person_keys_fill(&keyed, arena);
	TRY(by_number(db, keyed.person_id, &found, day, err));
	if (!found)
		TRY(by_email(db, scheme_id, keyed.email_key, &found, day, err));
	if (found) {
		*like = ERASURE_SAME;
		return CH_OK;
	}
	if (keyed.name != NULL)
		TRY(by_name(db, scheme_id, &keyed, &found, day, err));
	if (found)
		*like = ERASURE_NAME;
	return CH_OK;
}

const char *erasure_message(enum erasure_likeness like, const char *day, struct ch_arena *arena)
{
	char words[CH_DATE_WORDS_SIZE];

	return ch_arena_printf(arena,
			       like == ERASURE_SAME ? _("was erased on %s, and does not come back by a list")
						    : _("is the name of somebody who was erased on %s"),
			       ch_date_words(ch_date_from_iso(day), CH_NO_DATE, words));
}

const char *erasure_fix(enum erasure_likeness like)
{
	return like == ERASURE_SAME
		       ? _("take the row out; if they want to be here again, add them: `chiron person add`")
		       : _("if it is them, take the row out; if it is somebody else, or they want to be here again, "
			   "add them: `chiron person add`");
}
