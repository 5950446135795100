#include "store/hash.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "chiron/status.h"

_Static_assert(sizeof(crypto_generichash_state) <= HASH_STATE_SIZE, "a hash has room for libsodium's state");

static crypto_generichash_state *state_of(struct hash *hash)
{
	return (crypto_generichash_state *)(void *)hash->state;
}

void hash_begin(struct hash *hash)
{
	if (sodium_init() < 0)
		ch_abort("libsodium cannot start: this machine has no source of random numbers");
	crypto_generichash_init(state_of(hash), NULL, 0, HASH_SIZE);
}

void hash_bytes(struct hash *hash, const void *bytes, size_t length)
{
	if (length > 0)
		crypto_generichash_update(state_of(hash), bytes, length);
}

void hash_number(struct hash *hash, int64_t number)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
	hash_bytes(hash, bytes, sizeof bytes);
}

void hash_text(struct hash *hash, const char *text)
{
	size_t length = text == NULL ? 0 : strlen(text);

	hash_number(hash, (int64_t)length);
	hash_bytes(hash, text, length);
}

void hash_end(struct hash *hash, unsigned char out[HASH_SIZE])
{
	crypto_generichash_final(state_of(hash), out, HASH_SIZE);
}

char *hash_show(const unsigned char hash[HASH_SIZE], char out[33])
{
	for (int i = 0; i < 16; i++)
		snprintf(out + 2 * i, 3, "%02x", hash[i]);
	return out;
}

void hash_random(void *bytes, size_t length)
{
	if (sodium_init() < 0)
		ch_abort("libsodium cannot start: this machine has no source of random numbers");
	randombytes_buf(bytes, length);
}
