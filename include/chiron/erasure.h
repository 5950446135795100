/*
 * Erasing a person (UK GDPR, Article 17), and telling them what is held about
 * them (Article 15).
 *
 * Everything that names or describes the person goes for good: their record,
 * training and checks, answers, words of feedback, wishes, rules about them,
 * remarks of coordinators, what was typed and not saved, the earlier values in
 * the journal of changes, the details of the audit log. Who was a mentee or
 * coachee takes the wording of their pairs with them; of who was a mentor or
 * coach it stays the other's, without the name. What others wrote about
 * somebody else says "erased person 17" where it said the name; what another is
 * called stays whole though it has the name in it. Who came in by
 * a list, was taken back with it and came in again goes from the journal by
 * either number; who is in the journal alone is erased from there.
 *
 * What stays is what the scheme's figures are made of: that there were
 * pairings, sessions and the rest, with days, lengths and states, and scores
 * of feedback, which outcomes count by fives (R72). It cannot be undone. The
 * chain of the audit log stays whole. That somebody was erased is kept, with
 * the day and who did it, and what an old list knows them by again as a hash.
 */
#ifndef CHIRON_ERASURE_H
#define CHIRON_ERASURE_H

#include "chiron/context.h"
#include "chiron/grid.h"

/* What becomes of a kind of record. */
#define CH_FATES(X)                                                                                                    \
	X(REMOVED, "removed", N_("goes"))                                                                              \
	X(EMPTIED, "emptied", N_("stays without words"))                                                               \
	X(KEPT, "kept", N_("stays"))

enum ch_fate {
	CH_NO_FATE,
#define X(name, code, label) CH_FATE_##name,
	CH_FATES(X)
#undef X
};

/*
 * What erasing the person would do, before it is done: a row for each kind of
 * record of theirs, "what", "records" and "becomes" (enum ch_fate). Refuses
 * what ch_person_erase() refuses.
 */
enum ch_status ch_erasure_tell(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err);

/* A copy of the scheme beside it, which holds the person. */
struct ch_erased_copy {
	const char *path, *made_on;
	const char *became; /* "still holds them", "erased there as well", ...: in words */
};

struct ch_erased {
	int64_t person_id;
	const char *name;	  /* whose it was: nowhere else any more */
	const char *called;	  /* "erased person 17", wherever they are still counted */
	int64_t records;	  /* removed or emptied */
	int64_t mentions;	  /* texts about others that said the name */
	const char *left_behind; /* why the file could not be written anew: traces may be in it; NULL: it was */
	struct ch_erased_copy *copies;
	size_t copy_count;
	const char *certificate; /* what was removed, from where, when, by whom: a text of lines */
};

/*
 * Erases the person. CH_DATA where a pairing of theirs is live: it is to be
 * ended first (leave.h). Pairings that wait for their feedback wait no more,
 * and enrolments that are not over are withdrawn.
 *
 * Backups beside the scheme are named on the certificate. With `in_copies` the
 * person is erased in them as well; a copy of an earlier version of chiron is
 * removed, since it would be copied before it could be changed.
 */
enum ch_status ch_person_erase(struct ch_context *c, int64_t person_id, bool in_copies, struct ch_arena *arena,
			       struct ch_erased *erased, struct ch_error *err);

/* How many copies beside the scheme hold the person. */
enum ch_status ch_erasure_copies(struct ch_context *c, int64_t person_id, size_t *count, struct ch_error *err);

/*
 * One person who can be erased, by number, name or e-mail: as ch_find() or, where that finds nobody, among those whom
 * only the history of changes still has, as after an import was taken back. Those it has under several numbers go
 * together: by the address, or the name where either has no address. CH_MISSING, CH_DATA as ch_find().
 */
enum ch_status ch_erasure_find(struct ch_context *c, const char *text, int64_t *person_id, struct ch_error *err);

/* What the person is called, or was when the history had them last; never NULL. */
const char *ch_erasure_name(struct ch_context *c, int64_t person_id, struct ch_arena *arena);

/* Whether what was typed is the name: blanks at its ends and between words, and capitals, make no difference. */
bool ch_erasure_is_named(const char *name, const char *typed);

/* Who was erased, the last first: "person_id", "erased_at", "erased_by" and "records". */
enum ch_status ch_erasure_list(struct ch_context *c, struct ch_arena *arena, struct ch_grid *grid,
			       struct ch_error *err);

#endif
