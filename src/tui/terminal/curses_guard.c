/*
 * The handlers call nothing but write(), tcsetattr() and raise(). A byte in a
 * pipe wakes poll(), which closes the gap between looking at a flag and waiting.
 */
#include "tui/terminal/curses_guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "chiron/status.h"

enum { GUARD_STACK = 65536 };

static const int noted_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP};
static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT};

#define NOTED_COUNT (sizeof(noted_signals) / sizeof(noted_signals[0]))
#define CRASH_COUNT (sizeof(crash_signals) / sizeof(crash_signals[0]))

static struct {
	int pipe[2];
	int output; /* the terminal, wherever standard output points meanwhile */
	volatile sig_atomic_t noted[NOTED_COUNT];
	volatile sig_atomic_t dirty; /* the terminal is in full-screen mode */
	struct termios modes;
	char restore[GUARD_RESTORE_MAX];
	size_t restore_length;
	struct sigaction before[NOTED_COUNT + CRASH_COUNT];
	char stack[GUARD_STACK];
} guard;

static void restore_terminal(void)
{
	ssize_t written;

	if (!guard.dirty)
		return;
	guard.dirty = 0;
	written = write(guard.output, guard.restore, guard.restore_length);
	(void)written; /* nothing can be done about it here */
	tcsetattr(STDIN_FILENO, TCSANOW, &guard.modes);
}

static void on_crash(int number)
{
	restore_terminal();
	raise(number); /* SA_RESETHAND: now as it would have been */
}

static void on_noted(int number)
{
	int kept = errno;
	ssize_t written;

	for (size_t i = 0; i < NOTED_COUNT; i++)
		if (noted_signals[i] == number)
			guard.noted[i] = 1;
	written = write(guard.pipe[1], "", 1);
	(void)written; /* a full pipe is readable already */
	errno = kept;
}

static bool open_descriptors(void)
{
	guard.output = dup(STDOUT_FILENO);
	if (guard.output < 0)
		return false;
	if (pipe(guard.pipe) != 0) {
		close(guard.output);
		return false;
	}
	fcntl(guard.output, F_SETFD, FD_CLOEXEC);
	for (int i = 0; i < 2; i++) {
		fcntl(guard.pipe[i], F_SETFD, FD_CLOEXEC);
		fcntl(guard.pipe[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

bool guard_start(const struct termios *modes, const char *restore, size_t length)
{
	struct sigaction noted = {.sa_handler = on_noted}; /* no SA_RESTART: poll() is to wake */
	struct sigaction crash = {.sa_handler = on_crash, .sa_flags = (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER)};
	stack_t stack = {.ss_sp = guard.stack, .ss_size = sizeof(guard.stack)};

	if (length > GUARD_RESTORE_MAX || !open_descriptors())
		return false;
	guard.modes = *modes;
	guard.restore_length = length;
	memcpy(guard.restore, restore, length);
	guard.dirty = 1;
	sigemptyset(&noted.sa_mask);
	sigemptyset(&crash.sa_mask);
	sigaltstack(&stack, NULL);
	for (size_t i = 0; i < NOTED_COUNT; i++) {
		guard.noted[i] = 0;
		sigaction(noted_signals[i], &noted, &guard.before[i]);
		if (guard.before[i].sa_handler == SIG_IGN && noted_signals[i] == SIGHUP) /* nohup: so it stays */
			sigaction(SIGHUP, &guard.before[i], NULL);
	}
	for (size_t i = 0; i < CRASH_COUNT; i++)
		sigaction(crash_signals[i], &crash, &guard.before[NOTED_COUNT + i]);
	ch_set_abort_hook(restore_terminal);
	return true;
}

void guard_stop(void)
{
	ch_set_abort_hook(NULL);
	guard.dirty = 0;
	for (size_t i = 0; i < NOTED_COUNT; i++)
		sigaction(noted_signals[i], &guard.before[i], NULL);
	for (size_t i = 0; i < CRASH_COUNT; i++)
		sigaction(crash_signals[i], &guard.before[NOTED_COUNT + i], NULL);
	close(guard.output);
	close(guard.pipe[0]);
	close(guard.pipe[1]);
}

int guard_fd(void)
{
	return guard.pipe[0];
}

unsigned guard_take(void)
{
	unsigned taken = 0;
	char bytes[64];

	while (read(guard.pipe[0], bytes, sizeof(bytes)) > 0)
		;
	for (size_t i = 0; i < NOTED_COUNT; i++) {
		if (!guard.noted[i])
			continue;
		guard.noted[i] = 0;
		taken |= noted_signals[i] == SIGWINCH  ? GUARD_RESIZE
			 : noted_signals[i] == SIGTSTP ? GUARD_SUSPEND
						       : GUARD_END;
	}
	return taken;
}

void guard_suspend(void)
{
	struct sigaction standard = {.sa_handler = SIG_DFL}, ours;

	guard.dirty = 0;
	sigemptyset(&standard.sa_mask);
	sigaction(SIGTSTP, &standard, &ours);
	kill(0, SIGTSTP);
	sigaction(SIGTSTP, &ours, NULL);
	guard.dirty = 1;
}
