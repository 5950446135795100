#include "core/import/people_coming.h"

#include <stdbool.h>
#include <string.h>

enum { ADDRESS_SIZE = 128 }; /* longer ones are not guessed at */

/* As ch_text_fold() does where an address is plain and stands by itself, as nearly all do; false for any other. */
static bool fold(const char *cell, char out[ADDRESS_SIZE])
{
	size_t length = 0;

	for (cell += strspn(cell, " "); *cell > 0x20 && *cell <= 0x7e && length < ADDRESS_SIZE - 1; cell++)
		out[length++] = *cell >= 'A' && *cell <= 'Z' ? (char)(*cell | 0x20) : *cell;
	out[length] = '\0';
	return length > 0 && cell[strspn(cell, " ")] == '\0';
}

static void expect(struct people_coming *coming, uint64_t hash)
{
	if (hash == 0 || key_map_expect(&coming->keys, hash, coming->count + 1))
		coming->count++;
}

/* Each waits for a few others to come, while where it will stand is fetched. */
void people_coming_add(struct people_coming *coming, const char *cell)
{
	uint64_t *next = &coming->next[coming->seen % PEOPLE_COMING_NEXT];
	char key[ADDRESS_SIZE];

	if (coming->seen == 0) {
		key_map_begin(&coming->keys);
		key_map_reserve(&coming->keys, coming->likely);
	}
	if (coming->seen >= PEOPLE_COMING_NEXT)
		expect(coming, *next);
	*next = fold(cell, key) ? key_map_hash(&coming->keys, key) : 0;
	if (*next != 0)
		key_map_fetch(&coming->keys, *next);
	coming->seen++;
}

struct key_map people_coming_take(struct people_coming *coming)
{
	size_t waiting = coming->seen < PEOPLE_COMING_NEXT ? coming->seen : PEOPLE_COMING_NEXT;

	for (size_t i = coming->seen - waiting; i < coming->seen; i++)
		expect(coming, coming->next[i % PEOPLE_COMING_NEXT]);
	struct key_map keys = coming->keys;

	if (coming->seen == 0)
		key_map_begin(&keys);
	*coming = PEOPLE_COMING_EMPTY;
	return keys;
}

void people_coming_release(struct people_coming *coming)
{
	key_map_release(&coming->keys);
	*coming = PEOPLE_COMING_EMPTY;
}
