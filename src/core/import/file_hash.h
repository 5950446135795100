/*
 * The hash of a file's bytes, by which it is known again: of a long file taken
 * by a thread of its own, while the file is looked at. The thread has nothing
 * but the file's descriptor, from file_hash_begin() to file_hash_end().
 */
#ifndef CHIRON_CORE_IMPORT_FILE_HASH_H
#define CHIRON_CORE_IMPORT_FILE_HASH_H

#include <pthread.h>
#include <stdbool.h>

#include "chiron/status.h"
#include "store/hash.h"

struct file_hash {
	int fd; /* the caller's, open as long as this; where it is read from elsewhere does not change */
	bool threaded;
	pthread_t thread;
	int failed; /* errno of reading; 0: none */
	unsigned char digest[HASH_SIZE];
};

void file_hash_begin(struct file_hash *hash, int fd, bool in_thread);

/* Waits for it, and shows it: due once it was begun. CH_IO, by the name of the file. */
enum ch_status file_hash_end(struct file_hash *hash, const char *name, char shown[33], struct ch_error *err);

#endif
