/*
 * The grammar of JSON's numbers, which both the writer and the reader need.
 */
#ifndef CHIRON_BASE_JSON_NUMBER_H
#define CHIRON_BASE_JSON_NUMBER_H

#include <stddef.h>

/* The length of the JSON number at the start of `text`; 0 where there is none. */
size_t json_number_length(const char *text);

#endif
