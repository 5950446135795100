/* The lists of matching: what is said before it (pair rules, wishes, committees), and proposals. */
#include "store/list_table.h"

static const char *const pair_rule_people[] = {"guide", "learner", NULL};
static const char *const committee_people[] = {"person", NULL};

static const struct list_table pair_rule_tables[] = {
	{.alias = "pair_rule", .table = "pair_rule"},
	{GUIDE_TABLE("pair_rule")},
	{LEARNER_TABLE("pair_rule")},
	{.alias = "programme", .table = "programme", .on = "programme.programme_id = pair_rule.programme_id",
	 .optional = true},
};
static const struct list_column pair_rule_columns[] = {
	{ID(PAIR_RULE, pair_rule)},
	{FIELD(PAIR_RULE, pair_rule, kind), .aliases = "rule"},
	{NAME("guide", PAIR_RULE, "guide_id", "guide.name", 20), .aliases = "mentor coach",
	 .sort = "guide.sort_name", .lead = "guide"},
	{NAME("learner", PAIR_RULE, "learner_id", "learner.name", 20), .aliases = "mentee coachee",
	 .sort = "learner.sort_name", .lead = "learner"},
	{PROGRAMME},
	{FIELD(PAIR_RULE, pair_rule, made_on), .aliases = "since"},
	{FIELD(PAIR_RULE, pair_rule, reason), .aliases = "because"},
};

static const struct list_table wish_tables[] = {
	{.alias = "wish", .table = "wish"},
	{PERSON_TABLE("person", "wish.person_id", "wish")},
	{PERSON_TABLE("wished", "wish.wished_id", "wish")},
	{PROGRAMME_TABLE("wish")},
};
static const char *const wish_people[] = {"person", "wished", NULL};
static const struct list_column wish_columns[] = {
	{ID(WISH, wish)},
	{NAME("person", WISH, "person_id", "person.name", 20), .sort = "person.sort_name", .lead = "person"},
	{NAME("wished", WISH, "wished_id", "wished.name", 20), .sort = "wished.sort_name", .lead = "wished"},
	{PROGRAMME},
	{FIELD(WISH, wish, asked_by), .aliases = "by"},
	{FIELD(WISH, wish, place), .aliases = "choice"},
	{FIELD(WISH, wish, asked_on), .aliases = "asked"},
	{FIELD(WISH, wish, notes), .extra = true},
};

static const struct list_table committee_tables[] = {
	{.alias = "committee_member", .table = "committee_member"},
	{PERSON_TABLE("person", "committee_member.person_id", "committee_member")},
	{PROGRAMME_TABLE("committee_member")},
};
static const struct list_column committee_columns[] = {
	{ID(COMMITTEE_MEMBER, committee_member)},
	{NAME("person", COMMITTEE_MEMBER, "person_id", "person.name", 24), .aliases = "member",
	 .sort = "person.sort_name", .lead = "person"},
	{PROGRAMME},
	{FIELD(COMMITTEE_MEMBER, committee_member, since)},
	{FIELD(COMMITTEE_MEMBER, committee_member, person_id), .extra = true},
};

/*
 * Theirs from its approval on, and the committee's, but for members who stand aside (R17): in the line of either, above
 * or below. As sides_of_proposal has it.
 */
#define OWN_PROPOSALS                                                                                                  \
	"proposal.proposal_id IN (SELECT proposal_id FROM proposal WHERE guide_id = :me"                               \
	" AND state NOT IN ('drafted', 'superseded')"                                                                  \
	" UNION ALL SELECT proposal_id FROM proposal WHERE learner_id = :me"                                           \
	" AND state NOT IN ('drafted', 'superseded')"                                                                  \
	" UNION ALL SELECT o.proposal_id FROM committee_member m JOIN proposal o ON o.programme_id = m.programme_id"   \
	" WHERE m.person_id = :me AND o.guide_id NOT IN (" LINE_OF_ME ") AND o.learner_id NOT IN (" LINE_OF_ME "))"
#define LINE_OF_ME                                                                                                     \
	"WITH RECURSIVE above(person_id) AS (SELECT :me UNION SELECT p.manager_id FROM above"                          \
	" JOIN person p ON p.person_id = above.person_id WHERE p.manager_id IS NOT NULL),"                             \
	" below(person_id) AS (SELECT :me UNION SELECT p.person_id FROM below"                                         \
	" JOIN person p ON p.manager_id = below.person_id)"                                                            \
	" SELECT person_id FROM above UNION SELECT person_id FROM below"

/* What the programme requires of its guides and this one has not in date (R78), the first few; of an open proposal. */
#define LACKING                                                                                                        \
	"(SELECT group_concat(name, '; ') FROM (SELECT q.name FROM requirement AS q"                                   \
	" WHERE proposal.state IN ('drafted', 'approved') AND q.programme_id = proposal.programme_id"                  \
	" AND NOT EXISTS (SELECT 1 FROM requirement_held AS d WHERE d.requirement_id = q.requirement_id"               \
	" AND d.person_id = proposal.guide_id AND :today BETWEEN d.held_from AND d.held_until) LIMIT 5))"

static const struct list_table proposal_tables[] = {
	{.alias = "proposal", .table = "proposal"},
	{GUIDE_TABLE("proposal")},
	{LEARNER_TABLE("proposal")},
	{PROGRAMME_TABLE("proposal")},
};
static const struct list_column proposal_columns[] = {
	{ID(PROPOSAL, proposal)},
	{NAME("guide", PROPOSAL, "guide_id", "guide.name", 20), .aliases = "mentor coach",
	 .sort = "guide.sort_name", .lead = "guide"},
	{NAME("learner", PROPOSAL, "learner_id", "learner.name", 20), .aliases = "mentee coachee",
	 .sort = "learner.sort_name", .lead = "learner"},
	{PROGRAMME},
	{FIELD(PROPOSAL, proposal, state)},
	{FIELD(PROPOSAL, proposal, score), .sort = "ifnull(proposal.score, -1)", .numeric = true},
	{OWN("shared", LIST, COORDINATOR, N_("In common"), 24), .aliases = "common areas", .extra = true,
	 .select = "shared_terms(ifnull((SELECT e.seeks FROM enrolment AS e WHERE e.programme_id ="
		   " proposal.programme_id AND e.person_id = proposal.learner_id AND e.role IN ('mentee', 'coachee')),"
		   " learner.seeks), ifnull((SELECT e.offers FROM enrolment AS e WHERE e.programme_id ="
		   " proposal.programme_id AND e.person_id = proposal.guide_id AND e.role IN ('mentor', 'coach')),"
		   " guide.offers))"},
	{OWN("lacking", LIST, COORDINATOR, N_("Check lacking"), 16), .aliases = "lacks", .extra = true,
	 .select = LACKING},
	{FIELD(PROPOSAL, proposal, reasons), .aliases = "why", .extra = true},
	{FIELD(PROPOSAL, proposal, proposed_on), .aliases = "proposed"},
	{FIELD(PROPOSAL, proposal, expires_on), .aliases = "expires", .ahead = true, .extra = true},
	{FIELD(PROPOSAL, proposal, declined_by), .extra = true},
	{FIELD(PROPOSAL, proposal, decline_reason), .extra = true},
	{FIELD(PROPOSAL, proposal, decline_note), .extra = true},
	{FIELD(PROPOSAL, proposal, decided_on), .aliases = "decided", .extra = true},
	{FIELD(PROPOSAL, proposal, guide_accepted_on), .extra = true},
	{FIELD(PROPOSAL, proposal, learner_accepted_on), .extra = true},
	{FIELD(PROPOSAL, proposal, guide_id), .extra = true},
	{FIELD(PROPOSAL, proposal, learner_id), .extra = true},
	{FIELD(PROPOSAL, proposal, programme_id), .extra = true},
	{FIELD(PROPOSAL, proposal, pairing_id), .aliases = "pairing", .extra = true},
};

static const struct list_info pair_rules = {
	LIST("pair rules", N_("Pair rules"), PAIR_RULE, pair_rule),
	.entity = CH_PAIR_RULE, .id = "pair_rule.pair_rule_id", .order = "pair_rule_id", .people = pair_rule_people,
	.of_person = "pair_rule.pair_rule_id IN (SELECT pair_rule_id FROM pair_rule WHERE guide_id = @"
		     " UNION ALL SELECT pair_rule_id FROM pair_rule WHERE learner_id = @)",
	.of_programme = "((+pair_rule.programme_id) = :programme_id OR pair_rule.programme_id IS NULL)",
};
static const struct list_info wishes = {
	LIST("wishes", N_("Wishes"), WISH, wish),
	.entity = CH_WISH, .id = "wish.wish_id", .order = "person", .people = wish_people,
	.of_person = "wish.wish_id IN (SELECT wish_id FROM wish WHERE person_id = @"
		     " UNION ALL SELECT wish_id FROM wish WHERE wished_id = @)",
	.of_programme = "(+wish.programme_id) = :programme_id",
};
static const struct list_info committees = {
	LIST("members", N_("Matching committee"), COMMITTEE, committee),
	.entity = CH_COMMITTEE_MEMBER, .id = "committee_member.committee_member_id", .order = "person",
	.people = committee_people,
	.of_person = "committee_member.person_id = @",
	.of_programme = "(+committee_member.programme_id) = :programme_id",
};

static const struct list_info proposals = {
	LIST("proposals", N_("Proposals"), PROPOSAL, proposal),
	.entity = CH_PROPOSAL, .id = "proposal.proposal_id", .order = "-score", .people = pair_rule_people,
	.of_pairing = "proposal.proposal_id ="
		      " (SELECT proposal_id FROM pairing WHERE pairing_id = :pairing_id)",
	.of_person = "proposal.proposal_id IN (SELECT proposal_id FROM proposal WHERE guide_id = @"
		     " UNION ALL SELECT proposal_id FROM proposal WHERE learner_id = @)",
	.of_me = OWN_PROPOSALS,
	.of_programme = "(+proposal.programme_id) = :programme_id",
};

const struct list_info *list_matching_info(enum ch_list_id list)
{
	switch (list) {
	case CH_LIST_PROPOSALS:
		return &proposals;
	case CH_LIST_PAIR_RULES:
		return &pair_rules;
	case CH_LIST_WISHES:
		return &wishes;
	case CH_LIST_COMMITTEE:
		return &committees;
	default:
		return NULL;
	}
}
