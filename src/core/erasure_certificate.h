/* The certificate of an erasure: a text that says what was removed, from where, when and by whom. */
#ifndef CORE_ERASURE_CERTIFICATE_H
#define CORE_ERASURE_CERTIFICATE_H

#include "chiron/erasure.h"

/* `told`: what ch_erasure_tell() said of it. It names the person, whom it is for, and is kept nowhere. */
const char *erasure_certificate(struct ch_context *c, const struct ch_erased *erased, const struct ch_grid *told,
				struct ch_arena *arena);

#endif
