/*
 * An agreement: what the pair agreed at the start of a spell (R28 to R32), and
 * how each side's yes was given.
 */
#ifndef CHIRON_AGREEMENT_H
#define CHIRON_AGREEMENT_H

#include "chiron/answer.h"
#include "chiron/context.h"

/* That a mentor has no more experience than the mentee, on purpose (R5). */
#define CH_EXPERIENCES(X)                                                                                              \
	X(PEER, "peer", N_("peers"))                                                                                   \
	X(REVERSE, "reverse", N_("reverse: the mentee is the more senior"))

enum ch_experience {
	CH_NO_EXPERIENCE,
#define X(name, code, label) CH_EXPERIENCE_##name,
	CH_EXPERIENCES(X)
#undef X
};

struct ch_agreement {
	int64_t agreement_id;
	int64_t row_version;
	int64_t spell_id;
	const char *interval; /* R32: "1 month", "2 weeks" */
	const char *usual_day; /* day and time, "Tuesdays 17:30" */
	int64_t usual_minutes;
	const char *usual_place; /* or medium */
	ch_date starts_on;
	ch_date planned_end_on;
	int64_t planned_sessions; /* R38 */
	int64_t extensions;	  /* kept: how often the end was moved on since the start (R70) */
	int open_ended;		  /* R40 */
	int purpose; /* enum ch_purpose (R24) */
	int64_t objective_id; /* that the pairing serves (R25); 0: none */
	int share_action_wording; /* yes: the pair lets the coordinator read the wording of actions (R58) */
	int known_before;	  /* R34: no: an introductory meeting comes first */
	int power_spoken;	  /* R35: yes: the two have spoken of power between them */
	int conflict_declared;	  /* R41: yes: the guide declares no conflict of interest */
	ch_date aims_shared_on;	  /* the learner has told the guide what they want (R30) */
	int experience;		  /* enum ch_experience; 0: the mentor has more, or nothing was said */
};

/* Whose yes is recorded with an agreement, how it was given and when (R29). */
struct ch_agreed {
	bool guide, learner;
	int how;    /* enum ch_how */
	ch_date on; /* CH_NO_DATE: today */
};

/* The day of each side's yes that stands (R29), CH_NO_DATE: none; and how it was given, enum ch_how. */
struct ch_yes_days {
	ch_date guide, learner;
	int guide_how, learner_how;
};

#endif
