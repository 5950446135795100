/*
 * Keys for comparing. Folding is utf8proc's full case folding. A search key is
 * made from the decomposed form by leaving out the accents: marks of Latin,
 * Greek, Cyrillic, Hebrew and Arabic. Marks that make another letter of their
 * base (Indic signs, the voicing of kana) are kept.
 */
#include "chiron/text.h"

#include <string.h>

#include <utf8proc.h>

#include "base/eights.h"
#include "base/nfc.h"
#include "base/squeeze.h"
#include "base/utf8.h"

/* Of text that is plain. */
static char *fold_plain(struct ch_arena *arena, const char *text)
{
	size_t length = strlen(text), at = 0;
	char *folded = ch_arena_copy_bytes(arena, text, length);
	uint64_t word;
	bool gaps = false, before = true;

	for (; at + sizeof word <= length; at += sizeof word) {
		word = eights_read(folded + at);
		gaps |= eights_gap(word) || (before && folded[at] == ' ');
		before = folded[at + sizeof word - 1] == ' ';
		word = eights_fold(word);
		memcpy(folded + at, &word, sizeof word);
	}
	for (; at < length; at++) {
		gaps |= folded[at] == ' ' && before;
		before = folded[at] == ' ';
		if (folded[at] >= 'A' && folded[at] <= 'Z')
			folded[at] = (char)(folded[at] | 0x20);
	}
	if (gaps || before)
		squeeze_blanks(folded);
	return folded;
}

char *ch_text_fold(struct ch_arena *arena, const char *text)
{
	if (ch_text_is_plain(text))
		return fold_plain(arena, text);
	char *folded = nfc_map(arena, text, NFC_FOLDED);

	squeeze_blanks(folded);
	return folded;
}

/* By combining class: 10 to 36 are Hebrew, Arabic and Syriac points; from 200 on, what is above or below a letter. */
static bool is_accent(int32_t code)
{
	utf8proc_propval_t class = code < 0x80 ? 0 : utf8proc_get_property(code)->combining_class;

	return (class >= 10 && class <= 36) || class >= 200;
}

/* What to search for in the place of a letter that does not decompose; NULL for all others. */
static const char *plain_letter(int32_t code)
{
	switch (code) {
	case 0x00e6: /* ae */
		return "ae";
	case 0x00f0: /* eth */
	case 0x0111: /* d with stroke */
		return "d";
	case 0x00f8: /* o with stroke */
		return "o";
	case 0x00fe: /* thorn */
		return "th";
	case 0x0127: /* h with stroke */
		return "h";
	case 0x0131: /* dotless i */
		return "i";
	case 0x0142: /* l with stroke */
		return "l";
	case 0x0153: /* oe */
		return "oe";
	case 0x0167: /* t with stroke */
		return "t";
	default:
		return NULL;
	}
}

/* Adds what one character is searched by; false where it is anything but ASCII. */
static bool add_plain_letter(struct ch_buffer *key, int32_t code)
{
	const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	utf8proc_int32_t parts[8];
	int boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, 8, options, &boundary);

	if (count < 0 || count > 8)
		return false;
	for (utf8proc_ssize_t i = 0; i < count; i++) {
		const char *letter = plain_letter(parts[i]);

		if (letter)
			ch_buffer_add(key, letter);
		else if (parts[i] < 0x80)
			ch_buffer_add_char(key, (char)parts[i]);
		else if (!is_accent(parts[i]))
			return false;
	}
	return true;
}

/* Adds bytes of ASCII, with small letters. */
static void add_small(struct ch_buffer *key, const char *text, size_t length)
{
	ch_buffer_add_bytes(key, text, length);
	for (size_t at = key->length - length; at < key->length; at++)
		if (key->text[at] >= 'A' && key->text[at] <= 'Z')
			key->text[at] = (char)(key->text[at] | 0x20);
}

/* Adds the key of a word whose letters are Latin ones with accents; false, without a trace, for any other. */
static bool add_latin_key(struct ch_buffer *key, const char *word)
{
	size_t before = key->length, length = strlen(word);
	int32_t code;

	for (;;) {
		const char *start = word;

		while ((signed char)*word > 0)
			word++;
		add_small(key, start, (size_t)(word - start));
		length -= (size_t)(word - start);
		if (length == 0)
			return true;
		size_t used = utf8_decode(word, length, &code);

		if (used == 0 || code >= 0x300 || !add_plain_letter(key, code))
			break;
		word += used;
		length -= used;
	}
	if (key->length > before)
		key->text[key->length = before] = '\0';
	return false;
}

/* Adds the key of a word with letters beyond ASCII. */
static void add_word_key(struct ch_buffer *key, struct ch_arena *arena, const char *word)
{
	struct ch_buffer plain = CH_BUFFER_EMPTY;
	size_t used;
	int32_t code;

	if (add_latin_key(key, word))
		return;
	const char *marked = nfc_map(arena, word, NFC_FOLDED_MARKED);
	size_t length = strlen(marked);
	for (size_t at = 0; at < length; at += used) {
		const char *letter;

		used = utf8_decode(marked + at, length - at, &code);
		if (used == 0)
			ch_abort("a folded text is not valid UTF-8");
		letter = plain_letter(code);
		if (letter)
			ch_buffer_add(&plain, letter);
		else if (!is_accent(code))
			ch_buffer_add_bytes(&plain, marked + at, used);
	}
	ch_buffer_add(key, nfc_map(arena, plain.text, NFC_PLAIN));
	ch_buffer_release(&plain);
}

/* How many bytes at the start are plain words, each with the blank behind it; without the first word that is not. */
static size_t plain_words(const char *text)
{
	size_t words = 0, at = 0;

	for (; text[at] >= 0x20 && text[at] <= 0x7e; at++)
		if (text[at] == ' ')
			words = at + 1;
	return text[at] == '\0' ? at : words;
}

/*
 * What letters of Latin from U+00C0 to U+017F are searched by, where that is one letter of ASCII; '.' for all others.
 * That it is what the words below say a test holds.
 */
static const char latin_letters[] = "aaaaaa.ceeeeiiiidnooooo.ouuuuy.."
				    "aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
				    "aaaaaaccccccccddddeeeeeeeeeegggg"
				    "gggghhhhiiiiiiiiii..jjkk.llllll."
				    ".llnnnnnn...oooooo..rrrrrrssssss"
				    "ssttttttuuuuuuuuuuuuwwyyyzzzzzz.";

/* The key of a text of nothing but ASCII and such letters, before blanks are squeezed; NULL for any other. */
static char *latin_key(struct ch_arena *arena, const char *text)
{
	char *key = ch_arena_alloc(arena, strlen(text) + 1), *out = key;

	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text, next = (unsigned char)text[1];

		if (c >= 0x20 && c <= 0x7e) {
			*out++ = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
			continue;
		}
		/* Two bytes, five and six bits of them, are the letters from U+00C0 on where the first is 0xc3. */
		if (c < 0xc3 || c > 0xc5 || (next & 0xc0) != 0x80)
			return NULL;
		char letter = latin_letters[(c - 0xc3) * 64 + (next & 0x3f)];
		if (letter == '.')
			return NULL;
		*out++ = letter;
		text++;
	}
	*out = '\0';
	return key;
}

/* By words: no character changes another across a blank, and most words are plain. */
static char *key_by_words(struct ch_arena *arena, const char *text)
{
	struct ch_buffer key = CH_BUFFER_EMPTY;

	ch_buffer_reserve(&key, strlen(text) + 1);
	while (*text != '\0') {
		size_t length = plain_words(text);

		add_small(&key, text, length);
		text += length;
		length = strcspn(text, " ");
		if (length > 0)
			add_word_key(&key, arena, ch_arena_copy_bytes(arena, text, length));
		text += length;
		if (*text == ' ')
			ch_buffer_add_char(&key, *text++);
	}
	char *copy = ch_arena_copy_bytes(arena, key.text, key.length);

	ch_buffer_release(&key);
	return copy;
}

char *ch_text_search_key(struct ch_arena *arena, const char *text)
{
	if (ch_text_is_plain(text))
		return fold_plain(arena, text);
	char *key = latin_key(arena, text);

	if (key == NULL)
		key = key_by_words(arena, text);
	squeeze_blanks(key);
	return key;
}
