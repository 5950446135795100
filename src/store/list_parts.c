/* The lists of the parts of programmes and people, which look alike. */
#include "store/list_table.h"

#define PROGRAMME_OF_PART NAME("programme", COHORT, "programme_id", "programme.name", 16), .extra = true
#define BY_PROGRAMME(table) .of_programme = "(+" table ".programme_id) = :programme_id"

static const struct list_table cohort_tables[] = {
	{.alias = "cohort", .table = "cohort"},
	{PROGRAMME_TABLE("cohort")},
};
static const char *const cohort_texts[] = {"cohort.name", NULL};
static const struct list_column cohort_columns[] = {
	{ID(COHORT, cohort)},
	{FIELD(COHORT, cohort, name)},
	{PROGRAMME_OF_PART},
	{FIELD(COHORT, cohort, starts_on), .aliases = "starts"},
	{FIELD(COHORT, cohort, ends_on), .aliases = "ends", .ahead = true},
	{OWN("people", NUMBER, FACT, N_("People"), 8),
	 .select = "(SELECT count(*) FROM enrolment AS e WHERE e.cohort_id = cohort.cohort_id)"},
};

static const struct list_table objective_tables[] = {
	{.alias = "objective", .table = "objective"},
	{PROGRAMME_TABLE("objective")},
};
static const char *const objective_texts[] = {"objective.name", NULL};
static const struct list_column objective_columns[] = {
	{ID(OBJECTIVE, objective)},
	{FIELD(OBJECTIVE, objective, name)},
	{PROGRAMME_OF_PART},
	{OWN("pairings", NUMBER, FACT, N_("Pairings"), 8),
	 .select = "(SELECT count(*) FROM agreement AS a WHERE a.objective_id = objective.objective_id)"},
};

static const struct list_table requirement_tables[] = {
	{.alias = "requirement", .table = "requirement"},
	{PROGRAMME_TABLE("requirement")},
};
static const char *const requirement_texts[] = {"requirement.name", NULL};
static const struct list_column requirement_columns[] = {
	{ID(REQUIREMENT, requirement)},
	{FIELD(REQUIREMENT, requirement, name)},
	{FIELD(REQUIREMENT, requirement, valid_months), .aliases = "months"},
	{PROGRAMME_OF_PART},
};

static const struct list_table eligibility_tables[] = {
	{.alias = "eligibility", .table = "eligibility"},
	{PROGRAMME_TABLE("eligibility")},
};
static const char *const eligibility_texts[] = {"eligibility.allowed", NULL};
static const struct list_column eligibility_columns[] = {
	{ID(ELIGIBILITY, eligibility)},
	{FIELD(ELIGIBILITY, eligibility, side)},
	{FIELD(ELIGIBILITY, eligibility, field)},
	{FIELD(ELIGIBILITY, eligibility, allowed)},
	{PROGRAMME_OF_PART},
};

static const struct list_table credential_tables[] = {
	{.alias = "credential", .table = "credential"},
	{PERSON_TABLE("person", "credential.person_id", NULL)},
};
static const char *const credential_people[] = {"person", NULL};
static const char *const credential_texts[] = {"credential.name", NULL};
/*
 * What the programmes in which the person guides say of how long such a check lasts: the shortest counts (R78). Columns
 * beside one min() are those of its row.
 */
#define SHORTEST_BY_PROGRAMME "min(months_after(credential.awarded_on, q.valid_months))"
#define BY_PROGRAMMES                                                                                                  \
	" FROM enrolment e JOIN requirement q ON q.programme_id = e.programme_id"                                      \
	" JOIN programme r ON r.programme_id = e.programme_id"                                                         \
	" WHERE e.person_id = credential.person_id AND e.role IN ('coach', 'mentor')"                                  \
	" AND e.state IN ('applied', 'ready', 'paused') AND lower(q.name) = lower(credential.name))"
static const struct list_column credential_columns[] = {
	{ID(CREDENTIAL, credential)},
	{NAME("person", CREDENTIAL, "person_id", "person.name", 24), .sort = "person.sort_name", .lead = "person"},
	{FIELD(CREDENTIAL, credential, kind)},
	{FIELD(CREDENTIAL, credential, name), .aliases = "what"},
	{FIELD(CREDENTIAL, credential, body), .extra = true},
	{FIELD(CREDENTIAL, credential, level), .extra = true},
	{FIELD(CREDENTIAL, credential, awarded_on), .aliases = "given awarded"},
	{FIELD(CREDENTIAL, credential, expires_on), .aliases = "expires", .ahead = true,
	 .sort = "ifnull(credential.expires_on, '9999-12-31')"},
	{OWN("in_date_until", DATE, FACT, N_("In date until"), 11), .ahead = true, .extra = true,
	 .select = "nullif(min(ifnull(credential.expires_on, '9999-12-31'), ifnull((SELECT " SHORTEST_BY_PROGRAMME
		   BY_PROGRAMMES ", '9999-12-31')), '9999-12-31')"},
	{OWN("in_date_by", TEXT, FACT, N_("By"), 28), .extra = true,
	 .select = "(SELECT CASE WHEN " SHORTEST_BY_PROGRAMME " < ifnull(credential.expires_on, '9999-12-31')"
		   " THEN q.valid_months || ' months of ' || r.name END" BY_PROGRAMMES},
	{FIELD(CREDENTIAL, credential, person_id), .extra = true},
	{FIELD(PERSON, person, email), .aliases = "mail", .extra = true},
};

static const struct list_table custom_field_tables[] = {{.alias = "custom_field", .table = "custom_field"}};
static const char *const custom_field_texts[] = {"custom_field.name", NULL};
static const struct list_column custom_field_columns[] = {
	{ID(CUSTOM_FIELD, custom_field)},
	{FIELD(CUSTOM_FIELD, custom_field, belongs_to), .aliases = "of"},
	{FIELD(CUSTOM_FIELD, custom_field, name)},
	{FIELD(CUSTOM_FIELD, custom_field, key)},
	{FIELD(CUSTOM_FIELD, custom_field, kind)},
	{FIELD(CUSTOM_FIELD, custom_field, options)},
	{FIELD(CUSTOM_FIELD, custom_field, readers)},
	{FIELD(CUSTOM_FIELD, custom_field, hint), .extra = true},
};

static const struct list_table coordinator_tables[] = {{.alias = "coordinator", .table = "coordinator"}};
static const char *const coordinator_texts[] = {"coordinator.name", NULL};
static const struct list_column coordinator_columns[] = {
	{ID(COORDINATOR, coordinator)},
	{FIELD(COORDINATOR, coordinator, name), .sort = "lower(coordinator.name)"},
	{OWN("programmes", TEXT, COORDINATOR, N_("Programmes"), 30),
	 .select = "iif(coordinator.limited IS 'yes', ifnull((SELECT group_concat(r.name, '; ') FROM charge h"
		   " JOIN programme r ON r.programme_id = h.programme_id"
		   " WHERE h.coordinator_id = coordinator.coordinator_id), 'none'), 'all')"},
	{FIELD(COORDINATOR, coordinator, account)},
	{FIELD(COORDINATOR, coordinator, limited), .extra = true},
};

static const struct list_info cohorts = {
	LIST("cohorts", N_("Cohorts"), PROGRAMME, cohort),
	.entity = CH_COHORT, .id = "cohort.cohort_id", .order = "cohort_id", .texts = cohort_texts,
	BY_PROGRAMME("cohort"),
};
static const struct list_info objectives = {
	LIST("objectives", N_("Objectives"), PROGRAMME, objective),
	.entity = CH_OBJECTIVE, .id = "objective.objective_id", .order = "objective_id", .texts = objective_texts,
	BY_PROGRAMME("objective"),
};
static const struct list_info requirements = {
	LIST("required checks", N_("Required checks"), PROGRAMME, requirement),
	.entity = CH_REQUIREMENT, .id = "requirement.requirement_id", .order = "requirement_id",
	.texts = requirement_texts, BY_PROGRAMME("requirement"),
};
static const struct list_info eligibilities = {
	LIST("eligibility rules", N_("Eligibility rules"), PROGRAMME, eligibility),
	.entity = CH_ELIGIBILITY, .id = "eligibility.eligibility_id", .order = "eligibility_id",
	.texts = eligibility_texts, BY_PROGRAMME("eligibility"),
};
static const struct list_info credentials = {
	LIST("training and checks", N_("Training and checks"), CREDENTIAL, credential),
	.entity = CH_CREDENTIAL, .id = "credential.credential_id", .order = "person", .people = credential_people,
	.texts = credential_texts, .of_person = "credential.person_id = @",
};

static const struct list_info custom_fields = {
	LIST("fields", N_("Fields of the scheme's own"), FIELD, custom_field),
	.entity = CH_CUSTOM_FIELD, .id = "custom_field.custom_field_id", .order = "custom_field_id",
	.texts = custom_field_texts,
};
static const struct list_info coordinators = {
	LIST("coordinators", N_("Coordinators"), COORDINATOR, coordinator),
	.entity = CH_COORDINATOR, .id = "coordinator.coordinator_id", .order = "name", .texts = coordinator_texts,
};

const struct list_info *list_part_info(enum ch_list_id list)
{
	switch (list) {
	case CH_LIST_COHORTS:
		return &cohorts;
	case CH_LIST_OBJECTIVES:
		return &objectives;
	case CH_LIST_REQUIREMENTS:
		return &requirements;
	case CH_LIST_ELIGIBILITIES:
		return &eligibilities;
	case CH_LIST_CREDENTIALS:
		return &credentials;
	case CH_LIST_CUSTOM_FIELDS:
		return &custom_fields;
	case CH_LIST_COORDINATORS:
		return &coordinators;
	default:
		return NULL;
	}
}

enum ch_list_id list_of_entity(enum ch_entity_id entity)
{
	for (int list = CH_LIST_PEOPLE; list < CH_LIST_COUNT; list++)
		if (list_info((enum ch_list_id)list)->entity == entity && entity != CH_NO_ENTITY)
			return (enum ch_list_id)list;
	return 0;
}
