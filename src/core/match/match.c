/*
 * The matching of a programme, held open: what is tried on it, solving, and
 * keeping what was found as one change.
 *
 * Pins are taken out before solving, each with its place; the solver is asked
 * about everybody else. Where its prices say that guides with few points, left
 * out of the options at first, matter after all, they are put in and it goes on
 * from where it was: the answer is the best over all possible pairs.
 */
#include "core/match/match.h"

#include <stdlib.h>
#include <time.h>

#include "core/journal/change.h"
#include "core/id_list.h"
#include "core/look.h"
#include "core/may.h"
#include "chiron/person.h"
#include "core/match/proposal.h"
#include "core/scheme_private.h"
#include "model/choices.h"
#include "store/stmt.h"

enum { MOST_CUT_OFF = 1000 };

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- Opening and closing -------------------------------------------------------- */

/* Every change of any record, in whichever program, writes an audit row. */
static enum ch_status last_change(const struct ch_matching *m, int64_t *seq, struct ch_error *err)
{
	struct stmt *q = stmt_ready(m->c->scheme->db, SQL_AUDIT_LAST);
	bool row = false;
	enum ch_status status = stmt_step(q, &row, err);

	*seq = status == CH_OK && row ? stmt_int(q, "seq") : 0;
	stmt_reset(q);
	return status;
}

static enum ch_status read_all(struct ch_matching *m, int64_t programme_id, struct ch_error *err)
{
	double begun = seconds_now();

	TRY(may(m->c, CH_OP_PROPOSAL_MAKE, CH_PROGRAMME, programme_id, err));
	TRY(last_change(m, &m->seen_seq, err));
	TRY(match_read(m, programme_id, err));
	m->seconds[0] = seconds_now() - begun;
	return CH_OK;
}

enum ch_status ch_matching_open(struct ch_context *c, int64_t programme_id, struct ch_matching **matching,
				struct ch_error *err)
{
	struct ch_matching *m = calloc(1, sizeof *m);

	if (m == NULL)
		ch_abort("out of memory");
	m->c = c;
	m->arena = m->rows = m->work = CH_ARENA_EMPTY;
	m->today = ch_clock_today(&c->clock);
	enum ch_status status = look_begin(c, err);
	if (status == CH_OK)
		status = read_all(m, programme_id, err);
	look_end(c);
	if (status != CH_OK) {
		ch_matching_close(m);
		m = NULL;
	}
	*matching = m;
	return status;
}

void ch_matching_close(struct ch_matching *m)
{
	if (m == NULL)
		return;
	ch_arena_release(&m->arena);
	ch_arena_release(&m->rows);
	ch_arena_release(&m->work);
	free(m);
}

/* ---- Trying ---------------------------------------------------------------------- */

const struct ch_weights *ch_matching_weights(const struct ch_matching *m)
{
	return &m->ground.weights;
}

enum ch_status ch_matching_weigh(struct ch_matching *m, const char *criterion, int64_t points, struct ch_error *err)
{
	int kind = ch_settings_lower(&m->settings, "R16") ? CH_NO_KIND : m->programme.kind;

	m->scored = false;
	return ch_weights_set(&m->ground.weights, kind, criterion, points, err);
}

enum ch_status ch_matching_cut_off(struct ch_matching *m, int64_t score, struct ch_error *err)
{
	if (score < 0 || score > MOST_CUT_OFF) {
		ch_fail_field(err, "cut_off", _("a cut-off of %lld; 0 to %d are allowed"), (long long)score,
			      MOST_CUT_OFF);
		return ch_error_fix(err, _("0 proposes every pair that the rules allow"));
	}
	m->cut_off = score;
	m->scored = false;
	return CH_OK;
}

static enum ch_status refuse_absent(const struct ch_matching *m, int64_t person_id, const char *word,
				    struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_person person;
	enum ch_status status = ch_person_get(m->c, person_id, &arena, &person, err);

	if (status == CH_OK) {
		status = ch_fail(err, CH_DATA, _("%s is not among those of %s who can be matched now as %s"),
				 person.name, m->programme.name, word);
		ch_error_fix(err, _("they need an enrolment that is applied or ready, and no pairing or approved "
				    "proposal there"));
	}
	ch_arena_release(&arena);
	return status;
}

static enum ch_status find_two(const struct ch_matching *m, int64_t guide_id, int64_t learner_id, size_t *guide,
			       size_t *learner, struct ch_error *err)
{
	*guide = match_number(&m->guides, guide_id);
	*learner = match_number(&m->learners, learner_id);
	if (*guide == MATCH_NOBODY)
		return refuse_absent(m, guide_id, match_guide_word(m), err);
	if (*learner == MATCH_NOBODY)
		return refuse_absent(m, learner_id, match_learner_word(m), err);
	return CH_OK;
}

static enum ch_status refuse_both(const struct ch_matching *m, size_t guide, size_t learner, struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s and %s are pinned and forbidden at once"), m->guides.people[guide].name,
		m->learners.people[learner].name);
	return ch_error_fix(err, _("leave out one of the two, or remove it: `chiron pair-rule list`"));
}

/* A pin that a rule is against; the cut-off is none. */
static enum ch_status check_pin(const struct ch_matching *m, size_t guide, size_t learner, struct ch_error *err)
{
	const struct match_person *g = &m->guides.people[guide], *l = &m->learners.people[learner];
	enum ch_criterion obstacle = pair_obstacle(&m->ground, &g->side, &l->side, match_pair_tie(m, learner, guide));
	const struct ch_criterion_info *info = ch_criterion_info(obstacle);

	if (obstacle == CH_CRITERION_FORBIDDEN || obstacle == CH_CRITERION_AVOIDED)
		return refuse_both(m, guide, learner, err);
	if (obstacle == CH_NO_CRITERION)
		return CH_OK;
	ch_fail_rule(err, *info->rules ? info->rules : "", _("%s and %s are pinned, but a rule is against it: %s"),
		     g->name, l->name, _(info->label));
	return ch_error_fix(err,
			    _("remove the pin; a pair against a rule is made by hand, with a reason: `chiron pairing "
			      "add`"));
}

static enum ch_status refuse_second_pin(const struct ch_matching *m, size_t learner, size_t one, size_t other,
					struct ch_error *err)
{
	ch_fail(err, CH_DATA, _("%s is pinned to %s and to %s"), m->learners.people[learner].name,
		m->guides.people[one].name, m->guides.people[other].name);
	return ch_error_fix(err, _("keep one of the pins"));
}

static enum ch_status refuse_place(const struct ch_matching *m, size_t guide, size_t pins, struct ch_error *err)
{
	const struct match_person *g = &m->guides.people[guide];
	int64_t left = g->places.left > 0 ? g->places.left : 0;

	ch_fail_rule(err, "R13", _("%zu people are pinned to %s, who has places left: %lld"), pins, g->name,
		     (long long)left);
	return ch_error_fix(err, _("remove a pin, or raise the places if %s agrees"), g->name);
}

/* Takes the pins out: pin_of, and the places less theirs. */
static enum ch_status take_pins(struct ch_matching *m, struct ch_error *err)
{
	size_t *pins = ch_arena_array(&m->work, m->guides.count, sizeof *pins);

	m->places = ch_arena_array(&m->work, m->guides.count, sizeof *m->places);
	m->pin_of = ch_arena_array(&m->work, m->learners.count, sizeof *m->pin_of);
	for (size_t g = 0; g < m->guides.count; g++)
		m->places[g] = m->guides.people[g].places.left;
	for (size_t l = 0; l < m->learners.count; l++)
		m->pin_of[l] = MATCH_NOBODY;
	for (size_t i = 0; i < m->tie_count; i++) {
		const struct match_tie *tie = &m->ties[i];

		if (!tie->pinned)
			continue;
		TRY(check_pin(m, tie->guide, tie->learner, err));
		if (m->pin_of[tie->learner] != MATCH_NOBODY)
			return refuse_second_pin(m, tie->learner, m->pin_of[tie->learner], tie->guide, err);
		m->pin_of[tie->learner] = tie->guide;
		pins[tie->guide]++;
		if (--m->places[tie->guide] < 0)
			return refuse_place(m, tie->guide, pins[tie->guide], err);
	}
	return CH_OK;
}

enum ch_status ch_matching_pin(struct ch_matching *m, int64_t guide_id, int64_t learner_id, struct ch_error *err)
{
	size_t guide, learner;

	TRY(find_two(m, guide_id, learner_id, &guide, &learner, err));
	struct match_tie *tie = match_tie_get(m, learner, guide);
	bool was = tie->pinned;
	tie->pinned = true;
	enum ch_status status = take_pins(m, err);
	if (status != CH_OK)
		match_tie_find(m, learner, guide)->pinned = was;
	return status;
}

enum ch_status ch_matching_forbid(struct ch_matching *m, int64_t guide_id, int64_t learner_id, struct ch_error *err)
{
	size_t guide, learner;

	TRY(find_two(m, guide_id, learner_id, &guide, &learner, err));
	struct match_tie *tie = match_tie_get(m, learner, guide);
	if (tie->pinned)
		return refuse_both(m, guide, learner, err);
	if (tie->tie.obstacle == CH_NO_CRITERION)
		tie->tie.obstacle = CH_CRITERION_FORBIDDEN;
	return CH_OK;
}

/* ---- Solving --------------------------------------------------------------------- */

static bool known_of_some(const struct match_people *people, enum ch_criterion criterion)
{
	for (size_t i = 0; i < people->count; i++) {
		const struct pair_side *side = &people->people[i].side;
		bool known = criterion == CH_CRITERION_EXPERTISE       ? side->offers.count + side->seeks.count > 0
			     : criterion == CH_CRITERION_FIELD_OF_WORK ? side->field_of_work != 0
			     : criterion == CH_CRITERION_LOCATION      ? side->location != 0
			     : criterion == CH_CRITERION_TIMES	       ? side->times.count > 0
			     : criterion == CH_CRITERION_GRADE	       ? side->grade != CH_UNKNOWN
			     : criterion == CH_CRITERION_DEPARTMENT    ? side->department != 0
			     : criterion == CH_CRITERION_APPOINTED     ? side->appointed_on != CH_NO_DATE
								       : side->qualified;
		if (known)
			return true;
	}
	return false;
}

static bool some_tie(const struct ch_matching *m, enum ch_criterion criterion)
{
	for (size_t i = 0; i < m->tie_count; i++) {
		const struct pair_tie *tie = &m->ties[i].tie;
		if (criterion == CH_CRITERION_RECOMMENDED ? tie->recommended
							  : tie->learner_choice != 0 || tie->guide_choice != 0)
			return true;
	}
	return false;
}

/* Criteria with points of which something is known on either side it needs; the others tell no pair from another. */
void match_find_used(struct ch_matching *m)
{
	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++) {
		enum ch_criterion criterion = (enum ch_criterion)i;

		if (criterion == CH_CRITERION_WISH || criterion == CH_CRITERION_RECOMMENDED)
			m->used[i] = some_tie(m, criterion);
		else if (criterion == CH_CRITERION_QUALIFICATION)
			m->used[i] = known_of_some(&m->guides, criterion);
		else if (criterion == CH_CRITERION_APPOINTED)
			m->used[i] = known_of_some(&m->learners, criterion);
		else
			m->used[i] = known_of_some(&m->guides, criterion) && known_of_some(&m->learners, criterion);
		m->used[i] = m->used[i] && m->ground.weights.points[i] > 0;
	}
}

static void keep_earlier(struct ch_matching *m, struct match_solution *earlier, struct ch_arena *arena)
{
	*earlier =
		(struct match_solution){.guide_of = ch_arena_array(arena, m->learners.count, sizeof *earlier->guide_of),
					.prices = ch_arena_array(arena, m->guides.count, sizeof *earlier->prices),
					.gains = ch_arena_array(arena, m->learners.count, sizeof *earlier->gains)};
	for (size_t i = 0; i < m->learners.count; i++) {
		earlier->guide_of[i] = m->solution.guide_of[i];
		earlier->gains[i] = m->solution.gains[i];
	}
	for (size_t i = 0; i < m->guides.count; i++)
		earlier->prices[i] = m->solution.prices[i];
}

static void pose(struct ch_matching *m)
{
	m->problem.first = m->first;
	m->problem.options = m->options;
}

static enum ch_status solve_best(struct ch_matching *m, const struct match_solution *earlier, struct ch_error *err)
{
	int64_t *stakes = ch_arena_array(&m->work, m->learners.count, sizeof *stakes);
	uint8_t *waiting = ch_arena_array(&m->work, m->learners.count, sizeof *waiting);

	for (size_t l = 0; l < m->learners.count; l++)
		waiting[l] = m->learners.people[l].waiting;
	m->problem = (struct match_problem){.learner_count = m->learners.count,
					    .guide_count = m->guides.count,
					    .places = m->places,
					    .stakes = stakes};
	pose(m);
	match_stakes(&m->problem, waiting, stakes);
	match_solve(&m->problem, earlier, &m->work, &m->solution);
	while (match_options_widen(m) > 0) {
		struct match_solution before = m->solution;

		pose(m);
		match_solve(&m->problem, &before, &m->work, &m->solution);
	}
	if (match_check(&m->problem, &m->solution, &m->work) != MATCH_PROVEN)
		return ch_fail(err, CH_INTERNAL,
			       _("the proposed pairs were not proven to be the best; nothing was saved"));
	return CH_OK;
}

static enum ch_status solve(struct ch_matching *m, const struct match_solution *earlier, struct ch_error *err)
{
	double begun = seconds_now(), scored;

	TRY(take_pins(m, err));
	match_find_used(m);
	match_options_find(m);
	scored = seconds_now();
	TRY(solve_best(m, earlier, err));
	m->guide_of = ch_arena_array(&m->work, m->learners.count, sizeof *m->guide_of);
	for (size_t l = 0; l < m->learners.count; l++)
		m->guide_of[l] = m->pin_of[l] != MATCH_NOBODY ? m->pin_of[l] : m->solution.guide_of[l];
	m->seconds[1] = scored - begun;
	m->seconds[2] = seconds_now() - scored;
	return CH_OK;
}

enum ch_status ch_matching_solve(struct ch_matching *m, struct ch_error *err)
{
	struct ch_arena old = CH_ARENA_EMPTY;
	struct match_solution earlier;
	bool warm = m->solved;

	if (warm)
		keep_earlier(m, &earlier, &old);
	ch_arena_release(&m->work);
	m->routes = NULL;
	enum ch_status status = solve(m, warm ? &earlier : NULL, err);
	m->solved = status == CH_OK;
	ch_arena_release(&old);
	return status;
}

/* ---- Keeping --------------------------------------------------------------------- */

/* Whether the same pairs are best for the people as they are now. Within the transaction that will keep them. */
static enum ch_status is_still_best(struct ch_matching *m, bool *same, struct ch_error *err)
{
	struct ch_matching now = {.c = m->c, .arena = CH_ARENA_EMPTY, .rows = CH_ARENA_EMPTY, .work = CH_ARENA_EMPTY,
				  .today = m->today};
	enum ch_status status = match_read(&now, m->programme.programme_id, err);

	if (status == CH_OK) {
		now.ground.weights = m->ground.weights;
		now.cut_off = m->cut_off;
		*same = now.learners.count == m->learners.count && now.guides.count == m->guides.count;
	}
	for (size_t i = 0; status == CH_OK && *same && i < m->tie_count; i++) {
		struct match_tie *tie = match_tie_get(&now, m->ties[i].learner, m->ties[i].guide);
		tie->pinned |= m->ties[i].pinned;
		if (tie->tie.obstacle == CH_NO_CRITERION)
			tie->tie.obstacle = m->ties[i].tie.obstacle;
	}
	if (status == CH_OK && *same)
		status = ch_matching_solve(&now, err);
	for (size_t l = 0; status == CH_OK && *same && l < m->learners.count; l++)
		*same = now.learners.people[l].person_id == m->learners.people[l].person_id &&
			now.guide_of[l] == m->guide_of[l];
	for (size_t g = 0; status == CH_OK && *same && g < m->guides.count; g++)
		*same = now.guides.people[g].person_id == m->guides.people[g].person_id;
	ch_arena_release(&now.arena);
	ch_arena_release(&now.rows);
	ch_arena_release(&now.work);
	return status;
}

static enum ch_status check_unchanged(struct ch_matching *m, struct ch_error *err)
{
	int64_t seq;
	bool same = true;

	TRY(last_change(m, &seq, err));
	if (seq == m->seen_seq)
		return CH_OK;
	TRY(is_still_best(m, &same, err));
	if (same)
		return CH_OK;
	ch_fail(err, CH_BUSY, _("people or proposals of %s were changed meanwhile, and other pairs are best now"),
		m->programme.name);
	return ch_error_fix(err, _("propose anew, and look at it again; nothing was saved"));
}

static enum ch_status settle_earlier(struct change *change, int64_t programme_id, struct ch_error *err)
{
	struct id_list ids = ID_LIST_EMPTY;
	struct stmt *q = stmt_ready(change->db, SQL_MATCH_TO_SETTLE);

	stmt_bind_int(q, "programme_id", programme_id);
	stmt_bind_date(q, "today", change->today);
	enum ch_status status = id_list_read(&ids, q, "proposal_id", err);
	for (size_t i = 0; status == CH_OK && i < ids.count; i++) {
		struct ch_proposal earlier;
		status = change_get(change, CH_PROPOSAL, ids.ids[i], &earlier, err);
		if (status != CH_OK)
			break;
		bool past = proposal_is_past(&earlier, change->today);
		earlier.state = past ? CH_PROPOSAL_EXPIRED : CH_PROPOSAL_SUPERSEDED;
		status = change_update(change, CH_PROPOSAL, &earlier, err);
	}
	id_list_release(&ids);
	return status;
}

/* What became of each, and the prices, as match.h says. */
static void fill_run(const struct ch_matching *m, struct ch_match_run *run, struct ch_arena *arena)
{
	struct ch_buffer out = CH_BUFFER_EMPTY;

	for (size_t l = 0; l < m->learners.count; l++) {
		size_t guide = m->guide_of[l];
		ch_buffer_printf(&out, "%s%lld:%d:%lld", l > 0 ? " " : "", (long long)m->learners.people[l].person_id,
				 m->learners.people[l].waiting,
				 guide == MATCH_NOBODY ? 0LL : (long long)m->guides.people[guide].person_id);
	}
	run->learners = out.length > 0 ? ch_arena_copy(arena, out.text) : NULL;
	ch_buffer_clear(&out);
	for (size_t g = 0; g < m->guides.count; g++)
		if (m->solution.prices[g] != 0)
			ch_buffer_printf(&out, "%s%lld:%lld", out.length > 0 ? " " : "",
					 (long long)m->guides.people[g].person_id, (long long)m->solution.prices[g]);
	run->prices = out.length > 0 ? ch_arena_copy(arena, out.text) : NULL;
	ch_buffer_release(&out);
}

static enum ch_status keep_pairs(struct change *change, const struct ch_matching *m, int64_t run_id,
				 struct ch_match_result *result, struct ch_error *err)
{
	for (size_t i = 0; i < result->pair_count; i++) {
		struct ch_match_pair *pair = &result->pairs[i];
		struct ch_proposal proposal;

		ch_record_start(ch_entity_of(CH_PROPOSAL), &proposal);
		proposal.programme_id = m->programme.programme_id;
		proposal.guide_id = pair->guide_id;
		proposal.learner_id = pair->learner_id;
		proposal.score = pair->score;
		proposal.reasons = match_reason_kept(pair->reasons, pair->reason_count, &change->arena);
		proposal.match_run_id = run_id;
		TRY(proposal_insert(change, &m->settings, &proposal, err));
		TRY(ch_work_look(m->c->work, (int64_t)i + 1, (int64_t)result->pair_count, err));
		pair->proposal_id = proposal.proposal_id;
	}
	return CH_OK;
}

static enum ch_status keep(struct change *change, struct ch_matching *m, struct ch_match_result *result,
			   struct ch_error *err)
{
	struct ch_match_run run;

	TRY(check_unchanged(m, err));
	TRY(settle_earlier(change, m->programme.programme_id, err));
	ch_record_clear(ch_entity_of(CH_MATCH_RUN), &run);
	run.programme_id = m->programme.programme_id;
	run.made_on = change->today;
	run.matched = (int64_t)result->pair_count;
	run.unmatched = (int64_t)result->left_count;
	run.score = result->score;
	run.cut_off = m->cut_off;
	fill_run(m, &run, &change->arena);
	TRY(change_insert(change, CH_MATCH_RUN, &run, err));
	return keep_pairs(change, m, run.match_run_id, result, err);
}

enum ch_status ch_matching_keep(struct ch_matching *m, struct ch_match_result *result, struct ch_error *err)
{
	struct change change;

	TRY(change_begin(&change, m->c, CH_OP_PROPOSAL_MAKE, CH_PROGRAMME, m->programme.programme_id, err));
	enum ch_status status = change_end(&change, keep(&change, m, result, err), err);
	if (status != CH_OK)
		for (size_t i = 0; i < result->pair_count; i++)
			result->pairs[i].proposal_id = 0;
	else
		status = last_change(m, &m->seen_seq, err);
	return status;
}
