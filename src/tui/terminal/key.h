/*
 * Keys, without a terminal.
 *
 * A key is one uint32_t: the code point of the character it types, a C0 code
 * for Tab, Enter, Esc and Ctrl with a letter, or one of the codes below, which
 * lie above every code point. Each key has one name ("j", "Space", "Ctrl-S",
 * "PgDn"), used by the command table, the help, and messages alike.
 */
#ifndef TUI_KEY_H
#define TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define K_CTRL(letter) ((uint32_t)(letter) & 0x1fu)

enum {
	K_NONE = 0,
	K_TAB = 0x09,
	K_ENTER = 0x0d,
	K_ESC = 0x1b,
	K_SPACE = 0x20,
	K_BACKSPACE = 0x7f,
	K_UP = 0x110000,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACK_TAB,
	K_WORD_LEFT, /* Ctrl-Left */
	K_WORD_RIGHT,
	K_F1, /* K_F1 + 11 is F12 */
	K_LAST = K_F1 + 11
};

#define KEY_NAME_SIZE 16

/* Whether the key types a character: every printable code point, Space included. */
bool key_is_text(uint32_t key);

/* The name of `key`, into `out`; "" for K_NONE and for codes that are no key. Returns `out`. */
char *key_to_name(uint32_t key, char out[KEY_NAME_SIZE]);

/* The key that the `length` bytes at `name` name; K_NONE where there is none. */
uint32_t key_named(const char *name, size_t length);

/* Writes the UTF-8 form of a text key, and a NUL, into `out`; returns its bytes. */
size_t key_utf8(uint32_t key, char out[5]);

#endif
