/*
 * An introduction: a mentor opens a door to somebody (R53). To whom, and what
 * they hope for, is the pair's wording; that there was one, and what came of
 * it, is a fact.
 */
#ifndef CHIRON_INTRODUCTION_H
#define CHIRON_INTRODUCTION_H

#include "chiron/context.h"

#define CH_OUTCOMES(X)                                                                                                 \
	X(MET, "met", N_("they met"))                                                                                  \
	X(LED_ON, "led_on", N_("it led on"))                                                                           \
	X(NOTHING, "nothing", N_("nothing came of it"))

enum ch_outcome {
	CH_NO_OUTCOME,
#define X(name, code, label) CH_OUTCOME_##name,
	CH_OUTCOMES(X)
#undef X
};

struct ch_introduction {
	int64_t introduction_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	ch_date introduced_on;
	int outcome; /* not known: not heard yet */
};

/* pairing_id, introduced_on (else today) and outcome are read. `to_whom` may be NULL. */
enum ch_status ch_introduction_add(struct ch_context *c, struct ch_introduction *introduction, const char *to_whom,
				   struct ch_error *err);

/* What came of it. */
enum ch_status ch_introduction_settle(struct ch_context *c, int64_t introduction_id, enum ch_outcome outcome,
				      struct ch_error *err);

enum ch_status ch_introduction_get(struct ch_context *c, int64_t introduction_id, struct ch_arena *arena,
				   struct ch_introduction *introduction, struct ch_error *err);

#endif
