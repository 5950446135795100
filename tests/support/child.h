/*
 * Waiting for a child process and its descriptors at once, without sleeping:
 * what process.c and pty.c share. SIGCHLD is blocked but inside the wait, so
 * that no end of a child is missed.
 */
#ifndef TESTS_SUPPORT_CHILD_H
#define TESTS_SUPPORT_CHILD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/select.h>
#include <sys/types.h>

struct child {
	pid_t pid;
	bool ended;
	int status; /* once ended: the exit status, or 128 + the signal */
};

/* How a child is started. */
struct child_options {
	const char *const *arguments;	/* NULL-terminated; [0] is looked up in PATH */
	const char *const *environment; /* added: "NAME=value"; taken away: "NAME". NULL: as it is */
	const char *directory;		/* NULL: as it is here */
};

/* Call before fork(): blocks SIGCHLD. */
void child_prepare(void);

/* Call in the child, its descriptors set: never returns; 127 where the program cannot be run. */
_Noreturn void child_exec(const struct child_options *options);

/* Milliseconds of a clock that only goes forward. */
int64_t child_now(void);

/* Waits until one of `readable` or `writable` is ready (and left set), the child ends, or `deadline`. NULL: none. */
void child_wait(struct child *child, int highest, fd_set *readable, fd_set *writable, int64_t deadline);

/* Ends a child that still runs, and takes its status. */
void child_kill(struct child *child);

#endif
