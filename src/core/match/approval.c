/*
 * The matching committee and its approvals (R17).
 */
#include "chiron/committee.h"

#include "chiron/buffer.h"
#include "chiron/person.h"
#include "core/check/override.h"
#include "core/leave.h"
#include "core/match/proposal.h"
#include "store/stmt.h"

static enum ch_status count_of(struct stmt *q, int64_t *count, struct ch_error *err)
{
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*count = status == CH_OK && row ? stmt_int(q, "found") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status count_members(struct change *change, int64_t programme_id, int64_t person_id, int64_t *count,
				    struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_COMMITTEE_COUNT);

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_id(q, "person_id", person_id);
	return count_of(q, count, err);
}

static enum ch_status count_approvals(struct change *change, int64_t proposal_id, int64_t person_id, int64_t *count,
				      struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_APPROVAL_COUNT);

	stmt_bind_int(q, "proposal_id", proposal_id);
	stmt_bind_id(q, "person_id", person_id);
	return count_of(q, count, err);
}

/* ---- Members --------------------------------------------------------------------- */

static enum ch_status add_member(struct change *change, struct ch_committee_member *member, struct ch_error *err)
{
	struct ch_person person;
	struct ch_programme programme;
	int64_t already;

	TRY(change_get(change, CH_PROGRAMME, member->programme_id, &programme, err));
	TRY(change_get(change, CH_PERSON, member->person_id, &person, err));
	TRY(count_members(change, member->programme_id, member->person_id, &already, err));
	if (already > 0)
		return ch_fail(err, CH_DATA, _("%s is of the matching committee of %s already"), person.name,
			       programme.name);
	TRY(leave_refuse(change, member->person_id, "person_id", change->today, err));
	member->committee_member_id = member->row_version = 0;
	if (member->since == CH_NO_DATE)
		member->since = change->today;
	return change_insert(change, CH_COMMITTEE_MEMBER, member, err);
}

enum ch_status ch_committee_add(struct ch_context *c, struct ch_committee_member *member, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_COMMITTEE_SET, CH_COMMITTEE_MEMBER, 0, err));
	return change_end(&change, add_member(&change, member, err), err);
}

enum ch_status ch_committee_remove(struct ch_context *c, int64_t committee_member_id, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, c, CH_OP_COMMITTEE_SET, CH_COMMITTEE_MEMBER, committee_member_id, err));
	return change_end(&change, change_delete(&change, CH_COMMITTEE_MEMBER, committee_member_id, err), err);
}

/* ---- Approvals ------------------------------------------------------------------- */

static enum ch_status refuse_aside(struct change *change, const struct ch_proposal *proposal,
				   const struct ch_person *member, const char *name, struct ch_error *err)
{
	struct stmt *q = stmt_ready(change->db, SQL_APPROVAL_STANDS_ASIDE);
	bool row = false;

	stmt_bind_int(q, "person_id", member->person_id);
	stmt_bind_int(q, "proposal_id", proposal->proposal_id);
	enum ch_status status = stmt_step(q, &row, err);
	stmt_reset(q);
	if (status != CH_OK || !row)
		return status;
	ch_fail_rule(err, "R17", _("%s stands aside from %s: one of the two, or in the reporting line of either"),
		     member->name, name);
	return ch_error_fix(err, _("another member of the committee decides it"));
}

static enum ch_status check_member(struct change *change, const struct ch_proposal *proposal,
				   const struct ch_programme *programme, const char *name, int64_t person_id,
				   struct ch_error *err)
{
	struct ch_person member;
	int64_t members, is_member, given;

	TRY(count_members(change, programme->programme_id, 0, &members, err));
	if (person_id == 0 && members == 0)
		return CH_OK;
	if (person_id == 0) {
		ch_fail_rule(err, "R17", _("%s has a matching committee: whose approval is it?"), programme->name);
		return ch_error_fix(err, _("name the member" CH_WAY
					   ": --by NAME; `chiron committee list` shows them" CH_KEY));
	}
	TRY(change_get(change, CH_PERSON, person_id, &member, err));
	TRY(count_members(change, programme->programme_id, person_id, &is_member, err));
	if (is_member == 0) {
		ch_fail_rule(err, "R17", _("%s is not of the matching committee of %s"), member.name, programme->name);
		return ch_error_fix(err, _("`chiron committee add` names its members"));
	}
	TRY(refuse_aside(change, proposal, &member, name, err));
	TRY(count_approvals(change, proposal->proposal_id, person_id, &given, err));
	if (given > 0)
		return ch_fail(err, CH_DATA, _("%s has approved %s already"), member.name, name);
	return CH_OK;
}

static enum ch_status needed_by(struct change *change, int64_t programme_id, int64_t *needed, struct ch_error *err)
{
	struct ch_settings settings;

	TRY(change_get(change, CH_SETTINGS, programme_id, &settings, err));
	*needed = settings.approvals == CH_UNKNOWN ? 1 : settings.approvals;
	return CH_OK;
}

static enum ch_status refuse_meeting_to_come(struct change *change, const struct ch_approval *approval,
					     struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];

	if (approval->meeting_on == CH_NO_DATE || approval->meeting_on <= change->today)
		return CH_OK;
	ch_fail_field(err, "meeting_on", _("the meeting of %s is still to come: nothing was decided there yet"),
		      ch_date_words(approval->meeting_on, change->today, day));
	return ch_error_fix(err, _("give the day of a meeting that was held, or none"));
}

enum ch_status approval_add(struct change *change, const struct ch_proposal *proposal,
			    const struct ch_programme *programme, const char *name, struct ch_approval *approval,
			    bool *enough, struct ch_error *err)
{
	int64_t given, needed;

	TRY(needed_by(change, programme->programme_id, &needed, err));
	TRY(check_member(change, proposal, programme, name, approval->person_id, err));
	approval->approved_on = change->today;
	TRY(refuse_meeting_to_come(change, approval, err));
	TRY(change_insert(change, CH_APPROVAL, approval, err));
	TRY(count_approvals(change, proposal->proposal_id, 0, &given, err));
	*enough = approval->person_id == 0 || given >= needed;
	return CH_OK;
}

enum ch_status approval_check(struct change *change, const struct ch_programme *programme, const char *name,
			      bool *against, struct ch_error *err)
{
	int64_t members, needed;
	bool lowered;

	*against = false;
	TRY(needed_by(change, programme->programme_id, &needed, err));
	TRY(count_members(change, programme->programme_id, 0, &members, err));
	if (members == 0)
		return CH_OK;
	TRY(override_lowered(change->db, programme->programme_id, "R17", &lowered, err));
	*against = !lowered && override_covers(change->c, "R17");
	if (lowered || *against)
		return CH_OK;
	ch_fail_rule(err, "R17",
		     needed == 1 ? _("%s is not approved yet: the committee of %s approves with %lld member")
				 : _("%s is not approved yet: the committee of %s approves with %lld members"),
		     name, programme->name, (long long)needed);
	ch_error_overridable(err, "R17");
	return ch_error_fix(err, _("record their approval: `chiron proposal approve`"));
}

/* ---- Reading ---------------------------------------------------------------------- */

/* "May Ito approved, Mon 23 Nov, at the meeting of Fri 20 Nov" */
static void tell_member(struct stmt *q, ch_date today, struct ch_buffer *out)
{
	const char *name = stmt_text(q, "name");
	ch_date approved = stmt_date(q, "approved_on"), meeting = stmt_date(q, "meeting_on");
	bool aside = stmt_int(q, "aside") != 0;
	char day[CH_DATE_WORDS_SIZE];

	name = name != NULL ? name : _("a member"); /* whom a limited coordinator does not see */
	ch_buffer_add(out, out->length > 0 ? "; " : _("Committee: "));
	if (approved == CH_NO_DATE) {
		ch_buffer_printf(out, aside ? _("%s stands aside (R17)") : _("%s has not approved"), name);
		return;
	}
	ch_buffer_printf(out, _("%s approved on %s"), name, ch_date_words(approved, today, day));
	if (meeting != CH_NO_DATE)
		ch_buffer_printf(out, _(", at the meeting of %s"), ch_date_words(meeting, today, day));
}

enum ch_status approval_tell(struct db *db, int64_t proposal_id, ch_date today, struct ch_arena *arena,
			     const char **text, struct ch_error *err)
{
	struct stmt *q = stmt_ready(db, SQL_APPROVALS_OF_PROPOSAL);
	struct ch_buffer out = CH_BUFFER_EMPTY;
	enum ch_status status;
	bool row = false;

	stmt_bind_int(q, "proposal_id", proposal_id);
	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		tell_member(q, today, &out);
	stmt_reset(q);
	*text = out.length > 0 ? ch_arena_copy(arena, out.text) : NULL;
	ch_buffer_release(&out);
	return status;
}
