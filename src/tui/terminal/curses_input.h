/*
 * Keys, pastes and the mouse, decoded: with curses.c the only file that knows curses.
 */
#ifndef TUI_CURSES_INPUT_H
#define TUI_CURSES_INPUT_H

#include "chiron/buffer.h"
#include "tui/terminal/event.h"

struct input {
	uint32_t pushed; /* read ahead; 0: nothing */
	struct ch_buffer paste;
};

#define INPUT_READER_EMPTY ((struct input){.paste = CH_BUFFER_EMPTY})

/* Tells curses, which is started, of keys that terminfo leaves out. */
void input_define_keys(void);

/* Has the terminal report the wheel and clicks, or no more. */
void input_set_mouse(bool on);

/* Reads one key, click or paste, where one is there; EVENT_NONE for one that means nothing. False: nothing is there. */
bool input_read(struct input *input, struct event *event);

void input_close(struct input *input);

#endif
