/*
 * Small UTF-8 helpers inside the base layer.
 */
#ifndef CHIRON_BASE_UTF8_H
#define CHIRON_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* `length` less the bytes of a character that was cut off at the end of `bytes`. */
size_t utf8_cut(const char *bytes, size_t length);

/* The bytes of the character that `bytes` begins with, the character in *code; 0, *code untouched, for no valid one. */
size_t utf8_decode(const char *bytes, size_t length, int32_t *code);

/* Whether a character could steer a terminal or the order of its text: text.h, ch_text_add_safe(). */
bool utf8_is_unsafe(int32_t code);

/* Whether a character is a blank: spaces of any width, no-break ones too, tab and line ends. */
bool utf8_is_blank(int32_t code);

/* Whether a character is an end of line: LF, VT, FF, CR, U+2028, U+2029. */
bool utf8_is_line_end(int32_t code);

/*
 * Whether the text is valid and has only printable ASCII and letters from U+00C0 to U+02FF, as most names of Europe:
 * then it is in NFC as it stands (Unicode Standard Annex 15, the quick check), has no controls, and no blank but
 * U+0020.
 */
bool utf8_is_latin(const char *text);

#endif
