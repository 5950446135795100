/*
 * How the screen is to look and behave, made from a person's preferences: what
 * the terminal layer needs to know of them.
 */
#ifndef TUI_LOOK_H
#define TUI_LOOK_H

#include "tui/terminal/theme.h"

struct look {
	struct theme theme;
	bool colour;	   /* as far as the terminal has it and NO_COLOR is not set */
	bool ascii;	   /* lines and marks in ASCII even where the terminal has more */
	bool mouse;	   /* as far as the terminal has one */
	bool whole_frames; /* bracket each drawing, so that a terminal shows it at once */
	int escape_delay;  /* milliseconds to wait after Esc for the rest of a key */
};

/* `plain`: in ASCII whatever the preferences say. What is wrong in a theme is complained about in the preferences. */
void look_read(struct look *look, struct ch_preferences *preferences, bool plain);

#endif
