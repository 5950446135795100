/* Open addressing with linear probing, half full at most; hashed eight bytes at a time. */
#include "core/import/cell_memo.h"

#include <string.h>

#include "base/eights.h"

enum { SLOTS = 2048, CELLS_MOST = SLOTS / 2, CELL_BYTES_MOST = 200, TRIAL = 2048, WORTH_PERCENT = 25 };
enum { BYTES_MOST = 1024 * 1024 };

struct cell_memo_entry {
	const char *cell; /* NULL: a free slot */
	uint64_t hash;	  /* of the cell: only where it is the same is the cell itself looked at */
	struct field_value value;
};

static uint64_t mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

static uint64_t hash_of(const char *cell, size_t length)
{
	uint64_t hash = length;

	for (size_t at = 0; at + 8 < length; at += 8)
		hash = mix(hash, eights_read(cell + at));
	return mix(hash, eights_read_last(cell, length));
}

static bool is_of(const struct cell_memo_entry *entry, uint64_t hash, const char *cell)
{
	return entry->hash == hash && strcmp(entry->cell, cell) == 0;
}

static struct cell_memo_entry *slot_of(const struct cell_memo *memo, uint64_t hash, const char *cell)
{
	size_t slot = (size_t)hash % SLOTS;

	while (memo->entries[slot].cell && !is_of(&memo->entries[slot], hash, cell))
		slot = (slot + 1) % SLOTS;
	return &memo->entries[slot];
}

bool cell_memo_find(struct cell_memo *memo, const char *cell, struct field_value *value)
{
	size_t length = memo->closed ? 0 : strlen(cell);

	if (memo->closed || !memo->entries || length > CELL_BYTES_MOST)
		return false;
	const struct cell_memo_entry *entry = slot_of(memo, hash_of(cell, length), cell);

	bool found = entry->cell != NULL;

	*value = entry->value;
	memo->asked++;
	memo->found += found;
	if (memo->asked == TRIAL) {
		memo->closed = memo->found * 100 < memo->asked * WORTH_PERCENT;
		memo->asked = memo->found = 0;
	}
	return found;
}

void cell_memo_keep(struct cell_memo *memo, const char *cell, struct field_value value)
{
	size_t length = memo->closed ? 0 : strlen(cell);

	if (memo->closed || length > CELL_BYTES_MOST || memo->bytes > BYTES_MOST)
		return;
	if (!memo->entries)
		memo->entries = ch_arena_array(&memo->arena, SLOTS, sizeof(*memo->entries));
	/* What was given out stays in the arena. */
	if (memo->count == CELLS_MOST) {
		memset(memo->entries, 0, SLOTS * sizeof(*memo->entries));
		memo->count = 0;
	}
	uint64_t hash = hash_of(cell, length);
	struct cell_memo_entry *entry = slot_of(memo, hash, cell);

	if (entry->cell)
		return;
	entry->hash = hash;
	entry->cell = ch_arena_copy(&memo->arena, cell);
	entry->value = value;
	entry->value.text = ch_arena_copy(&memo->arena, value.text);
	memo->count++;
	memo->bytes += length + (value.text != NULL ? strlen(value.text) : 0);
}

void cell_memo_release(struct cell_memo *memo)
{
	ch_arena_release(&memo->arena);
	*memo = CELL_MEMO_EMPTY;
}
