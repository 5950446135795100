/*
 * A pairing: a live or past pair of one guide and one learner in a programme
 * (R1), and its spells.
 *
 * contracting -> active -> paused -> closing -> closed. A spell is one run of
 * it, from being made to being closed; re-opening begins a new spell with its
 * history kept. Places are free as soon as a pairing enters closing (R65).
 *
 * What lists and the first screen show of a pairing is kept in its row by the
 * core operation that changes it; check `kept-columns` proves it.
 */
#ifndef CHIRON_PAIRING_H
#define CHIRON_PAIRING_H

#include "chiron/agreement.h"
#include "chiron/context.h"

#define CH_PAIRING_STATES(X)                                                                                           \
	X(CONTRACTING, "contracting", N_("contracting"))                                                               \
	X(ACTIVE, "active", N_("active"))                                                                              \
	X(PAUSED, "paused", N_("paused"))                                                                              \
	X(CLOSING, "closing", N_("closing"))                                                                           \
	X(CLOSED, "closed", N_("closed"))

enum ch_pairing_state {
	CH_NO_PAIRING_STATE,
#define X(name, code, label) CH_PAIRING_##name,
	CH_PAIRING_STATES(X)
#undef X
};

#define CH_CLOSURE_KINDS(X)                                                                                            \
	X(COMPLETED, "completed", N_("completed as planned"))                                                          \
	X(GOALS_ATTAINED, "goals_attained", N_("goals attained early"))                                                \
	X(ENDED_EARLY, "ended_early", N_("ended early"))                                                               \
	X(NEVER_STARTED, "never_started", N_("never started"))

enum ch_closure_kind {
	CH_NO_CLOSURE_KIND,
#define X(name, code, label) CH_CLOSURE_##name,
	CH_CLOSURE_KINDS(X)
#undef X
};

#define CH_INITIATORS(X)                                                                                               \
	X(LEARNER, "learner", N_("mentee or coachee"))                                                                 \
	X(GUIDE, "guide", N_("mentor or coach"))                                                                       \
	X(BOTH, "both", N_("both"))                                                                                    \
	X(COORDINATOR, "coordinator", N_("coordinator"))

enum ch_initiator {
	CH_NO_INITIATOR,
#define X(name, code, label) CH_BY_##name,
	CH_INITIATORS(X)
#undef X
};

#define CH_CLOSURE_REASONS(X)                                                                                          \
	X(PLANNED_END, "planned_end", N_("reached planned end"))                                                       \
	X(GOALS, "goals_attained", N_("goals attained"))                                                               \
	X(MUTUAL, "mutual_agreement", N_("mutual agreement"))                                                          \
	X(LEARNER_NO_BENEFIT, "learner_not_benefiting", N_("mentee or coachee no longer benefiting"))                  \
	X(GUIDE_NO_BENEFIT, "guide_not_benefiting", N_("mentor or coach no longer benefiting"))                        \
	X(LEARNER_NO_TIME, "learner_no_time", N_("mentee or coachee's lack of time"))                                  \
	X(GUIDE_NO_TIME, "guide_no_time", N_("mentor or coach's lack of time"))                                        \
	X(LEARNER_LEFT, "learner_left", N_("mentee or coachee moved, left or on leave"))                               \
	X(GUIDE_LEFT, "guide_left", N_("mentor or coach moved, left or on leave"))                                     \
	X(LEARNER_LOST, "learner_lost_contact", N_("lost contact with the mentee or coachee"))                         \
	X(GUIDE_LOST, "guide_lost_contact", N_("lost contact with the mentor or coach"))                               \
	X(NOT_A_FIT, "not_a_good_fit", N_("not a good fit"))                                                           \
	X(CONFLICT, "conflict_of_interest", N_("conflict of interest or reporting line"))                              \
	X(SAFEGUARDING, "safeguarding", N_("safeguarding"))                                                            \
	X(SCHEME_CLOSED, "scheme_closed", N_("scheme closed"))                                                         \
	X(MISTAKE, "made_by_mistake", N_("made by mistake"))                                                           \
	X(OTHER, "other", N_("other"))

enum ch_closure_reason {
	CH_NO_CLOSURE_REASON,
#define X(name, code, label) CH_BECAUSE_##name,
	CH_CLOSURE_REASONS(X)
#undef X
};

struct ch_pairing {
	int64_t pairing_id;
	int64_t row_version;
	int64_t programme_id;
	int kind; /* enum ch_kind: the programme's when it was made */
	int64_t guide_id;
	int64_t learner_id;
	int state;
	int64_t spell_id; /* the current or last spell */
	int64_t proposal_id;
	int manager_coach; /* R4: the guide manages the learner; counted apart */
	ch_date made_on;
	int64_t sessions_held; /* kept, all spells */
	ch_date last_session_on;
	ch_date next_session_on; /* the next one arranged */
	ch_date next_due_on;
	int64_t open_actions;
	int64_t unfinished_records;
};

struct ch_spell {
	int64_t spell_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t number; /* 1, 2, ... within the pairing */
	ch_date made_on;
	ch_date started_on;
	ch_date paused_on; /* of the pause that lasts */
	ch_date pause_until; /* the day on which they mean to go on; CH_NO_DATE: not said */
	ch_date resumed_on;
	ch_date closing_on; /* when the end was recorded */
	ch_date closed_on;  /* the day it ended, from closing on */
	int closure_kind;
	int closure_initiator;
	int closure_reason;
	const char *closure_note; /* in words; asked for where the reason is CH_BECAUSE_OTHER */
	int rematch; /* enum ch_yes: the learner wants another guide (R36) */
	ch_date brief_on;      /* brief.h: R37 */
	ch_date brief_read_on;
	ch_date three_way_on; /* when the last of three said yes (R60) */
	int64_t sessions_so_far; /* held by so_far_on, recorded here or not; CH_UNKNOWN: nobody said */
	ch_date so_far_on;
	ch_date last_met_on; /* where that session is not recorded */
	ch_date taken_session_on; /* of the session that a coordinator took away last, */
	ch_date taken_on;	  /* when, */
	const char *taken_by;	  /* and who; never a word of it */
};

/* The last day on which the two met, as was told and not recorded, or by which they had; CH_NO_DATE: nobody told. */
static inline ch_date ch_spell_met_by(const struct ch_spell *spell)
{
	if (spell->last_met_on != CH_NO_DATE)
		return spell->last_met_on;
	return spell->sessions_so_far != CH_UNKNOWN && spell->sessions_so_far > 0 ? spell->so_far_on : CH_NO_DATE;
}

/* The two meet no more: closing or closed. */
static inline bool ch_pairing_has_ended(int state)
{
	return state == CH_PAIRING_CLOSING || state == CH_PAIRING_CLOSED;
}

/*
 * What is to be known before these two are paired in the programme (R19, R35): that the learner has a live pairing
 * there, that the guide is above them in the reporting line. *text: a sentence without its end, or NULL. Nothing
 * refuses it.
 */
enum ch_status ch_pairing_foresee(struct ch_context *c, const struct ch_pairing *pairing, struct ch_arena *arena,
				  const char **text, struct ch_error *err);

/*
 * Makes a pairing in `contracting` by hand: guide_id, learner_id and
 * programme_id are read; both are enrolled in the programme where they are not
 * yet. Refused: a day to come as made_on, R1 (oneself, a live pairing of the same two), R2 (reporting
 * line, mentoring), R13 (capacity over all programmes).
 */
enum ch_status ch_pairing_add(struct ch_context *c, struct ch_pairing *pairing, struct ch_error *err);

enum ch_status ch_pairing_get(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
			      struct ch_pairing *pairing, struct ch_error *err);
enum ch_status ch_spell_get(struct ch_context *c, int64_t spell_id, struct ch_arena *arena, struct ch_spell *spell,
			    struct ch_error *err);

/* What the agreement would be if nothing were changed: the saved one, else the programme's defaults. */
enum ch_status ch_agreement_draft(struct ch_context *c, int64_t pairing_id, struct ch_arena *arena,
				  struct ch_agreement *agreement, struct ch_error *err);

/*
 * The yes of each side that stands in the current spell: its newest answer, as the start asks for it (R29). It is a
 * fact of what the two agreed, and shown to both.
 */
enum ch_status ch_agreement_yes_days(struct ch_context *c, int64_t pairing_id, struct ch_yes_days *days,
				     struct ch_error *err);

/*
 * Saves the agreement of the current spell, and for each side that agreed its answer with provenance (R29). Each of the
 * two says their own yes, at their own desk. A coordinator records anyone's, a guide also what the learner told them
 * (spoken, nothing else); all else is refused (CH_DATA).
 */
enum ch_status ch_pairing_agree(struct ch_context *c, int64_t pairing_id, struct ch_agreement *agreement,
				const struct ch_agreed *agreed, struct ch_error *err);

/*
 * contracting -> active. Refused without an agreement (R28), a yes of each side (R29), its fields (R31), an end in
 * coaching (R38).
 */
enum ch_status ch_pairing_start(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err);

/*
 * active -> paused, paused -> active. Nothing is due while paused. `until` is the day on which the two mean to go on,
 * CH_NO_DATE where nobody said; it resumes nothing by itself, but is found when it is over. Refused (CH_DATA): one that
 * is not after the day on which the pause begins.
 */
enum ch_status ch_pairing_pause(struct ch_context *c, int64_t pairing_id, ch_date on, ch_date until,
				struct ch_error *err);
enum ch_status ch_pairing_resume(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err);

/*
 * Coaching becomes mentoring, or the other way round (R26): the pairing goes on in `programme_id`, which is of the
 * other kind, with its spell, sessions, goals and actions. The rules of the new kind are asked, those of making a
 * pairing and of beginning one. Both are enrolled there in the roles of that kind.
 */
enum ch_status ch_pairing_change_kind(struct ch_context *c, int64_t pairing_id, int64_t programme_id,
				      struct ch_error *err);

/*
 * How often the two met so far in this time together, and when last, where those sessions are not recorded: a total
 * from before the scheme was kept here. It is a fact for reminders, the closing and the figures, and makes no session.
 * `told` has the three fields of it, an empty one takes it back; a number without a day is of today. Refused (CH_DATA):
 * a day in the future.
 */
enum ch_status ch_pairing_so_far(struct ch_context *c, int64_t pairing_id, const struct ch_spell *told,
				 struct ch_error *err);

/* How many of those sessions are not recorded here. */
enum ch_status ch_pairing_unrecorded(struct ch_context *c, int64_t pairing_id, int64_t *sessions, struct ch_error *err);

struct ch_closure {
	ch_date on; /* CH_NO_DATE: today */
	int kind, initiator, reason;
	int rematch; /* enum ch_yes: the learner wants another guide */
	const char *note; /* the reason in words, the caller's; NULL: none */
	bool kind_if_met; /* `kind` is said of several: one of them that never met is closed as never started, */
	int reason_if_not; /* and for this reason; CH_NO_CLOSURE_REASON: for `reason` */
};

/*
 * Any live state -> closing, with kind, initiator and reason, all three required (R69): its places are free, and
 * feedback is asked of both (feedback.h), which closes it. One that never met is `never_started`, and closed at once:
 * another kind is refused (CH_DATA), as the measures would count it as ended early (R73), and so is that it reached its
 * planned end or attained its goals. Where nobody of the programme
 * has a session on record it is not known who met, and one that was started may be any kind.
 * One that was made by mistake (the wrong person clicked) is no ending and no match: it is closed as never started, by
 * the coordinator where nobody is said, and no figure counts it (the views counted_pairing and counted_spell).
 * Refused (CH_DATA) where they met: that is a fact, and counts.
 * Whether the learner wants another guide decides on their enrolment (R36): a no withdraws them where the end does not
 * complete them, a yes lets them wait on where it would; not said, they wait on after an early end.
 */
enum ch_status ch_pairing_close(struct ch_context *c, int64_t pairing_id, const struct ch_closure *closure,
				struct ch_error *err);

/*
 * What to ask of an end before it is kept, or to say once it is: one said to be another than never started though no
 * session of the programme is recorded, to be as planned more than a month before the end agreed on, or to be for
 * another reason than the listed ones, without a word of it. *doubt has
 * what is odd and how to mend it, and the status CH_OK where nothing is. An end is a fact, and never refused for it;
 * the measures count it as it is said (R73).
 */
enum ch_status ch_pairing_doubt_closure(struct ch_context *c, int64_t pairing_id, const struct ch_closure *closure,
					struct ch_error *doubt, struct ch_error *err);

/*
 * What a form for closing begins with: never started as the kind where the two never met; where one of them said at
 * the comfort check that it is not a good fit, the kind, that side and that reason (R36); else nothing. Of that check
 * nothing for anybody but a coordinator, as neither side reads what the other answered (R79).
 */
enum ch_status ch_pairing_suggest_closure(struct ch_context *c, int64_t pairing_id, struct ch_closure *closure,
					  struct ch_error *err);

/*
 * The learner goes on with another guide, without anybody's fault being implied (R36): the pairing is closed as
 * `closure` says, its kind following from whether they met, and made anew in contracting on the terms agreed before;
 * both yeses are asked anew. All of it or nothing. The rules of making a pairing judge the new one, and
 * c->override_reason overrides as there. Who it became is in *pairing_id_after.
 */
enum ch_status ch_pairing_hand_over(struct ch_context *c, int64_t pairing_id, int64_t guide_id,
				    const struct ch_closure *closure, int64_t *pairing_id_after, struct ch_error *err);

/*
 * closing or closed -> contracting, as a new spell. Passes the gates of making a pairing again. What is still asked of
 * the end before is waived; what was said of it stays. `on` is the day on which they took up again, CH_NO_DATE: today;
 * refused (CH_DATA): one before the end, or after today.
 */
enum ch_status ch_pairing_reopen(struct ch_context *c, int64_t pairing_id, ch_date on, struct ch_error *err);

#endif
