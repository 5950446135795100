/*
 * Checks: the rules as queries, one file each (data/checks; the headers are
 * described in docs/checks.md).
 *
 * A check returns what is wrong. Without a subject it is the linter
 * `chiron check` and feeds the first screen; with one, on the writing
 * connection before COMMIT, it is the gate of an operation. No check can read
 * the pair's wording: the connection refuses it.
 */
#ifndef CHIRON_CHECK_H
#define CHIRON_CHECK_H

#include "chiron/context.h"
#include "chiron/grid.h"

#define CH_SEVERITIES(X)                                                                                               \
	X(ABSOLUTE, "absolute", N_("absolute"))                                                                        \
	X(REFUSE, "refuse", N_("refused"))                                                                             \
	X(WARN, "warn", N_("warning"))                                                                                 \
	X(INFORM, "inform", N_("for information"))

enum ch_severity {
	CH_NO_SEVERITY,
#define X(name, code, label) CH_SEVERITY_##name,
	CH_SEVERITIES(X)
#undef X
};

/*
 * What is done where a rule may be pointed out at once, and not only in the list of what needs attention: code, what
 * it is about, the operation whose gate a programme may have lowered to a warning, and when that is.
 */
#define CH_OCCASIONS(X)                                                                                                \
	X(PAIRING, "pairing", CH_PAIRING, CH_OP_PAIRING_ADD, N_("two are paired"))                                     \
	X(AGREEMENT, "agreement", CH_PAIRING, CH_NO_OPERATION, N_("an agreement is recorded"))                         \
	X(EXTENSION, "extension", CH_PAIRING, CH_NO_OPERATION, N_("a planned end is moved"))                           \
	X(START, "start", CH_PAIRING, CH_OP_PAIRING_START, N_("a pairing starts"))                                     \
	X(SESSION, "session", CH_SESSION, CH_NO_OPERATION, N_("a session is arranged, logged or corrected"))           \
	X(FIRST_SESSION, "first-session", CH_PAIRING, CH_NO_OPERATION, N_("the first session is logged"))              \
	X(ACTION, "action", CH_ACTION, CH_NO_OPERATION, N_("an action is added"))                                      \
	X(GOAL, "goal", CH_PAIRING, CH_NO_OPERATION, N_("a goal is attained"))                                         \
	X(ENROLMENT, "enrolment", CH_ENROLMENT, CH_NO_OPERATION, N_("somebody is enrolled, found ready or not"))       \
	X(CREDENTIAL, "credential", CH_PERSON, CH_NO_OPERATION, N_("a check, training or qualification is recorded"))  \
	X(PROGRAMME, "programme", CH_PROGRAMME, CH_NO_OPERATION, N_("a programme is changed"))                         \
	X(OPENING, "opening", CH_PROGRAMME, CH_OP_PROGRAMME_OPEN, N_("a programme is opened"))

enum ch_occasion {
#define X(name, code, entity, operation, label) CH_AT_##name,
	CH_OCCASIONS(X)
#undef X
		CH_OCCASION_COUNT
};

/* The parsed header of a check or report file. All texts are static. */
struct ch_check_info {
	const char *name;  /* "mentor-in-reporting-line" */
	const char *rule;  /* "R2" */
	enum ch_severity severity;
	enum ch_entity_id subject;
	const char *title; /* "The mentor is in the mentee's reporting line" */
	const char *says;  /* the finding in words, {column} filled from its row */
	const char *why;
	const char *fix;
	const char *command; /* the command that deals with it, {column} filled */
	const char *key;     /* the key that does on the screen; "" */
	const char *screen;  /* where it is mended on the screen, {column} filled (CH_CHECK_SCREENS); "" */
	const char *measure; /* the column that says how bad it is; NULL: none does */
	int harm;	     /* order on the first screen among the equally grave, 1 the worst; 0: not shown there */
};

/*
 * Where a finding is mended on the screen, "NAME ID MORE". Every check that the first screen shows has one.
 *
 *   pairing ID PANE ROW        its sessions, actions or agreed, with the focus on that row (ROW may be left out)
 *   hand-over ID, three-way ID the form over the pairing
 *   feedback ID ROW, referrals ID ROW, manager ID    of the pairing
 *   person ID                  and
 *   credential ID KIND NAME    the form for a new one of the person, with kind and name filled in
 *   programme ID, board ID     the form of the programme, its matching board
 *   enrolments ID FILTER       who is enrolled in the programme
 *   merge ID ID                two records of one person, side by side
 *   people FILTER              and pairs, actions, sessions, programmes: a list
 */
#define CH_CHECK_SCREENS                                                                                               \
	{                                                                                                              \
		"pairing", "hand-over", "three-way", "feedback", "referrals", "manager", "person", "credential",       \
			"programme", "board", "enrolments", "people", "pairs", "actions", "sessions", "programmes",    \
			"merge", NULL                                                                                  \
	}

/* Where a finding comes from, in brackets behind it: the rule, or the name of a check that looks after none. */
static inline const char *ch_check_source(const struct ch_check_info *check)
{
	return *check->rule != '\0' ? check->rule : check->name;
}

size_t ch_check_count(void);
const struct ch_check_info *ch_check_at(size_t index);

enum ch_put_off { CH_NOT_PUT_OFF, CH_SNOOZED, CH_ACKNOWLEDGED };

struct ch_finding {
	const struct ch_check_info *check;
	int64_t subject_id;
	int64_t pairing_id;   /* 0 where it is about none */
	int64_t programme_id; /* 0 likewise */
	const char *who;      /* names of whom it is about */
	const char *says;     /* in words, filled */
	const char *command;  /* filled */
	const char *screen;   /* filled; "" */
	const char *overridden; /* the reason, where an override accepts it; NULL */
	enum ch_severity severity; /* the header's, or a warning where the programme's settings lower the rule */

	/* What is done about it (handling.h); told to the coordinator alone, whose list it is. */
	enum ch_put_off put_off;
	ch_date until;		 /* when it is back; CH_NO_DATE: it is not put off */
	const char *reason;	 /* why it was acknowledged; NULL */
	const char *assigned_to; /* the name of whoever sees to it; NULL: nobody */
	int64_t measure;	 /* CH_UNKNOWN: the check measures nothing */
};

struct ch_findings {
	struct ch_finding *items;
	size_t count;
	size_t snoozed, acknowledged; /* how many of each there are, among the items or left out of them */
	size_t left_out; /* further ones, of checks that found more than was asked for (ch_attention_new()) */
};

struct ch_check_query {
	const char *rule; /* only of this rule or check name; NULL: all */
	enum ch_severity severity; /* at least; 0: all */
	int64_t programme_id;
	int64_t subject_id; /* with `rule`: of this subject only */
	bool all; /* also those that are snoozed or acknowledged */
};

/* Runs the checks. CH_OK whether or not something is found: see findings->count. */
enum ch_status ch_check_run(struct ch_context *c, const struct ch_check_query *query, struct ch_arena *arena,
			    struct ch_findings *findings, struct ch_error *err);

/*
 * What is to be said of `subject_id`, the occasion's, right after it was written: what those checks find that name the
 * occasion, and what is refused there where the programme lowers the rule to a warning. Nothing that is accepted or put
 * off. What is written stands: these are rules that warn (strength W), where the work happens.
 */
enum ch_status ch_point_out(struct ch_context *c, enum ch_occasion occasion, int64_t subject_id,
			    struct ch_arena *arena, struct ch_findings *findings, struct ch_error *err);

/*
 * What needs attention, the gravest first (what refuses, what warns, what can wait) and of the equally grave the most
 * harmful: of each pairing the first of these, and what each programme waits for. What an override accepts is not
 * there, nor what is acknowledged. A finding that is snoozed keeps its pairing off the list, but for worse ones: a
 * warning never hides what is to be acted on now.
 * Whoever looks on at the context may stop it, with CH_STOPPED.
 */
enum ch_status ch_attention(struct ch_context *c, struct ch_arena *arena, struct ch_findings *findings,
			    struct ch_error *err);

/*
 * The same in steps, for a screen that shows what was found so far and keeps the keys alive meanwhile. Each step runs
 * one check, until ch_attention_whole(); one that is stopped, or fails, keeps nothing, and the next step runs it again.
 * Where the scheme has changed it is to be begun anew. Of a check that finds more than `most` (0: no bound), no more
 * than twice as many are kept; the others are counted. With `all` it is what `chiron check` shows instead: every
 * finding of every check that nobody accepted or put off. Freed by ch_attention_free(), which takes NULL.
 */
struct ch_attention;
struct ch_attention *ch_attention_new(size_t most, bool all);
void ch_attention_free(struct ch_attention *reading);
enum ch_status ch_attention_step(struct ch_context *c, struct ch_attention *reading, struct ch_error *err);
bool ch_attention_whole(const struct ch_attention *reading);

/* What was found so far, valid until the next step, and how many checks of how many were run. */
const struct ch_findings *ch_attention_found(const struct ch_attention *reading, size_t *checks, size_t *run);

#endif
