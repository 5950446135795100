/*
 * The files that the demonstration scheme is made from (data/demo): the
 * spreadsheets that are really imported, and steps.txt, whose format stands at
 * its top. They are part of the program.
 */
#ifndef CHIRON_DEMO_H
#define CHIRON_DEMO_H

#include <stddef.h>

struct ch_demo_file {
	const char *name; /* NULL: there are no more */
	const char *text; /* NUL-terminated */
	size_t length;	  /* of text, in bytes */
};

/* The file at `index`, from 0, in the order of their names. */
struct ch_demo_file ch_demo_file_at(size_t index);

#endif
