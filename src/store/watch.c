#include "store/watch.h"

#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "chiron/status.h"

static char *copy_of(const char *path)
{
	char *copy = strdup(path);

	if (copy == NULL)
		ch_abort("out of memory");
	return copy;
}

int watch_open(const char *path)
{
	int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	if (fd < 0)
		return -1;
	char *copy = copy_of(path);
	int watch = inotify_add_watch(fd, dirname(copy),
				      IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM);
	free(copy);
	if (watch < 0) {
		close(fd);
		return -1;
	}
	return fd;
}

bool watch_drain(int fd, const char *path)
{
	_Alignas(struct inotify_event) char events[8192];
	char *copy = copy_of(path);
	const char *name = basename(copy);
	size_t length = strlen(name);
	bool about_us = false;
	ssize_t got;

	while ((got = read(fd, events, sizeof events)) > 0) {
		for (char *at = events; at < events + got;) {
			const struct inotify_event *event = (const struct inotify_event *)(void *)at;
			/* What did not fit into the queue may have been about anything. */
			if ((event->mask & IN_Q_OVERFLOW) != 0 ||
			    (event->len > 0 && strncmp(event->name, name, length) == 0))
				about_us = true;
			at += sizeof *event + event->len;
		}
	}
	free(copy);
	return about_us;
}

void watch_close(int fd)
{
	if (fd >= 0)
		close(fd);
}
