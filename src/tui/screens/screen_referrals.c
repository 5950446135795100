/* The referrals of a pairing: passed on only as R62 says, step by step. */
#include "tui/screens/matters.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_column columns[] = {
	{.key = "raised_on", .rank = 0, .width = 12},
	{.key = "state", .rank = 0, .width = 12},
	{.key = "discussed_on", .rank = 2, .width = 12},
	{.key = "approved", .rank = 1, .width = 9},
	{.key = "forwarded_on", .rank = 2, .width = 12},
};

static const char *no_referrals(const struct scheme_list *list)
{
	(void)list;
	return _("None. " KEY_(ADD) " raises what is outside the remit of the two.");
}

static const struct scheme_list_spec list_spec = {.list = CH_LIST_REFERRALS,
						  .columns = columns,
						  .column_count = COUNT(columns),
						  .empty = no_referrals,
						  .fixed = true};

static const struct form_field raise_fields[] = {
	{.key = "about",
	 .label = N_("About"),
	 .help = N_("What it is; only the two of the pair read it"),
	 .type = CH_TYPE_LINES,
	 .wording = true},
	MATTER_DAY(N_("The day it came up; empty: today. Harm does not wait for a yes: your safeguarding procedure "
		      "comes first, outside chiron")),
};

static const struct form_field discuss_fields[] = {
	{.key = "to_whom",
	 .label = N_("To whom"),
	 .help = N_("Who would deal with it; only the two read it"),
	 .type = CH_TYPE_LINES,
	 .required = true,
	 .wording = true},
	{.key = "said",
	 .label = N_("Told and said"),
	 .help = N_("What the mentee or coachee was told, and what they said; only the two read it"),
	 .type = CH_TYPE_LINES,
	 .required = true,
	 .wording = true},
	MATTER_DAY(N_("The day it was talked over; empty: today")),
};

static const struct form_field answer_fields[] = {MATTER_DAY(N_("The day they said so; empty: today")), MATTER_HOW};

static enum ch_status raise_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_referral referral;

	ch_record_start(ch_entity_of(CH_REFERRAL), &referral);
	referral.pairing_id = id;
	if (form_day(form, "on", &referral.raised_on, err) != CH_OK)
		return err->status;
	return ch_referral_raise(c, &referral, form_value(form, "about"), err);
}

static enum ch_status discuss_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	ch_date on;

	if (form_day(form, "on", &on, err) != CH_OK)
		return err->status;
	return ch_referral_discuss(c, id, on, form_value(form, "to_whom"), form_value(form, "said"), err);
}

static enum ch_status answer_save(struct ch_context *c, const struct form *form, int64_t id, bool yes,
				  struct ch_error *err)
{
	ch_date on;

	if (form_day(form, "on", &on, err) != CH_OK)
		return err->status;
	return ch_referral_answer(c, id, yes, matter_how(form), on, err);
}

static enum ch_status approve_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	return answer_save(c, form, id, true, err);
}

static enum ch_status decline_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	return answer_save(c, form, id, false, err);
}

static enum ch_status forward_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	(void)form;
	return ch_referral_forward(c, id, err);
}

static enum ch_status close_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	(void)form;
	return ch_referral_close(c, id, err);
}

static const char *const raised[] = {"raised", NULL};
static const char *const discussed[] = {"discussed", NULL};
static const char *const approved[] = {"approved", NULL};
static const char *const discussable[] = {"discussed", "approved", NULL};
static const char *const declinable[] = {"discussed", "approved", NULL};
static const char *const not_closed[] = {"raised", "discussed", "approved", "declined", "forwarded", NULL};

#define STEP(command_name, op, step_name, title_text, done_text, states)                                               \
	.command = COMMAND_##command_name, .operation = CH_OP_REFERRAL_##op, .name = step_name, .title = title_text,   \
	.done = done_text, .from = states

static const struct matter_step steps[] = {
	{STEP(ADD, RAISE, "raise", N_("Raise what is outside the remit"), N_("It is raised; " KEY_(OPEN) " records the "
				      "talk"),
	      NULL),
	 .fields = raise_fields, .field_count = COUNT(raise_fields), .save = raise_save},
	{STEP(OPEN, DISCUSS, "discuss", N_("It was talked over with the mentee or coachee"),
	      N_("The talk is recorded; " KEY_(OPEN) ": they say yes, " KEY_(DECLINE) ": no"), raised),
	 .fields = discuss_fields, .field_count = COUNT(discuss_fields), .save = discuss_save},
	{STEP(EDIT, DISCUSS, "discuss", N_("It was talked over anew: their answer is asked anew"),
	      N_("The talk is recorded; " KEY_(OPEN) ": they say yes, " KEY_(DECLINE) ": no"), discussable),
	 .fields = discuss_fields, .field_count = COUNT(discuss_fields), .save = discuss_save},
	{STEP(OPEN, ANSWER, "approve", N_("The mentee or coachee says yes to passing it on"),
	      N_("Their yes is recorded; " KEY_(OPEN) " once it is passed on"), discussed),
	 .fields = answer_fields, .field_count = COUNT(answer_fields), .asks_how = true, .save = approve_save},
	{STEP(DECLINE, ANSWER, "decline", N_("The mentee or coachee says no: nothing is passed on"),
	      N_("Their no is recorded"), declinable),
	 .fields = answer_fields, .field_count = COUNT(answer_fields), .asks_how = true, .save = decline_save},
	{STEP(OPEN, FORWARD, "forward", N_("It was passed on, to whom the mentee or coachee said"),
	      N_("It is passed on; " KEY_(CLOSE) " closes it"), approved),
	 .save = forward_save},
	{STEP(CLOSE, CLOSE, "close", N_("Close the referral"), N_("It is closed"), not_closed), .save = close_save},
};

static const enum ch_text_kind texts[] = {CH_TEXT_REFERRAL, CH_TEXT_REFERRAL_TO, CH_TEXT_DISCUSSION, CH_NO_TEXT_KIND};

static const struct matter_kind referrals = {
	.entity = CH_REFERRAL,
	.list = &list_spec,
	.title = N_("referrals"),
	.texts = texts,
	.reminder = ch_referral_topics,
	.reminder_label = N_("Not for the two"),
	.steps = steps,
	.step_count = COUNT(steps),
};

void referrals_open(struct app *app, int64_t pairing_id)
{
	matters_open(app, &referrals, pairing_id);
}
