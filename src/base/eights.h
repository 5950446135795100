/*
 * Eight bytes of text at a time, as one number: what holds of each byte shows as its highest bit.
 */
#ifndef CHIRON_BASE_EIGHTS_H
#define CHIRON_BASE_EIGHTS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define EIGHTS_ONES UINT64_C(0x0101010101010101)
#define EIGHTS_HIGHS (EIGHTS_ONES * 0x80)

static inline uint64_t eights_read(const char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof word);
	return word;
}

/* The last eight of so many; of fewer all, before zeros. */
static inline uint64_t eights_read_last(const char *bytes, size_t length)
{
	uint64_t word = 0;

	if (length >= sizeof word)
		return eights_read(bytes + length - sizeof word);
	memcpy(&word, bytes, length);
	return word;
}

/* Whether all are printable ASCII: none below a blank, none above 126, and the 127 between. */
static inline bool eights_plain(uint64_t word)
{
	uint64_t deleted = word ^ EIGHTS_ONES * 0x7f;

	return !(((word - EIGHTS_ONES * 0x20) | word | ((deleted - EIGHTS_ONES) & ~deleted)) & EIGHTS_HIGHS);
}

/* The blanks, of bytes of ASCII. */
static inline uint64_t eights_blanks(uint64_t word)
{
	return ~((word ^ EIGHTS_ONES * ' ') + EIGHTS_ONES * 0x7f) & EIGHTS_HIGHS;
}

/* Whether two blanks stand side by side, of bytes of ASCII. */
static inline bool eights_gap(uint64_t word)
{
	uint64_t blanks = eights_blanks(word);

	return (blanks & blanks << 8) != 0;
}

/* Bytes of ASCII with small letters: a sum reaches a byte's highest bit from A on, the other beyond Z. */
static inline uint64_t eights_fold(uint64_t word)
{
	uint64_t capital = (word + EIGHTS_ONES * (0x80 - 'A')) & ~(word + EIGHTS_ONES * (0x7f - 'Z')) & EIGHTS_HIGHS;

	return word | capital >> 2;
}

#endif
