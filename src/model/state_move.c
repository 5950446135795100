/*
 * The moves of the state tables: the command of each step, and why it waits. A
 * text is given where some refusal needs it (a test).
 */
#include "chiron/action.h"
#include "chiron/enrolment.h"
#include "chiron/goal.h"
#include "chiron/referral.h"
#include "chiron/release.h"
#include "chiron/session.h"
#include "chiron/state.h"
#include "chiron/status.h"

#define ANEW_PROPOSED N_("`chiron proposal add` proposes the two anew")
#define ANEW_RAISED N_("where they think otherwise later, raise it anew: `chiron referral raise`")
#define ANEW_SHARED N_("what follows is another one: `chiron share add`")
#define NEW_ACTION N_("what is left to do is a new one: `chiron action add`")
#define NEW_GOAL N_("`chiron goal add` sets the next one")

#define ONCE_ANSWERED N_("a referral is answered once it has been talked over, and until it has come to its end")
#define ONCE_CALLED_OFF N_("only an arranged session is called off or missed")
#define CORRECTED N_("`chiron session set` corrects what is recorded")
#define ACTION_ONCE N_("an action is done, carried forward or dropped once")
#define GOAL_ONCE N_("a goal is open until it is attained or dropped")

static const struct ch_move moves[] = {
	{.operation = CH_OP_PROGRAMME_OPEN,
	 .rule = "R20",
	 .command = "`chiron programme open`",
	 .only = N_("a programme opens once, from its design"),
	 .instead = N_("`chiron programme add` begins another one")},
	{.operation = CH_OP_PROGRAMME_CLOSE, .command = "`chiron programme close`"},

	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_APPLIED,
	 .command = "`chiron enrolment set --state applied`",
	 .lacks = N_("they withdrew and have not applied again"),
	 .only = N_("only who withdrew applies again"),
	 .instead = N_("`chiron enrolment set --state withdrawn` records that they withdrew")},
	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_READY,
	 .rule = "R15",
	 .command = "`chiron enrolment set --state ready`",
	 .lacks = N_("they have not been made ready")},
	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_NOT_READY,
	 .command = "`chiron enrolment set --state not_ready`"},
	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_PAUSED,
	 .command = "`chiron enrolment set --state paused`"},
	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_COMPLETED,
	 .command = "`chiron enrolment set --state completed`"},
	{.operation = CH_OP_ENROLMENT_SET,
	 .to = CH_ENROLMENT_WITHDRAWN,
	 .command = "`chiron enrolment set --state withdrawn`"},

	{.operation = CH_OP_PROPOSAL_APPROVE,
	 .rule = "R17",
	 .command = "`chiron proposal approve`",
	 .only = N_("only a draft is approved"),
	 .instead = ANEW_PROPOSED},
	{.operation = CH_OP_PROPOSAL_ACCEPT,
	 .command = "`chiron proposal accept`",
	 .only = N_("what was declined or has run out is accepted no more"),
	 .instead = ANEW_PROPOSED},
	{.operation = CH_OP_PROPOSAL_DECLINE,
	 .command = "`chiron proposal decline`",
	 .only = N_("only a proposal that waits is declined"),
	 .instead = N_("the pairing of one that was accepted is ended: `chiron pairing close`")},

	{.operation = CH_OP_PAIRING_START,
	 .rule = "R28",
	 .command = "`chiron pairing start`",
	 .lacks = N_("it has not begun")},
	{.operation = CH_OP_PAIRING_PAUSE, .command = "`chiron pairing pause`"},
	{.operation = CH_OP_PAIRING_RESUME,
	 .command = "`chiron pairing resume`",
	 .lacks = N_("it has begun and only rests")},
	{.operation = CH_OP_PAIRING_CLOSE,
	 .command = "`chiron pairing close`",
	 .only = N_("it has ended already"),
	 .instead = N_("where the two go on together, `chiron pairing reopen`")},
	{.operation = CH_OP_PAIRING_REOPEN,
	 .command = "`chiron pairing reopen`",
	 .lacks = N_("it has ended"),
	 .only = N_("only a pairing that has ended begins anew"),
	 .instead = N_("where the two end, `chiron pairing close`")},

	{.operation = CH_OP_FEEDBACK_RECORD,
	 .rule = "R65",
	 .command = "`chiron feedback record`",
	 .lacks = N_("what the two say of it at the end is awaited, or a word that it is not")},
	{.operation = CH_OP_FEEDBACK_WAIVE,
	 .rule = "R65",
	 .command = "`chiron feedback waive`",
	 .only = N_("only what is still awaited is waived"),
	 .instead = N_("what comes late is recorded all the same: `chiron feedback record`")},

	{.operation = CH_OP_SESSION_LOG,
	 .command = "`chiron log`",
	 .only = N_("what was called off or missed did not take place"),
	 .instead = N_("the meeting that did is logged by itself: `chiron log`")},
	{.operation = CH_OP_SESSION_CANCEL,
	 .to = CH_SESSION_CANCELLED,
	 .rule = "R49",
	 .command = "`chiron session cancel`",
	 .only = ONCE_CALLED_OFF,
	 .instead = CORRECTED},
	{.operation = CH_OP_SESSION_CANCEL,
	 .to = CH_SESSION_NO_SHOW,
	 .rule = "R49",
	 .command = "`chiron session cancel --no-show`",
	 .only = ONCE_CALLED_OFF,
	 .instead = CORRECTED},

	{.operation = CH_OP_REFERRAL_DISCUSS,
	 .rule = "R62",
	 .command = "`chiron referral discuss`",
	 .lacks = N_("it has not been talked over with the mentee or coachee"),
	 .only = N_("it has come to its end"),
	 .instead = ANEW_RAISED},
	{.operation = CH_OP_REFERRAL_ANSWER,
	 .to = CH_REFERRAL_IS_APPROVED,
	 .rule = "R62",
	 .command = "`chiron referral answer --approved yes`",
	 .lacks = N_("the mentee or coachee has not said yes to it"),
	 .only = ONCE_ANSWERED,
	 .instead = ANEW_RAISED},
	{.operation = CH_OP_REFERRAL_ANSWER,
	 .to = CH_REFERRAL_IS_DECLINED,
	 .rule = "R62",
	 .command = "`chiron referral answer --approved no`",
	 .only = ONCE_ANSWERED,
	 .instead = ANEW_RAISED},
	{.operation = CH_OP_REFERRAL_FORWARD,
	 .rule = "R62",
	 .command = "`chiron referral forward`",
	 .only = N_("nothing is passed on without the yes of the mentee or coachee, or twice"),
	 .instead = ANEW_RAISED},
	{.operation = CH_OP_REFERRAL_CLOSE, .rule = "R62", .command = "`chiron referral close`"},

	{.operation = CH_OP_RELEASE_ANSWER,
	 .to = CH_RELEASE_IS_APPROVED,
	 .rule = "R60",
	 .command = "`chiron share answer --approved yes`",
	 .lacks = N_("the mentee or coachee has not said yes to it"),
	 .only = N_("it has gone out"),
	 .instead = ANEW_SHARED},
	{.operation = CH_OP_RELEASE_ANSWER,
	 .to = CH_RELEASE_IS_DECLINED,
	 .rule = "R60",
	 .command = "`chiron share answer --approved no`",
	 .only = N_("it has gone out"),
	 .instead = ANEW_SHARED},
	{.operation = CH_OP_RELEASE_SEND, .rule = "R60", .command = "`chiron share send`"},

	{.operation = CH_OP_ACTION_SET,
	 .to = CH_ACTION_DONE,
	 .rule = "R43",
	 .command = "`chiron action done`",
	 .only = ACTION_ONCE,
	 .instead = NEW_ACTION},
	{.operation = CH_OP_ACTION_SET,
	 .to = CH_ACTION_CARRIED,
	 .rule = "R43",
	 .command = "`chiron action carry`",
	 .only = ACTION_ONCE,
	 .instead = NEW_ACTION},
	{.operation = CH_OP_ACTION_SET,
	 .to = CH_ACTION_DROPPED,
	 .rule = "R43",
	 .command = "`chiron action drop`",
	 .only = ACTION_ONCE,
	 .instead = NEW_ACTION},

	{.operation = CH_OP_GOAL_SET,
	 .to = CH_GOAL_ATTAINED,
	 .command = "`chiron goal attain`",
	 .only = GOAL_ONCE,
	 .instead = NEW_GOAL},
	{.operation = CH_OP_GOAL_SET,
	 .to = CH_GOAL_DROPPED,
	 .command = "`chiron goal drop`",
	 .only = GOAL_ONCE,
	 .instead = NEW_GOAL},
};

const struct ch_move *ch_moves(size_t *count)
{
	*count = sizeof moves / sizeof moves[0];
	return moves;
}

const struct ch_move *ch_move_of(enum ch_operation operation, int to)
{
	const struct ch_move *any = NULL;

	for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
		if (moves[i].operation != operation)
			continue;
		if (moves[i].to == 0 || moves[i].to == to)
			return &moves[i];
		if (any == NULL)
			any = &moves[i];
	}
	return any;
}
