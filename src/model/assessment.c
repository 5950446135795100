#include "chiron/assessment.h"

#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_assessment

static const struct ch_field assessment_fields[] = {
	RECORD_HEAD(assessment_id),
	FIELD(pairing_id, ID, FACT, .label = N_("Pairing"), .refers_to = CH_PAIRING,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(spell_id, ID, FACT, .label = N_("Spell"), .refers_to = CH_SPELL,
	      .flags = CH_FIELD_KEPT | CH_FIELD_HIDDEN),
	FIELD(tool, TEXT, FACT, .label = N_("Tool"), .max = 100, .width = 26, .flags = CH_FIELD_REQUIRED,
	      .help = N_("its name, as 360-degree feedback, strengths profile, learning styles, wheel of life (R51)")),
	FIELD(taken_on, DATE, FACT, .label = N_("Taken on"), .width = 10,
	      .help = N_("else today")),
	FIELD(taken_by, CHOICE, FACT, .label = N_("Taken by"), .choices = choices_side, .width = 9,
	      .help = N_("who filled it in: guide (mentor or coach) or learner (mentee or coachee)")),
	FIELD(stage, CHOICE, FACT, .label = N_("When"), .choices = choices_stage, .width = 13,
	      .help = N_("at the start, half-way or at the end; empty: at no such point")),
};

ENTITY(ASSESSMENT, assessment, "assessment", "assessments", N_("Assessment"), assessment_fields);
