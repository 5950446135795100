#include "chiron/stop.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <sys/select.h>

static const int noted[] = {SIGINT, SIGTERM, SIGHUP};

enum { NOTED_COUNT = sizeof(noted) / sizeof(noted[0]) };

/* A signal handler has nothing else to write to. */
static volatile sig_atomic_t came;

static void note(int number)
{
	if (came == 0)
		came = number;
}

static void handle_by(void (*handler)(int number))
{
	struct sigaction wanted = {.sa_handler = handler}, before;

	sigemptyset(&wanted.sa_mask);
	for (size_t i = 0; i < NOTED_COUNT; i++)
		if (sigaction(noted[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
			sigaction(noted[i], &wanted, NULL);
}

void ch_stop_catch(void)
{
	handle_by(note);
}

void ch_stop_release(void)
{
	handle_by(SIG_DFL);
}

void ch_stop_wait(int descriptor)
{
	sigset_t stop, before, waiting;
	fd_set readable;

	sigemptyset(&stop);
	for (size_t i = 0; i < NOTED_COUNT; i++)
		sigaddset(&stop, noted[i]);
	sigprocmask(SIG_BLOCK, &stop, &before);
	waiting = before;
	for (size_t i = 0; i < NOTED_COUNT; i++)
		sigdelset(&waiting, noted[i]);
	do {
		FD_ZERO(&readable);
		FD_SET(descriptor, &readable);
	} while (came == 0 && pselect(descriptor + 1, &readable, NULL, NULL, NULL, &waiting) < 0 && errno == EINTR);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

int ch_stop_signal(void)
{
	return came;
}

void ch_stop_end(void)
{
	int number = came;

	if (number == 0)
		return;
	ch_stop_release();
	raise(number);
}
