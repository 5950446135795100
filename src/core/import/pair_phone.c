#include "core/import/pair_phone.h"

#include <string.h>

#include "core/import/value.h"
#include "core/journal/change.h"
#include "store/stmt.h"

enum { DIGITS_LEAST = 6 };

static void keep(struct pair_phones *phones, const char *phone, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const char *digits = import_phone_digits(phone, &arena);

	uint64_t hash = key_map_hash(&phones->owners, digits);

	if (strlen(digits) >= DIGITS_LEAST && key_map_find(&phones->owners, hash) != 0)
		key_map_set(&phones->shared, hash, id);
	else if (strlen(digits) >= DIGITS_LEAST)
		key_map_set(&phones->owners, hash, id);
	ch_arena_release(&arena);
}

static enum ch_status read_all(struct pair_phones *phones, struct db *db, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_NAMES_OF_PEOPLE);
	bool row = false;
	enum ch_status status;

	key_map_begin(&phones->owners);
	key_map_begin_like(&phones->shared, &phones->owners);
	phones->read = true;
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		if (stmt_text(q, "phone") != NULL)
			keep(phones, stmt_text(q, "phone"), stmt_id(q, "person_id"));
	stmt_reset(q);
	return status;
}

enum ch_status pair_phones_find(struct pair_phones *phones, struct db *db, const char *phone, int64_t *id,
				struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;

	*id = 0;
	if (phone == NULL)
		return CH_OK;
	if (!phones->read)
		TRY(read_all(phones, db, err));
	uint64_t hash = key_map_hash(&phones->owners, import_phone_digits(phone, &arena));
	if (key_map_find(&phones->shared, hash) == 0)
		*id = key_map_find(&phones->owners, hash);
	ch_arena_release(&arena);
	return CH_OK;
}

void pair_phones_release(struct pair_phones *phones)
{
	key_map_release(&phones->owners);
	key_map_release(&phones->shared);
}
