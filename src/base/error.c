/*
 * Messages are put together in a buffer of their own first, so that a message
 * may quote the very error it replaces.
 */
#include "chiron/status.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* Ends a text that fills `out` and was cut: after its last whole word that leaves room for the sign of it. */
static void end_cut(char *out, size_t size)
{
	static const char sign[] = " ...";
	size_t most = size - sizeof(sign), end = most;

	while (end > most / 2 && out[end] != ' ')
		end--;
	if (out[end] != ' ')
		end = utf8_cut(out, most);
	memcpy(out + end, sign, sizeof(sign));
}

/* Takes out characters of which a precision ("%.60s") left the first bytes alone. */
static void drop_halves(char *text)
{
	size_t length = strlen(text), to = 0;
	int32_t code;

	for (size_t at = 0; at < length;) {
		size_t used = utf8_decode(text + at, length - at, &code);

		if (used > 0) {
			memmove(text + to, text + at, used);
			to += used;
		} else if ((unsigned char)text[at] < 0xC0) {
			text[to++] = text[at];
			used = 1;
		} else {
			for (used = 1; ((unsigned char)text[at + used] & 0xC0) == 0x80; used++)
				;
		}
		at += used;
	}
	text[to] = '\0';
}

static void format_into(char *out, size_t size, const char *format, va_list args) CH_PRINTF(3, 0);

static void format_into(char *out, size_t size, const char *format, va_list args)
{
	int wanted = vsnprintf(out, size, format, args);

	if (wanted < 0)
		out[0] = '\0';
	else if ((size_t)wanted >= size)
		end_cut(out, size);
	drop_halves(out);
}

static void put(char *out, size_t size, const char *format, ...) CH_PRINTF(3, 4);

static void put(char *out, size_t size, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	format_into(out, size, format, args);
	va_end(args);
}

static void copy_into(char *out, size_t size, const char *text)
{
	size_t length = strlen(text);

	if (length >= size)
		length = utf8_cut(text, size - 1);
	memmove(out, text, length);
	out[length] = '\0';
}

static enum ch_status fill(struct ch_error *err, enum ch_status status, const char *format, va_list args)
	CH_PRINTF(3, 0);

static enum ch_status fill(struct ch_error *err, enum ch_status status, const char *format, va_list args)
{
	char message[sizeof(err->message)];

	format_into(message, sizeof(message), format, args);
	*err = (struct ch_error){.status = status};
	memcpy(err->message, message, sizeof(message));
	return status;
}

enum ch_status ch_fail(struct ch_error *err, enum ch_status status, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(err, status, format, args);
	va_end(args);
	return status;
}

enum ch_status ch_fail_field(struct ch_error *err, const char *field_key, const char *format, ...)
{
	va_list args;
	char key[sizeof(err->field)];

	copy_into(key, sizeof(key), field_key);
	va_start(args, format);
	fill(err, CH_DATA, format, args);
	va_end(args);
	memcpy(err->field, key, sizeof(key));
	return CH_DATA;
}

enum ch_status ch_fail_rule(struct ch_error *err, const char *rule, const char *format, ...)
{
	va_list args;
	char name[sizeof(err->rule)];

	copy_into(name, sizeof(name), rule);
	va_start(args, format);
	fill(err, CH_DATA, format, args);
	va_end(args);
	memcpy(err->rule, name, sizeof(name));
	return CH_DATA;
}

enum ch_status ch_error_field(struct ch_error *err, const char *field_key)
{
	copy_into(err->field, sizeof(err->field), field_key);
	return err->status;
}

bool ch_two_ways(const char *text, const char **way, const char **key)
{
	*way = strchr(text, *CH_WAY);
	*key = *way != NULL ? strchr(*way, *CH_KEY) : NULL;
	return *key != NULL;
}

enum ch_status ch_error_fix(struct ch_error *err, const char *format, ...)
{
	char both[2 * sizeof(err->fix)];
	const char *way, *key;
	va_list args;

	va_start(args, format);
	if (vsnprintf(both, sizeof(both), format, args) < 0)
		both[0] = '\0';
	va_end(args);
	if (!ch_two_ways(both, &way, &key)) {
		put(err->fix, sizeof(err->fix), "%s", both);
		memcpy(err->key_fix, err->fix, sizeof(err->key_fix));
		return err->status;
	}
	put(err->fix, sizeof(err->fix), "%.*s%.*s", (int)(way - both), both, (int)(key - way - 1), way + 1);
	put(err->key_fix, sizeof(err->key_fix), "%.*s%s", (int)(way - both), both, key + 1);
	return err->status;
}

enum ch_status ch_error_overridable(struct ch_error *err, const char *rules)
{
	copy_into(err->overridable, sizeof(err->overridable), rules);
	return err->status;
}

const char *ch_status_name(enum ch_status status)
{
	switch (status) {
	case CH_OK:
		return "ok";
	case CH_FOUND:
		return "found";
	case CH_USAGE:
		return "usage";
	case CH_DATA:
		return "data";
	case CH_MISSING:
		return "missing";
	case CH_UNAVAILABLE:
		return "unavailable";
	case CH_INTERNAL:
		return "internal";
	case CH_CANT_CREATE:
		return "cant_create";
	case CH_IO:
		return "io";
	case CH_BUSY:
		return "busy";
	case CH_NOT_ALLOWED:
		return "not_allowed";
	case CH_STOPPED:
		return "stopped";
	}
	return "unknown";
}

/* A variable of the process: what restores the terminal must be reachable from anywhere. */
static void (*abort_hook)(void);

void ch_set_abort_hook(void (*hook)(void))
{
	abort_hook = hook;
}

_Noreturn void ch_abort(const char *why)
{
	void (*hook)(void) = abort_hook;

	/* Taken away first: a hook that fails must not call itself. */
	abort_hook = NULL;
	if (hook)
		hook();
	fprintf(stderr, "chiron: %s\n", why);
	abort();
}
