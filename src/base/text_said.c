/* A name within a text, whatever the case of either and however its accents are written. */
#include "chiron/text.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"

enum {
	PARTS_MOST = 8,
	NO_CHARACTER = 0x110000 /* beyond the last one: a byte that is none */
};

/* The folded, decomposed characters of a text, one after the other. */
struct folding {
	const char *at; /* behind the character whose parts these are */
	utf8proc_int32_t parts[PARTS_MOST];
	utf8proc_ssize_t count, next;
};

static size_t decode(const char *text, int32_t *code)
{
	size_t used = utf8_decode(text, strnlen(text, 4), code);

	if (used > 0)
		return used;
	*code = NO_CHARACTER + (unsigned char)*text;
	return 1;
}

static void read_parts(struct folding *folding)
{
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	int boundary = 0;
	int32_t code;

	folding->at += decode(folding->at, &code);
	folding->next = 0;
	folding->count = code < NO_CHARACTER
				 ? utf8proc_decompose_char(code, folding->parts, PARTS_MOST, options, &boundary)
				 : -1;
	if (folding->count >= 0 && folding->count <= PARTS_MOST)
		return;
	folding->parts[0] = code;
	folding->count = 1;
}

/* The next one; 0: the text is at its end. */
static int32_t next(struct folding *folding)
{
	while (folding->next == folding->count) {
		if (*folding->at == '\0')
			return 0;
		read_parts(folding);
	}
	return folding->parts[folding->next++];
}

size_t ch_text_begins(const char *text, const char *name)
{
	struct folding whole = {.at = text}, begins = {.at = name};
	int32_t wanted;

	while ((wanted = next(&begins)) != 0)
		if (next(&whole) != wanted)
			return 0;
	return whole.next == whole.count ? (size_t)(whole.at - text) : 0;
}

size_t ch_text_of_word(const char *text)
{
	int32_t code;
	size_t used = decode(text, &code);

	if (*text == '\0' || code >= NO_CHARACTER)
		return 0;
	switch (utf8proc_category(code)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LT:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
	case UTF8PROC_CATEGORY_NO:
		return used;
	default:
		return 0;
	}
}
