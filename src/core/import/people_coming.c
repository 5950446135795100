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

void people_coming_add(struct people_coming *coming, const char *cell)
{
	char key[ADDRESS_SIZE];

	if (coming->count == 0)
		key_map_begin(&coming->keys);
	if (!fold(cell, key) || key_map_expect(&coming->keys, key, coming->count + 1))
		coming->count++;
}

struct key_map people_coming_take(struct people_coming *coming)
{
	struct key_map keys = coming->keys;

	if (coming->count == 0)
		key_map_begin(&keys);
	*coming = PEOPLE_COMING_EMPTY;
	return keys;
}

void people_coming_release(struct people_coming *coming)
{
	key_map_release(&coming->keys);
	*coming = PEOPLE_COMING_EMPTY;
}
