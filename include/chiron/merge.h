/*
 * Two records of one person made one: lists have them, since one person writes
 * from two addresses, or is in one list with an address and in another without.
 *
 * One of the two stays and the other goes. All that the other had a part in
 * becomes the one's: pairings with their sessions, wording, feedback and
 * contacts, enrolments, training and checks, answers, seats, wishes, pair
 * rules, what was put off or assigned, what they recorded and did. Where both
 * are enrolled in one programme and role, the two enrolments become one.
 * Nothing that was said by or about either changes its class or its side: only
 * whose number it bears.
 *
 * The number that is no more leads to who stays (ch_merged_into()), and so do
 * its address and its remembered row of a list: whatever names the other from
 * then on, as an old list, finds the one. It is one step, which undo takes back
 * whole. Figures by fives are cut as before (R72): feedback keeps under which
 * number it is counted.
 *
 * Only a coordinator of the whole scheme does it (R83): records of any
 * programme change hands.
 */
#ifndef CHIRON_MERGE_H
#define CHIRON_MERGE_H

#include "chiron/context.h"
#include "chiron/grid.h"

/* A number that is no more. */
struct ch_merged {
	int64_t merged_id;
	int64_t row_version;
	int64_t person_id; /* who it leads to */
	ch_date merged_on;
	const char *name;	/* as they were called */
	const char *sort_name;	/* erasing knows them by it */
	const char *email_key;	/* the address that neither has any more; NULL: none
				   was left over */
	const char *import_key; /* likewise */
};

/* Which value stays of a field in which the two differ. */
#define CH_STAYS(X)                                                                                                    \
	X(SAME, "same", N_("the same"))                                                                                \
	X(KEPT, "kept", N_("the first"))                                                                               \
	X(TAKEN, "taken", N_("the second"))                                                                            \
	X(BOTH, "both", N_("both"))

enum ch_stays {
	CH_NO_STAYS,
#define X(name, code, label) CH_STAYS_##name,
	CH_STAYS(X)
#undef X
};

/*
 * What is to be done. Of a field in which they differ the value of who stays is
 * kept, and one that is not known there is filled in from the other; lists,
 * roles and notes of both are put together, a second telephone number or address
 * goes to the notes, and who is still here in one of the
 * two has not left. `take` names the fields whose value is the other's instead:
 * by key, a field of the scheme's own by its key; name, manager_id and left_on
 * take first and last name, the manager's address and the reason with them.
 */
struct ch_merging {
	int64_t keep_id, other_id;
	const char *const *take;
	size_t take_count;
};

struct ch_merge_told {
	/*
	 * "key", "field", "keep", "other", "stays" (enum ch_stays), a row for each
	 * field that either has. The key is what `take` names; NULL for one that goes
	 * by another, as a first name by the name.
	 */
	struct ch_grid fields;
	/* "what", "records": what of the other becomes the one's. */
	struct ch_grid moved;
	const char *keep, *other; /* "Ann Lee (12)" */
	int64_t close_first; /* where it is refused: the other's live pairing that has to end first (R1); 0: none */
	const char *noted; /* "Phone: 01632 960472": the second number and address, which go to the notes; NULL: none */
};

/*
 * What it would do, before it is done. CH_USAGE for a field in `take` that
 * there is not; CH_DATA, with what to do first, where they cannot be one: they
 * are paired with each other, proposed, kept apart or wished for by the other,
 * one manages the other, both have a live pairing with the same person (R1;
 * told->close_first says which), one was erased.
 */
enum ch_status ch_merge_tell(struct ch_context *c, const struct ch_merging *merging, struct ch_arena *arena,
			     struct ch_merge_told *told, struct ch_error *err);

/* Does it, and refuses what ch_merge_tell() refuses. */
enum ch_status ch_person_merge(struct ch_context *c, const struct ch_merging *merging, struct ch_arena *arena,
			       struct ch_merge_told *told, struct ch_error *err);

/* Where a number leads that is no more; *merged with id 0 where it does not. */
enum ch_status ch_merged_into(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_merged *merged,
			      struct ch_error *err);

#endif
