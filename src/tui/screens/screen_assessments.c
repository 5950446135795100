/* The assessments of a pairing (R51): that they were taken; what came of them only to the two. */
#include "tui/screens/matters.h"
#include "tui/screens/screens.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct scheme_column columns[] = {
	{.key = "taken_on", .rank = 0, .width = 12},
	{.key = "tool", .rank = 0, .width = 30},
	{.key = "taken_by", .rank = 1, .width = 10},
	{.key = "stage", .rank = 2, .width = 14},
};

static const char *no_assessment(const struct scheme_list *list)
{
	(void)list;
	return _("None. " KEY_(ADD) " records that an assessment was taken.");
}

static const struct scheme_list_spec list_spec = {.list = CH_LIST_ASSESSMENTS,
						  .columns = columns,
						  .column_count = COUNT(columns),
						  .empty = no_assessment,
						  .fixed = true};

static const struct ch_choice sides[] = {
	{"", ""}, {"guide", N_("mentor or coach")}, {"learner", N_("mentee or coachee")}, {NULL, NULL}};

static const struct ch_choice stages[] = {
	{"", ""}, {"start", N_("at the start")}, {"mid", N_("half-way")}, {"end", N_("at the end")}, {NULL, NULL}};

static const struct form_field fields[] = {
	{.key = "tool",
	 .label = N_("Tool"),
	 .help = N_("Its name, as 360-degree feedback, strengths profile, learning styles, wheel of life"),
	 .type = CH_TYPE_TEXT,
	 .required = true},
	MATTER_DAY(N_("The day it was taken; empty: today")),
	{.key = "taken_by", .label = N_("Taken by"), .help = N_("Who filled it in"), .type = CH_TYPE_CHOICE,
	 .choices = sides},
	{.key = "stage", .label = N_("When"), .help = N_("At which point; it can stay empty"), .type = CH_TYPE_CHOICE,
	 .choices = stages},
	{.key = "words",
	 .label = N_("Came of it"),
	 .help = N_("Values and what they say; only the two read it"),
	 .type = CH_TYPE_LINES,
	 .wording = true},
};

static enum ch_status read_field(const struct form *form, const char *key, struct ch_assessment *assessment,
				 struct ch_arena *arena, struct ch_error *err)
{
	return ch_field_set(ch_field_named(ch_entity_of(CH_ASSESSMENT), key), assessment, form_value(form, key),
			    CH_NO_DATE, arena, err);
}

static enum ch_status read_facts(const struct form *form, struct ch_assessment *assessment, struct ch_arena *arena,
				 struct ch_error *err)
{
	if (read_field(form, "tool", assessment, arena, err) != CH_OK ||
	    read_field(form, "taken_by", assessment, arena, err) != CH_OK ||
	    read_field(form, "stage", assessment, arena, err) != CH_OK)
		return err->status;
	return form_day(form, "on", &assessment->taken_on, err);
}

static enum ch_status save(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_assessment assessment;

	ch_record_start(ch_entity_of(CH_ASSESSMENT), &assessment);
	assessment.pairing_id = id;
	if (read_facts(form, &assessment, &arena, err) == CH_OK)
		ch_assessment_add(c, &assessment, form_value(form, "words"), err);
	ch_arena_release(&arena);
	return err->status;
}

/* What came of it stays as it was written. */
enum { FACTS = sizeof(fields) / sizeof(fields[0]) - 1 };

static void fill(struct ch_context *c, struct form *form, int64_t id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_assessment assessment;
	char iso[CH_DATE_SIZE];

	if (ch_assessment_get(c, id, &arena, &assessment, &ignored) == CH_OK) {
		form_set(form, "tool", assessment.tool);
		form_set(form, "on", ch_date_iso(assessment.taken_on, iso));
		form_set(form, "taken_by", sides[assessment.taken_by].code);
		form_set(form, "stage", stages[assessment.stage].code);
	}
	ch_arena_release(&arena);
}

static enum ch_status correct(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_assessment assessment;

	if (ch_assessment_get(c, id, &arena, &assessment, err) == CH_OK &&
	    read_facts(form, &assessment, &arena, err) == CH_OK)
		ch_assessment_set(c, &assessment, err);
	ch_arena_release(&arena);
	return err->status;
}

static enum ch_status take_away(struct ch_context *c, const struct form *form, int64_t id, struct ch_error *err)
{
	(void)form;
	return ch_assessment_remove(c, id, err);
}

static const struct matter_step steps[] = {
	{.command = COMMAND_ADD,
	 .name = "add",
	 .operation = CH_OP_ASSESSMENT_ADD,
	 .title = N_("Record an assessment"),
	 .done = N_("It is recorded; what came of it only the two read"),
	 .fields = fields,
	 .field_count = COUNT(fields),
	 .save = save},
	{.command = COMMAND_EDIT,
	 .name = "edit",
	 .operation = CH_OP_ASSESSMENT_SET,
	 .title = N_("Correct the assessment"),
	 .done = N_("The assessment is corrected"),
	 .fields = fields,
	 .field_count = FACTS,
	 .fill = fill,
	 .save = correct},
	{.command = COMMAND_DELETE,
	 .name = "remove",
	 .operation = CH_OP_ASSESSMENT_REMOVE,
	 .title = N_("Take it away, as recorded by mistake, and what came of it for good"),
	 .done = N_("The assessment is taken away"),
	 .save = take_away},
};

static const enum ch_text_kind texts[] = {CH_TEXT_ASSESSMENT, CH_NO_TEXT_KIND};

static const struct matter_kind assessments = {.entity = CH_ASSESSMENT,
					       .list = &list_spec,
					       .title = N_("assessments"),
					       .texts = texts,
					       .steps = steps,
					       .step_count = COUNT(steps)};

void assessments_open(struct app *app, int64_t pairing_id)
{
	matters_open(app, &assessments, pairing_id);
}
