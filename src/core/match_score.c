/*
 * Which guides a learner may have, and for how many points: a row of scores
 * over all guides for one learner after the other.
 *
 * Areas and times go by inverted lists: from each term the learner has to the
 * guides who have it, so that guides who share nothing are never looked at.
 * What is equal or not (field, area, department) is one pass over numbers that
 * lie side by side. Rules between two named people are the ties of the learner.
 * It all adds up to pair_score(), which says what a criterion is worth.
 *
 * Of each row the best guides with a place are kept as options, many enough
 * that mostly no more are needed. Whether more are is known afterwards: by the
 * prices, a guide who was left out can only matter where stake + score - price
 * is more than the learner's gain (model/match.h). As prices are not below 0,
 * the best score left out says for most learners that nobody was missed.
 */
#include <stddef.h>
#include <string.h>

#include "core/match.h"

/* OUT: so far below that no points bring it up again. */
enum {
	OPTIONS_KEPT = 48,
	NO_PAIR = -1,
	OUT = -1000000,
	SCORES = (CH_CRITERION_COUNT - CH_CRITERION_FIRST_SOFT) * 100 + 1
};

/* For each number of the vocabulary the guides who have it. */
struct inverted {
	uint32_t *first; /* of number i: from first[i] up to first[i + 1] */
	uint32_t *guides;
};

struct match_scorer {
	struct inverted offers, times;
	/* Of each guide, side by side: a row is one pass over each. */
	uint32_t *field_of_work, *location, *department;
	int32_t *grades;     /* NO_PAIR: not known */
	int32_t *own;	     /* points that depend on the guide alone */
	uint8_t *closed;     /* no place, too few hours, not available or not eligible */
	uint8_t *must_share; /* pair_needs_expertise() */
	bool some_must_share;
	uint32_t *languages; /* number of the guide's list of languages among those there are */
	const struct pair_terms **language_lists;
	size_t language_count;
	int32_t *row;	   /* points by guide; NO_PAIR */
	uint32_t *shared;  /* areas shared by guide: 0 between rows */
	uint32_t *touched; /* the guides who share one */
	uint32_t *by_score;
	bool *meets_language;
};

/* ---- The inverted lists ---------------------------------------------------------- */

static struct inverted invert(const struct ch_matching *m, struct ch_arena *arena, size_t offset)
{
	struct inverted list = {.first = ch_arena_array(arena, m->words.count + 2, sizeof *list.first)};
	uint32_t all = 0;

	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *terms = (const void *)((const char *)&m->guides.people[g].side + offset);
		for (size_t i = 0; i < terms->count; i++)
			list.first[terms->numbers[i] + 1]++;
	}
	for (size_t i = 0; i <= m->words.count; i++) {
		all += list.first[i + 1];
		list.first[i + 1] = all;
	}
	list.guides = ch_arena_array(arena, all, sizeof *list.guides);
	uint32_t *next = ch_arena_array(arena, m->words.count + 2, sizeof *next);
	memcpy(next, list.first, (m->words.count + 2) * sizeof *next);
	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *terms = (const void *)((const char *)&m->guides.people[g].side + offset);
		for (size_t i = 0; i < terms->count; i++)
			list.guides[next[terms->numbers[i]]++] = (uint32_t)g;
	}
	return list;
}

static bool same_terms(const struct pair_terms *a, const struct pair_terms *b)
{
	return a->count == b->count &&
	       (a->count == 0 || memcmp(a->numbers, b->numbers, a->count * sizeof *a->numbers) == 0);
}

/* People speak one of few lists of languages: each list is compared once with a learner's. */
static void number_languages(const struct ch_matching *m, struct match_scorer *s)
{
	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_terms *languages = &m->guides.people[g].side.languages;
		size_t i = 0;

		while (i < s->language_count && !same_terms(s->language_lists[i], languages))
			i++;
		if (i == s->language_count)
			s->language_lists[s->language_count++] = languages;
		s->languages[g] = (uint32_t)i;
	}
}

static struct match_scorer *new_scorer(struct ch_matching *m)
{
	struct ch_arena *arena = &m->arena;
	struct match_scorer *s = ch_arena_alloc(arena, sizeof *s);
	size_t guides = m->guides.count;

	*s = (struct match_scorer){.offers = invert(m, arena, offsetof(struct pair_side, offers)),
				   .times = invert(m, arena, offsetof(struct pair_side, times)),
				   .field_of_work = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .location = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .department = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .grades = ch_arena_array(arena, guides, sizeof *s->grades),
				   .own = ch_arena_array(arena, guides, sizeof *s->own),
				   .closed = ch_arena_array(arena, guides, sizeof *s->closed),
				   .must_share = ch_arena_array(arena, guides, sizeof *s->must_share),
				   .languages = ch_arena_array(arena, guides, sizeof(uint32_t)),
				   .language_lists = ch_arena_array(arena, guides, sizeof *s->language_lists),
				   .row = ch_arena_array(arena, guides, sizeof *s->row),
				   .shared = ch_arena_array(arena, guides, sizeof *s->shared),
				   .touched = ch_arena_array(arena, guides, sizeof *s->touched),
				   .by_score = ch_arena_array(arena, SCORES + 1, sizeof *s->by_score),
				   .meets_language = ch_arena_array(arena, guides, sizeof *s->meets_language)};
	for (size_t g = 0; g < guides; g++) {
		const struct pair_side *side = &m->guides.people[g].side;

		s->field_of_work[g] = side->field_of_work;
		s->location[g] = side->location;
		s->department[g] = side->department;
		s->grades[g] = side->grade == CH_UNKNOWN ? NO_PAIR : (int32_t)side->grade;
		s->must_share[g] = pair_needs_expertise(&m->ground, side);
		s->some_must_share |= s->must_share[g];
	}
	number_languages(m, s);
	return s;
}

/* ---- One row ---------------------------------------------------------------------- */

static void add_equal(int32_t *row, const uint32_t *values, size_t count, uint32_t value, int64_t points)
{
	int32_t more = (int32_t)points;

	if (value == 0 || points == 0)
		return;
	for (size_t g = 0; g < count; g++)
		row[g] += values[g] == value ? more : 0;
}

static void add_different(int32_t *row, const uint32_t *values, size_t count, uint32_t value, int64_t points)
{
	int32_t more = (int32_t)points;

	if (value == 0 || points == 0)
		return;
	for (size_t g = 0; g < count; g++)
		row[g] += values[g] != value && values[g] != 0 ? more : 0;
}

/* Counts for each guide how many of the terms they have; the guides in s->touched. */
static size_t count_shared(struct match_scorer *s, const struct inverted *list, const struct pair_terms *terms)
{
	size_t touched = 0;

	for (size_t i = 0; i < terms->count; i++) {
		for (uint32_t at = list->first[terms->numbers[i]]; at < list->first[terms->numbers[i] + 1]; at++) {
			uint32_t guide = list->guides[at];
			if (s->shared[guide]++ == 0)
				s->touched[touched++] = guide;
		}
	}
	return touched;
}

static void forget_shared(struct match_scorer *s, size_t touched)
{
	for (size_t i = 0; i < touched; i++)
		s->shared[s->touched[i]] = 0;
}

/* Who must share an area and shares none is out (R9); known only while the areas are counted. */
static void drop_unable(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	if (!s->some_must_share || learner->seeks.count == 0)
		return;
	for (size_t g = 0; g < m->guides.count; g++)
		if (s->must_share[g] && s->shared[g] == 0)
			s->row[g] = OUT;
}

static void add_areas(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	int64_t of = m->ground.weights.points[CH_CRITERION_EXPERTISE];
	size_t touched = count_shared(s, &s->offers, &learner->seeks);

	for (size_t i = 0; i < touched; i++)
		s->row[s->touched[i]] += (int32_t)pair_share(of, s->shared[s->touched[i]], learner->seeks.count);
	drop_unable(m, s, learner);
	forget_shared(s, touched);
}

static void add_times(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	int32_t of = (int32_t)m->ground.weights.points[CH_CRITERION_TIMES];
	size_t touched = of == 0 ? 0 : count_shared(s, &s->times, &learner->times);

	for (size_t i = 0; i < touched; i++)
		s->row[s->touched[i]] += of;
	forget_shared(s, touched);
}

static void begin_row(const struct ch_matching *m, struct match_scorer *s, const struct pair_side *learner)
{
	const int64_t *points = m->ground.weights.points;
	int32_t same = pair_is_newly_appointed(learner, m->today) ? (int32_t)points[CH_CRITERION_APPOINTED] : 0;
	int32_t higher = learner->grade == CH_UNKNOWN ? 0 : (int32_t)points[CH_CRITERION_GRADE];
	int32_t grade = learner->grade == CH_UNKNOWN ? 0 : (int32_t)learner->grade;

	for (size_t g = 0; g < m->guides.count; g++)
		s->row[g] = s->own[g] + same + (s->grades[g] > grade ? higher : 0);
}

static void add_ties(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const int64_t *points = m->ground.weights.points;
	const struct match_tie *tie = match_tie_first(m, learner);

	for (; tie < m->ties + m->tie_count && tie->learner == learner; tie++) {
		s->row[tie->guide] += (int32_t)pair_wish(points[CH_CRITERION_WISH], &tie->tie);
		if (tie->tie.recommended)
			s->row[tie->guide] += (int32_t)points[CH_CRITERION_RECOMMENDED];
	}
}

/* Plain facts that forbid: what pair_obstacle() says, list by list of languages instead of guide by guide. */
static void drop_obstacles(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const struct pair_side *side = &m->learners.people[learner].side;
	const struct match_tie *tie = match_tie_first(m, learner);
	bool out = pair_is_short_of_time(&m->ground, side) || side->ineligible;
	int32_t least = (int32_t)m->cut_off;

	for (size_t i = 0; i < s->language_count; i++) {
		const struct pair_terms *spoken = s->language_lists[i];
		s->meets_language[i] = spoken->count == 0 || side->languages.count == 0 ||
				       pair_terms_shared(&side->languages, spoken) > 0;
	}
	for (size_t g = 0; g < m->guides.count; g++)
		if (out || s->closed[g] || !s->meets_language[s->languages[g]] || s->row[g] < least)
			s->row[g] = NO_PAIR;
	for (; tie < m->ties + m->tie_count && tie->learner == learner; tie++)
		if (tie->tie.obstacle != CH_NO_CRITERION)
			s->row[tie->guide] = NO_PAIR;
}

static void fill_row(const struct ch_matching *m, struct match_scorer *s, size_t learner)
{
	const struct pair_side *side = &m->learners.people[learner].side;
	const int64_t *points = m->ground.weights.points;
	size_t count = m->guides.count;

	begin_row(m, s, side);
	add_areas(m, s, side);
	add_times(m, s, side);
	add_equal(s->row, s->field_of_work, count, side->field_of_work, points[CH_CRITERION_FIELD_OF_WORK]);
	add_equal(s->row, s->location, count, side->location, points[CH_CRITERION_LOCATION]);
	add_different(s->row, s->department, count, side->department, points[CH_CRITERION_DEPARTMENT]);
	add_ties(m, s, learner);
	drop_obstacles(m, s, learner);
}

/* ---- Options ---------------------------------------------------------------------- */

static struct match_option *room_for(struct ch_matching *m, size_t count, size_t more)
{
	if (count + more > m->row_room) {
		size_t room = m->row_room == 0 ? 1024 : m->row_room;
		struct match_option *wider;

		while (room < count + more)
			room *= 2;
		wider = ch_arena_array(&m->rows, room, sizeof *wider);
		if (count > 0)
			memcpy(wider, m->row_options, count * sizeof *wider);
		m->row_options = wider;
		m->row_room = room;
	}
	return m->row_options + count;
}

/* The score that the best `wanted` have at least; how many above it in *above. */
static int32_t least_of_best(const struct match_scorer *s, size_t guides, size_t wanted, size_t *above)
{
	int32_t most = 0;
	size_t count = 0;

	for (size_t g = 0; g < guides; g++) {
		if (s->row[g] == NO_PAIR)
			continue;
		s->by_score[s->row[g]]++;
		most = s->row[g] > most ? s->row[g] : most;
	}
	int32_t least = most;
	while (least > 0 && count + s->by_score[least] < wanted)
		count += s->by_score[least--];
	*above = count;
	memset(s->by_score, 0, ((size_t)most + 1) * sizeof *s->by_score);
	return least;
}

/*
 * The best of the row, guides ascending. Among equals those are taken that come
 * first after a place that differs from learner to learner: else all would
 * compete for the same few.
 */
static size_t keep_best(struct ch_matching *m, size_t learner, size_t count)
{
	const struct match_scorer *s = m->scorer;
	size_t guides = m->guides.count, above, equals, kept = 0;
	size_t wanted = m->whole ? guides : OPTIONS_KEPT;
	int32_t least = least_of_best(s, guides, wanted, &above);
	size_t start = guides == 0 ? 0 : learner * 2654435761u % guides, last = guides;
	struct match_option *options = room_for(m, count, wanted);

	equals = wanted - above;
	m->best_left_out[learner] = 0;
	m->truncated[learner] = false;
	/* The equals from `start` on, round the end, as many as there is room for: `last` is the first that is not. */
	for (size_t i = 0, taken = 0; i < guides; i++) {
		size_t g = start + i < guides ? start + i : start + i - guides;
		if (s->row[g] == least && taken++ == equals) {
			last = i;
			break;
		}
	}
	for (size_t g = 0; g < guides; g++) {
		size_t i = g >= start ? g - start : g + guides - start;

		if (s->row[g] == NO_PAIR)
			continue;
		if (s->row[g] > least || (s->row[g] == least && i < last)) {
			options[kept++] = (struct match_option){.guide = (uint32_t)g, .score = (uint32_t)s->row[g]};
		} else {
			m->truncated[learner] = true;
			if ((uint32_t)s->row[g] > m->best_left_out[learner])
				m->best_left_out[learner] = (uint32_t)s->row[g];
		}
	}
	return count + kept;
}

/* What depends on the guide alone. */
static void weigh_guides(struct ch_matching *m)
{
	struct match_scorer *s = m->scorer;

	for (size_t g = 0; g < m->guides.count; g++) {
		const struct pair_side *side = &m->guides.people[g].side;

		s->own[g] = side->qualified ? (int32_t)m->ground.weights.points[CH_CRITERION_QUALIFICATION] : 0;
		s->closed[g] = m->guides.people[g].places.left <= 0 || pair_is_short_of_time(&m->ground, side) ||
			       side->unavailable ||
			       side->ineligible;
	}
}

static void score_all(struct ch_matching *m)
{
	size_t count = 0;

	if (m->scorer == NULL)
		m->scorer = new_scorer(m);
	weigh_guides(m);
	ch_arena_release(&m->rows);
	m->row_options = NULL;
	m->row_room = 0;
	m->row_first = ch_arena_array(&m->rows, m->learners.count + 1, sizeof *m->row_first);
	m->truncated = ch_arena_array(&m->rows, m->learners.count, sizeof *m->truncated);
	m->best_left_out = ch_arena_array(&m->rows, m->learners.count, sizeof *m->best_left_out);
	for (size_t l = 0; l < m->learners.count; l++) {
		fill_row(m, m->scorer, l);
		count = keep_best(m, l, count);
		m->row_first[l + 1] = count;
	}
	m->scored = true;
}

/* The learner's options less those that a forbid removed since they were scored; none for who is pinned. */
static size_t copy_options(struct ch_matching *m, size_t l, size_t count)
{
	const struct match_tie *tie = match_tie_first(m, l), *end = m->ties + m->tie_count;

	if (m->pin_of[l] != MATCH_NOBODY)
		return count;
	for (size_t i = m->row_first[l]; i < m->row_first[l + 1]; i++) {
		uint32_t guide = m->row_options[i].guide;

		while (tie < end && tie->learner == l && tie->guide < guide)
			tie++;
		if (tie < end && tie->learner == l && tie->guide == guide && tie->tie.obstacle != CH_NO_CRITERION)
			continue;
		m->options[count++] = m->row_options[i];
	}
	return count;
}

void match_options_find(struct ch_matching *m)
{
	size_t count = 0;

	if (!m->scored)
		score_all(m);
	m->option_room = m->row_first[m->learners.count] + 1;
	m->options = ch_arena_array(&m->work, m->option_room, sizeof *m->options);
	m->first = ch_arena_array(&m->work, m->learners.count + 1, sizeof *m->first);
	for (size_t l = 0; l < m->learners.count; l++) {
		count = copy_options(m, l, count);
		m->first[l + 1] = count;
	}
}

/* ---- Widening --------------------------------------------------------------------- */

static bool may_have_missed(const struct ch_matching *m, size_t l)
{
	return m->pin_of[l] == MATCH_NOBODY && m->truncated[l] &&
	       m->problem.stakes[l] + m->best_left_out[l] > m->solution.gains[l];
}

/* Copies the learner's options to the end of `wider`, with those the prices ask for among them; how many were new. */
static size_t widen_one(struct ch_matching *m, size_t l, struct match_option **wider, size_t *count, size_t *room)
{
	const struct match_scorer *s = m->scorer;
	const struct match_option *old = m->options + m->first[l], *end = m->options + m->first[l + 1];
	size_t added = 0;

	fill_row(m, m->scorer, l);
	for (size_t g = 0; g < m->guides.count; g++) {
		bool had = old < end && old->guide == g;

		old += had;
		if (s->row[g] == NO_PAIR)
			continue;
		if (!had && m->problem.stakes[l] + s->row[g] - m->solution.prices[g] <= m->solution.gains[l])
			continue;
		if (*count == *room) {
			struct match_option *more = ch_arena_array(&m->work, 2 * *room, sizeof *more);
			memcpy(more, *wider, *count * sizeof *more);
			*wider = more;
			*room *= 2;
		}
		(*wider)[(*count)++] = (struct match_option){.guide = (uint32_t)g, .score = (uint32_t)s->row[g]};
		added += !had;
	}
	return added;
}

size_t match_options_widen(struct ch_matching *m)
{
	size_t *first = ch_arena_array(&m->work, m->learners.count + 1, sizeof *first);
	size_t room = m->first[m->learners.count] + 1024, count = 0, added = 0;
	struct match_option *wider = NULL;

	for (size_t l = 0; l < m->learners.count; l++) {
		size_t had = m->first[l + 1] - m->first[l];

		if (wider == NULL && may_have_missed(m, l)) {
			wider = ch_arena_array(&m->work, room, sizeof *wider);
			count = m->first[l];
			if (count > 0)
				memcpy(wider, m->options, count * sizeof *wider);
			memcpy(first, m->first, (l + 1) * sizeof *first);
		}
		if (wider == NULL)
			continue;
		if (may_have_missed(m, l)) {
			added += widen_one(m, l, &wider, &count, &room);
		} else {
			while (count + had > room) {
				struct match_option *more = ch_arena_array(&m->work, 2 * room, sizeof *more);
				memcpy(more, wider, count * sizeof *more);
				wider = more;
				room *= 2;
			}
			if (had > 0)
				memcpy(wider + count, m->options + m->first[l], had * sizeof *wider);
			count += had;
		}
		first[l + 1] = count;
	}
	if (added > 0) {
		m->options = wider;
		m->first = first;
		m->option_room = room;
	}
	return added;
}
