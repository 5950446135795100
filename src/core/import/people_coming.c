#include "core/import/people_coming.h"

#include <stdbool.h>
#include <string.h>

enum { ADDRESS_SIZE = 128 }; /* longer ones are not guessed at */

/* As ch_text_fold() does where an address is plain and stands by itself, as nearly all do; false for any other. */
static bool fold(const char *cell, char out[ADDRESS_SIZE])
{
	size_t start = strspn(cell, " "), length = strcspn(cell + start, " ");

	if (length == 0 || length >= ADDRESS_SIZE || cell[start + length + strspn(cell + start + length, " ")] != '\0')
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = cell[start + i];
		if (c < 0x20 || c > 0x7e)
			return false;
		out[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	out[length] = '\0';
	return true;
}

void people_coming_add(struct people_coming *coming, const char *cell)
{
	char key[ADDRESS_SIZE];

	if (coming->count == 0)
		key_map_begin(&coming->keys);
	if (!fold(cell, key)) {
		coming->count++;
		return;
	}
	if (key_map_expected(&coming->keys, key) == 0)
		key_map_expect(&coming->keys, key, ++coming->count);
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
