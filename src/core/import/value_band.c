/* Grades that are bands: a number, of which one is parted by letters. */
#include <ctype.h>
#include <string.h>

#include "core/import/value.h"

enum { PARTED = 8, PARTS = 4 };

int import_band(const char *text)
{
	size_t word = strcspn(text, "0123456789");

	for (size_t i = 0; i < word; i++)
		if (!isalpha((unsigned char)text[i]) && strchr(" .", text[i]) == NULL)
			return 0;
	text += word;
	if (*text != '0' + PARTED)
		return 0;
	text++;
	text += strspn(text, " ");
	int part = tolower((unsigned char)*text) - 'a';

	if (part < 0 || part >= PARTS || text[1 + strspn(text + 1, " ")] != '\0')
		return 0;
	return PARTED + part;
}

struct import_value import_band_grade(const struct import_how *how, const char *text, struct ch_arena *arena)
{
	int band = import_band(text);

	if (band != 0)
		return (struct import_value){.text = ch_arena_printf(arena, "%d", band)};
	struct import_value value = import_number(how, text, arena);

	if (value.text == NULL || strlen(value.text) > 1 || *value.text < '0' + PARTED)
		return value;
	if (*value.text > '0' + PARTED)
		return (struct import_value){.text = ch_arena_printf(arena, "%d", PARTED + PARTS)};
	return (struct import_value){
		.reason = IMPORT_BAD_NUMBER,
		.message = _("is one of the bands 8a to 8d, and does not say which; it is left out"),
		.fix = _("Enter 8a, 8b, 8c or 8d, or leave the cell empty"),
	};
}
