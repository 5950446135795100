/*
 * A program in a pseudo-terminal of its own, driven and measured from outside.
 *
 * Nothing of the program is changed for it: what it costs is read from the
 * kernel (CPU from schedstat, memory and wake-ups from status), what it sends
 * is counted as it comes. Times are of the monotonic clock, in microseconds.
 */
#ifndef TESTS_BENCH_DRIVE_H
#define TESTS_BENCH_DRIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct drive {
	pid_t pid; /* 0: ended */
	int terminal;
	int64_t started;
	char *output; /* all of it, NUL-terminated */
	size_t length;
};

/* What a key, or the start, led to. */
struct reply {
	bool came;	/* any output at all */
	int64_t wait;	/* from the key to the last byte of the output */
	int64_t own;	/* of a key: the same without what others ran meanwhile, as the kernel counts it */
	int64_t cpu;	/* that the program used for it */
	size_t bytes;
};

/* Starts `arguments` (NULL-terminated, found by PATH) at 80x24, with HOME and the working folder `home`. */
void drive_start(struct drive *drive, const char *const *arguments, const char *home);

/* Ends it, whatever it is doing. */
void drive_stop(struct drive *drive);

/* Waits until `text` was among the output and nothing more comes; `came` is false where it does not within a minute. */
struct reply drive_first(struct drive *drive, const char *text);

/* After drive_first(): waits until all that follows has come; `wait` is from the start, too. */
struct reply drive_whole(struct drive *drive);

/* Types `keys`, and waits until what they led to has come. */
struct reply drive_key(struct drive *drive, const char *keys);

/* The same for what takes long and is not measured. */
void drive_enter(struct drive *drive, const char *key);

/* Bytes sent and wake-ups in a second in which nobody types. */
void drive_idle(struct drive *drive, size_t *bytes, int64_t *wake_ups);

/* The most memory it had so far, in KiB; 0: not known. */
int64_t drive_memory(const struct drive *drive);

int64_t drive_now(void);

#endif
