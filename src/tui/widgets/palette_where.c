#include "tui/widgets/palette_where.h"

#include <string.h>

#include "chiron/status.h"

static const char *const where[COMMAND_COUNT] = {
	[COMMAND_LOG] = N_("for those who may log sessions"),
	[COMMAND_ADD] = N_("in People, Pairs and Programmes"),
	[COMMAND_EDIT] = N_("on a person, a session or a programme"),
	[COMMAND_DELETE] = N_("in Actions, on an open one"),
	[COMMAND_DONE] = N_("in Actions, on an open one"),
	[COMMAND_FORWARD] = N_("on an open action, a proposal, a programme in design"),
	[COMMAND_IMPORT] = N_("in People"),
	[COMMAND_DECLINE] = N_("on a proposal"),
	[COMMAND_AGREE] = N_("in Pairs, on one that is not closed"),
	[COMMAND_START] = N_("in Pairs, on one that is contracting"),
	[COMMAND_PAUSE] = N_("in Pairs, on one that is active or paused"),
	[COMMAND_ARRANGE] = N_("on a pair, or in Sessions on one"),
	[COMMAND_GOAL] = N_("in an opened pair that is not closed"),
	[COMMAND_RATE] = N_("in an opened pair of your own that has a goal"),
	[COMMAND_KIND] = N_("in an opened pair that is not closed"),
	[COMMAND_ENROL] = N_("in People, or in Programmes on one not closed"),
	[COMMAND_MATCH] = N_("in Programmes, on one that is not closed"),
	[COMMAND_OTHERS] = N_("on a proposal"),
	[COMMAND_PIN] = N_("on a proposal, or one of the others"),
	[COMMAND_FORBID] = N_("on a proposal, or one of the others"),
	[COMMAND_WEIGH] = N_("in what is proposed for a programme"),
	[COMMAND_APPROVE] = N_("on a proposal"),
	[COMMAND_WISHES] = N_("in what is proposed for a programme"),
	[COMMAND_COMMITTEE] = N_("in what is proposed for a programme"),
	[COMMAND_SETTINGS] = N_("in Programmes, on one"),
	[COMMAND_READY] = N_("in Programmes, on one that is not closed"),
	[COMMAND_ENROLMENTS] = N_("in Programmes, on one"),
	[COMMAND_FINISH] = N_("in Sessions, on an unfinished record"),
	[COMMAND_CANCEL] = N_("in Sessions, on one that is arranged"),
	[COMMAND_NO_SHOW] = N_("in Sessions, on one that is arranged"),
	[COMMAND_CLOSE] = N_("in Pairs or Programmes on one that is not closed, in People on who is here"),
	[COMMAND_REOPEN] = N_("in an opened pair that is closed, or on a person who has left"),
	[COMMAND_HAND_OVER] = N_("in Pairs, on one that is not closed"),
	[COMMAND_SO_FAR] = N_("in an opened pair that is not closed"),
	[COMMAND_BRIEF] = N_("in an opened pair that is not closed"),
	[COMMAND_BRIEF_READ] = N_("in an opened pair of your own with a brief"),
	[COMMAND_CHECKIN] = N_("on a pair that is not closed"),
	[COMMAND_THREE_WAY] = N_("in Pairs, on one that is coaching"),
	[COMMAND_FEEDBACK] = N_("on a pair that began"),
	[COMMAND_REFERRALS] = N_("in an opened pair"),
	[COMMAND_RELEASES] = N_("in an opened pair"),
	[COMMAND_INTRODUCTIONS] = N_("in an opened pair that is mentoring"),
	[COMMAND_ASSESSMENTS] = N_("in an opened pair"),
	[COMMAND_MANAGER] = N_("in an opened pair that is coaching"),
	[COMMAND_SNOOZE] = N_("in Today, on what needs you"),
	[COMMAND_ASSIGN] = N_("in Today, on what needs you"),
	[COMMAND_ACKNOWLEDGE] = N_("in Today, on what only warns"),
	[COMMAND_HANDLED] = N_("in Today"),
	[COMMAND_FINDINGS] = N_("in Today"),
	[COMMAND_PARTS] = N_("on a programme, or on a person"),
	[COMMAND_WRITE] = N_("in a list, on a report or a page"),
	[COMMAND_FILTER] = N_("in a list"),
	[COMMAND_SEARCH] = N_("in a list that has rows"),
	[COMMAND_SEARCH_NEXT] = N_("after a search: / begins one"),
	[COMMAND_SEARCH_PREVIOUS] = N_("after a search: / begins one"),
	[COMMAND_MARK] = N_("in a list of things that are changed together"),
	[COMMAND_MARK_ALL] = N_("in a list of things that are changed together"),
	[COMMAND_SORT] = N_("in a list that has several orders"),
	[COMMAND_COLUMNS] = N_("in a list"),
	[COMMAND_NEXT] = N_("on a thing opened from its list"),
	[COMMAND_PREVIOUS] = N_("on a thing opened from its list"),
	[COMMAND_JOIN] = N_("on a person, or on two marked in People"),
	[COMMAND_PANE_NEXT] = N_("where there are several panes"),
	[COMMAND_PANE_PREVIOUS] = N_("where there are several panes"),
	[COMMAND_UNDO] = N_("where there is a change of yours to undo"),
};

/* Each as somebody new to the screens may type it, where neither the label nor the help has the word. */
static const char *const also[COMMAND_COUNT] = {
	[COMMAND_LOG] = N_("meeting met record"),
	[COMMAND_ARRANGE] = N_("book schedule appointment meeting"),
	[COMMAND_AGREE] = N_("contract extend extension longer prolong power aims purpose terms"),
	[COMMAND_START] = N_("begin activate"),
	[COMMAND_PAUSE] = N_("break holiday leave resume continue sick"),
	[COMMAND_CLOSE] = N_("finish complete leaver leaves left withdraw quit"),
	[COMMAND_REOPEN] = N_("reopen again return back"),
	[COMMAND_HAND_OVER] = N_("handover rematch re-match replace change mentor coach"),
	[COMMAND_CHECKIN] = N_("check-in checkin call phone pulse comfort"),
	[COMMAND_FEEDBACK] = N_("pulse survey questionnaire ratings follow-up followup comfort before after"),
	[COMMAND_RELEASES] = N_("release consent share success story"),
	[COMMAND_REFERRALS] = N_("refer concern worry safeguarding signpost"),
	[COMMAND_INTRODUCTIONS] = N_("introduction contact network"),
	[COMMAND_ASSESSMENTS] = N_("tool test profile pre post baseline"),
	[COMMAND_SO_FAR] = N_("sessions before number times total last"),
	[COMMAND_THREE_WAY] = N_("tripartite three way"),
	[COMMAND_RATE] = N_("scaling gas t-score score goal"),
	[COMMAND_GOAL] = N_("aim objective"),
	[COMMAND_SETTINGS] = N_("pulse follow-up preset days thresholds lower rule warning"),
	[COMMAND_PARTS] = N_("dbs requirement eligibility objective qualification certificate"),
	[COMMAND_FIELDS] = N_("custom columns extra"),
	[COMMAND_SNOOZE] = N_("later postpone remind put off"),
	[COMMAND_ACKNOWLEDGE] = N_("dismiss ignore hide"),
	[COMMAND_HANDLED] = N_("assigned acknowledged dismissed"),
	[COMMAND_FINDINGS] = N_("check checks rules"),
	[COMMAND_COORDINATORS] = N_("colleague staff user handover"),
	[COMMAND_JOIN] = N_("merge duplicate twice"),
	[COMMAND_WRITE] = N_("export csv excel print"),
	[COMMAND_IMPORT] = N_("spreadsheet excel csv upload"),
	[COMMAND_ROLE_WORDS] = N_("rename befriender"),
	[COMMAND_HISTORY] = N_("audit changes who"),
	[COMMAND_READY] = N_("readiness"),
	[COMMAND_MATCH] = N_("pair propose proposals board"),
};

static const struct {
	const char *name, *also;
} reports_also[] = {
	{"exceptions", N_("exceptions override overrides overridden")},
	{"finished", N_("finished certificate completion thanks record")},
	{"hand-over", N_("hand-over handover hand over next new coordinator successor leaves")},
	{"standards", N_("standards evidence accreditation")},
	{"checks-lacking", N_("checks-lacking dbs")},
	{"letters", N_("letters mail merge invitation reminder")},
	{"call-list", N_("call-list phone")},
	{"board", N_("board trustees funder")},
};

static const struct palette_typed typed[] = {
	{N_("complaint"), N_("on the pair: contact keeps the talk, " KEY_(CLOSE) " ends it; see the guide: A "
	    "complaint")},
	{N_("manager asks how it goes"), N_(KEY_(RELEASES) " on the pair: what may be told; see the guide: A manager "
	    "who asks")},
	{N_("back up"), N_("in the shell: chiron backup FILE")},
	{N_("verify the file"), N_("in the shell: chiron verify")},
	{N_("audit log"), N_("in the shell: chiron audit list")},
};

const char *palette_where(enum command command)
{
	return where[command];
}

const char *palette_also(enum command command)
{
	return also[command];
}

const char *palette_report_also(const char *name)
{
	for (size_t i = 0; i < sizeof(reports_also) / sizeof(reports_also[0]); i++)
		if (strcmp(reports_also[i].name, name) == 0)
			return _(reports_also[i].also);
	return name;
}

const struct palette_typed *palette_typed(size_t *count)
{
	*count = sizeof(typed) / sizeof(typed[0]);
	return typed;
}
