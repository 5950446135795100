/*
 * Matching: who is proposed to whom, why, and who is left out and why.
 *
 * The people of a programme are read once, into a ch_matching. Weights, pins,
 * forbids and the cut-off can then be tried on it as often as one likes: each
 * ch_matching_solve() gives the best there is, proven (model/match.h): most
 * learners matched, among such the greatest sum of waiting weights, among such
 * the greatest sum of scores (criterion.h). Nothing is stored before
 * ch_matching_keep(). The same people give the same proposal whatever order
 * they came in.
 *
 * The waiting weight of a learner, 0 to 9: 1 where they are found ready, 1 for
 * each 30 days since they applied, 4 at most, 3 where the last run that is over
 * left them out (nothing it proposed is open or was replaced), 1 where a
 * proposal for them was declined since they wait.
 */
#ifndef CHIRON_MATCH_H
#define CHIRON_MATCH_H

#include <stdint.h>

#include "chiron/buffer.h"
#include "chiron/criterion.h"
#include "chiron/exchange.h"

enum { CH_MATCH_MOST_ALTERNATIVES = 2 };

/* A run whose proposals were kept. */
struct ch_match_run {
	int64_t match_run_id;
	int64_t row_version;
	int64_t programme_id;
	ch_date made_on;
	int64_t matched, unmatched;
	int64_t score;
	int64_t cut_off;
	const char *learners; /* "PERSON:WAITING:GUIDE" of each, parted by blanks; guide 0: left out */
	const char *prices;   /* "GUIDE:PRICE" of those whose places had one: the proof that nothing better exists */
};

/* One line of a pair's explanation. */
struct ch_match_reason {
	const char *code;   /* of the criterion, or of a note without points: "languages", "hours", "places", ... */
	const char *label;  /* "Areas sought" */
	int64_t points, of; /* 0 of 0: a note */
	const char *text;
	bool of_today; /* places, and what stands before acceptance: no proposal keeps it, ch_proposal_get() says it */
	bool first;    /* it stands before acceptance: told before what speaks for the pair */
};

/* A reason as it stands everywhere, without a line feed: "Areas sought, 20 of 40: ...", "Languages: ...". */
void ch_match_reason_add(const struct ch_match_reason *reason, struct ch_buffer *out);

/* Another pair that one of the two could be of, and what it would cost in all. */
struct ch_match_alternative {
	int64_t guide_id, learner_id;
	const char *guide_name, *learner_name;
	bool for_learner; /* the learner would have this guide; else the guide would have this learner */
	int64_t score;
	int64_t fewer; /* learners matched in all, fewer than proposed */
	int64_t loss;  /* sum of scores in all, less than proposed; below 0 where fewer are matched for more points */
	const char *text;
};

struct ch_match_pair {
	int64_t proposal_id; /* 0 while nothing is kept */
	int64_t guide_id, learner_id;
	const char *guide_name, *learner_name;
	int64_t score;
	bool pinned;
	bool bare; /* they share nothing that counts: 0 points, where others could have some */
	struct ch_match_reason *reasons; /* every criterion in force, then notes */
	size_t reason_count;
	struct ch_match_alternative alternatives[CH_MATCH_MOST_ALTERNATIVES]; /* next best for the learner, the guide */
	size_t alternative_count;
	const char *text; /* the reasons, one a line */
	/*
	 * What learners said at the end of the guide's earlier pairings (R67), NULL: nothing. For the coordinator
	 * alone: it is none of the reasons, and no proposal keeps it.
	 */
	const char *past;
};

struct ch_match_left {
	int64_t learner_id;
	const char *learner_name;
	const char *reason_code; /* "not_ready", "no_guides", "rules", "below_cut_off", "places_full" */
	const char *reason;	 /* in words, with what would help */
	int64_t waiting;	 /* the waiting weight */
};

struct ch_match_result {
	int64_t programme_id;
	struct ch_match_pair *pairs;
	size_t pair_count;
	struct ch_match_left *left;
	size_t left_count;
	int64_t score, most; /* the sum, and the most that one pair can have */
	int64_t places_left;
	int64_t approved; /* proposals that were approved before and wait for the yes of the two: not of this run */
	size_t bare_count;
	bool optimal; /* the prices of the solver prove it */
	const struct ch_match_pair *worst; /* NULL: no pair */
	const char **notes;		   /* of the whole: criteria that nothing is known for, swaps, what changed */
	size_t note_count;
	double read, scored, solved, explained; /* seconds */
};

struct ch_matching;

/*
 * Reads the programme's people. Refused (CH_DATA): a programme that is closing
 * or closed. *matching ends with ch_matching_close(); `c` outlives it.
 */
enum ch_status ch_matching_open(struct ch_context *c, int64_t programme_id, struct ch_matching **matching,
				struct ch_error *err);
void ch_matching_close(struct ch_matching *matching); /* NULL is allowed */

/* The weights that are tried, first those of the programme. */
const struct ch_weights *ch_matching_weights(const struct ch_matching *matching);
enum ch_status ch_matching_weigh(struct ch_matching *matching, const char *criterion, int64_t points,
				 struct ch_error *err);

/* A pair with a lower score is none; 0 to 1,000. First that of the programme. */
enum ch_status ch_matching_cut_off(struct ch_matching *matching, int64_t score, struct ch_error *err);

/*
 * Keeps two people together, or apart, besides the programme's own pins and
 * forbids. Refused (CH_DATA): who is not waiting or not a guide there, a pin
 * that a rule forbids (named), a second pin for a learner, more pins than a
 * guide has places, what is pinned and forbidden at once.
 */
enum ch_status ch_matching_pin(struct ch_matching *matching, int64_t guide_id, int64_t learner_id,
			       struct ch_error *err);
enum ch_status ch_matching_forbid(struct ch_matching *matching, int64_t guide_id, int64_t learner_id,
				  struct ch_error *err);

/* Finds the best assignment. After a change of pins or weights it starts from the last one. */
enum ch_status ch_matching_solve(struct ch_matching *matching, struct ch_error *err);

/*
 * What was found, in words. *result lives in `arena` and until the next solve.
 * The cost of alternatives is exact: it is the shortest way round in what the
 * solver leaves (model/match_cost.h). Above 500 pairs they are left to
 * ch_matching_explain().
 */
void ch_matching_tell(struct ch_matching *matching, struct ch_arena *arena, struct ch_match_result *result);

/*
 * The same without a word: who is paired with whom, for how many points, and how many are left out; names, reasons,
 * alternatives and notes are not there. For what is tried while somebody types.
 */
void ch_matching_outcome(struct ch_matching *matching, struct ch_arena *arena, struct ch_match_result *result);

/* Guides that one person of the programme could have, or learners, best first; what stands against the others. */
struct ch_match_candidate {
	int64_t guide_id, learner_id;
	const char *guide_name, *learner_name;
	int64_t score;	 /* of a possible pair */
	bool possible, proposed;
	int64_t fewer, loss; /* what taking the pair would cost in all, as of an alternative */
	bool cost_known;     /* false where no place is free to take: the guide is full by live pairings */
	struct ch_match_reason *reasons;
	size_t reason_count;
	const char *text; /* one line: "would cost 10 points in all", "in the reporting line (R2)" */
	const char *past; /* as of a pair */
};

/*
 * After a solve: the pairs of one person (the other id 0), or the one pair.
 * CH_DATA where somebody is not of this matching: says why.
 */
enum ch_status ch_matching_explain(struct ch_matching *matching, int64_t guide_id, int64_t learner_id,
				   struct ch_arena *arena, struct ch_match_candidate **candidates, size_t *count,
				   struct ch_error *err);

/*
 * The problem and the proof of what was found, as files that other programs
 * read: docs/matching.md. A pinned learner has no option there, and the places
 * of the pins are taken. Before the solve ch_matching_keep_all_options() makes
 * both about every possible pair, not only those that the solver had to see.
 */
void ch_matching_keep_all_options(struct ch_matching *matching);
enum ch_status ch_matching_write_instance(const struct ch_matching *matching, ch_export_sink *sink, void *context,
					  struct ch_error *err);
enum ch_status ch_matching_write_proof(const struct ch_matching *matching, ch_export_sink *sink, void *context,
				       struct ch_error *err);

/*
 * Keeps what was found last, in one transaction: the programme's earlier
 * drafts are superseded, the pairs proposed, the run kept with the waiting
 * weights. Sets the proposal ids in *result. CH_BUSY where people, pairings or
 * proposals changed meanwhile in another program so that other pairs are best
 * now: nothing is kept, open it anew.
 */
enum ch_status ch_matching_keep(struct ch_matching *matching, struct ch_match_result *result, struct ch_error *err);

#endif
