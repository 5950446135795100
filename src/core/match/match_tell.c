/*
 * What a run found, told: pairs with their reasons and alternatives, who is
 * left out, and the whole.
 */
#include <stdlib.h>
#include <time.h>

#include "core/journal/change.h"
#include "core/match/match.h"

enum { MOST_WITH_ALTERNATIVES = 500, MOST_SWAPS_NAMED = 5, MOST_BARE_NAMED = 5,
       MOST_CHANGES_NAMED = 20 };

enum ch_criterion match_obstacle(const struct ch_matching *m, size_t learner, size_t guide, int64_t *score)
{
	const struct pair_side *a = &m->guides.people[guide].side, *b = &m->learners.people[learner].side;
	const struct pair_tie *tie = match_pair_tie(m, learner, guide);
	enum ch_criterion obstacle = pair_obstacle(&m->ground, a, b, tie);

	*score = pair_score(&m->ground, a, b, tie);
	if (obstacle != CH_NO_CRITERION)
		return obstacle;
	return *score < m->cut_off ? CH_CRITERION_CUT_OFF : CH_NO_CRITERION;
}

static double seconds_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* What is being told. */
struct telling {
	struct ch_matching *m;
	struct ch_arena *arena;
	struct ch_match_result *result;
	int64_t *left;	 /* places of each guide after the pairs told so far */
	int64_t *scores; /* of each learner's pair */
	int64_t *lowest; /* of each guide's pairs: INT64_MAX where there is none */
};

static void add_note(struct telling *t, const char *text)
{
	t->result->notes[t->result->note_count++] = text;
}

/* ---- Alternatives ------------------------------------------------------------------ */

static bool next_best_guide(const struct ch_matching *m, size_t learner, size_t *guide, int64_t *score)
{
	bool found = false;

	for (size_t g = 0; g < m->guides.count; g++) {
		int64_t other;

		if (g == m->guide_of[learner] || m->places[g] <= 0 ||
		    match_obstacle(m, learner, g, &other) != CH_NO_CRITERION || (found && other <= *score))
			continue;
		*guide = g;
		*score = other;
		found = true;
	}
	return found;
}

static bool next_best_learner(const struct ch_matching *m, size_t guide, size_t *learner, int64_t *score)
{
	bool found = false;

	for (size_t l = 0; l < m->learners.count; l++) {
		int64_t other;

		if (m->guide_of[l] == guide || m->pin_of[l] != MATCH_NOBODY ||
		    match_obstacle(m, l, guide, &other) != CH_NO_CRITERION || (found && other <= *score))
			continue;
		*learner = l;
		*score = other;
		found = true;
	}
	return found;
}

static void add_alternative(struct telling *t, struct ch_match_pair *pair, size_t learner, size_t guide, int64_t score,
			    bool for_learner)
{
	struct match_cost cost = match_cost_of(t->m, learner, guide);
	const struct match_person *g = &t->m->guides.people[guide], *l = &t->m->learners.people[learner];
	const char *costs = match_cost_words(&cost, t->arena);

	pair->alternatives[pair->alternative_count++] = (struct ch_match_alternative){
		.guide_id = g->person_id,
		.learner_id = l->person_id,
		.guide_name = ch_arena_copy(t->arena, g->name),
		.learner_name = ch_arena_copy(t->arena, l->name),
		.for_learner = for_learner,
		.score = score,
		.fewer = cost.fewer,
		.loss = cost.loss,
		.text = ch_arena_printf(t->arena, _("next best for %s: %s, score %lld; %s"),
					for_learner ? l->name : g->name, for_learner ? g->name : l->name,
					(long long)score, costs)};
}

static void add_alternatives(struct telling *t, struct ch_match_pair *pair, size_t learner, size_t guide)
{
	size_t other;
	int64_t score;

	if (t->m->pin_of[learner] != MATCH_NOBODY)
		return;
	if (next_best_guide(t->m, learner, &other, &score))
		add_alternative(t, pair, learner, other, score, true);
	if (next_best_learner(t->m, guide, &other, &score))
		add_alternative(t, pair, other, guide, score, false);
}

/* ---- Pairs and people --------------------------------------------------------------- */

static void add_pair(struct telling *t, size_t learner, bool with_alternatives)
{
	struct ch_matching *m = t->m;
	size_t guide = m->guide_of[learner];
	struct ch_match_pair *pair = &t->result->pairs[t->result->pair_count++];

	*pair = (struct ch_match_pair){.guide_id = m->guides.people[guide].person_id,
				       .learner_id = m->learners.people[learner].person_id,
				       .guide_name = ch_arena_copy(t->arena, m->guides.people[guide].name),
				       .learner_name = ch_arena_copy(t->arena, m->learners.people[learner].name),
				       .score = t->scores[learner],
				       .pinned = m->pin_of[learner] != MATCH_NOBODY};
	pair->reasons = match_reasons(m, learner, guide, --t->left[guide], t->arena, &pair->reason_count);
	pair->text = match_reason_lines(pair->reasons, pair->reason_count, t->arena);
	pair->past = match_past_words(&m->guides.people[guide], t->arena);
	if (with_alternatives)
		add_alternatives(t, pair, learner, guide);
	t->result->score += pair->score;
	if (t->result->worst == NULL || pair->score < t->result->worst->score)
		t->result->worst = pair;
}

static void add_left(struct telling *t, size_t learner)
{
	struct ch_match_left *left = &t->result->left[t->result->left_count++];
	const struct match_person *person = &t->m->learners.people[learner];

	left->learner_id = person->person_id;
	left->learner_name = ch_arena_copy(t->arena, person->name);
	left->waiting = person->waiting;
	left->reason = match_left_words(t->m, learner, &left->reason_code, t->arena);
}

static void add_not_ready(struct telling *t)
{
	for (size_t i = 0; i < t->m->not_ready_count; i++) {
		const struct match_not_ready *person = &t->m->not_ready[i];

		t->result->left[t->result->left_count++] = (struct ch_match_left){
			.learner_id = person->person_id,
			.learner_name = ch_arena_copy(t->arena, person->name),
			.reason_code = "not_ready",
			.reason = person->why == NULL
					  ? _("not ready (R15)")
					  : ch_arena_printf(t->arena, _("not ready (R15): %s"), person->why)};
	}
}

/* ---- The whole ----------------------------------------------------------------------- */

/* Criteria that have points, but of which nothing is known: said once, not of every pair. */
static void note_unused(struct telling *t)
{
	struct ch_buffer list = CH_BUFFER_EMPTY;

	for (int i = CH_CRITERION_FIRST_SOFT; i < CH_CRITERION_COUNT; i++) {
		if (t->m->used[i])
			t->result->most += t->m->ground.weights.points[i];
		else if (t->m->ground.weights.points[i] > 0)
			ch_buffer_printf(&list, "%s%s", list.length > 0 ? ", " : "",
					 _(ch_criterion_info((enum ch_criterion)i)->label));
	}
	if (list.length > 0 && t->m->learners.count > 0 && t->m->guides.count > 0)
		add_note(t, ch_arena_printf(t->arena, _("Nothing to compare yet, so no points for: %s."), list.text));
	ch_buffer_release(&list);
}

/* Two who would both score higher together than as proposed. The guide would give up the worst of theirs. */
static void note_swaps(struct telling *t)
{
	const struct ch_matching *m = t->m;
	struct ch_buffer list = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t l = 0; l < m->learners.count; l++) {
		if (m->pin_of[l] != MATCH_NOBODY)
			continue;
		for (size_t i = m->first[l]; i < m->first[l + 1]; i++) {
			size_t g = m->options[i].guide;
			int64_t score = m->options[i].score;

			if (score <= t->scores[l] || score <= t->lowest[g] || t->lowest[g] == INT64_MAX)
				continue;
			if (++count <= MOST_SWAPS_NAMED)
				ch_buffer_printf(&list, _("%s%s and %s (%lld)"), count > 1 ? ", " : "",
						 m->learners.people[l].name, m->guides.people[g].name,
						 (long long)score);
		}
	}
	if (count > MOST_SWAPS_NAMED)
		ch_buffer_printf(&list, _(" and %zu more"), count - MOST_SWAPS_NAMED);
	add_note(t, count == 0 ? _("No two would both rather have each other.")
			       : ch_arena_printf(t->arena,
						 _("Would both rather have each other, at a cost to others: %s."),
						 list.text));
	ch_buffer_release(&list);
}

/* Pairs for which nothing speaks: proposed, since somebody is better than nobody, but said. */
static void note_bare(struct telling *t)
{
	struct ch_match_result *result = t->result;
	struct ch_buffer list = CH_BUFFER_EMPTY;

	for (size_t i = 0; i < result->pair_count && result->most > 0; i++) {
		struct ch_match_pair *pair = &result->pairs[i];

		pair->bare = pair->score == 0;
		if (pair->bare && ++result->bare_count <= MOST_BARE_NAMED)
			ch_buffer_printf(&list, _("%s%s and %s"), list.length > 0 ? "; " : "", pair->guide_name,
					 pair->learner_name);
	}
	if (result->bare_count > MOST_BARE_NAMED)
		ch_buffer_printf(&list, _(" and %zu more"), result->bare_count - MOST_BARE_NAMED);
	if (result->bare_count > 0)
		add_note(t, ch_arena_printf(t->arena, _("Share nothing that counts: %s."), list.text));
	ch_buffer_release(&list);
}

static void note_approved(struct telling *t)
{
	int64_t approved = t->result->approved = t->m->approved;

	if (approved > 0)
		add_note(t, ch_arena_printf(t->arena,
					    approved == 1 ? _("%lld proposal is approved and waits to be accepted.")
							  : _("%lld proposals are approved and wait to be accepted."),
					    (long long)approved));
}

static const char *guide_called(const struct ch_matching *m, int64_t guide_id)
{
	size_t guide = guide_id == 0 ? MATCH_NOBODY : match_number(&m->guides, guide_id);

	if (guide_id == 0)
		return _("nobody");
	return guide == MATCH_NOBODY ? _("somebody who is not there any more") : m->guides.people[guide].name;
}

/* Against the drafts that this replaces. */
static void note_changes(struct telling *t)
{
	const struct ch_matching *m = t->m;
	struct ch_buffer list = CH_BUFFER_EMPTY;
	size_t count = 0;

	for (size_t l = 0; m->has_drafts && l < m->learners.count; l++) {
		size_t guide = m->guide_of[l];
		int64_t now = guide == MATCH_NOBODY ? 0 : m->guides.people[guide].person_id;

		if (m->draft_of[l] == now || ++count > MOST_CHANGES_NAMED)
			continue;
		ch_buffer_printf(&list, _("%s%s: %s, before %s"), count > 1 ? "; " : "", m->learners.people[l].name,
				 guide_called(m, now), guide_called(m, m->draft_of[l]));
	}
	if (count > MOST_CHANGES_NAMED)
		ch_buffer_printf(&list, _(" and %zu more"), count - MOST_CHANGES_NAMED);
	if (m->has_drafts)
		add_note(t, count == 0 ? _("Nothing changes against the last proposal.")
				       : ch_arena_printf(t->arena, _("Changes against the last proposal: %s."),
							 list.text));
	ch_buffer_release(&list);
}

static void find_scores(struct telling *t)
{
	const struct ch_matching *m = t->m;

	for (size_t g = 0; g < m->guides.count; g++) {
		t->left[g] = m->guides.people[g].places.left;
		t->lowest[g] = INT64_MAX;
	}
	for (size_t l = 0; l < m->learners.count; l++) {
		size_t g = m->guide_of[l];

		t->scores[l] = -1;
		if (g == MATCH_NOBODY)
			continue;
		match_obstacle(m, l, g, &t->scores[l]);
		/* A pinned pair is no bargain that anybody could leave. */
		if (m->pin_of[l] == MATCH_NOBODY && t->scores[l] < t->lowest[g])
			t->lowest[g] = t->scores[l];
	}
}

void ch_matching_tell(struct ch_matching *m, struct ch_arena *arena, struct ch_match_result *result)
{
	enum { MOST_NOTES = 6 };
	double begun = seconds_now();
	size_t learners = m->learners.count, matched = 0;
	struct telling t = {.m = m,
			    .arena = arena,
			    .result = result,
			    .left = ch_arena_array(&m->work, m->guides.count, sizeof *t.left),
			    .scores = ch_arena_array(&m->work, learners, sizeof *t.scores),
			    .lowest = ch_arena_array(&m->work, m->guides.count, sizeof *t.lowest)};

	*result = (struct ch_match_result){
		.programme_id = m->programme.programme_id,
		.pairs = ch_arena_array(arena, learners, sizeof *result->pairs),
		.left = ch_arena_array(arena, learners + m->not_ready_count, sizeof *result->left),
		.notes = ch_arena_array(arena, MOST_NOTES, sizeof *result->notes),
		.optimal = true};
	find_scores(&t);
	for (size_t l = 0; l < learners; l++)
		matched += m->guide_of[l] != MATCH_NOBODY;
	for (size_t l = 0; l < learners; l++)
		if (m->guide_of[l] != MATCH_NOBODY)
			add_pair(&t, l, matched <= MOST_WITH_ALTERNATIVES);
		else
			add_left(&t, l);
	add_not_ready(&t);
	for (size_t g = 0; g < m->guides.count; g++)
		result->places_left += t.left[g] > 0 ? t.left[g] : 0;
	note_unused(&t);
	if (result->pair_count > 0)
		note_swaps(&t);
	note_bare(&t);
	note_changes(&t);
	note_approved(&t);
	result->read = m->seconds[0];
	result->scored = m->seconds[1];
	result->solved = m->seconds[2];
	result->explained = seconds_now() - begun;
}

void ch_matching_outcome(struct ch_matching *m, struct ch_arena *arena, struct ch_match_result *result)
{
	*result = (struct ch_match_result){.programme_id = m->programme.programme_id,
					   .pairs = ch_arena_array(arena, m->learners.count, sizeof *result->pairs),
					   .left_count = m->not_ready_count,
					   .optimal = true};
	for (size_t l = 0; l < m->learners.count; l++) {
		size_t g = m->guide_of[l];

		if (g == MATCH_NOBODY) {
			result->left_count++;
			continue;
		}
		struct ch_match_pair *pair = &result->pairs[result->pair_count++];
		*pair = (struct ch_match_pair){.guide_id = m->guides.people[g].person_id,
					       .learner_id = m->learners.people[l].person_id,
					       .pinned = m->pin_of[l] != MATCH_NOBODY};
		match_obstacle(m, l, g, &pair->score);
		result->score += pair->score;
	}
}

/* ---- One person, one pair -------------------------------------------------------------- */

static struct ch_match_candidate candidate_of(struct ch_matching *m, size_t learner, size_t guide,
					      struct ch_arena *arena)
{
	struct ch_match_candidate candidate = {.guide_id = m->guides.people[guide].person_id,
					       .learner_id = m->learners.people[learner].person_id,
					       .guide_name = ch_arena_copy(arena, m->guides.people[guide].name),
					       .learner_name = ch_arena_copy(arena, m->learners.people[learner].name),
					       .proposed = m->guide_of[learner] == guide};
	enum ch_criterion obstacle = match_obstacle(m, learner, guide, &candidate.score);
	struct match_cost cost = match_cost_of(m, learner, guide);

	candidate.possible = obstacle == CH_NO_CRITERION;
	candidate.cost_known = cost.known;
	candidate.fewer = cost.fewer;
	candidate.loss = cost.loss;
	candidate.reasons = match_reasons(m, learner, guide, CH_UNKNOWN, arena, &candidate.reason_count);
	candidate.past = match_past_words(&m->guides.people[guide], arena);
	if (candidate.proposed)
		candidate.text = _("proposed");
	else if (!candidate.possible)
		candidate.text = match_obstacle_words(obstacle, arena);
	else if (m->pin_of[learner] != MATCH_NOBODY)
		candidate.text = _("pinned to somebody else");
	else
		candidate.text = cost.known ? match_cost_words(&cost, arena) : _("no place left");
	return candidate;
}

static int best_first(const void *a, const void *b)
{
	const struct ch_match_candidate *one = a, *other = b;

	if (one->proposed != other->proposed)
		return one->proposed ? -1 : 1;
	if (one->possible != other->possible)
		return one->possible ? -1 : 1;
	if (one->score != other->score)
		return one->score > other->score ? -1 : 1;
	return 0;
}

static enum ch_status refuse_stranger(const struct ch_matching *m, struct ch_error *err)
{
	ch_fail(err, CH_DATA,
		_("nobody to explain: that person is not among the %ss and %ss of %s who can be matched now"),
		match_guide_word(m), match_learner_word(m), m->programme.name);
	return ch_error_fix(err, _("name somebody who is enrolled, waiting, and not paired there"));
}

enum ch_status ch_matching_explain(struct ch_matching *m, int64_t guide_id, int64_t learner_id, struct ch_arena *arena,
				   struct ch_match_candidate **candidates, size_t *count, struct ch_error *err)
{
	size_t guide = guide_id == 0 ? 0 : match_number(&m->guides, guide_id);
	size_t learner = learner_id == 0 ? 0 : match_number(&m->learners, learner_id);
	size_t last_guide = guide_id == 0 ? m->guides.count : guide + 1;
	size_t last_learner = learner_id == 0 ? m->learners.count : learner + 1;

	*count = 0;
	if (guide == MATCH_NOBODY || learner == MATCH_NOBODY)
		return refuse_stranger(m, err);
	*candidates = ch_arena_array(arena, (last_guide - guide) * (last_learner - learner), sizeof **candidates);
	for (size_t l = learner; l < last_learner; l++)
		for (size_t g = guide; g < last_guide; g++)
			(*candidates)[(*count)++] = candidate_of(m, l, g, arena);
	qsort(*candidates, *count, sizeof **candidates, best_first);
	return CH_OK;
}
