/*
 * What is said of two people and of nobody else: pairings now and before, what
 * was declined, pins, forbids, the avoid list, wishes and the reporting line.
 * All of a kind is read at once; what is about one pair is then merged.
 */
#include <stdlib.h>
#include <string.h>

#include "chiron/pair_rule.h"
#include "chiron/pairing.h"
#include "chiron/wish.h"
#include "core/journal/change.h"
#include "core/match/match_read.h"
#include "model/choices.h"

/* What is being read about pairs: many for one pair until they are merged. */
struct reader {
	struct ch_matching *m;
	struct match_numbers guides, learners;
};

static struct match_tie *add_tie(struct reader *r, int64_t guide_id, int64_t learner_id)
{
	struct ch_matching *m = r->m;
	size_t guide = match_number_in(&r->guides, guide_id), learner = match_number_in(&r->learners, learner_id);

	if (guide == MATCH_NOBODY || learner == MATCH_NOBODY)
		return NULL;
	m->ties = ch_arena_room(&m->arena, m->ties, m->tie_count, &m->tie_room, sizeof *m->ties);
	m->ties[m->tie_count] = (struct match_tie){.learner = (uint32_t)learner, .guide = (uint32_t)guide};
	return &m->ties[m->tie_count++];
}

static void add_obstacle(struct reader *r, int64_t guide_id, int64_t learner_id, enum ch_criterion obstacle)
{
	struct match_tie *tie = add_tie(r, guide_id, learner_id);

	if (tie != NULL)
		tie->tie.obstacle = obstacle;
}

static int by_pair(const void *a, const void *b)
{
	const struct match_tie *one = a, *other = b;

	if (one->learner != other->learner)
		return one->learner < other->learner ? -1 : 1;
	return one->guide < other->guide ? -1 : one->guide > other->guide;
}

static uint8_t nearer(uint8_t a, uint8_t b)
{
	return a == 0 || (b != 0 && b < a) ? b : a;
}

static void merge_tie(struct match_tie *into, const struct match_tie *from)
{
	if (into->tie.obstacle == CH_NO_CRITERION ||
	    (from->tie.obstacle != CH_NO_CRITERION && from->tie.obstacle < into->tie.obstacle))
		into->tie.obstacle = from->tie.obstacle;
	into->tie.learner_choice = nearer(into->tie.learner_choice, from->tie.learner_choice);
	into->tie.guide_choice = nearer(into->tie.guide_choice, from->tie.guide_choice);
	into->tie.recommended |= from->tie.recommended;
	into->tie.manager |= from->tie.manager;
	into->pinned |= from->pinned;
}

static void merge_ties(struct ch_matching *m)
{
	size_t kept = 0;

	if (m->tie_count == 0) {
		m->ties = ch_arena_array(&m->arena, m->tie_room = 1, sizeof *m->ties);
		return;
	}
	qsort(m->ties, m->tie_count, sizeof *m->ties, by_pair);
	for (size_t i = 1; i < m->tie_count; i++) {
		if (by_pair(&m->ties[kept], &m->ties[i]) == 0)
			merge_tie(&m->ties[kept], &m->ties[i]);
		else
			m->ties[++kept] = m->ties[i];
	}
	m->tie_count = kept + 1;
}

static enum ch_criterion obstacle_of_pairing(const char *state, const char *closure_reason)
{
	int reason =
		closure_reason == NULL ? CH_NO_CLOSURE_REASON : ch_choice_find(choices_closure_reason, closure_reason);

	if (strcmp(state, choices_pairing_state[CH_PAIRING_CLOSED].code) != 0)
		return CH_CRITERION_PAIRED;
	if (reason == CH_BECAUSE_NOT_A_FIT || reason == CH_BECAUSE_CONFLICT || reason == CH_BECAUSE_SAFEGUARDING)
		return CH_CRITERION_ENDED_BADLY;
	return CH_CRITERION_PAIRED_BEFORE;
}

static enum ch_status read_pairings(struct reader *r, int role, struct ch_error *err)
{
	struct stmt *q = match_statement(r->m, SQL_MATCH_PAIRINGS, role);
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		add_obstacle(r, stmt_id(q, "one_id"), stmt_id(q, "other_id"),
			     obstacle_of_pairing(stmt_text(q, "state"), stmt_text(q, "closure_reason")));
	stmt_reset(q);
	return status;
}

static enum ch_status read_declined(struct reader *r, struct ch_error *err)
{
	struct stmt *q = match_statement(r->m, SQL_MATCH_DECLINED, 0);
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row)
		add_obstacle(r, stmt_id(q, "guide_id"), stmt_id(q, "learner_id"), CH_CRITERION_DECLINED);
	stmt_reset(q);
	return status;
}

static enum ch_status read_rules(struct reader *r, struct ch_error *err)
{
	struct stmt *q = match_statement(r->m, SQL_MATCH_RULES, 0);
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int kind = ch_choice_find(choices_pair_rule_kind, stmt_text(q, "kind"));
		int64_t guide_id = stmt_id(q, "guide_id"), learner_id = stmt_id(q, "learner_id");

		if (kind == CH_PAIR_RULE_PIN) {
			struct match_tie *tie = add_tie(r, guide_id, learner_id);
			if (tie != NULL)
				tie->pinned = true;
		} else if (kind == CH_PAIR_RULE_FORBID) {
			add_obstacle(r, guide_id, learner_id, CH_CRITERION_FORBIDDEN);
		} else {
			add_obstacle(r, guide_id, learner_id, CH_CRITERION_AVOIDED);
			add_obstacle(r, learner_id, guide_id, CH_CRITERION_AVOIDED);
		}
	}
	stmt_reset(q);
	return status;
}

static enum ch_status read_wishes(struct reader *r, struct ch_error *err)
{
	struct stmt *q = match_statement(r->m, SQL_MATCH_WISHES, 0);
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		int64_t person_id = stmt_id(q, "person_id"), wished_id = stmt_id(q, "wished_id");
		int asked_by = ch_choice_find(choices_wisher, stmt_text(q, "asked_by"));
		uint8_t place = (uint8_t)stmt_int(q, "place");
		struct match_tie *tie = add_tie(r, wished_id, person_id);

		if (tie != NULL && asked_by == CH_WISH_BY_MANAGER)
			tie->tie.recommended = true;
		else if (tie != NULL)
			tie->tie.learner_choice = place;
		tie = asked_by == CH_WISH_BY_SELF ? add_tie(r, person_id, wished_id) : NULL;
		if (tie != NULL)
			tie->tie.guide_choice = place;
	}
	stmt_reset(q);
	return status;
}

/* ---- The reporting line -------------------------------------------------------- */

struct line {
	struct match_numbered *managers; /* person_id and, as `number`, the manager's id; by person */
	size_t count;
};

static int64_t manager_of(const struct line *line, int64_t person_id)
{
	struct match_numbered key = {.person_id = person_id};
	const struct match_numbered *found =
		line->count == 0 ? NULL : bsearch(&key, line->managers, line->count, sizeof key, match_by_id);

	return found != NULL ? (int64_t)found->number : 0;
}

/*
 * Everybody above the learner and above the guide; a line that goes round in a circle is followed once. In mentoring
 * neither is above the other (R2); in coaching no run proposes a coach who is above the coachee (decision 73).
 */
static void tie_lines(struct reader *r, const struct line *line)
{
	bool mentoring = r->m->programme.kind == CH_KIND_MENTORING;

	for (size_t side = 0; side < 2; side++) {
		const struct match_people *people = side == 0 ? &r->m->learners : &r->m->guides;

		for (size_t i = 0; i < people->count; i++) {
			int64_t person_id = people->people[i].person_id, above = manager_of(line, person_id);

			for (size_t steps = 0; above != 0 && steps <= line->count; steps++) {
				struct match_tie *tie =
					side == 0 ? add_tie(r, above, person_id) : add_tie(r, person_id, above);
				if (tie != NULL && (mentoring || side == 0))
					tie->tie.obstacle = mentoring ? CH_CRITERION_LINE : CH_CRITERION_MANAGER;
				if (tie != NULL)
					tie->tie.manager = side == 0;
				above = manager_of(line, above);
			}
		}
	}
}

static enum ch_status read_line(struct reader *r, struct ch_error *err)
{
	struct stmt *q = match_statement(r->m, SQL_MATCH_LINE, 0);
	struct line line = {.count = 0};
	size_t room = 0;
	enum ch_status status;
	bool row = false;

	while ((status = stmt_step(q, &row, err)) == CH_OK && row) {
		line.managers =
			ch_arena_room(&r->m->arena, line.managers, line.count, &room, sizeof *line.managers);
		line.managers[line.count++] = (struct match_numbered){.person_id = stmt_id(q, "person_id"),
								.number = (size_t)stmt_id(q, "manager_id")};
	}
	stmt_reset(q);
	if (status == CH_OK)
		tie_lines(r, &line);
	return status;
}

enum ch_status match_ties_read(struct ch_matching *m, int learner_role, struct ch_error *err)
{
	struct reader r = {.m = m,
			   .guides = match_numbers_of(&m->guides, &m->arena),
			   .learners = match_numbers_of(&m->learners, &m->arena)};

	for (size_t i = 0; i < m->learners.count; i++)
		add_obstacle(&r, m->learners.people[i].person_id, m->learners.people[i].person_id,
			     CH_CRITERION_ONESELF);
	TRY(read_pairings(&r, learner_role, err));
	TRY(read_declined(&r, err));
	TRY(read_rules(&r, err));
	TRY(read_wishes(&r, err));
	TRY(read_line(&r, err));
	merge_ties(m);
	return CH_OK;
}

static size_t tie_place(const struct ch_matching *m, size_t learner, size_t guide)
{
	struct match_tie key = {.learner = (uint32_t)learner, .guide = (uint32_t)guide};
	size_t low = 0, high = m->tie_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_pair(&m->ties[middle], &key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct match_tie *match_tie_first(const struct ch_matching *m, size_t learner)
{
	return m->ties + tie_place(m, learner, 0);
}

struct match_tie *match_tie_find(const struct ch_matching *m, size_t learner, size_t guide)
{
	size_t at = tie_place(m, learner, guide);

	return at < m->tie_count && m->ties[at].learner == learner && m->ties[at].guide == guide ? &m->ties[at] : NULL;
}

struct match_tie *match_tie_get(struct ch_matching *m, size_t learner, size_t guide)
{
	size_t at = tie_place(m, learner, guide);

	if (at < m->tie_count && m->ties[at].learner == learner && m->ties[at].guide == guide)
		return &m->ties[at];
	m->ties = ch_arena_room(&m->arena, m->ties, m->tie_count, &m->tie_room, sizeof *m->ties);
	memmove(m->ties + at + 1, m->ties + at, (m->tie_count - at) * sizeof *m->ties);
	m->ties[at] = (struct match_tie){.learner = (uint32_t)learner, .guide = (uint32_t)guide};
	m->tie_count++;
	return &m->ties[at];
}

const struct pair_tie *match_pair_tie(const struct ch_matching *m, size_t learner, size_t guide)
{
	static const struct pair_tie none = {.obstacle = CH_NO_CRITERION};
	const struct match_tie *tie = match_tie_find(m, learner, guide);

	return tie != NULL ? &tie->tie : &none;
}
