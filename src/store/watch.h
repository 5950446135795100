/*
 * What other processes commit, noticed without a timer: inotify on the file's
 * folder (the truncation of the journal ends a commit; a watch on the file
 * alone misses a long-lived writer), then the store's own data version.
 */
#ifndef STORE_WATCH_H
#define STORE_WATCH_H

#include <stdbool.h>

/* A descriptor to poll for what happens to `path`'s folder; -1 where the system has none to give. */
int watch_open(const char *path);

/* Takes in what was reported; whether any of it was about `path` or its journal. */
bool watch_drain(int fd, const char *path);

void watch_close(int fd); /* -1 is allowed */

#endif
