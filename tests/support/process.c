#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "child.h"
#include "process.h"

#define DEFAULT_TIMEOUT_MS 30000
#define DEMONSTRATION_MS 120000 /* another test may be making it */
#define CHUNK 4096

enum { IN, OUT, ERR, STREAMS };

/* Reads what is there; false at the end of the stream. */
static bool read_some(int fd, char **text, size_t *length)
{
	*text = realloc(*text, *length + CHUNK + 1);
	assert_non_null(*text);
	ssize_t got = read(fd, *text + *length, CHUNK);
	if (got > 0)
		*length += (size_t)got;
	(*text)[*length] = '\0';
	return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

static void close_end(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void start(const struct process_options *options, struct child *child, int ends[STREAMS])
{
	int pipes[STREAMS][2];

	for (int i = 0; i < STREAMS; i++)
		assert_int_equal(pipe(pipes[i]), 0);
	child_prepare();
	*child = (struct child){.pid = fork()};
	assert_true(child->pid >= 0);
	if (child->pid == 0) {
		dup2(pipes[IN][0], STDIN_FILENO);
		dup2(pipes[OUT][1], STDOUT_FILENO);
		dup2(pipes[ERR][1], STDERR_FILENO);
		for (int i = 0; i < STREAMS; i++) {
			close(pipes[i][0]);
			close(pipes[i][1]);
		}
		child_exec(&(struct child_options){.arguments = options->arguments,
						   .environment = options->environment,
						   .directory = options->directory});
	}
	for (int i = 0; i < STREAMS; i++) {
		int ours = i == IN ? 1 : 0;

		close(pipes[i][1 - ours]);
		ends[i] = pipes[i][ours];
		fcntl(ends[i], F_SETFL, O_NONBLOCK);
	}
}

/* Writes what is left of the input; closes it when all is written, or when nobody reads it. */
static void feed(int *fd, const char **input)
{
	ssize_t put = write(*fd, *input, strlen(*input));

	if (put > 0)
		*input += put;
	if (**input == '\0' || (put < 0 && errno != EAGAIN && errno != EINTR))
		close_end(fd);
}

void process_run(const struct process_options *options, struct process_result *result)
{
	int64_t deadline = child_now() + (options->timeout_ms ? options->timeout_ms : DEFAULT_TIMEOUT_MS);
	const char *input = options->input ? options->input : "";
	struct child child;
	int ends[STREAMS];

	*result = (struct process_result){.output = calloc(1, 1), .errors = calloc(1, 1)};
	signal(SIGPIPE, SIG_IGN);
	start(options, &child, ends);
	if (!*input)
		close_end(&ends[IN]);
	while ((ends[OUT] >= 0 || ends[ERR] >= 0 || !child.ended) && child_now() < deadline) {
		fd_set readable, writable;
		int highest = -1;

		FD_ZERO(&readable);
		FD_ZERO(&writable);
		for (int i = 0; i < STREAMS; i++) {
			if (ends[i] < 0)
				continue;
			FD_SET(ends[i], i == IN ? &writable : &readable);
			highest = ends[i] > highest ? ends[i] : highest;
		}
		child_wait(&child, highest, &readable, &writable, deadline);
		if (ends[IN] >= 0 && FD_ISSET(ends[IN], &writable))
			feed(&ends[IN], &input);
		if (ends[OUT] >= 0 && FD_ISSET(ends[OUT], &readable) &&
		    !read_some(ends[OUT], &result->output, &result->output_length))
			close_end(&ends[OUT]);
		if (ends[ERR] >= 0 && FD_ISSET(ends[ERR], &readable) &&
		    !read_some(ends[ERR], &result->errors, &result->errors_length))
			close_end(&ends[ERR]);
	}
	result->timed_out = !child.ended;
	child_kill(&child);
	result->status = child.status;
	for (int i = 0; i < STREAMS; i++)
		close_end(&ends[i]);
}

void process_release(struct process_result *result)
{
	free(result->output);
	free(result->errors);
	*result = (struct process_result){.status = 0};
}

const char *process_chiron(void)
{
	const char *program = getenv("CHIRON");

	if (!program || !*program)
		fail_msg("CHIRON does not name the program to test; run this through make check-...");
	return program;
}

void process_demonstration(const char *path)
{
	const char *const arguments[] = {"tests/support/demonstration", path, NULL};
	struct process_options options = {.arguments = arguments, .timeout_ms = DEMONSTRATION_MS};
	struct process_result result;

	process_run(&options, &result);
	if (result.status != 0)
		fail_msg("%s", result.errors);
	process_release(&result);
}
