/*
 * The lists of what goes out of a pairing and comes in: referrals, releases, introductions, managers' feedback; and of
 * the rules that were overridden for it.
 */
#include "store/list_table.h"

static const char *const the_pair[] = {"guide", "learner", NULL};

static const struct list_table referral_tables[] = {
	{.alias = "referral", .table = "referral"},
	{PAIRING_TABLE("referral")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column referral_columns[] = {
	{ID(REFERRAL, referral)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(REFERRAL, referral, state)},
	{FIELD(REFERRAL, referral, raised_on), .aliases = "raised", .sort = "referral.raised_on"},
	{FIELD(REFERRAL, referral, discussed_on), .aliases = "discussed"},
	{FIELD(REFERRAL, referral, approved)},
	{FIELD(REFERRAL, referral, answered_on), .aliases = "answered", .extra = true},
	{FIELD(REFERRAL, referral, how), .extra = true},
	{FIELD(REFERRAL, referral, forwarded_on), .aliases = "forwarded"},
	{FIELD(REFERRAL, referral, closed_on), .aliases = "closed", .extra = true},
	{FIELD(REFERRAL, referral, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table release_tables[] = {
	{.alias = "release", .table = "release"},
	{PAIRING_TABLE("release")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column release_columns[] = {
	{ID(RELEASE, release)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(RELEASE, release, kind), .aliases = "what"},
	{FIELD(RELEASE, release, state)},
	{FIELD(RELEASE, release, noted_on), .aliases = "noted", .sort = "release.noted_on"},
	{FIELD(RELEASE, release, recipient), .aliases = "for"},
	{FIELD(RELEASE, release, approved)},
	{FIELD(RELEASE, release, answered_on), .aliases = "answered", .extra = true},
	{FIELD(RELEASE, release, how), .extra = true},
	{FIELD(RELEASE, release, released_on), .aliases = "released", .extra = true},
	{FIELD(RELEASE, release, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table introduction_tables[] = {
	{.alias = "introduction", .table = "introduction"},
	{PAIRING_TABLE("introduction")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column introduction_columns[] = {
	{ID(INTRODUCTION, introduction)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(INTRODUCTION, introduction, introduced_on), .aliases = "on date",
	 .sort = "introduction.introduced_on"},
	{FIELD(INTRODUCTION, introduction, outcome)},
	{FIELD(INTRODUCTION, introduction, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table assessment_tables[] = {
	{.alias = "assessment", .table = "assessment"},
	{PAIRING_TABLE("assessment")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column assessment_columns[] = {
	{ID(ASSESSMENT, assessment)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(ASSESSMENT, assessment, taken_on), .aliases = "on date", .sort = "assessment.taken_on"},
	{FIELD(ASSESSMENT, assessment, tool)},
	{FIELD(ASSESSMENT, assessment, taken_by), .aliases = "by"},
	{FIELD(ASSESSMENT, assessment, stage), .aliases = "when"},
	{FIELD(ASSESSMENT, assessment, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_table manager_feedback_tables[] = {
	{.alias = "manager_feedback", .table = "manager_feedback"},
	{PAIRING_TABLE("manager_feedback")},
	{GUIDE_TABLE("pairing")},
	{LEARNER_TABLE("pairing")},
	{PROGRAMME_TABLE("pairing")},
};
static const struct list_column manager_feedback_columns[] = {
	{ID(MANAGER_FEEDBACK, manager_feedback)},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(MANAGER_FEEDBACK, manager_feedback, stage), .aliases = "when"},
	{FIELD(MANAGER_FEEDBACK, manager_feedback, given_on), .aliases = "on date",
	 .sort = "manager_feedback.given_on"},
	{FIELD(MANAGER_FEEDBACK, manager_feedback, how)},
	{FIELD(MANAGER_FEEDBACK, manager_feedback, pairing_id), .aliases = "pairing", .extra = true},
};

/* Who alone looks after the whole scheme did what was done in nobody's name (coordinator.h). */
#define NAMED_OR_SOLE                                                                                                  \
	"coalesce(coordinator.name, (SELECT max(k.name) FROM coordinator AS k WHERE k.limited IS NOT 'yes'"            \
	" HAVING count(*) = 1), 'coordinator')"

static const struct list_table override_tables[] = {
	{.alias = "override", .table = "override"},
	{PAIRING_TABLE("override"), .optional = true},
	{GUIDE_TABLE("pairing"), .optional = true},
	{LEARNER_TABLE("pairing"), .optional = true},
	{.alias = "programme", .table = "programme", .needs = "pairing", .optional = true,
	 .on = "programme.programme_id = ifnull(override.programme_id, pairing.programme_id)"},
	{PERSON_TABLE("maker", "override.made_by", NULL), .optional = true},
	{.alias = "coordinator", .table = "coordinator",
	 .on = "coordinator.coordinator_id = override.coordinator_id", .optional = true},
};
static const char *const override_texts[] = {"override.check_name", "override.reason", NULL};
static const struct list_column override_columns[] = {
	{ID(OVERRIDE, override), .extra = true},
	{FIELD(OVERRIDE, override, made_on), .aliases = "date on", .sort = "override.made_on"},
	{FIELD(OVERRIDE, override, rule)},
	{FIELD(OVERRIDE, override, check_name), .aliases = "check"},
	{GUIDE},
	{LEARNER},
	{PROGRAMME, .extra = true},
	{FIELD(OVERRIDE, override, reason), .aliases = "why"},
	{NAME("made_by", OVERRIDE, "made_by", "ifnull(maker.name, " NAMED_OR_SOLE ")", 20), .aliases = "by"},
	{FIELD(OVERRIDE, override, pairing_id), .aliases = "pairing", .extra = true},
};

/* R61: what came from the manager in coaching, or went there, is not the mentor's once it is mentoring. */
#define NOT_AS_MENTOR                                                                                                  \
	"(SELECT pairing_id FROM pairing WHERE guide_id = @ AND kind <> 'mentoring'"                                   \
	" UNION ALL SELECT pairing_id FROM pairing WHERE learner_id = @)"

static const struct list_info lists[CH_LIST_COUNT] = {
	[CH_LIST_REFERRALS] = {
		LIST("referrals", N_("Referrals"), REFERRAL, referral),
		.entity = CH_REFERRAL, .id = "referral.referral_id", .order = "-raised_on", .people = the_pair,
		OF_A_PAIRING("referral"),
	},
	[CH_LIST_RELEASES] = {
		LIST("releases", N_("Releases"), RELEASE, release),
		.entity = CH_RELEASE, .id = "release.release_id", .order = "-noted_on", .people = the_pair,
		OF_A_PAIRING("release"),
		.of_me = "release.pairing_id IN " PAIRINGS_OF("@")
			" AND (release.kind <> 'to_manager' OR release.pairing_id IN " NOT_AS_MENTOR ")",
	},
	[CH_LIST_INTRODUCTIONS] = {
		LIST("introductions", N_("Introductions"), INTRODUCTION, introduction),
		.entity = CH_INTRODUCTION, .id = "introduction.introduction_id",
		.order = "-introduced_on", .people = the_pair,
		OF_A_PAIRING("introduction"),
	},
	[CH_LIST_ASSESSMENTS] = {
		LIST("assessments", N_("Assessments"), ASSESSMENT, assessment),
		.entity = CH_ASSESSMENT, .id = "assessment.assessment_id", .order = "-taken_on", .people = the_pair,
		OF_A_PAIRING("assessment"),
	},
	[CH_LIST_MANAGER_FEEDBACK] = {
		LIST("managers' feedback", N_("Managers' feedback"), MANAGER_FEEDBACK, manager_feedback),
		.entity = CH_MANAGER_FEEDBACK, .id = "manager_feedback.manager_feedback_id",
		.order = "-given_on", .people = the_pair,
		OF_A_PAIRING("manager_feedback"),
		.of_me = "manager_feedback.pairing_id IN " NOT_AS_MENTOR,
	},
	[CH_LIST_OVERRIDES] = {
		LIST("overrides", N_("Overrides"), OVERRIDE, override),
		.entity = CH_OVERRIDE, .id = "override.override_id", .order = "-made_on", .people = the_pair,
		.texts = override_texts,
		.of_pairing = "override.pairing_id = :pairing_id",
		.of_person = "override.pairing_id IN " PAIRINGS_OF("@"),
		.of_programme = "(+programme.programme_id) = :programme_id",
	},
};

const struct list_info *list_pair_info(enum ch_list_id list)
{
	return list > 0 && list < CH_LIST_COUNT && lists[list].name != NULL ? &lists[list] : NULL;
}
