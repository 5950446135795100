/*
 * Normal forms, inside the base layer.
 */
#ifndef CHIRON_BASE_NFC_H
#define CHIRON_BASE_NFC_H

#include "chiron/arena.h"

/* How far text is changed beyond NFC. */
enum nfc_form {
	NFC_PLAIN,
	NFC_FOLDED,	  /* case-folded, invisible characters dropped */
	NFC_FOLDED_MARKED /* as folded, but decomposed: marks stand apart from their letters */
};

/* A copy of `text` in that form, which may be written to. Invalid bytes become U+FFFD. */
char *nfc_map(struct ch_arena *arena, const char *text, enum nfc_form form);

#endif
