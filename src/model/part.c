/* The field tables of the parts of programmes and people (chiron/part.h). */
#include "chiron/part.h"

#include "model/choices.h"
#include "model/field_table.h"

#define OWNER_PROGRAMME                                                                                                \
	FIELD(programme_id, ID, FACT, .label = N_("Programme"), .refers_to = CH_PROGRAMME,                             \
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED)

#define RECORD ch_cohort

static const struct ch_field cohort_fields[] = {
	RECORD_HEAD(cohort_id),
	OWNER_PROGRAMME,
	FIELD(name, TEXT, FACT, .label = N_("Name"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED, .max = 100,
	      .width = 24, .help = N_("of those who start together: \"Autumn 2026\"")),
	FIELD(starts_on, DATE, FACT, .label = N_("Starts on"), .width = 10),
	FIELD(ends_on, DATE, FACT, .label = N_("Ends on"), .width = 10, .flags = CH_FIELD_AHEAD),
};

ENTITY(COHORT, cohort, "cohort", "cohorts", N_("Cohort"), cohort_fields);

#undef RECORD
#define RECORD ch_objective

static const struct ch_field objective_fields[] = {
	RECORD_HEAD(objective_id),
	OWNER_PROGRAMME,
	FIELD(name, TEXT, FACT, .label = N_("Objective"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED, .max = 200,
	      .width = 40, .help = N_("of the organisation, that pairings may serve"), .rules = "R25"),
};

ENTITY(OBJECTIVE, objective, "objective", "objectives", N_("Objective"), objective_fields);

#undef RECORD
#define RECORD ch_requirement

static const struct ch_field requirement_fields[] = {
	RECORD_HEAD(requirement_id),
	OWNER_PROGRAMME,
	FIELD(name, TEXT, FACT, .label = N_("Required check"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED,
	      .max = 100, .width = 28,
	      .help = N_("of each mentor or coach before a pairing: \"DBS\", \"two references\""), .rules = "R78"),
	FIELD(valid_months, NUMBER, FACT, .label = N_("Valid for months"), .min = 1, .max = 600, .width = 8,
	      .help = N_("after it was given; blank: until its own expiry")),
};

ENTITY(REQUIREMENT, requirement, "required check", "requirements", N_("Required check"), requirement_fields);

#undef RECORD
#define RECORD ch_eligibility

static const struct ch_field eligibility_fields[] = {
	RECORD_HEAD(eligibility_id),
	OWNER_PROGRAMME,
	FIELD(side, CHOICE, FACT, .label = N_("Which side"), .choices = choices_side, .width = 8,
	      .help = N_("guide (mentor or coach) or learner (mentee or coachee); blank: both")),
	FIELD(field, CHOICE, FACT, .label = N_("By their"), .choices = choices_eligibility_field, .width = 12,
	      .flags = CH_FIELD_REQUIRED, .help = N_("what of a person the rule looks at"), .rules = "R19"),
	FIELD(allowed, LIST, FACT, .label = N_("One of"), .max = 2000, .width = 36,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED,
	      .help = N_("what is allowed, separated by \";\"; what is not known of a person breaks no rule")),
};

ENTITY(ELIGIBILITY, eligibility, "eligibility rule", "eligibilities", N_("Eligibility rule"), eligibility_fields);

#undef RECORD
#define RECORD ch_credential

static const struct ch_field credential_fields[] = {
	RECORD_HEAD(credential_id),
	FIELD(person_id, ID, FACT, .label = N_("Person"), .refers_to = CH_PERSON,
	      .flags = CH_FIELD_REQUIRED | CH_FIELD_FIXED),
	FIELD(kind, CHOICE, COORDINATOR, .label = N_("Kind"), .choices = choices_credential_kind,
	      .flags = CH_FIELD_REQUIRED, .width = 16,
	      .help = N_("training, qualification, reference or background check"), .rules = "R8, R9, R78"),
	FIELD(name, TEXT, COORDINATOR, .label = N_("What"), .flags = CH_FIELD_REQUIRED | CH_FIELD_SEARCHED, .max = 100,
	      .width = 28, .help = N_("\"ILM 5 coaching\", \"DBS\": a required check is met by the same name")),
	FIELD(body, TEXT, COORDINATOR, .label = N_("Body"), .max = 100, .width = 16,
	      .help = N_("that awarded it; any text"), .rules = "R77"),
	FIELD(level, TEXT, COORDINATOR, .label = N_("Level"), .max = 60, .width = 8),
	FIELD(awarded_on, DATE, COORDINATOR, .label = N_("Given on"), .width = 10, .flags = CH_FIELD_PAST),
	FIELD(expires_on, DATE, COORDINATOR, .label = N_("Expires on"), .width = 10,
	      .flags = CH_FIELD_AHEAD | CH_FIELD_UNTIL,
	      .help = N_("blank: never by itself; a programme may let it run out sooner")),
};

ENTITY(CREDENTIAL, credential, "credential", "credentials", N_("Training and checks"), credential_fields);

const char *const *ch_credential_bodies(void)
{
	static const char *const bodies[] = {
		N_("Institute of Leadership & Management (ILM)"),
		N_("Chartered Institute of Personnel and Development (CIPD)"),
		N_("Mentoring and Befriending Foundation"),
		N_("European Mentoring and Coaching Council (EMCC)"),
		N_("International Coaching Federation (ICF)"),
		N_("Association for Coaching"),
		NULL,
	};

	return bodies;
}
