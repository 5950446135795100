/*
 * The pair's wording: everything of class pair (R58, R59).
 *
 * Read only by the two of the pairing; a coordinator may write on behalf of a
 * side and never reads back. With the scheme's notes `off` nothing is stored;
 * with `apart` it lies in a table of its own, which no list, search, check,
 * report or export for a coordinator reads. The wording of actions is a fact
 * where, and only where, the pair's agreement shares it.
 */
#ifndef CHIRON_PAIR_TEXT_H
#define CHIRON_PAIR_TEXT_H

#include "chiron/context.h"

#define CH_TEXT_KINDS(X)                                                                                               \
	X(TOPICS, "topics", N_("Topics"))                                                                              \
	X(LEARNING, "learning", N_("Learned"))                                                                         \
	X(ACTION, "action", N_("Action"))                                                                              \
	X(GOAL, "goal", N_("Goal"))                                                                                    \
	X(REFERRAL, "referral", N_("What it is about"))                                                                \
	X(REFERRAL_TO, "referral_to", N_("To whom"))                                                                   \
	X(DISCUSSION, "discussion", N_("What was told and said"))                                                      \
	X(RELEASE, "release", N_("What it says"))                                                                      \
	X(CONSENT, "consent", N_("What was told and said"))                                                            \
	X(INTRODUCTION, "introduction", N_("To whom"))                                                                 \
	X(ASSESSMENT, "assessment", N_("What came of it"))                                                             \
	X(MANAGER_FEEDBACK, "manager_feedback", N_("What the manager said"))                                           \
	X(BRIEF, "brief", N_("Brief"))                                                                                 \
	X(THREE_WAY, "three_way", N_("Agreed by three"))                                                               \
	X(TRIED, "tried", N_("What happened when tried"))

enum ch_text_kind {
	CH_NO_TEXT_KIND,
#define X(name, code, label) CH_TEXT_##name,
	CH_TEXT_KINDS(X)
#undef X
};

/* "Learned", to be translated where it is shown. */
const char *ch_text_kind_label(enum ch_text_kind kind);

/* Why a text cannot be shown, for the sentence that stands in its place. */
enum ch_text_state {
	CH_TEXT_THERE,	  /* *text has it */
	CH_TEXT_NONE,	  /* none was written */
	CH_TEXT_WITHHELD, /* there is one, and the actor is not of the pair */
	CH_TEXT_OFF	  /* the scheme keeps no wording */
};

/*
 * The newest text of this kind about a session, action or goal (`object_id`).
 * Not being of the pair is no error: *state says so, *text is NULL.
 */
enum ch_status ch_pair_text_read(struct ch_context *c, enum ch_text_kind kind, int64_t object_id,
				 struct ch_arena *arena, const char **text, enum ch_text_state *state,
				 struct ch_error *err);

/*
 * How many texts of pairs the scheme keeps, of whatever setting: `notes` says what is kept from then on, and what was
 * written before stays with its pair until the session, the goal or the person it belongs to goes.
 */
enum ch_status ch_pair_texts_kept(struct ch_context *c, int64_t *count, struct ch_error *err);

/*
 * What was learned in the last held session of the pairing, but for `session_id` (0: none is left out), on one line,
 * and the day of it: it is in sight when the next is recorded (R46). NULL where nothing is that the actor may read.
 */
enum ch_status ch_learning_last(struct ch_context *c, int64_t pairing_id, int64_t session_id, struct ch_arena *arena,
				const char **text, ch_date *on, struct ch_error *err);

/*
 * Writes a new revision; the earlier ones stay. NULL or blank text is refused. The wording of a goal is changed by the
 * two alone, whoever took it down (R56).
 */
enum ch_status ch_pair_text_write(struct ch_context *c, int64_t spell_id, enum ch_text_kind kind, int64_t object_id,
				  const char *text, struct ch_error *err);

#endif
