/*
 * The context of a call: which scheme, who acts, and when it is.
 *
 * Every function of core takes one. There is no global scheme, actor or clock.
 */
#ifndef CHIRON_CONTEXT_H
#define CHIRON_CONTEXT_H

#include "chiron/actor.h"
#include "chiron/date.h"
#include "chiron/field.h"
#include "chiron/work.h"

struct ch_scheme; /* one open file: scheme.h */
struct ch_said;   /* enrolment.h */

struct ch_context {
	struct ch_scheme *scheme;
	struct ch_actor actor;
	struct ch_clock clock;
	/*
	 * A typed reason that overrides what the rules named refuse in this call, as
	 * "R8 R13", each of strength H; NULL: nothing is overridden. It holds for no
	 * rule that was not named: whoever gives it has read what it is against.
	 * Kept with the record and listed.
	 */
	const char *override_reason;
	const char *override_rules;
	/*
	 * How the learner of the pairing that this call makes said that they are
	 * ready (R15, enrolment.h): recorded with it. NULL: that was done before.
	 */
	const struct ch_said *learner_ready;
	const struct ch_work *work; /* who looks on, and may stop it, while a call takes long; NULL: nobody */
};

#endif
