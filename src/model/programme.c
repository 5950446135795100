#include "chiron/programme.h"

#include "chiron/person.h"
#include "model/choices.h"
#include "model/field_table.h"

#define RECORD ch_programme

static const struct ch_field programme_fields[] = {
	RECORD_HEAD(programme_id),
	FIELD(name, TEXT, FACT, .label = N_("Name"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED, .max = 100,
	      .width = 28),
	FIELD(kind, CHOICE, FACT, .label = N_("Kind"), .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED,
	      .choices = choices_kind, .width = 9, .help = N_("coaching or mentoring; fixed once it is added")),
	FIELD(type, CHOICE, FACT, .label = N_("Type"), .choices = choices_programme_type, .initial = "standard",
	      .width = 10, .flags = CH_FIELD_MORE,
	      .help = N_("induction and open-ended mentoring may be shorter or longer"), .rules = "R40"),
	FIELD(state, CHOICE, FACT, .label = N_("State"), .flags = CH_FIELD_KEPT, .choices = choices_programme_state,
	      .initial = "design", .width = 8),
	FIELD(purpose, LINES, FACT, .label = N_("Strategic purpose"), .max = 2000,
	      .help = N_("what the programme is for; mentoring cannot open without it"), .rules = "R20"),
	FIELD(focus_areas, LIST, FACT, .label = N_("Focus areas"), .max = 2000,
	      .help = N_("of the relationships, separated by \";\""), .rules = "R20"),
	FIELD(mentoring_models, LIST, FACT, .label = N_("Mentoring models"), .max = 1000,
	      .help = N_("one to one, reverse, peer ..."), .rules = "R20"),
	FIELD(components, LIST, FACT, .label = N_("Components"), .max = 2000,
	      .help = N_("what carries the relationship: induction, training, reviews ..."), .rules = "R20"),
	FIELD(matching_process, LINES, FACT, .label = N_("Matching process"), .max = 2000,
	      .help = N_("how pairs are found and approved"), .rules = "R20"),
	FIELD(out_of_scope, LINES, FACT, .label = N_("Out of scope"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("what the programme is not for"), .rules = "R19"),
	FIELD(starts_on, DATE, FACT, .label = N_("Starts on"), .width = 10),
	FIELD(ends_on, DATE, FACT, .label = N_("Ends on"), .width = 10),
	FIELD(interval, INTERVAL, FACT, .label = N_("Meet every"), .initial = "1 month", .width = 10,
	      .help = N_("\"2 weeks\", \"1 month\": the default of its agreements"), .rules = "R32"),
	FIELD(usual_minutes, MINUTES, FACT, .label = N_("Usual length"), .min = 5, .max = 480, .initial = "60",
	      .help = N_("of a session, in minutes"), .rules = "R31"),
	FIELD(usual_place, TEXT, FACT, .label = N_("Usual place"), .max = 200, .initial = "as agreed by the pair",
	      .help = N_("or medium"), .rules = "R31"),
	FIELD(usual_framework, TEXT, FACT, .label = N_("Usual framework"), .max = 60, .flags = CH_FIELD_MORE,
	      .help = N_("of a session: grow, clear, oskar, mentoring, free, or one of your own"), .rules = "R51"),
	FIELD(planned_months, NUMBER, FACT, .label = N_("Planned months"), .min = 1, .max = 120,
	      .help = N_("of a pairing; mentoring does well with 9 to 12"), .rules = "R39"),
	FIELD(planned_sessions, NUMBER, FACT, .label = N_("Planned sessions"), .min = 1, .max = 200,
	      .help = N_("of a pairing; coaching needs an end or a number"), .rules = "R38"),
	FIELD(usual_purpose, CHOICE, FACT, .label = N_("Usual purpose"), .choices = choices_purpose,
	      .flags = CH_FIELD_MORE, .help = N_("of a pairing: the default of its agreements"), .rules = "R24"),
	FIELD(competency_area, LINES, FACT, .label = N_("Competency area"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("what a large group is coached in"), .rules = "R22"),
	FIELD(expertise_needed, LINES, FACT, .label = N_("Expertise needed"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("what the coaches of a large group must know"), .rules = "R22"),
	FIELD(assessment_tools, LINES, FACT, .label = N_("Assessment tools"), .max = 2000, .flags = CH_FIELD_MORE,
	      .help = N_("how a large group sees what it has learned"), .rules = "R22"),
};

ENTITY(PROGRAMME, programme, "programme", "programmes", N_("Programme"), programme_fields);

int ch_kind_guide_role(int kind)
{
	return kind == CH_KIND_COACHING ? CH_ROLE_COACH : CH_ROLE_MENTOR;
}

int ch_kind_learner_role(int kind)
{
	return kind == CH_KIND_COACHING ? CH_ROLE_COACHEE : CH_ROLE_MENTEE;
}
