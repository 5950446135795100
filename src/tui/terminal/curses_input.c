/*
 * curses finds the keys that terminfo names; what it leaves as an escape
 * sequence of nobody is swallowed, so that its letters do not act as keys.
 */
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include "tui/terminal/curses_input.h"

#include <poll.h>
#include <unistd.h>

enum {
	PASTE_BYTES_MAX = 1 << 20,
	PASTE_WAIT_MS = 1000, /* for the end of a paste that the terminal began */
	KEY_PASTE_BEGIN = 0x7000, /* curses gives the numbers from KEY_MAX on to keys that only some terminals have */
	KEY_PASTE_END,
	KEY_CTRL_LEFT,
	KEY_CTRL_RIGHT
};

/* Keys that terminfo leaves out, or that terminals send whatever they call themselves. */
void input_define_keys(void)
{
	static const struct {
		const char *bytes;
		int key;
	} keys[] = {
		{"\033[200~", KEY_PASTE_BEGIN}, {"\033[201~", KEY_PASTE_END}, {"\033[1;5D", KEY_CTRL_LEFT},
		{"\033[1;5C", KEY_CTRL_RIGHT},	{"\033[1~", KEY_HOME},	       {"\033[4~", KEY_END},
		{"\033[H", KEY_HOME},		{"\033[F", KEY_END},	       {"\033OH", KEY_HOME},
		{"\033OF", KEY_END},		{"\033[A", KEY_UP},	       {"\033[B", KEY_DOWN},
		{"\033[C", KEY_RIGHT},		{"\033[D", KEY_LEFT},	       {"\033[Z", KEY_BTAB},
		{"\033[3~", KEY_DC},		{"\033[5~", KEY_PPAGE},	       {"\033[6~", KEY_NPAGE},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		define_key(keys[i].bytes, keys[i].key);
}

static uint32_t key_of_code(wint_t code)
{
	static const struct {
		int code;
		uint32_t key;
	} keys[] = {
		{KEY_UP, K_UP},		    {KEY_DOWN, K_DOWN},	    {KEY_LEFT, K_LEFT},
		{KEY_RIGHT, K_RIGHT},	    {KEY_HOME, K_HOME},	    {KEY_END, K_END},
		{KEY_PPAGE, K_PAGE_UP},	    {KEY_NPAGE, K_PAGE_DOWN}, {KEY_IC, K_INSERT},
		{KEY_DC, K_DELETE},	    {KEY_BTAB, K_BACK_TAB},   {KEY_BACKSPACE, K_BACKSPACE},
		{KEY_ENTER, K_ENTER},	    {KEY_CTRL_LEFT, K_WORD_LEFT}, {KEY_CTRL_RIGHT, K_WORD_RIGHT},
		{KEY_FIND, K_HOME},	    {KEY_SELECT, K_END},
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i].code == (int)code)
			return keys[i].key;
	return code >= KEY_F(1) && code <= KEY_F(12) ? K_F1 + (uint32_t)(code - KEY_F(1)) : K_NONE;
}

/* get_wch() with what was read ahead first. */
static int read_character(struct input *input, wint_t *character)
{
	if (input->pushed != 0) {
		*character = input->pushed;
		input->pushed = 0;
		return OK;
	}
	return get_wch(character);
}

/* After Esc: swallows a sequence nobody defined, so that its letters do not act as keys. Whether it was one. */
static bool skip_sequence(struct input *input)
{
	wint_t character;
	int result = get_wch(&character);

	if (result != OK)
		return false;
	if (character != '[') {
		input->pushed = character; /* keys that came close behind each other */
		return false;
	}
	while (get_wch(&character) == OK && !(character >= 0x40 && character < 0x7f))
		;
	return true;
}

/* Everything up to the end of the paste. */
static void read_paste(struct input *input, struct event *event)
{
	struct pollfd line = {.fd = STDIN_FILENO, .events = POLLIN};
	wint_t character;

	ch_buffer_clear(&input->paste);
	for (;;) {
		int result = get_wch(&character);
		char bytes[5];

		if (result == ERR && poll(&line, 1, PASTE_WAIT_MS) <= 0)
			break;
		if (result == ERR && (line.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
			break;
		if (result == KEY_CODE_YES && character == KEY_PASTE_END)
			break;
		if (result != OK || character == 0 || input->paste.length > PASTE_BYTES_MAX)
			continue;
		ch_buffer_add_bytes(&input->paste, bytes, key_utf8((uint32_t)character, bytes));
	}
	event->type = EVENT_PASTE;
	event->text = input->paste.text;
}

/* Wheel and first button; all else of a mouse means nothing here. */
static void read_mouse(struct event *event)
{
	MEVENT mouse;

	event->type = EVENT_NONE;
	if (getmouse(&mouse) != OK)
		return;
	if ((mouse.bstate & BUTTON4_PRESSED) != 0)
		event->type = EVENT_WHEEL_UP;
	else if ((mouse.bstate & BUTTON5_PRESSED) != 0)
		event->type = EVENT_WHEEL_DOWN;
	else if ((mouse.bstate & BUTTON1_PRESSED) != 0)
		event->type = EVENT_CLICK;
	event->x = mouse.x;
	event->y = mouse.y;
}

static uint32_t key_of_character(wint_t character)
{
	if (character == '\n')
		return K_ENTER;
	if (character == '\b')
		return K_BACKSPACE;
	return (uint32_t)character;
}

/* Reads one key or paste, where one is there. */
bool input_read(struct input *input, struct event *event)
{
	wint_t character;
	int result = read_character(input, &character);

	if (result == ERR)
		return false;
	event->type = EVENT_KEY;
	if (result == KEY_CODE_YES && character == KEY_PASTE_BEGIN)
		read_paste(input, event);
	else if (result == KEY_CODE_YES && character == KEY_MOUSE)
		read_mouse(event);
	else if (result == KEY_CODE_YES)
		event->key = key_of_code(character);
	else if (character == K_ESC && skip_sequence(input))
		event->key = K_NONE;
	else
		event->key = key_of_character(character);
	if (event->type == EVENT_KEY && event->key == K_NONE)
		event->type = EVENT_NONE;
	return true;
}

void input_set_mouse(bool on)
{
	mouseinterval(0); /* a press is a click: nothing waits for the release */
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

void input_close(struct input *input)
{
	ch_buffer_release(&input->paste);
}
