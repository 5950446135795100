/*
 * An answer of a participant, with its provenance: the answer, whose, when,
 * how it was given, recorded by (RULES.md, third principle).
 */
#ifndef CHIRON_ANSWER_H
#define CHIRON_ANSWER_H

#include "chiron/context.h"
#include "chiron/grid.h"

#define CH_HOWS(X)                                                                                                     \
	X(DESK, "desk", N_("at their own desk"))                                                                       \
	X(FORM, "form", N_("on a form"))                                                                               \
	X(PAPER, "paper", N_("on paper"))                                                                              \
	X(EMAIL, "email", N_("by e-mail"))                                                                             \
	X(SPOKEN, "spoken", N_("spoken"))

enum ch_how {
	CH_NO_HOW,
#define X(name, code, label) CH_HOW_##name,
	CH_HOWS(X)
#undef X
};

#define CH_QUESTIONS(X)                                                                                                \
	X(KNOWS_PURPOSE, "knows_purpose", N_("knows why the two are working together"))                                \
	X(SHARES_ACTIONS, "shares_actions", N_("agrees that the coordinator reads the wording of actions"))            \
	X(THREE_WAY, "three_way", N_("agrees the aims and what may be shared, as one of three"))                       \
	X(READY_AIM, "ready_aim", N_("has a clear idea of what they want"))                                            \
	X(READY_TIME, "ready_time", N_("knows the time it takes and can commit it"))

enum ch_question {
	CH_NO_QUESTION,
#define X(name, code, label) CH_ASK_##name,
	CH_QUESTIONS(X)
#undef X
};

struct ch_answer {
	int64_t answer_id;
	int64_t row_version;
	int subject; /* enum ch_subject */
	int64_t subject_id;
	int64_t person_id; /* whose answer it is */
	int question;
	const char *value;
	ch_date answered_on;
	int how;
	int64_t recorded_by; /* person; 0: the coordinator */
	ch_date recorded_on;
};

#define CH_SUBJECTS(X)                                                                                                 \
	X(ENROLMENT, "enrolment", N_("enrolment"))                                                                     \
	X(SPELL, "spell", N_("spell"))

enum ch_subject {
	CH_NO_SUBJECT,
#define X(name, code, label) CH_ABOUT_##name,
	CH_SUBJECTS(X)
#undef X
};

/*
 * What a person last answered to each question, the newest first, with its provenance: question, value, day, how, who
 * recorded it (NULL: the coordinator) and programme. None for whoever is neither that person nor a coordinator (R79).
 */
enum ch_status ch_answer_list(struct ch_context *c, int64_t person_id, struct ch_arena *arena, struct ch_grid *grid,
			      struct ch_error *err);

#endif
