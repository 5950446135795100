#include "chiron/referral.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_referral

static const struct ch_field referral_fields[] = {
	RECORD_HEAD(referral_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .choices = choices_referral_state, .flags = CH_FIELD_KEPT,
	      .width = 10),
	FIELD(raised_on, DATE, FACT, .label = N_("Raised on"), .flags = CH_FIELD_FIXED, .width = 10,
	      .help = N_("the day it came up; else today")),
	FIELD(discussed_on, DATE, FACT, .label = N_("Discussed on"), .flags = CH_FIELD_KEPT, .width = 12,
	      .help = N_("with the mentee or coachee, before anything is passed on"), .rules = "R62"),
	FIELD(approved, YES, FACT, .label = N_("Approved"), .flags = CH_FIELD_KEPT, .width = 8,
	      .help = N_("by the mentee or coachee, for what was discussed"), .rules = "R62"),
	FIELD(answered_on, DATE, FACT, .label = N_("Answered on"), .flags = CH_FIELD_KEPT, .width = 11),
	FIELD(how, CHOICE, FACT, .label = N_("How"), .choices = choices_how, .flags = CH_FIELD_KEPT,
	      .help = N_("how they said so")),
	FIELD(recorded_by, ID, FACT, .label = N_("Recorded by"), .refers_to = CH_PERSON, .flags = CH_FIELD_KEPT),
	FIELD(forwarded_on, DATE, FACT, .label = N_("Forwarded on"), .flags = CH_FIELD_KEPT, .width = 12),
	FIELD(closed_on, DATE, FACT, .label = N_("Closed on"), .flags = CH_FIELD_KEPT, .width = 10),
};

ENTITY(REFERRAL, referral, "referral", "referrals", N_("Referral"), referral_fields);

const char *const *ch_referral_topics(void)
{
	static const char *const topics[] = {
		N_("mental or physical health, and anything a counsellor or therapist is for"),
		N_("harm to oneself or to others: that does not wait for a yes. Your safeguarding procedure comes "
		   "first, outside chiron"),
		N_("bullying, harassment, discrimination, or a grievance"),
		N_("debt, legal matters, or anything a professional answers for"),
		N_("pay, promotion or discipline, which are the line manager's"),
		NULL,
	};

	return topics;
}
