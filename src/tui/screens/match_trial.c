#include "tui/screens/match_trial.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void match_trial_init(struct match_trial *trial, const struct desk *desk, int64_t programme_id)
{
	*trial = (struct match_trial){.desk = desk,
				      .programme_id = programme_id,
				      .arena = CH_ARENA_EMPTY,
				      .tried_arena = CH_ARENA_EMPTY,
				      .cut_off = CH_UNKNOWN,
				      .err = CH_NO_ERROR};
}

void match_trial_forget(struct match_trial *trial)
{
	ch_matching_close(trial->matching);
	trial->matching = NULL;
	trial->failed = false;
	trial->cut_off = CH_UNKNOWN;
	trial->result = trial->tried = (struct ch_match_result){0};
	ch_arena_reset(&trial->arena);
	ch_arena_reset(&trial->tried_arena);
}

void match_trial_release(struct match_trial *trial)
{
	match_trial_forget(trial);
	ch_arena_release(&trial->arena);
	ch_arena_release(&trial->tried_arena);
}

enum ch_status match_trial_open(struct match_trial *trial, struct ch_error *err)
{
	if (trial->matching != NULL)
		return CH_OK;
	if (trial->failed) {
		*err = trial->err;
		return err->status;
	}
	if (ch_matching_open(trial->desk->c, trial->programme_id, &trial->matching, err) == CH_OK &&
	    ch_matching_solve(trial->matching, err) == CH_OK) {
		ch_matching_tell(trial->matching, &trial->arena, &trial->result);
		return CH_OK;
	}
	match_trial_forget(trial);
	trial->failed = err->status != CH_STOPPED;
	trial->err = *err;
	return err->status;
}

const struct ch_match_pair *match_trial_pair(struct match_trial *trial, int64_t guide_id, int64_t learner_id)
{
	struct ch_error ignored = CH_NO_ERROR;

	if (match_trial_open(trial, &ignored) != CH_OK)
		return NULL;
	for (size_t i = 0; i < trial->result.pair_count; i++) {
		const struct ch_match_pair *pair = &trial->result.pairs[i];

		if (pair->learner_id == learner_id && pair->guide_id == guide_id)
			return pair;
	}
	return NULL;
}

/* ---- What changes ---- */

struct match_chosen {
	int64_t learner_id, guide_id;
};

static int by_learner(const void *a, const void *b)
{
	const struct match_chosen *one = a, *other = b;

	return (one->learner_id > other->learner_id) - (one->learner_id < other->learner_id);
}

static struct match_chosen *chosen_of(const struct ch_match_result *result, struct ch_arena *arena)
{
	struct match_chosen *chosen = ch_arena_array(arena, result->pair_count + 1, sizeof(*chosen));

	for (size_t i = 0; i < result->pair_count; i++)
		chosen[i] = (struct match_chosen){.learner_id = result->pairs[i].learner_id,
						  .guide_id = result->pairs[i].guide_id};
	qsort(chosen, result->pair_count, sizeof(*chosen), by_learner);
	return chosen;
}

static struct match_effect effect_of(const struct ch_match_result *before, const struct ch_match_result *after)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	const struct match_chosen *was = chosen_of(before, &arena), *is = chosen_of(after, &arena);
	struct match_effect effect = {.more = (int64_t)after->pair_count - (int64_t)before->pair_count,
				      .score = after->score - before->score};
	size_t i = 0, j = 0;

	while (i < before->pair_count || j < after->pair_count) {
		bool only_was = j == after->pair_count ||
				(i < before->pair_count && was[i].learner_id < is[j].learner_id);
		bool only_is = i == before->pair_count ||
			       (j < after->pair_count && is[j].learner_id < was[i].learner_id);

		effect.changed += only_was || only_is || was[i].guide_id != is[j].guide_id;
		i += !only_is;
		j += !only_was;
	}
	ch_arena_release(&arena);
	return effect;
}

void match_effect_words(const struct match_effect *effect, struct ch_buffer *out)
{
	if (effect->changed == 0 && effect->score == 0) {
		ch_buffer_add(out, _("nothing else changes"));
		return;
	}
	if (effect->more > 0)
		ch_buffer_printf(out, _("%" PRId64 " more matched, "), effect->more);
	else if (effect->more < 0)
		ch_buffer_printf(out, _("%" PRId64 " fewer matched, "), -effect->more);
	if (effect->changed == 0)
		ch_buffer_add(out, _("the same pairs, "));
	else
		ch_buffer_printf(out, effect->changed == 1 ? _("%zu pair changes, ") : _("%zu pairs change, "),
				 effect->changed);
	if (effect->score == 0)
		ch_buffer_add(out, _("the same score"));
	else
		ch_buffer_printf(out, _("score %+" PRId64), effect->score);
}

/* ---- Keeping ---- */

/* Ends what ch_scheme_hold() began. */
static enum ch_status end_hold(const struct match_trial *trial, enum ch_status status, struct ch_error *err)
{
	struct ch_error ignored = CH_NO_ERROR;

	if (status == CH_OK)
		return ch_scheme_release(trial->desk->c->scheme, true, err);
	ch_scheme_release(trial->desk->c->scheme, false, &ignored);
	return status;
}

enum ch_status match_trial_propose(struct match_trial *trial, struct ch_error *err)
{
	if (match_trial_open(trial, err) != CH_OK)
		return err->status;
	return ch_matching_keep(trial->matching, &trial->result, err);
}

/* Proposes what was tried last, in words now. */
static enum ch_status keep_tried(struct match_trial *trial, struct ch_error *err)
{
	ch_arena_reset(&trial->tried_arena);
	ch_matching_tell(trial->matching, &trial->tried_arena, &trial->tried);
	return ch_matching_keep(trial->matching, &trial->tried, err);
}

static enum ch_status try_again(struct match_trial *trial, struct match_effect *effect, struct ch_error *err)
{
	if (ch_matching_solve(trial->matching, err) != CH_OK)
		return err->status;
	ch_arena_reset(&trial->tried_arena);
	ch_matching_outcome(trial->matching, &trial->tried_arena, &trial->tried);
	*effect = effect_of(&trial->result, &trial->tried);
	return CH_OK;
}

static enum ch_status add_rule(struct match_trial *trial, int kind, int64_t guide_id, int64_t learner_id,
			       struct ch_error *err)
{
	struct ch_pair_rule rule;

	if (keep_tried(trial, err) != CH_OK)
		return err->status;
	ch_record_start(ch_entity_of(CH_PAIR_RULE), &rule);
	rule.kind = kind;
	rule.programme_id = trial->programme_id;
	rule.guide_id = guide_id;
	rule.learner_id = learner_id;
	return ch_pair_rule_add(trial->desk->c, &rule, err);
}

/*
 * Pins or forbids (enum ch_pair_rule_kind) the two, and proposes what is best then, both or neither. What that
 * changes in *effect.
 */
static enum ch_status try_rule(struct match_trial *trial, int kind, int64_t guide_id, int64_t learner_id,
			       struct match_effect *effect, struct ch_error *err)
{
	enum ch_status status = match_trial_open(trial, err);

	if (status == CH_OK)
		status = (kind == CH_PAIR_RULE_PIN ? ch_matching_pin : ch_matching_forbid)(trial->matching, guide_id,
											   learner_id, err);
	if (status == CH_OK)
		status = try_again(trial, effect, err);
	if (status == CH_OK)
		status = ch_scheme_hold(trial->desk->c->scheme, err);
	if (status == CH_OK)
		status = end_hold(trial, add_rule(trial, kind, guide_id, learner_id, err), err);
	match_trial_forget(trial);
	return status;
}

/* The programme's pin or forbid of the two, or their place on the avoid list: its id; 0: there is none. */
static int64_t find_rule(const struct match_trial *trial, const char *kind, int64_t guide_id, int64_t learner_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_error ignored = CH_NO_ERROR;
	struct ch_list_query query = {.list = CH_LIST_PAIR_RULES,
				      .filter = ch_arena_printf(&arena, "kind:%s", kind),
				      .programme_id = trial->programme_id};
	struct ch_grid of_guide = {0}, of_learner = {0};
	int64_t found = 0;

	query.person_id = guide_id;
	ch_list_fetch(trial->desk->c, &query, &arena, &of_guide, &ignored);
	query.person_id = learner_id;
	ch_list_fetch(trial->desk->c, &query, &arena, &of_learner, &ignored);
	for (size_t i = 0; i < of_guide.row_count; i++)
		for (size_t j = 0; j < of_learner.row_count; j++)
			if (of_guide.rows[i].id == of_learner.rows[j].id)
				found = of_guide.rows[i].id;
	ch_arena_release(&arena);
	return found;
}

/* A new reading: what a rule kept out of the old one is not there. */
static enum ch_status propose_without(struct match_trial *trial, int64_t rule_id, struct match_effect *effect,
				      struct ch_error *err)
{
	struct match_trial after;

	if (ch_pair_rule_remove(trial->desk->c, rule_id, err) != CH_OK)
		return err->status;
	match_trial_init(&after, trial->desk, trial->programme_id);
	if (match_trial_propose(&after, err) == CH_OK)
		*effect = effect_of(&trial->result, &after.result);
	match_trial_release(&after);
	return err->status;
}

/* Takes a rule back and proposes what is best then, both or neither. */
static enum ch_status take_back(struct match_trial *trial, int64_t rule_id, struct match_effect *effect,
				struct ch_error *err)
{
	enum ch_status status = match_trial_open(trial, err);

	if (status == CH_OK)
		status = ch_scheme_hold(trial->desk->c->scheme, err);
	if (status == CH_OK)
		status = end_hold(trial, propose_without(trial, rule_id, effect, err), err);
	match_trial_forget(trial);
	return status;
}

/* "Dara is kept with Ivo: " */
static void rule_words(int kind, bool back, const char *learner, const char *guide, struct ch_buffer *out)
{
	if (kind == CH_PAIR_RULE_PIN && back)
		ch_buffer_printf(out, _("%s is not kept with %s any more: "), learner, guide);
	else if (kind == CH_PAIR_RULE_PIN)
		ch_buffer_printf(out, _("%s is kept with %s: "), learner, guide);
	else if (back)
		ch_buffer_printf(out, _("%s may have %s again: "), learner, guide);
	else
		ch_buffer_printf(out, _("%s is kept from %s: "), learner, guide);
}

void match_trial_run_rule(struct app *app, struct match_trial *trial, int kind, int64_t guide_id, int64_t learner_id)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_buffer words = CH_BUFFER_EMPTY;
	struct ch_error err = CH_NO_ERROR;
	struct match_effect effect = {0};
	const struct desk *desk = trial->desk;
	int64_t rule_id =
		find_rule(trial, kind == CH_PAIR_RULE_PIN ? "pin" : "forbid", guide_id, learner_id);
	enum ch_status status = rule_id != 0
					? take_back(trial, rule_id, &effect, &err)
					: try_rule(trial, kind, guide_id, learner_id, &effect, &err);

	rule_words(kind, rule_id != 0, desk_name(desk, CH_PERSON, learner_id, &arena),
		   desk_name(desk, CH_PERSON, guide_id, &arena), &words);
	match_effect_words(&effect, &words);
	desk_done(app, status, &err, "%s", words.text);
	ch_buffer_release(&words);
	ch_arena_release(&arena);
}

/* ---- Weights ---- */

enum ch_status match_trial_weigh(struct match_trial *trial, const char *criterion, int64_t points,
				 struct match_effect *effect, struct ch_error *err)
{
	if (match_trial_open(trial, err) != CH_OK ||
	    ch_matching_weigh(trial->matching, criterion, points, err) != CH_OK)
		return err->status;
	return try_again(trial, effect, err);
}

enum ch_status match_trial_cut_off(struct match_trial *trial, int64_t score, struct match_effect *effect,
				   struct ch_error *err)
{
	if (match_trial_open(trial, err) != CH_OK || ch_matching_cut_off(trial->matching, score, err) != CH_OK)
		return err->status;
	trial->cut_off = score;
	return try_again(trial, effect, err);
}

static enum ch_status keep_cut_off(const struct match_trial *trial, struct ch_error *err)
{
	struct ch_arena arena = CH_ARENA_EMPTY;
	struct ch_settings settings;

	if (trial->cut_off != CH_UNKNOWN &&
	    ch_settings_get(trial->desk->c, trial->programme_id, &arena, &settings, err) == CH_OK) {
		settings.cut_off = trial->cut_off;
		ch_settings_set(trial->desk->c, &settings, err);
	}
	ch_arena_release(&arena);
	return err->status;
}

enum ch_status match_trial_keep_tried(struct match_trial *trial, struct ch_error *err)
{
	struct ch_weights weights = *ch_matching_weights(trial->matching);
	enum ch_status status = ch_scheme_hold(trial->desk->c->scheme, err);

	if (status != CH_OK)
		return status;
	status = keep_tried(trial, err);
	if (status == CH_OK)
		status = ch_weights_keep(trial->desk->c, trial->programme_id, &weights, err);
	if (status == CH_OK)
		status = keep_cut_off(trial, err);
	status = end_hold(trial, status, err);
	match_trial_forget(trial);
	return status;
}
