#include "chiron/leave.h"

#include "chiron/person.h"
#include "chiron/proposal.h"
#include "core/enrolment.h"
#include "core/feedback.h"
#include "core/hand_over.h"
#include "core/id_list.h"
#include "core/leave.h"
#include "core/pairing.h"
#include "core/state_change.h"
#include "store/limit.h"
#include "store/stmt.h"

enum ch_status leave_refuse(struct change *change, int64_t person_id, const char *field_key, ch_date day,
			    struct ch_error *err)
{
	char left[CH_DATE_WORDS_SIZE];
	struct ch_person person;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	if (!ch_person_has_left(&person, day))
		return CH_OK;
	ch_fail_field(err, field_key, _("%s left on %s"), person.name,
		      ch_date_words(person.left_on, change->today, left));
	return ch_error_fix(err, _("choose somebody else; if they are back, `chiron person return %lld` says so"),
			    (long long)person_id);
}

enum ch_status leave_refuse_two(struct change *change, int64_t guide_id, int64_t learner_id, ch_date day,
				struct ch_error *err)
{
	TRY(leave_refuse(change, guide_id, "guide_id", day, err));
	return leave_refuse(change, learner_id, "learner_id", day, err);
}

struct leave {
	struct change *change;
	const struct ch_leaving *leaving;
	struct ch_person person;
	ch_date on;
	struct ch_left *left;
};

/* Closed because this side left. */
static struct ch_closure closure_of(const struct leave *leave, const struct pairing_view *view)
{
	bool guides = view->pairing.guide_id == leave->person.person_id;

	return (struct ch_closure){
		.on = leave->on,
		.kind = CH_CLOSURE_ENDED_EARLY,
		.kind_if_met = true,
		.initiator = guides ? CH_BY_GUIDE : CH_BY_LEARNER,
		.reason = guides ? CH_BECAUSE_GUIDE_LEFT : CH_BECAUSE_LEARNER_LEFT,
	};
}

static enum ch_status hand_on(const struct leave *leave, const struct pairing_view *view, int64_t guide_id,
			      struct ch_error *err)
{
	const struct ch_closure closure = closure_of(leave, view);
	struct ch_pairing made;

	if (view->pairing.guide_id != leave->person.person_id) {
		ch_fail(err, CH_DATA, _("%s is the one who is guided in pairing %lld: there is nobody to hand over"),
			leave->person.name, (long long)view->pairing.pairing_id);
		return ch_error_fix(err, _("close that pairing instead"));
	}
	return hand_over(leave->change, view, guide_id, &closure, &made, err);
}

static int64_t successor(const struct ch_leaving *leaving, int64_t pairing_id)
{
	for (size_t i = 0; i < leaving->hand_over_count; i++)
		if (leaving->hand_over[i].pairing_id == pairing_id)
			return leaving->hand_over[i].guide_id;
	return 0;
}

/* An end is of a day that has come. */
static enum ch_status refuse_ahead(const struct leave *leave, const struct pairing_view *view, struct ch_error *err)
{
	char day[CH_DATE_WORDS_SIZE];

	ch_fail_field(err, "left_on", _("%s leaves on %s, and %s are closed or handed over on a day that has come"),
		      leave->person.name, ch_date_words(leave->on, leave->change->today, day), view->names);
	return ch_error_fix(err,
			    _("leave the pairing open: Today names it on that day; or hand it over today, "
			      "`chiron pairing hand-over %lld`"),
			    (long long)view->pairing.pairing_id);
}

static enum ch_status settle_pairing(const struct leave *leave, int64_t pairing_id, struct ch_error *err)
{
	int64_t guide_id = successor(leave->leaving, pairing_id);
	struct pairing_view view;

	TRY(pairing_view_get(leave->change, pairing_id, &view, err));
	if (ch_pairing_has_ended(view.pairing.state)) {
		leave->left->closing++;
		return CH_OK;
	}
	if (guide_id == 0 && !leave->leaving->close) {
		leave->left->open++;
		return CH_OK;
	}
	if (leave->on > leave->change->today)
		return refuse_ahead(leave, &view, err);
	if (guide_id != 0) {
		leave->left->handed_over++;
		return hand_on(leave, &view, guide_id, err);
	}
	leave->left->closed++;
	const struct ch_closure closure = closure_of(leave, &view);
	return ch_pairing_close(leave->change->c, pairing_id, &closure, err);
}

/* Before their pairings are settled: the end of the last one may withdraw them. */
static enum ch_status count_part(const struct leave *leave, int64_t enrolment_id, struct ch_error *err)
{
	(void)enrolment_id;
	(void)err;
	leave->left->withdrawn++;
	return CH_OK;
}

static enum ch_status withdraw_proposal(const struct leave *leave, int64_t proposal_id, struct ch_error *err)
{
	struct ch_proposal proposal;

	TRY(change_get(leave->change, CH_PROPOSAL, proposal_id, &proposal, err));
	TRY(state_move(CH_PROPOSAL, &proposal.state, CH_OP_PERSON_LEAVE, leave->person.name, err));
	leave->left->proposals++;
	return change_update(leave->change, CH_PROPOSAL, &proposal, err);
}

typedef enum ch_status settle(const struct leave *leave, int64_t id, struct ch_error *err);

static enum ch_status for_each(const struct leave *leave, enum statement_id statement, settle *run,
			       struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(leave->change->db, statement);

	stmt_bind_int(q, "person_id", leave->person.person_id);
	enum ch_status status = id_list_read(&ids, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = run(leave, ids.ids[i], err);
	id_list_release(&ids);
	return status;
}

/* Refuses a hand-over of what is no live pairing of the leaver. */
static enum ch_status check_hand_overs(const struct leave *leave, struct ch_error *err)
{
	for (size_t i = 0; i < leave->leaving->hand_over_count; i++) {
		int64_t id = leave->leaving->hand_over[i].pairing_id;
		struct pairing_view view;

		TRY(pairing_view_get(leave->change, id, &view, err));
		if (view.pairing.guide_id == leave->person.person_id && !ch_pairing_has_ended(view.pairing.state))
			continue;
		ch_fail(err, CH_DATA, _("pairing %lld, %s, is no live pairing in which %s is mentor or coach"),
			(long long)id, view.names, leave->person.name);
		return ch_error_fix(err, _("`chiron pairing list --person %lld` shows them"),
				    (long long)leave->person.person_id);
	}
	return CH_OK;
}

/* R83: what others look after cannot be settled by who does not see it. */
static enum ch_status refuse_of_others(const struct leave *leave, struct ch_error *err)
{
	struct stmt *q = stmt_ready(leave->change->db, SQL_TAKES_PART_UNSEEN);
	bool row = false;

	stmt_bind_int(q, "person_id", leave->person.person_id);
	enum ch_status status = stmt_step(q, &row, err);
	stmt_reset(q);
	if (status != CH_OK || !row)
		return status;
	ch_fail_rule(err, "R83", _("%s takes part in a programme of another coordinator, too"), leave->person.name);
	err->status = CH_NOT_ALLOWED;
	return limit_fix(leave->change->db, err);
}

static enum ch_status leave(struct change *change, int64_t person_id, const struct ch_leaving *leaving,
			    struct ch_left *left, struct ch_error *err)
{
	struct leave leave = {.change = change, .leaving = leaving, .left = left};

	TRY(change_get(change, CH_PERSON, person_id, &leave.person, err));
	leave.on = leaving->on;
	if (leave.on == CH_NO_DATE)
		leave.on = ch_person_has_left(&leave.person, change->today) ? leave.person.left_on : change->today;
	TRY(refuse_of_others(&leave, err));
	TRY(check_hand_overs(&leave, err));
	leave.person.left_on = leave.on;
	if (leaving->because != CH_NO_LEAVING_REASON)
		leave.person.left_because = leaving->because;
	TRY(change_update(change, CH_PERSON, &leave.person, err));
	TRY(for_each(&leave, SQL_OPEN_ENROLMENTS_OF_PERSON, count_part, err));
	TRY(for_each(&leave, SQL_LIVE_PAIRINGS_OF_PERSON, settle_pairing, err));
	TRY(feedback_excuse(change, &leave.person, &left->excused, err));
	if (leave.on <= change->today)
		TRY(for_each(&leave, SQL_OPEN_PROPOSALS_OF_PERSON, withdraw_proposal, err));
	if (leave.on <= change->today && left->open == 0)
		return enrolment_withdraw_all(change, person_id, err);
	left->withdrawn = 0;
	return CH_OK;
}

/* Who took part until they left applies anew, where the programme goes on. */
static enum ch_status apply_anew(struct change *change, int64_t enrolment_id, struct ch_error *err)
{
	struct ch_enrolment enrolment;

	TRY(change_get(change, CH_ENROLMENT, enrolment_id, &enrolment, err));
	enrolment.state = CH_ENROLMENT_APPLIED;
	return enrolment_set(change, &enrolment, NULL, err);
}

static enum ch_status come_back(struct change *change, int64_t person_id, int64_t *applied, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct ch_person person;

	TRY(change_get(change, CH_PERSON, person_id, &person, err));
	if (person.left_on == CH_NO_DATE) {
		ch_fail(err, CH_DATA, _("%s has not left, so there is nothing to take back"), person.name);
		return ch_error_fix(err,
				    _("`chiron enrol %lld --programme PROGRAMME` gives them a part in a programme"),
				    (long long)person_id);
	}
	person.left_on = CH_NO_DATE;
	person.left_because = CH_NO_LEAVING_REASON;
	TRY(change_update(change, CH_PERSON, &person, err));
	struct stmt *q = stmt_ready(change->db, SQL_WITHDRAWN_ENROLMENTS_OF_PERSON);

	stmt_bind_int(q, "person_id", person_id);
	enum ch_status status = id_list_read(&ids, q, "id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++)
		status = apply_anew(change, ids.ids[i], err);
	*applied = (int64_t)ids.count;
	id_list_release(&ids);
	return status;
}

enum ch_status ch_person_return(struct ch_context *c, int64_t person_id, int64_t *applied, struct ch_error *err)
{
	struct change change;

	*applied = 0;
	TRY(change_begin(&change, c, CH_OP_PERSON_RETURN, CH_PERSON, person_id, err));
	return change_end(&change, come_back(&change, person_id, applied, err), err);
}

enum ch_status ch_person_leave(struct ch_context *c, int64_t person_id, const struct ch_leaving *leaving,
			       struct ch_left *left, struct ch_error *err)
{
	struct change change;

	*left = (struct ch_left){0};
	TRY(change_begin(&change, c, CH_OP_PERSON_LEAVE, CH_PERSON, person_id, err));
	return change_end(&change, leave(&change, person_id, leaving, left, err), err);
}
