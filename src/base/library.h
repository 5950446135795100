/*
 * Libraries that only some runs need, loaded when they are: two of them bring a
 * third that costs every start more than all others together.
 *
 * The functions wanted are listed once, as a macro of X(function). Given
 * LIBRARY_POINTER it is the members of a struct, whose types are those of the
 * library's own header; given LIBRARY_NAME, the names in the same order.
 */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stddef.h>

#include "chiron/status.h"

#define LIBRARY_POINTER(function) __typeof__(function) *function;
#define LIBRARY_NAME(function) #function,

/*
 * Loads the library of that soname, or takes it as it is loaded, and puts the addresses of `count` functions, by name,
 * into the struct at `functions`, which has a pointer for each and nothing else. The library stays until the program
 * ends. CH_UNAVAILABLE where it is missing, or lacks a function.
 */
enum ch_status library_load(const char *soname, const char *const *names, size_t count, void *functions,
			    struct ch_error *err);

#endif
