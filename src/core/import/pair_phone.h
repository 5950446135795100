/* Whom a telephone number in a list of pairs is of: everybody's are read when the first is asked for. */
#ifndef CHIRON_CORE_IMPORT_PAIR_PHONE_H
#define CHIRON_CORE_IMPORT_PAIR_PHONE_H

#include "core/import/key_map.h"
#include "store/db.h"

/* Owns its memory; PAIR_PHONES_EMPTY to pair_phones_release(). */
struct pair_phones {
	bool read;
	struct key_map owners; /* by the digits, the first who has them */
	struct key_map shared; /* those that several have */
};

#define PAIR_PHONES_EMPTY ((struct pair_phones){.owners = KEY_MAP_EMPTY, .shared = KEY_MAP_EMPTY})

/* The only person with that number, however it is written; 0 where nobody has it, or several do. */
enum ch_status pair_phones_find(struct pair_phones *phones, struct db *db, const char *phone, int64_t *id,
				struct ch_error *err);

void pair_phones_release(struct pair_phones *phones);

#endif
