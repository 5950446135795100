/*
 * What matching knows of a programme and its people, shared by proposing pairs
 * for all (match.c) and one pair by hand (proposal.c).
 */
#ifndef CORE_MATCH_H
#define CORE_MATCH_H

#include "chiron/programme.h"
#include "chiron/proposal.h"
#include "model/pair_score.h"
#include "store/db.h"

struct match_ground {
	struct db *db;
	struct ch_arena *arena; /* all that is loaded lives here */
	struct ch_programme programme;
	ch_date today;
	bool drafts; /* whether the programme's own drafts take places; not while they are being made anew */
};

/*
 * A guide's places: those of the person over all programmes and kinds, or those
 * of the enrolment where fewer of these are left. Where neither number is
 * known, one place is assumed.
 */
struct match_places {
	int64_t total, left; /* left: below 0 where more are taken than there are */
	bool known;
	bool of_programme; /* the enrolment's number is the one that counts */
};

struct match_person {
	int64_t person_id;
	const char *name;
	struct pair_terms offers, seeks; /* the enrolment's where given, else the person's */
	struct pair_terms languages;
	struct match_places places; /* of a guide */
	size_t line;		    /* their number in the reporting line: match_line */
};

/* People by number, ids ascending, and the number of each one's manager (pair_is_above()). */
struct match_line {
	int64_t *ids;
	size_t *managers;
	size_t count;
};

/* Why two are no pair for matching. */
enum match_obstacle {
	MATCH_POSSIBLE,
	MATCH_ONESELF,	/* R1 */
	MATCH_PAIRED,	/* R1: a pair already, in whichever programme and role */
	MATCH_LINE,	/* R2: mentoring only */
	MATCH_LANGUAGE, /* none in common, where both are known */
	MATCH_DECLINED, /* proposed in this programme before, and declined */
	MATCH_OBSTACLES
};

/* CH_DATA for a programme that is closing or closed. One in design is as good as an open one: only acceptance waits. */
enum ch_status match_ground_load(struct match_ground *ground, struct db *db, int64_t programme_id, ch_date today,
				 struct ch_arena *arena, struct ch_error *err);

/* CH_MISSING where there is no such person. `line` is left to the caller. */
enum ch_status match_guide_load(const struct match_ground *ground, int64_t person_id, struct match_person *guide,
				struct ch_error *err);
enum ch_status match_learner_load(const struct match_ground *ground, int64_t person_id, struct match_person *learner,
				  struct ch_error *err);

enum ch_status match_line_load(const struct match_ground *ground, struct match_line *line, struct ch_error *err);
size_t match_line_number(const struct match_line *line, int64_t person_id); /* PAIR_NOBODY where there is none */

/* Also where it is not known of both. */
bool match_share_language(const struct match_person *guide, const struct match_person *learner);

/* Why these two, one reason a line; `left` places after this pair. */
const char *match_reasons(const struct match_person *guide, const struct match_person *learner, int64_t left,
			  struct ch_arena *arena);

/* Why no guide ("mentor") passed: how many each obstacle removed. */
const char *match_obstacles(const char *guide_word, const size_t removed[MATCH_OBSTACLES], struct ch_arena *arena);

/* Whose places are taken: the first three of those who suit, best first. */
const char *match_full(const char *guide_word, const struct match_person *const *suitable, size_t count,
		       struct ch_arena *arena);

#endif
