/*
 * A session: one meeting of a pairing, with its record.
 *
 * arranged -> held, cancelled or no-show. What happened is always recorded at
 * once and counts (first principle of RULES.md); a held session is *complete*
 * when it has a learning summary, or "kept by the pair", and an action or an
 * explicit "no actions" (R42), and in coaching when the actions open before it
 * were reviewed (R44, R45). Until then it is an unfinished record.
 *
 * The wording - topics, learning, reflections - is class pair: it goes to
 * ch_pair_text_write(), never into this record.
 */
#ifndef CHIRON_SESSION_H
#define CHIRON_SESSION_H

#include "chiron/context.h"
#include "chiron/feedback.h"
#include "chiron/pairing.h"

#define CH_SESSION_STATES(X)                                                                                           \
	X(ARRANGED, "arranged", N_("arranged"))                                                                        \
	X(HELD, "held", N_("held"))                                                                                    \
	X(CANCELLED, "cancelled", N_("cancelled"))                                                                     \
	X(NO_SHOW, "no_show", N_("no-show"))

enum ch_session_state {
	CH_NO_SESSION_STATE,
#define X(name, code, label) CH_SESSION_##name,
	CH_SESSION_STATES(X)
#undef X
};

#define CH_MEDIA(X)                                                                                                    \
	X(IN_PERSON, "in_person", N_("in person"))                                                                     \
	X(VIDEO, "video", N_("video"))                                                                                 \
	X(PHONE, "phone", N_("phone"))

enum ch_medium {
	CH_NO_MEDIUM,
#define X(name, code, label) CH_MEDIUM_##name,
	CH_MEDIA(X)
#undef X
};

#define CH_ATTENDANCES(X)                                                                                              \
	X(ATTENDED, "attended", N_("attended"))                                                                        \
	X(LATE, "late", N_("late"))                                                                                    \
	X(ABSENT, "no_show", N_("did not come"))

enum ch_attendance {
	CH_NO_ATTENDANCE,
#define X(name, code, label) CH_##name,
	CH_ATTENDANCES(X)
#undef X
};

#define CH_LEARNINGS(X)                                                                                                \
	X(WRITTEN, "written", N_("written"))                                                                           \
	X(KEPT_BY_PAIR, "kept_by_pair", N_("kept by the pair"))

enum ch_learning {
	CH_NO_LEARNING,
#define X(name, code, label) CH_LEARNING_##name,
	CH_LEARNINGS(X)
#undef X
};

/* What a place was like (R50). */
#define CH_PLACE_MARKS(X)                                                                                              \
	X(PRIVATE, "private", N_("private"))                                                                           \
	X(QUIET, "quiet", N_("quiet"))                                                                                 \
	X(OPEN, "open", N_("open to passers-by"))

enum ch_place_mark {
	CH_NO_PLACE_MARK,
#define X(name, code, label) CH_PLACE_##name,
	CH_PLACE_MARKS(X)
#undef X
};

struct ch_session {
	int64_t session_id;
	int64_t row_version;
	int64_t pairing_id;
	int64_t spell_id;
	int64_t number; /* of the held ones of its spell, 1, 2, ...; 0 where not held */
	int state;
	ch_date session_date;
	int64_t starts_at; /* minute of the day */
	int64_t minutes;
	int medium;
	const char *place;
	int place_marks;      /* set: 1 << enum ch_place_mark */
	int64_t place_rating; /* 1 to 5, by either of the two (R50) */
	const char *framework; /* the name of what it followed (R51); NULL: not said */
	int guide_attendance;
	int learner_attendance;
	int guide_prepared, learner_prepared; /* R49 */
	int cancelled_by; /* enum ch_initiator: who cancelled, or who did not come */
	ch_date cancelled_on;
	int introduction; /* R34: yes: the introductory meeting */
	int aim;	  /* yes: one was set ahead (R47); what it says is class pair */
	int64_t goal_id;  /* of the pairing's, that it worked towards (R48); 0: not said */
	const char *techniques; /* list of tags (R54) */
	int revisited;	  /* yes: what was learned before was taken up again (R46) */
	int learning;	  /* that there is a summary, not what it says (R42) */
	int no_actions;	  /* yes: the pair agreed on none (R42) */
	int actions_reviewed;
	int complete;
	const char *logged_at;
};

/* An action agreed in a session: facts, and its wording for the pair. */
struct ch_new_action {
	int owner; /* enum ch_side */
	ch_date due_on;
	const char *text; /* class pair; NULL: none given */
};

/* What stands under a heading of the session's framework. */
struct ch_session_section {
	const char *heading;
	const char *text; /* class pair; NULL or blank: nothing */
};

/* What logging brings beyond the session's facts. All texts are class pair. */
struct ch_session_record {
	const char *topics;
	const char *framework; /* of the sections; NULL: what the session says */
	const struct ch_session_section *sections; /* become parts of the topics */
	size_t section_count;
	const char *learning;
	const struct ch_new_action *actions;
	size_t action_count;
};

/* What logging did, for the one line that says so. */
struct ch_session_logged {
	int64_t session_id;
	int64_t number;
	int64_t about; /* sessions planned or due in all; 0: not known */
	bool last_planned; /* as many were held as were agreed on, which is a number of sessions (R38) */
	ch_date next_due_on;
	int64_t to_review; /* earlier actions still open */
	int64_t same_day;  /* another session of the pairing on that day; 0: none */
	ch_date before_start; /* the day the two began, where the session was earlier; else CH_NO_DATE */
	ch_date after_end;    /* the day the two ended, where the session was later; else CH_NO_DATE */
	bool ended;	      /* the pairing is closing or closed */
	bool unusually_long;  /* ch_session_is_long() */
	bool complete;
};

/*
 * A session that a person is to be asked about: a command hands it to the face
 * that has the form. What is known in `given` is not asked again.
 */
struct ch_session_asked {
	int64_t pairing_id; /* whose it is; 0: it is asked */
	bool finishes;	    /* `given` was logged before, and what its record lacks is asked */
	bool headings;	    /* those of given->framework are asked one by one */
	const struct ch_session *given;
	struct ch_enjoyed enjoyed; /* R48 */
	struct ch_session_logged logged; /* what became of it; session_id 0: it was left, and is no session yet */
};

/* Longer than a working day: more likely a slip than a session; kept as it is said, and pointed out. */
static inline bool ch_session_is_long(int64_t minutes)
{
	return minutes > 8 * 60;
}

/*
 * The day from which on two meet: that which they agreed on, or were started on, whichever is earlier. CH_NO_DATE: they
 * have not begun.
 */
static inline ch_date ch_pairing_began_on(const struct ch_spell *spell, const struct ch_agreement *agreement)
{
	bool agreed = agreement->agreement_id != 0 && agreement->starts_on != CH_NO_DATE;

	if (spell->started_on == CH_NO_DATE || !agreed || spell->started_on < agreement->starts_on)
		return spell->started_on;
	return agreement->starts_on;
}

/*
 * Arranges one for a future (or today's) date: pairing_id and session_date are read. `aim` is what it is for (R47),
 * written as its topics in the same change: where ch_pair_text_write() refuses it, nothing is arranged. NULL where
 * none is said.
 */
enum ch_status ch_session_arrange(struct ch_context *c, struct ch_session *session, const char *aim,
				  struct ch_error *err);

/*
 * Records a meeting that was held: pairing_id, session_date (default today),
 * minutes (default the usual length) and attendance (default: both came).
 * session_id 0 makes a new session, unless one is arranged for that date: then
 * that one becomes held. Never refused for a rule; refused only for what
 * cannot be: a date in the future, a length out of range, a pairing never made.
 */
enum ch_status ch_session_log(struct ch_context *c, struct ch_session *session, const struct ch_session_record *record,
			      struct ch_session_logged *logged, struct ch_error *err);

/* Records that nobody met: cancelled (by whom, when told) or no-show (who). As ch_session_log() otherwise. */
enum ch_status ch_session_cancel(struct ch_context *c, struct ch_session *session, bool no_show, struct ch_error *err);

/* Saves corrected facts of a session. */
enum ch_status ch_session_set(struct ch_context *c, struct ch_session *session, struct ch_error *err);

/*
 * Removes a session recorded by mistake, with its wording; actions agreed in it stay, as agreed between sessions. The
 * change journal keeps its facts, and the audit log that it was removed.
 */
enum ch_status ch_session_remove(struct ch_context *c, int64_t session_id, struct ch_error *err);

/* Adds wording and actions to a session that was logged before. */
enum ch_status ch_session_finish(struct ch_context *c, int64_t session_id, const struct ch_session_record *record,
				 bool no_actions, bool kept_by_pair, struct ch_error *err);

enum ch_status ch_session_get(struct ch_context *c, int64_t session_id, struct ch_arena *arena,
			      struct ch_session *session, struct ch_error *err);

#endif
