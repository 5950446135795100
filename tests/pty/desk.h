/*
 * A scheme file in a folder of its own, and the program on it in a terminal: the fixture of tests in a real terminal.
 *
 *	cmocka_unit_test_setup_teardown(test, desk_with_scheme, desk_clean_up)
 *
 * and in the test `struct desk *desk = *state;`. Every wait has a limit; what does not come fails the test and shows
 * the screen there was.
 */
#ifndef TESTS_PTY_DESK_H
#define TESTS_PTY_DESK_H

#include "support/process.h"
#include "support/pty.h"
#include "support/temp_dir.h"

enum { DESK_WAIT_MS = 20000, DESK_MAKING_MS = 120000 };

struct desk {
	struct temp_dir *dir;
	char path[512];	 /* of the scheme file */
	struct pty *pty; /* NULL: nothing was opened yet */
	const char *const *environment; /* of what is run in it; at first desk_surroundings */
};

/* What the program is run in: UTF-8, UTC, and nothing of the developer's own. NULL-terminated. */
extern const char *const desk_surroundings[];

int desk_with_nothing(void **state);	   /* no file yet */
int desk_with_scheme(void **state);	   /* an empty scheme, "Riverside" */
int desk_with_demonstration(void **state); /* the demonstration */
int desk_clean_up(void **state);

/* Runs it in a terminal of that size (0: 24 by 80), in the place of what ran. */
void desk_run(struct desk *desk, const char *const *arguments, int rows, int columns);

/* The program on the scheme. */
void desk_open(struct desk *desk, int rows, int columns);

/* Runs `script` in a shell with the scheme as $1 and the program as $0. */
void desk_shell(struct desk *desk, const char *script);

void desk_wait_for(struct desk *desk, const char *text);

#endif
