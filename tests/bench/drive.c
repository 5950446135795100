#include "drive.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	CHUNK = 65536,
	FIRST_MS = 60000,
	FIRST_QUIET_MS = 60, /* programs that read first and draw later pause */
	KEY_MS = 1500,
	KEY_QUIET_MS = 20, /* newsboat sends what a key led to in two parts */
	ENTER_QUIET_MS = 1000,
	IDLE_MS = 1000
};

int64_t drive_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* The first number behind `label` in a file of /proc; -1 where there is none. */
static int64_t proc_number(const struct drive *drive, const char *name, const char *label)
{
	char path[64], text[4096];
	const char *at;
	size_t length;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/%s", (long)drive->pid, name);
	file = fopen(path, "r");
	if (file == NULL)
		return -1;
	length = fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	text[length] = '\0';
	at = strstr(text, label);
	return at != NULL ? strtoll(at + strlen(label), NULL, 10) : -1;
}

static int64_t cpu_used(const struct drive *drive)
{
	return proc_number(drive, "schedstat", "") / 1000;
}

/* How long, in microseconds, a process ("self" or a number) was ready to run while others ran. */
static int64_t delay_of(const char *process)
{
	char path[64];
	long long delay = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%s/schedstat", process);
	file = fopen(path, "r");
	if (file == NULL)
		return 0;
	if (fscanf(file, "%*d %lld", &delay) != 1)
		delay = 0;
	fclose(file);
	return delay / 1000;
}

/* The same of both, the program and who reads it. */
static int64_t delay(const struct drive *drive)
{
	char process[24];

	snprintf(process, sizeof(process), "%ld", (long)drive->pid);
	return delay_of("self") + delay_of(process);
}

void drive_start(struct drive *drive, const char *const *arguments, const char *home)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	*drive = (struct drive){.started = drive_now()};
	drive->output = calloc(1, 1);
	drive->pid = forkpty(&drive->terminal, NULL, NULL, &size);
	if (drive->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		setenv("HOME", home, 1);
		setenv("LC_ALL", "C.UTF-8", 1);
		unsetenv("LESS");
		if (chdir(home) == 0)
			execvp(arguments[0], (char *const *)(uintptr_t)arguments);
		_exit(127);
	}
	if (drive->pid < 0 || drive->output == NULL) {
		fprintf(stderr, "%s: cannot be started\n", arguments[0]);
		exit(1);
	}
	fcntl(drive->terminal, F_SETFL, O_NONBLOCK);
}

void drive_stop(struct drive *drive)
{
	kill(drive->pid, SIGKILL);
	waitpid(drive->pid, NULL, 0);
	close(drive->terminal);
	free(drive->output);
	*drive = (struct drive){.terminal = -1};
}

/* Takes in what is there; false where nothing was, or the program is gone. */
static bool take(struct drive *drive)
{
	ssize_t got;

	drive->output = realloc(drive->output, drive->length + CHUNK + 1);
	if (drive->output == NULL)
		abort();
	got = read(drive->terminal, drive->output + drive->length, CHUNK);
	if (got <= 0)
		return false;
	drive->length += (size_t)got;
	drive->output[drive->length] = '\0';
	return true;
}

/* What was used up by the time of the last byte. */
struct used {
	int64_t cpu, delay;
};

static struct used used_so_far(const struct drive *drive)
{
	return (struct used){.cpu = cpu_used(drive), .delay = delay(drive)};
}

/*
 * Reads until, with `text` among what came (NULL: anything), nothing came for `quiet_ms`; the time of the last byte,
 * and in *used (NULL: not wanted) what was used by then.
 */
static int64_t settle_by(struct drive *drive, const char *text, int quiet_ms, int limit_ms, struct used *used)
{
	struct pollfd readable = {.fd = drive->terminal, .events = POLLIN};
	int64_t deadline = drive_now() + (int64_t)limit_ms * 1000, last = 0;
	size_t from = drive->length;
	bool seen = false;

	while (drive_now() < deadline) {
		int ready = poll(&readable, 1, seen ? quiet_ms : limit_ms);

		if (ready == 0 || (ready > 0 && !take(drive)))
			break;
		last = drive_now();
		if (used != NULL)
			*used = used_so_far(drive);
		seen = seen || text == NULL || strstr(drive->output + from, text) != NULL;
	}
	return seen ? last : 0;
}

static int64_t settle(struct drive *drive, const char *text, int quiet_ms, int limit_ms)
{
	return settle_by(drive, text, quiet_ms, limit_ms, NULL);
}

struct reply drive_first(struct drive *drive, const char *text)
{
	struct reply reply = {.came = false};
	struct used used = {.cpu = 0};
	int64_t last = settle_by(drive, text, FIRST_QUIET_MS, FIRST_MS, &used);

	reply.came = last != 0;
	reply.wait = last - drive->started;
	reply.bytes = drive->length;
	reply.cpu = used.cpu;
	return reply;
}

struct reply drive_whole(struct drive *drive)
{
	struct reply reply = {.came = false};
	int64_t last = 0, next;

	while ((next = settle(drive, NULL, ENTER_QUIET_MS, ENTER_QUIET_MS)) != 0)
		last = next;
	reply.came = last != 0;
	reply.wait = last - drive->started;
	reply.bytes = drive->length;
	reply.cpu = cpu_used(drive);
	return reply;
}

struct reply drive_key(struct drive *drive, const char *keys)
{
	struct reply reply = {.came = false};
	struct used at_first = used_so_far(drive), used = at_first;
	size_t before = drive->length;
	int64_t begun, last;

	begun = drive_now();
	if (write(drive->terminal, keys, strlen(keys)) < 0)
		return reply;
	last = settle_by(drive, NULL, KEY_QUIET_MS, KEY_MS, &used);
	reply.came = last != 0;
	reply.wait = last - begun;
	reply.own = reply.wait - (used.delay - at_first.delay);
	reply.cpu = cpu_used(drive) - at_first.cpu;
	reply.bytes = drive->length - before;
	return reply;
}

void drive_enter(struct drive *drive, const char *key)
{
	if (write(drive->terminal, key, strlen(key)) > 0)
		settle(drive, NULL, ENTER_QUIET_MS, FIRST_MS);
}

void drive_idle(struct drive *drive, size_t *bytes, int64_t *wake_ups)
{
	size_t before = drive->length;
	int64_t woken = proc_number(drive, "status", "voluntary_ctxt_switches:"), end = drive_now() + IDLE_MS * 1000;
	struct pollfd readable = {.fd = drive->terminal, .events = POLLIN};

	while (drive_now() < end) {
		int64_t left = (end - drive_now()) / 1000;

		if (poll(&readable, 1, left > 0 ? (int)left : 0) > 0 && !take(drive))
			break;
	}
	*bytes = drive->length - before;
	*wake_ups = proc_number(drive, "status", "voluntary_ctxt_switches:") - woken;
}

int64_t drive_memory(const struct drive *drive)
{
	int64_t memory = proc_number(drive, "status", "VmHWM:");

	return memory > 0 ? memory : 0;
}
