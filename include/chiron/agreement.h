/*
 * An agreement: what the pair agreed at the start of a spell (R28 to R32), and
 * how each side's yes was given.
 */
#ifndef CHIRON_AGREEMENT_H
#define CHIRON_AGREEMENT_H

#include "chiron/answer.h"
#include "chiron/context.h"

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
	int open_ended;		  /* R40 */
	int purpose; /* enum ch_purpose (R24) */
	int64_t objective_id; /* that the pairing serves (R25); 0: none */
	int share_action_wording; /* yes: the pair lets the coordinator read the wording of actions (R58) */
	int power_spoken;	  /* R35: yes: the two have spoken of power between them */
	int conflict_declared;	  /* R41: yes: the guide declares no conflict of interest */
};

/* Whose yes is recorded with an agreement, how it was given and when (R29). */
struct ch_agreed {
	bool guide, learner;
	int how;    /* enum ch_how */
	ch_date on; /* CH_NO_DATE: today */
};

#endif
