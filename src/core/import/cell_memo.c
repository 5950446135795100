/* Open addressing with linear probing, half full at most; hashed eight bytes at a time. */
#include "core/import/cell_memo.h"

#include <string.h>

#include "base/eights.h"

enum { FIRST_SLOTS = 64, SLOTS_MOST = 2048, CELL_BYTES_MOST = 200, BYTES_MOST = 1024 * 1024 };

/* A column of addresses shows soon that nothing comes again in it; one of a thousand places takes longer. */
enum { FIRST_TRIAL = 256, FIRST_PERCENT = 5, TRIAL = 2048, WORTH_PERCENT = 25 };

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
	size_t slot = (size_t)hash & (memo->slots - 1);

	while (memo->entries[slot].cell && !is_of(&memo->entries[slot], hash, cell))
		slot = (slot + 1) & (memo->slots - 1);
	return &memo->entries[slot];
}

static void judge(struct cell_memo *memo)
{
	size_t worth = memo->asked == TRIAL ? WORTH_PERCENT : FIRST_PERCENT;

	memo->closed = memo->found * 100 < memo->asked * worth;
	if (memo->asked == TRIAL)
		memo->asked = memo->found = 0;
}

bool cell_memo_find(struct cell_memo *memo, const char *cell, struct field_value *value)
{
	size_t length = memo->closed ? 0 : strlen(cell);

	if (memo->closed || !memo->entries || length > CELL_BYTES_MOST)
		return false;
	const struct cell_memo_entry *entry = slot_of(memo, hash_of(cell, length), cell);

	bool found = entry->cell != NULL;

	*value = entry->value;
	memo->found += found;
	if (++memo->asked == FIRST_TRIAL || memo->asked == TRIAL)
		judge(memo);
	return found;
}

static void begin_slots(struct cell_memo *memo, size_t slots)
{
	memo->entries = ch_arena_array(&memo->arena, slots, sizeof(*memo->entries));
	memo->slots = slots;
}

static void grow(struct cell_memo *memo)
{
	const struct cell_memo_entry *before = memo->entries;
	size_t slots = memo->slots;

	begin_slots(memo, slots * 2);
	for (size_t i = 0; i < slots; i++)
		if (before[i].cell)
			*slot_of(memo, before[i].hash, before[i].cell) = before[i];
}

/* Where the next is kept: of the largest what was given out stays in the arena, and all is forgotten. */
static void make_room(struct cell_memo *memo)
{
	if (!memo->entries) {
		begin_slots(memo, FIRST_SLOTS);
	} else if (memo->count * 2 == memo->slots && memo->slots < SLOTS_MOST) {
		grow(memo);
	} else if (memo->count * 2 == memo->slots) {
		memset(memo->entries, 0, memo->slots * sizeof(*memo->entries));
		memo->count = 0;
	}
}

void cell_memo_keep(struct cell_memo *memo, const char *cell, struct field_value value)
{
	size_t length = memo->closed ? 0 : strlen(cell);

	if (memo->closed || length > CELL_BYTES_MOST || memo->bytes > BYTES_MOST)
		return;
	make_room(memo);
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
