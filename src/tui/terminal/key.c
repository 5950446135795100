/* Names of keys: one table for the named ones, rules for characters, Ctrl and F keys. */
#include "tui/terminal/key.h"

#include <stdio.h>
#include <string.h>

struct named_key {
	uint32_t key;
	const char *name;
};

static const struct named_key named_keys[] = {
	{K_TAB, "Tab"},
	{K_ENTER, "Enter"},
	{K_ESC, "Esc"},
	{K_SPACE, "Space"},
	{K_BACKSPACE, "Backspace"},
	{K_UP, "Up"},
	{K_DOWN, "Down"},
	{K_LEFT, "Left"},
	{K_RIGHT, "Right"},
	{K_HOME, "Home"},
	{K_END, "End"},
	{K_PAGE_UP, "PgUp"},
	{K_PAGE_DOWN, "PgDn"},
	{K_INSERT, "Ins"},
	{K_DELETE, "Del"},
	{K_BACK_TAB, "S-Tab"},
	{K_WORD_LEFT, "Ctrl-Left"},
	{K_WORD_RIGHT, "Ctrl-Right"},
};

#define NAMED_KEY_COUNT (sizeof(named_keys) / sizeof(named_keys[0]))

bool key_is_text(uint32_t key)
{
	return key >= K_SPACE && key != K_BACKSPACE && !(key >= 0x80 && key < 0xa0) &&
	       !(key >= 0xd800 && key < 0xe000) && key < 0x110000;
}

size_t key_utf8(uint32_t key, char out[5])
{
	size_t length;

	if (key < 0x80) {
		out[0] = (char)key;
		length = 1;
	} else if (key < 0x800) {
		out[0] = (char)(0xc0 | key >> 6);
		length = 2;
	} else if (key < 0x10000) {
		out[0] = (char)(0xe0 | key >> 12);
		length = 3;
	} else {
		out[0] = (char)(0xf0 | key >> 18);
		length = 4;
	}
	for (size_t i = 1; i < length; i++)
		out[i] = (char)(0x80 | (key >> (6 * (length - 1 - i)) & 0x3f));
	out[length] = '\0';
	return length;
}

char *key_to_name(uint32_t key, char out[KEY_NAME_SIZE])
{
	out[0] = '\0';
	for (size_t i = 0; i < NAMED_KEY_COUNT; i++)
		if (named_keys[i].key == key) {
			snprintf(out, KEY_NAME_SIZE, "%s", named_keys[i].name);
			return out;
		}
	if (key >= K_F1 && key <= K_LAST)
		snprintf(out, KEY_NAME_SIZE, "F%u", (unsigned)(key - K_F1 + 1));
	else if (key > 0 && key < K_SPACE)
		snprintf(out, KEY_NAME_SIZE, "Ctrl-%c", (char)(key + '@'));
	else if (key_is_text(key))
		key_utf8(key, out);
	return out;
}

/* The code point of a name that is a single character, else K_NONE. */
static uint32_t key_of_character(const char *name, size_t length)
{
	unsigned char first = (unsigned char)name[0];
	size_t need = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	uint32_t key = need == 1 ? first : first & (0xffu >> (need + 1));

	if (need != length)
		return K_NONE;
	for (size_t i = 1; i < need; i++)
		key = key << 6 | ((unsigned char)name[i] & 0x3f);
	return key_is_text(key) ? key : K_NONE;
}

uint32_t key_named(const char *name, size_t length)
{
	unsigned number = 0;

	if (length == 0)
		return K_NONE;
	if (length == 1) /* as most are, and as no name is */
		return key_of_character(name, length);
	for (size_t i = 0; i < NAMED_KEY_COUNT; i++)
		if (strlen(named_keys[i].name) == length && memcmp(named_keys[i].name, name, length) == 0)
			return named_keys[i].key;
	if (length == 6 && memcmp(name, "Ctrl-", 5) == 0 && name[5] >= '@' && name[5] <= '_')
		return K_CTRL(name[5]);
	if (name[0] == 'F' && length > 1 && length < 4) {
		for (size_t i = 1; i < length; i++)
			number = name[i] >= '0' && name[i] <= '9' ? number * 10 + (unsigned)(name[i] - '0') : 99;
		return number >= 1 && number <= 12 ? K_F1 + number - 1 : K_NONE;
	}
	return key_of_character(name, length);
}
