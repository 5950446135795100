/*
 * The programs that ours is measured beside, each with data of its own kind and
 * the keys that do the same in it.
 */
#ifndef TESTS_BENCH_PEERS_H
#define TESTS_BENCH_PEERS_H

#include <stdbool.h>
#include <stddef.h>

struct peer {
	const char *name;
	const char *size;	  /* of its data, in words */
	const char *arguments[8]; /* in the folder that peers_prepare() made */
	const char *first;	  /* among what it sends first; then it draws no more */
	const char *enter;	  /* keys from there to its list, one after the other; "": it is there */
	const char *down, *up, *page;
	const char *ask;	  /* opens something that Esc closes; NULL: nothing here does */
	bool compared;		  /* a goal is held to it */
};

extern const struct peer peers[];
extern const size_t peer_count;

enum { PEER_FLOOR, PEER_LESS, PEER_ABOOK, PEER_NCDU, PEER_HTOP, PEER_NEWSBOAT, PEER_CALCURSE };

/* Writes their data, where it is missing, and returns the folder: $BUILD/bench/home. */
const char *peers_prepare(void);

/* Whether the program is there. */
int peer_installed(const struct peer *peer);

#endif
