/*
 * Feedback: what one side of a pairing answers on a form, at its start, on the
 * way, at its end and six months later (R36, R65, R66, R70, R71, R74, R75); and, where the programme asks for it, how
 * they enjoyed a session (R48): answered_on is then the day of the session, which each side rates once.
 *
 * due -> received / waived (reason) / not received. That of the end is due of
 * both when a pairing enters closing, that of the follow-up of the learner six
 * months after the end; the other forms are recorded when they are answered.
 * What stays due longer than the programme's feedback_days is not received by
 * itself. When the end is settled of both, the pairing is closed.
 *
 * Answers are of class own side: read by the person and the coordinator, never
 * by the other side. They are never changed nor undone, and each is numbered
 * when it is recorded: outcomes are summed in that order, by fives
 * (docs/decisions, data/schema: view `outcome`).
 */
#ifndef CHIRON_FEEDBACK_H
#define CHIRON_FEEDBACK_H

#include "chiron/context.h"

#define CH_FEEDBACK_FORMS(X)                                                                                           \
	X(START, "start", N_("at the start"))                                                                          \
	X(COMFORT, "comfort", N_("comfort check"))                                                                     \
	X(PULSE, "pulse", N_("pulse"))                                                                                 \
	X(MID, "mid", N_("half-way"))                                                                                  \
	X(END, "end", N_("at the end"))                                                                                \
	X(FOLLOW_UP, "follow_up", N_("follow-up"))                                                                     \
	X(SESSION, "session", N_("after a session"))

enum ch_feedback_form {
	CH_NO_FEEDBACK_FORM,
#define X(name, code, label) CH_FEEDBACK_##name,
	CH_FEEDBACK_FORMS(X)
#undef X
		CH_FEEDBACK_FORM_COUNT
};

#define CH_FEEDBACK_STATES(X)                                                                                          \
	X(DUE, "due", N_("due"))                                                                                       \
	X(RECEIVED, "received", N_("received"))                                                                        \
	X(WAIVED, "waived", N_("waived"))                                                                              \
	X(NOT_RECEIVED, "not_received", N_("not received"))

enum ch_feedback_state {
	CH_NO_FEEDBACK_STATE,
#define X(name, code, label) CH_FEEDBACK_IS_##name,
	CH_FEEDBACK_STATES(X)
#undef X
};

#define CH_FITS(X)                                                                                                     \
	X(COMFORTABLE, "comfortable", N_("comfortable"))                                                               \
	X(NOT_A_FIT, "not_a_good_fit", N_("not a good fit"))

enum ch_fit {
	CH_NO_FIT,
#define X(name, code, label) CH_FIT_##name,
	CH_FITS(X)
#undef X
};

struct ch_feedback {
	int64_t feedback_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int side; /* enum ch_side */
	int64_t person_id; /* who is of that side */
	int64_t programme_id, cohort_id; /* where it counts: as they were when it was recorded; 0: not yet, no cohort */
	int form;
	int state;
	ch_date due_on;
	ch_date settled_on; /* recorded, waived or given up */
	const char *waived_because;
	int64_t counted_as; /* person number under which it is cut into fives; not known: person_id (merge.h) */
	int64_t recorded_number; /* 1, 2, ... over the whole scheme, in the order of recording; not known: none yet */
	ch_date answered_on;
	int how; /* enum ch_how */
	int64_t recorded_by;
	int fit;
	int64_t quality; /* from here on 1 to 5 */
	int64_t helpful;
	const char *helpful_words;
	int64_t aided_learning;
	const char *aided_learning_words;
	int64_t gained_hopes;
	const char *gained_hopes_words;
	int64_t fed_back;
	const char *fed_back_words;
	int64_t similar_alone;
	int64_t enjoyment; /* of one session (R48) */
	int64_t confidence; /* from here on 1 to 10 */
	int64_t competence;
	int64_t independence;
	int64_t attainment; /* of the pair's goals, in hundredths of a T-score: kept with the learner's end feedback */
	const char *remarks;
};

/* The keys of the fields that a form asks of a side (enum ch_side), in order; ends with NULL. */
const char *const *ch_feedback_questions(enum ch_feedback_form form, int side);

/*
 * Records the answers of one side: pairing_id, side, form and the answers are read, answered_on defaults to today.
 * What is due of that form and side becomes received; so does, late, what was waived or not received. The last one
 * of the end closes the pairing. Refused: an answer that the form does not ask, none at all, a form of the end
 * before the pairing is closing, a second one of a form that is answered once, and the other side's.
 */
enum ch_status ch_feedback_record(struct ch_context *c, struct ch_feedback *feedback, struct ch_error *err);

/* due -> waived, with a reason. */
enum ch_status ch_feedback_waive(struct ch_context *c, int64_t feedback_id, const char *because, struct ch_error *err);

/*
 * What was due for longer than the programme waits becomes not received, and what then waits for nothing is closed.
 * Done by whoever opens the scheme as its coordinator; for others nothing happens. No step for undo.
 */
enum ch_status ch_feedback_lapse(struct ch_context *c, int64_t *lapsed, struct ch_error *err);

/* How each side enjoyed a session, 1 to 5 (R48); CH_UNKNOWN: not said. */
struct ch_enjoyed {
	int64_t guide, learner;
};

#define CH_NOT_ENJOYED ((struct ch_enjoyed){.guide = CH_UNKNOWN, .learner = CH_UNKNOWN})

/*
 * Whether it could be recorded, before the session is: refused where the programme does not ask for it, and what the
 * other side said. Where nothing was said nothing is refused.
 */
enum ch_status ch_session_enjoyed_expect(struct ch_context *c, int64_t pairing_id, const struct ch_enjoyed *enjoyed,
					 struct ch_error *err);

/* Records it of the session held on that day, as ch_feedback_record(): steps of their own after the session's. */
enum ch_status ch_session_enjoyed(struct ch_context *c, int64_t pairing_id, ch_date on,
				  const struct ch_enjoyed *enjoyed, struct ch_error *err);

/* Answers of the other side are not read: CH_NOT_ALLOWED (R79). */
enum ch_status ch_feedback_get(struct ch_context *c, int64_t feedback_id, struct ch_arena *arena,
			       struct ch_feedback *feedback, struct ch_error *err);

#endif
