/*
 * Every short-cut through a state table: each operation from each state of
 * each entity that has states, towards each state it could be asked for. What
 * the table allows is done; what it does not is refused, saying what the state
 * is and what can be done about it, and nothing is changed. An
 * operation of a state table without a call here fails. By command: tests/cli/test_short_cuts.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "chiron/state.h"
#include "core/scheme_private.h"
#include "scheme_fixture.h"

#define BOTH_GUIDE (1 << CH_ROLE_MENTOR | 1 << CH_ROLE_COACH)
#define BOTH_LEARNER (1 << CH_ROLE_MENTEE | 1 << CH_ROLE_COACHEE)

struct world {
	struct scheme_fixture *f;
	int64_t id[CH_ENTITY_COUNT]; /* of the record of each entity that is tried */
	int64_t pairing, learner, closing; /* a running one and its learner, and one that is closing */
};

struct cell {
	enum ch_entity_id entity;
	int from;
	enum ch_operation operation;
	int target; /* what it is asked to lead to; 0: it leads to one state only */
};

/* ---- The calls ---------------------------------------------------------------------- */

static enum ch_status set_enrolment(struct world *w, int target)
{
	struct ch_enrolment enrolment;
	enum ch_status status =
		ch_enrolment_get(&w->f->c, w->id[CH_ENROLMENT], &w->f->arena, &enrolment, &w->f->err);

	enrolment.state = target;
	return status == CH_OK ? ch_enrolment_set(&w->f->c, &enrolment, &w->f->err) : status;
}

static enum ch_status close_pairing(struct world *w, int target)
{
	bool never = target == CH_PAIRING_CLOSED;
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = never ? CH_CLOSURE_NEVER_STARTED : CH_CLOSURE_ENDED_EARLY,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_MUTUAL};

	return ch_pairing_close(&w->f->c, w->id[CH_PAIRING], &closure, &w->f->err);
}

static enum ch_status call_session(struct world *w, const struct cell *cell)
{
	struct ch_session_logged logged;
	struct ch_session session;

	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.session_id = w->id[CH_SESSION];
	session.pairing_id = w->pairing;
	if (cell->operation == CH_OP_SESSION_LOG)
		return ch_session_log(&w->f->c, &session, NULL, &logged, &w->f->err);
	session.cancelled_by = CH_BY_LEARNER;
	return ch_session_cancel(&w->f->c, &session, cell->target == CH_SESSION_NO_SHOW, &w->f->err);
}

static enum ch_status call_feedback(struct world *w, const struct cell *cell)
{
	struct ch_feedback feedback;

	if (cell->operation == CH_OP_FEEDBACK_WAIVE)
		return ch_feedback_waive(&w->f->c, w->id[CH_FEEDBACK], "because", &w->f->err);
	ch_record_start(ch_entity_of(CH_FEEDBACK), &feedback);
	feedback.pairing_id = w->closing;
	feedback.side = CH_SIDE_LEARNER;
	feedback.form = CH_FEEDBACK_FOLLOW_UP;
	feedback.helpful = 3;
	return ch_feedback_record(&w->f->c, &feedback, &w->f->err);
}

static enum ch_status call_proposal(struct world *w, enum ch_operation operation)
{
	struct scheme_fixture *f = w->f;
	int64_t id = w->id[CH_PROPOSAL], made;

	if (operation == CH_OP_PROPOSAL_APPROVE)
		return ch_proposal_approve(&f->c, id, 0, CH_NO_DATE, &f->err);
	if (operation == CH_OP_PROPOSAL_ACCEPT)
		return ch_proposal_accept(&f->c, id, CH_BY_BOTH, &made, &f->err);
	return ch_proposal_decline(&f->c, id, CH_BY_LEARNER, CH_DECLINE_NO_TIME, NULL, &f->err);
}

static enum ch_status call_as_learner(struct world *w, const struct cell *cell)
{
	struct scheme_fixture *f = w->f;

	f->c.actor.person_id = w->learner;
	enum ch_status status = ch_goal_settle(&f->c, w->id[CH_GOAL], (enum ch_goal_state)cell->target, &f->err);
	f->c.actor.person_id = 0;
	return status;
}

static enum ch_status call(struct world *w, const struct cell *cell)
{
	struct scheme_fixture *f = w->f;
	int64_t id = w->id[cell->entity];

	switch (cell->operation) {
	case CH_OP_PROGRAMME_OPEN:
		return ch_programme_open(&f->c, id, &f->err);
	case CH_OP_PROGRAMME_CLOSE:
		return ch_programme_close(&f->c, id, &f->err);
	case CH_OP_ENROLMENT_SET:
		return set_enrolment(w, cell->target);
	case CH_OP_PROPOSAL_APPROVE:
	case CH_OP_PROPOSAL_ACCEPT:
	case CH_OP_PROPOSAL_DECLINE:
		return call_proposal(w, cell->operation);
	case CH_OP_PAIRING_START:
		return ch_pairing_start(&f->c, id, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_PAUSE:
		return ch_pairing_pause(&f->c, id, CH_NO_DATE, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_RESUME:
		return ch_pairing_resume(&f->c, id, CH_NO_DATE, &f->err);
	case CH_OP_PAIRING_CLOSE:
		return close_pairing(w, cell->target);
	case CH_OP_PAIRING_REOPEN:
		return ch_pairing_reopen(&f->c, id, CH_NO_DATE, &f->err);
	case CH_OP_SESSION_LOG:
	case CH_OP_SESSION_CANCEL:
		return call_session(w, cell);
	case CH_OP_ACTION_SET:
		return ch_action_settle(&f->c, id, (enum ch_action_state)cell->target, CH_NO_DATE, NULL, &f->err);
	case CH_OP_GOAL_SET:
		return call_as_learner(w, cell);
	case CH_OP_FEEDBACK_RECORD:
	case CH_OP_FEEDBACK_WAIVE:
		return call_feedback(w, cell);
	default:
		fail_msg("%s of a %s has no call in this test", ch_operation_info(cell->operation)->code,
			 ch_entity_of(cell->entity)->name);
		return CH_INTERNAL;
	}
}

/* ---- A record of each entity, complete enough for whatever its table allows -------------- */

static int64_t pair_up(struct scheme_fixture *f, int64_t programme, bool start)
{
	int64_t pairing = scheme_pairing(f, programme,
					 scheme_person(f, "Gwen Guide", NULL, BOTH_GUIDE, "listening", NULL, 3),
					 scheme_person(f, "Lena Learner", NULL, BOTH_LEARNER, NULL, NULL, CH_UNKNOWN));

	scheme_start(f, pairing);
	if (!start)
		scheme_sql(f, ch_arena_printf(&f->arena,
					      "UPDATE pairing SET state = 'contracting' WHERE pairing_id = %d",
					      (int)pairing));
	return pairing;
}

static void add_proposal(struct world *w, int64_t programme)
{
	struct scheme_fixture *f = w->f;
	struct ch_proposal proposal;

	ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
	proposal.programme_id = programme;
	proposal.guide_id = scheme_person(f, "Ulla Guide", NULL, BOTH_GUIDE, "listening", NULL, 3);
	proposal.learner_id = scheme_person(f, "Olaf Learner", NULL, BOTH_LEARNER, NULL, NULL, CH_UNKNOWN);
	scheme_ready(f, programme, proposal.learner_id);
	GOOD(f, ch_proposal_add(&f->c, &proposal, &f->err));
	w->id[CH_PROPOSAL] = proposal.proposal_id;
}

static void build(struct world *w, struct scheme_fixture *f)
{
	struct ch_closure closure = {.on = CH_NO_DATE,
				     .kind = CH_CLOSURE_COMPLETED,
				     .initiator = CH_BY_BOTH,
				     .reason = CH_BECAUSE_PLANNED_END};
	int64_t programme = scheme_programme(f, "Spring", CH_KIND_COACHING);
	struct ch_action action;
	struct ch_session session;

	w->f = f;
	w->id[CH_PROGRAMME] = scheme_programme(f, "Empty", CH_KIND_COACHING);
	w->id[CH_PAIRING] = pair_up(f, programme, false);
	w->id[CH_ENROLMENT] = 1; /* of that pairing's guide or learner */
	w->pairing = pair_up(f, programme, true);
	w->learner = scheme_get_pairing(f, w->pairing).learner_id;
	w->id[CH_GOAL] = 2;
	ch_record_start(ch_entity_of(CH_ACTION), &action);
	action.pairing_id = w->pairing;
	GOOD(f, ch_action_add(&f->c, &action, NULL, &f->err));
	w->id[CH_ACTION] = action.action_id;
	ch_record_start(ch_entity_of(CH_SESSION), &session);
	session.pairing_id = w->pairing;
	session.session_date = f->c.clock.fixed_today;
	GOOD(f, ch_session_arrange(&f->c, &session, NULL, &f->err));
	w->id[CH_SESSION] = session.session_id;
	add_proposal(w, programme);
	w->closing = pair_up(f, programme, true);
	GOOD(f, ch_pairing_close(&f->c, w->closing, &closure, &f->err));
	w->id[CH_FEEDBACK] = 3; /* the learner's follow-up: that of the end is asked of both, and first */
}

/* ---- Trying ---------------------------------------------------------------------------- */

static const char *code_of(enum ch_entity_id entity, int state)
{
	return state != 0 ? ch_field_named(ch_entity_of(entity), "state")->choices[state].code : "";
}

static const char *label_of(enum ch_entity_id entity, int state)
{
	return ch_field_named(ch_entity_of(entity), "state")->choices[state].label;
}

static void put_in_state(struct world *w, const struct cell *cell)
{
	const struct ch_entity *entity = ch_entity_of(cell->entity);

	scheme_sql(w->f, ch_arena_printf(&w->f->arena, "UPDATE %s SET state = '%s' WHERE %s = %d", entity->name,
					 code_of(cell->entity, cell->from), entity->fields[0].key,
					 (int)w->id[cell->entity]));
}

static bool is_allowed(const struct cell *cell)
{
	if (cell->target == 0)
		return ch_state_after(cell->entity, cell->from, cell->operation) != 0;
	return ch_state_allows(cell->entity, cell->from, cell->operation, cell->target);
}

/* The move whose words a refusal says, of the entity or of the feedback that a closing pairing awaits; NULL: none. */
static const struct ch_move *move_said(enum ch_entity_id entity, const char *message)
{
	size_t count;
	const struct ch_move *moves = ch_moves(&count);

	for (size_t i = 0; i < count; i++) {
		bool of_it = ch_operation_info(moves[i].operation)->entity == entity ||
			     (entity == CH_PAIRING && moves[i].operation == CH_OP_FEEDBACK_RECORD);

		if (of_it && ((moves[i].lacks != NULL && strstr(message, moves[i].lacks) != NULL) ||
			      (moves[i].only != NULL && strstr(message, moves[i].only) != NULL)))
			return &moves[i];
	}
	return NULL;
}

/* What state it is in, what is missing or why not, the rule, and the command that leads on; or that it is done. */
static void judge_refusal(const struct cell *cell, const struct ch_error *err, const char *what)
{
	const struct ch_move *said = move_said(cell->entity, err->message);
	bool done = strstr(err->message, " already") != NULL && said == NULL;

	if (strstr(err->message, label_of(cell->entity, cell->from)) == NULL)
		fail_msg("%s is refused and does not say that it is %s: %s", what, label_of(cell->entity, cell->from),
			 err->message);
	if (!done && said == NULL && strstr(err->message, ", because ") == NULL)
		fail_msg("%s is refused without what is missing: %s", what, err->message);
	if (said != NULL && strcmp(err->rule, said->rule != NULL ? said->rule : "") != 0)
		fail_msg("%s is refused by \"%s\", not by %s: %s", what, err->rule, said->rule, err->message);
	if (strstr(err->fix, "`chiron ") == NULL || (!done && strncmp(err->fix, "`chiron undo", 12) == 0))
		fail_msg("%s is refused without the command that leads on: %s", what, err->fix);
}

/* One cell, taken back again. */
static void try_cell(struct world *w, const struct cell *cell)
{
	struct scheme_fixture *f = w->f;
	const char *what = ch_arena_printf(&f->arena, "%s of a %s that is %s, towards \"%s\"",
					   ch_operation_info(cell->operation)->code, ch_entity_of(cell->entity)->name,
					   code_of(cell->entity, cell->from), code_of(cell->entity, cell->target));

	f->err = CH_NO_ERROR;
	GOOD(f, db_begin(f->c.scheme->db, &f->err));
	put_in_state(w, cell);
	enum ch_status status = call(w, cell);
	db_rollback(f->c.scheme->db);
	if (is_allowed(cell) && status != CH_OK)
		fail_msg("%s is in the table, and refused: %s. %s", what, f->err.message, f->err.fix);
	if (!is_allowed(cell) && status == CH_OK)
		fail_msg("%s is not in the table, and was done", what);
	if (!is_allowed(cell) && (*f->err.message == '\0' || *f->err.fix == '\0'))
		fail_msg("%s is refused without %s: %s", what, *f->err.message == '\0' ? "a word" : "a way on",
			 f->err.message);
	if (!is_allowed(cell))
		judge_refusal(cell, &f->err, what);
	if (!is_allowed(cell) && strstr(f->err.fix, "change an enrolment") != NULL)
		fail_msg("%s is refused with a step that does not say to what: %s", what, f->err.fix);
	f->err = CH_NO_ERROR;
}

/* What the entity's own operations may be asked to lead to: several states, or (0) the one they lead to. */
static bool has_targets(enum ch_operation operation)
{
	return operation == CH_OP_ENROLMENT_SET || operation == CH_OP_ACTION_SET || operation == CH_OP_GOAL_SET ||
	       operation == CH_OP_SESSION_CANCEL || operation == CH_OP_PAIRING_CLOSE;
}

/* What makes a record, or is done by itself, is asked of no record that is there. */
static bool is_tried(const struct ch_transition *row)
{
	/* Each state of these has answers that go with it: test_referral.c and test_release.c try their short-cuts. */
	if (row->entity == CH_REFERRAL || row->entity == CH_RELEASE)
		return false;
	switch (row->operation) {
	case CH_OP_PROPOSAL_MAKE:
	case CH_OP_FEEDBACK_LAPSE:
	case CH_OP_SESSION_ARRANGE:
		return false;
	default:
		return ch_operation_info(row->operation)->entity == row->entity && row->from != 0;
	}
}

static size_t try_operation(struct world *w, enum ch_entity_id entity, enum ch_operation operation)
{
	const struct ch_choice *states = ch_field_named(ch_entity_of(entity), "state")->choices;
	size_t tried = 0;

	int first = has_targets(operation) ? 1 : 0;

	for (int from = 1; states[from].code != NULL; from++) {
		for (int target = first; target == 0 || states[target].code != NULL; target++) {
			const struct cell cell = {
				.entity = entity, .from = from, .operation = operation, .target = target};
			bool possible = operation != CH_OP_SESSION_CANCEL || target == CH_SESSION_CANCELLED ||
					target == CH_SESSION_NO_SHOW;

			if (operation == CH_OP_PAIRING_CLOSE)
				possible = target == CH_PAIRING_CLOSING || target == CH_PAIRING_CLOSED;
			/* Saving a record as it is changes no state. */
			if (possible && !(operation == CH_OP_ENROLMENT_SET && target == from)) {
				try_cell(w, &cell);
				tried++;
			}
			if (target == 0)
				break;
		}
	}
	return tried;
}

static bool is_first(const struct ch_transition *table, size_t row)
{
	for (size_t i = 0; i < row; i++)
		if (is_tried(&table[i]) && table[i].entity == table[row].entity &&
		    table[i].operation == table[row].operation)
			return false;
	return true;
}

static void every_short_cut_is_refused_and_every_transition_is_possible(void **state)
{
	struct world w = {.f = *state};
	size_t count, tried = 0;
	const struct ch_transition *table = ch_transitions(&count);

	build(&w, *state);
	for (size_t i = 0; i < count; i++)
		if (is_tried(&table[i]) && is_first(table, i))
			tried += try_operation(&w, table[i].entity, table[i].operation);
	assert_true(tried > 130);
}

/* Whatever gates an operation says the rule, and how to supply what is missing. */
static void every_gate_names_its_rule_and_the_way_on(void **state)
{
	size_t refusing = 0;

	(void)state;
	for (size_t i = 0; i < ch_check_count(); i++) {
		const struct ch_check_info *info = ch_check_at(i);

		bool refuses = info->severity == CH_SEVERITY_ABSOLUTE || info->severity == CH_SEVERITY_REFUSE;

		/* That the program's own counts are right is no rule of a scheme. */
		if (!refuses || strcmp(info->name, "kept-columns") == 0)
			continue;
		refusing++;
		if (info->rule[0] != 'R' || *info->says == '\0' || *info->why == '\0' || *info->fix == '\0')
			fail_msg("%s says no rule, no reason, or no way on", info->name);
	}
	assert_true(refusing > 15);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_short_cut_is_refused_and_every_transition_is_possible,
						scheme_setup, scheme_teardown),
		cmocka_unit_test(every_gate_names_its_rule_and_the_way_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
