/*
 * Running a program as a test sees it: words, environment and input in; output,
 * error output and exit status out. No shell is involved, and it never lasts
 * longer than it may.
 */
#ifndef TESTS_SUPPORT_PROCESS_H
#define TESTS_SUPPORT_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

struct process_options {
	const char *const *arguments;	/* NULL-terminated; [0] is the program */
	const char *const *environment; /* added: "NAME=value"; taken away: "NAME". NULL: as it is */
	const char *directory;		/* to run in; NULL: as it is here */
	const char *input;		/* standard input; NULL: none */
	int timeout_ms;			/* 0: 30 seconds */
};

struct process_result {
	int status;	/* exit status; 128 + the signal that ended it; 127 where it could not be run */
	bool timed_out; /* it was killed because its time was up */
	char *output;	/* NUL-terminated */
	size_t output_length;
	char *errors;
	size_t errors_length;
};

/* Runs it to its end. What the machine refuses (no pipe, no process) fails the test. */
void process_run(const struct process_options *options, struct process_result *result);

void process_release(struct process_result *result);

/* The program under test: what the environment's CHIRON names; the test fails where it names nothing. */
const char *process_chiron(void);

/* Puts a copy of the demonstration scheme at `path` (tests/support/demonstration); fails the test where it cannot. */
void process_demonstration(const char *path);

#endif
