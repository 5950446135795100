/*
 * What the files of matching share: who is there (match_read.c), what may be
 * paired and for how many points (match_score.c), the assignment (match.c),
 * and what is said of it (match_words.c, match_tell.c).
 *
 * Guides and learners are numbered from 0 in the order of their names, so that
 * the numbers, which decide between what is equally good, do not tell who came
 * first.
 */
#ifndef CORE_MATCH_H
#define CORE_MATCH_H

#include "chiron/enrolment.h"
#include "chiron/match.h"
#include "chiron/programme.h"
#include "chiron/setting.h"
#include "core/import/lexicon.h"
#include "model/match.h"
#include "model/pair_score.h"
#include "store/db.h"

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
	struct pair_side side;
	int state;		    /* of the enrolment; CH_NO_ENROLMENT_STATE: none */
	struct match_places places; /* of a guide */
	uint8_t waiting;	    /* of a learner */
	int origin;		    /* of a guide; CH_NO_ORIGIN */
	const char *lacking;	    /* the required checks that the guide has not in date (R78); NULL: none */
	bool trained;		    /* a guide who has training in date on record */
	const char *past;	    /* of a guide: "2, 4", what learners answered, the last first; NULL: nothing */
	const char *location, *field_of_work, *department; /* as written */
};

struct match_people {
	struct match_person *people;
	size_t count;
};

/* A tie of two people with what the run itself says of them. */
struct match_tie {
	uint32_t learner, guide;
	struct pair_tie tie;
	bool pinned;
	bool tried; /* the pin, or the forbid that is the obstacle, is of this run only */
};

/* A learner who is enrolled but not ready, and why. */
struct match_not_ready {
	int64_t person_id;
	const char *name;
	const char *why;
};

struct ch_matching {
	struct ch_context *c;
	struct ch_arena arena; /* what was read */
	struct ch_arena work;  /* what was found: emptied by each solve */
	struct ch_programme programme;
	struct ch_settings settings;
	struct pair_ground ground;
	struct vocabulary words;
	struct import_lexicon lexicon; /* how people say "any time" */
	ch_date today;
	int64_t seen_seq; /* the last audit row when it was read */

	struct match_people guides, learners;
	struct match_tie *ties; /* by learner, then guide */
	size_t tie_count, tie_room;
	struct match_not_ready *not_ready;
	size_t not_ready_count;
	int64_t *draft_of; /* per learner: the guide in the programme's drafts, which a run replaces; 0: none */
	bool has_drafts;
	int64_t approved; /* the programme's proposals that are, and wait for their two */
	int64_t cut_off;
	bool used[CH_CRITERION_COUNT]; /* soft ones that can tell one pair from another: the rest are not told of */

	struct match_scorer *scorer; /* the inverted lists: match_score.c; NULL until the first solve */
	/* The best guides of every learner under the present weights: what a pin or a forbid does not change. */
	struct ch_arena rows;
	bool scored;
	struct match_option *row_options;
	size_t *row_first, row_room;
	bool *truncated; /* per learner: guides with few points were left out of the options */
	uint32_t *best_left_out;

	struct match_problem problem;
	struct match_option *options;
	size_t option_room;
	size_t *first;
	size_t *guide_of; /* per learner: the solution's, and the pins; MATCH_NOBODY */
	bool whole;	  /* no option is left out: for files that others check */
	size_t *pin_of;	 /* per learner: the guide they are pinned to; MATCH_NOBODY */
	int64_t *places; /* of each guide, less the pins */
	struct match_solution solution;
	struct match_routes *routes; /* match_cost.c; NULL until the first question after a solve */
	bool solved;
	double seconds[3]; /* read, score, solve */
};

/* ---- match_read.c ---------------------------------------------------------- */

enum ch_status match_read(struct ch_matching *m, int64_t programme_id, struct ch_error *err);

/* Puts somebody at the end of `people` who is not there: who is proposed by hand. CH_MISSING: no such person. */
enum ch_status match_also(struct ch_matching *m, int role, struct match_people *people, int64_t person_id,
			  struct ch_error *err);

/* The programme with these two as its only guide and learner, for what is said of them today. */
enum ch_status match_read_two(struct ch_matching *m, int64_t programme_id, int64_t guide_id, int64_t learner_id,
			      struct ch_error *err);

/* The number of a person among people; MATCH_NOBODY where they are not there. */
size_t match_number(const struct match_people *people, int64_t person_id);

/* The tie of the two; NULL where there is none. */
struct match_tie *match_tie_find(const struct ch_matching *m, size_t learner, size_t guide);

/* Where the ties of the learner begin; they end with m->ties or the next learner's. */
const struct match_tie *match_tie_first(const struct ch_matching *m, size_t learner);

/* As match_tie_find(), making one where there is none. */
struct match_tie *match_tie_get(struct ch_matching *m, size_t learner, size_t guide);

/* The tie's, or that of two who have nothing to do with each other. */
const struct pair_tie *match_pair_tie(const struct ch_matching *m, size_t learner, size_t guide);

/* The first rule that the pair breaks, the cut-off last; CH_NO_CRITERION where there is none. Its score in *score. */
enum ch_criterion match_obstacle(const struct ch_matching *m, size_t learner, size_t guide, int64_t *score);

/* Fills m->used. */
void match_find_used(struct ch_matching *m);

/* ---- match_score.c --------------------------------------------------------- */

/* Fills the problem: for each learner who is not pinned the best guides of theirs who have a place. */
void match_options_find(struct ch_matching *m);

/* Adds guides that were left out and, by the prices found, should not have been; how many. */
size_t match_options_widen(struct ch_matching *m);

/* ---- match_words.c --------------------------------------------------------- */

/* The reasons of a pair; `left` places after it (CH_UNKNOWN: it is not proposed, nothing is said of places). */
struct ch_match_reason *match_reasons(const struct ch_matching *m, size_t learner, size_t guide, int64_t left,
				      struct ch_arena *arena, size_t *count);

/* Those of them that are true of today only: places, and what stands before acceptance. */
struct ch_match_reason *match_reasons_today(const struct ch_matching *m, size_t learner, size_t guide, int64_t left,
					    struct ch_arena *arena, size_t *count);

/* How many of the reasons stand before acceptance: the first ones. */
size_t match_reasons_first(const struct ch_match_reason *reasons, size_t count);

/* The reasons, one a line: "Areas sought, 40 of 40: ...". */
const char *match_reason_lines(const struct ch_match_reason *reasons, size_t count, struct ch_arena *arena);

/* As a proposal keeps them: without those of today, which stand at the end. */
const char *match_reason_kept(const struct ch_match_reason *reasons, size_t count, struct ch_arena *arena);

/* What came back about a guide from earlier pairings (R67); NULL: nothing did. */
const char *match_past_words(const struct match_person *guide, struct ch_arena *arena);

/* What a rule says of two people, as "in the reporting line (R2)". */
const char *match_obstacle_words(enum ch_criterion obstacle, struct ch_arena *arena);

/* Why nobody was proposed to a learner; the code in *code. */
const char *match_left_words(const struct ch_matching *m, size_t learner, const char **code, struct ch_arena *arena);

/* "mentor", "mentee" in this programme. */
const char *match_guide_word(const struct ch_matching *m);
const char *match_learner_word(const struct ch_matching *m);

/* ---- match_cost.c ---------------------------------------------------------- */

struct match_cost {
	bool known; /* false: a rule, the cut-off or a pin is against it, or there is no place to take */
	int64_t fewer, loss; /* as of ch_match_alternative */
};

/* What taking this pair besides all else at its best would cost, exactly. */
struct match_cost match_cost_of(struct ch_matching *m, size_t learner, size_t guide);

/* "would cost 20 points in all". */
const char *match_cost_words(const struct match_cost *cost, struct ch_arena *arena);

#endif
