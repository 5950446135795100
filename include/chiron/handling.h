/*
 * What is done about a finding of a check, besides mending it: snoozed until a
 * day, given to somebody to see to, or, where it only warns or informs,
 * acknowledged with a reason until a day (fourth principle of RULES.md).
 *
 * It is about one check and one subject, so that another finding about the same
 * pairing is not hidden by it. A finding is back by itself on the day, or as
 * soon as what the check measures has grown: snoozed with two actions overdue,
 * it is back with the third. What is absolute or refused is never
 * acknowledged. Each of these is a change like any other, and can be undone.
 */
#ifndef CHIRON_HANDLING_H
#define CHIRON_HANDLING_H

#include "chiron/check.h"

struct ch_handling {
	int64_t handling_id;
	int64_t row_version;
	const char *check_name;
	int64_t subject_id;
	int64_t pairing_id;   /* that it is about; 0: none */
	int64_t programme_id; /* likewise */
	int64_t measure;      /* of the finding when it was put off; CH_UNKNOWN: the check measures nothing */
	ch_date snoozed_until;
	int64_t assigned_to; /* person; 0: none */
	int64_t assigned_coordinator_id; /* instead of a person; 0: none */
	ch_date acknowledged_until;
	const char *reason;
	int64_t made_by; /* person; 0: the coordinator */
	ch_date made_on;
};

/* Who sees to a finding: a coordinator by name, a person, or, where both are 0, nobody in particular. */
struct ch_assignee {
	int64_t person_id, coordinator_id;
};

/* Which finding. */
struct ch_finding_key {
	const char *check_name;
	int64_t subject_id;
};

/* The longest that a finding is put off, in days. */
enum { CH_PUT_OFF_MOST = 366 };

/*
 * Each refuses a finding that is not there now (CH_MISSING), and a day that is
 * not after today or more than CH_PUT_OFF_MOST ahead (CH_DATA).
 */
enum ch_status ch_finding_snooze(struct ch_context *c, const struct ch_finding_key *key, ch_date until,
				 struct ch_error *err);

/*
 * Who is meant by a text: a coordinator by a number's or name's beginning, else a person as ch_find() finds them.
 * CH_MISSING where it is neither.
 */
enum ch_status ch_assignee_find(struct ch_context *c, const char *text, struct ch_assignee *assignee,
				struct ch_error *err);

/* What they are called, in `arena`; "" for nobody and for who may not be read. */
const char *ch_assignee_name(struct ch_context *c, struct ch_assignee assignee, struct ch_arena *arena);

/*
 * Gives it to somebody, or to nobody any more. Refused (CH_DATA): somebody who takes part, unless it is on their own
 * list (it names others, and they would not see it), though staff, who have no role, may get any; a coordinator who
 * does not look after the programme that it is about (R83).
 */
enum ch_status ch_finding_assign(struct ch_context *c, const struct ch_finding_key *key, struct ch_assignee to,
				 struct ch_error *err);

/* Refused where the finding is absolute or refused; the reason is needed. */
enum ch_status ch_finding_acknowledge(struct ch_context *c, const struct ch_finding_key *key, ch_date until,
				      const char *reason, struct ch_error *err);

/* Forgets all of it: the finding is back at once, and nobody's. CH_MISSING where nothing was done about it. */
enum ch_status ch_finding_release(struct ch_context *c, const struct ch_finding_key *key, struct ch_error *err);

enum ch_status ch_handling_get(struct ch_context *c, int64_t handling_id, struct ch_arena *arena,
			       struct ch_handling *handling, struct ch_error *err);

#endif
