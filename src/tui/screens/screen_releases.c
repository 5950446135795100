/*
 * What goes out of a pairing, and what comes in: releases (R60, R64),
 * introductions (R53), and what the line manager says (R60).
 */
#include "tui/screens/matters.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

#define WORDS(field_label, help_text, is_required)                                                                     \
	{                                                                                                              \
		.key = "words", .label = field_label, .help = help_text, .type = CH_TYPE_LINES,                        \
		.required = is_required, .wording = true                                                               \
	}

/* ---- Releases ---- */

static const struct scheme_column release_columns[] = {
	{.key = "noted_on", .rank = 0, .width = 12},
	{.key = "kind", .rank = 1, .width = 20},
	{.key = "state", .rank = 0, .width = 10},
	{.key = "recipient", .rank = 2, .width = 20},
};

static const char *no_releases(const struct scheme_list *list)
{
	(void)list;
	return _("None. " KEY_(ADD) " notes what may be told; nothing goes out without the yes of whom it is about.");
}

static const struct scheme_list_spec release_list = {.list = CH_LIST_RELEASES,
						     .columns = release_columns,
						     .column_count = COUNT(release_columns),
						     .empty = no_releases,
						     .fixed = true};

#define RELEASE_WORDS                                                                                                  \
	WORDS(N_("It says"), N_("As it may be told; until the mentee or coachee says yes only the two read it"), true)

static const struct form_field achievement_fields[] = {RELEASE_WORDS, MATTER_DAY(N_("The day; empty: today"))};

static const struct form_field item_fields[] = {
	RELEASE_WORDS,
	{.key = "recipient", .label = N_("For"), .help = N_("Empty: the line manager"), .type = CH_TYPE_TEXT},
	MATTER_DAY(N_("The day; empty: today")),
};

static const struct form_field yes_fields[] = {
	WORDS(N_("Told and said"), N_("What the mentee or coachee was told, and said; only the two read it"), false),
	MATTER_DAY(N_("The day they said so; empty: today")),
	MATTER_HOW,
};

static const struct form_field no_fields[] = {MATTER_DAY(N_("The day they said so; empty: today")), MATTER_HOW};

static enum ch_status release_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_release release;
	const char *recipient = form_value(form, "recipient");

	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	release.pairing_id = id;
	release.recipient = *recipient != '\0' ? recipient : NULL;
	if (form_day(form, "on", &release.noted_on, err) != CH_OK)
		return err->status;
	return ch_release_add(c, &release, form_value(form, "words"), err);
}

static enum ch_status answer_save(struct ch_context *c, const struct form *form, int64_t id, bool yes,
				  struct ch_error *err)
{
	ch_date on;

	if (form_day(form, "on", &on, err) != CH_OK)
		return err->status;
	return ch_release_answer(c, id, yes, matter_how(form), on, yes ? form_value(form, "words") : NULL, err);
}

static enum ch_status yes_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	return answer_save(c, form, id, true, err);
}

static enum ch_status no_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	return answer_save(c, form, id, false, err);
}

static enum ch_status send_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	(void)form;
	return ch_release_send(c, id, err);
}

static const char *release_words(struct ch_context *c, int64_t id, struct ch_arena *arena)
{
	struct ch_error ignored = CH_NO_ERROR;
	const char *words;

	return ch_release_words(c, id, arena, &words, &ignored) == CH_OK ? words : NULL;
}

static const char *const unanswered[] = {"noted", "declined", NULL};
static const char *const approved[] = {"approved", NULL};
static const char *const declinable[] = {"noted", "approved", NULL};

#define STEP(command_name, op, step_name, title_text, done_text, states)                                               \
	.command = COMMAND_##command_name, .operation = CH_OP_##op, .name = step_name, .title = title_text,            \
	.done = done_text, .from = states

static const struct matter_step release_steps[] = {
	{STEP(ADD, RELEASE_ADD, "add", N_("Note an achievement that may be told"),
	      N_("It is noted; " KEY_(OPEN) ": they say yes"), NULL),
	 .only = CH_KIND_MENTORING,
	 .fields = achievement_fields, .field_count = COUNT(achievement_fields), .save = release_save},
	{STEP(ADD, RELEASE_ADD, "add", N_("Note what may go to the line manager"),
	      N_("It is noted; " KEY_(OPEN) ": they say yes"), NULL),
	 .only = CH_KIND_COACHING,
	 .fields = item_fields, .field_count = COUNT(item_fields), .save = release_save},
	{STEP(OPEN, RELEASE_ANSWER, "approve", N_("The mentee or coachee says yes to letting it out"),
	      N_("Their yes is recorded; " KEY_(OPEN) ": it went to the line manager"), unanswered),
	 .only = CH_KIND_COACHING,
	 .fields = yes_fields, .field_count = COUNT(yes_fields), .asks_how = true, .save = yes_save},
	{STEP(OPEN, RELEASE_ANSWER, "approve", N_("The mentee or coachee says yes to letting it out"),
	      N_("Their yes is recorded: it stands in the report achievements until " KEY_(DECLINE)), unanswered),
	 .only = CH_KIND_MENTORING,
	 .fields = yes_fields, .field_count = COUNT(yes_fields), .asks_how = true, .save = yes_save},
	{STEP(DECLINE, RELEASE_ANSWER, "decline", N_("The mentee or coachee says no: it stays with the two"),
	      N_("Their no is recorded"), declinable),
	 .fields = no_fields, .field_count = COUNT(no_fields), .asks_how = true, .save = no_save},
	{STEP(OPEN, RELEASE_SEND, "send", N_("It went to the line manager"), N_("It is passed on"), approved),
	 .only = CH_KIND_COACHING, .save = send_save},
};

static const enum ch_text_kind release_texts[] = {CH_TEXT_RELEASE, CH_TEXT_CONSENT, CH_NO_TEXT_KIND};

static const struct matter_kind releases = {
	.entity = CH_RELEASE,
	.list = &release_list,
	.title = N_("what may be let out"),
	.texts = release_texts,
	.open_words = release_words,
	.steps = release_steps,
	.step_count = COUNT(release_steps),
};

void releases_open(struct app *app, int64_t pairing_id)
{
	matters_open(app, &releases, pairing_id);
}

/* ---- Introductions ---- */

static const struct scheme_column introduction_columns[] = {
	{.key = "introduced_on", .rank = 0, .width = 14},
	{.key = "outcome", .rank = 0, .width = 20},
};

static const char *no_introductions(const struct scheme_list *list)
{
	(void)list;
	return _("None. " KEY_(ADD) " records that the mentor opened a door to somebody.");
}

static const struct scheme_list_spec introduction_list = {.list = CH_LIST_INTRODUCTIONS,
							  .columns = introduction_columns,
							  .column_count = COUNT(introduction_columns),
							  .empty = no_introductions,
							  .fixed = true};

static const struct ch_choice outcomes[] = {{"", ""},
					    {"met", N_("they met")},
					    {"led_on", N_("it led on")},
					    {"nothing", N_("nothing came of it")},
					    {NULL, NULL}};

static const struct form_field introduction_fields[] = {
	WORDS(N_("To whom"), N_("And what is hoped for; only the two read it"), false),
	MATTER_DAY(N_("The day; empty: today")),
};

static const struct form_field outcome_fields[] = {
	{.key = "outcome",
	 .label = N_("Came of it"),
	 .help = N_("What is known of it by now"),
	 .type = CH_TYPE_CHOICE,
	 .choices = outcomes,
	 .required = true},
};

static enum ch_status introduction_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_introduction introduction;

	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	introduction.pairing_id = id;
	if (form_day(form, "on", &introduction.introduced_on, err) != CH_OK)
		return err->status;
	return ch_introduction_add(c, &introduction, form_value(form, "words"), err);
}

static enum ch_status outcome_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	int outcome = ch_choice_find(outcomes, form_value(form, "outcome"));

	return ch_introduction_settle(c, id, outcome > 0 ? (enum ch_outcome)outcome : CH_NO_OUTCOME, err);
}

static const struct matter_step introduction_steps[] = {
	{STEP(ADD, INTRODUCTION_ADD, "add", N_("Record an introduction"), N_("It is recorded; " KEY_(OPEN) ": what "
					       "came of it"),
	      NULL),
	 .fields = introduction_fields, .field_count = COUNT(introduction_fields), .save = introduction_save},
	{STEP(OPEN, INTRODUCTION_SET, "settle", N_("What came of the introduction"), N_("It is recorded"), NULL),
	 .fields = outcome_fields, .field_count = COUNT(outcome_fields), .save = outcome_save},
};

static const enum ch_text_kind introduction_texts[] = {CH_TEXT_INTRODUCTION, CH_NO_TEXT_KIND};

static const struct matter_kind introductions = {
	.entity = CH_INTRODUCTION,
	.list = &introduction_list,
	.title = N_("introductions"),
	.texts = introduction_texts,
	.steps = introduction_steps,
	.step_count = COUNT(introduction_steps),
};

void introductions_open(struct app *app, int64_t pairing_id)
{
	matters_open(app, &introductions, pairing_id);
}

/* ---- The line manager ---- */

static const struct scheme_column manager_columns[] = {
	{.key = "given_on", .rank = 0, .width = 12},
	{.key = "stage", .rank = 0, .width = 14},
	{.key = "how", .rank = 1, .width = 18},
};

static const char *no_manager_feedback(const struct scheme_list *list)
{
	(void)list;
	return _("None. " KEY_(ADD) " records what the line manager tells the coach; " KEY_(RELEASES) " has what may "
		 "go back.");
}

static const struct scheme_list_spec manager_list = {.list = CH_LIST_MANAGER_FEEDBACK,
						     .columns = manager_columns,
						     .column_count = COUNT(manager_columns),
						     .empty = no_manager_feedback,
						     .fixed = true};

static const struct ch_choice stages[] = {
	{"", ""}, {"start", N_("at the start")}, {"mid", N_("half-way")}, {"end", N_("at the end")}, {NULL, NULL}};

static const struct form_field manager_fields[] = {
	{.key = "stage", .label = N_("When"), .help = N_("At which point"), .type = CH_TYPE_CHOICE, .choices = stages,
	 .required = true},
	WORDS(N_("Need"), N_("Where the manager sees a need; coach and coachee read it"), true),
	MATTER_DAY(N_("The day; empty: today")),
	MATTER_HOW,
};

static enum ch_status manager_save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_manager_feedback feedback;
	int stage = ch_choice_find(stages, form_value(form, "stage"));

	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &feedback);
	feedback.pairing_id = id;
	feedback.stage = stage > 0 ? stage : CH_NO_STAGE;
	feedback.how = matter_how(form);
	if (form_day(form, "on", &feedback.given_on, err) != CH_OK)
		return err->status;
	return ch_manager_feedback_add(c, &feedback, form_value(form, "words"), err);
}

static const struct matter_step manager_steps[] = {
	{STEP(ADD, MANAGER_FEEDBACK_ADD, "add", N_("What the line manager says"),
	      N_("It is recorded; nothing goes back but what the coachee releases"), NULL),
	 .fields = manager_fields, .field_count = COUNT(manager_fields), .save = manager_save},
};

static const enum ch_text_kind manager_texts[] = {CH_TEXT_MANAGER_FEEDBACK, CH_NO_TEXT_KIND};

static const struct matter_kind manager = {
	.entity = CH_MANAGER_FEEDBACK,
	.list = &manager_list,
	.title = N_("the line manager"),
	.texts = manager_texts,
	.steps = manager_steps,
	.step_count = COUNT(manager_steps),
};

void manager_open(struct app *app, int64_t pairing_id)
{
	matters_open(app, &manager, pairing_id);
}
