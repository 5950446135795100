#include "core/import/file_hash.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static void *take(void *data)
{
	struct file_hash *file = data;
	struct hash hash;
	char block[65536];
	ssize_t got;
	off_t at = 0;

	hash_begin(&hash);
	while ((got = pread(file->fd, block, sizeof block, at)) > 0 || (got < 0 && errno == EINTR)) {
		if (got < 0)
			continue;
		hash_bytes(&hash, block, (size_t)got);
		at += got;
	}
	file->failed = got < 0 ? errno : 0;
	hash_end(&hash, file->digest);
	return NULL;
}

void file_hash_begin(struct file_hash *hash, int fd, bool in_thread)
{
	sigset_t all, before;

	*hash = (struct file_hash){.fd = fd};
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	hash->threaded = in_thread && pthread_create(&hash->thread, NULL, take, hash) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (!hash->threaded)
		take(hash);
}

enum ch_status file_hash_end(struct file_hash *hash, const char *name, char shown[33], struct ch_error *err)
{
	if (hash->threaded)
		pthread_join(hash->thread, NULL);
	hash->threaded = false;
	if (hash->failed != 0)
		return ch_fail(err, CH_IO, _("%s cannot be read: %s"), name, strerror(hash->failed));
	hash_show(hash->digest, shown);
	return CH_OK;
}
