/* The memory is shared memory (POSIX) whose name goes as soon as it is open: no text of the screen reaches a disk. */
#include "tui/terminal/curses_output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define FRAME_BEGIN "\033[?2026h"
#define FRAME_END "\033[?2026l"

static void send_bytes(const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(STDOUT_FILENO, bytes, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return;
		bytes += written;
		length -= (size_t)written;
	}
}

void output_send(const char *text)
{
	send_bytes(text, strlen(text));
}

void output_open(struct output *output)
{
	char name[32];

	snprintf(name, sizeof(name), "/chiron-screen-%ld", (long)getpid());
	output->terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (output->terminal < 0)
		return;
	output->memory = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
	if (output->memory >= 0)
		shm_unlink(name);
}

void output_close(struct output *output)
{
	if (output->memory >= 0)
		close(output->memory);
	if (output->terminal >= 0)
		close(output->terminal);
	ch_buffer_release(&output->bytes);
	*output = OUTPUT_CLOSED;
}

void output_begin(struct output *output)
{
	if (output->memory >= 0)
		dup2(output->memory, STDOUT_FILENO);
}

/* Appends the `length` bytes that gathered. */
static void take_bytes(struct output *output, off_t length)
{
	char part[4096];
	off_t at = 0;
	ssize_t got;

	while (at < length) {
		size_t wanted = length - at < (off_t)sizeof(part) ? (size_t)(length - at) : sizeof(part);

		if ((got = pread(output->memory, part, wanted, at)) <= 0)
			return;
		ch_buffer_add_bytes(&output->bytes, part, (size_t)got);
		at += got;
	}
}

void output_end(struct output *output, bool whole)
{
	off_t length;

	if (output->memory < 0)
		return;
	dup2(output->terminal, STDOUT_FILENO);
	length = lseek(output->memory, 0, SEEK_CUR);
	if (length <= 0)
		return;
	ch_buffer_clear(&output->bytes);
	ch_buffer_add(&output->bytes, whole ? FRAME_BEGIN : "");
	take_bytes(output, length);
	ch_buffer_add(&output->bytes, whole ? FRAME_END : "");
	lseek(output->memory, 0, SEEK_SET); /* what lies there is written over: to let go of it would cost a key more */
	send_bytes(output->bytes.text, output->bytes.length);
}
