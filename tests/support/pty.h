/*
 * A program in a real terminal of its own, as a person would see it.
 *
 * The program runs on a pseudo-terminal; libvterm keeps the screen that its
 * output draws. Nothing here sleeps: every wait is for a condition and has a
 * limit. The terminal is TERM=xterm-256color unless the environment given says
 * otherwise.
 */
#ifndef TESTS_SUPPORT_PTY_H
#define TESTS_SUPPORT_PTY_H

#include <stdbool.h>
#include <stddef.h>

struct pty;

struct pty_options {
	const char *const *arguments;	/* NULL-terminated; [0] is the program */
	const char *const *environment; /* added: "NAME=value"; taken away: "NAME". NULL: as it is */
	const char *directory;		/* to run in; NULL: as it is here */
	int rows;			/* 0: 24 */
	int columns;			/* 0: 80 */
};

/* What the machine refuses fails the test. */
struct pty *pty_start(const struct pty_options *options);

/* Ends a program that still runs, and frees. NULL is allowed. */
void pty_free(struct pty *pty);

/* Types these bytes. Keys beyond characters are written as a terminal sends them: "\033[A", "\r", "\x7f". */
void pty_keys(struct pty *pty, const char *keys);

/* Changes the size; the program gets its SIGWINCH. */
void pty_resize(struct pty *pty, int rows, int columns);

/* Sends the program this signal. */
void pty_signal(struct pty *pty, int signal);

/* Closes our end of the terminal, as when a connection drops; whether the program ended within the time. */
bool pty_hang_up(struct pty *pty, int timeout_ms);

/* Waits until a row of the screen shows `text`; false after `timeout_ms`, or when the program ended without. */
bool pty_wait_for(struct pty *pty, const char *text, int timeout_ms);

/* Waits until the screen no longer shows `text`. */
bool pty_wait_gone(struct pty *pty, const char *text, int timeout_ms);

/* Waits until the program has ended and all it wrote was read. */
bool pty_wait_exit(struct pty *pty, int timeout_ms);

/* Once it has ended: its exit status, or 128 + the signal that ended it. -1 while it runs. */
int pty_exit_status(const struct pty *pty);

/* The screen as text: its rows without trailing blanks, each ended by a line feed. Valid until the next call. */
const char *pty_screen(struct pty *pty);

/* Where `text` stands first on the screen, from 0; its column in cells. */
bool pty_find(struct pty *pty, const char *text, int *row, int *column);

/* Whether the cell is drawn reversed, bold, underlined or in a colour of its own: marked in some way. */
bool pty_marked(struct pty *pty, int row, int column);

bool pty_cursor(struct pty *pty, int *row, int *column); /* false while it is hidden */

/* All bytes the program wrote so far, NUL-terminated. `length` may be NULL. */
const char *pty_raw(const struct pty *pty, size_t *length);

/*
 * Whether the terminal is as it was before the program: line settings equal,
 * alternate screen left, cursor shown, every other private mode that was
 * switched is back. Where not, *why says what is left; it may be NULL.
 */
bool pty_modes_restored(struct pty *pty, const char **why);

#endif
