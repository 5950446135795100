#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"

static void note_child(int signal_number)
{
	(void)signal_number; /* that it arrives is what interrupts pselect() */
}

void child_prepare(void)
{
	struct sigaction action = {.sa_handler = note_child};
	sigset_t block;

	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&block);
	sigaddset(&block, SIGCHLD);
	sigprocmask(SIG_BLOCK, &block, NULL);
}

_Noreturn void child_exec(const struct child_options *options)
{
	struct sigaction action = {.sa_handler = SIG_DFL};
	sigset_t none;

	sigaction(SIGCHLD, &action, NULL);
	sigaction(SIGPIPE, &action, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (const char *const *entry = options->environment; entry && *entry; entry++) {
		if (strchr(*entry, '='))
			putenv(strdup(*entry));
		else
			unsetenv(*entry);
	}
	if (options->directory && chdir(options->directory) != 0) {
		perror(options->directory);
		_exit(127);
	}
	/* exec takes its words as writable for reasons of history, and does not write. */
	union {
		const char *const *given;
		char *const *wanted;
	} words = {.given = options->arguments};
	execvp(words.wanted[0], words.wanted);
	perror(options->arguments[0]);
	_exit(127);
}

int64_t child_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void take_status(struct child *child, int wait_flags)
{
	int status;

	if (child->ended || waitpid(child->pid, &status, wait_flags) != child->pid)
		return;
	child->ended = true;
	child->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void child_wait(struct child *child, int highest, fd_set *readable, fd_set *writable, int64_t deadline)
{
	int64_t left = deadline - child_now();
	struct timespec timeout = {0};
	sigset_t none;

	take_status(child, WNOHANG);
	if (left > 0 && !child->ended)
		timeout = (struct timespec){.tv_sec = left / 1000, .tv_nsec = (left % 1000) * 1000000};
	sigemptyset(&none);
	if (pselect(highest + 1, readable, writable, NULL, &timeout, &none) < 0) {
		if (readable)
			FD_ZERO(readable);
		if (writable)
			FD_ZERO(writable);
	}
	take_status(child, WNOHANG);
}

void child_kill(struct child *child)
{
	if (child->ended)
		return;
	kill(child->pid, SIGKILL);
	take_status(child, 0);
}
