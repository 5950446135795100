/*
 * A growing string of bytes.
 *
 * Starts as CH_BUFFER_EMPTY, owns its memory, ends with ch_buffer_release().
 * `text` is never NULL and always ends in a NUL that `length` does not count.
 * Growth never fails: out of memory goes through ch_abort().
 */
#ifndef CHIRON_BUFFER_H
#define CHIRON_BUFFER_H

#include <stddef.h>

#include "chiron/status.h"

struct ch_buffer {
	char *text;
	size_t length;
	size_t capacity; /* 0: `text` is a shared empty string, not owned */
};

extern char ch_buffer_nothing[1];
#define CH_BUFFER_EMPTY ((struct ch_buffer){.text = ch_buffer_nothing})

void ch_buffer_add(struct ch_buffer *buffer, const char *text);
void ch_buffer_add_bytes(struct ch_buffer *buffer, const char *bytes, size_t length);
void ch_buffer_add_char(struct ch_buffer *buffer, char c);
void ch_buffer_printf(struct ch_buffer *buffer, const char *format, ...) CH_PRINTF(2, 3);
void ch_buffer_vprintf(struct ch_buffer *buffer, const char *format, va_list args) CH_PRINTF(2, 0);

/* Makes room for `more` bytes and a NUL behind what is there. */
void ch_buffer_reserve(struct ch_buffer *buffer, size_t more);

/* Empties it, keeping the memory. */
void ch_buffer_clear(struct ch_buffer *buffer);
void ch_buffer_release(struct ch_buffer *buffer);

#endif
