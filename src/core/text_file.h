/*
 * Files of text that people may write, as pages and frameworks are: a header of
 * lines "KEY: VALUE", and below it what the kind of file has. What is wrong is
 * named with file and line.
 */
#ifndef CORE_TEXT_FILE_H
#define CORE_TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "chiron/arena.h"
#include "chiron/status.h"

struct text_file {
	const char *name; /* with ".txt" */
	int line;	  /* that is being read, from 1 */
};

/* A key of the header, and where its value goes: NULL there until it was read. */
struct text_file_key {
	const char *key;
	const char **value;
};

/*
 * Hands each line of `text`, a copy in `arena` without the blanks at its end, to `take` until one is refused; then
 * file->line is that of the refused line, else of the last.
 */
enum ch_status text_file_read(struct text_file *file, const char *text, struct ch_arena *arena,
			      enum ch_status (*take)(void *data, const char *line, struct ch_error *err), void *data,
			      struct ch_error *err);

/* What follows "KEY: " in the line, or NULL where it does not begin so. */
const char *text_file_value(const char *line, const char *key);

/* Takes a line of the header, one with a key of these. One without a value, or given twice, is refused. */
enum ch_status text_file_take_header(const struct text_file *file, const char *line, const struct text_file_key *keys,
				     size_t key_count, bool *is_header, struct ch_error *err);

/* Refuses a header that lacks one of these keys, or whose first is not the name of the file without ".txt". */
enum ch_status text_file_need(struct text_file *file, const struct text_file_key *keys, size_t key_count,
			      struct ch_error *err);

/* CH_DATA, with "FILE:LINE: " before what is wrong. */
enum ch_status text_file_fail(const struct text_file *file, struct ch_error *err, const char *format, ...)
	CH_PRINTF(3, 4);

#endif
