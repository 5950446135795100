/*
 * Hashes: BLAKE2b of 32 bytes, by libsodium (RFC 7693). For the chain of the
 * audit log and for knowing a file again.
 */
#ifndef STORE_HASH_H
#define STORE_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { HASH_SIZE = 32, HASH_STATE_SIZE = 384 };

/* A hash in the making; begins with hash_begin(). */
struct hash {
	_Alignas(64) unsigned char state[HASH_STATE_SIZE];
};

void hash_begin(struct hash *hash);
void hash_bytes(struct hash *hash, const void *bytes, size_t length);

/* The length first, then the bytes, so that no two rows of fields can be read as one another. NULL is as "". */
void hash_text(struct hash *hash, const char *text);
void hash_number(struct hash *hash, int64_t number);
void hash_end(struct hash *hash, unsigned char out[HASH_SIZE]);

/* The first 16 bytes in hexadecimal: enough to know a file again. */
char *hash_show(const unsigned char hash[HASH_SIZE], char out[33]);

void hash_random(void *bytes, size_t length);

#endif
