/* Replaying files through the entry of a fuzzer, which aborts where a promise is broken. */
#ifndef TESTS_CORE_REPLAY_H
#define TESTS_CORE_REPLAY_H

#include <stddef.h>
#include <stdint.h>

typedef int replay_entry(const uint8_t *data, size_t size);

/* Gives each file of the folder to the entry, whole, then cut in half; how many there were. */
size_t replay_folder(const char *folder, replay_entry *entry);

#endif
