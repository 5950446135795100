/*
 * What is a person's own on the screen: preferences, look, keys. Read once when
 * the program starts, and again when they are changed from within.
 */
#ifndef TUI_PERSONAL_H
#define TUI_PERSONAL_H

#include "tui/terminal/keymap.h"
#include "tui/terminal/look.h"

struct app;
struct screen;

struct personal {
	const char *path; /* as given on the command line; NULL: the usual file */
	bool plain;	  /* whether ASCII was asked for there */
	struct ch_preferences preferences;
	struct look look;
	struct keymap keymap;
};

void personal_read(struct personal *personal, const char *path, bool plain);
void personal_release(struct personal *personal);

/* Says the first of what is wrong in the files, and how much more is; nothing where all is well. */
void personal_say_complaints(struct app *app, const struct personal *personal);

/* The form of all preferences; saving it changes the screen at once. Of the program's bindings. */
void personal_open_form(struct app *app, struct screen *screen);

/* Switches the mouse off or on, for good. Of the program's bindings. */
void personal_switch_mouse(struct app *app, struct screen *screen);

#endif
