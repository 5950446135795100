/*
 * What a guide reads before the first session, and what three agree on.
 *
 * The brief says what the guide should know of the learner's context (R37): its
 * words are the pair's, that there is one and when the guide read it is a fact.
 * The three-way agreement, in coaching, is that coachee, coach and line manager
 * agree the aims and what may be shared (R60): each one's yes with its
 * provenance, its words the pair's. Where the manager is the coach there is
 * none (R4); in mentoring the manager has no part (R61).
 */
#ifndef CHIRON_BRIEF_H
#define CHIRON_BRIEF_H

#include "chiron/arena.h"
#include "chiron/context.h"

/* Writes it, or a new version, which is unread again. `words` is needed. */
enum ch_status ch_brief_write(struct ch_context *c, int64_t pairing_id, const char *words, struct ch_error *err);

/* The guide has read it, today. Refused where there is none. */
enum ch_status ch_brief_read(struct ch_context *c, int64_t pairing_id, struct ch_error *err);

/* Whose yes to a three-way agreement is recorded, how it was given, and when. */
struct ch_three_way {
	bool guide, learner, manager;
	int how;    /* enum ch_how; CH_NO_HOW: spoken, or at the desk of whom it is */
	ch_date on; /* CH_NO_DATE: today */
};

/*
 * Records it. `words`: aims and what may be shared; NULL leaves what is there. With the yes of all three the spell's
 * three_way_on is the day of the last. A participant says only their own yes; a coach also the others',
 * as spoken. Refused: R61 in mentoring, R4, a learner without a line manager on record, and nothing given.
 */
enum ch_status ch_pairing_three_way(struct ch_context *c, int64_t pairing_id, const struct ch_three_way *given,
				    const char *words, struct ch_error *err);

/* Who of the three has said yes on which day, and who not yet; *told NULL where nobody has, and in mentoring. */
enum ch_status ch_three_way_told(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena, const char **told,
				 struct ch_error *err);

#endif
