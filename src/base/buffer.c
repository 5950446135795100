/*
 * Doubling growth. An empty buffer points at one shared NUL, which is never
 * written to: every write first asks for room.
 */
#include "chiron/buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

char ch_buffer_nothing[1] = "";

enum { FIRST_CAPACITY = 64 };

void ch_buffer_reserve(struct ch_buffer *buffer, size_t more)
{
	size_t needed, capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
	char *text;

	if (more >= PTRDIFF_MAX - buffer->length)
		ch_abort("out of memory: a text larger than memory was asked for");
	needed = buffer->length + more + 1;
	if (needed <= buffer->capacity)
		return;
	while (capacity < needed)
		capacity *= 2;
	text = realloc(buffer->capacity ? buffer->text : NULL, capacity);
	if (!text)
		ch_abort("out of memory");
	buffer->text = text;
	buffer->capacity = capacity;
}

void ch_buffer_add(struct ch_buffer *buffer, const char *text)
{
	ch_buffer_add_bytes(buffer, text, strlen(text));
}

void ch_buffer_add_bytes(struct ch_buffer *buffer, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	ch_buffer_reserve(buffer, length);
	memcpy(buffer->text + buffer->length, bytes, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void ch_buffer_add_char(struct ch_buffer *buffer, char c)
{
	ch_buffer_add_bytes(buffer, &c, 1);
}

void ch_buffer_printf(struct ch_buffer *buffer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	ch_buffer_vprintf(buffer, format, args);
	va_end(args);
}

void ch_buffer_vprintf(struct ch_buffer *buffer, const char *format, va_list args)
{
	va_list again;
	size_t room;
	int length;

	/* Most texts are short and fit at the first try. */
	ch_buffer_reserve(buffer, FIRST_CAPACITY);
	room = buffer->capacity - buffer->length;
	va_copy(again, args);
	length = vsnprintf(buffer->text + buffer->length, room, format, args);
	if (length < 0)
		ch_abort("a text could not be put together");
	if ((size_t)length >= room) {
		ch_buffer_reserve(buffer, (size_t)length);
		vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, again);
	}
	va_end(again);
	buffer->length += (size_t)length;
}

void ch_buffer_clear(struct ch_buffer *buffer)
{
	buffer->length = 0;
	if (buffer->capacity > 0)
		buffer->text[0] = '\0';
}

void ch_buffer_release(struct ch_buffer *buffer)
{
	if (buffer->capacity > 0)
		free(buffer->text);
	*buffer = CH_BUFFER_EMPTY;
}
