/*
 * Statuses and the error record.
 *
 * Every function that can fail returns an enum ch_status and takes, last, a
 * struct ch_error that the caller owns. The record has a fixed size, is never
 * NULL, and nothing in it is allocated, so that an error can be reported when
 * memory is what ran out. There is no "last error" anywhere else.
 *
 * A message says what was given and what is allowed; `fix` says how to mend
 * it. Neither ends in a full stop: the face that shows them adds it.
 */
#ifndef CHIRON_STATUS_H
#define CHIRON_STATUS_H

#include <stdarg.h>
#include <stdbool.h>

/* Marks a text for translation: _() where it is used, N_() in a table. */
#define N_(text) (text)
#define _(text) ch_translate(text)

/* The text for one of something, or for more of it (and for none). */
#define _n(one, more, count) ch_translate_count(one, more, (unsigned long)(count))

#if defined(__GNUC__)
#define CH_PRINTF(text_at, values_at) __attribute__((format(printf, text_at, values_at)))
#define CH_FORMAT_ARGUMENT __attribute__((format_arg(1))) /* a translated format is checked like the one given */
#define CH_TWO_FORMAT_ARGUMENTS __attribute__((format_arg(1), format_arg(2)))
#else
#define CH_PRINTF(text_at, values_at)
#define CH_FORMAT_ARGUMENT
#define CH_TWO_FORMAT_ARGUMENTS
#endif

const char *ch_translate(const char *text) CH_FORMAT_ARGUMENT;
const char *ch_translate_count(const char *one, const char *more, unsigned long count) CH_TWO_FORMAT_ARGUMENTS;

/*
 * A code exists only where a caller acts on it. The numbers are the program's
 * exit statuses (sysexits.h), so that a face never translates between two lists.
 */
enum ch_status {
	CH_OK = 0,
	CH_FOUND = 1,	     /* a check or a comparison found something */
	CH_USAGE = 64,	     /* the words of a command are wrong */
	CH_DATA = 65,	     /* the data is bad, or a rule refuses it */
	CH_MISSING = 66,     /* no such file or record */
	CH_UNAVAILABLE = 69, /* a needed service or tool is missing */
	CH_INTERNAL = 70,    /* a fault in chiron itself */
	CH_CANT_CREATE = 73,
	CH_IO = 74,	  /* reading or writing failed */
	CH_BUSY = 75,	  /* in use, or changed meanwhile: try again */
	CH_NOT_ALLOWED = 77, /* the actor may not do this */
	CH_STOPPED = 130 /* whoever asked for it had it stopped */
};

/*
 * What a command says to do, the screen does by a key: a text that tells of both has the one behind CH_WAY and then the
 * other behind CH_KEY, which may say nothing. No text of a file, which is UTF-8, has these bytes.
 * "Dates are read day first" CH_WAY "; --date-order overrules" CH_KEY "; e overrules".
 */
#define CH_WAY "\xFE"
#define CH_KEY "\xFF"

/*
 * The key that does something on the screen, by its name in src/tui/command.def: N_("None. " KEY_(ADD) " adds one").
 * It stands between bytes that UTF-8 has not, either, until _() puts the key of whoever reads it there
 * (ch_translate_keys()).
 */
#define CH_KEY_MARK "\xFD"
#define KEY_(command) CH_KEY_MARK #command CH_KEY_MARK

/* Where both stand in `text`; false where it is the same on every face. */
bool ch_two_ways(const char *text, const char **way, const char **key);

struct ch_error {
	enum ch_status status;
	char rule[8];	   /* the rule that refuses, as "R13"; "" where none does */
	char field[64];	   /* key of the field at fault; "" where none is */
	char overridable[64]; /* the rules of strength H that refuse, as "R8 R13"; "" where a reason overrides none */
	char message[512]; /* one line: what is wrong, what was given, what is allowed */
	char fix[512];	   /* how to mend it; "" where the message says it all */
	char key_fix[512]; /* the same on the screen */
};

/* An error record with nothing in it. */
#define CH_NO_ERROR ((struct ch_error){.status = CH_OK})

/*
 * Fills `err`, clearing rule, field and fix, and returns `status`. A message or fix too long is cut between
 * words and ends in "..."; one endless word, and a field's key, at a character.
 */
enum ch_status ch_fail(struct ch_error *err, enum ch_status status, const char *format, ...) CH_PRINTF(3, 4);

/* As ch_fail() with CH_DATA, naming the field at fault by its key. */
enum ch_status ch_fail_field(struct ch_error *err, const char *field_key, const char *format, ...) CH_PRINTF(3, 4);

/* As ch_fail() with CH_DATA, naming the rule that refuses, as "R13". */
enum ch_status ch_fail_rule(struct ch_error *err, const char *rule, const char *format, ...) CH_PRINTF(3, 4);

/* Names the field at fault, by its key, in what `err` reports; returns err->status. */
enum ch_status ch_error_field(struct ch_error *err, const char *field_key);

/*
 * Says how to mend what `err` reports, with CH_WAY and CH_KEY in the format where the faces have ways of their own;
 * returns err->status, so that it can end a return statement.
 */
enum ch_status ch_error_fix(struct ch_error *err, const char *format, ...) CH_PRINTF(2, 3);

/* Names the rules that a reason may override, parted by blanks; returns err->status. */
enum ch_status ch_error_overridable(struct ch_error *err, const char *rules);

/* The name of a status for programs to read, as "data" or "not_allowed"; never NULL. */
const char *ch_status_name(enum ch_status status);

/*
 * Called once before the program aborts for want of memory (or on a broken
 * invariant), so that a face can restore the terminal. There is one hook per
 * process; it must not allocate. NULL removes it.
 */
void ch_set_abort_hook(void (*hook)(void));

/* Runs the hook, prints `why` on standard error and aborts. */
_Noreturn void ch_abort(const char *why);

#endif
