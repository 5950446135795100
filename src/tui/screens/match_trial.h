/*
 * The matching behind the board: one that stays open, so that a pin, a forbid
 * or a weight is tried from where the last one ended, and what it changes in
 * all is seen at once, before or as it is kept.
 *
 * Opened when it is first asked for; forgotten when the scheme changed.
 */
#ifndef TUI_MATCH_TRIAL_H
#define TUI_MATCH_TRIAL_H

#include "tui/desk.h"

struct match_trial {
	const struct desk *desk;
	int64_t programme_id;
	struct ch_matching *matching; /* NULL: not open */
	struct ch_arena arena, tried_arena;
	struct ch_match_result result; /* the best as matters stand; what is tried is compared with it */
	struct ch_match_result tried; /* without words */
	int64_t cut_off; /* tried; CH_UNKNOWN: none was */
	struct ch_error err; /* why it could not be opened, so that it is not tried at each drawing */
	bool failed;
};

/* What a trial changes in all. */
struct match_effect {
	int64_t more;	 /* learners matched; below 0: fewer */
	int64_t score;	 /* in the sum of scores */
	size_t changed;	 /* learners who would have another guide, or none, or now have one */
};

void match_trial_init(struct match_trial *trial, const struct desk *desk, int64_t programme_id);
void match_trial_release(struct match_trial *trial);

/* What was read is not so any more: it is opened anew when it is next asked for. */
void match_trial_forget(struct match_trial *trial);

/* Opens it where it is not open, and finds the best; where that is refused, says why. */
enum ch_status match_trial_open(struct match_trial *trial, struct ch_error *err);

/* The pair in the best as matters stand; NULL: it is not of it, or nothing could be opened. */
const struct ch_match_pair *match_trial_pair(struct match_trial *trial, int64_t guide_id, int64_t learner_id);

/* Proposes the best as matters stand, in place of the drafts; trial->result says what that is. */
enum ch_status match_trial_propose(struct match_trial *trial, struct ch_error *err);

/* Tries a weight besides those tried before. Nothing is kept. */
enum ch_status match_trial_weigh(struct match_trial *trial, const char *criterion, int64_t points,
				 struct match_effect *effect, struct ch_error *err);

/* The same with a cut-off. */
enum ch_status match_trial_cut_off(struct match_trial *trial, int64_t score, struct match_effect *effect,
				   struct ch_error *err);

/* Keeps the weights and the cut-off tried last with the proposals that are best by them. */
enum ch_status match_trial_keep_tried(struct match_trial *trial, struct ch_error *err);

/*
 * The keys P and F on two people: pins or forbids them, or takes back that they are, and says what that changes; it
 * is done at once, since it can be undone.
 */
void match_trial_run_rule(struct app *app, struct match_trial *trial, int kind, int64_t guide_id, int64_t learner_id);

/* "1 more matched, 3 pairs change, score +12", "nothing else changes" */
void match_effect_words(const struct match_effect *effect, struct ch_buffer *out);

#endif
