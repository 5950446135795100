/*
 * Leaving: somebody goes, and each of their pairings is closed or handed over
 * to another guide, in one change (R84). Nobody is left waiting by accident,
 * and nothing is half done: where one hand-over is refused, all is as it was.
 */
#ifndef CHIRON_LEAVE_H
#define CHIRON_LEAVE_H

#include "chiron/context.h"

/* A live pairing that the leaver guides, and who takes it on. */
struct ch_hand_over {
	int64_t pairing_id;
	int64_t guide_id;
};

struct ch_leaving {
	ch_date on;  /* the day; CH_NO_DATE: the one known of who has left by now, else today */
	int because; /* enum ch_leaving_reason (person.h); CH_NO_LEAVING_REASON: not said */
	bool close; /* closes what is not handed over; else it stays open, and is counted */
	const struct ch_hand_over *hand_over;
	size_t hand_over_count;
};

struct ch_left {
	int64_t closed, handed_over, open; /* pairings */
	int64_t closing;		   /* pairings that had ended before, and await feedback: left as they are */
	int64_t withdrawn;		   /* enrolments */
	int64_t proposals;		   /* open proposals, superseded: whoever has gone is paired with nobody */
	int64_t excused;		   /* forms that were due of them, waived as they cannot be asked any more */
};

/*
 * The person has left: enrolments that are not over are withdrawn, and so are proposals that nobody has answered yet,
 * from the day on; with a pairing left open, enrolments are when the last one ends. A pairing is closed with the reason
 * that this side left; one handed over is closed likewise and made anew with the other guide, in contracting, on the
 * terms agreed before; neither on a day that has not come (CH_DATA, "left_on"). The rules of making a pairing judge
 * each (R2, R8, R13 ...), and c->override_reason overrides as there. Of who has died or cannot be reached no feedback
 * is asked. Undoing takes all of it back.
 */
enum ch_status ch_person_leave(struct ch_context *c, int64_t person_id, const struct ch_leaving *leaving,
			       struct ch_left *left, struct ch_error *err);

/*
 * Somebody who left is back: since when and why they left is cleared, and each enrolment that was withdrawn as they
 * left, or after, in a programme which is not closing or closed is `applied` again; how many in *applied. Their
 * pairings stay closed.
 * CH_DATA of who has not left.
 */
enum ch_status ch_person_return(struct ch_context *c, int64_t person_id, int64_t *applied, struct ch_error *err);

#endif
