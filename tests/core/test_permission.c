/*
 * The permission table against core: every operation is tried by the coordinator, by the guide and the learner of a
 * pairing on what is theirs, and by somebody of another pairing. An operation without a call here fails.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/scheme_private.h"
#include "model/permission.h"
#include "permission_calls.h"
#include "store/stmt.h"

static enum ch_status open_matching(struct world *w)
{
	struct ch_matching *matching;
	enum ch_status status = ch_matching_open(&w->f->c, w->programme, &matching, &w->f->err);
	ch_matching_close(matching);
	return status;
}

static enum ch_status call_matching(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_weights weights = {0};
	struct ch_pair_rule rule;
	struct ch_wish wish;
	struct ch_committee_member member;

	ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
	ch_record_start(ch_entity_of(CH_WISH), &wish);
	ch_record_start(ch_entity_of(CH_COMMITTEE_MEMBER), &member);
	switch (op) {
	case CH_OP_WEIGHT_SET:
		return ch_weights_keep(&f->c, w->programme, &weights, &f->err);
	case CH_OP_PAIR_RULE_READ:
		return call_list(w, CH_LIST_PAIR_RULES);
	case CH_OP_PAIR_RULE_ADD:
		return ch_pair_rule_add(&f->c, &rule, &f->err);
	case CH_OP_PAIR_RULE_REMOVE:
		return ch_pair_rule_remove(&f->c, 99, &f->err);
	case CH_OP_WISH_READ:
		return call_list(w, CH_LIST_WISHES);
	case CH_OP_WISH_ADD:
		return ch_wish_add(&f->c, &wish, &f->err);
	case CH_OP_WISH_REMOVE:
		return ch_wish_remove(&f->c, 99, &f->err);
	case CH_OP_COMMITTEE_READ:
		return call_list(w, CH_LIST_COMMITTEE);
	case CH_OP_COMMITTEE_SET:
		return ch_committee_add(&f->c, &member, &f->err);
	default:
		return call_scheme(w, op);
	}
}

static enum ch_status call_leaving(struct world *w, enum ch_operation op)
{
	struct ch_buffer text = CH_BUFFER_EMPTY;

	if (op == CH_OP_PERSON_LEAVE)
		return ch_person_leave(&w->f->c, w->guide, &(struct ch_leaving){.on = CH_NO_DATE, .close = true},
				       &(struct ch_left){0}, &w->f->err);
	if (op == CH_OP_PERSON_ERASE)
		return ch_person_erase(&w->f->c, w->guide, false, &w->f->arena, &(struct ch_erased){0}, &w->f->err);
	enum ch_status status = ch_export_disclosed(&w->f->c, w->guide, false, &text, &w->f->err);

	ch_buffer_release(&text);
	return status;
}

static enum ch_status call_people(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_person person;
	struct ch_programme programme;
	struct ch_settings settings;
	struct ch_enrolment enrolment;
	int64_t id;

	ch_record_start(ch_entity_of(CH_PERSON), &person);
	ch_record_start(ch_entity_of(CH_PROGRAMME), &programme);
	ch_record_start(ch_entity_of(CH_SETTINGS), &settings);
	ch_record_start(ch_entity_of(CH_ENROLMENT), &enrolment);
	switch (op) {
	case CH_OP_PERSON_READ:
		return ch_person_get(&f->c, w->guide, &f->arena, &person, &f->err);
	case CH_OP_PERSON_ADD:
		return ch_person_add(&f->c, &person, &f->err);
	case CH_OP_PERSON_SET:
		person.person_id = w->guide;
		return ch_person_set(&f->c, &person, &f->err);
	case CH_OP_PERSON_LEAVE:
	case CH_OP_PERSON_DISCLOSE:
	case CH_OP_PERSON_ERASE:
		return call_leaving(w, op);
	case CH_OP_PROGRAMME_READ:
		return ch_programme_get(&f->c, w->programme, &f->arena, &programme, &f->err);
	case CH_OP_PROGRAMME_ADD:
		return ch_programme_add(&f->c, &programme, &f->err);
	case CH_OP_PROGRAMME_SET:
		programme.programme_id = w->programme;
		return ch_programme_set(&f->c, &programme, &f->err);
	case CH_OP_CREDENTIAL_READ:
		return call_list(w, CH_LIST_CREDENTIALS);
	case CH_OP_SETTING_SET:
		settings.programme_id = w->programme;
		return ch_settings_set(&f->c, &settings, &f->err);
	case CH_OP_PROGRAMME_OPEN:
		return ch_programme_open(&f->c, w->programme, &f->err);
	case CH_OP_PROGRAMME_CLOSE:
		return ch_programme_close(&f->c, 99, &f->err);
	case CH_OP_ENROLMENT_READ:
		return ch_enrolment_get(&f->c, w->enrolment, &f->arena, &enrolment, &f->err);
	case CH_OP_ENROLMENT_ADD:
		return ch_enrolment_add(&f->c, &enrolment, &f->err);
	case CH_OP_ENROLMENT_SET:
		enrolment.enrolment_id = w->enrolment;
		return ch_enrolment_set(&f->c, &enrolment, &f->err);
	case CH_OP_PROPOSAL_MAKE:
		return open_matching(w);
	case CH_OP_PROPOSAL_APPROVE:
		return ch_proposal_approve(&f->c, w->proposal, 0, CH_NO_DATE, &f->err);
	case CH_OP_PROPOSAL_ACCEPT:
		return ch_proposal_accept(&f->c, w->proposal, CH_NO_INITIATOR, &id, &f->err);
	case CH_OP_PROPOSAL_DECLINE:
		return ch_proposal_decline(&f->c, w->proposal, CH_NO_INITIATOR, CH_DECLINE_NO_TIME, NULL, &f->err);
	default:
		return call_matching(w, op);
	}
}

/* The next of them finds one to remove, too. */
static enum ch_status remove_assessment(struct world *w, struct ch_assessment *another)
{
	struct ch_context *c = &w->f->c;
	enum ch_status status = ch_assessment_remove(c, w->removable_assessment, &w->f->err);

	if (status == CH_OK && ch_assessment_add(c, another, NULL, &w->f->err) == CH_OK)
		w->removable_assessment = another->assessment_id;
	return status;
}

static enum ch_status call_release(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_release release;
	struct ch_introduction introduction;
	struct ch_assessment assessment;
	struct ch_manager_feedback feedback;

	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	ch_record_start(ch_entity_of(CH_ASSESSMENT), &assessment);
	assessment.pairing_id = w->pairing;
	assessment.tool = "Wheel of life";
	ch_record_start(ch_entity_of(CH_MANAGER_FEEDBACK), &feedback);
	release.pairing_id = introduction.pairing_id = feedback.pairing_id = w->pairing;
	switch (op) {
	case CH_OP_RELEASE_READ:
		return ch_release_get(&f->c, w->release, &f->arena, &release, &f->err);
	case CH_OP_RELEASE_ADD:
		return ch_release_add(&f->c, &release, "Words", &f->err);
	case CH_OP_RELEASE_ANSWER:
		return ch_release_answer(&f->c, w->release, false, CH_HOW_SPOKEN, CH_NO_DATE, NULL, &f->err);
	case CH_OP_RELEASE_SEND:
		return ch_release_send(&f->c, w->release, &f->err);
	case CH_OP_ASSESSMENT_READ:
		return ch_assessment_get(&f->c, w->assessment, &f->arena, &assessment, &f->err);
	case CH_OP_ASSESSMENT_ADD:
		return ch_assessment_add(&f->c, &assessment, NULL, &f->err);
	case CH_OP_ASSESSMENT_SET:
		assessment.assessment_id = w->assessment;
		return ch_assessment_set(&f->c, &assessment, &f->err);
	case CH_OP_ASSESSMENT_REMOVE:
		return remove_assessment(w, &assessment);
	case CH_OP_INTRODUCTION_READ:
		return ch_introduction_get(&f->c, w->introduction, &f->arena, &introduction, &f->err);
	case CH_OP_INTRODUCTION_ADD:
		return ch_introduction_add(&f->c, &introduction, NULL, &f->err);
	case CH_OP_INTRODUCTION_SET:
		return ch_introduction_settle(&f->c, w->introduction, CH_OUTCOME_MET, &f->err);
	case CH_OP_MANAGER_FEEDBACK_READ:
		return call_list(w, CH_LIST_MANAGER_FEEDBACK);
	case CH_OP_MANAGER_FEEDBACK_ADD:
		return ch_manager_feedback_add(&f->c, &feedback, NULL, &f->err);
	default:
		return call_people(w, op);
	}
}

static enum ch_status call_referral(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_referral referral;

	ch_record_start(ch_entity_of(CH_REFERRAL), &referral);
	referral.pairing_id = w->pairing;
	switch (op) {
	case CH_OP_REFERRAL_READ:
		return ch_referral_get(&f->c, w->referral, &f->arena, &referral, &f->err);
	case CH_OP_REFERRAL_RAISE:
		return ch_referral_raise(&f->c, &referral, NULL, &f->err);
	case CH_OP_REFERRAL_DISCUSS:
		return ch_referral_discuss(&f->c, w->referral, CH_NO_DATE, "Whom", "Words", &f->err);
	case CH_OP_REFERRAL_ANSWER:
		return ch_referral_answer(&f->c, w->referral, false, CH_HOW_SPOKEN, CH_NO_DATE, &f->err);
	case CH_OP_REFERRAL_FORWARD:
		return ch_referral_forward(&f->c, w->referral, &f->err);
	case CH_OP_REFERRAL_CLOSE:
		return ch_referral_close(&f->c, w->referral, &f->err);
	default:
		return call_release(w, op);
	}
}

/* What follows the making of a pairing, but is none of its states. */
static enum ch_status call_brief(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	const struct ch_closure closure = {.on = CH_NO_DATE};
	int64_t id;

	switch (op) {
	case CH_OP_BRIEF_WRITE:
		return ch_brief_write(&f->c, w->pairing, "Words", &f->err);
	case CH_OP_BRIEF_READ:
		return ch_brief_read(&f->c, w->pairing, &f->err);
	case CH_OP_PAIRING_THREE_WAY:
		return ch_pairing_three_way(&f->c, w->pairing, &(struct ch_three_way){.on = CH_NO_DATE}, NULL, &f->err);
	case CH_OP_PAIRING_SO_FAR:
		return ch_pairing_so_far(&f->c, w->pairing, &(struct ch_spell){.sessions_so_far = 1}, &f->err);
	case CH_OP_PAIRING_HAND_OVER:
		return ch_pairing_hand_over(&f->c, w->pairing, w->outsider, &closure, &id, &f->err);
	default:
		return call_referral(w, op);
	}
}

static enum ch_status call_pairing(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_pairing pairing;
	struct ch_agreement agreement;
	struct ch_closure closure = {.on = CH_NO_DATE};
	struct ch_feedback feedback;
	struct ch_grid grid;

	ch_record_start(ch_entity_of(CH_PAIRING), &pairing);
	ch_record_start(ch_entity_of(CH_AGREEMENT), &agreement);
	switch (op) {
	case CH_OP_PAIRING_READ:
		return ch_pairing_get(&f->c, w->pairing, &f->arena, &pairing, &f->err);
	case CH_OP_PAIRING_ADD:
		return ch_pairing_add(&f->c, &pairing, &f->err);
	case CH_OP_PAIRING_AGREE:
		agreement.row_version = 99;
		return ch_pairing_agree(&f->c, w->pairing, &agreement, NULL, &f->err);
	case CH_OP_PAIRING_START:
		return ch_pairing_start(&f->c, w->pairing, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_PAUSE:
		return ch_pairing_pause(&f->c, w->pairing, CH_NO_DATE, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_RESUME:
		return ch_pairing_resume(&f->c, w->pairing, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_CLOSE:
		return ch_pairing_close(&f->c, w->pairing, &closure, &f->err);
	case CH_OP_PAIRING_CHANGE:
		return ch_pairing_change_kind(&f->c, w->pairing, w->programme, &f->err);
	case CH_OP_PAIRING_REOPEN:
		return ch_pairing_reopen(&f->c, w->pairing, CH_NO_DATE, &f->err);
	case CH_OP_FEEDBACK_READ:
		return call_list(w, CH_LIST_FEEDBACK);
	case CH_OP_FEEDBACK_RECORD:
		ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
		feedback.pairing_id = w->pairing;
		feedback.side = f->c.actor.person_id == w->learner ? CH_SIDE_LEARNER : CH_SIDE_GUIDE;
		feedback.form = CH_FEEDBACK_PULSE;
		feedback.quality = 4;
		return ch_feedback_record(&f->c, &feedback, &f->err);
	case CH_OP_FEEDBACK_LAPSE:
		return CH_OK; /* for all but a coordinator it does nothing */
	case CH_OP_FEEDBACK_WAIVE:
		return ch_feedback_waive(&f->c, 99, "because", &f->err);
	case CH_OP_ANSWER_READ:
		return ch_answer_list(&f->c, f->c.actor.person_id, &f->arena, &grid, &f->err);
	default:
		return call_brief(w, op);
	}
}

static enum ch_status call_text(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	enum ch_text_state text_state = CH_TEXT_NONE;
	const char *text;

	if (op == CH_OP_TEXT_WRITE)
		return ch_pair_text_write(&f->c, w->spell, CH_TEXT_LEARNING, w->session, "Words", &f->err);
	enum ch_status status = ch_pair_text_read(&f->c, CH_TEXT_LEARNING, w->session, &f->arena, &text,
						  &text_state, &f->err);
	return text_state == CH_TEXT_WITHHELD ? CH_NOT_ALLOWED : status;
}

/* Each of the two has taken a step; others try the guide's. */
static enum ch_status call_step(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	int64_t step = f->c.actor.person_id == w->learner ? w->learners_step : w->guides_step;
	struct ch_undone undone;

	if (op == CH_OP_STEP_READ)
		return ch_step_get(&f->c, step, &f->arena, &undone, &f->err);
	if (op == CH_OP_STEP_REDO)
		return ch_redo(&f->c, &f->arena, &undone, &f->err);
	return ch_undo(&f->c, f->c.actor.person_id == 0 ? 0 : step, &f->arena, &undone, &f->err);
}

static enum ch_status call(struct world *w, enum ch_operation op)
{
	struct scheme_fixture *f = w->f;
	struct ch_session session;
	struct ch_session_logged logged;
	struct ch_action action;
	struct ch_goal goal;
	struct ch_checkin checkin;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	ch_record_start(ch_entity_of(CH_ACTION), &action);
	ch_record_start(ch_entity_of(CH_GOAL), &goal);
	ch_record_start(ch_entity_of(CH_CHECKIN), &checkin);
	session.pairing_id = action.pairing_id = goal.pairing_id = checkin.pairing_id = w->pairing;
	switch (op) {
	case CH_OP_STEP_READ:
	case CH_OP_STEP_UNDO:
	case CH_OP_STEP_REDO:
		return call_step(w, op);
	case CH_OP_SESSION_READ:
		return ch_session_get(&f->c, w->session, &f->arena, &session, &f->err);
	case CH_OP_SESSION_ARRANGE:
		return ch_session_arrange(&f->c, &session, NULL, &f->err);
	case CH_OP_SESSION_LOG:
		return ch_session_log(&f->c, &session, NULL, &logged, &f->err);
	case CH_OP_SESSION_SET:
		session.session_id = w->session;
		return ch_session_set(&f->c, &session, &f->err);
	case CH_OP_SESSION_REMOVE:
		return ch_session_remove(&f->c, w->removable, &f->err);
	case CH_OP_SESSION_CANCEL:
		return ch_session_cancel(&f->c, &session, false, &f->err);
	case CH_OP_TEXT_READ:
	case CH_OP_TEXT_WRITE:
		return call_text(w, op);
	case CH_OP_GOAL_READ:
		return call_list(w, CH_LIST_GOALS);
	case CH_OP_GOAL_ADD:
		return ch_goal_add(&f->c, &goal, NULL, &f->err);
	case CH_OP_GOAL_RATE:
		return ch_goal_rate(&f->c, w->goal, 1, CH_UNKNOWN, &f->err);
	case CH_OP_GOAL_SET:
		return ch_goal_settle(&f->c, w->goal, CH_GOAL_ATTAINED, &f->err);
	case CH_OP_ACTION_READ:
		return ch_action_get(&f->c, w->action, &f->arena, &action, &f->err);
	case CH_OP_ACTION_ADD:
		return ch_action_add(&f->c, &action, NULL, &f->err);
	case CH_OP_ACTION_SET:
		return ch_action_settle(&f->c, w->action, CH_ACTION_DONE, CH_NO_DATE, NULL, &f->err);
	case CH_OP_CHECKIN_ADD:
		return ch_checkin_add(&f->c, &checkin, NULL, &f->err);
	case CH_OP_OVERRIDE_MAKE:
		f->c.override_reason = "because";
		f->c.override_rules = "R28";
		return CH_OK; /* tried by overrides_are_the_coordinators() */
	default:
		return call_pairing(w, op);
	}
}

static int64_t take_step(struct world *w, int64_t person_id)
{
	struct scheme_fixture *f = w->f;
	struct ch_action action;

	f->c.actor.person_id = person_id;
	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = w->pairing;
	ch_steps_join(f->c.scheme);
	GOOD(f, ch_action_add(&f->c, &action, NULL, &f->err));
	f->c.actor.person_id = 0;
	return ch_steps_part(f->c.scheme);
}

/* Approved, so that it is the two's. */
static void propose(struct world *w, struct scheme_fixture *f)
{
	struct ch_proposal proposal;

	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = scheme_programme(f, "Another", CH_KIND_MENTORING);
	proposal.guide_id = w->guide;
	proposal.learner_id = w->learner;
	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	w->proposal = proposal.proposal_id;
	GOOD(f, ch_proposal_approve(&f->c, w->proposal, 0, CH_NO_DATE, &f->err));
}

static void build(struct world *w, struct scheme_fixture *f)
{
	struct ch_session session;
	struct ch_session_logged logged;
	struct ch_new_action action = {.text = "something"};
	struct ch_session_record record = {.learning = "Words", .actions = &action, .action_count = 1};

	w->f = f;
	w->programme = scheme_programme(f, "Mentoring", CH_KIND_MENTORING);
	w->guide = scheme_person(f, "Gwen Guide", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	w->learner = scheme_person(f, "Lena Learner", NULL, 1 << CH_ROLE_MENTEE, NULL, NULL, CH_UNKNOWN);
	w->outsider = scheme_person(f, "Otto Other", NULL, 1 << CH_ROLE_MENTOR, NULL, NULL, 3);
	propose(w, f);
	w->pairing = scheme_pairing(f, w->programme, w->guide, w->learner);
	scheme_pairing(f, w->programme, w->outsider, scheme_person(f, "Somebody", NULL, 0, NULL, NULL, CH_UNKNOWN));
	scheme_start(f, w->pairing);
	w->spell = scheme_get_pairing(f, w->pairing).spell_id;
	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = w->pairing;
	GOOD(f, ch_session_log(&f->c, &session, &record, &logged, &f->err));
	w->session = logged.session_id;
	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = w->pairing;
	GOOD(f, ch_session_log(&f->c, &session, NULL, &logged, &f->err));
	w->removable = logged.session_id;
	w->guides_step = take_step(w, w->guide);
	w->learners_step = take_step(w, w->learner);
	struct ch_referral referral;
	ch_record_start(ch_entity_of(CH_REFERRAL), &referral);
	referral.pairing_id = w->pairing;
	GOOD(f, ch_referral_raise(&f->c, &referral, NULL, &f->err));
	w->referral = referral.referral_id;
	struct ch_release release;
	ch_record_start(ch_entity_of(CH_RELEASE), &release);
	release.pairing_id = w->pairing;
	GOOD(f, ch_release_add(&f->c, &release, "Words", &f->err));
	w->release = release.release_id;
	struct ch_introduction introduction;
	ch_record_start(ch_entity_of(CH_INTRODUCTION), &introduction);
	introduction.pairing_id = w->pairing;
	GOOD(f, ch_introduction_add(&f->c, &introduction, NULL, &f->err));
	w->introduction = introduction.introduction_id;
	struct ch_assessment assessment;
	ch_record_start(ch_entity_of(CH_ASSESSMENT), &assessment);
	assessment.pairing_id = w->pairing;
	assessment.tool = "Wheel of life";
	GOOD(f, ch_assessment_add(&f->c, &assessment, NULL, &f->err));
	w->assessment = assessment.assessment_id;
	GOOD(f, ch_assessment_add(&f->c, &assessment, NULL, &f->err));
	w->removable_assessment = assessment.assessment_id;
	w->action = w->goal = 1;
	w->enrolment = 1;
}

static bool is_tried_elsewhere(enum ch_operation op)
{
	return op == CH_OP_ANSWER_READ || op == CH_OP_FEEDBACK_LAPSE || op == CH_OP_OVERRIDE_MAKE;
}

static void try_all(struct world *w, const char *who, int64_t person, bool guide, bool learner)
{
	w->f->c.actor.person_id = person;
	for (int i = CH_NO_OPERATION + 1; i < CH_OPERATION_COUNT; i++) {
		enum ch_operation op = (enum ch_operation)i;
		bool whole = !w->f->c.actor.limited || !permission_is_whole(op);
		bool allowed = person == 0 ? permission_allows(op, CH_ACTOR_COORDINATOR, true) && whole
					   : permission_allows(op, CH_ACTOR_GUIDE, guide) ||
						     permission_allows(op, CH_ACTOR_LEARNER, learner);
		w->f->err = CH_NO_ERROR;
		bool refused = call(w, op) == CH_NOT_ALLOWED;
		/* R83: what is not there is refused as what is not theirs. */
		if (w->f->c.actor.limited && refused && strstr(w->f->err.message, "the number 99") != NULL)
			refused = false;
		/* Lists of one's own are open to whoever may have something in them. */
		bool listed = op == CH_OP_GOAL_READ || op == CH_OP_FEEDBACK_READ || op == CH_OP_CHECK ||
			      op == CH_OP_STEP_REDO || op == CH_OP_PROPOSAL_READ || op == CH_OP_AUDIT_READ ||
			      op == CH_OP_MANAGER_FEEDBACK_READ;
		/* The guide is the person here: the learner reads them as a partner; the enrolment is the guide's. */
		bool partner = op == CH_OP_PERSON_READ || op == CH_OP_ENROLMENT_READ;
		/* Steps are each coordinator's own: test_coordinator.c. */
		bool others_step = w->f->c.actor.limited && op == CH_OP_STEP_READ;
		if (others_step || is_tried_elsewhere(op) || (listed && person != 0) ||
		    (partner && person == w->learner))
			continue;
		if (refused == allowed)
			fail_msg("%s and %s: %s, but the table says %s", who, ch_operation_info(op)->code,
				 refused ? "refused" : "let through", allowed ? "allowed" : "not allowed");
	}
	w->f->c.actor.person_id = 0;
	w->f->c.override_reason = NULL;
}

static void r79_the_table_is_what_core_does(void **state)
{
	struct world w = {0};

	build(&w, *state);
	try_all(&w, "somebody of another pairing", w.outsider, false, false);
	try_all(&w, "the learner", w.learner, false, true);
	try_all(&w, "the guide", w.guide, true, false);
	try_all(&w, "the coordinator", 0, false, false);
}

static void act_as(struct world *w, const char *name, const char *programmes)
{
	struct scheme_fixture *f = w->f;
	struct ch_coordinator coordinator;
	bool found;

	ch_record_start(ch_entity_of(CH_COORDINATOR), &coordinator);
	coordinator.name = name;
	GOOD(f, ch_coordinator_add(&f->c, &coordinator, programmes, &f->err));
	GOOD(f, ch_coordinator_act(&f->c, name, &f->arena, &found, &f->err));
	assert_true(found && f->c.actor.limited);
}

/* R83 */
static void r83_a_limited_coordinator_may_all_but_what_is_the_whole_schemes(void **state)
{
	struct world w = {0};

	build(&w, *state);
	act_as(&w, "Grace", "Mentoring; Another");
	try_all(&w, "the coordinator of these programmes", 0, false, false);
}

/* R83: of what is another's, none of what names a record of it. What reads the pair's words is no coordinator's. */
static void r83_a_limited_coordinator_may_nothing_with_what_is_anothers(void **state)
{
	struct world w = {0};

	build(&w, *state);
	scheme_programme(w.f, "Elsewhere", CH_KIND_MENTORING);
	act_as(&w, "Grace", "Elsewhere");
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_PAIRING_READ));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_PAIRING_PAUSE));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_SESSION_READ));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_SESSION_LOG));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_PERSON_SET));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_PROGRAMME_SET));
	REFUSED(w.f, CH_NOT_ALLOWED, call(&w, CH_OP_REFERRAL_FORWARD));
	assert_int_equal(call(&w, CH_OP_PAIRING_READ), CH_NOT_ALLOWED);
	assert_non_null(strstr(w.f->err.fix, "R83"));
	assert_non_null(strstr(w.f->err.fix, "chiron coordinator set"));
}

static void refusals_are_audited(void **state)
{
	struct world w = {0};
	bool row = false;

	build(&w, *state);
	w.f->c.actor.person_id = w.outsider;
	REFUSED(w.f, CH_NOT_ALLOWED, ch_pairing_pause(&w.f->c, w.pairing, CH_NO_DATE, CH_NO_DATE, &w.f->err));
	struct stmt *q = stmt_new(w.f->c.scheme->db, "SELECT count(*) AS n FROM audit JOIN audit_detail USING (seq)"
						      " WHERE operation = 'pairing.pause' AND detail LIKE '%refused%'");
	assert_int_equal(stmt_step(q, &row, &w.f->err), CH_OK);
	assert_int_equal(stmt_int(q, "n"), 1);
	stmt_free(q);
}

static void overrides_are_the_coordinators(void **state)
{
	struct world w = {0};

	build(&w, *state);
	int64_t next = scheme_pairing(w.f, w.programme, w.guide, scheme_person(w.f, "Next", NULL, 0, NULL, NULL,
									       CH_UNKNOWN));
	w.f->c.actor.person_id = w.guide;
	w.f->c.override_reason = "I would like to start";
	w.f->c.override_rules = "R28 R29 R31 R55";
	REFUSED(w.f, CH_NOT_ALLOWED, ch_pairing_start(&w.f->c, next, CH_NO_DATE, &w.f->err));
	assert_int_equal(scheme_get_pairing(w.f, next).state, CH_PAIRING_CONTRACTING);
}

#define WITH_SCHEME(test) cmocka_unit_test_setup_teardown(test, scheme_setup, scheme_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_SCHEME(r79_the_table_is_what_core_does),
		WITH_SCHEME(r83_a_limited_coordinator_may_all_but_what_is_the_whole_schemes),
		WITH_SCHEME(r83_a_limited_coordinator_may_nothing_with_what_is_anothers),
		WITH_SCHEME(refusals_are_audited),
		WITH_SCHEME(overrides_are_the_coordinators),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
