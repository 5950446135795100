/*
 * Signals, and a terminal left clean however the program ends.
 *
 * There is one terminal in a process, so what the handlers need is kept in
 * curses_guard.c, once. SEGV, BUS, FPE, ILL, ABRT and QUIT write a prepared
 * string, give the terminal its old modes back and raise the signal again;
 * they work on a stack of their own, so after a stack overflow too. TERM, HUP,
 * INT, WINCH and TSTP are only noted; they make guard_fd() readable.
 */
#ifndef TUI_CURSES_GUARD_H
#define TUI_CURSES_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/* What was noted; bits. */
enum { GUARD_END = 1 << 0, GUARD_RESIZE = 1 << 1, GUARD_SUSPEND = 1 << 2 };

enum { GUARD_RESTORE_MAX = 256 };

/*
 * From now on signals are caught; the handlers write to what standard output
 * is now. `modes` are those of the terminal before; `restore`, of at most
 * GUARD_RESTORE_MAX bytes, takes it out of full-screen mode. False where no
 * descriptors are left.
 */
bool guard_start(const struct termios *modes, const char *restore, size_t length);

/* Gives every signal its old handling back. */
void guard_stop(void);

/* Readable when something was noted. */
int guard_fd(void);

/* What was noted since the last call. */
unsigned guard_take(void);

/* Stops the process group as Ctrl-Z does; the terminal is clean already. Returns when it goes on. */
void guard_suspend(void);

#endif
